"""Letters of cases that were completed, and how an office numbers them."""

import sqlalchemy as sa
from alembic import op

revision = "0084"
down_revision = "0083"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        pattern = "{no}/SKS/{office}/{year}"
        office.add_column(sa.Column("letter_number", sa.String(), nullable=False, server_default=pattern))
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("total_minutes", sa.Integer(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_letter_office_id_office")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("office_id", "year", "count", name=op.f("uq_letter_office_id_year_count")),
        sa.UniqueConstraint("code", name=op.f("uq_letter_code")),
    )
    op.create_index(op.f("ix_letter_office_id"), "letter", ["office_id"])
    op.create_index(op.f("ix_letter_case_id"), "letter", ["case_id"])


def downgrade() -> None:
    op.drop_table("letter")
    with op.batch_alter_table("office") as office:
        office.drop_column("letter_number")
