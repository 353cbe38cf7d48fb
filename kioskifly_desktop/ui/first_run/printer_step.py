"""La impresora: found or written, tried on paper, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.first_run import (
    accept_printer,
    go_without_printer,
    refuse_printer,
    try_printer,
)
from kioskifly_desktop.core.outbox import printer_states
from kioskifly_desktop.core.printers import PRESETS, Printer, Transport, list_printers
from kioskifly_desktop.ui.first_run.step import Step
from kioskifly_desktop.ui.sentences import kept, said, words_of
from kioskifly_desktop.ui.settings.addresses import Addresses
from kioskifly_desktop.ui.settings.printer_words import transport_words
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import card, label, set_tone
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop

_WAYS = (Transport.USB, Transport.TCP, Transport.SERIAL, Transport.QUEUE)


class PrinterStep(Step):
    """How the printer is reached, its test page, and whether that came out well."""

    def __init__(self, shop: Shop) -> None:
        super().__init__(
            shop,
            self.tr("¿Tenés impresora de tickets?"),
            self.tr("Prendela y enchufala: imprimimos una hoja de prueba para ver si sale bien."),
        )
        self._printers = shop.read(list_printers)
        self._tried = 0
        self._asked = False
        self._build()
        self._lay_out()
        self.ways.chosen.connect(self._show_way)
        self.addresses.edited.connect(self._withdraw)
        self.model.currentIndexChanged.connect(self._withdraw)
        shop.printing_changed.connect(self._follow)

    def _build(self) -> None:
        none = self.tr("Dejar la que tengo") if self._printers else self.tr("No tengo impresora")
        options = [*((way, transport_words(way)) for way in _WAYS), (None, none)]
        self.ways = Segments(options, accessible=self.tr("Cómo está conectada la impresora"))
        for each in self._way_buttons():
            each.setAutoDefault(False)  # Enter goes on
        self.addresses = Addresses(self.shop)
        self.model = QComboBox()
        for preset in PRESETS:
            self.model.addItem(said(preset.name), preset)
        self.without = label("", "muted")
        self.without.setWordWrap(True)
        self.state = label("", "muted")
        self.state.setWordWrap(True)
        self.no = button(self.tr("No"))
        self.no.clicked.connect(self.refuse)
        self.yes = button(self.tr("Sí, salió bien"), "primary", icon_name="check")
        self.yes.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.addWidget(self.ways)
        ways.addStretch()
        self.form = card()
        form = QVBoxLayout(self.form)
        form.setContentsMargins(18, 14, 18, 8)
        form.setSpacing(6)
        form.addWidget(self.addresses)
        self.model_field = Field(
            self.tr("Papel y modelo"),
            self.model,
            hint=self.tr("Si el tuyo no está, elegí por el ancho del rollo: 80 mm o 58 mm."),
        )
        form.addWidget(self.model_field)
        self.question = card()
        question = QHBoxLayout(self.question)
        question.setContentsMargins(18, 12, 14, 12)
        question.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.asking = label("", "subtitle")
        words.addWidget(self.asking)
        words.addWidget(self.state)
        question.addLayout(words, 1)
        question.addWidget(self.no)
        question.addWidget(self.yes)
        self.column.addLayout(ways)
        self.column.addWidget(self.without)
        self.column.addWidget(self.form)
        self.column.addWidget(self.question)
        self.column.addWidget(self.error)
        self.column.addStretch()

    def begin(self) -> None:
        """Look for a printer, unless the shop has one or one is being tried."""
        if not self._tried:
            self._printers = self.shop.read(list_printers)
            if self._printers:
                self.ways.choose(None)
        self._show_way()
        next(each for each in self._way_buttons() if each.isChecked()).setFocus()

    def _way_buttons(self) -> list[QPushButton]:
        return self.ways.findChildren(QPushButton)

    def forward_words(self) -> str:
        """Return that the test comes first, where there is a printer to test."""
        if self.ways.value() is None:
            return super().forward_words()
        return self.tr("Imprimir otra vez") if self._asked else self.tr("Imprimir la prueba")

    @Slot()
    def _show_way(self) -> None:
        way = self.ways.value()
        self.form.setVisible(way is not None)
        self.without.setVisible(way is None)
        if isinstance(way, Transport):
            self.addresses.show_way(way)
        elif self._printers:
            words = self.tr("Ya está cargada «{name}». La podés cambiar en Ajustes, Impresora.")
            self.without.setText(words.format(name=self._printers[0].name))
        else:
            self.without.setText(
                self.tr(
                    "Todo se registra igual, y los comprobantes se ven en la pantalla y se guardan "
                    "en PDF. Cuando tengas una, agregala en Ajustes, Impresora."
                )
            )
        self._withdraw()

    @Slot()
    def _withdraw(self) -> None:
        """Ask no more of a test whose printer is described anew."""
        self._asked = False
        self.question.hide()
        self.complain(None)
        for field in (*self.addresses.fields.values(), self.model_field):
            field.clear_error()
        self.forward_changed.emit()

    def go_on(self) -> bool:
        """Print the test page and ask; without a printer, go on."""
        try:
            if self.ways.value() is None:
                self.shop.write(go_without_printer, self._made())
                self._tried = 0
                return True
            self._tried = self.shop.write(try_printer, self._record())
        except ShopError as error:
            self._refuse(error)
            return False
        self._asked = True
        self.question.show()
        self.forward_changed.emit()
        self.yes.show()
        self.yes.setFocus()
        self._follow()
        return False

    def _made(self) -> int:
        """Return the printer that the test made here, 0 if the shop had it before."""
        return 0 if any(each.id == self._tried for each in self._printers) else self._tried

    def _record(self) -> Printer:
        way, address = self.addresses.transport(), self.addresses.address()
        same = (each for each in self._printers if (each.transport, each.address) == (way, address))
        known = next(same, Printer(self._made(), self.tr("Ticketera"), way, address))
        preset = self.model.currentData()
        return replace(
            known,
            columns=preset.columns,
            has_cutter=preset.has_cutter,
            native_qr=preset.native_qr,
            code_page=preset.code_page,
            code_page_number=preset.code_page_number,
        )

    def _refuse(self, error: ShopError) -> None:
        if error.field != "address":
            self.complain(error)
            return
        field = self.addresses.fields[self.addresses.transport()]
        field.set_error(words_of(error))
        field.setFocus()

    @Slot()
    def _follow(self) -> None:
        """Say what stops the test page, while it is asked about."""
        if not self._asked:
            return
        states = self.shop.read(printer_states)
        trouble = next((kept(each.reason) for each in states if each.printer.id == self._tried), "")
        if trouble:
            self.asking.setText(self.tr("Todavía no salió"))
            self.no.setText(self.tr("Dejar de esperar"))
            words = self.tr("{trouble}. Cuando se arregle, sale sola.")
            self.state.setText(words.format(trouble=trouble[:1].upper() + trouble[1:]))
        else:
            self.asking.setText(self.tr("¿Salió bien?"))
            self.no.setText(self.tr("No"))
            self.state.setText(
                self.tr("Fijate que la regla ocupe una línea justa y se lean la ñ y los acentos.")
            )
        set_tone(self.state, "warning" if trouble else "")
        if trouble and self.yes.hasFocus():
            self.no.setFocus()
        self.yes.setVisible(not trouble)

    @Slot()
    def accept(self) -> None:
        """Keep the printer as it is, and go on."""
        try:
            self.shop.write(accept_printer, self._tried)
        except ShopError as error:
            self.complain(error)
            return
        self._tried = 0
        self._withdraw()
        self.done.emit()

    @Slot()
    def refuse(self) -> None:
        """Give the page up, and say what to look at before the next one."""
        try:
            self.shop.write(refuse_printer, self._tried)
        except ShopError as error:
            self.complain(error)
            return
        self._withdraw()
        self.model_field.set_warning(
            self.tr(
                "Si no salió nada, revisá el cable, el papel y la tapa. Si salió cortado o con "
                "signos raros, probá con otro modelo. También podés seguir sin impresora."
            )
        )
        self.model.setFocus()
