"""A site's pins one after the other, questions whether one is wrong, and verdicts judged anew."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "site_pin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("corners", sa.JSON(), nullable=False),
        sa.Column("radius_m", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_site_pin_office_id_office")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_pin_site_id_site")),
        sa.ForeignKeyConstraint(["set_by"], ["person.id"], name=op.f("fk_site_pin_set_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_pin")),
    )
    op.create_table(
        "pin_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("accuracy", sa.Float(), nullable=True),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pin_id", sa.Integer(), nullable=True),
        sa.Column("joins", sa.Integer(), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_pin_question_office_id_office")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_pin_question_site_id_site")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_pin_question_asked_by_person")),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_pin_question_photo_id_photo")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_pin_question_decided_by_person")
        ),
        sa.ForeignKeyConstraint(["pin_id"], ["site_pin.id"], name=op.f("fk_pin_question_pin_id_site_pin")),
        sa.ForeignKeyConstraint(
            ["joins"], ["pin_question.id"], name=op.f("fk_pin_question_joins_pin_question")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pin_question")),
    )
    op.create_table(
        "rejudgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("pin_id", sa.Integer(), nullable=False),
        sa.Column("old_verdict", sa.String(length=32), nullable=False),
        sa.Column("old_distance_m", sa.Integer(), nullable=True),
        sa.Column("new_verdict", sa.String(length=32), nullable=False),
        sa.Column("new_distance_m", sa.Integer(), nullable=True),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_rejudgement_office_id_office")),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_rejudgement_evidence_id_evidence")
        ),
        sa.ForeignKeyConstraint(["pin_id"], ["site_pin.id"], name=op.f("fk_rejudgement_pin_id_site_pin")),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_rejudgement_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rejudgement")),
        sa.UniqueConstraint("evidence_id", "pin_id", name=op.f("uq_rejudgement_evidence_id_pin_id")),
    )
    for table, columns in {
        "site_pin": ("office_id", "site_id"),
        "pin_question": ("office_id", "site_id", "joins", "look_at"),
        "rejudgement": ("office_id", "evidence_id", "pin_id"),
    }.items():
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.create_index(batch.f(f"ix_{table}_{column}"), [column])
    op.execute(
        sa.text(
            "INSERT INTO site_pin"
            " (office_id, site_id, latitude, longitude, corners, radius_m, source, set_at)"
            " SELECT office_id, id, latitude, longitude, corners, radius_m, 'before', CURRENT_TIMESTAMP"
            " FROM site"
        )
    )


def downgrade() -> None:
    op.drop_table("rejudgement")
    op.drop_table("pin_question")
    op.drop_table("site_pin")
