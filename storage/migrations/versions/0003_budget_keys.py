"""Hashes by which buttons and links name a budget, filled for what is stored.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import base64
import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_BUDGET = sa.table("budget", *(sa.column(name) for name in ("id", "place", "first_year", "last_year")))
_DECISION = sa.table("decision", sa.column("id"), sa.column("budget_id"))
_TEXT = sa.table("decision_text", sa.column("decision_id"), sa.column("place"))
_KEY = sa.table("budget_key", sa.column("key"), sa.column("budget_id"), sa.column("place"))


def upgrade() -> None:
    """Creates the table and fills it."""
    op.create_table(
        "budget_key",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("budget_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_budget_key"),
        sa.ForeignKeyConstraint(
            ["budget_id"], ["budget.id"], name="fk_budget_key_budget_id_budget", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_budget_key_budget_id", "budget_key", ["budget_id"])
    op.create_index("ix_decision_text_place", "decision_text", ["place"])
    _fill(op.get_bind())


def downgrade() -> None:
    """Takes them away."""
    op.drop_index("ix_decision_text_place", "decision_text")
    op.drop_table("budget_key")


def _fill(connection: sa.Connection) -> None:
    """A key for the name of every budget, and for each other name that only its texts print."""
    owners: dict[tuple[str, int, int], set[int]] = {}
    stated = (
        sa.select(_BUDGET.c.id, _TEXT.c.place, _BUDGET.c.first_year, _BUDGET.c.last_year)
        .join(_DECISION, _DECISION.c.budget_id == _BUDGET.c.id)
        .join(_TEXT, _TEXT.c.decision_id == _DECISION.c.id)
        .where(_TEXT.c.place.is_not(None))
    )
    for budget_id, *names in connection.execute(stated):
        owners.setdefault((names[0], names[1], names[2]), set()).add(budget_id)
    for budget_id, *names in connection.execute(sa.select(_BUDGET)):
        owners[names[0], names[1], names[2]] = {budget_id}
    rows = [
        {"key": _key(*names), "budget_id": min(budgets), "place": names[0]}
        for names, budgets in owners.items()
        if len(budgets) == 1
    ]
    if rows:
        connection.execute(sa.insert(_KEY), rows)


def _key(place: str, first_year: int, last_year: int) -> str:
    digest = hashlib.blake2b(f"{place}\n{first_year}\n{last_year}".encode(), digest_size=20).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:12]
