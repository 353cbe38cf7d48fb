"""Products, their codes, prices and stock."""

from alembic import op

revision = "0002"
down_revision = "0001"

_APPEND_ONLY = ("price_batch", "price_change", "stock_move")

_SEARCH = """
CREATE VIRTUAL TABLE product_search USING fts5(
    words, prefix='2 3', detail=none, columnsize=0, tokenize="ascii"
)
"""

_TABLES = (
    """
    CREATE TABLE product (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL,
        category TEXT NOT NULL,
        category_folded TEXT NOT NULL,
        supplier TEXT NOT NULL,
        supplier_folded TEXT NOT NULL,
        price INTEGER NOT NULL,
        cost INTEGER NOT NULL,
        unit TEXT NOT NULL,
        tracks_stock INTEGER NOT NULL,
        minimum_stock INTEGER NOT NULL,
        stock INTEGER DEFAULT 0 NOT NULL,
        active INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        created_by INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        updated_by INTEGER NOT NULL,
        CONSTRAINT pk_product PRIMARY KEY (id),
        CONSTRAINT ck_product_unit CHECK (unit IN ('piece', 'kilogram')),
        CONSTRAINT ck_product_price CHECK (price BETWEEN 0 AND 99999999999),
        CONSTRAINT ck_product_cost CHECK (cost BETWEEN 0 AND 99999999999),
        CONSTRAINT ck_product_minimum_stock CHECK (minimum_stock BETWEEN 0 AND 999999999),
        CONSTRAINT ck_product_stock CHECK (stock BETWEEN -999999999999 AND 999999999999),
        CONSTRAINT fk_product_created_by FOREIGN KEY(created_by) REFERENCES user (id),
        CONSTRAINT fk_product_updated_by FOREIGN KEY(updated_by) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_product_name_folded_id ON product (name_folded, id)",
    "CREATE INDEX ix_product_category_folded_id ON product (category_folded, id)",
    "CREATE INDEX ix_product_supplier_folded_id ON product (supplier_folded, id)",
    """
    CREATE TABLE product_barcode (
        id INTEGER NOT NULL,
        product_id INTEGER NOT NULL,
        code TEXT NOT NULL,
        CONSTRAINT pk_product_barcode PRIMARY KEY (id),
        CONSTRAINT fk_product_barcode_product_id FOREIGN KEY(product_id) REFERENCES product (id),
        CONSTRAINT uq_product_barcode_code UNIQUE (code)
    ) STRICT
    """,
    "CREATE INDEX ix_product_barcode_product_id_id ON product_barcode (product_id, id)",
    """
    CREATE TABLE price_batch (
        id INTEGER NOT NULL,
        request_id TEXT,
        undoes INTEGER,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        category TEXT NOT NULL,
        supplier TEXT NOT NULL,
        basis_points INTEGER NOT NULL,
        rounding INTEGER NOT NULL,
        CONSTRAINT pk_price_batch PRIMARY KEY (id),
        CONSTRAINT uq_price_batch_request_id UNIQUE (request_id),
        CONSTRAINT uq_price_batch_undoes UNIQUE (undoes),
        CONSTRAINT ck_price_batch_undoes CHECK ((request_id IS NULL) = (undoes IS NOT NULL)),
        CONSTRAINT fk_price_batch_undoes FOREIGN KEY(undoes) REFERENCES price_batch (id),
        CONSTRAINT fk_price_batch_user_id FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE TABLE price_change (
        id INTEGER NOT NULL,
        product_id INTEGER NOT NULL,
        batch_id INTEGER,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        old INTEGER NOT NULL,
        new INTEGER NOT NULL,
        CONSTRAINT pk_price_change PRIMARY KEY (id),
        CONSTRAINT fk_price_change_product_id FOREIGN KEY(product_id) REFERENCES product (id),
        CONSTRAINT fk_price_change_batch_id FOREIGN KEY(batch_id) REFERENCES price_batch (id),
        CONSTRAINT fk_price_change_user_id FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_price_change_product_id_id ON price_change (product_id, id)",
    "CREATE INDEX ix_price_change_batch_id ON price_change (batch_id)",
    """
    CREATE TABLE stock_move (
        id INTEGER NOT NULL,
        product_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        quantity INTEGER NOT NULL,
        level INTEGER NOT NULL,
        request_id TEXT,
        entry_id INTEGER,
        cost INTEGER,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT pk_stock_move PRIMARY KEY (id),
        CONSTRAINT uq_stock_move_request_id UNIQUE (request_id),
        CONSTRAINT ck_stock_move_kind CHECK (kind IN ('sale', 'return', 'purchase', 'adjustment',
            'count')),
        CONSTRAINT ck_stock_move_quantity CHECK (quantity <> 0 OR kind = 'count'),
        CONSTRAINT fk_stock_move_product_id FOREIGN KEY(product_id) REFERENCES product (id),
        CONSTRAINT fk_stock_move_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id),
        CONSTRAINT fk_stock_move_user_id FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_stock_move_product_id_id ON stock_move (product_id, id)",
    "CREATE INDEX ix_stock_move_entry_id ON stock_move (entry_id)",
)


def upgrade() -> None:
    for statement in _TABLES:
        op.execute(statement)
    op.execute(_SEARCH)
    for table in _APPEND_ONLY:
        for act in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )
