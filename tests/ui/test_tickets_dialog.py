import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.sales import Tender, get_sale
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    OpenRequest,
    close_session,
    open_session,
)
from kioskifly_desktop.ui.sale.return_dialog import ReturnDialog
from kioskifly_desktop.ui.sale.tickets_dialog import TicketsDialog
from kioskifly_desktop.ui.widgets.dialog import Question
from tests.factories import BANK, DRAWER, add_debt, make_client, make_product, new_request, sell
from tests.lending import asked, lend, lent

QR = PaymentMethod.QR
CONTROL = Qt.KeyboardModifier.ControlModifier
NBSP = "\u00a0"


@pytest.fixture
def in_front(qtbot, front):
    """Wait for another dialog to be in front, ready to be typed into."""

    def wait(than):
        qtbot.waitUntil(lambda: front() is not than and front().isActiveWindow())
        return front()

    return wait


@pytest.fixture
def alfajor(shop):
    return shop.write(make_product, "Alfajor", price=900_00, tracks_stock=False)


@pytest.fixture
def marta(shop):
    return shop.write(make_client, "Marta Benítez")


@pytest.fixture
def tickets(qtbot, shop, toasts, window):
    def open_it():
        dialog = TicketsDialog(shop, toasts, window, drawer_id=DRAWER)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_it


def numbers(dialog):
    return [int(row.number[-8:]) for row in dialog.rows.rows]


def said(dialog):
    return [each.text() for each in dialog.lines.widget().findChildren(QLabel)]


def test_the_newest_is_first_and_opened_to_its_lines(tickets, shop, alfajor, marta):
    shop.write(sell, (alfajor, 1), cash=900_00)
    paid = Tender(PaymentMethod.TRANSFER, BANK, 1_000_00)
    shop.write(
        sell, (alfajor, 3), client_id=marta, on_account=1_200_00, tenders=(paid,), cash=1_000_00
    )
    dialog = tickets()
    assert numbers(dialog) == [2, 1]
    assert dialog.current() == dialog.rows.rows[0]
    words = said(dialog)
    assert {"Marta Benítez", "Alfajor", f"3 x ${NBSP}900,00"} <= set(words)
    assert words[words.index("Cuenta corriente") + 1] == f"${NBSP}1.200,00"
    assert words[words.index("Transferencia · Banco") + 1] == f"${NBSP}1.000,00"
    assert words[words.index("Efectivo · Caja 1") + 1] == f"${NBSP}500,00"
    assert words[words.index(f"Entregó ${NBSP}1.000,00 · vuelto") + 1] == f"${NBSP}500,00"


@pytest.mark.parametrize(
    ("asked", "given", "change"),
    [
        ({"cash": 1_500_00, "debt_payment": 600_00}, 1_500_00, 0),
        ({"cash": 1_500_00, "keep_change": True}, 1_500_00, 0),
        ({"cash": 2_000_00, "debt_payment": 600_00}, 2_000_00, 500_00),
        (
            {"cash": 900_00, "debt_payment": 600_00, "tenders": (Tender(QR, BANK, 700_00),)},
            900_00,
            100_00,
        ),
    ],
)
def test_what_paid_old_debt_is_not_called_change(
    tickets, shop, alfajor, marta, asked, given, change
):
    shop.write(add_debt, marta, 800_00)
    done = shop.write(sell, (alfajor, 1), client_id=marta, **asked)
    assert done.change == change
    (caption,) = [words for words in said(tickets()) if "vuelto" in words] or [""]
    assert caption == (f"Entregó {format_money(given)} · vuelto" if change else "")
    assert sum(paid.change for paid in shop.read(get_sale, done.sale_id).payments) == change


def test_many_are_read_as_the_list_scrolls(tickets, shop, alfajor):
    for _ in range(60):
        shop.write(sell, (alfajor, 1), cash=900_00)
    dialog = tickets()
    assert dialog.rows.rowCount() == 50
    dialog.rows.fetchMore()
    assert numbers(dialog) == list(range(60, 0, -1))


@pytest.mark.parametrize(
    ("typed", "found"), [("2", [2]), ("TX-00001-00000003", [3]), ("benitez", [2]), ("zzz", [])]
)
def test_a_number_or_a_client_finds_it(qtbot, tickets, shop, alfajor, marta, typed, found):
    for client_id in (None, marta, None):
        shop.write(sell, (alfajor, 1), cash=900_00, client_id=client_id)
    dialog = tickets()
    qtbot.keyClicks(dialog.search, typed)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert numbers(dialog) == found
    assert dialog._stack.currentIndex() == (0 if found else 1)
    assert dialog.print_button.isEnabled() == bool(found)


def test_the_arrows_walk_the_list_from_the_search(qtbot, tickets, shop, alfajor):
    for _ in range(3):
        shop.write(sell, (alfajor, 1), cash=900_00)
    dialog = tickets()
    assert dialog.search.hasFocus()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert int(dialog.current().number[-8:]) == 2
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.lines.hasFocus()


def test_ctrl_p_prints_again(qtbot, tickets, shop, printer, alfajor):
    shop.write(sell, (alfajor, 1), cash=900_00)
    before = len(shop.read(waiting_jobs))
    dialog = tickets()
    qtbot.keyClick(dialog.search, Qt.Key.Key_P, CONTROL)
    assert len(shop.read(waiting_jobs)) == before + 1


@pytest.mark.parametrize("place", ["search", "table"])
def test_supr_voids_with_a_reason(qtbot, tickets, shop, toasts, in_front, alfajor, place):
    done = shop.write(sell, (alfajor, 1), cash=900_00)
    dialog = tickets()
    getattr(dialog, place).setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Delete)
    question = in_front(dialog)
    assert isinstance(question, Question)
    question.confirm()
    assert question.reason.has_error()
    assert not shop.read(get_sale, done.sale_id).voided
    qtbot.keyClicks(question.reason.editor, "otro cliente")
    qtbot.keyClick(question.reason.editor, Qt.Key.Key_Return)
    assert shop.read(get_sale, done.sale_id).voided
    assert "anulada · AVX-00001-00000001" in toasts.toast.text
    assert "Anulada" in said(dialog)
    assert not dialog.void_button.isEnabled()
    assert not dialog.return_button.isEnabled()


def test_supr_erases_a_letter_of_the_search(qtbot, tickets, shop, alfajor, front):
    shop.write(sell, (alfajor, 1), cash=900_00)
    dialog = tickets()
    qtbot.keyClicks(dialog.search, "12")
    dialog.search.setCursorPosition(1)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Delete)
    assert dialog.search.text() == "1"
    assert front() is dialog


def test_a_sale_of_a_closed_session_says_why_it_is_not_voided(tickets, shop, front, alfajor):
    opened = shop.write(open_session, OpenRequest(new_request(), DRAWER, 0))
    done = shop.write(sell, (alfajor, 1), cash=900_00)
    shop.write(
        close_session, CloseRequest(new_request(), opened.session_id, CashCount(coins=900_00))
    )
    question = tickets().void()
    question.reason.editor.setText("se equivocó")
    question.confirm()
    assert "su turno ya cerró" in question.error.text()
    assert front() is question
    assert not shop.read(get_sale, done.sale_id).voided


def test_a_cashier_voids_with_an_administrators_pin(qtbot, tickets, shop, cashier, front, alfajor):
    done = shop.write(sell, (alfajor, 1), cash=900_00)
    shop.switch_user(cashier)
    dialog = tickets()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    front().reason.editor.setText("Se arrepintió")
    front().confirm()
    assert not shop.read(get_sale, done.sale_id).voided
    asked().reject()
    front().confirm()
    lend()
    assert shop.read(get_sale, done.sale_id).voided
    assert lent(shop) == ["Anular una venta"]
    assert front() is dialog


def test_ctrl_d_takes_goods_back_and_the_ticket_says_so(
    qtbot, tickets, shop, front, in_front, alfajor
):
    shop.write(sell, (alfajor, 2), cash=1_800_00)
    dialog = tickets()
    qtbot.keyClick(dialog.search, Qt.Key.Key_D, CONTROL)
    back = in_front(dialog)
    assert isinstance(back, ReturnDialog)
    qtbot.keyClicks(back.focusWidget(), "1")
    qtbot.keyClick(back.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(back.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(back.focusWidget(), "vencido")
    qtbot.keyClick(back.focusWidget(), Qt.Key.Key_Return)
    assert front() is dialog
    assert [row.number for row in dialog.rows.rows] == ["DX-00001-00000001", "TX-00001-00000001"]
    assert {"Devuelta en parte", "Devuelto: 1"} <= set(said(dialog))
    dialog.table.selectRow(0)
    assert not dialog.return_button.isEnabled()


def test_it_begins_with_this_turno_and_a_search_looks_among_all(qtbot, tickets, shop, alfajor):
    shop.write(sell, (alfajor, 1), cash=900_00)
    assert not tickets().scope.isVisible()
    shop.write(open_session, OpenRequest(new_request(), DRAWER, 900_00))
    shop.write(sell, (alfajor, 1), cash=900_00)
    dialog = tickets()
    assert dialog.scope.isVisible()
    assert numbers(dialog) == [2]
    dialog.scope.choose("all")
    assert numbers(dialog) == [2, 1]
    dialog.scope.choose("session")
    assert numbers(dialog) == [2]
    qtbot.keyClicks(dialog.search, "1")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert numbers(dialog) == [1]
    assert dialog.scope.value() == "all"
