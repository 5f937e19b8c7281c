"""Reminders at any times before, by office and person; when evenings and decisions are looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0081"
down_revision = "0080"
branch_labels = None
depends_on = None

OFFICE = sa.table(
    "office",
    sa.column("id", sa.Integer),
    sa.column("day_reminder", sa.Time),
    sa.column("hour_reminder_minutes", sa.Integer),
    sa.column("reminders", sa.String),
    sa.column("report_reminders", sa.String),
)
LOOKS = ("evenings_at", "decisions_at")


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("reminders", sa.String(), nullable=False, server_default=""))
        office.add_column(sa.Column("report_reminders", sa.String(), nullable=False, server_default=""))
        for look in LOOKS:
            office.add_column(sa.Column(look, sa.DateTime(timezone=True), nullable=True))
            office.create_index(op.f(f"ix_office_{look}"), [look])
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("reminders", sa.String(32), nullable=False, server_default=""))
    _keep_times()
    with op.batch_alter_table("office") as office:
        office.drop_column("day_reminder")
        office.drop_column("hour_reminder_minutes")


def _keep_times() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(OFFICE)).all():
        eve, minutes = f"H-1 {row.day_reminder:%H.%M}", row.hour_reminder_minutes
        last = f"{minutes} menit" if minutes % 60 else f"{minutes // 60} jam"
        kept = {"reminders": f"{eve}, {last}", "report_reminders": eve}
        connection.execute(sa.update(OFFICE).where(OFFICE.c.id == row.id).values(kept))


def downgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("day_reminder", sa.Time(), nullable=False, server_default="18:00:00"))
        office.add_column(
            sa.Column("hour_reminder_minutes", sa.Integer(), nullable=False, server_default="60")
        )
        for look in LOOKS:
            office.drop_index(op.f(f"ix_office_{look}"))
            office.drop_column(look)
        office.drop_column("report_reminders")
        office.drop_column("reminders")
    with op.batch_alter_table("person") as person:
        person.drop_column("reminders")
