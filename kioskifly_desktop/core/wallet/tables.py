"""What is kept of a debit after its entry: what changed it, its goods at later prices, disputes."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text

from kioskifly_desktop.core.schema import Flag, Instant, identifier, table

# What an entry takes from, or adds to, one debit of before: of what is left, payments settle the
# oldest first.
debit_change = table(
    "debit_change",
    identifier(),
    Column("entry_id", Integer, ForeignKey("journal_entry.id"), nullable=False),
    Column("debit_entry_id", Integer, ForeignKey("journal_entry.id"), nullable=False),
    Column("amount", Integer, nullable=False),
    CheckConstraint("amount <> 0", name="amount"),
)
Index("ix_debit_change_debit_entry_id", debit_change.c.debit_entry_id)
Index("ix_debit_change_entry_id", debit_change.c.entry_id)

# Unpaid goods taken from one price to another. They were at their sale's own price, or at that of
# the row `source_id`. A row at price zero came back with its goods, and has no debit where the
# client who bought them is another's by now.
price_update_line = table(
    "price_update_line",
    identifier(),
    Column("entry_id", Integer, ForeignKey("journal_entry.id"), nullable=False),
    Column("debit_entry_id", Integer, ForeignKey("journal_entry.id")),
    Column("sale_line_id", Integer, ForeignKey("sale_line.id"), nullable=False),
    Column("source_id", Integer, ForeignKey("price_update_line.id")),
    Column("price", Integer, nullable=False),
    Column("written", Integer, nullable=False),
    Column("value", Integer, nullable=False),
    CheckConstraint("price >= 0 AND written >= 0 AND value >= 0", name="figures"),
    CheckConstraint("price = 0 OR debit_entry_id IS NOT NULL", name="debit_entry_id"),
)
Index("ix_price_update_line_entry_id", price_update_line.c.entry_id)
Index("ix_price_update_line_debit_entry_id", price_update_line.c.debit_entry_id)
Index("ix_price_update_line_sale_line_id", price_update_line.c.sale_line_id)

dispute = table(
    "dispute",
    identifier(),
    Column("request_id", Text, nullable=False, unique=True),
    Column("entry_id", Integer, ForeignKey("journal_entry.id"), nullable=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_dispute_account_id", dispute.c.account_id)
Index("ix_dispute_entry_id", dispute.c.entry_id)

dispute_end = table(
    "dispute_end",
    identifier(),
    Column("request_id", Text, nullable=False, unique=True),
    Column("dispute_id", Integer, ForeignKey("dispute.id"), nullable=False, unique=True),
    Column("owed", Flag, nullable=False),
    # What took the debt away, where it is not owed.
    Column("entry_id", Integer, ForeignKey("journal_entry.id")),
    Column("note", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    CheckConstraint("owed IN (0, 1) AND (owed = 1) = (entry_id IS NULL)", name="owed"),
)
