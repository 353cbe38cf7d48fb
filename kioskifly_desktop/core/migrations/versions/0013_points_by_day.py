"""What points moved in a period, without reading the others."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.execute("CREATE INDEX ix_points_move_at ON points_move (at)")
