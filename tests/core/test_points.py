"""Points: earned, redeemed, given back, expired, and never twice."""

from datetime import UTC, date, datetime

import pytest

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.documents import Text
from kioskifly_desktop.core.errors import (
    LoyaltyFigureError,
    PointsOffError,
    PointsRangeError,
    PointsShortError,
    ReasonMissingError,
    RequestReusedError,
)
from kioskifly_desktop.core.loyalty import (
    BonusRequest,
    LoyaltyTerms,
    PointsKind,
    PointsRequest,
    SalePoints,
    add_bonus,
    adjust_points,
    delete_bonus,
    describe_points,
    groups_of,
    is_birthday,
    list_bonuses,
    loyalty_terms,
    points_history,
    points_of,
    save_group,
    save_loyalty_terms,
    set_groups,
)
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    VoidRequest,
    get_sale,
    quote,
    register_sale,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.core.wallet import MergeRequest, merge_clients
from tests.factories import DRAWER, make_client, make_product, new_request, sale
from tests.loyalty import buy, give_points


@pytest.fixture
def yerba(write):
    return write(make_product, "Yerba", price=1_050_00, category="Almacén")


@pytest.fixture
def smokes(write):
    return write(make_product, "Rubios", price=4_000_00, category="CIGARRILLOS")


@pytest.fixture
def ana(write):
    write(give_points)
    return write(make_client, "Ana", birthday=date(1980, 3, 6))


def line(product, pieces=1):
    return SaleLineRequest(product, pieces * 1000)


def give(write, client, points):
    return write(adjust_points, PointsRequest(new_request(), client, points, "Regalo"))


def give_back(write, sold, pieces, line_id=None):
    lines = (ReturnLine(line_id or sold.lines[0].id, pieces * 1000),)
    request = ReturnRequest(new_request(), sold.id, lines, DRAWER, None, "No")
    return write(return_goods, request)


def test_whole_points_only_and_the_ticket_says_so(write, read, yerba, ana):
    done = write(buy, [line(yerba)], client=ana)
    assert done.points == SalePoints(earned=10, redeemed=0, balance=10)
    done = write(buy, [line(yerba, 2)], client=ana, points=10)
    assert done.total == 2_000_00
    assert done.points == SalePoints(earned=20, redeemed=10, balance=20)
    paper = read(voucher_document, done.voucher_id)
    said = [block.text for block in paper.blocks if isinstance(block, Text)]
    assert "Puntos: canjeaste 10, sumaste 20, tenés 20" in said
    rebates = read(get_sale, done.sale_id).rebates
    assert [(each.name, each.amount) for each in rebates] == [("Canje de puntos", 100_00)]


def test_off_nothing_is_earned_nor_redeemed(write, read, yerba):
    client = write(make_client)
    assert write(buy, [line(yerba)], client=client).points is None
    assert read(points_history, client) == []
    with pytest.raises(PointsOffError):
        read(quote, [line(yerba)], client, 10)
    write(give_points)
    assert write(buy, [line(yerba)]).points is None
    with pytest.raises(PointsOffError):
        read(quote, [line(yerba)], None, 10)


def test_what_is_excluded_neither_earns_nor_is_paid_with_points(write, read, yerba, smokes, ana):
    give(write, ana, 1_000)
    assert read(quote, [line(smokes)], ana).earns == 0
    assert read(quote, [line(smokes)], ana).redeemable == 0
    both = read(quote, [line(smokes), line(yerba)], ana)
    assert (both.earns, both.redeemable) == (10, 105)
    paid = read(quote, [line(smokes), line(yerba)], ana, 105)
    assert (paid.total, paid.earns) == (4_000_00, 0)
    assert [each.rebate for each in paid.lines] == [0, 1_050_00]
    write(give_points, excluded=())
    assert read(quote, [line(smokes)], ana).earns == 40


def test_how_many_are_redeemed(write, read, yerba, ana):
    cart = [line(yerba)]
    give(write, ana, 9)
    assert (read(quote, cart, ana).points, read(quote, cart, ana).redeemable) == (9, 0)
    with pytest.raises(PointsShortError, match="10 o más"):
        read(quote, cart, ana, 9)
    give(write, ana, 191)
    # Of a ticket something is left to pay.
    assert read(quote, cart, ana).redeemable == 104
    for points in (9, 105):
        with pytest.raises(PointsRangeError, match="de 10 a 104"):
            read(quote, cart, ana, points)
    with pytest.raises(PointsRangeError):
        write(buy, cart, client=ana, points=-10)
    assert read(points_of, ana) == 200


def test_a_birthday_multiplies(write, read, clock, yerba, ana):
    write(give_points, birthday_multiplier=3)
    assert read(quote, [line(yerba)], ana).earns == 10
    clock.move(days=1)
    assert read(quote, [line(yerba)], ana).earns == 30
    clock.move(days=1)
    assert read(quote, [line(yerba)], ana).earns == 10


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 2, 28), True),
        (date(2026, 3, 1), False),
        (date(2028, 2, 28), False),
        (date(2028, 2, 29), True),
    ],
)
def test_a_leap_birthday(today, expected):
    assert is_birthday(date(2000, 2, 29), today) is expected


def test_bonuses_by_product_and_dates(write, read, clock, yerba, smokes, ana):
    today, tomorrow = date(2026, 3, 5), date(2026, 3, 6)
    number = write(add_bonus, BonusRequest(yerba, 5, today, today))
    write(add_bonus, BonusRequest(yerba, 100, tomorrow))
    write(add_bonus, BonusRequest(smokes, 100))
    assert read(quote, [line(yerba, 2), line(smokes)], ana).earns == 21 + 2 * 5
    write(delete_bonus, number)
    assert [each.request.points for each in read(list_bonuses)] == [100, 100]
    assert read(quote, [line(yerba, 2)], ana).earns == 21


def test_returns_move_points_back_in_proportion(write, read, yerba, ana):
    give(write, ana, 30)
    done = write(buy, [line(yerba, 3)], client=ana, points=30)
    assert done.points == SalePoints(earned=28, redeemed=30, balance=28)
    sold = read(get_sale, done.sale_id)
    give_back(write, sold, 1)
    assert read(points_of, ana) == 28 - 9 + 10
    give_back(write, sold, 2)
    assert read(points_of, ana) == 30
    kinds = [row.kind for row in read(points_history, ana)]
    assert kinds.count(PointsKind.TAKEN_BACK) == kinds.count(PointsKind.GIVEN_BACK) == 2


def test_a_void_moves_all_of_them_back(write, read, yerba, ana):
    give(write, ana, 30)
    done = write(buy, [line(yerba, 3)], client=ana, points=30)
    write(void_sale, VoidRequest(new_request(), done.sale_id, "Error"))
    assert read(points_of, ana) == 30


def test_points_spent_before_their_goods_came_back_are_owed(write, read, yerba, ana):
    done = write(buy, [line(yerba)], client=ana)
    write(buy, [line(yerba)], client=ana, points=10)
    give_back(write, read(get_sale, done.sale_id), 1)
    assert read(points_of, ana) == 9 - 10
    assert read(quote, [line(yerba)], ana).redeemable == 0
    last = write(buy, [line(yerba)], client=ana)
    assert last.points.balance == 9


def test_a_retry_earns_and_redeems_once(write, read, yerba, ana):
    give(write, ana, 30)
    asked = sale((yerba, 2), cash=2_000_00, client_id=ana, points=10)
    first = write(register_sale, asked)
    assert write(register_sale, asked).points == first.points
    assert read(points_of, ana) == 30 - 10 + 20
    given = PointsRequest(new_request(), ana, 7, "Regalo")
    assert write(adjust_points, given) == write(adjust_points, given) == 47
    with pytest.raises(RequestReusedError):
        write(adjust_points, PointsRequest(given.request_id, ana, 8, "Regalo"))
    line_id = read(get_sale, first.sale_id).lines[0].id
    back = ReturnRequest(
        new_request(), first.sale_id, (ReturnLine(line_id, 1000),), DRAWER, None, "No"
    )
    write(return_goods, back)
    after = read(points_of, ana)
    write(return_goods, back)
    assert read(points_of, ana) == after


def test_the_oldest_expire_and_are_spent_first(write, read, clock, yerba, ana):
    write(give_points, expiry_months=2)
    give(write, ana, 100)  # 5 March
    clock.now = datetime(2026, 4, 10, 15, tzinfo=UTC)
    give(write, ana, 50)
    write(buy, [line(yerba)], client=ana, points=30)  # of March's; earns 7
    clock.now = datetime(2026, 5, 5, 15, tzinfo=UTC)
    assert read(points_of, ana) == 127
    clock.now = datetime(2026, 5, 6, 15, tzinfo=UTC)
    assert read(points_of, ana) == 57
    assert write(buy, [line(yerba)], client=ana, points=57).points.balance == 4
    kinds = [row.kind for row in read(points_history, ana)]
    assert kinds[:3] == [PointsKind.EARNED, PointsKind.REDEEMED, PointsKind.EXPIRED]
    assert read(check) == []
    write(give_points, expiry_months=0)
    clock.now = datetime(2036, 5, 6, 15, tzinfo=UTC)
    assert read(points_of, ana) == 4


def test_what_a_void_takes_back_made_nothing_younger(write, read, clock, yerba, ana):
    write(give_points, expiry_months=2)
    give(write, ana, 100)
    clock.now = datetime(2026, 4, 10, 15, tzinfo=UTC)
    done = write(buy, [line(yerba, 5)], client=ana)
    write(void_sale, VoidRequest(new_request(), done.sale_id, "Error"))
    clock.now = datetime(2026, 5, 6, 15, tzinfo=UTC)
    assert read(points_of, ana) == 0


def test_what_expired_is_not_taken_back(write, read, clock, yerba, ana):
    write(give_points, expiry_months=1)
    done = write(buy, [line(yerba)], client=ana)
    clock.now = datetime(2026, 4, 6, 15, tzinfo=UTC)
    give(write, ana, 5)
    give_back(write, read(get_sale, done.sale_id), 1)
    assert read(points_of, ana) == 5


def test_the_end_of_a_short_month(write, read, clock, ana):
    write(give_points, expiry_months=1)
    clock.now = datetime(2026, 2, 28, 15, tzinfo=UTC)
    give(write, ana, 5)
    clock.now = datetime(2026, 3, 31, 15, tzinfo=UTC)
    assert read(points_of, ana) == 5
    clock.now = datetime(2026, 4, 1, 15, tzinfo=UTC)
    assert read(points_of, ana) == 0


def test_who_turned_out_to_be_another_takes_points_and_groups_along(write, read, yerba, ana):
    other = write(make_client, "Anita")
    group = write(save_group, 0, "Vecinos")
    write(set_groups, other, [group])
    done = write(buy, [line(yerba)], client=other)
    write(merge_clients, MergeRequest(new_request(), ana, other))
    assert (read(points_of, ana), read(points_of, other)) == (10, 0)
    assert read(groups_of, ana) == {group}
    give_back(write, read(get_sale, done.sale_id), 1)
    assert (read(points_of, ana), read(points_of, other)) == (0, 0)
    assert read(check) == []


def test_an_adjustment_has_a_reason_and_a_size(write, ana):
    with pytest.raises(ReasonMissingError):
        write(adjust_points, PointsRequest(new_request(), ana, 5, " "))
    with pytest.raises(LoyaltyFigureError):
        write(adjust_points, PointsRequest(new_request(), ana, 0, "Nada"))


@pytest.mark.parametrize(
    "fields",
    [
        {"per_point": 99},
        {"value": 0},
        {"least": 0},
        {"expiry_months": 121},
        {"expiry_months": -1},
        {"birthday_multiplier": 0},
    ],
)
def test_terms_within_reason(write, read, fields):
    with pytest.raises(LoyaltyFigureError):
        write(give_points, **fields)
    assert not read(loyalty_terms).on


def test_terms_in_words(write, read):
    terms = LoyaltyTerms(on=True)
    write(save_loyalty_terms, terms)
    assert read(loyalty_terms) == terms
    words = describe_points(terms).replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith("Cada $ 1.000,00 de compra suma 1 punto, que vale $ 10,00")
    assert "1 %" in words
    assert "vencen a los 12 meses" in words
    assert "Cigarrillos y Tabaco" in words
    assert describe_points(LoyaltyTerms()) == "La compra no suma puntos."
