"""What a decision did to the lines that somebody follows, and what later ones left of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from parser.dataclass import dataclass
from parser.kinds import Doubt
from storage.follows import Followed
from storage.kept.reader import StoredReader
from storage.reading.address import LineAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.moves import track_programs
from storage.reading.office_ledger import is_office_path, office_of_path, read_office_lines
from storage.reading.records import DecisionInfo, LineSummary, Names
from storage.reading.summaries import read_summaries


@dataclass(frozen=True, slots=True)
class LatestAmount:
    """What the newest decision of a year left of a line: None where its table does not have it.

    Where it prints it and it could not be read, the amount is `unread`.
    """

    decision: DecisionInfo
    amount: int | None
    doubt: Doubt | None
    unread: bool = False


@dataclass(frozen=True, slots=True)
class FollowedChange:
    """What a decision did to a followed line. An amount is None where the edition does not have the line.

    `since` set the edition of the year that it is compared with, `skipped` are the decisions between both
    whose tables are not loaded: they, too, may have changed it. `doubt` is the gravest of both amounts. Of
    all that an office has, `summary` names the largest line. Where the decision put a program under another
    administrator or group, `taken_by` is what it stands in now. `latest` is what a later decision left of the
    line, where this one was loaded after that. `unread` says that the amount which is None is printed and
    could not
    be read: the line came or went nowhere.
    """

    line: LineAddress
    summary: LineSummary
    since: DecisionInfo
    old: int | None
    new: int | None
    doubt: Doubt | None
    taken_by: LineSummary | None = None
    skipped: tuple[DecisionInfo, ...] = ()
    latest: LatestAmount | None = None
    unread: bool = False

    @property
    def now(self) -> LineAddress:
        """The line as it is called after the decision."""
        return self.line if self.is_office else self.line.beside(self.summary.path)

    @property
    def is_office(self) -> bool:
        """Whether it is all that an office has."""
        return is_office_path(self.line.path)


class FollowedStep(NamedTuple):
    """An edition, the one of its year before it, and the newest one where that is another."""

    edition: StoredEdition
    previous: StoredEdition
    newest: StoredEdition | None

    @property
    def editions(self) -> tuple[StoredEdition, ...]:
        """All of them."""
        both = self.edition, self.previous
        return (*both, self.newest) if self.newest else both


_Amounts = Mapping[int, LineSummary]
"""What editions have of a line, by their keys."""


async def compare_followed(
    reader: StoredReader,
    catalogue: Catalogue,
    step: FollowedStep,
    lines: Sequence[Followed],
    names: Mapping[str, Names],
) -> list[FollowedChange]:
    """What a decision changed of followed lines.

    Args:
        reader: of one state of the database.
        catalogue: of the budget.
        step: the edition that the decision set, beside the one before it.
        lines: that somebody follows, of whatever year.
        names: of paths in all budgets, for a language that an edition does not print.

    Returns:
        The lines of the step's year that it changed, in their order.
    """
    followed = [each.line for each in lines if each.line.edition.year == step.edition.year]
    wanted = [(stored, line.path) for stored in step.editions for line in followed]
    found = await read_summaries(reader, wanted, names)
    lacking = [path for stored, path in wanted if (stored.key, path) not in found]
    # Where it is not under the path that it was followed by, it may be under another one.
    tracked = await track_programs(reader, catalogue, step.edition.year, lacking)
    moved = [(stored, each.path_in(stored)) for stored in step.editions for each in tracked.values()]
    found |= await read_summaries(reader, moved, names) if moved else {}
    skipped = catalogue.list_skipped(step.previous, step.edition)
    changes = []
    for line in followed:
        unread: set[int] = set()
        if is_office_path(line.path):
            amounts, unread = await _sum_office(reader, step, line, names)
            above = None
        else:
            program = tracked.get(line.path)
            both = {
                stored.key: printed
                for stored in step.editions
                if (printed := found.get((stored.key, program.path_in(stored) if program else line.path)))
            }
            amounts = {key: summary for key, (summary, _) in both.items()}
            above = both.get(step.edition.key, (None, None))[1]
            called = [*names.get(line.path, {}).values()]
            called += [name for summary in amounts.values() for name in summary.names.values()]
            unread = {
                stored.key
                for stored in step.editions
                if stored.key not in amounts
                and stored.prints_unread(program.path_in(stored) if program else line.path, called)
            }
        change = _tell_change(line, step, amounts, above, unread)
        if change is not None:
            changes.append(replace(change, skipped=skipped))
    return changes


def _tell_change(
    line: LineAddress,
    step: FollowedStep,
    amounts: _Amounts,
    above: LineSummary | None,
    unread: Set[int],
) -> FollowedChange | None:
    """What a step did to a line; None where it left it alone.

    `unread` are the keys of the editions that print the line with an amount that could not be read.
    """
    new, old = amounts.get(step.edition.key), amounts.get(step.previous.key)
    taken_by = above if new and old and new.path != old.path and not is_office_path(line.path) else None
    summary = new or old
    before, after = old.amount if old else None, new.amount if new else None
    if summary is None or (before == after and not taken_by):
        return None
    doubt = Doubt.gravest(printed.doubt for printed in (old, new) if printed)
    latest = None
    if step.newest is not None:
        last = amounts.get(step.newest.key)
        latest = LatestAmount(
            step.newest.decision,
            last.amount if last else None,
            last.doubt if last else None,
            step.newest.key in unread,
        )
    since = step.previous.decision
    is_unread = not unread.isdisjoint({step.edition.key, step.previous.key})
    return FollowedChange(
        line, summary, since, before, after, doubt, taken_by, latest=latest, unread=is_unread
    )


async def _sum_office(
    reader: StoredReader, step: FollowedStep, line: LineAddress, names: Mapping[str, Names]
) -> tuple[_Amounts, set[int]]:
    """All that an office has in each edition, under the name of its largest line.

    Where a row of it could not be read, its sum is not known: the keys of these editions come second.
    """
    key = office_of_path(line.path)
    if key is None:
        return {}, set()
    office = await read_office_lines(reader, step.editions, key)
    largest = [
        (stored, path) for stored in step.editions if (path := office.find_largest(stored)) is not None
    ]
    named = await read_summaries(reader, largest, names)
    unread = {stored.key for stored in step.editions if office.is_unread(stored)}
    amounts = {
        stored.key: replace(named[stored.key, path][0], amount=figure.amount, doubt=figure.doubt)
        for stored, path in largest
        if stored.key not in unread and (figure := office.find_figure(stored)) is not None
    }
    return amounts, unread
