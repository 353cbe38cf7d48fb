import pytest
from PySide6.QtWidgets import QPushButton

from kioskifly_desktop.core.contact import Tone, reminder_text
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.printers import Printer, Transport, list_printers
from kioskifly_desktop.core.settings import get_preference, shop_profile
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.core.wallet import statement
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.tokens import DARK
from tests.factories import add_debt, make_client, pay

PARTS = {
    "192.168.0.50:9100": (Transport.TCP, ("192.168.0.50", "9100")),
    "04b8:0e15": (Transport.USB, ("04b8:0e15",)),
    "/dev/ttyUSB0@19200": (Transport.SERIAL, ("/dev/ttyUSB0", "19200")),
    "/tmp/papel.bin": (Transport.FILE, ("/tmp/papel.bin",)),
}


@pytest.fixture
def page(shop, toasts, window):
    result = SettingsPage(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.show()
    return result


def press(page, name):
    button = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)
    button.click()


def test_the_shop_is_saved_and_said(page, shop, toasts):
    page.profile.form.line("name").setText("Kiosco Ñandú")
    page.profile.form.line("cuit").setText("27-12345678-0")
    page.profile.save()
    assert shop.read(shop_profile).name == "Kiosco Ñandú"
    assert shop.read(shop_profile).cuit == "27-12345678-0"
    assert toasts.toast is not None


def test_the_alias_is_told_in_a_reminder_and_printed_on_no_paper(page, shop):
    client_id = shop.write(make_client, "Marta Benítez")
    shop.write(add_debt, client_id, 1_000_00)
    assert "alias" not in shop.read(reminder_text, client_id, Tone.SHORT)
    page.profile.form.line("payment_alias").setText("kiosco.sol.mp")
    page.profile.save()
    assert shop.read(shop_profile).payment_alias == "kiosco.sol.mp"
    for tone in Tone:
        assert "kiosco.sol.mp" in shop.read(reminder_text, client_id, tone)
    receipt = shop.write(pay, client_id, 100_00).voucher_id
    for paper in (shop.read(voucher_document, receipt), shop.read(statement, client_id)):
        assert "Mi kiosco" in str(paper)
        assert "kiosco.sol" not in str(paper)


def test_a_shop_without_a_name_says_so_under_the_field(page, shop):
    page.profile.form.line("name").setText("  ")
    page.profile.save()
    assert page.profile.fields["name"].has_error()
    assert shop.read(shop_profile).name == "Mi kiosco"


def test_what_is_being_typed_survives_news(page, shop):
    page.profile.form.line("address").setText("Av. Siempre Viva")
    shop.changed.emit()
    assert page.profile.form.line("address").text() == "Av. Siempre Viva"


def test_a_cashier_sees_why_it_is_closed(page, shop, cashier):
    shop.switch_user(cashier)
    assert not page.profile.notice.isHidden()
    assert not page.profile.form.line("name").isEnabled()
    assert page.printers.add_button.isHidden()


def fill(dialog, transport, *texts):
    dialog.transport.setCurrentIndex(dialog.transport.findData(transport))
    for part, text in zip(dialog.addresses.parts[transport], texts, strict=True):
        if hasattr(part, "setCurrentText"):
            part.setCurrentText(text)
        else:
            part.setText(text)


@pytest.mark.parametrize("address", PARTS)
def test_a_printer_is_added_and_opens_as_it_was(page, shop, address, front):
    transport, texts = PARTS[address]
    page.printers.add_button.click()
    dialog = front()
    dialog.name.setText("Ticketera")
    fill(dialog, transport, *texts)
    dialog.columns.setCurrentIndex(dialog.columns.findData(32))
    dialog.has_cutter.setChecked(False)
    dialog.native_qr.setChecked(False)
    dialog.save_button.click()
    (saved,) = shop.read(list_printers)
    assert saved == Printer(saved.id, "Ticketera", transport, address, columns=32, has_cutter=False)
    page.printers.edit(saved)
    again = front()
    assert again._record() == saved
    again.reject()


def test_an_address_that_reaches_nothing_is_said_under_it(page, shop, front):
    page.printers.add_button.click()
    dialog = front()
    dialog.name.setText("Ticketera")
    fill(dialog, Transport.USB, "zzzz:1")
    dialog.save_button.click()
    assert dialog.addresses.fields[Transport.USB].has_error()
    assert dialog.isVisible()
    assert shop.read(list_printers) == []
    dialog.reject()


def test_the_code_page_suggests_its_number(page, front):
    page.printers.add_button.click()
    dialog = front()
    dialog.code_page.setCurrentIndex(dialog.code_page.findData("cp850"))
    assert dialog.code_page_number.text() == "2"
    dialog.reject()


@pytest.mark.usefixtures("printer")
def test_the_test_page_is_queued(page, shop):
    page.show_printers()
    press(page, "Página de prueba")
    (job,) = shop.read(waiting_jobs)
    assert job.printer == "Ticketera"


@pytest.mark.usefixtures("printer")
def test_a_printer_is_removed_after_asking(page, shop, front):
    (record,) = shop.read(list_printers)
    page.printers.remove(record)
    front().yes.click()
    assert shop.read(list_printers) == []


def test_the_look_changes_at_once_and_is_remembered(page, shop):
    page.look.choice.choose(Look.DARK)
    assert theme.tokens is DARK
    assert shop.read(get_preference, "look", "") == "dark"
