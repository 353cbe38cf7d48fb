"""Adding, finding, archiving and bringing clients back, in the real window."""

import pytest
from PySide6.QtCore import Qt

from kioskifly_desktop.core.clients import ClientFilter, archive_client, get_client
from kioskifly_desktop.core.errors import ClientNotFoundError
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.widgets.dialog import Question

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(main):
    return main.show_page(keys.CLIENTS)


def find(qtbot, page, words):
    page.search.setFocus()
    page.search.clear()
    qtbot.keyClicks(page.search, words)
    page.search.search()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    return page.table.current()


def names(page):
    return [row.name for row in page.model.rows]


def test_ctrl_n_adds_a_client_and_chooses_it(qtbot, page, front):
    qtbot.keyClick(page.search, Qt.Key.Key_N, CONTROL)
    form = front()
    assert isinstance(form, ClientForm)
    qtbot.keyClicks(form.name, "Norma Quiroga")
    qtbot.keyClicks(form.document_number, "12.345.678")
    qtbot.keyClick(form.document_number, Qt.Key.Key_Return)
    assert names(page) == ["Julián Sosa", "Marta Benítez", "Norma Quiroga"]
    chosen = page.table.current()
    assert (chosen.name, chosen.document_number) == ("Norma Quiroga", "12345678")


def test_a_taken_document_names_its_owner_under_the_field(qtbot, page, front):
    page.add()
    form = front()
    qtbot.keyClicks(form.name, "Otra Marta")
    qtbot.keyClicks(form.document_number, "20123456")
    qtbot.keyClick(form.document_number, Qt.Key.Key_Return)
    assert form.isVisible()
    assert "ya es de Marta Benítez" in form.fields["document_number"].message.text()
    assert names(page) == ["Julián Sosa", "Marta Benítez"]
    form.done(0)


def test_a_client_without_movements_is_deleted_after_asking(qtbot, shop, page, julian, front):
    find(qtbot, page, "sosa")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    question = front()
    assert isinstance(question, Question)
    assert question.title.text() == "¿Eliminar a Julián Sosa?"
    question.confirm()
    with pytest.raises(ClientNotFoundError):
        shop.read(get_client, julian)


def test_one_with_movements_is_offered_to_be_archived(qtbot, shop, page, marta, front):
    find(qtbot, page, "marta")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    question = front()
    assert question.title.text() == "¿Archivar a Marta Benítez?"
    question.confirm()
    assert "tiene saldo" in question.error.text()
    question.reject()
    assert not shop.read(get_client, marta).archived

    page.open_wallet(page.table.current())
    wallet = front()
    wallet.payment.all_button.click()
    wallet.payment.submit()
    wallet.close()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    front().confirm()
    assert shop.read(get_client, marta).archived
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert not shop.read(get_client, marta).archived


def test_an_archived_client_takes_no_payment_and_comes_back(qtbot, shop, page, julian, front):
    shop.write(archive_client, julian)
    page.search.clear()
    page.filter.choose(ClientFilter.ARCHIVED)
    assert names(page) == ["Julián Sosa"]
    page.open_wallet(page.table.current())
    wallet = front()
    assert wallet.archived.isVisible()
    assert not wallet.payment.isEnabled()
    wallet.close()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert not shop.read(get_client, julian).archived


def test_editing_over_the_wallet_changes_its_title(qtbot, page, marta, front):
    page.open_wallet(find(qtbot, page, "marta"))
    wallet = front()
    wallet.edit_wanted.emit(marta)
    form = front()
    assert isinstance(form, ClientForm)
    form.name.setText("Marta Benítez de Luna")
    form.save()
    assert wallet.title.text() == "Marta Benítez de Luna"
    wallet.close()
