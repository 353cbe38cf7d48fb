"""Showing papers and sending them to the printer, from whatever is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.outbox import enqueue, print_voucher
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class Papers(QObject):
    """Shows and prints vouchers and reports.

    Without a parent: the notice of what was done outlives its dialog, and shows its paper.
    """

    def __init__(self, shop: Shop, toasts: ToastHost, window: QWidget) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts
        self._window = window

    def over(self) -> QWidget:
        """Return the dialog in front, or else the window."""
        return QApplication.activeModalWidget() or self._window

    def show_voucher(self, voucher_id: int) -> None:
        """Show a voucher as printed."""
        self._preview(
            lambda: self._shop.read(voucher_document, voucher_id),
            lambda _: self._shop.write(print_voucher, voucher_id),
        )

    def show_report(self, read: Callable[[], Document]) -> None:
        """Show a paper that has no number."""
        self._preview(read, lambda document: self._shop.write(enqueue, document))

    def print_voucher(self, voucher_id: int) -> None:
        """Send a voucher to the printer."""
        try:
            self._shop.write(print_voucher, voucher_id)
        except ShopError as error:
            self._toasts.show(str(error), error=True)
        else:
            self.say_queued()

    @Slot()
    def say_queued(self) -> None:
        """Say that a paper waits for the printer."""
        self._toasts.show(self.tr("Enviado a la impresora."))

    def _preview(self, read: Callable[[], Document], send: Callable[[Document], object]) -> None:
        try:
            document = read()
        except ShopError as error:
            self._toasts.show(str(error), error=True)
            return

        def on_print() -> None:
            send(document)

        preview = PreviewDialog(self._shop, document, self.over(), on_print=on_print)
        preview.accepted.connect(self.say_queued)
        preview.open()
