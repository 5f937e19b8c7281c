"""When an office's supervisors next hear whom to expect."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("mornings_at", sa.DateTime(timezone=True), nullable=True))
        office.create_index(op.f("ix_office_mornings_at"), ["mornings_at"])


def downgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.drop_index(op.f("ix_office_mornings_at"))
        office.drop_column("mornings_at")
