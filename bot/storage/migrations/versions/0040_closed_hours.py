"""A site may be closed for some hours of a day; a question remembers what was answered before it."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0041"
branch_labels = None
depends_on = None

# As SQLite keeps times: a day that was closed before and one that is closed now must look alike.
ALL_DAY = {"starts": "00:00:00.000000", "ends": "23:59:00.000000"}


def upgrade() -> None:
    with op.batch_alter_table("site_closure") as closure:
        for column, default in ALL_DAY.items():
            closure.add_column(sa.Column(column, sa.Time(), nullable=False, server_default=default))
        closure.drop_constraint(closure.f("uq_site_closure_site_id_day"), type_="unique")
        closure.create_unique_constraint(
            closure.f("uq_site_closure_site_id_day_starts_ends"), ["site_id", "day", "starts", "ends"]
        )
    with op.batch_alter_table("dialogue") as dialogue:
        dialogue.add_column(sa.Column("said", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("dialogue") as dialogue:
        dialogue.drop_column("said")
    op.execute("DELETE FROM site_closure WHERE NOT (starts = '00:00:00.000000' AND ends = '23:59:00.000000')")
    with op.batch_alter_table("site_closure") as closure:
        closure.drop_constraint(closure.f("uq_site_closure_site_id_day_starts_ends"), type_="unique")
        closure.create_unique_constraint(closure.f("uq_site_closure_site_id_day"), ["site_id", "day"])
        for column in ALL_DAY:
            closure.drop_column(column)
