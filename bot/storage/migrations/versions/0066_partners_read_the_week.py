"""Prosecutors and agencies read the week, too: from the next Monday on."""

from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None

PERSON = sa.table(
    "person",
    sa.column("role", sa.String()),
    sa.column("look_at", sa.DateTime(timezone=True)),
    sa.column("left_on", sa.Date()),
)
PARTNERS = PERSON.c.role.in_(["prosecutor", "agency"])


def upgrade() -> None:
    today = datetime.now(UTC).date()  # noqa: TID251 - a migration runs when it runs
    monday = today + timedelta(days=7 - today.weekday())
    first = datetime.combine(monday, time(0), UTC)  # 07.00 in the west, 09.00 in the east
    op.execute(PERSON.update().where(PARTNERS, PERSON.c.left_on.is_(None)).values(look_at=first))


def downgrade() -> None:
    op.execute(PERSON.update().where(PARTNERS).values(look_at=None))
