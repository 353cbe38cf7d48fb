"""Clients who turned out to be one."""

from alembic import op

revision = "0008"
down_revision = "0007"

_STATEMENTS = (
    """
    CREATE TABLE client_merge (
        id INTEGER NOT NULL,
        request_id TEXT NOT NULL,
        merged_id INTEGER NOT NULL,
        kept_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        CONSTRAINT pk_client_merge PRIMARY KEY (id),
        CONSTRAINT ck_client_merge_kept CHECK (kept_id <> merged_id),
        CONSTRAINT uq_client_merge_request_id UNIQUE (request_id),
        CONSTRAINT uq_client_merge_merged_id UNIQUE (merged_id),
        CONSTRAINT fk_client_merge_merged_id FOREIGN KEY(merged_id) REFERENCES client (id),
        CONSTRAINT fk_client_merge_kept_id FOREIGN KEY(kept_id) REFERENCES client (id),
        CONSTRAINT fk_client_merge_user_id FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_client_merge_kept_id ON client_merge (kept_id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER client_merge_no_{act} BEFORE {act.upper()} ON client_merge "
            "BEGIN SELECT RAISE(ABORT, 'client_merge only grows'); END"
        )
