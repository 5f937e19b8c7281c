"""Questions about a month, with what the officers answered; and which hours were confirmed one by one."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pattern",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(length=32), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_pattern_office_id_office")),
        sa.ForeignKeyConstraint(["officer_id"], ["person.id"], name=op.f("fk_pattern_officer_id_person")),
        sa.ForeignKeyConstraint(["subject_id"], ["person.id"], name=op.f("fk_pattern_subject_id_person")),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("fk_pattern_answered_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pattern")),
        sa.UniqueConstraint(
            "officer_id",
            "month",
            "kind",
            "subject_id",
            "detail",
            name=op.f("uq_pattern_officer_id_month_kind_subject_id_detail"),
        ),
    )
    with op.batch_alter_table("pattern") as pattern:
        pattern.create_index(pattern.f("ix_pattern_office_id"), ["office_id"])
    op.create_table(
        "pattern_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_pattern_list_office_id_office")),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["person.id"], name=op.f("fk_pattern_list_officer_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pattern_list")),
        sa.UniqueConstraint("officer_id", "month", name=op.f("uq_pattern_list_officer_id_month")),
    )
    with op.batch_alter_table("pattern_list") as made:
        made.create_index(made.f("ix_pattern_list_office_id"), ["office_id"])
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("patterns_at", sa.DateTime(timezone=True), nullable=True))
        office.create_index(office.f("ix_office_patterns_at"), ["patterns_at"])
    with op.batch_alter_table("attendance") as attendance:
        attendance.add_column(sa.Column("decided_together", sa.Boolean(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("attendance") as attendance:
        attendance.drop_column("decided_together")
    with op.batch_alter_table("office") as office:
        office.drop_index(office.f("ix_office_patterns_at"))
        office.drop_column("patterns_at")
    op.drop_table("pattern_list")
    op.drop_table("pattern")
