"""A shift at the drawer by keyboard alone: open, three payments, money out, a close that lacks."""

import pytest

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sessions import (
    Tally,
    current_session,
    list_sessions,
    session_report,
)
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.sessions.cash_dialogs import PayOutDialog, TransferDialog
from kioskifly_desktop.ui.sessions.close_dialog import CloseSessionDialog
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import BANK, DRAWER, adjust, make_client
from tests.fakes.hands import ALT, CONTROL, Hands, Key

NBSP = "\u00a0"


@pytest.fixture
def program(qtbot, tmp_path):
    program = Program(tmp_path / "shop")
    qtbot.addWidget(program.window)
    program.window.show()
    yield program
    program.close()


@pytest.fixture
def shop(program):
    shop = program.shop
    shop.write(adjust, shop.write(make_client, "Marta Benítez"), 10_000_00)
    return shop


@pytest.fixture
def hands(qtbot, program, shop):
    return Hands(qtbot, program.window)


def go_to(program, hands, page_id):
    """Go to a page by the digit on its rail button."""
    digit = keys.sequence(f"page.{page_id}").toString()[-1]
    hands.key(Key(ord(digit)), ALT)
    return program.window.page


def test_a_shift_by_keyboard_alone(program, shop, hands):
    page = go_to(program, hands, keys.REGISTERS)
    hands.key(Key.Key_T, CONTROL)
    hands.front(OpenSessionDialog)
    hands.type("20000\r")
    hands.back_at(page.list)
    session = shop.read(current_session, DRAWER).id

    clients = go_to(program, hands, keys.CLIENTS)
    hands.type("marta\r")
    wallet = hands.front(WalletDialog)
    assert not wallet.payment.closed.isVisible()
    for amount in ("1000", "2500,50", "499,50"):
        hands.type(f"{amount}\r")
    hands.key(Key.Key_Escape)
    hands.back_at(clients.table)
    assert shop.read(get_client, 1).balance == 6_000_00

    page = go_to(program, hands, keys.REGISTERS)
    hands.key(Key.Key_R, CONTROL)
    hands.front(PayOutDialog)
    hands.type("3500\r\rpago al sodero\r")
    hands.back_at(page.list)
    hands.key(Key.Key_M, CONTROL)
    hands.front(TransferDialog)
    hands.type("15000\r\rrecaudación\r")
    hands.back_at(page.list)
    assert shop.read(session_report, session).expected == 5_500_00
    hands.key(Key.Key_P, CONTROL)
    assert hands.front(PreviewDialog).windowTitle() == "Informe X"
    hands.key(Key.Key_Escape)
    hands.back_at(page.list)

    hands.key(Key.Key_T, CONTROL)
    dialog = hands.front(CloseSessionDialog)
    assert dialog.report.payments_on_account == Tally(3, 4_000_00)
    hands.type("\r\r2\r1\r")  # none of 20.000 nor 10.000, two of 2.000 and one of 1.000
    hands.key(Key.Key_Down)  # none of 500
    hands.type("2\r\r\r\r\r50\r")  # two of 200, and the coins
    assert dialog.difference.text() == f"Faltan ${NBSP}50,00"
    hands.type("vuelto mal dado\r")
    assert dialog.save_button.hasFocus()
    hands.type("\r")
    hands.back_at(page.list)

    (closed,) = shop.read(list_sessions, DRAWER)
    assert (closed.expected, closed.counted, closed.over_short) == (5_500_00, 5_450_00, -50_00)
    assert shop.read(get_register, DRAWER).balance == 5_450_00
    assert shop.read(get_register, BANK).balance == 15_000_00
    assert page.state.text() == "Cerrada"
    assert "Faltan" in program.window.toasts.toast.text
    paper = repr(shop.read(voucher_document, closed.voucher_id))
    for said in ("pago al sodero", "recaudación", "vuelto mal dado", "FALTANTE"):
        assert said in paper
    assert shop.read(check) == []


@pytest.mark.usefixtures("finger_left_on_enter")
def test_a_finger_left_on_enter_does_each_thing_once(program, shop, hands):
    test_a_shift_by_keyboard_alone(program, shop, hands)
