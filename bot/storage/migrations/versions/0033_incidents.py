"""What happened at a site, whom it concerns, who was told of it and has read it."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0038"
branch_labels = None
depends_on = None

REFERENCES = {
    "incident": {
        "office_id": "office",
        "site_id": "site",
        "reported_by": "person",
        "voice_id": "voice_note",
    },
    "incident_person": {
        "office_id": "office",
        "incident_id": "incident",
        "case_id": "case",
        "client_id": "person",
    },
    "incident_reader": {"office_id": "office", "incident_id": "incident", "person_id": "person"},
    "incident_photo": {"office_id": "office", "incident_id": "incident", "photo_id": "photo"},
}
INDEXED = {
    "incident": ("office_id", "site_id", "look_at"),
    "incident_person": ("office_id", "incident_id", "case_id"),
    "incident_reader": ("office_id", "incident_id", "person_id"),
    "incident_photo": ("office_id", "incident_id", "photo_id"),
}


def _rest(table: str) -> list[sa.Constraint]:
    references = [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in REFERENCES[table].items()
    ]
    return [*references, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]


def upgrade() -> None:
    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reported_by", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        *_rest("incident"),
    )
    op.create_table(
        "incident_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        *_rest("incident_person"),
    )
    op.create_table(
        "incident_reader",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        *_rest("incident_reader"),
    )
    op.create_table(
        "incident_photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        *_rest("incident_photo"),
    )
    for table, columns in INDEXED.items():
        with op.batch_alter_table(table) as indexed:
            for column in columns:
                indexed.create_index(indexed.f(f"ix_{table}_{column}"), [column])


def downgrade() -> None:
    for table in reversed(INDEXED):
        op.drop_table(table)
