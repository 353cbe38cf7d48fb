"""People's PINs, and who did what."""

from alembic import op

revision = "0007"
down_revision = "0006"

_STATEMENTS = (
    "ALTER TABLE user ADD COLUMN pin_hash TEXT",
    "ALTER TABLE user ADD COLUMN failed_count INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE user ADD COLUMN locked_until INTEGER",
    """
    CREATE TABLE audit_event (
        id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        user_id INTEGER,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL,
        authorized_by INTEGER,
        words TEXT NOT NULL,
        CONSTRAINT pk_audit_event PRIMARY KEY (id),
        CONSTRAINT fk_audit_event_user_id FOREIGN KEY(user_id) REFERENCES user (id),
        CONSTRAINT fk_audit_event_authorized_by FOREIGN KEY(authorized_by) REFERENCES user (id)
    ) STRICT
    """,
    "CREATE INDEX ix_audit_event_kind_id ON audit_event (kind, id)",
    "CREATE INDEX ix_audit_event_user_id_id ON audit_event (user_id, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER audit_event_no_{act} BEFORE {act.upper()} ON audit_event "
            "BEGIN SELECT RAISE(ABORT, 'audit_event only grows'); END"
        )
