"""Operators may send documents by chat: what waits to be stored, and what can still be undone.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table."""
    op.create_table(
        "upload",
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sources", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_upload"),
    )


def downgrade() -> None:
    """Forgets what waits and what could be undone."""
    op.drop_table("upload")
