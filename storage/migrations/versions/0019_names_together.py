"""The names of a place lie together, whatever paths carry them.

Which paths carry a name was kept in the order of the paths. A decision counts 190 names: with a country
loaded each of them lay on a page of its own, and every one was written anew. Names that were stored
together have numbers that follow one another, so in their order a decision writes a few pages, however many
are loaded.

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_INDEX = "ix_path_name_path"


def upgrade() -> None:
    """Puts the rows into the order of names; those of a path are found by an index."""
    _order_by(("name_id", "path"))
    op.create_index(_INDEX, "path_name", ["path"])


def downgrade() -> None:
    """Puts them back into the order of paths."""
    op.drop_index(_INDEX, "path_name")
    _order_by(("path", "name_id"))


def _order_by(key: Sequence[str]) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("pk_path_name", "path_name")
        op.create_primary_key("pk_path_name", "path_name", list(key))
        return
    columns: dict[str, sa.types.TypeEngine[Any]] = {
        "path": sa.String(),
        "name_id": sa.Integer(),
        "editions": sa.Integer(),
    }
    op.create_table(
        "path_name_ordered",
        *(sa.Column(name, columns[name], nullable=False) for name in (*key, "editions")),
        sa.PrimaryKeyConstraint(*key, name="pk_path_name"),
        sa.ForeignKeyConstraint(["name_id"], ["name.id"], "fk_path_name_name_id_name", ondelete="RESTRICT"),
        sqlite_with_rowid=False,
    )
    rows = f"SELECT path, name_id, editions FROM path_name ORDER BY {', '.join(key)}"  # noqa: S608 - our own
    op.execute(f"INSERT INTO path_name_ordered (path, name_id, editions) {rows}")
    op.drop_table("path_name")
    op.rename_table("path_name_ordered", "path_name")
