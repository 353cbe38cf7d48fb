"""Files in and out as a hurried owner uses them: with the keyboard, on a small screen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView

from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.contact import PromiseRequest, add_promise
from kioskifly_desktop.core.imports import ImportKind
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.exchange.duplicates_dialog import DuplicatesDialog
from kioskifly_desktop.ui.exchange.import_dialog import ImportDialog
from kioskifly_desktop.ui.exchange.notebook_dialog import NotebookDialog
from kioskifly_desktop.ui.today.today_page import TodayPage
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.adapters.test_nasty_files import REFUSED, WITH_REASONS, WITH_ROWS
from tests.factories import add_debt, make_client, pay

SMALL = (895, 496)
NASTY = {
    **{f"rows: {name}": data for name, (data, _) in WITH_ROWS.items()},
    **{f"reasons: {name}": data for name, (data, *_) in WITH_REASONS.items()},
    **{f"refused: {name}": data for name, (data, _) in REFUSED.items()},
}


@pytest.fixture
def bring(shop, toasts, window, qtbot, tmp_path):
    """Open the import on a file and wait until it is read."""

    def opened(data, kind=ImportKind.CLIENTS):
        path = tmp_path / "archivo.csv"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        dialog = ImportDialog(shop, kind, toasts, window)
        dialog.open()
        dialog.take(path)
        qtbot.waitUntil(lambda: not dialog.progress.isVisible())
        return dialog

    return opened


def balances(shop):
    return {row.name: row.balance for row in shop.read(list_clients, ClientQuery(), limit=-1)}


@pytest.mark.parametrize("kind", ImportKind)
def test_what_is_owed_and_what_it_costs_is_in_sight_on_a_small_screen(bring, qtbot, kind):
    dialog = bring("Nombre;Debe;Precio;Stock\nAna;1500;20;3\n;3;;\n", kind)
    dialog.resize(*SMALL)
    qtbot.wait(20)
    for which in ("ready", "problems"):
        dialog.plan_view.which.choose(which)
        table = dialog.plan_view.stack.currentWidget()
        right = table.mapTo(dialog, QPoint(table.width(), 0)).x()
        assert right <= dialog.width()
        header = table.horizontalHeader()
        assert sum(header.sectionSize(n) for n in range(header.count())) <= table.width()


def test_going_through_the_columns_by_keyboard_brings_nothing(bring, shop, qtbot):
    dialog = bring("Quién;Dato\nAna;10\nPía;20\n")
    dialog.activateWindow()
    choice = dialog.columns.choices[1]
    choice.setFocus()
    for _ in range(3):
        QTest.keyClick(choice, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: not dialog.progress.isVisible())
        assert QApplication.focusWidget() is choice
    assert choice.currentIndex() == 3
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert balances(shop) == {}


def test_a_file_without_a_name_puts_the_focus_where_it_is_chosen(bring):
    dialog = bring("Dato;Otro\n1;2\n3;4\n")
    assert QApplication.focusWidget() is dialog.columns.choices[0]
    assert not dialog.bring_button.isEnabled()


def test_one_is_one(bring):
    dialog = bring("Nombre;Debe\nAna;10\n")
    assert dialog.bring_button.text().strip() == "Traer 1 cliente"
    assert "1 fila " in dialog.about.text()


def test_a_long_reason_is_read_whole_without_a_mouse(bring):
    dialog = bring("Nombre;Teléfono\nAna;351 455-0917\nCarla;abc\nPía;de\n")
    dialog.plan_view.which.choose("problems")
    table = dialog.plan_view.stack.currentWidget()
    shown = dialog.plan_view.whole
    assert shown.text() == str(dialog.plan_view.problems.rows[0])
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert shown.text() == str(dialog.plan_view.problems.rows[1])
    assert shown.isVisible()
    dialog.plan_view.which.choose("ready")
    assert not shown.isVisible()


def test_a_title_keeps_its_signs(bring):
    dialog = bring("Nombre & apellido;Debe\nAna;10\n")
    assert "Nombre && apellido" in [each.text() for each in dialog.columns.findChildren(QLabel)]


def test_the_same_file_again_brings_nothing_and_says_why(bring, shop, toasts, qtbot):
    text = "Nombre;Debe\nAna;10\nPía;20\n"
    dialog = bring(text)
    dialog.bring()
    qtbot.waitUntil(lambda: toasts.toast is not None)
    again = bring(text)
    assert not again.bring_button.isEnabled()
    assert [problem.line for problem in again.plan_view.problems.rows] == [2, 3]
    assert again.plan_view.whole.isVisible()
    assert QApplication.focusWidget() is again.columns.choices[0]
    assert balances(shop) == {"Ana": 10_00, "Pía": 20_00}


@pytest.mark.parametrize("case", NASTY)
def test_whatever_the_file_there_is_a_way_on(bring, case):
    dialog = bring(NASTY[case])
    looked_at = dialog.bring_button.isVisible()
    assert looked_at != dialog.error.isVisible()
    if looked_at:
        ready = dialog.plan_view.ready.rows
        assert dialog.bring_button.isEnabled() == bool(ready)
        assert ready or dialog.plan_view.problems.rows or dialog.plan_view.refusal.isVisible()
    else:
        assert dialog.error.words.text()
        assert dialog.choose_button.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_line_that_is_being_written_is_kept_by_listo(shop, toasts, window):
    dialog = NotebookDialog(shop, toasts, window)
    dialog.open()
    dialog.name.setText("Ana")
    dialog.finish()
    assert dialog.isVisible()
    assert dialog.fields["amount"].has_error()
    dialog.amount.setText("150")
    dialog.finish()
    assert not dialog.isVisible()
    assert balances(shop) == {"Ana": 150_00}


def test_after_a_merge_the_wallets_the_list_and_today_agree(shop, toasts, window, qtbot):
    kept = shop.write(make_client, "Ana María Gómez", phone="351 455-0917")
    merged = shop.write(make_client, "Ana Maria Gomes", phone="0351 15 455-0917")
    shop.write(add_debt, kept, 5_00)
    shop.write(add_debt, merged, 10_00)
    shop.write(pay, merged, 3_00)
    today = shop.read(lambda work: work.today)
    shop.write(add_promise, PromiseRequest("promised", merged, 5_00, today))
    dialog = DuplicatesDialog(shop, toasts, window)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.pairs.rows))
    question = dialog.merge(keep_one=dialog.pairs.rows[0].one.id == kept)
    assert question is not None
    assert question is not None
    question.confirm()
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == 1)
    dialog.accept()
    assert balances(shop) == {"Ana María Gómez": 12_00}
    for client_id, expected in ((kept, "12,00"), (merged, "0,00")):
        wallet = WalletDialog(shop, client_id, toasts, window)
        wallet.open()
        assert expected in wallet.hero.balance.text() or "Al día" in wallet.hero.word.text()
        assert wallet.summary.client.archived == (client_id == merged)
        wallet.done(0)
    for make in (ClientsPage, TodayPage):
        page = make(shop, toasts)
        qtbot.addWidget(page)
        page.show()
        qtbot.wait(300)
        shown = [each.text() for each in page.findChildren(QLabel)]
        for table in page.findChildren(QTableView):
            model = table.model()
            shown += [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        assert "Gomes" not in " ".join(shown)
