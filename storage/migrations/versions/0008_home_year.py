"""A person may have chosen a year of their home place.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column."""
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("home_year", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Forgets the years."""
    with op.batch_alter_table("person") as person:
        person.drop_column("home_year")
