"""Appendices: where each begins, its number, year and place, and which are no budget.

An appendix is what follows its stamp («Приложение 1 к решению …», «… № 10-3 шешіміне 1-қосымша»): title,
footnote and one or several tables. Stamp, title and footnote may stand in the table's first rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import cache

from parser.budget_code import BY_SIDE, path_of_row
from parser.dataclass import dataclass
from parser.decision.footnotes import is_footnote
from parser.decision.named_places import find_place
from parser.decision.rural_places import find_small_place
from parser.document import Paragraph, Row
from parser.records import Section, SourcePlace
from parser.tables.appendix_words import BUDGET_TITLE, STAMP_LINE, STAMP_PART, YEAR, aside_reason, stamp_in
from parser.text.amounts import is_amount
from parser.text.passage import clean_print, even
from parser.text.units import unit_of_line
from parser.text.wordings import Says, phrases, saying, wording

_MOST_TAKEN_OVER = 30  # paragraphs of a heading; what stands above a table has about ten


@cache
def _footnote_start() -> re.Pattern[str]:
    """Where a footnote begins behind a title or a stamp in one paragraph.

    `Бюджет на 2013 год Сноска. …`; `Приложение 1 к решению … № 10-3 (в редакции решения … № 12-3)`.
    """
    heads = "|".join(phrase.capitalize() for phrase in phrases(Says.FOOTNOTE))
    return re.compile(rf"(?<=\s)(?=(?:{heads})\s*[.:]|\(\s*{wording(Says.REDACTION)})")


@dataclass(slots=True)
class Appendix:
    """A table with the paragraphs that stand above it, and those between its parts that say a unit.

    Attributes:
        heading: what stands above it.
        rows: those of the table.
        between: what stands between its parts and says a unit.
        taken_over: how many of the heading's paragraphs are an earlier table's, which name the place.
    """

    heading: list[Paragraph] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    between: list[Paragraph] = field(default_factory=list)
    taken_over: int = 0

    @property
    def at(self) -> SourcePlace:
        """Where it begins."""
        return self.rows[0].at if self.rows else self.heading[0].at

    @property
    def stamp(self) -> Paragraph:
        """Stamp and title as one paragraph, footnotes left out."""
        text = " ".join(text for text, _ in self._pieces() if not is_footnote(even(text)))
        return Paragraph(text, self.heading[0].at if self.heading else self.at)

    @property
    def units(self) -> frozenset[int]:
        """Tenge in one printed unit as lines above the table say it."""
        return frozenset(unit for text, _ in self._pieces() if (unit := unit_of_line(text)) is not None)

    @property
    def later_units(self) -> frozenset[int]:
        """The same as lines between its parts say it."""
        return frozenset(unit for line in self.between if (unit := unit_of_line(line.text)) is not None)

    @property
    def lines(self) -> list[Paragraph]:
        """All that stands above the table, footnotes apart from what they stand behind."""
        return [Paragraph(text, at) for text, at in self._pieces()]

    @property
    def footnotes(self) -> list[Paragraph]:
        """The footnotes under its title."""
        return [line for line in self.lines if is_footnote(even(line.text))]

    def _pieces(self) -> list[tuple[str, SourcePlace]]:
        return [
            (piece, paragraph.at)
            for paragraph in self.heading
            for piece in _footnote_start().split(clean_print(paragraph.text))
            if piece.strip()
        ]


def split_appendices(blocks: Iterable[Paragraph | Row]) -> tuple[list[Paragraph], list[Appendix]]:
    """The text before the first appendix, and every appendix with what stands above it."""
    appendices: list[Appendix] = []
    preamble: list[Paragraph] = []
    pending: list[Paragraph] = []
    passed: list[Paragraph] = []  # since the last row of a budget
    for block in map(_unboxed, blocks):
        if isinstance(block, Paragraph):
            pending.append(block)
            continue
        if not appendices:
            start = _stamp_start(pending)
            preamble, pending = pending[:start], pending[start:]
            appendices.append(Appendix(pending))
        elif _begins_appendix(pending):
            appendices.append(_behind(_village_above(appendices[-1], pending), pending))
        elif _restarts(appendices[-1], block):
            appendices.append(_next_budget(appendices[-1], [*passed, *pending]))
        else:
            passed += pending
            appendices[-1].heading.extend(p for p in pending if is_footnote(even(p.text)))
            appendices[-1].between.extend(p for p in pending if unit_of_line(p.text) is not None)
        if not block.header:
            _take_village(appendices[-1], block, passed)
            passed = []
        pending = []
        appendices[-1].rows.append(block)
    if not appendices:
        return pending, []
    return preamble, appendices


def _unboxed(block: Paragraph | Row) -> Paragraph | Row:
    """A row that holds a stamp, a title or a footnote and no amount is a paragraph."""
    if isinstance(block, Paragraph) or any(len(cell) > 3 and is_amount(cell) for cell in block.cells):
        return block
    text = even(clean_print(" ".join(cell for cell in block.cells if cell.strip())))
    if stamp_in(text) or is_footnote(text) or (not block.header and unit_of_line(text) is not None) or (
        not block.header and len(text) > 12 and YEAR.search(text) and BUDGET_TITLE.search(text)
        and not any(is_amount(cell) for cell in block.cells)
    ):  # fmt: skip
        return Paragraph(" ".join(cell for cell in block.cells if cell.strip()), block.at)
    return block


def _stamp_start(paragraphs: Sequence[Paragraph]) -> int:
    """The first paragraph of the first appendix's heading."""
    texts = [even(clean_print(p.text)) for p in paragraphs]
    start = next((i for i, text in enumerate(texts) if _is_stamp(texts, i)), None)
    if start is None:
        last = len(texts) - 1
        while last > 0 and is_footnote(texts[last]):
            last -= 1
        titled = bool(texts) and _title_like(texts[last])
        return max(last, 0) if titled else len(texts)
    while start > 0 and len(texts[start - 1]) < 110 and STAMP_PART.search(texts[start - 1]):
        start -= 1
    return start


def _is_stamp(texts: Sequence[str], index: int) -> bool:
    text = _footnote_start().split(texts[index])[0]
    if is_footnote(text) or len(text) > 600:
        return False
    if STAMP_LINE.match(text):
        return True
    match = stamp_in(text)
    # Clauses speak of appendices too: «приложение 1 к решению изложить в новой редакции».
    return match is not None and match.start() < 200 and not saying(Says.REDRAFTS).search(text)


def _title_like(text: str) -> bool:
    return len(text) < 400 and (
        bool(BUDGET_TITLE.search(text) and YEAR.search(text)) or aside_reason(text) is not None
    )


def _begins_appendix(pending: Sequence[Paragraph]) -> bool:
    texts = [even(clean_print(p.text)) for p in pending]
    return any(
        _is_stamp(texts, i) or (not is_footnote(text) and _title_like(text)) for i, text in enumerate(texts)
    )


def _restarts(appendix: Appendix, row: Row) -> bool:
    """Whether a row begins a budget anew: its revenue total, below another one and an expenditure total."""
    if _total_of(row) is not Section.REVENUE:
        return False
    return {_total_of(each) for each in appendix.rows}.issuperset(BY_SIDE.values())


def _total_of(row: Row) -> Section | None:
    """The section that a row is the total of."""
    if row.header or len(row.cells) != 3 or row.cells[0]:
        return None
    path = path_of_row(row.cells[1])
    return next((section for section in BY_SIDE.values() if path == section), None)


def _lines_above(appendix: Appendix) -> list[Row]:
    """The rows that an appendix ends with and that hold one text: they stand above what follows."""
    rows = appendix.rows
    first = len(rows)
    while first and rows[first - 1].header:
        first -= 1
    return [row for row in rows[first:] if len(row.cells) == 1]


def _next_budget(appendix: Appendix, above: Sequence[Paragraph]) -> Appendix:
    """The budget that follows another one below its stamp: of who is named between them, else of the same."""
    lines = _lines_above(appendix)
    headers = []
    while appendix.rows and appendix.rows[-1].header:
        headers.append(appendix.rows.pop())
    own = [*above, *(Paragraph(line.cells[0], line.at) for line in lines)]
    text = even(" ".join(line.text for line in own))
    named = find_small_place(text, None) or find_place(text)
    following = _behind([] if named else _passed_on(appendix), own)
    following.rows += [row for row in reversed(headers) if row not in lines]
    return following


def _behind(above: Sequence[Paragraph], own: Sequence[Paragraph]) -> Appendix:
    """An appendix whose heading is what it takes over of an earlier one's, and its own."""
    return Appendix([*above, *own], taken_over=len(above))


def _passed_on(appendix: Appendix) -> list[Paragraph]:
    """What a budget without a name takes over of a heading: whose it is.

    What others took over before is not put together: the last of many would have all headings of the file.
    """
    above, own = appendix.heading[: appendix.taken_over], appendix.heading[appendix.taken_over :]
    is_named = not above or find_small_place(even(" ".join(p.text for p in own)), None) is not None
    return _bounded(own) if is_named else above


def _bounded(heading: list[Paragraph]) -> list[Paragraph]:
    """A heading, of one without end what begins with the last line that names a village."""
    if len(heading) <= _MOST_TAKEN_OVER:
        return heading
    naming = (i for i in range(len(heading) - 1, -1, -1) if find_small_place(even(heading[i].text), None))
    begin = next(naming, len(heading) - _MOST_TAKEN_OVER)
    return heading[begin : begin + _MOST_TAKEN_OVER]


def _village_above(appendix: Appendix, pending: Sequence[Paragraph]) -> list[Paragraph]:
    """The heading of a village's budget that one without a stamp and a name follows: it is the village's."""
    texts = [even(clean_print(p.text)) for p in pending]
    joined = " ".join(texts)
    if any(_is_stamp(texts, index) for index in range(len(texts))) or find_place(joined):
        return []
    if find_small_place(joined, None) is not None:
        return []
    above = _passed_on(appendix)
    return above if find_small_place(even(" ".join(p.text for p in above)), None) is not None else []


def _take_village(appendix: Appendix, row: Row, passed: Iterable[Paragraph]) -> None:
    """Puts what names a village below a table's labels, above its first row, into the heading."""
    if _total_of(row) is Section.REVENUE and all(each.header for each in appendix.rows):
        lines = [*passed, *(Paragraph(line.cells[0], line.at) for line in _lines_above(appendix))]
        appendix.heading += [line for line in lines if find_small_place(even(line.text), None) is not None]
