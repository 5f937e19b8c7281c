"""What a person should look at in a piece of evidence, with its reason, and which message it came as."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "flag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=32), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_flag_office_id_office")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_flag_evidence_id_evidence")),
        sa.ForeignKeyConstraint(["other_id"], ["evidence.id"], name=op.f("fk_flag_other_id_evidence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag")),
        sa.UniqueConstraint("evidence_id", "label", name=op.f("uq_flag_evidence_id_label")),
    )
    with op.batch_alter_table("flag") as flag:
        flag.create_index(flag.f("ix_flag_office_id"), ["office_id"])
        flag.create_index(flag.f("ix_flag_evidence_id"), ["evidence_id"])
    with op.batch_alter_table("evidence") as evidence:
        evidence.add_column(sa.Column("message", sa.String(), nullable=False, server_default=""))
        evidence.add_column(sa.Column("album", sa.String(), nullable=False, server_default=""))
        evidence.add_column(sa.Column("live", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("evidence") as evidence:
        evidence.drop_column("live")
        evidence.drop_column("album")
        evidence.drop_column("message")
    op.drop_table("flag")
