"""How long photos and voices are kept. What is there is first looked at after 30 days: until then an office
can choose how long."""

import sqlalchemy as sa
from alembic import op

revision = "0027b"
down_revision = "0028"
branch_labels = None
depends_on = None

IN_A_MONTH = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%S.000000', 'now', '+30 days')",
    "postgresql": "now() + interval '30 days'",
}


def upgrade() -> None:
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("keep_photos_days", sa.Integer(), nullable=False, server_default="90"))
    for table in ("photo", "voice_note"):
        with op.batch_alter_table(table) as kept:
            kept.add_column(sa.Column("look_at", sa.DateTime(timezone=True), nullable=True))
            kept.create_index(kept.f(f"ix_{table}_look_at"), ["look_at"])
        later = IN_A_MONTH[op.get_bind().dialect.name]
        op.execute(f"UPDATE {table} SET look_at = {later} WHERE file <> ''")  # noqa: S608


def downgrade() -> None:
    for table in ("voice_note", "photo"):
        with op.batch_alter_table(table) as kept:
            kept.drop_index(kept.f(f"ix_{table}_look_at"))
            kept.drop_column("look_at")
    with op.batch_alter_table("office") as office:
        office.drop_column("keep_photos_days")
