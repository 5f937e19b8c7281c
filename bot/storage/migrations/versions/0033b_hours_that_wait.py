"""When somebody is asked once more about hours that nobody has confirmed."""

import sqlalchemy as sa
from alembic import op

revision = "0033b"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("attendance") as attendance:
        attendance.add_column(sa.Column("chase_at", sa.DateTime(timezone=True), nullable=True))
        attendance.add_column(sa.Column("chased_at", sa.DateTime(timezone=True), nullable=True))
        attendance.create_index(attendance.f("ix_attendance_chase_at"), ["chase_at"])


def downgrade() -> None:
    with op.batch_alter_table("attendance") as attendance:
        attendance.drop_index(attendance.f("ix_attendance_chase_at"))
        attendance.drop_column("chased_at")
        attendance.drop_column("chase_at")
