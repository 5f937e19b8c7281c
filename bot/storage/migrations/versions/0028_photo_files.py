"""What the file of a photo says of itself, and a print of its middle to know a part of it by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("photo") as photo:
        photo.add_column(sa.Column("claims", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("photo_print") as prints:
        prints.add_column(sa.Column("middle", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("photo_print") as prints:
        prints.drop_column("middle")
    with op.batch_alter_table("photo") as photo:
        photo.drop_column("claims")
