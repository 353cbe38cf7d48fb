"""A second start of a shop that is open: it raises the window of the first."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

    from kioskifly_desktop.ui.main_window import MainWindow

_logger = logging.getLogger(__name__)
_RAISE_MS = 1000


def server_name(folder: Path) -> str:
    """Return where the window of a shop listens."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return f"kioskifly-{digest}"


def listen(folder: Path, window: MainWindow) -> QLocalServer:
    """Raise the window when a second start of the same shop asks for it."""
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(window.come_forward)
    # The lock on the folder says that nobody else listens: a name left behind is stale.
    QLocalServer.removeServer(server_name(folder))
    if not server.listen(server_name(folder)):
        _logger.warning("second starts can't raise this window: %s", server.errorString())
    return server


def raise_first_window(folder: Path) -> bool:
    """Ask the first start to show its window; return whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    return socket.waitForConnected(_RAISE_MS)
