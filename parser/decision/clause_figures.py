"""The figures of the clause that adopts a budget: `1) доходы – 21 882 988 тысяч тенге, в том числе …`.

The text is read as one run of words and figures, so that it does not matter how a print breaks its
lines, numbers its subclauses or puts its commas: a figure is about the words before it. Signs and
units that the print leaves open are settled by arithmetic and by the table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise, zip_longest
from typing import TypeVar

from parser.budget_code import path_in_text
from parser.dataclass import dataclass
from parser.decision.footnotes import is_footnote
from parser.decision.named_places import find_place
from parser.decision.nested_figures import Nesting
from parser.decision.printed_figures import figure_pattern, is_figure, readings_of, scale_of
from parser.decision.rural_places import find_small_place
from parser.decision.several_places import names_several_places
from parser.records import Language, SourcePlace
from parser.text.letters import DASHES
from parser.text.passage import Passage
from parser.text.wordings import Says, saying, wording

_SUBCLAUSE = re.compile(
    r"(?:^|(?<=[\s;:.,«\"“]))(?P<number>\d{1,2})\s?\)\s*(?=\D)", re.MULTILINE
)  # 1) доходы
_CLAUSE_START = re.compile(
    r"""
    (?: ^ | (?<= [.;:»\"”][ ] ) ) [«\"“„]* \s* (?P<number> \d{1,3} (?: -\d+ )? ) \s?\. \s*
    (?= [^\W\d_] | 20\d\d | [«\"“] )  # 1. Утвердить; 1-1. 2013 жылға; never 1.5
    """,
    re.MULTILINE | re.VERBOSE,
)
_BRINGS_IN = re.compile(
    r"""
    \W* \d+ \s? \. \s* Внести  # 1. Внести в решение …
    """,
    re.VERBOSE,
)
_NUMBERED_CLAUSE = re.compile(
    r"""
    (?<!\d) (\d+) \s*-?\s* тармақ(?!ша)  # 1-тармақ жаңа редакцияда жазылсын
    | \bпункт\w* \s+ (\d+)  # пункт 1 изложить в следующей редакции
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_PLACE = re.compile(
    r"""
    (?: ^ | \n | [.;:]\s ) \s*
    (?P<name> по \s+ (?: город | сел | аул | пос ) [^\d:;\n]{3,80}  # По сельскому округу Кенес:
      | [^\d:;\n]{3,80} \s+ бойынша ) \s* :  # Кеңес ауылдық округі бойынша:
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR_HEADING = re.compile(
    r"""
    (?: ^ | (?<= [;.\n] ) ) \s*
    (?: на \s+ (?P<ru> 20\d\d ) \s+ год  # на 2020 год: доходы …
      | (?P<kk> 20\d\d ) \s+ жылға ) \s* :  # 2020 жылға:
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_OPENING = ("«", '"', "“")
_AROUND = ' \n.,;:«»"”“-–—_'
_LETTERS = re.compile(r"[^\W\d_]{3}")
_Mark = TypeVar("_Mark")


@cache
def _adopts() -> re.Pattern[str]:
    russian, kazakh = (wording(Says.ADOPTS, language) for language in (Language.RU, Language.KK))
    return re.compile(
        rf"""
        {russian} .{{0,400}}? бюджет  # Утвердить районный бюджет на 2013 год
        | бюджет\w* .{{0,500}}? {kazakh}  # қалалық бюджет … көлемдерде бекітілсін
        | {kazakh} .{{0,200}}? бюджет  # бекітілсін: қалалық бюджет
        """,
        re.IGNORECASE | re.DOTALL | re.VERBOSE,
    )


@cache
def _restated() -> re.Pattern[str]:
    """What a new text follows: `в следующей редакции:`, `жаңа редакцияда жазылсын:`."""
    return re.compile(
        rf"""
        редакци\w* (?: \s+ согласно [^:]{{0,60}} )? \s* :  # в новой редакции согласно приложению 1:
        | {wording(Says.RESTATES)} \s* :  # жаңа редакцияда жазылсын:
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _year() -> re.Pattern[str]:
    return re.compile(
        rf"""
        {wording(Says.INCLUDING)} [^\d]{{0,20}} (?P<in> 20\d\d )  # в том числе на 2021 год
        | (?<![-–—\d]) (?<![-–—][ ]) (?P<kk> 20\d\d ) \s* жылға  # 2013 жылға арналған
        | на \s+ (?P<ru> 20\d\d ) \s* год(?!ы)  # на 2013 год
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _before_name() -> re.Pattern[str]:
    """What stands before the name of a figure and is no part of it."""
    return re.compile(
        rf"""
        \A .* (?: [;:\n]  # объемах: доходы
          # в том числе по: налоговым поступлениям
          | \b{wording(Says.INCLUDING)} (?: \s+по\b | \s+мыналар\s+бойынша )?
          | \d\s?\) )  # 1) доходы
        """,
        re.IGNORECASE | re.DOTALL | re.VERBOSE,
    )


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure of a clause as it is printed: `1) доходы – 21 882 988 тысяч тенге`.

    Attributes:
        clause: its number, with that of the subclause: `1.1`.
        name: the words before the figure.
        path: the line that they name; None where they name none.
        readings: the numbers that it may be, in printed units, the likeliest first.
        printed: as it stands there.
        place, year: of the budget that the clause speaks of; None where it says none.
    """

    clause: str
    name: str
    path: str | None
    readings: tuple[Decimal, ...]
    scale: int | None  # tenge in one unit; None where no unit is printed
    odd: bool  # misplaced spaces
    printed: str
    at: SourcePlace
    place: str | None
    year: int | None


def read_clause_figures(
    clauses: Sequence[Passage], region: str | None = None, parent: str | None = None
) -> list[PrintedFigure]:
    """The figures of every clause that adopts or restates a budget, in the order of the text.

    Args:
        clauses: the text after `РЕШИЛ:`.
        region: the region, to name places.
        parent: the council's place, to name villages.
    """
    figures: list[PrintedFigure] = []
    for number, passages in _adopting_clauses(clauses):
        figures.extend(_figures(number, passages, region, parent))
    return figures


def _adopting_clauses(clauses: Sequence[Passage]) -> Iterable[tuple[str, list[Passage]]]:
    """Clauses that adopt a budget, and quoted subclauses that are restated."""
    number, collected, adopting = "", list[Passage](), False
    for passage, behind in zip_longest(clauses, clauses[1:]):
        if is_footnote(passage.even):
            continue
        starts = list(_CLAUSE_START.finditer(passage.even))
        cuts = [0, *(match.start() for match in starts), len(passage.even)]
        for index, (begin, end) in enumerate(pairwise(cuts)):
            if begin == end:
                continue
            piece = Passage(passage.printed[begin:end], passage.at)
            if index:
                if adopting:
                    yield number, collected
                number, collected = starts[index - 1]["number"], []
                adopting = bool(_adopts().search(piece.even)) and not _BRINGS_IN.match(piece.even)
            if not adopting and (restated := _restated().search(piece.even)):
                # «подпункты 1) и 2) изложить в следующей редакции: "1) доходы – …»
                adopting = bool(saying(Says.SUBCLAUSE).search(piece.even)) or _begins_list(behind)
                clause = _NUMBERED_CLAUSE.search(piece.even)
                number = next(filter(None, clause.groups())) if clause else number or "1"
                rest = piece.printed[restated.end() :]
                collected = [Passage(rest, piece.at)] if rest.strip() else []
            elif adopting:
                if saying(Says.REPLACES).search(piece.even):
                    yield number, collected
                    adopting, collected = False, []
                else:
                    collected.append(piece)
    if adopting:
        yield number, collected


def adopts_budget(text: str) -> bool:
    """Whether a clause adopts a budget: `Утвердить районный бюджет на 2013 год`, `бюджет … бекітілсін`.

    Args:
        text: of the clause, evened.
    """
    return _adopts().search(text) is not None


def _begins_list(passage: Passage | None) -> bool:
    """Whether a list of figures begins with a passage: `1) доходы …`."""
    return passage is not None and re.match(r"[\W]*1\s?\)", passage.even) is not None


def _glue(before: str, after: str) -> str:
    """What joins two paragraphs: a space where the second goes on with the name or the figure of the first.

    >>> _glue("6) финансирование дефицита (использование профицита)", "бюджета 7 тысяч тенге.")
    ' '
    """
    goes_on = after.lstrip(" (")[:1].islower() or re.match(rf"\s*[{DASHES}]?\s*\d[\d ,]*+(?![.)])", after)
    return " " if goes_on and re.search(r"[\w)»”\"]\s*$", before) else "\n"


def _name_in(between: str) -> str:
    """What a figure is of: the words after the last sign that ends something, without signs around them.

    >>> _name_in(', в том числе: поддержка по программе "Дорожная карта бизнеса - 2020" – ')
    'поддержка по программе "Дорожная карта бизнеса - 2020"'
    >>> _name_in('; «Нұрлы жер – 2025» бағдарламасы – ')
    '«Нұрлы жер – 2025» бағдарламасы'
    """
    name = _before_name().sub("", between)
    if not _LETTERS.search(name):
        name = " ".join(re.sub(r"\d+\s?\)", " ", between).split())
    name = name.strip(" \n.,;:–—-_")
    bare = name.strip(_AROUND)
    quoted = bare.count("«") > bare.count("»") or bare.count("“") > bare.count("”") or bare.count('"') % 2
    if quoted and name[-1] in _AROUND:
        bare += name[-1]
    closes = bare.count("»") > bare.count("«") or bare.count("”") > bare.count("“") or bare.count('"') % 2
    begin = between.rfind(bare)
    opens = between[begin - 1] if bare and begin > 0 else ""
    return opens + bare if closes and opens in _OPENING else bare


def _figures(
    number: str, passages: Sequence[Passage], region: str | None, parent: str | None
) -> Iterable[PrintedFigure]:
    glue = ["", *(_glue(before.even, after.even) for before, after in pairwise(passages))]
    text = "".join(mark + p.printed for mark, p in zip(glue, passages, strict=True))
    spoken = "".join(mark + p.even for mark, p in zip(glue, passages, strict=True))
    starts: list[tuple[int, SourcePlace]] = []
    position = 0
    for passage in passages:
        starts.append((position, passage.at))
        position += len(passage.printed) + 1
    marks = [(m.start(), m["number"]) for m in _SUBCLAUSE.finditer(spoken)]
    intro = spoken[: min(marks[0][0] if marks else len(spoken), 600)].split(":")[0]
    place = _place_in(intro, parent, region)
    years = _year().search(intro)
    year = int(next(filter(None, years.groups()))) if years else None
    places = [(m.start(), m["name"]) for m in _OF_PLACE.finditer(spoken)]
    headed = [(m.start(), int(m["ru"] or m["kk"])) for m in _YEAR_HEADING.finditer(spoken)]
    nesting = Nesting()
    end = said_end = 0
    for match in figure_pattern().finditer(spoken):
        if not is_figure(match, spoken):
            continue
        between = spoken[end : match.start("digits") - len(match["gap"] or "")]
        name = _name_in(between)
        end = match.end()
        if not _LETTERS.search(name):
            continue
        named = _last_before(places, match.start())
        if named:
            place = _place_in(named[1], parent, region) or place
        readings, odd = readings_of(match["gap"] or "", match["digits"])
        subclause = _last_before(marks, match.start())
        heading = _last_before(headed, match.start())
        year = heading[1] if heading else year
        part = subclause, named, year
        path = nesting.path_of(path_in_text(name), spoken[said_end : match.start("digits")], part)
        _, at = _last_before(starts, match.start("digits")) or starts[0]
        said_end = match.end("currency") if match["currency"] else match.end("digits")
        yield PrintedFigure(
            clause=f"{number or '1'}.{subclause[1]}" if subclause else number or "1",
            name=name, path=path, readings=readings, scale=scale_of(match), odd=odd,
            printed=text[match.start() : said_end].strip(" :,"), at=at, place=place, year=year,
        )  # fmt: skip


def _place_in(text: str, parent: str | None, region: str | None) -> str | None:
    """The place whose figures a text brings; of several the words themselves, which are no table's place."""
    if names_several_places(text):
        return text.strip()
    return find_small_place(text, parent) or find_place(text, region)


def _last_before(marks: Sequence[tuple[int, _Mark]], position: int) -> tuple[int, _Mark] | None:
    """The last of some marks, each with its place in the text, that stands before a place or there."""
    index = bisect_right(marks, position, key=lambda mark: mark[0])
    return marks[index - 1] if index else None
