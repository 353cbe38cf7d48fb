"""Whatever is given to an order of the command line: an answer or a sentence, never a traceback."""

from __future__ import annotations

import argparse
import shutil

import pytest

from kioskifly_desktop.cli import _parser
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME, look
from kioskifly_desktop.demo import create_demo_shop
from tests.test_cli import kioskifly

pytestmark = pytest.mark.long

NASTY = (
    "<img src=x><b>&nu</b> %s {0} \"'; -- 😀 é́ 李 שלום",
    "x" * 5_000,
    "a\0b\x1b@\x1dV\x07\r\n\t\u2028c",
    "\u202e\u2066\ufeff",
    "\udcff\ud800",
    "",
    "   ",
    "0",
    "-1",
    "9" * 30,
    "٣٤٥,٦",
    "1e9999",
    "' OR 1=1; DROP TABLE client; --",
    "../../../etc/passwd",
    ".",
)
_LEFT_OUT = {"tour", "demo"}
"""One opens the window, the other makes a shop each time."""
_PLAIN = {"folder": "made", "amount": "100", "due": "31/12/2030", "kind": "clients"}


def _orders(parser, path=()):
    """Give each order, as it is called, with its parser."""
    below = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    if not below:
        yield path, parser
    for name, inner in (pair for each in below for pair in each.choices.items()):
        if name not in _LEFT_OUT:
            yield from _orders(inner, (*path, name))


ORDERS = {" ".join(path): parser for path, parser in _orders(_parser())}


def _said(action, value):
    return [action.option_strings[-1], value] if action.option_strings else [value]


def _values(parser):
    """Return the arguments that take a value."""
    return [each for each in parser._actions if each.nargs != 0]


def _plain(action):
    return next(iter(action.choices)) if action.choices else _PLAIN.get(action.dest, "1")


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "shop"
    create_demo_shop(folder, clients=15, months=1)
    return folder


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_answers_whatever_it_is_given(order, template, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shop = tmp_path / "shop"
    shutil.copytree(template, shop)
    values = _values(ORDERS[order])
    for tried in values:
        for nasty in NASTY:
            given = [nasty if each is tried else _plain(each) for each in values]
            needed = [
                piece
                for each, value in zip(values, given, strict=True)
                if each is tried or each.required
                for piece in _said(each, value)
            ]
            result = kioskifly(*order.split(), *needed, folder=shop)
            assert "Traceback" not in result.stderr, needed
            assert result.returncode in {0, 1, 2}, needed
            assert result.returncode == 0 or (result.stderr + result.stdout).strip(), needed
    database = look(shop)
    with database.read() as work:
        assert check(work) == []
    database.close()
    assert (shop / FILE_NAME).exists()
