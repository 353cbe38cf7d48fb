"""The window: the rail of pages, the page, the status bar, and the notices over them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.first_run import is_example
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.sounds import Sound
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.first_run.example_bar import ExampleBar
from kioskifly_desktop.ui.focus import FocusInSight
from kioskifly_desktop.ui.help_dialog import HelpDialog, topic_here
from kioskifly_desktop.ui.key_rules import stored_keys
from kioskifly_desktop.ui.pages import build_page
from kioskifly_desktop.ui.people.guard import Guard
from kioskifly_desktop.ui.people.idle import IdleWatch
from kioskifly_desktop.ui.printing.queue_dialog import QueueDialog
from kioskifly_desktop.ui.rail import Rail
from kioskifly_desktop.ui.registers.drawer_dialog import ask_to_open_drawer
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.scanner import Scanner, scanner_settings
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.shell import fit
from kioskifly_desktop.ui.sounds import sound
from kioskifly_desktop.ui.status_bar import StatusBar
from kioskifly_desktop.ui.support.update_watch import UpdateWatch
from kioskifly_desktop.ui.theme import theme
from kioskifly_desktop.ui.widgets.toast import ToastHost

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from kioskifly_desktop.ui.page import Page
    from kioskifly_desktop.ui.settings.settings_page import SettingsPage
    from kioskifly_desktop.ui.shop import Shop

_SMALLEST = QSize(880, 480)


class _Stack(QStackedWidget):
    """The pages, of which only the one shown asks for room."""

    def minimumSizeHint(self) -> QSize:
        """Return what the page shown needs."""
        page: QWidget | None = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()


class MainWindow(QMainWindow):
    """The only window of the program."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self.shop = shop
        self.pages: dict[str, Page] = {}
        self.page: Page
        self.stack = _Stack()
        self.toasts = ToastHost(self)
        self.toasts.refused.connect(self.sound_refusal)
        self.status = StatusBar(shop)
        FocusInSight(self)
        self.scanner = Scanner(self)
        self.scanner.scanned.connect(self.on_scan)
        self.rail = Rail()
        self.rail.chosen.connect(self.show_page)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if shop.read(is_example):
            column.addWidget(ExampleBar(shop))
        column.addWidget(self._scroller(), 1)
        column.addWidget(self.status)
        root = QWidget()
        root.setObjectName("page")
        row = QHBoxLayout(root)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.guard = Guard(shop, self, root, self.toasts, self.has_open_sale)
        self.guard.unlocked.connect(self.focus_page)
        self.setCentralWidget(self.guard)
        self.setMinimumSize(_SMALLEST)
        fit(self)
        self._connect()
        shop.changed.connect(self.refresh_title)
        self.refresh_title()
        shop.changed.connect(self.refresh_preferences)
        self.refresh_preferences()
        self.show_page(keys.SALE)
        shop.user_changed.connect(self.hide_reports)
        self.hide_reports()
        keys.assigned.changed.connect(self.write_keys)
        theme.changed.connect(self.write_keys)
        self.write_keys()

    def _connect(self) -> None:
        keys.bind("help", self, self.show_help)
        keys.bind("search", self, self.focus_page)
        keys.bind("drawer", self, self.open_drawer)
        keys.bind("lock", self, self.lock)
        for page_id in self.rail.buttons:
            keys.bind(f"page.{page_id}", self, partial(self.show_page, page_id))
        self.idle = IdleWatch(self.shop, self.scanner)
        self.idle.idle.connect(self.guard.lock_if_it_helps)
        self.status.person_wanted.connect(self.guard.change_person)
        self.status.queue_wanted.connect(self.show_queue)
        self.status.printers_wanted.connect(self.show_printers)
        self.status.copies_wanted.connect(self.show_copies)
        self.status.news_wanted.connect(self.show_program)
        self.updates = UpdateWatch(self.shop, self.is_busy, self)
        self.shop.lock_wanted.connect(self.lock)
        self.shop.first_run_wanted.connect(self.show_first_run)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put aside what was being sold; where that can't be, stay open and say why."""
        sale = self.pages[keys.SALE]
        assert isinstance(sale, SalePage)
        try:
            sale.put_aside()
        except ShopError as error:
            self.show_page(keys.SALE)
            sale.refuse(words_of(error))
            event.ignore()
            return
        super().closeEvent(event)

    def _scroller(self) -> QScrollArea:
        """Wrap the pages, so that a small or magnified screen scrolls rather than clips."""
        result = QScrollArea()
        result.setFrameShape(QFrame.Shape.NoFrame)
        result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        result.setWidgetResizable(True)
        self.stack.setObjectName("scrolled")
        result.setWidget(self.stack)
        return result

    @Slot()
    def hide_reports(self) -> None:
        """Offer the reports only to who may see them."""
        may = self.shop.user.may(Permission.REPORTS)
        self.rail.buttons[keys.REPORTS].setVisible(may)
        if not may and self.page.page_id == keys.REPORTS:
            self.show_page(keys.SALE)

    def show_page(self, page_id: str) -> Page:
        """Show a page, building it the first time, and put the focus where its work starts."""
        if page_id == keys.REPORTS and not self.shop.user.may(Permission.REPORTS):
            return self.page
        if page_id not in self.pages:
            self.pages[page_id] = build_page(page_id, self.shop, self.toasts)
            self.stack.addWidget(self.pages[page_id])
        page = self.page = self.pages[page_id]
        self.stack.setCurrentWidget(page)
        self.stack.updateGeometry()
        self.rail.buttons[page_id].setChecked(True)
        self.status.show_hints(page_id)
        page.focus_main()
        return page

    @Slot()
    def focus_page(self) -> None:
        """Go to the page's search or list."""
        self.page.focus_main()

    def is_locked(self) -> bool:
        """Tell whether nothing of the shop is shown until somebody gives their PIN."""
        return self.guard.is_locked()

    @Slot()
    def lock(self) -> None:
        """Show nothing of the shop until somebody gives their PIN."""
        self.guard.lock()

    def has_open_sale(self) -> bool:
        """Tell whether there is something in the cart."""
        sale = self.pages[keys.SALE]
        assert isinstance(sale, SalePage)
        return bool(sale.cart.lines)

    def is_busy(self) -> bool:
        """Tell whether somebody is in the middle of something."""
        return self.has_open_sale() or QApplication.activeModalWidget() is not None

    @Slot(str)
    def on_scan(self, code: str) -> None:
        """Give a scanned code to the dialog in front, else to the page; a sound if it has no use.

        No dialog gets a code that it doesn't ask for.
        """
        if self.is_locked():
            self.guard.forget_what_was_scanned()
            return
        taker: QWidget | None = QApplication.activeModalWidget()
        if taker is None:
            taker = self.page
        take = getattr(taker, "on_scan", None)
        if take is None:
            sound(self.shop, Sound.UNKNOWN)
        else:
            take(code)

    @Slot()
    def sound_refusal(self) -> None:
        """Let it be heard that something was refused."""
        sound(self.shop, Sound.ERROR)

    @Slot()
    def show_help(self) -> None:
        """Show the guide at the page of where the person is; from the guide, the keys."""
        front = QApplication.activeModalWidget()
        topic = topic_here(self.page)
        if isinstance(front, HelpDialog):
            front.open_topic(topic)
        else:
            HelpDialog(front or self, topic).open()

    @Slot()
    def show_queue(self) -> None:
        """Show what waits to be printed."""
        QueueDialog(self.shop, self).open()

    @Slot()
    def open_drawer(self) -> None:
        """Open the cash drawer by hand."""
        ask_to_open_drawer(self.shop, self)

    @Slot()
    def report_problem(self) -> None:
        """Show what a problem report says, to save it."""
        from kioskifly_desktop.ui.support.report_dialog import (  # noqa: PLC0415 - with luck, never
            ReportDialog,
        )

        ReportDialog(self.shop.support, self).open()

    @Slot()
    def show_first_run(self) -> None:
        """Show the first steps."""
        from kioskifly_desktop.ui.first_run.first_run_dialog import (  # noqa: PLC0415 - once in its life
            FirstRunDialog,
        )

        FirstRunDialog(self.shop, self.toasts, self).open()

    @Slot()
    def show_printers(self) -> None:
        """Show the settings of the printers."""
        cast("SettingsPage", self.show_page(keys.SETTINGS)).show_printers()

    @Slot()
    def show_copies(self) -> None:
        """Show the settings of the copies."""
        cast("SettingsPage", self.show_page(keys.SETTINGS)).show_copies()

    @Slot()
    def show_program(self) -> None:
        """Show the settings of the program itself."""
        cast("SettingsPage", self.show_page(keys.SETTINGS)).show_program()

    @Slot()
    def come_forward(self) -> None:
        """Show the window over the others: somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def refresh_title(self) -> None:
        """Put the shop's name in the window's title."""
        name = self.shop.read(shop_profile).name
        self.setWindowTitle(f"{name} · Kioskifly")

    @Slot()
    def refresh_preferences(self) -> None:
        """Read how the scanner types, and which keys the shop chose."""
        self.scanner.settings = self.shop.read(scanner_settings)
        keys.assigned.assign(self.shop.read(stored_keys))

    @Slot()
    def write_keys(self) -> None:
        """Write the keys of the rail and of the page as they are now."""
        self.rail.write_keys()
        self.status.show_hints(self.page.page_id)
