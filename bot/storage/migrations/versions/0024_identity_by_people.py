"""Requests for a photo with fingers, photos of enrolment, and what people said when they compared."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0025"
branch_labels = None
depends_on = None


def _fk(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))


def upgrade() -> None:
    op.create_table(
        "challenge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("attendance_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cannot_at", sa.DateTime(timezone=True), nullable=True),
        _fk("challenge", "office_id", "office"),
        _fk("challenge", "attendance_id", "attendance"),
        _fk("challenge", "photo_id", "photo"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
        sa.UniqueConstraint("attendance_id", name=op.f("uq_challenge_attendance_id")),
    )
    op.create_index(op.f("ix_challenge_office_id"), "challenge", ["office_id"])
    op.create_index(op.f("ix_challenge_photo_id"), "challenge", ["photo_id"])
    op.create_table(
        "enrolment_photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        _fk("enrolment_photo", "office_id", "office"),
        _fk("enrolment_photo", "client_id", "person"),
        _fk("enrolment_photo", "photo_id", "photo"),
        _fk("enrolment_photo", "by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment_photo")),
    )
    op.create_index(op.f("ix_enrolment_photo_office_id"), "enrolment_photo", ["office_id"])
    op.create_index(op.f("ix_enrolment_photo_client_id"), "enrolment_photo", ["client_id"])
    op.create_table(
        "identity_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        _fk("identity_check", "office_id", "office"),
        _fk("identity_check", "evidence_id", "evidence"),
        _fk("identity_check", "enrolment_id", "enrolment_photo"),
        _fk("identity_check", "by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_check")),
    )
    op.create_index(op.f("ix_identity_check_office_id"), "identity_check", ["office_id"])
    op.create_index(op.f("ix_identity_check_evidence_id"), "identity_check", ["evidence_id"])
    with op.batch_alter_table("case") as case:
        case.add_column(sa.Column("challenge_rule", sa.String(32), nullable=False, server_default="odd"))
        case.add_column(sa.Column("challenge_word", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("photo") as photo:
        photo.add_column(sa.Column("keep_until", sa.DateTime(timezone=True), nullable=True))
        photo.create_index(photo.f("ix_photo_keep_until"), ["keep_until"])


def downgrade() -> None:
    with op.batch_alter_table("photo") as photo:
        photo.drop_index(photo.f("ix_photo_keep_until"))
        photo.drop_column("keep_until")
    with op.batch_alter_table("case") as case:
        case.drop_column("challenge_word")
        case.drop_column("challenge_rule")
    op.drop_table("identity_check")
    op.drop_table("enrolment_photo")
    op.drop_table("challenge")
