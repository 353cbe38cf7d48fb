"""What a printer answers, and the button that asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.settings.printer_words import answer_words
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.core.printers import Acknowledgement, Answer, Printer, StatusReport
    from kioskifly_desktop.ui.shop import Shop


class ProbeStrip(QFrame):
    """Asks the printer that `described` returns; `answered` follows with what was learnt."""

    answered = Signal(object)

    def __init__(self, shop: Shop, described: Callable[[], Printer]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._shop = shop
        self._described = described
        self._asking = False
        self.word = label("", "subtitle")
        self.sentence = label("", "muted")
        self.sentence.setWordWrap(True)
        self.button = button(self.tr("Probar conexión"), icon_name="refresh-cw")
        self.button.clicked.connect(self.probe)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.word)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(14)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def show_state(self, report: StatusReport, acknowledgement: Acknowledgement) -> None:
        """Say what is known of the printer."""
        word, sentence = answer_words(report, acknowledgement)
        self._say(word, sentence)
        self._enable()

    @Slot()
    def probe(self) -> None:
        """Ask the printer in a thread; it may take seconds."""
        printer, devices = self._described(), self._shop.devices
        self._asking = True
        self._enable()
        self._say(self.tr("Probando…"), self.tr("Puede tardar unos segundos."))
        background.run(
            self, lambda: devices.probe(printer), lambda a: self._heard(printer, a), self._failed
        )

    def _heard(self, printer: Printer, answer: Answer) -> None:
        self._asking = False
        self._enable()
        now = self._described()
        if (now.transport, now.address) != (printer.transport, printer.address):
            self.show_state(now.report, now.acknowledgement)  # another one was written meanwhile
            return
        self.answered.emit(answer)
        now = self._described()
        word, sentence = answer_words(now.report, now.acknowledgement)
        if answer.trouble:
            if answer.report is None:
                word = self.tr("No se pudo probar")
            trouble = said(answer.trouble)
            sentence = f"{trouble[:1].upper()}{trouble[1:]}."
        elif answer.paper_low:
            sentence += " " + self.tr("Le queda poco papel.")
        self._say(word, sentence, warning=bool(answer.trouble or answer.paper_low))

    def _failed(self, error: ShopError) -> None:
        self._asking = False
        self._enable()
        self._say(self.tr("No se pudo probar"), words_of(error), warning=True)

    def _enable(self) -> None:
        self.button.setEnabled(not self._asking and bool(self._described().address))

    def _say(self, word: str, sentence: str, *, warning: bool = False) -> None:
        self.word.setText(word)
        self.sentence.setText(sentence)
        set_tone(self.sentence, "warning" if warning else "")
