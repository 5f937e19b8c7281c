"""How far the evening of an office has come: its clients are asked about a page at a time."""

import sqlalchemy as sa
from alembic import op

revision = "0090"
down_revision = "0089"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("office", sa.Column("evenings_after", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("office", "evenings_after")
