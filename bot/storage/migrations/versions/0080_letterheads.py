"""What stands above and below the name of an office at the head of its papers."""

import sqlalchemy as sa
from alembic import op

revision = "0080"
down_revision = "0066"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("letterhead_above", sa.String(), nullable=False, server_default=""))
        office.add_column(sa.Column("letterhead_below", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.drop_column("letterhead_below")
        office.drop_column("letterhead_above")
