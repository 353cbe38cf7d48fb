"""Clients who turned out to be one."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute(
        "ALTER TABLE client ADD COLUMN merged_into INTEGER "
        "CONSTRAINT fk_client_merged_into REFERENCES client (id)"
    )
