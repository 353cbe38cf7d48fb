"""What a cart costs a client: promotions, discounts, prices and points agree with the ledger."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.catalog import ProductRequest, Unit, edit_product
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.documents import Pair
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    ClientLockedError,
    NotAllowedError,
    PricesChangedError,
    RequestReusedError,
)
from kioskifly_desktop.core.ledger import AccountKind, get_entry
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    Audience,
    CategoryDiscount,
    PointsRequest,
    PriceList,
    PromotionKind,
    adjust_points,
    list_promotions,
    pause_promotion,
    points_of,
    save_agreed_terms,
    save_group,
    save_price_list,
    set_groups,
)
from kioskifly_desktop.core.sales import (
    Override,
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    get_sale,
    quote,
    register_sale,
    return_goods,
)
from kioskifly_desktop.core.vouchers import voucher_document
from tests.factories import DRAWER, make_client, make_product, new_request, sale, sell
from tests.loyalty import buy, give_points, promote


def line(product, pieces=1, **fields):
    return SaleLineRequest(product, pieces * 1000, **fields)


@pytest.fixture
def alfajor(write):
    return write(make_product, "Alfajor", price=100_00, category="Golosinas")


@pytest.fixture
def cola(write):
    return write(make_product, "Cola", price=300_00, category="Bebidas")


@pytest.fixture
def ana(write):
    return write(make_client, "Ana")


def test_the_ticket_names_the_rebate_and_the_sale_is_net_of_it(write, read, alfajor, cola):
    write(promote, alfajor, name="2x1 en alfajores")
    done = write(buy, [line(alfajor, 3), line(cola)])
    assert done.total == 500_00
    sold = read(get_sale, done.sale_id)
    assert [(row.total, row.rebate) for row in sold.lines] == [(200_00, 100_00), (300_00, 0)]
    assert [(row.name, row.amount) for row in sold.rebates] == [("2x1 en alfajores", 100_00)]
    entry = read(get_entry, done.entry_id)
    assert entry.leg(AccountKind.SALES).amount == -500_00
    paper = read(voucher_document, done.voucher_id)
    said = {block.left: block.right for block in paper.blocks if isinstance(block, Pair)}
    assert said["2x1 en alfajores"].endswith("100,00")
    assert "Descuentos" not in said
    assert said["TOTAL"].endswith("500,00")


def test_a_piece_has_its_discount_or_a_promotion(write, read, alfajor):
    rica = write(make_client, "Rica", discount=1_000)
    write(promote, alfajor)
    three = read(quote, [line(alfajor, 3)], rica)
    assert three.total == 100_00 + 90_00
    assert [each.discount for each in three.lines] == [1_000]
    pair = read(quote, [line(alfajor, 2)], rica)
    assert (pair.total, pair.lines[0].discount, pair.lines[0].rebate) == (100_00, 0, 100_00)
    assert read(quote, [line(alfajor, 2, discount=700)], None).total == 100_00
    lucky = write(make_client, "Suerte", discount=6_000)
    better = read(quote, [line(alfajor, 2)], lucky)
    assert (better.total, better.rebates) == (80_00, [])


def test_the_second_at_half_price_is_the_cheapest(write, read, alfajor, cola):
    write(promote, alfajor, cola, kind=PromotionKind.NTH_PERCENT, size=2, percent=5_000, name="2.ª")
    got = read(quote, [line(alfajor), line(cola)], None)
    assert got.total == 350_00
    # Each gives up its part: whichever comes back, its money is what it cost here.
    assert [each.total for each in got.lines] == [87_50, 262_50]


def test_a_combo(write, read, alfajor, cola):
    goods = ((alfajor, 2), (cola, 1))
    write(promote, *goods, kind=PromotionKind.COMBO, price=450_00, name="Merienda")
    assert read(quote, [line(alfajor, 2), line(cola)], None).rebates == [("Merienda", 50_00)]
    assert read(quote, [line(alfajor, 1), line(cola)], None).rebates == []
    assert read(quote, [line(alfajor, 5), line(cola, 2)], None).total == 2 * 450_00 + 100_00


def test_kilograms_take_no_promotion(write, read):
    bread = write(make_product, "Pan", price=1_000_00, unit=Unit.KILOGRAM, category="Pan")
    write(promote, "Pan")
    assert read(quote, [line(bread, 2)], None).rebates == []


def test_no_line_costs_less_than_nothing(write, read):
    """Of each piece the discount rounds down to nothing, of all of them it doesn't."""
    match = write(make_product, "Fósforo", price=1)
    client = write(make_client, discount=4_900)
    write(promote, match, size=4, pays=1, name="4x1")
    [got] = read(quote, [line(match, 9)], client).lines
    assert (got.total, got.rebate) == (0, 5)


def test_for_whom_and_when(write, read, clock, alfajor, ana):
    thursday, friday = 1 << 3, 1 << 4
    group = write(save_group, 0, "Vecinos")
    cart = [line(alfajor, 2)]

    number = write(promote, alfajor)

    def cost(client=None, **fields):
        write(promote, alfajor, promotion_id=number, **fields)
        return read(quote, cart, client).total

    assert cost(weekdays=thursday) == 100_00
    assert cost(weekdays=friday) == 200_00
    assert cost(first_day=date(2026, 3, 6)) == 200_00
    assert cost(last_day=date(2026, 3, 4)) == 200_00
    assert cost(first_day=date(2026, 3, 5), last_day=date(2026, 3, 5)) == 100_00
    assert cost(audience=Audience.CLIENTS) == 200_00
    assert cost(ana, audience=Audience.CLIENTS) == 100_00
    assert cost(ana, audience=Audience.GROUP, group_id=group) == 200_00
    write(set_groups, ana, [group])
    assert read(quote, cart, ana).total == 100_00
    assert read(quote, cart, None).total == 200_00
    write(pause_promotion, number, paused=True)
    assert read(quote, cart, ana).total == 200_00


def test_discounts_by_category_and_price_lists(write, read, cashier, alfajor, cola, ana):
    dated = CategoryDiscount("GOLOSINAS", 2_000, date(2026, 3, 1), date(2026, 3, 5))
    over = CategoryDiscount("Bebidas", 5_000, None, date(2026, 3, 4))
    prices = write(save_price_list, PriceList(0, "Mayorista", -1_000, {cola: 250_00}))
    write(save_agreed_terms, ana, AgreedTerms((dated, over), prices))
    got = read(quote, [line(alfajor), line(cola)], ana)
    assert [each.price for each in got.lines] == [90_00, 250_00]
    assert [each.total for each in got.lines] == [72_00, 250_00]
    with pytest.raises(NotAllowedError):
        write(sell, line(cola, price=249_00), client_id=ana, cash=249_00, user=cashier)
    done = write(sell, line(cola), client_id=ana, cash=250_00, user=cashier)
    assert done.total == 250_00
    ticketless = ReturnRequest(
        new_request(), None, (ReturnLine(None, 1_000, alfajor),), None, ana, "Vino roto"
    )
    assert write(return_goods, ticketless).total == 72_00


def test_a_scale_label_at_a_list_price(write, read, ana):
    ham = write(make_product, "Jamón", price=1_000_00, unit=Unit.KILOGRAM)
    prices = write(save_price_list, PriceList(0, "Mayorista", -1_000))
    write(save_agreed_terms, ana, AgreedTerms(price_list_id=prices))
    asked = SaleLineRequest(ham, 333, amount=333_33)
    assert read(quote, [asked], None).total == 333_33
    assert read(quote, [asked], ana).total == 299_70


def test_an_administrator_sells_to_who_is_locked(write, read, cashier, alfajor, ana):
    write(save_agreed_terms, ana, AgreedTerms(lock_reason="Cheque rechazado"))
    with pytest.raises(ClientLockedError, match="Cheque rechazado"):
        write(sell, (alfajor, 1), client_id=ana, cash=100_00)
    override = {"override": Override("Pagó hoy")}
    with pytest.raises(NotAllowedError):
        write(sell, (alfajor, 1), client_id=ana, cash=100_00, user=cashier, **override)
    done = write(sell, (alfajor, 1), client_id=ana, cash=100_00, **override)
    assert read(get_sale, done.sale_id).authorization == "Pagó hoy"


def test_what_the_screen_showed_is_charged(write, alfajor):
    asked = sale((alfajor, 2), cash=200_00, expected_total=200_00)
    write(promote, alfajor)
    with pytest.raises(PricesChangedError, match="promoción"):
        write(register_sale, asked)


def test_a_retry_after_the_promotion_ended(write, clock, alfajor):
    number = write(promote, alfajor)
    asked = sale((alfajor, 2), cash=100_00)
    first = write(register_sale, asked)
    write(pause_promotion, number, paused=True)
    assert write(register_sale, asked).total == first.total == 100_00
    with pytest.raises(RequestReusedError):
        write(register_sale, replace(asked, points=10))


def test_parts_of_a_promotion_come_back_for_their_part(write, read, alfajor, cola):
    write(promote, alfajor, cola, size=3, pays=2, name="3x2")
    done = write(buy, [line(alfajor, 2), line(cola)])
    assert done.total == 400_00
    lines = read(get_sale, done.sale_id).lines
    back = 0
    for each, pieces in ((lines[0], 1), (lines[1], 1), (lines[0], 1)):
        request = ReturnRequest(
            new_request(),
            done.sale_id,
            (ReturnLine(each.id, pieces * 1000),),
            DRAWER,
            None,
            "No",
        )
        back += write(return_goods, request).total
    assert back == 400_00


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(seed=st.integers(0, 2**32))
def test_the_ticket_is_the_ledger_whatever_the_cart(seed, write, read, alfajor, cola):
    """Prices of odd centavos, discounts that round, promotions that meet, points, returns."""
    dice = random.Random(seed)
    category = dice.choice(("Golosinas", "Bebidas", "Cigarrillos"))
    for product, name in ((alfajor, "Alfajor"), (cola, "Cola")):
        row = ProductRequest(name, price=dice.randint(1, 9_999_99), category=category)
        write(edit_product, product, row)
    client = write(make_client, discount=dice.choice((0, dice.randint(0, 9_999))))
    size = dice.randint(2, 4)
    for name, goods, fields in (
        ("Uno", (alfajor, cola), {"size": size, "pays": dice.randint(1, size - 1)}),
        (
            "Dos",
            (cola,),
            {
                "kind": PromotionKind.NTH_PERCENT,
                "percent": dice.randint(1, 10_000),
                "size": dice.randint(1, 3),
            },
        ),
        (
            "Tres",
            ((alfajor, 1), (cola, 2)),
            {"kind": PromotionKind.COMBO, "price": dice.randint(1, 20_000_00)},
        ),
    ):
        write(promote, *goods, promotion_id=read(_number_of, name), name=name, **fields)
    write(give_points, least=1, per_point=5_00, value=dice.randint(1, 50_00))
    write(adjust_points, PointsRequest(new_request(), client, dice.randint(1, 500), "Regalo"))
    cart = [line((alfajor, cola)[i % 2], dice.randint(1, 5)) for i in range(dice.randint(2, 4))]
    redeemable = read(quote, cart, client).redeemable
    points = dice.randint(1, redeemable) if redeemable else 0
    if not read(quote, cart, client, points).total:
        return
    before = read(points_of, client)
    done = write(buy, cart, client=client, points=points)
    sold = read(get_sale, done.sale_id)
    assert sum(row.total for row in sold.lines) == done.total == sold.total
    assert -read(get_entry, done.entry_id).leg(AccountKind.SALES).amount == done.total
    assert read(check) == []
    back = _all_back(write, dice, sold)
    if back is not None:
        assert back == done.total
        assert read(points_of, client) == before
    assert read(check) == []


def _number_of(work, name):
    return next((each.id for each in list_promotions(work) if each.request.name == name), 0)


def _all_back(write, dice, sold):
    back = 0
    for row in sold.lines:
        part = dice.randint(1, row.quantity // 1000) * 1000 if row.total else 0
        for quantity in filter(None, (part, row.quantity - part) if part else ()):
            lines = (ReturnLine(row.id, quantity),)
            request = ReturnRequest(new_request(), sold.id, lines, None, None, "No")
            try:
                back += write(return_goods, request).total
            except AmountRangeError:  # a part so small that nothing is given for it
                return None
    return back
