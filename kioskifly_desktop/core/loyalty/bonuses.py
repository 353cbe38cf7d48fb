"""Points beyond those of the money spent: so many for each piece of a product, on some days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.catalog import product
from kioskifly_desktop.core.errors import LoyaltyFigureError, ProductNotFoundError
from kioskifly_desktop.core.loyalty.dates import check_dates, in_force
from kioskifly_desktop.core.loyalty.tables import MAX_BONUS, points_bonus
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import insert_row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kioskifly_desktop.core.work import Work


@dataclass(frozen=True, slots=True)
class BonusRequest:
    """Points for each whole piece or kilogram of a product."""

    product_id: int
    points: int
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class BonusRow:
    """A bonus as listed."""

    id: int
    name: str
    request: BonusRequest


_LIST = (
    select(points_bonus, product.c.name)
    .join(product, product.c.id == points_bonus.c.product_id)
    .order_by(product.c.name_folded, points_bonus.c.id)
)
_OF = select(points_bonus.c.product_id, points_bonus.c.points).where(
    points_bonus.c.product_id.in_(bindparam("products", expanding=True)),
    in_force(points_bonus, bindparam("day")),
)


def add_bonus(work: Work, request: BonusRequest) -> int:
    """Add a bonus and return its id.

    Raises:
        NotAllowedError: the person may not.
        LoyaltyFigureError, DatesError, ProductNotFoundError: of the bonus.
    """
    work.require(Permission.CATALOG)
    if not 1 <= request.points <= MAX_BONUS:
        raise LoyaltyFigureError(
            field="points", label=Phrase("Los puntos"), minimum=1, maximum=MAX_BONUS
        )
    check_dates(request.first_day, request.last_day)
    values = {
        "product_id": request.product_id,
        "points": request.points,
        "first_day": request.first_day,
        "last_day": request.last_day,
    }
    try:
        bonus_id = insert_row(work.db, insert(points_bonus), values)
    except IntegrityError:
        raise ProductNotFoundError(product=request.product_id) from None
    _log(work, bonus_id, f"+{request.points} por unidad")
    return bonus_id


def delete_bonus(work: Work, bonus_id: int) -> None:
    """Delete a bonus; points it gave stay.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.CATALOG)
    _log(work, bonus_id, "Borrados")
    work.db.execute(delete(points_bonus).where(points_bonus.c.id == bonus_id))


def _log(work: Work, bonus_id: int, words: str) -> None:
    for row in list_bonuses(work):
        if row.id == bonus_id:
            record(work, AuditKind.PROMOTION, f"Puntos extra de {row.name}", words)


def list_bonuses(work: Work) -> list[BonusRow]:
    """Return the bonuses by the name of their product."""
    return [
        BonusRow(
            row.id, row.name, BonusRequest(row.product_id, row.points, row.first_day, row.last_day)
        )
        for row in work.db.execute(_LIST)
    ]


def bonuses_of(work: Work, products: Iterable[int]) -> dict[int, int]:
    """Return the points that each piece of some products gives today."""
    found: dict[int, int] = {}
    key = {"products": sorted(set(products)), "day": work.today}
    for product_id, points in work.db.execute(_OF, key):
        found[product_id] = found.get(product_id, 0) + points
    return found
