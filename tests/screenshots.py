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

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.catalog import ProductFilter, ProductQuery, list_products
from kioskifly_desktop.core.clients import (
    ClientFilter,
    ClientQuery,
    ClientRequest,
    ClientSort,
    edit_client,
    list_clients,
)
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.tour_tools import open_dialog, picture_of, prepare_screen, settle, wait_for
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.application import application
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
from kioskifly_desktop.ui.registers.registers_page import RegistersPage
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.sale.parked_dialog import ParkedDialog
from kioskifly_desktop.ui.sale.price_check import PriceCheck
from kioskifly_desktop.ui.sale.return_dialog import ReturnDialog
from kioskifly_desktop.ui.sale.tickets_dialog import TicketsDialog
from kioskifly_desktop.ui.sessions.cash_dialogs import PayOutDialog, TransferDialog
from kioskifly_desktop.ui.sessions.close_dialog import CloseSessionDialog
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.sessions.session_bar import SESSIONS
from kioskifly_desktop.ui.settings.key_dialog import KeyDialog
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.tickets.sale_dialog import SaleDialog
from kioskifly_desktop.ui.wallet.adjust_dialog import AdjustDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.fakes.keyboard import scan
from tests.screenshots_backup import shoot_backups
from tests.screenshots_client import shoot_client
from tests.screenshots_contact import shoot_contact
from tests.screenshots_debts import shoot_debts
from tests.screenshots_exchange import shoot_exchange
from tests.screenshots_loyalty import shoot_loyalty
from tests.screenshots_printing import shoot_printing
from tests.screenshots_privacy import shoot_privacy
from tests.screenshots_reports import shoot_reports
from tests.screenshots_support import shoot_support

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
        self.sale()
        self.tickets()
        self.cash()
        self.other_pages()
        shoot_exchange(self)
        shoot_contact(self)
        shoot_printing(self)
        shoot_backups(self)
        shoot_privacy(self)
        shoot_support(self)
        shoot_debts(self)
        shoot_loyalty(self)
        shoot_reports(self)
        shoot_client(self)

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
        wallet.show_lines(next(r for r in wallet.history.rows.rows if r.kind is EntryKind.SALE))
        self.leave(SaleDialog, "billetera-compra")
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

    def tickets(self) -> None:
        """The tickets, a return of one, and a return without it."""
        TicketsDialog(self.shop, self.window.toasts, self.window, drawer_id=1).open()
        tickets = open_dialog(TicketsDialog)
        settle()
        self.shoot("tickets")
        sale = next(row for row in tickets.rows.rows if row.on_account and not row.voided)
        tickets.table.selectRow(tickets.rows.find(lambda row: row.id == sale.id))
        self.shoot("tickets-a-cuenta")
        tickets.give_back()
        back = open_dialog(ReturnDialog)
        settle()
        QTest.keyClicks(back.focusWidget(), "1")
        self.leave(ReturnDialog, "devolucion")
        tickets.return_without_ticket()
        open_dialog(ReturnDialog).on_scan(
            next(
                row.barcode for row in self.shop.read(list_products, ProductQuery()) if row.barcode
            )
        )
        self.leave(ReturnDialog, "devolucion-sin-ticket")
        tickets.done(0)
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

    def sale(self) -> None:
        """The counter: nothing yet, twelve lines, a client who owes, what comes up meanwhile."""
        page = self.window.show_page(keys.SALE)
        assert isinstance(page, SalePage)
        self.shoot("venta-vacia")
        listed = self.shop.read(list_products, ProductQuery(), limit=60)
        codes = [row.barcode for row in listed if row.barcode]
        for code in codes[::4][:12]:
            page.on_scan(code)
        page.table.add(2)
        self.shoot("venta")
        page.on_scan("7791234567898")
        self.shoot("venta-codigo-desconocido")
        QTest.keyClicks(page.scan, "3*coc", delay=60)
        wait_for(page.scan.offers.isVisible)
        self.shoot("venta-buscar")
        page.scan.clear()
        page.on_scan(codes[0])
        debtor = self.client(ClientQuery(sort=ClientSort.BALANCE, descending=True))
        page.show_client(debtor.id)
        self.shoot("venta-cliente-debe")
        page.toggle_private()
        self.shoot("venta-tapada")
        page.toggle_private()
        self.charges(page, debtor)
        page.change_quantity()
        self.shoot("venta-cantidad")
        page.table.close_editor()
        page.check_price()
        check = open_dialog(PriceCheck)
        check.on_scan(codes[1])
        self.leave(PriceCheck, "venta-consultar-precio")
        page.park()
        self.window.toasts.dismiss()
        page.show_parked()
        parked = open_dialog(ParkedDialog)
        self.shoot("venta-en-espera")
        parked.take()
        while page.cart.lines:
            page.remove_line()
        page.show_client(None)
        settle()

    def charges(self, page: SalePage, owner: ClientRow) -> None:
        """The charge: in cash, by several means, blocked by a limit; and choosing the client."""
        page.charge()
        charge = open_dialog(ChargeDialog)
        charge.rows.hand(50_000_00)
        self.shoot("cobrar-efectivo")
        charge.rows.current.amount.clear()
        QTest.keyClicks(charge.rows.current.amount, "4000")
        charge.choose(PaymentMethod.QR)
        charge.rows.current.amount.clear()
        QTest.keyClicks(charge.rows.current.amount, "2000")
        charge.choose(None)
        self.shoot("cobrar-varios-medios")
        charge.reject()
        limit = ClientRequest(owner.name, debt_limit=owner.balance)
        self.shop.write(edit_client, owner.id, limit)
        page.charge(None, on_account=True)
        self.leave(ChargeDialog, "cobrar-limite")
        page.choose_client()
        self.shoot("venta-cliente-elegir")
        open_dialog(ClientPicker).search.setText("zoila")
        QTest.qWait(250)
        self.leave(ClientPicker, "venta-cliente-nadie")

    def leave(self, kind: type[QDialog], name: str) -> None:
        """Take the picture of an open dialog, and close it whatever was typed."""
        dialog = open_dialog(kind)
        self.shoot(name)
        dialog.done(0)
        settle()

    def cash(self) -> None:
        """A drawer opened, money moved by hand, and a close with a difference."""
        page = self.window.show_page(keys.REGISTERS)
        assert isinstance(page, RegistersPage)
        self.shoot("cajas-cerrada")
        page.bar.toggle()
        opening = open_dialog(OpenSessionDialog)
        settle()
        QTest.keyClicks(opening.amount, "20000")
        self.shoot("caja-abrir")
        opening.save()
        page.bar.pay_out()
        pay_out = open_dialog(PayOutDialog)
        settle()
        QTest.keyClicks(pay_out.amount, "3500")
        QTest.keyClicks(pay_out.reason.editor, "pago al sodero")
        self.shoot("caja-retiro")
        pay_out.save()
        page.bar.transfer()
        self.leave(TransferDialog, "caja-pase")
        self.window.toasts.dismiss()
        self.shoot("cajas-abierta")
        page.bar.toggle()
        close = open_dialog(CloseSessionDialog)
        self.shoot("caja-cerrar")
        for line, typed in zip(close.grid.inputs(), ("", "1", "2", "1", "2"), strict=False):
            QTest.keyClicks(line, typed)
        QTest.keyClicks(close.grid.coins, "350")
        self.shoot("caja-cerrar-faltante")
        close.save()
        page.bar.view.choose(SESSIONS)
        self.shoot("cajas-turnos")
        page.sessions.show_current()
        self.leave(PreviewDialog, "caja-informe")
        self.window.toasts.dismiss()

    def other_pages(self) -> None:
        """Registers, settings, the queue and the help."""
        self.window.show_page(keys.REGISTERS)
        self.shoot("cajas")
        self.settings()
        self.window.show_queue()
        queue = open_dialog(QueueDialog)
        self.shoot("cola")
        queue.reject()
        self.window.show_help()
        help_dialog = open_dialog(HelpDialog)
        self.shoot("ayuda")
        help_dialog.reject()
        settle()

    def settings(self) -> None:
        """Every section, a scanner and a scale tried, and the question for a key."""
        page = self.window.show_page(keys.SETTINGS)
        assert isinstance(page, SettingsPage)
        for section, name in (
            (page.profile, "ajustes"),
            (page.printers, "ajustes-impresora"),
            (page.cash, "ajustes-cajas"),
            (page.means, "ajustes-medios"),
            (page.keys, "ajustes-teclas"),
            (page.look, "ajustes-apariencia"),
            (page.scale, "ajustes-balanza"),
        ):
            page.show_section(section)
            self.shoot(name)
        page.show_section(page.scanner)
        self.window.activateWindow()
        page.scanner.trial.setFocus()
        settle()
        scan("7790895000997")
        self.shoot("ajustes-lector")
        page.show_section(page.keys)
        page.keys.change()
        QTest.keyClick(open_dialog(KeyDialog), Qt.Key.Key_F10)
        self.leave(KeyDialog, "ajustes-tecla-nueva")

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
        subprocess.run([sys.executable, "-m", "tests.screenshots_first_run", target], check=True)
