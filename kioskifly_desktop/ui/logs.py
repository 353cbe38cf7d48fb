"""The program's log, beside the shop's file."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kioskifly_desktop.core.logs import PlainFormatter, log_file

if TYPE_CHECKING:
    from pathlib import Path

_LOG_BYTES = 1_000_000
_LOG_FILES = 3


def log_to(folder: Path) -> None:
    """Keep a log in the shop's folder, of the program and of Qt."""
    logging.basicConfig(level=logging.INFO, handlers=[log_handler(folder)])
    qInstallMessageHandler(_log_qt)


def log_handler(folder: Path) -> logging.Handler:
    """Return what writes the log: a few files, of which the oldest makes room."""
    try:
        path = log_file(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", errors="replace"
        )
    except OSError:
        # The shop's own opening says, in a sentence, that the folder can't be written.
        handler = logging.StreamHandler()
    handler.setFormatter(PlainFormatter())
    return handler


_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS[kind], message)
