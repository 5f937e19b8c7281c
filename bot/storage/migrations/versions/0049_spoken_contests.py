"""What a client says aloud of his contest."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("voice_note") as notes:
        notes.add_column(sa.Column("contest_id", sa.Integer(), nullable=True))
        notes.create_foreign_key(
            notes.f("fk_voice_note_contest_id_contest"), "contest", ["contest_id"], ["id"]
        )
        notes.create_index(notes.f("ix_voice_note_contest_id"), ["contest_id"])


def downgrade() -> None:
    with op.batch_alter_table("voice_note") as notes:
        notes.drop_index(notes.f("ix_voice_note_contest_id"))
        notes.drop_constraint(notes.f("fk_voice_note_contest_id_contest"), type_="foreignkey")
        notes.drop_column("contest_id")
