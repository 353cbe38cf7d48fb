"""The built-in writer: needs no network and no key, and never says what it may not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kioskifly_desktop.core.contact import Aim, Tone
from kioskifly_desktop.core.offers import wordings
from kioskifly_desktop.core.offers.brief import day_text, fill, price_text
from kioskifly_desktop.core.offers.candidates import CandidateKind
from kioskifly_desktop.core.offers.check import complaint
from kioskifly_desktop.core.offers.names import product_name

if TYPE_CHECKING:
    from kioskifly_desktop.core.offers.candidates import Candidate, OfferPlan

_KNOWN = 3
"""Visits after which somebody is thanked for coming always."""
_PLACE = re.compile(r"\[( y otro|uno|con|hasta|dia)\]")


def built_in(plan: OfferPlan, tone: Tone, again: int = 0) -> str:
    """Return a text for a client; `again` asks for another wording of the same.

    The same client gets the same words all day. Where long names leave no room, less is said.
    """
    start = plan.client_id + plan.today.toordinal() + again
    chosen = _wordings(plan)
    turned = [chosen[tone][(start + n) % len(chosen[tone])] for n in range(len(chosen[tone]))]
    for wording in (*turned, *chosen[Tone.SHORT]):
        text = fill(plan, _told(plan, wording))
        if not complaint(plan, text):
            return text
    return fill(plan, wordings.LAST_RESORT)


def _wordings(plan: OfferPlan) -> wordings.Wordings:
    if plan.aim is Aim.BIRTHDAY:
        return wordings.BIRTHDAY_AHEAD if plan.is_birthday_ahead else wordings.BIRTHDAY
    if plan.aim is Aim.MISSED and plan.facts.visits:
        return wordings.MISSED
    if plan.valid_until is not None:
        return wordings.DISCOUNT
    if plan.aim is Aim.COMPLEMENT and _companion(plan):
        return wordings.COMPLEMENT
    return wordings.THANKS if plan.facts.visits >= _KNOWN else wordings.INVITE


def _companion(plan: OfferPlan) -> Candidate | None:
    """Return what the first product goes with, where it is a complement."""
    first, *others = plan.candidates
    if first.kind is not CandidateKind.COMPLEMENT:
        return None
    return next((each for each in others if each.kind is CandidateKind.FAVOURITE), None)


def _told(plan: OfferPlan, wording: str) -> str:
    companion, until = _companion(plan), plan.valid_until
    parts = {
        "uno": _priced(plan.candidates[0]),
        " y otro": f" y {_priced(plan.candidates[1])}" if plan.candidates[1:] else "",
        "con": product_name(companion.name) if companion else "",
        "hasta": f", hasta el {day_text(until)}" if until else "",
        "dia": day_text(until) if until else "",
    }
    # At once, so that a name with such a place in it stays as it is.
    return _PLACE.sub(lambda found: parts[found.group(1)], wording)


def _priced(candidate: Candidate) -> str:
    unit = " el kilo" if candidate.by_kilogram else ""
    name = product_name(candidate.name)
    if candidate.discount:
        now, before = price_text(candidate.offer_price), price_text(candidate.price)
        return f"{name} a {now}{unit} en lugar de {before}"
    return f"{name} a {price_text(candidate.price)}{unit}"
