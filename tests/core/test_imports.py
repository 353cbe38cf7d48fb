"""Imports: which column is which, what a plan says, all of it or nothing."""

from datetime import date

import pytest

from kioskifly_desktop.core.catalog import ProductQuery, list_products
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.errors import (
    AmountError,
    ColumnChoiceError,
    ImportCancelledError,
    NameColumnError,
    NotAllowedError,
    PlanLimitError,
    RowProblemsError,
)
from kioskifly_desktop.core.fiscal import DocumentType
from kioskifly_desktop.core.imports import (
    ImportKind,
    NotebookLine,
    Source,
    TableRow,
    check_whole,
    choose,
    guess,
    make_table,
    pass_line,
    plan_import,
    remember,
    run_import,
)
from kioskifly_desktop.core.imports.values import quantity_of, signed_amount
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.wallet import age_of_debt, history, wallet_summary
from tests.factories import make_client, make_product, new_request, pay, undo
from tests.plans import PUBLIC, key, plan

CLIENTS, PRODUCTS = ImportKind.CLIENTS, ImportKind.PRODUCTS


def table_of(*rows, kind=CLIENTS):
    lines = [TableRow(n, tuple(row.split("|"))) for n, row in enumerate(rows, start=1)]
    return make_table(Source("a.csv", lines), kind)


@pytest.fixture
def planned(read):
    """Return what rows are planned to bring, their columns guessed."""

    def result(*rows, kind=CLIENTS):
        table = table_of(*rows, kind=kind)
        return read(plan_import, kind, table, read(guess, table, kind))

    return result


@pytest.mark.parametrize(
    ("titles", "kind", "expected"),
    [
        ("Apellido y Nombre|D.N.I.|CELULAR|Debe", CLIENTS, ("name", "", "phone", "balance")),
        ("Cliente|Debe|Haber|Saldo", CLIENTS, ("name", "", "", "balance")),
        ("Cliente|Debe|Haber", CLIENTS, ("name", "", "")),
        ("Total|Cliente|Saldo", CLIENTS, ("", "name", "balance")),
        ("cliente|dni|deuda|fecha", CLIENTS, ("name", "document", "balance", "day")),
        ("Nombre|Apellido|Color|Nombre", CLIENTS, ("name", "surname", "", "")),
        (
            "Artículo|EAN|PVP|Costo|Familia",
            PRODUCTS,
            ["name", "barcodes", "price", "cost", "category"],
        ),
        ("Descripción|cod|stock|mínimo", PRODUCTS, ["name", "barcodes", "stock", "minimum"]),
    ],
)
def test_titles_are_known_by_many_words(read, titles, kind, expected):
    table = table_of(titles, "Ana|1|1|1|1", kind=kind)
    assert table.titled
    assert read(guess, table, kind) == tuple(expected)


def test_without_titles_the_contents_tell(read):
    table = table_of(
        "1.500,50|Juan Pérez|20.123.456|351 455-0917|j@x.com|05/03/2025",
        "20|Ana Díaz|27-20123456-5|11 5842-0917|a@x.com|06/03/2025",
    )
    assert not table.titled
    assert table.titles == ("A", "B", "C", "D", "E", "F")
    expected = ("balance", "name", "document", "phone", "email", "day")
    assert read(guess, table, CLIENTS) == expected
    goods = table_of("7790895000997|Coca 2 L|2.500", "X1|Alfajor|900", "7791234567898|Agua|1.000")
    assert read(guess, goods, PRODUCTS)[1:] == ("name", "price")


def test_a_name_whose_title_nobody_knows_is_found(read):
    table = table_of("Quién|DNI", "Ana Díaz|20123456")
    assert read(guess, table, CLIENTS) == ("name", "document")


def test_what_was_chosen_is_remembered(read, write):
    table = table_of("Quién|DNI|Otra", "Ana|20123456|x")
    chosen = choose(table, CLIENTS, read(guess, table, CLIENTS), ["dni=", "Otra=notas"])
    assert chosen == ("name", "", "notes")
    write(remember, table, CLIENTS, chosen)
    assert read(guess, table_of("QUIEN|dni|otra", "Pía|1|y"), CLIENTS) == chosen
    assert read(guess, table_of("DNI|Quién", "20123456|Pía"), CLIENTS) == ("document", "name")


def test_a_field_goes_to_one_column():
    table = table_of("Nombre|Alias", "Ana|Anita")
    assert choose(table, CLIENTS, ("name", ""), ["Alias=nombre"]) == ("", "name")


@pytest.mark.parametrize("pair", ["Color=nombre", "Nombre=color", "=nombre", "Nombre"])
def test_columns_and_fields_must_exist(pair):
    table = table_of("Nombre|DNI", "Ana|20123456")
    with pytest.raises(ColumnChoiceError, match="Elegí entre"):
        choose(table, CLIENTS, ("name", "document"), [pair])


def test_without_a_name_there_is_no_plan(read):
    table = table_of("Nombre|DNI", "Ana|20123456")
    with pytest.raises(NameColumnError):
        read(plan_import, CLIENTS, table, ("", "document"))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.500,50", 1_500_50),
        ("$ 1.500", 1_500_00),
        ("-1500", -1_500_00),
        ("\u2212$ 20", -20_00),
        ("$ 1500.-", 1_500_00),
        ("2.300,-", 2_300_00),
        ("-$ 1500.--", -1_500_00),
        ("$ -20", -20_00),
        ("($ 20)", -20_00),
        ("(1.500,00)", -1_500_00),
        ("A favor $ 20,00", -20_00),
        ("debe 20", 20_00),
        ("Al día", 0),
        ("ARS 20", 20_00),
        ("33,333333", 33_33),
        ("33.125000", 33_13),
        ("0", 0),
    ],
)
def test_amounts_as_people_write_them(text, amount):
    assert signed_amount(text) == amount


@pytest.mark.parametrize(
    "text", ["1500-", "--5", "A favor -700", "debe (20)", "(-20)", "-(20)", "-", "()", "A favor"]
)
def test_two_signs_or_one_in_doubt_are_no_amount(text):
    with pytest.raises(AmountError):
        signed_amount(text)


def test_quantities_that_a_spreadsheet_worked_out():
    assert quantity_of("0,7550") == 755
    assert quantity_of("0,33333333") == 333


def test_clients_come_with_their_debts(planned, write, read):
    plan = planned(
        "Nombre|Documento|Saldo|Fecha|Plazo|Fiado",
        "Ana|DNI 20.123.456|1.500|05/01/2026|10|sí",
        "Pía|27-28111222-3|-20|||no",
        "Tito|30-70000000-7|||",
    )
    assert list(map(str, plan.problems)) == [
        "Línea 4, Documento: Ese CUIT no es válido: el último dígito no coincide. Revisalo."
    ]
    done = write(run_import, plan, "one")
    assert done.added == len(plan.ready)
    ana, pia = read(list_clients, ClientQuery())[:2]
    assert (ana.balance, pia.balance) == (1_500_00, -20_00)
    assert pia.document_type is DocumentType.CUIL
    assert not pia.account_enabled
    summary = read(wallet_summary, ana.id)
    assert summary.owing_since == date(2026, 1, 5)
    assert summary.overdue == 1_500_00
    (row,) = read(history, ana.id)
    assert (row.kind, row.title, row.detail) == (EntryKind.OPENING, "Saldo inicial", "Importación")
    assert row.business_date == date(2026, 1, 5)
    assert read(age_of_debt, ana.id).late == 1_500_00


def test_an_old_debt_noted_late_ages_from_its_day(planned, write, read):
    client = write(make_client, "Ana", credit_days=5)
    line = NotebookLine(new_request(), "", 100_00, None, client)
    write(pass_line, line)
    assert read(wallet_summary, client).overdue == 0
    write(pass_line, NotebookLine(new_request(), "", 30_00, date(2025, 11, 20), client))
    summary = read(wallet_summary, client)
    assert (summary.owing_since, summary.overdue) == (date(2025, 11, 20), 30_00)
    debt = read(age_of_debt, client)
    assert (debt.lost, debt.current, debt.since) == (30_00, 100_00, date(2025, 11, 20))
    write(pay, client, 100_00)
    assert read(wallet_summary, client).overdue == 30_00
    assert read(age_of_debt, client).lost == 30_00


def test_problem_rows_keep_all_out_unless_left_out(planned, write, read, everything):
    plan = planned("Nombre|DNI", "Ana|20123456", "|1", "Pía|abc")
    before = everything()
    with pytest.raises(RowProblemsError) as refusal:
        check_whole(plan)
    first, second, last = str(refusal.value).splitlines()
    assert first == "Línea 3, Nombre: Escribí el nombre."
    assert second.startswith("Línea 4, Documento: ")
    assert last == "No se importó nada."
    assert everything() == before
    assert write(run_import, plan, "one").left_out == 2
    assert [row.name for row in read(list_clients, ClientQuery())] == ["Ana"]


def test_a_file_brought_twice_adds_nobody(planned, write):
    rows = ("Nombre|DNI|Teléfono", "Ana|20123456|", "Pía||351 455-0917", "Tito||")
    write(run_import, planned(*rows), "one")
    again = planned(*rows)
    assert not again.ready
    assert [problem.line for problem in again.problems] == [2, 3, 4]
    other = planned("Nombre|DNI|Teléfono", "Pía||351 455-0918")
    assert len(other.ready) == 1, "another phone may be another person"


@pytest.mark.parametrize("after", [1, 2, 3])
def test_cancelling_undoes_all(planned, write, everything, after):
    rows = [f"Cliente {n}|{n + 1}" for n in range(1900)]
    plan = planned("Nombre|Saldo", *rows)
    before = everything()
    told = []

    def progress(done, total):
        told.append((done, total))
        if len(told) == after:
            raise ImportCancelledError

    with pytest.raises(ImportCancelledError):
        write(run_import, plan, "one", progress)
    assert everything() == before
    assert told[0] == (0, 1900)


def test_many_and_one_by_one_leave_the_same(planned, write, read, database):
    plan = planned("Nombre|DNI|Saldo", "Ana|20123456|10", "Pía|20123457|-20")
    write(run_import, plan, "one")
    line = NotebookLine(new_request(), "Tito", 30_00)
    done = write(pass_line, line)
    assert done.added
    assert write(pass_line, line) == done.__class__(
        done.entry_id, done.client_id, "Tito", 30_00, added=False
    )
    with database.read() as work:
        rows = work.db.exec_driver_sql(
            "SELECT p.balance_after FROM posting p JOIN account a ON a.id = p.account_id"
            " WHERE a.kind = 'adjustments' ORDER BY p.id"
        )
        assert list(rows.scalars()) == [-10_00, 10_00, -20_00]
    write(undo, done.entry_id)
    assert read(wallet_summary, done.client_id).client.balance == 0


class TestPlan:
    @pytest.fixture
    def vendor(self):
        return PUBLIC

    def test_more_clients_than_the_plan_admits_are_refused(self, planned, write, everything):
        write(install_plan, key(plan(clients=2)))
        assert planned("Nombre", "Ana", "Pía").refusal == ""
        over = planned("Nombre", "Ana", "Pía", "Tito")
        assert "admite hasta 2" in over.refusal
        before = everything()
        with pytest.raises(PlanLimitError):
            write(run_import, over, "one")
        assert everything() == before

    def test_the_notebook_is_within_the_plan_too(self, write, everything):
        write(install_plan, key(plan(clients=1)))
        write(pass_line, NotebookLine(new_request(), "Ana", 10_00))
        before = everything()
        with pytest.raises(PlanLimitError):
            write(pass_line, NotebookLine(new_request(), "Pía", 10_00))
        assert everything() == before


def test_importing_is_the_administrators(planned, read, write, cashier):
    ready = planned("Nombre", "Ana")
    with pytest.raises(NotAllowedError):
        write(run_import, ready, "one", user=cashier)
    looked_at = read(plan_import, CLIENTS, table_of("Nombre", "Ana"), ("name",), user=cashier)
    assert len(looked_at.ready) == 1
    with pytest.raises(NotAllowedError):
        write(pass_line, NotebookLine(new_request(), "Ana", 10_00), user=cashier)


def test_products_come_with_their_stock(planned, write, read):
    rows = (
        "Nombre|Código|Precio|Costo|Rubro|Unidad|Stock|Mínimo",
        "Queso|7790895000997 AB-1|1.500|900,50|Fiambres|KG|2,5|0,75",
        "Soda||80||||12|6",
    )
    plan = planned(*rows, kind=PRODUCTS)
    assert plan.problems == []
    write(run_import, plan, "one")
    cheese, soda = read(list_products, ProductQuery())
    assert (cheese.price, cheese.cost, cheese.stock) == (1_500_00, 900_50, 2_500)
    assert (soda.stock, soda.minimum_stock) == (12_000, 6_000)
    again = planned(*rows, kind=PRODUCTS)
    assert [str(problem) for problem in again.problems] == [
        "Línea 2, Código: El código «7790895000997» ya es de Queso. Usá otro.",
        "Línea 3, Nombre: Ya está en el negocio: Soda.",
    ]


def test_every_bad_product_is_named(planned, write):
    write(make_product, "Soda", barcodes=("A1",))
    plan = planned(
        "Nombre|Código|Precio|Unidad|Stock|Activo",
        "Bueno|B1|10|||",
        "|A2|10|||",
        "Precio|A3|1,555|||",
        "Código|7790895000998|10|||",
        "Unidad|A4|10|litro||",
        "Repetido|b1|10|||",
        "Medio|A5|10||1,5|",
        "Ambiguo|A6|10|kg|1.500|",
        "Retirado|A7|10|||no",
        "Otra|a1|10|||",
        kind=PRODUCTS,
    )
    assert [each.line for each in plan.ready] == [2]
    said = (
        (3, "Nombre", "Escribí el nombre"),
        (4, "Precio", "dos decimales"),
        (5, "Código", "dígito de control"),
        (6, "Unidad", "«litro»"),
        (7, "", "Repite la línea 2"),
        (8, "Stock", "se vende por unidad"),
        (9, "Stock", "No entiendo esa cantidad"),
        (10, "Activo", "archivado"),
        (11, "Código", "ya es de Soda"),
    )
    for problem, (line, column, words) in zip(plan.problems, said, strict=True):
        assert (problem.line, problem.column) == (line, column)
        assert words in problem.reason


def test_a_debt_is_not_brought_twice_under_another_telephone(write, read, planned):
    first = planned("Nombre|Celular|Debe", "Ana|351 455-0911|1.000", "Beto|351 455-0912|")
    write(run_import, first, "one")
    again = planned("Nombre|Celular|Debe", "Ana|351 455-7777|1.000", "Beto|351 455-7777|")
    assert [str(problem) for problem in again.problems] == [
        "Línea 2, Nombre: Ya está en el negocio: Ana."
    ]
    assert [each.request.name for each in again.ready] == ["Beto"]
