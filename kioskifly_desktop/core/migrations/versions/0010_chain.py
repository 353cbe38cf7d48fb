"""Every entry's hash, over it and the one before."""

from alembic import op

from kioskifly_desktop.core.chain import chain_up

revision = "0010"
down_revision = "0009"

_GUARD = "journal_entry_no_update"


def upgrade() -> None:
    db = op.get_bind()
    op.execute("ALTER TABLE journal_entry ADD COLUMN hash BLOB")
    sql = "SELECT sql FROM sqlite_master WHERE name = ?"
    guard: str = db.exec_driver_sql(sql, (_GUARD,)).scalar_one()
    op.execute(f"DROP TRIGGER {_GUARD}")
    # What papers are anchored with can't change: it is the program's own, not a copy.
    chain_up(db)
    db.exec_driver_sql(guard.replace("WHEN (", 'WHEN (NEW."hash" IS OLD."hash" AND ', 1))
