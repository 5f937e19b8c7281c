"""Contests of an officer's correction of hours, and what somebody grants beside what a client claims."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("contest") as contest:
        contest.alter_column("site_id", existing_type=sa.Integer(), nullable=True)
        contest.add_column(sa.Column("correction", sa.Integer(), nullable=True))
        contest.add_column(sa.Column("grants_start", sa.DateTime(timezone=True), nullable=True))
        contest.add_column(sa.Column("grants_finish", sa.DateTime(timezone=True), nullable=True))
        contest.add_column(sa.Column("grants_minutes", sa.Integer(), nullable=True))
        contest.create_unique_constraint(op.f("uq_contest_case_id_correction"), ["case_id", "correction"])


def downgrade() -> None:
    op.execute("DELETE FROM contest WHERE site_id IS NULL")
    with op.batch_alter_table("contest") as contest:
        contest.drop_constraint(op.f("uq_contest_case_id_correction"), type_="unique")
        contest.drop_column("grants_minutes")
        contest.drop_column("grants_finish")
        contest.drop_column("grants_start")
        contest.drop_column("correction")
        contest.alter_column("site_id", existing_type=sa.Integer(), nullable=False)
