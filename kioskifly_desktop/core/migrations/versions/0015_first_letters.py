"""The search of clients answers one letter as fast as it does three."""

from alembic import op

revision = "0015"
down_revision = "0014"

_STATEMENTS = (
    "ALTER TABLE client_search RENAME TO client_search_before",
    """
    CREATE VIRTUAL TABLE client_search USING fts5(
        words, prefix='1 2 3', detail=none, columnsize=0, tokenize="ascii"
    )
    """,
    "INSERT INTO client_search (rowid, words) SELECT rowid, words FROM client_search_before",
    "DROP TABLE client_search_before",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
