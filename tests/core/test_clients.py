import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kioskifly_desktop.core.clients import (
    ClientFilter,
    ClientQuery,
    ClientRequest,
    add_client,
    archive_client,
    client_totals,
    delete_client,
    edit_client,
    get_client,
    list_clients,
    restore_client,
)
from kioskifly_desktop.core.clients.tables import MAX_CREDIT_DAYS
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    BirthdayError,
    ClientHasMovementsError,
    ClientNotFoundError,
    ClientOwesError,
    CreditDaysError,
    DiscountError,
    DocumentNotAcceptedError,
    DocumentNumberError,
    DuplicateArchivedDocumentError,
    DuplicateDocumentError,
    EmailError,
    NameMissingError,
    NotAllowedError,
    PhoneError,
    TextTooLongError,
)
from kioskifly_desktop.core.fiscal import DocumentType, FiscalCondition
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.money import MAX_AMOUNT
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, Tender, register_sale
from tests.factories import (
    DRAWER,
    add_debt,
    adjust,
    make_client,
    make_product,
    new_request,
    pay,
    undo,
)

with (Path(__file__).parent.parent / "data" / "fiscal_rules.csv").open(encoding="utf-8") as file:
    RULES = {
        int(row["condicion_code"]): {int(code) for code in row["accepted_doc_types"].split("|")}
        for row in csv.DictReader(file)
    }
NUMBERS = dict.fromkeys((80, 86, 87), "20-12345678-6") | dict.fromkeys((89, 90), "4.123.456")
NUMBERS |= {91: "AR12345", 94: "AAA123456", 96: "20.123.456", 99: ""}
STORED = {
    document: number.replace("-", "").replace(".", "") for document, number in NUMBERS.items()
}


@pytest.fixture
def refused(write, everything):
    """Prove that an act is refused and leaves no trace; return the refusal."""

    def run(kind, act, *args, **kwargs):
        before = everything()
        with pytest.raises(kind) as caught:
            write(act, *args, **kwargs)
        assert everything() == before
        return caught.value

    return run


def names(read, **query):
    return [row.name for row in read(list_clients, ClientQuery(**query))]


@pytest.mark.parametrize("condition", RULES)
def test_each_condition_takes_its_documents_and_no_other(condition, write, read, refused):
    assert set(NUMBERS) == set(DocumentType)
    for document_type, number in NUMBERS.items():
        request = {
            "condition": condition,
            "document_type": document_type,
            "document_number": number,
        }
        if document_type not in RULES[condition]:
            error = refused(DocumentNotAcceptedError, make_client, **request)
            assert error.field == "document"
            continue
        client = write(make_client, **request)
        stored = read(get_client, client)
        assert stored.condition is FiscalCondition(condition)
        assert stored.document_type is DocumentType(document_type)
        assert stored.document_number == STORED[document_type]
        write(delete_client, client)


def test_a_client_is_kept_whole_and_as_edited(write, read, clock, cashier, database):
    request = ClientRequest(
        name="  Juan   Pérez ",
        condition=6,
        document_type=80,
        document_number="20-12345678-6",
        birthday=date(1980, 3, 5),
        address="San Martín 123",
        phone="11 5842-0917",
        email="juan@example.com",
        notes="Paga los viernes\n\nhermano de Ana",
        preferred_method=PaymentMethod.QR,
        debt_limit=50_000_00,
        credit_days=30,
        account_enabled=False,
        discount=12_50,
    )
    client = write(add_client, request)
    stored = read(get_client, client)
    for field in ("birthday", "address", "phone", "email", "notes", "preferred_method"):
        assert getattr(stored, field) == getattr(request, field)
    assert (stored.name, stored.document_number) == ("Juan Pérez", "20123456786")
    assert (stored.balance, stored.archived, stored.debt_limit) == (0, False, 50_000_00)
    assert (stored.credit_days, stored.account_enabled, stored.discount) == (30, False, 12_50)
    (row,) = read(list_clients, ClientQuery())
    assert (row.debt_limit, row.credit_days, row.account_enabled, row.discount) == (
        50_000_00,
        30,
        False,
        12_50,
    )
    assert stored.created_at == clock.now

    clock.move(days=1)
    write(adjust, client, 7_00)
    with pytest.raises(NotAllowedError, match="límite, el plazo o el descuento"):
        write(edit_client, client, ClientRequest("Juana"), user=cashier)
    write(edit_client, client, replace(request, name="Juana"), user=cashier)
    assert read(get_client, client).name == "Juana"
    write(edit_client, client, ClientRequest("Juana"))
    write(edit_client, client, ClientRequest("Juana"), user=cashier)
    edited = read(get_client, client)
    assert (edited.name, edited.document_type, edited.birthday) == (
        "Juana",
        DocumentType.NONE,
        None,
    )
    assert (edited.debt_limit, edited.preferred_method, edited.notes) == (None, None, "")
    assert (edited.credit_days, edited.account_enabled, edited.discount) == (None, True, 0)
    assert (edited.balance, edited.account_id) == (7_00, stored.account_id)
    assert edited.created_at == stored.created_at
    assert names(read, search="juana") == ["Juana"]
    assert names(read, search="perez") == []
    with database.read() as work:
        who = work.db.exec_driver_sql("SELECT created_by, updated_by FROM client").one()
    assert who[1] == cashier.id != who[0]


def test_a_cuil_and_a_cuit_of_one_number_are_one_document(write, refused):
    number = "20-12345678-6"
    ana = write(make_client, "Ana", document_type=86, document_number=number)
    error = refused(
        DuplicateDocumentError,
        make_client,
        "Beto",
        condition=6,
        document_type=80,
        document_number="20.12345678.6",
    )
    assert (error.field, "ya es de Ana." in str(error)) == ("document_number", True)
    beto = write(make_client, "Beto", document_type=96, document_number="12345678")
    refused(DuplicateDocumentError, edit_client, beto, ClientRequest("Beto", 5, 86, number))
    write(edit_client, ana, ClientRequest("Ana María", 6, 80, number))


def test_one_number_of_two_kinds_is_two_documents(write):
    for kind in (96, 89, 90):
        write(
            make_client,
            document_type=kind,
            document_number="4123456" if kind != 96 else "4.123.456",
        )


def test_many_clients_have_no_document(write, read):
    for _ in range(3):
        write(make_client)
    assert read(client_totals).clients == 3


def test_a_document_of_an_archived_client_is_said(write, refused):
    ana = write(make_client, "Ana", document_type=96, document_number="20123456")
    write(archive_client, ana)
    fields = {"document_type": 96, "document_number": "20.123.456"}
    error = refused(DuplicateArchivedDocumentError, make_client, "Beto", **fields)
    assert "archivado" in str(error)

    write(delete_client, ana)
    write(make_client, "Beto", **fields)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Muñoz 🎉", "Muñoz 🎉"),
        ("\u202eevil\u202c", "evil"),
        ("\x1b@\x1dV\x00Ana\x07", "@ VAna"),
        ("Ana\r\n\tPaz", "Ana Paz"),
        ("Ana\u2028Paz", "Ana Paz"),
        ("A\u0301ngel", "Ángel"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("\ud800Ana", "Ana"),
        ("'; DROP TABLE client; --", "'; DROP TABLE client; --"),
        ("\u200b\ufeffAna\u00ad", "Ana"),
        ("x" * 120, "x" * 120),
        ("ﷺ" * 120, "ﷺ" * 120),
    ],
)
def test_a_hostile_name_is_kept_clean(write, read, typed, stored):
    before = write(make_client, "Otro")
    client = write(make_client, typed)
    assert read(get_client, client).name == stored
    assert read(get_client, before).name == "Otro"
    assert {row.name for row in read(list_clients, ClientQuery())} == {"Otro", stored}


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "\x00\x1b", "\u202e\u200b"])
def test_a_client_has_a_name(write, refused, name):
    assert refused(NameMissingError, make_client, name).field == "name"
    client = write(make_client)
    assert refused(NameMissingError, edit_client, client, ClientRequest(name)).field == "name"


@pytest.mark.parametrize(
    ("field", "limit"), [("name", 120), ("address", 160), ("email", 120), ("notes", 1000)]
)
def test_a_text_has_a_limit(write, refused, field, limit):
    text = "x@" + "y" * (limit - 5) + ".ar"
    write(make_client, **{"name": "Ana", field: text})
    error = refused(TextTooLongError, make_client, **{"name": "Ana", field: text + "x"})
    assert error.field == field
    assert str(limit) in str(error)


@pytest.mark.parametrize(
    ("birthday", "right"),
    [
        (date(2026, 3, 5), True),
        (date(2026, 3, 6), False),
        (date(2027, 1, 1), False),
        (date(1906, 1, 1), True),
        (date(1905, 12, 31), False),
        (date(1800, 1, 1), False),
        (date(2024, 2, 29), True),
    ],
)
def test_a_birthday_is_past_and_within_a_life(write, read, refused, birthday, right):
    if right:
        assert read(get_client, write(make_client, birthday=birthday)).birthday == birthday
    else:
        assert refused(BirthdayError, make_client, birthday=birthday).field == "birthday"


@pytest.mark.parametrize("phone", ["11 5842-0917", "+54 9 11 5842-0917", "(0351) 423456", "423456"])
def test_a_phone_is_kept_as_written(write, read, phone):
    assert read(get_client, write(make_client, phone=phone)).phone == phone


@pytest.mark.parametrize("phone", ["12345", "no tiene", "1" * 16, "-"])
def test_a_phone_has_digits_to_dial(refused, phone):
    assert refused(PhoneError, make_client, phone=phone).field == "phone"


@pytest.mark.parametrize(
    ("email", "right"),
    [
        ("ana@example.com", True),
        ("ñandú+1@correo.com.ar", True),
        ("ana", False),
        ("ana@", False),
        ("@example.com", False),
        ("ana@example", False),
        ("ana@example.", False),
        ("a na@example.com", False),
        ("ana@@example.com", False),
    ],
)
def test_an_email_has_its_parts(write, read, refused, email, right):
    if right:
        assert read(get_client, write(make_client, email=email)).email == email
    else:
        assert refused(EmailError, make_client, email=email).field == "email"


def test_a_client_who_bought_is_not_deleted(write, refused):
    client = write(make_client)
    goods = write(make_product, price=10_00)
    cash = Tender(PaymentMethod.CASH, DRAWER, 10_00)
    line = SaleLineRequest(goods, 1000)
    write(register_sale, SaleRequest(new_request(), (line,), (cash,), client_id=client))
    refused(ClientHasMovementsError, delete_client, client)


def test_credit_days_are_bounded(refused, write, read):
    for days in (-1, MAX_CREDIT_DAYS + 1):
        assert refused(CreditDaysError, make_client, credit_days=days).field == "credit_days"
    for term in (None, 0, MAX_CREDIT_DAYS):
        client = write(make_client, credit_days=term)
        assert read(get_client, client).credit_days == term


def test_a_discount_is_a_part_of_the_price(refused, write):
    for discount in (-1, 100_01):
        assert refused(DiscountError, make_client, discount=discount).field == "discount"
    write(make_client, discount=100_00)


@pytest.mark.parametrize("limit", [-1, MAX_AMOUNT + 1])
def test_a_debt_limit_is_bounded(refused, write, limit):
    assert refused(AmountRangeError, make_client, debt_limit=limit).field == "debt_limit"
    write(make_client, debt_limit=0)
    write(make_client, debt_limit=MAX_AMOUNT)


def test_a_wrong_document_number_is_refused(refused):
    error = refused(
        DocumentNumberError, make_client, document_type=80, document_number="20-12345678-7"
    )
    assert error.field == "document_number"


def test_only_an_administrator_deletes_and_only_without_movements(
    write, read, refused, cashier, everything
):
    before = everything()
    client = write(make_client, "Ana", document_type=96, document_number="20123456")
    refused(NotAllowedError, delete_client, client, user=cashier)
    write(delete_client, client)
    assert everything() | {"audit_event": before["audit_event"]} == before
    with pytest.raises(ClientNotFoundError):
        read(get_client, client)

    moved = write(make_client, "Beto")
    write(undo, write(adjust, moved, 5_00).entry_id)
    assert read(get_client, moved).balance == 0
    assert "Beto tiene movimientos" in str(refused(ClientHasMovementsError, delete_client, moved))


def test_a_client_is_archived_at_zero_by_an_administrator(write, read, refused, cashier):
    client = write(make_client, "Ana")
    refused(NotAllowedError, archive_client, client, user=cashier)
    write(add_debt, client, 5_00)
    assert "debe $\xa05,00" in str(refused(ClientOwesError, archive_client, client))
    write(pay, client, 6_00)
    assert "a favor $\xa01,00" in str(refused(ClientOwesError, archive_client, client))
    write(add_debt, client, 1_00)
    write(archive_client, client)

    assert read(get_client, client).archived
    assert names(read) == []
    assert names(read, only=ClientFilter.ARCHIVED) == ["Ana"]
    assert read(client_totals).clients == 0

    write(restore_client, client, user=cashier)
    assert names(read) == ["Ana"]
    assert names(read, only=ClientFilter.ARCHIVED) == []


@pytest.mark.parametrize("number", [0, -1, 999, 2**63 - 1, 2**63, -(2**70)])
def test_nobody_is_found_by_a_number_not_given(refused, number):
    for act in (get_client, delete_client, archive_client, restore_client):
        refused(ClientNotFoundError, act, number)
    refused(ClientNotFoundError, edit_client, number, ClientRequest("x"))
