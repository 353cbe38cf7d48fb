"""The drawer of this counter: which one it is, and since when it is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kioskifly_desktop.core.registers import RegisterKind, RegisterRow, list_registers
from kioskifly_desktop.core.sessions import SessionRow, current_session
from kioskifly_desktop.core.settings import get_preference, set_preference
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.sessions.words import since_words
from kioskifly_desktop.ui.widgets.icons import set_icon
from kioskifly_desktop.ui.widgets.labels import set_tone, verbatim

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_COUNTER = "counter_register"


class DrawerButton(QPushButton):
    """Opens this counter's drawer if it is closed; else lets another be chosen."""

    done = Signal()
    """Nothing more is asked: the focus belongs elsewhere."""

    def __init__(self, shop: Shop, toasts: ToastHost, page: QWidget) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts
        self._page = page
        self.drawer: RegisterRow | None = None
        self.session: SessionRow | None = None
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self.choose)
        keys.assigned.changed.connect(self._write)

    def refresh(self) -> None:
        """Read which drawer is this counter's and whether it is open."""
        drawers = self._drawers()
        wanted = self._shop.read(get_preference, _COUNTER, "")
        chosen = [each for each in drawers if str(each.id) == wanted]
        self.drawer = next(iter(chosen or drawers), None)
        self.session = self._shop.read(current_session, self.drawer.id) if self.drawer else None
        self._write()

    @Slot()
    def choose(self) -> None:
        """Open the drawer, or list the others."""
        if self.drawer is not None and self.session is None:
            dialog = OpenSessionDialog(self._shop, self._toasts, self._page.window(), self.drawer)
            dialog.finished.connect(self.done)
            dialog.open()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self.done)
        for each in self._drawers():
            menu.addAction(each.name, partial(self._use, each))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _use(self, drawer: RegisterRow) -> None:
        self._shop.write(set_preference, _COUNTER, str(drawer.id))
        self.refresh()

    def _drawers(self) -> list[RegisterRow]:
        registers = self._shop.read(list_registers)
        return [each for each in registers if each.kind is RegisterKind.DRAWER]

    @Slot()
    def _write(self) -> None:
        if self.drawer is None:
            words = self.tr("No hay ningún cajón")
        elif self.session is None:
            words = self.tr("{drawer} cerrada: abrila").format(drawer=self.drawer.name)
        else:
            since = since_words(self.session, self._shop.read(lambda work: work.today))
            words = f"{self.drawer.name} {since[:1].lower()}{since[1:]}"
        self.setText(verbatim(f"  {words}   {keys.cap('sale.register')}"))
        self.setAccessibleName(words)
        self.setEnabled(self.drawer is not None)
        closed = self.session is None
        set_tone(self, "warning" if closed else "")
        icon_name, tint = ("lock", "warning") if closed else ("lock-open", "text_secondary")
        set_icon(self, icon_name, tint, 18)
