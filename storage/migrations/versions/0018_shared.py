"""What processes of one bot share: what chats were last answered, and what people have left of limits.

Revision ID: 0018
Revises: 0017
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the tables."""
    op.create_table(
        "kept_memory",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content", _TEXT, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat", "message", "person", name="pk_kept_memory"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_kept_memory_person", "kept_memory", ["person"])
    op.create_index("ix_kept_memory_at", "kept_memory", ["at"])
    op.create_table(
        "allowance",
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("left", sa.Float(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("name", "telegram_id", name="pk_allowance"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Forgets them."""
    op.drop_table("allowance")
    op.drop_table("kept_memory")
