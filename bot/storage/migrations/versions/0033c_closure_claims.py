"""What clients say of a site that they found closed."""

import sqlalchemy as sa
from alembic import op

revision = "0033c"
down_revision = "0032"
branch_labels = None
depends_on = None

REFERENCES = {
    "office_id": "office",
    "site_id": "site",
    "case_id": "case",
    "client_id": "person",
    "session_id": "work_session",
    "photo_id": "photo",
    "decided_by": "person",
}


def upgrade() -> None:
    op.create_table(
        "closure_claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("before", sa.String(length=32), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("accuracy", sa.Float(), nullable=True),
        sa.Column("metres", sa.Integer(), nullable=True),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        *[
            sa.ForeignKeyConstraint(
                [column], [f"{other}.id"], name=op.f(f"fk_closure_claim_{column}_{other}")
            )
            for column, other in REFERENCES.items()
        ],
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure_claim")),
        sa.UniqueConstraint("session_id", name=op.f("uq_closure_claim_session_id")),
    )
    with op.batch_alter_table("closure_claim") as claims:
        for column in ("office_id", "site_id", "case_id", "client_id", "look_at"):
            claims.create_index(claims.f(f"ix_closure_claim_{column}"), [column])


def downgrade() -> None:
    op.drop_table("closure_claim")
