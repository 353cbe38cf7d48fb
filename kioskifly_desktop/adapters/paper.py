"""The paper as screens ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.adapters import pdf

if TYPE_CHECKING:
    from pathlib import Path

    from kioskifly_desktop.core.documents import Document, PdfPage


class AdaptersPaper:
    """Saves documents, for the screens."""

    def save_pdf(self, document: Document, path: Path, page: PdfPage) -> None:
        """Write the document as a PDF file.

        Raises:
            OutputFileError: the file can't be written.
        """
        pdf.save_pdf(document, path, page)
