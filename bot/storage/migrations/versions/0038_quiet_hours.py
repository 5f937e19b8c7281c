"""An office's quiet hours, messages that leave later, and messages of an officer to many."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0033b"
branch_labels = None
depends_on = None

REFERENCES = {"office_id": "office", "by": "person"}


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("quiet_from", sa.Time(), nullable=False, server_default="21:00:00"))
        office.add_column(sa.Column("quiet_until", sa.Time(), nullable=False, server_default="06:00:00"))
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("not_before", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "circular",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("whom", sa.String(length=32), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_circular_{column}_{other}"))
            for column, other in {**REFERENCES, "site_id": "site"}.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circular")),
    )
    op.create_index(op.f("ix_circular_by"), "circular", ["by"])
    op.create_index(op.f("ix_circular_office_id"), "circular", ["office_id"])


def downgrade() -> None:
    op.drop_table("circular")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_column("not_before")
    with op.batch_alter_table("office") as office:
        office.drop_column("quiet_until")
        office.drop_column("quiet_from")
