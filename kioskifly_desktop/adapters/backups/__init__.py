"""Copies of the shop's file: made while it is in use, proved, rotated, and brought back."""

from kioskifly_desktop.adapters.backups.copies import (
    copy_facts,
    list_copies,
    make_copy,
    save_copy,
)
from kioskifly_desktop.adapters.backups.find import (
    find_copies,
    remember_place,
    remembered_places,
)
from kioskifly_desktop.adapters.backups.restore import restore_copy

__all__ = [
    "copy_facts",
    "find_copies",
    "list_copies",
    "make_copy",
    "remember_place",
    "remembered_places",
    "restore_copy",
    "save_copy",
]
