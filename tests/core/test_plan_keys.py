"""The text of a plan's key: whatever befalls it, it grants what was signed or nothing."""

import re
from base64 import b32decode
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.errors import (
    PlanKeyAlteredError,
    PlanKeyCutError,
    PlanKeyForgedError,
    PlanKeyNewerError,
    PlanKeyUnknownError,
)
from kioskifly_desktop.core.plan import VENDOR_KEY, Feature, Plan, PlanKey, make_key, read_key
from kioskifly_desktop.core.plan.keys import seal
from kioskifly_desktop.demo.shop import DEMO_KEY
from tests.plans import ISSUED, PUBLIC, VENDOR, key, plan

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
GRANT = PlanKey(plan("Almacén & Cía", expires=date(2027, 3, 5)), ISSUED, "30-12345678-1")
TEXT = make_key(GRANT, VENDOR)

texts = st.text(st.characters(exclude_characters="|", codec="utf-8"), max_size=30)
mosts = st.none() | st.integers(0, 10**9)
grants = st.builds(
    PlanKey,
    st.builds(
        Plan,
        texts,
        mosts,
        mosts,
        mosts,
        st.frozensets(st.sampled_from(Feature)),
        st.none() | st.dates(),
    ),
    st.dates(),
    texts,
)


@given(grants)
def test_a_key_says_what_was_signed(grant):
    try:
        text = make_key(grant, VENDOR)
    except ValueError:
        assert len(grant.plan.name.encode() + grant.shop.encode()) > 100
    else:
        assert read_key(text, PUBLIC) == grant
        assert re.fullmatch(r"KIOSKI(-[A-Z2-7]{5})+(-[A-Z2-7]{1,4})?", text)


@pytest.mark.parametrize(
    "sent",
    [
        TEXT.lower(),
        f"  {TEXT}\n",
        f"Hola! Tu clave es: {TEXT}",
        TEXT.replace("-", "–"),
        TEXT.replace("-", " - "),
        TEXT.replace("-", "").replace("KIOSKI", "KIOSKI-"),
        "\r\n> ".join(re.findall(".{1,70}", TEXT)).replace("> ", ""),
        TEXT.replace("-", "-\u200b"),
        TEXT.replace("-", "\u2028-"),
    ],
)
def test_a_key_survives_mail_and_chat(sent):
    assert read_key(sent, PUBLIC) == GRANT


def test_a_key_with_any_letter_changed_is_refused():
    for place in range(len("KIOSKI-"), len(TEXT)):
        if TEXT[place] == "-":
            continue
        other = ALPHABET[(ALPHABET.index(TEXT[place]) + 1 + place % 30) % 32]
        changed = f"{TEXT[:place]}{other}{TEXT[place + 1 :]}"
        # The first letters say how long the key is.
        with pytest.raises((PlanKeyAlteredError, PlanKeyCutError)):
            read_key(changed, PUBLIC)


@pytest.mark.parametrize("longer", range(5))  # five bytes are eight letters: no bit to spare
def test_the_spare_bits_of_the_last_letter_count(longer):
    text = key(plan("x" * longer))
    for letter in ALPHABET:
        if letter != text[-1]:
            with pytest.raises(PlanKeyAlteredError):
                read_key(f"{text[:-1]}{letter}", PUBLIC)


@pytest.mark.parametrize("sign", ["0", "1", "8", "ñ", "=", "*", "😀", "\x00"])
def test_a_letter_that_no_key_has_is_an_alteration(sign):
    with pytest.raises(PlanKeyAlteredError):
        read_key(f"{TEXT[:40]}{sign}{TEXT[41:]}", PUBLIC)


def test_a_key_cut_anywhere_is_refused():
    for length in range(len("KIOSKI-"), len(TEXT)):
        with pytest.raises(PlanKeyCutError):
            read_key(TEXT[:length], PUBLIC)


def test_a_key_with_something_after_it_is_refused():
    for more in ("A", "AAAAA-AAAAA", TEXT):
        with pytest.raises(PlanKeyAlteredError):
            read_key(f"{TEXT}-{more}", PUBLIC)


@pytest.mark.parametrize("nothing", ["", "   ", "hola", "KIOSKI", "KIOSKI-" + "A" * 5000])
def test_what_is_no_key_is_said(nothing):
    with pytest.raises(PlanKeyUnknownError) as refused:
        read_key(nothing, PUBLIC)
    assert refused.value.field == "key"


def test_a_key_signed_by_another_is_refused():
    for signer in (Ed25519PrivateKey.generate(), Ed25519PrivateKey.from_private_bytes(bytes(32))):
        with pytest.raises(PlanKeyForgedError):
            read_key(key(signer=signer), PUBLIC)


def test_the_program_trusts_no_key_but_its_own():
    with pytest.raises(PlanKeyForgedError):
        read_key(TEXT)
    assert read_key(DEMO_KEY, VENDOR_KEY).shop
    with pytest.raises(PlanKeyForgedError):
        read_key(DEMO_KEY, PUBLIC)


def test_the_terms_of_one_key_with_the_signature_of_another_are_refused():
    """The checksum of such a key is right: only the signature tells."""
    letters = key(plan(clients=None)).removeprefix("KIOSKI").replace("-", "")
    signature = b32decode(letters + "=" * (-len(letters) % 8))[-68:-4]
    with pytest.raises(PlanKeyForgedError):
        read_key(key(plan(clients=9999), signer=Forger(signature)), PUBLIC)


class Forger:
    """Signs anything with a signature that was seen."""

    def __init__(self, signature):
        self.signature = signature

    def sign(self, _terms):
        return self.signature


@pytest.mark.parametrize(
    "terms",
    [
        b"2|Prueba|2|3|4|offers||2026-01-02|",
        b"1|Prueba|2|3|4|offers||2026-01-02||more",
        b"1|Prueba|dos|3|4|offers||2026-01-02|",
        b"1|Prueba|2|3|4|offers||tomorrow|",
        b"1|Prueba",
        b"",
        b"\xff",
    ],
)
def test_what_the_vendor_signed_and_this_program_cannot_read_is_of_a_newer_one(terms):
    with pytest.raises(PlanKeyNewerError):
        read_key(seal(terms, VENDOR), PUBLIC)


def test_a_feature_of_a_newer_program_takes_nothing_from_the_others():
    found = read_key(seal(b"1|Prueba|2|3|4|offers,holograms||2026-01-02|", VENDOR), PUBLIC)
    assert found == PlanKey(plan(), ISSUED)


def test_terms_that_would_be_misread_are_not_signed():
    for odd in ("a|b", "x" * 250):
        with pytest.raises(ValueError, match=r"\||256"):
            key(plan(odd))
