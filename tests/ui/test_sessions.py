"""A drawer opened, counted and closed, and money moved by hand, through the screens."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    OpenRequest,
    close_session,
    current_session,
    list_categories,
    list_sessions,
    open_session,
)
from kioskifly_desktop.core.settings import set_preference
from kioskifly_desktop.ui.registers.registers_page import RegistersPage
from kioskifly_desktop.ui.sessions.cash_dialogs import PayOutDialog, TransferDialog
from kioskifly_desktop.ui.sessions.close_dialog import CloseSessionDialog
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.sessions.words import BLIND_PREFERENCE, YES
from tests.factories import BANK, DRAWER
from tests.fakes.keyboard import type_text

NBSP = "\u00a0"


def pesos(figure):
    return f"${NBSP}{figure}"


def start(shop, opening_float=20_000_00):
    return shop.write(open_session, OpenRequest(uuid4().hex, DRAWER, opening_float)).session_id


def finish(shop, session, counted):
    shop.write(close_session, CloseRequest(uuid4().hex, session, CashCount(coins=counted)))


@pytest.fixture
def page(shop, toasts, window):
    result = RegistersPage(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.show()
    window.activateWindow()
    result.focus_main()
    return result


@pytest.fixture
def opened(shop):
    """The drawer's session, open with $ 20.000,00."""
    return start(shop)


@pytest.fixture
def closing(opened, page, front):
    page.bar.toggle()
    dialog = front()
    assert isinstance(dialog, CloseSessionDialog)
    return dialog


@pytest.fixture
def blind(shop):
    shop.write(set_preference, BLIND_PREFERENCE, YES)


def words_in(widget):
    shown = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    return "\n".join(shown)


def held(shop, register=DRAWER):
    return shop.read(get_register, register).balance


def test_a_drawer_is_opened_from_its_key(qtbot, page, shop, toasts, front):
    assert page.state.text() == "Cerrada"
    qtbot.keyClick(page.list, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = front()
    assert isinstance(dialog, OpenSessionDialog)
    assert dialog.amount.text() == ""
    type_text("20000\r", into=dialog.amount)
    assert shop.read(current_session, DRAWER).opening_float == 20_000_00
    assert toasts.toast.text == f"Caja 1 abierta con {pesos('20.000,00')}."
    assert page.state.text().startswith("Abierta desde las ")
    assert page.state.text().endswith("· Administrador")
    assert page.bar.toggle_button.text().strip() == "Cerrar caja"


@pytest.mark.parametrize("typed", ["", "-5", "hola"])
def test_a_float_that_is_no_amount_opens_nothing(page, shop, front, typed):
    page.bar.toggle()
    dialog = front()
    dialog.amount.setText(typed)
    dialog.save()
    assert dialog.amount_field.has_error()
    assert dialog.isVisible()
    assert shop.read(current_session, DRAWER) is None
    dialog.reject()


def test_a_float_may_be_nothing(page, shop, front):
    page.bar.toggle()
    type_text("0\r", into=front().amount)
    assert shop.read(current_session, DRAWER).opening_float == 0


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", f"Tendría que haber {pesos('500,00')}."),
        ("500", "Coincide con lo que tendría que haber."),
        (
            "400",
            f"Faltan {pesos('100,00')}: tendría que haber {pesos('500,00')}. Queda anotado.",
        ),
        (
            "600",
            f"Sobran {pesos('100,00')}: tendría que haber {pesos('500,00')}. Queda anotado.",
        ),
    ],
)
def test_an_opening_says_how_the_float_stands(page, shop, front, typed, words):
    finish(shop, start(shop, 500_00), 500_00)
    page.bar.toggle()
    front().amount.setText(typed)
    assert front().amount_field.message.text() == words


def test_the_first_float_of_a_drawer_agrees_with_anything(page, toasts, front):
    page.bar.toggle()
    front().amount.setText("600")
    assert front().amount_field.message.text() == ""
    front().save()
    assert "Sobran" not in toasts.toast.text


@pytest.mark.usefixtures("blind")
def test_blind_the_float_is_not_compared(page, shop, cashier, toasts, front):
    finish(shop, start(shop, 500_00), 500_00)
    shop.switch_user(cashier)
    page.bar.toggle()
    for typed in ("", "400"):
        front().amount.setText(typed)
        assert front().amount_field.message.text() == ""
    front().save()
    assert "Faltan" not in toasts.toast.text


def test_the_count_starts_from_nothing(closing):
    assert [line.text() for line in closing.grid.inputs()] == [""] * 11
    assert closing.grid.inputs()[0].hasFocus()
    assert closing.difference.text() == "Todavía no contaste."
    assert pesos("20.000,00") in words_in(closing)


@pytest.mark.parametrize(
    ("coins", "words", "button", "over_short"),
    [
        ("50,50", f"Faltan {pesos('949,50')}", f"Cerrar con {pesos('949,50')} de faltante", -94950),
        ("1500", f"Sobran {pesos('500,00')}", f"Cerrar con {pesos('500,00')} de sobrante", 50000),
        ("1000", "Coincide: la caja cierra justa.", "Cerrar caja", 0),
    ],
)
def test_a_close_says_the_difference_and_writes_it(
    closing, page, shop, toasts, opened, coins, words, button, over_short
):
    notes = closing.grid.notes
    notes[10_000_00].setText("1")
    notes[2_000_00].setText("4")
    notes[500_00].setText("2")
    closing.grid.coins.setText(coins)
    counted = 20_000_00 + over_short
    assert closing.total.text().replace(".", "") == f"{pesos(counted // 100)},{counted % 100:02}"
    assert closing.difference.text() == words
    assert closing.save_button.text().strip() == button
    closing.note.setText("cambio")
    closing.save_button.click()
    (row,) = shop.read(list_sessions, DRAWER)
    assert (row.id, row.counted, row.over_short) == (opened, counted, over_short)
    assert held(shop) == counted
    assert words.split(":")[0] in toasts.toast.text
    assert row.number in toasts.toast.text
    assert page.state.text() == "Cerrada"


def test_the_paper_of_a_close_is_shown_from_its_notice(closing, toasts, front):
    closing.grid.coins.setText("20000")
    closing.note.setText("sin novedad")
    closing.save()
    (printing, show) = toasts.toast.actions_shown
    assert (printing.words, show.words) == ("Imprimir", "Ver")
    toasts.toast.run(show)
    assert front().windowTitle() == "Cierre de caja"
    front().reject()


@pytest.mark.usefixtures("printer")
def test_a_close_prints_by_itself_where_there_is_a_printer(closing, shop, toasts):
    closing.grid.coins.setText("20000")
    closing.save()
    assert [action.words for action in toasts.toast.actions_shown] == ["Ver"]
    assert [job.title for job in shop.read(waiting_jobs)] == ["Cierre de caja CX-00001-00000001"]


def test_the_keys_go_down_the_column_and_back(qtbot, closing, shop):
    lines = closing.grid.inputs()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert lines[3].hasFocus()
    qtbot.keyClick(lines[3], Qt.Key.Key_Up)
    assert lines[2].hasFocus()
    for _ in lines[2:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert closing.note.hasFocus()
    qtbot.keyClick(closing.note, Qt.Key.Key_Return)
    assert closing.save_button.hasFocus()
    assert shop.read(current_session, DRAWER) is not None


def test_enter_held_down_closes_nothing(closing, shop):
    closing.grid.coins.setText("20000")
    closing.save_button.setFocus()
    held_down = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(closing.save_button, held_down)
    assert shop.read(current_session, DRAWER) is not None
    type_text("\r", into=closing.save_button)
    assert shop.read(current_session, DRAWER) is None


def test_nothing_counted_closes_nothing(closing, shop):
    closing.save()
    assert "escribí 0 en Monedas" in closing.error.text()
    assert closing.grid.inputs()[0].hasFocus()
    assert shop.read(current_session, DRAWER) is not None
    closing.grid.coins.setText("0")
    closing.save()
    assert held(shop) == 0


def test_a_code_is_no_number_of_notes(closing, shop):
    closing.grid.notes[2_000_00].setText("7790895000997")
    assert "demasiados billetes de $" in closing.error.text()
    assert closing.total.text() == "—"
    closing.save()
    assert closing.grid.notes[2_000_00].hasFocus()
    assert shop.read(current_session, DRAWER) is not None


def test_coins_that_are_no_amount_are_said(closing):
    closing.grid.coins.setText("1,2,3")
    assert closing.error.text().startswith("Monedas: No entiendo")
    assert closing.grid.bad_input() is closing.grid.coins


def test_a_session_closed_meanwhile_is_said(closing, shop, opened):
    finish(shop, opened, 20_000_00)
    closing.grid.coins.setText("20000")
    closing.save()
    assert "está cerrada" in closing.error.text()
    assert len(shop.read(list_sessions, DRAWER)) == 1


@pytest.mark.parametrize(
    ("parked", "words"),
    [
        (1, "Hay 1 venta en espera: queda guardada para el próximo turno."),
        (2, "Hay 2 ventas en espera: quedan guardadas para el próximo turno."),
    ],
)
def test_sales_put_aside_are_told_and_stop_nothing(
    page, shop, toasts, front, opened, parked, words
):
    (session,) = shop.read(list_sessions, DRAWER)
    CloseSessionDialog(shop, toasts, page.bar._papers, page, session, parked=parked).open()
    assert words in words_in(front())
    front().grid.coins.setText("1")
    front().save()
    assert shop.read(current_session, DRAWER) is None


def test_without_sales_put_aside_nothing_is_told(closing):
    assert "en espera" not in words_in(closing)


@pytest.mark.usefixtures("blind", "opened")
def test_blind_nothing_tells_what_there_should_be(page, shop, cashier, toasts, front):
    shop.switch_user(cashier)
    assert page.balance.text() == "—"
    assert page.list.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("—")
    assert not page.bar.report_button.isVisible()
    page.bar.toggle()
    front().grid.coins.setText("300")
    said = words_in(front())
    assert "ciegas" in said
    assert pesos("300,00") in said
    assert "Faltan" not in said
    assert pesos("20.000,00") not in said
    assert front().save_button.text().strip() == "Cerrar caja"
    front().save()
    assert f"Faltan {pesos('19.700,00')}" in toasts.toast.text


@pytest.mark.usefixtures("blind")
def test_an_administrator_never_counts_blind(closing, page):
    closing.grid.coins.setText("300")
    assert "Faltan" in closing.difference.text()
    assert page.balance.text() == pesos("20.000,00")


@pytest.mark.usefixtures("opened")
def test_a_pay_out_asks_how_much_then_why(qtbot, page, shop, toasts, front):
    qtbot.keyClick(page.list, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    dialog = front()
    assert isinstance(dialog, PayOutDialog)
    assert dialog.amount_field.message.text() == f"En Caja 1 hay {pesos('20.000,00')}."
    type_text("3500", into=dialog.amount)
    assert dialog.amount_field.message.text() == f"En Caja 1 van a quedar {pesos('16.500,00')}."
    type_text("\r")
    assert dialog.category.hasFocus()
    assert dialog.category.currentText() == "Otros"
    type_text("s")
    assert dialog.category.currentText() == "Servicios"
    type_text("\r")
    assert dialog.reason.editor.hasFocus()
    assert held(shop) == 20_000_00
    type_text("\r")
    assert "motivo" in dialog.reason.message.text()
    type_text("sodero\r")
    assert held(shop) == 16_500_00
    assert toasts.toast.text == f"Salieron {pesos('3.500,00')} de Caja 1."
    assert page.movements.index(0, 1).data() == "Retiro: sodero"
    services = next(each for each in shop.read(list_categories) if each.name == "Servicios")
    spent = "SELECT balance FROM account WHERE id = ?"
    assert (
        shop.read(lambda work: work.db.exec_driver_sql(spent, (services.account_id,)).scalar())
        == 3_500_00
    )


@pytest.mark.usefixtures("opened")
def test_a_pay_in_adds_up(qtbot, page, shop, toasts, front):
    qtbot.keyClick(page.list, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = front()
    type_text("500\r", into=dialog.amount)
    type_text("cambio\r", into=dialog.reason.editor)
    assert held(shop) == 20_500_00
    assert toasts.toast.text == f"Entraron {pesos('500,00')} a Caja 1."


@pytest.mark.usefixtures("opened")
def test_a_transfer_goes_where_it_says(qtbot, page, shop, toasts, front):
    qtbot.keyClick(page.list, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    dialog = front()
    assert isinstance(dialog, TransferDialog)
    assert [dialog.target.itemText(n) for n in range(dialog.target.count())] == [
        "Banco",
        "Mercado Pago",
    ]
    type_text("15000\r", into=dialog.amount)
    assert dialog.target.hasFocus()
    qtbot.keyClick(dialog.target, Qt.Key.Key_Return)
    type_text("depósito\r", into=dialog.fields["note"].editor)
    assert (held(shop), held(shop, BANK)) == (5_000_00, 15_000_00)
    assert toasts.toast.text == f"Pasaron {pesos('15.000,00')} de Caja 1 a Banco."


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("act", ["pay_out", "transfer"])
def test_what_is_not_in_the_drawer_does_not_leave_it(page, shop, front, act):
    getattr(page.bar, act)()
    dialog = front()
    dialog.amount.setText("20000,01")
    assert dialog.amount_field.has_error()
    assert pesos("20.000,00") in dialog.amount_field.message.text()
    if act == "pay_out":
        dialog.reason.editor.setText("sodero")
    dialog.save()
    assert dialog.isVisible()
    assert f"En «Caja 1» hay {pesos('20.000,00')}" in dialog.amount_field.message.text()
    assert held(shop) == 20_000_00
    dialog.reject()


@pytest.mark.usefixtures("opened", "blind")
def test_blind_a_refusal_does_not_tell_what_there_is(page, shop, cashier, front):
    shop.switch_user(cashier)
    page.bar.pay_out()
    dialog = front()
    dialog.amount.setText("30000")
    assert dialog.amount_field.message.text() == ""
    dialog.reason.editor.setText("sodero")
    dialog.save()
    assert dialog.amount_field.message.text() == "En el cajón no hay tanta plata."
    assert held(shop) == 20_000_00
    dialog.reject()


def test_a_closed_drawer_is_opened_before_money_moves(qtbot, page, toasts, front):
    qtbot.keyClick(page.list, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert front() is None
    assert "está cerrada" in toasts.toast.text


def test_a_bank_has_no_turnos_and_its_money_moves(qtbot, page, shop, front):
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert not page.bar.toggle_button.isVisible()
    assert not page.state.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert front() is None
    page.bar.pay_out()
    front().amount.setText("700")
    assert not front().amount_field.has_error()
    assert pesos("0,00") in front().amount_field.message.text()
    front().reason.editor.setText("comisión")
    front().save()
    assert held(shop, BANK) == -700_00
