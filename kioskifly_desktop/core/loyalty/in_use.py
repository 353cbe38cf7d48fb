"""What a shop uses of all this, asked at once: a sale where nothing is pays for one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, exists, select

from kioskifly_desktop.core.loyalty.tables import (
    RUNNING,
    client_discount,
    points_bonus,
    promotion,
)
from kioskifly_desktop.core.loyalty.terms import STORED, LoyaltyTerms, terms_of
from kioskifly_desktop.core.prepared import Prepared

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work


@dataclass(frozen=True, slots=True)
class InUse:
    """Whether promotions run, how points are given, whether a client has discounts, bonuses."""

    promotions: bool
    terms: LoyaltyTerms
    discounts: bool
    bonuses: bool


_ASK = Prepared(
    select(
        exists(select(promotion.c.id).where(*RUNNING)),
        STORED.scalar_subquery(),
        exists(
            select(client_discount.c.id).where(client_discount.c.client_id == bindparam("client"))
        ),
        exists(select(points_bonus.c.id)),
    )
)


def in_use(work: Work, client_id: int | None) -> InUse:
    """Return what the shop uses, and of a client what is agreed with them."""
    promotions, stored, discounts, bonuses = _ASK.first(work.db, {"client": client_id or 0})
    return InUse(bool(promotions), terms_of(stored), bool(discounts), bool(bonuses))
