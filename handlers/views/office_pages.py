"""What is opened from the card of all that an office has: its history, its decisions, its rows as printed."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import ChartKind, DrawChart, OpenOffice, OpenPrinted
from handlers.views.doubts import doubt_lines
from handlers.views.editions import EditionChoice, choice_view, step_address, step_label
from handlers.views.fitting import spread
from handlers.views.ledger import STEPS_IN_ROW, Traced, asked_step, ledger_paragraphs, shown_steps
from handlers.views.lines import line_in_list
from handlers.views.matches import NAME_SHOWN, match_parent, number_rows
from handlers.views.message import Button, MessageView, bold, italic, paragraphs, plain
from handlers.views.printed import OWN_SHOWN, printed_row, printed_source
from handlers.views.table_actions import TableKind, TakeTable
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.ways import DIRECT, Way
from parser.budget_code import codes_of
from storage.answering.office_sum import Office
from storage.answering.page import Match
from storage.reading.printed_rows import PrintedRows

_PARENT_SHOWN = 70


def office_ledger_view(
    office: Office, texts: Texts, way: Way = DIRECT, notices: Sequence[str] = (), *, is_asked: bool = False
) -> MessageView:
    """What every decision left an office in all groups together, gaps included.

    Args:
        office: its lines and its ledger.
        texts: the person's language.
        way: how the person came here.
        notices: sentences to put first, such as what could not be found.
        is_asked: whether the change of the decision that is shown was asked of: its step then comes first.

    Returns:
        The message; a button opens the office as each decision left it.
    """
    first, ledger = office.page.matches[0], office.ledger
    edition, traced = first.edition, Traced(first.path, first.line.unit, ledger.steps)
    asked = asked_step(traced, edition.decision, texts) if is_asked else []
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
            [bold(office_title(office, texts))],
            [plain(where)],
        ],
        [[plain(texts.get("across-ledger"))]],
        asked,
        *ledger_paragraphs(traced, ledger.overall, texts),
    )
    back = Button(texts.get("button-card"), OpenOffice(office.address, way))
    table = table_button(TakeTable(office.address, TableKind.OFFICE_HISTORY, way), texts)
    chart = Button(texts.get("chart-button"), DrawChart(ChartKind.HISTORY, office.address))
    return MessageView(
        spans, ((chart, table), *spread(buttons, STEPS_IN_ROW, [(chart, table), (back,)]), (back,))
    )


def office_editions_view(office: Office, texts: Texts, way: Way = DIRECT) -> MessageView:
    """All decisions on the year of an office's sum, each with what it left of it.

    Args:
        office: its lines and its ledger.
        texts: the person's language.
        way: how the person came here.

    Returns:
        The message; a button opens the sum as of each decision that has it, and in each other year.
    """
    first = office.page.matches[0]
    choice = EditionChoice(
        name=office_title(office, texts),
        shown=first.edition,
        steps=office.ledger.steps,
        unit=first.line.unit,
        other_years=office.around.other_years,
        address=office.address,
        find=lambda step: step_address(office.address, step),
        open=OpenOffice,
        way=way,
    )
    return choice_view(choice, texts)


def office_printed_view(
    office: Office, printed: Sequence[tuple[Match, PrintedRows]], texts: Texts, way: Way = DIRECT
) -> MessageView:
    """The rows of an office as the document prints them, in each functional group.

    Args:
        office: its lines.
        printed: its lines with their rows, those that are shown.
        texts: the person's language.
        way: how the person came here.

    Returns:
        The message; a numbered button opens each line's rows between their neighbours, one leads back.
    """
    left_out = office.page.total - len(printed)
    blocks = [
        [
            [bold(f"{number}. {match_parent(match, texts, _PARENT_SHOWN)}")],
            printed_source(rows, texts),
            *(printed_row(row) for row in rows.own[:OWN_SHOWN]),
        ]
        for number, (match, rows) in enumerate(printed, start=1)
    ]
    doubts = [row.block.doubt for _, rows in printed for row in rows.own if row.block]
    buttons = [
        Button(str(number), OpenPrinted(match.printed_at, way))
        for number, (match, _) in enumerate(printed, start=1)
    ]
    return MessageView(
        paragraphs(
            [[bold(texts.get("printed-title"))], [plain(office_title(office, texts))]],
            *blocks,
            [[italic(texts.get("printed-more", count=left_out))]] if left_out else [],
            doubt_lines(doubts, texts),
        ),
        (*number_rows(buttons), (Button(texts.get("button-card"), OpenOffice(office.printed_at, way)),)),
    )


def office_title(office: Office, texts: Texts) -> str:
    """Whose the lines are."""
    matches = office.page.matches
    return line_in_list(matches[0].line, texts, NAME_SHOWN) if matches else texts.get("across-count", count=0)
