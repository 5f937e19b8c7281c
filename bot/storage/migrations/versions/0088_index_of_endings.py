"""Who was closed or handed over since a day is found without reading all facts of an office."""

import sqlalchemy as sa
from alembic import op

revision = "0088"
down_revision = "0087"
branch_labels = None
depends_on = None

CHANGES_STATE = sa.text("kind = 'case_state_changed'")


def upgrade() -> None:
    op.create_index(
        "ix_event_case_state",
        "event",
        ["office_id", "recorded_at"],
        sqlite_where=CHANGES_STATE,
        postgresql_where=CHANGES_STATE,
    )


def downgrade() -> None:
    op.drop_index("ix_event_case_state", "event")
