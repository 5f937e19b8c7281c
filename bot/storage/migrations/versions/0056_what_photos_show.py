"""What a photo shows, where the client is asked whether it is of his work."""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("evidence") as evidence:
        evidence.add_column(sa.Column("shows", sa.String(length=32), nullable=True))
        evidence.add_column(sa.Column("said", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("evidence") as evidence:
        evidence.drop_column("said")
        evidence.drop_column("shows")
