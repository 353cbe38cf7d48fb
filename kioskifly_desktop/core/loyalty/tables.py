"""Promotions, points, groups of clients, price lists and discounts, as they are kept."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text

from kioskifly_desktop.core.money import MAX_AMOUNT, WHOLE
from kioskifly_desktop.core.schema import Choice, Day, Flag, Instant, identifier, one_of, table

MAX_BONUS = 1_000_000
EVERY_DAY = 0b1111111
"""The days of the week as bits, Monday the lowest."""


class PromotionKind(StrEnum):
    """What a promotion gives: 3 for 2, the second at half price, several at one price."""

    N_FOR_M = "n_for_m"
    NTH_PERCENT = "nth_percent"
    COMBO = "combo"


class Audience(StrEnum):
    """Whom a promotion is for."""

    ALL = "all"
    CLIENTS = "clients"
    GROUP = "group"


class PointsKind(StrEnum):
    """Why a client's points moved."""

    EARNED = "earned"
    REDEEMED = "redeemed"
    TAKEN_BACK = "taken_back"
    GIVEN_BACK = "given_back"
    EXPIRED = "expired"
    ADJUSTED = "adjusted"
    MERGED = "merged"


def _dates() -> tuple[Column[object], Column[object], CheckConstraint]:
    return (
        Column("first_day", Day),
        Column("last_day", Day),
        CheckConstraint("last_day >= first_day", name="last_day"),
    )


price_list = table(
    "price_list",
    identifier(),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False, unique=True),
    # On the price of the catalogue, of what has no price of its own; below zero is cheaper.
    Column("percent", Integer, nullable=False),
    CheckConstraint(f"percent BETWEEN {-WHOLE} AND {10 * WHOLE}", name="percent"),
)

price_list_item = table(
    "price_list_item",
    Column(
        "price_list_id", Integer, ForeignKey("price_list.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("product_id", Integer, ForeignKey("product.id"), primary_key=True),
    Column("price", Integer, nullable=False),
    CheckConstraint(f"price BETWEEN 1 AND {MAX_AMOUNT}", name="price"),
)

client_discount = table(
    "client_discount",
    identifier(),
    Column("client_id", Integer, ForeignKey("client.id", ondelete="CASCADE"), nullable=False),
    Column("category", Text, nullable=False),
    Column("category_folded", Text, nullable=False),
    Column("percent", Integer, nullable=False),
    *_dates(),
    CheckConstraint(f"percent BETWEEN 1 AND {WHOLE}", name="percent"),
)
Index("ix_client_discount_client_id", client_discount.c.client_id)

client_group = table(
    "client_group",
    identifier(),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False, unique=True),
)

client_group_member = table(
    "client_group_member",
    Column("client_id", Integer, ForeignKey("client.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "group_id", Integer, ForeignKey("client_group.id", ondelete="CASCADE"), primary_key=True
    ),
)

promotion = table(
    "promotion",
    identifier(),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False),
    Column("kind", Choice(PromotionKind), nullable=False),
    Column("size", Integer, nullable=False),
    Column("pays", Integer, nullable=False),
    Column("percent", Integer, nullable=False),
    Column("price", Integer, nullable=False),
    Column("audience", Choice(Audience), nullable=False),
    Column("group_id", Integer, ForeignKey("client_group.id")),
    *_dates(),
    Column("weekdays", Integer, nullable=False),
    Column("paused", Flag, nullable=False),
    # Tickets name it: it is never deleted.
    Column("removed", Flag, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("updated_by", Integer, ForeignKey("user.id"), nullable=False),
    one_of("kind", PromotionKind),
    one_of("audience", Audience),
    CheckConstraint("(audience = 'group') = (group_id IS NOT NULL)", name="group_id"),
    CheckConstraint(f"weekdays BETWEEN 1 AND {EVERY_DAY}", name="weekdays"),
)
RUNNING = (promotion.c.paused == False, promotion.c.removed == False)  # noqa: E712 - SQL
Index("ix_promotion_running", promotion.c.id, sqlite_where=RUNNING[0] & RUNNING[1])
Index(
    "uq_promotion_name_folded",
    promotion.c.name_folded,
    unique=True,
    sqlite_where=RUNNING[1],
)

promotion_item = table(
    "promotion_item",
    identifier(),
    Column("promotion_id", Integer, ForeignKey("promotion.id"), nullable=False),
    Column("product_id", Integer, ForeignKey("product.id")),
    Column("category", Text),
    Column("category_folded", Text),
    Column("quantity", Integer, nullable=False),
    CheckConstraint("(product_id IS NULL) = (category IS NOT NULL)", name="of"),
    CheckConstraint("quantity >= 1", name="quantity"),
)
Index("ix_promotion_item_promotion_id", promotion_item.c.promotion_id)

points_bonus = table(
    "points_bonus",
    identifier(),
    Column("product_id", Integer, ForeignKey("product.id"), nullable=False),
    Column("points", Integer, nullable=False),
    *_dates(),
    CheckConstraint(f"points BETWEEN 1 AND {MAX_BONUS}", name="points"),
)
Index("ix_points_bonus_product_id", points_bonus.c.product_id)

points_move = table(
    "points_move",
    identifier(),
    Column("client_id", Integer, ForeignKey("client.id"), nullable=False),
    # No constraint on the values: one could only grow by making an append-only table anew.
    Column("kind", Choice(PointsKind), nullable=False),
    Column("points", Integer, nullable=False),
    Column("balance", Integer, nullable=False),
    # The day their months begin: of what is taken back, that of the sale that gave it.
    Column("counts_from", Day, nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("entry_id", Integer, ForeignKey("journal_entry.id")),
    Column("request_id", Text, unique=True),
    CheckConstraint("points <> 0", name="points"),
)
Index("ix_points_move_client_id_id", points_move.c.client_id, points_move.c.id)
Index("ix_points_move_at", points_move.c.at)
Index(
    "ix_points_move_entry_id",
    points_move.c.entry_id,
    sqlite_where=points_move.c.entry_id.is_not(None),
)
