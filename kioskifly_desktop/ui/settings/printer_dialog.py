"""The form of a printer: how it is reached and what its paper is like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QStackedWidget, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.printers import (
    CODE_PAGES,
    COLUMNS,
    Printer,
    Transport,
    save_printer,
)
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_SEPARATORS = {Transport.TCP: ":", Transport.USB: ":", Transport.SERIAL: "@"}
_DEFAULT_PORT = "9100"
_RATES = ("9600", "19200", "38400", "57600", "115200")


def transport_words(transport: Transport) -> str:
    """Return the name of a way to reach a printer."""
    return {
        Transport.TCP: QCoreApplication.translate("printers", "Red (TCP)"),
        Transport.USB: QCoreApplication.translate("printers", "USB"),
        Transport.SERIAL: QCoreApplication.translate("printers", "Puerto serie"),
        Transport.QUEUE: QCoreApplication.translate("printers", "Cola del sistema"),
        Transport.FILE: QCoreApplication.translate("printers", "Archivo"),
    }[transport]


def paper_words(columns: int) -> str:
    """Return the paper of a width: `80 mm, 48 columnas`."""
    width = 58 if columns == min(COLUMNS) else 80
    return QCoreApplication.translate("printers", "{width} mm, {columns} columnas").format(
        width=width, columns=columns
    )


class PrinterDialog(Dialog):
    """Adds a printer, or changes one."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, printer: Printer | None = None
    ) -> None:
        title = self.tr("Editar impresora") if printer else self.tr("Agregar impresora")
        super().__init__(parent, title, size=(640, 0))
        self._shop = shop
        self._toasts = toasts
        self._printer = printer or Printer(id=0, name="", transport=Transport.TCP, address="")
        self._build()
        cancel = button(self.tr("Cancelar"))
        cancel.clicked.connect(self.reject)
        self.save_button = button(self.tr("Guardar"), "primary", icon_name="check")
        self.save_button.clicked.connect(self.save)
        self.add_buttons(cancel, self.save_button)
        self._fill(self._printer)
        self.name.setFocus()

    def _build(self) -> None:
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Por ejemplo: Ticketera del mostrador"))
        self.transport = _combo((transport_words(each), each) for each in Transport)
        self.transport.currentIndexChanged.connect(self._show_address)
        self.columns = _combo((paper_words(each), each) for each in reversed(COLUMNS))
        self.code_page = _combo(
            (self.tr("Sin acentos") if each == "ascii" else each.upper(), each)
            for each in CODE_PAGES
        )
        self.code_page.currentIndexChanged.connect(self._suggest_number)
        self.code_page_number = QLineEdit()
        self.code_page_number.setValidator(QIntValidator(0, 255, self))
        self.has_cutter = QCheckBox(self.tr("Tiene cortador de papel"))
        self._build_addresses()
        number_hint = self.tr("El del manual; 19 en casi todas.")
        self.fields = {
            "name": Field(self.tr("Nombre"), self.name),
            "transport": Field(self.tr("Conexión"), self.transport),
            "columns": Field(self.tr("Ancho del papel"), self.columns),
            "code_page": Field(self.tr("Página de códigos"), self.code_page),
            "number": Field(self.tr("Número de página"), self.code_page_number, hint=number_hint),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.fields["name"], 0, 0, 1, 2)
        grid.addWidget(self.fields["transport"], 1, 0)
        grid.addWidget(self.fields["columns"], 1, 1)
        grid.addWidget(self.addresses, 2, 0, 1, 2)
        grid.addWidget(self.fields["code_page"], 3, 0)
        grid.addWidget(self.fields["number"], 3, 1)
        grid.addWidget(self.has_cutter, 4, 0)
        self.body.addLayout(grid)
        self.body.addStretch()

    def _build_addresses(self) -> None:
        """Make a page of address fields for each way to reach a printer."""
        port = QLineEdit(_DEFAULT_PORT)
        port.setValidator(QIntValidator(1, 65535, self))
        rate = _combo((each, each) for each in _RATES)
        self._parts: dict[Transport, tuple[QWidget, ...]] = {
            Transport.TCP: (QLineEdit(), port),
            Transport.USB: (QLineEdit(), QLineEdit()),
            Transport.SERIAL: (QLineEdit(), rate),
            Transport.QUEUE: (QLineEdit(),),
            Transport.FILE: (QLineEdit(),),
        }
        captions = {
            Transport.TCP: (self.tr("Dirección IP o nombre"), self.tr("Puerto")),
            Transport.USB: (self.tr("Fabricante (idVendor)"), self.tr("Producto (idProduct)")),
            Transport.SERIAL: (self.tr("Puerto"), self.tr("Velocidad")),
            Transport.QUEUE: (self.tr("Nombre de la cola"),),
            Transport.FILE: (self.tr("Archivo o dispositivo"),),
        }
        hints = {
            Transport.TCP: self.tr("Por ejemplo 192.168.0.50"),
            Transport.USB: self.tr("Por ejemplo 04b8"),
            Transport.SERIAL: self.tr("Por ejemplo /dev/ttyUSB0 o COM3"),
            Transport.QUEUE: self.tr("El que le da el sistema, por ejemplo TM-T20"),
            Transport.FILE: self.tr("Por ejemplo /dev/usb/lp0"),
        }
        self.addresses = QStackedWidget()
        self.address_fields: dict[Transport, Field] = {}
        for transport, parts in self._parts.items():
            page = QWidget()
            row = QGridLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.setHorizontalSpacing(18)
            for column, part in enumerate(parts):
                hint = hints[transport] if column == 0 else ""
                field = Field(captions[transport][column], part, hint=hint)
                row.addWidget(field, 0, column)
                row.setColumnStretch(column, 1)
                self.address_fields.setdefault(transport, field)
            self.addresses.addWidget(page)

    def _fill(self, printer: Printer) -> None:
        self.name.setText(printer.name)
        self.transport.setCurrentIndex(self.transport.findData(printer.transport))
        self.columns.setCurrentIndex(self.columns.findData(printer.columns))
        self.code_page.setCurrentIndex(self.code_page.findData(printer.code_page))
        self.code_page_number.setText(str(printer.code_page_number))
        self.has_cutter.setChecked(printer.has_cutter)
        separator = _SEPARATORS.get(printer.transport)
        texts = printer.address.rsplit(separator, 1) if separator else [printer.address]
        if printer.address:
            for part, text in zip(self._parts[printer.transport], texts, strict=False):
                _set_text(part, text)
        self._show_address()

    def _record(self) -> Printer:
        transport = Transport(self.transport.currentData())
        texts = [_text(part) for part in self._parts[transport]]
        return replace(
            self._printer,
            name=self.name.text(),
            transport=transport,
            address=_SEPARATORS.get(transport, "").join(texts),
            columns=self.columns.currentData(),
            code_page=self.code_page.currentData(),
            code_page_number=int(self.code_page_number.text() or -1),
            has_cutter=self.has_cutter.isChecked(),
        )

    @Slot()
    def save(self) -> None:
        """Save the printer, or say what is wrong under its field."""
        record = self._record()
        fields = self.fields | {"address": self.address_fields[record.transport]}
        for field in fields.values():
            field.clear_error()
        try:
            self._shop.write(save_printer, record)
        except ShopError as error:
            wrong = fields.get(error.field, self.fields["name"])
            wrong.set_error(str(error))
            wrong.setFocus()
            return
        self.accept()
        words = self.tr("Impresora «{name}» guardada. Probala con la página de prueba.")
        self._toasts.show(words.format(name=record.name.strip()))

    @Slot()
    def _show_address(self) -> None:
        self.addresses.setCurrentIndex(self.transport.currentIndex())

    @Slot()
    def _suggest_number(self) -> None:
        self.code_page_number.setText(str(CODE_PAGES[self.code_page.currentData()]))


def _combo(options: Iterable[tuple[str, object]]) -> QComboBox:
    result = QComboBox()
    for words, value in options:
        result.addItem(words, value)
    return result


def _text(part: QWidget) -> str:
    return part.currentText() if isinstance(part, QComboBox) else _line(part).text().strip()


def _set_text(part: QWidget, text: str) -> None:
    if isinstance(part, QComboBox):
        part.setCurrentText(text)
    else:
        _line(part).setText(text)


def _line(part: QWidget) -> QLineEdit:
    assert isinstance(part, QLineEdit)
    return part
