"""The message as the client will see it, in a text that can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QTextCursor, QTextLayout
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout

from kioskifly_desktop.ui.theme import color, font, px

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_LEAST_LINES = 2
_WIDEST = 470


class Bubble(QPlainTextEdit):
    """A text as high as what it says; tells apart what a person changes from what is written."""

    edited = Signal()
    """A person changed the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bubble")
        self.setAccessibleName(self.tr("Mensaje"))
        self.setFont(font(15))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumWidth(_WIDEST)
        self._writing = False
        self._ours = False
        self.textChanged.connect(self._changed)

    def write(self, text: str, *, more: bool = False) -> None:
        """Show a text in place of the one there is; with `more`, one undo takes all of it back."""
        cursor = QTextCursor(self.document())
        self._ours = True
        try:
            if more:
                cursor.joinPreviousEditBlock()
            else:
                cursor.beginEditBlock()
            before = self.toPlainText()
            if text.startswith(before):
                cursor.movePosition(QTextCursor.MoveOperation.End)
                cursor.insertText(text[len(before) :])
            else:
                cursor.select(QTextCursor.SelectionType.Document)
                cursor.insertText(text)
            cursor.endEditBlock()
        finally:
            self._ours = False

    def set_writing(self, writing: bool) -> None:  # noqa: FBT001 - a property of the widget
        """Show at the end of the text that more of it is coming."""
        self._writing = writing
        self.viewport().update()

    def lacks_letters(self) -> bool:
        """Tell whether this computer has no letter for something of the text, as an emoji."""
        layout = QTextLayout(self.toPlainText().replace("\n", " "), self.font())
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return any(0 in run.glyphIndexes() for run in layout.glyphRuns())

    def sizeHint(self) -> QSize:
        """Ask for room for all of the text."""
        return QSize(px(_WIDEST), self._height())

    def minimumSizeHint(self) -> QSize:
        """Do with a few lines: the rest scrolls."""
        return QSize(200, self._around() + _LEAST_LINES * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height of the text at its new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the block where more of it is coming."""
        super().paintEvent(event)
        if self._writing:
            end = QTextCursor(self.document())
            end.movePosition(QTextCursor.MoveOperation.End)
            place = self.cursorRect(end)
            block = QRect(place.x() + 2, place.y() + 2, 8, place.height() - 4)
            QPainter(self.viewport()).fillRect(block, color("text"))

    @Slot()
    def _changed(self) -> None:
        self.updateGeometry()
        if not self._ours:
            self.edited.emit()

    def _around(self) -> int:
        margin = round(2 * self.document().documentMargin())
        return self.height() - self.viewport().height() + margin

    def _height(self) -> int:
        block, high = self.document().firstBlock(), 0.0
        while block.isValid():
            high += self.blockBoundingRect(block).height()
            block = block.next()
        return max(round(high) + self._around(), self.minimumSizeHint().height())


class Chat(QFrame):
    """The ground of a conversation, with the bubble on it."""

    def __init__(self, bubble: Bubble) -> None:
        super().__init__()
        self.setObjectName("chat")
        column = QVBoxLayout()
        column.addWidget(bubble)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 16)
        row.addLayout(column, 8)
        row.addStretch(1)
