"""Which evidence a photo is, without reading all of it: asked of each photo when it is compared or erased."""

from alembic import op

revision = "0027c"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("evidence") as evidence:
        evidence.create_index(evidence.f("ix_evidence_photo_id"), ["photo_id"])


def downgrade() -> None:
    with op.batch_alter_table("evidence") as evidence:
        evidence.drop_index(evidence.f("ix_evidence_photo_id"))
