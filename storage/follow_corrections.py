"""What followers were told and does not hold any more: a decision has other amounts now, or is gone.

Beside the note that a person knows of a decision stands what the lines that they follow have after it
(`told_notes`). Where the stored table has another amount now, or no table of the decision is stored, they are
told so, once: the note is changed before the message is sent, by whoever finds it as it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import and_, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import Language
from storage import people_models
from storage.followed_amounts import FollowedAmounts, Standing
from storage.follows import Followed, begin_anew
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress, LineAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.records import DecisionInfo, LineSummary
from storage.reading.short_address import decision_key
from storage.told_notes import ToldAmounts, ToldNotes, ToldRow, load_told, note_amounts

_AT_ONCE = 500  # notes that are changed in one transaction

_TOLD = table(people_models.ToldDecision)
_HOLDS = and_(  # the note of a row, where it holds some amounts
    _TOLD.c.telegram_id == bindparam("person"),
    _TOLD.c.budget == bindparam("of_budget"),
    _TOLD.c.decision == bindparam("of_decision"),
    _TOLD.c.year == bindparam("of_year"),
    _TOLD.c.amounts.is_not_distinct_from(bindparam("was", type_=_TOLD.c.amounts.type)),
)
_IS_AS_READ = and_(_HOLDS, _TOLD.c.is_complete == bindparam("was_complete"))
_BECOMES = update(_TOLD).where(_IS_AS_READ).values(amounts=bindparam("now"), is_complete=True)
_GOES = delete(_TOLD).where(_IS_AS_READ)
_GOES_BACK = update(_TOLD).where(_HOLDS).values(amounts=bindparam("now"))
_STANDS = select(_TOLD.c.year).where(_IS_AS_READ)


@dataclass(frozen=True, slots=True)
class CorrectedLine:
    """A followed line that somebody was told another amount of.

    Attributes:
        line: as it is followed.
        summary: its newest row in the year, for its name and unit; None where no table of the year has it.
        told: what was told.
        now: what the decision's table has; of a decision that is gone, what the newest table of the year has.
        doubt: of that.
        newest: which decision that is, of one that is gone; None where no table of the year is stored.
    """

    line: LineAddress
    summary: LineSummary | None
    told: Standing
    now: Standing
    doubt: Doubt | None
    newest: DecisionInfo | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What one person was told of one decision and does not hold any more.

    Attributes:
        person: whom to tell.
        language: to write in.
        budget: that the decision is on.
        address: the decision.
        is_gone: whether no table of it is stored any more for these years.
        rows: the notes, with what they become.
        changes: the lines that were told otherwise; perhaps none: then nothing is sent.
    """

    person: int
    language: Language
    budget: BudgetAddress
    address: DecisionAddress
    is_gone: bool
    rows: tuple[ToldRow, ...]
    changes: tuple[CorrectedLine, ...]


def list_corrections(
    catalogue: Catalogue,
    lines: Sequence[Followed],
    amounts: Mapping[int, Mapping[str, FollowedAmounts]],
    notes: ToldNotes,
    held: Collection[tuple[BudgetAddress, str]],
) -> Iterator[Correction]:
    """What a person was told of a budget and does not hold any more, in the order of adoption.

    Args:
        catalogue: of the budget.
        lines: of it that the person follows.
        amounts: of each year, what its editions have of these lines.
        notes: what the person knows.
        held: the decisions of which nobody is told yet: of these it is noted what people see, and no more.
            Where a budget has some, one that is gone may come back, and is not told of either.
    """
    budget, person, language = catalogue.budget, lines[0].person, lines[-1].language
    may_come_back = any(each == budget for each, _ in held)
    stored = {(decision_key(each.decision.address), each.year): each for each in catalogue.editions}
    found: list[tuple[DecisionAddress, bool, list[ToldRow], list[CorrectedLine]]] = []
    for key, year, rows in notes.list_of(person, budget, set(amounts)):
        edition = stored.get((key, year))
        followed = [each.line for each in lines if each.line.edition.year == year]
        told = [load_told(row.amounts) for row in rows if row.amounts is not None]
        if edition is None and may_come_back:
            continue
        if edition is None:
            newest = catalogue.find(year)
            changes = list(_tell_gone(followed, told, newest, amounts[year]))
            # Of a note without amounts nothing is told, so that nobody reads this address.
            address = told[0].decision if told else DecisionAddress(key, dt.date.min)
            found.append((address, True, [_become(row, None) for row in rows], changes))
            continue
        is_held = (budget, key) in held
        note = note_amounts(edition, followed, amounts[year])
        now = (replace(note, lines={**note.lines, **_merge(told)}) if is_held else note).dump()
        if any(row.amounts != now or not row.is_complete for row in rows):
            changes = [] if is_held else list(_tell_changed(followed, told, edition, amounts[year]))
            found.append((edition.decision.address, False, [_become(row, now) for row in rows], changes))
    found.sort(key=lambda each: (each[0].date, each[0].number, each[1]))
    for (address, is_gone), several in groupby(found, key=lambda each: each[:2]):
        of_years = list(several)
        noted = tuple(row for _, _, rows, _ in of_years for row in rows)
        corrected = tuple(line for _, _, _, changes in of_years for line in changes)
        yield Correction(person, language, budget, address, is_gone, noted, corrected)


def _become(row: ToldRow, now: str | None) -> ToldRow:
    return replace(row, now=now)


def _merge(told: Iterable[ToldAmounts]) -> dict[str, Standing]:
    return {path: amount for each in told for path, amount in each.lines.items()}


def _tell_changed(
    lines: Iterable[LineAddress],
    told: Sequence[ToldAmounts],
    edition: StoredEdition,
    amounts: Mapping[str, FollowedAmounts],
) -> Iterator[CorrectedLine]:
    """The lines of which a decision's table has another amount than was told."""
    for line, was in _list_told(lines, told):
        stands = amounts[line.path]
        now = stands.standing(edition)
        if now != was:
            printed = stands.printed.get(edition.key)
            doubt = printed.doubt if printed else None
            yield CorrectedLine(line, printed or _any_of(stands), was, now, doubt)


def _tell_gone(
    lines: Iterable[LineAddress],
    told: Sequence[ToldAmounts],
    newest: StoredEdition | None,
    amounts: Mapping[str, FollowedAmounts],
) -> Iterator[CorrectedLine]:
    """All lines that a decision which is gone was told of, with what the newest table of the year has."""
    for line, was in _list_told(lines, told):
        stands = amounts[line.path]
        now = stands.standing(newest) if newest else None
        printed = stands.printed.get(newest.key) if newest else None
        doubt = printed.doubt if printed else None
        yield CorrectedLine(
            line, printed or _any_of(stands), was, now, doubt, newest.decision if newest else None
        )


def _list_told(
    lines: Iterable[LineAddress], told: Sequence[ToldAmounts]
) -> Iterator[tuple[LineAddress, Standing]]:
    was = _merge(told)
    for line in lines:
        if line.path in was:
            yield line, was[line.path]


def _any_of(amounts: FollowedAmounts) -> LineSummary | None:
    """The newest row of a line, for its name and its unit."""
    return next(reversed(list(amounts.printed.values())), None)


async def claim_correction(session: AsyncSession, correction: Correction) -> bool:
    """Changes the notes that a correction is about, and commits; False where another process has."""
    connection = await begin_anew(session)
    for row in correction.rows:
        values = _as_read(row)
        changed = await (
            connection.execute(_GOES, values)
            if row.now is None
            else connection.execute(_BECOMES, values | {"now": row.now})
        )
        if changed.rowcount != 1:
            await session.rollback()
            return False
    await session.commit()
    return True


async def unclaim_correction(session: AsyncSession, correction: Correction) -> None:
    """Puts the notes back that `claim_correction` changed, and commits: the message did not arrive."""
    connection = await begin_anew(session)
    try:
        for row in correction.rows:
            if row.now is None:
                note = {"telegram_id": row.person, "budget": row.budget, "decision": row.decision}
                await connection.execute(insert(_TOLD), note | {"year": row.year, "amounts": row.amounts})
            else:
                await connection.execute(_GOES_BACK, _key_of(row) | {"was": row.now, "now": row.amounts})
    except IntegrityError:  # the decision is loaded again meanwhile, and somebody was told of it
        await session.rollback()
        return
    await session.commit()


async def settle_notes(session: AsyncSession, corrections: Iterable[Correction]) -> None:
    """Changes all notes of which nothing has to be told, and commits now and then: others write meanwhile."""
    rows = [row for each in corrections for row in each.rows]
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        connection = await begin_anew(session)
        kept = [_as_read(row) | {"now": row.now} for row in part if row.now is not None]
        gone = [_as_read(row) for row in part if row.now is None]
        if kept:
            await connection.execute(_BECOMES, kept)
        if gone:
            await connection.execute(_GOES, gone)
        await session.commit()


async def is_settled(session: AsyncSession, correction: Correction) -> bool:
    """Whether somebody, perhaps another process, has changed a note meanwhile that a correction is about."""
    if session.in_transaction():
        await session.rollback()  # what was read before does not see it
    connection = await session.connection()
    for row in correction.rows:
        if (await connection.execute(_STANDS, _as_read(row))).first() is None:
            return True
    return False


def _key_of(row: ToldRow) -> dict[str, Any]:
    return {"person": row.person, "of_budget": row.budget, "of_decision": row.decision, "of_year": row.year}


def _as_read(row: ToldRow) -> dict[str, Any]:
    """What tells a note, and what it held when it was read."""
    return _key_of(row) | {"was": row.amounts, "was_complete": row.is_complete}
