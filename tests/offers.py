"""Offers made by hand, to word and to check."""

from datetime import date
from typing import Any

from kioskifly_desktop.core.contact import Aim
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.offers import Candidate, CandidateKind, ClientFacts, OfferPlan
from kioskifly_desktop.core.offers.names import heads
from kioskifly_desktop.core.sales import line_total

TODAY, UNTIL = date(2026, 3, 5), date(2026, 3, 12)  # both on Thursday
CATALOGUE = ("Pepsi 1,5 L", "Yerba Playadito 1 kg", "Pan", "Papas Lay's 85 g", "La Serenísima")


def candidate(name, price=1_500_00, discount=0, kind=CandidateKind.FAVOURITE, **fields):
    """Return a product to offer."""
    rest: dict[str, Any] = {"by_kilogram": False, "times": 4, "product_id": 1, "reason": ""}
    offered = line_total(price, 1000, discount)
    return Candidate(
        name=name, price=price, offer_price=offered, discount=discount, kind=kind, **rest | fields
    )


def facts(**fields):
    """Return what is known of somebody who came ten times."""
    known: dict[str, Any] = {
        "visits": 10,
        "favourites": (),
        "weekday": None,
        "hour": None,
        "average": None,
    }
    known |= {"last_visit": None, "days_away": None, "birthday_in": None, "turns": None}
    return ClientFacts(**known | fields)


def offer(*candidates, aim=Aim.THANKS, first_name="Ana", shop_name="Kiosco El Sol", **known):
    """Return an offer of some products, by default of two without a discount."""
    candidates = candidates or (candidate("Coca-Cola 2,25 L", 4_800_00), candidate("Turrón Arcor"))
    discounted = any(each.discount for each in candidates)
    return OfferPlan(
        client_id=1,
        aim=aim,
        first_name=first_name,
        shop_name=shop_name,
        today=TODAY,
        facts=facts(**known),
        candidates=tuple(candidates),
        valid_until=UNTIL if discounted else None,
        reasons=(),
        catalogue=heads(map(fold, CATALOGUE)),
    )


def cheaper(aim=Aim.DISCOUNT, **known):
    """Return an offer of one product with a tenth off: $ 1.350 instead of $ 1.500."""
    return offer(candidate("Alfajor Jorgito triple", discount=1000), aim=aim, **known)
