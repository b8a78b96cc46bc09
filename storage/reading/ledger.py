"""A line, or lines summed, through the decisions that concern a year: what each of them left of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from parser.dataclass import dataclass
from parser.kinds import Doubt
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.lines import PrintedElsewhere
from storage.reading.moves import Following, Trail
from storage.reading.records import Change, DecisionInfo, Figure, LineInfo, Names, Step


@dataclass(frozen=True, slots=True)
class Ledger:
    """A line, or lines summed, through the decisions that concern a year.

    Attributes:
        catalogue: of the budget.
        edition: that is looked at.
        find_figure: what an edition of the year has; None where it has nothing.
        find_other_path: the path under which the line stood in an edition, where it was another one.
        is_unread: whether an edition prints it, or a part of the sum, with an amount that could not be read.
    """

    catalogue: Catalogue
    edition: StoredEdition
    find_figure: Callable[[StoredEdition], Figure | None]
    find_other_path: Callable[[StoredEdition], str | None] = lambda _: None
    is_unread: Callable[[StoredEdition], bool] = lambda _: False

    def steps(self) -> tuple[Step, ...]:
        """What each decision left of the line, oldest first.

        A step has no `delta` where neither its edition nor the one before has the line.
        """
        steps: list[Step] = []
        before: Step | None = None
        for entry in self.catalogue.trace(self.edition.year):
            if entry.edition is None:
                steps.append(Step(entry.decision, loaded=False, amount=None, delta=None))
                continue
            if self.is_unread(entry.edition):
                steps.append(Step(entry.decision, loaded=False, amount=None, delta=None, unread=True))
                continue
            before = self._step(entry.decision, entry.edition, before)
            steps.append(before)
        return tuple(steps)

    def _step(self, decision: DecisionInfo, edition: StoredEdition, before: Step | None) -> Step:
        figure = self.find_figure(edition)
        amount, doubt = (figure.amount, figure.doubt) if figure else (None, None)
        delta = delta_doubt = None
        if before is not None and (amount, before.amount) != (None, None):
            delta = (amount or 0) - (before.amount or 0)
            delta_doubt = Doubt.gravest((doubt, before.doubt))
        return Step(decision, True, amount, delta, self.find_other_path(edition), doubt, delta_doubt)

    def since_previous(self) -> Change | None:
        """The change from the loaded edition of the year that was adopted just before; None without one.

        It is passed over where the amount could not be read in it.
        """
        earlier = self.catalogue.find_previous(self.edition)
        while earlier is not None and self.is_unread(earlier):
            earlier = self.catalogue.find_previous(earlier)
        return None if earlier is None else self._change(earlier, self.edition)

    def since_original(self) -> Change | None:
        """The change from what the original decision set for the year; None for that edition itself."""
        earlier = self._original()
        return None if earlier is None or earlier is self.edition else self._change(earlier, self.edition)

    def overall(self) -> Change | None:
        """The change from what the original decision set for the year to the newest edition of it.

        None where the original's edition is not loaded or the only one, or the newest lacks the line.
        """
        earlier, newest = self._original(), self.catalogue.find(self.edition.year)
        if earlier is None or newest is None or newest is earlier:
            return None
        return self._change(earlier, newest)

    def _original(self) -> StoredEdition | None:
        original = self.catalogue.original
        return self.catalogue.find(self.edition.year, original.address) if original else None

    def _change(self, earlier: StoredEdition, later: StoredEdition) -> Change | None:
        """The change from one edition to another; None where the later one lacks the line.

        None as well where its amount could not be read in one of them.
        """
        old, new = self.find_figure(earlier), self.find_figure(later)
        if new is None or self.is_unread(earlier) or self.is_unread(later):
            return None
        before, doubt = (old.amount, Doubt.gravest((old.doubt, new.doubt))) if old else (None, new.doubt)
        skipped = self.catalogue.list_skipped(earlier, later)
        delta = new.amount - (before or 0)
        return Change(
            earlier.decision, before, new.amount, delta, skipped, doubt, self._unread(earlier, later)
        )

    def _unread(self, earlier: StoredEdition, later: StoredEdition) -> tuple[DecisionInfo, ...]:
        """The decisions between two editions of the year in whose tables it could not be read."""
        editions = [entry.edition for entry in self.catalogue.trace(later.year) if entry.edition]
        between = editions[editions.index(earlier) + 1 : editions.index(later)]
        return tuple(edition.decision for edition in between if self.is_unread(edition))


@dataclass(frozen=True, slots=True)
class LineFigures:
    """What the editions of a year have of one line, wherever it stood.

    Attributes:
        edition: that the line is looked at in.
        line: as it is printed there.
        elsewhere: what other editions print under its path.
        trail: where it stood under other paths; None for a line that every edition has under this one.
        following: its other paths.
        names: what it is called, in all languages.
    """

    edition: StoredEdition
    line: LineInfo
    elsewhere: PrintedElsewhere
    trail: Trail | None = None
    following: Following | None = None
    names: Names = field(default_factory=dict)

    def find_other_path(self, edition: StoredEdition) -> str | None:
        """The path under which the line stood in an edition, where it was another one."""
        return self.following.paths.get(edition.decision.address) if self.following else None

    def find(self, edition: StoredEdition) -> Figure | None:
        """The amount of the line in an edition; None where it has no such line."""
        if edition is self.edition:
            return Figure(self.line.amount, self.line.doubt)
        path = self.find_other_path(edition)
        if self.trail is not None and path is not None:
            return self.trail.figure(edition, path)
        return self.elsewhere.figure(edition, self.line.path)

    def is_unread(self, edition: StoredEdition) -> bool:
        """Whether an edition lacks the line because its row could not be read."""
        if not edition.unread or self.find(edition) is not None:
            return False
        return edition.prints_unread(self.find_other_path(edition) or self.line.path, self.names.values())
