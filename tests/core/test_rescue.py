"""The rescue code: a way in for an administrator who forgot their PIN, once."""

from datetime import timedelta

import pytest

from kioskifly_desktop.adapters.backups import save_copy
from kioskifly_desktop.core.access import (
    lacks_rescue_code,
    log_in,
    make_rescue_code,
    rescue_code_made,
    rescue_pin,
    verify_pin,
)
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import (
    NotAllowedError,
    PinError,
    PinLockedError,
    RescueCodeError,
    RescueMissingError,
    UserNotFoundError,
    WrongPinError,
    WrongRescueCodeError,
)
from kioskifly_desktop.core.pins import new_rescue_code, read_rescue_code
from kioskifly_desktop.core.problem_report import setting_facts
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import Role, add_user, deactivate_user, set_pin

PIN, NEW = "2580", "7391"
OTHER = "0000-0000-0000-0000"


@pytest.fixture
def boss(write, admin):
    """Give the administrator a PIN."""
    write(set_pin, admin.id, PIN)
    return admin


@pytest.fixture
def code(boss, write):
    return write(make_rescue_code)


@pytest.fixture
def miss(database, boss):
    """Try wrong codes and return what each was answered."""

    def run(times=1):
        answers = []
        for _ in range(times):
            with pytest.raises((WrongRescueCodeError, PinLockedError)) as caught:
                rescue_pin(database, boss.id, OTHER, NEW)
            answers.append(caught.value)
        return answers

    return run


def _kinds(read):
    return [row.kind for row in read(events, AuditQuery())]


def test_the_code_gives_another_pin_once(database, boss, code, read, clock):
    assert read(rescue_code_made) == clock.now
    assert rescue_pin(database, boss.id, code, NEW) == boss
    assert verify_pin(database, boss.id, NEW) == boss
    with pytest.raises(WrongPinError):
        verify_pin(database, boss.id, PIN)
    assert read(rescue_code_made) is None
    with pytest.raises(RescueMissingError):
        rescue_pin(database, boss.id, code, "8642")
    assert log_in(database, boss.id, NEW) == boss
    assert _kinds(read)[:4] == [
        AuditKind.LOG_IN,
        AuditKind.LOG_IN_FAILED,
        AuditKind.RESCUE,
        AuditKind.RESCUE_CODE,
    ]


def test_a_new_code_is_worth_instead_of_the_former(database, boss, code, write):
    newer = write(make_rescue_code)
    assert newer != code
    with pytest.raises(WrongRescueCodeError, match="te quedan 4 intentos"):
        rescue_pin(database, boss.id, code, NEW)
    assert rescue_pin(database, boss.id, newer, NEW) == boss


def test_where_none_was_made_nothing_is_tried(database, boss, everything, read):
    before = everything()
    with pytest.raises(RescueMissingError):
        rescue_pin(database, boss.id, OTHER, NEW)
    assert everything() == before


def test_wrong_codes_wait_as_wrong_pins_do_and_with_them(database, boss, code, miss, clock, read):
    assert [error.fields["tries"] for error in miss(2)] == [4, 3]
    for _ in range(2):
        with pytest.raises(WrongPinError):
            verify_pin(database, boss.id, "9999")
    (last,) = miss()
    assert "Probá de nuevo en 30 segundos" in str(last)
    for attempt in (
        lambda: rescue_pin(database, boss.id, code, NEW),
        lambda: verify_pin(database, boss.id, PIN),
    ):
        with pytest.raises(PinLockedError):
            attempt()
    clock.move(seconds=30)
    assert miss()[0].fields["until"] == clock.now + timedelta(seconds=60)
    clock.move(seconds=60)
    assert rescue_pin(database, boss.id, code, NEW) == boss
    assert _kinds(read).count(AuditKind.RESCUE_FAILED) == 4


def test_a_wrong_code_outlives_the_program(database, boss, code, miss, clock):
    miss(5)
    folder = database.path.parent
    database.close()
    again = open_shop(folder, clock=clock)
    with pytest.raises(PinLockedError):
        rescue_pin(again, boss.id, code, NEW)
    clock.move(seconds=30)
    assert rescue_pin(again, boss.id, code, NEW) == boss
    again.close()


def test_the_code_ends_the_wait_for_the_pin_only_after_it(database, boss, code, clock):
    for _ in range(5):
        with pytest.raises((WrongPinError, PinLockedError)):
            verify_pin(database, boss.id, "9999")
    with pytest.raises(PinLockedError):
        rescue_pin(database, boss.id, code, NEW)
    clock.move(seconds=30)
    rescue_pin(database, boss.id, code, NEW)
    with pytest.raises(WrongPinError, match="te quedan 4 intentos"):
        verify_pin(database, boss.id, PIN)


def test_it_is_for_administrators_who_are_there(database, boss, code, cashier, write, everything):
    gone = write(add_user, "Zoe", Role.ADMIN, PIN)
    write(deactivate_user, gone)
    before = everything()
    with pytest.raises(NotAllowedError):
        rescue_pin(database, cashier.id, code, NEW)
    for nobody in (gone, 999):
        with pytest.raises(UserNotFoundError):
            rescue_pin(database, nobody, code, NEW)
    assert everything() == before
    with pytest.raises(NotAllowedError):
        write(make_rescue_code, user=cashier)


@pytest.mark.parametrize("pin", ["", "123", "12a4", "1234567"])
def test_a_new_pin_that_is_none_leaves_the_code(database, boss, code, everything, pin):
    before = everything()
    with pytest.raises(PinError):
        rescue_pin(database, boss.id, code, pin)
    assert everything() == before


@pytest.mark.parametrize(
    "text", ["", "7K3M-X0QD-9ZRT", "7K3M-X0QD-9ZRT-4HVBB", "7K3M-X0QD-9ZRT-4HVU"]
)
def test_what_can_be_no_code_is_not_counted(database, boss, code, everything, text):
    before = everything()
    with pytest.raises(RescueCodeError):
        rescue_pin(database, boss.id, text, NEW)
    assert everything() == before


def test_it_is_read_however_it_was_copied():
    whole = "7K3MX01D9ZRT4HV1"
    for text in (
        "7K3M-X01D-9ZRT-4HV1",
        "7k3m x0id 9zrt 4hvl",
        " 7K3MXOLD9ZRT4HVI ",
        "7k3m\N{EN DASH}xoid\N{EN DASH}9zrt\N{EN DASH}4hv1\n",
    ):
        assert read_rescue_code(text) == whole


def test_codes_are_of_chance_and_of_symbols_nobody_confuses():
    codes = {new_rescue_code() for _ in range(500)}
    assert len(codes) == 500
    symbols = set("".join(codes)) - {"-"}
    assert len(symbols) == 32
    assert not symbols & set("OILU")
    assert {tuple(map(len, code.split("-"))) for code in codes} == {(4, 4, 4, 4)}


def test_no_code_is_kept_as_it_is_typed(boss, code, everything, database, read):
    kept = str(everything())
    assert code not in kept
    assert read_rescue_code(code) not in kept
    assert kept.count("$argon2id$v=19$m=19456,t=2,p=1$") == 2
    told = "\n".join(read(setting_facts)) + str(read(events, AuditQuery()))
    assert "argon2id" not in told
    assert "rescue" not in "\n".join(read(setting_facts))


def test_an_older_copy_brings_back_its_code(database, boss, code, tmp_path, clock):
    older = tmp_path / "older"
    older.mkdir()
    save_copy(database.path, older / FILE_NAME)
    rescue_pin(database, boss.id, code, NEW)
    again = open_shop(older, create=False, clock=clock)
    assert rescue_pin(again, boss.id, code, "8642") == boss
    again.close()


def test_it_is_missed_while_an_administrator_has_a_pin(read, write, admin, cashier):
    assert not read(lacks_rescue_code)
    write(set_pin, cashier.id, PIN)
    assert not read(lacks_rescue_code)
    write(set_pin, admin.id, PIN)
    assert read(lacks_rescue_code)
    write(make_rescue_code)
    assert not read(lacks_rescue_code)
