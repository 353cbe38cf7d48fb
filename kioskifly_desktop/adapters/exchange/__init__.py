"""Files of other programs: spreadsheets, texts with separators, contact cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.exchange.read import read_rows
from kioskifly_desktop.adapters.exchange.write import write_rows, write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from kioskifly_desktop.core.books import Span
    from kioskifly_desktop.core.exports import Cell
    from kioskifly_desktop.core.imports import Source
    from kioskifly_desktop.core.work import Work

__all__ = ["AdaptersExchange", "read_rows", "write_rows", "write_text"]


class AdaptersExchange:
    """Reads and writes files, for the screens."""

    def read_rows(self, path: Path) -> Source:
        """Return the rows of a CSV, an XLSX or a vCard.

        Raises:
            ExchangeError: it can't be read as one of them.
        """
        return read_rows(path)

    def write_rows(
        self,
        path: Path,
        titles: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        progress: Callable[[int], None],
    ) -> int:
        """Write rows to an XLSX or a CSV and return how many they were.

        Raises:
            OutputFileError: the file can't be written.
        """
        return write_rows(path, titles, rows, progress)

    def write_journal(self, work: Work, span: Span, path: Path) -> int:
        """Write the entries of a span as the file's name asks for, and return how many they were.

        Raises:
            OutputFileError: the file can't be written.
        """
        from kioskifly_desktop.adapters.exchange.journal import (  # noqa: PLC0415 - rarely used
            format_of,
            save_journal,
        )

        return save_journal(work, span, format_of(path), path)

    def write_text(self, path: Path, text: str) -> None:
        """Write a text file.

        Raises:
            OutputFileError: the file can't be written.
        """
        write_text(path, text)
