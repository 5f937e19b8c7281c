"""Since when an account that had taken no messages takes them again. Of one that came back before
this nobody knows: it counts as there since it was bound, as it did."""

import sqlalchemy as sa
from alembic import op

revision = "0089"
down_revision = "0088"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person_address", sa.Column("back_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("person_address", "back_at")
