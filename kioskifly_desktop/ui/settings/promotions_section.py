"""Promociones: what is on offer, the groups of clients and the price lists it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.loyalty import (
    GroupRow,
    PriceList,
    Promotion,
    delete_group,
    delete_price_list,
    describe,
    list_groups,
    list_promotions,
    pause_promotion,
    price_lists,
    remove_promotion,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui.loyalty.price_list_dialog import PriceListDialog
from kioskifly_desktop.ui.loyalty.promotion_dialog import PromotionDialog
from kioskifly_desktop.ui.loyalty.small_dialogs import GroupDialog
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import ask
from kioskifly_desktop.ui.widgets.list_card import ListCard
from kioskifly_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.dialog import Dialog
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class PromotionsSection(Section):
    """The promotions, the groups and the price lists, each with its buttons."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self.add_button = button(self.tr("Agregar"), "primary", icon_name="plus")
        self.change_button = button(self.tr("Cambiar"), icon_name="pencil")
        self.pause_button = button(self.tr("Pausar"))
        self.remove_button = button(self.tr("Quitar"))
        self.promotions: ListCard[Promotion] = ListCard(
            self.tr("Promociones"),
            [
                Column(self.tr("Promoción"), self._promotion_words),
                Column(self.tr("Estado"), self._state_words),
            ],
            {1: 130},
            lambda: shop.read(list_promotions),
            [
                (self.add_button, self.add),
                (self.change_button, self.change),
                (self.pause_button, self.pause),
                (self.remove_button, self.remove),
            ],
        )
        self.promotions.table.selectionModel().currentRowChanged.connect(self._offer)
        self.add_card(
            self.tr("Promociones"),
            self.tr(
                "Se aplican solas al vender. Cada unidad lleva su descuento o una promoción, lo "
                "que más le convenga al cliente."
            ),
            self.promotions,
        )
        self._add_groups()
        self._add_lists()
        self.column.addStretch()
        self.setFocusProxy(self.promotions)

    def _add_groups(self) -> None:
        self.group_buttons = [button(words) for words in self._words()]
        self.groups: ListCard[GroupRow] = ListCard(
            self.tr("Grupos de clientes"),
            [
                Column(self.tr("Grupo"), lambda group: group.name),
                Column(self.tr("Clientes"), lambda group: str(group.clients), right=True),
            ],
            {1: 130},
            lambda: self.shop.read(list_groups),
            list(
                zip(
                    self.group_buttons,
                    (self.add_group, self.change_group, self.remove_group),
                    strict=True,
                )
            ),
        )
        self.add_card(
            self.tr("Grupos de clientes"),
            self.tr("Vecinos, docentes, mayoristas: cada cliente se suma al grupo en su ficha."),
            self.groups,
        )

    def _add_lists(self) -> None:
        self.list_buttons = [button(words) for words in self._words()]
        self.lists: ListCard[PriceList] = ListCard(
            self.tr("Listas de precios"),
            [
                Column(self.tr("Lista"), lambda each: each.name),
                Column(
                    self.tr("Sobre el precio"),
                    lambda each: format_percent(each.percent, plus=True),
                    right=True,
                ),
            ],
            {1: 150},
            lambda: self.shop.read(price_lists),
            list(
                zip(
                    self.list_buttons,
                    (self.add_list, self.change_list, self.remove_list),
                    strict=True,
                )
            ),
        )
        self.add_card(
            self.tr("Listas de precios"),
            self.tr("Otro precio para algunos clientes: se elige en la ficha de cada uno."),
            self.lists,
        )

    def _words(self) -> tuple[str, str, str]:
        return self.tr("Agregar"), self.tr("Cambiar"), self.tr("Borrar")

    def refresh(self) -> None:
        """Read the lists."""
        super().refresh()
        for each in (self.promotions, self.groups, self.lists):
            each.refresh()
        catalog = self.shop.user.may(Permission.CATALOG)
        terms = self.shop.user.may(Permission.CLIENT_TERMS)
        self.promotions.setEnabled(catalog)
        self.lists.setEnabled(catalog)
        self.groups.setEnabled(terms)
        self._offer()

    def _promotion_words(self, row: Promotion) -> str:
        return f"{row.request.name}\n{said(describe(row.request, row.names, row.group))}"

    def _state_words(self, row: Promotion) -> str:
        today = self.shop.read(lambda work: work.today)
        first, last = row.request.first_day, row.request.last_day
        if row.paused:
            return self.tr("Pausada")
        if last is not None and last < today:
            return self.tr("Terminó")
        if first is not None and first > today:
            return self.tr("Por empezar")
        return self.tr("En marcha")

    @Slot()
    def _offer(self) -> None:
        row = self.promotions.chosen()
        paused = row is not None and row.paused
        words = self.tr("Reanudar") if paused else self.tr("Pausar")
        self.pause_button.setText(words)
        self.pause_button.setAccessibleName(words)

    def add(self) -> None:
        """Ask for a new promotion."""
        self._open(PromotionDialog(self.shop, self.toasts, self.window()))

    def change(self) -> None:
        """Ask for another form of the chosen promotion."""
        if (row := self.promotions.chosen()) is not None:
            self._open(PromotionDialog(self.shop, self.toasts, self.window(), row))

    def pause(self) -> None:
        """Stop the chosen promotion, or let it run again."""
        if (row := self.promotions.chosen()) is not None:
            self._do(lambda: self.shop.write(pause_promotion, row.id, paused=not row.paused))

    def remove(self) -> None:
        """Take the chosen promotion off for good, after asking."""
        if (row := self.promotions.chosen()) is not None:
            ask(
                self.window(),
                self.tr("¿Quitar «{name}»?").format(name=row.request.name),
                self.tr("No se aplica más. Los tickets que la nombran quedan como están."),
                self.tr("Quitar"),
                lambda: self.shop.write(remove_promotion, row.id),
            )

    def add_group(self) -> None:
        """Ask for a new group."""
        self._open(GroupDialog(self.shop, self.toasts, self.window()))

    def change_group(self) -> None:
        """Ask for another name of the chosen group."""
        if (row := self.groups.chosen()) is not None:
            self._open(GroupDialog(self.shop, self.toasts, self.window(), row))

    def remove_group(self) -> None:
        """Delete the chosen group."""
        if (row := self.groups.chosen()) is not None:
            self._do(lambda: self.shop.write(delete_group, row.id))

    def add_list(self) -> None:
        """Ask for a new price list."""
        self._open(PriceListDialog(self.shop, self.toasts, self.window()))

    def change_list(self) -> None:
        """Ask for another form of the chosen price list."""
        if (row := self.lists.chosen()) is not None:
            self._open(PriceListDialog(self.shop, self.toasts, self.window(), row))

    def remove_list(self) -> None:
        """Delete the chosen price list."""
        if (row := self.lists.chosen()) is not None:
            self._do(lambda: self.shop.write(delete_price_list, row.id))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ShopError as error:
            self.toasts.show(words_of(error), error=True)

    def _open(self, dialog: Dialog) -> None:
        dialog.returns_to(self)
        dialog.open()
