"""Questions that come up after a card was sent are shown on it, and equal positions are found quickly."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("flag") as flag:
        flag.add_column(sa.Column("tell_at", sa.DateTime(timezone=True), nullable=True))
        flag.create_index(op.f("ix_flag_tell_at"), ["tell_at"])
    op.create_index("ix_evidence_position", "evidence", ["latitude", "longitude"])
    op.create_index("ix_evidence_client_sent", "evidence", ["client_id", "sent_at"])


def downgrade() -> None:
    op.drop_index("ix_evidence_client_sent", "evidence")
    op.drop_index("ix_evidence_position", "evidence")
    with op.batch_alter_table("flag") as flag:
        flag.drop_index(op.f("ix_flag_tell_at"))
        flag.drop_column("tell_at")
