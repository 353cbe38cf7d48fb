"""Every price a product had: who changed it, when, alone or with others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, insert, select

from kioskifly_desktop.core.schema import Instant, identifier, table
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from datetime import datetime

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

price_batch = table(
    "price_batch",
    identifier(),
    Column("request_id", Text, unique=True),
    Column("undoes", Integer, ForeignKey("price_batch.id"), unique=True),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("category", Text, nullable=False),
    Column("supplier", Text, nullable=False),
    Column("basis_points", Integer, nullable=False),
    Column("rounding", Integer, nullable=False),
    CheckConstraint("(request_id IS NULL) = (undoes IS NOT NULL)", name="undoes"),
)

price_change = table(
    "price_change",
    identifier(),
    Column("product_id", Integer, ForeignKey("product.id"), nullable=False),
    Column("batch_id", Integer, ForeignKey("price_batch.id")),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("old", Integer, nullable=False),
    Column("new", Integer, nullable=False),
)
Index("ix_price_change_product_id_id", price_change.c.product_id, price_change.c.id)
Index("ix_price_change_batch_id", price_change.c.batch_id)


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A price that changed; a new product's was zero before."""

    at: datetime
    old: Centavos
    new: Centavos
    user: str


_LOG = insert(price_change)


def log_price(
    work: Work, product_id: int, old: Centavos, new: Centavos, *, batch_id: int | None = None
) -> None:
    """Write down a price that changed."""
    if old == new:
        return
    row = {
        "product_id": product_id,
        "batch_id": batch_id,
        "at": work.now,
        "user_id": work.user.id,
        "old": old,
        "new": new,
    }
    work.db.execute(_LOG, row)


def price_history(work: Work, product_id: int) -> list[PriceRow]:
    """Return the prices a product had, newest first."""
    query = (
        select(price_change.c.at, price_change.c.old, price_change.c.new, user.c.name)
        .join(user, user.c.id == price_change.c.user_id)
        .where(price_change.c.product_id == product_id)
        .order_by(price_change.c.id.desc())
    )
    return [PriceRow(*row) for row in work.db.execute(query)]
