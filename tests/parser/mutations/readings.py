"""What is read in a document before and after a mutation, and whether the difference is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from parser.budget_code import is_below, section_of
from parser.errors import ParseError
from parser.kinds import OF_SKELETON, FindingKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import Discrepancy, Finding, ParsedDecision

Figures = tuple[str, str, int]  # path, name, tenge


@dataclass(frozen=True)
class ReadLine:
    """A line as it is read, with where it stands and the budget that it is part of."""

    figures: Figures
    at: str
    edition: tuple[str, int, str]  # place, year, language

    @property
    def path(self) -> str:
        return self.figures[0]

    @property
    def name(self) -> str:
        return self.figures[1]

    @property
    def amount(self) -> int:
        return self.figures[2]


@dataclass(frozen=True)
class Reading:
    """All that is asked of a reading."""

    decision: tuple[str, ...]
    lines: tuple[ReadLine, ...]
    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]


def reading_of(name: str, data: bytes) -> Reading | ParseError:
    """Reads a document, which may be refused."""
    try:
        parsed = parse_raw(as_raw(name, data))
    except ParseError as error:
        return error
    return _reading(parsed)


def _reading(parsed: ParsedDecision) -> Reading:
    decision = parsed.decision
    lines = tuple(
        ReadLine(
            (line.path, line.name, line.amount),
            str(line.at),
            (edition.place, edition.year, str(edition.language)),
        )
        for edition in parsed.editions
        for line in edition.lines
    )
    head = (decision.kind, decision.place, decision.number, decision.date, decision.budget_years)
    return Reading(tuple(map(str, head)), lines, parsed.warnings, parsed.discrepancies)


def differences(
    expected: Iterable[Figures], read: Sequence[ReadLine], free: Collection[str] = ()
) -> tuple[list[ReadLine], list[Figures]]:
    """The lines that are read and should not be, and those that should be read and are not.

    Args:
        expected: what is seen.
        read: what is read.
        free: names of lines whose paths do not count.
    """

    def compared(figures: Figures) -> Figures:
        path, name, amount = figures
        return ("" if name in free else path, name, amount)

    left = Counter(map(compared, expected))
    wrong: list[ReadLine] = []
    for line in read:
        key = compared(line.figures)
        if left[key]:
            left[key] -= 1
        else:
            wrong.append(line)
    return wrong, list(left.elements())


def told(line: ReadLine, reading: Reading, before: Reading) -> bool:
    """Whether something that is said of a document leads to a line.

    That is a finding at its row or of its section or its whole table, a discrepancy of the line, of
    what it is part of or of its parts, or a fault of the table's skeleton, which every card shows.
    """
    path = line.path
    known = {_told(fault) for fault in before.discrepancies}
    for fault in reading.discrepancies:
        if _told(fault) in known:
            continue
        near = fault.path == path or is_below(path, fault.path) or is_below(fault.path, path)
        if near or fault.kind in OF_SKELETON:
            return True
    return any(
        str(finding.at) == line.at
        or finding.kind in (FindingKind.UNIT_ASSUMED, FindingKind.THOUSANDS_OR_DECIMALS)
        or (finding.kind is FindingKind.LEVELS_UNSURE and section_of(path) == finding.values["section"])
        for finding in reading.findings
    )


def news(reading: Reading, before: Reading) -> int:
    """How much more is said of a document than before."""
    known = Counter(map(_told, before.discrepancies)) + Counter(
        (finding.kind, str(sorted(finding.values.items()))) for finding in before.findings
    )
    now = Counter(map(_told, reading.discrepancies)) + Counter(
        (finding.kind, str(sorted(finding.values.items()))) for finding in reading.findings
    )
    return (now - known).total()


def _told(fault: Discrepancy) -> tuple[object, ...]:
    return fault.kind, fault.path, fault.printed, fault.expected, fault.year, fault.place
