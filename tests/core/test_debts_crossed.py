"""One debt in several hands: disputes, voids, returns, updates, write-offs, merges."""

import re

import pytest

from kioskifly_desktop.core.books import Span, result_of
from kioskifly_desktop.core.clients import archive_client, get_client
from kioskifly_desktop.core.errors import (
    AnonymiseError,
    ClientArchivedError,
    NothingOwedError,
    RequestReusedError,
)
from kioskifly_desktop.core.errors.debts import (
    DisputeOpenError,
    DisputeSettledError,
    GivenUpError,
    NotDisputedError,
    WriteOffError,
)
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    PriceList,
    save_agreed_terms,
    save_price_list,
)
from kioskifly_desktop.core.privacy import anonymise_client
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    SaleRequest,
    VoidRequest,
    get_sale,
    register_sale,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.ticket import as_text
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.core.wallet import (
    DisputeRequest,
    MergeRequest,
    ResolveRequest,
    WriteOffRequest,
    dispute_entry,
    history,
    merge_clients,
    open_dispute,
    resolve_dispute,
    write_off,
)
from kioskifly_desktop.core.wallet.today_price import save_today_price_terms, today_price
from tests.debts import ON, buy, give_back, price, update
from tests.factories import DRAWER, adjust, make_client, make_product, new_request, pay, sell, undo


@pytest.fixture
def client(write):
    write(save_today_price_terms, ON)
    return write(make_client, "Ana")


@pytest.fixture
def tea(write):
    return write(make_product, "Yerba", price=1_000_00)


@pytest.fixture
def settle(write):
    def run(entry_id, *, owed):
        return write(resolve_dispute, ResolveRequest(new_request(), entry_id, owed, "Se vio"))

    return run


@pytest.fixture
def dispute(write):
    def run(entry_id):
        return write(dispute_entry, DisputeRequest(new_request(), entry_id, "No lo llevé"))

    return run


def balance(read, client):
    return read(get_client, client).balance


def void(work, sale_id):
    return void_sale(work, VoidRequest(new_request(), sale_id, "Error"))


def test_what_a_dispute_took_off_is_not_taken_off_again(client, tea, write, read, dispute, settle):
    bought = write(buy, client, (tea, 1_000))
    write(price, tea, "Yerba", 1_300_00)
    updated = write(update, client)
    dispute(bought.entry_id)
    taken_off = settle(bought.entry_id, owed=False)
    assert (taken_off.amount, balance(read, client)) == (1_300_00, 0)
    for act in (
        lambda work: give_back(work, bought.sale_id, 0, 1_000),
        lambda work: give_back(work, bought.sale_id, 0, 1_000, DRAWER),
        lambda work: undo(work, updated.entry_id),
    ):
        with pytest.raises(DisputeSettledError):
            write(act)
        assert balance(read, client) == 0
    # The adjustment is undone, and then the goods may come back.
    write(undo, read(history, client)[0].entry_id)
    write(give_back, bought.sale_id, 0, 1_000)
    assert balance(read, client) == 0


def test_a_sale_that_a_dispute_took_off_is_not_voided(client, tea, write, read, dispute, settle):
    bought = write(buy, client, (tea, 1_000))
    dispute(bought.entry_id)
    settle(bought.entry_id, owed=False)
    with pytest.raises(DisputeSettledError):
        write(void, bought.sale_id)
    assert balance(read, client) == 0


def test_a_charge_that_a_dispute_took_off_is_not_undone_again(client, write, read, dispute, settle):
    charged = write(adjust, client, 500_00)
    dispute(charged.entry_id)
    settle(charged.entry_id, owed=False)
    with pytest.raises(DisputeSettledError):
        write(undo, charged.entry_id)
    assert balance(read, client) == 0


def test_what_is_in_dispute_is_not_given_up(client, write, read, dispute, settle):
    charged = write(adjust, client, 1_000_00)
    write(adjust, client, 300_00)
    dispute(charged.entry_id)
    with pytest.raises(WriteOffError) as refused:
        write(write_off, WriteOffRequest(new_request(), client, 300_01, "Se mudó"))
    assert "300,00" in str(refused.value)
    done = write(write_off, WriteOffRequest(new_request(), client, None, "Se mudó"))
    assert (done.amount, done.client_balance) == (300_00, 1_000_00)
    with pytest.raises(NothingOwedError):
        write(write_off, WriteOffRequest(new_request(), client, None, "Se mudó"))
    settle(charged.entry_id, owed=False)
    assert balance(read, client) == 0


@pytest.mark.parametrize("back", [lambda work, sale: give_back(work, sale, 0, 1_000), void])
def test_a_dispute_ends_with_its_goods(client, tea, write, read, dispute, settle, back):
    bought = write(buy, client, (tea, 1_000))
    dispute(bought.entry_id)
    write(back, bought.sale_id)
    assert read(open_dispute, bought.entry_id) is None
    with pytest.raises(NotDisputedError):
        settle(bought.entry_id, owed=True)
    assert balance(read, client) == 0


def test_goods_of_who_was_merged_leave_the_others_as_they_were(client, tea, write, read, clock):
    sugar = write(make_product, "Azúcar", price=1_000_00)
    write(buy, client, (tea, 1_000))
    second = write(buy, client, (sugar, 2_000))
    write(pay, client, 1_000_00)
    clock.move(days=1)
    other = write(make_client, "Beto")
    write(merge_clients, MergeRequest(new_request(), other, client))
    assert [line.description for line in read(today_price, other).lines] == ["Azúcar"]
    write(give_back, second.sale_id, 0, 1_000)
    (left,) = read(today_price, other).lines
    assert (left.description, left.quantity, left.written) == ("Azúcar", 1_000, 1_000_00)
    write(price, tea, "Yerba", 9_000_00)
    write(price, sugar, "Azúcar", 1_100_00)
    assert read(today_price, other).difference == 100_00


def test_goods_of_who_was_merged_after_an_update(client, tea, write, read):
    bought = write(buy, client, (tea, 2_000))
    write(price, tea, "Yerba", 1_100_00)
    write(update, client)
    other = write(make_client, "Beto")
    write(merge_clients, MergeRequest(new_request(), other, client))
    write(give_back, bought.sale_id, 0, 1_000)
    assert balance(read, other) == 1_100_00
    write(price, tea, "Yerba", 1_200_00)
    assert read(today_price, other).difference == 100_00


def test_a_dispute_is_settled_by_a_request_of_its_own(client, write, dispute):
    charged = write(adjust, client, 500_00)
    dispute(charged.entry_id)
    write(pay, client, 10_00, request_id="taken")
    with pytest.raises(RequestReusedError):
        write(resolve_dispute, ResolveRequest("taken", charged.entry_id, owed=False, note="No"))


def test_money_back_moves_no_account_of_who_is_archived(client, tea, write, read):
    bought = write(buy, client, (tea, 2_000))
    write(price, tea, "Yerba", 1_100_00)
    write(update, client)
    write(pay, client, 2_200_00)
    write(archive_client, client)
    with pytest.raises(ClientArchivedError):
        write(give_back, bought.sale_id, 0, 2_000, DRAWER)
    assert balance(read, client) == 0


def test_a_return_asked_again_is_of_the_same_goods(tea, write, read):
    gum = write(make_product, "Chicle", price=10_00)
    sold = write(sell, (tea, 1), (gum, 1), cash=1_010_00)
    dear, cheap = (line.id for line in read(get_sale, sold.sale_id).lines)

    def request(line):
        lines = (ReturnLine(line, 1_000),)
        return ReturnRequest("again", sold.sale_id, lines, DRAWER, None, "Roto")

    assert write(return_goods, request(cheap)).total == 10_00
    assert write(return_goods, request(cheap)).total == 10_00
    with pytest.raises(RequestReusedError):
        write(return_goods, request(dear))


@pytest.mark.parametrize(
    ("register", "before", "after"),
    [(None, "2.200,00", "1.100,00"), (DRAWER, "2.200,00", "2.100,00")],
)
def test_the_paper_of_a_return_says_what_an_update_had_added(
    client, tea, write, read, register, before, after
):
    write(adjust, client, 1_00)
    write(pay, client, 1_00)
    bought = write(buy, client, (tea, 2_000))
    write(price, tea, "Yerba", 1_100_00)
    write(update, client)
    write(pay, write(make_client, "Otra"), 5_000_00)
    done = write(give_back, bought.sale_id, 0, 1_000, register)
    said = as_text(read(voucher_document, done.voucher_id), 48).replace("\xa0", " ")
    assert re.search(r"Actualización de la deuda +.\$ 100,00", said)
    assert re.search(rf"Saldo anterior +\$ {before}", said)
    assert re.search(rf"SALDO ACTUAL +\$ {after}", said)


def test_a_price_of_its_own_moves_as_the_catalogue(client, tea, write, read, clock):
    lines = (SaleLineRequest(tea, 1_000, price=500_00),)
    asked = SaleRequest(new_request(), lines, client_id=client, on_account=500_00)
    write(register_sale, asked)
    clock.move(days=1)
    assert read(today_price, client).difference == 0
    write(price, tea, "Yerba", 1_200_00)
    (line,) = read(today_price, client).lines
    assert (line.written, line.today) == (500_00, 600_00)


def test_a_price_of_its_own_of_who_has_a_list(client, tea, write, read, clock):
    wholesale = write(save_price_list, PriceList(0, "Mayorista", -1_000))
    write(save_agreed_terms, client, AgreedTerms(price_list_id=wholesale))
    lines = (SaleLineRequest(tea, 1_000, price=500_00),)
    write(register_sale, SaleRequest(new_request(), lines, client_id=client, on_account=500_00))
    clock.move(days=1)
    assert read(today_price, client).difference == 0
    write(price, tea, "Yerba", 1_100_00)
    assert read(today_price, client).difference == 50_00


def test_what_had_no_price_stays(client, write, read, clock):
    loose = write(make_product, "Fiambre", price=0)
    lines = (SaleLineRequest(loose, 1_000, price=5_000_00),)
    write(register_sale, SaleRequest(new_request(), lines, client_id=client, on_account=5_000_00))
    clock.move(days=1)
    write(price, loose, "Fiambre", 10_00)
    assert read(today_price, client).difference == 0


def test_a_list_that_is_taken_off_is_no_rise(client, tea, write, read, clock):
    wholesale = write(save_price_list, PriceList(0, "Mayorista", -2_000))
    write(save_agreed_terms, client, AgreedTerms(price_list_id=wholesale))
    lines = (SaleLineRequest(tea, 1_000),)
    write(register_sale, SaleRequest(new_request(), lines, client_id=client, on_account=800_00))
    write(save_agreed_terms, client, AgreedTerms())
    clock.move(days=1)
    assert read(today_price, client).difference == 0
    write(price, tea, "Yerba", 1_100_00)
    (line,) = read(today_price, client).lines
    assert (line.written, line.today) == (800_00, 880_00)


def test_who_has_a_dispute_of_what_is_paid_is_neither_merged_nor_forgotten(
    client, write, read, dispute, settle
):
    charged = write(adjust, client, 500_00)
    write(pay, client, 500_00)
    dispute(charged.entry_id)
    other = write(make_client, "Beto")
    with pytest.raises(DisputeOpenError):
        write(merge_clients, MergeRequest(new_request(), other, client))
    with pytest.raises(AnonymiseError) as refused:
        write(anonymise_client, client, "Lo pidió")
    assert "en disputa" in str(refused.value)
    settle(charged.entry_id, owed=True)
    write(anonymise_client, client, "Lo pidió")


def test_a_dispute_of_what_came_with_a_merged_client(client, tea, write, read, dispute, settle):
    bought = write(buy, client, (tea, 2_000))
    other = write(make_client, "Beto")
    write(merge_clients, MergeRequest(new_request(), other, client))
    came = read(history, other)[0].entry_id
    dispute(came)
    settle(came, owed=False)
    with pytest.raises(DisputeSettledError):
        write(give_back, bought.sale_id, 0, 2_000)
    assert balance(read, other) == 0


def test_goods_of_a_debt_given_up_are_not_credited(client, tea, write, read):
    bought = write(buy, client, (tea, 1_000))
    given_up = write(write_off, WriteOffRequest(new_request(), client, None, "Se mudó"))
    for act in (void, lambda work, sale: give_back(work, sale, 0, 1_000)):
        with pytest.raises(GivenUpError):
            write(act, bought.sale_id)
    second = write(buy, client, (tea, 1_000))
    write(give_back, second.sale_id, 0, 1_000)
    write(undo, given_up.entry_id)
    write(give_back, bought.sale_id, 0, 1_000)
    assert balance(read, client) == 0


def test_money_back_of_what_was_updated_after_a_merge(client, tea, write, read):
    bought = write(buy, client, (tea, 2_000))
    other = write(make_client, "Beto")
    write(merge_clients, MergeRequest(new_request(), other, client))
    write(price, tea, "Yerba", 1_100_00)
    write(update, other)
    write(pay, other, 2_200_00)
    write(archive_client, other)
    with pytest.raises(ClientArchivedError):
        write(give_back, bought.sale_id, 0, 2_000, DRAWER)
    assert balance(read, other) == 0


def test_what_was_given_up_is_of_its_own_goods(client, tea, write, read):
    first = write(buy, client, (tea, 1_000))
    write(write_off, WriteOffRequest(new_request(), client, None, "Se mudó"))
    second = write(buy, client, (tea, 1_000))
    with pytest.raises(GivenUpError):
        write(give_back, first.sale_id, 0, 1_000)
    write(give_back, second.sale_id, 0, 1_000)
    assert balance(read, client) == 0


def test_what_was_paid_comes_back_whatever_was_given_up_since(client, tea, write, read):
    paid = write(buy, client, (tea, 1_000))
    write(pay, client, 1_000_00)
    write(adjust, client, 10_00)
    write(write_off, WriteOffRequest(new_request(), client, None, "Se mudó"))
    write(give_back, paid.sale_id, 0, 1_000)
    assert balance(read, client) == -1_000_00


def test_part_of_a_debt_given_up_is_the_oldest(client, tea, write, read):
    old = write(buy, client, (tea, 1_000))
    new = write(buy, client, (tea, 2_000))
    write(pay, client, 400_00)
    done = write(write_off, WriteOffRequest(new_request(), client, 800_00, "Arreglo"))
    owes = {row.entry_id: row.owes for row in read(history, client) if row.owes}
    assert owes == {new.entry_id: 1_800_00}
    for sale_id in (old.sale_id, new.sale_id):
        with pytest.raises(GivenUpError):
            write(give_back, sale_id, 0, 1_000)
    write(price, tea, "Yerba", 1_100_00)
    (line,) = read(today_price, client).lines
    assert (line.written, line.today) == (1_800_00, 1_980_00)
    write(undo, done.entry_id)
    owes = {row.entry_id: row.owes for row in read(history, client) if row.owes}
    assert owes == {old.entry_id: 600_00, new.entry_id: 2_000_00}


def test_what_was_given_up_before_a_merge(client, tea, write, read):
    bought = write(buy, client, (tea, 1_000))
    write(write_off, WriteOffRequest(new_request(), client, None, "Se mudó"))
    other = write(make_client, "Beto")
    write(merge_clients, MergeRequest(new_request(), other, client))
    with pytest.raises(GivenUpError):
        write(give_back, bought.sale_id, 0, 1_000)
    assert balance(read, other) == 0


def test_goods_that_a_dispute_took_off_are_a_loss(client, tea, write, read, dispute, settle):
    today = read(lambda work: work.today)
    bought = write(buy, client, (tea, 1_000))
    charged = write(adjust, client, 300_00)
    for each in (bought, charged):
        dispute(each.entry_id)
        settle(each.entry_id, owed=False)
    result = read(result_of, Span(today, today))
    assert dict(result.expenses) == {"Deudas incobrables": 1_000_00}


def test_a_price_that_fell_before_a_merge(client, tea, write, read):
    bought = write(buy, client, (tea, 1_000))
    write(price, tea, "Yerba", 700_00)
    write(update, client)
    other = write(make_client, "Beto")
    write(merge_clients, MergeRequest(new_request(), other, client))
    write(pay, write(make_client, "Caro"), 5_000_00)
    write(give_back, bought.sale_id, 0, 1_000, DRAWER)
    assert balance(read, other) == 1_000_00
    assert [row.owes for row in read(history, other) if row.owes] == [1_000_00]
    write(write_off, WriteOffRequest(new_request(), other, None, "Se mudó"))
    assert balance(read, other) == 0


def test_goods_of_days_of_who_was_merged_twice(client, tea, write, read, clock):
    for _ in range(4):
        write(buy, client, (tea, 1_000))
        clock.move(days=1)
    for name in ("Beto", "Caro"):
        other = write(make_client, name)
        write(merge_clients, MergeRequest(new_request(), other, client))
        client = other
    lines = read(today_price, client).lines
    assert [(line.description, line.written) for line in lines] == [("Yerba", 1_000_00)] * 4
    assert len({line.day for line in lines}) == 4
