"""What a client says they don't owe, and what nobody expects to be paid."""

from dataclasses import replace

import pytest

from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.clients import archive_client, get_client
from kioskifly_desktop.core.contact import MessageKind, Tone, message_standing, reminder_text
from kioskifly_desktop.core.errors import (
    ClientArchivedError,
    DebtLimitError,
    NotAllowedError,
    NothingOwedError,
    OverdueError,
    ReasonMissingError,
    RequestReusedError,
)
from kioskifly_desktop.core.errors.debts import (
    DisputedError,
    DisputeOpenError,
    NotDisputableError,
    NotDisputedError,
    WriteOffError,
)
from kioskifly_desktop.core.privacy import anonymise_client
from kioskifly_desktop.core.sales import Override
from kioskifly_desktop.core.wallet import (
    DisputeRequest,
    MergeRequest,
    ResolveRequest,
    WriteOffRequest,
    age_of_debt,
    check_credit,
    debts_by_age,
    dispute_entry,
    history,
    merge_clients,
    open_dispute,
    resolve_dispute,
    today_price,
    wallet_summary,
    write_off,
)
from tests.factories import add_debt, adjust, make_client, new_request, pay, undo


@pytest.fixture
def dispute(write):
    def run(entry_id, reason="Eso no lo llevé", **fields):
        return write(dispute_entry, DisputeRequest(new_request(), entry_id, reason), **fields)

    return run


@pytest.fixture
def settle(write):
    def run(entry_id, *, owed, note="Se vio el ticket", **fields):
        request = ResolveRequest(new_request(), entry_id, owed=owed, note=note)
        return write(resolve_dispute, request, **fields)

    return run


@pytest.fixture
def client(write):
    return write(make_client, "Ana", debt_limit=1_000_00, credit_days=10)


def owes(read, client):
    return [row.owes for row in reversed(read(history, client))]


def test_what_is_disputed_counts_for_nothing_but_the_balance(
    client, write, read, clock, dispute, settle
):
    old = write(add_debt, client, 700_00)
    clock.move(days=90)
    write(add_debt, client, 100_00, override=Override("Se conocen"))
    with pytest.raises(OverdueError):
        read(check_credit, read(get_client, client), 1_00)
    done = dispute(old.entry_id)
    assert (done.client_balance, done.amount) == (800_00, 700_00)
    found = read(wallet_summary, client)
    assert (found.client.balance, found.disputed, found.available) == (800_00, 700_00, 900_00)
    assert (found.overdue, found.owing_since) == (0, read(lambda work: work.today))
    read(check_credit, found.client, 900_00)
    with pytest.raises(DebtLimitError):
        read(check_credit, found.client, 900_01)
    (debt,) = read(debts_by_age)
    assert (debt.balance, debt.current, debt.late, debt.lost) == (100_00, 100_00, 0, 0)
    assert read(age_of_debt, client) == debt
    assert owes(read, client) == [0, 100_00]
    assert [row.disputed for row in read(history, client)] == [False, True]
    assert "$ 100,00" in read(reminder_text, client, Tone.SHORT).replace("\xa0", " ")
    assert read(message_standing, client, MessageKind.OFFER).cautions == ()
    assert [line.written for line in read(today_price, client).lines] == [100_00]
    # What is paid meanwhile is paid of the rest; more than that, of this too.
    write(pay, client, 100_00)
    assert (owes(read, client), read(debts_by_age)) == ([0, 0, 0], [])
    with pytest.raises(NothingOwedError):
        read(reminder_text, client, Tone.SHORT)
    write(pay, client, 50_00)
    assert read(wallet_summary, client).disputed == 650_00
    settle(old.entry_id, owed=True)
    assert owes(read, client) == [550_00, 100_00, 0, 0]
    assert read(wallet_summary, client).overdue == 550_00


def test_what_was_not_owed_comes_off_that_purchase(client, write, read, dispute, settle):
    for amount in (100_00, 200_00, 300_00):
        write(add_debt, client, amount)
    second = read(history, client)[1].entry_id
    dispute(second)
    assert owes(read, client) == [100_00, 0, 300_00]
    assert read(age_of_debt, client).balance == 400_00
    assert [line.written for line in read(today_price, client).lines] == [100_00, 300_00]
    done = settle(second, owed=False, note="Era de otra Ana")
    assert (done.client_balance, done.amount) == (400_00, 200_00)
    assert owes(read, client) == [100_00, 0, 300_00, 0]
    credit = read(history, client)[0]
    assert (credit.title, credit.amount, credit.detail) == ("Ajuste", -200_00, "Era de otra Ana")
    with pytest.raises(NotDisputableError):
        dispute(second)
    write(undo, credit.entry_id)
    assert owes(read, client) == [100_00, 200_00, 300_00, 0, 0]
    assert [e.kind for e in read(events, AuditQuery())][:3] == [
        AuditKind.ADJUSTMENT,
        AuditKind.DISPUTE_SETTLED,
        AuditKind.DISPUTE,
    ]


def test_only_a_debt_that_stands_is_disputed_once(client, write, read, dispute, settle):
    debt = write(add_debt, client, 100_00)
    paid = write(pay, client, 10_00)
    wrong = write(adjust, client, 50_00)
    write(undo, wrong.entry_id)
    undoing = read(history, client)[0].entry_id
    for entry_id in (paid.entry_id, wrong.entry_id, undoing, 999):
        with pytest.raises(NotDisputableError):
            dispute(entry_id)
    with pytest.raises(NotDisputedError):
        settle(debt.entry_id, owed=True)
    dispute(debt.entry_id)
    assert read(open_dispute, debt.entry_id).reason == "Eso no lo llevé"
    with pytest.raises(DisputedError):
        dispute(debt.entry_id)
    settle(debt.entry_id, owed=True)
    assert read(open_dispute, debt.entry_id) is None
    dispute(debt.entry_id)


def test_each_request_is_done_once(client, write, read):
    debt, other = (write(add_debt, client, 100_00).entry_id for _ in range(2))
    request = DisputeRequest(new_request(), debt, "No es mío")
    assert write(dispute_entry, request) == write(dispute_entry, request)
    with pytest.raises(RequestReusedError):
        write(dispute_entry, replace(request, entry_id=other))
    end = ResolveRequest(new_request(), debt, owed=False, note="Cierto")
    assert write(resolve_dispute, end).client_balance == 100_00
    assert write(resolve_dispute, end).client_balance == 100_00
    assert write(dispute_entry, request).client_balance == 100_00
    with pytest.raises(RequestReusedError):
        write(resolve_dispute, replace(end, owed=True))


def test_a_dispute_says_why_and_takes_permission(client, write, dispute, settle, cashier):
    debt = write(add_debt, client, 100_00)
    with pytest.raises(ReasonMissingError):
        dispute(debt.entry_id, " ")
    with pytest.raises(NotAllowedError):
        dispute(debt.entry_id, user=cashier)
    dispute(debt.entry_id)
    with pytest.raises(ReasonMissingError):
        settle(debt.entry_id, owed=True, note="")
    with pytest.raises(NotAllowedError):
        settle(debt.entry_id, owed=True, user=cashier)


def test_who_disputes_is_not_merged_away(client, write, dispute, settle):
    debt = write(add_debt, client, 100_00)
    dispute(debt.entry_id)
    other = write(make_client, "Anita")
    with pytest.raises(DisputeOpenError):
        write(merge_clients, MergeRequest(new_request(), other, client))
    settle(debt.entry_id, owed=True)
    write(merge_clients, MergeRequest(new_request(), other, client))


def test_the_words_of_a_dispute_go_with_who_is_forgotten(client, write, database, dispute, settle):
    debt = write(add_debt, client, 100_00)
    dispute(debt.entry_id, "Dice que estaba de viaje")
    settle(debt.entry_id, owed=False, note="Le creemos")
    write(anonymise_client, client, "Lo pidió")
    with database.read() as work:
        for sql in ("SELECT reason FROM dispute", "SELECT note FROM dispute_end"):
            assert work.db.exec_driver_sql(sql).scalar_one() == ""


def test_a_debt_is_given_up_and_taken_up_again(client, write, read):
    write(add_debt, client, 300_00)
    part = write(write_off, WriteOffRequest(new_request(), client, 100_00, "Se mudó"))
    assert (part.amount, part.client_balance, owes(read, client)) == (100_00, 200_00, [200_00, 0])
    request = WriteOffRequest(new_request(), client, None, "Se mudó")
    whole = write(write_off, request)
    assert (whole.amount, whole.client_balance) == (200_00, 0)
    assert write(write_off, request) == whole
    assert read(history, client)[0].title == "Incobrable"
    write(undo, whole.entry_id, "Volvió y pagó")
    assert read(get_client, client).balance == 200_00


def test_what_is_given_up_is_owed_and_says_why(client, write, cashier):
    request = WriteOffRequest(new_request(), client, None, "Se mudó")
    with pytest.raises(NothingOwedError):
        write(write_off, request)
    write(add_debt, client, 300_00)
    for amount in (0, -1, 300_01):
        with pytest.raises(WriteOffError):
            write(write_off, replace(request, amount=amount))
    with pytest.raises(ReasonMissingError):
        write(write_off, replace(request, reason=" "))
    with pytest.raises(NotAllowedError):
        write(write_off, request, user=cashier)
    write(write_off, request)
    for other in (replace(request, amount=1), replace(request, client_id=write(make_client))):
        with pytest.raises(RequestReusedError):
            write(write_off, other)
    write(archive_client, client)
    with pytest.raises(ClientArchivedError):
        write(write_off, replace(request, request_id=new_request()))
