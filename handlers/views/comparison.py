"""Lines side by side: several of one budget, or one in several years."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from handlers.views.amounts import exact, month_name, percent, times
from handlers.views.clean import one_line
from handlers.views.doubts import line_amount, marked
from handlers.views.lines import cited, line_name
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
from parser.budget_code import BALANCES, is_below
from parser.decision.place_kinds import kind_of_place
from parser.kinds import Doubt
from storage.answering.answer import Comparison, YearComparison
from storage.answering.edition import Missing
from storage.answering.page import Match

_NEARLY = Fraction(105, 100)  # less than this many times larger is nearly as much
_TWICE = 2
_MANY = 100  # times, of which no tenths are told


def comparison_view(answer: Comparison, texts: Texts) -> MessageView:
    """Lines beside one another, and their difference where that can be said.

    Args:
        answer: at least two lines.
        texts: the person's language.

    Returns:
        The message; a button opens each line.
    """
    page = answer.page
    shown = [*page.matches, *answer.others]
    query = one_line(answer.heard.question.text, QUERY_SHOWN)
    several = len({match.place for match in page.matches}) > 1
    among = [] if several else shown  # two places word one line each in its own way
    words = one_line(", ".join(answer.unfound), QUERY_SHOWN)
    others = list(enumerate(answer.others, start=page.total + 1))
    unfound = [[plain(texts.get("comparison-unfound", words=words))]] if answer.unfound else []
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts)],
        [[plain(texts.get("comparison-title", query=query))]],
        *(
            describe_match(number, match, texts, in_place=several, among=among)
            for number, match in numbered(page)
        ),
        unfound or [[plain(said)] for said in _tell_difference(page.matches, texts)],
        [[plain(texts.get("comparison-others"))]] if others else [],
        *(describe_match(number, match, texts, among=among) for number, match in others),
        source_lines(shown, texts),
    )
    return MessageView(
        spans,
        (
            *(
                (match_button(number, match, texts, in_place=several, among=among),)
                for number, match in numbered(page)
            ),
            *((match_button(number, match, texts, among=among),) for number, match in others),
        ),
    )


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
        Button(_said_of(match, answer, texts, "open"), OpenLine(match.address, asked=True))
        for match in matches
    ]
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts)],
        [[bold(name)]],
        [*_list_amounts(answer, texts), *([italic(_lacking(each, texts))] for each in answer.lacking)],
        [[plain(texts.get("comparison-others"))]] if others else [],
        *(describe_match(number, match, texts, among=answer.others) for number, match in others),
        source_lines([*matches, *answer.others], texts),
    )
    return MessageView(
        spans,
        (
            *(tuple(buttons[start : start + 3]) for start in range(0, len(buttons), 3)),
            *((match_button(number, match, texts, among=answer.others),) for number, match in others),
        ),
    )


def _tell_difference(matches: Sequence[Match], texts: Texts) -> list[str]:
    """Which line is larger and by how much, where that can be said; of a whole and its part, which share."""
    if len(matches) < 2:
        return []
    *_, more = sorted(matches, key=lambda match: match.line.amount)
    if len(matches) > 2:
        alike = len({(match.address.edition, match.line.section) for match in matches}) == 1
        name = line_name(more.line, texts, NAME_SHOWN)
        return [texts.get("comparison-largest", name=name)] if alike else []
    less = next(match for match in matches if match is not more)
    if less.place != more.place:
        return _tell_places(less, more, texts)
    if less.address.edition != more.address.edition or less.line.section is not more.line.section:
        return []
    if is_below(less.path, more.path) or is_below(more.path, less.path):
        return _tell_part(less, more, texts)
    return _tell_more(less, more, line_name(more.line, texts, NAME_SHOWN), texts)


def _tell_places(less: Match, more: Match, texts: Texts) -> list[str]:
    """The difference of two places' lines, or why it would mean nothing."""
    first, second = less.edition.year, more.edition.year
    if first != second:
        return [texts.get("comparison-other-year", first=str(first), second=str(second))]
    if kind_of_place(less.place) is not kind_of_place(more.place):
        return [texts.get("comparison-other-rank")]
    return _tell_more(less, more, texts.place(more.place), texts)


def _tell_part(less: Match, more: Match, texts: Texts) -> list[str]:
    """Which share of a line another one is that stands inside it."""
    part, whole = (less, more) if is_below(less.path, more.path) else (more, less)
    if whole.line.amount <= 0 or part.line.amount < 0 or whole.path in BALANCES:
        return []
    doubt = Doubt.gravest((part.line.doubt, whole.line.doubt))
    share = marked(percent(Fraction(part.line.amount, whole.line.amount), texts), doubt)
    inner, outer = (line_name(match.line, texts, NAME_SHOWN) for match in (part, whole))
    return [texts.get("comparison-part", part=inner, whole=outer, share=share)]


def _tell_more(less: Match, more: Match, name: str, texts: Texts) -> list[str]:
    """How much more the larger of two is, in money and in times."""
    small, large = less.line.amount, more.line.amount
    if small < 0:
        return []
    if small == large:
        return [texts.get("comparison-equal")]
    doubt = Doubt.gravest((less.line.doubt, more.line.doubt))
    delta = marked(exact(large - small, more.line.unit, texts), doubt)
    if small == 0:
        return [texts.get("comparison-more-than-nothing", name=name, delta=delta)]
    ratio = Fraction(large, small)
    key = "nearly" if ratio < _NEARLY else "more"
    return [texts.get(f"comparison-{key}", name=name, delta=delta, ratio=_ratio(ratio, texts))]


def _ratio(ratio: Fraction, texts: Texts) -> str:
    """How many times larger, or by which share where that is less than twice."""
    if ratio < _TWICE:
        return texts.get("comparison-percent", share=percent(ratio - 1, texts))
    if round(ratio * 10) % 10 == 0 or ratio >= _MANY:
        whole = round(ratio)
        return texts.get("comparison-times-whole", count=whole, times=times(Fraction(whole), texts))
    return texts.get("comparison-times", times=times(ratio, texts))


def _list_amounts(answer: YearComparison, texts: Texts) -> list[list[Span]]:
    """The amount of each year or edition, and what changed since the one before."""
    lines: list[list[Span]] = []
    for before, match in zip([None, *answer.page.matches], answer.page.matches, strict=False):
        line = [plain(_said_of(match, answer, texts, "of") + " "), bold(line_amount(match.line, texts))]
        if before is not None:
            doubt = Doubt.gravest((before.line.doubt, match.line.doubt))
            line.append(plain(f" ({marked(_change(before.line.amount, match, texts), doubt)})"))
        lines.append(line)
    return lines


def _said_of(match: Match, answer: YearComparison, texts: Texts, what: str) -> str:
    """What a line of several years or editions, or its button, is called by."""
    if answer.of_years:
        return texts.get(f"comparison-year-{what}", year=str(match.edition.year))
    return texts.get(f"comparison-edition-{what}", **cited(match.edition.decision, texts))


def _lacking(missing: Missing, texts: Texts) -> str:
    """That a year or an edition that was asked for is not there."""
    value = month_name(int(missing.value), texts) if missing.kind == "month" else missing.value
    return texts.get(f"lacking-{missing.kind}", value=one_line(value, 40))


def _change(before: int, match: Match, texts: Texts) -> str:
    delta = exact(match.line.amount - before, match.line.unit, texts, signed=True)
    if match.line.amount == before:
        return texts.get("ledger-unchanged")
    if before <= 0 or match.line.amount < 0:
        return delta
    share = percent(Fraction(match.line.amount - before, before), texts, signed=True)
    return f"{delta}, {share}"
