"""What a supervisor says of somebody who has not come."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("work_session") as sessions:
        sessions.add_column(sa.Column("absence", sa.String(length=32), nullable=True))
        sessions.add_column(sa.Column("absent_by", sa.Integer(), nullable=True))
        sessions.add_column(sa.Column("absent_at", sa.DateTime(timezone=True), nullable=True))
        sessions.create_foreign_key(
            sessions.f("fk_work_session_absent_by_person"), "person", ["absent_by"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("work_session") as sessions:
        sessions.drop_constraint(sessions.f("fk_work_session_absent_by_person"), type_="foreignkey")
        sessions.drop_column("absent_at")
        sessions.drop_column("absent_by")
        sessions.drop_column("absence")
