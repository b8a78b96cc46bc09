"""One line in several years, or as several decisions left it."""

from __future__ import annotations

from handlers.views.actions import OpenLine
from handlers.views.amounts import exact, month_name
from handlers.views.clean import one_line
from handlers.views.deltas import tell_growth
from handlers.views.doubts import line_amount, marked
from handlers.views.lines import cited, line_name
from handlers.views.matches import (
    NAME_SHOWN,
    answer_notices,
    describe_match,
    match_button,
    source_lines,
)
from handlers.views.message import Button, MessageView, Span, bold, in_rows, italic, paragraphs, plain
from handlers.views.take_away import answer_table_row
from handlers.views.texts import Texts
from handlers.views.ways import ANSWERED
from parser.kinds import Doubt
from storage.answering.missing import Missing, MissingKind
from storage.answering.page import Match
from storage.answering.several_figures import YearComparison
from storage.reading.address import LineAddress

_IN_ROW = 3  # buttons of years or editions


def year_comparison_view(answer: YearComparison, texts: Texts) -> MessageView:
    """One line in several years or editions, and what changed from each to the next.

    Args:
        answer: the line, and what was asked for and is not there.
        texts: the person's language.

    Returns:
        The message; a button opens the line of each year or edition, and what else may have been meant.
    """
    matches, name = answer.page.matches, line_name(answer.page.matches[0].line, texts, NAME_SHOWN)
    if not answer.of_years:
        name = texts.get("comparison-in-year", name=name, year=str(matches[0].edition.year))
    others = list(enumerate(answer.others, start=1))
    buttons = [
        Button(_said_of(match, answer, texts, "open"), OpenLine(_opened(match, answer), ANSWERED))
        for match in matches
    ]
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts)],
        [[bold(name)]],
        [*_list_amounts(answer, texts), *([italic(tell_lacking(each, texts))] for each in answer.lacking)],
        [*_tell_sum(answer, texts), *_tell_average(answer, texts)],
        [[plain(texts.get("comparison-others"))]] if others else [],
        *(describe_match(number, match, texts, among=answer.others) for number, match in others),
        source_lines([*matches, *answer.others], texts),
    )
    return MessageView(
        spans,
        (
            *in_rows(buttons, _IN_ROW),
            *((match_button(number, match, texts, among=answer.others),) for number, match in others),
            *answer_table_row(matches, texts),
        ),
    )


def _list_amounts(answer: YearComparison, texts: Texts) -> list[list[Span]]:
    """The amount of each year or edition, and what changed since the one before."""
    lines: list[list[Span]] = []
    for before, match in zip([None, *answer.page.matches], answer.page.matches, strict=False):
        line = [plain(_said_of(match, answer, texts, "of") + " "), bold(line_amount(match.line, texts))]
        if before is not None:
            doubt = Doubt.gravest((before.line.doubt, match.line.doubt))
            line.append(plain(f" ({marked(tell_change(before.line.amount, match, texts), doubt)})"))
        lines.append(line)
    return lines


def _tell_sum(answer: YearComparison, texts: Texts) -> list[list[Span]]:
    """How much all years are together, said to be computed, where that is asked for."""
    matches = answer.page.matches
    if answer.amount is None:
        return []
    doubt = Doubt.gravest(match.line.doubt for match in matches)
    amount = marked(exact(answer.amount, matches[0].line.unit, texts), doubt)
    return [[plain(texts.get("years-sum") + " "), bold(amount)]]


def _tell_average(answer: YearComparison, texts: Texts) -> list[list[Span]]:
    """What one of the years shown has on the average, said to be computed, where that is asked for."""
    if answer.average is None:
        return []
    matches = answer.page.matches
    doubt = Doubt.gravest(match.line.doubt for match in matches)
    amount = marked(exact(answer.average, matches[0].line.unit, texts), doubt)
    return [[plain(texts.get("years-average", count=len(matches)) + " "), bold(amount)]]


def _said_of(match: Match, answer: YearComparison, texts: Texts, what: str) -> str:
    """What a line of several years or editions, or its button, is called by."""
    return tell_edition(match, texts, what, of_years=answer.of_years)


def _opened(match: Match, answer: YearComparison) -> LineAddress:
    """What its button opens: what a year's newest edition says; of a decision that is named, its own."""
    return match.address if answer.of_years else match.printed_at


def tell_edition(match: Match, texts: Texts, what: str, *, of_years: bool) -> str:
    """What one of several years or decisions is called: «2013:», «№ 12-3».

    Args:
        match: the line in it.
        texts: the person's language.
        what: `of` before an amount, `open` on a button.
        of_years: whether years stand side by side, else decisions.
    """
    if of_years:
        planned = what == "of" and match.edition.year > match.edition.budget.first_year
        kind = "plan-year" if planned else "year"
        return texts.get(f"comparison-{kind}-{what}", year=str(match.edition.year))
    return texts.get(f"comparison-edition-{what}", **cited(match.edition.decision, texts))


def tell_lacking(missing: Missing, texts: Texts) -> str:
    """That a year or an edition that was asked for is not there."""
    value = month_name(int(missing.value), texts) if missing.kind is MissingKind.MONTH else missing.value
    return texts.get(f"lacking-{missing.kind}", value=one_line(value, 40), year=str(missing.year))


def tell_change(before: int, match: Match, texts: Texts) -> str:
    """What a line's amount is more or less than before, in money and as a share."""
    if match.line.amount == before:
        return texts.get("ledger-unchanged")
    return tell_growth(match.line.path, (before, match.line.amount), match.line.unit, texts)
