"""Heads of office get Monday's summary too: the clock looks at those there are with their officers."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    person = sa.table(
        "person",
        sa.column("office_id"),
        sa.column("role"),
        sa.column("left_on"),
        sa.column("merged_into"),
        sa.column("look_at", sa.DateTime(timezone=True)),
    )
    officer = person.alias("officer")
    monday = sa.select(sa.func.min(officer.c.look_at)).where(
        officer.c.office_id == person.c.office_id, officer.c.role == "officer"
    )
    heads = (person.c.role == "head", person.c.left_on.is_(None), person.c.merged_into.is_(None))
    op.execute(sa.update(person).where(*heads).values(look_at=monday.scalar_subquery()))


def downgrade() -> None:
    person = sa.table("person", sa.column("role"), sa.column("look_at", sa.DateTime(timezone=True)))
    op.execute(sa.update(person).where(person.c.role == "head").values(look_at=None))
