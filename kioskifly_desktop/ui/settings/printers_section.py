"""Impresora: the shop's printers, one card each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.outbox import print_test_page
from kioskifly_desktop.core.printers import Printer, delete_printer, list_printers
from kioskifly_desktop.ui.settings.printer_dialog import (
    PrinterDialog,
    paper_words,
    transport_words,
)
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import ask
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import card, label
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
        content = QWidget()
        content.setObjectName("scrolled")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        adding = QHBoxLayout()
        adding.addWidget(self.add_button)
        adding.addStretch()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 8)
        outer.setSpacing(12)
        outer.addWidget(self.notice)
        outer.addLayout(self._cards)
        outer.addLayout(adding)
        outer.addStretch()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.add_button)

    def refresh(self) -> None:
        """Read the printers."""
        admin = self._shop.user.is_admin
        printers = self._shop.read(list_printers)
        self.notice.setVisible(not admin)
        self.add_button.setVisible(admin)
        if (printers, admin) == self._shown:
            return
        self._shown = (printers, admin)
        _empty(self._cards)
        for printer in printers:
            self._cards.addWidget(self._card(printer, admin=admin))
        if not printers:
            self._cards.addWidget(self._no_printers())

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

    def _card(self, printer: Printer, *, admin: bool) -> QWidget:
        box = card()
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
        details = [paper_words(printer.columns)]
        details.append(self.tr("con cortador") if printer.has_cutter else self.tr("sin cortador"))
        paper = label(" · ".join(details), "tiny")
        paper.setWordWrap(True)
        words.addWidget(paper)
        row.addLayout(words, 1)
        test = button(self.tr("Imprimir página de prueba"), icon_name="printer")
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

    def edit(self, printer: Printer) -> None:
        """Open the form of a printer."""
        PrinterDialog(self._shop, self._toasts, self, printer).open()

    def test(self, printer: Printer) -> None:
        """Queue a test page."""
        try:
            self._shop.write(print_test_page, printer.id)
        except ShopError as error:
            self._toasts.show(str(error), error=True)
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


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
