"""What an office has in all functional groups together, said to be computed, and in each of them."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import OpenOffice, OpenOfficeLedger, ShowCandidates
from handlers.views.amounts import exact
from handlers.views.card_head import spoken_amount
from handlers.views.doubts import doubt_lines, marked
from handlers.views.editions import step_address, step_label
from handlers.views.fitting import FittedLine
from handlers.views.ledger import STEPS_IN_ROW, ledger_paragraphs, shown_steps
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
from handlers.views.message import Button, MessageView, bold, code, in_rows, italic, paragraphs, plain
from handlers.views.since import since_lines
from handlers.views.table_actions import TableKind, TakeAnswer, TakeTable
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.ways import DIRECT, AnswerPage, Way
from parser.budget_code import codes_of
from storage.answering.page import LIST_PAGE
from storage.answering.several_figures import AcrossGroups, Office


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
    notices = answer_notices(answer.heard, texts)
    if answer.asks_change and len(answer.ledger.steps) > 1:
        return office_ledger_view(answer, texts, page_way(page), notices)
    view = _view(answer, texts, page_way(page), notices)
    paging = paging_row(page, texts, LIST_PAGE)
    table = table_button(TakeAnswer(page.offset, page.matches[0].edition.budget), texts)
    return MessageView(view.spans, (*view.rows, (*paging, table)))


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
    first = office.page.matches[0]
    last = [table_button(TakeTable(first.address, TableKind.OFFICE, way), texts)]
    if isinstance(way.began, AnswerPage):
        back = ShowCandidates(way.began.offset, first.edition.budget)
        last.append(Button(texts.get("button-back-answer"), back))
    return MessageView(view.spans, (*view.rows, tuple(last)))


def office_ledger_view(
    office: Office, texts: Texts, way: Way = DIRECT, notices: Sequence[str] = ()
) -> MessageView:
    """What every decision left an office in all groups together, gaps included.

    Args:
        office: its lines and its ledger.
        texts: the person's language.
        way: how the person came here.
        notices: sentences to put first, such as what could not be found.

    Returns:
        The message; a button opens the office as each decision left it.
    """
    first, ledger = office.page.matches[0], office.ledger
    edition = first.edition
    where = f"{texts.place(edition.budget.place)} · {edition.year} · {codes_of(first.path)[-1]}"
    buttons = [
        Button(step_label(step, ledger.steps, texts), OpenOffice(line, way))
        for step in shown_steps(ledger.steps)
        if (line := step_address(office.address, step)) is not None
    ]
    spans = paragraphs(
        [[italic(notice)] for notice in notices],
        [
            [plain("📜 "), bold(texts.get("ledger-title"))],
            [bold(across_title(office, texts))],
            [plain(where)],
        ],
        [[plain(texts.get("across-ledger"))]],
        *ledger_paragraphs(ledger.steps, ledger.overall, first.line.unit, texts),
    )
    back = Button(texts.get("button-card"), OpenOffice(office.address, way))
    table = table_button(TakeTable(office.address, TableKind.OFFICE_HISTORY, way), texts)
    return MessageView(spans, (*in_rows(buttons, STEPS_IN_ROW), (back, table)))


def across_title(answer: Office, texts: Texts) -> str:
    """Whose the lines are."""
    matches = answer.page.matches
    return line_in_list(matches[0].line, texts, NAME_SHOWN) if matches else texts.get("across-count", count=0)


def _view(answer: Office, texts: Texts, way: Way, notices: Sequence[str] = ()) -> MessageView:
    page = answer.page
    first = page.matches[0]
    amount = marked(exact(answer.amount, first.line.unit, texts), answer.doubt)
    year = first.edition.year
    key = "card-budget" if year == first.edition.budget.first_year else "card-plan-year"
    budget = texts.get(key, place=texts.place(first.place), year=str(year))
    shown = {match.line.doubt for match in page.matches}
    spans = paragraphs(
        [[italic(notice)] for notice in notices],
        [
            [bold(across_title(answer, texts))],
            [bold(amount), plain(f" ({spoken_amount(answer.amount, texts)})")],
            [plain(f"{budget} · {texts.get('card-codes')} "), code(codes_of(first.path)[-1])],
            [plain(texts.get("across-count", count=page.total))],
            *page_line(page, texts),
        ],
        [line.spans for line in _since(answer, texts)],
        *(describe_match(number, match, texts, among=page.matches) for number, match in numbered(page)),
        source_lines(page.matches, texts),
        doubt_lines([answer.doubt], texts) if answer.doubt not in shown else [],
    )
    return MessageView(spans, (*page_rows(page, texts, way), *_through_time(answer, texts, way)))


def _through_time(answer: Office, texts: Texts, way: Way) -> list[tuple[Button, ...]]:
    """The ledger, and the newest edition where an older one is shown."""
    steps = answer.ledger.steps
    if len(steps) < 2:
        return []
    row = [Button(texts.get("button-ledger"), OpenOfficeLedger(answer.address, way))]
    newest = next((step for step in reversed(steps) if step.loaded), None)
    if newest and newest.decision.address != answer.page.matches[0].edition.decision.address:
        row.append(Button(texts.get("button-newest"), OpenOffice(answer.address.as_of(None), way)))
    return [tuple(row)]


def _since(answer: Office, texts: Texts) -> list[FittedLine]:
    """By how much the sum changed since the decision before and since the original."""
    first, ledger = answer.page.matches[0], answer.ledger
    kind = first.edition.decision.kind
    return since_lines(ledger.since_previous, ledger.since_original, kind, first.line.unit, texts)
