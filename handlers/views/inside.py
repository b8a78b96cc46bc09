"""The lines right inside a line, a page of them: the largest first, or in the order of their codes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from handlers.views.actions import OpenInside, OpenLine
from handlers.views.amounts import percent
from handlers.views.card_buttons import way_back
from handlers.views.charts.structure import structure_button
from handlers.views.doubts import doubt_places, line_amount, marked
from handlers.views.lines import line_in_list
from handlers.views.matches import number_rows
from handlers.views.message import Button, MessageView, Span, bold, paragraphs, plain
from handlers.views.sources import source_line
from handlers.views.table_actions import TableKind, TakeTable
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.ways import DIRECT, BudgetPage, InsidePage, Way
from parser.budget_code import BALANCES, MAIN_TOTALS, codes_of, level_of
from parser.kinds import Doubt
from storage.reading.records import Card, LineInfo

INSIDE_PAGE = 10
_NAME_LIMIT = 120


def inside_view(card: Card, texts: Texts, way: Way = DIRECT) -> MessageView:
    """A page of the lines inside a card's, each with its amount and share.

    Args:
        card: with that page of its children.
        texts: the person's language.
        way: how the person came to the line.

    Returns:
        The message; a numbered button opens each line, others turn the page or lead back to the card.
    """
    children, line = card.children, card.line
    first, last = children.offset + 1, children.offset + len(children.lines)
    place = f"{texts.place(card.edition.budget.place)} · {card.edition.year}"
    order = "inside-page-by-code" if children.by_code else "inside-page"
    page = texts.get(order, count=children.total, first=first, last=last)
    head = [
        [bold(texts.get("listing-all", name=line_in_list(line, texts, _NAME_LIMIT)))],
        [plain(f"{place} · {line_amount(line, texts)}")],
        [plain(page if children.lines else texts.get("inside-nothing"))],
    ]
    described = [
        _describe(number, child, card, texts) for number, child in enumerate(children.lines, start=first)
    ]
    source = source_line(card.edition, line.row, texts, line.url)
    return MessageView(
        paragraphs(head, described, [source, *doubt_places([line, *children.lines], texts)]),
        _rows(card, texts, way),
    )


def _describe(number: int, child: LineInfo, card: Card, texts: Texts) -> list[Span]:
    name = line_in_list(child, texts, _NAME_LIMIT, card.children.lines)
    if card.children.by_code and level_of(child.path) is not None:
        name = f"{codes_of(child.path)[-1]} · {name}"
    facts = line_facts(child, card.line, texts)
    return [bold(texts.get("candidate-number", number=number, name=name)), plain(f" — {' · '.join(facts)}")]


def line_facts(child: LineInfo, line: LineInfo, texts: Texts) -> list[str]:
    """A line's amount, and its share of the line that it stands in."""
    facts = [line_amount(child, texts)]
    # A balance is a difference: nothing is a share of it.
    if line.amount and child.amount * line.amount >= 0 and line.path not in BALANCES:
        share = percent(Fraction(child.amount, line.amount), texts)
        facts.append(marked(share, Doubt.gravest((child.doubt, line.doubt))))
    return facts


def _rows(card: Card, texts: Texts, way: Way) -> tuple[tuple[Button, ...], ...]:
    children, here = card.children, card.address
    page = InsidePage(children.offset, children.by_code)
    opened = Way(way.began, page)
    buttons = [
        Button(str(number), OpenLine(here.beside(child.path), opened))
        for number, child in enumerate(children.lines, start=children.offset + 1)
    ]
    turns = []
    if children.offset > 0:
        before = replace(page, offset=max(children.offset - INSIDE_PAGE, 0))
        turns.append(Button(texts.get("button-previous"), OpenInside(here, before, way)))
    after = children.offset + len(children.lines)
    if children.lines and after < children.total:
        turns.append(Button(texts.get("button-next"), OpenInside(here, replace(page, offset=after), way)))
    kind = TableKind.PARTS_BY_CODE if children.by_code else TableKind.PARTS
    of_budget = isinstance(way.began, BudgetPage) and here.path in MAIN_TOTALS
    back = (
        *(
            way_back(way, here, card.edition, texts)
            if of_budget  # whoever comes from it has not seen the card
            else (Button(texts.get("button-card"), OpenLine(here, way)),)
        ),
        *_other_order(card, texts, way),
        *structure_button(here, children.total, texts),
        table_button(TakeTable(here, kind, way, children.offset), texts),
    )
    return (*number_rows(buttons), *([tuple(turns)] if turns else []), back)


def _other_order(card: Card, texts: Texts, way: Way) -> tuple[Button, ...]:
    """The button that lists the same lines in the other order; none where one line has no order."""
    children = card.children
    if children.total < 2:
        return ()
    label = texts.get("button-by-size" if children.by_code else "button-by-code")
    return (Button(label, OpenInside(card.address, InsidePage(by_code=not children.by_code), way)),)
