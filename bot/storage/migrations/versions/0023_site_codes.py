"""Which codes of a site were used, and who typed wrong ones."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sitecodeuse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.BigInteger(), nullable=False),
        sa.Column("how", sa.String(length=32), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_sitecodeuse_office_id_office")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_sitecodeuse_site_id_site")),
        sa.ForeignKeyConstraint(["client_id"], ["person.id"], name=op.f("fk_sitecodeuse_client_id_person")),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_sitecodeuse_evidence_id_evidence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitecodeuse")),
        sa.UniqueConstraint(
            "client_id", "site_id", "step", name=op.f("uq_sitecodeuse_client_id_site_id_step")
        ),
    )
    with op.batch_alter_table("sitecodeuse") as use:
        for column in ("office_id", "site_id", "client_id", "evidence_id"):
            use.create_index(use.f(f"ix_sitecodeuse_{column}"), [column])
    op.create_table(
        "sitecodemiss",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("typed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_sitecodemiss_office_id_office")),
        sa.ForeignKeyConstraint(["client_id"], ["person.id"], name=op.f("fk_sitecodemiss_client_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitecodemiss")),
    )
    with op.batch_alter_table("sitecodemiss") as miss:
        for column in ("office_id", "client_id"):
            miss.create_index(miss.f(f"ix_sitecodemiss_{column}"), [column])


def downgrade() -> None:
    op.drop_table("sitecodemiss")
    op.drop_table("sitecodeuse")
