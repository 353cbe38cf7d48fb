"""What a service is told of a real shop's client: what is sold, and nothing of who buys."""

import json
from datetime import date

import pytest

from kioskifly_desktop.adapters.bot import AdaptersBot
from kioskifly_desktop.adapters.writers import ChatWriter, ResponsesWriter
from kioskifly_desktop.adapters.writers.keys import KeyStore
from kioskifly_desktop.adapters.writers.service import Service
from kioskifly_desktop.cli import run
from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.contact import Aim, Tone, WriterKind
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.fiscal import DocumentType
from kioskifly_desktop.core.offers import (
    BotSettings,
    OfferTerms,
    built_in,
    complaint,
    plan_offer,
    save_bot_settings,
    save_offer_terms,
    write_offer,
)
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile
from tests.factories import add_debt, make_product, sell
from tests.fakes.ai_server import ai_server

KINDS = {ResponsesWriter: WriterKind.OPENAI, ChatWriter: WriterKind.COMPATIBLE}
PRIVATE = (
    *("Zulma", "Ñandubay", "Etcheverrigaray", "27.345.678", "27345678", "351 455", "4550917"),
    *("Pasaje Quinquela", "zulma@", "correo.example", "cuñada", "98765", "98.765", "1984"),
    *("Ombú", "Quilmero", "20-11111111", "alias.ombu", "Saavedra"),
)
YERBA = "Yerba Playadito 500 g"
GOOD = f"{{nombre}}: {YERBA} a $ 2.700, hasta el 12/3, en {{kiosco}}."


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


@pytest.fixture
def server():
    with ai_server() as running:
        yield running


@pytest.fixture
def client(write, clock):
    """Return who owes, and took yerba and biscuits on five days."""
    profile = ShopProfile(
        name="Maxikiosco Ombú Quilmero",
        cuit="20-11111111-2",
        address="Saavedra 200",
        phone="351 455-0000",
        payment_alias="alias.ombu",
    )
    write(save_shop_profile, profile)
    request = ClientRequest(
        "Zulma Ñandubay Etcheverrigaray",
        document_type=DocumentType.DNI,
        document_number="27345678",
        birthday=date(1984, 3, 8),
        address="Pasaje Quinquela 4512",
        phone="351 455-0917",
        email="zulma@correo.example",
        notes="La cuñada de Pedro",
    )
    found = write(add_client, request)
    untracked = {"tracks_stock": False}
    yerba = write(make_product, YERBA, price=3_000_00, cost=1_000_00, **untracked)
    biscuits = write(make_product, "Bizcochos Don Satur", price=1_200_00, cost=500_00, **untracked)
    write(make_product, "Fernet Branca 750 ml", price=9_000_00, cost=5_000_00, **untracked)
    clock.move(days=-25)
    for _ in range(5):
        write(sell, (yerba, 1), (biscuits, 1), cash=4_200_00, client_id=found)
        clock.move(days=5)
    write(add_debt, found, 98_765_43)
    return found


@pytest.fixture
def ask(kind, server, client, read):
    """Have an offer of the client's written; `text` is what the service answers."""

    def run(aim=Aim.DISCOUNT, text=GOOD):
        plan = read(plan_offer, client, aim)
        server.text = text
        writer = kind(Service(server.url, "modelo", "sk-clave", deadline=30))
        written = write_offer(plan, Tone.FRIENDLY, KINDS[kind], writer)
        assert complaint(plan, written.text) == ""
        return plan, written

    return run


def assert_nothing_private(server):
    assert server.seen
    for request in server.seen:
        told = fold(f"{request.path} {request.headers} {json.dumps(request.body)}")
        told += fold(str(request.body))
        found = [each for each in PRIVATE if fold(each) in told or each.casefold() in told]
        assert found == []


@pytest.mark.parametrize("aim", Aim)
def test_what_is_sold_leaves_and_nothing_of_who_buys(ask, server, aim):
    plan, _ = ask(aim)
    assert_nothing_private(server)
    told = str(server.seen[0].body)
    assert all(each.name in told for each in plan.candidates)
    assert str(plan.client_id) not in told.replace("$", "").split()


@pytest.mark.parametrize(
    "text",
    [
        "¡Hola, {nombre}{nombre}! Te esperamos.",
        "¡Hola, {kiosco}{nombre}s! Te esperamos.",
        "Hola {nombre} 45, de {kiosco}.",
        "¡Hola, {nombre}! " + "Te esperamos. " * 40,
    ],
)
def test_what_was_wrong_is_told_without_the_names(ask, server, text):
    _, written = ask(text=text)
    assert written.writer is WriterKind.BUILTIN
    assert "corregir" in str(server.seen[1].body)
    assert_nothing_private(server)


def test_a_good_text_is_filled_in_here(ask, server):
    _, written = ask()
    assert written.text.replace("\u00a0", " ") == (
        "Zulma: Yerba Playadito 500 g a $ 2.700, hasta el 12/3, en Maxikiosco Ombú Quilmero."
    )
    assert written.note == ""
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (YERBA, "Fernet Branca 750 ml"),
        ("$ 2.700", "$ 1.500"),
        ("a $ 2.700", "con 50 % menos"),
        ("$ 2.700", "$ 2.700 y otra gratis"),
        ("12/3", "31/12"),
    ],
    ids=["stranger", "price", "discount", "gift", "day"],
)
def test_what_the_shop_does_not_promise_is_ours_in_the_end(ask, server, wrong, right):
    plan, written = ask(text=GOOD.replace(wrong, right))
    assert written.text == built_in(plan, Tone.FRIENDLY)
    assert written.writer is WriterKind.BUILTIN
    assert "no se puede prometer" in written.note
    assert len(server.seen) == 2


def test_the_terms_of_the_owner_are_the_ones_checked(ask, server, write):
    write(save_offer_terms, OfferTerms(maximum_discount=500))
    _, written = ask()
    assert written.writer is WriterKind.BUILTIN
    assert "2.700" not in written.text


def test_a_trial_tells_nothing_of_the_shop(client, server, tmp_path):
    bot = AdaptersBot(KeyStore(tmp_path / "keys"), deadline=30)
    settings = BotSettings(WriterKind.COMPATIBLE, local_url=server.url, local_model="modelo")
    assert "Alfajor" in bot.probe(settings)
    assert_nothing_private(server)
    assert YERBA not in str(server.seen)


def test_the_command_line_asks_the_service_too(
    client, server, write, folder, monkeypatch, tmp_path, capsys
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    settings = BotSettings(WriterKind.COMPATIBLE, local_url=server.url, local_model="modelo")
    write(save_bot_settings, settings)
    asked = ["--data", str(folder), "offer", "--client", str(client), "--aim", "thanks", "--json"]
    assert run(asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["writer"], told["note"]) == ("compatible", "")
    assert told["text"].startswith("¡Hola, Zulma! Tenemos Yerba Playadito 500 g a $")
    assert_nothing_private(server)
