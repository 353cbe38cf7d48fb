"""Keeping in touch from the command line, on the demo shop."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.contact import PromiseState, WriterKind, promises
from kioskifly_desktop.core.database import look
from kioskifly_desktop.core.es_ar import business_date, format_date, utc_now
from kioskifly_desktop.core.offers import MAX_LENGTH, BotSettings, save_bot_settings
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.demo import create_demo_shop
from tests.test_cli import done, kioskifly, refused


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "shop"
    create_demo_shop(folder, clients=30, months=2, seed=10)
    return folder


@pytest.fixture
def folder(template, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    target = tmp_path / "shop"
    target.mkdir()
    (target / "shop.db").write_bytes((template / "shop.db").read_bytes())
    return target


def do(folder, act, *arguments):
    database = open_shop(folder)
    try:
        with database.read() as work:
            owner = list_users(work)[0]
        with database.write(owner) as work:
            return act(work, *arguments)
    finally:
        database.close()


@pytest.fixture
def newcomer(folder):
    return do(folder, add_client, ClientRequest("Zulma Ñandú", phone="351 455-0917"))


@pytest.fixture
def debtor(folder):
    clients = json.loads(done("clients", "--json", folder=folder))["clients"]
    return max(clients, key=lambda client: client["balance"])


def test_an_offer_is_written_and_says_why(folder, newcomer):
    words = done("offer", "--client", newcomer, folder=folder)
    text, reasons = words.split("\n\nPor qué esta oferta:\n")
    assert "Zulma" in text
    assert "Ñandú" not in text
    assert "Kiosco El Sol" in text
    assert len(text) <= MAX_LENGTH
    assert all(line.startswith("- ") for line in reasons.splitlines())
    assert done("offer", "--client", newcomer, folder=folder) == words


@pytest.mark.parametrize(
    ("word", "aim"),
    [
        ("agradecer", "thanks"),
        ("DESCUENTO", "discount"),
        ("cumpleanos", "birthday"),
        ("extrañamos", "missed"),
        ("complement", "complement"),
    ],
)
def test_the_aim_and_the_tone_are_chosen_in_spanish_or_by_their_code(folder, newcomer, word, aim):
    asked = ("offer", "--client", newcomer, "--aim", word, "--tone", "Breve", "--json")
    told = json.loads(done(*asked, folder=folder))
    assert (told["aim"], told["tone"], told["writer"]) == (aim, "short", "builtin")
    assert told["number"] == "5493514550917"
    assert told["products"]
    discounts = [each["price"] > each["offer_price"] for each in told["products"]]
    assert any(discounts) is (aim in ("discount", "birthday", "missed"))
    assert (told["valid_until"] is not None) is any(discounts)
    assert told["products"][0]["name"] in told["text"]


def test_what_is_not_understood_is_said_in_one_sentence(folder):
    assert "elegí agradecer, complemento" in refused("offer", "--client", 1, "--aim", "hola")
    assert "breve, amistoso o formal" in refused("offer", "--client", 1, "--tone", "hola")
    assert "builtin" in refused("offer", "--client", 1, "--writer", "hola")
    assert "--client" in refused("offer")
    assert "No hay ningún cliente" in refused("offer", "--client", 9999, folder=folder)


def test_who_refuses_messages_is_offered_nothing(folder):
    quiet = ClientRequest("Ana Quieta", phone="351 455-0917", accepts_messages=False)
    client_id = do(folder, add_client, quiet)
    said = refused("offer", "--client", client_id, folder=folder)
    assert said == "Ana Quieta pidió no recibir mensajes."


def test_without_a_key_or_a_network_the_offer_is_our_own_and_a_line_says_why(folder, newcomer):
    for writer, why in (("openai", "Falta la clave"), ("compatible", "No hay conexión")):
        # Nobody listens at port 9.
        near = BotSettings(WriterKind.BUILTIN, local_url="http://127.0.0.1:9/v1", local_model="x")
        do(folder, save_bot_settings, near)
        result = kioskifly(
            "offer", "--client", newcomer, "--writer", writer, "--json", folder=folder
        )
        told = json.loads(result.stdout)
        assert (result.returncode, told["writer"]) == (0, "builtin")
        assert told["note"].startswith(why)
        assert result.stderr == f"{told['note']}\n"
        assert "Zulma" in told["text"]


def test_a_promise_is_noted_once(folder, debtor):
    due = business_date(utc_now()) + timedelta(days=5)
    asked = ("promise", "--client", debtor["id"], "--amount", "10", "--due", format_date(due))
    same = ("--note", "cobra el lunes", "--request-id", "prueba-1")
    first = json.loads(done(*asked, *same, "--json", folder=folder))
    assert json.loads(done(*asked, *same, "--json", folder=folder)) == first
    said = done(*asked, "--request-id", "prueba-2", folder=folder)
    assert said == f"Promesa de $\u00a010,00 para el {format_date(due)} anotada.\n"
    database = look(folder)
    with database.read() as work:
        newest, before, *_ = promises(work, debtor["id"])
    database.close()
    assert (newest.state, before.state) == (PromiseState.PENDING, PromiseState.WITHDRAWN)
    assert (before.id, before.note, before.amount) == (first["id"], "cobra el lunes", 1000)


def test_a_promise_that_makes_no_sense_is_refused(folder, debtor, newcomer):
    def promise(client_id, amount, due):
        asked = ("promise", "--client", client_id, "--amount", amount, "--due", due)
        return refused(*asked, folder=folder)

    today = business_date(utc_now())
    soon, past = (format_date(today + timedelta(days=n)) for n in (3, -1))
    assert "fecha" in promise(debtor["id"], 10, "mañana")
    assert "monto" in promise(debtor["id"], "diez", soon)
    assert "para hoy" in promise(debtor["id"], 10, past)
    assert "lo que debe" in promise(debtor["id"], debtor["balance"], soon)
    assert promise(newcomer, 10, soon) == "Zulma Ñandú no debe nada."


def test_today_tells_who_to_greet_invite_and_ask(folder, debtor):
    told = json.loads(done("today", "--json", folder=folder))
    assert set(told) == {"birthdays", "unseen", "promises", "debts"}
    today = business_date(utc_now())
    week = {(today + timedelta(days=n)).isoformat() for n in range(8)}
    assert told["birthdays"]
    assert {row["day"] for row in told["birthdays"]} <= week
    assert debtor["id"] in {row["client_id"] for row in told["debts"]}
    assert all(row["balance"] > 0 and row["age"] for row in told["debts"])
    assert all(row["state"] in ("pending", "broken") for row in told["promises"])
    words = done("today", folder=folder)
    for row in (*told["birthdays"], *told["unseen"], *told["debts"]):
        assert row["name"] in words
    assert f"{debtor['name']:<36} $" in words


def test_who_was_promised_for_is_among_today_s(folder, debtor):
    due = format_date(business_date(utc_now()) + timedelta(days=2))
    done("promise", "--client", debtor["id"], "--amount", "12,50", "--due", due, folder=folder)
    words = done("today", folder=folder)
    assert f"{debtor['name']:<36} $\u00a012,50 al {due}" in words
