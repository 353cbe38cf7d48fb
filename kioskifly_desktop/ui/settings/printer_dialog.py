"""The form of a printer: how it is reached, what it answers and what its paper is like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.outbox import change_printer
from kioskifly_desktop.core.printers import (
    CODE_PAGES,
    COLUMNS,
    DRAWER_PINS,
    MOST_COPIES,
    PRESETS,
    Acknowledgement,
    Answer,
    Preset,
    Printer,
    StatusReport,
    Transport,
    list_printers,
)
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.settings.addresses import Addresses
from kioskifly_desktop.ui.settings.printer_words import drawer_words, paper_words, transport_words
from kioskifly_desktop.ui.settings.probe_strip import ProbeStrip
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_NEW = Printer(id=0, name="", transport=Transport.TCP, address="", native_qr=True)


class PrinterDialog(Dialog):
    """Adds a printer, or changes one; `found` fills the form of a new one."""

    def __init__(
        self,
        shop: Shop,
        toasts: ToastHost,
        parent: QWidget,
        printer: Printer | None = None,
        *,
        found: Printer | None = None,
    ) -> None:
        title = self.tr("Editar impresora") if printer else self.tr("Agregar impresora")
        super().__init__(parent, title, size=(900, 0))
        self._shop = shop
        self._toasts = toasts
        self._printer = printer or found or _NEW
        self._asked = False
        self._build()
        self.save_button = self.add_form_buttons(self.tr("Guardar"), self.save)
        self._fill(self._printer)
        self.addresses.edited.connect(self._show_answer)
        self.name.setFocus()

    def _build(self) -> None:
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Por ejemplo: Ticketera del mostrador"))
        self.preset = _combo(
            [(self.tr("Otra, a mano"), None), *((said(p.name), p) for p in PRESETS)]
        )
        self.preset.activated.connect(self._use_preset)
        self.transport = _combo((transport_words(each), each) for each in Transport)
        self.transport.currentIndexChanged.connect(self._show_address)
        self.addresses = Addresses(self._shop)
        self.strip = ProbeStrip(self._shop, self._record)
        self.strip.answered.connect(self._learn)
        self.columns = _combo((paper_words(each), each) for each in reversed(COLUMNS))
        self.copies = _combo((str(each), each) for each in range(1, MOST_COPIES + 1))
        self.drawer_pin = _combo((drawer_words(each), each) for each in DRAWER_PINS)
        self.code_page = _combo(
            (self.tr("Sin acentos") if each == "ascii" else each.upper(), each)
            for each in CODE_PAGES
        )
        self.code_page.currentIndexChanged.connect(self._suggest_number)
        self.code_page_number = QLineEdit()
        self.code_page_number.setValidator(QIntValidator(0, 255, self))
        self.has_cutter = QCheckBox(self.tr("Corta el papel"))
        self.native_qr = QCheckBox(self.tr("Dibuja los códigos QR ella misma"))
        self.prints_logo = QCheckBox(self.tr("Imprimir el logo"))
        for changed in (
            self.columns.currentIndexChanged,
            self.code_page_number.textChanged,
            self.has_cutter.toggled,
            self.native_qr.toggled,
        ):
            changed.connect(self._name_preset)
        self._lay_out()

    def _lay_out(self) -> None:
        page_hint = self.tr("Imprimí la página de prueba y elegí el renglón que se vea bien.")
        drawer_hint = self.tr("Casi todos los cajones usan el pin 2.")
        self.fields = {
            "preset": Field(self.tr("Modelo"), self.preset),
            "name": Field(self.tr("Nombre"), self.name),
            "transport": Field(self.tr("Conexión"), self.transport),
            "columns": Field(self.tr("Ancho del papel"), self.columns),
            "copies": Field(self.tr("Copias de cada comprobante"), self.copies),
            "drawer_pin": Field(self.tr("Cajón de dinero"), self.drawer_pin, hint=drawer_hint),
            "code_page": Field(self.tr("Página de códigos"), self.code_page, hint=page_hint),
            "number": Field(self.tr("Número de página"), self.code_page_number),
        }
        checks = QWidget()
        column = QVBoxLayout(checks)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.has_cutter)
        column.addWidget(self.native_qr)
        column.addWidget(self.prints_logo)
        column.addStretch()
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for each in range(3):
            grid.setColumnStretch(each, 1)
            grid.setColumnMinimumWidth(each, 200)
        grid.addWidget(self.fields["preset"], 0, 0)
        grid.addWidget(self.fields["name"], 0, 1, 1, 2)
        grid.addWidget(self.fields["transport"], 1, 0)
        grid.addWidget(self.addresses, 1, 1, 1, 2)
        grid.addWidget(self.strip, 2, 0, 1, 3)
        grid.setRowMinimumHeight(3, 8)
        grid.addWidget(self.fields["columns"], 4, 0)
        grid.addWidget(self.fields["copies"], 4, 1)
        grid.addWidget(self.fields["drawer_pin"], 4, 2)
        grid.addWidget(self.fields["code_page"], 5, 0)
        grid.addWidget(self.fields["number"], 5, 1)
        grid.addWidget(checks, 5, 2)
        self.body.addLayout(grid)
        self.body.addStretch()

    def _fill(self, printer: Printer) -> None:
        self.name.setText(printer.name)
        _choose(self.transport, printer.transport)
        self._fill_paper(
            Preset(
                "",
                printer.columns,
                has_cutter=printer.has_cutter,
                native_qr=printer.native_qr,
                code_page=printer.code_page,
                code_page_number=printer.code_page_number,
            )
        )
        _choose(self.copies, printer.copies)
        _choose(self.drawer_pin, printer.drawer_pin)
        self.prints_logo.setChecked(printer.prints_logo)
        self._show_address()
        if printer.address:
            self.addresses.set_address(printer.address)
        self._name_preset()
        self._show_answer()

    def _fill_paper(self, preset: Preset) -> None:
        _choose(self.columns, preset.columns)
        _choose(self.code_page, preset.code_page)
        self.code_page_number.setText(str(preset.code_page_number))
        self.has_cutter.setChecked(preset.has_cutter)
        self.native_qr.setChecked(preset.native_qr)

    def _record(self) -> Printer:
        record = replace(
            self._printer,
            name=self.name.text(),
            transport=self.addresses.transport(),
            address=self.addresses.address(),
            columns=self.columns.currentData(),
            code_page=self.code_page.currentData(),
            code_page_number=int(self.code_page_number.text() or -1),
            has_cutter=self.has_cutter.isChecked(),
            native_qr=self.native_qr.isChecked(),
            prints_logo=self.prints_logo.isChecked(),
            copies=self.copies.currentData(),
            drawer_pin=self.drawer_pin.currentData(),
        )
        known = self._printer
        if (record.transport, record.address) == (known.transport, known.address):
            return record
        # What was learnt is of the printer that was there.
        return replace(
            record,
            report=StatusReport.UNKNOWN,
            acknowledgement=Acknowledgement.UNKNOWN,
            paper_low=False,
        )

    @Slot()
    def save(self) -> None:
        """Save the printer, or say what is wrong under its field."""
        record = self._record()
        fields = self.fields | {"address": self.addresses.fields[record.transport]}
        for field in fields.values():
            field.clear_error()
        try:
            self._shop.write(change_printer, self._up_to_date(record))
        except ShopError as error:
            wrong = fields.get(error.field, self.fields["name"])
            wrong.set_error(words_of(error))
            wrong.setFocus()
            return
        self.accept()
        words = self.tr("Impresora «{name}» guardada. Probala con la página de prueba.")
        self._toasts.show(words.format(name=record.name.strip()))

    def _up_to_date(self, record: Printer) -> Printer:
        """Return the record with what its jobs taught while the form was open."""
        for stored in self._shop.read(list_printers):
            same = (stored.transport, stored.address) == (record.transport, record.address)
            if stored.id == record.id and same and not self._asked:
                return replace(
                    record,
                    report=stored.report,
                    acknowledgement=stored.acknowledgement,
                    paper_low=stored.paper_low,
                )
        return record

    @Slot(object)
    def _learn(self, answer: Answer) -> None:
        """Keep what the printer proved; it is saved with the rest."""
        record = self._record()
        self._asked = True
        self._printer = replace(
            self._printer,
            transport=record.transport,
            address=record.address,
            report=answer.report or record.report,
            acknowledgement=answer.acknowledgement or record.acknowledgement,
            paper_low=answer.paper_low,
        )

    @Slot()
    def _show_address(self) -> None:
        self.addresses.show_way(Transport(self.transport.currentData()))
        self._show_answer()

    @Slot()
    def _show_answer(self) -> None:
        record = self._record()
        self.strip.show_state(record.report, record.acknowledgement)

    @Slot()
    def _suggest_number(self) -> None:
        self.code_page_number.setText(str(CODE_PAGES[self.code_page.currentData()]))

    @Slot()
    def _use_preset(self) -> None:
        preset = self.preset.currentData()
        if preset is not None:
            self._fill_paper(preset)
            _choose(self.preset, preset)

    @Slot()
    def _name_preset(self) -> None:
        """Name the model that the paper's values are of, the one chosen if it still is."""
        chosen = self.preset.currentData()
        same = [preset for preset in PRESETS if self._is(preset)]
        if chosen not in same:
            _choose(self.preset, same[0] if same else None)

    def _is(self, preset: Preset) -> bool:
        mine = replace(
            preset,
            columns=self.columns.currentData(),
            has_cutter=self.has_cutter.isChecked(),
            native_qr=self.native_qr.isChecked(),
            code_page=self.code_page.currentData(),
            code_page_number=int(self.code_page_number.text() or -1),
        )
        return mine == preset


def _combo(options: Iterable[tuple[str, object]]) -> QComboBox:
    result = QComboBox()
    result.setSizeAdjustPolicy(_SHORT)
    result.setMinimumContentsLength(14)
    for words, value in options:
        result.addItem(words, value)
    return result


def _choose(combo: QComboBox, value: object) -> None:
    """Choose by equality: Qt would look for the same object."""
    for position in range(combo.count()):
        if combo.itemData(position) == value:
            combo.setCurrentIndex(position)
            return
