"""Which edition a message names: years, a decision's number, a date, a month, the budget as first adopted."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import Asks, load_asking_words
from parser.question.fillers import is_filler
from parser.question.named_decision import part_decision
from parser.text.dates import find_dates, parse_month
from parser.text.folding import sound

_LONGEST_RANGE = 5  # years
_MOST_BESIDE_MONTH = 4  # words of a message that names a month and nothing else
_WORD = re.compile(r"\w+")
# № 12-3; N 12-3; 12-3, which may be a code as well
DECISION = re.compile(r"(?P<mark>№|\bN)?\s*(?<![\d.,/-])(?P<number>\d{1,3}-\d{1,2})(?![\d.,/-]*\d)")
YEARS = re.compile(
    r"""
    (?<!\d) (?P<first>20\d\d) \s* [-–—] \s* (?P<last>20\d\d) (?!\d)  # 2013-2015
    \s* -? \s* (?: жыл\w* | гг?\b\.? | год\w* )?  # 2013-2015 жылдар; 2013–2015 гг.; 2013-2015 годы
    """,
    re.IGNORECASE | re.VERBOSE,
)
YEAR = re.compile(
    r"""
    (?<! [\d.,/-] ) (?P<year>20\d\d) (?! [.,/-]?\d )  # 2014, not of 12 201 400 or 2014-2016
    (?P<word> \s* -? \s* (?: ж\b | жыл\w* | г\b | год\w* ) )?  # 2014ж; 2014 жылы; 2014 г.; 2014 году
    """,
    re.IGNORECASE | re.VERBOSE,
)


@cache
def original() -> re.Pattern[str]:
    """The words for the budget as first adopted: `бастапқы`, `первоначальный`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.ORIGINAL)}", re.IGNORECASE)


@cache
def every_year() -> re.Pattern[str]:
    """The words that ask for all years that there are: `за все годы`, `барлық жылдар бойынша`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.EVERY_YEAR)}", re.IGNORECASE)


@cache
def latest() -> re.Pattern[str]:
    """The words for the budget as it is now: `соңғы`, `последний`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.LATEST)}", re.IGNORECASE)


def stands_around(folded: str, spoken: str) -> bool:
    """Whether a word beside the name of an edition belongs to it and names no line: `шешім`, `бюджет`."""
    named = (original(), latest())
    return load_asking_words().says(spoken, Asks.EDITION) or any(each.fullmatch(folded) for each in named)


@cache
def between_years() -> re.Pattern[str]:
    """A year with the word that joins it to the next: `2013 пен 2015`."""
    return re.compile(
        rf"(20\d\d)\s*(?:,|{load_asking_words().pattern(Asks.BETWEEN)})\s*(?=20\d\d)", re.IGNORECASE
    )


def find_years(text: str) -> tuple[int, ...]:
    """Every year that a text names, in its order, each once; `2013-2015` names three."""
    found: dict[int, None] = {}
    for match in YEARS.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        found.update(dict.fromkeys(range(first, min(last, first + _LONGEST_RANGE) + 1)))
    for match in YEAR.finditer(YEARS.sub(" ", text)):
        found[int(match["year"])] = None
    return tuple(found)


@cache
def _month() -> re.Pattern[str]:
    """A word that may be a month which an edition is named by."""
    asking = load_asking_words()
    named = "|".join(asking.pattern(asks) for asks in (Asks.EDITION, Asks.CHANGE))
    return re.compile(
        rf"""
        \b (?: в | за | после ) \s+ (?P<russian> [^\W\d]+ ) \b  # в ноябре; за апрель; после июля
        | (?P<kazakh> [^\W\d]+ ) \s+ ай\w*  # қараша айындағы
        | \b (?P<locative> [^\W\d]+ (?: да | де | та | те ) (?: ғы | гі )? ) \b  # шілдеде; желтоқсандағы
        | \b\d{{1,2}} \s+ (?P<day> [^\W\d]+ )  # 8 апреля; 8 сәуірдегі
        | \b (?P<before> [^\W\d]+ ) (?= \s+ (?: {named} ) )  # июльское уточнение; қараша шешімі
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def find_month(text: str) -> tuple[int, int, int] | None:
    """A month that an edition is named by (`в ноябре`, `қараша айындағы`), with where it stands."""
    asking = load_asking_words()
    for match in _month().finditer(text):
        word = match["russian"] or match["kazakh"] or match["locative"] or match["day"] or match["before"]
        month = parse_month(word)
        if month and not asking.writes(word.casefold(), Asks.NOTHING):
            return month, match.start(), match.end()
    return _find_month_alone(text)


def _find_month_alone(text: str) -> tuple[int, int, int] | None:
    """The month that is all that a message names: `июльское?`, `апрель`."""
    asking, words = load_asking_words(), list(_WORD.finditer(text))
    if len(words) > _MOST_BESIDE_MONTH:
        return None
    named = [
        match for match in words if not is_filler(match.group().casefold(), sound(match.group().casefold()))
    ]
    said = named[0].group().casefold() if len(named) == 1 else ""
    month = parse_month(said) if said and not asking.writes(said, Asks.NOT_ALONE) else None
    return (month, named[0].start(), named[0].end()) if month else None


def cut_months(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without the months that editions are named by, and these: `в апреле и декабре` names two."""
    months: dict[int, None] = {}
    for pair in _two_months().finditer(text):  # июль и ноябрь
        first, second = (parse_month(pair[group]) for group in ("first", "second"))
        if first and second:
            months |= {first: None, second: None}
            text = cut(text, pair.start(), pair.end())
            break
    while found := find_month(text):
        month, start, end = found
        months[month] = None
        further = _further_month().match(text, end)
        named = parse_month(further["month"]) if further else None
        if further and named:
            months[named] = None
            end = further.end()
        text = cut(text, start, end)
    return text, tuple(months)


@cache
def _two_months() -> re.Pattern[str]:
    between = load_asking_words().pattern(Asks.BETWEEN)
    return re.compile(rf"(?P<first>[^\W\d]+)\s*(?:,|\b{between})\s*(?P<second>[^\W\d]+)", re.IGNORECASE)


@cache
def _further_month() -> re.Pattern[str]:
    between = load_asking_words().pattern(Asks.BETWEEN)
    return re.compile(rf"\s*(?:,|{between})\s*(?P<month>[^\W\d]+)", re.IGNORECASE)


def cut(text: str, start: int, end: int) -> str:
    """A text without what stands from one place to another."""
    return f"{text[:start]} {text[end:]}"


def part_edition(text: str, *, ordered: bool = False) -> tuple[str, str]:
    """A text in two: what it names, and which years, decision or date it asks of.

    >>> part_edition("мектептер 2014 жылы")
    ('мектептер', '2014 жылы')

    Args:
        text: the message.
        ordered: whether it names a decision by its order, or since when.
    """
    rest, edition = text, []
    for _, start, end in find_dates(rest)[:1]:
        edition.append(rest[start:end])
        rest = cut(rest, start, end)
    for pattern in (YEARS, DECISION, YEAR, original(), every_year()):
        edition += [match.group() for match in pattern.finditer(rest)]
        rest = pattern.sub(" ", rest)
    if ordered:
        rest, said = part_decision(rest)
        edition += said
    while month := find_month(rest):
        edition.append(rest[month[1] : month[2]])
        rest = cut(rest, *month[1:])
    return " ".join(rest.split()), " ".join(" ".join(edition).split())
