"""Titles of budgets as they name places: printed in capitals, with the kinds of places shortened."""

from __future__ import annotations

import re
from functools import cache

from parser.decision.place_kinds import kind_words
from parser.text.letters import CAPITALS, QUOTES, SMALLS
from parser.text.word_lists import any_of, read_list
from parser.text.wordings import Says, phrases

ABBREVIATION_COLUMNS = ("short", "whole", "stands", "example")
_UPPER, _LETTER, _WORD = re.compile(rf"[{CAPITALS}]"), re.compile(r"[^\W\d_]"), re.compile(r"[^\W\d_]+")
_MOSTLY = 0.9  # of a title's letters


def title_as_written(title: str) -> str:
    """A title as it would be written out: `БЮДЖЕТ АКЖАРСКОГО С/О` → `бюджет Акжарского сельского округа`."""
    return written_out(without_capitals(title))


def without_capitals(title: str) -> str:
    """A title that is printed in capitals as it would be in small letters, names with their first one large.

    >>> without_capitals("БЮДЖЕТ АКЖАРСКОГО СЕЛЬСКОГО ОКРУГА НА 2024 ГОД")
    'бюджет Акжарского сельского округа на 2024 год'
    """
    if len(_UPPER.findall(title)) < _MOSTLY * len(_LETTER.findall(title)):
        return title
    capitalized = _WORD.sub(lambda word: word[0].capitalize(), title)
    return _small_words().sub(lambda found: found[0].lower(), capitalized)


def written_out(title: str) -> str:
    """A title with the kinds of places in whole words where they stand beside a name.

    >>> written_out("Бюджет п.Топар на 2024 г."), written_out("Бюджет Акжарского с/о на 2024 год")
    ('Бюджет поселка Топар на 2024 г.', 'Бюджет Акжарского сельского округа на 2024 год')
    """
    for pattern, whole in _abbreviations():
        title = pattern.sub(f" {whole} ", title)
    return " ".join(title.split())


@cache
def _small_words() -> re.Pattern[str]:
    kinds = [part for word in kind_words() for part in word.word.split() if len(part) > 1]
    shorts = [row["short"] for row in read_list("place_abbreviations.tsv", ABBREVIATION_COLUMNS)]
    return re.compile(
        rf"(?<!\w)(?:{any_of((*kinds, *shorts, *phrases(Says.TITLE_WORD)))})(?!\w)", re.IGNORECASE
    )


@cache
def _abbreviations() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each behind a name, or before one; never the year's (`на 2024 г. Алматы`)."""
    found = []
    for row in read_list("place_abbreviations.tsv", ABBREVIATION_COLUMNS):
        short = re.escape(row["short"])
        beside = (
            rf"(?<=[{SMALLS}{QUOTES}])\s+{short}(?=\s|$)(?!\s+[{CAPITALS}{QUOTES}])"
            if row["stands"] == "after"
            else rf"(?<![\w.])(?<!\d\s){short}\s*(?=[{QUOTES}]?[{CAPITALS}])"
        )
        found.append((re.compile(beside), row["whole"]))
    return tuple(found)
