"""Debts at today's price, in dispute, and given up."""

from alembic import op

revision = "0011"
down_revision = "0010"

_STATEMENTS = (
    "DROP INDEX uq_account_of_the_shop",
    """
    CREATE UNIQUE INDEX uq_account_of_the_shop ON account (kind) WHERE kind IN ('sales',
        'adjustments', 'over_short', 'expenses', 'other_income', 'price_updates', 'bad_debts')
    """,
    # A new file gets all its accounts when it is furnished.
    """
    INSERT INTO account (kind)
    SELECT added.column1 FROM (VALUES ('price_updates'), ('bad_debts')) AS added
    WHERE EXISTS (SELECT 1 FROM account WHERE kind = 'sales')
    """,
    """
    CREATE TABLE debit_change (
        id INTEGER NOT NULL,
        entry_id INTEGER NOT NULL,
        debit_entry_id INTEGER NOT NULL,
        amount INTEGER NOT NULL,
        CONSTRAINT pk_debit_change PRIMARY KEY (id),
        CONSTRAINT ck_debit_change_amount CHECK (amount <> 0),
        CONSTRAINT fk_debit_change_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id),
        CONSTRAINT fk_debit_change_debit_entry_id FOREIGN KEY(debit_entry_id)
            REFERENCES journal_entry (id)
    ) STRICT
    """,
    "CREATE INDEX ix_debit_change_debit_entry_id ON debit_change (debit_entry_id)",
    "CREATE INDEX ix_debit_change_entry_id ON debit_change (entry_id)",
    # Goods that came back on account take from the debt that they had made.
    """
    INSERT INTO debit_change (entry_id, debit_entry_id, amount)
    SELECT back.entry_id, sold.entry_id, -back.on_account
    FROM sale AS back JOIN sale AS sold ON sold.id = back.original_id
    WHERE back.on_account > 0 AND sold.on_account > 0
    ORDER BY back.id
    """,
    """
    CREATE TABLE price_update_line (
        id INTEGER NOT NULL,
        entry_id INTEGER NOT NULL,
        debit_entry_id INTEGER,
        sale_line_id INTEGER NOT NULL,
        source_id INTEGER,
        price INTEGER NOT NULL,
        written INTEGER NOT NULL,
        value INTEGER NOT NULL,
        CONSTRAINT pk_price_update_line PRIMARY KEY (id),
        CONSTRAINT ck_price_update_line_figures
            CHECK (price >= 0 AND written >= 0 AND value >= 0),
        CONSTRAINT ck_price_update_line_debit_entry_id
            CHECK (price = 0 OR debit_entry_id IS NOT NULL),
        CONSTRAINT fk_price_update_line_entry_id FOREIGN KEY(entry_id)
            REFERENCES journal_entry (id),
        CONSTRAINT fk_price_update_line_debit_entry_id FOREIGN KEY(debit_entry_id)
            REFERENCES journal_entry (id),
        CONSTRAINT fk_price_update_line_sale_line_id FOREIGN KEY(sale_line_id)
            REFERENCES sale_line (id),
        CONSTRAINT fk_price_update_line_source_id FOREIGN KEY(source_id)
            REFERENCES price_update_line (id)
    ) STRICT
    """,
    "CREATE INDEX ix_price_update_line_entry_id ON price_update_line (entry_id)",
    "CREATE INDEX ix_price_update_line_debit_entry_id ON price_update_line (debit_entry_id)",
    "CREATE INDEX ix_price_update_line_sale_line_id ON price_update_line (sale_line_id)",
    """
    CREATE TABLE dispute (
        id INTEGER NOT NULL,
        request_id TEXT NOT NULL,
        entry_id INTEGER NOT NULL,
        account_id INTEGER NOT NULL,
        reason TEXT NOT NULL,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        CONSTRAINT pk_dispute PRIMARY KEY (id),
        CONSTRAINT uq_dispute_request_id UNIQUE (request_id),
        CONSTRAINT fk_dispute_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id),
        CONSTRAINT fk_dispute_account_id FOREIGN KEY(account_id) REFERENCES account (id),
        CONSTRAINT fk_dispute_user_id FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_dispute_account_id ON dispute (account_id)",
    "CREATE INDEX ix_dispute_entry_id ON dispute (entry_id)",
    """
    CREATE TABLE dispute_end (
        id INTEGER NOT NULL,
        request_id TEXT NOT NULL,
        dispute_id INTEGER NOT NULL,
        owed INTEGER NOT NULL,
        entry_id INTEGER,
        note TEXT NOT NULL,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        CONSTRAINT pk_dispute_end PRIMARY KEY (id),
        CONSTRAINT uq_dispute_end_request_id UNIQUE (request_id),
        CONSTRAINT uq_dispute_end_dispute_id UNIQUE (dispute_id),
        CONSTRAINT ck_dispute_end_owed
            CHECK (owed IN (0, 1) AND (owed = 1) = (entry_id IS NULL)),
        CONSTRAINT fk_dispute_end_dispute_id FOREIGN KEY(dispute_id) REFERENCES dispute (id),
        CONSTRAINT fk_dispute_end_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id),
        CONSTRAINT fk_dispute_end_user_id FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
)

# Of who asked to be forgotten, the words may go: docs/decisions/0012.
_GONE = "EXISTS (SELECT 1 FROM client WHERE account_id = {account} AND anonymised_at IS NOT NULL)"
_WORDS = {
    "dispute": (
        "reason",
        ("id", "request_id", "entry_id", "account_id", "at", "user_id"),
        "OLD.account_id",
    ),
    "dispute_end": (
        "note",
        ("id", "request_id", "dispute_id", "owed", "entry_id", "at", "user_id"),
        "(SELECT account_id FROM dispute WHERE id = OLD.dispute_id)",
    ),
}


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    for table in ("debit_change", "price_update_line", "dispute", "dispute_end"):
        admitted = ""
        if table in _WORDS:
            words, stay, account = _WORDS[table]
            same = " AND ".join(f"NEW.{each} IS OLD.{each}" for each in stay)
            gone = _GONE.format(account=account)
            admitted = f"WHEN ({same} AND NEW.{words} = '' AND {gone}) IS NOT TRUE "
        for act, when in (("update", admitted), ("delete", "")):
            op.get_bind().exec_driver_sql(
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} {when}"
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )
