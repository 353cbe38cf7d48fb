from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from kioskifly_desktop.core.clients import archive_client, get_client, restore_client
from kioskifly_desktop.core.errors import (
    AlreadyReversedError,
    AmountRangeError,
    ClientArchivedError,
    ClientNotFoundError,
    DebtLimitError,
    NotAllowedError,
    NotReversibleError,
    ReasonMissingError,
    RegisterArchivedError,
    RegisterNotFoundError,
    RequestIdError,
    RequestReusedError,
    TextTooLongError,
)
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.money import MAX_AMOUNT
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.registers import (
    RegisterKind,
    add_register,
    archive_register,
    get_register,
)
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    Tender,
    get_sale,
    register_sale,
    return_goods,
)
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.core.wallet import (
    AdjustmentRequest,
    ReversalRequest,
    adjust_balance,
    history,
    register_payment,
    reverse_movement,
    wallet_summary,
)
from tests.factories import (
    BANK,
    DRAWER,
    E_WALLET,
    add_debt,
    add_printer,
    adjust,
    make_client,
    new_request,
    pay,
    payment,
    sale_on_account,
    undo,
)


@pytest.fixture
def client(write):
    """Return a client who owes $ 1.000."""
    result = write(make_client, "Ana Ñandú")
    write(add_debt, result, 1_000_00)
    return result


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


def papers_text(document):
    return "\n".join(
        " ".join(
            str(v)
            for v in (getattr(b, "text", ""), getattr(b, "left", ""), getattr(b, "right", ""))
            if v
        )
        for b in document.blocks
    ).replace("\xa0", " ")


@pytest.mark.parametrize("amount", [1, 999_99, 1_000_00, 1_000_01, MAX_AMOUNT])
def test_a_payment_moves_exactly_its_amount(client, write, read, cashier, amount):
    done = write(register_payment, payment(client, amount, register=BANK), user=cashier)

    assert done.client_balance == read(get_client, client).balance == 1_000_00 - amount
    assert done.register_balance == read(get_register, BANK).balance == amount
    assert read(get_register, DRAWER).balance == 0
    assert done.number == "X-00001-00000001"
    assert not done.printing


def test_a_payment_is_queued_when_a_printer_prints_by_itself(client, write, read):
    write(add_printer)
    request = payment(client)
    assert write(register_payment, request).printing
    assert not write(register_payment, request).printing
    assert [job.title for job in read(waiting_jobs)] == ["Recibo de pago X-00001-00000001"]


@pytest.mark.parametrize("amount", [0, -1, MAX_AMOUNT + 1, 2**63])
def test_an_amount_is_above_zero_and_bounded(client, refused, amount):
    error = refused(AmountRangeError, register_payment, payment(client, amount))
    assert error.field == "amount"
    if amount:  # goods of an open price sold for nothing have no price
        refused(AmountRangeError, add_debt, client, amount)
    if amount != -1:
        refused(AmountRangeError, adjust, client, amount)
        refused(AmountRangeError, adjust, client, -amount)


def test_money_comes_from_a_client_in_use_into_a_register_in_use(client, write, refused):
    refused(ClientNotFoundError, register_payment, payment(999))
    error = refused(RegisterNotFoundError, register_payment, payment(client, register=999))
    assert (error.field, "Caja 1, Banco, Mercado Pago" in str(error)) == ("register", True)

    empty = write(add_register, "Vieja", RegisterKind.DRAWER)
    write(archive_register, empty)
    error = refused(RegisterArchivedError, register_payment, payment(client, register=empty))
    assert error.field == "register"

    gone = write(make_client, "Beto")
    write(archive_client, gone)
    for act, request in (
        (register_payment, payment(gone)),
        (adjust_balance, AdjustmentRequest(new_request(), gone, 1, "x")),
    ):
        refused(ClientArchivedError, act, request)
    refused(ClientArchivedError, add_debt, gone, 1)


def test_a_note_is_cleaned_and_bounded(client, write, read, refused):
    done = write(pay, client, note=" \x1b@\u202etrajo\x00 \t cambio\n")
    assert read(history, client)[0].detail == "Efectivo · @trajo cambio"
    assert "Nota: @trajo cambio" in papers_text(read(voucher_document, done.voucher_id))

    assert refused(TextTooLongError, pay, client, note="x" * 201).field == "note"
    write(pay, client, note="x" * 200)


# Repeated requests


def test_a_repeated_request_changes_nothing(client, write, everything):
    request = payment(client, 300_00, note="primera")
    first = write(register_payment, request)
    write(pay, client)
    before = everything()
    for again in (request, replace(request, note="otra nota")):
        assert write(register_payment, again) == first
    assert everything() == before

    adjustment = AdjustmentRequest(new_request(), client, -5_00, "Redondeo")
    reversal = ReversalRequest(new_request(), first.entry_id, "Error")
    for act, asked in ((adjust_balance, adjustment), (reverse_movement, reversal)):
        once = write(act, asked)
        before = everything()
        assert write(act, asked) == once
        assert everything() == before


def test_a_repeated_request_is_answered_after_what_it_moved_was_retired(client, write, everything):
    register = write(add_register, "De paso", RegisterKind.DRAWER)
    request = payment(client, 1_000_00, register=register)
    first = write(register_payment, request)
    undone = write(undo, first.entry_id)
    write(pay, client, 1_000_00)
    write(archive_register, register)
    write(archive_client, client)
    before = everything()
    assert write(register_payment, request) == first
    assert everything() == before
    assert undone.number == "AX-00001-00000001"


def test_a_request_by_another_name_is_another(client, write):
    request = payment(client, 1_00)
    first = write(register_payment, request)
    second = write(register_payment, replace(request, request_id=new_request()))
    assert (first.number, second.number) == ("X-00001-00000001", "X-00001-00000002")
    assert second.client_balance == first.client_balance - 1_00


def test_a_request_names_one_operation_for_ever(client, write, refused):
    request = payment(client, 1_00)
    done = write(register_payment, request)
    other = write(make_client, "Beto")
    for change in (
        {"amount": 2_00},
        {"client_id": other},
        {"register_id": BANK},
        {"method": PaymentMethod.QR},
    ):
        error = refused(RequestReusedError, register_payment, replace(request, **change))
        assert request.request_id in str(error)

    name = request.request_id
    refused(
        RequestReusedError, register_sale, write(sale_on_account, client, 1_00, request_id=name)
    )
    refused(RequestReusedError, adjust_balance, AdjustmentRequest(name, client, -1_00, "x"))
    refused(RequestReusedError, reverse_movement, ReversalRequest(name, done.entry_id, "x"))

    sale = write(sale_on_account, client, 7_00)
    write(register_sale, sale)
    refused(RequestReusedError, register_payment, replace(request, request_id=sale.request_id))
    adjustment = AdjustmentRequest(sale.request_id, client, 7_00, "Pan")
    refused(RequestReusedError, adjust_balance, adjustment)


@pytest.mark.parametrize("request_id", ["", " ", "x" * 65, "a b", "ñ", "a\0", "\ud800", "a\n"])
def test_a_badly_named_request_is_refused(client, refused, request_id):
    for act, request in (
        (register_payment, payment(client, request_id=request_id)),
        (adjust_balance, AdjustmentRequest(request_id, client, 1, "x")),
        (reverse_movement, ReversalRequest(request_id, 1, "x")),
    ):
        assert refused(RequestIdError, act, request).field == "request_id"


def test_enter_held_down_pays_once(client, database, admin, write, read):
    request = payment(client, 250_00)

    def press(_):
        with database.write(admin) as work:
            return register_payment(work, request)

    with ThreadPoolExecutor(8) as pool:
        results = set(pool.map(press, range(100)))
    assert len(results) == 1
    assert read(get_client, client).balance == 750_00
    assert read(get_register, DRAWER).balance == 250_00


# Purchases and adjustments


def test_a_purchase_stays_within_the_limit(write, read, refused):
    client = write(make_client, debt_limit=100_00)
    write(add_debt, client, 60_00)
    error = refused(DebtLimitError, add_debt, client, 40_01)
    assert "por $\xa00,01" in str(error)
    write(add_debt, client, 40_00)
    assert read(wallet_summary, client).available == 0
    refused(DebtLimitError, add_debt, client, 1)

    no_credit = write(make_client, "Sin fiado", debt_limit=0)
    refused(DebtLimitError, add_debt, no_credit, 1)
    write(pay, no_credit, 10_00)
    write(add_debt, no_credit, 10_00)


def test_an_adjustment_needs_an_administrator_and_a_reason(client, write, read, refused, cashier):
    request = AdjustmentRequest(new_request(), client, 50_00, " Cuaderno\x07 viejo ")
    refused(NotAllowedError, adjust_balance, request, user=cashier)
    for empty in ("", "  \t", "\x00\u200b"):
        error = refused(ReasonMissingError, adjust_balance, replace(request, reason=empty))
        assert error.field == "reason"
    refused(TextTooLongError, adjust_balance, replace(request, reason="x" * 201))

    assert write(adjust_balance, request).client_balance == 1_050_00
    row = read(history, client)[0]
    assert (row.kind, row.title, row.amount) == (EntryKind.ADJUSTMENT, "Ajuste", 50_00)
    assert (row.detail, row.register, row.number) == ("Cuaderno viejo", "", "")


# Reversals


def test_a_reversal_restores_both_balances_on_a_paper_of_its_own_series(client, write, read, clock):
    kept = write(pay, client, 100_00)
    done = write(pay, client, 300_00, register=BANK)
    clock.move(minutes=5)
    undone = write(undo, done.entry_id, "Se cobró dos veces")

    assert undone.client_balance == read(get_client, client).balance == 900_00
    assert read(get_register, BANK).balance == 0
    assert read(get_register, DRAWER).balance == 100_00
    assert (kept.number, done.number) == ("X-00001-00000001", "X-00001-00000002")
    assert undone.number == "AX-00001-00000001"

    paper = papers_text(read(voucher_document, undone.voucher_id))
    for words in ("ANULACIÓN DE RECIBO  X", f"Anula el recibo {done.number}", "$ 300,00", "Motivo"):
        assert words in paper
    assert "ANULADO - 05/03/2026 12:05" in papers_text(read(voucher_document, done.voucher_id))
    assert "ANULADO" not in papers_text(read(voucher_document, kept.voucher_id))
    assert write(pay, client).number == "X-00001-00000003"

    rows = {row.entry_id: row for row in read(history, client)}
    assert rows[done.entry_id].reversed
    assert not rows[kept.entry_id].reversed
    assert rows[undone.entry_id].title == "Anulación"
    assert rows[undone.entry_id].register == "Banco"


def test_an_adjustment_is_undone_without_paper(client, write, read):
    done = write(adjust, client, -200_00)
    undone = write(undo, done.entry_id)
    assert (undone.voucher_id, undone.number, undone.printing) == (None, "", False)
    assert read(get_client, client).balance == 1_000_00


def test_a_reversal_is_printed(client, write, read):
    done = write(pay, client)
    write(add_printer)
    assert write(undo, done.entry_id).printing
    assert [job.title for job in read(waiting_jobs)] == ["Anulación de recibo AX-00001-00000001"]


def test_what_is_reversed_and_by_whom(client, write, refused, cashier):
    done = write(pay, client)
    request = ReversalRequest(new_request(), done.entry_id, "x")
    refused(NotAllowedError, reverse_movement, request, user=cashier)
    assert refused(ReasonMissingError, undo, done.entry_id, " ").field == "reason"

    undone = write(reverse_movement, request)
    refused(AlreadyReversedError, undo, done.entry_id)
    refused(NotReversibleError, undo, undone.entry_id)
    refused(NotReversibleError, undo, 999)
    sale = write(add_debt, client, 1_00)
    refused(NotReversibleError, undo, sale.entry_id)

    another = write(pay, client)
    refused(RequestReusedError, reverse_movement, replace(request, entry_id=another.entry_id))


def test_a_retired_client_is_not_moved_by_a_reversal(client, write, read, refused):
    done = write(pay, client, 1_000_00)
    write(archive_client, client)
    refused(ClientArchivedError, undo, done.entry_id)

    write(restore_client, client)
    write(undo, done.entry_id)
    assert read(get_client, client).balance == 1_000_00


# What is read


@pytest.fixture
def lived_in(write, clock):
    """Return a client with 40 movements on ten days, two movements of others between them."""
    client, other = write(make_client, "Ana"), write(make_client, "Beto")
    for n in range(40):
        if n % 4 == 0:
            clock.move(days=1)
            write(add_debt, other, 1_00)
        if n % 3:
            write(pay, client, (n + 1) * 10)
        else:
            write(add_debt, client, (n + 1) * 100)
    return client


@pytest.mark.parametrize("size", [1, 7, 40, 100])
def test_pages_of_history_are_the_history(lived_in, read, size):
    whole = read(history, lived_in, limit=1000)
    assert len(whole) == 40
    pages, before = [], None
    while page := read(history, lived_in, before=before, limit=size):
        pages += page
        before = page[-1].posting_id
    assert pages == whole
    assert [row.posting_id for row in whole] == sorted(
        (row.posting_id for row in whole), reverse=True
    )


def test_history_is_filtered_by_day(lived_in, read):
    whole = read(history, lived_in, limit=1000)
    day = date(2026, 3, 9)
    on = read(history, lived_in, since=day, until=day)
    assert on == [row for row in whole if row.business_date == day]
    assert len(on) == 4
    assert read(history, lived_in, since=day, limit=99) == [
        row for row in whole if row.business_date >= day
    ]
    assert read(history, lived_in, until=day, limit=99) == [
        row for row in whole if row.business_date <= day
    ]
    assert read(history, lived_in, since=date(2027, 1, 1)) == []


def test_a_movement_says_what_it_was(client, write, read):
    done = write(pay, client, 100_00, register=BANK, method=PaymentMethod.TRANSFER, note="seña")
    row, purchase = read(history, client)
    assert (row.title, row.detail, row.register) == ("Pago", "Transferencia · seña", "Banco")
    assert (row.number, row.voucher_id) == (done.number, done.voucher_id)
    assert (row.amount, row.balance) == (-100_00, 900_00)
    assert (purchase.title, purchase.detail) == ("Compra a cuenta", "Mercadería")
    assert (purchase.number, purchase.register) == ("TX-00001-00000001", "")


def test_a_sale_paid_in_several_ways_is_one_movement(client, write, read):
    request = write(sale_on_account, client, 100_00)
    tenders = (
        Tender(PaymentMethod.CASH, DRAWER, 30_00),
        Tender(PaymentMethod.QR, E_WALLET, 20_00),
    )
    write(register_sale, replace(request, on_account=50_00, tenders=tenders))
    sale, first = read(history, client)
    assert (sale.title, sale.amount, sale.balance) == ("Compra a cuenta", 50_00, 1_050_00)
    assert (sale.register, sale.owes, first.owes) == ("", 50_00, 1_000_00)


def test_goods_that_come_back_settle_what_they_were_bought_with(client, write, read):
    sale = write(add_debt, client, 300_00)
    (line,) = read(get_sale, sale.sale_id).lines
    back = ReturnRequest(
        new_request(), sale.sale_id, (ReturnLine(line.id, 1000),), None, client, "Vencido"
    )
    write(return_goods, back)
    rows = read(history, client)
    assert (rows[0].title, rows[0].amount) == ("Devolución", -300_00)
    assert [row.owes for row in rows] == [0, 0, 1_000_00]


def test_a_day_ends_at_midnight_in_buenos_aires(client, write, read, clock):
    clock.move(hours=11, minutes=59)  # 23:59 there, the next day in Greenwich
    write(pay, client)
    clock.move(minutes=1)
    write(pay, client)
    assert [row.business_date.day for row in read(history, client)] == [6, 5, 5]


def test_the_account_at_a_glance(write, read, clock):
    client = write(make_client, debt_limit=500_00)
    summary = read(wallet_summary, client)
    assert summary.client == read(get_client, client)
    assert (summary.available, summary.last_payment_at) == (500_00, None)
    assert (summary.last_receipt_id, summary.owing_since) == (None, None)

    write(add_debt, client, 100_00)
    clock.move(days=1)
    write(add_debt, client, 100_00)
    first = write(pay, client, 50_00)
    paid_at = clock.now
    clock.move(days=1)
    second = write(pay, client, 10_00)
    assert read(wallet_summary, client).last_receipt_id == second.voucher_id
    write(undo, second.entry_id)

    summary = read(wallet_summary, client)
    assert (summary.available, summary.owing_since) == (350_00, date(2026, 3, 5))
    assert (summary.last_payment_at, summary.last_receipt_id) == (paid_at, first.voucher_id)

    write(pay, client, 200_00)
    summary = read(wallet_summary, client)
    assert (summary.available, summary.owing_since) == (550_00, None)
    write(add_debt, client, 60_00)
    assert read(wallet_summary, client).owing_since == date(2026, 3, 7)
    write(pay, client, 10_00)
    clock.move(days=1)
    write(add_debt, client, 1_00)
    assert read(wallet_summary, client).owing_since == date(2026, 3, 8)


def test_without_a_limit_there_is_no_available(client, read):
    assert read(wallet_summary, client).available is None


def test_a_debt_above_a_lowered_limit_leaves_nothing_available(client, write, read):
    other = write(make_client, "Beto", debt_limit=10_00)
    write(adjust, other, 30_00)
    assert read(wallet_summary, other).available == 0


@pytest.mark.parametrize("ask", [wallet_summary, history])
def test_nobody_has_no_account(read, ask):
    with pytest.raises(ClientNotFoundError):
        read(ask, 999)
