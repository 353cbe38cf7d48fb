"""Goes to every screen, tab and dialog there is, to look at each with eyes of one's own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.access import make_rescue_code
from kioskifly_desktop.core.catalog import ProductQuery, get_product, list_products
from kioskifly_desktop.core.errors import NotAllowedError
from kioskifly_desktop.core.first_run import FirstStep
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.users import add_user, list_people, list_users, set_pin
from kioskifly_desktop.core.work import Role
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.tour_tools import open_dialog, settle
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.first_run.first_run_dialog import FirstRunDialog
from kioskifly_desktop.ui.loyalty.small_dialogs import BonusDialog, GroupDialog
from kioskifly_desktop.ui.people.authorize import AuthorizeDialog, authorize
from kioskifly_desktop.ui.people.rescue_dialog import RescueDialog
from kioskifly_desktop.ui.registers.register_dialog import RegisterDialog
from kioskifly_desktop.ui.sale.cart import CartLine
from kioskifly_desktop.ui.sale.line_dialogs import ask_price
from kioskifly_desktop.ui.sessions.cash_dialogs import PayInDialog
from kioskifly_desktop.ui.settings.expense_dialog import ExpenseDialog
from kioskifly_desktop.ui.settings.person_dialogs import PersonDialog, PinDialog
from kioskifly_desktop.ui.settings.rescue_code import RescueCodeDialog
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.wallet.statement_date_dialog import StatementDateDialog
from tests.factories import DRAWER
from tests.screenshots import Camera

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

PIN = "2580"


class Walker(Camera):
    """Goes where the camera goes and where it doesn't; `look` sees each stop."""

    def __init__(self, program: Program, out: Path) -> None:
        self.stop = ""
        super().__init__(program, out, "walk")

    def shoot(self, name: str) -> None:
        """Look instead of taking a picture."""
        settle()
        front = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is not front or QApplication.focusWidget() is None:
            # A screen without a window manager gives nobody the turn of a dialog that closed.
            front.activateWindow()
            settle()
            if front is self.window and not self.window.is_locked():
                self.window.focus_page()
            settle()
        self.stop = name
        self.look(front)

    def look(self, front: QWidget) -> None:
        """See the dialog in front, or the window."""
        raise NotImplementedError

    def walk(self) -> None:
        """Go everywhere."""
        self.run()
        for dialog in small_dialogs(self.program):
            dialog.open()
            self.shoot(type(dialog).__name__)
            dialog.done(0)
        self.first_steps()
        self.locked()

    def first_steps(self) -> None:
        """What a new shop is asked."""
        self.window.show_first_run()
        dialog = open_dialog(FirstRunDialog)
        for step in FirstStep:
            dialog.show_step(step)
            self.shoot(f"primeros-{step}")
        dialog.done(0)
        settle()

    def locked(self) -> None:
        """Who is at the counter, and a PIN lent."""
        shop = self.shop
        shop.write(set_pin, shop.user.id, PIN)
        shop.write(add_user, "Bruno", Role.CASHIER, "1379")
        self.window.lock()
        self.shoot("bloqueo")
        shop.write(make_rescue_code)
        self.window.guard.lock_screen.ask_for_code()
        self.shoot("rescate")
        open_dialog(RescueDialog).reject()
        self.window.guard.lock_screen.try_pin(PIN)
        admin, cashier, *_ = shop.read(list_users)
        shop.switch_user(cashier)
        error = NotAllowedError(act="anular", permission=Permission.VOID)
        authorize(self.window, shop, error, lambda: None)
        self.shoot("autorizar")
        open_dialog(AuthorizeDialog).reject()
        shop.switch_user(admin)


def small_dialogs(program: Program) -> Iterator[QDialog]:
    """Give the dialogs that no picture is taken of."""
    shop, window = program.shop, program.window
    for kind in (BonusDialog, GroupDialog, ExpenseDialog, PersonDialog, RegisterDialog):
        yield kind(shop, window.toasts, window)
    yield RescueCodeDialog(window, shop)
    yield PinDialog(shop, window.toasts, window, shop.read(list_people)[0])
    yield PayInDialog(shop, window.toasts, window, shop.read(get_register, DRAWER))
    yield StatementDateDialog(shop.read(lambda work: work.today), window)
    product = shop.read(get_product, shop.read(list_products, ProductQuery(), limit=1)[0].id)
    yield ask_price(window, CartLine(product, 1_000), lambda _: None)


@contextmanager
def shown_shop(
    folder: Path,
    size: tuple[int, int] = (1366, 768),
    look: Look = Look.LIGHT,
    percent: int = 100,
) -> Iterator[Program]:
    """Give the program on the demo shop, shown, with a printer that is off."""
    create_demo_shop(folder)
    program = Program(folder)
    printer = Printer(0, "Impresora del mostrador", Transport.TCP, "127.0.0.1:9", 48)
    program.shop.write(save_printer, printer)
    theme.apply(application(), look, percent)
    program.window.resize(*size)
    program.window.show()
    try:
        yield program
    finally:
        program.close()
