"""What a question may have meant, or that nothing was found."""

from __future__ import annotations

from handlers.views.clean import one_line
from handlers.views.matches import describe_match, match_button, page_line, paging_row, source_lines
from handlers.views.message import MessageView, italic, paragraphs, plain
from handlers.views.texts import Texts
from storage.answering.answer import Answer

QUERY_SHOWN = 80


def candidates_view(answer: Answer, texts: Texts, offset: int = 0) -> MessageView:
    """The candidates of a question, numbered, each with a button.

    Args:
        answer: what was found; not empty.
        texts: the person's language.
        offset: how many candidates come before these.

    Returns:
        The message. Every candidate has its amount and parent, since names repeat.
    """
    query = one_line(answer.query, QUERY_SHOWN)
    title = "candidates-unsure" if answer.total == 1 else "candidates-title"
    heading = [[plain(texts.get(title, query=query))], *page_line(answer, texts, offset)]
    numbered = list(enumerate(answer.matches, start=offset + 1))
    rows = [(match_button(number, match, texts),) for number, match in numbered]
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer, texts)],
        heading,
        *(describe_match(number, match, texts) for number, match in numbered),
        source_lines(answer.matches, texts),
    )
    paging = paging_row(answer, texts, offset)
    return MessageView(spans, (*rows, paging) if paging else tuple(rows))


def nothing_view(answer: Answer, texts: Texts) -> MessageView:
    """That nothing was found, what was understood, what comes nearest, and how to ask.

    Args:
        answer: what was asked.
        texts: the person's language.

    Returns:
        The message; a button opens each of the nearest lines.
    """
    query = one_line(answer.query, QUERY_SHOWN)
    said = [[plain(texts.get("nothing-found", query=query))]]
    words = one_line(", ".join(answer.understood), QUERY_SHOWN)
    if words and words != query.casefold():
        said.append([plain(texts.get("nothing-understood", words=words))])
    numbered = list(enumerate(answer.nearest, start=1))
    spans = paragraphs(
        said,
        [[plain(texts.get("nothing-nearest"))]] if numbered else [],
        *(describe_match(number, match, texts) for number, match in numbered),
        source_lines(answer.nearest, texts),
        [[plain(texts.get("nothing-try"))]],
    )
    return MessageView(spans, tuple((match_button(number, match, texts),) for number, match in numbered))


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
        searched = one_line(answer.searched, QUERY_SHOWN)
        notices.append(
            texts.get("searched-instead", query=one_line(answer.query, QUERY_SHOWN), searched=searched)
        )
    return notices
