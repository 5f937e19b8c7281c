"""Requests to be excused, and their proofs."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

REFERENCES = {
    "excuse_request": {
        "office_id": "office",
        "case_id": "case",
        "client_id": "person",
        "filed_by": "person",
        "decided_by": "person",
        "span_id": "excused_span",
    },
    "excuse_proof": {
        "office_id": "office",
        "request_id": "excuse_request",
        "photo_id": "photo",
        "voice_id": "voice_note",
    },
}


def _references(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in REFERENCES[table].items()
    ]


def upgrade() -> None:
    op.create_table(
        "excuse_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("filed_by", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("told", sa.String(length=32), nullable=True),
        sa.Column("proof", sa.String(length=32), nullable=False),
        sa.Column("proof_on", sa.Date(), nullable=True),
        sa.Column("proof_asked", sa.Boolean(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("span_id", sa.Integer(), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        *_references("excuse_request"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_excuse_request")),
    )
    with op.batch_alter_table("excuse_request") as requests:
        for column in ("office_id", "case_id", "client_id", "span_id", "look_at"):
            requests.create_index(requests.f(f"ix_excuse_request_{column}"), [column])
    op.create_table(
        "excuse_proof",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("voice_id", sa.Integer(), nullable=True),
        *_references("excuse_proof"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_excuse_proof")),
    )
    with op.batch_alter_table("excuse_proof") as proofs:
        for column in ("office_id", "request_id", "photo_id", "voice_id"):
            proofs.create_index(proofs.f(f"ix_excuse_proof_{column}"), [column])


def downgrade() -> None:
    op.drop_table("excuse_proof")
    op.drop_table("excuse_request")
