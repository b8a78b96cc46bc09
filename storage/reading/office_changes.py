"""By how much more or less each office has after a decision, and which programs are under another one now.

Pure arithmetic of two tables: that money went from one office to another is printed nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parser.budget_code import SPENT, by_level, codes_of, level_of, section_of
from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import Language, Level
from parser.text.folding import fold
from storage.reading.differences import ChangedLine, Changes
from storage.reading.office_ledger import OfficeKey, office_of_path
from storage.reading.records import LineInfo, Names


@dataclass(frozen=True, slots=True)
class OfficeChange:
    """What an office had in all groups before a decision and has after it, in tenge; None for no line.

    `line` is its largest line, `doubt` the gravest of all amounts in both sums.
    """

    key: OfficeKey
    line: LineInfo
    old: int | None
    new: int | None
    doubt: Doubt | None = None

    @property
    def delta(self) -> int:
        """By how much more or less it has."""
        return (self.new or 0) - (self.old or 0)


@dataclass(frozen=True, slots=True)
class ProgramTransfer:
    """A program that is no more under one office and stands under another one under the same name.

    Attributes:
        origin: its line before.
        target: its line now.
        left: the line of the office that had it.
        reached: the line of the office that has it.
    """

    origin: LineInfo
    target: LineInfo
    left: LineInfo
    reached: LineInfo

    @property
    def doubt(self) -> Doubt | None:
        """The gravest of both amounts."""
        return Doubt.gravest((self.origin.doubt, self.target.doubt))


def office_of_line(path: str) -> OfficeKey | None:
    """The office that a line is of, its own or that of a program; None for a line of none."""
    code = by_level(path).get(Level.ADMINISTRATOR)
    return office_of_path(path) or ((section_of(path), code) if code else None)


def list_office_changes(changes: Changes) -> list[OfficeChange]:
    """The offices that have less than before, then those that have more, the largest change of each first.

    Args:
        changes: the difference from the previous loaded edition.
    """
    before, after = (_group_by_office(lines) for lines in (changes.printed_before, changes.printed))
    found = [_compare(changes, key, before.get(key, ()), after.get(key, ())) for key in {**before, **after}]
    moved = [change for change in found if change.old != change.new]
    return sorted(moved, key=lambda change: (change.delta > 0, -abs(change.delta), change.key[1]))


def find_office_change(changes: Changes, key: OfficeKey) -> OfficeChange | None:
    """What an office had before and has now, be it the same.

    Args:
        changes: the difference of two editions, with both tables.
        key: the office: its section and its code.

    Returns:
        None where neither table has a line of it.
    """
    before, after = (
        _group_by_office(lines).get(key, ()) for lines in (changes.printed_before, changes.printed)
    )
    return _compare(changes, key, before, after) if before or after else None


def _compare(
    changes: Changes, key: OfficeKey, before: Sequence[LineInfo], after: Sequence[LineInfo]
) -> OfficeChange:
    """What an office had and has, of its lines in both tables: at least one."""
    line = max(after or before, key=lambda each: each.amount)
    paths = {each.path for each in (*before, *after)}
    completed = next((other.names for other in changes.lines if other.path in paths), {})
    return OfficeChange(
        key,
        replace(line, names={**completed, **line.names}),
        sum(each.amount for each in before) if before else None,
        sum(each.amount for each in after) if after else None,
        Doubt.gravest(each.doubt for each in (*before, *after)),
    )


def list_office_lines(changes: Changes, key: OfficeKey) -> list[ChangedLine]:
    """The lines of an office that tell its change: what rose, then what fell, the largest of each first."""
    own = [line for line in changes.lines if line.telling and office_of_line(line.path) == key]
    return sorted(own, key=lambda line: (line.moves < 0, -abs(line.moves)))


def list_transfers(changes: Changes) -> list[ProgramTransfer]:
    """The programs that are under another office now: of one code and name, or of a name that no other has.

    A name that several have (`Капитальные расходы`) tells nothing.

    Args:
        changes: the difference from the previous loaded edition.
    """
    programs = [line for line in changes.lines if level_of(line.path) is Level.PROGRAM]
    paths: dict[str, list[str]] = {"removed": [], "added": []}
    for line in programs:
        paths.setdefault(line.status, []).append(line.path)
    gone = [printed for path in paths["removed"] if (printed := changes.printed_before.get(path))]
    come = [printed for path in paths["added"] if (printed := changes.printed.get(path))]
    moved = {line.moved_from: line.path for line in programs if line.moved_from}
    pairs = [
        (origin, target)
        for origin in gone
        for target in come
        if (moved[origin.path] == target.path if origin.path in moved else _alone(origin, target, changes))
    ]
    return [
        ProgramTransfer(origin, target, left, reached)
        for origin, target in pairs
        if office_of_line(origin.path) != office_of_line(target.path)
        and (left := _office_line(changes.printed_before, origin.path)) is not None
        and (reached := _office_line(changes.printed, target.path)) is not None
    ]


def _group_by_office(lines: Mapping[str, LineInfo]) -> dict[OfficeKey, list[LineInfo]]:
    """The lines of each office in the sections that spend."""
    grouped: dict[OfficeKey, list[LineInfo]] = {}
    for path, line in lines.items():
        key = office_of_path(path)
        if key is not None and key[0] in SPENT:
            grouped.setdefault(key, []).append(line)
    return grouped


def _office_line(lines: Mapping[str, LineInfo], path: str) -> LineInfo | None:
    """The line of the office that a program stands under."""
    codes = codes_of(path)[:-1]
    return next((line for other, line in lines.items() if _is_above(other, codes, path)), None)


def _is_above(other: str, codes: tuple[str, ...], path: str) -> bool:
    return codes_of(other) == codes and section_of(other) is section_of(path)


def _alone(origin: LineInfo, target: LineInfo, changes: Changes) -> bool:
    """Whether both have one name, and no other program of either table has it."""
    if not _same_name(origin.names, target.names):
        return False
    tables = ((changes.printed_before, origin), (changes.printed, target))
    return all(
        sum(
            _same_name(line.names, own.names)
            for path, line in lines.items()
            if level_of(path) is Level.PROGRAM
        )
        == 1
        for lines, own in tables
    )


def _same_name(old: Names, new: Names) -> bool:
    """Whether all languages that have both names agree, and one has."""
    common: set[Language] = {*old} & {*new}
    return bool(common) and all(fold(old[language]) == fold(new[language]) for language in common)
