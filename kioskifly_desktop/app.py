"""Builds the program: the only module that knows every part."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import threading
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QObject,
    QtMsgType,
    QTranslator,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QMessageBox

from kioskifly_desktop.adapters.bot import AdaptersBot
from kioskifly_desktop.adapters.devices import SystemDevices
from kioskifly_desktop.adapters.exchange import AdaptersExchange
from kioskifly_desktop.adapters.outbox_worker import OutboxWorker
from kioskifly_desktop.adapters.paper import AdaptersPaper
from kioskifly_desktop.adapters.writers.keys import KeyStore, keys_folder
from kioskifly_desktop.core.errors import (
    NoDisplayError,
    ShopError,
    ShopInUseError,
    UserNotFoundError,
)
from kioskifly_desktop.core.es_ar import utc_now
from kioskifly_desktop.core.settings import get_preference
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import find_user
from kioskifly_desktop.ui.bug_notice import BugNotice
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.shop import Shop
from kioskifly_desktop.ui.theme import Look, theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

_logger = logging.getLogger(__name__)

_DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
_LOG_BYTES = 1_000_000
_LOG_FILES = 3
_STOP_SECONDS = 1.5
_RAISE_MS = 1000
_SWITCH_SECONDS = 0.0005
"""How long threads keep the window waiting; Python's own 5 ms add up to blinks while it paints."""


class _Bell(QObject):
    """Carries the printer worker's news into the window's thread."""

    rang = Signal()


class Program:
    """An open shop with its window and its printer worker."""

    def __init__(
        self, folder: Path, *, user: str = "", clock: Callable[[], datetime] = utc_now
    ) -> None:
        """Open the shop in `folder` for the person of a name, or the first one.

        Raises:
            UserNotFoundError: nobody has that name.
            ShopFileError: it can't be opened to work on it.
        """
        sys.setswitchinterval(_SWITCH_SECONDS)
        self.database = open_shop(folder, clock=clock)
        try:
            with self.database.read() as work:
                person = find_user(work, user)
        except UserNotFoundError:
            self.database.close()
            raise
        with self.database.read() as work:
            look = Look(get_preference(work, "look", Look.SYSTEM))
        theme.apply(application(), look)
        bot = AdaptersBot(KeyStore(keys_folder()))
        self.shop = Shop(
            self.database,
            person,
            AdaptersPaper(),
            SystemDevices(),
            bot,
            exchange=AdaptersExchange(),
        )
        self._bell = _Bell()
        self._bell.rang.connect(self.shop.note_printing)
        self.worker = OutboxWorker(self.database, self._bell.rang.emit)
        self.shop.changed.connect(self.worker.wake)
        self.window = MainWindow(self.shop)
        self.worker.start()

    def close(self) -> None:
        """Close the window, let the job at hand end, and let go of the file."""
        self.window.close()
        self.worker.stop(_STOP_SECONDS)
        self.database.close()


def application() -> QApplication:
    """Return the process's application, made and taught Spanish the first time.

    Raises:
        NoDisplayError: there is no screen to draw on.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if sys.platform == "linux" and not _DISPLAYS & set(os.environ):
        # Qt would abort the process, with nothing on the terminal.
        raise NoDisplayError
    made = QApplication(sys.argv[:1])
    made.setApplicationName("Kioskifly")
    made.setDesktopFileName("ar.kioskifly.Desktop")
    spanish = QLocale(QLocale.Language.Spanish, QLocale.Country.Argentina)
    QLocale.setDefault(spanish)
    translator = QTranslator(made)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(spanish, "qtbase", "_", folder):
        made.installTranslator(translator)
    return made


def run_window(folder: Path, user: str = "") -> int:
    """Open the window on the shop in `folder` and return the process's exit status."""
    _log_to(folder)
    app = application()
    try:
        program = Program(folder, user=user)
    except ShopError as error:
        print(error, file=sys.stderr)
        if not (isinstance(error, ShopInUseError) and _raise_first_window(folder)):
            _show_failure(str(error))
        return 1
    _watch_for_bugs(program.window)
    server = _listen(folder, program.window)
    _show(program.window)
    try:
        return app.exec()
    finally:
        server.close()
        program.close()


def _show(window: MainWindow) -> None:
    """Show the window; on a screen no larger than it, without pushing anything off the screen."""
    screen = window.screen().availableSize()
    if window.width() >= screen.width() or window.height() >= screen.height():
        window.showMaximized()
    else:
        window.show()


def _log_to(folder: Path) -> None:
    try:
        logs = folder / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            logs / "kioskifly.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
        )
    except OSError:
        # The shop's own opening says, in a sentence, that the folder can't be written.
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    qInstallMessageHandler(_log_qt)


_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS[kind], message)


def _watch_for_bugs(window: MainWindow) -> None:
    """Log every exception that nobody caught, and show the first of each kind."""
    notice = BugNotice(window)

    def caught(kind: type[BaseException], error: BaseException, trace: object) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, ShopError):
            # The world's doing, such as a file that another program holds: no bug.
            _logger.warning("%s: %s", kind.__name__, error)
            notice.refusal.emit(str(error))
            return
        _logger.critical("bug", exc_info=(kind, error, trace))  # type: ignore[arg-type]  # a traceback
        notice.report.emit(kind.__name__, f"{error}")

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def _server_name(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return f"kioskifly-{digest}"


def _listen(folder: Path, window: MainWindow) -> QLocalServer:
    """Raise the window when a second start of the same shop asks for it."""
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(window.come_forward)
    # The lock on the folder says that nobody else listens: a name left behind is stale.
    QLocalServer.removeServer(_server_name(folder))
    if not server.listen(_server_name(folder)):
        _logger.warning("second starts can't raise this window: %s", server.errorString())
    return server


def _raise_first_window(folder: Path) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(_server_name(folder))
    return socket.waitForConnected(_RAISE_MS)


def _show_failure(sentence: str) -> None:
    theme.apply(application(), Look.SYSTEM)
    box = QMessageBox(QMessageBox.Icon.Warning, "Kioskifly", sentence)
    box.finished.connect(QApplication.quit)
    box.open()
    application().exec()
