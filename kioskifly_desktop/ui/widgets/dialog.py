"""The base of every dialog: its own header, a scrim behind, room to scroll, Esc always safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.labels import label, plain_tooltip
from kioskifly_desktop.ui.widgets.notice import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    Lend = Callable[[QWidget, NotAllowedError, Callable[[], object]], None]

_EDGE = 24


class _Scrim(QWidget):
    """Dims the window behind a dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a translucent night."""
        QPainter(self).fillRect(self.rect(), QColor(8, 13, 24, 130))


class _Cut(QLabel):
    """A line of the header, cut where the screen is too narrow, and whole under the mouse."""

    def __init__(self, text: str, kind: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)

    def minimumSizeHint(self) -> QSize:
        """Let the buttons of the header have their room."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole under the mouse where it is cut."""
        super().resizeEvent(event)
        self.setToolTip(plain_tooltip(self.text()) if self._too_long() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        if not self._too_long():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        side = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), side, self.width())
        flags = self.alignment()
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), flags, shown)

    def _too_long(self) -> bool:
        return self.sizeHint().width() > self.width()


class Dialog(QDialog):
    """A modal sheet: header, a body that scrolls where the screen is small, and buttons."""

    def __init__(
        self, parent: QWidget, title: str, subtitle: str = "", *, size: tuple[int, int] = (900, 640)
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("sheet")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._owner = parent
        self._wanted = QSize(*size)
        self._scrim: _Scrim | None = None
        self._returns_to: QWidget | None = None
        self.cover_card: EmptyState | None = None
        """What stands before the body while its amounts are hidden."""
        self._covered: list[QWidget] = []
        self._under: QWidget | None = None
        self.place = QPoint()
        """The corner where it was put, on the screen."""
        keys.bind("lock", self, self._lock)
        keys.bind("help", self, self._help)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(1, 18, 1, _EDGE)
        self._outer.setSpacing(14)
        self._header(title, subtitle)
        content = QWidget()
        content.setObjectName("scrolled")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(_EDGE, 0, _EDGE, 2)
        self.body.setSpacing(14)
        self.scroller = QScrollArea()
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(content)
        self._outer.addWidget(self.scroller, 1)
        self._covered.append(self.scroller)

    def _header(self, title: str, subtitle: str) -> None:
        self.leading = QLabel()
        self.leading.hide()
        self.title = _Cut(title, "title")
        self.subtitle = _Cut(subtitle, "muted")
        self.subtitle.setVisible(bool(subtitle))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.header_buttons = QHBoxLayout()
        self.header_buttons.setSpacing(8)
        self.close_button = icon_button("x", self.tr("Cerrar"), self.tr("Cerrar (Esc)"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(_EDGE, 0, _EDGE - 8, 0)
        row.setSpacing(12)
        row.addWidget(self.leading)
        row.addLayout(words, 1)
        row.addLayout(self.header_buttons)
        row.addWidget(self.close_button)
        self._outer.addLayout(row)
        self.setWindowTitle(title)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the words of the header."""
        self.title.setText(title)
        self.setWindowTitle(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def set_leading(self, image: QPixmap) -> None:
        """Put an image, such as an avatar, before the title."""
        self.leading.setPixmap(image)
        self.leading.show()

    def add_header_button(self, widget: QWidget) -> None:
        """Put a button in the header, left of the close button."""
        self.header_buttons.addWidget(widget)

    def add_head(self, widget: QWidget) -> None:
        """Put a widget over the body: it stays in sight while that scrolls."""
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.addWidget(widget)
        self._outer.insertWidget(self._outer.indexOf(self.scroller), head)
        self._covered.append(head)

    def add_form_buttons(
        self,
        words: str,
        act: Callable[[], object],
        *,
        icon_name: str = "check",
        left: QWidget | None = None,
    ) -> QPushButton:
        """Put Cancelar and the button that does it under the body; return this one."""
        self.cancel_button = button(self.tr("Cancelar"))
        self.cancel_button.clicked.connect(self.reject)
        result = button(words, "primary", icon_name=icon_name)
        result.clicked.connect(act)
        self.add_buttons(self.cancel_button, result, left=left)
        return result

    def add_buttons(self, *buttons: QWidget, left: QWidget | None = None) -> None:
        """Put buttons under the body, at the right; `left` stands at the other end."""
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.setSpacing(10)
        if left is not None:
            row.addWidget(left)
        row.addStretch(1)
        for each in buttons:
            row.addWidget(each)
        self._outer.addWidget(foot)
        self._covered.append(foot)

    def cover(self) -> None:
        """Hide body and buttons of an open one, as where it was opened from hides its amounts."""
        words = self.tr("Mostrar los montos")
        show = button(words, "primary")
        keys.tip(show, words, "client.hide")
        keys.bind("client.hide", self, self.toggle_cover)
        show.clicked.connect(self.toggle_cover)
        how = self.tr("{key} los muestra.").format(key=keys.cap("client.hide"))
        self.cover_card = EmptyState("lock", self.tr("Los montos están tapados"), how, show)
        self.cover_card.setFocusProxy(show)
        self._outer.insertWidget(self._outer.indexOf(self.scroller), self.cover_card, 1)
        self.cover_card.hide()
        self.toggle_cover()

    @Slot()
    def toggle_cover(self) -> None:
        """Show the body that was covered, or cover it again; the focus comes back to it."""
        if self.cover_card is None:
            return
        covering = self.cover_card.isHidden()
        if covering:
            self._under = self.focusWidget()
        for each in self._covered:
            each.setVisible(not covering)
        self.cover_card.setVisible(covering)
        taken = self.cover_card if covering else self._under or self.scroller
        taken.setFocus()

    # What connects to a method of Qt itself leaves the method's name in memory, for good and each
    # time; a method of ours leaves nothing.
    @Slot()
    def accept(self) -> None:
        """Close, having done what was asked."""
        super().accept()

    @Slot()
    def reject(self) -> None:
        """Close, having done nothing."""
        super().reject()

    def returns_to(self, widget: QWidget) -> None:
        """Put the focus there once this is over; a connection to Qt's own `setFocus` would stay."""
        self._returns_to = widget

    def done(self, result: int) -> None:
        """Close, give the focus back, and have Qt forget the style of each part."""
        super().done(result)
        if self._returns_to is not None and isValid(self._returns_to):
            self._returns_to.setFocus()
        if not isValid(self):
            return
        for part in self.findChildren(QWidget):
            if not part.testAttribute(Qt.WidgetAttribute.WA_StyleSheet):
                # A part of a table, an area or a list that Qt's style sheets pass over. They keep
                # a place for it all the same, and for good: only of one with a sheet of its own
                # do they hear that it is gone.
                part.setStyleSheet(" ")

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the screen, stand in the middle of the parent and dim it."""
        super().showEvent(event)
        if event.spontaneous():
            return
        window = self._owner.window()
        room = self.screen().availableGeometry()
        self.fit()
        # Some window managers don't tell where a frameless one is: where it was put is known.
        corner = window.place if isinstance(window, Dialog) else window.mapToGlobal(QPoint(0, 0))
        place = corner + window.rect().center() - self.rect().center()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.place = place
        self.move(place)
        if self._scrim is None:
            self._scrim = _Scrim(window)

    def fit(self) -> None:
        """Take the wanted size, or with a height of 0 the content's, within the screen."""
        wanted = QSize(px(self._wanted.width()), px(self._wanted.height()))
        if not wanted.height():
            content = self.body.totalHeightForWidth(wanted.width() - 2)
            if content < 0:
                content = self.body.totalSizeHint().height()
            around = self._outer.sizeHint().height() - self.scroller.sizeHint().height()
            wanted.setHeight(content + around)
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size() - QSize(16, 16)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Light the window behind again."""
        super().hideEvent(event)
        if not event.spontaneous() and self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the form that has the focus: no button is pressed from afar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline that stands for a window's frame."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @Slot()
    def _lock(self) -> None:
        """Let the window lock: its own keys are dead under a modal dialog."""
        self._ask_window("lock")

    @Slot()
    def _help(self) -> None:
        """Let the window show its help, over this one."""
        self._ask_window("show_help")

    def _ask_window(self, name: str) -> None:
        top: QWidget = self
        while (parent := top.parentWidget()) is not None:
            top = parent
        if (act := getattr(top, name, None)) is not None:
            act()


class Question(Dialog):
    """A small modal question, with a reason to write where one is owed."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        confirm_label: str,
        on_yes: Callable[[], object] | Callable[[str], object],
        *,
        reason: bool = False,
        lend: Lend | None = None,
    ) -> None:
        super().__init__(parent, title, size=(480, 0))
        self._on_yes = on_yes
        self._lend = lend
        words = label(text)
        words.setWordWrap(True)
        self.body.addWidget(words)
        self._needs_reason = reason
        self._line = QLineEdit()
        self._line.setMaxLength(200)
        self._line.returnPressed.connect(self.confirm)
        self.reason = Field(self.tr("Motivo"), self._line)
        self.reason.setVisible(reason)
        self.body.addWidget(self.reason)
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self.body.addWidget(self.error)
        self.body.addStretch()
        self.no: QPushButton = button(self.tr("Cancelar"))
        self.no.clicked.connect(self.reject)
        self.yes: QPushButton = button(confirm_label, "primary")
        self.yes.clicked.connect(self.confirm)
        self.add_buttons(self.no, self.yes)
        (self.reason if reason else self.no).setFocus()

    def confirm(self) -> None:
        """Do what was asked; stay and say why when a rule of the shop is against it."""
        reason = self._line.text().strip()
        if self._needs_reason and not reason:
            self.reason.set_error(self.tr("Escribí el motivo."))
            self.reason.setFocus()
            return
        try:
            if self._needs_reason:
                self._on_yes(reason)  # type: ignore[call-arg]  # `reason` chose the shape
            else:
                self._on_yes()  # type: ignore[call-arg]  # `reason` chose the shape
        except ShopError as error:
            if self._lend is not None and isinstance(error, NotAllowedError):
                self._lend(self, error, self.confirm)
                return
            self.error.setText(words_of(error))
            self.error.show()
            self.fit()
            return
        self.accept()


def ask(
    parent: QWidget,
    title: str,
    text: str,
    confirm_label: str,
    on_yes: Callable[[], object] | Callable[[str], object],
    *,
    reason: bool = False,
    lend: Lend | None = None,
) -> Question:
    """Ask before an act that can't be undone; `on_yes` may raise ShopError to be shown here.

    `lend` asks somebody else for what the person may not do alone.
    """
    question = Question(parent, title, text, confirm_label, on_yes, reason=reason, lend=lend)
    question.open()
    return question
