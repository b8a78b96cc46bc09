"""What a question may have meant, or that nothing was found."""

from __future__ import annotations

from handlers.views.amounts import exact
from handlers.views.clean import one_line
from handlers.views.lines import BUTTON_LIMIT, match_ref, name_of
from handlers.views.message import (
    Button,
    MessageView,
    OpenLine,
    ShowCandidates,
    Span,
    bold,
    italic,
    paragraphs,
    plain,
)
from handlers.views.texts import Texts
from parser.question import Intent
from storage.answers import Answer, Match

CANDIDATES_PAGE = 5
_QUERY_LIMIT = 80
_LABEL_PARENT = 22
_LABEL_MARKS = 10  # the number and the marks between


def candidates_view(answer: Answer, texts: Texts, offset: int = 0) -> MessageView:
    """The candidates of a question, numbered, each with a button.

    Args:
        answer: what was found; not empty.
        texts: the person's language.
        offset: how many candidates come before these.

    Returns:
        The message. Every candidate has its amount and parent, since names repeat.
    """
    query = one_line(answer.query, _QUERY_LIMIT)
    several = answer.intent is Intent.COMPARE and answer.total > 1
    title = (
        "candidates-several" if several else "candidates-unsure" if answer.total == 1 else "candidates-title"
    )
    heading = [[plain(texts.get(title, query=query))]]
    if answer.total > len(answer.matches):
        last = offset + len(answer.matches)
        heading.append(
            [italic(texts.get("candidates-page", total=answer.total, first=offset + 1, last=last))]
        )
    numbered = list(enumerate(answer.matches, start=offset + 1))
    rows = [
        (Button(_label(number, match, texts), OpenLine(match_ref(match), asked=True)),)
        for number, match in numbered
    ]
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer, texts)],
        heading,
        *(_described(number, match, texts) for number, match in numbered),
    )
    paging = _paging(answer, texts, offset)
    return MessageView(spans, (*rows, paging) if paging else tuple(rows))


def nothing_view(answer: Answer, texts: Texts) -> MessageView:
    """That nothing was found, and how to ask.

    Args:
        answer: what was asked.
        texts: the person's language.

    Returns:
        The message.
    """
    query = one_line(answer.query, _QUERY_LIMIT)
    return MessageView(
        paragraphs([[plain(texts.get("nothing-found", query=query))]], [[plain(texts.get("nothing-try"))]])
    )


def answer_notices(answer: Answer, texts: Texts) -> list[str]:
    """What a person must know of an answer before reading it, a sentence each.

    Args:
        answer: what was found.
        texts: the person's language.

    Returns:
        That the edition asked for is not loaded, and that something else was searched than was typed.
    """
    notices = []
    if answer.missing:
        notices.append(texts.get(f"missing-{answer.missing.kind}", value=one_line(answer.missing.value, 40)))
    if answer.searched:
        searched = one_line(answer.searched, _QUERY_LIMIT)
        notices.append(
            texts.get("searched-instead", query=one_line(answer.query, _QUERY_LIMIT), searched=searched)
        )
    return notices


def _parent(match: Match, texts: Texts, limit: int) -> str:
    parent = match.path.rpartition("/")[0]
    return name_of(parent, match.parent_names, texts, limit).text if parent else match.place


def _described(number: int, match: Match, texts: Texts) -> list[list[Span]]:
    name = name_of(match.path, match.names, texts, 200).text
    amount = exact(match.amount, match.unit, texts)
    inside = texts.get("candidate-inside", amount=amount, parent=_parent(match, texts, 100))
    return [[bold(texts.get("candidate-number", number=number, name=name))], [plain(inside)]]


def _label(number: int, match: Match, texts: Texts) -> str:
    # Names repeat (Басқалар, Өзгелер): the parent tells them apart, so neither may push the other out.
    parent = _parent(match, texts, _LABEL_PARENT)
    name = name_of(match.path, match.names, texts, BUTTON_LIMIT - len(parent) - _LABEL_MARKS).text
    return texts.get("candidate-button", number=number, name=name, parent=parent)


def _paging(answer: Answer, texts: Texts, offset: int) -> tuple[Button, ...]:
    row = []
    if offset > 0:
        row.append(Button(texts.get("button-previous"), ShowCandidates(max(offset - CANDIDATES_PAGE, 0))))
    after = offset + len(answer.matches)
    if answer.matches and after < answer.total:
        row.append(Button(texts.get("button-next"), ShowCandidates(after)))
    return tuple(row)
