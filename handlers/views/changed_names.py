"""What lines that a decision changed are called: no two alike, though offices have programs of one name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from handlers.views.lines import codes_text, listed_name, short_name, shown_name
from handlers.views.texts import Texts
from handlers.views.unlike_names import cut_apart, mark_apart
from parser.budget_code import codes_of, depth, parents
from storage.reading.differences import Changes
from storage.reading.records import Names

NAME_LIMIT = 110
_OFFICE = 40


class ListedLine(Protocol):
    """A line with the names that it is printed under."""

    @property
    def path(self) -> str:
        """Its codes, as a path."""

    @property
    def names(self) -> Names:
        """Its names by language."""


def name_changed_lines(changes: Changes, texts: Texts) -> Mapping[str, str]:
    """`name_lines` of all lines that a decision changed."""
    return name_lines(changes.lines, changes, texts)


def name_lines(lines: Sequence[ListedLine], changes: Changes, texts: Texts) -> Mapping[str, str]:
    """The names of lines that are listed together.

    Args:
        lines: of either edition.
        changes: the difference between the two.
        texts: the person's language.

    Returns:
        By path: the short name; the whole one where another line has the same in short; with the office that
        it is of, else with its codes, where several are printed under one name.
    """
    levels: dict[int, list[ListedLine]] = {}
    for line in lines:  # a class and its only subclass have one name, and are never listed together
        levels.setdefault(depth(line.path), []).append(line)
    return {path: name for level in levels.values() for path, name in _name_level(level, changes, texts)}


def _name_level(lines: Sequence[ListedLine], changes: Changes, texts: Texts) -> Iterator[tuple[str, str]]:
    shorts = [listed_name(line.path, line.names, texts, NAME_LIMIT) for line in lines]
    of_name: dict[str, list[ListedLine]] = {}
    for short, line in zip(shorts, lines, strict=True):
        of_name.setdefault(short, []).append(line)
    named = []
    for short, line in zip(shorts, lines, strict=True):
        alike = of_name[short]
        named.append((_whole(line, alike, texts) if len(alike) > 1 else short, _marks(line, changes, texts)))
    for line, name in zip(lines, mark_apart(named, NAME_LIMIT), strict=True):
        yield line.path, name


def _whole(line: ListedLine, alike: Sequence[ListedLine], texts: Texts) -> str:
    """A name whose short form others have too; the short one where those are printed as it is."""
    whole, *others = (shown_name(each.path, each.names, texts).text for each in (line, *alike))
    if all(other == whole for other in others):
        return listed_name(line.path, line.names, texts, NAME_LIMIT)
    return cut_apart(whole, others, NAME_LIMIT)


def _marks(line: ListedLine, changes: Changes, texts: Texts) -> tuple[str, str]:
    """What tells a line from another of its name: what it stands in, then its codes."""
    tables = (changes.printed, changes.printed_before)
    above = next((path for path in parents(line.path) if any(path in table for table in tables)), None)
    office = short_name(above, _names_of(above, changes), texts, _OFFICE) if above else ""
    return office, codes_text(codes_of(line.path))


def _names_of(path: str, changes: Changes) -> Names:
    """What a line is called in all languages that are known: an edition may be printed in one alone."""
    changed = next((each.names for each in changes.lines if each.path == path), None)
    if changed is not None:
        return changed
    tables = (changes.printed_before, changes.printed)
    return {
        language: name for table in tables if path in table for language, name in table[path].names.items()
    }
