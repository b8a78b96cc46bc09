"""A message → what is asked: codes, an amount, a year, an edition, words.

Deterministic: the same message always reads the same. Nothing is looked up here;
a number may be several things at once (`206` a code and an amount, `12-3` a decision
and a code) and all readings are given, for the index to choose from.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from parser.question.intents import Asking, Intent, Level, cut_count, find_speaker, read_asking
from parser.text.dates import find_dates, parse_month
from parser.text.folding import compose, sound, sounds, words
from parser.text.letters import DASHES, SPACES

_LONGEST_RANGE = 5  # years
_MOST_PARTS = 12  # that a message is read in; more of them is a story
_MAX_LENGTH = 300  # characters that are read; more is no question about a budget line
_LOCALES = Path(__file__).parents[2] / "locales"


_DECISION = re.compile(r"(?P<mark>№|\bN)?\s*(?<![\d.,/-])(?P<number>\d{1,3}-\d{1,2})(?![\d.,/-]*\d)")
_YEARS = re.compile(r"(?<!\d)20\d\d\s*[-–—]\s*20\d\d(?!\d)\s*-?\s*(?:жыл\w*|гг?\b\.?|год\w*)?", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![\d.,/-])(?P<year>20\d\d)(?![.,/-]?\d)(?P<word>\s*-?\s*(?:ж\b|жыл\w*|г\b|год\w*))?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\bв\s+(?P<russian>[^\W\d]+[ея])\b|(?P<kazakh>[^\W\d]+)\s+ай\w*|\b\d{1,2}\s+(?P<day>[^\W\d]+)",
    re.IGNORECASE,
)
_NO_FILLERS = frozenset({"тоо"})  # it sounds as «то» does
_BOILER = "қазандық"  # begins as October does
_ORIGINAL = re.compile(
    r"\b(?:бастапқы|бекітілген|первоначальн\w+|изначальн\w+|утвержд[её]нн\w+)\b", re.IGNORECASE
)
# Words around the name of an edition; they name no line then.
_EDITION_WORDS = ("wewim", "rewen", "boinwa", "redakci", "naktila", "uto4nen", "biudjet", "izmenen")
_SCALED = re.compile(
    rf"(?P<number>\d{{1,3}}(?:[{SPACES}]\d{{3}})+|\d+(?:[.,]\d+)?)\s*"
    r"(?P<scale>млрд|миллиард\w*|млн|миллион\w*|мың|тыс\w*)\b\.?(?:\s*(?:тенге|теңге\w*|тг)\b)?",
    re.IGNORECASE,
)
_SCALES = {"млрд": 10**9, "миллиард": 10**9, "мил": 10**6, "млн": 10**6, "мың": 1000, "тыс": 1000}
_GROUPED = re.compile(
    rf"(?<![\w./\\])(?:(?<!\d)[{DASHES}])?\s?(?:\d{{1,3}}(?:[{SPACES}.,]\d{{3}})+|\d+)(?:,\d+)?(?![\w/\\]|[.-]\d)"
)
_CODE = re.compile(rf"(?<!\w)\d+(?:\s*[{DASHES}{SPACES}./\\]\s*\d+)*(?!\w)")
# The classification's own words between typed codes: `464 әкімшісінің 006 бағдарламасы`.
_CODE_WORDS = re.compile(
    r"\b(?:код\w*|кбк|категори\w*|класс\w*|подкласс\w*|специфик\w*|санат\w*|сынып\w*|сыныб\w*|ішкі|ерекшелі\w*"
    r"|(?:функциональн\w+\s+)?групп\w*|подгрупп\w*|администратор\w*|программ\w*|подпрограмм\w*"
    r"|(?:функционалдық\s+)?топ\w*|кіші|әкімші\w*|бағдарлама\w*)\b",
    re.IGNORECASE,
)
# What stands between the lines of a question that names several: `образование и спорт`.
_CONJUNCTIONS = re.compile(
    r"[,;+&]|\b(?:и|или|мен|пен|бен|және|әлде|plus|плюс|vs|против)\b|\bсалыстыр\w*|\bсравни\w*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ScaledAmount:
    """An amount said in round figures: `12,3 млрд` is 12.3 thousand million, to a tenth."""

    tenge: int
    precision: int  # half of it either way still rounds to what was said


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a message: as written (folded), as it sounds, and whether it only asks."""

    folded: str
    sound: str
    filler: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What a message asks. `tokens` are its words without what was read as year, date or decision."""

    text: str
    intent: Intent
    tokens: tuple[Token, ...]
    level: Level | None = None  # what a list is asked to be of
    count: int | None = None  # how long it is asked to be
    smallest: bool = False  # of the smallest, not the largest
    codes: tuple[tuple[str, ...], ...] = ()  # every run of code digits, as typed groups
    amounts: tuple[int, ...] = ()  # numbers as printed: in the table's unit or in tenge
    scaled: ScaledAmount | None = None
    year: int | None = None
    year_is_said: bool = False  # "2014 год", not only the digits
    years: tuple[int, ...] = ()  # all that are named, ranges whole
    decision: str | None = None
    decision_is_marked: bool = False  # "№ 12-3", not only the digits
    date: dt.date | None = None
    month: int | None = None  # an edition named by its month
    original: bool = False  # the budget as first adopted
    talk: bool = False  # a greeting and nothing else
    named: str = ""  # the part of the text that names a line: `мектептер` of `мектептер 2014 жылы`
    named_edition: str = ""  # and the part that says of which edition: `2014 жылы`
    parts: tuple[Question, ...] = ()  # where several lines are named: each by itself

    @property
    def asks_edition(self) -> bool:
        """Whether it says of which year, date or decision it is."""
        return bool(self.years or self.year or self.date or self.month or self.original or self.decision)

    @property
    def names_line(self) -> bool:
        """Whether a code, or a word that is no year and does not only ask, is in it."""
        years = {str(year) for year in self.years}
        return bool(self.codes) or any(not token.filler and token.sound not in years for token in self.tokens)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that can name a line, as they sound; when all only ask, all of them."""
        content = tuple(token.sound for token in self.tokens if not token.filler)
        return content or tuple(token.sound for token in self.tokens)

    @property
    def names_only_numbers(self) -> bool:
        """Whether its numbers stand alone: every other word only asks."""
        return all(token.filler or token.sound.isdigit() for token in self.tokens)

    @property
    def names_nothing(self) -> bool:
        """Whether all of its words only ask, and no code or amount is in it."""
        return self.names_only_numbers and not (self.codes or self.amounts or self.scaled)


def read_question(text: str) -> Question:
    """Reads a message of any length and any characters."""
    question = _read(text)
    pieces = [piece for piece in _CONJUNCTIONS.split(question.text) if piece.strip()]
    if not 2 <= len(pieces) <= _MOST_PARTS:
        return question
    parts = [part for part in map(_read, pieces) if part.codes or any(not t.filler for t in part.tokens)]
    return replace(question, parts=tuple(parts) if len(parts) > 1 else ())


def _read(text: str) -> Question:
    shown = rest = _clean(text)
    dates = find_dates(rest)
    if dates:
        rest = _cut(rest, dates[0][1], dates[0][2])
    years = _all_years(rest)
    rest, count, top = cut_count(_YEARS.sub(" ", rest))
    original = _ORIGINAL.search(rest)
    decision = _DECISION.search(rest)
    numbers = rest  # a decision's number may still be a code: both readings are kept
    if decision:
        rest = _cut(rest, decision.start(), decision.end())
        if decision["mark"]:
            numbers = rest
    found = list(_YEAR.finditer(numbers))
    year = next((match for match in found if match["word"]), next(iter(found), None))
    if year:
        # In `2013 және 2014 жыл` one word says both; a name may hold another year (`Жұмыспен қамту 2020`).
        numbers = _YEAR.sub(" ", numbers) if len(years) > 1 else _cut(numbers, year.start(), year.end())
        rest = _YEAR.sub(lambda match: " " if match["word"] else match.group(), rest)
    month = _month(rest)
    if month:
        rest = _cut(rest, *month[1:])
        numbers = _cut(numbers, *(_month(numbers) or month)[1:])  # `8 апреля`: its day is no code
    exact, scaled = _scaled(numbers)
    if exact or scaled:
        rest = _SCALED.sub(" ", rest)
    codes = () if exact or scaled else _codes(numbers)
    edition = bool(decision or dates or month or original)
    tokens, asking = _tokens(_CODE_WORDS.sub(" ", rest) if codes else rest, edition=edition, top=top)
    talk = is_talk(tokens) and not (codes or exact or scaled)
    named, named_edition = _cut_edition(shown)
    return Question(
        text=shown,
        intent=asking.intent or (Intent.HELP if talk else Intent.AMOUNT),
        tokens=tokens,
        level=asking.level,
        count=count,
        smallest=asking.smallest,
        talk=talk,
        codes=codes,
        amounts=(exact,) if exact else () if scaled else _amounts(numbers),
        scaled=scaled,
        year=int(year["year"]) if year else None,
        year_is_said=bool(year and year["word"]),
        years=years,
        decision=decision["number"] if decision else None,
        decision_is_marked=bool(decision and decision["mark"]),
        date=dates[0][0] if dates else None,
        month=month[0] if month else None,
        original=original is not None,
        named=named,
        named_edition=named_edition,
    )


def _cut_edition(text: str) -> tuple[str, str]:
    """A text in two: what it names, and which years, decision or date it asks of."""
    rest, cut = text, []
    for _, start, end in find_dates(rest)[:1]:
        cut.append(rest[start:end])
        rest = _cut(rest, start, end)
    for pattern in (_YEARS, _DECISION, _YEAR, _ORIGINAL):
        cut += [match.group() for match in pattern.finditer(rest)]
        rest = pattern.sub(" ", rest)
    month = _month(rest)
    if month:
        cut.append(rest[month[1] : month[2]])
        rest = _cut(rest, *month[1:])
    return _without_ends(rest), " ".join(" ".join(cut).split())


def _without_ends(text: str) -> str:
    """A text without the words at its ends that name nothing: `сколько на школы в` is `школы`."""
    said = text.split()
    empty = [all(is_filler(word, sound(word)) for word in words(piece)) for piece in said]
    first = next((place for place, fills in enumerate(empty) if not fills), len(said))
    last = next((place for place, fills in enumerate(reversed(empty)) if not fills), 0)
    return " ".join(said[first : len(said) - last]).strip(" ?!.,;:")


def _clean(text: str) -> str:
    # `compose` drops the number sign, which tells a decision from a code: it is kept aside.
    return compose(text[: 4 * _MAX_LENGTH].replace("№", "\ue000"))[:_MAX_LENGTH].replace("\ue000", "№")


def _cut(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"


def _month(text: str) -> tuple[int, int, int] | None:
    """A month that an edition is named by (`в ноябре`, `қараша айындағы`), with where it stands."""
    for match in _MONTH.finditer(text):
        word = match["russian"] or match["kazakh"] or match["day"]
        month = parse_month(word)
        if month and not word.startswith(_BOILER):
            return month, match.start(), match.end()
    return None


def _tokens(text: str, *, edition: bool, top: bool) -> tuple[tuple[Token, ...], Asking]:
    """The words of a text; what only asks is marked, and where an edition is named, its words too."""
    tokens = []
    for word in words(text):
        spoken = sound(word)
        if spoken:
            around = edition and (spoken.startswith(_EDITION_WORDS) or _ORIGINAL.fullmatch(word) is not None)
            tokens.append(Token(word, spoken, is_filler(word, spoken) or around))
    fillers = {number for number, token in enumerate(tokens) if token.filler}
    fillers |= find_speaker([token.folded for token in tokens])
    asking = read_asking([token.sound for token in tokens], fillers, top=top)
    return tuple(
        Token(token.folded, token.sound, number in fillers or number in asking.marks)
        for number, token in enumerate(tokens)
    ), asking


def _all_years(text: str) -> tuple[int, ...]:
    """Every year that a text names, in its order, each once; `2013-2015` names three."""
    found: dict[int, None] = {}
    for match in _YEARS.finditer(text):
        first, last = (int(year) for year in re.findall(r"20\d\d", match.group())[:2])
        found.update(dict.fromkeys(range(first, min(last, first + _LONGEST_RANGE) + 1)))
    for match in _YEAR.finditer(_YEARS.sub(" ", text)):
        found[int(match["year"])] = None
    return tuple(found)


def is_talk(tokens: tuple[Token, ...]) -> bool:
    """Whether a message is a greeting, thanks or a question about the bot, and nothing else."""
    talk = _load_words("talk.txt")
    return bool(tokens) and all(token.sound in talk for token in tokens)


def is_filler(folded: str, spoken: str) -> bool:
    """Whether a word, as it is written and as it sounds, is one of politeness and asking."""
    return spoken in load_fillers() and folded not in _NO_FILLERS


@lru_cache(maxsize=1)
def load_fillers() -> frozenset[str]:
    """Words of politeness and asking, in both languages, as they sound."""
    return _load_words("filler.kk.txt") | _load_words("filler.ru.txt")


@lru_cache(maxsize=4)
def _load_words(file: str) -> frozenset[str]:
    lines = (_LOCALES / file).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in sounds(line))


def _codes(text: str) -> tuple[tuple[str, ...], ...]:
    bare = _CODE_WORDS.sub(" ", text)
    runs = [tuple(re.findall(r"\d+", match.group())) for match in _CODE.finditer(bare)]
    return tuple(run for run in runs if sum(map(len, run)) <= 14)


def _amounts(text: str) -> tuple[int, ...]:
    """Whole numbers as a table would print them; decimals are left to `_scaled`."""
    found = []
    for match in _GROUPED.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if digits and len(digits) <= 18 and not (digits[0] == "0" and len(digits) > 1):
            sign = -1 if match.group()[0] in DASHES else 1
            found.append(sign * int(digits))
    return tuple(dict.fromkeys(found))


def _scaled(text: str) -> tuple[int | None, ScaledAmount | None]:
    """An amount said with its scale: exact in tenge (`154 373 мың`), or round (`12,3 млрд`)."""
    match = _SCALED.search(text)
    if not match:
        return None, None
    number = Decimal(re.sub(f"[{SPACES}]", "", match["number"]).replace(",", "."))
    scale = next(value for stem, value in _SCALES.items() if match["scale"].lower().startswith(stem))
    exponent = number.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    if scale == 1000 and not decimals:
        return int(number) * scale, None
    return None, ScaledAmount(int(number * scale), max(scale // 10**decimals, 1))
