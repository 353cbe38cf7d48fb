"""What money leaves the registers for."""

from dataclasses import replace

import pytest

from kioskifly_desktop.core.audit import AuditQuery, events
from kioskifly_desktop.core.errors import (
    CategoryNameTakenError,
    ExpenseCategoryError,
    NameMissingError,
    RequestReusedError,
)
from kioskifly_desktop.core.sessions import (
    FIRST_CATEGORIES,
    CashMovementRequest,
    ExpenseKind,
    add_category,
    archive_category,
    list_categories,
    pay_in,
    pay_out,
    rename_category,
)
from tests.factories import BANK, new_request


def spent(read):
    asked = (
        "SELECT name, balance FROM expense_category JOIN account ON account.id = account_id "
        "WHERE balance <> 0"
    )
    return dict(tuple(row) for row in read(lambda work: work.db.exec_driver_sql(asked).all()))


def paid(category_id=None, amount=10_00):
    return CashMovementRequest(new_request(), BANK, amount, "Pago", category_id)


def test_a_new_shop_has_some(read):
    assert [(row.name, row.kind) for row in read(list_categories)] == [*FIRST_CATEGORIES]


def test_money_that_leaves_is_of_its_category(write, read):
    rent = next(row for row in read(list_categories) if row.name == "Alquiler")
    write(pay_out, paid())
    write(pay_out, paid(rent.id, 3_00))
    write(pay_in, paid(rent.id, 5_00))
    assert spent(read) == {"Otros": 10_00, "Alquiler": 3_00}


def test_the_same_request_for_something_else_is_refused(write, read):
    request = paid(3)
    first = write(pay_out, request)
    assert write(pay_out, request) == first
    with pytest.raises(RequestReusedError):
        write(pay_out, replace(request, category_id=4))
    write(archive_category, 3)
    assert write(pay_out, request) == first


def test_one_more_and_another_name(write, read):
    ice = write(add_category, "  Hielo ", ExpenseKind.EXPENSE)
    write(pay_out, paid(ice))
    write(rename_category, ice, "Hielo y agua")
    assert spent(read) == {"Hielo y agua": 10_00}
    write(rename_category, ice, "HIELO Y AGUA")
    for name in ("otros", "ALQUÍLER", "deudas incobrables"):
        with pytest.raises(CategoryNameTakenError):
            write(add_category, name, ExpenseKind.OTHER)
        with pytest.raises(CategoryNameTakenError):
            write(rename_category, ice, name)
    for act, *args in ((add_category, " ", ExpenseKind.OTHER), (rename_category, ice, "¿?")):
        with pytest.raises(NameMissingError):
            write(act, *args)
    told = read(events, AuditQuery(), limit=2)
    assert [event.detail for event in told] == [
        "Hielo y agua: ahora HIELO Y AGUA",
        "Hielo: ahora Hielo y agua",
    ]


def test_a_retired_one_takes_nothing_until_it_is_back(write, read, everything):
    write(archive_category, 3)
    assert 3 not in [row.id for row in read(list_categories)]
    assert 3 in [row.id for row in read(list_categories, archived=True)]
    before = everything()
    for category in (3, 999):
        with pytest.raises(ExpenseCategoryError) as caught:
            write(pay_out, paid(category))
        assert caught.value.field == "category"
    assert everything() == before
    write(archive_category, 3, archived=False)
    write(pay_out, paid(3))


def test_the_first_stays(write):
    with pytest.raises(ExpenseCategoryError):
        write(archive_category, 1)
    for act, *args in ((archive_category, 99), (rename_category, 99, "X")):
        with pytest.raises(ExpenseCategoryError):
            write(act, *args)
