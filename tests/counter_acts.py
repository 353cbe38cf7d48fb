"""What an administrator authorizes at the counter, as a cashier does it on the screens."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from kioskifly_desktop.core.catalog import get_product
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.exports import ExportKind
from kioskifly_desktop.core.imports import ImportKind
from kioskifly_desktop.core.outbox import print_test_page
from kioskifly_desktop.core.registers import RegisterKind, add_register
from kioskifly_desktop.core.sales import SaleLineRequest
from kioskifly_desktop.core.wallet import history
from kioskifly_desktop.ui.catalog.price_change_dialog import PriceChangeDialog
from kioskifly_desktop.ui.catalog.product_form import ProductForm
from kioskifly_desktop.ui.catalog.stock_dialog import StockDialog
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.exchange.duplicates_dialog import DuplicatesDialog
from kioskifly_desktop.ui.exchange.export_dialog import ExportDialog
from kioskifly_desktop.ui.exchange.import_dialog import ImportDialog
from kioskifly_desktop.ui.exchange.notebook_dialog import NotebookDialog
from kioskifly_desktop.ui.printing.queue_dialog import QueueDialog
from kioskifly_desktop.ui.registers.drawer_dialog import ask_to_open_drawer
from kioskifly_desktop.ui.registers.registers_page import RegistersPage
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.return_dialog import ReturnDialog
from kioskifly_desktop.ui.sale.tickets_dialog import TicketsDialog
from kioskifly_desktop.ui.wallet.adjust_dialog import AdjustDialog
from kioskifly_desktop.ui.wallet.reversals import Reversals
from tests.factories import (
    DRAWER,
    add_debt,
    add_printer,
    adjust,
    make_client,
    make_product,
    pay,
    sell,
)

PRICE = 900_00

VOID, PRICED, DISCOUNTED = "Anular una venta", "Vender a otro precio", "Descontar más del 10 %"
LIMIT, ADJUSTED = "Vender a cuenta aunque el cliente no pueda", "Corregir la cuenta de un cliente"
DELETED, CATALOG = "Eliminar o archivar clientes", "Cambiar precios y costos"
TERMS, STOCK = "Cambiar el límite, el plazo o el descuento de un cliente", "Corregir el stock"
REGISTERS, IMPORTED = "Agregar y archivar cajas", "Importar datos"

ACTS: list[Any] = []


@dataclass
class Counter:
    """What an act is done with; `files` is where it may leave one."""

    shop: Any
    toasts: Any
    window: Any
    qtbot: Any
    files: Path
    cashier: Any
    goods: int = 0

    def opened(self, kind, *args, **fields):
        dialog = kind(self.shop, *args, **fields)
        dialog.open()
        return dialog

    def page(self, kind):
        page = kind(self.shop, self.toasts)
        self.qtbot.addWidget(page)
        page.show()
        return page

    def charge(self, *, client=None, total=PRICE, **fields):
        lines = (SaleLineRequest(self.goods, 1000, **fields),)

        def act():
            dialog = self.opened(
                ChargeDialog,
                self.toasts,
                self.window,
                lines=lines,
                total=total,
                client_id=client,
                drawer_id=DRAWER,
                on_account=client is not None,
            )
            dialog.account.reason.setText("Es de fiar")
            assert dialog.sign.is_shown or not fields
            dialog.charge()

        return act


def front() -> Any:
    """Return the dialog in front."""
    return QApplication.activeModalWidget()


def needs(*permissions):
    """Register an act by its set-up, which returns what the cashier does."""

    def register(set_up):
        ACTS.append(pytest.param(set_up, permissions, id=set_up.__name__))
        return set_up

    return register


@needs(VOID)
def void(at):
    at.shop.write(sell, (at.goods, 1), cash=PRICE)

    def act():
        tickets = at.opened(TicketsDialog, at.toasts, at.window, drawer_id=DRAWER)
        question: Any = tickets.void()
        question.reason.editor.setText("Se arrepintió")
        question.confirm()

    return act


@needs(VOID)
def void_in_the_moment(at):
    def act():
        at.charge()()
        at.toasts.toast.run(at.toasts.toast.actions_shown[0])

    return act


@needs(PRICED)
def another_price(at):
    return at.charge(price=500_00, total=500_00)


@needs(DISCOUNTED)
def a_discount(at):
    return at.charge(discount=20_00, total=720_00)


@needs(LIMIT, DISCOUNTED, PRICED)
def all_at_once(at):
    client = at.shop.write(make_client, "Marta", debt_limit=1_00)
    return at.charge(client=client, price=500_00, discount=20_00, total=400_00)


@needs("Recibir una devolución sin ticket")
def a_return_without_ticket(at):
    at.shop.write(sell, (at.goods, 5), cash=5 * PRICE)

    def act():
        dialog = at.opened(ReturnDialog, at.toasts, at.window, sale=None, drawer_id=DRAWER)
        dialog._add_product(at.shop.read(get_product, at.goods))
        dialog.reason.setText("Vencido")
        dialog.save()

    return act


@needs("Abrir el cajón")
def the_drawer(at):
    at.shop.write(add_printer, drawer_pin=2)

    def act():
        ask_to_open_drawer(at.shop, at.window)
        question = front()
        question.reason.editor.setText("Cambio")
        question.confirm()

    return act


def _client(at):
    (row,) = at.shop.read(list_clients, ClientQuery())
    return row


@needs(ADJUSTED)
def a_balance(at):
    at.shop.write(make_client)

    def act():
        dialog = at.opened(AdjustDialog, _client(at), at.toasts, at.window)
        dialog.amount.set_amount(100_00)
        dialog.reason.setText("Cuaderno")
        dialog.save()

    return act


@needs(ADJUSTED)
def a_movement(at):
    client = at.shop.write(make_client)
    at.shop.write(add_debt, client, 500_00)
    at.shop.write(pay, client)
    reversals = Reversals(at.shop, at.toasts)

    def act():
        question: Any = reversals.ask(at.shop.read(history, client)[0], at.window)
        question.reason.editor.setText("Otro cliente")
        question.confirm()

    return act


@needs(ADJUSTED)
def a_payment_in_the_moment(at):
    client = at.shop.write(make_client)
    at.shop.write(add_debt, client, 500_00)
    at.shop.write(pay, client)
    reversals = Reversals(at.shop, at.toasts)
    action = reversals.undo_action(at.shop.read(history, client)[0].entry_id)
    return action.act


@needs(DELETED)
def a_client(at):
    at.shop.write(make_client)
    page = at.page(ClientsPage)

    def act():
        page.remove(_client(at))
        front().confirm()

    return act


@needs(DELETED)
def a_client_with_movements(at):
    client = at.shop.write(make_client)
    for amount in (10_00, -10_00):
        at.shop.write(adjust, client, amount)
    page = at.page(ClientsPage)

    def act():
        page.remove(_client(at))
        front().confirm()

    return act


@needs(TERMS)
def the_terms_of_a_client(at):
    client = at.shop.write(make_client)

    def act():
        form = at.opened(ClientForm, at.toasts, at.window, client)
        form.debt_limit.set_amount(900_00)
        assert form.sign.is_shown
        form.save()

    return act


@needs(STOCK)
def stock(at):
    product = at.shop.write(make_product, "Coca-Cola", price=PRICE)

    def act():
        dialog = at.opened(StockDialog, at.toasts, at.window, product)
        assert not dialog.sign.is_shown
        dialog.act.choose("count")
        dialog.quantity.setText("8")
        assert dialog.sign.is_shown
        dialog.save()

    return act


@needs(CATALOG)
def a_cost_at_a_purchase(at):
    product = at.shop.write(make_product, "Coca-Cola", price=PRICE, cost=100_00)

    def act():
        dialog = at.opened(StockDialog, at.toasts, at.window, product)
        dialog.quantity.setText("8")
        assert dialog.cost.text() == ""
        dialog.cost.set_amount(120_00)
        assert dialog.sign.is_shown
        dialog.save()

    return act


@needs(CATALOG)
def a_price(at):
    def act():
        form = at.opened(ProductForm, at.toasts, at.window, at.goods)
        assert not form.sign.is_shown
        form.price.set_amount(999_00)
        assert form.sign.is_shown
        form.save()

    return act


@needs(CATALOG)
def all_prices(at):
    def act():
        dialog = at.opened(PriceChangeDialog, at.toasts, at.window)
        dialog.percent.setText("10")
        dialog.preview()
        dialog.apply()

    return act


@needs(REGISTERS)
def a_new_register(at):
    page = at.page(RegistersPage)

    def act():
        page.add()
        front().name.setText("Caja 9")
        front().save()

    return act


@needs(REGISTERS)
def the_name_of_a_register(at):
    page = at.page(RegistersPage)

    def act():
        page.rename()
        front().name.setText("Mostrador")
        front().save()

    return act


@needs(REGISTERS)
def an_old_register(at):
    register = at.shop.write(add_register, "Vieja", RegisterKind.DRAWER)
    page = at.page(RegistersPage)
    position = page.list.rows.find(lambda row: row.id == register)
    page.list.setCurrentIndex(page.list.rows.index(position, 0))
    return page.archive_or_restore


@needs("Descartar una impresión")
def a_job(at):
    at.shop.write(print_test_page, at.shop.write(add_printer))

    def act():
        queue = at.opened(QueueDialog, at.window)
        next(b for b in queue.findChildren(QPushButton) if b.text() == "Descartar").click()
        question = front()
        question.reason.editor.setText("Ya salió")
        question.confirm()

    return act


@needs(IMPORTED, ADJUSTED, TERMS)
def a_file_of_clients(at):
    path = at.files.parent / "clientes.csv"
    path.write_text("Nombre;Debe;Límite\nAna;1500;9000\n", encoding="utf-8")

    def act():
        dialog = at.opened(ImportDialog, ImportKind.CLIENTS, at.toasts, at.window)
        dialog.take(path)
        at.qtbot.waitUntil(dialog.bring_button.isEnabled)
        dialog.bring()

    return act


@needs("Exportar datos")
def a_list(at):
    def act():
        dialog = at.opened(ExportDialog, ExportKind.PRODUCTS, at.toasts, at.window)
        dialog.save(at.files / "productos.csv")

    return act


@needs(IMPORTED, ADJUSTED)
def a_line_of_the_notebook(at):
    def act():
        dialog = at.opened(NotebookDialog, at.toasts, at.window)
        dialog.name.setText("Ana")
        dialog.amount.setText("1500")
        dialog.save()

    return act


@needs(ADJUSTED)
def two_clients_that_are_one(at):
    for name in ("Ana María Gómez", "Ana Maria Gomes"):
        at.shop.write(make_client, name, phone="351 455-0917")

    def act():
        dialog = at.opened(DuplicatesDialog, at.toasts, at.window)
        at.qtbot.waitUntil(lambda: bool(dialog.pairs.rows))
        dialog.merge(keep_one=True).confirm()

    return act
