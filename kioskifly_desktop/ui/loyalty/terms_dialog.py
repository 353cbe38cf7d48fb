"""What is agreed with a client: a lock, a price list, groups, discounts by category."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QListWidget

from kioskifly_desktop.core.catalog import categories
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import parse_percent
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    CategoryDiscount,
    agreed_terms,
    groups_of,
    list_groups,
    price_lists,
    save_agreed_terms,
    set_groups,
)
from kioskifly_desktop.core.loyalty.dates import span_words
from kioskifly_desktop.ui.loyalty.day_edit import DaysEdit
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.list_card import framed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_REASON, _CATEGORY = 120, 60
_IN_A_ROW = 3


def _save(work: Work, client_id: int, terms: AgreedTerms, groups: set[int]) -> None:
    save_agreed_terms(work, client_id, terms)
    set_groups(work, client_id, groups)


class TermsDialog(Dialog):
    """The special terms of a client."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget, client_id: int) -> None:
        name = shop.read(get_client, client_id).name
        super().__init__(parent, self.tr("Condiciones especiales"), name, size=(640, 0))
        self._shop = shop
        self._toasts = toasts
        self._client_id = client_id
        terms = shop.read(agreed_terms, client_id)
        self.discounts = list(terms.discounts)
        self.reason = QLineEdit(terms.lock_reason, maxLength=_REASON)
        self.reason_field = Field(
            self.tr("Bloqueado: motivo"),
            self.reason,
            hint=self.tr("Vacío, no está bloqueado. Si no, sólo le vende un administrador."),
        )
        self.list = QComboBox()
        self.list.addItem(self.tr("El precio de venta"), None)
        for each in shop.read(price_lists):
            words = f"{each.name} ({format_percent(each.percent, plus=True)})"
            self.list.addItem(words, each.id)
        self.list.setCurrentIndex(max(self.list.findData(terms.price_list_id), 0))
        mine = shop.read(groups_of, client_id)
        self.groups = {each.id: QCheckBox(each.name) for each in shop.read(list_groups)}
        for group_id, box in self.groups.items():
            box.setChecked(group_id in mine)
        self._build_discounts(shop)
        self._lay_out()
        self._write()
        self.reason.setFocus()

    def _build_discounts(self, shop: Shop) -> None:
        self.shown = QListWidget()
        self.shown.setAccessibleName(self.tr("Descuentos por rubro"))
        self.shown.setFixedHeight(96)
        self.category = QComboBox()
        self.category.setEditable(True)
        self.category.addItems(shop.read(categories))
        self.category.setCurrentText("")
        edit = self.category.lineEdit()
        assert edit is not None, "it is editable"
        edit.setMaxLength(_CATEGORY)
        self.percent = QLineEdit(maxLength=6)
        self.category_field = Field(self.tr("Rubro"), self.category)
        self.percent_field = Field(self.tr("Descuento %"), self.percent)
        self.days = DaysEdit()
        self.add_button = button(self.tr("Agregar"), icon_name="plus")
        self.remove_button = button(self.tr("Quitar"))
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.percent.returnPressed.connect(self.add)
        self.category.editTextChanged.connect(self.category_field.clear_error)
        self.percent.textChanged.connect(self.percent_field.clear_error)

    def _lay_out(self) -> None:
        self.body.addWidget(self.reason_field)
        self.body.addWidget(Field(self.tr("Lista de precios"), self.list))
        self.body.addWidget(label(self.tr("Grupos"), "subtitle"))
        if self.groups:
            grid = QGridLayout()
            for place, box in enumerate(self.groups.values()):
                grid.addWidget(box, place // _IN_A_ROW, place % _IN_A_ROW)
            self.body.addLayout(grid)
        else:
            words = self.tr("Todavía no hay: se agregan en Ajustes, Promociones.")
            self.body.addWidget(label(words, "muted"))
        self.body.addWidget(label(self.tr("Descuentos por rubro"), "subtitle"))
        self.body.addWidget(framed(self.shown))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.category_field, 3)
        row.addWidget(self.percent_field, 2)
        row.addWidget(self.days, 4)
        self.body.addLayout(row)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.add_button)
        acts.addWidget(self.remove_button)
        acts.addStretch()
        self.body.addLayout(acts)
        self.body.addStretch()
        self.save_button = self.add_form_buttons(self.tr("Guardar"), self.save)

    @Slot()
    def add(self) -> None:
        """Take the discount that is written, or say what is wrong with it."""
        category = self.category.currentText().strip()
        if not category:
            self.category_field.set_error(self.tr("Escribí el rubro."))
            return
        try:
            percent = parse_percent(self.percent.text())
        except ShopError as error:
            self.percent_field.set_error(words_of(error))
            return
        try:
            first, last = self.days.days()
        except ShopError:
            return
        self.discounts.append(CategoryDiscount(category, percent, first, last))
        self.category.setCurrentText("")
        self.percent.clear()
        self.days.set_days(None, None)
        self._write()

    @Slot()
    def remove(self) -> None:
        """Take the chosen discount out, the last one where none is chosen."""
        if self.discounts:
            del self.discounts[self.shown.currentRow()]
            self._write()

    def _write(self) -> None:
        self.shown.clear()
        for each in self.discounts:
            span = said(span_words(each.first_day, each.last_day))
            words = self.tr("{percent} en {category}").format(
                percent=format_percent(each.percent), category=each.category
            )
            self.shown.addItem(f"{words}, {span}" if span else words)
        self.remove_button.setEnabled(bool(self.discounts))

    @Slot()
    def save(self) -> None:
        """Keep the terms, with an administrator's PIN where it takes one."""
        if self.category.currentText().strip() or self.percent.text().strip():
            before = len(self.discounts)
            self.add()
            if len(self.discounts) == before:
                return
        terms = AgreedTerms(tuple(self.discounts), self.list.currentData(), self.reason.text())
        groups = {group_id for group_id, box in self.groups.items() if box.isChecked()}
        try:
            self._shop.write(_save, self._client_id, terms, groups)
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.save)
            return
        except ShopError as error:
            if error.field == "last_day":
                self.days.refuse(words_of(error))
            elif error.field == "percent":
                self.percent_field.set_error(words_of(error))
            else:
                self.reason_field.set_error(words_of(error))
            self.fit()
            return
        self.accept()
        self._toasts.show(self.tr("Condiciones guardadas."))
