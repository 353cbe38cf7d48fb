"""What is unpaid at today's prices: worked on paper, and undone."""

from dataclasses import replace

import pytest

from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.documents import Pair
from kioskifly_desktop.core.errors import (
    NotAllowedError,
    NotReversibleError,
    RequestReusedError,
    SaleNotVoidableError,
)
from kioskifly_desktop.core.errors.debts import (
    TodayPriceOffError,
    TodayPriceTermsError,
    UpdateChangedError,
    UpdateNotLastError,
    UpToDateError,
)
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.core.sales import (
    SaleLineRequest,
    VoidRequest,
    void_sale,
)
from kioskifly_desktop.core.vouchers import find_voucher, voucher_document
from kioskifly_desktop.core.wallet import (
    MergeRequest,
    age_of_debt,
    history,
    merge_clients,
    wallet_summary,
)
from kioskifly_desktop.core.wallet.today_price import (
    Kept,
    TodayPriceTerms,
    UpdateRequest,
    save_today_price_terms,
    today_price,
    update_to_today,
)
from tests.debts import ON, buy, give_back, price, update
from tests.factories import DRAWER, adjust, make_client, make_product, new_request, pay, sell, undo


def told(found):
    return [(line.description, line.written, line.today, line.kept) for line in found.lines]


@pytest.fixture
def ana(write, clock):
    """Make the client of the example on paper, and what became dearer, cheaper and was dropped."""
    write(save_today_price_terms, ON)
    client = write(make_client, "Ana")
    yerba = write(make_product, "Yerba", price=1_000_00)
    queso = write(make_product, "Queso", price=8_000_00, unit=Unit.KILOGRAM)
    soda = write(make_product, "Gaseosa", price=500_00)
    pan = write(make_product, "Pan", price=300_00)
    write(buy, client, (yerba, 2_000), (queso, 500))
    clock.move(days=1)
    second = write(buy, client, (soda, 3_000), (pan, 1_000))
    write(adjust, client, 500_00)
    write(pay, client, 3_000_00)
    write(give_back, second.sale_id, 0, 1_000)
    clock.move(days=1)
    write(price, yerba, "Yerba", 1_200_00)
    write(price, queso, "Queso", 12_000_00, unit=Unit.KILOGRAM)
    write(price, soda, "Gaseosa", 450_00)
    write(price, pan, "Pan", 400_00, active=False)
    return client


def test_the_example_on_paper(ana, write, read):
    """Work what Ana owes on paper.

    5/3  2 yerba at 1.000 = 2.000; 0,500 kg of queso at 8.000 = 4.000   ticket 1: 6.000
    6/3  3 gaseosa at 500 = 1.500; 1 pan at 300                         ticket 2: 1.800
    6/3  from the notebook                                                          500
    6/3  pays 3.000: the oldest first, so half of ticket 1 stays unpaid:
         yerba 1.000 (one), queso 2.000 (0,250 kg)
    6/3  1 gaseosa comes back: of ticket 2, gaseosa 1.000 (two) and pan 300 stay unpaid
         She owes 3.000 + 1.300 + 500 = 4.800.

    7/3  yerba is 1.200: 1.000 x 1.200/1.000             = 1.200   (+200)
         queso is 12.000, more than 30 % dearer: 10.400:
         2.000 x 10.400/8.000                            = 2.600   (+600, at the cap)
         gaseosa is 450: 1.000 x 450/500                 =   900   (-100)
         pan is not sold any more                        =   300
         the notebook has no goods                       =   500
                                                           5.500   (+700)
    """
    found = read(today_price, ana)
    assert told(found) == [
        ("Yerba", 1_000_00, 1_200_00, None),
        ("Queso", 2_000_00, 2_600_00, None),
        ("Gaseosa", 1_000_00, 900_00, None),
        ("Pan", 300_00, 300_00, Kept.INACTIVE),
        ("Cuaderno", 500_00, 500_00, Kept.NO_GOODS),
    ]
    assert [line.capped for line in found.lines] == [False, True, False, False, False]
    assert [line.quantity for line in found.lines] == [1_000, 250, 2_000, 1_000, 0]
    assert (found.written, found.today, found.difference) == (4_800_00, 5_500_00, 700_00)
    done = write(update, ana)
    assert (done.difference, done.client_balance) == (700_00, 5_500_00)
    again = read(today_price, ana)
    assert (again.difference, again.written) == (0, 5_500_00)
    (entry,) = [row for row in read(history, ana) if row.kind is EntryKind.PRICE_UPDATE]
    assert (entry.amount, entry.owes, entry.number) == (700_00, 0, "PX-00001-00000001")
    paper = read(voucher_document, done.voucher_id)
    pairs = [(b.left, b.right.replace("\xa0", " ")) for b in paper.blocks if isinstance(b, Pair)]
    assert ("  A precio de hoy", "$ 2.600,00") in pairs
    assert ("Sin cambio", "$ 800,00") in pairs
    assert ("DIFERENCIA", "+$ 700,00") in pairs
    assert read(find_voucher, done.number) == done.voucher_id
    assert [e.detail for e in read(events, AuditQuery(kind=AuditKind.PRICE_UPDATE))] == [
        "+$\xa0700,00"
    ]


def test_what_is_paid_after_an_update_is_paid_of_all_its_goods_alike(ana, write, read):
    """Of 3.800 at today's price, 1.900 are paid: half a yerba and 0,125 kg stay."""
    write(update, ana)
    write(pay, ana, 1_900_00)
    found = read(today_price, ana)
    assert told(found)[:2] == [
        ("Yerba", 600_00, 600_00, Kept.SAME),
        ("Queso", 1_300_00, 1_300_00, None),
    ]
    assert [line.quantity for line in found.lines][:2] == [500, 125]
    write(price, 1, "Yerba", 1_250_00)
    assert read(today_price, ana).difference == 25_00


def test_the_cap_counts_from_the_price_it_was_sold_at(ana, write, read):
    """A second update of the queso adds nothing: it stands at 30 % already."""
    write(update, ana)
    write(price, 2, "Queso", 20_000_00, unit=Unit.KILOGRAM)
    assert read(today_price, ana).difference == 0
    with pytest.raises(UpToDateError):
        write(update, ana)
    write(save_today_price_terms, replace(ON, cap=1_000))  # takes nothing back of before
    assert read(today_price, ana).difference == 0


def test_the_undoing_leaves_all_as_it_was(ana, write, read):
    asked = (today_price, wallet_summary, age_of_debt)
    before = [read(ask, ana) for ask in asked]
    owed = {row.entry_id: row.owes for row in read(history, ana)}
    done = write(update, ana)
    assert [read(ask, ana) for ask in asked] != before
    back = write(undo, done.entry_id)
    assert [read(ask, ana) for ask in asked] == before
    assert {row.entry_id: row.owes for row in read(history, ana)} == owed | {
        done.entry_id: 0,
        back.entry_id: 0,
    }
    paper = read(voucher_document, back.voucher_id)
    assert paper.title == "Anulación de actualización"
    assert write(update, ana).difference == 700_00


def test_only_the_last_update_is_undone(ana, write):
    first = write(update, ana)
    write(price, 1, "Yerba", 1_250_00)
    second = write(update, ana)
    with pytest.raises(UpdateNotLastError):
        write(undo, first.entry_id)
    write(undo, second.entry_id)
    write(undo, first.entry_id)


def test_goods_that_come_back_take_their_update_along(ana, write, read):
    """A gaseosa was bought at 500 and stands at 450: that is what it takes off the debt."""
    done = write(update, ana)
    write(give_back, 2, 0, 1_000)
    assert read(get_client, ana).balance == 5_500_00 - 450_00
    assert told(read(today_price, ana))[2] == ("Gaseosa", 450_00, 450_00, Kept.SAME)
    assert [row.title for row in read(history, ana)][:2] == [
        "Devolución",
        "Actualización de precios",
    ]
    write(give_back, 2, 0, 1_000)
    assert read(get_client, ana).balance == 5_500_00 - 900_00
    assert [line.description for line in read(today_price, ana).lines] == [
        "Yerba",
        "Queso",
        "Pan",
        "Cuaderno",
    ]
    with pytest.raises(UpdateNotLastError):
        write(undo, done.entry_id)
    taken = read(history, ana)[1].entry_id
    with pytest.raises(NotReversibleError):
        write(undo, taken)


def test_goods_refunded_in_cash_leave_a_debt_without_goods(ana, write, read):
    write(give_back, 2, 1, 1_000, DRAWER)
    assert told(read(today_price, ana))[2:] == [
        ("Gaseosa", 1_000_00, 900_00, None),
        ("Gaseosa y 1 más", 300_00, 300_00, Kept.NO_GOODS),
        ("Cuaderno", 500_00, 500_00, Kept.NO_GOODS),
    ]


def test_a_sale_at_todays_price_is_not_voided(write, read):
    write(save_today_price_terms, ON)
    client, product = write(make_client), write(make_product, "Yerba", price=100_00)
    sold = write(buy, client, (product, 1_000))
    write(price, product, "Yerba", 120_00)
    done = write(update, client)
    with pytest.raises(SaleNotVoidableError, match="a precio de hoy"):
        write(void_sale, VoidRequest(new_request(), sold.sale_id, "Error"))
    write(undo, done.entry_id)
    write(void_sale, VoidRequest(new_request(), sold.sale_id, "Error"))
    assert read(today_price, client).lines == ()


def test_grace_days_are_the_clients(ana, write, read, clock):
    write(save_today_price_terms, replace(ON, grace_days=2))
    kept = [line.kept for line in read(today_price, ana).lines]
    assert kept == [None, None, Kept.GRACE, Kept.GRACE, Kept.NO_GOODS]
    clock.move(days=1)
    assert read(today_price, ana).difference == 700_00


def test_goods_without_a_price_of_their_own_stay(write, read):
    write(save_today_price_terms, ON)
    client = write(make_client)
    product = write(make_product, "Fiambre", price=0)
    line = SaleLineRequest(product, 1_000, price=700_00)
    write(sell, line, client_id=client, on_account=700_00)
    assert told(read(today_price, client)) == [("Fiambre", 700_00, 700_00, Kept.NO_PRICE)]


def test_it_is_off_until_the_owner_turns_it_on(ana, write, read):
    write(save_today_price_terms, TodayPriceTerms())
    assert read(today_price, ana).difference == 0  # all of it is within the days of grace
    write(save_today_price_terms, replace(ON, enabled=False))
    assert read(today_price, ana).difference == 700_00
    with pytest.raises(TodayPriceOffError):
        write(update, ana)


def test_an_update_happens_once_as_agreed_and_by_who_may(ana, write, read, cashier):
    request = UpdateRequest(new_request(), ana, 700_00)
    with pytest.raises(NotAllowedError):
        write(update_to_today, request, user=cashier)
    with pytest.raises(UpdateChangedError, match="700"):
        write(update_to_today, replace(request, difference=699_99))
    with pytest.raises(UpdateChangedError):
        write(update_to_today, replace(request, difference=0))
    done = write(update_to_today, request)
    assert write(update_to_today, request) == done
    assert write(update_to_today, replace(request, difference=None)) == done
    assert read(get_client, ana).balance == 5_500_00
    for other in (replace(request, difference=1), replace(request, client_id=write(make_client))):
        with pytest.raises(RequestReusedError):
            write(update_to_today, other)


@pytest.mark.parametrize("terms", [{"cap": 99}, {"cap": 100_001}, {"grace_days": 366}])
def test_terms_are_within_reason(terms, write):
    with pytest.raises(TodayPriceTermsError):
        write(save_today_price_terms, replace(ON, **terms))


def test_goods_go_with_a_merged_client_and_back(ana, write, read, clock):
    write(update, ana)
    write(pay, ana, 1_900_00)
    beto, carla = write(make_client, "Beto"), write(make_client, "Carla")
    clock.move(days=1)
    write(buy, beto, (1, 1_000))
    write(merge_clients, MergeRequest(new_request(), beto, ana))
    clock.move(days=1)
    write(merge_clients, MergeRequest(new_request(), carla, beto))
    write(price, 1, "Yerba", 1_260_00)
    assert told(read(today_price, carla)) == [
        ("Yerba", 600_00, 630_00, None),
        ("Queso", 1_300_00, 1_300_00, None),
        ("Gaseosa", 900_00, 900_00, Kept.SAME),
        ("Pan", 300_00, 300_00, Kept.INACTIVE),
        ("Beto (n.º 2) con Carla (n.º 3)", 500_00, 500_00, Kept.NO_GOODS),
        ("Yerba", 1_200_00, 1_260_00, None),
    ]
    assert write(update, carla).difference == 90_00
    assert read(today_price, carla).difference == 0
    # In cash, as the ticket's client is no more: at 500 when it was sold, it stood at 450.
    write(give_back, 2, 0, 1_000, DRAWER)
    assert read(get_client, carla).balance == 3_600_00 + 1_200_00 + 90_00 + 50_00
