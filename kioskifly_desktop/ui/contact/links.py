"""The one way out of the program: a chat of WhatsApp, with the message written."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kioskifly_desktop.core.contact import whatsapp_link


def open_whatsapp(number: str, text: str) -> bool:
    """Open a chat with a number and the text written; return whether the system could."""
    link = QUrl(whatsapp_link(number, text), QUrl.ParsingMode.StrictMode)
    return QDesktopServices.openUrl(link)
