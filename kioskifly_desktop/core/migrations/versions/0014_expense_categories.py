"""What money leaves the registers for; what left before, for nothing said."""

from alembic import op

revision = "0014"
down_revision = "0013"

_STATEMENTS = (
    "DROP INDEX uq_account_of_the_shop",
    """
    CREATE UNIQUE INDEX uq_account_of_the_shop ON account (kind) WHERE kind IN ('sales',
        'adjustments', 'over_short', 'other_income', 'price_updates', 'bad_debts')
    """,
    """
    CREATE TABLE expense_category (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL,
        kind TEXT NOT NULL,
        account_id INTEGER NOT NULL,
        archived INTEGER NOT NULL,
        CONSTRAINT pk_expense_category PRIMARY KEY (id),
        CONSTRAINT uq_expense_category_name_folded UNIQUE (name_folded),
        CONSTRAINT uq_expense_category_account_id UNIQUE (account_id),
        CONSTRAINT ck_expense_category_kind CHECK (kind IN ('expense', 'goods', 'owner', 'other')),
        CONSTRAINT fk_expense_category_account_id FOREIGN KEY(account_id) REFERENCES account (id)
    ) STRICT
    """,
)
_CATEGORIES = (
    ("Mercadería", "mercaderia", "goods"),
    ("Alquiler", "alquiler", "expense"),
    ("Servicios", "servicios", "expense"),
    ("Sueldos", "sueldos", "expense"),
    ("Impuestos", "impuestos", "expense"),
    ("Retiros del dueño", "retiros del dueno", "owner"),
)
_ADD = "INSERT INTO expense_category (name, name_folded, kind, account_id, archived) "


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    db = op.get_bind()
    # A new file gets them when it is furnished.
    of_before = "SELECT 'Otros', 'otros', 'other', id, 0 FROM account WHERE kind = 'expenses'"
    if db.exec_driver_sql(_ADD + of_before).rowcount == 0:
        return
    for category in _CATEGORIES:
        added = db.exec_driver_sql("INSERT INTO account (kind) VALUES ('expenses') RETURNING id")
        db.exec_driver_sql(f"{_ADD} VALUES (?, ?, ?, ?, 0)", (*category, added.scalar_one()))
