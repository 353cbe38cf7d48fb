"""The paper as screens ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.adapters import pdf, ticket

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kioskifly_desktop.core.documents import Document, Line, PdfPage


class AdaptersPaper:
    """Lays documents out and saves them, for the screens."""

    def lines(self, document: Document, columns: int) -> Sequence[Line]:
        """Return the document as the printer would put it at a width."""
        return ticket.lay_out(document, columns)

    def save_pdf(self, document: Document, path: Path, page: PdfPage) -> None:
        """Write the document as a PDF file.

        Raises:
            OutputFileError: the file can't be written.
        """
        pdf.save_pdf(document, path, page)
