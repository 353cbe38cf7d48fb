import threading
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt

from kioskifly_desktop.core.clients import ClientRequest, add_client, get_client
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.registers import RegisterKind, add_register, archive_register
from kioskifly_desktop.core.sales import ReturnLine, ReturnRequest, return_goods, sale_of_entry
from kioskifly_desktop.core.wallet import (
    PaymentRequest,
    history,
    register_payment,
    statement,
)
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.tickets.sale_dialog import SaleDialog
from kioskifly_desktop.ui.wallet.adjust_dialog import AdjustDialog
from kioskifly_desktop.ui.wallet.history_table import Columns
from kioskifly_desktop.ui.wallet.statement_date_dialog import StatementDateDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.labels import label
from tests.factories import add_debt, make_product, sell
from tests.lending import lend, lent

NBSP = "\u00a0"
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def pay(shop, client_id, amount, method=PaymentMethod.CASH):
    request = PaymentRequest(uuid4().hex, client_id, amount, 1, method, "vino el hijo")
    return shop.write(register_payment, request)


@pytest.fixture
def marta(shop):
    client_id = shop.write(add_client, ClientRequest("Marta Benítez", debt_limit=3_000_000))
    shop.write(add_debt, client_id, 1_845_000)
    return client_id


@pytest.fixture
def open_wallet(qtbot, shop, toasts, window):
    def open_it(client_id):
        wallet = WalletDialog(shop, client_id, toasts, window)
        wallet.open()
        qtbot.waitExposed(wallet)
        return wallet

    return open_it


def balance(shop, client_id):
    return shop.read(get_client, client_id).balance


def row_menu(wallet, position=0):
    menu = wallet.menu_of(wallet.history.rows.rows[position])
    return [action for action in menu.actions() if action.text()]


def test_the_head_says_what_is_owed_and_what_is_left_of_the_limit(open_wallet, marta):
    hero = open_wallet(marta).hero
    assert (hero.word.text(), hero.balance.text()) == ("Debe", f"${NBSP}18.450,00")
    assert hero.balance.accessibleName() == f"Debe ${NBSP}18.450,00"
    assert hero.note.text() == f"Puede llevar ${NBSP}11.550,00 más."
    assert hero.bar.value() == 62


def test_no_sign_is_ever_bare(open_wallet, shop, marta):
    pay(shop, marta, 2_000_000)
    wallet = open_wallet(marta)
    shown = [
        wallet.history.rows.index(row, column).data()
        for row in range(2)
        for column in (Columns.DEBIT, Columns.CREDIT, Columns.BALANCE)
    ]
    assert shown == [
        *("", f"${NBSP}20.000,00", f"A favor ${NBSP}1.550,00"),
        *(f"${NBSP}18.450,00", "", f"Debe ${NBSP}18.450,00"),
    ]
    texts = [each.text() for each in wallet.findChildren(type(label("")))]
    assert not [text for text in texts if "−" in text]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.50.0", "No entiendo ese monto. Probá con 1500 o 1.500,50."),
        ("10,005", "El monto lleva dos decimales como máximo: escribilo así, 1.500,50."),
        ("-5", "El monto tiene que ser mayor que cero"),
        ("abc", "No entiendo ese monto."),
    ],
)
def test_a_bad_amount_says_so_and_writes_nothing(qtbot, open_wallet, shop, marta, typed, said):
    form = open_wallet(marta).payment
    qtbot.keyClicks(form.amount, typed)
    assert said in form.amount_field.message.text()
    assert not form.submit_button.isEnabled()
    qtbot.keyClick(form.amount, Qt.Key.Key_Return)
    assert form.amount_field.has_error()
    assert balance(shop, marta) == 1_845_000


def test_banknotes_add_up(qtbot, open_wallet, marta):
    form = open_wallet(marta).payment
    for value in (1_000_00, 10_000_00, 1_000_00):
        qtbot.mouseClick(form.note_buttons[value], Qt.MouseButton.LeftButton)
    assert form.amount.text() == "12.000,00"


def test_a_register_archived_meanwhile_is_said_under_the_register(open_wallet, shop, marta):
    form = open_wallet(marta).payment
    form.register.setCurrentIndex(1)
    archived = form.register.currentData()
    # Straight in the file, as another process would: the form still offers it.
    with shop.database.write(shop.user) as work:
        archive_register(work, archived)
    form.amount.setText("100")
    form.submit()
    assert form.register_field.has_error()
    assert "está archivada" in form.register_field.message.text()
    assert balance(shop, marta) == 1_845_000
    form.register.setCurrentIndex(0)
    form.submit()
    assert balance(shop, marta) == 1_835_000


def test_a_payment_whose_answer_was_lost_is_not_paid_twice(open_wallet, shop, marta, monkeypatch):
    form = open_wallet(marta).payment
    form.amount.setText("100")
    write = shop.write

    def write_and_lose(act, *args):
        write(act, *args)
        raise RuntimeError

    monkeypatch.setattr(shop, "write", write_and_lose)
    with pytest.raises(RuntimeError):
        form.submit()
    monkeypatch.undo()
    assert balance(shop, marta) == 1_835_000
    form.submit()
    assert balance(shop, marta) == 1_835_000
    assert form.amount.text() == ""


def test_the_means_follows_the_register_and_the_client(open_wallet, shop):
    client_id = shop.write(add_client, ClientRequest("Norma", preferred_method=PaymentMethod.QR))
    form = open_wallet(client_id).payment
    assert (form.register.currentText().split("  ")[0], form.method.currentText()) == (
        "Mercado Pago",
        "QR",
    )
    form.register.setCurrentIndex(0)
    assert form.method.currentText() == "Efectivo"


def test_a_new_register_appears_and_what_was_typed_stays(open_wallet, shop, marta):
    form = open_wallet(marta).payment
    form.amount.setText("123")
    form.register.setCurrentIndex(2)
    shop.write(add_register, "Caja 2", RegisterKind.DRAWER)
    assert form.register.count() == 4
    assert (form.register.currentIndex(), form.amount.text()) == (2, "123")


def test_the_history_is_read_as_it_scrolls(open_wallet, shop, marta):
    for _ in range(70):
        shop.write(add_debt, marta, 100)
    table = open_wallet(marta).history
    assert table.rows.rowCount() == 50
    table.scrollToBottom()
    table.rows.fetchMore()
    assert table.rows.rowCount() == 71
    assert len({row.posting_id for row in table.rows.rows}) == 71


def test_dates_narrow_the_history(qtbot, open_wallet, shop, marta):
    wallet = open_wallet(marta)
    qtbot.keyClicks(wallet.dates.start, "31/12/2999")
    qtbot.keyClick(wallet.dates.start, Qt.Key.Key_Return)
    assert wallet.history.rows.rowCount() == 0
    assert wallet._stack.currentIndex() == 2
    wallet.dates.clear()
    assert wallet.history.rows.rowCount() == 1
    qtbot.keyClicks(wallet.dates.end, "31/02/2026")
    qtbot.keyClick(wallet.dates.end, Qt.Key.Key_Return)
    assert "No entiendo esa fecha" in wallet.dates.error.text()
    assert wallet.history.rows.rowCount() == 1


def test_a_movement_offers_its_paper_and_its_undoing(open_wallet, shop, marta):
    pay(shop, marta, 100_000)
    wallet = open_wallet(marta)
    assert [each.text() for each in row_menu(wallet)] == [
        "Ver comprobante",
        "Reimprimir",
        "Anular…",
    ]
    assert [each.text() for each in row_menu(wallet, 1)] == [
        *("Ver lo que llevó", "Ver comprobante", "Reimprimir"),
        *("Marcar en disputa…", "Anular…"),
    ]
    index = wallet.history.rows.index(0, Columns.ACTIONS)
    assert index.data(ACCESSIBLE) == "Acciones de Pago X-00001-00000001"


def test_undoing_asks_for_the_reason(open_wallet, shop, marta, front):
    pay(shop, marta, 100_000)
    wallet = open_wallet(marta)
    row_menu(wallet)[-1].trigger()
    question = front()
    question.confirm()
    assert question.reason.message.text() == "Escribí el motivo."
    assert balance(shop, marta) == 1_745_000
    question.reason.editor.setText("se equivocó de cliente")
    question.confirm()
    assert balance(shop, marta) == 1_845_000
    assert shop.read(history, marta)[0].detail == "se equivocó de cliente"
    assert wallet.history.rows.rows[1].reversed


def test_a_cashier_undoes_and_adjusts_with_an_administrators_pin(
    open_wallet, shop, cashier, marta, front
):
    pay(shop, marta, 100_000)
    shop.switch_user(cashier)
    wallet = open_wallet(marta)
    before = shop.read(get_client, marta).balance
    wallet.adjust()
    front().amount.set_amount(50_000)
    front().reason.setText("Error")
    front().save()
    assert shop.read(get_client, marta).balance == before
    lend()
    assert shop.read(get_client, marta).balance == before + 50_000
    assert lent(shop) == ["Corregir la cuenta de un cliente"]
    assert more_actions(wallet) == [
        "Ajuste de saldo…",
        "Promesa de pago…",
        "Recordatorio por WhatsApp…",
        "Resumen por WhatsApp…",
        "Fiado a precio de hoy…",
        "Dar por incobrable…",
        "Perfil del cliente",
        "Editar cliente…",
    ]


def more_actions(wallet):
    return [each.text() for each in wallet.more_button.menu().actions() if each.text()]


def test_an_administrator_adjusts_too(open_wallet, marta):
    assert more_actions(open_wallet(marta))[:2] == ["Ajuste de saldo…", "Promesa de pago…"]


def test_papers_are_shown_and_printed(qtbot, open_wallet, shop, printer, marta, front):
    pay(shop, marta, 100_000)
    wallet = open_wallet(marta)
    printed = len(shop.read(waiting_jobs))
    for show in (
        wallet.papers.show_all,
        wallet.papers.show_since_zero,
        wallet.papers.show_last_receipt,
    ):
        show()
        qtbot.waitUntil(lambda: isinstance(front(), PreviewDialog))
        preview = front()
        preview.print_button.click()
        printed += 1
        assert len(shop.read(waiting_jobs)) == printed
    assert wallet.isVisible()


def test_a_statement_from_a_day_on(qtbot, open_wallet, marta, front):
    wallet = open_wallet(marta)
    wallet.papers.ask_since()
    dialog = front()
    assert isinstance(dialog, StatementDateDialog)
    dialog.day.setText("40/40/2026")
    qtbot.keyClick(dialog.day, Qt.Key.Key_Return)
    assert dialog.field.has_error()
    dialog.day.setText("01/01/2026")
    qtbot.keyClick(dialog.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(front(), PreviewDialog))


def test_a_statement_is_read_in_a_thread_of_its_own(qtbot, open_wallet, marta, front):
    wallet = open_wallet(marta)
    threads = []
    query = wallet.papers.show_long_report

    def read(work):
        threads.append(threading.current_thread())
        return statement(work, marta)

    query(read)
    query(read)  # asked for twice, it is shown once
    qtbot.waitUntil(lambda: isinstance(front(), PreviewDialog))
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()
    front().reject()


def test_a_statement_whose_wallet_was_closed_is_not_shown(qtbot, open_wallet, marta, front):
    wallet = open_wallet(marta)
    wallet.papers.show_all()
    wallet.reject()
    qtbot.waitUntil(lambda: not background._running)
    assert front() is None


def test_without_a_printer_reprinting_says_what_to_do(open_wallet, shop, toasts, marta):
    pay(shop, marta, 100_000)
    row_menu(open_wallet(marta))[1].trigger()
    assert "Todavía no hay impresora" in toasts.toast.text


@pytest.mark.parametrize(("side", "after"), [(1, 1_895_000), (-1, 1_795_000)])
def test_an_adjustment_raises_or_lowers_the_debt(open_wallet, shop, marta, front, side, after):
    wallet = open_wallet(marta)
    wallet.adjust()
    dialog = front()
    assert isinstance(dialog, AdjustDialog)
    dialog.side.choose(side)
    dialog.amount.setText("500")
    dialog.save()
    assert dialog.reason_field.has_error()
    assert balance(shop, marta) == 1_845_000
    dialog.reason.setText("saldo del cuaderno")
    dialog.save()
    assert balance(shop, marta) == after
    assert wallet.history.rows.rows[0].title == "Ajuste"


def test_no_notice_covers_the_form(qtbot, open_wallet, toasts, marta):
    wallet = open_wallet(marta)

    def clear_of_the_form():
        return toasts.toast.geometry().bottom() < wallet.payment.mapTo(wallet, QPoint(0, 0)).y()

    wallet.payment.amount.setText("100")
    wallet.payment.submit()
    qtbot.waitUntil(clear_of_the_form)
    paid = toasts.toast.text
    qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert toasts.toast.text != paid
    qtbot.waitUntil(clear_of_the_form)


def test_a_sale_opens_to_its_lines_and_says_what_is_still_owed(qtbot, open_wallet, shop, front):
    norma = shop.write(add_client, ClientRequest("Norma"))
    alfajor = shop.write(make_product, "Alfajor", price=900_00, tracks_stock=False)
    for pieces in (1, 2, 3):
        shop.write(sell, (alfajor, pieces), client_id=norma, on_account=pieces * 900_00)
    pay(shop, norma, 1_500_00)
    wallet = open_wallet(norma)
    qtbot.waitUntil(wallet.isActiveWindow)
    owed = [wallet.history.rows.index(n, Columns.DEBIT).data(ACCESSIBLE) for n in range(4)]
    assert owed == [
        "",
        f"${NBSP}2.700,00, Sin pagar",
        f"${NBSP}1.800,00, Debe ${NBSP}1.200,00 de esto",
        f"${NBSP}900,00, Pagada",
    ]
    wallet.history.setFocus()
    wallet.history.setCurrentIndex(wallet.history.rows.index(2, 0))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right):
        qtbot.keyClick(wallet.history, key)
        opened = front()
        assert isinstance(opened, SaleDialog)
        assert opened.subtitle.text() == f"Debe ${NBSP}1.200,00 de esto"
        shown = [each.text() for each in opened.lines.findChildren(type(label("")))]
        assert {"Alfajor", f"2 x ${NBSP}900,00", "Cuenta corriente"} <= set(shown)
        qtbot.keyClick(opened, Qt.Key.Key_Escape)
        assert front() is wallet
    wallet.history.setCurrentIndex(wallet.history.rows.index(0, 0))
    qtbot.keyClick(wallet.history, Qt.Key.Key_Return)
    assert isinstance(front(), PreviewDialog)


def test_a_sale_is_voided_from_the_wallet(open_wallet, shop, marta, front):
    wallet = open_wallet(marta)
    row_menu(wallet)[-1].trigger()
    front().reason.editor.setText("no era para ella")
    front().confirm()
    assert front() is wallet
    assert balance(shop, marta) == 0
    assert [row.owes for row in wallet.history.rows.rows] == [0, 0]
    assert wallet.history.rows.rows[1].reversed
    debit = wallet.history.rows.index(1, Columns.DEBIT)
    assert debit.data(ACCESSIBLE) == f"${NBSP}18.450,00"


def test_a_sale_partly_returned_says_why_it_is_not_voided(open_wallet, shop, marta, front):
    sold = shop.read(sale_of_entry, shop.read(history, marta)[0].entry_id)
    lines = (ReturnLine(sold.lines[0].id, 1000),)
    shop.write(return_goods, ReturnRequest("back", sold.id, lines, None, marta, "vencido"))
    wallet = open_wallet(marta)
    assert wallet.history.rows.rows[0].title == "Devolución"
    wallet.show_lines(wallet.history.rows.rows[1])
    front().void()
    front().reason.editor.setText("no era para ella")
    front().confirm()
    assert "ya se devolvió una parte" in front().error.text()
    front().reject()


def test_a_cashier_opens_a_sale(open_wallet, shop, cashier, marta, front):
    shop.switch_user(cashier)
    wallet = open_wallet(marta)
    wallet.show_lines(wallet.history.rows.rows[0])
    assert front().void_button.isVisible()
    assert front().print_button.isVisible()
