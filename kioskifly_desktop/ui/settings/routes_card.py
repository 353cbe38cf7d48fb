"""Qué sale por dónde: the printer of each kind of document, and if it prints by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout

from kioskifly_desktop.core.documents import DocumentKind
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.printers import Printer, Route, save_route
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_ASKED_FOR = frozenset({DocumentKind.STATEMENT, DocumentKind.X_REPORT})
"""Papers that nothing but a person's wish makes."""


def kind_words(kind: DocumentKind) -> str:
    """Return the name of a kind of document."""
    return {
        DocumentKind.PAYMENT: QCoreApplication.translate("routes", "Recibo de pago"),
        DocumentKind.SALE: QCoreApplication.translate("routes", "Ticket"),
        DocumentKind.ON_ACCOUNT: QCoreApplication.translate("routes", "Ticket a cuenta"),
        DocumentKind.PRICE_UPDATE: QCoreApplication.translate("routes", "Actualización de precios"),
        DocumentKind.REVERSAL: QCoreApplication.translate("routes", "Anulación de recibo"),
        DocumentKind.VOID: QCoreApplication.translate("routes", "Anulación de venta"),
        DocumentKind.RETURN: QCoreApplication.translate("routes", "Devolución"),
        DocumentKind.CLOSE: QCoreApplication.translate("routes", "Cierre de caja"),
        DocumentKind.STATEMENT: QCoreApplication.translate("routes", "Estado de cuenta"),
        DocumentKind.X_REPORT: QCoreApplication.translate("routes", "Informe X"),
        DocumentKind.TEST: QCoreApplication.translate("routes", "Página de prueba"),
    }[kind]


_SHOWN = (
    DocumentKind.SALE,
    DocumentKind.ON_ACCOUNT,
    DocumentKind.PAYMENT,
    DocumentKind.PRICE_UPDATE,
    DocumentKind.VOID,
    DocumentKind.REVERSAL,
    DocumentKind.RETURN,
    DocumentKind.CLOSE,
    DocumentKind.STATEMENT,
    DocumentKind.X_REPORT,
)


class _Choice(QComboBox):
    """A choice that the wheel leaves alone: it scrolls the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()


class RoutesCard(QFrame):
    """A row for each kind of document; every change is kept at once."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._shop = shop
        self._toasts = toasts
        self._routes: dict[DocumentKind, Route] = {}
        self.printers: dict[DocumentKind, QComboBox] = {}
        self.ways: dict[DocumentKind, Segments] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        titles = (self.tr("Comprobante"), self.tr("Sale por"), self.tr("Cuándo"))
        for column, title in enumerate(titles):
            grid.addWidget(label(title, "caption"), 0, column)
        for row, kind in enumerate(_SHOWN, start=1):
            self._add_row(grid, row, kind)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 14, 18, 14)
        outer.setSpacing(10)
        outer.addWidget(label(self.tr("Qué sale por dónde"), "subtitle"))
        words = label(
            self.tr(
                "De fábrica, por la primera impresora y automático: el comprobante sale sin "
                "pedirlo. A pedido ahorra papel."
            ),
            "muted",
        )
        words.setWordWrap(True)
        outer.addWidget(words)
        outer.addLayout(grid)

    def _add_row(self, grid: QGridLayout, row: int, kind: DocumentKind) -> None:
        words = kind_words(kind)
        choice = _Choice()
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.setAccessibleName(self.tr("Impresora de: {kind}").format(kind=words))
        choice.currentIndexChanged.connect(lambda: self._save(kind))
        self.printers[kind] = choice
        caption = label(words)
        caption.setBuddy(choice)
        grid.addWidget(caption, row, 0)
        grid.addWidget(choice, row, 1)
        if kind in _ASKED_FOR:
            grid.addWidget(label(self.tr("A pedido"), "muted"), row, 2)
            return
        way = Segments(
            [(True, self.tr("Automático")), (False, self.tr("A pedido"))],
            accessible=self.tr("Cuándo sale: {kind}").format(kind=words),
        )
        way.chosen.connect(lambda: self._save(kind))
        self.ways[kind] = way
        grid.addWidget(way, row, 2)

    def show_routes(
        self, routes: Sequence[Route], printers: Sequence[Printer], *, admin: bool
    ) -> None:
        """Show what is kept; only an administrator changes it."""
        self._routes = {route.kind: route for route in routes}
        first = printers[0].name if printers else ""
        options: list[tuple[str, int | None]] = [
            (self.tr("La primera: {name}").format(name=first), None)
        ]
        options += [(printer.name, printer.id) for printer in printers]
        for kind, choice in self.printers.items():
            route = self._routes[kind]
            blocker = QSignalBlocker(choice)
            if [(choice.itemText(n), choice.itemData(n)) for n in range(choice.count())] != options:
                choice.clear()
                for words, printer_id in options:
                    choice.addItem(words, printer_id)
            choice.setCurrentIndex(max(choice.findData(route.printer_id), 0))
            choice.setEnabled(admin)
            blocker.unblock()
            if kind in self.ways:
                way = self.ways[kind]
                blocker = QSignalBlocker(way)
                way.choose(route.automatic)
                way.setEnabled(admin)
                blocker.unblock()

    @Slot()
    def _save(self, kind: DocumentKind) -> None:
        known = self._routes[kind]
        way = self.ways.get(kind)
        route = replace(
            known,
            printer_id=self.printers[kind].currentData(),
            automatic=bool(way.value()) if way else known.automatic,
        )
        if route == known:
            return
        try:
            self._shop.write(save_route, route)
        except ShopError as error:
            self._toasts.show(words_of(error), error=True)
