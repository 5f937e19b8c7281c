"""Who is family of whom, how the work went, and times that are being corrected."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kinship",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("supervisor_id", sa.Integer(), nullable=False),
        sa.Column("declared_by", sa.Integer(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        *_references("kinship", office="office_id"),
        *_people("kinship", "client_id", "supervisor_id", "declared_by", "ended_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kinship")),
    )
    op.create_table(
        "work_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("attendance_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("rating", sa.String(length=32), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("unmarked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("for_officer", sa.Boolean(), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        *_references("work_note", office="office_id", case="case_id", attendance="attendance_id"),
        *_people("work_note", "by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_note")),
        sa.UniqueConstraint("attendance_id", name=op.f("uq_work_note_attendance_id")),
    )
    op.create_table(
        "times_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("attendance_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("break_minutes", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        *_references("times_draft", office="office_id", attendance="attendance_id"),
        *_people("times_draft", "person_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_times_draft")),
        sa.UniqueConstraint("person_id", name=op.f("uq_times_draft_person_id")),
    )
    for table, columns in INDEXED.items():
        with op.batch_alter_table(table) as indexed:
            for column in columns:
                indexed.create_index(indexed.f(f"ix_{table}_{column}"), [column])


INDEXED = {
    "kinship": ("office_id", "client_id", "supervisor_id"),
    "work_note": ("office_id", "case_id"),
    "times_draft": ("office_id", "attendance_id"),
}


def downgrade() -> None:
    for table in reversed(INDEXED):
        op.drop_table(table)


def _references(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [_reference(table, column, other) for other, column in columns.items()]


def _people(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    return [_reference(table, column, "person") for column in columns]


def _reference(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
