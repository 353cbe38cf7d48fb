"""What the owner allows an offer, and who writes it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.contact import WriterKind
from kioskifly_desktop.core.errors import (
    BotAddressError,
    MarginError,
    NotAllowedError,
    OfferDaysError,
    OfferDiscountError,
    TextTooLongError,
)
from kioskifly_desktop.core.offers import (
    BotSettings,
    OfferTerms,
    bot_settings,
    checked_url,
    offer_terms,
    save_bot_settings,
    save_offer_terms,
)


def test_terms_are_kept_and_only_by_who_may(read, write, cashier):
    assert read(offer_terms) == OfferTerms()
    chosen = OfferTerms(2500, 1500, 3, ("Vinos", "Cigarrillos"))
    write(save_offer_terms, replace(chosen, excluded=("Vinos ", "", "Cigarrillos")))
    assert read(offer_terms) == chosen
    with pytest.raises(NotAllowedError):
        write(save_offer_terms, chosen, user=cashier)
    with pytest.raises(NotAllowedError):
        write(save_bot_settings, BotSettings(), user=cashier)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"minimum_margin": -1}, MarginError),
        ({"minimum_margin": 10_001}, MarginError),
        ({"maximum_discount": -1}, OfferDiscountError),
        ({"maximum_discount": 10_000}, OfferDiscountError),
        ({"valid_days": 0}, OfferDaysError),
        ({"valid_days": 61}, OfferDaysError),
        ({"excluded": ("x" * 61,)}, TextTooLongError),
    ],
)
def test_terms_that_make_no_sense_are_refused(write, fields, error):
    with pytest.raises(error) as raised:
        write(save_offer_terms, replace(OfferTerms(), **fields))
    assert raised.value.field == next(iter(fields))


def test_who_writes_is_kept(read, write):
    assert read(bot_settings) == BotSettings()
    chosen = BotSettings(WriterKind.COMPATIBLE, "gpt-5", "http://192.168.0.7:8080/v1", "qwen3")
    write(save_bot_settings, chosen)
    assert read(bot_settings) == chosen
    assert chosen.url == "http://192.168.0.7:8080/v1"
    assert BotSettings(WriterKind.OPENAI).url == "https://api.openai.com/v1"
    write(save_bot_settings, replace(chosen, model=" "))
    assert read(bot_settings).model == BotSettings().model


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://ia.ejemplo.com/v1/", "https://ia.ejemplo.com/v1"),
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://10.0.0.4/v1", "http://10.0.0.4/v1"),
        ("http://mostrador.local:1234/v1", "http://mostrador.local:1234/v1"),
    ],
)
def test_an_address_that_a_key_may_go_to(address, kept):
    assert checked_url(address) == kept


@pytest.mark.parametrize(
    "address",
    [
        "",
        "localhost:11434",
        "http://ia.ejemplo.com/v1",
        "http://8.8.8.8/v1",
        "http://localhost.ejemplo.com/v1",
        "ftp://localhost/v1",
        "https://",
        "https://ana:clave@ia.ejemplo.com/v1",
        "https://ia.ejemplo.com/v1?a=1",
        "https://ia.ejemplo.com:99999/v1",
        "https://[::1",
    ],
)
def test_an_address_that_it_may_not(address):
    with pytest.raises(BotAddressError):
        checked_url(address)


@given(st.text(max_size=60))
def test_any_address_is_taken_or_refused(address):
    try:
        kept = checked_url(address)
    except BotAddressError:
        return
    assert kept.startswith(("https://", "http://"))
