import pytest
from PySide6.QtCore import Qt

from kioskifly_desktop.core.clients import (
    ClientRequest,
    add_client,
    consent_history,
    get_client,
)
from kioskifly_desktop.core.fiscal import DocumentType, FiscalCondition
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.widgets.dialog import Question


@pytest.fixture
def form(qtbot, shop, toasts, window):
    result = ClientForm(shop, toasts, window)
    result.open()
    qtbot.waitExposed(result)
    return result


def message(form, name):
    return form.fields[name].message.text()


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))


def saved(qtbot, form):
    with qtbot.waitSignal(form.saved) as signal:
        form.save()
    return signal.args[0]


def types(form):
    return [form.document_type.itemData(n) for n in range(form.document_type.count())]


def test_it_starts_as_a_final_consumer_with_dni(form):
    assert form.condition.currentData() == FiscalCondition.FINAL_CONSUMER
    assert form.document_type.currentData() == DocumentType.DNI


def test_the_documents_are_those_the_condition_takes(form):
    choose(form.condition, FiscalCondition.MONOTRIBUTO)
    assert types(form) == [DocumentType.CUIT]
    choose(form.condition, FiscalCondition.FINAL_CONSUMER)
    assert DocumentType.NONE in types(form)
    assert form.document_type.currentData() == DocumentType.CUIT
    choose(form.document_type, DocumentType.NONE)
    assert not form.document_number.isEnabled()


@pytest.mark.parametrize(
    ("kind", "typed", "said", "bad"),
    [
        (DocumentType.DNI, "20.123.456", "DNI 20.123.456", False),
        (DocumentType.DNI, "123", "Ese DNI no es válido: el DNI lleva 7 u 8 dígitos", True),
        (DocumentType.CUIT, "20-12345678-9", "el último dígito no coincide", True),
        (DocumentType.DNI, "11111111", "Ese número suele usarse de relleno.", False),
    ],
)
def test_the_number_is_judged_once_typing_settles(qtbot, form, kind, typed, said, bad):
    choose(form.document_type, kind)
    qtbot.keyClicks(form.document_number, typed)
    qtbot.waitUntil(lambda: said in message(form, "document_number"))
    assert form.fields["document_number"].has_error() == bad


def test_all_it_says_is_written(qtbot, shop, form):
    form.name.setText("  Norma   Quiroga ")
    choose(form.condition, FiscalCondition.FINAL_CONSUMER)
    form.document_number.setText("12.345.678")
    form.birthday.setText("5/3/1980")
    form.phone.setText("11 5531-7729")
    form.email.setText("norma@example.com")
    form.address.setText("Av. Peñaloza 1234")
    choose(form.method, PaymentMethod.TRANSFER)
    form.debt_limit.setText("30.000")
    form.notes.setPlainText("Paga los viernes.\nVecina.")
    client = shop.read(get_client, saved(qtbot, form))
    assert (client.name, client.document_number) == ("Norma Quiroga", "12345678")
    assert (f"{client.birthday:%Y-%m-%d}", client.debt_limit) == ("1980-03-05", 3_000_000)
    assert (client.preferred_method, client.notes) == (
        PaymentMethod.TRANSFER,
        "Paga los viernes.\nVecina.",
    )
    assert (client.phone, client.email) == ("11 5531-7729", "norma@example.com")


def test_without_a_number_nobody_is_identified(qtbot, shop, form):
    form.name.setText("Julián")
    client = shop.read(get_client, saved(qtbot, form))
    assert (client.document_type, client.debt_limit) == (DocumentType.NONE, None)


@pytest.mark.parametrize(
    ("editor", "text", "field", "said"),
    [
        ("name", "", "name", "Escribí el nombre."),
        ("document_number", "123", "document_number", "Ese DNI no es válido"),
        ("birthday", "31/02/1980", "birthday", "No entiendo esa fecha."),
        ("birthday", "31/12/2999", "birthday", "no puede ser futura"),
        ("phone", "12", "phone", "teléfono"),
        ("email", "norma@", "email", "mail"),
        ("debt_limit", "1.50.0", "debt_limit", "No entiendo ese monto."),
        ("credit_days", "mes", "credit_days", "El plazo va de 0 a 3650 días."),
        ("credit_days", "3651", "credit_days", "El plazo va de 0 a 3650 días."),
        ("discount", "100,01", "discount", "El descuento va de 0 a 100 %."),
        ("discount", "diez", "discount", "El descuento va de 0 a 100 %."),
    ],
)
def test_what_is_wrong_is_said_under_its_field(shop, form, editor, text, field, said):
    form.name.setText("Norma")
    getattr(form, editor).setText(text)
    form.save()
    assert form.isVisible()
    assert [name for name, each in form.fields.items() if each.has_error()] == [field]
    assert said in message(form, field)
    assert getattr(form, editor).hasFocus()


def test_saved_once_more_it_changes_the_client_it_added(qtbot, shop, form):
    form.name.setText("Zulma Paz")
    with qtbot.waitSignal(form.saved) as added:
        form.save()
    form.name.setText("Zulma Paz de Ruiz")
    with qtbot.waitSignal(form.saved) as changed:
        form.save()
    assert added.args == changed.args
    assert shop.read(get_client, changed.args[0]).name == "Zulma Paz de Ruiz"


def test_enter_saves_from_a_line_and_once(qtbot, shop, form):
    form.name.setText("Norma")
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(form.phone, Qt.Key.Key_Return)


def test_esc_closes_at_once_if_nothing_changed(qtbot, form, front):
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: front() is None)


def test_esc_asks_before_losing_what_was_typed(qtbot, form, front):
    form.name.setText("Norma")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    question = front()
    assert isinstance(question, Question)
    question.reject()
    assert form.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    with qtbot.waitSignal(form.destroyed):
        front().confirm()


def test_editing_starts_from_what_is_known_and_changes_it(qtbot, shop, toasts, window):
    request = ClientRequest(
        "Norma",
        condition=6,
        document_type=80,
        document_number="27123456780",
        debt_limit=5_000_000,
        notes="Vecina",
        preferred_method=PaymentMethod.QR,
    )
    client_id = shop.write(add_client, request)
    before = shop.read(get_client, client_id)
    form = ClientForm(shop, toasts, window, client_id)
    form.open()
    assert (form.condition.currentData(), form.debt_limit.text()) == (6, "50.000,00")
    assert message(form, "document_number") == "CUIT 27-12345678-0"
    assert saved(qtbot, form) == client_id
    assert shop.read(get_client, client_id) == before


def test_an_edit_reaches_the_file(qtbot, shop, toasts, window):
    client_id = shop.write(add_client, ClientRequest("Norma", debt_limit=100))
    form = ClientForm(shop, toasts, window, client_id)
    form.open()
    form.name.setText("Norma Quiroga")
    form.debt_limit.clear()
    saved(qtbot, form)
    after = shop.read(get_client, client_id)
    assert (after.name, after.debt_limit) == ("Norma Quiroga", None)


def test_the_terms_of_the_account_reach_the_file_and_return(qtbot, shop, form, toasts, window):
    form.name.setText("Norma")
    form.account_enabled.setChecked(False)
    form.discount.setText("12,5 %")
    client_id = saved(qtbot, form)
    client = shop.read(get_client, client_id)
    assert (client.account_enabled, client.credit_days, client.discount) == (False, None, 1250)
    again = ClientForm(shop, toasts, window, client_id)
    again.open()
    assert (again.account_enabled.isChecked(), again.discount.text()) == (False, "12,5")
    again.account_enabled.setChecked(True)
    again.credit_days.setText("30")
    again.discount.clear()
    saved(qtbot, again)
    client = shop.read(get_client, client_id)
    assert (client.account_enabled, client.credit_days, client.discount) == (True, 30, 0)


def test_only_who_has_an_account_has_a_limit_and_a_term(form):
    assert form.debt_limit.isEnabled()
    form.account_enabled.setChecked(False)
    assert not form.debt_limit.isEnabled()
    assert not form.credit_days.isEnabled()
    assert form.discount.isEnabled()


def test_tab_walks_through_the_terms_in_the_order_they_are_read(qtbot, form):
    form.address.setFocus()
    walked = []
    for _ in range(7):
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        walked.append(form.focusWidget())
    assert walked == [
        *(
            form.accepts_messages,
            form.account_enabled,
            form.debt_limit,
            form.credit_days,
            form.discount,
        ),
        *(form.method, form.notes),
    ]


def test_a_new_client_takes_messages_and_nothing_is_noted_of_it(qtbot, shop, form):
    form.name.setText("Norma")
    client_id = saved(qtbot, form)
    assert shop.read(get_client, client_id).accepts_messages
    assert shop.read(consent_history, client_id) == []


def test_who_asks_for_no_messages_is_noted_with_who_wrote_it(qtbot, shop, cashier, form):
    shop.switch_user(cashier)
    form.name.setText("Norma")
    form.accepts_messages.click()
    client_id = saved(qtbot, form)
    assert not shop.read(get_client, client_id).accepts_messages
    assert said_of_messages(shop, client_id) == [(cashier.name, False)]


def test_an_edit_of_who_refused_keeps_it_and_notes_nothing(qtbot, shop, toasts, window):
    client_id = shop.write(add_client, ClientRequest("Norma", accepts_messages=False))
    noted = shop.read(consent_history, client_id)
    assert len(noted) == 1
    form = ClientForm(shop, toasts, window, client_id)
    form.open()
    assert not form.accepts_messages.isChecked()
    form.phone.setText("351 455-0917")
    saved(qtbot, form)
    assert not shop.read(get_client, client_id).accepts_messages
    assert shop.read(consent_history, client_id) == noted


def test_a_change_of_mind_is_noted_each_time(qtbot, shop, toasts, window):
    client_id = shop.write(add_client, ClientRequest("Norma"))
    for accepts in (False, True):
        form = ClientForm(shop, toasts, window, client_id)
        form.open()
        form.accepts_messages.click()
        saved(qtbot, form)
        assert shop.read(get_client, client_id).accepts_messages is accepts
    assert said_of_messages(shop, client_id) == [(shop.user.name, True), (shop.user.name, False)]


def test_a_refusal_not_saved_is_asked_about(qtbot, form, front):
    form.accepts_messages.click()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert isinstance(front(), Question)
    with qtbot.waitSignal(form.destroyed):
        front().confirm()


def said_of_messages(shop, client_id):
    return [(row.user, row.accepts) for row in shop.read(consent_history, client_id)]


def test_a_changed_term_is_asked_about_before_it_is_lost(qtbot, form, front):
    form.account_enabled.toggle()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert isinstance(front(), Question)
    with qtbot.waitSignal(form.destroyed):
        front().confirm()
