"""The figures that an amending decision's text replaces by others.

«21 882 988» сандары «22 275 886» сандарымен ауыстырылсын; цифры «…», «…» заменить соответственно
цифрами «…», «…»; строку «затраты – 10» заменить строкой «затраты – 12».
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from parser.budget_code import path_in_text
from parser.dataclass import dataclass
from parser.decision.footnotes import is_footnote
from parser.document import Paragraph
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import Language, SourcePlace
from parser.text.letters import DASHES
from parser.text.passage import Passage
from parser.text.units import currency_words, parse_unit, scale_words
from parser.text.wordings import Says, wording

_OPEN, _CLOSE = "«“„\"<‹'”", "»”“\">›'"
# 21 882 988; -281 421; (-) 735; - -281 421; (735); 583 152 644,8
_NUMBER = (
    rf"(?:\(\s*[{DASHES}]\s*\)\s*|[{DASHES}]\s*){{0,2}}\(?\s*[{DASHES}]?\s*\d[\d ]*(?:[.,]\s?\d+)?\s*\)?"
)
_CLAUSE = re.compile(
    r"""
    (?<!\d) (\d+) \s*-?\s* тармақ(?!ша)  # 1 тармақта; 1-тармақтың; never 1) тармақшадағы
    | \bпункт(?: е | а | ы | ом )? \s+ (\d+) (?! \s*\) )  # в пункте 1; never подпункта 1)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SUBCLAUSE = re.compile(
    r"""
    (?<!\d) (\d+) \s*\)?\s*-?\s* тармақша  # 1) тармақшадағы; 1-тармақшада
    | \bподпункт\w* \s+ (\d+)  # в подпункте 1)
    | абзац\w* \s+ \w+ \s+ подпункт\w* \s+ (\d+)  # в абзаце втором подпункта 1)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE = re.compile(
    r"""
    (?<= ; )
    | (?<= ауыстырылсын ) (?= \W )  # … ауыстырылсын, … ауыстырылсын
    | (?<= [»”\"] ) (?= \s*\.\s )  # … цифрами «200».
    """,
    re.VERBOSE,
)


def _figure() -> str:
    """A figure and its unit."""
    return rf"(?P<figure>{_NUMBER})(?P<unit>(?:\s*(?:{scale_words()}\.?)?\s*{currency_words()}\.?)?)"


@cache
def _quoted() -> re.Pattern[str]:
    """A quoted figure, perhaps with words before it: `строку «затраты – 10 тысяч тенге»`."""
    words = rf"(?P<words>[^\d{_OPEN}{_CLOSE}]{{0,200}}?)"
    return re.compile(rf"[{_OPEN}]{{1,2}}\s*{words}{_figure()}\s*[;.,]?\s*[{_CLOSE}]{{1,2}}", re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    """A figure without quotes: `цифры 100 заменить цифрами 200`."""
    return re.compile(rf"(?<![\w-])(?P<words>){_figure()}(?=\s|$|[,;.])", re.IGNORECASE)


@cache
def _russian() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`цифры «100» | заменить цифрами «200»`: the verb parts the old figures from the new ones."""
    replaced, verb = (wording(says, Language.RU) for says in (Says.REPLACED, Says.REPLACES))
    return re.compile(replaced, re.IGNORECASE), re.compile(rf"{verb}\s*", re.IGNORECASE)


@cache
def _kazakh_verb() -> re.Pattern[str]:
    return re.compile(wording(Says.REPLACES, Language.KK), re.IGNORECASE)


@cache
def _kazakh_split() -> re.Pattern[str]:
    """The word for figures that stands behind each side: `«100» сандары «200» сандарымен`."""
    return re.compile(
        rf"""
        (?: деген \s+ )? {wording(Says.REPLACED, Language.KK)}  # «100» деген сандар
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _line() -> re.Pattern[str]:
    russian, kazakh = (wording(Says.IN_LINE, language) for language in (Language.RU, Language.KK))
    quoted = rf"[^\d{_OPEN}{_CLOSE}]{{4,120}}"
    return re.compile(
        rf"""
        {russian} \s+ [{_OPEN}] (?P<ru> {quoted} ) [{_CLOSE}]  # в строке «налоговые поступления»
        | [{_OPEN}] (?P<kk> {quoted} ) [{_CLOSE}] \s* деген \s+ {kazakh}  # «салықтық түсімдер» деген жолда
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@dataclass(frozen=True, slots=True)
class PrintedChange:
    """A replaced figure as the text prints it: `цифры «21 882 988» заменить цифрами «22 275 886»`.

    Attributes:
        clause: its number, with that of the subclause: `1.1`.
        old, new: both figures, as printed.
        path: the part of a budget that the words beside them name; None where they name none.
    """

    clause: str
    old: str
    new: str
    at: SourcePlace
    path: str | None = None
    unit: int | None = None  # as printed with the figures


def read_changes(paragraphs: Iterable[Paragraph], findings: Findings) -> list[PrintedChange]:
    """The replaced figures of a decision's text, each with the clause it stands in.

    A figure without a subclause of its own belongs to the subclause before it, however far the
    print has thrown the words `1) тармақшадағы` behind their figures.

    Args:
        paragraphs: the text of the clauses.
        findings: takes what could not be paired.
    """
    changes: list[PrintedChange] = []
    clause = subclause = ""
    for passage in map(Passage.of, paragraphs):
        text = passage.even
        if is_footnote(text):
            continue
        if match := _CLAUSE.search(text):
            clause, subclause = next(filter(None, match.groups())), ""
        marks = [(mark.start(), next(filter(None, mark.groups()))) for mark in _SUBCLAUSE.finditer(text)]
        found = list(_pairs(passage, findings))
        # Where the print has thrown the subclauses behind their figures, the n-th mark goes with the n-th.
        thrown_behind = bool(marks and found) and marks[0][0] > found[0][0]
        for index, (start, old, new, words, unit) in enumerate(found):
            if thrown_behind:
                subclause = marks[min(index, len(marks) - 1)][1]
            elif before := bisect_left(marks, start, key=lambda mark: mark[0]):
                subclause = marks[before - 1][1]
            numbered = ".".join(part for part in (clause or "1", subclause) if part)
            changes.append(
                PrintedChange(numbered, old, new, passage.at, path_in_text(words) if words else None, unit)
            )
        if not found and marks:
            subclause = marks[-1][1]
    return changes


def _pairs(passage: Passage, findings: Findings) -> Iterable[tuple[int, str, str, str, int | None]]:
    """Every (position, old figure, new figure, words about them, unit) of a passage."""
    position = 0
    for sentence in _SENTENCE.split(passage.even):
        start, position = position, position + len(sentence)
        sides = _sides(sentence)
        if sides is None:
            continue
        left, right = sides
        if len(left) != len(right) or not left:
            if left or right:
                findings.add(
                    FindingKind.FIGURES_UNPAIRED, passage.at, old_count=len(left), new_count=len(right)
                )
            if not left or not right:
                continue
        about = _named_line(sentence)
        for old, new in zip(left, right, strict=False):
            words = old["words"].strip() or about
            unit = parse_unit(new["unit"]) if new["unit"].strip() else None
            yield start + old.start(), _plain(old), _plain(new), words, unit


def _sides(sentence: str) -> tuple[list[re.Match[str]], list[re.Match[str]]] | None:
    """The figures that are replaced and those that replace them; None for any other sentence."""
    replaced, verb = _russian()
    begun = replaced.search(sentence)
    russian = verb.search(sentence, begun.end()) if begun else None
    if begun and russian:
        middle = russian.end()
        figures = list(_quoted().finditer(sentence)) or [
            m
            for m in _bare().finditer(sentence)
            if m.start() >= begun.start() and re.search(r"\d{2}", m["figure"])
        ]
    elif kazakh := _kazakh_verb().search(sentence):
        figures = list(_quoted().finditer(sentence, 0, kazakh.start()))
        middle = _kazakh_middle(sentence[: kazakh.start()], figures) if figures else 0
    else:
        return None
    if not figures:
        return None
    return [f for f in figures if f.start() < middle], [f for f in figures if f.start() >= middle]


def _kazakh_middle(sentence: str, figures: Sequence[re.Match[str]]) -> int:
    """Where the sides of a sentence part that has its verb at the end.

    It is the first word for "figures" behind a figure, where another figure follows it.
    """
    starts = [figure.start() for figure in figures]
    for said in _kazakh_split().finditer(sentence):
        before = figures[bisect_right(starts, said.start()) - 1]
        if figures[0].end() <= said.start() and before.end() <= said.start():
            return said.start() if starts[-1] > said.start() else starts[len(starts) // 2]
    return starts[len(starts) // 2]


def _named_line(sentence: str) -> str:
    """The line a sentence names: `в строке «налоговые поступления»`, `«салықтық түсімдер» деген жолда`."""
    match = _line().search(sentence)
    return (match["ru"] or match["kk"]) if match else ""


def _plain(match: re.Match[str]) -> str:
    """A quoted figure without what keeps it from being read.

    In quotes of its own a dash is a minus; behind words the first one separates.
    """
    text = match["figure"].strip()
    minuses = len(re.findall(f"[{DASHES}]", text))
    negative = minuses > 1 or (minuses == 1 and ("(" in text or not match["words"].strip()))
    digits = re.sub(r"[^\d,. ]", "", text).strip().replace(".", ",")
    return f"{'-' if negative else ''}{' '.join(digits.replace(', ', ',').split())}"
