"""The lines inside another one: the largest, the smallest, or all that it consists of."""

from __future__ import annotations

from fractions import Fraction

from handlers.views.amounts import percent
from handlers.views.doubts import line_amount, marked
from handlers.views.lines import BUTTON_LIMIT, line_name, listed_name
from handlers.views.matches import (
    NAME_SHOWN,
    answer_notices,
    match_button,
    match_parent,
    numbered,
    page_line,
    paging_row,
    source_lines,
)
from handlers.views.message import Button, MessageView, OpenLine, Span, bold, italic, paragraphs, plain
from handlers.views.texts import Texts
from parser.budget_code import BALANCES, parents
from parser.kinds import Doubt
from storage.answering.answer import Listing, Match

_PARENT_SHOWN = 70


def listing_view(answer: Listing, texts: Texts) -> MessageView:
    """Lines with their amounts and their shares of the whole, a page of them.

    Args:
        answer: the lines, in their order, and the line that they are inside.
        texts: the person's language.

    Returns:
        The message; a button opens each line, one the whole.
    """
    whole, page = answer.whole, answer.page
    name = listed_name(whole.path, whole.line.names, texts, NAME_SHOWN)
    amount = line_amount(whole.line, texts)
    heading = [
        [bold(texts.get(f"listing-{answer.order}", name=name))],
        [plain(texts.get("listing-whole", amount=amount))],
        *page_line(page, texts),
    ]
    above = texts.get("button-parent", name=line_name(whole.line, texts, BUTTON_LIMIT - 2))
    rows = [(match_button(number, match, texts),) for number, match in numbered(page)]
    paging = paging_row(page, texts)
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts)],
        heading,
        *(describe_part(number, match, whole, texts) for number, match in numbered(page)),
        source_lines((whole, *page.matches), texts),
    )
    return MessageView(
        spans,
        (*rows, *([paging] if paging else []), (Button(above, OpenLine(whole.address, asked=True)),)),
    )


def describe_part(number: int, match: Match, whole: Match, texts: Texts) -> list[list[Span]]:
    """A line in a numbered list of what is inside another: its name, amount, share and what it stands in."""
    name = listed_name(match.path, match.line.names, texts, NAME_SHOWN)
    facts = [line_amount(match.line, texts)]
    # A balance is a difference: nothing is a share of it.
    if whole.line.amount and match.line.amount * whole.line.amount >= 0 and whole.path not in BALANCES:
        share = percent(Fraction(match.line.amount, whole.line.amount), texts)
        facts.append(marked(share, Doubt.gravest((match.line.doubt, whole.line.doubt))))
    if parents(match.path)[:1] != (whole.path,):
        facts.append(match_parent(match, texts, _PARENT_SHOWN))
    return [[bold(texts.get("candidate-number", number=number, name=name))], [plain(" · ".join(facts))]]
