"""Cash sessions, and the accounts where drawers' money comes from and goes to."""

from alembic import op

revision = "0003"
down_revision = "0002"

_STATEMENTS = (
    "DROP INDEX uq_account_of_the_shop",
    """
    CREATE UNIQUE INDEX uq_account_of_the_shop ON account (kind) WHERE kind IN ('sales',
        'adjustments', 'over_short', 'expenses', 'other_income')
    """,
    """
    CREATE TABLE cash_session (
        id INTEGER NOT NULL,
        register_id INTEGER NOT NULL,
        opening_entry_id INTEGER NOT NULL,
        opening_float INTEGER NOT NULL,
        closing_entry_id INTEGER,
        expected INTEGER,
        counted INTEGER,
        CONSTRAINT pk_cash_session PRIMARY KEY (id),
        CONSTRAINT uq_cash_session_opening_entry_id UNIQUE (opening_entry_id),
        CONSTRAINT uq_cash_session_closing_entry_id UNIQUE (closing_entry_id),
        CONSTRAINT ck_cash_session_opening_float CHECK (opening_float >= 0),
        CONSTRAINT ck_cash_session_counted CHECK (counted >= 0),
        CONSTRAINT ck_cash_session_closed CHECK ((closing_entry_id IS NULL) = (expected IS NULL)
            AND (closing_entry_id IS NULL) = (counted IS NULL)),
        CONSTRAINT fk_cash_session_register_id FOREIGN KEY(register_id) REFERENCES register (id),
        CONSTRAINT fk_cash_session_opening_entry_id FOREIGN KEY(opening_entry_id) REFERENCES
            journal_entry (id),
        CONSTRAINT fk_cash_session_closing_entry_id FOREIGN KEY(closing_entry_id) REFERENCES
            journal_entry (id)
    ) STRICT
    """,
    "CREATE INDEX ix_cash_session_register_id_id ON cash_session (register_id, id)",
    """
    CREATE UNIQUE INDEX uq_cash_session_open ON cash_session (register_id)
        WHERE closing_entry_id IS NULL
    """,
    # A new file gets all its accounts when it is furnished.
    """
    INSERT INTO account (kind)
    SELECT added.column1 FROM (VALUES ('over_short'), ('expenses'), ('other_income')) AS added
    WHERE EXISTS (SELECT 1 FROM account WHERE kind = 'sales')
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
