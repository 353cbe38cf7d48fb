"""The base of a section of the settings that only administration may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

WIDTH = 900


class Section(QScrollArea):
    """Cards one under another, and above them why a cashier can't change anything."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self.shop = shop
        self.toasts = toasts
        self.notice = Notice(
            self.tr("Solo administración puede cambiar estos datos. Cambiá de usuario abajo.")
        )
        self.notice.setMaximumWidth(WIDTH)
        content = QWidget()
        content.setObjectName("scrolled")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 8)
        self.column.setSpacing(12)
        self.column.addWidget(self.notice)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add_card(self, title: str, words: str, *parts: QLayout | QWidget) -> QFrame:
        """Put a card under the others, and return it."""
        box = card()
        box.setMaximumWidth(WIDTH)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(10)
        inner.addWidget(label(title, "subtitle"))
        sentence = label(words, "muted")
        sentence.setWordWrap(True)
        inner.addWidget(sentence)
        for part in parts:
            if isinstance(part, QLayout):
                inner.addLayout(part)
            else:
                inner.addWidget(part)
        self.column.addWidget(box)
        return box

    def refresh(self) -> None:
        """Read what the section shows."""
        self.notice.setVisible(not self.shop.user.may(Permission.SETTINGS))
