"""What a client last heard of an attendance whose credited minutes moved since."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("attendance") as attendance:
        attendance.add_column(sa.Column("told_minutes", sa.Integer(), nullable=True))
