"""The lines inside another one: the largest, the smallest, or all that it consists of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from handlers.views.actions import OpenLine, OpenOffice
from handlers.views.amounts import exact, percent
from handlers.views.charts.structure import structure_button
from handlers.views.clean import one_line
from handlers.views.doubts import line_amount, marked
from handlers.views.lines import BUTTON_LIMIT, line_in_list, line_name
from handlers.views.matches import (
    MATCHES_PAGE,
    NAME_SHOWN,
    QUERY_SHOWN,
    answer_notices,
    listed_lines,
    numbered,
    page_line,
    page_rows,
    page_way,
    paging_row,
    parent_among,
    source_lines,
)
from handlers.views.message import Button, MessageView, Span, bold, italic, paragraphs, plain
from handlers.views.table_actions import TakeAnswer
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from parser.budget_code import BALANCES, BY_SIDE, codes_of, level_of, parents
from parser.kinds import Doubt
from parser.question.intents import ListedLevel, Unheld
from parser.records import Level
from storage.answering.listings import BoundedList, Listing, ListOrder, RankedLine
from storage.answering.page import Match, Page, list_size

_PARENT_SHOWN = 70
_NAMED = frozenset(BY_SIDE.values())  # what is largest in them has a name of its own


def listing_view(answer: Listing, texts: Texts) -> MessageView:
    """Lines with their amounts and their shares of the whole, a page of them.

    Args:
        answer: the lines, in their order, and the line that they are inside.
        texts: the person's language.

    Returns:
        The message; a button opens each line, one the whole.
    """
    whole, page = answer.whole, answer.page
    listed = with_total(whole, answer.total, answer.without)
    heading = [
        *([bold(sentence)] for sentence in (*rank_sentences(answer, texts), *_count(answer, texts))),
        [bold(listing_title(answer, texts))],
        *without_line(answer.without, texts),
        [plain(_total(answer, texts))],
        *_average(answer, texts),
        *page_line(page, texts),
    ]
    rows = page_rows(page, texts)
    count = None if answer.ranked else answer.heard.question.frame.lines_wanted
    paging = paging_row(page, texts, list_size(MATCHES_PAGE, count))
    whole_parts = page.total if all(parents(match.path)[:1] == (whole.path,) for match in page.matches) else 0
    chart = structure_button(whole.address, whole_parts, texts)
    table = table_button(TakeAnswer(page.offset, whole.edition.budget), texts)
    spans = paragraphs(
        [[italic(notice)] for notice in list_notices(answer, texts)],
        heading,
        *describe_parts(page, listed, texts),
        source_lines((whole, *answer.without, *page.matches), texts),
    )
    return MessageView(
        spans,
        (
            *rows,
            *([paging] if paging else []),
            *other_rows(answer, texts),
            (whole_button(whole, page, texts), *chart, table),
        ),
    )


def whole_button(whole: Match, page: Page, texts: Texts) -> Button:
    """The button that opens what a list is inside of: a line, or all that an office has."""
    label = texts.get("button-parent", name=line_name(whole.line, texts, BUTTON_LIMIT - 2))
    opens = OpenOffice if whole.groups > 1 else OpenLine
    return Button(label, opens(whole.address, page_way(page)))


def list_notices(answer: Listing | BoundedList, texts: Texts) -> list[str]:
    """What a person must know before reading a list; also that the level asked for is not printed."""
    notices = answer_notices(answer.heard, texts, edition=answer.whole.edition)
    printed = (level_of(match.path) for match in answer.page.matches)
    asked = answer.heard.question.frame.level is ListedLevel.SUBGROUP
    if answer.heard.question.frame.beyond_plan is Unheld.OFFICE:
        notices.append(texts.get("not-held-office"))
    if asked and answer.page.matches and Level.SUBGROUP not in printed:
        notices.append(texts.get("list-no-subgroups"))
    if isinstance(answer, Listing) and answer.unread:
        words = one_line(", ".join(answer.unread), QUERY_SHOWN)
        notices.append(
            texts.get("listing-unread", words=words, count=len(answer.unread), order=answer.order.value)
        )
    if isinstance(answer, BoundedList) and answer.unread:
        words = one_line(", ".join(answer.unread), QUERY_SHOWN)
        notices.append(texts.get("bounded-unread", words=words, count=len(answer.unread)))
    at_rank = answer.heard.question.frame.at_rank
    if isinstance(answer, Listing) and at_rank and not answer.ranked:
        notices.append(texts.get("listing-no-place", number=at_rank, count=answer.out_of))
    if answer.is_partly_read:
        notices.append(texts.get("listing-partly"))
    if answer.others:
        notices.append(texts.get("listing-others", count=len(_list_others(answer))))
    return notices


def other_rows(answer: Listing | BoundedList, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """A button for each line that may be meant instead of the one that is listed."""
    return tuple(
        (
            Button(
                texts.get("button-other", name=line_name(match.line, texts, BUTTON_LIMIT - 2)),
                OpenLine(match.address, page_way(answer.page)),
            ),
        )
        for match in _list_others(answer)
    )


def _list_others(answer: Listing | BoundedList) -> list[Match]:
    """The lines that may be meant instead, without those that the page has a button for."""
    shown = {match.path for match in answer.page.matches}
    return [match for match in answer.others if match.path not in shown]


def listing_title(answer: Listing, texts: Texts) -> str:
    """What the lines are: the largest, the smallest or all, and of what; of which the first are left out."""
    frame = answer.heard.question.frame
    title = _name_list(answer, texts)
    if not frame.outside or answer.ranked:  # where the place of a line is asked, the whole list is there
        return title
    return texts.get("listing-outside", title=title, count=frame.count or 0)


def _name_list(answer: Listing, texts: Texts) -> str:
    whole = answer.whole
    if answer.kind:
        return texts.get(f"listing-{answer.order}-kind", words=one_line(answer.kind, QUERY_SHOWN))
    if whole.path in _NAMED and answer.order is not ListOrder.ALL:
        return texts.get(f"listing-{answer.order}-{whole.path}")
    return texts.get(f"listing-{answer.order}", name=line_in_list(whole.line, texts, NAME_SHOWN))


def rank_sentences(answer: Listing, texts: Texts) -> list[str]:
    """A sentence for each line whose place is asked for: `на каком месте спорт`; none where none is asked.

    Args:
        answer: the list of these.
        texts: the person's language.
    """
    return [_rank_sentence(answer, ranked, texts) for ranked in answer.ranked]


def _rank_sentence(answer: Listing, ranked: RankedLine, texts: Texts) -> str:
    line, level, count = ranked.match.line, level_of(ranked.match.path), answer.out_of
    name, amount = line_in_list(line, texts, NAME_SHOWN), line_amount(line, texts)
    if answer.kind:  # among those that its words find, which are not all of a level
        words = one_line(answer.kind, QUERY_SHOWN)
        return texts.get(
            "listing-rank-kind", name=name, number=ranked.number, count=count, words=words, amount=amount
        )
    return texts.get(
        "listing-rank",
        name=name,
        number=ranked.number,
        like=texts.get("listing-rank-like", count=count, level=level.name.lower() if level else ""),
        side=texts.get("listing-rank-side", side=answer.whole.path),
        amount=amount,
    )


def with_total(whole: Match, total: int, without: Sequence[Match]) -> Match:
    """The line that a list is inside of, with what the lines of the list are a share of.

    Args:
        whole: the line.
        total: what is left of it.
        without: what is taken out of it, whose doubts are those of the total too.
    """
    doubt = Doubt.gravest([match.line.doubt for match in (whole, *without)])
    return replace(whole, line=replace(whole.line, amount=total, doubt=doubt))


def without_line(without: Sequence[Match], texts: Texts) -> list[list[Span]]:
    """What is taken out of the line that a list is inside of; nothing where nothing is."""
    if not without:
        return []
    names = (line_in_list(match.line, texts, NAME_SHOWN, listed_lines(without)) for match in without)
    quoted = ", ".join(texts.get("remainder-part", name=name) for name in names)
    return [[plain(texts.get("listing-without", parts=quoted, count=len(without)))]]


def _count(answer: Listing, texts: Texts) -> list[str]:
    """How many lines there are, where that is asked."""
    levels = {level_of(match.path) for match in answer.page.matches}
    level = levels.pop() if len(levels) == 1 else None
    told = level.name.lower() if level else "line"
    counts = answer.heard.question.frame.counts
    return [texts.get("listing-counted", level=told, count=answer.out_of)] if counts else []


def _total(answer: Listing, texts: Texts) -> str:
    """What the lines are a share of, said to be computed where it is printed nowhere."""
    doubt = Doubt.gravest([match.line.doubt for match in (answer.whole, *answer.without)])
    amount = marked(exact(answer.total, answer.whole.line.unit, texts), doubt)
    return texts.get("listing-computed" if answer.is_computed else "listing-whole", amount=amount)


def _average(answer: Listing, texts: Texts) -> list[list[Span]]:
    if answer.average is None:
        return []
    amount = marked(exact(answer.average, answer.whole.line.unit, texts), answer.doubt)
    return [[plain(texts.get("listing-average", amount=amount, count=answer.out_of))]]


def describe_parts(page: Page, whole: Match, texts: Texts) -> list[list[list[Span]]]:
    """The lines of a page of what is inside another line, numbered: each its name, amount, share, and place.

    Args:
        page: the lines. Of many each takes one row of text.
        whole: what they are inside of.
        texts: the person's language.

    Returns:
        The paragraphs.
    """
    rows: list[list[list[Span]]] = []
    for number, match in numbered(page):
        name = line_in_list(match.line, texts, NAME_SHOWN, listed_lines(page.matches))
        facts = " · ".join(_part_facts(match, whole, texts, page.matches))
        rows.append([[bold(texts.get("candidate-number", number=number, name=name))], [plain(facts)]])
    if len(rows) <= MATCHES_PAGE:
        return rows
    return [[[*name, plain(" — "), *facts] for name, facts in rows]]


def _part_facts(match: Match, whole: Match, texts: Texts, among: Sequence[Match]) -> list[str]:
    """A line's amount, its share of the whole, and, where the list does not say it, what it stands in."""
    facts = [line_amount(match.line, texts)]
    # A balance is a difference: nothing is a share of it.
    if whole.line.amount and match.line.amount * whole.line.amount >= 0 and whole.path not in BALANCES:
        share = percent(Fraction(match.line.amount, whole.line.amount), texts)
        facts.append(marked(share, Doubt.gravest((match.line.doubt, whole.line.doubt))))
    if match.groups > 1:
        facts.append(texts.get("listing-groups", count=match.groups))
    elif parents(match.path)[:1] != (whole.path,) and not _is_of_same_office(match, whole):
        facts.append(parent_among(match, texts, _PARENT_SHOWN, among))
    return facts


def _is_of_same_office(match: Match, whole: Match) -> bool:
    """Whether a line stands in the same office as the one that it is listed inside of, in another group."""
    if level_of(whole.path) is not Level.ADMINISTRATOR:
        return False
    above = next((path for path in parents(match.path) if level_of(path) is Level.ADMINISTRATOR), "")
    return codes_of(above)[-1:] == codes_of(whole.path)[-1:]
