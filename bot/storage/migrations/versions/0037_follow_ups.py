"""Steps of follow-up, an officer's notes, and the misses after which an office takes them."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036b"
branch_labels = None
depends_on = None

REFERENCES = {"office_id": "office", "case_id": "case", "by": "person"}


def _references(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in REFERENCES.items()
    ]


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("call_after", sa.Integer(), nullable=False, server_default="2"))
        office.add_column(sa.Column("follow_up_after", sa.Integer(), nullable=False, server_default="3"))
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        *_references("follow_up"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_table(
        "case_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("later", sa.Boolean(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        *_references("case_note"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_note")),
    )
    for table in ("follow_up", "case_note"):
        with op.batch_alter_table(table) as rows:
            for column in ("office_id", "case_id"):
                rows.create_index(rows.f(f"ix_{table}_{column}"), [column])


def downgrade() -> None:
    op.drop_table("case_note")
    op.drop_table("follow_up")
    with op.batch_alter_table("office") as office:
        office.drop_column("follow_up_after")
        office.drop_column("call_after")
