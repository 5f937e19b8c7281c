"""An officer may be a client's family, too: what names a supervisor names a relative."""

from alembic import op

revision = "0042"
down_revision = "0033c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _rename("supervisor_id", "relative_id")


def downgrade() -> None:
    _rename("relative_id", "supervisor_id")


def _rename(before: str, after: str) -> None:
    """With its index and its foreign key, which are named after it."""
    with op.batch_alter_table("kinship") as kinship:
        kinship.drop_index(kinship.f(f"ix_kinship_{before}"))
        kinship.drop_constraint(kinship.f(f"fk_kinship_{before}_person"), type_="foreignkey")
        kinship.alter_column(before, new_column_name=after)
    with op.batch_alter_table("kinship") as kinship:
        kinship.create_index(kinship.f(f"ix_kinship_{after}"), [after])
        kinship.create_foreign_key(kinship.f(f"fk_kinship_{after}_person"), "person", [after], ["id"])
