"""Kiosk-IA: what a client is offered and how it is worded."""

from kioskifly_desktop.core.offers.baskets import Complement, complements
from kioskifly_desktop.core.offers.brief import (
    MAX_LENGTH,
    answer_schema,
    fill,
    instructions,
    payload,
    price_text,
)
from kioskifly_desktop.core.offers.builtin import built_in
from kioskifly_desktop.core.offers.candidates import (
    Candidate,
    CandidateKind,
    OfferPlan,
    plan_offer,
)
from kioskifly_desktop.core.offers.check import complaint
from kioskifly_desktop.core.offers.compose import Draft, Writer, Written, write_offer
from kioskifly_desktop.core.offers.facts import ClientFacts, Favourite, client_facts
from kioskifly_desktop.core.offers.terms import (
    MAX_VALID_DAYS,
    OPENAI_URL,
    BotSettings,
    OfferTerms,
    bot_settings,
    checked_url,
    offer_terms,
    save_bot_settings,
    save_offer_terms,
)

__all__ = [
    "MAX_LENGTH",
    "MAX_VALID_DAYS",
    "OPENAI_URL",
    "BotSettings",
    "Candidate",
    "CandidateKind",
    "ClientFacts",
    "Complement",
    "Draft",
    "Favourite",
    "OfferPlan",
    "OfferTerms",
    "Writer",
    "Written",
    "answer_schema",
    "bot_settings",
    "built_in",
    "checked_url",
    "client_facts",
    "complaint",
    "complements",
    "fill",
    "instructions",
    "offer_terms",
    "payload",
    "plan_offer",
    "price_text",
    "save_bot_settings",
    "save_offer_terms",
    "write_offer",
]
