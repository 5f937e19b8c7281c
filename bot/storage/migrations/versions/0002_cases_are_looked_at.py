"""A case says when the clock must look at it again: to write down its next report days."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
"""Before the first release: the first round looks at every case that has a reporting duty."""


def upgrade() -> None:
    op.add_column("case", sa.Column("look_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_case_look_at", "case", ["look_at"])
    case = sa.table(
        "case",
        sa.column("look_at", sa.DateTime(timezone=True)),
        sa.column("report_every"),
        sa.column("state"),
    )
    reporting = (case.c.report_every.is_not(None), case.c.state == "active")
    op.execute(sa.update(case).where(*reporting).values(look_at=LONG_AGO))


def downgrade() -> None:
    op.drop_index("ix_case_look_at", "case")
    op.drop_column("case", "look_at")
