"""What is another of the names than before is told by blocks of them.

A start after a load made what it keeps of names anew of all that are stored, for nothing told it which are
others. Each block of names has a number now that is another whenever something of it is.

Revision ID: 0020
Revises: 0019
"""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_BLOCK_NAMES = 256
_LEAST, _END = 2**32, 2**63  # as `storage/kept/state.py` draws them


def upgrade() -> None:
    """Adds the blocks, and draws a number for each that has names."""
    blocks = op.create_table(
        "name_block",
        sa.Column("block", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("block", name="pk_name_block"),
        sqlite_with_rowid=False,
    )
    used = f"SELECT DISTINCT name_id / {_BLOCK_NAMES} FROM path_name"  # noqa: S608 - our own
    found = [block for (block,) in op.get_bind().execute(sa.text(used))]
    rows = [{"block": block, "number": _LEAST + secrets.randbelow(_END - _LEAST)} for block in found]
    op.bulk_insert(blocks, rows)


def downgrade() -> None:
    """Forgets them."""
    op.drop_table("name_block")
