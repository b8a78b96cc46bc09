"""A line says why its amount may not be what a person sees on the page.

Of the lines that are stored nothing is known: they have none, and the files that they come from are
read anew when they are loaded again, for the parser's revision rose as well.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column."""
    op.add_column("line", sa.Column("doubt", sa.String(32), nullable=True))


def downgrade() -> None:
    """Takes it away."""
    op.drop_column("line", "doubt")
