"""Who follows lines is told of a decision for each year by itself.

Of the decisions that a person was told of, those are known for a year whose table they set is stored now: one
that is loaded later is news.

Revision ID: 0017
Revises: 0016
"""

from __future__ import annotations

import base64
import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_PERSON = ("telegram_id", "budget")
_FOLLOW = sa.table("follow", *(sa.column(name) for name in (*_PERSON, "year")))
_TOLD = sa.table("told", *(sa.column(name) for name in (*_PERSON, "decision", "year")))
_KEY = sa.table("budget_key", sa.column("key"), sa.column("budget_id"))
_DECISION = sa.table("decision", *(sa.column(name) for name in ("id", "number", "date")))
_EDITION = sa.table("edition", *(sa.column(name) for name in ("budget_id", "decision_id", "year")))


def upgrade() -> None:
    """Adds the year."""
    connection = op.get_bind()
    query = sa.select(*(_TOLD.c[name] for name in (*_PERSON, "decision")))
    told = [dict(row) for row in connection.execute(query).mappings()]
    _create(with_year=True)
    stored = _list_stored(connection)
    budgets = dict(connection.execute(sa.select(_KEY.c.key, _KEY.c.budget_id)).all())
    followed: dict[tuple[int, int | None], set[int]] = {}
    for row in connection.execute(sa.select(_FOLLOW)):
        followed.setdefault((row.telegram_id, budgets.get(row.budget)), set()).add(row.year)
    rows = [
        row | {"year": year}
        for row in told
        for year in sorted(followed.get((row["telegram_id"], budgets.get(row["budget"])), ()))
        if (budgets.get(row["budget"]), row["decision"], year) in stored
    ]
    if rows:
        connection.execute(sa.insert(_TOLD), rows)


def downgrade() -> None:
    """Forgets the years."""
    connection = op.get_bind()
    kept = sa.select(*(_TOLD.c[name] for name in (*_PERSON, "decision"))).distinct()
    told = [dict(row) for row in connection.execute(kept).mappings()]
    _create(with_year=False)
    if told:
        connection.execute(sa.insert(_TOLD), told)


def _create(*, with_year: bool) -> None:
    op.drop_table("told")
    text = sa.String(collation="C" if op.get_bind().dialect.name == "postgresql" else None)  # as 0016 has it
    years = [sa.Column("year", sa.Integer(), nullable=False)] if with_year else []
    op.create_table(
        "told",
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("budget", text, nullable=False),
        sa.Column("decision", text, nullable=False),
        *years,
        sa.PrimaryKeyConstraint("telegram_id", "budget", "decision", *(column.name for column in years)),
        sqlite_with_rowid=False,
    )


def _list_stored(connection: sa.Connection) -> set[tuple[int, str, int]]:
    """The years of budgets whose tables are stored, with the hash of the decision that set each."""
    query = sa.select(
        _EDITION.c.budget_id, _EDITION.c.year, _DECISION.c.number, sa.cast(_DECISION.c.date, sa.String)
    ).join(_DECISION, _DECISION.c.id == _EDITION.c.decision_id)
    return {
        (budget_id, _key(number, date), year) for budget_id, year, number, date in connection.execute(query)
    }


def _key(number: str, date: str) -> str:
    digest = hashlib.blake2b(f"{number}\n{date}".encode("utf-8", "surrogatepass"), digest_size=20).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:7]
