"""A small shield on what an administrator authorizes for who is at the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Slot
from PySide6.QtGui import QIcon

from kioskifly_desktop.ui.theme import color, icon, pixmap, px
from kioskifly_desktop.ui.widgets.icons import icon_label

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QAction, QPainter
    from PySide6.QtWidgets import QAbstractButton

    from kioskifly_desktop.core.permissions import Permission
    from kioskifly_desktop.ui.shop import Shop

SIGN = "shield-check"
SIZE, EDGE = 12, 3


def asks_words() -> str:
    """Return what the sign means."""
    return QCoreApplication.translate("Sign", "Lo autoriza un administrador con su PIN.")


def asked_of(shop: Shop, permission: Permission) -> str:
    """Return what the sign means where the person lacks the permission; nothing where not."""
    return "" if shop.user.may(permission) else asks_words()


class Sign(QObject):
    """Marks a button, and says why in its tooltip, while the person lacks the permission.

    A button that is off has no sign: its own reason comes first.
    """

    def __init__(
        self, button: QAbstractButton, shop: Shop, permission: Permission | None = None
    ) -> None:
        super().__init__(button)
        self._button = button
        self._shop = shop
        self._permission = permission
        self._own_tip = button.toolTip()
        primary = button.property("kind") == "primary"
        self.mark = icon_label(SIGN, "on_action" if primary else "text_secondary", SIZE)
        self.mark.setParent(button)
        button.installEventFilter(self)
        shop.user_changed.connect(self.refresh)
        self.refresh()

    def need(self, permission: Permission | None) -> None:
        """Say what the button needs from now on; None is nothing that anybody lacks."""
        self._permission = permission
        self.refresh()

    @property
    def is_shown(self) -> bool:
        """Whether what the button does is to be authorized by somebody else."""
        lacks = self._permission is not None and not self._shop.user.may(self._permission)
        return lacks and self._button.isEnabled()

    @Slot()
    def refresh(self) -> None:
        """Look again at who is at the counter."""
        self.mark.setVisible(self.is_shown)
        if self.is_shown:
            self.mark.move(self._corner())
            self.mark.raise_()
        self._write_tip()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep to the corner, and add to whatever the tooltip says."""
        if event.type() == QEvent.Type.Resize:
            self.mark.move(self._corner())
        elif event.type() == QEvent.Type.EnabledChange:
            self.refresh()
        elif event.type() == QEvent.Type.ToolTipChange:
            if not self._button.toolTip().endswith(asks_words()):
                self._own_tip = self._button.toolTip()
            self._write_tip()
        return False

    def _corner(self) -> QPoint:
        return QPoint(self._button.width() - self.mark.width() - px(EDGE), px(EDGE))

    def _write_tip(self) -> None:
        tip = self._own_tip
        if self.is_shown:
            tip = joined(tip)
        if self._button.toolTip() != tip:
            self._button.setToolTip(tip)


def joined(words: str) -> str:
    """Return a tooltip with what the sign means under it."""
    if not words:
        return asks_words()
    return words + ("<br>" if words.startswith("<") else "\n") + asks_words()


def paint_sign(painter: QPainter, cell: QRect, ratio: float) -> None:
    """Paint the sign beside the icon of a cell."""
    image = pixmap(SIGN, color("text_secondary").name(), SIZE, ratio, 2.2)
    painter.drawPixmap(cell.center() + QPoint(6, -SIZE - 6), image)


def sign_action(action: QAction, shop: Shop, permission: Permission) -> None:
    """Mark an entry of a menu for who is at the counter now."""
    mark_action(action, asked_of(shop, permission))


def mark_action(action: QAction, asks: str) -> None:
    """The same for who is asked what; nothing of nobody."""
    action.setIcon(icon(SIGN, "text_secondary", px(16)) if asks else QIcon())
    action.setToolTip(asks)
