"""What a decision did to the lines that somebody follows, and what later ones left of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from parser.dataclass import dataclass
from parser.kinds import Doubt
from storage.followed_amounts import FollowedAmounts
from storage.follows import Followed
from storage.reading.address import LineAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.office_ledger import is_office_path
from storage.reading.records import DecisionInfo, LineSummary


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
    could not be read: the line came or went nowhere.
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


def compare_followed(
    catalogue: Catalogue,
    step: FollowedStep,
    lines: Sequence[Followed],
    amounts: Mapping[str, FollowedAmounts],
) -> list[FollowedChange]:
    """What a decision changed of followed lines.

    Args:
        catalogue: of the budget.
        step: the edition that the decision set, beside the one before it.
        lines: that somebody follows, of whatever year.
        amounts: what the editions of the step's year have of those of that year, by their paths.

    Returns:
        The lines of the step's year that it changed, in their order.
    """
    skipped = catalogue.list_skipped(step.previous, step.edition)
    changes = (
        _tell_change(each.line, step, amounts[each.line.path], skipped)
        for each in lines
        if each.line.edition.year == step.edition.year
    )
    return [change for change in changes if change is not None]


def _tell_change(
    line: LineAddress, step: FollowedStep, amounts: FollowedAmounts, skipped: tuple[DecisionInfo, ...]
) -> FollowedChange | None:
    """What a step did to a line; None where it left it alone."""
    new, old = amounts.printed.get(step.edition.key), amounts.printed.get(step.previous.key)
    has_moved = new and old and new.path != old.path and not is_office_path(line.path)
    taken_by = amounts.above.get(step.edition.key) if has_moved else None
    summary = new or old
    before, after = old.amount if old else None, new.amount if new else None
    if summary is None or (before == after and not taken_by):
        return None
    latest = None
    if step.newest is not None:
        last = amounts.printed.get(step.newest.key)
        latest = LatestAmount(
            step.newest.decision,
            last.amount if last else None,
            last.doubt if last else None,
            step.newest.key in amounts.unread,
        )
    return FollowedChange(
        line,
        summary,
        step.previous.decision,
        before,
        after,
        Doubt.gravest(printed.doubt for printed in (old, new) if printed),
        taken_by,
        skipped,
        latest,
        unread=not amounts.unread.isdisjoint({step.edition.key, step.previous.key}),
    )
