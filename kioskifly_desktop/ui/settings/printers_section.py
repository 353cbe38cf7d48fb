"""Impresora: the shop's printers, one card each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.outbox import PrinterState, print_test_page, printer_states
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.printers import Printer, delete_printer, list_routes
from kioskifly_desktop.ui.printing.states import state_words
from kioskifly_desktop.ui.roles import name_group
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.settings.logo_card import LogoCard
from kioskifly_desktop.ui.settings.printer_dialog import PrinterDialog
from kioskifly_desktop.ui.settings.printer_words import (
    answer_words,
    printer_details,
    transport_words,
)
from kioskifly_desktop.ui.settings.routes_card import RoutesCard
from kioskifly_desktop.ui.settings.search_dialog import SearchDialog
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import ask
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import card, label, set_tone
from kioskifly_desktop.ui.widgets.notice import EmptyState, Notice

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class PrintersSection(QScrollArea):
    """A card for each printer, with what can be done to it."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts
        self._shown: object = None
        self.notice = Notice(
            self.tr("Solo administración puede cambiar las impresoras. Cambiá de usuario abajo.")
        )
        self.notice.setMaximumWidth(900)
        self.add_button = button(self.tr("Agregar impresora"), "primary", icon_name="plus")
        self.add_button.clicked.connect(self.add)
        self.search_button = button(self.tr("Buscar impresoras"), icon_name="search")
        self.search_button.clicked.connect(self.search)
        self.routes = RoutesCard(shop, toasts)
        self.routes.setMaximumWidth(900)
        self.logo = LogoCard(shop, toasts)
        self.logo.setMaximumWidth(900)
        content = QWidget()
        content.setObjectName("scrolled")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        adding = QHBoxLayout()
        adding.setSpacing(10)
        adding.addWidget(self.add_button)
        adding.addWidget(self.search_button)
        adding.addStretch()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 8)
        outer.setSpacing(12)
        outer.addWidget(self.notice)
        outer.addLayout(self._cards)
        outer.addLayout(adding)
        outer.addWidget(self.routes)
        outer.addWidget(self.logo)
        outer.addStretch()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.add_button)
        shop.printing_changed.connect(self._follow)

    @Slot()
    def refresh(self) -> None:
        """Read the printers, how they stand, and what goes where."""
        admin = self._shop.user.may(Permission.SETTINGS)
        states = self._shop.read(printer_states)
        self.notice.setVisible(not admin)
        self.add_button.setVisible(admin)
        self.search_button.setVisible(admin)
        printers = [state.printer for state in states]
        self.routes.setVisible(bool(printers))
        self.routes.show_routes(self._shop.read(list_routes), printers, admin=admin)
        self.logo.setVisible(bool(printers))
        self.logo.refresh(printed=any(printer.prints_logo for printer in printers))
        if (states, admin) == self._shown:
            return
        self._shown = (states, admin)
        _empty(self._cards)
        for state in states:
            self._cards.addWidget(self._card(state, admin=admin))
        if not states:
            self._cards.addWidget(self._no_printers())

    @Slot()
    def _follow(self) -> None:
        """Follow the printers while they are looked at."""
        if self.isVisible():
            self.refresh()

    def _no_printers(self) -> QWidget:
        box = card()
        box.setMaximumWidth(900)
        inner = QVBoxLayout(box)
        inner.addWidget(
            EmptyState(
                "printer",
                self.tr("Todavía no hay impresora"),
                self.tr(
                    "Los pagos se registran igual. Agregala para que los comprobantes salgan solos."
                ),
            )
        )
        return box

    def _card(self, state: PrinterState, *, admin: bool) -> QWidget:
        printer = state.printer
        box = card()
        name_group(box, printer.name)
        box.setMaximumWidth(900)
        row = QHBoxLayout(box)
        row.setContentsMargins(18, 14, 14, 14)
        row.setSpacing(14)
        row.addWidget(icon_label("printer", "text_secondary", 24, 1.9))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(printer.name, "subtitle"))
        way = f"{transport_words(printer.transport)} · {printer.address}"
        words.addWidget(label(way, "muted"))
        paper = label(printer_details(printer), "tiny")
        paper.setWordWrap(True)
        words.addWidget(paper)
        words.addWidget(_state_line(state))
        row.addLayout(words, 1)
        test = button(self.tr("Página de prueba"), icon_name="printer")
        test.clicked.connect(lambda: self.test(printer))
        row.addWidget(test)
        if admin:
            edit = icon_button("pencil", self.tr("Editar {name}").format(name=printer.name))
            edit.clicked.connect(lambda: self.edit(printer))
            remove = icon_button("trash-2", self.tr("Quitar {name}").format(name=printer.name))
            remove.clicked.connect(lambda: self.remove(printer))
            row.addWidget(edit)
            row.addWidget(remove)
        return box

    @Slot()
    def add(self) -> None:
        """Open the form of a new printer."""
        PrinterDialog(self._shop, self._toasts, self).open()

    @Slot()
    def search(self) -> None:
        """Look for printers on USB, and ask those of the shop how they are."""
        SearchDialog(self._shop, self._toasts, self).open()

    def edit(self, printer: Printer) -> None:
        """Open the form of a printer."""
        PrinterDialog(self._shop, self._toasts, self, printer).open()

    def test(self, printer: Printer) -> None:
        """Queue a test page."""
        try:
            self._shop.write(print_test_page, printer.id)
        except ShopError as error:
            self._toasts.show(words_of(error), error=True)
            return
        words = self.tr("Página de prueba enviada a «{name}». Fijate el ancho y los acentos.")
        self._toasts.show(words.format(name=printer.name))

    def remove(self, printer: Printer) -> None:
        """Ask before forgetting a printer."""
        ask(
            self,
            self.tr("¿Quitar la impresora?"),
            self.tr("«{name}» deja de usarse. Lo que esté por imprimir sale por otra.").format(
                name=printer.name
            ),
            self.tr("Quitar"),
            lambda: self._shop.write(delete_printer, printer.id),
        )


def _state_line(state: PrinterState) -> QWidget:
    """Return what is known of a printer: what stops it, or else what it answers."""
    words, alarmed = state_words(state)
    word, sentence = answer_words(state.printer.report, state.printer.acknowledgement)
    result = label(words or f"{word}: {sentence[:1].lower()}{sentence[1:]}", "tiny")
    result.setWordWrap(True)
    if alarmed:
        set_tone(result, "warning")
    return result


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
