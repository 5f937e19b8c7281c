"""Enrolment: what proves who holds a phone, and a guardian's consent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(
            sa.Column("second_factor", sa.String(length=32), nullable=False, server_default="contact")
        )
    with op.batch_alter_table("invitation") as invitation:
        invitation.add_column(sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True))
        invitation.add_column(sa.Column("wrong_tries", sa.Integer(), nullable=False, server_default="0"))
        invitation.add_column(sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True))
        invitation.add_column(sa.Column("shown_number", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("person_address") as address:
        address.add_column(
            sa.Column("gone_why", sa.String(length=32), nullable=False, server_default="blocked")
        )
        address.add_column(sa.Column("gone_told", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_index(op.f("ix_person_address_gone_at"), "person_address", ["gone_at"])
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("child_id", sa.Integer(), nullable=False),
        sa.Column("guardian_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_consent_office_id_office")),
        sa.ForeignKeyConstraint(["child_id"], ["person.id"], name=op.f("fk_consent_child_id_person")),
        sa.ForeignKeyConstraint(["guardian_id"], ["person.id"], name=op.f("fk_consent_guardian_id_person")),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_consent_photo_id_photo")),
        sa.ForeignKeyConstraint(["recorded_by"], ["person.id"], name=op.f("fk_consent_recorded_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sa.UniqueConstraint("child_id", "guardian_id", name=op.f("uq_consent_child_id_guardian_id")),
    )
    op.create_index(op.f("ix_consent_office_id"), "consent", ["office_id"])
    op.create_index(op.f("ix_consent_child_id"), "consent", ["child_id"])
