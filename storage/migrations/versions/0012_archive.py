"""Acts of the open archive are remembered, with what became of each of their texts.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables."""
    op.create_table(
        "archive_act",
        sa.Column("act", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("archive", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("is_budget", sa.Boolean(), nullable=False),
        sa.Column("is_repealed", sa.Boolean(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("title_kk", sa.String(), nullable=True),
        sa.Column("title_ru", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("act", name="pk_archive_act"),
    )
    op.create_index("ix_archive_act_archive", "archive_act", ["archive"])
    op.create_table(
        "archive_text",
        sa.Column("act", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("version", sa.Date(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("values", sa.String(), nullable=True),
        sa.Column("place_in_source", sa.String(), nullable=True),
        sa.Column("found", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["act"], ["archive_act.act"], name="fk_archive_text_act_archive_act", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("act", "language", "version", name="pk_archive_text"),
    )
    op.create_index("ix_archive_text_source", "archive_text", ["source"])


def downgrade() -> None:
    """Forgets the acts."""
    op.drop_table("archive_text")
    op.drop_table("archive_act")
