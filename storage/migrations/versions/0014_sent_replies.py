"""Which message answers which: a question that is mended after a restart is answered in its place.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table."""
    op.create_table(
        "sent_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("reply", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sent_reply"),
        sa.UniqueConstraint("chat", "message", name="uq_sent_reply_chat_message"),
    )
    op.create_index("ix_sent_reply_at", "sent_reply", ["at"])
    op.create_index("ix_sent_reply_person", "sent_reply", ["person"])


def downgrade() -> None:
    """Forgets them."""
    op.drop_table("sent_reply")
