"""Following a program through a change of its administrator or group.

A program has moved where its old path ends and a new one begins in the next stored
edition, with the same program code and the same name, and only one of each: a name
such as "capital expenditure" is printed under many administrators, and then nothing is
told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from parser.budget_code import codes_of, level_of, section_of
from parser.records import Language, Level
from parser.text.folding import fold
from storage import models
from storage.models import table
from storage.reading.address import DecisionAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.lines import Names
from storage.reading.records import Move

_LINES = table(models.Line)
_NAMES = table(models.Name)


@dataclass(frozen=True, slots=True)
class Trail:
    """All lines of one program code in the editions of a year.

    `amounts` has a mapping for every edition, in adoption order: path → amount.
    """

    editions: tuple[StoredEdition, ...]
    amounts: tuple[Mapping[str, int], ...]
    names: Mapping[str, Names]

    def follow(self, path: str, at: StoredEdition) -> Following:
        """Follows a path back and forth from an edition that has it."""
        place = self.editions.index(at)
        paths: dict[DecisionAddress, str] = {}  # by decision, where the line stood under another path
        before: Move | None = None
        after: Move | None = None
        current = path
        for number in range(place - 1, -1, -1):
            if current not in self.amounts[number]:
                moves = self._moves(number)
                origin = next((old for old, new in moves.items() if new == current), None)
                if origin is None:
                    break
                before = before or Move(origin, self.editions[number + 1].decision)
                current = origin
            if current != path:
                paths[self.editions[number].decision.address] = current
        current = path
        for number in range(place + 1, len(self.editions)):
            if current not in self.amounts[number]:
                target = self._moves(number - 1).get(current)
                if target is None:
                    break
                after = after or Move(target, self.editions[number].decision)
                current = target
            if current != path:
                paths[self.editions[number].decision.address] = current
        return Following(paths, before, after)

    def amount(self, edition: StoredEdition, path: str) -> int | None:
        """The amount of a path in one of the editions."""
        return self.amounts[self.editions.index(edition)].get(path)

    def _moves(self, number: int) -> dict[str, str]:
        """The moves from an edition to the next."""
        old, new = self.amounts[number], self.amounts[number + 1]
        return find_moves(
            [path for path in old if path not in new], [path for path in new if path not in old], self.names
        )


@dataclass(frozen=True, slots=True)
class Following:
    """Where a line stood before and after; `paths` by the id of the decision, only other ones."""

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
        if len(targets) == 1 and sum(_agree(other, targets[0], names) for other in ending) == 1:
            moves[old] = targets[0]
    return moves


def _agree(old: str, new: str, names: Mapping[str, Names]) -> bool:
    return _read_program(old) == _read_program(new) and _same_name(names.get(old, {}), names.get(new, {}))


def _read_program(path: str) -> tuple[str, str] | None:
    """The section and code of a program; None for a line that is none."""
    return (section_of(path).value, codes_of(path)[-1]) if level_of(path) is Level.PROGRAM else None


def _same_name(old: Names, new: Names) -> bool:
    """Whether all languages that have both names agree, and one has."""
    common = [language for language in Language if language in old and language in new]
    return bool(common) and all(fold(old[language]) == fold(new[language]) for language in common)


async def follow_lines(
    connection: AsyncConnection, lines: Iterable[tuple[Catalogue, StoredEdition, str]]
) -> dict[tuple[int, str], tuple[Trail, Following]]:
    """Follows programs of editions through the stored editions of their years, read in one query.

    Returns:
        By `StoredEdition.key` and path; without the lines that are no programs.
    """
    programs = [
        (catalogue, edition, path, *key) for catalogue, edition, path in lines if (key := _read_program(path))
    ]
    rows = await _read_programs(connection, programs) if programs else []
    found = {}
    for catalogue, edition, path, section, program in programs:
        editions = tuple(other for other in catalogue.editions if other.year == edition.year)
        own = [row for row in rows if row.path.startswith(f"{section}/") and row.path.endswith(f"/{program}")]
        trail = _make_trail(catalogue, editions, own)
        found[edition.key, path] = trail, trail.follow(path, edition)
    return found


async def _read_programs(
    connection: AsyncConnection, programs: Iterable[tuple[Catalogue, StoredEdition, str, str, str]]
) -> list[Row[Any]]:
    """Every line of the program codes in all editions of their budgets."""
    text_ids: dict[int, None] = {}
    which: dict[tuple[str, str], ColumnElement[bool]] = {}
    for catalogue, _, _, section, program in programs:
        text_ids.update(dict.fromkeys(text.id for edition in catalogue.editions for text in edition.texts))
        # "0" follows "/": a range of the key, so that an edition's few lines are read and not all.
        section_range = and_(_LINES.c.path > f"{section}/", _LINES.c.path < f"{section}0")
        which[section, program] = and_(section_range, _LINES.c.path.like(f"%/{program}"))
    query = (
        select(_LINES.c.edition_id, _LINES.c.path, _LINES.c.amount, _NAMES.c.text)
        .join(_NAMES, _NAMES.c.id == _LINES.c.name_id)
        .where(_LINES.c.edition_id.in_(list(text_ids)), or_(*which.values()))
        .order_by(_LINES.c.row)
    )
    return list(await connection.execute(query))


def _make_trail(catalogue: Catalogue, editions: Sequence[StoredEdition], rows: Iterable[Row[Any]]) -> Trail:
    """A program code's lines in the year's editions, with its names in all years of the budget."""
    texts = {text.id: text for edition in catalogue.editions for text in edition.texts}
    rows = [row for row in rows if row.edition_id in texts]
    printed: dict[int, dict[str, int]] = {}
    names: dict[str, dict[Language, str]] = {}
    for row in rows:
        amounts = printed.setdefault(row.edition_id, {})
        amounts[row.path] = amounts.get(row.path, 0) + row.amount
    newest = {text_id: place for place, text_id in enumerate(texts)}
    for row in sorted(rows, key=lambda row: newest[row.edition_id], reverse=True):
        names.setdefault(row.path, {}).setdefault(texts[row.edition_id].language, row.text)
    amounts_by_edition = tuple(
        {
            path: amount
            for text in reversed(edition.texts)  # the first text's amount counts
            for path, amount in printed.get(text.id, {}).items()
        }
        for edition in editions
    )
    return Trail(tuple(editions), amounts_by_edition, names)
