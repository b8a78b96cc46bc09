"""Telegram's ids of pictures outlive a restart; a person may have chosen the colours of theirs.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table and the column."""
    op.create_table(
        "sent_picture",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_sent_picture"),
    )
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("dark_pictures", sa.Boolean(), nullable=True))


def downgrade() -> None:
    """Forgets both."""
    with op.batch_alter_table("person") as person:
        person.drop_column("dark_pictures")
    op.drop_table("sent_picture")
