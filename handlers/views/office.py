"""What an office has in all functional groups together, said to be computed, and in each of them."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import DIRECT, AnswerPage, ShowCandidates, Way
from handlers.views.amounts import exact
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import line_in_list
from handlers.views.matches import (
    NAME_SHOWN,
    answer_notices,
    describe_match,
    numbered,
    page_line,
    page_rows,
    page_way,
    paging_row,
    source_lines,
)
from handlers.views.message import Button, MessageView, bold, italic, paragraphs, plain
from handlers.views.texts import Texts
from storage.answering.office import Office
from storage.answering.page import LIST_PAGE
from storage.answering.several_figures import AcrossGroups


def across_view(answer: AcrossGroups, texts: Texts) -> MessageView:
    """What an office has, as the answer to a question.

    Args:
        answer: its lines, largest first.
        texts: the person's language.

    Returns:
        The message; a button opens each line.
    """
    page = answer.page
    if not page.matches:
        return MessageView(paragraphs([[plain(across_title(answer, texts))]]))
    view = _view(answer, texts, page_way(page), answer_notices(answer.heard, texts))
    paging = paging_row(page, texts, LIST_PAGE)
    return MessageView(view.spans, (*view.rows, paging) if paging else view.rows)


def office_view(office: Office, texts: Texts, way: Way = DIRECT) -> MessageView:
    """What an office has, opened from a list.

    Args:
        office: its lines, largest first.
        texts: the person's language.
        way: how the person came here.

    Returns:
        The message; a button opens each line, one leads back.
    """
    view = _view(office, texts, Way(way.began))
    if not isinstance(way.began, AnswerPage):
        return view
    budget = office.page.matches[0].edition.budget
    back = Button(texts.get("button-back-answer"), ShowCandidates(way.began.offset, budget))
    return MessageView(view.spans, (*view.rows, (back,)))


def across_title(answer: AcrossGroups | Office, texts: Texts) -> str:
    """Whose the lines are."""
    matches = answer.page.matches
    return line_in_list(matches[0].line, texts, NAME_SHOWN) if matches else texts.get("across-count", count=0)


def _view(answer: AcrossGroups | Office, texts: Texts, way: Way, notices: Sequence[str] = ()) -> MessageView:
    page = answer.page
    amount = marked(exact(answer.amount, page.matches[0].line.unit, texts), answer.doubt)
    shown = {match.line.doubt for match in page.matches}
    spans = paragraphs(
        [[italic(notice)] for notice in notices],
        [
            [bold(across_title(answer, texts))],
            [bold(amount)],
            [plain(texts.get("across-count", count=page.total))],
            *page_line(page, texts),
        ],
        *(describe_match(number, match, texts, among=page.matches) for number, match in numbered(page)),
        source_lines(page.matches, texts),
        doubt_lines([answer.doubt], texts) if answer.doubt not in shown else [],
    )
    return MessageView(spans, tuple(page_rows(page, texts, way)))
