"""The rail of pages at the window's left: the first that is painted of the program."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.widgets.icons import icon_label, set_icon
from kioskifly_desktop.ui.widgets.labels import label

_BUTTON = QSize(80, 62)


class _Entry(NamedTuple):
    page_id: str
    words: str
    icon_name: str


class Rail(QFrame):
    """A button for each page; `chosen` says which was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        self.caps: dict[str, QLabel] = {}
        self.setObjectName("rail")
        self.setFixedWidth(96)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 12)
        column.setSpacing(4)
        column.addWidget(icon_label("store", "sun", 30, 2.0), 0, Qt.AlignmentFlag.AlignHCenter)
        name = label("Kioskifly", "brand")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(name)
        column.addSpacing(14)
        for entry in (
            _Entry(keys.SALE, self.tr("Venta"), "shopping-cart"),
            _Entry(keys.CLIENTS, self.tr("Clientes"), "users"),
            _Entry(keys.PRODUCTS, self.tr("Productos"), "package"),
            _Entry(keys.REGISTERS, self.tr("Cajas"), "banknote"),
            _Entry(keys.TODAY, self.tr("Hoy"), "calendar-days"),
            _Entry(keys.REPORTS, self.tr("Informes"), "chart-column"),
            _Entry(keys.SETTINGS, self.tr("Ajustes"), "settings"),
        ):
            if entry.page_id == keys.SETTINGS:
                column.addStretch(1)
            column.addWidget(self._button(entry))

    def _button(self, entry: _Entry) -> QToolButton:
        key_id = f"page.{entry.page_id}"
        result = QToolButton()
        result.setText(entry.words)
        result.setCheckable(True)
        result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        result.setFixedSize(_BUTTON)
        result.setCursor(Qt.CursorShape.PointingHandCursor)
        keys.tip(result, entry.words, key_id)
        result.setAccessibleName(entry.words)
        set_icon(result, entry.icon_name, "rail_text", 24, active="sun")
        cap = self.caps[key_id] = label("", "rail_key")
        cap.setParent(result)
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        result.clicked.connect(lambda: self.chosen.emit(entry.page_id))
        self.group.addButton(result)
        self.buttons[entry.page_id] = result
        return result

    def write_keys(self) -> None:
        """Write the keys of the pages as they are now."""
        for key_id, cap in self.caps.items():
            cap.setText(keys.cap(key_id).removeprefix("Alt "))
            cap.adjustSize()
            cap.move(px(_BUTTON.width()) - cap.width() - px(9), px(6))
