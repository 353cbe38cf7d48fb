"""Asks whether there is a newer program, while nobody sells; and what is said of the answer."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.updates import Release, is_due, is_page, note_answer
from kioskifly_desktop.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.ui.shop import Shop

_logger = logging.getLogger(__name__)

_EVERY_MS = 5 * 60 * 1000


class UpdateWatch(QObject):
    """Looks every few minutes at whether to ask; the start and the close wait for none of it."""

    def __init__(self, shop: Shop, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._busy = busy
        self._asking = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Ask if the shop allows it, today nobody did, and nobody is selling."""
        if self._asking or self._busy() or not self._shop.read(is_due):
            return
        self._asking = True
        background.run(self, self._shop.support.latest_release, self._note, self._failed)

    def _note(self, release: Release) -> None:
        self._asking = False
        keep_answer(self._shop, release)

    def _failed(self, error: ShopError) -> None:
        self._asking = False
        # A shop without internet is as good as any.
        _logger.info("the newest version is not known: %s", type(error).__name__)
        keep_answer(self._shop, None)


def keep_answer(shop: Shop, release: Release | None) -> None:
    """Write down what was answered; where it can't be written, it is asked again."""
    try:
        shop.write(note_answer, release)
    except ShopError as error:
        _logger.info("the answer was not kept: %s", type(error).__name__)


def news_words(release: Release) -> str:
    """Say that there is a newer version."""
    words = QCoreApplication.translate("UpdateWatch", "Hay una versión nueva: {version}")
    return words.format(version=release.version)


def open_page(release: Release) -> bool:
    """Open the page a version is downloaded from; return whether the system could."""
    if not is_page(release.page):  # what was kept may have been written by anybody
        return False
    return QDesktopServices.openUrl(QUrl(release.page, QUrl.ParsingMode.StrictMode))
