"""The right of an offer: the message, what is to be said of it, and what was sent before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.contact import shown_number
from kioskifly_desktop.core.offers import MAX_LENGTH
from kioskifly_desktop.ui.contact.bubble import Bubble, Chat
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icons import icon_label, set_label_icon
from kioskifly_desktop.ui.widgets.labels import label, set_tone
from kioskifly_desktop.ui.widgets.notice import EmptyState, Notice
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.core.contact import Standing
    from kioskifly_desktop.ui.offers.sent_table import SentTable

_MESSAGE, _SENT = "message", "sent"


class Letter(QFrame):
    """A card with the bubble, or with what was sent; it says, and decides nothing."""

    insisted = Signal()
    """The message goes whatever the cautions."""

    def __init__(self, sent: SentTable) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setMinimumHeight(330)
        self.bubble = Bubble()
        self.sent = sent
        self.view = Segments(
            [(_MESSAGE, self.tr("Mensaje")), (_SENT, self.tr("Enviados"))],
            accessible=self.tr("Qué ver"),
        )
        self.state_icon = icon_label("sparkles", "action", 16)
        self.state = label("", "muted")
        self.insist_button = button(self.tr("Mandar igual"), "link")
        self.insist_button.clicked.connect(self.insisted)
        self.caution = Notice("", action=self.insist_button)
        self.caution.hide()
        self.warning = label("", "warning")
        self.warning.setWordWrap(True)
        self.note = label("", "tiny")
        self.note.setWordWrap(True)
        self.counter = label("", "tiny")
        self.number_icon = icon_label("phone", "text_tertiary", 14)
        self.number = label("", "tiny")
        self.number.setWordWrap(True)
        self._nothing: QWidget = QWidget()
        self._lay_out()
        self.view.chosen.connect(self._turn)
        self.bubble.textChanged.connect(self.count)
        self.set_state("")
        self.warn("")
        self.count()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.view)
        head.addStretch(1)
        head.addWidget(self.state_icon)
        head.addWidget(self.state)
        message = QWidget()
        column = QVBoxLayout(message)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.caution)
        column.addWidget(Chat(self.bubble), 1)
        column.addWidget(self.warning)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        where = QHBoxLayout()
        where.setSpacing(7)
        where.addWidget(self.number_icon)
        where.addWidget(self.number, 1)
        column.addLayout(where)
        self._pages = QStackedWidget()
        for page in (message, self.sent, self._nothing):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 14, 18, 14)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addWidget(self._pages, 1)
        self._message = message

    def set_state(self, words: str) -> None:
        """Say what goes on, or nothing."""
        for each in (self.state, self.state_icon):
            each.setVisible(bool(words))
        self.state.setText(words)

    def warn(self, words: str) -> None:
        """Say under the bubble what is wrong with its text, or nothing."""
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        self.bubble.setAccessibleDescription(words)

    def show_standing(self, standing: Standing, *, insisted: bool) -> None:
        """Show what stands against the message, and the number it goes to."""
        self.caution.words.setText(" ".join(map(said, standing.cautions)))
        self.caution.setVisible(bool(standing.cautions) and not insisted)
        words = said(standing.number_problem)
        if standing.number:
            number = shown_number(standing.number)
            words = self.tr("WhatsApp se abre con {number}").format(number=number)
        self.number.setText(words)
        set_tone(self.number, "" if standing.number else "warning")
        set_label_icon(self.number_icon, "phone", _ink(bool(standing.number)), 14)

    def show_message(self) -> None:
        """Show the bubble."""
        self._message_page(self._message)

    def show_nothing(self, title: str, why: str) -> None:
        """Show why there is no message."""
        nothing = EmptyState("bot", title, why)
        self._pages.removeWidget(self._nothing)
        self._nothing.deleteLater()
        self._nothing = nothing
        self._pages.addWidget(nothing)
        self._message_page(nothing)

    def _message_page(self, page: QWidget) -> None:
        self._front = page
        if self.view.value() == _MESSAGE:
            self._pages.setCurrentWidget(page)

    @Slot()
    def count(self) -> None:
        """Write how long the text is."""
        length = len(self.bubble.toPlainText().strip())
        words, over = f"{length}/{MAX_LENGTH}", length - MAX_LENGTH
        if over > 0:
            words = self.tr("{words}: sobran {over}").format(words=words, over=over)
        self.counter.setText(words)
        set_tone(self.counter, "warning" if over > 0 else "")

    @Slot(object)
    def _turn(self, view: str) -> None:
        self._pages.setCurrentWidget(self.sent if view == _SENT else self._front)


def _ink(known: bool) -> str:  # noqa: FBT001 - a fact, not an option
    return "text_tertiary" if known else "warning"
