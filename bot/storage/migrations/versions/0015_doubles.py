"""Two records of one person can be merged: which one speaks for the other, and how that came about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("person") as changed:
        changed.add_column(sa.Column("merged_into", sa.Integer(), nullable=True))
        changed.create_foreign_key(op.f("fk_person_merged_into_person"), "person", ["merged_into"], ["id"])
        changed.create_index(op.f("ix_person_merged_into"), ["merged_into"])
    op.create_table(
        "merging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_merging_office_id_office")),
        sa.ForeignKeyConstraint(["first_id"], ["person.id"], name=op.f("fk_merging_first_id_person")),
        sa.ForeignKeyConstraint(["second_id"], ["person.id"], name=op.f("fk_merging_second_id_person")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_merging_asked_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merging")),
    )
    for column in ("office_id", "first_id", "second_id", "look_at"):
        op.create_index(op.f(f"ix_merging_{column}"), "merging", [column])
