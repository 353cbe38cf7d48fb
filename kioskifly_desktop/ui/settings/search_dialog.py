"""Buscar impresoras: those on USB, and whether the shop's own answer. Nothing else is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kioskifly_desktop.core.printers import (
    Printer,
    Transport,
    UsbPrinter,
    learn,
    list_printers,
)
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.settings.printer_dialog import PrinterDialog
from kioskifly_desktop.ui.settings.printer_words import answer_words, transport_words
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import card, label, set_tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.core.printers import Answer
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class SearchDialog(Dialog):
    """Asks each printer in a thread of its own; the list fills as they answer."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Buscar impresoras"),
            self.tr("En USB y en las direcciones ya cargadas; la red no se recorre."),
            size=(700, 520),
        )
        self._shop = shop
        self._toasts = toasts
        self._known = shop.read(list_printers)
        self.body.addWidget(label(self.tr("Enchufadas por USB"), "subtitle"))
        self._usb = QVBoxLayout()
        self._usb.setSpacing(8)
        self.body.addLayout(self._usb)
        self.usb_state = label(self.tr("Buscando…"), "muted")
        self.usb_state.setWordWrap(True)
        self.body.addWidget(self.usb_state)
        self.states: dict[int, QLabel] = {}
        if self._known:
            self.body.addWidget(label(self.tr("Las del negocio"), "subtitle"))
        for printer in self._known:
            self.body.addWidget(self._card_of(printer))
            self._ask(printer)
        self.body.addStretch()
        close = button(self.tr("Cerrar"))
        close.clicked.connect(self.reject)
        self.add_buttons(close)
        close.setFocus()
        background.run(self, shop.devices.usb_printers, self._found, self._not_found)

    def _card_of(self, printer: Printer) -> QWidget:
        way = f"{transport_words(printer.transport)} · {printer.address}"
        box, words, _ = _box(printer.name, way)
        state = label(self.tr("Probando…"), "tiny")
        state.setWordWrap(True)
        words.addWidget(state)
        self.states[printer.id] = state
        return box

    def _ask(self, printer: Printer) -> None:
        devices = self._shop.devices
        failed = partial(self._say, printer.id, alarmed=True)
        background.run(
            self,
            lambda: devices.probe(printer),
            partial(self._answered, printer),
            lambda error: failed(words_of(error)),
        )

    def _answered(self, printer: Printer, answer: Answer) -> None:
        if answer.report is not None or answer.acknowledgement is not None:
            self._shop.write(
                learn,
                printer.id,
                answer.report,
                answer.acknowledgement,
                paper_low=answer.paper_low,
            )
        if answer.trouble:
            text = said(answer.trouble)
            self._say(printer.id, f"{text[:1].upper()}{text[1:]}.", alarmed=True)
            return
        word, sentence = answer_words(
            answer.report or printer.report, answer.acknowledgement or printer.acknowledgement
        )
        self._say(printer.id, f"{word}: {sentence[:1].lower()}{sentence[1:]}", alarmed=False)

    def _say(self, printer_id: int, text: str, *, alarmed: bool) -> None:
        self.states[printer_id].setText(text)
        set_tone(self.states[printer_id], "warning" if alarmed else "")

    def _found(self, printers: Sequence[UsbPrinter]) -> None:
        self.usb_state.setVisible(not printers)
        self.usb_state.setText(
            self.tr("No hay ninguna enchufada y prendida. Revisá el cable y que tenga luz.")
        )
        taken = {each.address for each in self._known if each.transport is Transport.USB}
        for found in printers:
            box, _, row = _box(found.name, f"USB · {found.address}")
            if found.address in taken:
                row.addWidget(label(self.tr("Ya está cargada"), "muted"))
            else:
                add = button(self.tr("Agregar"), "primary", icon_name="plus")
                add.clicked.connect(partial(self._add, found))
                row.addWidget(add)
            self._usb.addWidget(box)

    def _not_found(self, error: ShopError) -> None:
        self.usb_state.setText(words_of(error))
        set_tone(self.usb_state, "warning")

    def _add(self, found: UsbPrinter, *_: object) -> None:
        """Open the form with what was found, in place of this list."""
        record = Printer(0, found.name, Transport.USB, found.address, native_qr=True)
        self.accept()
        PrinterDialog(self._shop, self._toasts, self._owner, found=record).open()


def _box(title: str, way: str) -> tuple[QFrame, QVBoxLayout, QHBoxLayout]:
    box = card()
    row = QHBoxLayout(box)
    row.setContentsMargins(16, 12, 12, 12)
    row.setSpacing(12)
    row.addWidget(icon_label("printer", "text_secondary", 22, 1.9))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(title, "subtitle"))
    words.addWidget(label(way, "muted"))
    row.addLayout(words, 1)
    return box, words, row
