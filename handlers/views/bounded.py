"""The lines inside a line whose amounts lie within bounds, with their number and their sum."""

from __future__ import annotations

from fractions import Fraction

from handlers.views.amounts import exact, is_rounded, percent, readable, share_asked
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import line_in_list
from handlers.views.listing import (
    describe_parts,
    list_notices,
    other_rows,
    whole_button,
    with_total,
    without_line,
)
from handlers.views.matches import MATCHES_PAGE, NAME_SHOWN, page_line, page_rows, paging_row, source_lines
from handlers.views.message import MessageView, bold, italic, paragraphs, plain
from handlers.views.table_actions import TakeAnswer
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from parser.kinds import Doubt
from parser.question.bounds import Bounds, BoundUnit
from parser.question.relative_bounds import WHOLE
from parser.records import Section
from storage.answering.listings import BoundedList
from storage.answering.page import list_size


def bounded_view(answer: BoundedList, texts: Texts) -> MessageView:
    """Lines within bounds, a page of them, after how many they are and what they add up to.

    Args:
        answer: the lines, largest first, and the line that they are inside.
        texts: the person's language.

    Returns:
        The message; a button opens each line, one the whole.
    """
    whole, page = answer.whole, answer.page
    listed = with_total(whole, answer.total, answer.without)
    rows = page_rows(page, texts)
    paging = paging_row(page, texts, list_size(MATCHES_PAGE, answer.heard.question.frame.count))
    taken = TakeAnswer(page.offset, whole.edition.budget)
    table = (table_button(taken, texts),) if page.matches else ()
    spans = paragraphs(
        [[italic(notice)] for notice in list_notices(answer, texts)],
        [
            [bold(bounded_title(answer, texts))],
            *without_line(answer.without, texts),
            [plain(_count(answer, texts))],
            *page_line(page, texts),
        ],
        *describe_parts(page, listed, texts),
        source_lines([whole, *answer.without, *([answer.by] if answer.by else []), *page.matches], texts),
        doubt_lines([answer.doubt], texts) if answer.doubt not in _doubts(answer) else [],
    )
    return MessageView(
        spans,
        (
            *rows,
            *([paging] if paging else []),
            *other_rows(answer, texts),
            (whole_button(whole, page, texts), *table),
        ),
    )


def bounded_title(answer: BoundedList, texts: Texts) -> str:
    """What the lines are and between which amounts: «Образование», программы: больше 100 млн тенге."""
    lowest = "line" if answer.whole.line.section is Section.REVENUE else "program"
    level = texts.get(f"level-{answer.level or lowest}")
    name = line_in_list(answer.whole.line, texts, NAME_SHOWN)
    return texts.get("bounded-title", name=name, level=level, bounds=_said(answer, texts))


def _count(answer: BoundedList, texts: Texts) -> str:
    """How many lines of how many, and what they add up to, which is computed."""
    if not answer.page.total:
        return texts.get("bounded-none", total=answer.out_of)
    amount = marked(exact(answer.amount, answer.whole.line.unit, texts), answer.doubt)
    said = texts.get("bounded-count", count=answer.page.total, total=answer.out_of, amount=amount)
    if 0 < answer.amount <= answer.total:
        doubt = Doubt.gravest(
            (answer.doubt, *(match.line.doubt for match in (answer.whole, *answer.without)))
        )
        share = marked(percent(Fraction(answer.amount, answer.total), texts), doubt)
        said = f"{said} {texts.get('bounded-share', share=share)}"
    return said


def _doubts(answer: BoundedList) -> set[Doubt | None]:
    """The doubts of the lines that are shown, which stand explained below the source."""
    return {match.line.doubt for match in (answer.whole, *answer.page.matches)}


def _said(answer: BoundedList, texts: Texts) -> str:
    """The bounds in words."""
    bounds, asked = answer.bounds, answer.heard.question.frame.bounds
    unit = asked.unit if asked else BoundUnit.TENGE
    if answer.by is not None and unit is BoundUnit.TENGE:
        side = "above" if bounds.high is None else "below"
        amount = exact(bounds.low or bounds.high or 0, answer.by.line.unit, texts)
        name = line_in_list(answer.by.line, texts, NAME_SHOWN)
        return texts.get(f"bounds-{side}-line", name=name, amount=marked(amount, answer.by.line.doubt))
    low, high = (
        _end(answer, end, tenge, texts)
        for end, tenge in (
            (asked.low if asked else None, bounds.low),
            (asked.high if asked else None, bounds.high),
        )
    )
    said = _between(bounds, low, high, texts)
    return marked(said, answer.by.line.doubt) if answer.by is not None else said


def describe_bounds(bounds: Bounds, texts: Texts) -> str:
    """Amounts that bound a list, in words: `больше 1 млрд тенге`."""
    low, high = (_amount(end, texts) for end in (bounds.low, bounds.high))
    return _between(bounds, low, high, texts)


def _between(bounds: Bounds, low: str, high: str, texts: Texts) -> str:
    """Bounds in words, with their ends as they are to be shown; of nothing that it is nothing."""
    if bounds.low is None and bounds.high == 0 and bounds.high_included:
        return texts.get("bounds-nothing")
    if bounds.low is None:
        return texts.get("bounds-at-most" if bounds.high_included else "bounds-below", high=high)
    if bounds.high is None:
        return texts.get("bounds-at-least" if bounds.low_included else "bounds-above", low=low)
    included = bounds.low_included and bounds.high_included
    return texts.get("bounds-range" if included else "bounds-between", low=low, high=high)


def _end(answer: BoundedList, share: int | None, tenge: int | None, texts: Texts) -> str:
    """An end of the bounds; a share or an average with what it is in tenge, which is computed."""
    asked = answer.heard.question.frame.bounds
    if share is None or tenge is None or asked is None or asked.unit is BoundUnit.TENGE:
        return _amount(tenge, texts)
    amount = exact(tenge, 1, texts)
    if answer.by is None:
        return texts.get("bounds-average", amount=amount)
    said = share_asked(Fraction(share, WHOLE), texts)
    name = line_in_list(answer.by.line, texts, NAME_SHOWN)
    return texts.get("bounds-share", share=said, name=name, amount=amount)


def _amount(tenge: int | None, texts: Texts) -> str:
    if tenge is None:
        return ""
    return exact(tenge, 1, texts) if is_rounded(tenge) else readable(tenge, texts)
