"""On PostgreSQL texts are compared letter by letter, as SQLite does, whatever the database's language.

Paths are looked for by ranges (`expenditure/04/` up to `expenditure/040`), which hold in no other order.

Revision ID: 0016
Revises: 0015
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Sets the order of every text."""
    _collate("C")


def downgrade() -> None:
    """Gives texts the database's own order."""
    _collate("default")


def _collate(collation: str) -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    inspector = sa.inspect(connection)
    for table in set(inspector.get_table_names()) - {"alembic_version"}:
        for column in inspector.get_columns(table):
            if isinstance(column["type"], sa.String):
                kind = column["type"].compile(connection.dialect).partition(" COLLATE")[0]
                op.execute(
                    f'ALTER TABLE "{table}" ALTER COLUMN "{column["name"]}" TYPE {kind} COLLATE "{collation}"'
                )
