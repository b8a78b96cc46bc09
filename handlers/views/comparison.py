"""Lines side by side: several of one budget, or one in several years."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from handlers.views.amounts import exact, percent, times
from handlers.views.clean import one_line
from handlers.views.doubts import line_amount, marked
from handlers.views.lines import line_name
from handlers.views.matches import (
    NAME_SHOWN,
    QUERY_SHOWN,
    answer_notices,
    describe_match,
    match_button,
    numbered,
    source_lines,
)
from handlers.views.message import Button, MessageView, OpenLine, Span, bold, italic, paragraphs, plain
from handlers.views.texts import Texts
from parser.budget_code import is_below
from parser.kinds import Doubt
from storage.answering.answer import Comparison, Match, YearComparison


def comparison_view(answer: Comparison, texts: Texts) -> MessageView:
    """Lines beside one another, and their difference where that can be said.

    Args:
        answer: at least two lines.
        texts: the person's language.

    Returns:
        The message; a button opens each line.
    """
    page = answer.page
    query = one_line(answer.heard.question.text, QUERY_SHOWN)
    several = len({match.place for match in page.matches}) > 1
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts)],
        [[plain(texts.get("comparison-title", query=query))]],
        *(describe_match(number, match, texts, in_place=several) for number, match in numbered(page)),
        _difference(page.matches, texts),
        source_lines(page.matches, texts),
    )
    return MessageView(
        spans,
        tuple((match_button(number, match, texts, in_place=several),) for number, match in numbered(page)),
    )


def year_comparison_view(answer: YearComparison, texts: Texts) -> MessageView:
    """One line in several years, and what changed from each to the next.

    Args:
        answer: the line, in at least two years.
        texts: the person's language.

    Returns:
        The message; a button opens the line of each year.
    """
    notices = [[italic(notice)] for notice in answer_notices(answer.heard, texts)]
    return _over_years(answer.page.matches, texts, notices)


def _difference(matches: Sequence[Match], texts: Texts) -> list[list[Span]]:
    """How much more the larger of two is, where both are of one edition, section and sign."""
    if len(matches) != 2:
        return []
    less, more = sorted(matches, key=lambda match: match.line.amount)
    small, large = less.line, more.line
    alike = less.address.edition == more.address.edition and small.section is large.section
    # A line that stands inside the other is a share of it, not its rival.
    inside = is_below(less.path, more.path) or is_below(more.path, less.path)
    if not alike or inside or small.amount < 0 or small.amount == large.amount:
        return []
    doubt = Doubt.gravest((small.doubt, large.doubt))
    delta = marked(exact(large.amount - small.amount, large.unit, texts), doubt)
    said = [plain(texts.get("comparison-more", name=line_name(large, texts, NAME_SHOWN), delta=delta))]
    if small.amount:
        ratio = times(Fraction(large.amount, small.amount), texts)
        said.append(plain(" " + texts.get("comparison-times", times=ratio)))
    return [said]


def _over_years(matches: Sequence[Match], texts: Texts, notices: list[list[Span]]) -> MessageView:
    name = line_name(matches[0].line, texts, NAME_SHOWN)
    lines: list[list[Span]] = []
    for before, match in zip([None, *matches], matches, strict=False):
        amount = line_amount(match.line, texts)
        line = [plain(texts.get("comparison-year", year=str(match.edition.year)) + " "), bold(amount)]
        if before is not None:
            doubt = Doubt.gravest((before.line.doubt, match.line.doubt))
            line.append(plain(f" ({marked(_change(before.line.amount, match, texts), doubt)})"))
        lines.append(line)
    buttons = tuple(
        Button(
            texts.get("comparison-open-year", year=str(match.edition.year)),
            OpenLine(match.address, asked=True),
        )
        for match in matches
    )
    return MessageView(
        paragraphs(notices, [[bold(name)]], lines, source_lines(matches, texts)),
        tuple(buttons[start : start + 3] for start in range(0, len(buttons), 3)),
    )


def _change(before: int, match: Match, texts: Texts) -> str:
    delta = exact(match.line.amount - before, match.line.unit, texts, signed=True)
    if match.line.amount == before:
        return texts.get("ledger-unchanged")
    if before <= 0 or match.line.amount < 0:
        return delta
    share = percent(Fraction(match.line.amount - before, before), texts, signed=True)
    return f"{delta}, {share}"
