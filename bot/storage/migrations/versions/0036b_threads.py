"""Messages between clients and their officers."""

import sqlalchemy as sa
from alembic import op

revision = "0036b"
down_revision = "0031"
branch_labels = None
depends_on = None

REFERENCES = {
    "office_id": "office",
    "case_id": "case",
    "client_id": "person",
    "author_id": "person",
    "to_id": "person",
    "photo_id": "photo",
    "voice_id": "voice_note",
    "read_by": "person",
}


def upgrade() -> None:
    op.create_table(
        "thread_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=32), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("voice_id", sa.Integer(), nullable=True),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("worrying", sa.Boolean(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("read_by", sa.Integer(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{other}.id"], name=op.f(f"fk_thread_message_{column}_{other}")
            )
            for column, other in REFERENCES.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_message")),
    )
    with op.batch_alter_table("thread_message") as messages:
        for column in ("office_id", "case_id", "client_id"):
            messages.create_index(messages.f(f"ix_thread_message_{column}"), [column])


def downgrade() -> None:
    op.drop_table("thread_message")
