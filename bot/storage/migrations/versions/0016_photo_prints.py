"""Photos are compared: what is kept to recognise each by, and what is asked about them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("photo") as changed:
        changed.add_column(sa.Column("compare_at", sa.DateTime(timezone=True), nullable=True))
        changed.create_index(op.f("ix_photo_compare_at"), ["compare_at"])
    op.create_table(
        "photo_print",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_photo_print_office_id_office")),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_photo_print_photo_id_photo")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo_print")),
        sa.UniqueConstraint("photo_id", name=op.f("uq_photo_print_photo_id")),
    )
    op.create_index(op.f("ix_photo_print_office_id"), "photo_print", ["office_id"])
    op.create_table(
        "photo_reuse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=32), nullable=False),
        sa.Column("distance", sa.Integer(), nullable=False),
        sa.Column("tell_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_photo_reuse_office_id_office")),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_photo_reuse_photo_id_photo")),
        sa.ForeignKeyConstraint(["other_id"], ["photo.id"], name=op.f("fk_photo_reuse_other_id_photo")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo_reuse")),
        sa.UniqueConstraint("photo_id", "label", name=op.f("uq_photo_reuse_photo_id_label")),
    )
    for column in ("office_id", "tell_at"):
        op.create_index(op.f(f"ix_photo_reuse_{column}"), "photo_reuse", [column])
