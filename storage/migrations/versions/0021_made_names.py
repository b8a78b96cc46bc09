"""Names of a country come with the database, made ready for a start on any machine.

Each machine made all of them ready for itself at its first start, which took two seconds and more.

Revision ID: 0021
Revises: 0020
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")  # as 0016 has it


def upgrade() -> None:
    """Adds the table; the next load that finds many names fills it."""
    op.create_table(
        "made_names",
        sa.Column("made_of", _TEXT, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("blocks", _TEXT, nullable=False),
        sa.Column("columns", sa.LargeBinary(), nullable=False),
        sa.Column("printed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("made_of", name="pk_made_names"),
    )


def downgrade() -> None:
    """Drops it; starts make the names."""
    op.drop_table("made_names")
