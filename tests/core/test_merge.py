"""Clients who may be one, and two made one: histories stay, balances and debts' days go along."""

from datetime import date

import pytest

from kioskifly_desktop.core.clients import (
    ClientQuery,
    archive_client,
    client_totals,
    consent_history,
    delete_client,
    find_duplicates,
    get_client,
    list_clients,
    restore_client,
)
from kioskifly_desktop.core.clients.duplicates import Sign
from kioskifly_desktop.core.contact import PromiseRequest, PromiseState, add_promise, promises
from kioskifly_desktop.core.errors import (
    ClientHasMovementsError,
    ClientMergedError,
    DocumentsDifferError,
    NotAllowedError,
    NotReversibleError,
    SameClientError,
)
from kioskifly_desktop.core.fiscal import DocumentType
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.core.sales import ReturnLine, ReturnRequest, get_sale, return_goods
from kioskifly_desktop.core.wallet import (
    MergeRequest,
    age_of_debt,
    history,
    merge_clients,
    merged_clients,
    wallet_summary,
)
from tests.factories import add_debt, make_client, new_request, pay, undo

DNI = DocumentType.DNI


@pytest.fixture
def merge(write):
    def run(keep, merged, **fields):
        return write(merge_clients, MergeRequest(new_request(), keep, merged), **fields)

    return run


def pairs(found):
    return [(pair.one.name, pair.other.name, pair.signs) for pair in found]


def test_the_alike_are_found_by_document_phone_and_name(write, read):
    write(make_client, "Ana Díaz", document_type=DNI, document_number="20123456")
    write(make_client, "A. D.", document_type=DocumentType.CUIL, document_number="27-20123456-0")
    write(make_client, "Tito", phone="0351 15 455-0917")
    write(make_client, "Alberto", phone="+54 9 351 455 0917")
    write(make_client, "Gómez, María José")
    write(make_client, "Maria Jose Gomes")
    write(make_client, "Nadie Parecido")
    assert pairs(read(find_duplicates)) == [
        ("Ana Díaz", "A. D.", (Sign.DOCUMENT,)),
        ("Tito", "Alberto", (Sign.PHONE,)),
        ("Gómez, María José", "Maria Jose Gomes", (Sign.NAME,)),
    ]


def test_two_documents_are_two_people(write, read):
    fields = {"phone": "351 455-0917", "document_type": DNI}
    write(make_client, "Juan Pérez", document_number="20123456", **fields)
    write(make_client, "Juan Perez", document_number="45123456", **fields)
    assert read(find_duplicates) == []


def test_a_number_that_many_share_says_nothing(write, read):
    for number in range(20):
        write(make_client, f"Cliente de la {'abcdefghijklmnopqrst'[number] * 9}", phone="1111-1111")
    assert [pair for pair in read(find_duplicates) if Sign.PHONE in pair.signs] == []


def test_what_is_owed_goes_with_its_days(write, read, merge, clock):
    kept, merged = write(make_client, "Ana", credit_days=10), write(make_client, "Anita")
    clock.move(days=-60)
    write(add_debt, merged, 100_00)
    clock.move(days=30)
    write(add_debt, merged, 50_00)
    write(pay, merged, 30_00)
    clock.move(days=30)
    write(add_debt, kept, 7_00)

    assert merge(kept, merged).client_balance == 127_00

    rows = read(history, kept)
    assert [(row.kind, row.amount, row.business_date) for row in rows[:2]] == [
        (EntryKind.MERGE, 50_00, date(2026, 2, 3)),
        (EntryKind.MERGE, 70_00, date(2026, 1, 4)),
    ]
    assert rows[0].title == "Fusión"
    assert "Anita" in rows[0].detail
    summary = read(wallet_summary, kept)
    assert (summary.overdue, summary.owing_since) == (120_00, date(2026, 1, 4))
    debt = read(age_of_debt, kept)
    assert debt.balance == 127_00
    assert debt.late + debt.lost > 0
    before = read(history, merged)
    assert sum(row.amount for row in before) == 0
    assert [row.kind for row in before[2:]] == [EntryKind.PAYMENT, EntryKind.SALE, EntryKind.SALE]
    assert read(merged_clients, kept) == [(merged, "Anita")]
    assert read(client_totals).owed == 127_00


def test_a_favour_goes_too(write, read, merge):
    kept, merged = write(make_client, "Ana"), write(make_client, "Anita")
    write(add_debt, kept, 100_00)
    write(pay, merged, 30_00)
    assert merge(kept, merged).client_balance == 70_00
    assert get_balance(read, merged) == 0


def get_balance(read, client_id):
    return read(get_client, client_id).balance


def test_the_card_keeps_what_either_knew(write, read, merge):
    kept = write(make_client, "Ana", phone="351 455-0917", notes="Paga el viernes")
    merged = write(
        make_client,
        "Anita",
        document_type=DNI,
        document_number="20123456",
        phone="11 5842-0917",
        email="ana@x.com",
        notes="Vive al lado",
        accepts_messages=False,
    )
    merge(kept, merged)
    card = read(get_client, kept)
    assert (card.name, card.document_number) == ("Ana", "20123456")
    assert (card.phone, card.email) == ("351 455-0917", "ana@x.com")
    assert card.notes == "Paga el viernes\nVive al lado"
    assert not card.accepts_messages, "who said no once, said no"
    assert not read(consent_history, kept)[0].accepts
    assert read(get_client, merged).document_number == "20123456", "its own card stays as it was"
    assert [row.id for row in read(list_clients, ClientQuery(search="20123456"))] == [kept]


def test_the_merged_take_nothing_more(write, read, merge):
    kept, merged = write(make_client, "Ana"), write(make_client, "Anita")
    paid = write(pay, merged, 30_00)
    merge(kept, merged)
    for act, arguments in (
        (pay, (merged,)),
        (add_debt, (merged, 10_00)),
        (restore_client, (merged,)),
        (undo, (paid.entry_id,)),
    ):
        with pytest.raises(ClientMergedError, match="Ana"):
            write(act, *arguments)
    entry = read(history, kept)[0].entry_id
    with pytest.raises(NotReversibleError):
        write(undo, entry)
    with pytest.raises(ClientHasMovementsError):
        write(delete_client, kept)


def test_the_merged_never_had_movements_either(write, read, merge):
    kept, merged = write(make_client, "Ana"), write(make_client, "Anita")
    merge(kept, merged)
    with pytest.raises(ClientHasMovementsError):
        write(delete_client, kept)
    with pytest.raises(ClientHasMovementsError):
        write(delete_client, merged)


def test_who_was_merged_into_another_may_be_merged_with_a_third(write, read, merge):
    one, two, three = (write(make_client, name) for name in ("Ana", "Anita", "Any"))
    write(add_debt, three, 10_00)
    merge(two, three)
    merge(one, two)
    assert [get_balance(read, each) for each in (one, two, three)] == [10_00, 0, 0]


def test_a_request_merges_once(write, read, everything):
    kept, merged = write(make_client, "Ana"), write(make_client, "Anita")
    write(add_debt, merged, 10_00)
    request = MergeRequest("one", kept, merged)
    done = write(merge_clients, request)
    after = everything()
    assert write(merge_clients, request) == done
    assert everything() == after


def test_who_cannot_be_one(write, merge, everything, cashier):
    one = write(make_client, "Ana", document_type=DNI, document_number="20123456")
    other = write(make_client, "Pía", document_type=DNI, document_number="20123457")
    third = write(make_client, "Tito")
    before = everything()
    with pytest.raises(DocumentsDifferError):
        merge(one, other)
    with pytest.raises(SameClientError):
        merge(one, one)
    with pytest.raises(NotAllowedError):
        merge(one, third, user=cashier)
    assert everything() == before


def test_a_debt_that_moved_keeps_no_promise(write, read, merge, clock):
    kept, merged = write(make_client, "Ana"), write(make_client, "Anita")
    write(add_debt, merged, 10_00)
    write(add_promise, PromiseRequest(new_request(), merged, 10_00, date(2026, 3, 7)))
    merge(kept, merged)
    clock.move(days=5)
    (promise,) = read(promises, merged)
    assert promise.state is PromiseState.BROKEN
    write(pay, kept, 10_00)
    write(archive_client, kept)


def test_goods_of_the_merged_come_back_to_who_stays(write, read, merge):
    kept, merged = write(make_client, "Ana"), write(make_client, "Anita")
    sold = write(add_debt, merged, 100_00)
    merge(kept, merged)

    def give_back(work):
        line = ReturnLine(get_sale(work, sold.sale_id).lines[0].id, 1_000)
        asked = ReturnRequest(new_request(), sold.sale_id, (line,), None, None, "No le gustó")
        return return_goods(work, asked)

    assert write(give_back).client_balance == 0
    assert [read(get_client, each).balance for each in (kept, merged)] == [0, 0]
