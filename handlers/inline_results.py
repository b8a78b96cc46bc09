"""An inline query → the articles: what is told of several lines, each line, or why there is none."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from handlers.desk import Desk
from handlers.inline_computed import computed_articles, explain_nothing, tell_remark
from handlers.inline_totals import find_total_articles
from handlers.shown_again import reuse_of
from handlers.views.articles import Article, ToldInline, article, explaining_article, tell_apart
from handlers.views.card import CHILDREN_SHOWN
from handlers.views.filled import choice_title, filled_summary, filled_text, filled_view
from handlers.views.links import HELP_PAYLOAD, line_payload, question_payload
from handlers.views.pages import notice_view
from handlers.views.texts import Texts
from parser.dataclass import dataclass
from parser.question.reading import read_question
from storage.answering.answer import Answer, Decisions, Paged, Talk
from storage.answering.answer_traits import count_lines, list_matches
from storage.answering.filled_sentence import FilledSentence, fill_sentence, list_choices
from storage.answering.request import Request
from storage.answering.service import answer
from storage.answering.unfinished import complete_kinds, complete_places, complete_question, seems_unfinished
from storage.aside import work_aside

_OF_A_PLACE = 4  # results, where several places may be meant


@dataclass(frozen=True, slots=True)
class InlineResults:
    """What an inline query is answered with.

    Attributes:
        articles: to choose from; none only on a page past the end.
        following: the offset that the next page begins at, 0 when there is none.
        found: whether they are what was asked for; else the only one says why there are none.
        texts: the language that they are told in; None for the person's own.
    """

    articles: list[Article]
    following: int = 0
    found: bool = True
    texts: Texts | None = None


async def find_results(desk: Desk, query: str, *, limit: int, offset: int = 0) -> InlineResults:
    """Inline results of a query.

    Args:
        desk: whom to show them to, from what.
        query: what was typed; the main totals and the last decision answer an empty one.
        limit: how many articles at most.
        offset: how many lines to pass over.
    """
    said = query.strip()
    if not said or (len(said) == 1 and said.isalpha()):  # one letter begins to mean nothing yet
        return await _show_totals(desk, limit, offset)
    filled = await fill_sentence(partial(_ask, desk), desk.index, query, desk.home(query))
    if filled is not None:
        texts = desk.speaking(filled.heard).texts
        return InlineResults(tell_apart(_filled_articles(filled, desk)) if not offset else [], texts=texts)
    return await _find_answers(desk, query, limit=limit, offset=offset)


async def _ask(desk: Desk, request: Request) -> Answer:
    return await answer(desk.session, desk.index, replace(request, running_year=desk.running_year))


async def _find_answers(desk: Desk, query: str, *, limit: int, offset: int) -> InlineResults:
    """The results of a question, as far as it is typed."""
    request = Request(
        await work_aside(query, read_question, query),
        desk.home(query),
        limit=limit,
        offset=offset,
        every=True,
        cards=True,
        children=CHILDREN_SHOWN,
        running_year=desk.running_year,
    )
    if not offset and (completed := await _complete(desk, query, request)):
        return InlineResults(tell_apart(completed))
    found = await answer(desk.session, desk.index, request)
    texts = desk.speaking(found.heard).texts
    if offset:
        lines = _line_articles(found, desk, offset)
        following = _follow(found, offset + len(lines))
        return InlineResults(tell_apart(lines, wholly=True), following, texts=texts)
    first, lines = computed_articles(found, desk, query), _line_articles(found, desk)
    shown = [*first, *lines][:limit]
    if not shown:
        told, is_found = [explain_nothing(found, desk, query)], isinstance(found, Decisions | Talk)
        return InlineResults(told, found=is_found, texts=texts)
    return InlineResults(tell_apart(shown), _follow(found, len(shown) - len(first)), texts=texts)


async def _complete(desk: Desk, query: str, request: Request) -> list[Article]:
    """The lines that a message may come to ask for: of places that its last word begins, then by name."""
    placed = await work_aside(query, complete_kinds, desk.index, query)
    lines, articles = list[Article](), list[Article]()
    if not placed:
        if not seems_unfinished(desk.index, request.question):
            return []
        completed = await complete_question(desk.session, desk.index, request)
        lines = _line_articles(completed, desk) if completed else []
        placed = await work_aside(query, complete_places, desk.index, query, desk.texts.language)
    for text in placed:
        question = await work_aside(text, read_question, text)
        found = await answer(desk.session, desk.index, replace(request, question=question))
        shown = [*computed_articles(found, desk, text), *_line_articles(found, desk)][:_OF_A_PLACE]
        articles += shown or [explain_nothing(found, desk, text)]
    return [*articles, *lines]


def _filled_articles(filled: FilledSentence, desk: Desk) -> list[Article]:
    """A sentence with its amounts; where it is not sure which line is meant, then with each that may be."""
    texts, choices = desk.speaking(filled.heard).texts, list_choices(filled)
    summary = filled_summary(filled, texts, choices=bool(choices))
    told = [(filled, filled_text(filled, texts), summary)]
    told += [(each, choice_title(each, texts), filled_text(each, texts)) for each in choices]
    return [
        _filled_article(each, ToldInline(title, filled_view(each, texts), said), texts)
        for each, title, said in told
    ]


def _filled_article(filled: FilledSentence, told: ToldInline, texts: Texts) -> Article:
    """A sentence with its amounts; its button opens the first line, or asks what could not be put in."""
    unsure = next((each for each in filled.insertions if each.amount is None), None)
    lines = [match.printed_at for each in filled.insertions for match in each.lines]
    payload = question_payload(unsure.insertion.said) if unsure else line_payload(lines[0])
    return explaining_article(told, payload or HELP_PAYLOAD, texts)


async def _show_totals(desk: Desk, limit: int, offset: int) -> InlineResults:
    """What is shown where nothing is asked yet; where nothing is loaded, that alone."""
    articles = await find_total_articles(desk)
    if articles or offset:
        return InlineResults(tell_apart(articles[offset : offset + limit]))
    told = ToldInline(desk.texts.get("inline-nothing-loaded"), notice_view("nothing-loaded", desk.texts))
    return InlineResults([explaining_article(told, HELP_PAYLOAD, desk.texts)], found=False)


def _line_articles(found: Answer, desk: Desk, offset: int = 0) -> list[Article]:
    """The lines of an answer, each with what has to be said before it."""
    texts = desk.speaking(found.heard).texts
    remark = tell_remark(found, texts)
    begins = found.page.offset if isinstance(found, Paged) else 0
    with_place = len(desk.index.places) > 1
    key = "article", texts.language, remark, with_place
    cards = [match.card for match in list_matches(found)[max(offset - begins, 0) :] if match.card is not None]
    return [
        reuse_of(desk, card, key, partial(article, card, texts, remark, with_place=with_place))
        for card in cards
    ]


def _follow(found: Answer, after: int) -> int:
    """The offset that the next page begins at, 0 where all was shown."""
    return after if 0 < after < count_lines(found) else 0
