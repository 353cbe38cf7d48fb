"""The fields that say how a printer is reached: other ones for each way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.printers import Transport
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.icon_button import icon_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.ui.shop import Shop

_SEPARATORS = {Transport.TCP: ":", Transport.SERIAL: "@"}
_DEFAULT_PORT = "9100"
_RATES = ("9600", "19200", "38400", "57600", "115200")
SEARCHED = (Transport.USB, Transport.QUEUE)
"""The ways whose printers the system can list."""


class _Part(NamedTuple):
    """An input and what is said around it."""

    caption: str
    editor: QWidget
    hint: str = ""
    placeholder: str = ""


class Addresses(QStackedWidget):
    """One page of fields for each way to reach a printer."""

    edited = Signal()
    """The address is another."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self._searched: set[Transport] = set()
        self._order = tuple(Transport)
        self.fields: dict[Transport, Field] = {}
        self.parts: dict[Transport, tuple[QWidget, ...]] = {}
        self.search_buttons: dict[Transport, QWidget] = {}
        for transport in self._order:
            self.addWidget(self._page(transport))

    def transport(self) -> Transport:
        """Return the way shown."""
        return self._order[self.currentIndex()]

    def show_way(self, transport: Transport) -> None:
        """Show the fields of a way; the first time, look for what the system knows."""
        self.setCurrentIndex(self._order.index(transport))
        if transport in SEARCHED and transport not in self._searched:
            self.search(transport)

    def address(self) -> str:
        """Return the address written, as in `Printer`."""
        transport = self.transport()
        texts = [_text(part) for part in self.parts[transport]]
        return _SEPARATORS.get(transport, "").join(texts) if any(texts[:1]) else ""

    def set_address(self, address: str) -> None:
        """Write an address into the fields shown."""
        transport = self.transport()
        separator = _SEPARATORS.get(transport)
        texts = address.rsplit(separator, 1) if separator else [address]
        for part, text in zip(self.parts[transport], texts, strict=False):
            _set_text(part, text)

    @Slot()
    def search(self, transport: Transport) -> None:
        """List what the system knows, in a thread."""
        self._searched.add(transport)
        devices = self._shop.devices
        self.search_buttons[transport].setEnabled(False)
        self.fields[transport].set_hint(self.tr("Buscando…"))

        def work() -> list[tuple[str, str]]:
            if transport is Transport.USB:
                return [
                    (f"{each.name} · {each.address}", each.address)
                    for each in devices.usb_printers()
                ]
            return [(name, name) for name in devices.queues()]

        background.run(self, work, partial(self._found, transport), partial(self._lost, transport))

    def _found(self, transport: Transport, options: Sequence[tuple[str, str]]) -> None:
        self.search_buttons[transport].setEnabled(True)
        combo = self.parts[transport][0]
        assert isinstance(combo, QComboBox)
        written = _text(combo)
        combo.clear()
        for words, address in options:
            combo.addItem(words, address)
        _set_text(combo, written or (options[0][1] if options else ""))
        if options:
            hint = self.tr("Elegila de la lista.")
        elif transport is Transport.USB:
            hint = self.tr("No hay ninguna enchufada y prendida; también podés escribir 04b8:0e15.")
        else:
            hint = self.tr("El sistema no tiene ninguna cola; agregala ahí y buscá de nuevo.")
        self.fields[transport].set_hint(hint)

    def _lost(self, transport: Transport, error: ShopError) -> None:
        self.search_buttons[transport].setEnabled(True)
        self.fields[transport].set_hint(words_of(error))

    def _page(self, transport: Transport) -> QWidget:
        page = QWidget()
        row = QGridLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(18)
        parts = self._parts(transport)
        for column, part in enumerate(parts):
            field = Field(part.caption, part.editor, hint=part.hint)
            row.addWidget(field, 0, column)
            row.setColumnStretch(column, 1 if column else 2)
            self.fields.setdefault(transport, field)
            line = part.editor
            if isinstance(line, QComboBox):
                line.editTextChanged.connect(self.edited)
                line.currentIndexChanged.connect(self.edited)
            elif isinstance(line, QLineEdit):
                line.setPlaceholderText(part.placeholder)
                line.textChanged.connect(self.edited)
        self.parts[transport] = tuple(part.editor for part in parts)
        if transport in SEARCHED:
            search = icon_button("refresh-cw", self.tr("Buscar de nuevo"), kind="outline")
            beside = QVBoxLayout()
            caption = self.fields[transport].caption
            beside.addSpacing(caption.sizeHint().height() + 4)
            beside.addWidget(search)
            beside.addStretch()
            search.clicked.connect(lambda: self.search(transport))
            row.setHorizontalSpacing(10)
            row.addLayout(beside, 0, len(parts))
            self.search_buttons[transport] = search
        return page

    def _parts(self, transport: Transport) -> tuple[_Part, ...]:
        if transport is Transport.TCP:
            port = QLineEdit(_DEFAULT_PORT)
            port.setValidator(QIntValidator(1, 65535, self))
            host = _Part(self.tr("Dirección IP o nombre"), QLineEdit(), placeholder="192.168.0.50")
            return host, _Part(self.tr("Puerto"), port)
        if transport is Transport.SERIAL:
            rate = QComboBox()
            rate.addItems(_RATES)
            hint = self.tr("Por ejemplo /dev/ttyUSB0 o COM3")
            return _Part(self.tr("Puerto"), QLineEdit(), hint), _Part(self.tr("Velocidad"), rate)
        if transport is Transport.FILE:
            hint = self.tr("Un archivo, o un dispositivo como /dev/usb/lp0")
            return (_Part(self.tr("Archivo o dispositivo"), QLineEdit(), hint),)
        combo = QComboBox()
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        usb = transport is Transport.USB
        return (_Part(self.tr("Impresora USB") if usb else self.tr("Nombre de la cola"), combo),)


def _text(part: QWidget) -> str:
    if isinstance(part, QComboBox):
        text = part.currentText().strip()
        known = part.findText(text)
        return str(part.itemData(known) or text) if known >= 0 else text
    assert isinstance(part, QLineEdit)
    return part.text().strip()


def _set_text(part: QWidget, text: str) -> None:
    if isinstance(part, QComboBox):
        known = part.findData(text)
        if known >= 0:
            part.setCurrentIndex(known)
        else:
            part.setCurrentText(text)
        return
    assert isinstance(part, QLineEdit)
    part.setText(text)
