"""The first steps: who is asked, what is kept at each of them, and what they leave alone."""

from dataclasses import replace

import pytest

from kioskifly_desktop.core.access import needs_pin, verify_pin
from kioskifly_desktop.core.clients import delete_client
from kioskifly_desktop.core.database import look
from kioskifly_desktop.core.errors import DocumentNumberError, PinError, UserNameTakenError
from kioskifly_desktop.core.first_run import (
    FirstStep,
    accept_printer,
    describe_shop,
    finish_first_run,
    go_without_printer,
    is_example,
    name_administrator,
    needs_first_run,
    next_step,
    refuse_printer,
    try_printer,
)
from kioskifly_desktop.core.outbox import (
    JobState,
    claim_next,
    finish,
    print_test_page,
    print_voucher,
    waiting_jobs,
)
from kioskifly_desktop.core.printers import Printer, Transport, list_printers
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile, shop_profile
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.demo import create_demo_shop, create_example_shop
from tests.factories import add_debt, add_printer, make_client, make_product, pay, sell

THERMAL = Printer(0, "Ticketera", Transport.TCP, "127.0.0.1:9100")
SHOP = ShopProfile("Kiosco Ñandú", cuit="27123456780")


def test_a_new_shop_is_asked_until_it_has_answered_all(write, read):
    assert read(needs_first_run)
    assert read(next_step) is FirstStep.SHOP
    write(describe_shop, SHOP)
    assert read(next_step) is FirstStep.ADMINISTRATOR
    write(name_administrator, "Marta", None)
    assert read(next_step) is FirstStep.PRINTER
    write(go_without_printer)
    assert read(needs_first_run)
    assert read(next_step) is FirstStep.START
    write(finish_first_run)
    assert not read(needs_first_run)


@pytest.mark.parametrize(
    "used",
    [
        make_client,
        lambda work: add_debt(work, make_client(work), 1_00),
        lambda work: sell(work, (make_product(work, price=1_00), 1), cash=1_00),
        lambda work: save_shop_profile(work, ShopProfile("Kiosco El Sol")),
    ],
    ids=["a client", "a debt", "a sale", "a name"],
)
def test_a_shop_that_was_used_is_not_asked(write, read, used):
    write(used)
    assert not read(needs_first_run)


def test_a_shop_left_in_the_middle_and_used_is_not_asked_again(write, read):
    write(describe_shop, SHOP)
    client = write(make_client)
    assert not read(needs_first_run)
    write(delete_client, client)
    assert read(needs_first_run)


def test_a_step_done_again_leaves_the_others_done(write, read):
    write(finish_first_run)
    write(describe_shop, SHOP)
    write(name_administrator, "Marta", None)
    write(go_without_printer)
    assert not read(needs_first_run)
    assert read(next_step) is FirstStep.SHOP


def test_the_demo_and_the_example_are_never_asked(tmp_path):
    create_demo_shop(tmp_path / "demo", clients=0, months=1)
    create_example_shop(tmp_path / "example")
    for name, example in (("demo", False), ("example", True)):
        database = look(tmp_path / name)
        with database.read() as work:
            assert not needs_first_run(work)
            assert is_example(work) is example
        database.close()


def test_the_example_is_kept_as_it_was_left(tmp_path):
    create_example_shop(tmp_path)
    before = (tmp_path / "shop.db").read_bytes()
    create_example_shop(tmp_path)
    assert (tmp_path / "shop.db").read_bytes() == before


def test_the_cuit_is_kept_as_it_is_read_aloud(write, read):
    write(describe_shop, SHOP)
    assert read(shop_profile) == replace(SHOP, cuit="27-12345678-0")


def test_a_cuit_that_is_none_is_refused_and_nothing_is_kept(write, read, everything):
    before = everything()
    with pytest.raises(DocumentNumberError) as caught:
        write(describe_shop, replace(SHOP, cuit="27-12345678-4"))
    assert caught.value.field == "cuit"
    assert everything() == before
    assert read(next_step) is FirstStep.SHOP


def test_the_administrator_has_a_name_and_a_pin(write, read, database, admin):
    person = write(name_administrator, " Marta ", "2580")
    assert person == replace(admin, name="Marta")
    assert read(needs_pin, admin.id)
    assert verify_pin(database, admin.id, "2580") == person
    write(name_administrator, "Marta", None)
    assert verify_pin(database, admin.id, "2580") == person


def test_a_name_and_a_pin_are_kept_together_or_not_at_all(write, read, people):
    with pytest.raises(PinError):
        write(name_administrator, "Marta", "12")
    with pytest.raises(UserNameTakenError):
        write(name_administrator, "cajero", "2580")
    assert read(list_users) == people
    assert not read(needs_pin, people[0].id)
    assert read(next_step) is FirstStep.SHOP


def test_a_printer_tried_anew_waits_for_one_page(write, read):
    first = write(try_printer, THERMAL)
    again = write(try_printer, replace(THERMAL, id=first, address="127.0.0.1:9101"))
    assert again == first
    (kept,) = read(list_printers)
    assert kept.address == "127.0.0.1:9101"
    assert len(read(waiting_jobs)) == 1
    assert read(next_step) is FirstStep.SHOP


def test_a_page_that_came_out_is_no_question_any_more(write, read):
    printer = write(try_printer, THERMAL)
    job = write(claim_next, printer)
    write(finish, job.job_id, JobState.UNCERTAIN, "no contestó", sent=100)
    write(accept_printer, printer)
    assert read(waiting_jobs) == []
    assert read(next_step) is FirstStep.START
    assert len(read(list_printers)) == 1


def test_a_page_that_did_not_leaves_the_printer_to_be_tried(write, read):
    printer = write(try_printer, THERMAL)
    write(refuse_printer, printer)
    assert read(waiting_jobs) == []
    assert len(read(list_printers)) == 1
    write(go_without_printer, printer)
    assert read(list_printers) == []
    assert read(next_step) is FirstStep.START


def test_a_page_that_waits_goes_with_the_printer_that_is_given_up(write, read):
    write(go_without_printer, write(try_printer, THERMAL))
    assert read(waiting_jobs) == []
    assert read(list_printers) == []


def test_papers_that_wait_are_not_given_up_with_the_page(write, read):
    printer = write(add_printer)
    receipt = write(pay, write(make_client)).voucher_id
    write(print_voucher, receipt)
    papers = {job.id for job in read(waiting_jobs)}
    write(print_test_page, printer)
    write(refuse_printer, printer)
    assert {job.id for job in read(waiting_jobs)} == papers
    write(go_without_printer)
    assert len(read(list_printers)) == 1
