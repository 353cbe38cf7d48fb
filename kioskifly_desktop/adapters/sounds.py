"""Plays the program's sounds with what the system has, and never keeps anybody waiting."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from kioskifly_desktop import resources

if TYPE_CHECKING:
    from pathlib import Path

    from kioskifly_desktop.core.sounds import Sound

_logger = logging.getLogger(__name__)

_PLAYERS = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
}
_SECONDS = 5
_AT_ONCE = 3


class Speaker:
    """Plays sounds in threads; a player that fails isn't tried again."""

    def __init__(self) -> None:
        self._players: list[list[str]] | None = None
        self._threads: list[threading.Thread] = []

    def play(self, sound: Sound) -> bool:
        """Start a sound; False where there is nothing to play it with."""
        file = resources.ROOT / "sounds" / f"{sound}.wav"
        if sys.platform == "win32":
            return _play_on_windows(file)
        if self._players is None:
            self._players = _players()
        if not self._players:
            return False
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        if len(self._threads) < _AT_ONCE:
            thread = threading.Thread(target=self._run, args=(file,), name="sound", daemon=True)
            self._threads.append(thread)
            thread.start()
        return True

    def _run(self, file: Path) -> None:
        players = self._players or []
        for player in tuple(players):
            try:
                done = subprocess.run(  # noqa: S603 - a player found by its name, and our own file
                    [*player, str(file)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=_SECONDS,
                    check=False,
                )
            except (OSError, subprocess.TimeoutExpired) as error:
                _logger.info("%s: %s", player[0], error)
            else:
                if done.returncode == 0:
                    return
                _logger.info("%s ended with %s", player[0], done.returncode)
            if player in players:
                players.remove(player)


def _players() -> list[list[str]]:
    """Return the players this computer has, the best one first."""
    found = []
    for name, *options in _PLAYERS.get(sys.platform, ()):
        path = shutil.which(name)
        if path is not None:
            found.append([path, *options])
    return found


def _play_on_windows(file: Path) -> bool:
    if sys.platform != "win32":
        return False
    import winsound  # noqa: PLC0415 - only there

    try:
        winsound.PlaySound(
            str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        )
    except RuntimeError as error:
        _logger.info("%s", error)
        return False
    return True
