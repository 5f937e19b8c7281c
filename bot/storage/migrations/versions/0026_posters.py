"""The edition of a site's poster, codes that renew themselves, and whether an office goes unnamed."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0027b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("discreet", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("site") as site:
        site.add_column(sa.Column("poster_edition", sa.Integer(), nullable=False, server_default="1"))
    op.create_table(
        "site_code_show",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_site_code_show_office_id_office")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_code_show_site_id_site")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_site_code_show_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_code_show")),
    )
    with op.batch_alter_table("site_code_show") as show:
        for column in ("office_id", "site_id", "person_id", "look_at"):
            show.create_index(show.f(f"ix_site_code_show_{column}"), [column])


def downgrade() -> None:
    op.drop_table("site_code_show")
    with op.batch_alter_table("site") as site:
        site.drop_column("poster_edition")
    with op.batch_alter_table("office") as office:
        office.drop_column("discreet")
