"""Messages sent and promises made, as they are kept."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text

from kioskifly_desktop.core.contact.words import Aim, MessageKind, Tone, WriterKind
from kioskifly_desktop.core.money import WHOLE
from kioskifly_desktop.core.schema import Choice, Day, Instant, identifier, one_of, table

message = table(
    "message",
    identifier(),
    Column("request_id", Text, nullable=False, unique=True),
    Column("client_id", Integer, ForeignKey("client.id"), nullable=False),
    Column("kind", Choice(MessageKind), nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("tone", Choice(Tone)),
    Column("aim", Choice(Aim)),
    Column("writer", Choice(WriterKind)),
    Column("valid_until", Day),
    # What was sold later has a greater id, whatever the clock says.
    Column("after_sale_id", Integer, nullable=False),
    one_of("kind", MessageKind),
    one_of("tone", Tone),
    one_of("aim", Aim),
    one_of("writer", WriterKind),
)
Index("ix_message_client_id_id", message.c.client_id, message.c.id)

message_product = table(
    "message_product",
    identifier(),
    Column("message_id", Integer, ForeignKey("message.id"), nullable=False),
    Column("product_id", Integer, ForeignKey("product.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("price", Integer, nullable=False),
    Column("offer_price", Integer, nullable=False),
    Column("discount", Integer, nullable=False),
    CheckConstraint("price > 0", name="price"),
    CheckConstraint("offer_price BETWEEN 0 AND price", name="offer_price"),
    CheckConstraint(f"discount BETWEEN 0 AND {WHOLE}", name="discount"),
)
Index("ix_message_product_message_id", message_product.c.message_id)

promise = table(
    "promise",
    identifier(),
    Column("request_id", Text, nullable=False, unique=True),
    Column("client_id", Integer, ForeignKey("client.id"), nullable=False),
    Column("amount", Integer, nullable=False),
    Column("due", Day, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("after_posting_id", Integer, nullable=False),
    Column("withdrawn_at", Instant),
    CheckConstraint("amount > 0", name="amount"),
)
Index("ix_promise_client_id_id", promise.c.client_id, promise.c.id)
Index("ix_promise_due", promise.c.due, sqlite_where=promise.c.withdrawn_at.is_(None))
