"""Which budget a decision belongs to, and what is known of the decisions around it.

A decision enters the database when its own text is loaded, or when another text
names it: what it amends, what amended it, which decision set a table. Such a stub
is filled by its own text later; a text that says less blanks nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision
from storage.models import Budget, Decision, table

_BUDGETS = table(Budget)
_DECISIONS = table(Decision)


class IngestError(Exception):
    """A parsed decision that cannot be stored. Nothing of it is; the message says what is wrong."""


def describe(ref: DecisionRef) -> str:
    """A decision as messages name it: "№ 12-3 of 2013-04-08"."""
    return f"№ {ref.number} of {ref.date}" if ref.date else f"№ {ref.number}"


async def find_budget(connection: AsyncConnection, parsed: ParsedDecision) -> Row[Any]:
    """Finds or adds the budget of a decision: its place and the years it states.

    A text that states no years belongs to the budget in which it, or the decision
    it amends, is already known.

    Returns:
        A row of the budget table.

    Raises:
        IngestError: no budget can be told, or several could be meant.
    """
    decision = parsed.decision
    place = decision.place or next((edition.place for edition in parsed.editions), None)
    if place is None or decision.budget_years is None:
        return await _find_known_budget(connection, parsed, place)
    first_year, last_year = decision.budget_years
    known = select(_BUDGETS).where(_BUDGETS.c.place == place, *_covers(first_year, last_year))
    found = (await connection.execute(known)).one_or_none()
    if found is None:
        new = insert(_BUDGETS).values(place=place, first_year=first_year, last_year=last_year)
        found = (await connection.execute(new.returning(*_BUDGETS.c))).one()
    return found


def _covers(first_year: int, last_year: int) -> tuple[ColumnElement[bool], ...]:
    return (_BUDGETS.c.first_year == first_year, _BUDGETS.c.last_year == last_year)


async def _find_known_budget(
    connection: AsyncConnection, parsed: ParsedDecision, place: str | None
) -> Row[Any]:
    decision = parsed.decision
    refs = [ref for ref in (decision.ref, decision.amends) if ref is not None]
    query = select(_BUDGETS, _DECISIONS.c.number, _DECISIONS.c.date).join(
        _DECISIONS, _DECISIONS.c.budget_id == _BUDGETS.c.id
    )
    query = query.where(_DECISIONS.c.number.in_([ref.number for ref in refs]))
    if place is not None:
        query = query.where(_BUDGETS.c.place == place)
    if decision.budget_years is not None:
        query = query.where(*_covers(*decision.budget_years))
    known = (await connection.execute(query)).all()
    for ref in refs:
        budgets = {row.id: row for row in known if row.number == ref.number and ref.date in {None, row.date}}
        if len(budgets) == 1:
            return budgets.popitem()[1]
        if budgets:
            raise IngestError(f"{describe(ref)} is known in several budgets: the text must state its years")
    missing = "the place" if decision.budget_years else "the years"
    advice = (
        f"and {describe(decision.amends)}, which it amends, is not loaded: load that one first"
        if decision.amends
        else "nor which decision it amends"
    )
    raise IngestError(f"{describe(decision.ref)} does not state {missing} of its budget, {advice}")


class KnownDecisions:
    """The decisions of one budget, read once, while a file is being stored."""

    def __init__(self, connection: AsyncConnection, budget: Row[Any], rows: list[dict[str, Any]]) -> None:
        self._connection = connection
        self._budget = budget
        self._rows = rows

    @classmethod
    async def load(cls, connection: AsyncConnection, budget: Row[Any]) -> KnownDecisions:
        """Reads what is known of a budget's decisions."""
        found = await connection.execute(select(_DECISIONS).where(_DECISIONS.c.budget_id == budget.id))
        return cls(connection, budget, [dict(row) for row in found.mappings()])

    def find(self, ref: DecisionRef) -> int | None:
        """The id of a decision; one named without its date is found by a number that is unique."""
        row = self._find(ref)
        return None if row is None else int(row["id"])

    async def add_text(self, parsed: ParsedDecision, language: Language, *, has_kazakh: bool) -> int:
        """Stores what a decision's own text says of it and returns the decision's id.

        Args:
            parsed: the decision.
            language: of its text.
            has_kazakh: whether its Kazakh text is loaded. The council's name and the
                address are the Kazakh text's then, whatever the order of loading.
        """
        decision = parsed.decision
        stated = {
            # A redaction is a text of the original act.
            "kind": DecisionKind.AMENDMENT
            if decision.kind is DecisionKind.AMENDMENT
            else DecisionKind.ORIGINAL,
            "body": decision.body,
            "place": decision.place or self._budget.place,
            "registration_number": decision.registration_number,
            "registration_date": decision.registration_date,
            "in_force_from": decision.in_force_from,
            "amends_number": decision.amends.number if decision.amends else None,
            "amends_date": decision.amends.date if decision.amends else None,
            "url": decision.url,
        }
        known = self._find(decision.ref)
        if known is None:
            return await self._insert(decision.number, decision.date, stated)
        if has_kazakh and language is not Language.KK:
            stated |= {key: None for key in ("body", "url") if known[key] is not None}
        await self._update(known, stated)
        return int(known["id"])

    async def add_mention(self, ref: DecisionRef, kind: DecisionKind) -> int | None:
        """Stores a decision that another text names and returns its id.

        Args:
            ref: the decision as it is named.
            kind: what it seems to be, for a decision not known yet.

        Returns:
            None for an unknown decision without a date: it could stand nowhere in the ledger.
        """
        known = self._find(ref)
        if known is not None:
            if known["registration_number"] is None:
                await self._update(known, {"registration_number": ref.registration_number})
            return int(known["id"])
        if ref.date is None:
            return None
        if any(row["kind"] is DecisionKind.ORIGINAL for row in self._rows):
            kind = DecisionKind.AMENDMENT  # a budget is adopted once
        stated = {"kind": kind, "place": self._budget.place, "registration_number": ref.registration_number}
        return await self._insert(ref.number, ref.date, stated)

    def _find(self, ref: DecisionRef) -> dict[str, Any] | None:
        found = [row for row in self._rows if row["number"] == ref.number and ref.date in {None, row["date"]}]
        return found[0] if len(found) == 1 else None

    async def _insert(self, number: str, date: dt.date, stated: Mapping[str, Any]) -> int:
        values = {"budget_id": self._budget.id, "number": number, "date": date, **stated}
        new = insert(_DECISIONS).values(values).returning(*_DECISIONS.c)
        row = dict((await self._connection.execute(new)).mappings().one())
        self._rows.append(row)
        return int(row["id"])

    async def _update(self, known: dict[str, Any], stated: Mapping[str, Any]) -> None:
        news = {key: value for key, value in stated.items() if value is not None and known[key] != value}
        if news:
            await self._connection.execute(
                update(_DECISIONS).where(_DECISIONS.c.id == known["id"]).values(news)
            )
            known.update(news)
