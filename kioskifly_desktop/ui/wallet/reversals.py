"""Undoing a movement of a wallet: at once from its notice, or later with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject

from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.wallet import ReversalRequest, reverse_movement
from kioskifly_desktop.ui.people.authorize import authorize, lent_in
from kioskifly_desktop.ui.people.sign import asked_of
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.dialog import Question, ask
from kioskifly_desktop.ui.widgets.toast import ToastAction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.wallet import MovementRow
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class Reversals(QObject):
    """Undoes movements by their opposite.

    Without a parent: the notice of a payment outlives the wallet, and its Deshacer comes here.
    """

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts

    def ask(self, row: MovementRow, parent: QWidget) -> Question:
        """Ask for the reason and undo a movement."""
        request_id = uuid4().hex

        def reverse(reason: str) -> None:
            self._reverse(request_id, row.entry_id, reason)

        amount = format_money(abs(row.amount))
        return ask(
            parent,
            self.tr("¿Anular {what}?").format(
                what=f"{said(row.title).lower()} {row.number}".strip()
            ),
            self.tr("Se anota un movimiento contrario de {amount}.").format(amount=amount),
            self.tr("Anular"),
            reverse,
            reason=True,
            lend=lent_in(self._shop),
        )

    def undo_action(self, entry_id: int) -> ToastAction:
        """Return the button of a notice that undoes what was just written."""
        request_id = uuid4().hex

        def undo() -> None:
            try:
                self._reverse(request_id, entry_id, self.tr("Deshecho en el momento"))
            except NotAllowedError as error:
                authorize(self._toasts.front(), self._shop, error, undo)
            except ShopError as error:
                self._toasts.show(words_of(error), error=True)

        asks = asked_of(self._shop, Permission.ADJUST)
        return ToastAction(self.tr("Deshacer"), undo, undo=True, asks=asks)

    def _reverse(self, request_id: str, entry_id: int, reason: str) -> None:
        done = self._shop.write(reverse_movement, ReversalRequest(request_id, entry_id, reason))
        words = self.tr("Movimiento anulado · Saldo: {balance}")
        words = words.format(balance=spoken(done.client_balance))
        self._toasts.show(" · ".join(filter(None, (words, done.number))))
