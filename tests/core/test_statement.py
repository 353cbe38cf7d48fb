from datetime import date

import pytest

from kioskifly_desktop.core.documents import Document, DocumentKind, Movement, MovementsHeader, Pair
from kioskifly_desktop.core.errors import ClientNotFoundError, NoMovementsError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.wallet import StatementScope, statement
from tests.factories import add_debt, adjust, make_client, pay, undo

ALL, SINCE_DATE, SINCE_ZERO = StatementScope


@pytest.fixture
def client(write, clock):
    """Return a client who reached zero on 6 March and owes $ 65 on the 9th."""
    result = write(make_client, "Ana", debt_limit=100_00)
    write(add_debt, result, 50_00)  # 5 March
    clock.move(days=1)
    write(pay, result, 50_00)
    clock.move(days=1)
    write(add_debt, result, 80_00)
    paid = write(pay, result, 30_00)
    clock.move(days=1)
    write(adjust, result, 25_00)
    clock.move(days=1)
    write(undo, paid.entry_id)
    write(pay, result, 40_00)
    return result


def figures(document):
    """Return the opening balance, the movements and the captions of a statement that adds up."""
    (header,) = (b for b in document.blocks if isinstance(b, MovementsHeader))
    movements = [b for b in document.blocks if isinstance(b, Movement)]
    running = header.opening
    for movement in movements:
        running += movement.amount
        assert movement.balance == running
    pairs = {b.left: b.right for b in document.blocks if isinstance(b, Pair)}
    up = sum(m.amount for m in movements if m.amount > 0)
    down = sum(m.amount for m in movements if m.amount < 0)
    assert header.opening + up + down == running
    assert pairs["Compras y cargos"] == format_money(up)
    assert pairs["Pagos y créditos"] == format_money(down)
    caption = (
        "SALDO A PAGAR" if running > 0 else "SALDO A FAVOR" if running < 0 else "CUENTA AL DÍA"
    )
    assert pairs[caption] == format_money(abs(running))
    return header.opening, movements, pairs


def test_the_whole_account(client, read):
    document = read(statement, client)
    opening, movements, pairs = figures(document)
    assert (document.kind, document.title) == (DocumentKind.STATEMENT, "Estado de cuenta")
    assert opening == 0
    assert [m.amount for m in movements] == [50_00, -50_00, 80_00, -30_00, 25_00, 30_00, -40_00]
    assert [m.day for m in movements][:3] == ["05/03/2026", "06/03/2026", "07/03/2026"]
    assert movements[1].concept == "Pago 1"
    assert movements[5].concept == "Anulación 1"
    assert movements[1].reference == "Pago · X-00001-00000001 · Efectivo"
    assert pairs["SALDO A PAGAR"] == "$\xa065,00"
    assert (pairs["Límite de fiado"], pairs["Disponible"]) == ("$\xa0100,00", "$\xa035,00")
    assert Document.from_json(document.to_json()) == document


@pytest.mark.parametrize(
    ("since", "opening", "count"),
    [
        (date(2020, 1, 1), 0, 7),
        (date(2026, 3, 6), 50_00, 6),
        (date(2026, 3, 7), 0, 5),
        (date(2026, 3, 8), 50_00, 3),
        (date(2026, 3, 9), 75_00, 2),
    ],
)
def test_since_a_day_with_what_was_owed_then(client, read, since, opening, count):
    document = read(statement, client, SINCE_DATE, since)
    brought, movements, pairs = figures(document)
    assert (brought, len(movements)) == (opening, count)
    assert f"Desde {since:%d/%m/%Y}" in pairs
    assert "SALDO A PAGAR" in pairs


def test_since_the_account_was_last_at_zero(client, read, write):
    opening, movements, pairs = figures(read(statement, client, SINCE_ZERO))
    assert (opening, movements[0].amount, len(movements)) == (0, 80_00, 5)
    assert not any(caption.startswith("Desde") for caption in pairs)

    write(pay, client, 65_00)
    opening, movements, pairs = figures(read(statement, client, SINCE_ZERO))
    assert (opening, movements) == (0, [])
    assert "CUENTA AL DÍA" in pairs


def test_since_zero_of_an_account_never_at_zero_is_all_of_it(read, write):
    client = write(make_client)
    write(add_debt, client, 5_00)
    write(pay, client, 7_00)
    opening, movements, pairs = figures(read(statement, client, SINCE_ZERO))
    assert (opening, len(movements)) == (0, 2)
    assert pairs["SALDO A FAVOR"] == "$\xa02,00"
    assert "Límite de fiado" not in pairs


def test_there_must_be_something_to_state(client, read, write):
    with pytest.raises(NoMovementsError, match="Ana no tiene movimientos"):
        read(statement, client, SINCE_DATE, date(2026, 3, 10))
    with pytest.raises(NoMovementsError):
        read(statement, write(make_client, "Beto"))
    with pytest.raises(ClientNotFoundError):
        read(statement, 999)
