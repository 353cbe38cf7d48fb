"""What the orders of the command line share: parser, transactions, output."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from getpass import getpass
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from kioskifly_desktop.core.errors import PinNeededError, ShopFileError, ShopInUseError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.permissions import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kioskifly_desktop.core.database import Database
    from kioskifly_desktop.core.work import User, Work

T = TypeVar("T")

DONE, FAILED, MISUSED = 0, 1, 2
_PIN_VARIABLE = "KIOSKIFLY_PIN"


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
    """Give a view of the shop, even while its window is open.

    No PIN is asked: who has one sees what anybody who sells does.
    """
    from kioskifly_desktop.core.shop_file import look_into_shop  # noqa: PLC0415

    database = look_into_shop(options.data)
    try:
        user, unproven = _user(database, options)
        with database.read(replace(user, role=Role.CASHIER) if unproven else user) as work:
            yield work
    finally:
        database.close()


@contextmanager
def proven(options: argparse.Namespace) -> Iterator[Work]:
    """Give a view of the shop to who has proved who they are, also while its window is open.

    Raises:
        ShopError: the PIN is not given, or not theirs.
    """
    from kioskifly_desktop.core.access import recognise, verify_pin  # noqa: PLC0415
    from kioskifly_desktop.core.shop_file import look_into_shop, open_shop  # noqa: PLC0415

    database = look_into_shop(options.data)
    try:
        user, unproven = _user(database, options)
        if unproven:
            # Only an owner counts wrong PINs; beside a window, who owns the file, nobody does.
            database.close()
            try:
                database = open_shop(options.data, create=False)
            except ShopInUseError:
                database = look_into_shop(options.data)
                with database.read() as work:
                    user = recognise(work, user.id, _pin_of(user))
            else:
                user = verify_pin(database, user.id, _pin_of(user))
        with database.read(user) as work:
            yield work
    finally:
        database.close()


@contextmanager
def owning(options: argparse.Namespace) -> Iterator[Database]:
    """Give the shop's file to an order that proves in its own way who gives it."""
    from kioskifly_desktop.core.shop_file import open_shop  # noqa: PLC0415

    database = open_shop(options.data, create=False)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def writing(options: argparse.Namespace, *, create: bool = False) -> Iterator[Work]:
    """Give a transaction on the shop to who has proved who they are.

    Raises:
        ShopError: the PIN is not given, or not theirs.
    """
    from kioskifly_desktop.core.shop_file import open_shop  # noqa: PLC0415

    database = open_shop(options.data, create=create)
    try:
        user, unproven = _user(database, options)
        with database.write(_prove(database, user) if unproven else user) as work:
            yield work
    finally:
        database.close()


def noted(
    options: argparse.Namespace, act: Callable[[Work], T], note: Callable[[Work, T], object]
) -> T:
    """Return what an act gives that takes something out of the shop, and write down that it did.

    Where the shop can't be written, as while its window is open, it is done all the same.

    Raises:
        ShopError: the PIN is not given, or not theirs.
    """
    began = False
    try:
        with writing(options) as work:
            began = True
            result = act(work)
            note(work, result)
            return result
    except ShopFileError:
        if began:
            raise
    with proven(options) as work:
        return act(work)


def _user(database: Database, options: argparse.Namespace) -> tuple[User, bool]:
    """Return who the orders name, and whether a PIN has to prove it."""
    from kioskifly_desktop.core.access import needs_pin  # noqa: PLC0415
    from kioskifly_desktop.core.users import find_user  # noqa: PLC0415

    with database.read() as work:
        user = find_user(work, options.user)
        return user, needs_pin(work, user.id)


def _prove(database: Database, user: User) -> User:
    from kioskifly_desktop.core.access import verify_pin  # noqa: PLC0415

    return verify_pin(database, user.id, _pin_of(user))


def _pin_of(user: User) -> str:
    """Return the PIN that somebody gives, by the environment or typed.

    Raises:
        PinNeededError: neither.
    """
    pin = os.environ.get(_PIN_VARIABLE, "")
    if not pin:
        if not sys.stdin.isatty():
            raise PinNeededError(name=user.name, variable=_PIN_VARIABLE)
        pin = getpass(f"PIN de {user.name}: ")
    return pin


def log_bug(folder: Path, error: Exception) -> None:
    """Keep the traceback of a bug where the window keeps its own, if the folder allows."""
    from kioskifly_desktop.core.logs import log_file, traced  # noqa: PLC0415 - never, with luck

    with suppress(OSError):
        path = log_file(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="replace") as file:
            print(
                f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} CRITICAL bug\n{traced(error)}",
                file=file,
            )


def print_json(value: dict[str, Any]) -> None:
    """Print what a program reads."""
    print(json.dumps(value, ensure_ascii=False))


def standing(balance: int) -> str:
    """Return a client's balance in words: `debe $ 1.500,00`."""
    if balance == 0:
        return "al día"
    return f"{'debe' if balance > 0 else 'a favor'} {format_money(abs(balance))}"
