"""The decisions on a budget, the newest first: loaded or not, and what each did to the totals of a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.views.actions import OpenChanges, OpenDecisions
from handlers.views.amounts import day, figure
from handlers.views.changed_lines import UNIT, total_text
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import cited, in_force_text
from handlers.views.matches import answer_notices
from handlers.views.message import Button, MessageView, Span, bold, in_rows, italic, link, paragraphs, plain
from handlers.views.sources import council_name
from handlers.views.texts import Texts
from handlers.views.ways import DecisionsPage, Way
from parser.budget_code import BY_SIDE, Side
from parser.question.decision_list import asks_who_made
from parser.records import Section
from storage.answering.missing import Missing, MissingKind
from storage.answering.request import Heard
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.decision_list import DecisionList, ListedDecision

DECISIONS_PAGE = 8
_YEARS_SHOWN, _BUDGETS_SHOWN = 5, 4
_IN_ROW = 2
_SIDES = tuple(BY_SIDE[side] for side in (Side.RECEIPTS, Side.SPENDING))

# What is said before the list where the decision or the time that is asked of is not loaded.
_WITHOUT: Mapping[MissingKind, str] = {
    MissingKind.DECISION: "decisions-without",
    MissingKind.DECISION_YEAR: "decisions-without-year",
    MissingKind.MONTH: "decisions-without-time",
    MissingKind.SEASON: "decisions-without-time",
}

Spans = Sequence[Span]


def decisions_view(
    listed: DecisionList,
    texts: Texts,
    offset: int = 0,
    *,
    budgets: Sequence[BudgetAddress] = (),
    heard: Heard | None = None,
) -> MessageView:
    """A page of the decisions on a budget.

    Args:
        listed: the decisions.
        texts: the person's language.
        offset: how many of the newest to pass over.
        budgets: all budgets of the place, whose decisions buttons list.
        heard: what was asked, where this is the answer of a question: what must be said of it comes first.

    Returns:
        The message; a button opens what each decision changed in the year, others the totals of another
        year, another budget of the place, or a further page.
    """
    budget, total = listed.budget, len(listed.decisions)
    page = listed.decisions[offset : offset + DECISIONS_PAGE]
    notices = _list_notices(listed, heard, texts) if heard else []
    years = f"{budget.first_year}–{budget.last_year}"
    title = texts.get("decisions-title", place=texts.place(budget.place), years=years)
    head: list[Spans] = [
        [bold(title)],
        [plain(texts.get("decisions-count", count=total, loaded=listed.loaded))],
        [plain(texts.get("decisions-totals", year=str(listed.year), unit=texts.get("unit-thousand")))],
    ]
    if total > len(page):
        shown = texts.get("decisions-page", first=offset + 1, last=offset + len(page), count=total)
        head.append([italic(shown)])
    doubts = [change.doubt for each in page for change in each.totals.values()]
    spans = paragraphs(
        [[italic(" ".join(notices))]] if notices else [],
        head,
        *(_describe(each, listed, texts) for each in page),
        doubt_lines(doubts, texts),
    )
    return MessageView(spans, _rows(listed, page, offset, budgets, texts))


def _list_notices(listed: DecisionList, heard: Heard, texts: Texts) -> list[str]:
    """What must be said of a question before its list: that the one decision it names is not loaded."""
    missing = heard.missing
    lacks = missing is not None and missing.kind in _WITHOUT
    number = one_line(missing.value, 20) if missing else ""
    of_text_alone = missing is not None and _is_of_text_alone(listed, missing)
    said = "decisions-without-table" if of_text_alone else _WITHOUT[missing.kind] if missing and lacks else ""
    notices = [texts.get(said, number=number, year=str(listed.year))] if said else []
    notices += answer_notices(replace(heard, missing=None) if lacks else heard, texts)
    if heard.question.frame.page:
        notices.append(_say_where_to_read(listed, texts))
    if heard.question.frame.in_force:
        notices += _say_since_when(listed, texts)
    if asks_who_made(heard.question) and listed.decisions:
        council = council_name(listed.decisions[-1].decision, listed.budget, texts)
        notices.append(texts.get("decisions-council", council=council))
    return notices


def _is_of_text_alone(listed: DecisionList, missing: Missing) -> bool:
    """Whether what is missing is only the table of a decision whose text is loaded."""
    named = (each.decision for each in listed.decisions if each.decision.number == missing.value)
    return missing.kind is MissingKind.DECISION and any(decision.loaded for decision in named)


def _say_since_when(listed: DecisionList, texts: Texts) -> list[str]:
    """Since when the loaded decisions are in force: said once, where it is one day."""
    loaded = [each.decision for each in listed.decisions if each.decision.loaded]
    since = {decision.in_force_from for decision in loaded}
    if len(loaded) > 1 and len(since) == 1 and (one := since.pop()) is not None:
        return [texts.get("in-force-all", since=day(one, texts))]
    return [in_force_text(decision, texts) for decision in loaded]


def _say_where_to_read(listed: DecisionList, texts: Texts) -> str:
    """That the numbers lead to the official texts, as far as those are known."""
    pages = [each.decision.url_in(texts.language) for each in listed.decisions]
    return texts.get("pages-known" if all(pages) else "pages-some" if any(pages) else "pages-unknown")


def _describe(listed: ListedDecision, whole: DecisionList, texts: Texts) -> list[Spans]:
    decision = listed.decision
    cite = texts.get("ledger-decision", **cited(decision, texts))
    name: list[Span] = [plain("• "), link(cite, decision.url_in(texts.language))]
    if not listed.opens:
        lacking = "decisions-text-only" if decision.loaded else "decisions-lacking"
        key = lacking if listed.lacking else "decisions-untouched"
        return [[*name, plain(" — "), italic(texts.get(key, year=str(whole.year)))]]
    if listed.adopts:
        name.append(plain(f" — {texts.get('ledger-approved')}"))
    elif all(change.old is None for change in listed.totals.values()):
        name.append(plain(f" — {texts.get('decisions-no-earlier')}"))
    elif listed.over_gap:
        name.append(italic(f" — {texts.get('decisions-over-gap')}"))
    totals = [_total(listed, section, texts) for section in _SIDES]
    return [name, *([plain(text)] for text in totals if text)]


def _total(listed: ListedDecision, section: Section, texts: Texts) -> str | None:
    """A total before and after; alone where nothing is before it. None where it is not printed."""
    total = listed.totals.get(section)
    if total is None or total.new is None:
        return None
    if total.old is None:
        values = {"section": texts.get(f"section-{section}"), "new": figure(total.new, UNIT, texts)}
        return marked(texts.get("decisions-total", **values), total.doubt)
    return total_text(section, total, texts)


def _rows(
    listed: DecisionList,
    page: Sequence[ListedDecision],
    offset: int,
    budgets: Sequence[BudgetAddress],
    texts: Texts,
) -> tuple[tuple[Button, ...], ...]:
    budget, year = listed.budget, listed.year
    total = LineAddress(EditionAddress(budget, year), BY_SIDE[Side.SPENDING].value)
    way = Way(DecisionsPage(offset))
    decisions = [
        Button(
            f"± {texts.get('ledger-decision', **cited(each.decision, texts))}",
            OpenChanges(each.decision.address, total, way),
        )
        for each in page
        if each.opens
    ]
    turns = []
    if offset > 0:
        newer = OpenDecisions(budget, year, max(offset - DECISIONS_PAGE, 0))
        turns.append(Button(texts.get("button-previous"), newer))
    if offset + len(page) < len(listed.decisions):
        turns.append(Button(texts.get("button-next"), OpenDecisions(budget, year, offset + DECISIONS_PAGE)))
    years = [
        Button(texts.get("button-totals", year=str(other)), OpenDecisions(budget, other, offset))
        for other in listed.years
        if other != year
    ][:_YEARS_SHOWN]
    others = [
        Button(f"{other.first_year}–{other.last_year}", OpenDecisions(other, other.first_year))
        for other in budgets
        if other != budget
    ][:_BUDGETS_SHOWN]
    rows = (tuple(turns), tuple(years), tuple(others))
    return (*in_rows(decisions, _IN_ROW), *(row for row in rows if row))
