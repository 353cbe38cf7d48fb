"""What is changed of rebates and points behind the program's back is told."""

import sqlite3
from contextlib import closing

import pytest

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    get_sale,
    return_goods,
)
from tests.factories import DRAWER, make_client, make_product, new_request
from tests.loyalty import buy, give_points, promote

pytestmark = pytest.mark.broken_books


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE sale_line SET price = price + 100 WHERE id = 1", "y su cuenta da"),
        ("UPDATE sale_line SET discount = 5000 WHERE id = 1", "y su cuenta da"),
        ("UPDATE sale_rebate SET amount = amount + 500", "y su cuenta da"),
        ("DELETE FROM sale_rebate WHERE id = 2", "y su cuenta da"),
        ("UPDATE sale_rebate SET sale_id = 2 WHERE id = 1", "y su cuenta da"),
        ("UPDATE points_move SET points = points + 1 WHERE id = 1", "puntos de Ana dice"),
        ("UPDATE points_move SET balance = balance + 1 WHERE id = 1", "puntos de Ana dice"),
        (
            "UPDATE points_move SET points = -90, balance = balance - 90 WHERE kind = 'taken_back'",
            "volvieron",
        ),
        (
            "UPDATE points_move SET points = 90, balance = balance + 90 WHERE kind = 'given_back'",
            "volvieron",
        ),
    ],
)
def test_told(folder, write, read, statement, told):
    candy = write(make_product, "Alfajor", price=1_000_00)
    client = write(make_client, "Ana")
    write(give_points)
    write(promote, candy)
    write(buy, [SaleLineRequest(candy, 3000)], client=client)
    done = write(buy, [SaleLineRequest(candy, 3000)], client=client, points=20)
    line = read(get_sale, done.sale_id).lines[0].id
    lines = (ReturnLine(line, 3000),)
    write(return_goods, ReturnRequest(new_request(), done.sale_id, lines, DRAWER, None, "Roto"))
    assert read(check) == []
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(statement).rowcount
        for _, sql in guards:
            connection.execute(sql)
        connection.commit()
    problems = read(check)
    assert problems
    assert any(told in problem for problem in problems)
