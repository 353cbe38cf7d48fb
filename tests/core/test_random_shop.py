"""Random days of a shop against books kept by the simplest means."""

import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.shop_file import open_shop
from tests.conftest import Clock
from tests.random_money import AllActs

SEED = 20260305


def live(database, clock, steps, *, look_whole_every=25):
    shop = AllActs(database, clock, Random(SEED))
    for step in range(1, steps + 1):
        shop.step()
        shop.standing()
        if step % look_whole_every == 0:
            shop.whole()
    shop.whole()
    return shop


def test_some_hundred_steps_keep_every_book(database, clock):
    shop = live(database, clock, 300)
    assert {"register_sale", "return_goods", "void_sale", "close_session"} <= shop.done.keys()


@pytest.mark.long
def test_ten_thousand_steps_keep_every_book(database, clock):
    live(database, clock, 10_000, look_whole_every=500)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(dice=st.randoms(use_true_random=False), steps=st.integers(1, 12))
def test_the_shortest_way_to_break_a_book(dice, steps):
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        database = open_shop(Path(folder), clock=clock)
        try:
            shop = AllActs(database, clock, dice)
            for _ in range(steps):
                shop.step()
                shop.whole()
        finally:
            database.close()
