"""Clients move to another Bapas: offers, and what was carried over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0015"
branch_labels = None
depends_on = None

TABLE = "office_transfer"
OFFICES = ("office_id", "to_office_id")
PEOPLE = ("client_id", "officer_id", "asked_by", "decided_by", "new_client_id", "new_officer_id")
INDEXED = (*OFFICES, "client_id", "officer_id", "new_client_id", "new_officer_id", "look_at")


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("to_office_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("from_office", sa.String(), nullable=False),
        sa.Column("to_office", sa.String(), nullable=False),
        sa.Column("offered_by", sa.String(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("child", sa.Boolean(), nullable=False),
        sa.Column("cases", sa.JSON(), nullable=False),
        sa.Column("new_client_id", sa.Integer(), nullable=True),
        sa.Column("new_officer_id", sa.Integer(), nullable=True),
        sa.Column("new_officer", sa.String(), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.ForeignKeyConstraint([one], ["office.id"], name=op.f(f"fk_{TABLE}_{one}_office"))
            for one in OFFICES
        ),
        *(
            sa.ForeignKeyConstraint([one], ["person.id"], name=op.f(f"fk_{TABLE}_{one}_person"))
            for one in PEOPLE
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
    )
    for column in INDEXED:
        op.create_index(op.f(f"ix_{TABLE}_{column}"), TABLE, [column])
