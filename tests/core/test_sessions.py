"""A drawer's turno: what was in it, what came and went, and what was counted."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import APPLICATION_ID, FILE_NAME, _engine
from kioskifly_desktop.core.documents import DocumentKind, Pair, Text
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    CashCountError,
    NoOpenSessionError,
    NotADrawerError,
    NotEnoughCashError,
    ReasonMissingError,
    RegisterArchivedError,
    RegisterBusyError,
    RegisterNotFoundError,
    RequestReusedError,
    SameRegisterError,
    SessionNotFoundError,
    SessionOpenError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import OF_THE_SHOP, AccountKind, EntryKind
from kioskifly_desktop.core.money import MAX_AMOUNT
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.registers import (
    RegisterKind,
    add_register,
    archive_register,
    get_register,
    register_movements,
    rename_register,
)
from kioskifly_desktop.core.sessions import (
    DENOMINATIONS,
    FIRST_CATEGORIES,
    CashCount,
    CashMovementRequest,
    CloseRequest,
    OpenRequest,
    SessionDone,
    Tally,
    TransferRequest,
    close_session,
    current_session,
    list_sessions,
    open_session,
    open_sessions,
    pay_in,
    pay_out,
    session_report,
    transfer,
    x_report,
)
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.vouchers import find_voucher, voucher_document
from tests.factories import (
    BANK,
    DRAWER,
    E_WALLET,
    add_debt,
    add_printer,
    make_client,
    new_request,
    pay,
    undo,
)

SCRIPTS = "kioskifly_desktop.core:migrations"


def start(work, opening_float=0, register=DRAWER):
    return open_session(work, OpenRequest(new_request(), register, opening_float)).session_id


def finish(work, session_id, counted=None, note=""):
    if counted is None:
        counted = session_report(work, session_id).expected
    request = CloseRequest(new_request(), session_id, CashCount(coins=counted), note)
    return close_session(work, request)


def move(work, act, amount, register=DRAWER, reason="Bolsas"):
    return act(work, CashMovementRequest(new_request(), register, amount, reason))


def send(work, amount, source=DRAWER, target=BANK, note=""):
    return transfer(work, TransferRequest(new_request(), source, target, amount, note))


def balance(work, register=DRAWER):
    return get_register(work, register).balance


def pairs(document):
    return {block.left.strip(): block.right for block in document.blocks if isinstance(block, Pair)}


@pytest.fixture
def client(write):
    client_id = write(make_client)
    write(add_debt, client_id, 1_000_00)
    return client_id


def test_a_drawer_is_opened_with_what_is_in_it(write, read, clock, admin):
    done = write(open_session, OpenRequest("o", DRAWER, 20_000_00))
    row = read(current_session, DRAWER)
    assert done == SessionDone(row.id, 0), "the first money of a drawer is nobody's mistake"
    assert write(open_session, OpenRequest("o", DRAWER, 20_000_00)) == done
    assert row.opening_over_short == 0
    assert (row.register, row.opening_float) == ("Caja 1", 20_000_00)
    assert (row.opened_at, row.opened_by) == (clock.now, admin.name)
    assert (row.closed_at, row.closed_by, row.number, row.voucher_id) == (None, "", "", None)
    assert (row.expected, row.counted, row.over_short) == (None, None, None)
    assert read(balance) == 20_000_00
    assert read(open_sessions) == [row]
    assert read(current_session, BANK) is None


@pytest.mark.parametrize(("counted", "difference"), [(80_00, -20_00), (130_00, 30_00), (100_00, 0)])
def test_a_difference_at_the_opening_is_written_down(client, write, read, counted, difference):
    write(pay, client, 100_00)
    done = write(open_session, OpenRequest("o", DRAWER, counted))
    assert done.over_short == difference
    assert read(balance) == counted
    assert read(session_report, done.session_id).expected == counted


@pytest.mark.parametrize(
    ("counted", "line"),
    [(80_00, ("Faltante al abrir", 20_00)), (130_00, ("Sobrante al abrir", 30_00)), (100_00, None)],
)
def test_a_difference_at_the_opening_is_on_its_papers(client, write, read, counted, line):
    write(pay, client, 100_00)
    session = write(start, counted)
    write(move, pay_in, 7_00)
    (row,) = read(list_sessions, DRAWER)
    assert row.opening_over_short == counted - 100_00
    interim = read(x_report, session)
    close = read(voucher_document, write(finish, session).voucher_id)
    for paper in (interim, close):
        said = {name: figure for name, figure in pairs(paper).items() if "al abrir" in name}
        assert said == ({line[0]: format_money(line[1])} if line else {})


def test_a_register_has_one_open_session(write, read, everything):
    write(start, 5_00)
    before = everything()
    with pytest.raises(SessionOpenError, match=r"«Caja 1» ya está abierta desde 05/03/2026 12:00"):
        write(start, 5_00)
    assert everything() == before


def test_the_file_itself_refuses_a_second_open_session(write):
    write(start)
    statement = (
        "INSERT INTO cash_session (register_id, opening_entry_id, opening_float) "
        "SELECT register_id, opening_entry_id + 1, 0 FROM cash_session"
    )
    with pytest.raises(IntegrityError, match=r"UNIQUE constraint failed: cash_session.register_id"):
        write(lambda work: work.db.exec_driver_sql(statement))


def test_two_drawers_have_their_own(write, read):
    second = write(add_register, "Caja 2", RegisterKind.DRAWER)
    sessions = {write(start, 1_00), write(start, 2_00, register=second)}
    assert {row.id for row in read(open_sessions)} == sessions
    assert read(current_session, second).opening_float == 2_00


@pytest.mark.parametrize("register", [BANK, E_WALLET])
def test_only_a_drawer_is_counted(write, register):
    with pytest.raises(NotADrawerError):
        write(start, register=register)


def test_what_does_not_exist_is_neither_opened_nor_closed(write, read):
    with pytest.raises(RegisterNotFoundError):
        write(start, register=99)
    for ask in (session_report, x_report):
        with pytest.raises(SessionNotFoundError):
            read(ask, 99)
    with pytest.raises(SessionNotFoundError):
        write(finish, 99, 0)


@pytest.mark.parametrize("amount", [-1, MAX_AMOUNT + 1])
def test_a_float_is_an_amount(write, amount):
    with pytest.raises(CashCountError) as caught:
        write(start, amount)
    assert caught.value.field == "opening_float"


def test_a_payment_of_old_debt_never_makes_the_drawer_look_short(client, write, read):
    session = write(start, 50_00)
    write(pay, client, 300_00)
    write(pay, client, 200_00, register=BANK)
    report = read(session_report, session)
    assert report.payments_on_account == Tally(1, 300_00)
    assert report.expected == 350_00
    assert write(finish, session, 350_00).over_short == 0


def test_a_day_of_only_on_account_sales_expects_the_float(client, write, read):
    session = write(start, 50_00)
    write(add_debt, client, 700_00)
    done = write(finish, session, 50_00)
    assert (done.expected, done.over_short) == (50_00, 0)


def test_the_reversal_of_an_earlier_payment_leaves_the_open_drawer(client, write, read):
    first = write(start)
    done = write(pay, client, 300_00)
    closed = write(finish, first)
    second = write(start, 300_00)
    write(undo, done.entry_id)
    assert read(session_report, second).reversals == Tally(1, -300_00)
    assert read(session_report, second).expected == 0
    assert read(session_report, first).expected == closed.expected == 300_00


def test_what_happens_between_sessions_is_in_neither(client, write, read):
    first = write(start, 10_00)
    write(finish, first)
    write(pay, client, 100_00)
    done = write(open_session, OpenRequest("o", DRAWER, 110_00))
    assert done.over_short == 0
    assert read(session_report, first).expected == 10_00
    assert read(session_report, done.session_id).payments_on_account == Tally()


def test_each_movement_has_its_line(client, write, read):
    session = write(start, 1_000_00)
    write(pay, client, 100_00)
    write(pay, client, 50_00)
    write(undo, write(pay, client, 7_00).entry_id)
    write(move, pay_in, 20_00, reason="Cambio")
    write(move, pay_out, 300_00, reason="Pan")
    write(send, 400_00, note="depósito")
    write(send, 30_00, source=E_WALLET, target=DRAWER)
    report = read(session_report, session)
    assert report.payments_on_account == Tally(3, 157_00)
    assert report.reversals == Tally(1, -7_00)
    assert (report.pay_ins, report.pay_outs) == (Tally(1, 20_00), Tally(1, -300_00))
    assert (report.transfers_in, report.transfers_out) == (Tally(1, 30_00), Tally(1, -400_00))
    assert report.others == Tally()
    assert report.expected == read(balance) == 500_00
    assert [(line.kind, line.reason, line.amount) for line in report.movements] == [
        (EntryKind.CASH_IN, "Cambio", 20_00),
        (EntryKind.CASH_OUT, "Pan", -300_00),
        (EntryKind.TRANSFER, "De Caja 1 a Banco · depósito", -400_00),
        (EntryKind.TRANSFER, "De Mercado Pago a Caja 1", 30_00),
    ]


def test_the_registers_movements_say_what_they_were(write, read):
    session = write(start, 1_000_00)
    write(move, pay_in, 20_00, reason="Cambio {memo}")
    write(move, pay_out, 300_00, reason="Pan")
    write(send, 400_00)
    done = write(finish, session, 300_00, "faltó un billete")
    rows = read(register_movements, DRAWER)
    assert [(row.concept, row.amount, row.reference) for row in rows] == [
        ("Diferencia: Cierre de caja · faltó un billete", -20_00, done.number),
        ("De Caja 1 a Banco", -400_00, ""),
        ("Retiro: Pan", -300_00, ""),
        ("Ingreso: Cambio {memo}", 20_00, ""),
        ("Ingreso: Fondo inicial", 1_000_00, ""),
    ]
    (arrived,) = read(register_movements, BANK)
    assert (arrived.concept, arrived.balance) == ("De Caja 1 a Banco", 400_00)


@pytest.mark.parametrize("act", [pay_in, pay_out])
def test_a_closed_drawer_is_not_touched_by_hand(write, act, everything):
    before = everything()
    with pytest.raises(NoOpenSessionError, match=r"«Caja 1» está cerrada\. Abrila primero\."):
        write(move, act, 10_00)
    assert everything() == before


def test_a_bank_has_no_turno_and_moves_at_any_time(write, read):
    assert write(move, pay_in, 10_00, register=BANK).register_balance == 10_00
    assert write(move, pay_out, 4_00, register=BANK).register_balance == 6_00
    assert write(send, 1_00, source=BANK, target=DRAWER).register_balance == 5_00
    assert read(balance) == 1_00


def test_what_a_drawer_does_not_hold_is_not_taken_from_it(client, write, read, everything):
    write(start, 100_00)
    done = write(pay, client, 50_00)
    before = everything()
    for act, *args in ((move, pay_out, 150_01), (send, 150_01)):
        with pytest.raises(NotEnoughCashError, match=r"En «Caja 1» hay \$\xa0150,00") as caught:
            write(act, *args)
        assert caught.value.field == "amount"
    assert everything() == before
    assert write(move, pay_out, 100_00).register_balance == 50_00
    assert write(send, 50_00).register_balance == 0
    write(undo, done.entry_id)
    with pytest.raises(NotEnoughCashError, match=r"hay \$\xa00,00"):
        write(move, pay_out, 1)
    assert read(balance) == -50_00


def test_a_bank_may_be_overdrawn(write):
    assert write(move, pay_out, 4_00, register=BANK).register_balance == -4_00
    assert write(send, 1_00, source=E_WALLET, target=BANK).register_balance == -1_00


def test_what_was_taken_once_is_not_asked_for_again(write):
    write(start, 10_00)
    request = CashMovementRequest("p", DRAWER, 10_00, "Pan")
    first = write(pay_out, request)
    assert write(pay_out, request) == first


@pytest.mark.parametrize("amount", [0, -1, MAX_AMOUNT + 1])
def test_an_amount_is_above_zero(write, amount):
    write(start)
    for act in (pay_in, pay_out):
        with pytest.raises(AmountRangeError):
            write(move, act, amount)
    with pytest.raises(AmountRangeError):
        write(send, amount)


def test_money_is_not_moved_without_saying_why(write):
    write(start)
    for act in (pay_in, pay_out):
        with pytest.raises(ReasonMissingError):
            write(move, act, 1_00, reason="  ")


def test_a_transfer_is_between_two_registers_in_use(write):
    with pytest.raises(SameRegisterError):
        write(send, 1_00, target=DRAWER)
    write(archive_register, BANK)
    with pytest.raises(RegisterArchivedError):
        write(send, 1_00)


def test_a_register_with_its_session_open_is_not_archived(write):
    session = write(start)
    with pytest.raises(RegisterBusyError):
        write(archive_register, DRAWER)
    write(finish, session)
    write(archive_register, DRAWER)


@pytest.mark.parametrize(("counted", "difference"), [(90_00, -10_00), (105_00, 5_00), (100_00, 0)])
def test_a_difference_at_the_close_never_blocks(write, read, clock, cashier, counted, difference):
    session = write(start, 100_00)
    clock.move(hours=8)
    done = write(finish, session, counted, user=cashier)
    assert (done.expected, done.counted, done.over_short) == (100_00, counted, difference)
    assert read(balance) == counted
    assert read(current_session, DRAWER) is None
    (row,) = read(list_sessions, DRAWER)
    assert (row.expected, row.counted, row.over_short) == (100_00, counted, difference)
    assert (row.closed_at, row.closed_by) == (clock.now, cashier.name)
    assert read(session_report, session).expected == 100_00
    assert row.closed_at - row.opened_at == timedelta(hours=8)
    assert (row.number, row.voucher_id) == (done.number, done.voucher_id)


def test_a_session_is_closed_once(write, everything):
    session = write(start)
    write(finish, session)
    before = everything()
    with pytest.raises(NoOpenSessionError):
        write(finish, session, 0)
    assert everything() == before


def test_a_count_adds_up():
    notes = tuple((worth, 1) for worth in DENOMINATIONS)
    assert CashCount(notes, 3_50).total == 33_883_50
    assert CashCount().total == 0


@pytest.mark.parametrize(
    "count",
    [
        CashCount(((3_00, 1),)),
        CashCount(((100_00, -1),), 200_00),
        CashCount((), -1),
        CashCount((), MAX_AMOUNT + 1),
    ],
)
def test_a_count_is_of_notes_there_are(write, read, count):
    session = write(start)
    with pytest.raises(CashCountError) as caught:
        write(close_session, CloseRequest("c", session, count))
    assert caught.value.field == "count"
    assert read(current_session, DRAWER).id == session


def test_what_a_request_did_is_done_once(write, read, everything):
    requests = [
        (open_session, OpenRequest("o", DRAWER, 100_00)),
        (pay_in, CashMovementRequest("i", DRAWER, 10_00, "Cambio")),
        (pay_out, CashMovementRequest("p", DRAWER, 20_00, "Pan")),
        (transfer, TransferRequest("t", DRAWER, BANK, 30_00)),
        (close_session, CloseRequest("c", 1, CashCount(((20_00, 2),), 10_00))),
    ]
    first = [write(act, request) for act, request in requests]
    before = everything()
    assert [write(act, request) for act, request in requests] == first
    assert everything() == before
    assert read(list_sessions, DRAWER)[0].over_short == -10_00


@pytest.mark.parametrize(
    ("act", "request_"),
    [
        (open_session, OpenRequest("o", DRAWER, 99_00)),
        (open_session, OpenRequest("o", BANK, 100_00)),
        (open_session, OpenRequest("i", DRAWER, 100_00)),
        (pay_in, CashMovementRequest("i", DRAWER, 11_00, "Cambio")),
        (pay_in, CashMovementRequest("i", BANK, 10_00, "Cambio")),
        (pay_out, CashMovementRequest("i", DRAWER, 10_00, "Cambio")),
        (transfer, TransferRequest("t", DRAWER, E_WALLET, 30_00)),
        (transfer, TransferRequest("t", BANK, DRAWER, 30_00)),
        (close_session, CloseRequest("c", 1, CashCount(coins=1_00))),
        (close_session, CloseRequest("c", 2, CashCount(coins=80_00))),
        (close_session, CloseRequest("o", 1, CashCount(coins=80_00))),
    ],
)
def test_an_identifier_is_not_used_for_something_else(write, everything, act, request_):
    write(open_session, OpenRequest("o", DRAWER, 100_00))
    write(pay_in, CashMovementRequest("i", DRAWER, 10_00, "Cambio"))
    write(transfer, TransferRequest("t", DRAWER, BANK, 30_00))
    write(close_session, CloseRequest("c", 1, CashCount(coins=80_00)))
    before = everything()
    with pytest.raises(RequestReusedError):
        write(act, request_)
    assert everything() == before


def test_the_past_is_read_by_pages(write, read):
    sessions = [write(finish, write(start)).session_id for _ in range(5)]
    first = read(list_sessions, DRAWER, limit=2)
    assert [row.id for row in first] == sessions[:2:-1]
    rest = read(list_sessions, DRAWER, before=first[-1].id)
    assert [row.id for row in rest] == sessions[2::-1]
    assert read(list_sessions, BANK) == []


def test_the_close_prints_its_paper_and_keeps_it(client, write, read):
    write(add_printer)
    session = write(start, 20_000_00)
    write(pay, client, 500_00)
    write(move, pay_out, 300_00, reason="Panadería")
    count = CashCount(((20_000_00, 1), (100_00, 0)), 150_00)
    done = write(close_session, CloseRequest("c", session, count, "Faltó uno"))
    assert done.number == "CX-00001-00000001"
    assert done.printing
    assert [job.title for job in read(waiting_jobs)][-1] == f"Cierre de caja {done.number}"
    write(rename_register, DRAWER, "Otra")
    paper = read(voucher_document, read(find_voucher, done.number.lower()))
    assert (paper.kind, paper.number) == (DocumentKind.CLOSE, done.number)
    shown = pairs(paper)
    assert shown["Caja"] == "Caja 1"
    assert shown["Fondo inicial"] == format_money(20_000_00)
    assert shown["Cobranzas de cuenta corriente"] == format_money(500_00)
    assert shown["Retiros"] == shown["Panadería"] == format_money(-300_00)
    assert shown["EFECTIVO ESPERADO"] == format_money(20_200_00)
    assert shown[f"1 x {format_money(20_000_00)}"] == format_money(20_000_00)
    assert f"0 x {format_money(100_00)}" not in shown
    assert shown["EFECTIVO CONTADO"] == format_money(20_150_00)
    assert shown["FALTANTE"] == format_money(50_00)
    assert Text("Nota: Faltó uno") in paper.blocks


@pytest.mark.parametrize(("counted", "caption"), [(0, "SIN DIFERENCIA"), (5, "SOBRANTE")])
def test_the_paper_says_the_difference_in_words(write, read, counted, caption):
    done = write(finish, write(start), counted)
    assert not done.printing
    paper = read(voucher_document, done.voucher_id)
    assert pairs(paper)[caption] == format_money(counted)


def test_an_x_report_closes_nothing(client, write, read, everything):
    session = write(start, 100_00)
    write(pay, client, 50_00)
    before = everything()
    paper = read(x_report, session)
    assert everything() == before
    assert (paper.kind, paper.title, paper.number) == (DocumentKind.X_REPORT, "Informe X", "")
    shown = pairs(paper)
    assert shown["Cobranzas de cuenta corriente"] == format_money(50_00)
    assert shown["EFECTIVO ESPERADO"] == format_money(150_00)
    assert "EFECTIVO CONTADO" not in shown
    assert any(isinstance(b, Text) and b.text == "INFORME X" for b in paper.blocks)


def test_a_paper_leaves_out_what_did_not_happen_but_for_payments(write, read):
    shown = pairs(read(x_report, write(start, 100_00)))
    assert shown["Cobranzas de cuenta corriente"] == format_money(0)
    assert "Retiros" not in shown


FAULTS = {
    "the float": (
        "UPDATE cash_session SET opening_float = 1 WHERE id = 1",
        "El turno 1 de «Caja 1» abrió con $\xa00,01 y la caja decía $\xa0100,00.",
    ),
    "what was expected": (
        "UPDATE cash_session SET expected = expected + 1 WHERE id = 1",
        "El turno 1 de «Caja 1» esperaba $\xa0110,01 y sus movimientos suman $\xa0110,00.",
    ),
    "what was counted": (
        "UPDATE cash_session SET counted = counted + 1 WHERE id = 1",
        "El turno 1 de «Caja 1» cerró con $\xa0105,01 contados y la caja quedó en $\xa0105,00.",
    ),
    "the paper": (
        "UPDATE cash_session SET closing_entry_id = 5 WHERE id = 1",
        "El turno 1 de «Caja 1» no tiene su comprobante de cierre.",
    ),
    "the float of an open one": (
        "UPDATE cash_session SET opening_float = 0 WHERE id = 2",
        "El turno 2 de «Caja 1» abrió con $\xa00,00 y la caja decía $\xa0105,00.",
    ),
}


@pytest.mark.broken_books
@pytest.mark.parametrize(("statement", "sentence"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_session_is_named(write, read, folder, statement, sentence):
    session = write(start, 100_00)
    write(move, pay_in, 10_00)
    write(finish, session, 105_00)
    write(start, 105_00)
    write(move, pay_in, 1_00)
    assert read(check) == []
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        assert connection.execute(statement).rowcount == 1
        connection.commit()
    assert sentence in read(check)


def test_a_shop_from_before_there_were_sessions_gets_them(tmp_path, clock):
    path = tmp_path / FILE_NAME
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    engine = _engine(path, "BEGIN IMMEDIATE", (), mode="rwc")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in (
            f"PRAGMA application_id = {APPLICATION_ID}",
            "INSERT INTO user (name, role, active) VALUES ('Ana', 'admin', 1)",
            "INSERT INTO account (kind) VALUES ('sales'), ('adjustments'), ('register')",
            "INSERT INTO register VALUES (1, 'Caja', 'caja', 'drawer', 3, 0)",
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()

    database = open_shop(tmp_path, clock=clock)
    with database.read() as work:
        (owner,) = list_users(work)
        kinds = work.db.exec_driver_sql("SELECT kind FROM account").scalars().all()
    assert set(OF_THE_SHOP) < set(kinds)
    assert kinds.count(AccountKind.EXPENSES) == len(FIRST_CATEGORIES)
    assert len(kinds) == len(OF_THE_SHOP) + len(FIRST_CATEGORIES) + 1
    with database.write(owner) as work:
        session = start(work, 10_00)
        move(work, pay_out, 1_00)
        assert finish(work, session, 8_00).over_short == -1_00
        assert check(work) == []
    database.close()
