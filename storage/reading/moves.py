"""Following a program through a change of its administrator or group.

A program has moved where all of this holds in two stored editions that follow one another: its old path is
gone, a new one is there, both have the same program code and the same name, and no other path that came or
went has these. A name such as "capital expenditure" stands under many administrators: then nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from parser.budget_code import codes_of, key_range, level_of, path_below, section_of
from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import Language, Level
from parser.text.folding import fold
from storage.kept.reader import StoredReader
from storage.reading.address import DecisionAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.records import Figure, Move, Names
from storage.statements import RowShape, Where, is_in, match_all, match_any

_Program = tuple[str, str]  # its section and its code


class ProgramRow(NamedTuple):
    """A row of a program in one text of an edition, its amount in tenge.

    A program has several where its administrator is printed in several blocks.
    """

    text_id: int
    path: str
    amount: int
    name: str
    doubt: Doubt | None = None


_ROWS = RowShape(ProgramRow, doubt=Doubt)
_QUERY = """
SELECT line.edition_id, line.path, line.amount, name.text, line.doubt
FROM line JOIN name ON name.id = line.name_id
WHERE {where}
ORDER BY line.row
"""


@dataclass(frozen=True, slots=True)
class Trail:
    """All lines of one program code in the editions of a year.

    Attributes:
        editions: in the order of adoption.
        figures: for each edition, its amounts by path.
        names: of each path.
    """

    editions: tuple[StoredEdition, ...]
    figures: tuple[Mapping[str, Figure], ...]
    names: Mapping[str, Names]

    def follow(self, path: str, at: StoredEdition) -> Following:
        """Follows a path back and forth from an edition that has it."""
        index = self.editions.index(at)
        back = list(self._walk(path, range(index, -1, -1)))
        forth = list(self._walk(path, range(index, len(self.editions))))
        return Following(
            paths={
                self.editions[there].decision.address: name for there, name in (*back, *forth) if name != path
            },
            # An edition that still has the old path was followed by the one that moved it.
            continued_from=next(
                (Move(old, self.editions[there + 1].decision) for there, old in back if old != path), None
            ),
            continued_as=next(
                (Move(new, self.editions[there].decision) for there, new in forth if new != path), None
            ),
        )

    def figure(self, edition: StoredEdition, path: str) -> Figure | None:
        """The amount of a path in one of the editions."""
        return self.figures[self.editions.index(edition)].get(path)

    def _walk(self, path: str, indexes: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The editions at these indexes but the first, each with the path that the program has there.

        It ends where the program does: where a path is gone and no other goes on.
        """
        for here, there in pairwise(indexes):
            old, new = self.figures[here], self.figures[there]
            if path not in new:
                # Back in time as well: of a pair that is the only one, either leads to the other.
                moves = find_moves(old.keys() - new.keys(), new.keys() - old.keys(), self.names)
                if path not in moves:
                    return
                path = moves[path]
            yield there, path


@dataclass(frozen=True, slots=True)
class Following:
    """Where a line stood before and after; `paths` by the decision, only other ones."""

    paths: Mapping[DecisionAddress, str]
    continued_from: Move | None
    continued_as: Move | None


def find_moves(removed: Iterable[str], added: Iterable[str], names: Mapping[str, Names]) -> dict[str, str]:
    """Pairs the paths that end with those that begin.

    Args:
        removed: paths that only the earlier of two editions has.
        added: paths that only the later one has.
        names: of all these paths.

    Returns:
        The new path by the old one, for programs whose pair is the only one.
    """
    moves: dict[str, str] = {}
    beginning = [path for path in added if _read_program(path)]
    ending = [path for path in removed if _read_program(path)]
    for old in ending:
        targets = [new for new in beginning if _agree(old, new, names)]
        if len(targets) == 1 and sum(_agree(origin, targets[0], names) for origin in ending) == 1:
            moves[old] = targets[0]
    return moves


def _agree(old: str, new: str, names: Mapping[str, Names]) -> bool:
    return _read_program(old) == _read_program(new) and have_same_name(names.get(old, {}), names.get(new, {}))


def _read_program(path: str) -> _Program | None:
    """The section and code of a program; None for a line that is none."""
    return (section_of(path).value, codes_of(path)[-1]) if level_of(path) is Level.PROGRAM else None


def have_same_name(old: Names, new: Names) -> bool:
    """Whether all languages that have both names agree, and one has."""
    common = old.keys() & new.keys()
    return bool(common) and all(fold(old[language]) == fold(new[language]) for language in common)


async def follow_lines(
    reader: StoredReader, lines: Iterable[tuple[Catalogue, StoredEdition, str]]
) -> dict[tuple[int, str], tuple[Trail, Following]]:
    """Follows programs of editions through the stored editions of their years, read in one query.

    Returns:
        By `StoredEdition.key` and path; without the lines that are no programs.
    """
    programs = [
        (catalogue, edition, path, program)
        for catalogue, edition, path in lines
        if (program := _read_program(path))
    ]
    if not programs:
        return {}
    rows = await _read_rows(
        reader,
        {program for *_, program in programs},
        {
            text_id
            for catalogue, *_ in programs
            for edition in catalogue.editions
            for text_id in edition.text_ids
        },
    )
    found = {}
    for catalogue, edition, path, program in programs:
        trail = build_trail(catalogue, edition.year, rows.get(program, ()))
        found[edition.key, path] = trail, trail.follow(path, edition)
    return found


@dataclass(frozen=True, slots=True)
class TrackedProgram:
    """Where a program that is known by one path stands in each edition of a year.

    Attributes:
        path: that it is known by.
        last: the newest edition that has this path.
        following: where it stood before that, and since.
    """

    path: str
    last: StoredEdition
    following: Following

    def path_in(self, edition: StoredEdition) -> str:
        """Its path in an edition of the year: the one that it is known by, unless it stands under another."""
        return self.following.paths.get(edition.decision.address, self.path)


async def track_programs(
    reader: StoredReader, catalogue: Catalogue, year: int, paths: Iterable[str]
) -> dict[str, TrackedProgram]:
    """Tracks programs through the editions of a year, also those that the newest has under another path.

    Args:
        reader: of one state of the database.
        catalogue: of the budget.
        year: whose editions are looked at.
        paths: of any lines.

    Returns:
        By the path, without what is no program and what no edition of the year has.
    """
    editions = [stored for stored in catalogue.editions if stored.year == year]
    programs = {path: program for path in paths if (program := _read_program(path))}
    if not programs or not editions:
        return {}
    text_ids = {text_id for edition in catalogue.editions for text_id in edition.text_ids}
    rows = await _read_rows(reader, set(programs.values()), text_ids)
    tracked = {}
    for path, program in programs.items():
        trail = build_trail(catalogue, year, rows.get(program, ()))
        having = [edition for edition in editions if trail.figure(edition, path) is not None]
        if having:
            tracked[path] = TrackedProgram(path, having[-1], trail.follow(path, having[-1]))
    return tracked


async def _read_rows(
    reader: StoredReader, programs: Iterable[_Program], text_ids: Iterable[int]
) -> dict[_Program, list[ProgramRow]]:
    """Every row of some programs in some texts, in print order."""
    of_programs = match_any(*(_is_program(*program) for program in programs))
    where = match_all(is_in("line.edition_id", text_ids), of_programs)
    rows: dict[_Program, list[ProgramRow]] = {}
    for row in await reader.read(_ROWS, _QUERY.format(where=where.sql), where.values):
        if program := _read_program(row.path):  # a subprogram may have the same code
            rows.setdefault(program, []).append(row)
    return rows


def _is_program(section: str, code: str) -> Where:
    first, last = key_range(section)  # so that an edition's few lines are read and not all
    return Where(
        "(line.path > ? AND line.path < ? AND line.path LIKE ?)", (first, last, path_below("%", code))
    )


def build_trail(catalogue: Catalogue, year: int, rows: Iterable[ProgramRow]) -> Trail:
    """A program's lines in a year's editions, with its names in all years of the budget.

    Args:
        catalogue: of the budget.
        year: whose editions are followed.
        rows: of the program, in print order; those of other budgets are passed over.
    """
    by_text: dict[int, list[ProgramRow]] = {}
    for row in rows:
        by_text.setdefault(row.text_id, []).append(row)
    names: dict[str, dict[Language, str]] = {}
    texts = [text for edition in catalogue.editions for text in edition.texts]
    for text in reversed(texts):  # the newest name counts
        for row in by_text.get(text.id, ()):
            names.setdefault(row.path, {}).setdefault(text.language, row.name)
    editions = tuple(edition for edition in catalogue.editions if edition.year == year)
    return Trail(editions, tuple(_read_figures(edition, by_text) for edition in editions), names)


def _read_figures(edition: StoredEdition, by_text: Mapping[int, Sequence[ProgramRow]]) -> dict[str, Figure]:
    """The amounts of an edition's paths: of each the sum of its blocks in the first text that has it."""
    figures: dict[str, Figure] = {}
    for text_id in edition.text_ids:
        blocks: dict[str, Figure] = {}
        for row in by_text.get(text_id, ()):
            blocks[row.path] = blocks.get(row.path, Figure()) + Figure(row.amount, row.doubt)
        figures = {**blocks, **figures}
    return figures
