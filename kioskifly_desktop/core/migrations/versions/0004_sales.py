"""Sales with their lines and payments, carts put aside, and the terms of a client's account."""

from alembic import op

revision = "0004"
down_revision = "0003"

_APPEND_ONLY = ("sale", "sale_line", "sale_payment")

_STATEMENTS = (
    # SQLite checks what is there against the new rule, and writes it beside the column.
    """
    ALTER TABLE client ADD COLUMN credit_days INTEGER
        CONSTRAINT ck_client_credit_days CHECK (credit_days BETWEEN 0 AND 3650)
    """,
    "ALTER TABLE client ADD COLUMN account_enabled INTEGER DEFAULT 1 NOT NULL",
    """
    ALTER TABLE client ADD COLUMN discount INTEGER DEFAULT 0 NOT NULL
        CONSTRAINT ck_client_discount CHECK (discount BETWEEN 0 AND 10000)
    """,
    """
    CREATE TABLE sale (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        entry_id INTEGER NOT NULL,
        client_id INTEGER,
        session_id INTEGER,
        original_id INTEGER,
        total INTEGER NOT NULL,
        on_account INTEGER NOT NULL,
        authorized_by INTEGER,
        "authorization" TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_sale PRIMARY KEY (id),
        CONSTRAINT uq_sale_entry_id UNIQUE (entry_id),
        CONSTRAINT ck_sale_kind CHECK (kind IN ('sale', 'return')),
        CONSTRAINT ck_sale_total CHECK (total > 0),
        CONSTRAINT ck_sale_on_account CHECK (on_account BETWEEN 0 AND total AND
            (on_account = 0 OR client_id IS NOT NULL)),
        CONSTRAINT ck_sale_original CHECK (original_id IS NULL OR kind = 'return'),
        CONSTRAINT fk_sale_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id),
        CONSTRAINT fk_sale_client_id FOREIGN KEY(client_id) REFERENCES client (id),
        CONSTRAINT fk_sale_session_id FOREIGN KEY(session_id) REFERENCES cash_session (id),
        CONSTRAINT fk_sale_original_id FOREIGN KEY(original_id) REFERENCES sale (id),
        CONSTRAINT fk_sale_authorized_by FOREIGN KEY(authorized_by) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_sale_client_id_id ON sale (client_id, id) WHERE client_id IS NOT NULL",
    "CREATE INDEX ix_sale_session_id_id ON sale (session_id, id)",
    "CREATE INDEX ix_sale_original_id ON sale (original_id) WHERE original_id IS NOT NULL",
    """
    CREATE TABLE sale_line (
        id INTEGER NOT NULL,
        sale_id INTEGER NOT NULL,
        product_id INTEGER NOT NULL,
        description TEXT NOT NULL,
        unit TEXT NOT NULL,
        quantity INTEGER NOT NULL,
        price INTEGER NOT NULL,
        discount INTEGER NOT NULL,
        total INTEGER NOT NULL,
        cost INTEGER NOT NULL,
        original_line_id INTEGER,
        CONSTRAINT pk_sale_line PRIMARY KEY (id),
        CONSTRAINT ck_sale_line_unit CHECK (unit IN ('piece', 'kilogram')),
        CONSTRAINT ck_sale_line_quantity CHECK (quantity > 0),
        CONSTRAINT ck_sale_line_price CHECK (price >= 0),
        CONSTRAINT ck_sale_line_discount CHECK (discount BETWEEN 0 AND 10000),
        CONSTRAINT ck_sale_line_total CHECK (total >= 0),
        CONSTRAINT fk_sale_line_sale_id FOREIGN KEY(sale_id) REFERENCES sale (id),
        CONSTRAINT fk_sale_line_product_id FOREIGN KEY(product_id) REFERENCES product (id),
        CONSTRAINT fk_sale_line_original_line_id FOREIGN KEY(original_line_id) REFERENCES
            sale_line (id)
    ) STRICT
    """,
    "CREATE INDEX ix_sale_line_sale_id ON sale_line (sale_id)",
    """
    CREATE INDEX ix_sale_line_original_line_id ON sale_line (original_line_id)
        WHERE original_line_id IS NOT NULL
    """,
    """
    CREATE TABLE sale_payment (
        id INTEGER NOT NULL,
        sale_id INTEGER NOT NULL,
        method TEXT NOT NULL,
        register_id INTEGER NOT NULL,
        amount INTEGER NOT NULL,
        tendered INTEGER NOT NULL,
        CONSTRAINT pk_sale_payment PRIMARY KEY (id),
        CONSTRAINT ck_sale_payment_method CHECK (method IN ('cash', 'debit_card', 'credit_card',
            'transfer', 'qr')),
        CONSTRAINT ck_sale_payment_amount CHECK (amount > 0),
        CONSTRAINT ck_sale_payment_tendered CHECK (tendered >= amount),
        CONSTRAINT fk_sale_payment_sale_id FOREIGN KEY(sale_id) REFERENCES sale (id),
        CONSTRAINT fk_sale_payment_register_id FOREIGN KEY(register_id) REFERENCES register (id)
    ) STRICT
    """,
    "CREATE INDEX ix_sale_payment_sale_id ON sale_payment (sale_id)",
    """
    CREATE TABLE parked_sale (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        client_id INTEGER,
        label TEXT NOT NULL,
        cart TEXT NOT NULL,
        CONSTRAINT fk_parked_sale_user_id FOREIGN KEY(user_id) REFERENCES user (id),
        CONSTRAINT fk_parked_sale_client_id FOREIGN KEY(client_id) REFERENCES client (id)
    ) STRICT
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    for table in _APPEND_ONLY:
        for act in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )
