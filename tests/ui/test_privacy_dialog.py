import json
import sqlite3
from contextlib import closing

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLabel

from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.contact import MessageKind, MessageRequest, record_message
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.privacy.anonymise_dialog import AnonymiseDialog
from kioskifly_desktop.ui.privacy.file_dialog import PersonalDataDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import adjust, make_client, new_request

NAME, PHONE = "Zulema Ñandú", "0351 15 455-0917"


@pytest.fixture
def zulema(shop):
    number = shop.write(make_client, NAME, phone=PHONE, notes="Viene\nlos viernes")
    shop.write(adjust, number, 50_00)
    shop.write(adjust, number, -50_00)
    hello = f"Hola {NAME}"
    message = MessageRequest(new_request(), number, MessageKind.STATEMENT, hello, insist=True)
    shop.write(record_message, message)
    return number


@pytest.fixture
def dialog(shop, zulema, toasts, window, qtbot):
    result = PersonalDataDialog(shop, zulema, toasts, window)
    result.open()
    return result


@pytest.fixture
def question(dialog, front):
    dialog.forget()
    result = front()
    assert isinstance(result, AnonymiseDialog)
    return result


def test_it_shows_what_is_held(dialog):
    words = {each.text() for each in dialog.findChildren(QLabel)}
    assert words >= {NAME, PHONE, "Teléfono", "Viene\nlos viernes", "Consumidor Final"}
    assert "E-mail" not in words, "what there isn't is not there"
    assert dialog.more.text() == ("Además hay: 2 movimientos, 1 mensaje, 2 líneas de la actividad.")


def test_a_client_of_whom_there_is_only_the_card(shop, toasts, window, qtbot):
    dialog = PersonalDataDialog(shop, shop.write(make_client), toasts, window)
    assert dialog.more.text() == "No hay nada más."


@pytest.mark.parametrize("suffix", [".pdf", ".json"])
def test_a_copy_to_hand_over(dialog, shop, zulema, toasts, qtbot, tmp_path, suffix):
    path = tmp_path / f"datos{suffix}"
    dialog.save(path)
    qtbot.waitUntil(lambda: toasts.toast is not None)
    assert toasts.toast.text == f"datos{suffix} guardado."
    if suffix == ".json":
        held = json.loads(path.read_text("utf-8"))
        assert (held["client"]["name"], held["client"]["phone"]) == (NAME, PHONE)
        assert [each["amount"] for each in held["movements"]] == [50_00, -50_00]
    else:
        text = "".join(page.extract_text() for page in PdfReader(path).pages)
        assert NAME in text
        assert f"Hola {NAME}" in text
    newest = shop.read(events, AuditQuery(), limit=1)[0]
    assert (newest.kind, newest.subject) == (AuditKind.EXPORT, NAME)
    assert newest.detail == f"Datos personales · datos{suffix}"


def test_a_copy_that_cannot_be_written_says_why(dialog, shop, qtbot, tmp_path):
    before = shop.read(events, AuditQuery())
    dialog.save(tmp_path / "no" / "datos.json")
    qtbot.waitUntil(dialog.error.isVisible)
    assert "no existe" in dialog.error.words.text()
    assert dialog.save_button.isEnabled()
    assert shop.read(events, AuditQuery()) == before


def test_the_name_and_a_reason_are_asked_before(question, shop, zulema):
    question.typed.setText("Zulma")
    question.why.setText("Lo pidió")
    question.forget()
    assert question.name_field.message.text() == f"Escribilo igual que acá: {NAME}"
    question.typed.setText(NAME)
    assert not question.name_field.has_error()
    question.why.clear()
    question.forget()
    assert question.reason_field.has_error()
    assert shop.read(get_client, zulema).name == NAME
    question.reject()
    assert shop.read(get_client, zulema).name == NAME


def test_nobody_is_left_in_the_shop_nor_in_its_file(question, dialog, shop, zulema, toasts, qtbot):
    question.typed.setText("zulema nandu")  # as one types
    question.why.setText("Lo pidió por escrito")
    question.forget()
    alias = f"Cliente anónimo n.º {zulema}"
    assert shop.read(get_client, zulema).name == alias
    assert toasts.toast.text == f"Ahora es {alias}."
    assert not question.isVisible()
    assert not dialog.isVisible()

    def clean():
        files = shop.database.path.parent.glob("shop.db*")
        held = b"".join(path.read_bytes() for path in files)
        return NAME.encode() not in held and PHONE.encode() not in held

    qtbot.waitUntil(clean)
    with closing(sqlite3.connect(shop.database.path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_who_owes_stays_and_it_says_so(question, shop, zulema, dialog):
    shop.write(adjust, zulema, 10_00)
    question.typed.setText(NAME)
    question.why.setText("Lo pidió")
    question.forget()
    assert question.isVisible()
    assert f"Todavía no se puede anonimizar a {NAME}: debe" in question.error.words.text()
    assert shop.read(get_client, zulema).name == NAME


def test_it_is_opened_from_the_list_and_from_the_wallet(
    shop, zulema, toasts, window, qtbot, front, cashier
):
    page = ClientsPage(shop, toasts)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    row = page.table.current()
    assert row is not None
    assert "Datos personales…" in _words(page.table.menu_of(row))
    page.table.file_wanted.emit(row)
    assert isinstance(front(), PersonalDataDialog)
    front().reject()

    wallet = WalletDialog(shop, zulema, toasts, window)
    wallet.open()
    assert "Datos personales…" in _words(wallet.more_button.menu())
    wallet.show_file()
    opened = front()
    assert isinstance(opened, PersonalDataDialog)
    opened.reject()
    wallet.reject()

    shop.switch_user(cashier)
    page.refresh()
    assert "Datos personales…" not in _words(page.table.menu_of(row))
    page.table.file_wanted.emit(row)
    assert "Exportar o borrar los datos personales" in toasts.toast.text


def _words(menu):
    return [action.text() for action in menu.actions()]
