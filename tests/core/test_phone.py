"""Phones as people write them, as WhatsApp dials them."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.contact.phone import (
    shop_area,
    shown_number,
    whatsapp_link,
    whatsapp_number,
)
from kioskifly_desktop.core.errors import (
    NotMobileError,
    WhatsAppMissingError,
    WhatsAppNumberError,
)

CORDOBA, BUENOS_AIRES, SAN_MARTIN = "351", "11", "2972"

DIALLED = (
    # Córdoba, with its area code of three digits
    ("351 455-0917", "", "5493514550917"),
    ("3514550917", "", "5493514550917"),
    ("(0351) 455-0917", "", "5493514550917"),
    ("0351-155-550917", "", "5493515550917"),
    ("351 15 455 0917", "", "5493514550917"),
    ("15 351 455 0917", "", "5493514550917"),
    ("9 351 455-0917", "", "5493514550917"),
    ("+54 351 455 0917", "", "5493514550917"),
    ("+54 9 351 455-0917", "", "5493514550917"),
    ("+54 (0351) 15 455-0917", "", "5493514550917"),
    ("54 351 4550917", "", "5493514550917"),
    ("5493514550917", "", "5493514550917"),
    ("0054 9 351 4550917", "", "5493514550917"),
    ("+549 351 15 4550917", "", "5493514550917"),
    # without it: the shop's
    ("455-0917", CORDOBA, "5493514550917"),
    ("15 455-0917", CORDOBA, "5493514550917"),
    ("15-4550917 (la hija)", CORDOBA, "5493514550917"),
    ("11 4555-1234", CORDOBA, "5491145551234"),
    # Buenos Aires
    ("11 5555-1234", "", "5491155551234"),
    ("011 15 5555 1234", "", "5491155551234"),
    ("11-15-5555-1234", "", "5491155551234"),
    ("1155551234", BUENOS_AIRES, "5491155551234"),
    ("5555 1234", BUENOS_AIRES, "5491155551234"),
    ("15 5555-1234", BUENOS_AIRES, "5491155551234"),
    ("+54 11 5555 1234", "", "5491155551234"),
    ("541155551234", "", "5491155551234"),
    # La Plata, Rosario, Bariloche, Comodoro Rivadavia
    ("221 15 512 3456", "", "5492215123456"),
    ("0341 156-123456", "", "5493416123456"),
    ("294 4123456", "", "5492944123456"),
    ("0297 15 412 3456", "", "5492974123456"),
    # four digits: Villa Carlos Paz, San Martín de los Andes, General Pico, Río Grande
    ("03541 15 412345", "", "5493541412345"),
    ("2972 412345", "", "5492972412345"),
    ("02972 15-41-2345", "", "5492972412345"),
    ("15 412345", SAN_MARTIN, "5492972412345"),
    ("02302-15-412345", "", "5492302412345"),
    ("+54 9 2964 41-2345", "", "5492964412345"),
    # abroad
    ("+598 99 123 456", CORDOBA, "59899123456"),
    ("00595 981 123456", "", "595981123456"),
    ("+1 (305) 555-0123", CORDOBA, "13055550123"),
    ("٣٥١ ٤٥٥٠٩١٧", "", "5493514550917"),  # digits of another script
)
REFUSED = (
    ("", CORDOBA, WhatsAppMissingError),
    ("no tiene", CORDOBA, WhatsAppMissingError),
    ("455-0917", "", WhatsAppNumberError),
    ("15 455-0917", "", WhatsAppNumberError),
    ("455-0917", BUENOS_AIRES, WhatsAppNumberError),
    ("412345", CORDOBA, WhatsAppNumberError),
    ("351 455-091", "", WhatsAppNumberError),
    ("351 455-09177", CORDOBA, WhatsAppNumberError),
    ("4550917 / 4771234", CORDOBA, WhatsAppNumberError),
    ("0800 555 1234", CORDOBA, WhatsAppNumberError),
    ("3999 412345", "", WhatsAppNumberError),
    ("598 99 123 456", "", WhatsAppNumberError),
    ("+0 99 123 456", "", WhatsAppNumberError),
    ("+598 123", "", WhatsAppNumberError),
    ("351 055-0917", "", NotMobileError),
    ("15412345", BUENOS_AIRES, NotMobileError),
)


@pytest.mark.parametrize(("phone", "area", "number"), DIALLED)
def test_a_phone_as_whatsapp_dials_it(phone, area, number):
    assert whatsapp_number(phone, area) == number


@pytest.mark.parametrize(("phone", "area", "error"), REFUSED)
def test_a_phone_that_cannot_be_dialled(phone, area, error):
    with pytest.raises(WhatsAppNumberError) as refused:
        whatsapp_number(phone, area)
    assert (type(refused.value), refused.value.field) == (error, "phone")
    assert phone in str(refused.value) or error is WhatsAppMissingError


@given(st.text("0123456789+-() /", max_size=20), st.sampled_from(("", "11", "351", "2972")))
def test_whatever_is_dialled_is_a_whole_number(phone, area):
    try:
        number = whatsapp_number(phone, area)
    except WhatsAppNumberError:
        return
    assert number.isascii()
    assert number.isdecimal()
    if number.startswith("54"):
        assert len(number) == len("5493514550917")
        # once normalised it stays so, however it is shown
        assert whatsapp_number(number) == whatsapp_number(shown_number(number)) == number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("5493514550917", "+54 9 351 455-0917"),
        ("5491155551234", "+54 9 11 5555-1234"),
        ("5492972412345", "+54 9 2972 41-2345"),
        ("5492974123456", "+54 9 297 412-3456"),
        ("59899123456", "+59899123456"),
    ],
)
def test_a_number_as_people_read_it(number, shown):
    assert shown_number(number) == shown


@pytest.mark.parametrize(
    ("phone", "area"),
    [
        ("351 455-0917", CORDOBA),
        ("011 4555-1234", BUENOS_AIRES),
        ("02972 42-7000", SAN_MARTIN),
        ("455-0917", ""),
        ("+598 99 123 456", ""),
        ("", ""),
    ],
)
def test_the_area_of_the_shop(phone, area):
    assert shop_area(phone) == area


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_link_carries_the_text_whole(text):
    parts = urlsplit(whatsapp_link("5493514550917", text))
    assert (parts.netloc, parts.path, parts.fragment) == ("wa.me", "/5493514550917", "")
    told = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert told == {"text": [text]}
