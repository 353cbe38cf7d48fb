"""Questions about a debt: is it disputed, how was that settled, is it given up."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject

from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.core.wallet import (
    DisputeRequest,
    ResolveRequest,
    WriteOffRequest,
    dispute_entry,
    open_dispute,
    resolve_dispute,
    write_off,
)
from kioskifly_desktop.ui.people.authorize import lent_in
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.dialog import Question, ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.wallet import MovementRow
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_NOT_DISPUTED = (EntryKind.REVERSAL, EntryKind.PRICE_UPDATE)


class DebtActs(QObject):
    """Asks for the reason, and for an administrator's PIN where it takes one."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts

    def add_to(self, menu: QMenu, row: MovementRow, parent: QWidget) -> None:
        """Offer in a movement's menu what can be done with the debt that it is."""
        if row.disputed:
            menu.addSeparator()
            menu.addAction(
                self.tr("Resolver: se debe…"), lambda: self.settle(row, parent, owed=True)
            )
            menu.addAction(
                self.tr("Resolver: no se debe…"), lambda: self.settle(row, parent, owed=False)
            )
        elif row.amount > 0 and not row.reversed and row.kind not in _NOT_DISPUTED:
            menu.addSeparator()
            menu.addAction(self.tr("Marcar en disputa…"), lambda: self.dispute(row, parent))

    def dispute(self, row: MovementRow, parent: QWidget) -> Question:
        """Ask what the client says, and set the movement apart."""
        request_id = uuid4().hex

        def mark(reason: str) -> None:
            request = DisputeRequest(request_id, row.entry_id, reason)
            self._shop.write(dispute_entry, request)
            self._toasts.show(self.tr("En disputa: no cuenta para el límite ni se reclama."))

        return ask(
            parent,
            self.tr("¿Marcar en disputa {what}?").format(what=said(row.concept).lower()),
            self.tr(
                "El saldo no cambia, pero hasta resolverlo no cuenta para el límite ni el plazo, "
                "no se reclama ni se actualiza."
            ),
            self.tr("Marcar"),
            mark,
            reason=True,
            lend=lent_in(self._shop),
        )

    def settle(self, row: MovementRow, parent: QWidget, *, owed: bool) -> Question:
        """Ask how the dispute was settled, and settle it."""
        request_id = uuid4().hex
        found = self._shop.read(open_dispute, row.entry_id)
        marked = self.tr("Se marcó por: {reason}.").format(reason=found.reason) if found else ""

        def resolve(note: str) -> None:
            request = ResolveRequest(request_id, row.entry_id, owed=owed, note=note)
            done = self._shop.write(resolve_dispute, request)
            words = self.tr("Disputa resuelta · Saldo: {balance}")
            self._toasts.show(words.format(balance=spoken(done.client_balance)))

        if owed:
            title, then = self.tr("¿Se debe {what}?"), self.tr("Vuelve a contar como antes.")
            yes = self.tr("Se debe")
        else:
            title, yes = self.tr("¿No se debe {what}?"), self.tr("No se debe")
            then = self.tr(
                "Se descuenta lo que queda de eso. Si la mercadería no salió, ajustá el stock."
            )
        return ask(
            parent,
            title.format(what=said(row.concept).lower()),
            f"{marked} {then}".strip(),
            yes,
            resolve,
            reason=True,
            lend=lent_in(self._shop),
        )

    def write_off(self, client: Client, parent: QWidget) -> Question:
        """Ask why, and give up all that a client owes."""
        request_id = uuid4().hex

        def give_up(reason: str) -> None:
            done = self._shop.write(
                write_off, WriteOffRequest(request_id, client.id, client.balance, reason)
            )
            words = self.tr("{amount} dado por incobrable.")
            self._toasts.show(words.format(amount=format_money(done.amount)))

        amount = format_money(client.balance)
        return ask(
            parent,
            self.tr("¿Dar por incobrable {amount}?").format(amount=amount),
            self.tr(
                "La cuenta de {name} queda al día y queda como pérdida. Si paga, anulalo."
            ).format(name=client.name),
            self.tr("Dar por incobrable"),
            give_up,
            reason=True,
            lend=lent_in(self._shop),
        )
