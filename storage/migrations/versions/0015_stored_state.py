"""The numbers that tell which state of the database this is.

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table, with a number for budgets and one for people."""
    states = op.create_table(
        "stored_state",
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("part", name="pk_stored_state"),
    )
    op.bulk_insert(states, [{"part": "budgets", "number": 0}, {"part": "people", "number": 0}])


def downgrade() -> None:
    """Forgets them."""
    op.drop_table("stored_state")
