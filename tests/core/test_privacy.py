"""A client's data: all of it is told, and when they are deleted nothing of them is left."""

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from kioskifly_desktop.adapters.backups import copy_facts, save_copy
from kioskifly_desktop.core import database as database_module
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.clients import (
    ClientFilter,
    ClientQuery,
    ClientRequest,
    archive_client,
    delete_client,
    edit_client,
    get_client,
    list_clients,
    restore_client,
)
from kioskifly_desktop.core.contact import (
    MessageKind,
    MessageRequest,
    OfferedProduct,
    PromiseRequest,
    add_promise,
    messages,
    promises,
    record_message,
)
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import (
    AnonymiseError,
    ClientAnonymousError,
    ClientMergedError,
    NotAllowedError,
    ReasonMissingError,
)
from kioskifly_desktop.core.exports import ExportKind, export_rows
from kioskifly_desktop.core.fiscal import DocumentType
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    CategoryDiscount,
    PointsRequest,
    PriceList,
    adjust_points,
    agreed_terms,
    groups_of,
    points_of,
    save_agreed_terms,
    save_group,
    save_price_list,
    set_groups,
)
from kioskifly_desktop.core.outbox import JobState, discard_job, enqueue, finish, print_voucher
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.privacy import anonymise_client, client_file, file_paper, note_taken
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.sales import (
    Override,
    ParkRequest,
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    VoidRequest,
    discard_parked,
    get_sale,
    park_sale,
    register_sale,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.ticket import as_text
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.core.wallet import (
    DisputeRequest,
    MergeRequest,
    ResolveRequest,
    StatementScope,
    dispute_entry,
    history,
    merge_clients,
    resolve_dispute,
    statement,
)
from tests.factories import (
    add_debt,
    add_printer,
    adjust,
    claim,
    make_client,
    make_product,
    new_request,
    pay,
    sale,
    sell,
    undo,
)
from tests.loyalty import buy, promote

NAME, OLD_NAME, OTHER_CARD = "Zulema Ñandú", "Zulma Ñandu", "Zule «la de la esquina»"
DNI, PHONE, EMAIL = "27654321", "0351 15 455-0917", "zulema@correo.example"
ADDRESS, NOTES, WHY = "Pasaje Quiroga 1234", "Cuñada de Ramona", "lo pidió Ramona, su hermana"
PERSONAL = (
    *(NAME, NAME.upper(), NAME.lower(), "zulema", "nandu", OLD_NAME, "zulma", OTHER_CARD, "Zule"),
    *(DNI, "27.654.321", PHONE, "455-0917", "4550917", EMAIL, ADDRESS, "Quiroga", NOTES),
    *("Ramona", "1971-11-23", "23/11/1971"),
)


@pytest.fixture(autouse=True)
def _leaves_traces(monkeypatch):
    """Delete as SQLite does by itself: some systems build theirs to overwrite what is deleted."""
    pragmas = (*database_module._PRAGMAS, "PRAGMA secure_delete = OFF")
    monkeypatch.setattr(database_module, "_PRAGMAS", pragmas)


def print_all(work):
    while job := claim(work):
        finish(work, job.job_id, JobState.PRINTED)


def lead_a_life(work):
    """Leave everywhere a trace of a client whose account ends at zero; return their number."""
    add_printer(work, drawer_pin=2)
    product = make_product(work, "Alfajor", price=1_000_00)
    zulema = make_client(work, OLD_NAME, document_type=DocumentType.DNI, document_number=DNI)
    print_voucher(work, add_debt(work, zulema, 500_00).voucher_id)
    card = ClientRequest(
        *(NAME, 5, DocumentType.DNI, DNI, date(1971, 11, 23), ADDRESS, PHONE, EMAIL, NOTES),
        debt_limit=100_00,
        credit_days=3,
    )
    edit_client(work, zulema, card)
    line = SaleLineRequest(product, 2_000)
    trust = Override("Es hermana de Ramona")
    sold = register_sale(work, sale(line, client_id=zulema, on_account=2_000_00, override=trust))
    back = ReturnLine(get_sale(work, sold.sale_id).lines[0].id, 1_000)
    returned = ReturnRequest(new_request(), sold.sale_id, (back,), None, None, f"Roto, {WHY}")
    print_voucher(work, return_goods(work, returned).voucher_id)
    cash = sell(work, (product, 1), cash=1_000_00, client_id=zulema)
    print_voucher(work, cash.voucher_id)
    void_sale(work, VoidRequest(new_request(), cash.sale_id, f"Se arrepintió, {WHY}"))
    day = work.today + timedelta(days=9)
    add_promise(work, PromiseRequest(new_request(), zulema, 50_00, day, f"Cobra {NOTES}"))
    offered = OfferedProduct(product, "Alfajor", 1_000_00, 900_00, 1_000)
    for kind, fields in (
        (MessageKind.REMINDER, {}),
        (MessageKind.OFFER, {"products": (offered,), "valid_until": work.today}),
    ):
        text = f"Hola {NAME}, te espero en {ADDRESS}\n" * 500  # more than a page of the file
        record_message(
            work, MessageRequest(new_request(), zulema, kind, text, insist=True, **fields)
        )
    first = pay(work, zulema, 300_00, note=f"La trajo {WHY}")
    undo(work, first.entry_id, f"Era de {NAME}")
    enqueue(work, statement(work, zulema, StatementScope.ALL))
    job = print_voucher(work, pay(work, zulema, 100_00).voucher_id)
    discard_job(work, job, f"Se lo mandé a {NAME}")
    other = make_client(work, OTHER_CARD, phone=PHONE, notes=NOTES)
    add_debt(work, other, 70_00)
    merge_clients(work, MergeRequest(new_request(), zulema, other))
    adjust(work, zulema, -get_client(work, zulema).balance, f"Arreglo con {NAME}")
    note_taken(work, zulema, f"{NAME}.json")
    print_all(work)
    return zulema


def lead_another(work):
    """Leave words about somebody who stays."""
    zacarias = make_client(work, "Zacarías", phone="011 4444-4444", debt_limit=0)
    product = make_product(work, "Turrón", price=100_00)
    line = SaleLineRequest(product, 1_000)
    sold = register_sale(
        work, sale(line, client_id=zacarias, on_account=100_00, override=Override("Es de fiar"))
    )
    back = ReturnLine(get_sale(work, sold.sale_id).lines[0].id, 1_000)
    return_goods(work, ReturnRequest(new_request(), sold.sale_id, (back,), None, None, "Roto"))
    hello = MessageRequest(new_request(), zacarias, MessageKind.REMINDER, "Hola", insist=True)
    record_message(work, hello)
    adjust(work, zacarias, 10_00)


@pytest.fixture
def zulema(write, clock):
    """Return a client with a past, a namesake's too, the offer to whom is over."""
    number = write(lead_a_life)
    write(lead_another)
    clock.move(days=1)
    return number


def traces(database, words=PERSONAL):
    """Return the words that are in the file, its log or the search, however they are written."""
    held = b"".join(path.read_bytes() for path in database.path.parent.glob(f"{FILE_NAME}*"))
    with closing(sqlite3.connect(database.path)) as raw:
        raw.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, client_search, row)")
        terms = " ".join(term for (term,) in raw.execute("SELECT term FROM terms"))
    held += terms.encode()
    return {
        word
        for word in words
        for page in ("utf-8", "cp858", "cp850", "cp1252", "utf-16-le")
        if word.encode(page) in held
    }


def figures(work):
    """Return what must stay: each entry, balance and paper, without a word."""
    tables = (
        "SELECT id, kind, at, business_date, user_id, reverses FROM journal_entry",
        "SELECT * FROM posting",
        "SELECT * FROM account",
        "SELECT id, kind, total, on_account, client_id, authorized_by FROM sale",
        "SELECT * FROM sale_line",
        "SELECT * FROM sale_payment",
        "SELECT * FROM client_merge",
        "SELECT id, kind, quantity, level FROM stock_move",
        "SELECT id, kind, point, number, entry_id, client_id, issued_at FROM voucher",
        "SELECT id, at, user_id, kind, authorized_by, client_id FROM audit_event",
        "SELECT * FROM message_product",
        "SELECT id, client_id, kind, at, valid_until FROM message",
        "SELECT id, client_id, amount, due FROM promise",
    )
    return [work.db.exec_driver_sql(table).fetchall() for table in tables]


def test_nothing_of_who_they_were_is_left_in_the_file(write, read, database, zulema):
    left = traces(database)
    assert left >= {NAME, OLD_NAME, DNI, PHONE, EMAIL, ADDRESS, NOTES, "zulema", "Ramona"}
    before = read(figures)
    assert write(anonymise_client, zulema, "Lo pidió por escrito") == "Cliente anónimo n.º 1"
    database.compact()
    assert traces(database) == set()
    after = read(figures)
    assert [rows[: len(was)] for rows, was in zip(after, before, strict=True)] == before


def test_the_name_that_is_left_is_everywhere_the_name_was(write, read, zulema):
    papers = [row.voucher_id for row in read(history, zulema, limit=99) if row.voucher_id]
    were = [read(voucher_document, each) for each in papers]
    write(anonymise_client, zulema, "Lo pidió por escrito")
    for paper, was in zip([read(voucher_document, each) for each in papers], were, strict=True):
        words = as_text(paper, 48)
        assert "Cliente anónimo n.º 1 (cta. 00001)" in words.replace("\n", " ")
        assert [b for b in paper.blocks if "text" not in b.__slots__] == [
            b for b in was.blocks if "text" not in b.__slots__
        ]
    (other,) = read(client_file, zulema)["merged"]
    assert other["client"]["name"] == "Cliente anónimo n.º 2"
    listed = read(list_clients, ClientQuery(only=ClientFilter.ARCHIVED, search="anonimo 1"))
    assert "Cliente anónimo n.º 1" in [row.name for row in listed]
    assert {row[4] for row in read(lambda work: [*export_rows(work, ExportKind.MOVEMENTS)])} == {
        *("Cliente anónimo n.º 1", "Cliente anónimo n.º 2", "Zacarías")
    }
    assert {row.text for row in read(messages, zulema)} == {""}
    assert {row.note for row in read(promises, zulema)} == {""}
    assert {row.detail for row in read(history, zulema, limit=99)} <= {
        *("", "Efectivo", "Mercadería", "Alfajor")
    }, "what was bought and how it was paid stays"


def test_the_audit_says_who_did_it_and_why_and_names_them_no_more(write, read, admin, zulema):
    write(anonymise_client, zulema, f"Lo pidió {NAME}")
    rows = read(events, AuditQuery(search="anonimo n.º 1"), limit=99)
    assert (rows[0].kind, rows[0].user, rows[0].detail) == (
        *(AuditKind.CLIENT_ANONYMISED, admin.name, "Lo pidió Cliente anónimo n.º 1"),
    )
    told = [row for row in rows if row.kind is not AuditKind.CLIENT_ANONYMISED]
    kinds = {AuditKind.ADJUSTMENT, AuditKind.EXPORT, AuditKind.CLIENT_TERMS}
    assert {row.kind for row in told} == kinds
    assert {(row.subject, row.detail) for row in told} == {("Cliente anónimo n.º 1", "")}
    for number in ("TX-00001-00000003", "X-00001-00000002"):
        paper, *_ = read(events, AuditQuery(search=number))
        assert (paper.subject.endswith(number), paper.detail) == (True, "")
    assert [row.subject for row in read(events, AuditQuery(search="zacarias"))] == ["Zacarías"]


def test_one_of_the_same_name_keeps_it(write, read, clock):
    one, other = (write(make_client, "Juan Pérez") for _ in range(2))
    for each in (one, other):
        write(adjust, each, 1_00)
        write(adjust, each, -1_00)
    write(anonymise_client, one, "Lo pidió")
    kept = read(events, AuditQuery(AuditKind.ADJUSTMENT))
    assert [row.subject for row in kept] == [
        *("Juan Pérez", "Juan Pérez", "Cliente anónimo n.º 1", "Cliente anónimo n.º 1")
    ]


def test_a_number_given_again_leaves_the_past_of_who_had_it(write, read, clock):
    gone = write(make_client, "Primero")
    write(delete_client, gone)
    clock.move(hours=1)
    again = write(make_client, "Segundo")
    assert again == gone
    write(anonymise_client, again, "Lo pidió")
    rows = read(events, AuditQuery(AuditKind.CLIENT_DELETED))
    assert [row.subject for row in rows] == ["Primero"]


def test_a_copy_of_before_holds_all_and_is_not_touched(write, database, zulema, tmp_path):
    copy = tmp_path / "antes.db"
    save_copy(database.path, copy)
    was = copy.read_bytes()
    write(anonymise_client, zulema, "Lo pidió")
    database.compact()
    assert copy.read_bytes() == was
    assert NAME.encode() in was
    assert copy_facts(copy).clients == 3


@pytest.mark.parametrize(
    ("table", "admitted", "refused"),
    [
        ("message", "text = ''", ("text = 'x'", "text = '', at = 0", "kind = 'offer', text = ''")),
        ("sale", "authorization = ''", ("total = 1", "authorization = 'x'", "client_id = 2")),
        ("journal_entry", "memo = ''", ("memo = 'x'", "memo = '', at = 0", "user_id = 2")),
        ("stock_move", "reason = ''", ("quantity = 9", "reason = 'x'", "reason = '', level = 1")),
        (
            "voucher",
            "document = replace(document, 'Atendió', 'Sirvió')",
            (
                "document = replace(document, '00,00', '11,00')",
                "document = replace(document, 'Recibo', 'Factura')",
                """document = json_remove(document, '$.blocks[0]')""",
                "document = 'x'",
                "document = json_remove(document, '$.blocks')",
                "number = 99",
            ),
        ),
        (
            "audit_event",
            "detail = '', words = 'x'",
            ("subject = 'Otro', detail = ''", "detail = 'x'", "detail = '', kind = 'void'"),
        ),
    ],
)
def test_the_guards_let_go_of_words_alone_and_of_nobody_else(
    write, read, database, zulema, table, admitted, refused
):
    write(anonymise_client, zulema, "Lo pidió")
    ours = {
        "journal_entry": "id IN (SELECT entry_id FROM voucher WHERE client_id = 1)",
        "stock_move": "entry_id IN (SELECT entry_id FROM voucher WHERE client_id = 1)",
    }.get(table, "client_id = 1")
    database.close()
    with closing(sqlite3.connect(database.path)) as raw:
        changed = raw.execute(f"UPDATE {table} SET {admitted} WHERE {ours}").rowcount
        assert changed
        raw.rollback()
        for act in refused:
            with pytest.raises(sqlite3.Error):
                raw.execute(f"UPDATE {table} SET {act} WHERE {ours}")
        raw.execute("UPDATE client SET name = 'Cliente anónimo n.º 3' WHERE id = 3")
        for guarded in (f"UPDATE {table} SET {admitted}", f"DELETE FROM {table} WHERE {ours}"):
            with pytest.raises(sqlite3.IntegrityError, match="only grows"):
                raw.execute(guarded)


def test_who_is_somebody_can_not_be_marked_as_nobody(write, database, zulema):
    database.close()
    with closing(sqlite3.connect(database.path)) as raw:
        for act in ("", "name = 'Cliente anónimo n.º 1', ", "archived = 1, phone = '', "):
            with pytest.raises(sqlite3.IntegrityError, match="ck_client_anonymised_at"):
                raw.execute(f"UPDATE client SET {act} anonymised_at = 1 WHERE id = 1")


def refuse(write, client_id, **fields):
    with pytest.raises(AnonymiseError) as caught:
        write(anonymise_client, client_id, "Lo pidió", **fields)
    return str(caught.value).replace("\xa0", " ")


def test_who_has_something_pending_keeps_their_data(write, read, clock, everything):
    write(add_printer)
    product = write(make_product, price=1_000_00)
    ana = write(make_client, "Ana", phone=PHONE)
    write(adjust, ana, 10_00)
    begins = "Todavía no se puede anonimizar a Ana: "
    before = everything()
    assert refuse(write, ana) == f"{begins}debe $ 10,00, dejá su cuenta en cero."
    assert everything() == before
    write(adjust, ana, -30_00)
    assert "tiene a favor $ 20,00" in refuse(write, ana)
    write(adjust, ana, 20_00)

    parked = write(park_sale, ParkRequest((SaleLineRequest(product, 1_000),), ana))
    assert "una venta en espera" in refuse(write, ana)
    write(discard_parked, parked)

    offered = OfferedProduct(product, "Alfajor", 1_000_00, 900_00, 1_000)
    until = clock.now.date() + timedelta(days=2)
    fields = {"products": (offered,), "valid_until": until, "insist": True}
    offer = MessageRequest(new_request(), ana, MessageKind.OFFER, "Hola", **fields)
    write(record_message, offer)
    assert "una oferta vigente hasta el 07/03/2026" in refuse(write, ana)
    clock.move(days=3)

    for make in (
        lambda work: enqueue(work, statement(work, ana, StatementScope.ALL)),
        lambda work: print_voucher(
            work, sell(work, (product, 1), cash=1_000_00, client_id=ana).voucher_id
        ),
    ):
        write(make)
        assert "una impresión pendiente" in refuse(write, ana)
        write(print_all)
    write(anonymise_client, ana, "Lo pidió")


def test_it_takes_a_reason_and_an_administrator(write, cashier, zulema):
    with pytest.raises(ReasonMissingError):
        write(anonymise_client, zulema, "  ")
    for act, *rest in ((anonymise_client, "Lo pidió"), (note_taken, "x.json"), (client_file,)):
        with pytest.raises(NotAllowedError) as caught:
            write(act, zulema, *rest, user=cashier)
        assert caught.value.fields["permission"] is Permission.PRIVACY


def test_nobody_is_not_made_somebody_again(write, zulema):
    with pytest.raises(ClientMergedError, match=NAME):
        write(anonymise_client, 2, "Lo pidió")
    write(anonymise_client, zulema, "Lo pidió")
    for act in (
        lambda work: anonymise_client(work, zulema, "Otra vez"),
        lambda work: restore_client(work, zulema),
        lambda work: edit_client(work, zulema, ClientRequest(NAME)),
    ):
        with pytest.raises(ClientAnonymousError, match="ya no tiene datos personales"):
            write(act)


def test_the_file_tells_all_that_is_held(read, write, zulema):
    held = read(client_file, zulema)
    assert json.loads(json.dumps(held)) == held
    told = json.dumps(held, ensure_ascii=False)
    for word in (NAME, DNI, PHONE, EMAIL, ADDRESS, NOTES, OTHER_CARD, "1971-11-23", WHY):
        assert word in told
    counts = {key: len(value) for key, value in held.items() if isinstance(value, list)}
    assert counts == {
        "consents": 0,
        "movements": 8,
        "sales": 4,
        "promises": 1,
        "disputes": 0,
        "messages": 2,
        "papers": 8,
        "audit": 6,
        "points": 0,
        "merged": 1,
    }
    assert held["balance"] == held["movements"][-1]["balance"] == 0
    assert sum(row["amount"] for row in held["movements"]) == 0
    assert [len(each["lines"]) for each in held["sales"]] == [1, 1, 1, 1]
    (other,) = held["merged"]
    assert (other["client"]["name"], len(other["movements"])) == (OTHER_CARD, 2)

    paper = read(file_paper, held)
    words = as_text(paper, 48)
    for word in (NAME, DNI, EMAIL, "23/11/1971", "Oferta", "Mercadería", "Autorizada"):
        assert word in words
    nobody = read(client_file, write(make_client, "Nadie"))
    assert len(read(file_paper, nobody).blocks) < len(paper.blocks) / 3


def test_disputes_and_what_promotions_took_off_are_told(read, write):
    client = write(make_client, NAME)
    first, second = (write(add_debt, client, amount).entry_id for amount in (300_00, 500_00))
    for entry in (first, second):
        write(dispute_entry, DisputeRequest(new_request(), entry, f"No es mío {entry}"))
    write(resolve_dispute, ResolveRequest(new_request(), second, owed=False, note="Era de Rita"))
    told = read(client_file, client)
    assert [(row["amount"], row["owed"], row["note"]) for row in told["disputes"]] == [
        (300_00, None, ""),
        (500_00, False, "Era de Rita"),
    ]
    assert told["disputes"][0]["ended_at"] is None
    assert told["disputes"][1]["ended_at"] == told["disputes"][1]["at"]
    words = " ".join(as_text(read(file_paper, told), 48).split())
    for word in (f"No es mío {first} · abierta", "no se debe · Era de Rita"):
        assert word in words
    gum = write(make_product, "Chicle", price=100_00)
    write(promote, gum, name="2x1 en chicles")
    write(buy, [SaleLineRequest(gum, 2_000)], client=client)
    told = read(client_file, client)
    assert told["sales"][-1]["rebates"] == [{"name": "2x1 en chicles", "amount": 100_00}]
    assert "2x1 en chicles" in as_text(read(file_paper, told), 48)


def test_what_is_agreed_is_told_and_forgotten_and_points_stay(read, write):
    client = write(make_client, NAME)
    group = write(save_group, 0, "Vecinos")
    prices = write(save_price_list, PriceList(0, "Mayorista", -1_000))
    discounts = (CategoryDiscount("Golosinas", 1_000, date(2026, 3, 1)),)
    write(save_agreed_terms, client, AgreedTerms(discounts, prices, "Cheque rechazado"))
    write(set_groups, client, [group])
    write(adjust_points, PointsRequest(new_request(), client, 30, "Regalo"))
    told = read(client_file, client)
    assert [(row["move"], row["balance"]) for row in told["points"]] == [("Corrección", 30)]
    words = as_text(read(file_paper, told), 48)
    for word in ("Golosinas 10 %", "Mayorista", "Vecinos", "Cheque rechazado", "+30 = 30"):
        assert word in words.replace("\xa0", " ")
    write(anonymise_client, client, "Lo pidió")
    assert read(agreed_terms, client) == AgreedTerms()
    assert (read(groups_of, client), read(points_of, client)) == (set(), 30)
    assert "Cheque" not in str(read(client_file, client))


def test_the_shop_goes_on(write, read, zulema):
    registers = read(list_registers)
    write(anonymise_client, zulema, "Lo pidió")
    assert read(list_registers) == registers
    again = write(make_client, NAME, document_type=DocumentType.DNI, document_number=DNI)
    write(add_debt, again, 10_00)
    assert read(get_client, again).balance == 10_00


def test_what_was_noted_while_the_clock_was_ahead_is_forgotten_too(write, read, admin, clock):
    clock.move(days=400)
    who = write(make_client, "Zulema Ñandú")
    clock.move(days=-400)
    write(archive_client, who)
    write(anonymise_client, who, "Lo pidió")
    with_names = [row for row in read(events, AuditQuery(), user=admin) if "Zulema" in row.subject]
    assert with_names == []
