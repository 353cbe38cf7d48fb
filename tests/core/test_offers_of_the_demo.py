"""Offers to the demo shop's 300 clients: their words, what leaves of them, what goes together."""

import json
import re
from itertools import product

import pytest

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.contact import AIM_NAMES, TONE_NAMES, Aim, Tone
from kioskifly_desktop.core.database import look
from kioskifly_desktop.core.es_ar import fold, format_money, format_number, format_pesos
from kioskifly_desktop.core.offers import (
    MAX_LENGTH,
    answer_schema,
    built_in,
    client_facts,
    complaint,
    complements,
    instructions,
    payload,
    plan_offer,
    price_text,
)
from kioskifly_desktop.core.offers.brief import day_text
from kioskifly_desktop.core.wallet import wallet_summary
from kioskifly_desktop.demo import create_demo_shop
from tests.slow_baskets import slow_complements

CLIENTS = 300


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "shop"
    create_demo_shop(folder, clients=CLIENTS, months=6)
    return folder


@pytest.fixture(scope="module")
def work(demo):
    database = look(demo)
    with database.read() as reading:
        yield reading
    database.close()


@pytest.fixture(scope="module")
def clients(work):
    ids = work.db.exec_driver_sql("SELECT id FROM client ORDER BY id").scalars().all()
    assert len(ids) == CLIENTS
    return [get_client(work, each) for each in ids]


@pytest.fixture(scope="module")
def offers(work, clients):
    """Plan each aim for each client, and what suits them best."""
    return {
        client.id: [plan_offer(work, client.id, aim) for aim in (None, *Aim)] for client in clients
    }


def test_every_built_in_text_passes_the_check(offers):
    for plan, tone in product((plan for plans in offers.values() for plan in plans), Tone):
        text = built_in(plan, tone)
        assert complaint(plan, text) == ""
        assert len(text) <= MAX_LENGTH
        assert plan.first_name in text
        assert plan.candidates[0].name in text
        if plan.valid_until:
            assert day_text(plan.valid_until) in text


def test_every_kind_of_offer_is_there(offers):
    assert {plans[0].aim for plans in offers.values()} >= {
        Aim.BIRTHDAY,
        Aim.MISSED,
        Aim.COMPLEMENT,
        Aim.THANKS,
    }
    discounts = {each.discount for plans in offers.values() for p in plans for each in p.candidates}
    assert {0, 1000} <= discounts


def test_discounts_keep_the_margin(work, offers):
    costs = {row.id: row.cost for row in work.db.exec_driver_sql("SELECT id, cost FROM product")}
    for plan in (plan for plans in offers.values() for plan in plans):
        for each in plan.candidates:
            assert each.offer_price <= each.price
            if each.discount:
                assert each.discount <= 1000
                assert (each.offer_price - costs[each.product_id]) * 5 >= each.offer_price


def test_what_leaves_is_of_the_shop_and_not_of_the_client(work, offers):
    """Each piece of what leaves is one of those that are the same for every client."""
    rows = work.db.exec_driver_sql("SELECT name, price FROM product").all()
    names = {name for name, _ in rows}
    said = {*AIM_NAMES.values(), *TONE_NAMES.values(), "hoy", "pronto"}
    keys = {"objetivo", "tono", "productos", "dias_sin_venir", "cumple", "vence"}
    for plan, tone in product((plan for plans in offers.values() for plan in plans), Tone):
        told = payload(plan, tone)
        assert set(told) <= keys
        assert {told["objetivo"], told["tono"], told.get("cumple", "hoy")} <= said
        assert told.get("vence") == (day_text(plan.valid_until) if plan.valid_until else None)
        assert told.get("dias_sin_venir", plan.facts.days_away) == plan.facts.days_away
        for each, candidate in zip(told["productos"], plan.candidates, strict=True):
            assert each["nombre"] in names
            assert each["precio"].removesuffix(" el kilo") == price_text(candidate.price)
            assert (each["veces"], each.get("descuento", "10 %")) == (candidate.times, "10 %")


def test_nothing_of_who_the_client_is_leaves(work, clients, offers):
    catalogue = work.db.exec_driver_sql("SELECT name_folded FROM product").scalars()
    goods = {word for name in catalogue for word in name.split()}
    seen = {"surnames": 0, "documents": 0, "phones": 0, "addresses": 0, "balances": 0}
    for client in clients:
        told = [payload(plan, tone) for plan, tone in product(offers[client.id], Tone)]
        leaves = [
            each | {"esquema": answer_schema(each), "reglas": instructions()} for each in told
        ]
        text = json.dumps(leaves, ensure_ascii=False)
        words, digits = set(fold(text).split()), set(re.findall(r"\d{4,}", text))
        names = [word for word in fold(client.name).split() if word not in goods]
        usual = set(fold(instructions()).split())
        assert not (set(names) - usual) & words
        seen["surnames"] += len(names) > 1
        for field, secret in (
            ("documents", client.document_number),
            ("phones", client.phone),
            ("addresses", client.address),
        ):
            if secret:
                seen[field] += 1
                assert secret not in text
                plain = re.sub(r"\D", "", secret)
                assert not {plain, plain[-8:]} & digits
        balance = wallet_summary(work, client.id).client.balance
        # A debt of exactly a product's price is that price.
        prices = {
            p
            for plan in offers[client.id]
            for c in plan.candidates
            for p in (c.price, c.offer_price)
        }
        if balance and abs(balance) not in prices:
            seen["balances"] += 1
            for shown in (format_money, format_number, format_pesos, lambda b: str(abs(b) // 100)):
                assert not re.search(rf"(?<![\d.]){re.escape(shown(abs(balance)))}(?![\d.])", text)
    assert min(seen.values()) > CLIENTS // 4, seen


def test_complements_agree_with_the_slow_reference(work, clients):
    rows = work.db.exec_driver_sql(
        "SELECT s.id, s.kind, l.product_id, r.id FROM sale s"
        " JOIN sale_line l ON l.sale_id = s.id"
        " LEFT JOIN journal_entry r ON r.reverses = s.entry_id"
    ).all()
    tickets: dict[int, set[int]] = {}
    undone = 0
    for sale_id, kind, product_id, reversal in rows:
        if kind == "sale" and reversal is None:
            tickets.setdefault(sale_id, set()).add(product_id)
        else:
            undone += 1
    assert undone > 10
    assert len(tickets) > 1000
    found_some = 0
    for client in clients[::10]:
        anchors = [each.product_id for each in client_facts(work, client.id).favourites]
        expected = slow_complements(list(tickets.values()), anchors)
        found = complements(work, anchors)
        assert [(c.product_id, c.because, c.together) for c in found] == [e[:3] for e in expected]
        for each, plain in zip(found, expected, strict=True):
            assert (each.support, each.confidence, each.lift) == pytest.approx(plain[3:])
        found_some += bool(found)
    assert found_some > 10
