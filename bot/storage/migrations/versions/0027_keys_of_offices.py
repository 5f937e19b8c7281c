"""A key for each office, and what has to go from the disk. Old data keys stay as they are, and still open."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "office_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_office_key_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_key")),
    )
    with op.batch_alter_table("office_key") as keys:
        keys.create_index(keys.f("ix_office_key_office_id"), ["office_id"])
    op.create_table(
        "erased_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erased_file")),
    )


def downgrade() -> None:
    op.drop_table("erased_file")
    op.drop_table("office_key")
