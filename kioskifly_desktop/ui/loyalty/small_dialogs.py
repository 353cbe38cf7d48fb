"""Forms of few fields: a group of clients, a bonus; and a percentage as they read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from kioskifly_desktop.core.errors import DiscountError, PromotionGoodsError, ShopError
from kioskifly_desktop.core.es_ar import MINUS, parse_percent
from kioskifly_desktop.core.loyalty import (
    BonusRequest,
    GroupRow,
    add_bonus,
    save_group,
)
from kioskifly_desktop.ui.loyalty.day_edit import DaysEdit
from kioskifly_desktop.ui.loyalty.goods_edit import GoodsEdit
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.small_form import SmallForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.money import BasisPoints
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.field import Field
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class GroupDialog(SmallForm):
    """The name of a group."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, group: GroupRow | None = None
    ) -> None:
        title = self.tr("Cambiar el grupo") if group else self.tr("Nuevo grupo")
        super().__init__(shop, toasts, parent, title)
        self._group_id = group.id if group else 0
        self.name = self.add_field(self.tr("Nombre"), group.name if group else "")
        self.name.setFocus()

    def keep(self) -> None:
        """Write the group."""
        self.shop.write(save_group, self._group_id, _text(self.name))

    def refuse(self, error: ShopError) -> None:
        """Say it under the name."""
        self.name.set_error(words_of(error))


class BonusDialog(SmallForm):
    """Points for each piece of a product, on some days."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(shop, toasts, parent, self.tr("Puntos extra"))
        self.goods = GoodsEdit(shop, categories_too=False, many=False)
        self.body.addWidget(self.goods)
        self.points = self.add_field(self.tr("Puntos por unidad"), limit=7)
        self.days = DaysEdit()
        self.body.addWidget(self.days)
        self.goods.setFocus()

    def keep(self) -> None:
        """Write the bonus."""
        if not self.goods.goods:
            self.goods.add()
        if not self.goods.goods:
            raise PromotionGoodsError(field="goods")
        points = _text(self.points).strip()
        first, last = self.days.days()
        product = self.goods.goods[0][0].product_id
        number = int(points) if points.isascii() and points.isdecimal() else 0
        self.shop.write(add_bonus, BonusRequest(product or 0, number, first, last))

    def refuse(self, error: ShopError) -> None:
        """Say it under its field."""
        if error.field == "points":
            self.points.set_error(words_of(error))
            self.points.setFocus()
        elif error.field == "last_day":
            self.days.refuse(words_of(error))
        elif error.field == "goods" and not self.goods.field.has_error():
            self.goods.refuse(self.tr("Elegí el producto."))


def signed_percent(text: str) -> BasisPoints:
    """Read a percentage that may be below zero; nothing is none.

    Raises:
        DiscountError: it is no percentage.
    """
    words = text.strip().replace(MINUS, "-")
    if not words:
        return 0
    try:
        return -parse_percent(words[1:]) if words.startswith("-") else parse_percent(words)
    except ShopError as error:
        raise DiscountError(field="percent") from error


def _text(field: Field) -> str:
    assert isinstance(field.editor, QLineEdit)
    return field.editor.text()
