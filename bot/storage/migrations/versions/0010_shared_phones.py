"""Shared phones, their turns, and who helped whom to check in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _phones()
    _users()
    _turns()
    _assistance()
    _held()


def _id(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _at(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _references(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in columns.items()
    ]


def _indexed(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _phones() -> None:
    op.create_table(
        "desk_phone",
        _id("id"),
        _id("office_id"),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        _id("declared_by"),
        _at("declared_at"),
        sa.Column("token_hash", sa.String(), nullable=True),
        _at("token_ends_at", nullable=True),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("external_id", sa.String(), nullable=True),
        _at("bound_at", nullable=True),
        _at("gone_at", nullable=True),
        _at("ended_at", nullable=True),
        *_references("desk_phone", office_id="office", declared_by="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_phone")),
        sa.UniqueConstraint("channel", "external_id", name=op.f("uq_desk_phone_channel_external_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_desk_phone_token_hash")),
    )
    _indexed("desk_phone", "office_id")


def _users() -> None:
    op.create_table(
        "desk_phone_user",
        _id("id"),
        _id("office_id"),
        _id("phone_id"),
        _id("person_id"),
        _id("added_by"),
        _at("added_at"),
        *_references(
            "desk_phone_user",
            office_id="office",
            phone_id="desk_phone",
            person_id="person",
            added_by="person",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_phone_user")),
        sa.UniqueConstraint("phone_id", "person_id", name=op.f("uq_desk_phone_user_phone_id_person_id")),
    )
    _indexed("desk_phone_user", "office_id", "phone_id", "person_id")


def _turns() -> None:
    op.create_table(
        "phone_turn",
        _id("id"),
        _id("office_id"),
        _id("phone_id"),
        _id("person_id"),
        _at("began_at"),
        _at("used_at"),
        _at("ended_at", nullable=True),
        sa.Column("how", sa.String(length=32), nullable=True),
        sa.Column("wiped", sa.Boolean(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        _at("look_at", nullable=True),
        *_references("phone_turn", office_id="office", phone_id="desk_phone", person_id="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone_turn")),
    )
    _indexed("phone_turn", "office_id", "phone_id", "person_id", "look_at")


def _assistance() -> None:
    op.create_table(
        "assistance",
        _id("id"),
        _id("office_id"),
        _id("client_id"),
        _id("attendance_id", nullable=True),
        sa.Column("moment", sa.String(length=32), nullable=True),
        _id("report_id", nullable=True),
        _id("evidence_id", nullable=True),
        sa.Column("way", sa.String(length=32), nullable=False),
        _id("by"),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        _id("phone_id", nullable=True),
        _id("turn_id", nullable=True),
        sa.Column("label", sa.String(), nullable=False),
        _at("at"),
        _at("undone_at", nullable=True),
        *_references(
            "assistance",
            office_id="office",
            client_id="person",
            attendance_id="attendance",
            report_id="report",
            evidence_id="evidence",
            by="person",
            phone_id="desk_phone",
            turn_id="phone_turn",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assistance")),
    )
    _indexed(
        "assistance",
        "office_id",
        "client_id",
        "attendance_id",
        "report_id",
        "evidence_id",
        "phone_id",
        "turn_id",
    )


def _held() -> None:
    op.create_table(
        "held_notice",
        _id("id"),
        _id("office_id"),
        _id("person_id"),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("only_if", sa.JSON(), nullable=True),
        _at("held_at"),
        *_references("held_notice", office_id="office", person_id="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_notice")),
    )
    _indexed("held_notice", "office_id", "person_id")
