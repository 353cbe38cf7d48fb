"""Showing papers and sending them to the printer, from whatever is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.outbox import Rendered, enqueue, print_voucher
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

    _Send = Callable[[Document, Rendered | None], object]


class Papers(QObject):
    """Shows and prints vouchers and reports.

    Without a parent: the notice of what was done outlives its dialog, and shows its paper.
    """

    def __init__(self, shop: Shop, toasts: ToastHost, window: QWidget) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts
        self._window = window
        self._reading = False

    def over(self) -> QWidget:
        """Return the dialog in front, or else the window."""
        return QApplication.activeModalWidget() or self._window

    def show_voucher(self, voucher_id: int) -> None:
        """Show a voucher as printed."""
        self._preview(
            lambda: self._shop.read(voucher_document, voucher_id),
            lambda *_: self._shop.write(print_voucher, voucher_id),
        )

    def show_report(self, read: Callable[[], Document]) -> None:
        """Show a paper that has no number."""
        self._preview(read, self._enqueue)

    def show_long_report(self, read: Callable[[Work], Document]) -> None:
        """Show a paper that may take long to read, over what is in front if it still is then."""
        if self._reading:
            return
        self._reading = True
        shop, owner = self._shop, self.over()

        def show(document: Document) -> None:
            self._reading = False
            if isValid(owner) and owner.isVisible():
                self._open(document, owner, self._enqueue)

        def fail(error: ShopError) -> None:
            self._reading = False
            self._toasts.show(words_of(error), error=True)

        background.run(self, lambda: shop.read_apart(read), show, fail)

    def _enqueue(self, document: Document, rendered: Rendered | None) -> None:
        self._shop.write(enqueue, document, rendered=rendered)

    def print_voucher(self, voucher_id: int) -> None:
        """Send a voucher to the printer."""
        try:
            self._shop.write(print_voucher, voucher_id)
        except ShopError as error:
            self._toasts.show(words_of(error), error=True)
        else:
            self.say_queued()

    @Slot()
    def say_queued(self) -> None:
        """Say that a paper waits for the printer."""
        self._toasts.show(self.tr("Enviado a la impresora."))

    def _preview(self, read: Callable[[], Document], send: _Send) -> None:
        try:
            document = read()
        except ShopError as error:
            self._toasts.show(words_of(error), error=True)
            return
        self._open(document, self.over(), send)

    def _open(self, document: Document, over: QWidget, send: _Send) -> None:
        def on_print(rendered: Rendered | None) -> None:
            send(document, rendered)

        preview = PreviewDialog(self._shop, document, over, on_print=on_print)
        preview.accepted.connect(self.say_queued)
        preview.open()
