import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import (
    RegisterKind,
    add_register,
    archive_register,
    list_registers,
)
from kioskifly_desktop.core.wallet import PaymentRequest, register_payment
from kioskifly_desktop.ui.registers.registers_page import RegistersPage
from kioskifly_desktop.ui.tickets.sale_dialog import SaleDialog
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE
from tests.factories import make_product, sell
from tests.lending import lend, lent


@pytest.fixture
def page(shop, toasts, window):
    result = RegistersPage(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.show()
    return result


def pay(shop, number, amount=100_00):
    client = shop.write(add_client, ClientRequest(name=f"Cliente {number}"))
    register = shop.read(list_registers)[0]
    request = PaymentRequest(
        request_id=f"00000000-0000-4000-8000-{number:012d}",
        client_id=client,
        amount=amount,
        register_id=register.id,
        method=PaymentMethod.CASH,
    )
    shop.write(register_payment, request)


def shown_names(page):
    return [row.name for row in page.list.rows.rows]


def test_it_shows_the_registers_and_what_to_expect_of_an_empty_one(page):
    assert shown_names(page) == ["Caja 1", "Banco", "Mercado Pago"]
    assert page.list.current().name == "Caja 1"
    assert page.balance.text() == "$\u00a00,00"
    assert page.rows_or_empty.currentIndex() == 1


def test_a_payment_appears_by_itself(page, shop):
    pay(shop, 1, 1_500_50)
    assert page.balance.text() == "$\u00a01.500,50"
    cells = [page.movements.index(0, column).data() for column in range(5)]
    assert cells[1].startswith("Pago de Cliente 1\nX-")
    assert cells[2:] == ["Administrador", "+$\u00a01.500,50", "$\u00a01.500,50"]
    assert page.rows_or_empty.currentIndex() == 0


def test_movements_are_newest_first_and_paged_by_posting(page, shop):
    for number in range(5):
        pay(shop, number, (number + 1) * 100)
    first = page._movements(None, 2)
    second = page._movements(first[-1], 2)
    assert [row.amount for row in (*first, *second)] == [500, 400, 300, 200]


def test_choosing_another_register_shows_its_own(page, shop, qtbot):
    pay(shop, 1)
    page.focus_main()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.name.text() == "Banco"
    assert page.movements.rowCount() == 0


def test_a_new_register_is_added_through_the_form(page, toasts, front):
    page.new_button.click()
    form = front()
    form.name.setText(" caja 1 ")
    form.accept_button.click()
    assert form.name_field.has_error()
    form.name.setText("Caja 2")
    form.kind.setCurrentIndex(form.kind.findData(RegisterKind.E_WALLET))
    form.accept_button.click()
    assert (shown_names(page)[-1], page.list.rows.rows[-1].kind) == ("Caja 2", "e_wallet")
    assert "Caja 2" in toasts.toast.text


def test_renaming(page, front):
    page.rename_button.click()
    form = front()
    assert form.name.text() == "Caja 1"
    form.name.setText("Mostrador")
    form.accept_button.click()
    assert page.name.text() == "Mostrador"


def test_archiving_can_be_undone(page, toasts):
    page.archive_button.click()
    assert shown_names(page) == ["Banco", "Mercado Pago"]
    undo = next(action for action in toasts.toast.actions_shown if action.undo)
    toasts.toast.run(undo)
    assert "Caja 1" in shown_names(page)


def test_a_register_with_money_is_not_archived_and_says_why(page, shop, toasts):
    pay(shop, 1)
    page.archive_button.click()
    assert "Caja 1" in shown_names(page)
    assert "Caja 1" in toasts.toast.text


def test_archived_ones_are_apart_and_come_back(page, shop):
    extra = shop.write(add_register, "Vieja", RegisterKind.DRAWER)
    shop.write(archive_register, extra)
    page.filter.choose(True)
    assert shown_names(page) == ["Vieja"]
    page.archive_button.click()
    assert shown_names(page) == []
    assert page.detail.currentIndex() == 1


def test_a_movement_of_a_sale_opens_to_its_lines(qtbot, page, shop, front):
    alfajor = shop.write(make_product, "Alfajor", price=900_00, tracks_stock=False)
    shop.write(sell, (alfajor, 2), cash=1_800_00)
    page.table.setCurrentIndex(page.movements.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    opened = front()
    assert isinstance(opened, SaleDialog)
    assert "Alfajor" in [each.text() for each in opened.lines.findChildren(QLabel)]
    with qtbot.waitSignal(opened.destroyed):
        qtbot.keyClick(opened, Qt.Key.Key_Escape)


def test_a_cashier_changes_registers_with_an_administrators_pin(page, shop, cashier, front):
    shop.switch_user(cashier)
    page.rename()
    front().name.setText("Mostrador")
    front().save()
    lend()
    assert page.list.current().name == "Mostrador"
    page.add()
    front().name.setText("Caja 9")
    front().save()
    lend()
    assert "Caja 9" in [row.name for row in shop.read(list_registers)]
    assert lent(shop) == ["Agregar y archivar cajas"] * 2


def test_a_reader_hears_name_kind_and_balance(page):
    index = page.list.rows.index(1, 0)
    assert index.data(ROW_ROLE).name == "Banco"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Banco, Banco, $\u00a00,00"
