"""The paper as screens ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.adapters import pdf

if TYPE_CHECKING:
    from pathlib import Path

    from kioskifly_desktop.core.documents import Document, PdfPage
    from kioskifly_desktop.core.reports import Report


class AdaptersPaper:
    """Saves documents, for the screens."""

    def save_pdf(self, document: Document, path: Path, page: PdfPage) -> None:
        """Write the document as a PDF file.

        Raises:
            OutputFileError: the file can't be written.
        """
        pdf.save_pdf(document, path, page)

    def save_report(self, report: Report, shop: str, path: Path) -> None:
        """Write a report as a PDF file, under the shop's name.

        Raises:
            OutputFileError: the file can't be written.
        """
        from kioskifly_desktop.adapters import report_pdf  # noqa: PLC0415 - rarely used

        report_pdf.save_report(report, shop, path)
