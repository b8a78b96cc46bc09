"""Operators may teach everyday words for lines.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table."""
    op.create_table(
        "taught_phrase",
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("kazakh", sa.String(), nullable=True),
        sa.Column("russian", sa.String(), nullable=True),
        sa.Column("taught_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("words", name="pk_taught_phrase"),
    )


def downgrade() -> None:
    """Forgets the words."""
    op.drop_table("taught_phrase")
