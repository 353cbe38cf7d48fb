"""Remembers beside the shop's file where its copies go: it must be known when that is damaged."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.backups.copies import list_copies
from kioskifly_desktop.core.backups import OWN_FOLDER
from kioskifly_desktop.core.errors import BackupUnreadableError

if TYPE_CHECKING:
    from kioskifly_desktop.core.backups import CopyRow

_FILE = "copias.json"


def remember_place(shop_folder: Path, place: Path) -> None:
    """Remember the folder of the last copy, if it isn't the shop's own."""
    if place in remembered_places(shop_folder):
        return
    draft = shop_folder / f"{_FILE}.new"
    # What can't be remembered is only missed by a damaged shop, which asks for the file then.
    with suppress(OSError):
        draft.write_text(json.dumps({"folder": str(place)}), "utf-8")
        draft.replace(shop_folder / _FILE)


def remembered_places(shop_folder: Path) -> list[Path]:
    """Return the folders where copies of the shop may be."""
    places = [shop_folder / OWN_FOLDER]
    with suppress(OSError, ValueError, KeyError, TypeError):
        stored = json.loads((shop_folder / _FILE).read_text("utf-8"))
        places.insert(0, Path(stored["folder"]))
    return places


def find_copies(shop_folder: Path) -> list[CopyRow]:
    """Return the copies of a shop within reach, the newest first."""
    found: list[CopyRow] = []
    for place in remembered_places(shop_folder):
        with suppress(BackupUnreadableError):
            found += list_copies(place)
    return sorted(found, key=lambda copy: (copy.at, copy.path.name), reverse=True)
