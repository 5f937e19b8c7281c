"""What else a call for help is about, as it was pressed after the first kind."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("help_call") as calls:
        calls.add_column(sa.Column("also", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("help_call") as calls:
        calls.drop_column("also")
