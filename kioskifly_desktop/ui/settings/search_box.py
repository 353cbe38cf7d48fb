"""The field over the sections: words typed find settings, which are shown and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.ui.settings.finder import Setting, find
from kioskifly_desktop.ui.theme import color, font, magnified, px
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.painted import write_two
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_ROW = 50
_WIDTH = 400
_MARKED_MS = 1800


class SearchBox(SearchEdit):
    """Asks for the settings when something is typed, and offers those found under itself."""

    picked = Signal(object)
    """The Setting to show."""

    def __init__(self, room: QWidget, settings: Callable[[], list[Setting]]) -> None:
        words = self.tr("Buscar un ajuste")
        super().__init__(words, words, room)
        self._settings = settings
        self.results = _Results(room)
        self.results.list.itemClicked.connect(self._clicked)
        self.searched.connect(self.offer)
        self.installEventFilter(self)

    @Slot(str)
    def offer(self, text: str) -> None:
        """Offer what has the words typed."""
        if not text.strip():
            self.results.hide()
            return
        self.results.offer(find(self._settings(), text), text, self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move among what is offered with the arrows, take it with Enter, leave it with Esc."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.results.isVisible():
                self.results.step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.search()
                self._take(self.results.chosen())
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.results.hide()
        return super().eventFilter(watched, event)

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self._take(item.data(Qt.ItemDataRole.UserRole))

    def _take(self, setting: Setting | None) -> None:
        if setting is None:
            return
        self.clear()
        self.search()
        self.picked.emit(setting)


class _Results(QFrame):
    """What was found, over the page."""

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self.setObjectName("offers")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Ajustes encontrados"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Delegate(self.list))
        self.none = label("", "muted")
        self.none.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.list)
        column.addWidget(self.none)
        self.hide()

    def offer(self, found: list[Setting], text: str, field: QWidget) -> None:
        """Show what was found under the field, the first one chosen; or that nothing was."""
        self.list.clear()
        for setting in found:
            item = QListWidgetItem(f"{setting.name}, {setting.section}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, setting)
            item.setSizeHint(QSize(0, px(_ROW)))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        words = self.tr("Ningún ajuste con «{text}». Probá con otra palabra.")
        self.none.setText(words.format(text=text.strip()))
        corner = field.mapTo(self._room, QPoint(0, field.height() + 4))
        width = min(px(_WIDTH), self._room.width() - corner.x())
        height = px(_ROW) * len(found) + 16 if found else px(56)
        self.setGeometry(
            corner.x(), corner.y(), width, min(height, self._room.height() - corner.y())
        )
        self.show()
        self.raise_()

    def step(self, change: int) -> None:
        """Choose the one above or below."""
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + change, last)))

    def chosen(self) -> Setting | None:
        """Return the setting chosen, none while nothing is offered."""
        item = self.list.currentItem()
        if not self.isVisible() or item is None:
            return None
        setting: Setting = item.data(Qt.ItemDataRole.UserRole)
        return setting


class _Delegate(QStyledItemDelegate):
    """A setting found: its name, and the section it is on."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the name with the section under it."""
        setting: Setting = index.data(Qt.ItemDataRole.UserRole)
        below = self.tr("Sección") if setting.name == setting.section else setting.section
        with magnified(painter, option.rect) as rect:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("action_soft"))
                painter.drawRoundedRect(rect, 7, 7)
            write_two(painter, rect.adjusted(12, 0, -12, 0), setting.name, below, font(14, 600))
            painter.restore()


class Mark(QFrame):
    """A ring around a setting, for a moment."""

    def __init__(self, target: QWidget) -> None:
        parent = target.parentWidget()
        super().__init__(parent)
        self.setProperty("kind", "found")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(target.geometry().adjusted(-4, -4, 4, 4))
        self.show()
        self.raise_()
        QTimer.singleShot(_MARKED_MS, self, self.deleteLater)


def show_setting(setting: Setting) -> Mark:
    """Bring a setting of the section in front into sight, give it the focus, and mark it."""
    target = setting.target
    if isinstance(target, QTableView) and setting.row >= 0:
        target.selectRow(setting.row)
    area = target.parentWidget()
    while area is not None and area.parentWidget() is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(target, 0, 24)
        area = area.parentWidget()
    target.setFocus(Qt.FocusReason.OtherFocusReason)
    return Mark(target)
