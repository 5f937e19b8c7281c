"""Where a client is who calls for help."""

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("help_call") as calls:
        calls.add_column(sa.Column("place_id", sa.Integer(), nullable=True))
        calls.create_foreign_key(calls.f("fk_help_call_place_id_evidence"), "evidence", ["place_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("help_call") as calls:
        calls.drop_constraint(calls.f("fk_help_call_place_id_evidence"), type_="foreignkey")
        calls.drop_column("place_id")
