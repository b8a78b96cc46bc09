"""Lines offered beside what has to be said first: no decision says it, or it has no line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.lines import line_name
from handlers.views.matches import (
    answer_notices,
    describe_match,
    numbered,
    page_line,
    page_rows,
    paging_row,
    source_lines,
)
from handlers.views.message import MessageView, Span, italic, paragraphs, plain
from handlers.views.texts import Texts
from parser.budget_code import level_of, parents
from parser.question.intents import Unheld
from parser.records import Level
from storage.answering.answer import NotHeld, PartOfLine
from storage.answering.page import Match, Page
from storage.answering.request import Heard


def offer_sentence(answer: NotHeld | PartOfLine, texts: Texts) -> str:
    """What has to be said before the lines: that no decision says it, or that it has no line of its own."""
    if isinstance(answer, NotHeld) and answer.unheld is Unheld.OFFICE:
        offices = dict.fromkeys(name for match in answer.page.matches if (name := _office_of(match, texts)))
        told = [texts.get("held-office", count=len(offices), names=", ".join(offices))] if offices else []
        return " ".join([*told, texts.get("not-held-office")])
    if isinstance(answer, NotHeld):
        return texts.get(f"not-held-{answer.unheld}")
    if answer.supposed:
        return texts.get("supposed-part")
    return texts.get("part-of-line" if answer.page.total == 1 else "part-of-lines")


def _office_of(match: Match, texts: Texts) -> str | None:
    """The name of the office whose programme a line is, or which it is; None of any other line."""
    if level_of(match.path) is Level.ADMINISTRATOR:
        return texts.get("remainder-part", name=line_name(match.line, texts))
    of_office = any(level_of(path) is Level.ADMINISTRATOR for path in parents(match.path)[:1])
    return (
        texts.get("remainder-part", name=line_name(match.parent, texts))
        if of_office and match.parent
        else None
    )


def not_held_view(answer: NotHeld, texts: Texts) -> MessageView:
    """Says that no decision holds what is asked, then what is planned for its line: `кто строит школу`.

    Args:
        answer: what is asked and the lines that are offered, perhaps none.
        texts: the person's language.

    Returns:
        The message; a button opens each of the lines.
    """
    sentence = offer_sentence(answer, texts)
    if not answer.page.total:
        return MessageView(paragraphs([[plain(sentence)], [plain(texts.get("not-held-ask"))]]))
    offered = texts.get("not-held-line" if answer.page.total == 1 else "not-held-lines")
    return _offers_view(answer.heard, [[plain(sentence)], [plain(offered)]], answer.page, texts)


def part_view(answer: PartOfLine, texts: Texts) -> MessageView:
    """Says that something has no line of its own, then the lines it is paid out of.

    Args:
        answer: those lines, a page that is not empty.
        texts: the person's language.

    Returns:
        The message; a button opens each of the lines.
    """
    return _offers_view(answer.heard, [[plain(offer_sentence(answer, texts))]], answer.page, texts)


def _offers_view(heard: Heard, said: Sequence[Sequence[Span]], page: Page, texts: Texts) -> MessageView:
    rows = page_rows(page, texts)
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(heard, texts)],
        [*said, *page_line(page, texts)],
        *(describe_match(number, match, texts, among=page.matches) for number, match in numbered(page)),
        source_lines(page.matches, texts),
    )
    paging = paging_row(page, texts)
    return MessageView(spans, (*rows, paging) if paging else tuple(rows))
