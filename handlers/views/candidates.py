"""What a question may have meant, or that nothing was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.views.card import widest_share
from handlers.views.clean import one_line
from handlers.views.ledger import changed_steps
from handlers.views.matches import (
    QUERY_SHOWN,
    answer_notices,
    describe_match,
    match_button,
    numbered,
    page_line,
    page_rows,
    paging_row,
    source_lines,
)
from handlers.views.message import MessageView, Span, italic, paragraphs, plain
from handlers.views.places import tell_places
from handlers.views.since import change_of_decision, widest_change
from handlers.views.texts import Texts
from parser.budget_code import is_branch
from parser.question.directions import asks_when
from parser.question.intents import OF_LINES_BEFORE, Intent, Unsaid
from storage.answering.answer import Choice
from storage.answering.missing import MissingKind
from storage.answering.page import Match
from storage.answering.request import Heard

_TOLD = frozenset({MissingKind.AMOUNT, MissingKind.CONTEXT})
_SAID_ALONE = frozenset(
    {
        Unsaid.MORE,
        Unsaid.OTHER,
        Unsaid.NO_REST,
        Unsaid.WITHOUT_EDITION,
        Unsaid.BOUNDED_CHANGES,
        *OF_LINES_BEFORE,
    }
)


def candidates_view(answer: Choice, texts: Texts) -> MessageView:
    """The candidates of a question, numbered, each with a button.

    Args:
        answer: what was found; a page that is not empty.
        texts: the person's language.

    Returns:
        The message. Every candidate has its amount and parent, since names repeat.
    """
    page = answer.page
    query = one_line(answer.heard.question.text, QUERY_SHOWN)
    title = "candidates-unsure" if page.total == 1 else "candidates-title"
    if answer.heard.lacking:  # a notice says that it is not there
        branches = all(is_branch(match.line.path) for match in page.matches)
        title = "candidates-branch" if branches else "candidates-nearest"
    heading = [[plain(texts.get(title, query=query, count=page.total))], *page_line(page, texts)]
    rows = page_rows(page, texts)
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts)],
        heading,
        *(
            [
                *describe_match(number, match, texts, among=page.matches),
                *_asked_of(match, answer.heard, texts),
            ]
            for number, match in numbered(page)
        ),
        source_lines(page.matches, texts),
    )
    paging = paging_row(page, texts)
    return MessageView(spans, (*rows, paging) if paging else tuple(rows))


def _asked_of(match: Match, heard: Heard, texts: Texts) -> list[Sequence[Span]]:
    """How a line changed, or what share it is, where that is asked: it tells which of several is meant."""
    if match.card is None or match.groups > 1:
        return []
    if heard.question.intent is Intent.SHARE:
        return widest_share(match.card, texts)
    if heard.question.intent is not Intent.CHANGE:
        return []
    if asks_when(heard.question) and (steps := changed_steps(match.card, texts)):
        return [*steps]
    if _names_its_decision(match, heard):
        return change_of_decision(match.card, texts)
    return [*widest_change(match.card, texts)]


def _names_its_decision(match: Match, heard: Heard) -> bool:
    """Whether it is asked what the one decision changed that a line is shown of: `в ноябре`, `решением 12-3`.

    `до ноября` and a date on which nothing was adopted ask of all that was done by then.
    """
    question, order = heard.question, heard.question.in_order
    if heard.missing is not None or not question.names_decision:
        return False
    if question.season or order.since or order.until or order.beside:
        return False
    return question.date in {None, match.edition.decision.date}


def nothing_view(
    heard: Heard,
    texts: Texts,
    words: Sequence[str] = (),
    nearest: Sequence[Match] = (),
    *,
    elsewhere: bool = False,
) -> MessageView:
    """Says that nothing was found, what was understood, what comes nearest, and how to ask.

    Args:
        heard: what was asked.
        texts: the person's language.
        words: those that were searched.
        nearest: the lines that come nearest.
        elsewhere: whether it is said in a chat where the bot may not be, and its commands mean nothing.

    Returns:
        The message; a button opens each of the nearest lines.
    """
    if heard.question.lacks in _SAID_ALONE:
        return MessageView(paragraphs([[plain(" ".join(answer_notices(heard, texts)))]]))
    query = one_line(heard.question.text, QUERY_SHOWN)
    amount = heard.missing is not None and heard.missing.kind in _TOLD
    lacking = amount or heard.lacking is not None  # which a notice says
    said = [] if lacking else [[plain(texts.get("nothing-found", query=query))]]
    searched = one_line(", ".join(words), QUERY_SHOWN)
    if words and searched != query.casefold() and not lacking:
        said.append([plain(texts.get("nothing-understood", words=searched))])
    counted = list(enumerate(nearest, start=1))
    # Why something changed that was not found is of nothing.
    asked = replace(heard.question, frame=replace(heard.question.frame, reason=False))
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(replace(heard, question=asked), texts)],
        said,
        [[plain(texts.get("nothing-nearest-amounts" if amount else "nothing-nearest"))]] if counted else [],
        *(describe_match(number, match, texts, among=nearest) for number, match in counted),
        source_lines(nearest, texts),
        [[plain(each)] for each in _end_of_nothing(heard, texts, elsewhere=elsewhere)],
    )
    return MessageView(
        spans, tuple((match_button(number, match, texts, among=nearest),) for number, match in counted)
    )


def _end_of_nothing(heard: Heard, texts: Texts, *, elsewhere: bool) -> list[str]:
    """What leads on from nothing: to other places, by name or by their buttons, else how to ask."""
    if not elsewhere:
        alone = "lacking-inside" if heard.lacking else "nothing-try"
        return [texts.get("lacking-others" if heard.others else alone)]
    others = tell_places(heard.others, "lacking-elsewhere", texts)
    return [others] if others else [texts.get("nothing-try-elsewhere")]
