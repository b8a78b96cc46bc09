"""A decision has an official page, also where only another text gives it.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the columns."""
    op.add_column("decision", sa.Column("url", sa.String(), nullable=True))
    op.add_column("mention", sa.Column("url", sa.String(), nullable=True))


def downgrade() -> None:
    """Takes them away."""
    op.drop_column("mention", "url")
    op.drop_column("decision", "url")
