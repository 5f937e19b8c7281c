"""How far supervisors were from their sites, where they said so."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0027c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "supervisor_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("metres", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_supervisor_place_office_id_office")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_supervisor_place_person_id_person")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_supervisor_place_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervisor_place")),
    )
    with op.batch_alter_table("supervisor_place") as places:
        for column in ("office_id", "person_id", "sent_at"):
            places.create_index(places.f(f"ix_supervisor_place_{column}"), [column])


def downgrade() -> None:
    op.drop_table("supervisor_place")
