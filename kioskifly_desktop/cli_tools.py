"""What the orders of the command line share: parser, transactions, output."""

from __future__ import annotations

import argparse
import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from kioskifly_desktop.core.es_ar import format_money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kioskifly_desktop.core.database import Database
    from kioskifly_desktop.core.work import Work

DONE, FAILED, MISUSED = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one Spanish sentence."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # -1500,00 is an amount, to be refused as one, and no option.
        self._negative_number_matcher = re.compile(r"^-[\d.,]+$")

    def error(self, message: str) -> NoReturn:
        """Override ArgumentParser: one Spanish sentence."""
        self.exit(MISUSED, f"{_misuse(message)} Mirá: {self.prog} --help\n")


_MISUSES = (
    (r"the following arguments are required: (.*)", "Falta indicar {}."),
    (r"one of the arguments (.*) is required", "Falta indicar {}."),
    (r"unrecognized arguments: (.*)", "No conozco la opción {}."),
    (r"argument (\S+): expected one argument", "Falta el valor de {}."),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", "{1} no va en {0}: elegí {2}."),
    (r"argument (.*): invalid \S+ value: (.*)", "{1} no es un número para {0}."),
    (r"argument (.*): (.*)", "Revisá {0}: {1}."),
)


def _misuse(message: str) -> str:
    for pattern, sentence in _MISUSES:
        if match := re.fullmatch(pattern, message):
            return sentence.format(*match.groups())
    return "No entiendo esa orden."


def command(
    commands: Any, name: str, act: Callable[..., int], words: str
) -> argparse.ArgumentParser:
    """Add an order and return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(act=act)
    return parser


def count(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number of a range."""

    def whole(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            message = f"va de {least} a {most}"
            raise argparse.ArgumentTypeError(message)
        return number

    return whole


@contextmanager
def reading(options: argparse.Namespace) -> Iterator[Work]:
    """Give a view of the shop, even while its window is open."""
    from kioskifly_desktop.core.shop_file import look_into_shop  # noqa: PLC0415

    database = look_into_shop(options.data)
    try:
        with database.read(_user(database, options)) as work:
            yield work
    finally:
        database.close()


@contextmanager
def writing(options: argparse.Namespace, *, create: bool = False) -> Iterator[Work]:
    """Give a transaction on the shop."""
    from kioskifly_desktop.core.shop_file import open_shop  # noqa: PLC0415

    database = open_shop(options.data, create=create)
    try:
        with database.write(_user(database, options)) as work:
            yield work
    finally:
        database.close()


def _user(database: Database, options: argparse.Namespace) -> Any:
    from kioskifly_desktop.core.users import find_user  # noqa: PLC0415

    with database.read() as work:
        return find_user(work, options.user)


def print_json(value: dict[str, Any]) -> None:
    """Print what a program reads."""
    print(json.dumps(value, ensure_ascii=False))


def standing(balance: int) -> str:
    """Return a client's balance in words: `debe $ 1.500,00`."""
    if balance == 0:
        return "al día"
    return f"{'debe' if balance > 0 else 'a favor'} {format_money(abs(balance))}"
