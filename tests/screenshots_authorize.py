"""The pictures of what an administrator authorizes: `python -m tests.screenshots_authorize OUT`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.catalog import ProductQuery, list_products
from kioskifly_desktop.core.clients import ClientQuery, ClientSort, list_clients
from kioskifly_desktop.core.exports import ExportKind
from kioskifly_desktop.core.users import Role, add_user, list_users, set_pin
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.tour_tools import open_dialog, picture_of, prepare_screen, settle
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.exchange.export_dialog import ExportDialog
from kioskifly_desktop.ui.people.authorize import AuthorizeDialog
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.tickets_dialog import TicketsDialog
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.dialog import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIZE = (1366, 768)


class _Camera:
    def __init__(self, program: Program, out: Path) -> None:
        self.program = program
        self.window = program.window
        self.shop = program.shop
        self.out = out

    def shoot(self, name: str, of: QWidget | None = None) -> None:
        for look in (Look.LIGHT, Look.DARK):
            theme.apply(application(), look)
            settle()
            picture_of(of or self.window).save(str(self.out / f"{name}-{look.value}.png"))

    def page(self, page_id: str) -> Any:
        return self.window.show_page(page_id)

    def sale(self) -> None:
        page = self.page(keys.SALE)
        for row in self.shop.read(list_products, ProductQuery())[:3]:
            page._picked(row)
        page.cart.set_price(0, 100_00)
        self.shoot("venta")
        page.charge()
        charge = open_dialog(ChargeDialog)
        self.shoot("cobrar")
        charge.charge()
        self.shoot("autorizar")
        dialog = open_dialog(AuthorizeDialog)
        dialog.try_pin("1111")
        QTest.keyClicks(dialog.pad, "25")
        self.shoot("autorizar-mal")
        for _ in range(4):
            dialog.try_pin("1111")
        self.shoot("autorizar-espera")
        dialog.who.choose(dialog._people[1].id)
        self.shoot("autorizar-otra")
        dialog.reject()
        charge.reject()
        page.cart.set_price(0, page.cart.lines[0].product.price)
        page.charge()
        open_dialog(ChargeDialog).charge()
        self.shoot("cobrado-deshacer")
        page.show_tickets()
        tickets = open_dialog(TicketsDialog)
        self.shoot("tickets")
        tickets.void()
        self.shoot("anular")
        open_dialog(Question).reject()
        tickets.reject()

    def others(self) -> None:
        clients = self.page(keys.CLIENTS)
        self.shoot("clientes")
        clients.files.menu.popup(clients.files.button.mapToGlobal(clients.files.button.pos()))
        self.shoot("archivos", clients.files.menu)
        clients.files.menu.close()
        query = ClientQuery(sort=ClientSort.BALANCE, descending=True)
        clients.open_wallet(self.shop.read(list_clients, query)[0])
        wallet = open_dialog(WalletDialog)
        menu = wallet.more_button.menu()
        menu.popup(wallet.more_button.mapToGlobal(wallet.more_button.rect().bottomLeft()))
        self.shoot("billetera-menu", menu.window())
        menu.close()
        wallet.reject()
        clients.edit(self.shop.read(list_clients, query)[0])
        form: Any = QApplication.activeModalWidget()
        form.credit_days.setText("7")
        self.shoot("cliente-condiciones")
        form.done(0)
        products = self.page(keys.PRODUCTS)
        self.shoot("productos")
        products.move_stock(products.model.rows[0])
        stock: Any = QApplication.activeModalWidget()
        stock.act.choose("count")
        self.shoot("stock")
        stock.done(0)
        self.page(keys.REGISTERS)
        self.shoot("cajas")
        products.files.open_export(ExportKind.PRODUCTS)
        self.shoot("exportar")
        open_dialog(ExportDialog).reject()


def main(out: Path) -> None:
    """Take them all."""
    prepare_screen(out, SIZE)
    application()
    folder = out / "shop"
    create_demo_shop(folder)
    program = Program(folder)
    shop = program.shop
    shop.write(set_pin, shop.user.id, "2580")
    shop.write(add_user, "Marta Giménez", Role.ADMIN, "1379")
    shop.switch_user(next(each for each in shop.read(list_users) if each.role is Role.CASHIER))
    program.window.resize(*SIZE)
    program.window.show()
    try:
        camera = _Camera(program, out)
        camera.sale()
        camera.others()
    finally:
        program.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    main(target)
