"""Sounds, where the shop wants them; the system's beep where it has nothing to play them with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.sounds import is_wanted

if TYPE_CHECKING:
    from kioskifly_desktop.core.sounds import Sound
    from kioskifly_desktop.ui.shop import Shop


def sound(shop: Shop, what: Sound) -> None:
    """Play a sound, if the shop wants it."""
    if shop.read(is_wanted, what):
        play(shop, what)


def play(shop: Shop, what: Sound) -> None:
    """Play a sound, whatever the shop wants."""
    if not shop.devices.play(what):
        QApplication.beep()
