"""A whole budget: what comes in and what goes out, with the largest lines of both and their shares."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import OpenDecisions, OpenInside
from handlers.views.charts.structure import structure_button
from handlers.views.doubts import doubt_places, line_amount
from handlers.views.inside import line_facts
from handlers.views.lines import line_in_list
from handlers.views.message import Button, MessageView, Span, bold, italic, paragraphs, plain
from handlers.views.sources import source_line
from handlers.views.table_actions import TableKind, TakeTable
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.ways import BudgetPage, Way
from storage.reading.records import Card

_NAME_LIMIT = 120

Spans = Sequence[Span]


def budget_view(sides: Sequence[Card], texts: Texts, notices: Sequence[str] = ()) -> MessageView:
    """The totals of an edition, each with the largest lines inside it.

    Args:
        sides: the cards of the totals, at least one, each with its largest children.
        texts: the person's language.
        notices: what is to be known before reading it, a sentence each.

    Returns:
        The message; a button lists all lines of each side, page by page and down to the last one, others
        list the decisions on the budget, draw where the money goes, and take all of it away.
    """
    edition = sides[0].edition
    kind = "card-budget" if edition.year == sides[0].main_year else "card-plan-year"
    title = texts.get(kind, place=texts.place(edition.budget.place), year=str(edition.year))
    shown = [line for side in sides for line in (side.line, *side.children.lines)]
    source = source_line(edition, sides[0].line.row if len(sides) == 1 else None, texts)
    spans = paragraphs(
        [[italic(notice)] for notice in notices],
        [[bold(title)]],
        *(_describe(side, texts) for side in sides),
        [source, *doubt_places(shown, texts)],
    )
    listed = tuple(
        Button(
            texts.get("button-side", name=line_in_list(side.line, texts, 40), count=side.children.total),
            OpenInside(side.address, way=Way(BudgetPage())),
        )
        for side in sides
    )
    decisions = Button(texts.get("button-decisions-all"), OpenDecisions(edition.budget, edition.year))
    table = table_button(TakeTable(sides[0].address, TableKind.BUDGET), texts)
    spent = sides[-1]  # its picture leads to that of what comes in
    picture = structure_button(spent.address, spent.children.total, texts)
    return MessageView(spans, (listed, (decisions, *picture, table)))


def _describe(side: Card, texts: Texts) -> list[Spans]:
    described: list[Spans] = [
        [bold(line_in_list(side.line, texts, _NAME_LIMIT)), plain(f" — {line_amount(side.line, texts)}")]
    ]
    for child in side.children.lines:
        name = line_in_list(child, texts, _NAME_LIMIT, side.children.lines)
        described.append([plain(f"• {name} — {' · '.join(line_facts(child, side.line, texts))}")])
    rest = side.children.total - len(side.children.lines)
    if rest > 0:
        described.append([plain("• " + texts.get("changes-more", count=rest))])
    return described
