"""The demo's promotions, points, and what is agreed with some of its clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    Audience,
    CategoryDiscount,
    LoyaltyTerms,
    PriceList,
    PromotionGoods,
    PromotionKind,
    PromotionRequest,
    save_agreed_terms,
    save_group,
    save_loyalty_terms,
    save_price_list,
    save_promotion,
    set_groups,
)
from kioskifly_desktop.demo import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.demo.people import Person
    from kioskifly_desktop.demo.products import Shelves

BEGAN = 90
"""How many days before the last one they are offered from."""

_THURSDAY = 1 << 3
_TEACHERS, _SHOPS = slice(3, None, 17), slice(5, None, 23)


def begin(work: Work, shelves: Shelves, clients: Sequence[Person]) -> None:
    """Turn points on, put goods on promotion and come to terms with some clients."""
    ids = [item.id for item in shelves.items]
    goods = {name: PromotionGoods(ids[n]) for n, (name, _) in enumerate(names.PRODUCTS)}
    save_loyalty_terms(work, LoyaltyTerms(on=True))
    teachers = save_group(work, 0, "Docentes de la escuela")
    for person in clients[_TEACHERS]:
        set_groups(work, person.id, [teachers])
    for request in (
        PromotionRequest(
            "2x1 los jueves",
            PromotionKind.N_FOR_M,
            (goods["Alfajor Guaymallén"], goods["Turrón Arcor"]),
            weekdays=_THURSDAY,
        ),
        PromotionRequest(
            "Segunda al 50 %",
            PromotionKind.NTH_PERCENT,
            (goods["Galletitas Oreo 118 g"], goods["Galletitas Sonrisas"]),
            percent=5_000,
            audience=Audience.CLIENTS,
        ),
        PromotionRequest(
            "Fernet con coca",
            PromotionKind.COMBO,
            (goods["Fernet Branca 450 ml"], goods["Coca-Cola 2,25 L"]),
            price=16_500_00,
        ),
        PromotionRequest(
            "Lleve 3, pague 2",
            PromotionKind.N_FOR_M,
            (goods["Yogur Ser 190 g"],),
            size=3,
            pays=2,
            audience=Audience.GROUP,
            group_id=teachers,
        ),
    ):
        save_promotion(work, 0, request)
    wholesale = save_price_list(work, PriceList(0, "Comercios del barrio", -600))
    bread = (CategoryDiscount("Panadería", 1_000),)
    for number, person in enumerate(clients[_SHOPS]):
        agreed = AgreedTerms(bread) if number % 2 else AgreedTerms(price_list_id=wholesale)
        save_agreed_terms(work, person.id, agreed)
