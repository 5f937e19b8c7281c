"""Contests of any entry and of work that nobody recorded, and the totals that clients were told."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

SAID_BY_OFFICER = """
    UPDATE contest SET by_head = true WHERE attendance_id IN (
        SELECT attendance.id FROM attendance JOIN person ON person.id = attendance.decided_by
        WHERE person.role = 'officer'
    )
    """
DAY = "UPDATE contest SET day = (SELECT day FROM attendance WHERE attendance.id = contest.attendance_id)"
SITE = """
    UPDATE contest SET site_id = (SELECT site_id FROM attendance WHERE attendance.id = contest.attendance_id)
    """
LOOK = "UPDATE contest SET look_at = CURRENT_TIMESTAMP WHERE state = 'open'"


def upgrade() -> None:
    with op.batch_alter_table("contest") as contest:
        contest.alter_column("attendance_id", existing_type=sa.Integer(), nullable=True)
        contest.add_column(sa.Column("session_id", sa.Integer(), nullable=True))
        contest.add_column(sa.Column("site_id", sa.Integer(), nullable=True))
        contest.add_column(sa.Column("day", sa.Date(), nullable=True))
        about = sa.Column("about", sa.String(length=32), nullable=False, server_default="rejected")
        contest.add_column(about)
        contest.add_column(sa.Column("by_head", sa.Boolean(), nullable=False, server_default=sa.false()))
        contest.add_column(sa.Column("claims_start", sa.DateTime(timezone=True), nullable=True))
        contest.add_column(sa.Column("claims_finish", sa.DateTime(timezone=True), nullable=True))
        contest.add_column(sa.Column("photo_id", sa.Integer(), nullable=True))
        contest.add_column(sa.Column("site_word", sa.Boolean(), nullable=True))
        contest.add_column(sa.Column("site_word_by", sa.Integer(), nullable=True))
        contest.add_column(sa.Column("site_word_at", sa.DateTime(timezone=True), nullable=True))
        contest.add_column(sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True))
        contest.add_column(sa.Column("chased", sa.Integer(), nullable=False, server_default="0"))
        contest.add_column(sa.Column("look_at", sa.DateTime(timezone=True), nullable=True))
        contest.create_foreign_key(
            contest.f("fk_contest_session_id_work_session"), "work_session", ["session_id"], ["id"]
        )
        contest.create_foreign_key(contest.f("fk_contest_site_id_site"), "site", ["site_id"], ["id"])
        contest.create_foreign_key(contest.f("fk_contest_photo_id_photo"), "photo", ["photo_id"], ["id"])
        contest.create_foreign_key(
            contest.f("fk_contest_site_word_by_person"), "person", ["site_word_by"], ["id"]
        )
        contest.create_unique_constraint(contest.f("uq_contest_session_id"), ["session_id"])
        contest.create_index(contest.f("ix_contest_look_at"), ["look_at"])
    for statement in (SAID_BY_OFFICER, DAY, SITE, LOOK):
        op.execute(statement)
    with op.batch_alter_table("contest") as contest:
        contest.alter_column("site_id", existing_type=sa.Integer(), nullable=False)
        contest.alter_column("day", existing_type=sa.Date(), nullable=False)
        for column in ("about", "by_head", "chased"):
            contest.alter_column(column, server_default=None)
    op.create_table(
        "told_total",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("credits", sa.JSON(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("word", sa.String(length=32), nullable=False),
        sa.Column("word_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_told_total_case_id_case")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_told_total_office_id_office")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_told_total")),
    )
    op.create_index(op.f("ix_told_total_office_id"), "told_total", ["office_id"])


ADDED = (
    *("session_id", "site_id", "day", "about", "by_head", "claims_start", "claims_finish", "photo_id"),
    *("site_word", "site_word_by", "site_word_at", "reopened_at", "chased", "look_at"),
)


def downgrade() -> None:
    op.drop_table("told_total")
    op.execute("DELETE FROM contest WHERE attendance_id IS NULL")
    with op.batch_alter_table("contest") as contest:
        contest.drop_index(contest.f("ix_contest_look_at"))
        contest.drop_constraint(contest.f("uq_contest_session_id"), type_="unique")
        for column in ADDED:
            contest.drop_column(column)
        contest.alter_column("attendance_id", existing_type=sa.Integer(), nullable=False)
