"""The pictures of the guide and of the README: `python -m tests.screenshots_guide [ROOT]`.

One shop, one day and one minute: the same program makes the same pictures, byte for byte.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from kioskifly_desktop.adapters.keys import KeyStore
from kioskifly_desktop.adapters.vault import Vault
from kioskifly_desktop.app import Program
from kioskifly_desktop.core.backups import note_copy
from kioskifly_desktop.core.catalog import ProductQuery, list_products
from kioskifly_desktop.core.clients import ClientQuery, ClientSort, list_clients
from kioskifly_desktop.core.contact import MessageKind, message_standing
from kioskifly_desktop.core.errors import NotAShopError
from kioskifly_desktop.core.offers import client_facts
from kioskifly_desktop.core.outbox import JobState, print_test_page, waiting_jobs
from kioskifly_desktop.core.prices import PriceChange, apply_price_change
from kioskifly_desktop.core.printers import Printer, Transport, list_printers, save_printer
from kioskifly_desktop.core.reports import Preset, ReportName
from kioskifly_desktop.core.sessions import (
    DENOMINATIONS,
    CashMovementRequest,
    OpenRequest,
    open_session,
    pay_out,
)
from kioskifly_desktop.core.users import set_pin
from kioskifly_desktop.core.wallet import TodayPriceTerms, register_payment, save_today_price_terms
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.tour_tools import SIZE, open_dialog, prepare_screen, settle, wait_for
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.catalog.price_change_dialog import PriceChangeDialog
from kioskifly_desktop.ui.catalog.products_page import ProductsPage
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.copy_window import DamagedWindow
from kioskifly_desktop.ui.first_run.first_run_dialog import FirstRunDialog
from kioskifly_desktop.ui.loyalty.promotion_dialog import PromotionDialog
from kioskifly_desktop.ui.offers.offer_dialog import OfferDialog
from kioskifly_desktop.ui.printing.queue_dialog import QueueDialog
from kioskifly_desktop.ui.registers.registers_page import RegistersPage
from kioskifly_desktop.ui.reports.reports_page import ReportsPage
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.sessions.close_dialog import CloseSessionDialog
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.today.today_page import TodayPage
from kioskifly_desktop.ui.wallet.today_price_dialog import TodayPriceDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import DRAWER, new_request, payment, sell
from tests.screenshots_contact import may_be_reminded
from tests.screenshots_debts import has_goods
from tests.screenshots_reports import show

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from kioskifly_desktop.core.work import Work

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
"""A Friday morning in Argentina."""
LARGEST = 100_000
GUIDE, README = "docs/guia/imagenes", "docs/pictures"
PICTURES = {
    "primeros-pasos": (f"{GUIDE}/primeros-pasos.png",),
    "venta": (f"{GUIDE}/venta.png", f"{README}/sale.png"),
    "cobrar": (f"{GUIDE}/cobrar.png",),
    "cliente-nuevo": (f"{GUIDE}/cliente-nuevo.png",),
    "billetera": (f"{GUIDE}/billetera.png",),
    "billetera-oscura": (f"{README}/wallet.png",),
    "precio-de-hoy": (f"{GUIDE}/precio-de-hoy.png",),
    "recordatorio": (f"{GUIDE}/recordatorio.png",),
    "hoy": (f"{GUIDE}/hoy.png",),
    "oferta": (f"{GUIDE}/oferta.png", f"{README}/offer.png"),
    "cajas": (f"{GUIDE}/cajas.png",),
    "caja-cerrar": (f"{GUIDE}/caja-cerrar.png", f"{README}/close.png"),
    "productos": (f"{GUIDE}/productos.png",),
    "precios": (f"{GUIDE}/precios.png",),
    "impresora": (f"{GUIDE}/impresora.png",),
    "cola": (f"{GUIDE}/cola.png",),
    "promocion": (f"{GUIDE}/promocion.png",),
    "informe": (f"{GUIDE}/informe.png",),
    "copias": (f"{GUIDE}/copias.png",),
    "bloqueo": (f"{GUIDE}/bloqueo.png",),
    "danado": (f"{GUIDE}/danado.png",),
}
"""Which screen goes where."""


class Camera:
    """Drives a program and keeps what the guide shows of it."""

    def __init__(self, program: Program, root: Path) -> None:
        self.program, self.window, self.shop = program, program.window, program.shop
        self.root = root

    def keep(self, name: str, of: QWidget | None = None) -> None:
        """Keep a picture of the window, or of what is before it."""
        shown = of or self.window
        self.window.toasts.dismiss()
        for edit in shown.findChildren(QPlainTextEdit):
            edit.setCursorWidth(0)  # of one that the focus passed by it stays, or not
        settle()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        shown.grab().save(buffer, "PNG")
        image = Image.open(BytesIO(buffer.data().data())).convert("RGB")
        # A palette without dither: screens have few colours, and flat ones.
        small = image.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        for place in PICTURES[name]:
            file = self.root / place
            file.parent.mkdir(parents=True, exist_ok=True)
            small.save(file, optimize=True)
            if file.stat().st_size > LARGEST:
                message = f"{place} is too large: {file.stat().st_size} bytes"
                raise ValueError(message)

    def leave(self, name: str, dialog: QDialog) -> None:
        """Keep a picture of a dialog, and close it whatever was typed."""
        self.keep(name, dialog)
        dialog.done(0)
        settle()

    def find(self, fits: Callable[[Work, int], bool], *, owing: bool = False) -> int:
        """Return the first client of whom something is so, of those who owe most or of all."""
        sort = ClientSort.BALANCE if owing else ClientSort.NAME
        rows = self.shop.read(list_clients, ClientQuery(sort=sort, descending=owing), limit=-1)
        return next(row.id for row in rows if self.shop.read(fits, row.id))

    def run(self) -> None:
        """Go through the day, as the guide does."""
        self.morning()
        self.shop.write(note_copy, NOW)
        self.shop.note_copies()
        self.sale()
        self.clients()
        self.contact()
        self.cash()
        self.products()
        self.printing()
        self.settings()
        self.locked()

    def morning(self) -> None:
        """What the drawer lived through before the pictures: some sales, a payment, a supplier."""
        shop = self.shop
        owing = self.find(_owes_a_little)
        self.turn_back(minutes=185)
        shop.write(open_session, OpenRequest(new_request(), DRAWER, 30_000_00))
        for number, row in enumerate(shop.read(list_products, ProductQuery())[5:12]):
            self.turn_back(minutes=170 - 19 * number)
            shop.write(sell, (row.id, 2), cash=2 * row.price)
        self.turn_back(minutes=42)
        shop.write(register_payment, payment(owing, 5_000_00))
        self.turn_back(minutes=17)
        shop.write(pay_out, CashMovementRequest(new_request(), DRAWER, 3_500_00, "Pago al sodero"))
        self.turn_back(minutes=0)

    def turn_back(self, minutes: int) -> None:
        """Make it some minutes before the one of the pictures."""
        now = NOW - timedelta(minutes=minutes)
        self.shop.database.clock = lambda: now

    def sale(self) -> None:
        """A cart with a client, and its charge."""
        page = self.window.show_page(keys.SALE)
        assert isinstance(page, SalePage)
        for words in ("yerba pla", "galletitas ore", "coca-cola 2", "alfajor jor", "leche la"):
            page.on_scan(self.shop.read(list_products, ProductQuery(search=words))[0].barcode)
        page.table.add(1)
        page.show_client(self.find(_owes_a_little))
        page.scan.setFocus()
        self.keep("venta")
        page.charge()
        charge = open_dialog(ChargeDialog)
        charge.rows.hand(50_000_00)
        self.leave("cobrar", charge)
        page.show_client(None)
        while page.cart.lines:
            page.remove_line()

    def clients(self) -> None:
        """The form, the wallet in both looks, and what was owed at today's price."""
        page = self.window.show_page(keys.CLIENTS)
        assert isinstance(page, ClientsPage)
        page.add()
        form = open_dialog(ClientForm)
        QTest.keyClicks(form.focusWidget(), "Xiomara Quispe")
        self.leave("cliente-nuevo", form)
        self.shop.write(
            save_today_price_terms, TodayPriceTerms(enabled=True, cap=3_000, grace_days=7)
        )
        self.shop.write(apply_price_change, new_request(), PriceChange(basis_points=1_500))
        wallet = WalletDialog(
            self.shop, self.find(has_goods, owing=True), self.window.toasts, self.window
        )
        wallet.open()
        QTest.keyClicks(wallet.payment.amount, "10000")
        self.keep("billetera", wallet)
        theme.apply(application(), Look.DARK)
        self.keep("billetera-oscura", wallet)
        theme.apply(application(), Look.LIGHT)
        wallet.show_today_price()
        self.leave("precio-de-hoy", open_dialog(TodayPriceDialog))
        wallet.done(0)
        settle()

    def contact(self) -> None:
        """An offer, a reminder and the day."""
        shop, window = self.shop, self.window
        offer = OfferDialog(shop, self.find(_is_free), window.toasts, window)
        offer.open()
        wait_for(lambda: offer.plan is not None and offer.sent_button.isEnabled())
        self.leave("oferta", offer)
        reminded = self.find(may_be_reminded, owing=True)
        message = MessageDialog(shop, reminded, MessageKind.REMINDER, window.toasts, window)
        message.open()
        wait_for(message.copy_button.isEnabled)
        self.leave("recordatorio", message)
        today = window.show_page(keys.TODAY)
        assert isinstance(today, TodayPage)
        wait_for(lambda: bool(today.debts.model.rows))
        self.keep("hoy")

    def cash(self) -> None:
        """The registers, and a close with a little missing."""
        page = self.window.show_page(keys.REGISTERS)
        assert isinstance(page, RegistersPage)
        self.keep("cajas")
        page.bar.toggle()
        close = open_dialog(CloseSessionDialog)
        left = close.report.expected - 150_00
        for note, line in zip(DENOMINATIONS, close.grid.inputs(), strict=False):
            how_many, left = divmod(left, note)
            QTest.keyClicks(line, str(how_many or ""))
        QTest.keyClicks(close.grid.coins, str(left // 100 or ""))
        self.leave("caja-cerrar", close)

    def products(self) -> None:
        """The catalogue, and many prices changed at once."""
        page = self.window.show_page(keys.PRODUCTS)
        assert isinstance(page, ProductsPage)
        self.keep("productos")
        page.change_prices()
        change = open_dialog(PriceChangeDialog)
        QTest.keyClicks(change.percent, "12,5")
        change.preview()
        self.leave("precios", change)

    def printing(self) -> None:
        """A printer that is off, and what waits for it."""
        off = Printer(0, "Impresora del mostrador", Transport.TCP, "127.0.0.1:9", 48)
        self.shop.write(save_printer, off)
        (printer,) = self.shop.read(list_printers)
        self.window.show_printers()
        self.keep("impresora")
        self.shop.write(print_test_page, printer.id)
        wait_for(lambda: _was_tried(self))
        settle()  # its news reach the window
        self.window.show_queue()
        self.leave("cola", open_dialog(QueueDialog))

    def settings(self) -> None:
        """A promotion, a report, and the copies."""
        page = self.window.show_page(keys.SETTINGS)
        assert isinstance(page, SettingsPage)
        page.show_section(page.promotions)
        page.promotions.promotions.table.selectRow(0)
        page.promotions.change()
        self.leave("promocion", open_dialog(PromotionDialog))
        reports = self.window.show_page(keys.REPORTS)
        assert isinstance(reports, ReportsPage)
        show(reports, ReportName.DAYS, Preset.LAST_MONTH)
        self.keep("informe")
        row = self.shop.copies.make()
        self.window.show_copies()
        wait_for(lambda: bool(page.backups.model.rows))
        # Not of the machine on which the picture is taken.
        page.backups.folder.setText("/media/kiosco/PENDRIVE")
        page.backups.near.hide()
        self.keep("copias")
        folder = row.path.parent.parent
        vault = Vault(folder, KeyStore(folder))
        lost = Path("/home/kiosco/.local/share/kioskifly/shop.db")
        damaged = DamagedWindow(vault, str(NotAShopError(path=lost)))
        damaged.show()
        wait_for(damaged.restore_button.isEnabled)
        self.keep("danado", damaged)
        damaged.close()

    def locked(self) -> None:
        """The counter when nobody is there."""
        self.shop.write(set_pin, self.shop.user.id, "2580")
        self.window.lock()
        self.keep("bloqueo")


def _owes_a_little(work: Work, client_id: int) -> bool:
    rows = list_clients(work, ClientQuery(), limit=-1)
    return next(5_000_00 < row.balance < 15_000_00 for row in rows if row.id == client_id)


def _is_free(work: Work, client_id: int) -> bool:
    standing = message_standing(work, client_id, MessageKind.OFFER)
    free = bool(standing.number) and not standing.blocked and not standing.cautions
    return free and len(client_facts(work, client_id).favourites) > 2


def _was_tried(camera: Camera) -> bool:
    jobs = camera.shop.read(waiting_jobs)
    return bool(jobs) and all(job.attempts and job.state is JobState.QUEUED for job in jobs)


def _first_run(folder: Path, root: Path) -> None:
    program = Program(folder / "nuevo", clock=lambda: NOW)
    program.window.resize(*SIZE)
    program.window.show()
    program.window.show_first_run()
    dialog = open_dialog(FirstRunDialog)
    Camera(program, root).leave("primeros-pasos", dialog)
    program.close(copy=False)


def main(root: Path) -> None:
    """Take every picture of the guide and of the README."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare_screen(folder)
        application()
        QApplication.setCursorFlashTime(0)
        theme.apply(application(), Look.LIGHT)
        _first_run(folder, root)
        create_demo_shop(folder / "shop", today=(NOW - timedelta(hours=3)).date())
        program = Program(folder / "shop", clock=lambda: NOW)
        theme.apply(application(), Look.LIGHT)
        program.window.resize(*SIZE)
        program.window.show()
        try:
            Camera(program, root).run()
        finally:
            program.close(copy=False)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent))
