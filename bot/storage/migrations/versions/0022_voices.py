"""Voice messages of clients."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "voice_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("attendance_id", sa.Integer(), nullable=True),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_voice_note_office_id_office")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_voice_note_case_id_case")),
        sa.ForeignKeyConstraint(["client_id"], ["person.id"], name=op.f("fk_voice_note_client_id_person")),
        sa.ForeignKeyConstraint(
            ["attendance_id"], ["attendance.id"], name=op.f("fk_voice_note_attendance_id_attendance")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["work_session.id"], name=op.f("fk_voice_note_session_id_work_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice_note")),
    )
    with op.batch_alter_table("voice_note") as voices:
        for column in ("office_id", "case_id", "client_id", "attendance_id"):
            voices.create_index(voices.f(f"ix_voice_note_{column}"), [column])


def downgrade() -> None:
    op.drop_table("voice_note")
