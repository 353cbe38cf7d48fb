"""Messages, promises to pay, whether a client takes messages; what is bought together."""

from alembic import op

revision = "0006"
down_revision = "0005"

# What a client said of messages goes with the client, and only then.
_APPEND_ONLY = {
    "message": "",
    "message_product": "",
    "client_consent": "WHEN EXISTS (SELECT 1 FROM client WHERE id = OLD.client_id) ",
}

_STATEMENTS = (
    "ALTER TABLE client ADD COLUMN accepts_messages INTEGER DEFAULT 1 NOT NULL",
    """
    CREATE TABLE client_consent (
        id INTEGER NOT NULL,
        client_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        accepts INTEGER NOT NULL,
        CONSTRAINT pk_client_consent PRIMARY KEY (id),
        CONSTRAINT fk_client_consent_client_id FOREIGN KEY(client_id) REFERENCES client (id)
            ON DELETE CASCADE,
        CONSTRAINT fk_client_consent_user_id FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_client_consent_client_id_id ON client_consent (client_id, id)",
    """
    CREATE TABLE message (
        id INTEGER NOT NULL,
        request_id TEXT NOT NULL,
        client_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        text TEXT NOT NULL,
        tone TEXT,
        aim TEXT,
        writer TEXT,
        valid_until TEXT,
        after_sale_id INTEGER NOT NULL,
        CONSTRAINT pk_message PRIMARY KEY (id),
        CONSTRAINT ck_message_kind CHECK (kind IN ('offer', 'reminder', 'statement')),
        CONSTRAINT ck_message_tone CHECK (tone IN ('short', 'friendly', 'formal')),
        CONSTRAINT ck_message_aim CHECK (aim IN ('thanks', 'complement', 'discount', 'birthday',
            'missed')),
        CONSTRAINT ck_message_writer CHECK (writer IN ('builtin', 'openai', 'compatible')),
        CONSTRAINT uq_message_request_id UNIQUE (request_id),
        CONSTRAINT fk_message_client_id FOREIGN KEY(client_id) REFERENCES client (id),
        CONSTRAINT fk_message_user_id FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_message_client_id_id ON message (client_id, id)",
    """
    CREATE TABLE message_product (
        id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        product_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        price INTEGER NOT NULL,
        offer_price INTEGER NOT NULL,
        discount INTEGER NOT NULL,
        CONSTRAINT pk_message_product PRIMARY KEY (id),
        CONSTRAINT ck_message_product_price CHECK (price > 0),
        CONSTRAINT ck_message_product_offer_price CHECK (offer_price BETWEEN 0 AND price),
        CONSTRAINT ck_message_product_discount CHECK (discount BETWEEN 0 AND 10000),
        CONSTRAINT fk_message_product_message_id FOREIGN KEY(message_id) REFERENCES message (id),
        CONSTRAINT fk_message_product_product_id FOREIGN KEY(product_id) REFERENCES product (id)
    ) STRICT
    """,
    "CREATE INDEX ix_message_product_message_id ON message_product (message_id)",
    """
    CREATE TABLE promise (
        id INTEGER NOT NULL,
        request_id TEXT NOT NULL,
        client_id INTEGER NOT NULL,
        amount INTEGER NOT NULL,
        due TEXT NOT NULL,
        note TEXT NOT NULL,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        after_posting_id INTEGER NOT NULL,
        withdrawn_at INTEGER,
        CONSTRAINT pk_promise PRIMARY KEY (id),
        CONSTRAINT ck_promise_amount CHECK (amount > 0),
        CONSTRAINT uq_promise_request_id UNIQUE (request_id),
        CONSTRAINT fk_promise_client_id FOREIGN KEY(client_id) REFERENCES client (id),
        CONSTRAINT fk_promise_user_id FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_promise_client_id_id ON promise (client_id, id)",
    "CREATE INDEX ix_promise_due ON promise (due) WHERE withdrawn_at IS NULL",
    "DROP INDEX ix_sale_line_sale_id",
    "CREATE INDEX ix_sale_line_sale_id_product_id ON sale_line (sale_id, product_id)",
    "CREATE INDEX ix_sale_line_product_id_sale_id ON sale_line (product_id, sale_id)",
    "CREATE INDEX ix_client_birthday ON client (birthday) WHERE birthday IS NOT NULL",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    for table, unless_gone in _APPEND_ONLY.items():
        for act, when in (("update", ""), ("delete", unless_gone)):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} {when}"
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )
