"""Photos that belong to a call for help."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0039"
branch_labels = None
depends_on = None

REFERENCES = {"office_id": "office", "call_id": "help_call", "photo_id": "photo"}


def upgrade() -> None:
    op.create_table(
        "help_photo",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(column, sa.Integer(), nullable=False) for column in REFERENCES),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_help_photo_{column}_{other}"))
            for column, other in REFERENCES.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_photo")),
    )
    with op.batch_alter_table("help_photo") as photos:
        for column in REFERENCES:
            photos.create_index(photos.f(f"ix_help_photo_{column}"), [column])


def downgrade() -> None:
    op.drop_table("help_photo")
