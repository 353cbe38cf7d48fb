"""What leaves the computer for an offer to be written, word for word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from kioskifly_desktop.core.contact import WRITER_NAMES, WriterKind
from kioskifly_desktop.core.offers import instructions, payload
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.contact import Tone
    from kioskifly_desktop.core.offers import BotSettings, OfferPlan


class PayloadDialog(Dialog):
    """The data of an offer and the fixed instructions, as the writer gets them."""

    def __init__(self, parent: QWidget, plan: OfferPlan, tone: Tone, settings: BotSettings) -> None:
        builtin = settings.writer is WriterKind.BUILTIN
        super().__init__(parent, self.tr("Qué se envía"), size=(640, 0 if builtin else 680))
        if builtin:
            self._say(self.tr("Nada: se escribe en esta computadora."))
        else:
            where = settings.url
            if settings.writer is WriterKind.OPENAI:
                where = said(WRITER_NAMES[settings.writer])
            words = self.tr(
                "Esto es todo lo que recibe {where}. No van el nombre, el teléfono, el documento"
                " ni el saldo: {gap} se completa en esta computadora."
            )
            self._say(words.format(where=where, gap="{nombre}"))
            data = json.dumps(payload(plan, tone), ensure_ascii=False, indent=2)
            self.data = self._show(self.tr("Los datos de esta oferta"), data, 3)
            self.instructions = self._show(
                self.tr("Las instrucciones, siempre las mismas"), instructions(), 2
            )
        close = button(self.tr("Cerrar"), "primary")
        close.clicked.connect(self.reject)
        self.add_buttons(close)
        close.setFocus()

    def _say(self, words: str) -> None:
        self.words = label(words)
        self.words.setWordWrap(True)
        self.body.addWidget(self.words)

    def _show(self, caption: str, text: str, share: int) -> QPlainTextEdit:
        box = QPlainTextEdit(text)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setAccessibleName(caption)
        box.setProperty("kind", "code")
        box.setMinimumHeight(120)
        self.body.addWidget(label(caption, "caption"))
        self.body.addWidget(box, share)
        return box
