"""A reminder or a statement for a client's own WhatsApp: seen, changed, and sent by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.contact import (
    MAX_LINK,
    MESSAGE_NAMES,
    TONE_NAMES,
    MessageKind,
    MessageRequest,
    Standing,
    Tone,
    message_standing,
    record_message,
    reminder_text,
    shown_number,
    statement_texts,
    whatsapp_link,
)
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import NBSP
from kioskifly_desktop.core.wallet import wallet_summary
from kioskifly_desktop.ui import background, keys
from kioskifly_desktop.ui.contact.bubble import Bubble, Chat
from kioskifly_desktop.ui.contact.links import open_whatsapp
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog, ask
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.icons import icon_label, set_label_icon
from kioskifly_desktop.ui.widgets.labels import label, set_tone
from kioskifly_desktop.ui.widgets.notice import Notice
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_SINCE, _ALL = "since", "all"
_ICONS = {MessageKind.REMINDER: "message-circle", MessageKind.STATEMENT: "receipt-text"}


class MessageDialog(Dialog):
    """Shows the message in parts that WhatsApp takes, and hands each over."""

    def __init__(
        self, shop: Shop, client_id: int, kind: MessageKind, toasts: ToastHost, parent: QWidget
    ) -> None:
        super().__init__(parent, "", size=(640, 660))
        self._shop = shop
        self._client_id = client_id
        self._kind = kind
        self._toasts = toasts
        self._request_id = uuid4().hex
        self._insist = False
        self._asked = 0
        self.parts: list[str] = []
        self.part = 0
        self._handed_over: set[int] = set()
        self._typed = False
        self._written_in = Tone.FRIENDLY
        client = shop.read(get_client, client_id)
        self.set_title(said(MESSAGE_NAMES[kind]), client.name)
        set_label_icon(self.leading, _ICONS[kind], "action", 28)
        self.leading.show()
        self.standing: Standing = shop.read(message_standing, client_id, kind)
        self.tone = Segments(
            [(tone, said(words)) for tone, words in TONE_NAMES.items()], accessible=self.tr("Tono")
        )
        self.tone.choose(Tone.FRIENDLY)
        self.scope = Segments(
            [(_SINCE, self.tr("Desde que debe")), (_ALL, self.tr("Todo"))],
            accessible=self.tr("Desde cuándo"),
        )
        self.bubble = Bubble()
        self._lay_out()
        self._buttons()
        self.tone.chosen.connect(self._other_wanted)
        self.scope.chosen.connect(self._other_wanted)
        self.bubble.edited.connect(self._edited)
        self.bubble.setFocus()
        self.read_again()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(14)
        choices.addWidget(self.tone)
        if self._kind is MessageKind.STATEMENT:
            choices.addWidget(self.scope)
        choices.addStretch(1)
        self.insist_button = button(self.tr("Mandar igual"), "link")
        self.insist_button.clicked.connect(self.insist)
        self.caution = Notice("", action=self.insist_button)
        self.error = Notice("")
        self._show_standing()
        self.body.addLayout(choices)
        self.body.addWidget(self.caution)
        self.body.addWidget(self.error)
        self.body.addWidget(Chat(self.bubble), 1)
        self.long = label(
            self.tr("Es largo para abrirlo en WhatsApp: acortalo, o copialo y pegalo."), "muted"
        )
        set_tone(self.long, "warning")
        self.long.hide()
        self.body.addWidget(self.long)

    def _foot(self) -> QHBoxLayout:
        known = bool(self.standing.number)
        self.number = label(said(self.standing.number_problem), "muted")
        self.number.setWordWrap(True)
        if known:
            words = self.tr("WhatsApp se abre con {number}, el de su ficha.")
            self.number.setText(words.format(number=shown_number(self.standing.number)))
        set_tone(self.number, "" if known else "warning")
        self.back_button = icon_button("chevron-left", self.tr("Parte anterior"))
        self.back_button.clicked.connect(lambda: self.show_part(self.part - 1))
        self.next_button = icon_button("chevron-right", self.tr("Parte siguiente"))
        self.next_button.clicked.connect(lambda: self.show_part(self.part + 1))
        self.part_words = label("", "muted")
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(icon_label("phone", "text_tertiary" if known else "warning", 14))
        row.addWidget(self.number, 1)
        for each in (self.back_button, self.part_words, self.next_button):
            row.addWidget(each)
        return row

    def _buttons(self) -> None:
        self.copy_button = button(self.tr("Copiar"), icon_name="copy")
        self.copy_button.clicked.connect(self.copy)
        self.sent_button = button(self.tr("Marcar enviado"), icon_name="check")
        self.sent_button.clicked.connect(self.mark_sent)
        self.open_button = button(self.tr("Abrir WhatsApp"), "primary", icon_name="send")
        self.open_button.clicked.connect(self.open_whatsapp)
        keys.bind("offer.copy", self, self.copy_button.click)
        keys.bind("offer.open", self, self.open_button.click)
        keys.tip(self.copy_button, self.tr("Copiar el mensaje"), "offer.copy")
        keys.tip(self.open_button, self.tr("Abrir WhatsApp"), "offer.open")
        # Over the buttons, and not in what scrolls: parts that are not seen are not sent.
        self._outer.addLayout(self._foot())
        self.add_buttons(self.copy_button, self.sent_button, self.open_button)

    @Slot(object)
    def _other_wanted(self, _value: object) -> None:
        """Write another message, asking first if something typed would be lost."""
        if not self._typed:
            self.read_again()
            return
        question = ask(
            self,
            self.tr("¿Escribirlo de nuevo?"),
            self.tr("Se pierde lo que cambiaste de este mensaje."),
            self.tr("Escribir de nuevo"),
            self.read_again,
        )
        question.rejected.connect(self._as_before)

    @Slot()
    def _as_before(self) -> None:
        """Leave the tone that the text has."""
        blocked = self.tone.blockSignals(True)
        self.tone.choose(self._written_in)
        self.tone.blockSignals(blocked)

    @Slot()
    def read_again(self) -> None:
        """Write the message anew, for another tone or another stretch of the account."""
        self._asked += 1
        asked, tone = self._asked, Tone(str(self.tone.value()))
        since = self.scope.value() == _SINCE

        def texts() -> list[str]:
            return self._shop.read_apart(_texts, self._client_id, self._kind, tone, since=since)

        def arrived(parts: list[str]) -> None:
            if asked == self._asked:
                first = not self.parts
                self.parts = parts
                self._handed_over.clear()
                self._typed = False
                self._written_in = tone
                self._show_standing()
                self.show_part(0)
                if first and self.open_button.isEnabled() and self.open_button.isVisible():
                    self.open_button.setFocus()

        def failed(error: ShopError) -> None:
            if asked == self._asked:
                self._failed(error)

        self._show_buttons(ready=False)
        background.run(self, texts, arrived, failed)

    def show_part(self, part: int) -> None:
        """Show one of the parts."""
        self.part = part
        # On the screen no amount is parted from its sign; what leaves has plain spaces.
        self.bubble.write(self.parts[part].replace("$ ", f"${NBSP}"))
        several = len(self.parts) > 1
        if several:
            # What is undone in a part would be another part's text.
            self.bubble.document().clearUndoRedoStacks()
        for each in (self.back_button, self.next_button, self.part_words):
            each.setVisible(several)
        done = part in self._handed_over
        words = (
            self.tr("Parte {part} de {parts}, ya abierta")
            if done
            else self.tr("Parte {part} de {parts}")
        )
        self.part_words.setText(words.format(part=part + 1, parts=len(self.parts)))
        self.back_button.setEnabled(part > 0)
        self.next_button.setEnabled(part + 1 < len(self.parts))
        self._show_buttons(ready=True)

    def _show_standing(self) -> None:
        """Say what stands against the message."""
        standing = self.standing
        self.caution.words.setText(" ".join(map(said, standing.cautions)))
        self.caution.setVisible(
            bool(standing.cautions) and not standing.blocked and not self._insist
        )
        self.error.words.setText(said(standing.blocked))
        self.error.setVisible(bool(standing.blocked))

    def _failed(self, error: ShopError) -> None:
        self.error.words.setText(words_of(error))
        self.error.show()
        self._show_buttons(ready=False)

    def _show_buttons(self, *, ready: bool) -> None:
        free = ready and not self.standing.blocked
        says = free and bool(self.bubble.toPlainText().strip())
        may_send = says and (self._insist or not self.standing.cautions)
        number, text = self.standing.number, self.bubble.toPlainText()
        fits = len(whatsapp_link(number, text)) <= MAX_LINK
        self.copy_button.setEnabled(says)
        self.sent_button.setEnabled(may_send)
        self.open_button.setEnabled(may_send and bool(number) and fits)
        self.long.setVisible(ready and not fits)
        # A statement is whole or it is none: it is not written over.
        self.bubble.setReadOnly(not free or self._kind is MessageKind.STATEMENT)

    @Slot()
    def insist(self) -> None:
        """Send it whatever stands against it."""
        self._insist = True
        self.caution.hide()
        self._show_buttons(ready=bool(self.parts))
        (self.sent_button if self._handed_over else self.open_button).setFocus()

    @Slot()
    def _edited(self) -> None:
        self._typed = True
        self.parts[self.part] = self.bubble.toPlainText()
        self._show_buttons(ready=True)

    @Slot()
    def copy(self) -> None:
        """Put the part shown in the clipboard."""
        QApplication.clipboard().setText(self.bubble.toPlainText())
        self._toasts.show(self.tr("Mensaje copiado."))

    @Slot()
    def open_whatsapp(self) -> None:
        """Open the chat with the part shown, and bring the next one."""
        if not self.open_button.isEnabled():
            return
        if not open_whatsapp(self.standing.number, self.bubble.toPlainText()):
            words = self.tr("No se pudo abrir WhatsApp: copiá el mensaje y pegalo en el chat.")
            self._toasts.show(words, error=True)
            return
        self._handed_over.add(self.part)
        if self.part + 1 < len(self.parts):
            self.show_part(self.part + 1)
        else:
            self.sent_button.setFocus()

    @Slot()
    def mark_sent(self) -> None:
        """Keep the message as sent, whole."""
        request = MessageRequest(
            request_id=self._request_id,
            client_id=self._client_id,
            kind=self._kind,
            text="\n\n".join(self.parts),
            tone=Tone(str(self.tone.value())),
            insist=self._insist,
        )
        try:
            self._shop.write(record_message, request)
        except ShopError as error:
            # The hour may have come, or another counter may have written, with this one open.
            self.standing = self._shop.read(message_standing, self._client_id, self._kind)
            self._show_standing()
            if not self.standing.blocked and not self.caution.isVisible():
                self._failed(error)
            self._show_buttons(ready=True)
            return
        self.accept()
        self._toasts.show(self.tr("Quedó anotado como enviado."))


def _texts(work: Work, client_id: int, kind: MessageKind, tone: Tone, *, since: bool) -> list[str]:
    if kind is MessageKind.REMINDER:
        return [reminder_text(work, client_id, tone)]
    first = wallet_summary(work, client_id).owing_since if since else None
    return statement_texts(work, client_id, tone, since=first)
