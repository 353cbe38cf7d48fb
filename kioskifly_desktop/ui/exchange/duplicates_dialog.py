"""Clients who may be one: the pairs, the two cards side by side, and who stays."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.clients import Alike, find_duplicates
from kioskifly_desktop.core.clients.duplicates import SIGN_NAMES, Candidate
from kioskifly_desktop.core.fiscal import format_document
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.wallet import MergeRequest, merge_clients
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.people.authorize import lent_in
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog, Question, ask
from kioskifly_desktop.ui.widgets.labels import card, label, set_tone
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_LIST, _NONE, _LOOKING = range(3)


class _Card(QFrame):
    """A client of the pair, with the button that makes it the one who stays."""

    def __init__(self, keep: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.name = label("", "subtitle")
        self.name.setWordWrap(True)
        self.known = label("", "muted")
        self.standing = label("")
        self.keep_button = button(_tr("Queda este"), icon_name="check")
        self.keep_button.clicked.connect(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(4)
        for part in (self.name, self.known, self.standing):
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(self.keep_button)

    def show_client(self, who: Candidate) -> None:
        """Show what is known of a client."""
        self.name.setText(who.name)
        document = format_document(who.document_type, who.document_number) or _tr("Sin documento")
        phone = who.phone or _tr("Sin teléfono")
        self.known.setText(f"{document}  ·  {phone}")
        self.standing.setText(spoken(who.balance))
        set_tone(self.standing, "debt" if who.balance > 0 else "credit" if who.balance else "muted")
        self.keep_button.setAccessibleName(_tr("Queda {name}").format(name=who.name))


class DuplicatesDialog(Dialog):
    """Looks for clients who may be one, and makes one of two."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(parent, "", size=(880, 660))
        self.set_title(
            self.tr("Clientes repetidos"),
            self.tr("Por documento, por teléfono y por nombre parecido. Nada se une solo."),
        )
        self._shop = shop
        self._toasts = toasts
        self._found: list[Alike] = []
        self._set_aside: set[tuple[int, int]] = set()
        self.pairs: RowsModel[Alike] = RowsModel(
            (
                Column(self.tr("Cliente"), lambda row: _two_lines(row.one)),
                Column(self.tr("Podría ser"), lambda row: _two_lines(row.other)),
                Column(
                    self.tr("Por qué"),
                    lambda row: "\n".join(said(SIGN_NAMES[sign]) for sign in row.signs[:2]),
                ),
            ),
            lambda after, _limit: () if after else self._found,
            parent=self,
        )
        self.table = rows_table(self.pairs, self.tr("Clientes repetidos"), {2: 180})
        self.stack = QStackedWidget()
        self.stack.addWidget(self._page())
        none = self.tr("No hay clientes que parezcan el mismo.")
        self.stack.addWidget(EmptyState("users", self.tr("Ninguno repetido"), none))
        self.stack.addWidget(EmptyState("search", self.tr("Buscando…"), ""))
        self.body.addWidget(self.stack, 1)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.other_button = button(self.tr("No son el mismo"))
        self.other_button.clicked.connect(self.set_aside)
        close = button(self.tr("Listo"))
        close.clicked.connect(self.accept)
        self.add_buttons(self.other_button, close)
        self.search()

    def _page(self) -> QWidget:
        self.one = _Card(lambda: self.merge(keep_one=True))
        self.other = _Card(lambda: self.merge(keep_one=False))
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for each in (self.one, self.other):
            Sign(each.keep_button, self._shop, Permission.ADJUST)
        cards.addWidget(self.one, 1)
        cards.addWidget(self.other, 1)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(frame, 1)
        column.addLayout(cards)
        return page

    @Slot()
    def search(self) -> None:
        """Look for them again, in a thread."""
        self.stack.setCurrentIndex(_LOOKING)
        self.other_button.setEnabled(False)
        shop = self._shop
        background.run(self, lambda: shop.read_apart(find_duplicates), self._show, self._not_found)

    def chosen(self) -> Alike | None:
        """Return the pair that is chosen."""
        index = self.table.currentIndex()
        return self.pairs.row(index) if index.isValid() else None

    @Slot()
    def set_aside(self) -> None:
        """Take the chosen pair off the list until it is looked for again."""
        pair = self.chosen()
        if pair is not None:
            self._set_aside.add((pair.one.id, pair.other.id))
            self._show(self._found)

    def merge(self, *, keep_one: bool) -> Question | None:
        """Ask, then make one client of the two."""
        pair = self.chosen()
        if pair is None:
            return None
        kept, merged = (pair.one, pair.other) if keep_one else (pair.other, pair.one)
        request = MergeRequest(uuid4().hex, kept.id, merged.id)

        def act() -> None:
            self._shop.write(merge_clients, request)
            words = self.tr("{merged} y {kept} son uno: {kept}.")
            self._toasts.show(words.format(merged=merged.name, kept=kept.name))
            self.search()

        words = self.tr(
            "La cuenta de {kept} sigue, y queda: {standing}. {merged} pasa a archivados con su "
            "historial. No se puede deshacer."
        )
        return ask(
            self,
            self.tr("¿Unir a {merged} con {kept}?").format(merged=merged.name, kept=kept.name),
            words.format(
                kept=kept.name,
                merged=merged.name,
                standing=spoken(kept.balance + merged.balance),
            ),
            self.tr("Unir"),
            act,
            lend=lent_in(self._shop),
        )

    def _show(self, found: list[Alike]) -> None:
        aside = self._set_aside
        self._found = [pair for pair in found if (pair.one.id, pair.other.id) not in aside]
        self.pairs.restart()
        self.stack.setCurrentIndex(_LIST if self._found else _NONE)
        self.other_button.setEnabled(bool(self._found))
        if self._found:
            self.table.setCurrentIndex(self.pairs.index(0, 0))
            self._choose()
            self.table.setFocus()

    def _not_found(self, error: ShopError) -> None:
        self._toasts.show(words_of(error), error=True)
        self._show([])

    @Slot()
    def _choose(self) -> None:
        pair = self.chosen()
        if pair is not None:
            self.one.show_client(pair.one)
            self.other.show_client(pair.other)


def _two_lines(who: Candidate) -> str:
    document = format_document(who.document_type, who.document_number)
    known = " · ".join(filter(None, (document, who.phone, spoken(who.balance))))
    return f"{who.name}\n{known}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("DuplicatesDialog", text)
