"""The first day of a shop: four steps, each kept as one goes on to the next."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.outbox import (
    JobRow,
    JobState,
    change_printer,
    confirm_job,
    discard_job,
    print_test_page,
    waiting_jobs,
)
from kioskifly_desktop.core.papers import TEST_TITLE
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.printers import delete_printer
from kioskifly_desktop.core.sales.tables import sale
from kioskifly_desktop.core.settings import (
    ShopProfile,
    get_preference,
    save_shop_profile,
    set_preference,
    shop_profile,
)
from kioskifly_desktop.core.users import get_person, rename_user, set_pin

if TYPE_CHECKING:
    from kioskifly_desktop.core.printers import Printer
    from kioskifly_desktop.core.work import User, Work


class FirstStep(IntEnum):
    """What is asked, in its order."""

    SHOP = 0
    ADMINISTRATOR = 1
    PRINTER = 2
    START = 3


_KEY, _EXAMPLE = "first_run", "example"
EXAMPLE_FOLDER = "ejemplo"
"""Where the invented shop is, within the folder of the person's own."""
_OVER = len(FirstStep)
_SIGNS_OF_USE = (select(client.c.id).limit(1), select(sale.c.id).limit(1))


def needs_first_run(work: Work) -> bool:
    """Tell whether the shop is new: the steps were never finished, and nobody has used it."""
    done = _steps_done(work)
    if done == _OVER or any(work.db.execute(each).first() for each in _SIGNS_OF_USE):
        return False
    return done > 0 or shop_profile(work) == ShopProfile()


def next_step(work: Work) -> FirstStep:
    """Return the step not done yet; the first one once all are."""
    return FirstStep(_steps_done(work) % _OVER)


def describe_shop(work: Work, profile: ShopProfile) -> None:
    """Keep what the shop says of itself.

    Raises:
        NotAllowedError, NameMissingError, TextTooLongError, DocumentNumberError: as
            `save_shop_profile`.
    """
    save_shop_profile(work, profile)
    _keep(work, FirstStep.SHOP)


def name_administrator(work: Work, name: str, pin: str | None) -> User:
    """Give the person of the work a name, and a PIN unless None; return them as they are now.

    Raises:
        NotAllowedError: the person may not.
        NameMissingError, TextTooLongError, UserNameTakenError: of the name.
        PinError: it is not four to six digits.
    """
    work.require(Permission.USERS)
    rename_user(work, work.user.id, name)
    if pin is not None:
        set_pin(work, work.user.id, pin)
    _keep(work, FirstStep.ADMINISTRATOR)
    return get_person(work, work.user.id).user


def try_printer(work: Work, device: Printer) -> int:
    """Keep a printer and send it a test page; return its id.

    Raises:
        NotAllowedError, PrinterError: as `save_printer`.
    """
    work.require(Permission.SETTINGS)
    printer_id = change_printer(work, device)
    _give_up_tests(work, printer_id)
    print_test_page(work, printer_id)
    return printer_id


def accept_printer(work: Work, printer_id: int) -> None:
    """Keep that a person saw the test page come out well.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.SETTINGS)
    for job in _tests(work, printer_id):
        if job.state is JobState.UNCERTAIN:
            confirm_job(work, job.id)
    _keep(work, FirstStep.PRINTER)


def refuse_printer(work: Work, printer_id: int) -> None:
    """Give up the test page that didn't come out well; the printer stays, to be tried again.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.SETTINGS)
    _give_up_tests(work, printer_id)


def go_without_printer(work: Work, tried: int = 0) -> None:
    """Go on without a printer, or with those there were; forget the one tried, unless 0.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.SETTINGS)
    if tried:
        _give_up_tests(work, tried)
        delete_printer(work, tried)
    _keep(work, FirstStep.PRINTER)


def finish_first_run(work: Work) -> None:
    """Keep that all was asked.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.SETTINGS)
    _keep(work, FirstStep.START)


def mark_example(work: Work) -> None:
    """Say that all in this shop is invented, which every window of it tells.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.SETTINGS)
    set_preference(work, _EXAMPLE, "1")


def is_example(work: Work) -> bool:
    """Tell whether the shop is the invented one to look at."""
    return get_preference(work, _EXAMPLE, "") == "1"


def _steps_done(work: Work) -> int:
    return int(get_preference(work, _KEY, "0"))


def _keep(work: Work, step: FirstStep) -> None:
    if step >= _steps_done(work):
        set_preference(work, _KEY, str(step + 1))


def _give_up_tests(work: Work, printer_id: int) -> None:
    for job in _tests(work, printer_id):
        if job.state is not JobState.SENDING:
            discard_job(work, job.id, "Prueba de la impresora")


def _tests(work: Work, printer_id: int) -> list[JobRow]:
    return [
        job
        for job in waiting_jobs(work)
        if job.printer_id == printer_id and job.title == TEST_TITLE
    ]
