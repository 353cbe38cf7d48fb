"""What stands between a person and the shop: all of it, or the locked screen."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget
from shiboken6 import isValid

from kioskifly_desktop.core.access import anybody_has_pin, log_in, log_lock, needs_pin
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.help_dialog import HelpDialog
from kioskifly_desktop.ui.people.lock_screen import LockScreen
from kioskifly_desktop.ui.people.rescue_dialog import RescueDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.users import User
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_logger = logging.getLogger(__name__)


class Guard(QStackedWidget):
    """Shows the pages or, in their place, the locked screen.

    What is hidden is not painted, can't have the focus and isn't read aloud.
    """

    unlocked = Signal()
    """Somebody came in, and nothing they had open waits for them."""

    def __init__(
        self,
        shop: Shop,
        window: QWidget,
        pages: QWidget,
        toasts: ToastHost,
        has_open_sale: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._shop = shop
        self._window = window
        self._pages = pages
        self._toasts = toasts
        self._has_open_sale = has_open_sale
        self._behind: list[QDialog] = []
        self._had_focus: QWidget | None = None
        self.lock_screen = LockScreen(shop)
        self.lock_screen.entered.connect(self.unlock)
        self.lock_screen.rescued.connect(self._tell_rescued)
        self.addWidget(pages)
        self.addWidget(self.lock_screen)

    def is_locked(self) -> bool:
        """Tell whether nothing of the shop is shown until somebody gives their PIN."""
        return self.currentWidget() is self.lock_screen

    @Slot()
    def lock(self) -> None:
        """Show nothing of the shop until somebody gives their PIN."""
        if not self.is_locked():
            self._leave_to(self._shop.user)

    @Slot()
    def lock_if_it_helps(self) -> None:
        """Lock, where somebody has a PIN to keep others out with."""
        if self._shop.read(anybody_has_pin):
            self.lock()

    @Slot(object)
    def change_person(self, person: User) -> None:
        """Put a person at the counter: at once if they have no PIN."""
        if person.id == self._shop.user.id:
            return
        if self._shop.read(needs_pin, person.id):
            self._leave_to(person)
        else:
            self._shop.switch_user(log_in(self._shop.database, person.id, ""))

    def _leave_to(self, person: User) -> None:
        try:
            self._shop.write(log_lock)
        except ShopError as error:
            # The screen is locked all the same.
            _logger.warning("the lock is not written down: %s", error)
        self.ask(person)

    def ask(self, person: User) -> None:
        """Ask for the PIN of a person, or of who takes their place."""
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            continue
        self._toasts.hold()
        self._had_focus = QApplication.focusWidget()
        open_now = (
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible()
        )
        self._behind = sorted(open_now, key=_depth)
        active = QApplication.activeWindow() is not None
        for dialog in reversed(self._behind):
            dialog.hide()
        if active:
            self._window.activateWindow()
        for shortcut in self._shortcuts():
            shortcut.setEnabled(False)
        _application().installEventFilter(self)
        self.setCurrentWidget(self.lock_screen)
        self.lock_screen.open_for(person, pending=self._has_open_sale())

    @Slot(object)
    def unlock(self, person: User) -> None:
        """Show the shop again; what another person had open is closed, save work that must end."""
        same = person.id == self._shop.user.id
        _application().removeEventFilter(self)
        self.lock_screen.leave()
        behind, self._behind = [each for each in self._behind if isValid(each)], []
        if not same:
            for dialog in reversed(behind):
                # Straight to the end: `reject` may ask, and the question is another's.
                if isValid(dialog) and not background.has_to_end(dialog):
                    dialog.done(QDialog.DialogCode.Rejected)
            behind = [each for each in behind if isValid(each) and background.has_to_end(each)]
        self.setCurrentWidget(self._pages)
        for shortcut in self._shortcuts():
            shortcut.setEnabled(True)
        self._shop.switch_user(person)
        for dialog in behind:
            dialog.show()
        self._toasts.release(shown=same)
        if same and self._had_focus is not None and isValid(self._had_focus):
            self._had_focus.setFocus()
        elif not behind:
            self.unlocked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep behind the lock what opens by itself while it is there: an answer, a notice."""
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QDialog)
            and not event.spontaneous()
            and self.isVisible()
            and not _is_of_the_lock(watched)
        ):
            # It can't be hidden before it is shown, but it never reaches the screen.
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            QTimer.singleShot(0, self, lambda: self._put_behind(watched))
        return False

    def _put_behind(self, dialog: QDialog) -> None:
        if not isValid(dialog):
            return
        dialog.hide()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
        if not self.is_locked():
            dialog.show()
        elif dialog not in self._behind:
            self._behind.append(dialog)

    @Slot()
    def _tell_rescued(self) -> None:
        self._toasts.show(
            self.tr(
                "Tu PIN es otro. El código de rescate ya se usó: hacé uno en Ajustes, Personas."
            )
        )

    def forget_what_was_scanned(self) -> None:
        """Take back the digits of a code that fell into the PIN."""
        self.lock_screen.pad.clear()

    def _shortcuts(self) -> list[QShortcut]:
        """Return the window's own: those of the pages sleep while these are hidden."""
        found: list[QShortcut] = self._window.findChildren(
            QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        return found


def _is_of_the_lock(dialog: QDialog) -> bool:
    """Tell whether a dialog shows nothing of the shop: the one for a code, and its help."""
    if isinstance(dialog, HelpDialog):
        return isinstance(dialog.parent(), RescueDialog)
    return isinstance(dialog, RescueDialog)


def _application() -> QApplication:
    """Return the process's application."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def _depth(widget: QObject) -> int:
    parent = widget.parent()
    return 0 if parent is None else 1 + _depth(parent)
