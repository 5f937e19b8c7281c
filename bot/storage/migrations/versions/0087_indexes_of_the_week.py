"""What a week asks for is found by case and day, and corrections of hours among all facts of an office."""

import sqlalchemy as sa
from alembic import op

revision = "0087"
down_revision = "0084"
branch_labels = None
depends_on = None

CORRECTS = sa.text("kind IN ('hours_adjusted', 'hours_adjustment_taken_back')")
UNSETTLED = sa.text("state = 'waiting' OR state = 'confirmed' AND session_id IS NULL AND accepted_by IS NULL")
REPLACED = (
    ("work_session", "case", "day"),
    ("attendance", "case", "day"),
    ("attendance", "client", "day"),
)


def upgrade() -> None:
    op.create_index(
        "ix_event_corrected",
        "event",
        ["office_id", "recorded_at"],
        sqlite_where=CORRECTS,
        postgresql_where=CORRECTS,
    )
    op.create_index(
        "ix_attendance_unsettled",
        "attendance",
        ["case_id"],
        sqlite_where=UNSETTLED,
        postgresql_where=UNSETTLED,
    )
    op.create_index("ix_attendance_case_decided", "attendance", ["case_id", "decided_at"])
    op.create_index("ix_work_session_case_start", "work_session", ["case_id", "starts_at"])
    for table, of, by in REPLACED:
        op.create_index(f"ix_{table}_{of}_{by}", table, [f"{of}_id", by])
        op.drop_index(f"ix_{table}_{of}_id", table)


def downgrade() -> None:
    for table, of, by in REPLACED:
        op.create_index(f"ix_{table}_{of}_id", table, [f"{of}_id"])
        op.drop_index(f"ix_{table}_{of}_{by}", table)
    op.drop_index("ix_work_session_case_start", "work_session")
    op.drop_index("ix_attendance_case_decided", "attendance")
    op.drop_index("ix_attendance_unsettled", "attendance")
    op.drop_index("ix_event_corrected", "event")
