"""Takes the links that would leave the program, so that no browser opens."""

from __future__ import annotations

from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices


class Links(QObject):
    """What was handed over to WhatsApp, in order."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, url):
        """Keep a link."""
        self.opened.append(bytes(url.toEncoded()).decode())

    @property
    def numbers(self):
        """The numbers that were to be written to."""
        return [urlsplit(link).path.strip("/") for link in self.opened]

    @property
    def texts(self):
        """The texts, as WhatsApp reads them."""
        return [parse_qs(urlsplit(link).query)["text"][0] for link in self.opened]


@contextmanager
def links_taken():
    """Take every link until the end."""
    result = Links()
    QDesktopServices.setUrlHandler("https", result, "take")  # type: ignore[arg-type]  # the stub says bytes
    yield result
    QDesktopServices.unsetUrlHandler("https")
