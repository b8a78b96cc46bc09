"""Names that stand a row off: each beside the code and the amount of another row.

Where a column of names slips against the codes, or the codes against the names, all sums still hold. That it
did is seen by other tables of the same lines: what they call one code stands here at a second one, and what
they call that one at a third. A program that has another code now is no such thing: it left its old code, and
nothing of another row came there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from parser.dataclass import dataclass
from parser.findings import Findings
from parser.kinds import Doubt, FindingKind
from parser.records import Edition
from parser.text.folding import fold

_LINKED = 2  # names that stand at one another's codes: one alone may be a code that is used anew


class CalledRow(Protocol):
    """A row that has a name."""

    @property
    def path(self) -> str:
        """Of its line."""

    @property
    def name(self) -> str:
        """As printed."""


_Row = TypeVar("_Row", bound=CalledRow)
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class SlippedName:
    """A row whose name is another row's.

    Attributes:
        row: its index in its table.
        usual: what the other tables call its code.
    """

    row: int
    usual: str


def doubt_slipped_names(editions: Sequence[Edition], findings: Findings) -> list[Edition]:
    """The tables of one decision, with a doubt on each row whose name seems to be another row's.

    Args:
        editions: all that the decision prints.
        findings: where these rows are told.
    """
    found: dict[int, list[SlippedName]] = {}
    for language in {edition.language for edition in editions}:
        of_language = {n: each.lines for n, each in enumerate(editions) if each.language is language}
        found |= find_slipped_names(of_language)
    doubted = list(editions)
    for number, slipped in sorted(found.items()):
        lines = list(editions[number].lines)
        for each in slipped:
            line = lines[each.row]
            lines[each.row] = replace(line, doubt=line.doubt or Doubt.UNSURE)
            findings.add(FindingKind.NAME_SLIPPED, line.at, name=line.name, path=line.path, usual=each.usual)
        doubted[number] = replace(editions[number], lines=tuple(lines))
    return doubted


def find_slipped_names(tables: Mapping[_Key, Sequence[_Row]]) -> dict[_Key, list[SlippedName]]:
    """The rows of tables whose names are those of other rows, as most of the other tables have them.

    Of two tables that differ nobody can say which is the right one: it is told of both.

    Args:
        tables: of one budget, or of budgets that have the same lines, each with its rows in print order.

    Returns:
        By table, without those in which no name has slipped.
    """
    called: dict[str, set[str]] = {}
    for rows in tables.values():
        for row in rows:
            called.setdefault(row.path, set()).add(row.name)
    if sum(len(names) > 1 for names in called.values()) < _LINKED:
        return {}
    folded = {name: fold(name) for names in called.values() for name in names}
    votes: dict[str, Counter[str]] = {}
    for rows in tables.values():
        for path, name in {(row.path, folded[row.name]) for row in rows}:
            votes.setdefault(path, Counter())[name] += 1
    printed = {name: text for text, name in reversed(folded.items())}
    found: dict[_Key, list[SlippedName]] = {}
    for key, rows in tables.items():
        table = _NamedTable([(row.path, folded[row.name]) for row in rows], votes)
        if slipped := sorted(set(table.find_slipped())):
            found[key] = [SlippedName(index, printed[table.usual[rows[index].path]]) for index in slipped]
    return found


class _NamedTable:
    """The paths and folded names of one table, beside what the others call its paths."""

    def __init__(self, rows: Sequence[tuple[str, str]], votes: Mapping[str, Counter[str]]) -> None:
        self._rows = rows
        self._own: dict[str, set[str]] = {}
        for path, name in rows:
            self._own.setdefault(path, set()).add(name)
        self.usual: dict[str, str] = {}  # what the other tables call each path; as it is called here, if any
        for path, all_votes in votes.items():
            here = self._own.get(path, set())
            left = Counter({name: count - (name in here) for name, count in all_votes.items()})
            most = max(left.values())
            if most:
                names = [name for name, count in left.items() if count == most]
                self.usual[path] = next((name for name in names if name in here), names[0])
        self._usual_paths: dict[str, set[str]] = {}
        for path, name in self.usual.items():
            self._usual_paths.setdefault(name, set()).add(path)

    def find_slipped(self) -> Iterator[int]:
        """The rows in a chain of names at one another's codes, and those of no clear name between."""
        found = {path: origin for path, name in self._rows if (origin := self._find_origin(path, name))}
        count = Counter(found.values())  # a name that came to two places slipped to neither
        links = {path: origin for path, origin in found.items() if count[origin] == 1}
        place = {path: index for index, (path, _) in enumerate(self._rows)}
        for chain in _chains(links):
            rows = [place[path] for path in chain]
            for index in range(min(rows), max(rows) + 1):
                path, name = self._rows[index]
                if name != self.usual.get(path, name):
                    yield index

    def _find_origin(self, path: str, name: str) -> str | None:
        """The only path that other tables call so, and this one otherwise, though it has it."""
        if name == self.usual.get(path, name):
            return None
        origins = self._usual_paths.get(name, set())
        robbed = [origin for origin in origins if self._own.get(origin, {name}) != {name}]  # of blocks, one
        return robbed[0] if len(robbed) == 1 else None


def _chains(links: Mapping[str, str]) -> Iterator[set[str]]:
    """The paths that hang together through enough links."""
    left = dict(links)
    following = {origin: path for path, origin in links.items()}
    while left:
        chain: set[str] = set()
        count = 0
        waiting = [next(iter(left))]
        while waiting:
            path = waiting.pop()
            if path in chain:
                continue
            chain.add(path)
            if path in left:
                waiting.append(left.pop(path))
                count += 1
            if path in following:
                waiting.append(following[path])
        if count >= _LINKED:
            yield chain
