"""A person may have a home place, and need not have chosen a language.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column, and lets the language be absent."""
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("home", sa.String(), nullable=True))
        person.alter_column("language", existing_type=sa.String(), nullable=True)


def downgrade() -> None:
    """Forgets the places, and the people who chose nothing else."""
    op.execute("DELETE FROM person WHERE language IS NULL")
    with op.batch_alter_table("person") as person:
        person.drop_column("home")
        person.alter_column("language", existing_type=sa.String(), nullable=False)
