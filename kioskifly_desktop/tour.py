"""The guided tour: the real window, driven through the main job by its own keys.

It leaves a picture of every step and the receipt as bytes, text and PDF, and says what it did.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.app import Program
from kioskifly_desktop.core.catalog import ProductQuery, get_product, list_products
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientQuery, ClientSort, list_clients
from kioskifly_desktop.core.contact import MessageKind, message_standing, messages
from kioskifly_desktop.core.documents import PdfPage
from kioskifly_desktop.core.errors import OutputFileError
from kioskifly_desktop.core.es_ar import fold, format_money, format_number
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.registers import RegisterKind, get_register, list_registers
from kioskifly_desktop.core.sessions import DENOMINATIONS, list_sessions
from kioskifly_desktop.core.ticket import as_text
from kioskifly_desktop.core.vouchers import find_voucher, voucher_document
from kioskifly_desktop.core.wallet import history
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.tour_tools import (
    SIZE,
    TourError,
    open_dialog,
    picture_of,
    prepare_screen,
    settle,
    wait_for,
)
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.help_dialog import HelpDialog
from kioskifly_desktop.ui.offers.offer_dialog import OfferDialog
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.sessions.close_dialog import CloseSessionDialog
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.today.today_page import TodayPage
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog

if TYPE_CHECKING:
    from pathlib import Path

    from kioskifly_desktop.core.clients import ClientRow
    from kioskifly_desktop.core.registers import RegisterRow
    from kioskifly_desktop.core.work import Work

COLUMNS = 48
_PERSON_MS = 60
"""Between keys: what is typed faster is a scanner's."""
_AMOUNT = 1_000_000
_NOTE = 1_000_000
"""A note of $ 10.000, with which people pay."""
_NEWCOMER = "Xiomara Quispe"
_LINES = 3


def take_tour(out: Path) -> None:
    """Run the tour, leaving in `out` the pictures and papers.

    Raises:
        ShopError: the folder can't be written.
        TourError: a step did not leave what it should.
    """
    folder = out / "shop"
    try:
        shutil.rmtree(folder, ignore_errors=True)
        out.mkdir(parents=True, exist_ok=True)
        for old in out.glob("*.*"):
            old.unlink()
    except OSError as error:
        raise OutputFileError(path=out, reason=os_reason(error)) from None
    create_demo_shop(folder)
    prepare_screen(out)
    application()
    program = Program(folder)
    try:
        _Tour(program, out).run()
    finally:
        program.close()


class _Tour:
    def __init__(self, program: Program, out: Path) -> None:
        self.program = program
        self.shop = program.shop
        self.window = program.window
        self.out = out
        self.pictures = 0

    def run(self) -> None:
        printer = Printer(
            0, "Impresora del recorrido", Transport.FILE, str(self.out / "recibo.escpos"), COLUMNS
        )
        self.shop.write(save_printer, printer)
        theme.apply(application(), Look.LIGHT)
        self.window.resize(*SIZE)
        self.window.show()
        settle()
        self.picture("venta", "Abrí la ventana en Venta.")
        self.open_drawer()
        self.sell_for_cash()
        self.sell_on_account()
        self.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        debtor = self.find_debtor()
        number = self.pay(debtor)
        self.paper(number)
        self.keep_in_touch()
        self.close_drawer()
        self.look_around()
        problems = self.shop.read(check)
        if problems:
            raise TourError(*problems)
        self.say("Comprobé los libros: cierran.")
        self.say(f"Dejé {self.pictures} imágenes y el recibo en {self.out}.")

    def open_drawer(self) -> None:
        """Open the drawer with what the books say is in it."""
        self.key(Qt.Key.Key_F12)
        open_dialog(OpenSessionDialog)
        drawer = self.drawer()
        self.type(format_number(drawer.balance))
        self.picture("caja-abrir", f"Abrí {drawer.name} con {format_money(drawer.balance)}.")
        self.key(Qt.Key.Key_Return)
        wait_for(lambda: QApplication.activeModalWidget() is None)

    def sell_for_cash(self) -> None:
        """Scan, type a name, charge, and give change."""
        page = self.window.page
        assert isinstance(page, SalePage)
        first, second, third = self.shop.read(list_products, ProductQuery(), limit=3)
        for row in (first, second):
            self.scan(self.shop.read(get_product, row.id).barcodes[0])
        self.type("3*")
        self.scan(self.shop.read(get_product, third.id).barcodes[0])
        self.type(fold(first.name))
        self.key(Qt.Key.Key_Return)
        if len(page.cart.lines) != _LINES:
            message = "la venta no tiene lo que se escaneó"
            raise TourError(message)
        total = page.cart.total
        self.window.toasts.dismiss()
        self.picture("venta-productos", f"Escaneé y escribí productos: {format_money(total)}.")
        self.key(Qt.Key.Key_F4)
        self.type(format_number(-(-total // _NOTE) * _NOTE))
        self.picture("cobrar", "Cobré con F4 y escribí con cuánto paga.")
        self.charge(page)
        self.picture("vuelto", "Enter: el vuelto queda a la vista hasta la próxima venta.")

    def sell_on_account(self) -> None:
        """Make a client in the middle of a sale, by name only, and sell on account."""
        page = self.window.page
        assert isinstance(page, SalePage)
        (row,) = self.shop.read(list_products, ProductQuery(), limit=1)
        self.scan(self.shop.read(get_product, row.id).barcodes[0])
        self.key(Qt.Key.Key_F9)
        picker = open_dialog(ClientPicker)
        self.type(_NEWCOMER)
        wait_for(lambda: not picker.model.rows)
        self.picture("cliente-elegir", f"Busqué con F9 a {_NEWCOMER}: no existía.")
        self.key(Qt.Key.Key_Return)
        open_dialog(ClientForm)
        self.picture("cliente-en-la-venta", "Enter: con el nombre alcanza.")
        self.key(Qt.Key.Key_Return)
        wait_for(lambda: QApplication.activeModalWidget() is None)
        total = page.cart.total
        self.key(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
        self.picture("a-cuenta", f"Anoté {format_money(total)} en la cuenta con Ctrl 6.")
        self.charge(page)
        (client,) = self.shop.read(list_clients, ClientQuery(search=_NEWCOMER))
        if client.balance != total:
            message = "la venta no quedó en la cuenta"
            raise TourError(message)
        self.picture("venta-anotada", f"{client.name} pasó a {_standing(client.balance)}.")

    def charge(self, page: SalePage) -> None:
        """Confirm the charge in front; the next sale starts at the scan field."""
        open_dialog(ChargeDialog)
        self.key(Qt.Key.Key_Return)
        wait_for(lambda: QApplication.activeModalWidget() is None)
        if page.cart.lines or self.focus() is not page.scan:
            message = "después de cobrar no se puede seguir vendiendo"
            raise TourError(message)

    def close_drawer(self) -> None:
        """Count the drawer note by note, and close it to the centavo."""
        self.key(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
        self.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        dialog = open_dialog(CloseSessionDialog)
        left = dialog.report.expected
        for note in DENOMINATIONS:
            how_many, left = divmod(left, note)
            self.type(str(how_many or ""))
            self.key(Qt.Key.Key_Return)
        self.type(format_number(left))
        self.picture("caja-cerrar", "Conté la caja billete por billete.")
        for _ in range(2):
            self.key(Qt.Key.Key_Return)
        self.key(Qt.Key.Key_Space)
        wait_for(lambda: QApplication.activeModalWidget() is None)
        (session,) = self.shop.read(list_sessions, self.drawer().id, limit=1)
        if session.over_short != 0:
            message = "la caja no cerró justa"
            raise TourError(message)
        self.picture("caja-cerrada", f"{session.register} cerró justa: cierre {session.number}.")

    def drawer(self) -> RegisterRow:
        """Return this counter's drawer as it stands."""
        registers = self.shop.read(list_registers)
        return next(row for row in registers if row.kind is RegisterKind.DRAWER)

    def find_debtor(self) -> ClientRow:
        """Find, by typing the name, the client who owes most."""
        (debtor,) = self.shop.read(
            list_clients, ClientQuery(sort=ClientSort.BALANCE, descending=True), limit=1
        )
        page = self.window.page
        assert isinstance(page, ClientsPage)
        QTest.keyClicks(page.search, fold(debtor.name))
        wait_for(lambda: page.model.rows[0].id == debtor.id and len(page.model.rows) == 1)
        self.picture("buscar", f"Busqué «{fold(debtor.name)}» sin acentos: apareció {debtor.name}.")
        QTest.keyClick(page.search, Qt.Key.Key_Return)
        return debtor

    def pay(self, debtor: ClientRow) -> str:
        """Register a payment by keyboard and return its receipt's number."""
        wallet = open_dialog(WalletDialog)
        self.picture("billetera", f"Abrí su billetera con Enter: {_standing(debtor.balance)}.")
        form = wallet.payment
        register_id = form.register.currentData()
        before = self.shop.read(get_register, register_id)
        QTest.keyClicks(form.amount, "10000", delay=_PERSON_MS)
        self.picture("monto", f"Escribí un pago de {format_money(_AMOUNT)} a {before.name}.")
        self.key(Qt.Key.Key_Return)
        settle()
        (payment,) = self.shop.read(history, debtor.id, limit=1)
        after = self.shop.read(get_register, register_id)
        if payment.balance != debtor.balance - _AMOUNT or after.balance != before.balance + _AMOUNT:
            message = "el pago no movió los dos saldos"
            raise TourError(message)
        self.picture("pago-registrado", f"Registré el pago con Enter: recibo {payment.number}.")
        self.say(
            f"{debtor.name} pasó de {_standing(debtor.balance)} a {_standing(payment.balance)}."
        )
        self.say(
            f"{before.name} pasó de {format_money(before.balance)} a {format_money(after.balance)}."
        )
        return payment.number

    def paper(self, number: str) -> None:
        """See the receipt on screen, printed, as text and as PDF."""
        wait_for(lambda: not self.shop.read(waiting_jobs))
        voucher_id = self.shop.read(find_voucher, number)
        document = self.shop.read(voucher_document, voucher_id)
        (self.out / "recibo.txt").write_text(as_text(document, COLUMNS) + "\n", encoding="utf-8")
        self.shop.paper.save_pdf(document, self.out / "recibo.pdf", PdfPage.TICKET_80)
        size = (self.out / "recibo.escpos").stat().st_size
        self.say(f"La impresora recibió {size} bytes; el recibo quedó también en texto y en PDF.")
        wallet = open_dialog(WalletDialog)
        wallet.papers.show_voucher(voucher_id)
        preview = open_dialog(PreviewDialog)
        self.picture("recibo", "Miré el recibo como sale en el papel.")
        preview.reject()
        wallet.papers.show_all()
        preview = open_dialog(PreviewDialog)
        self.picture("estado-de-cuenta", "Miré el estado de cuenta.")
        preview.reject()
        QTest.keyClick(wallet, Qt.Key.Key_Escape)
        settle()

    def keep_in_touch(self) -> None:
        """Write an offer with Ctrl O, keep it as sent, and see whom today is about."""
        page = self.window.page
        assert isinstance(page, ClientsPage)
        client = next(
            row
            for row in self.shop.read(list_clients, ClientQuery())
            if self.shop.read(_may_be_written_to, row.id)
        )
        page.search.setText(client.name)
        wait_for(lambda: [row.id for row in page.model.rows] == [client.id])
        self.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        offer = open_dialog(OfferDialog)
        wait_for(offer.sent_button.isEnabled)
        self.picture("oferta", f"Ctrl O: una oferta para {client.name}, con su porqué.")
        offer.sent_button.click()
        if [each.kind for each in self.shop.read(messages, client.id, limit=1)] != ["offer"]:
            message = "la oferta no quedó como enviada"
            raise TourError(message)
        self.window.toasts.dismiss()
        self.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
        today = self.window.page
        assert isinstance(today, TodayPage)
        wait_for(lambda: bool(today.debts.model.rows))
        self.picture("hoy", "Alt 5: promesas, deudas, cumpleaños y quién hace mucho que no viene.")

    def look_around(self) -> None:
        """Look at the other screens, and at the dark look."""
        page = self.window.show_page(keys.CLIENTS)
        assert isinstance(page, ClientsPage)
        page.add()
        form = open_dialog(ClientForm)
        self.window.toasts.dismiss()
        self.picture("cliente-nuevo", "Abrí la ficha de un cliente nuevo.")
        form.reject()
        for page_id, name in ((keys.REGISTERS, "cajas"), (keys.SETTINGS, "ajustes")):
            self.window.show_page(page_id)
            self.picture(name, f"Pasé por {self.window.page.title}.")
        self.key(Qt.Key.Key_F1)
        guide = open_dialog(HelpDialog)
        self.picture("ayuda", "F1: la guía, en la hoja de donde estaba.")
        guide.reject()
        theme.apply(application(), Look.DARK)
        self.window.show_page(keys.CLIENTS)
        page.search.clear()
        wait_for(lambda: len(page.model.rows) > 1)
        self.picture("clientes-oscuro", "Cambié al aspecto oscuro.")
        page.open_wallet(page.model.rows[0])
        wallet = open_dialog(WalletDialog)
        self.picture("billetera-oscura", "Abrí otra billetera.")
        wallet.reject()
        settle()

    def focus(self) -> QWidget:
        """Return what the next key goes to."""
        front = QApplication.activeModalWidget() or self.window
        front.activateWindow()  # no window manager does it where nothing is shown
        wait_for(lambda: _focused_in(front) is not None)
        focused = _focused_in(front)
        assert focused is not None
        return focused

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key."""
        QTest.keyClick(self.focus(), key, modifiers)
        settle()

    def type(self, words: str) -> None:
        """Type at a person's pace: faster would be a scanner."""
        for letter in words:
            QTest.keyClicks(self.focus(), letter)
            QTest.qWait(_PERSON_MS)

    def scan(self, code: str) -> None:
        """Type as a scanner does."""
        field = self.focus()
        QTest.keyClicks(field, code)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()

    def picture(self, name: str, sentence: str) -> None:
        """Save the window as it is, with the dialogs over it, and say what was done."""
        settle()
        self.pictures += 1
        image = picture_of(self.window)
        file = self.out / f"{self.pictures:02d}-{name}.png"
        if not image.save(str(file)):
            raise OutputFileError(path=file, reason="no se pudo escribir la imagen")
        self.say(sentence)

    def say(self, sentence: str) -> None:
        print(sentence)


def _focused_in(window: QWidget) -> QWidget | None:
    focused: QWidget | None = QApplication.focusWidget()
    return focused if focused is not None and focused.window() is window else None


def _standing(balance: int) -> str:
    if balance == 0:
        return "estar al día"
    return f"{'deber' if balance > 0 else 'tener a favor'} {format_money(abs(balance))}"


def _may_be_written_to(work: Work, client_id: int) -> bool:
    standing = message_standing(work, client_id, MessageKind.OFFER)
    return bool(standing.number) and not standing.blocked and not standing.cautions
