"""Repeated positions of a live location are counted, and better locations asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("evidence") as evidence:
        evidence.add_column(sa.Column("repeated", sa.Integer(), nullable=False, server_default="0"))
        evidence.add_column(sa.Column("repeated_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "location_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("attendance_id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.String(length=32), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_location_request_office_id_office")
        ),
        sa.ForeignKeyConstraint(
            ["attendance_id"], ["attendance.id"], name=op.f("fk_location_request_attendance_id_attendance")
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_location_request_evidence_id_evidence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_location_request")),
        sa.UniqueConstraint("attendance_id", "moment", name=op.f("uq_location_request_attendance_id_moment")),
    )
    with op.batch_alter_table("location_request") as requests:
        requests.create_index(requests.f("ix_location_request_office_id"), ["office_id"])
        requests.create_index(requests.f("ix_location_request_evidence_id"), ["evidence_id"])


def downgrade() -> None:
    op.drop_table("location_request")
    with op.batch_alter_table("evidence") as evidence:
        evidence.drop_column("repeated_at")
        evidence.drop_column("repeated")
