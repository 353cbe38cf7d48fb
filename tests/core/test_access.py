from datetime import timedelta

import pytest

from kioskifly_desktop.core.access import log_in, needs_pin, verify_pin, wait_after
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.errors import (
    LastPinError,
    PinError,
    PinLockedError,
    PinMissingError,
    UserNotFoundError,
    WrongPinError,
)
from kioskifly_desktop.core.pins import hash_pin, is_pin, is_weak
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import (
    Role,
    add_user,
    deactivate_user,
    list_people,
    reactivate_user,
    set_pin,
)

PIN, WRONG = "2580", "2581"


@pytest.fixture
def boss(write, admin):
    """Give the administrator a PIN."""
    write(set_pin, admin.id, PIN)
    return admin


@pytest.fixture
def miss(database):
    """Try wrong PINs and return what each was answered."""

    def run(user, times=1):
        answers = []
        for _ in range(times):
            with pytest.raises((WrongPinError, PinLockedError)) as caught:
                verify_pin(database, user.id, WRONG)
            answers.append(caught.value)
        return answers

    return run


@pytest.fixture
def kinds(read):
    """Return who did what, last first."""

    def run(*wanted):
        rows = read(events, AuditQuery())
        return [(row.kind, row.user) for row in rows if row.kind in wanted]

    return run


def test_a_pin_lets_its_person_in(database, boss, kinds):
    assert log_in(database, boss.id, PIN) == boss
    assert verify_pin(database, boss.id, PIN) == boss
    with pytest.raises(WrongPinError, match="Administrador: te quedan 4 intentos"):
        log_in(database, boss.id, WRONG)
    assert kinds(AuditKind.LOG_IN, AuditKind.LOG_IN_FAILED) == [
        (AuditKind.LOG_IN_FAILED, boss.name),
        (AuditKind.LOG_IN, boss.name),
    ]


def test_the_fifth_wrong_pin_waits_and_the_right_one_with_it(database, boss, miss, clock):
    *first, last = miss(boss, 5)
    assert [error.fields["tries"] for error in first] == [4, 3, 2, 1]
    assert "te queda un intento" in str(first[-1])
    assert "Probá de nuevo en 30 segundos" in str(last)
    assert last.fields["until"] == clock.now + timedelta(seconds=30)
    clock.move(seconds=29)
    with pytest.raises(PinLockedError, match="en 1 segundo\\."):
        verify_pin(database, boss.id, PIN)
    clock.move(seconds=1)
    assert verify_pin(database, boss.id, PIN) == boss
    assert miss(boss)[0].fields["tries"] == 4, "the right one starts anew"


def test_each_wrong_pin_waits_twice_as_long_up_to_a_quarter_of_an_hour(boss, miss, clock):
    miss(boss, 4)
    waits = []
    for _ in range(8):
        (error,) = miss(boss)
        waits.append(error.fields["until"] - clock.now)
        clock.now = error.fields["until"]
    assert [wait.total_seconds() for wait in waits] == [30, 60, 120, 240, 480, 900, 900, 900]
    assert wait_after(10**6) == timedelta(minutes=15)
    assert "en 15 minutos" in str(error)


def test_what_is_tried_while_waiting_is_not_counted(boss, miss, clock):
    (*_, last) = miss(boss, 5)
    assert {error.fields["until"] for error in miss(boss, 30)} == {last.fields["until"]}
    clock.now = last.fields["until"]
    assert miss(boss)[0].fields["until"] == clock.now + timedelta(seconds=60)


def test_the_wait_outlives_the_program(database, boss, miss, clock):
    miss(boss, 5)
    folder = database.path.parent
    database.close()
    again = open_shop(folder, clock=clock)
    with pytest.raises(PinLockedError):
        verify_pin(again, boss.id, PIN)
    clock.move(seconds=30)
    assert verify_pin(again, boss.id, PIN) == boss
    again.close()


def test_a_clock_put_back_waits_no_longer_than_the_wait(database, boss, miss, clock):
    miss(boss, 5)
    clock.move(days=-365)
    with pytest.raises(PinLockedError, match="30 segundos"):
        verify_pin(database, boss.id, PIN)
    clock.move(seconds=30)
    assert verify_pin(database, boss.id, PIN) == boss


def test_one_s_wrong_pins_are_not_another_s(database, boss, write, cashier, miss):
    write(set_pin, cashier.id, "1357")
    miss(cashier, 5)
    assert verify_pin(database, boss.id, PIN) == boss


def test_a_new_pin_forgives_the_wrong_ones(database, boss, write, cashier, miss):
    write(set_pin, cashier.id, "1357")
    miss(cashier, 6)
    write(set_pin, cashier.id, "7531")
    assert verify_pin(database, cashier.id, "7531") == cashier
    assert miss(cashier)[0].fields["tries"] == 4


def test_who_has_no_pin_enters_but_an_administrator_where_another_has(
    database, read, write, admin, cashier
):
    assert not read(needs_pin, admin.id)
    assert log_in(database, admin.id, "") == admin
    write(set_pin, cashier.id, PIN)
    assert read(needs_pin, cashier.id)
    assert log_in(database, admin.id, "") == admin, "else nobody could administrate"
    boss = write(add_user, "Zoe", Role.ADMIN, PIN)
    assert read(needs_pin, admin.id)
    with pytest.raises(PinMissingError, match="Administrador todavía no tiene PIN"):
        log_in(database, admin.id, "")
    with pytest.raises(LastPinError):
        write(deactivate_user, boss)
    with pytest.raises(PinMissingError):
        log_in(database, admin.id, "")
    other = write(add_user, "Yago", Role.CASHIER)
    assert not read(needs_pin, other)
    assert read(needs_pin, 99)


def test_who_left_stays_out(database, boss, write):
    gone = write(add_user, "Zoe", Role.CASHIER, PIN)
    write(deactivate_user, gone)
    with pytest.raises(UserNotFoundError):
        log_in(database, gone, PIN)
    with pytest.raises(UserNotFoundError):
        log_in(database, 999, PIN)
    write(reactivate_user, gone)
    assert log_in(database, gone, PIN).name == "Zoe"


def test_no_pin_is_kept_as_it_is_typed(boss, everything, read):
    assert PIN not in str(everything())
    (kept,) = [row[4] for row in everything()["user"] if row[4]]
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert not any(kept in str(person) for person in read(list_people))


def test_two_equal_pins_are_kept_unlike():
    first, second = hash_pin(PIN), hash_pin(PIN)
    assert first != second
    assert is_pin(PIN, first)
    assert is_pin(PIN, second)
    assert not is_pin(WRONG, first)


@pytest.mark.parametrize("kept", ["", "x", "$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA"])
def test_of_a_damaged_one_none_is_right(kept):
    assert not is_pin(PIN, kept)


@pytest.mark.parametrize(
    "pin", ["", "123", "1234567", "12a4", " 1234", "1234 ", "\N{FULLWIDTH DIGIT ONE}234", "12.4"]
)
def test_a_pin_is_four_to_six_digits(write, admin, everything, pin):
    before = everything()
    with pytest.raises(PinError):
        write(set_pin, admin.id, pin)
    with pytest.raises(PinError):
        write(add_user, "Zoe", Role.CASHIER, pin)
    assert everything() == before


@pytest.mark.parametrize("pin", ["0000", "1234", "4321", "1212", "123123", "012345", "7890"])
def test_what_anybody_would_try_first_is_weak(pin):
    assert is_weak(pin)


@pytest.mark.parametrize("pin", ["2580", "1357", "90210", "774411"])
def test_others_are_not(pin):
    assert not is_weak(pin)
