"""Tables that print each name in both languages: in two columns, two paragraphs of a cell, beside a slash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from parser.dataclass import dataclass
from parser.readers.row_parts import RowParts
from parser.records import Language
from parser.text.language import detect_language

_SLASH = re.compile(r"\s*/\s*")
_MOST = 0.6  # of the rows with a name, where the table prints each so
_FEW = 3  # rows that show nothing where both stand in one cell

Pair = tuple[str, str]  # a name's two prints, of which one may be empty
_Part = Callable[[RowParts], Pair | None]


@dataclass(frozen=True, slots=True)
class TwoLanguages:
    """How a table prints each name in both languages."""

    _part: _Part
    _is_kazakh_first: bool

    def names(self, read: RowParts) -> Pair | None:
        """A row's name in Kazakh and in Russian; one is empty where the row has only the other.

        Returns:
            None for a row whose name is not printed like the others.
        """
        pair = self._part(read)
        if pair is None or self._is_kazakh_first:
            return pair
        return pair[1], pair[0]


def find_two_languages(body: Sequence[RowParts]) -> TwoLanguages | None:
    """How a table prints its names in both languages; None where it prints them in one.

    Args:
        body: its rows.
    """
    named = [read for read in body if read.names]
    forms: list[tuple[_Part | None, int]] = [
        (_by_columns(named), 1),
        (_by_paragraphs, _FEW),
        (_by_slash, _FEW),
    ]
    for part, fewest in forms:
        pairs = [pair for read in named if part is not None and (pair := part(read)) and all(pair)]
        if part is None or len(pairs) < max(fewest, _MOST * len(named)):
            continue
        first, second = (detect_language(" ".join(texts)) for texts in zip(*pairs, strict=True))
        if {first, second} == set(Language):
            return TwoLanguages(part, first is Language.KK)
    return None


def _by_columns(named: Sequence[RowParts]) -> _Part | None:
    """Takes a name's two cells by the columns that most rows have theirs in."""
    pairs = Counter(tuple(cell.column for cell in read.names) for read in named)
    columns = max((pair for pair in pairs if len(pair) == 2), key=lambda pair: pairs[pair], default=None)
    if columns is None:
        return None
    first, second = columns

    def part(read: RowParts) -> Pair | None:
        texts = {cell.column: cell.text for cell in read.names}
        return (texts.get(first, ""), texts.get(second, "")) if texts.keys() <= {first, second} else None

    return part


def _by_paragraphs(read: RowParts) -> Pair | None:
    parts = read.names[0].parts if len(read.names) == 1 else ()
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _by_slash(read: RowParts) -> Pair | None:
    parts = _SLASH.split(read.names[0].text) if len(read.names) == 1 else []
    return (parts[0], parts[1]) if len(parts) == 2 else None
