"""The word lists in `locales/`: words of decisions and of questions, kept as data.

A list is a table of cells between tabs. Lines that begin with `#` say what it is for; the first other
line names its columns. Words are written as people write them, with two signs: `*` stands for the rest of a
word (`измени*` is изменили, изменение), and alone for any word; `~` for the endings of a verb
(`parser/question/verb_forms.py`); `…` stands for other words between
(`перечень … программ*`), of so many letters at most where a number follows (`аппарат* …80 бюджет*`).

A list is checked when it is read, so that a slip in it is named by file and line and no word is lost in
silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TypeVar

from parser.dataclass import dataclass
from parser.text.folding import sounds
from parser.text.letters import RARE_CASES, YO

LOCALES = Path(__file__).parents[2] / "locales"
_LONGEST_GAP = 200  # letters
_GAP = re.compile(r"\s…(\d*)\s")
_SHOWN = "[!-~\u0400-\u0481\u048a-\u052f«»–—…№]+"  # composed, whatever stands beside it
_TIDY = re.compile(rf"{_SHOWN}(?:[ \t]{_SHOWN})*")  # a line whose cells are tidy, and none of them empty
_Target = TypeVar("_Target", bound=Enum)


class WordListError(ValueError):
    """A list in `locales/` that is not in its form; the message names file and line."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list."""

    file: str
    number: int  # of its line in the file
    columns: Mapping[str, int]  # by their name, where in a row they stand
    cells: tuple[str, ...]

    def __getitem__(self, column: str) -> str:
        return self.cells[self.columns[column]]

    def flaw(self, found: str) -> WordListError:
        """The error that says what is wrong with this row."""
        return WordListError(f"{self.file}, line {self.number}: {found}")

    def target(self, column: str, targets: type[_Target]) -> _Target:
        """What a cell leads to: `change` in the column `asks` is `Asks.CHANGE`.

        Raises:
            WordListError: there is no such target.
        """
        found: _Target | None = _targets(targets).get(self[column])
        if found is None:
            raise self.flaw(f"{column} {self[column]!r} does not exist")
        return found

    def integer(self, column: str) -> int:
        """A cell's whole number.

        Raises:
            WordListError: it is none.
        """
        if not self[column].isdecimal():
            raise self.flaw(f"{column} {self[column]!r} is no number")
        return int(self[column])


@cache
def _targets(targets: type[_Target]) -> Mapping[str, _Target]:
    """What words may lead to, by its value: an enum looks each of ten thousand up by a call."""
    return {member.value: member for member in targets}


def read_list(name: str, columns: tuple[str, ...], folder: Path = LOCALES) -> tuple[ListRow, ...]:
    """The rows of a list.

    Args:
        name: the file's name.
        columns: the columns that it must have, in this order.
        folder: where the file is.

    Raises:
        WordListError: other columns, a row with a cell too many or too few, an empty or untidy cell, a row
            that stands twice.
    """
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    listed = [number for number, line in enumerate(lines) if line and line[0] != "#"]
    places = {column: at for at, column in enumerate(columns)}
    rows = [ListRow(name, number + 1, places, tuple(lines[number].split("\t"))) for number in listed]
    if rows and rows[0].cells != columns:
        raise WordListError(f"{name}, line {rows[0].number}: the columns must be {', '.join(columns)}")
    known: dict[tuple[str, ...], int] = {}
    for row in rows:
        if len(row.cells) != len(columns):
            raise row.flaw(f"{len(row.cells)} cells, not {len(columns)}")
        if not _TIDY.fullmatch(lines[row.number - 1]):
            _check_each(row)
        if (before := known.setdefault(row.cells, row.number)) != row.number:
            raise row.flaw(f"the same as line {before}")
    return tuple(rows[1:])


def _check_each(row: ListRow) -> None:
    """Looks at each cell of a row that has other signs than most.

    Raises:
        WordListError: one is untidy, or empty.
    """
    if untidy := next((cell for cell in row.cells if not _is_tidy(cell)), None):
        raise row.flaw(f"untidy cell {untidy!r}")
    if not all(row.cells):
        raise row.flaw("an empty cell")


def _is_tidy(cell: str) -> bool:
    return cell == " ".join(cell.split()) and unicodedata.is_normalized("NFC", cell)


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words and beginnings of words, for asking whether a word is one of them."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether a word is among them: `изменили` is, where `измени*` is listed."""
        return word in self.whole or word.startswith(self.stems)


@cache
def pattern_of(words: str) -> str:
    """A regular expression's source for words as a list has them.

    `измени*` may go on, `решение` ends there. Where the words may begin, at the beginning of a word or
    within one, the expression around them has to say. `ё` may be printed as `е`.

    >>> [bool(re.match(pattern_of(words), "решением")) for words in ("решени*", "решение")]
    [True, False]
    """
    said, *rest = _GAP.split(words)
    source = _phrase_pattern(said)
    for most, phrase in zip(rest[::2], rest[1::2], strict=True):
        source += rf".{{0,{most or _LONGEST_GAP}}}?{_phrase_pattern(phrase)}"
    return source


def _phrase_pattern(words: str) -> str:
    return r"\s+".join(map(_word_pattern, words.split()))


def _word_pattern(word: str) -> str:
    stem = re.escape(word.rstrip("*~")).replace("ё", f"[{YO}]")
    if word.endswith(("*", "~")):
        return rf"{stem}\w*"
    return rf"{stem}\b" if word[-1].isalnum() else stem


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression's source that finds any of several phrases, the longest that fits."""
    ordered = sorted(dict.fromkeys(phrases), key=lambda phrase: -len(phrase))
    return f"(?:{'|'.join(map(pattern_of, ordered))})"


def any_in_either_case(phrases: Iterable[str]) -> str:
    """The same for an expression that ignores case, found quicker there.

    Phrases are tried only where their first letter stands: else each is tried in turn at every place.
    """
    begun: dict[str, list[str]] = {}
    for phrase in sorted(dict.fromkeys(phrases), key=lambda phrase: -len(phrase)):
        for letter in YO if phrase[0] == "ё" else phrase[0].lower():
            begun.setdefault(letter, []).append(pattern_of(phrase))
    return f"(?:{'|'.join(_begin(letter, sources) for letter, sources in begun.items())})"


def _begin(letter: str, sources: Sequence[str]) -> str:
    """A source for those that begin with a letter, in either case."""
    if not letter.isalpha():
        return "|".join(sources)
    rests = [source.removeprefix(f"[{YO}]") if source[0] == "[" else source[1:] for source in sources]
    return f"(?-i:[{_in_cases(letter)}])(?:{'|'.join(rests)})"


def _in_cases(letter: str) -> str:
    """All characters that an expression which ignores case takes for a letter."""
    rare = (each for each in RARE_CASES if re.fullmatch(letter, each, re.IGNORECASE))
    return "".join(dict.fromkeys((letter, letter.upper(), *rare)))


def word_set(words: Collection[str]) -> WordSet:
    """The words of a list, those with `*` as beginnings."""
    stems = tuple(word.removesuffix("*") for word in words if word.endswith("*"))
    return WordSet(frozenset(word for word in words if not word.endswith("*")), stems)


def group_words(rows: Iterable[ListRow], column: str, targets: type[_Target]) -> dict[_Target, WordSet]:
    """The words of a list by what they lead to, as they sound: those in the column `words`, one cell a row.

    Args:
        rows: of the list.
        column: that says what the words of a row lead to.
        targets: all that words may lead to.

    Returns:
        A set for each target, empty where no row leads to it.

    Raises:
        WordListError: a row leads to nothing that there is.
    """
    said: dict[_Target, list[str]] = {target: [] for target in targets}
    for row in rows:
        for written in row["words"].split():
            said[row.target(column, targets)] += spoken_words(written)
    return {target: word_set(words) for target, words in said.items()}


def spoken_words(written: str) -> list[str]:
    """A word of a list as it sounds, with its `*`; more than one where it is written with a sign between."""
    return [word + "*" * written.endswith("*") for word in sounds(written)]
