"""Sales and returns as they are kept, and the carts put aside."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, text

from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.money import WHOLE
from kioskifly_desktop.core.schema import Choice, Instant, identifier, one_of, table


class SaleKind(StrEnum):
    """Which way the goods went."""

    SALE = "sale"
    RETURN = "return"


class RebateKind(StrEnum):
    """What takes something off a line besides its discount."""

    PROMOTION = "promotion"
    POINTS = "points"


sale = table(
    "sale",
    identifier(),
    Column("kind", Choice(SaleKind), nullable=False),
    Column("entry_id", Integer, ForeignKey("journal_entry.id"), nullable=False, unique=True),
    Column("client_id", Integer, ForeignKey("client.id")),
    Column("session_id", Integer, ForeignKey("cash_session.id")),
    Column("original_id", Integer, ForeignKey("sale.id")),
    Column("total", Integer, nullable=False),
    Column("on_account", Integer, nullable=False),
    # Who passed a limit of the client's account, and why.
    Column("authorized_by", Integer, ForeignKey("user.id")),
    Column("authorization", Text, nullable=False, server_default=text("''")),
    one_of("kind", SaleKind),
    CheckConstraint("total > 0", name="total"),
    CheckConstraint(
        "on_account BETWEEN 0 AND total AND (on_account = 0 OR client_id IS NOT NULL)",
        name="on_account",
    ),
    CheckConstraint("original_id IS NULL OR kind = 'return'", name="original"),
)
Index(
    "ix_sale_client_id_id",
    sale.c.client_id,
    sale.c.id,
    sqlite_where=sale.c.client_id.is_not(None),
)
Index("ix_sale_session_id_id", sale.c.session_id, sale.c.id)
Index("ix_sale_original_id", sale.c.original_id, sqlite_where=sale.c.original_id.is_not(None))

sale_line = table(
    "sale_line",
    identifier(),
    Column("sale_id", Integer, ForeignKey("sale.id"), nullable=False),
    Column("product_id", Integer, ForeignKey("product.id"), nullable=False),
    Column("description", Text, nullable=False),
    Column("unit", Choice(Unit), nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("price", Integer, nullable=False),
    Column("discount", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("cost", Integer, nullable=False),
    Column("original_line_id", Integer, ForeignKey("sale_line.id")),
    one_of("unit", Unit),
    CheckConstraint("quantity > 0", name="quantity"),
    CheckConstraint("price >= 0", name="price"),
    CheckConstraint(f"discount BETWEEN 0 AND {WHOLE}", name="discount"),
    CheckConstraint("total >= 0", name="total"),
)
# Both ways round and covering: what is bought together is read from them alone.
Index("ix_sale_line_sale_id_product_id", sale_line.c.sale_id, sale_line.c.product_id)
Index("ix_sale_line_product_id_sale_id", sale_line.c.product_id, sale_line.c.sale_id)
Index(
    "ix_sale_line_original_line_id",
    sale_line.c.original_line_id,
    sqlite_where=sale_line.c.original_line_id.is_not(None),
)

sale_payment = table(
    "sale_payment",
    identifier(),
    Column("sale_id", Integer, ForeignKey("sale.id"), nullable=False),
    Column("method", Choice(PaymentMethod), nullable=False),
    Column("register_id", Integer, ForeignKey("register.id"), nullable=False),
    Column("amount", Integer, nullable=False),
    Column("tendered", Integer, nullable=False),
    one_of("method", PaymentMethod),
    CheckConstraint("amount > 0", name="amount"),
    CheckConstraint("tendered >= amount", name="tendered"),
)
Index("ix_sale_payment_sale_id", sale_payment.c.sale_id)

# What a line's total is net of, besides its discount.
sale_rebate = table(
    "sale_rebate",
    identifier(),
    Column("sale_id", Integer, ForeignKey("sale.id"), nullable=False),
    Column("line_id", Integer, ForeignKey("sale_line.id"), nullable=False),
    Column("kind", Choice(RebateKind), nullable=False),
    Column("promotion_id", Integer, ForeignKey("promotion.id")),
    Column("name", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    one_of("kind", RebateKind),
    CheckConstraint("(kind = 'promotion') = (promotion_id IS NOT NULL)", name="promotion_id"),
    CheckConstraint("amount > 0", name="amount"),
)
Index("ix_sale_rebate_sale_id", sale_rebate.c.sale_id)

parked_sale = table(
    "parked_sale",
    identifier(),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("client_id", Integer, ForeignKey("client.id")),
    Column("label", Text, nullable=False),
    Column("cart", Text, nullable=False),
    # A list still on the screen never names the cart put aside after it was read.
    reuses_ids=False,
)
