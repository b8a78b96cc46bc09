"""The words of a budget table's header (`locales/labels.tsv`).

They are the vocabulary of the national budget classification, the same in every
council's decisions; nothing here is of one document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from itertools import pairwise

from parser.budget_code import TOPS, Side, side_of
from parser.dataclass import dataclass
from parser.records import Level
from parser.text.dates import may_name_month, parse_month
from parser.text.folding import skeleton, sound, sounds, words
from parser.text.units import is_other_currency, spoken_unit
from parser.text.word_lists import any_of, read_list

LABEL_COLUMNS = ("heads", "label")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_NUMBERING = re.compile(r"1(?:\s+[2-9])+")
_STAMP = re.compile(
    r"""
    ^\s* приложение\b  # Приложение 2; Приложение 1 к решению …
    | (?: \d\s*-?  # 1-қосымша
        | шешімі(?:не|нің)\b .{0,300}  # № 10-3 шешіміне 1-қосымша
        | ^\W* ) \s* қосымша\W*$  # Қосымша
    """,
    re.IGNORECASE | re.VERBOSE,
)


class Heads(StrEnum):
    """What a label heads that is no level's codes: the column `heads` of the list."""

    NAME = "name"
    AMOUNT = "amount"
    AMENDED = "amended"  # the amounts as amended, of several stages
    OTHER = "other"  # amounts that are no budget: a change, a part of the sum, what was spent
    PART = "part"  # amounts of a part of the year
    CODE = "code"  # codes of whatever level: its word comes first
    BESIDE = "beside"  # heads nothing by itself, stands with what does


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of both languages by their sound."""

    levels: Mapping[str, Level]  # whose codes a whole label heads
    whole: frozenset[str]  # words that by themselves head names or amounts
    names: frozenset[str]
    codes: frozenset[str]  # words of labels over codes
    any_codes: frozenset[str]  # words that come first over codes of whatever level
    heading: frozenset[str]  # words of any label
    beside: frozenset[str]  # words that stand with one

    def heads(self, spoken: str) -> bool:
        """Whether a word, as it sounds, is one of a label, or says in what amounts are counted."""
        return spoken in self.heading or spoken_unit(spoken) is not None


@cache
def _heading(heads: Heads) -> re.Pattern[str]:
    rows = read_list("labels.tsv", LABEL_COLUMNS)
    said = any_of(row["label"] for row in rows if row["heads"] == heads)
    return re.compile(rf"(?<![^\W\d]){said}", re.IGNORECASE)


@cache
def _labels() -> _Labels:
    """The labels, read from disk the first time.

    Raises:
        WordListError: the list is not in its form, or a label heads what does not exist.
    """
    levels: dict[str, Level] = {}
    words: dict[Heads, set[str]] = {heads: set() for heads in Heads}
    by_name = {level.name.lower(): level for level in Level}
    for row in read_list("labels.tsv", LABEL_COLUMNS):
        level = by_name.get(row["heads"])
        if level is not None:
            levels[skeleton(row["label"])] = level
            continue
        words[row.target("heads", Heads)].update(sounds(row["label"]))
    code_words = frozenset(word for label in levels for word in label.split())
    names, amounts = frozenset(words[Heads.NAME]), frozenset(words[Heads.AMOUNT])
    heading = code_words | words[Heads.CODE] | names | amounts
    any_codes, beside = frozenset(words[Heads.CODE]), frozenset(words[Heads.BESIDE])
    return _Labels(levels, names | amounts, names, code_words, any_codes, heading, beside)


def opens_header(text: str) -> Side | None:
    """The side whose first column label the text is, None when it is no such label."""
    level = label_level(text)
    return side_of(level) if level in TOPS else None


def is_header(text: str) -> bool:
    """Whether a text consists of column labels, whole or wrapped, and of nothing else."""
    spoken = sounds(text)
    return bool(spoken) and all(map(_labels().heads, spoken))


def label_level(text: str) -> Level | None:
    """The level whose codes stand in the column that a text heads, None for any other text.

    >>> label_level("Функциональная подгруппа")
    <Level.SUBGROUP: 12>
    """
    return _labels().levels.get(skeleton(text))


def is_code_label(text: str) -> bool:
    """Whether a text consists of words that head codes: a level's whole label, or `группа` under one.

    >>> is_code_label("подгруппа"), is_code_label("Код"), is_code_label("Наименование")
    (True, True, False)
    """
    spoken = sounds(text)
    labels = _labels()
    return bool(spoken) and (spoken[0] in labels.any_codes or all(word in labels.codes for word in spoken))


def is_label(text: str) -> bool:
    """Whether a table's cell is a column label: header words, with a year or a remark beside them."""
    if len(text) > 200:
        return False
    labels, heads = _labels(), False
    for word in filter(None, map(sound, words(text))):  # most cells are none by their first word
        if word.isdigit() and _YEAR.fullmatch(word):
            continue
        if labels.heads(word):
            heads = True
        elif word not in labels.beside:
            return False
    return heads or _YEAR.search(text) is not None


def is_whole_label(text: str) -> bool:
    """Whether a text is a label as a table prints it, not a word of one that a name may hold as well."""
    return label_level(text) is not None or (is_label(text) and _begins_with(text, _labels().whole))


def is_name_label(text: str) -> bool:
    """Whether a text heads the column of names."""
    return _begins_with(text, _labels().names)


def _begins_with(text: str, words: frozenset[str]) -> bool:
    spoken = sounds(text)
    return bool(spoken) and spoken[0] in words


def heads_amended(text: str) -> bool:
    """Whether a text heads a budget's amounts as amended, of several stages that stand side by side."""
    return _heading(Heads.AMENDED).search(text) is not None


def names_part_of_year(text: str) -> bool:
    """Whether a text has a word for a part of a year, other than a month's name.

    >>> names_part_of_year("Сумма на 6 месяцев"), names_part_of_year("План на январь")
    (True, False)
    """
    return _heading(Heads.PART).search(text) is not None


def heads_part(text: str) -> bool:
    """Whether a label heads the amounts of a part of a year; a month with its day only dates them.

    >>> heads_part("Сумма на 6 месяцев"), heads_part("План на январь"), heads_part("план на 1 января")
    (True, True, False)
    """
    if names_part_of_year(text):
        return True
    spoken = words(text) if may_name_month(text) else []
    return any(parse_month(word) and not before.isdigit() for before, word in pairwise(["", *spoken]))


def heads_other(text: str) -> bool:
    """Whether a text heads amounts that are no budget: a change, a part, what was spent, another currency.

    >>> heads_other("Изменения (+,-)"), heads_other("Уточнено с учётом изменений"), heads_other("Сумма")
    (True, False, False)
    >>> heads_other("Сумма на 6 месяцев"), heads_other("Сумма, тысяч долларов США")
    (True, True)
    """
    if heads_part(text) or is_other_currency(text):
        return True
    return _heading(Heads.OTHER).search(text) is not None and not heads_amended(text)


def holds_number(text: str) -> bool:
    """Whether a text holds digits that are no year's.

    >>> holds_number("2013 год (отчет)"), holds_number("1 240")
    (False, True)
    """
    return any(character.isdigit() for character in _YEAR.sub("", text))


def is_known_label(text: str) -> bool:
    """Whether it is known what a label over amounts heads: a year, a stage of the budget, or an amount."""
    labels, spoken = _labels(), sounds(text)
    if year_in(text) is not None or heads_amended(text):
        return True
    known = (labels.heads(word) or word in labels.beside or word.isdigit() for word in spoken)
    return all(known) and not all(map(str.isdigit, spoken))


def year_in(text: str) -> int | None:
    """The year that heads a column of amounts."""
    match = _YEAR.search(text)
    return int(match.group()) if match else None


def is_numbering(text: str) -> bool:
    """Whether a text is the row that numbers the columns: `1 2 3`."""
    return _NUMBERING.fullmatch(text.strip()) is not None


def is_stamp(text: str) -> bool:
    """Whether a line says whose appendix follows: `№ 10-3 шешіміне 1-қосымша`, `Приложение 2`.

    A name may end in the same word, which also means «additional»: `Балаларға қосымша | білім беру`.
    """
    return _STAMP.search(text) is not None
