"""Which pieces go into which promotions, against every way there is."""

from functools import cache
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.loyalty import Combo, Pieces, Pool, best
from kioskifly_desktop.core.loyalty.best import _best_first

WHOLE = 10_000
# What a discount takes off these is a whole number of centavos: no rounding blurs the best.
PRICES = st.sampled_from((100_00, 150_00, 200_00, 250_00, 400_00))
GOODS = (({1}, ()), ({1, 2}, ()), ((), {"golosinas"}), ({4}, {"bebidas"}))
DISCOUNTS = st.sampled_from((0, 0, 0, 1_000, 2_500, 6_000))


@st.composite
def carts(draw, most=6):
    pieces: list[Pieces] = []
    left = draw(st.integers(1, most))
    while left:
        count = draw(st.integers(1, left))
        left -= count
        product = draw(st.integers(1, 4))
        category = ("golosinas", "bebidas")[product % 2]
        row = (len(pieces), product, category, draw(PRICES), draw(DISCOUNTS), count)
        pieces.append(Pieces(*row))
    return pieces


@st.composite
def pools(draw, number):
    size = draw(st.integers(1, 3))
    goods = draw(st.sampled_from(GOODS))
    reduced = draw(st.integers(1, max(1, size - 1)))
    percent = draw(st.sampled_from((WHOLE, 5_000, 2_000)))
    return Pool(number, size, reduced, percent, frozenset(goods[0]), frozenset(goods[1]))


@st.composite
def combos(draw, number):
    parts = draw(st.sampled_from((((1, 1), (2, 1)), ((1, 2),), ((2, 1), (3, 1), (4, 1)))))
    return Combo(number, draw(PRICES), parts)


RULES = st.tuples(st.one_of(pools(1), combos(1)), st.one_of(pools(2), combos(2)))


def fits(rule, chosen):
    if isinstance(rule, Combo):
        wanted = [product for product, count in rule.parts for _ in range(count)]
        return sorted(wanted) == sorted(piece.product_id for piece in chosen)
    return len(chosen) == rule.size and all(
        piece.product_id in rule.products or piece.category in rule.categories for piece in chosen
    )


def saves(rule, chosen):
    prices = sorted(piece.price for piece in chosen)
    gives_up = sum(piece.price * piece.discount // WHOLE for piece in chosen)
    if isinstance(rule, Combo):
        return sum(prices) - rule.price - gives_up
    return sum(price * rule.percent // WHOLE for price in prices[: rule.reduced]) - gives_up


def most_saved(cart, rules):
    """Return the most that can be saved, trying every piece in every set."""
    pieces = [line for line in cart for _ in range(line.count)]

    @cache
    def most(left):
        if not left:
            return 0
        first, rest = left[0], left[1:]
        top = most(rest)
        for others in chain.from_iterable(combinations(rest, n) for n in range(len(rest) + 1)):
            chosen = [pieces[i] for i in (first, *others)]
            after = most(tuple(i for i in rest if i not in others))
            top = max([top, *(saves(rule, chosen) + after for rule in rules if fits(rule, chosen))])
        return top

    return most(tuple(range(len(pieces))))


@given(carts(), RULES)
def test_small_carts_save_the_most_there_is(cart, rules):
    found = best(cart, rules)
    assert sum(each.saves for each in found) == most_saved(cart, rules)
    for line in cart:
        assert sum(each.pieces.get(line.line, 0) for each in found) <= line.count


@given(carts(most=5), st.one_of(pools(1), combos(1)))
def test_the_best_first_is_never_more_than_the_most(cart, rule):
    kinds = sorted(cart, key=lambda line: -line.price)
    kinds = [line for line in kinds if rule.admits(line)]
    chosen = _best_first(kinds, tuple(line.count for line in kinds), [rule])
    assert 0 <= sum(gain * times for *_, gain, times in chosen) <= most_saved(cart, [rule])


@given(carts(most=6), st.integers(2, 3), st.integers(1, 2))
def test_without_discounts_one_promotion_by_neighbours_is_the_best(cart, size, reduced):
    rule = Pool(1, size, min(reduced, size - 1), WHOLE, frozenset({1, 2, 3, 4}), frozenset())
    cart = [Pieces(p.line, p.product_id, p.category, p.price, 0, p.count) for p in cart]
    kinds = sorted(cart, key=lambda line: -line.price)
    chosen = _best_first(kinds, tuple(line.count for line in kinds), [rule])
    assert sum(gain * times for *_, gain, times in chosen) == most_saved(cart, [rule])


def alfajores(count, price=100_00, discount=0, line=0):
    return Pieces(line, 1, "golosinas", price, discount, count)


TWO_FOR_ONE = Pool(1, 2, 1, WHOLE, frozenset({1}), frozenset())


@pytest.mark.parametrize(
    ("count", "saved"), [(1, 0), (2, 100_00), (3, 100_00), (4, 200_00), (1_000_000, 50_000_000_00)]
)
def test_pieces_left_over_pay(count, saved):
    assert sum(each.saves for each in best([alfajores(count)], [TWO_FOR_ONE])) == saved


def test_a_discount_that_is_better_stays():
    assert best([alfajores(2, discount=6_000)], [TWO_FOR_ONE]) == []
    [applied] = best([alfajores(2, discount=1_000)], [TWO_FOR_ONE])
    assert applied.saves == 100_00 - 2 * 10_00


def test_a_combo_and_a_pool_share_the_pieces_out():
    combo = Combo(2, 250_00, ((1, 1), (2, 1)))
    cart = [alfajores(3), Pieces(1, 2, "bebidas", 200_00, 0, 1)]
    found = best(cart, [TWO_FOR_ONE, combo])
    assert {each.promotion_id: each.saves for each in found} == {1: 100_00, 2: 50_00}
