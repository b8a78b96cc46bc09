"""Years that a message writes in words: `в четырнадцатом году`, `он бесінші жылы` (`locales/year_words.tsv`).

An ordinal may number anything: a school, a class, a decision. It is a year before a word for years, behind
the words for two thousand, beside another year, or where nothing follows that it could number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.named_years import YEAR_NOUN
from parser.text.folding import sound, sounds
from parser.text.word_lists import ListRow, read_list

YEAR_WORD_COLUMNS = ("word", "year", "example")
_CENTURY = 2000
_WORD = re.compile(r"[^\W_]+")
_MASCULINE = re.compile("[oe](?:m|go|mu)|i[meh]?")  # as it sounds: пятнадцатого, but пятнадцатая is no year
_KAZAKH = re.compile("wi$")  # of an ordinal, as it sounds: бесінші


def spell_years_in_words(text: str) -> str:
    """A text with such years written in digits.

    >>> spell_years_in_words("школы в четырнадцатом году"), spell_years_in_words("екі мың он бесінші жыл")
    ('школы в 2014 году', '2015 жыл')
    >>> spell_years_in_words("в пятнадцатой школе"), spell_years_in_words("в тринадцатом и в четырнадцатом")
    ('в пятнадцатой школе', 'в 2013 год и в 2014 год')

    Args:
        text: the message.
    """
    said = [_HeardWord(match.start(), match.end(), sound(match.group())) for match in _WORD.finditer(text)]
    spoken = [word.spoken for word in said]
    year_behind = len(said)  # where the year stands that was found last
    for number in reversed(range(len(said))):
        if re.fullmatch(r"20\d\d", spoken[number]):
            year_behind = number
        found = _read(spoken, number)
        if found is None:
            continue
        year, last = found
        first = number - _count_thousands(spoken[:number])
        if first < number or _is_year(spoken, number, last + 1, year_behind):
            named = f"{_CENTURY + year}{_noun(spoken, last)}"
            text = f"{text[: said[first].start]}{named}{text[said[last].end :]}"
            year_behind = first
    return text


def read_year_word_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("year_words.tsv", YEAR_WORD_COLUMNS)


@dataclass(frozen=True, slots=True)
class _HeardWord:
    start: int
    end: int
    spoken: str


def _read(spoken: Sequence[str], number: int) -> tuple[int, int] | None:
    """The year that an ordinal says which begins with a word, and the number of its last word."""
    if not spoken[number].startswith(_beginnings()):
        return None  # as of nearly every word
    for stem, year in _stems():
        *before, last = stem
        end = number + len(before)
        if list(spoken[number:end]) != before or end >= len(spoken) or not spoken[end].startswith(last):
            continue
        ending = spoken[end].removeprefix(last)
        if _KAZAKH.search(last) or _MASCULINE.fullmatch(ending):
            return year, end
    return None


def _is_year(spoken: Sequence[str], first: int, following: int, year_behind: int) -> bool:
    """Whether an ordinal is a year by what stands around it."""
    asking = load_asking_words()
    if following < len(spoken) and asking.says(spoken[following], Asks.YEAR):
        return True
    joining = (Asks.BETWEEN, Asks.BEFORE_YEAR, Asks.YEARS_SINCE, Asks.YEARS_UNTIL)
    between = spoken[following:year_behind]
    beside = year_behind < len(spoken) and all(asking.says(word, *joining) for word in between)
    before = first and asking.says(spoken[first - 1], *joining[1:])
    return beside or bool(before and following == len(spoken))


def _noun(spoken: Sequence[str], last: int) -> str:
    """The word for a year where none follows the ordinal: digits alone may stand in a name."""
    following = "".join(spoken[last + 1 : last + 2])
    if load_asking_words().says(following, Asks.YEAR):
        return ""
    return f" {YEAR_NOUN}"


def _count_thousands(before: Sequence[str]) -> int:
    """How many of the words right before an ordinal say two thousand."""
    return next((len(each) for each in _thousands() if tuple(before[-len(each) :]) == each), 0)


@cache
def _stems() -> tuple[tuple[Sequence[str], int], ...]:
    """The ordinals as they sound, those of several words first, each with the year that it says."""
    rows = sorted(read_year_word_rows(), key=lambda row: -len(row["word"].split()))
    said = ((sounds(row["word"].removesuffix("*")), row.integer("year")) for row in rows)
    return tuple((stem, year) for stem, year in said if year)


@cache
def _beginnings() -> tuple[str, ...]:
    """What the first word of an ordinal begins with."""
    return tuple({stem[0] for stem, _ in _stems()})


@cache
def _thousands() -> tuple[tuple[str, ...], ...]:
    rows = (row for row in read_year_word_rows() if not row.integer("year"))
    return tuple(tuple(sounds(row["word"])) for row in rows)
