"""Saves a picture of every screen, to be looked at: `python -m tests.screenshots FOLDER`.

Each screen at 1366x768 and 1920x1080, light and dark, on the demo shop.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kioskifly_desktop.app import Program, application
from kioskifly_desktop.core.catalog import ProductFilter
from kioskifly_desktop.core.clients import ClientFilter, ClientQuery, ClientSort, list_clients
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.tour import open_dialog, picture_of, prepare_screen, settle, wait_for
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.catalog.price_change_dialog import PriceChangeDialog
from kioskifly_desktop.ui.catalog.price_history_dialog import PriceHistoryDialog
from kioskifly_desktop.ui.catalog.product_form import ProductForm
from kioskifly_desktop.ui.catalog.products_page import ProductsPage
from kioskifly_desktop.ui.catalog.stock_dialog import StockDialog
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.help_dialog import HelpDialog
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.printing.queue_dialog import QueueDialog
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.wallet.adjust_dialog import AdjustDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.screenshots_printing import shoot_printing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from kioskifly_desktop.core.clients import ClientRow

SIZES = ((1366, 768), (1920, 1080))


class Camera:
    """Drives a program and saves what it looks like."""

    def __init__(self, program: Program, out: Path, label: str) -> None:
        self.program = program
        self.window = program.window
        self.shop = program.shop
        self.out = out
        self.label = label
        page = self.window.show_page(keys.CLIENTS)
        assert isinstance(page, ClientsPage)
        self.clients = page

    def shoot(self, name: str) -> None:
        """Save the window as it is."""
        settle()
        picture_of(self.window).save(str(self.out / f"{name}-{self.label}.png"))

    def run(self) -> None:
        """Go through every screen."""
        self.shoot("clientes")
        self.search_and_filters()
        self.wallets()
        self.forms()
        self.clients.query = ClientQuery()
        admin, cashier = self.shop.read(list_users)
        self.shop.switch_user(cashier)
        self.shoot("clientes-cajero")
        self.shop.switch_user(admin)
        self.products()
        self.other_pages()
        shoot_printing(self)

    def search_and_filters(self) -> None:
        """The list narrowed, and empty."""
        for words, name in (("nun", "clientes-buscar"), ("zzz", "clientes-nada")):
            self.clients.search.setText(words)
            QTest.qWait(250)
            self.shoot(name)
        self.clients.search.clear()
        wait_for(lambda: len(self.clients.model.rows) > 1)

    def wallets(self) -> None:
        """The wallet in debt, in credit, at zero; while paying, and with a mistake."""
        debt = self.client(ClientQuery(sort=ClientSort.BALANCE, descending=True))
        credit = self.client(ClientQuery(only=ClientFilter.CREDIT))
        zero = next(r for r in self.shop.read(list_clients, ClientQuery()) if not r.balance)
        for row, name in ((credit, "billetera-favor"), (zero, "billetera-al-dia")):
            wallet = self.wallet(row)
            self.shoot(name)
            wallet.reject()
        wallet = self.wallet(debt)
        self.shoot("billetera-debe")
        QTest.keyClicks(wallet.payment.amount, "1.50.0")
        self.shoot("billetera-error")
        wallet.payment.amount.clear()
        QTest.keyClicks(wallet.payment.amount, "999999")
        self.shoot("billetera-paga-de-mas")
        wallet.payment.amount.clear()
        wallet.adjust()
        adjust = open_dialog(AdjustDialog)
        self.shoot("ajuste")
        adjust.reject()
        for show, name in (
            (wallet.papers.show_last_receipt, "recibo"),
            (wallet.papers.show_since_zero, "estado-de-cuenta"),
        ):
            show()
            preview = open_dialog(PreviewDialog)
            self.shoot(name)
            preview.reject()
        wallet.reject()
        settle()

    def forms(self) -> None:
        """The form of a client, new and known."""
        self.clients.add()
        form = open_dialog(ClientForm)
        self.shoot("cliente-nuevo")
        form.close()
        settle()
        self.clients.edit(self.client(ClientQuery(sort=ClientSort.CONDITION, descending=True)))
        form = open_dialog(ClientForm)
        self.shoot("cliente-editar")
        form.close()
        settle()

    def products(self) -> None:
        """The catalogue, its forms, and the change of many prices."""
        page = self.window.show_page(keys.PRODUCTS)
        assert isinstance(page, ProductsPage)
        self.shoot("productos")
        page.filter.choose(ProductFilter.LOW_STOCK)
        self.shoot("productos-poco-stock")
        page.filter.choose(ProductFilter.ALL)
        QTest.keyClicks(page.search, "7791234567898")
        QTest.keyClick(page.search, Qt.Key.Key_Return)
        self.shoot("productos-codigo-desconocido")
        page.add()
        self.leave(ProductForm, "producto-nuevo")
        page.search.clear()
        wait_for(lambda: bool(page.model.rows))
        row = page.model.rows[0]
        page.edit(row)
        form = open_dialog(ProductForm)
        self.shoot("producto-editar")
        QTest.keyClicks(form.codes.line, "7790895000990")
        form.save()
        self.leave(ProductForm, "producto-error")
        page.move_stock(row)
        self.leave(StockDialog, "producto-stock")
        page.show_prices(row)
        self.leave(PriceHistoryDialog, "producto-precios")
        page.change_prices()
        change = open_dialog(PriceChangeDialog)
        QTest.keyClicks(change.percent, "12,5")
        change.preview()
        self.leave(PriceChangeDialog, "precios")

    def leave(self, kind: type[QDialog], name: str) -> None:
        """Take the picture of an open dialog, and close it whatever was typed."""
        dialog = open_dialog(kind)
        self.shoot(name)
        dialog.done(0)
        settle()

    def other_pages(self) -> None:
        """Registers, settings, the queue and the help."""
        for page_id, name in ((keys.REGISTERS, "cajas"), (keys.SETTINGS, "ajustes")):
            self.window.show_page(page_id)
            self.shoot(name)
        self.window.show_printers()
        self.shoot("ajustes-impresora")
        self.window.show_queue()
        queue = open_dialog(QueueDialog)
        self.shoot("cola")
        queue.reject()
        self.window.show_help()
        help_dialog = open_dialog(HelpDialog)
        self.shoot("ayuda")
        help_dialog.reject()
        settle()

    def client(self, query: ClientQuery) -> ClientRow:
        """Return the first client of a query."""
        return self.shop.read(list_clients, replace(query), limit=1)[0]

    def wallet(self, row: ClientRow) -> WalletDialog:
        """Open a client's wallet."""
        settle()
        self.clients.open_wallet(row)
        return open_dialog(WalletDialog)


def main(out: Path, width: int, height: int) -> None:
    """Take the pictures of one screen size."""
    folder = out / f"shop-{width}"
    prepare_screen(out, (width, height))
    application()
    if not folder.exists():
        create_demo_shop(folder)
    program = Program(folder)
    dead = Printer(0, "Impresora del mostrador", Transport.TCP, "127.0.0.1:9", 48)
    program.shop.write(save_printer, dead)
    program.window.resize(width, height)
    program.window.show()
    try:
        for look in (Look.LIGHT, Look.DARK):
            theme.apply(application(), look)
            Camera(program, out, f"{look.value}-{width}").run()
    finally:
        program.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 2:
        main(target, int(sys.argv[2]), int(sys.argv[3]))
    else:
        for size in SIZES:
            # A process has one screen: each size needs its own.
            subprocess.run(
                [sys.executable, "-m", "tests.screenshots", target, *map(str, size)], check=True
            )
