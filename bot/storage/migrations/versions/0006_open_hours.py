"""A site is open at hours of its own on each weekday, and not at the same hours on all of its days."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ALWAYS = {str(day): [["00:00", "23:59"]] for day in range(1, 8)}

site = sa.table(
    "site",
    sa.column("id", sa.Integer()),
    sa.column("open_weekdays", sa.String()),
    sa.column("opens", sa.Time()),
    sa.column("closes", sa.Time()),
    sa.column("open_hours", sa.JSON()),
)


def upgrade() -> None:
    always = sa.Column("open_hours", sa.JSON(), nullable=False, server_default=json.dumps(ALWAYS))
    with op.batch_alter_table("site") as changed:
        changed.add_column(always)
    _carry_over()
    with op.batch_alter_table("site") as changed:
        for name in ("open_weekdays", "opens", "closes"):
            changed.drop_column(name)


def _carry_over() -> None:
    """The same span on each of the days."""
    connection = op.get_bind()
    for row in connection.execute(sa.select(site)).all():
        span = [row.opens.isoformat("minutes"), row.closes.isoformat("minutes")]
        hours = {day: [span] for day in sorted(row.open_weekdays)}
        connection.execute(sa.update(site).where(site.c.id == row.id).values(open_hours=hours))
