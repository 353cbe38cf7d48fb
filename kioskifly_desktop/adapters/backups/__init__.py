"""Copies of the shop's file: made while it is in use, proved, rotated, and brought back."""

from kioskifly_desktop.adapters.backups.copies import (
    CopyFacts,
    CopyRow,
    copy_facts,
    list_copies,
    make_copy,
)
from kioskifly_desktop.adapters.backups.restore import restore_copy

__all__ = ["CopyFacts", "CopyRow", "copy_facts", "list_copies", "make_copy", "restore_copy"]
