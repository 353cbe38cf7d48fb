"""The form of a promotion, with a sentence that says what it does as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import parse_percent
from kioskifly_desktop.core.loyalty import (
    WEEKDAYS,
    Audience,
    Promotion,
    PromotionKind,
    PromotionRequest,
    describe,
    list_groups,
    save_promotion,
)
from kioskifly_desktop.ui.loyalty.day_edit import DaysEdit
from kioskifly_desktop.ui.loyalty.goods_edit import GoodsEdit
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class PromotionDialog(Dialog):
    """A promotion, new or to be changed."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, promotion: Promotion | None = None
    ) -> None:
        title = self.tr("Cambiar la promoción") if promotion else self.tr("Nueva promoción")
        super().__init__(parent, title, promotion.request.name if promotion else "", size=(640, 0))
        self._shop = shop
        self._toasts = toasts
        self._promotion_id = promotion.id if promotion else 0
        self._build(shop)
        self._lay_out()
        if promotion is not None:
            self._fill(promotion)
        self._connect()
        self._kind_changed()
        self.name.setFocus()

    def _build(self, shop: Shop) -> None:
        self.name = QLineEdit(maxLength=40)
        self.name_field = Field(
            self.tr("Nombre"), self.name, hint=self.tr("Así sale en el ticket: «2x1 en alfajores».")
        )
        self.kind = Segments(
            [
                (PromotionKind.N_FOR_M, self.tr("Llevá y pagá")),
                (PromotionKind.NTH_PERCENT, self.tr("Descuento")),
                (PromotionKind.COMBO, self.tr("Combo")),
            ],
            accessible=self.tr("Qué clase de promoción"),
        )
        self.goods = GoodsEdit(shop)
        self.buys, self.pays = QLineEdit("2", maxLength=2), QLineEdit("1", maxLength=2)
        self.percent = QLineEdit("50", maxLength=6)
        self.price = MoneyEdit(compact=True)
        self.buys_field = Field(self.tr("Llevando"), self.buys)
        self.pays_field = Field(self.tr("Se pagan"), self.pays)
        self.percent_field = Field(self.tr("Descuento %"), self.percent)
        self.price_field = Field(self.tr("Precio del combo"), self.price)
        self.audience = QComboBox()
        self.audience.addItem(self.tr("Todos"), None)
        self.audience.addItem(self.tr("Clientes"), 0)
        for group in shop.read(list_groups):
            words = self.tr("Grupo {name}").format(name=group.name)
            self.audience.addItem(words, group.id)
        self.audience_field = Field(self.tr("Para quién"), self.audience)
        self.days = DaysEdit()
        self.weekdays = [QCheckBox(said(day)[:2].capitalize()) for day in WEEKDAYS]
        for box, day in zip(self.weekdays, WEEKDAYS, strict=True):
            box.setAccessibleName(said(day))
            box.setChecked(True)
        self.preview = label("", "muted")
        self.preview.setWordWrap(True)
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.error.hide()

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(14)
        for field in (self.buys_field, self.pays_field, self.percent_field, self.price_field):
            figures.addWidget(field, 1)
        when = QHBoxLayout()
        when.setSpacing(14)
        when.addWidget(self.audience_field, 1)
        when.addWidget(self.days, 2)
        week = QHBoxLayout()
        week.setSpacing(10)
        for box in self.weekdays:
            week.addWidget(box)
        week.addStretch()
        self.body.addWidget(self.name_field)
        self.body.addWidget(self.kind)
        self.body.addLayout(figures)
        self.body.addWidget(self.goods)
        self.body.addLayout(when)
        self.body.addLayout(week)
        self.body.addWidget(self.preview)
        self.body.addWidget(self.error)
        self.body.addStretch()
        self.save_button = self.add_form_buttons(self.tr("Guardar"), self.save)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._kind_changed)
        for line in (self.name, self.buys, self.pays, self.percent, self.price):
            line.textChanged.connect(self._say)
            line.returnPressed.connect(self.save)
        self.audience.currentIndexChanged.connect(self._say)
        for changed in (self.goods.changed, self.days.changed):
            changed.connect(self._say)
        for box in self.weekdays:
            box.toggled.connect(self._say)

    def _fill(self, promotion: Promotion) -> None:
        request = promotion.request
        self.name.setText(request.name)
        self.kind.choose(request.kind)
        self.goods.set_goods(list(zip(request.goods, promotion.names, strict=True)))
        self.buys.setText(str(request.size))
        self.pays.setText(str(request.pays))
        if request.percent:
            self.percent.setText(format_percent(request.percent).removesuffix("%").strip())
        if request.price:
            self.price.set_amount(request.price)
        wanted = {Audience.ALL: None, Audience.CLIENTS: 0}.get(request.audience, request.group_id)
        self.audience.setCurrentIndex(max(self.audience.findData(wanted), 0))
        self.days.set_days(request.first_day, request.last_day)
        for bit, box in enumerate(self.weekdays):
            box.setChecked(bool(request.weekdays >> bit & 1))

    @Slot()
    def _kind_changed(self) -> None:
        kind = self.kind.value()
        self.buys_field.setVisible(kind is not PromotionKind.COMBO)
        nth = kind is PromotionKind.NTH_PERCENT
        self.buys_field.caption.setText(self.tr("En la unidad n.º") if nth else self.tr("Llevando"))
        self.buys_field.set_hint(self.tr("1: cada una; 2: la segunda.") if nth else "")
        self.pays_field.setVisible(kind is PromotionKind.N_FOR_M)
        self.percent_field.setVisible(nth)
        self.price_field.setVisible(kind is PromotionKind.COMBO)
        self.goods.set_counts(counts=kind is PromotionKind.COMBO)
        self.fit()

    def request(self) -> PromotionRequest:
        """Return the promotion as it is written.

        Raises:
            ShopError: a figure or a date is none.
        """
        kind = PromotionKind(str(self.kind.value()))
        first, last = self.days.days()
        group = self.audience.currentData()
        nth = kind is PromotionKind.NTH_PERCENT
        return PromotionRequest(
            name=self.name.text(),
            kind=kind,
            goods=tuple(goods for goods, _ in self.goods.goods),
            size=_number(self.buys),
            pays=_number(self.pays),
            percent=parse_percent(self.percent.text()) if nth else 0,
            price=self.price.amount() if kind is PromotionKind.COMBO else 0,
            audience=(
                Audience.ALL if group is None else Audience.GROUP if group else Audience.CLIENTS
            ),
            group_id=group or None,
            first_day=first,
            last_day=last,
            weekdays=sum(1 << bit for bit, box in enumerate(self.weekdays) if box.isChecked()),
        )

    @Slot()
    def _say(self) -> None:
        """Say what the promotion does, as far as it is written."""
        self.error.hide()
        for field in (self.name_field, self.buys_field, self.pays_field, self.price_field):
            field.clear_error()
        try:
            request = self.request()
        except ShopError:
            self.preview.setText("")
            return
        names = [name for _, name in self.goods.goods]
        group = self.audience.currentText().removeprefix(self.tr("Grupo {name}").format(name=""))
        self.preview.setText(said(describe(request, names, group)) if names else "")

    @Slot()
    def save(self) -> None:
        """Keep the promotion, or say what is wrong where it can be put right."""
        try:
            request = self.request()
            self._shop.write(save_promotion, self._promotion_id, request)
        except ShopError as error:
            self._refuse(error)
            return
        self.accept()
        self._toasts.show(self.tr("La promoción {name} está guardada.").format(name=request.name))

    def _refuse(self, error: ShopError) -> None:
        fields = {
            "name": self.name_field,
            "size": self.buys_field,
            "pays": self.pays_field,
            "percent": self.percent_field,
            "price": self.price_field,
            "amount": self.price_field,
            "group_id": self.audience_field,
        }
        if error.field == "goods":
            self.goods.refuse(words_of(error))
        elif error.field == "last_day":
            self.days.refuse(words_of(error))
        elif error.field in fields:
            fields[error.field].set_error(words_of(error))
            fields[error.field].setFocus()
        else:
            self.error.setText(words_of(error))
            self.error.show()
        self.fit()


def _number(line: QLineEdit) -> int:
    text = line.text().strip()
    return int(text) if text.isascii() and text.isdecimal() else 0
