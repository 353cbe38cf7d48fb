"""What the owner allows an offer, and who writes it."""

from __future__ import annotations

import ipaddress
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kioskifly_desktop.core.contact import WriterKind
from kioskifly_desktop.core.errors import (
    BotAddressError,
    MarginError,
    OfferDaysError,
    OfferDiscountError,
)
from kioskifly_desktop.core.money import WHOLE
from kioskifly_desktop.core.settings import change_preferences, get_preference
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import BasisPoints
    from kioskifly_desktop.core.work import Work

OPENAI_URL = "https://api.openai.com/v1"
MAX_VALID_DAYS = 60

_TERMS, _BOT = "offers.terms", "offers.bot"
_LIMIT = 200
_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """What an offer may promise.

    `minimum_margin` is of the price, after the discount; products of the categories `excluded`
    are never offered: of tobacco the Ley 26.687 forbids it.
    """

    minimum_margin: BasisPoints = 2_000
    maximum_discount: BasisPoints = 1_000
    valid_days: int = 7
    excluded: tuple[str, ...] = ("Cigarrillos", "Tabaco")


@dataclass(frozen=True, slots=True)
class BotSettings:
    """Who writes; the key of a service is kept apart, by its address."""

    writer: WriterKind = WriterKind.BUILTIN
    model: str = "gpt-5.4-mini"
    local_url: str = "http://localhost:11434/v1"
    local_model: str = "llama3.2"

    @property
    def url(self) -> str:
        """The address of the service that writes."""
        return self.local_url if self.writer is WriterKind.COMPATIBLE else OPENAI_URL


def offer_terms(work: Work) -> OfferTerms:
    """Return what the owner chose."""
    stored = get_preference(work, _TERMS, "")
    if not stored:
        return OfferTerms()
    values = json.loads(stored)
    return OfferTerms(**values | {"excluded": tuple(values["excluded"])})


def save_offer_terms(work: Work, terms: OfferTerms) -> None:
    """Change what an offer may promise.

    Raises:
        NotAllowedError: the person may not.
        MarginError, OfferDiscountError, OfferDaysError: of the figures.
    """
    if not 0 <= terms.minimum_margin <= WHOLE:
        raise MarginError(field="minimum_margin")
    if not 0 <= terms.maximum_discount < WHOLE:
        raise OfferDiscountError(field="maximum_discount")
    if not 1 <= terms.valid_days <= MAX_VALID_DAYS:
        raise OfferDaysError(field="valid_days", maximum=MAX_VALID_DAYS)
    excluded = [clean(each, field="excluded", limit=60) for each in terms.excluded]
    values = asdict(terms) | {"excluded": [each for each in excluded if each]}
    change_preferences(work, {_TERMS: json.dumps(values, ensure_ascii=False)})


def bot_settings(work: Work) -> BotSettings:
    """Return who writes."""
    stored = get_preference(work, _BOT, "")
    if not stored:
        return BotSettings()
    values = json.loads(stored)
    return BotSettings(**values | {"writer": WriterKind(values["writer"])})


def save_bot_settings(work: Work, settings: BotSettings) -> None:
    """Change who writes.

    Raises:
        NotAllowedError: the person may not.
        BotAddressError: the address is not one that a key may go to.
        TextTooLongError: of a field.
    """
    values = {
        "writer": settings.writer.value,
        "model": clean(settings.model, field="model", limit=_LIMIT) or BotSettings().model,
        "local_url": checked_url(settings.local_url),
        "local_model": clean(settings.local_model, field="local_model", limit=_LIMIT),
    }
    change_preferences(work, {_BOT: json.dumps(values, ensure_ascii=False)})


def checked_url(address: str) -> str:
    """Return the address of a service: https anywhere, http only within the shop's own network.

    Raises:
        BotAddressError: it is neither.
    """
    shown = clean(address, field="local_url", limit=_LIMIT).rstrip("/")
    try:
        parts = urlsplit(shown)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise BotAddressError(field="local_url") from None
    own = parts.scheme == "https" or _is_near(host)
    plain = not (parts.username or parts.password or parts.query or parts.fragment)
    if not (host and own and plain and parts.scheme in _SCHEMES):
        raise BotAddressError(field="local_url")
    return shown


def _is_near(host: str) -> bool:
    if host == "localhost" or host.endswith(".local"):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False
