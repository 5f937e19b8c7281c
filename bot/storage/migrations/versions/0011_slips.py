"""Invitations with a short code and who made them; wrong codes; slips that wait, sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("invitation") as invitation:
        invitation.add_column(sa.Column("code_hash", sa.String(), nullable=True))
        invitation.add_column(sa.Column("made_by", sa.Integer(), nullable=True))
        invitation.create_unique_constraint(op.f("uq_invitation_code_hash"), ["code_hash"])
        invitation.create_foreign_key(op.f("fk_invitation_made_by_person"), "person", ["made_by"], ["id"])
    op.create_table(
        "code_guess",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_guess")),
    )
    op.create_index("ix_code_guess_account", "code_guess", ["channel", "external_id"])
    op.create_index(op.f("ix_code_guess_at"), "code_guess", ["at"])
    op.create_table(
        "slip_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("for_id", sa.Integer(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_slip_sheet_office_id_office")),
        sa.ForeignKeyConstraint(["for_id"], ["person.id"], name=op.f("fk_slip_sheet_for_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip_sheet")),
    )
    op.create_index(op.f("ix_slip_sheet_office_id"), "slip_sheet", ["office_id"])
