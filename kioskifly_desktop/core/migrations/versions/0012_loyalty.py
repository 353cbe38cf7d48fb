"""Promotions, points, groups of clients and what is agreed with one."""

from alembic import op

revision = "0012"
down_revision = "0011"

_STATEMENTS = (
    """
    CREATE TABLE price_list (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL,
        percent INTEGER NOT NULL,
        CONSTRAINT pk_price_list PRIMARY KEY (id),
        CONSTRAINT ck_price_list_percent CHECK (percent BETWEEN -10000 AND 100000),
        CONSTRAINT uq_price_list_name_folded UNIQUE (name_folded)
    ) STRICT
    """,
    """
    CREATE TABLE price_list_item (
        price_list_id INTEGER NOT NULL,
        product_id INTEGER NOT NULL,
        price INTEGER NOT NULL,
        CONSTRAINT pk_price_list_item PRIMARY KEY (price_list_id, product_id),
        CONSTRAINT ck_price_list_item_price CHECK (price BETWEEN 1 AND 99999999999),
        CONSTRAINT fk_price_list_item_price_list_id FOREIGN KEY(price_list_id)
            REFERENCES price_list (id) ON DELETE CASCADE,
        CONSTRAINT fk_price_list_item_product_id FOREIGN KEY(product_id) REFERENCES product (id)
    ) STRICT
    """,
    "ALTER TABLE client ADD COLUMN price_list_id INTEGER",
    """
    ALTER TABLE client ADD COLUMN lock_reason TEXT DEFAULT '' NOT NULL
        CONSTRAINT ck_client_lock_reason CHECK (anonymised_at IS NULL OR lock_reason = '')
    """,
    """
    CREATE TABLE client_discount (
        id INTEGER NOT NULL,
        client_id INTEGER NOT NULL,
        category TEXT NOT NULL,
        category_folded TEXT NOT NULL,
        percent INTEGER NOT NULL,
        first_day TEXT,
        last_day TEXT,
        CONSTRAINT pk_client_discount PRIMARY KEY (id),
        CONSTRAINT ck_client_discount_percent CHECK (percent BETWEEN 1 AND 10000),
        CONSTRAINT ck_client_discount_last_day CHECK (last_day >= first_day),
        CONSTRAINT fk_client_discount_client_id FOREIGN KEY(client_id)
            REFERENCES client (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_client_discount_client_id ON client_discount (client_id)",
    """
    CREATE TABLE client_group (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL,
        CONSTRAINT pk_client_group PRIMARY KEY (id),
        CONSTRAINT uq_client_group_name_folded UNIQUE (name_folded)
    ) STRICT
    """,
    """
    CREATE TABLE client_group_member (
        client_id INTEGER NOT NULL,
        group_id INTEGER NOT NULL,
        CONSTRAINT pk_client_group_member PRIMARY KEY (client_id, group_id),
        CONSTRAINT fk_client_group_member_client_id FOREIGN KEY(client_id)
            REFERENCES client (id) ON DELETE CASCADE,
        CONSTRAINT fk_client_group_member_group_id FOREIGN KEY(group_id)
            REFERENCES client_group (id) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE promotion (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL,
        kind TEXT NOT NULL,
        size INTEGER NOT NULL,
        pays INTEGER NOT NULL,
        percent INTEGER NOT NULL,
        price INTEGER NOT NULL,
        audience TEXT NOT NULL,
        group_id INTEGER,
        first_day TEXT,
        last_day TEXT,
        weekdays INTEGER NOT NULL,
        paused INTEGER NOT NULL,
        removed INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        created_by INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        updated_by INTEGER NOT NULL,
        CONSTRAINT pk_promotion PRIMARY KEY (id),
        CONSTRAINT ck_promotion_kind CHECK (kind IN ('n_for_m', 'nth_percent', 'combo')),
        CONSTRAINT ck_promotion_audience CHECK (audience IN ('all', 'clients', 'group')),
        CONSTRAINT ck_promotion_group_id CHECK ((audience = 'group') = (group_id IS NOT NULL)),
        CONSTRAINT ck_promotion_last_day CHECK (last_day >= first_day),
        CONSTRAINT ck_promotion_weekdays CHECK (weekdays BETWEEN 1 AND 127),
        CONSTRAINT fk_promotion_group_id FOREIGN KEY(group_id) REFERENCES client_group (id),
        CONSTRAINT fk_promotion_created_by FOREIGN KEY(created_by) REFERENCES user (id),
        CONSTRAINT fk_promotion_updated_by FOREIGN KEY(updated_by) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_promotion_running ON promotion (id) WHERE paused = 0 AND removed = 0",
    """
    CREATE UNIQUE INDEX uq_promotion_name_folded ON promotion (name_folded) WHERE removed = 0
    """,
    """
    CREATE TABLE promotion_item (
        id INTEGER NOT NULL,
        promotion_id INTEGER NOT NULL,
        product_id INTEGER,
        category TEXT,
        category_folded TEXT,
        quantity INTEGER NOT NULL,
        CONSTRAINT pk_promotion_item PRIMARY KEY (id),
        CONSTRAINT ck_promotion_item_of CHECK ((product_id IS NULL) = (category IS NOT NULL)),
        CONSTRAINT ck_promotion_item_quantity CHECK (quantity >= 1),
        CONSTRAINT fk_promotion_item_promotion_id FOREIGN KEY(promotion_id)
            REFERENCES promotion (id),
        CONSTRAINT fk_promotion_item_product_id FOREIGN KEY(product_id) REFERENCES product (id)
    ) STRICT
    """,
    "CREATE INDEX ix_promotion_item_promotion_id ON promotion_item (promotion_id)",
    """
    CREATE TABLE points_bonus (
        id INTEGER NOT NULL,
        product_id INTEGER NOT NULL,
        points INTEGER NOT NULL,
        first_day TEXT,
        last_day TEXT,
        CONSTRAINT pk_points_bonus PRIMARY KEY (id),
        CONSTRAINT ck_points_bonus_points CHECK (points BETWEEN 1 AND 1000000),
        CONSTRAINT ck_points_bonus_last_day CHECK (last_day >= first_day),
        CONSTRAINT fk_points_bonus_product_id FOREIGN KEY(product_id) REFERENCES product (id)
    ) STRICT
    """,
    "CREATE INDEX ix_points_bonus_product_id ON points_bonus (product_id)",
    """
    CREATE TABLE points_move (
        id INTEGER NOT NULL,
        client_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        points INTEGER NOT NULL,
        balance INTEGER NOT NULL,
        counts_from TEXT NOT NULL,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        entry_id INTEGER,
        request_id TEXT,
        CONSTRAINT pk_points_move PRIMARY KEY (id),
        CONSTRAINT ck_points_move_points CHECK (points <> 0),
        CONSTRAINT uq_points_move_request_id UNIQUE (request_id),
        CONSTRAINT fk_points_move_client_id FOREIGN KEY(client_id) REFERENCES client (id),
        CONSTRAINT fk_points_move_user_id FOREIGN KEY(user_id) REFERENCES user (id),
        CONSTRAINT fk_points_move_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
    ) STRICT
    """,
    "CREATE INDEX ix_points_move_client_id_id ON points_move (client_id, id)",
    """
    CREATE INDEX ix_points_move_entry_id ON points_move (entry_id) WHERE entry_id IS NOT NULL
    """,
    """
    CREATE TABLE sale_rebate (
        id INTEGER NOT NULL,
        sale_id INTEGER NOT NULL,
        line_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        promotion_id INTEGER,
        name TEXT NOT NULL,
        amount INTEGER NOT NULL,
        CONSTRAINT pk_sale_rebate PRIMARY KEY (id),
        CONSTRAINT ck_sale_rebate_kind CHECK (kind IN ('promotion', 'points')),
        CONSTRAINT ck_sale_rebate_promotion_id
            CHECK ((kind = 'promotion') = (promotion_id IS NOT NULL)),
        CONSTRAINT ck_sale_rebate_amount CHECK (amount > 0),
        CONSTRAINT fk_sale_rebate_sale_id FOREIGN KEY(sale_id) REFERENCES sale (id),
        CONSTRAINT fk_sale_rebate_line_id FOREIGN KEY(line_id) REFERENCES sale_line (id),
        CONSTRAINT fk_sale_rebate_promotion_id FOREIGN KEY(promotion_id) REFERENCES promotion (id)
    ) STRICT
    """,
    "CREATE INDEX ix_sale_rebate_sale_id ON sale_rebate (sale_id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    for table in ("points_move", "sale_rebate"):
        for act in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )
