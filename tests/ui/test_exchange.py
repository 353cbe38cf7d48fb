"""Files in and out and the notebook, on screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.catalog import ProductQuery, list_products
from kioskifly_desktop.core.clients import ClientFilter, ClientQuery, get_client, list_clients
from kioskifly_desktop.core.exports import ExportKind
from kioskifly_desktop.core.imports import ImportKind
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.ui.catalog.products_page import ProductsPage
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.exchange.duplicates_dialog import DuplicatesDialog
from kioskifly_desktop.ui.exchange.export_dialog import ExportDialog
from kioskifly_desktop.ui.exchange.import_dialog import ImportDialog
from kioskifly_desktop.ui.exchange.notebook_dialog import NotebookDialog
from kioskifly_desktop.ui.people.sign import asks_words
from tests.factories import add_debt, make_client
from tests.plans import PUBLIC, key, plan

ENTER = Qt.Key.Key_Return


def balances(shop):
    return {row.name: row.balance for row in shop.read(list_clients, ClientQuery(), limit=-1)}


@pytest.fixture
def bring(shop, toasts, window, qtbot, tmp_path):
    """Open the import on a file and wait until it is read."""

    def opened(text, kind=ImportKind.CLIENTS, name="cuaderno.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="cp1252")
        dialog = ImportDialog(shop, kind, toasts, window)
        dialog.open()
        dialog.take(path)
        qtbot.waitUntil(lambda: not dialog.progress.isVisible())
        return dialog

    return opened


def test_a_file_is_looked_at_and_brought(bring, shop, toasts, qtbot):
    news = []
    shop.changed.connect(lambda: news.append(1))
    dialog = bring("Quién;Debe\nAna Ñandú;1.500,50\n;3\nPía;-20\n")
    view = dialog.plan_view
    assert "Windows-1252, separado por punto y coma" in dialog.about.text()
    assert [row.request.name for row in view.ready.rows] == ["Ana Ñandú", "Pía"]
    assert [str(row) for row in view.problems.rows] == ["Línea 3, Nombre: Escribí el nombre."]
    assert view.total.text() == "Deben $\xa01.500,50 en total  ·  a favor $\xa020,00"
    assert dialog.bring_button.text().strip() == "Traer 2 clientes"
    assert balances(shop) == {}
    QTest.keyClick(dialog.bring_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: toasts.toast is not None)
    assert balances(shop) == {"Ana Ñandú": 1_500_50, "Pía": -20_00}
    assert news
    assert "Clientes agregados: 2. Filas que quedaron afuera: 1." in said(toasts)


def said(toasts):
    return " ".join(each.text() for each in toasts.toast.findChildren(QLabel))


def test_columns_may_be_given_other_fields(bring, qtbot):
    dialog = bring("Quién;Deuda vieja\nAna;10\n")
    name, other = dialog.columns.choices
    assert (name.currentText(), other.currentText()) == ("Nombre", "No se trae")
    other.setCurrentIndex(other.findData("balance"))
    other.activated.emit(other.currentIndex())
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())
    assert dialog.plan_view.ready.rows[0].balance == 10_00
    other.setCurrentIndex(other.findData("name"))
    other.activated.emit(other.currentIndex())
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())
    assert name.currentData() == "", "a field is one column's"
    other.setCurrentIndex(0)
    other.activated.emit(0)
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())
    assert "columnas tiene el nombre" in dialog.plan_view.refusal.words.text()
    assert not dialog.bring_button.isEnabled()


def test_what_cannot_be_read_says_why(bring):
    dialog = bring("<html><table>", name="precios.xlsx")
    assert dialog.error.isVisible()
    assert "es una página web" in dialog.error.words.text()
    assert not dialog.bring_button.isVisible()


def test_cancelling_while_it_is_written_leaves_nothing(bring, shop, qtbot):
    dialog = bring("Nombre\n" + "".join(f"Cliente {n}\n" for n in range(1999)))
    assert dialog.bring_button.isEnabled()
    dialog.bring()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())
    assert balances(shop) == {}
    assert "No se importó nada" in dialog.plan_view.refusal.words.text()
    assert dialog.isVisible()


class TestPlan:
    @pytest.fixture
    def vendor(self):
        return PUBLIC

    def test_the_limit_is_told_before_anything_is_written(self, bring, shop):
        shop.write(install_plan, key(plan(clients=1)))
        dialog = bring("Nombre\nAna\nPía\n")
        assert "admite hasta 1" in dialog.plan_view.refusal.words.text()
        assert not dialog.bring_button.isEnabled()


def test_products_come_in(bring, shop, qtbot, toasts):
    dialog = bring("Artículo;PVP;Stock\nAlfajor;1.200;5\n", ImportKind.PRODUCTS)
    dialog.bring()
    qtbot.waitUntil(lambda: toasts.toast is not None)
    (row,) = shop.read(list_products, ProductQuery())
    assert (row.price, row.stock) == (1_200_00, 5_000)


@pytest.fixture
def notebook(shop, toasts, window):
    dialog = NotebookDialog(shop, toasts, window)
    dialog.open()
    return dialog


def test_the_notebook_is_passed_with_enter_alone(notebook, shop):
    for name, amount, day in (("Ana", "1500", "05012026"), ("Tito", "20,50", "")):
        QTest.keyClicks(notebook.name, name)
        notebook.completer.popup().hide()
        QTest.keyClick(notebook.name, ENTER)
        assert notebook.amount.hasFocus()
        QTest.keyClicks(notebook.amount, amount)
        QTest.keyClick(notebook.amount, ENTER)
        assert notebook.day.hasFocus()
        if day:
            QTest.keyClicks(notebook.day, day)
        QTest.keyClick(notebook.day, ENTER)
        assert notebook.name.hasFocus()
        assert notebook.name.text() == ""
    assert balances(shop) == {"Ana": 1_500_00, "Tito": 20_50}
    assert notebook.total.text() == "$\xa01.520,50"
    assert notebook.count.text() == "en 2 renglones"
    assert [row.name for row in notebook.lines.rows] == ["Tito", "Ana"]
    assert notebook.day.text() == "05012026", "the page of the paper goes on"


def pass_one(notebook, name, amount):
    notebook.name.setText(name)
    notebook.amount.setText(amount)
    notebook.save()


def test_who_is_there_owes_more_and_is_not_added_again(notebook, shop):
    client = shop.write(make_client, "José Pérez")
    shop.write(add_debt, client, 10_00)
    notebook.name.setText("jose perez")
    assert "Debe $\xa010,00" in notebook.fields["name"].message.text()
    pass_one(notebook, "jose perez", "5")
    assert shop.read(get_client, client).balance == 15_00
    notebook.name.setText("Otra")
    assert notebook.fields["name"].message.text() == "Cliente nuevo."


def test_a_line_is_undone_and_written_again(notebook, shop):
    pass_one(notebook, "Ana", "1500")
    notebook.undo()
    assert balances(shop) == {"Ana": 0}
    assert (notebook.name.text(), notebook.amount.text()) == ("Ana", "1.500,00")
    assert notebook.total.text() == "$\xa00,00"
    pass_one(notebook, "Ana", "150")
    assert balances(shop) == {"Ana": 150_00}


def test_what_is_wrong_is_said_under_its_field(notebook, shop):
    pass_one(notebook, "", "10")
    assert notebook.fields["name"].has_error()
    pass_one(notebook, "Ana", "")
    assert notebook.fields["amount"].has_error()
    notebook.day.setText("31/02/2026")
    pass_one(notebook, "Ana", "10")
    assert notebook.fields["day"].has_error()
    notebook.day.setText("01/01/2999")
    pass_one(notebook, "Ana", "10")
    assert "todavía no llegó" in notebook.fields["day"].message.text()
    assert balances(shop) == {}


def test_two_become_one(shop, toasts, window, qtbot, front):
    kept = shop.write(make_client, "Ana María Gómez", phone="351 455-0917")
    merged = shop.write(make_client, "Ana Maria Gomes", phone="0351 15 455-0917")
    shop.write(add_debt, merged, 10_00)
    shop.write(make_client, "Otra Cosa", phone="351 455-0917")
    dialog = DuplicatesDialog(shop, toasts, window)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.pairs.rows))
    assert [sign.value for sign in dialog.pairs.rows[0].signs] == ["phone", "name"]
    assert dialog.one.name.text() == "Ana María Gómez"
    dialog.one.keep_button.click()
    question = front()
    assert "Debe $\xa010,00" in question.body.itemAt(0).widget().text()
    question.confirm()
    qtbot.waitUntil(lambda: len(dialog.pairs.rows) == 1)
    assert shop.read(get_client, kept).balance == 10_00
    archived = shop.read(list_clients, ClientQuery(only=ClientFilter.ARCHIVED))
    assert [row.id for row in archived] == [merged]
    dialog.set_aside()
    assert not dialog.pairs.rows
    assert dialog.stack.currentIndex() == 1


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_list_goes_out(shop, toasts, window, qtbot, tmp_path, suffix):
    shop.write(make_client, "Ana")
    dialog = ExportDialog(shop, ExportKind.CLIENTS, toasts, window)
    dialog.open()
    assert "Tiene 1 fila." in dialog.about.text()
    dialog.save(tmp_path / f"lista{suffix}")
    qtbot.waitUntil(lambda: toasts.toast is not None)
    assert (tmp_path / f"lista{suffix}").stat().st_size > 100
    (kept,) = shop.read(events, AuditQuery(AuditKind.EXPORT))
    assert (kept.user, kept.subject) == (shop.user.name, "Clientes")
    assert kept.detail == f"lista{suffix} · 1 filas"


def test_a_list_that_cannot_be_kept_says_why(shop, toasts, window, qtbot, tmp_path):
    dialog = ExportDialog(shop, ExportKind.SALES, toasts, window)
    dialog.open()
    dialog.save(tmp_path / "no" / "lista.csv")
    qtbot.waitUntil(dialog.error.isVisible)
    assert "no existe" in dialog.error.words.text()
    assert dialog.save_button.isVisible()


@pytest.mark.parametrize("kind", [ClientsPage, ProductsPage])
def test_files_open_and_say_to_a_cashier_who_allows_them(shop, toasts, qtbot, cashier, kind, front):
    page = kind(shop, toasts)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    for person in (shop.user, cashier):
        shop.switch_user(person)
        for words, act in page.files.acts.items():
            act()
            dialog = front()
            assert dialog is not None, words
            if isinstance(dialog, DuplicatesDialog):
                qtbot.waitUntil(lambda dialog=dialog: dialog.stack.currentIndex() == 1)
            dialog.reject()
        acts = [each for each in page.files.menu.actions() if not each.isSeparator()]
        signed = [each.toolTip() == asks_words() for each in acts]
        assert all(signed) if person == cashier else not any(signed)
