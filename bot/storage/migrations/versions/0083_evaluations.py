"""How sessions went, what is asked at the end of a case, and the answers."""

import sqlalchemy as sa
from alembic import op

revision = "0083"
down_revision = "0081"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "session_rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("word", sa.String(length=32), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_session_rating_office_id_office")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_session_rating_site_id_site")),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_session_rating_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_rating")),
        sa.UniqueConstraint("site_id", "starts_at", name=op.f("uq_session_rating_site_id_starts_at")),
    )
    op.create_index(op.f("ix_session_rating_office_id"), "session_rating", ["office_id"])
    op.create_table(
        "evaluation_form",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("rater", sa.String(length=32), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_evaluation_form_office_id_office")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_evaluation_form_case_id_case")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_evaluation_form_person_id_person")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_evaluation_form_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_form")),
        sa.UniqueConstraint("case_id", "rater", name=op.f("uq_evaluation_form_case_id_rater")),
    )
    for column in ("office_id", "person_id", "look_at"):
        op.create_index(op.f(f"ix_evaluation_form_{column}"), "evaluation_form", [column])
    op.create_table(
        "evaluation_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("rater", sa.String(length=32), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_evaluation_answer_office_id_office")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_evaluation_answer_case_id_case")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_evaluation_answer_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_answer")),
        sa.UniqueConstraint("case_id", "question", name=op.f("uq_evaluation_answer_case_id_question")),
    )
    for column in ("office_id", "site_id", "day", "look_at"):
        op.create_index(op.f(f"ix_evaluation_answer_{column}"), "evaluation_answer", [column])


def downgrade() -> None:
    op.drop_table("evaluation_answer")
    op.drop_table("evaluation_form")
    op.drop_table("session_rating")
