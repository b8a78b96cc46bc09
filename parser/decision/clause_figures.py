"""The figures of the clause that adopts a budget: `1) доходы – 21 882 988 тысяч тенге, в том числе …`.

The text is read as one run of words and figures, so that it does not matter how a print breaks its
lines, numbers its subclauses or puts its commas: a figure is about the words before it. Signs and
units that the print leaves open are settled by arithmetic and by the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from parser.budget_code import path_in_text
from parser.decision.footnotes import is_footnote
from parser.decision.named_places import find_place
from parser.decision.rural_places import find_small_place
from parser.records import SourcePlace
from parser.text.letters import DASHES
from parser.text.passage import Passage

_DIGITS = r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d[\d ]*\d(?:[,.]\s?\d{1,3}(?![\d]))?|\d(?:[,.]\d{1,3}(?!\d))?"
_ZERO = r"нөлге\s+тең|нөл\b|равн\w*\s+нулю|ноль\b"
UNIT = (
    r"(?:(?P<scale>тысяч\w*|тыс\b\.?|тысч\w*|мың|млн\b\.?|миллион\w*|млрд\b\.?|миллиард\w*)\s*(?:мың|тысяч\w*|тыс\.)?\s*)?"
    r"(?P<currency>тенге|теңге|теньге|тг\b|KZT)?"
)
_SIGN = rf"(?P<gap>(?:[{DASHES}\s:,=_…]|\(\s*[{DASHES}]\s*\)|\(\s*(?=[{DASHES}])|минус|\.{{2,}}){{0,30}})"
_FIGURE = re.compile(
    rf"{_SIGN}(?P<digits>{_DIGITS}|(?P<zero>{_ZERO}))\s*(?P<closed>\))?\s*{UNIT}(?P<end>\s*(?:[;:.,»\"”\n]|$))?",
    re.IGNORECASE,
)
_SUBCLAUSE = re.compile(r"(?:^|(?<=[\s;:.,«\"“]))(?P<number>\d{1,2})\s?\)\s*(?=\D)", re.MULTILINE)
_CLAUSE_START = re.compile(
    r"(?:^|(?<=[.;:»\"”] ))[«\"“„]*\s*(?P<number>\d{1,3}(?:-\d+)?)\s?\.\s*(?=[^\W\d_]|20\d\d|[«\"“])",
    re.MULTILINE,
)
_ADOPTS = re.compile(
    r"утвердить\b.{0,400}?бюджет|бюджет\w*.{0,500}?бекітіл|бекітілсін.{0,200}?бюджет",
    re.IGNORECASE | re.DOTALL,
)
_RESTATED = re.compile(
    r"редакци\w*(?:\s+согласно[^:]{0,60})?\s*:|редакцияда\s+(?:жазылсын|баяндалсын|мазмұндалсын|оқылсын)\s*:"
    r"|(?:жазылсын|баяндалсын|мазмұндалсын)\s*:",
    re.IGNORECASE,
)
_SUBCLAUSES_RESTATED = re.compile(r"подпункт|тармақша|абзац", re.IGNORECASE)
_YEAR = re.compile(
    r"(?:в\s+том\s+числе|оның\s+ішінде|соның\s+ішінде)[^\d]{0,20}(?P<in>20\d\d)"
    r"|(?<![-–—\d])(?<![-–—] )(?P<kk>20\d\d)\s*жылға|на\s+(?P<ru>20\d\d)\s*год(?!ы)",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(
    r"(?:^|\n|[.;:]\s)\s*(?P<name>по\s+(?:город|сел|аул|пос)[^\d:;\n]{3,80}|[^\d:;\n]{3,80}\s+бойынша)\s*:",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"\A.*(?:[;:\n]|\bв\s+том\s+числе(?:\s+по)?\b|(?:оның|соның)\s+ішінде(?:\s+мыналар\s+бойынша)?|\d\s?\))",
    re.IGNORECASE | re.DOTALL,
)
_SCALES = (
    ("тыс", 1000),
    ("мың", 1000),
    ("млн", 10**6),
    ("миллион", 10**6),
    ("млрд", 10**9),
    ("миллиард", 10**9),
)

_NUMBERED_BEFORE = re.compile(r"[№/]\s*$|\d[-–]$")
_COUNTED_AFTER = re.compile(
    r"\s*(?:-\s*)?(?:год|жыл|процент|пайыз|%|приложени|қосымша|пункт|тармақ)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure as printed: its possible readings in printed units, the likeliest first."""

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


def read_number(digits: str) -> tuple[Decimal, bool]:
    """A printed number's value, and whether its spaces stand where they should not; zero may be a word.

    Raises:
        ValueError: it is no number.
    """
    text = digits.strip()
    if re.fullmatch(_ZERO, text, re.IGNORECASE):
        return Decimal(0), False
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", text):
        text = text.replace(".", "")
    whole, mark, part = text.replace(".", ",").partition(",")
    groups = whole.split()
    odd = len(groups) > 1 and (len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:]))
    plain = "".join(groups) + ("." + part.strip() if mark else "")
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain, re.ASCII):
        raise ValueError(f"not a number: {digits!r}")
    return Decimal(plain), odd


def readings_of(gap: str, digits: str) -> tuple[tuple[Decimal, ...], bool]:
    """The values a number may have after the signs before it, the likeliest first.

    A dash of its own separates, a second one is a minus; one dash that clings to its number
    may be either.
    """
    value, odd = read_number(digits)
    if "минус" in gap.lower() or re.search(rf"\(\s*[{DASHES}]", gap):
        return (-value,), odd
    dashes = len(re.findall(f"[{DASHES}]", gap))
    if dashes >= 2:
        return (-value,), odd
    if dashes == 1:
        clings = re.search(rf"[{DASHES}]$", gap) is not None and (
            not gap[:-1] or gap[:-1][-1].isspace() or gap[:-1][-1] in ":,"
        )
        minus_first = clings and (gap.strip()[:1] not in DASHES or gap[-1] in "-−")
        return ((-value, value) if minus_first else (value, -value)), odd
    return (value,), odd


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
    for passage in clauses:
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
                adopting = bool(_ADOPTS.search(piece.even)) and not re.match(
                    r"\W*\d+\s?\.\s*Внести", piece.even
                )
            if not adopting and (restated := _RESTATED.search(piece.even)):
                # «подпункты 1) и 2) изложить в следующей редакции: "1) доходы – …»
                adopting = bool(_SUBCLAUSES_RESTATED.search(piece.even)) or _is_list(clauses, passage)
                clause = re.search(r"(\d+)\s*-?\s*тармақ(?!ша)|\bпункт\w*\s+(\d+)", piece.even, re.IGNORECASE)
                number = next(filter(None, clause.groups())) if clause else number or "1"
                rest = piece.printed[restated.end() :]
                collected = [Passage(rest, piece.at)] if rest.strip() else []
            elif adopting:
                if re.search(r"ауыстырылсын|заменить", piece.even):
                    yield number, collected
                    adopting, collected = False, []
                else:
                    collected.append(piece)
    if adopting:
        yield number, collected


def _is_list(clauses: Sequence[Passage], passage: Passage) -> bool:
    """Whether a list of figures follows at once: `1) доходы …`."""
    index = next((i for i, p in enumerate(clauses) if p is passage), len(clauses))
    return any(re.match(r"[\W]*1\s?\)", p.even) for p in clauses[index + 1 : index + 2])


def _figures(
    number: str, passages: Sequence[Passage], region: str | None, parent: str | None
) -> Iterable[PrintedFigure]:
    text = "\n".join(p.printed for p in passages)
    spoken = "\n".join(p.even for p in passages)
    starts: list[tuple[int, SourcePlace]] = []
    position = 0
    for passage in passages:
        starts.append((position, passage.at))
        position += len(passage.printed) + 1
    marks = [(m.start(), m["number"]) for m in _SUBCLAUSE.finditer(spoken)]
    intro = spoken[: min(marks[0][0] if marks else len(spoken), 600)].split(":")[0]
    place = find_small_place(intro, parent) or find_place(intro, region)
    years = _YEAR.search(intro)
    year = int(next(filter(None, years.groups()))) if years else None
    places = [(m.start(), m["name"]) for m in _OF_PLACE.finditer(spoken)]
    end = 0
    for match in _FIGURE.finditer(spoken):
        if not _is_figure(match, spoken):
            continue
        between = spoken[end : match.start("digits") - len(match["gap"] or "")]
        name = _BEFORE_NAME.sub("", between).strip(' \n.,;:«»"”“-–—_')
        if not re.search(r"[^\W\d_]{3}", name):
            name = " ".join(re.sub(r"\d+\s?\)", " ", between).split()).strip(' .,;:«»"”“-–—')
        end = match.end()
        if not re.search(r"[^\W\d_]{3}", name):
            continue
        if named := [text_ for start, text_ in places if start <= match.start()]:
            place = find_small_place(named[-1], parent) or find_place(named[-1], region) or place
        readings, odd = readings_of(match["gap"] or "", match["digits"])
        subclause = next((mark for start, mark in reversed(marks) if start <= match.start()), None)
        at = next(at for start, at in reversed(starts) if start <= match.start("digits"))
        digits_end = match.end("currency") if match["currency"] else match.end("digits")
        yield PrintedFigure(
            clause=f"{number or '1'}.{subclause}" if subclause else number or "1",
            name=name, path=path_in_text(name), readings=readings, scale=_scale(match), odd=odd,
            printed=text[match.start() : digits_end].strip(" :,"), at=at, place=place, year=year,
        )  # fmt: skip


def _is_figure(match: re.Match[str], text: str) -> bool:
    """Whether a number is an amount: it has a unit, or stands between a sign and the item's end."""
    if match["closed"] and "(" not in (match["gap"] or ""):
        return False  # the number of a subclause
    start = match.start("digits")
    if _NUMBERED_BEFORE.search(text[max(0, start - 8) : start]) or _COUNTED_AFTER.match(
        text, match.end("digits")
    ):
        return False
    if match["currency"] or match["scale"] or match["zero"]:
        return True
    return bool(match["end"] is not None and re.search(f"[{DASHES}:]", match["gap"] or ""))


def _scale(match: re.Match[str]) -> int | None:
    scale = (match["scale"] or "").lower()
    if scale:
        return next(value for stem, value in _SCALES if scale.startswith(stem))
    return 1 if match["currency"] else None
