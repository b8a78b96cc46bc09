"""What an amending decision's text changes: figures, the lines they are about, and whole appendices.

«21 882 988» сандары «22 275 886» сандарымен ауыстырылсын; цифры «…», «…» заменить соответственно
цифрами «…», «…»; строку «затраты – 10» заменить строкой «затраты – 12»; приложения 1, 2 изложить …
согласно приложениям 1, 2 к настоящему решению.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from parser.budget_code import in_subclause, path_in_text
from parser.decision.footnotes import LIST, is_footnote
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import (
    AppendixChange,
    Edition,
    FigureChange,
    Paragraph,
    SourcePlace,
)
from parser.text.amounts import parse_amount, parse_unit
from parser.text.letters import DASHES
from parser.text.passage import Passage

_OPEN, _CLOSE = "«“„\"<‹'”", "»”“\">›'"
_NUMBER = (
    rf"(?:\(\s*[{DASHES}]\s*\)\s*|[{DASHES}]\s*){{0,2}}\(?\s*[{DASHES}]?\s*\d[\d ]*(?:[.,]\s?\d+)?\s*\)?"
)
_UNIT = r"(?:\s*(?:тысяч\w*|тыс\.?|мың|млн\.?|миллион\w*)?\s*(?:тенге|теңге|тг\.?))?"
# A quoted figure, perhaps with words before it (`строку «затраты – 10 тысяч тенге»`) and its unit.
_QUOTED = re.compile(
    rf"[{_OPEN}]{{1,2}}\s*(?P<words>[^\d{_OPEN}{_CLOSE}]{{0,200}}?)(?P<figure>{_NUMBER})(?P<unit>{_UNIT})\s*[;.,]?\s*[{_CLOSE}]{{1,2}}",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w-])(?P<words>)(?P<figure>{_NUMBER})(?P<unit>{_UNIT})(?=\s|$|[,;.])", re.IGNORECASE
)
_RUSSIAN = re.compile(
    r"(?P<left>(?:цифр|числ|сумм|строк|слова)\w*(?:\s+и\s+\w+)?\s*.*?)\s*заме(?:нить|нены|няются|нив|ня\w+)\s*(?P<right>.*)",
    re.IGNORECASE | re.DOTALL,
)
_KAZAKH_END = re.compile(r"ауыстыр(?:ылсын|ылады|у)", re.IGNORECASE)
_KAZAKH_SPLIT = re.compile(r"(?:деген\s+)?(?:сан|цифр|сома|жол|сөз)\w*", re.IGNORECASE)
# "1 тармақта", "1-тармақтың", "в пункте 1"; never "1) тармақшадағы" or "подпункта 1".
_CLAUSE = re.compile(r"(\d+)\s*-?\s*тармақ(?!ша)|\bпункт(?:е|а|ы|ом)?\s+(\d+)(?!\s*\))", re.IGNORECASE)
_SUBCLAUSE = re.compile(
    r"(\d+)\s*\)?\s*-?\s*тармақша|\bподпункт\w*\s+(\d+)|абзац\w*\s+\w+\s+подпункт\w*\s+(\d+)", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[;])|(?<=ауыстырылсын)(?=\W)|(?<=[»”\"])(?=\s*\.\s)")
_RESTATED_RU = re.compile(
    rf"приложени\w*\s*(?P<old>{LIST})?(?P<between>[^;]{{0,400}}?)\s*излож\w+(?P<how>[^;]{{0,160}}?)"
    rf"(?:согласно|в\s+соответствии\s+с\w*|по)\s+приложени\w*\s*(?P<new>{LIST})?",
    re.IGNORECASE,
)
_RESTATED_KK = re.compile(
    rf"(?P<old>{LIST})\s*-?\s*қосымша(?:сы|лары|ларын|сын)?\w*[,\s]+(?:осы\s+шешім\w*\s+)?(?:тиісінше\s+)?"
    rf"(?:(?P<new>{LIST})\s*-?\s*)?қосымша\w*\s*(?:тиісінше\s+)?(?:сәйкес|басылым|жаңа)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedChange:
    """A replaced figure as the text prints it, before its line is known.

    `path` is what the words beside it name, where they name a part of a budget.
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
            elif before := [mark for at, mark in marks if at < start]:
                subclause = before[-1]
            place = ".".join(part for part in (clause or "1", subclause) if part)
            changes.append(
                PrintedChange(place, old, new, passage.at, path_in_text(words) if words else None, unit)
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
    if russian := _RUSSIAN.search(sentence):
        middle = russian.start("right")
    elif kazakh := _KAZAKH_END.search(sentence):
        middle = -1
        sentence = sentence[: kazakh.start()]
    else:
        return None
    figures = list(_QUOTED.finditer(sentence))
    if not figures and russian:
        figures = [
            m
            for m in _BARE.finditer(sentence)
            if m.start() >= russian.start("left") and re.search(r"\d{2}", m["figure"])
        ]
    if not figures:
        return None
    if middle < 0:
        # Kazakh has the verb at the end: the first word for "figures" after figures parts the sides.
        parting = [
            m.start() for m in _KAZAKH_SPLIT.finditer(sentence) if any(f.end() <= m.start() for f in figures)
        ]
        parting = [at for at in parting if not any(f.start() <= at < f.end() for f in figures)]
        middle = (
            parting[0]
            if parting and any(f.start() > parting[0] for f in figures)
            else figures[len(figures) // 2].start()
        )
    return [f for f in figures if f.start() < middle], [f for f in figures if f.start() >= middle]


def _named_line(sentence: str) -> str:
    """The line a sentence names: `в строке «налоговые поступления»`, `«салықтық түсімдер» деген жолда`."""
    match = re.search(
        rf"(?:строк\w*|абзац\w*|словах?)\s+[{_OPEN}](?P<ru>[^\d{_OPEN}{_CLOSE}]{{4,120}})[{_CLOSE}]"
        rf"|[{_OPEN}](?P<kk>[^\d{_OPEN}{_CLOSE}]{{4,120}})[{_CLOSE}]\s*деген\s+(?:жол|абзац|сөз)",
        sentence, re.IGNORECASE,
    )  # fmt: skip
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


def tie_changes(
    changes: Sequence[PrintedChange],
    edition: Edition | None,
    unit: int,
    findings: Findings,
) -> tuple[FigureChange, ...]:
    """Ties every replaced figure to the line it is about.

    The line is what the words beside the figures name; else the highest one of the subclause's
    section that prints the new figure; where the table has no such figure, it is the section's
    total, so that the disagreement can be shown.

    Args:
        changes: as printed.
        edition: the table, None where the decision prints none.
        unit: tenge in one printed unit, where the figures name none.
        findings: takes figures that are no amounts.
    """
    tied = []
    taken: set[str] = set()
    for change in changes:
        try:
            old, new = (
                parse_amount(text, change.unit if change.unit not in (None, 1) else unit)
                for text in (change.old, change.new)
            )
        except ValueError:
            findings.add(FindingKind.FIGURE_IS_NO_AMOUNT, change.at, old=change.old, new=change.new)
            continue
        path = change.path if change.path and change.path not in taken else None
        path = path or _line_of(change.clause, new, edition, taken)
        if path is not None:
            taken.add(path)
        tied.append(FigureChange(change.clause, old, new, path, change.at))
    return tuple(tied)


def _line_of(clause: str, new: int, edition: Edition | None, taken: set[str]) -> str | None:
    # Clause 1 of every budget decision lists the figures in the Budget Code's order.
    subclause = clause.rpartition(".")[2] if "." in clause else ""
    sections = in_subclause(int(subclause)) if subclause.isdigit() else ()
    if edition is None:
        return sections[0] if sections and sections[0] not in taken else None
    lines = [line for line in edition.lines if not sections or line.section in sections]
    equal = [line for line in lines if line.amount == new and line.path not in taken]
    if equal:
        return min(equal, key=lambda line: (line.level, line.row)).path
    if sections and sections[0] not in taken:
        return sections[0]
    return None


def read_appendix_changes(paragraphs: Iterable[Paragraph]) -> list[AppendixChange]:
    """Which appendices of the amended decision are replaced by which of this one."""
    changes: list[AppendixChange] = []
    for passage in map(Passage.of, paragraphs):
        text = passage.even
        if is_footnote(text):
            continue
        for pattern in (_RESTATED_RU, _RESTATED_KK):
            for match in pattern.finditer(text):
                if pattern is _RESTATED_RU and re.search(r"\bпункт", match["between"], re.IGNORECASE):
                    continue
                old, new = _numbers(match["old"]), _numbers(match["new"])
                if len(old) == len(new) or not new:
                    changes.extend(
                        AppendixChange(a, b, passage.at) for a, b in zip_longest(old, new[: len(old)])
                    )
                elif len(new) == 1 and old:
                    changes.append(AppendixChange(old[0], new[0], passage.at))
    seen: dict[str, AppendixChange] = {}
    for change in changes:
        seen.setdefault(change.old, change)
    return list(seen.values())


def _numbers(text: str | None) -> list[str]:
    return re.findall(r"\d+(?:-\d+)?", text) if text else []
