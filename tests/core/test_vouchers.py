import pytest

from kioskifly_desktop.core.documents import Document, DocumentKind
from kioskifly_desktop.core.errors import VoucherNotFoundError
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile
from kioskifly_desktop.core.vouchers import (
    VoucherKind,
    find_voucher,
    number_text,
    voucher_document,
    voucher_of_entry,
)
from tests.factories import adjust, make_client, pay, undo


@pytest.fixture
def client(write):
    return write(make_client, "Ana")


def test_each_series_counts_without_gaps(client, write):
    first = write(pay, client)
    with pytest.raises(ZeroDivisionError):
        write(lambda work: pay(work, client) and 1 / 0)
    second = write(pay, client)
    undone = [write(undo, done.entry_id) for done in (second, first)]
    third = write(pay, client)
    assert [done.number[-3:] for done in (first, second, third)] == ["001", "002", "003"]
    assert [done.number for done in undone] == ["AX-00001-00000001", "AX-00001-00000002"]


def test_a_paper_stays_as_it_was_issued(client, write, read):
    done = write(pay, client, 15_00)
    frozen = read(voucher_document, done.voucher_id)
    write(pay, client, 99_00)
    write(save_shop_profile, ShopProfile(name="Otro nombre"))
    assert read(voucher_document, done.voucher_id) == frozen
    assert (frozen.kind, frozen.number) == (DocumentKind.PAYMENT, done.number)
    assert Document.from_json(frozen.to_json()) == frozen
    assert read(voucher_of_entry, done.entry_id).number == done.number


def test_an_undone_paper_bears_one_mark(client, write, read, clock):
    done = write(pay, client)
    before = read(voucher_document, done.voucher_id)
    clock.move(days=1)
    write(undo, done.entry_id)
    clock.move(days=1)
    after = read(voucher_document, done.voucher_id)
    (mark,) = [block for block in after.blocks if block not in before.blocks]
    assert mark.text == "ANULADO - 06/03/2026 12:00"
    assert len(after.blocks) == len(before.blocks) + 1


def test_an_adjustment_has_no_paper(client, write, read):
    assert read(voucher_of_entry, write(adjust, client, 1_00).entry_id) is None


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("X-00001-00000001", "receipt"),
        (" x-1-1 ", "receipt"),
        ("X00001-00000001", "receipt"),
        ("1", "receipt"),
        ("00000001", "receipt"),
        ("AX-00001-00000001", "reversal"),
        ("ax-1-1", "reversal"),
    ],
)
def test_a_voucher_is_found_by_its_number(client, write, read, typed, kind):
    done = write(pay, client)
    undone = write(undo, done.entry_id)
    expected = {"receipt": done.voucher_id, "reversal": undone.voucher_id}[kind]
    assert read(find_voucher, typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "2",
        "0",
        "X-00002-00000001",
        "X-1",
        "B-00001-00000001",
        "999999999",
        "1; --",
        "\u0661",
        "\ud800",
    ],
)
def test_no_other_number_finds_it(client, write, read, typed):
    write(pay, client)
    with pytest.raises(VoucherNotFoundError):
        read(find_voucher, typed)


def test_a_voucher_must_exist(read):
    with pytest.raises(VoucherNotFoundError):
        read(voucher_document, 99)


def test_a_number_is_written_with_its_zeros():
    assert number_text(VoucherKind.RECEIPT, 1, 457) == "X-00001-00000457"
    assert number_text(VoucherKind.REVERSAL, 12, 99_999_999) == "AX-00012-99999999"
