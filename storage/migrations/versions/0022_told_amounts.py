"""What followers were told of a decision is kept, so that they hear of it when it does not hold any more.

Notes from before have none: what the decisions have at the first look is taken for told.

Revision ID: 0022
Revises: 0021
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")  # as 0016 has it


def upgrade() -> None:
    """Adds the columns."""
    op.add_column("told", sa.Column("amounts", _TEXT, nullable=True))
    op.add_column("told", sa.Column("is_complete", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Drops them."""
    op.drop_column("told", "is_complete")
    op.drop_column("told", "amounts")
