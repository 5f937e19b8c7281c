"""Calls for help, and what an office says and waits with them."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0030"
branch_labels = None
depends_on = None

REFERENCES = {
    "help_call": {
        "office_id": "office",
        "case_id": "case",
        "client_id": "person",
        "site_id": "site",
        "taken_by": "person",
        "closed_by": "person",
    },
    "help_voice": {"office_id": "office", "call_id": "help_call", "voice_id": "voice_note"},
}


def _references(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in REFERENCES[table].items()
    ]


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("emergency_contacts", sa.String(), nullable=False, server_default=""))
        office.add_column(sa.Column("help_minutes", sa.Integer(), nullable=False, server_default="30"))
    op.create_table(
        "help_call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("called_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("guardian_told", sa.Boolean(), nullable=True),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        *_references("help_call"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_call")),
    )
    with op.batch_alter_table("help_call") as calls:
        for column in ("office_id", "case_id", "client_id", "look_at"):
            calls.create_index(calls.f(f"ix_help_call_{column}"), [column])
    op.create_table(
        "help_voice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        *_references("help_voice"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_voice")),
    )
    with op.batch_alter_table("help_voice") as voices:
        for column in ("office_id", "call_id", "voice_id"):
            voices.create_index(voices.f(f"ix_help_voice_{column}"), [column])


def downgrade() -> None:
    op.drop_table("help_voice")
    op.drop_table("help_call")
    with op.batch_alter_table("office") as office:
        office.drop_column("help_minutes")
        office.drop_column("emergency_contacts")
