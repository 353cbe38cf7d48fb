"""An offer for a client: what it rests on, its text while it is written, and its way out."""

from __future__ import annotations

from itertools import pairwise
from textwrap import shorten
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.contact import (
    MessageKind,
    MessageRequest,
    OfferedProduct,
    WriterKind,
    record_message,
)
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_date
from kioskifly_desktop.core.offers import built_in, complaint
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.contact.links import open_whatsapp
from kioskifly_desktop.ui.offers.choices import Choices
from kioskifly_desktop.ui.offers.letter import Letter
from kioskifly_desktop.ui.offers.offered import offered_in
from kioskifly_desktop.ui.offers.payload_dialog import PayloadDialog
from kioskifly_desktop.ui.offers.sent_table import SentTable
from kioskifly_desktop.ui.offers.words import writer_words
from kioskifly_desktop.ui.offers.writing import Opening, Writing
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog, ask
from kioskifly_desktop.ui.widgets.icons import set_icon, set_label_icon
from kioskifly_desktop.ui.widgets.labels import plain_tooltip, restyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from kioskifly_desktop.core.contact import Aim
    from kioskifly_desktop.core.offers import Candidate, OfferPlan, Written
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_SETTLE_MS = 250
_LONGEST_NAME = 60


class OfferDialog(Dialog):
    """Writes an offer, lets it be changed, and hands it to WhatsApp: a person sends it."""

    def __init__(
        self,
        shop: Shop,
        client_id: int,
        toasts: ToastHost,
        parent: QWidget,
        aim: Aim | None = None,
    ) -> None:
        super().__init__(parent, "", size=(1080, 740))
        self._shop = shop
        self._client_id = client_id
        self._toasts = toasts
        self._request_id = uuid4().hex
        self._opening: Opening | None = None
        self._insist = False
        self._opened = False
        self._versions = 0
        self._writer = WriterKind.BUILTIN
        self._before = ("", WriterKind.BUILTIN, "")
        self._note = ""
        self._fresh = True
        name = shop.read(get_client, client_id).name
        self._name = shorten(name, _LONGEST_NAME, placeholder="…")
        self.set_title(
            self.tr("Oferta para {name}").format(name=self._name),
            self.tr("Revisalo antes de mandarlo: sale de tu WhatsApp cuando vos lo mandás."),
        )
        set_label_icon(self.leading, "bot", "action", 30)
        self.leading.show()
        self.choices = Choices()
        self.letter = Letter(SentTable(shop, client_id))
        self.bubble = self.letter.bubble
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.choices, 5)
        row.addWidget(self.letter, 8)
        self.body.addLayout(row, 1)
        self._buttons()
        self.writing = Writing(shop, client_id, self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._connect()
        self._order_of_tab()
        self._read(aim)
        self.bubble.setFocus()

    def _buttons(self) -> None:
        self.again_button = button(self.tr("Otra versión"), icon_name="refresh-cw")
        self.cancel_button = button(self.tr("Cancelar"), icon_name="x")
        self.copy_button = button(self.tr("Copiar"), icon_name="copy")
        self.sent_button = button(self.tr("Marcar enviada"), icon_name="check")
        self.open_button = button(self.tr("Abrir WhatsApp"), "primary", icon_name="send")
        keys.tip(self.again_button, self.tr("Otra versión"), "offer.again")
        keys.tip(self.copy_button, self.tr("Copiar el mensaje"), "offer.copy")
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.again_button)
        row.addWidget(self.cancel_button)
        self.add_buttons(self.copy_button, self.sent_button, self.open_button, left=left)

    def _connect(self) -> None:
        self.again_button.clicked.connect(self.write_again)
        self.cancel_button.clicked.connect(self.stop_writing)
        self.copy_button.clicked.connect(self.copy)
        self.sent_button.clicked.connect(self.mark_sent)
        self.open_button.clicked.connect(self.open_whatsapp)
        self.choices.aim_chosen.connect(self._read)
        self.choices.tone_chosen.connect(self._tone_chosen)
        self.choices.payload_button.clicked.connect(self.show_payload)
        self.letter.insisted.connect(self._insisted)
        self.bubble.edited.connect(self._edited)
        self._settle.timeout.connect(self._judge)
        self.writing.planned.connect(self._planned)
        self.writing.arrived.connect(self._arrived)
        self.writing.written.connect(self._written)
        self.writing.failed.connect(self._failed)
        keys.bind("offer.again", self, self.again_button.click)
        keys.bind("offer.copy", self, self.copy_button.click)
        keys.bind("offer.open", self, self.open_button.click)
        keypad = QShortcut(QKeySequence("Ctrl+Enter"), self)
        keypad.activated.connect(self.open_button.click)

    def _order_of_tab(self) -> None:
        chain = (
            *(self.choices.aim, *self.choices.tone.findChildren(type(self.open_button))),
            *(self.letter.insist_button, self.bubble, self.again_button, self.cancel_button),
            *(self.copy_button, self.sent_button, self.open_button, self.choices.payload_button),
        )
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    @property
    def plan(self) -> OfferPlan | None:
        """What may be offered, once it was read."""
        return self._opening.plan if self._opening else None

    @Slot(object)
    def _read(self, aim: Aim | None) -> None:
        """Read again what may be offered, for another aim."""
        self.letter.set_state(self.tr("Buscando qué ofrecerle…"))
        self.writing.read(aim)
        self._show_buttons(reading=True)

    @Slot(object)
    def _planned(self, opening: Opening) -> None:
        self._opening = opening
        self._versions = 0
        self.letter.show_standing(opening.standing, insisted=self._insist)
        self.choices.setVisible(not opening.standing.blocked)
        if opening.plan is None:
            self._say_no(said(opening.standing.blocked))
            return
        self.choices.show_plan(opening.plan)
        self.letter.show_message()
        self._start()

    @Slot(str)
    def _failed(self, why: str) -> None:
        self._opening = None
        self._say_no(why)

    def _say_no(self, why: str) -> None:
        self.letter.set_state("")
        self.letter.show_nothing(self.tr("No hay oferta"), why)
        self._show_buttons()

    def _start(self) -> None:
        """Show a text at once; who writes for the shop may better it."""
        assert self._opening is not None
        assert self.plan is not None
        text = built_in(self.plan, self.choices.tone_wanted(), self._versions)
        self._put(text, WriterKind.BUILTIN, writer_words(WriterKind.BUILTIN))
        self._ask_writer()

    def _ask_writer(self) -> None:
        """Have the shop's writer write, over the text there is."""
        assert self._opening is not None
        self._before = (self.bubble.toPlainText(), self._writer, self._note)
        busy = self._opening.settings.writer is not WriterKind.BUILTIN
        if busy:
            self.writing.write(self._opening, self.choices.tone_wanted(), self._versions)
            self._fresh = True
        self._show_writing(busy)

    def _put(self, text: str, writer: WriterKind, note: str) -> None:
        had = self.bubble.toPlainText()
        self.bubble.write(text)
        if not had:
            self.bubble.document().clearUndoRedoStacks()
        self.bubble.moveCursor(QTextCursor.MoveOperation.End)
        self._writer = writer
        self._say(note)
        self.letter.warn("")

    @Slot(str)
    def _arrived(self, text: str) -> None:
        self.bubble.write(text, more=not self._fresh)
        self._fresh = False
        self.letter.note.setText("")

    @Slot(object)
    def _written(self, written: Written) -> None:
        self.bubble.write(written.text, more=not self._fresh)
        self._writer = written.writer
        self._say(said(written.note) or writer_words(written.writer))
        ready = self.tr("El mensaje está listo.")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, ready))
        self._show_writing(False)

    def _show_writing(self, busy: bool) -> None:  # noqa: FBT001 - a fact, not an option
        self.bubble.set_writing(busy)
        self.letter.set_state(self.tr("Escribiendo…") if busy else "")
        self._show_buttons()
        self._judge()

    @Slot()
    def stop_writing(self) -> None:
        """Leave the text as it was before the writer was asked."""
        self.writing.cancel()
        self._put(*self._before)
        self._show_writing(False)
        self.again_button.setFocus()

    @Slot()
    def write_again(self) -> None:
        """Write another version."""
        if self.plan is None or self.writing.busy:
            return
        self._versions += 1
        assert self._opening is not None
        if self._opening.settings.writer is WriterKind.BUILTIN:
            self._start()
        else:
            self._ask_writer()

    @Slot(object)
    def _tone_chosen(self, _tone: object) -> None:
        if self.plan is not None:
            self.writing.cancel()
            self._start()

    @Slot()
    def _edited(self) -> None:
        """Keep what a person writes: nobody else does any more."""
        if self.writing.busy:
            self.writing.cancel()
            self._writer = self._settings_writer()
            self._show_writing(False)
        self.letter.note.setText(self.tr("Lo cambiaste vos."))
        self._show_buttons()
        self._settle.start()

    def _settings_writer(self) -> WriterKind:
        return self._opening.settings.writer if self._opening else WriterKind.BUILTIN

    @Slot()
    def _judge(self) -> None:
        """Say what is wrong with the text, in the way of nothing."""
        if self.plan is not None and not self.writing.busy:
            self.letter.warn(complaint(self.plan, self.text()))

    def _say(self, note: str) -> None:
        """Say who wrote, and that what this computer can't draw is no mistake."""
        self._note = note
        if self.bubble.lacks_letters():
            note += self.tr(" Acá falta dibujar algún emoji: en WhatsApp se ve bien.")
        self.letter.note.setText(note)

    def text(self) -> str:
        """Return the message."""
        return self.bubble.toPlainText().strip()

    @Slot()
    def _insisted(self) -> None:
        self._insist = True
        assert self._opening is not None
        self.letter.show_standing(self._opening.standing, insisted=True)
        self._show_buttons()
        self.bubble.setFocus()

    def _show_buttons(self, *, reading: bool = False) -> None:
        opening, busy = self._opening, self.writing.busy
        ready = self.plan is not None and not busy and not reading and bool(self.text())
        asks = opening is not None and bool(opening.standing.cautions) and not self._insist
        number = opening.standing.number if opening else ""
        self.cancel_button.setVisible(busy)
        self.again_button.setVisible(not busy)
        self.again_button.setEnabled(self.plan is not None and not reading)
        self.copy_button.setEnabled(ready)
        self.sent_button.setEnabled(ready and not asks)
        self.open_button.setEnabled(ready and not asks and bool(number))
        self.choices.payload_button.setEnabled(self.plan is not None)
        why = ""
        if asks:
            why = self.tr("Tocá «Mandar igual» si igual querés mandarlo.")
        elif opening is not None and not number:
            why = said(opening.standing.number_problem)
        words = f"{self.tr('Abrir WhatsApp')} ({keys.cap('offer.open')})"
        self.open_button.setToolTip(plain_tooltip(why or words))
        self.open_button.setAccessibleDescription(why)

    @Slot()
    def copy(self) -> None:
        """Put the message in the clipboard."""
        QApplication.clipboard().setText(self.text())
        self._toasts.show(self.tr("Mensaje copiado."))

    @Slot()
    def open_whatsapp(self) -> None:
        """Open WhatsApp with the message; the person sends it there."""
        assert self._opening is not None
        if not open_whatsapp(self._opening.standing.number, self.text()):
            words = self.tr("No se pudo abrir WhatsApp. Copiá el mensaje y pegalo ahí.")
            self._toasts.show(words, error=True)
            return
        self._opened = True
        self.letter.note.setText(self.tr("Se abrió WhatsApp. Cuando lo mandes, marcalo enviado."))
        self._emphasize(self.sent_button, self.open_button)
        self.sent_button.setFocus()

    @staticmethod
    def _emphasize(now: QPushButton, before: QPushButton) -> None:
        for each, kind, icon_name, tint in (
            (now, "primary", "check", "on_action"),
            (before, "", "send", "text_secondary"),
        ):
            each.setProperty("kind", kind)
            set_icon(each, icon_name, tint, 18)
            restyle(each)

    @Slot()
    def mark_sent(self) -> None:
        """Keep that it was sent: its discounts stand at the counter from now on."""
        plan = self.plan
        assert plan is not None
        products = offered_in(plan, self.text())
        request = MessageRequest(
            request_id=self._request_id,
            client_id=self._client_id,
            kind=MessageKind.OFFER,
            text=self.text(),
            tone=self.choices.tone_wanted(),
            aim=plan.aim,
            writer=self._writer,
            products=tuple(_offered(each) for each in products),
            valid_until=plan.valid_until,
            insist=self._insist,
        )
        try:
            self._shop.write(record_message, request)
        except ShopError as error:
            self.letter.warn(words_of(error))
            return
        self._opened = False
        words = self.tr("Oferta para {name} guardada como enviada.").format(name=self._name)
        if plan.valid_until and any(each.discount for each in products):
            until = self.tr("En Venta se aplica sola hasta el {day}.")
            words = f"{words} {until.format(day=format_date(plan.valid_until))}"
        self._toasts.show(words)
        self.accept()

    @Slot()
    def show_payload(self) -> None:
        """Show what leaves the computer."""
        assert self._opening is not None
        assert self.plan is not None
        tone = self.choices.tone_wanted()
        PayloadDialog(self, self.plan, tone, self._opening.settings).open()

    def reject(self) -> None:
        """Close; what was handed to WhatsApp is asked about first."""
        if not self._opened:
            super().reject()
            return
        question = ask(
            self,
            self.tr("¿La mandaste?"),
            self.tr("Si la mandaste, queda en el historial y su descuento se aplica en Venta."),
            self.tr("Sí, la mandé"),
            self.mark_sent,
        )
        question.no.setText(self.tr("No la mandé"))
        question.no.clicked.connect(self._leave)

    @Slot()
    def _leave(self) -> None:
        self._opened = False
        self.reject()

    def done(self, result: int) -> None:
        """Wait for no writer any more."""
        self.writing.cancel()
        super().done(result)


def _offered(each: Candidate) -> OfferedProduct:
    return OfferedProduct(each.product_id, each.name, each.price, each.offer_price, each.discount)
