"""Cases as the law sees them: sources, drafts, closing; sites with hours; breaks, outcomes, calendar."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
"""Before the first release."""


def _word(name: str) -> sa.Column[Any]:
    """Closed sets are short text, so that a new member needs no migration."""
    return sa.Column(name, sa.String(length=32), nullable=True)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False, server_default="")


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default="0")


def _flag(name: str, value: bool) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.true() if value else sa.false())


def _list(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False, server_default="[]")


def _holiday_rule() -> sa.Column[Any]:
    return sa.Column("holiday_rule", sa.String(length=32), nullable=False, server_default="libur")


def upgrade() -> None:
    _people_and_sites()
    _cases()
    _sessions()
    _calendar()


def _people_and_sites() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("home_latitude", sa.Float(), nullable=True))
        person.add_column(sa.Column("home_longitude", sa.Float(), nullable=True))
    with op.batch_alter_table("site") as site:
        site.add_column(_text("region"))
        site.add_column(_list("corners"))
        site.add_column(sa.Column("open_weekdays", sa.String(), nullable=False, server_default="1234567"))
        site.add_column(sa.Column("opens", sa.Time(), nullable=False, server_default="00:00:00"))
        site.add_column(sa.Column("closes", sa.Time(), nullable=False, server_default="23:59:00"))
        site.add_column(_holiday_rule())
        site.add_column(sa.Column("capacity", sa.Integer(), nullable=True))
        site.add_column(_flag("for_children", value=True))


def _cases() -> None:
    with op.batch_alter_table("case") as changed:
        for name in ("officer_id", "starts_on", "ends_on"):
            kind = sa.Integer() if name == "officer_id" else sa.Date()
            changed.alter_column(name, existing_type=kind, nullable=True)
        changed.add_column(sa.Column("guardian_id", sa.Integer(), nullable=True))
        changed.create_foreign_key(op.f("fk_case_guardian_id_person"), "person", ["guardian_id"], ["id"])
        changed.add_column(_text("replaced_sentence"))
        changed.add_column(sa.Column("session_minutes", sa.Integer(), nullable=True))
        for name in ("starts_source", "ends_source", "place_source", "closing_outcome"):
            changed.add_column(_word(name))
        changed.add_column(_text("allowed_weekdays"))
        changed.add_column(sa.Column("window_starts", sa.Time(), nullable=True))
        changed.add_column(sa.Column("window_ends", sa.Time(), nullable=True))
        changed.add_column(_holiday_rule())
        changed.add_column(_number("report_grace_days"))
        changed.add_column(_text("state_reason"))
        changed.add_column(_text("closing_reason"))
    # Every case that runs is looked at once, so that its last day and its next report days are known.
    case = sa.table("case", sa.column("look_at", sa.DateTime(timezone=True)), sa.column("state"))
    op.execute(sa.update(case).where(case.c.state == "active").values(look_at=LONG_AGO))
    with op.batch_alter_table("case_balance") as balance:
        balance.add_column(_number("opening"))
        balance.add_column(_number("adjusted"))


def _sessions() -> None:
    for table in ("placement", "work_session"):
        with op.batch_alter_table(table) as changed:
            changed.add_column(_number("break_after"))
            changed.add_column(_flag("break_counted", value=False))
    with op.batch_alter_table("placement") as placement:
        placement.add_column(sa.Column("every_weeks", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("work_session") as session:
        session.add_column(_word("outcome"))
        session.add_column(_flag("agreed", value=False))
    with op.batch_alter_table("attendance") as attendance:
        attendance.add_column(_number("penalty_minutes"))
        attendance.add_column(_word("surplus_cap"))
    with op.batch_alter_table("report") as report:
        report.add_column(sa.Column("shifted_from", sa.Date(), nullable=True))
        report.add_column(_list("concerns"))


def _calendar() -> None:
    op.create_table(
        "site_closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_site_closure_office_id_office")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_closure_site_id_site")),
        sa.ForeignKeyConstraint(["closed_by"], ["person.id"], name=op.f("fk_site_closure_closed_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_closure")),
        sa.UniqueConstraint("site_id", "day", name=op.f("uq_site_closure_site_id_day")),
    )
    op.create_index(op.f("ix_site_closure_office_id"), "site_closure", ["office_id"])
    op.create_index(op.f("ix_site_closure_site_id"), "site_closure", ["site_id"])
    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_calendar_day_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sa.UniqueConstraint(
            "office_id", "day", "kind", "region", name=op.f("uq_calendar_day_office_id_day_kind_region")
        ),
    )
    op.create_index(op.f("ix_calendar_day_office_id"), "calendar_day", ["office_id"])
    op.create_table(
        "excused_span",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_excused_span_office_id_office")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_excused_span_case_id_case")),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_excused_span_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_excused_span")),
    )
    op.create_index(op.f("ix_excused_span_office_id"), "excused_span", ["office_id"])
    op.create_index(op.f("ix_excused_span_case_id"), "excused_span", ["case_id"])
