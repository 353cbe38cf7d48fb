"""The clients, as they are kept."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, text

from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.money import MAX_AMOUNT, WHOLE
from kioskifly_desktop.core.schema import Choice, Day, Flag, Instant, identifier, one_of, table

MAX_CREDIT_DAYS = 3650

client = table(
    "client",
    identifier(),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False),
    Column("condition", Integer, nullable=False),
    Column("document_type", Integer, nullable=False),
    Column("document_number", Text, nullable=False),
    # Tells apart what is one document and what is not: a CUIL and a CUIT of one number are one.
    Column("document_key", Text, unique=True),
    Column("birthday", Day),
    Column("address", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("preferred_method", Choice(PaymentMethod)),
    Column("debt_limit", Integer),
    Column("archived", Flag, nullable=False, default=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False, unique=True),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("updated_by", Integer, ForeignKey("user.id"), nullable=False),
    Column(
        "credit_days",
        Integer,
        CheckConstraint(f"credit_days BETWEEN 0 AND {MAX_CREDIT_DAYS}", name="credit_days"),
    ),
    Column("account_enabled", Flag, nullable=False, server_default=text("1")),
    Column(
        "discount",
        Integer,
        CheckConstraint(f"discount BETWEEN 0 AND {WHOLE}", name="discount"),
        nullable=False,
        server_default=text("0"),
    ),
    Column("accepts_messages", Flag, nullable=False, server_default=text("1")),
    # Who is nobody any more: nothing personal is left on the card.
    Column(
        "anonymised_at",
        Instant,
        CheckConstraint(
            "anonymised_at IS NULL OR name = 'Cliente anónimo n.º ' || id"
            " AND document_number || address || phone || email || notes = ''"
            " AND coalesce(document_key, birthday) IS NULL AND archived",
            name="anonymised_at",
        ),
    ),
    # No key: price lists belong to a package above this one, which keeps those that are in use.
    Column("price_list_id", Integer),
    # Why an administrator alone sells to them; empty is not locked.
    Column(
        "lock_reason",
        Text,
        CheckConstraint("anonymised_at IS NULL OR lock_reason = ''", name="lock_reason"),
        nullable=False,
        server_default=text("''"),
    ),
    one_of("preferred_method", PaymentMethod),
    CheckConstraint(f"debt_limit BETWEEN 0 AND {MAX_AMOUNT}", name="debt_limit"),
)
Index("ix_client_name_folded_id", client.c.name_folded, client.c.id)
Index("ix_client_birthday", client.c.birthday, sqlite_where=client.c.birthday.is_not(None))
