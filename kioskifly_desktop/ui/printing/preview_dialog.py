"""The document as the printer would put it, to look at, print or save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kioskifly_desktop.core.documents import PdfPage
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.logo import shop_logo
from kioskifly_desktop.core.outbox import Rendered, render
from kioskifly_desktop.core.printers import COLUMNS, route_of
from kioskifly_desktop.core.ticket import lay_out
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.printing.paper_view import PaperView, Sheet, sheet_of
from kioskifly_desktop.ui.sentences import kept, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.ui.shop import Shop

_SHORT = 300
"""Blocks that are laid out at once, without the blink of a thread."""


class PreviewDialog(Dialog):
    """Shows a document at the width of the shop's paper, or another."""

    def __init__(
        self,
        shop: Shop,
        document: Document,
        parent: QWidget,
        *,
        on_print: Callable[[Rendered | None], None] | None = None,
    ) -> None:
        super().__init__(parent, kept(document.title), document.number, size=(640, 720))
        self._shop = shop
        self._document = document
        self._on_print = on_print
        self.columns = Segments(
            [(each, f"{each}") for each in COLUMNS], accessible=self.tr("Columnas del papel")
        )
        self.add_header_button(label(self.tr("Columnas"), "muted"))
        self.add_header_button(self.columns)
        self.waiting = label(self.tr("Armando la vista previa…"), "muted")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.hide()
        self.body.addWidget(self.waiting)
        self.paper = PaperView()
        self.body.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch()
        self.error = label("", "error")
        self.error.hide()
        device = shop.read(route_of, document.kind)[0]
        self._logo = shop.read(shop_logo) if device is not None and device.prints_logo else None
        self.columns.chosen.connect(self._lay_out)
        self.columns.choose(device.columns if device is not None else max(COLUMNS))
        self._lay_out()
        self._build_buttons()

    def _build_buttons(self) -> None:
        self.pdf_button = button(self.tr("Guardar PDF"), icon_name="receipt-text")
        menu = QMenu(self.pdf_button)
        ticket = PdfPage.TICKET_80
        menu.addAction(self.tr("En hoja A4")).triggered.connect(lambda: self.save_pdf(PdfPage.A4))
        menu.addAction(self.tr("Como ticket")).triggered.connect(lambda: self.save_pdf(ticket))
        self.pdf_button.setMenu(menu)
        self.pdf_button.setProperty("menu", True)
        close = button(self.tr("Cerrar"))
        close.clicked.connect(self.reject)
        buttons = [self.pdf_button, close]
        if self._on_print is not None:
            self.print_button = button(self.tr("Imprimir"), "primary", icon_name="printer")
            self.print_button.clicked.connect(self._print)
            buttons.append(self.print_button)
        self.add_buttons(*buttons, left=self.error)
        buttons[-1].setFocus()

    @Slot()
    def _lay_out(self) -> None:
        columns = self.columns.value()
        assert isinstance(columns, int)
        document, logo = self._document, self._logo

        def work() -> Sheet:
            return sheet_of(lay_out(document, columns), columns, logo)

        if len(document.blocks) <= _SHORT:
            self._show(work())
            return
        self.waiting.show()
        self.paper.hide()
        background.run(self, work, self._show, lambda error: self._say(words_of(error)))

    def _show(self, sheet: Sheet) -> None:
        if sheet.columns == self.columns.value():  # else another width was chosen meanwhile
            self.paper.set_sheet(sheet)
            self.waiting.hide()
            self.paper.show()

    @Slot()
    def _print(self) -> None:
        if len(self._document.blocks) <= _SHORT:
            self._send(None)
            return
        self.print_button.setEnabled(False)
        shop, document = self._shop, self._document
        background.run(self, lambda: shop.read_apart(render, document), self._send, self._unsent)

    def _unsent(self, error: ShopError) -> None:
        self.print_button.setEnabled(True)
        self._say(words_of(error))

    def _send(self, rendered: Rendered | None) -> None:
        assert self._on_print is not None
        try:
            self._on_print(rendered)
        except ShopError as error:
            self._unsent(error)
            return
        self.accept()

    def save_pdf(self, page: PdfPage) -> None:
        """Ask where, and write the PDF there."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{self._document.title} {self._document.number}".strip()
        chooser = QFileDialog(self, self.tr("Guardar PDF"), home, self.tr("PDF (*.pdf)"))
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile(f"{name}.pdf")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self._write_pdf(Path(path), page))
        chooser.open()

    def _write_pdf(self, path: Path, page: PdfPage) -> None:
        """Write the PDF in a thread; a dialog closed meanwhile takes nothing back."""
        shop, document = self._shop, self._document
        self._set_saving(saving=True)
        background.run(
            self,
            lambda: shop.paper.save_pdf(document, path, page),
            lambda _: self._saved(path),
            self._not_saved,
            must_end=True,
        )

    def _saved(self, path: Path) -> None:
        self._set_saving(saving=False)
        self.set_title(kept(self._document.title), self.tr("Guardado en {path}").format(path=path))

    def _not_saved(self, error: ShopError) -> None:
        self._set_saving(saving=False)
        self._say(words_of(error))

    def _set_saving(self, *, saving: bool) -> None:
        self.error.hide()
        self.pdf_button.setEnabled(not saving)
        words = self.tr("Guardando…") if saving else self.tr("Guardar PDF")
        self.pdf_button.setText(f"  {words}")
        self.pdf_button.setAccessibleName(words)

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.show()
