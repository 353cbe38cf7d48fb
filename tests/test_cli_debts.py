"""Debts from the command line: their age, today's prices, disputes, and what is given up."""

import json

import pytest

from kioskifly_desktop.core.catalog import ProductRequest, edit_product
from kioskifly_desktop.core.wallet import TodayPriceTerms, history, save_today_price_terms
from tests.factories import make_client, make_product, sell
from tests.test_cli import done, refused


@pytest.fixture
def shop(write, read, database):
    """Leave a closed shop where Ana owes two yerbas; return its folder and the sale's entry."""
    write(save_today_price_terms, TodayPriceTerms(enabled=True, grace_days=0))
    client = write(make_client, "Ana")
    yerba = write(make_product, "Yerba", price=1_000_00)
    write(sell, (yerba, 2), client_id=client, on_account=2_000_00)
    write(edit_product, yerba, ProductRequest("Yerba", price=1_200_00))
    entry = read(history, client)[0].entry_id
    database.close()
    return database.path.parent, entry


def plain(words):
    return words.replace("\xa0", " ")


def test_a_debt_goes_to_todays_price_and_is_disputed_and_given_up(shop):
    folder, entry = shop
    assert "Yerba" in plain(done("today-price", "--client", "1", folder=folder))
    shown = json.loads(done("today-price", "--client", "1", "--json", folder=folder))
    assert (shown["written"], shown["today"], shown["difference"]) == (200_000, 240_000, 40_000)
    assert plain(done("today-price", "--client", "1", "--apply", folder=folder)) == (
        "PX-00001-00000001: +$ 400,00. Saldo: $ 2.400,00.\n"
    )
    assert "ya está a precio de hoy" in refused(
        "today-price", "--client", "1", "--apply", folder=folder
    )
    (debt,) = json.loads(done("aging", "--json", folder=folder))["debts"]
    assert (debt["name"], debt["balance"], debt["lost"]) == ("Ana", 240_000, 240_000)
    assert "Ana" in done("aging", folder=folder)
    dispute = ("dispute", "--entry", str(entry), "--reason", "No lo llevé")
    assert plain(done(*dispute, folder=folder)) == "En disputa: $ 2.400,00. Saldo: $ 2.400,00.\n"
    assert json.loads(done("aging", "--json", folder=folder)) == {"debts": []}
    assert "ya está en disputa" in refused(*dispute, folder=folder)
    assert plain(done(*dispute, "--owed", folder=folder)).startswith("Resuelta: $ 2.400,00.")
    lost = ("write-off", "--client", "1", "--reason", "Se mudó")
    assert plain(done(*lost, "--amount", "400", folder=folder)) == (
        "Incobrable: $ 400,00. Saldo: $ 2.000,00.\n"
    )
    assert json.loads(done(*lost, "--json", folder=folder))["client_balance"] == 0
    assert refused(*lost, folder=folder) == "Ana no debe nada."
