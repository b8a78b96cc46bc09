"""Warnings are findings: a kind and values instead of an English sentence.

Nothing tells the kind of a sentence that is stored, so they go; the files that they were about
are read anew when they are loaded again, for the parser's revision rose as well.

Revision: 0002
After: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("parser_warning")
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place_in_source", sa.String(), nullable=True),
        sa.Column("values", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_finding"),
        _of_source("finding"),
    )
    op.create_index("ix_finding_source_id", "finding", ["source_id"])


def downgrade() -> None:
    op.drop_table("finding")
    op.create_table(
        "parser_warning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("place_in_source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_parser_warning"),
        _of_source("parser_warning"),
    )
    op.create_index("ix_parser_warning_source_id", "parser_warning", ["source_id"])


def _of_source(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["source_id"], ["source.id"], name=f"fk_{table}_source_id_source", ondelete="CASCADE"
    )
