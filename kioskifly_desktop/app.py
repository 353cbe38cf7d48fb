"""Builds the program: the only module that knows every part."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.adapters.backup_worker import BackupWorker
from kioskifly_desktop.adapters.bot import AdaptersBot
from kioskifly_desktop.adapters.devices import SystemDevices
from kioskifly_desktop.adapters.exchange import AdaptersExchange
from kioskifly_desktop.adapters.keys import KeyStore, keys_folder
from kioskifly_desktop.adapters.outbox_worker import OutboxWorker
from kioskifly_desktop.adapters.paper import AdaptersPaper
from kioskifly_desktop.adapters.shop_copies import AdaptersCopies
from kioskifly_desktop.adapters.support import AdaptersSupport
from kioskifly_desktop.adapters.vault import Vault
from kioskifly_desktop.core.access import anybody_has_pin, needs_pin
from kioskifly_desktop.core.database import FILE_NAME, own_folder
from kioskifly_desktop.core.errors import (
    NotAShopError,
    ShopError,
    ShopFileError,
    ShopInUseError,
)
from kioskifly_desktop.core.es_ar import utc_now
from kioskifly_desktop.core.first_run import EXAMPLE_FOLDER, needs_first_run
from kioskifly_desktop.core.logs import told
from kioskifly_desktop.core.settings import get_preference
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import find_user
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.application import application, wear_icon
from kioskifly_desktop.ui.bug_notice import BugNotice, StartNotice, start_bug_words
from kioskifly_desktop.ui.copy_window import BusyWindow, DamagedWindow
from kioskifly_desktop.ui.copy_words import (
    closing_words,
    lost_words,
    restored_words,
    restoring_words,
)
from kioskifly_desktop.ui.first_run.words import example_words, no_copy_words, own_shop_words
from kioskifly_desktop.ui.language import LANGUAGE_PREFERENCE, speak, stored_language
from kioskifly_desktop.ui.logs import log_to
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.pages import load_pages
from kioskifly_desktop.ui.second_start import listen, raise_first_window
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.shell import leave_shell, remember_look, show_fitting
from kioskifly_desktop.ui.shop import Shop
from kioskifly_desktop.ui.theme import (
    LOOK_PREFERENCE,
    TEXT_PREFERENCE,
    Look,
    stored_percent,
    theme,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from filelock import FileLock
    from PySide6.QtNetwork import QLocalServer

    from kioskifly_desktop.core.work import User

_logger = logging.getLogger(__name__)

_STOP_SECONDS = 1.5
_COPY_SECONDS = 30.0
_SPARE_MS = 700
"""Until there is time to load what isn't seen yet: before that it keeps the first page waiting."""
_SWITCH_SECONDS = 0.0005
"""How long threads keep the window waiting; Python's own 5 ms add up to blinks while it paints."""


class _Bell(QObject):
    """Carries a worker's news into the window's thread."""

    rang = Signal()


class Program:
    """An open shop with its window and its workers."""

    def __init__(
        self, folder: Path, *, user: str = "", clock: Callable[[], datetime] = utc_now
    ) -> None:
        """Open the shop in `folder` for the person of a name, or the first one.

        Locked, if that person needs a PIN; for nobody in particular, if anybody has one.

        Raises:
            UserNotFoundError: nobody has that name.
            ShopFileError: it can't be opened to work on it.
        """
        sys.setswitchinterval(_SWITCH_SECONDS)
        self.database = open_shop(folder, clock=clock)
        try:
            with self.database.read() as work:
                person = find_user(work, user)
                # Of who is named it is enough that they need none.
                locked = needs_pin(work, person.id) or (not user and anybody_has_pin(work))
                look = Look(get_preference(work, LOOK_PREFERENCE, Look.SYSTEM))
                percent = stored_percent(get_preference(work, TEXT_PREFERENCE, ""))
                spoken = stored_language(get_preference(work, LANGUAGE_PREFERENCE, ""))
            speak(application(), spoken)
            if not theme.wears(application(), look, percent):
                theme.apply(application(), look, percent)
            remember_look()
            self._build(folder, person, locked=locked)
        except Exception:
            self.database.close()
            raise

    def _build(self, folder: Path, person: User, *, locked: bool) -> None:
        keys = KeyStore(keys_folder())
        vault = Vault(folder, keys)
        self._bell, self._copies_bell = _Bell(), _Bell()
        self.worker = OutboxWorker(self.database, self._bell.rang.emit)
        self.backups = BackupWorker(self.database, vault, self._copies_bell.rang.emit)
        copies = AdaptersCopies(self.backups, vault)
        bot = AdaptersBot(keys)
        self.shop = Shop(
            self.database,
            person,
            AdaptersPaper(),
            SystemDevices(),
            bot,
            copies=copies,
            exchange=AdaptersExchange(),
            support=AdaptersSupport(folder),
        )
        self._bell.rang.connect(self.shop.note_printing)
        self._copies_bell.rang.connect(self.shop.note_copies)
        self.shop.changed.connect(self.worker.wake)
        wear_icon()
        self.window = MainWindow(self.shop)
        if locked:
            self.window.guard.ask(person)
        self.worker.start()
        self.backups.start()

    def close(self, *, copy: bool = True) -> None:
        """Close the window, let the job at hand end, copy the shop, and let go of the file."""
        remember_look()
        self.window.close()
        self.worker.stop(_STOP_SECONDS)
        self.backups.stop(_COPY_SECONDS, copy=copy)
        self.database.close()


class Running:
    """The program in its process: its shop, or what stands in its place while that isn't open."""

    def __init__(self, folder: Path, user: str) -> None:
        self.folder = folder
        self.user = user
        self.program: Program | None = None
        self.damaged: DamagedWindow | None = None
        self._busy: BusyWindow | None = None
        self._server: QLocalServer | None = None
        self._vault = Vault(folder, KeyStore(keys_folder()))
        self._kept: FileLock | None = None

    def start(self) -> None:
        """Open the shop; where its file is gone and its copies aren't, offer these first.

        Raises:
            UserNotFoundError, ShopFileError: as `open`.
        """
        if (self.folder / FILE_NAME).exists() or not self._vault.found():
            self.open()
        else:
            self.offer_copies(lost_words(self.folder), lost=True)

    def open(self) -> None:
        """Open the shop and show its window, with the first steps if it is new.

        Raises:
            UserNotFoundError: nobody has that name.
            ShopFileError: it can't be opened to work on it.
        """
        program = self.program = Program(self.folder, user=self.user)
        program.shop.restore_wanted.connect(self.leave_and_restore)
        program.shop.example_wanted.connect(self.leave_for_example)
        program.shop.own_shop_wanted.connect(self.leave_example)
        self._present(program)
        program.shop.user_changed.connect(self.welcome)
        self.welcome()

    def _present(self, program: Program) -> None:
        _watch_for_bugs(program.window)
        # A second start of the person's own shop raises also the example.
        self._server = listen(self.folder, program.window)
        show_fitting(program.window)
        leave_shell()
        QTimer.singleShot(_SPARE_MS, program.window, lambda: load_pages(program.window))

    def welcome(self) -> None:
        """Show the first steps of a new shop to who may answer them, once they are in."""
        program = self.program
        if program is None or program.window.is_locked() or not program.shop.user.is_admin:
            return
        program.shop.user_changed.disconnect(self.welcome)
        if program.shop.read(needs_first_run):
            program.window.show_first_run()

    def leave_for_example(self) -> None:
        """Close the shop, keeping it for this process, and open one of invented data."""
        program = self.program
        if program is None or program.window.is_locked():
            return
        busy = self._work(example_words())
        if not program.window.close():
            self._done()
            return
        self._leave(copy=False)

        def make() -> FileLock:
            from kioskifly_desktop.demo import create_example_shop  # noqa: PLC0415 - rarely used

            kept = own_folder(self.folder)
            try:
                create_example_shop(self.folder / EXAMPLE_FOLDER)
            except Exception:
                kept.release()
                raise
            return kept

        background.run(busy, make, self._show_example, self._not_restored, must_end=True)

    def _show_example(self, kept: FileLock) -> None:
        self._kept = kept
        try:
            program = self.program = Program(self.folder / EXAMPLE_FOLDER)
            program.shop.support = AdaptersSupport(program.database.path.parent, self.folder)
        except ShopError as error:
            self._let_go()
            self._not_restored(error)
            return
        program.shop.restore_wanted.connect(self._refuse_copy)
        program.shop.own_shop_wanted.connect(self.leave_example)
        self._present(program)
        self._done()

    def _refuse_copy(self) -> None:
        # It would take the place of the person's own shop.
        if self.program is not None:
            self.program.window.toasts.show(no_copy_words(), error=True)

    def leave_example(self) -> None:
        """Close the invented shop and open the person's own."""
        program = self.program
        if program is None:
            return
        self._work(own_shop_words())
        if not program.window.close():
            self._done()
            return
        if self._kept is None and self.folder.name == EXAMPLE_FOLDER:  # opened by its own folder
            self.folder = self.folder.parent
            self._vault = Vault(self.folder, KeyStore(keys_folder()))
        self._leave(copy=False)
        self._let_go()
        self.user = ""  # as in `_open_again`
        try:
            self.open()
        except ShopError as error:
            self.offer_copies(words_of(error))
        self._done()

    def _let_go(self) -> None:
        if self._kept is not None:
            self._kept.release()
            self._kept = None

    def offer_copies(self, sentence: str, *, lost: bool = False) -> None:
        """Say why the shop doesn't open, and offer the last good copy; of one lost, a new one."""
        theme.apply(application(), Look.SYSTEM)
        self.damaged = DamagedWindow(self._vault, sentence, lost=lost)
        self.damaged.wanted.connect(self.restore)
        self.damaged.fresh_wanted.connect(self.begin_anew)
        self.damaged.report_wanted.connect(self.report_problem)
        self.damaged.show()
        leave_shell()

    def report_problem(self) -> None:
        """Show what a problem report says of a shop that doesn't open."""
        from kioskifly_desktop.ui.support.report_dialog import (  # noqa: PLC0415 - with luck, never
            ReportDialog,
        )

        if self.damaged is not None:
            ReportDialog(AdaptersSupport(self.folder), self.damaged).open()

    def begin_anew(self) -> None:
        """Open a new shop in the place of one that is gone; its copies stay."""
        try:
            self.open()
        except ShopError as error:
            if self.damaged is not None:
                self.damaged.sentence.setText(words_of(error))
            return
        self._done()

    def leave_and_restore(self, path: Path, passphrase: str | None) -> None:
        """Close the shop, unless there is a sale that can't be put aside, and bring a copy back."""
        program = self.program
        if program is None or program.window.is_locked() or not program.shop.user.is_admin:
            return
        by = program.shop.user.name
        # Shown first: the program ends with its last window.
        self._work(restoring_words())
        if not program.window.close():
            self._done()
            return
        self._leave(copy=False)
        self.restore(path, passphrase, by)

    def restore(self, path: Path, passphrase: str | None, by: str = "") -> None:
        """Bring a copy back in a thread, for who wants it, and open the shop again."""
        busy = self._busy or self._work(restoring_words())
        if self.damaged is not None:
            self.damaged.hide()
        background.run(
            busy,
            lambda: self._vault.restore(path, passphrase, by=by),
            self._restored,
            self._not_restored,
            must_end=True,
        )

    def _restored(self, kept: Path | None) -> None:
        self._open_again(restored_words(kept.name if kept else ""), error=False)

    def _not_restored(self, error: ShopError) -> None:
        self._open_again(words_of(error), error=True)

    def _open_again(self, words: str, *, error: bool) -> None:
        # Who was named at the start may have another name by now.
        self.user = ""
        try:
            self.open()
        except ShopError as reason:
            self.offer_copies(words if error else words_of(reason))
        else:
            if self.program is not None:
                self.program.window.toasts.show(words, error=error)
        self._done()

    def _work(self, words: str) -> BusyWindow:
        self._busy = BusyWindow(words)
        self._busy.show()
        return self._busy

    def _done(self) -> None:
        if self._busy is not None:
            self._busy.deleteLater()
            self._busy = None
        if self.damaged is not None and self.program is not None:
            self.damaged.deleteLater()
            self.damaged = None

    def _leave(self, *, copy: bool) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        if self.program is not None:
            self.program.close(copy=copy)
            self.program.window.deleteLater()
            self.program = None

    def close(self) -> None:
        """Let go of the shop, after the copy of the close."""
        if self.program is not None and self._kept is None:
            self._work(closing_words())
            QApplication.processEvents()
        # What is invented needs no copies.
        self._leave(copy=self._kept is None)
        self._let_go()
        self._done()


def run_window(folder: Path, user: str = "") -> int:
    """Open the window on the shop in `folder` and return the process's exit status."""
    log_to(folder)
    app = application()
    running = Running(folder, user)
    try:
        running.start()
    except NotAShopError as error:
        print(error, file=sys.stderr)
        running.offer_copies(words_of(error))
    except ShopError as error:
        print(error, file=sys.stderr)
        if not (isinstance(error, ShopInUseError) and raise_first_window(folder)):
            _show_failure(words_of(error), folder)
        return 1
    except Exception:
        # Nobody sees the terminal of a program that is started with the mouse.
        _logger.critical("bug", exc_info=True)
        _show_failure(start_bug_words(), folder)
        return 1
    try:
        return app.exec()
    finally:
        running.close()


def _watch_for_bugs(window: MainWindow) -> None:
    """Log every exception that nobody caught, and show the first of each kind."""
    notice = BugNotice(window)
    notice.report_wanted.connect(window.report_problem)

    def caught(kind: type[BaseException], error: BaseException, trace: object) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, ShopError):
            # The world's doing, such as a file that another program holds: no bug.
            # Only a file's sentence goes in the log: others name clients and what they owe.
            words = error if isinstance(error, ShopFileError) else ""
            _logger.warning("%s: %s", kind.__name__, words)
            notice.refusal.emit(words_of(error))
            return
        _logger.critical("bug", exc_info=(kind, error, trace))  # type: ignore[arg-type]  # a traceback
        notice.report.emit(kind.__name__, told(error))

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def _show_failure(sentence: str, folder: Path) -> None:
    theme.apply(application(), Look.SYSTEM)
    notice = StartNotice(sentence, AdaptersSupport(folder))
    notice.open()
    leave_shell()
    application().exec()
