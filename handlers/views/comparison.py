"""Several lines side by side, which is more and by how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from handlers.views.amounts import exact, percent, times
from handlers.views.clean import one_line
from handlers.views.doubts import marked
from handlers.views.lines import line_in_list, line_name
from handlers.views.matches import (
    NAME_SHOWN,
    QUERY_SHOWN,
    answer_notices,
    describe_match,
    listed_lines,
    match_button,
    numbered,
    source_lines,
)
from handlers.views.message import Button, MessageView, Span, bold, italic, paragraphs, plain
from handlers.views.take_away import answer_table_row
from handlers.views.texts import Texts
from parser.kinds import Doubt
from parser.question.intents import Relation
from storage.answering.page import Match, Page
from storage.answering.several_figures import Comparison, SumOfLines
from storage.answering.together import ComputedSide, Obstacle, UnsureSide, find_inner, part_sides

_NEARLY = Fraction(105, 100)  # less than this many times larger is nearly as much
_TWICE = 2
_MANY = 100  # times, of which no tenths are told


def comparison_view(answer: Comparison, texts: Texts) -> MessageView:
    """Lines beside one another: which is more and by how much, where that can be said, and then each.

    Args:
        answer: the lines.
        texts: the person's language.

    Returns:
        The message; a button opens each line, the last one the choice of a file.
    """
    page = side_by_side(answer)
    several = len({match.place for match in page.matches}) > 1
    query = one_line(answer.heard.question.text, QUERY_SHOWN)
    asked = answer.heard.question.relation is Relation.COMPARED
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts, sums_alone=True)],
        [
            [plain(texts.get("comparison-title", query=query))],
            *([italic(said)] for said in tell_open(answer, texts)),
            *([bold(said)] for said in _tell_difference(answer, texts)),
            *([plain(said)] for said in tell_computed(answer.sides, texts)),
            *tell_unfound(answer.unfound, texts, alone=answer.page.total < 2 and asked),
        ],
        *describe_sides(page, answer.others, texts, in_place=several),
        source_lines([*page.matches, *answer.others], texts),
    )
    buttons = side_buttons(page, answer.others, texts, in_place=several)
    return MessageView(spans, (*buttons, *answer_table_row(answer.page.matches, texts)))


def side_by_side(answer: Comparison | SumOfLines) -> Page:
    """The lines in the order in which a message tells them: those of one side together."""
    sides = part_sides(answer.page.matches, answer.sides)
    return replace(answer.page, matches=tuple(match for side in sides for match in side.matches))


def tell_computed(sides: Sequence[ComputedSide], texts: Texts) -> list[str]:
    """How much the lines are together that a part of a question means: «дороги»: 3 lines, 1 622 445.

    Args:
        sides: these parts.
        texts: the person's language.
    """
    return [
        texts.get(
            "comparison-together",
            words=one_line(side.words, QUERY_SHOWN),
            count=len(side.matches),
            amount=marked(exact(side.amount, side.matches[0].line.unit, texts), side.doubt),
        )
        for side in sides
    ]


def tell_open(answer: Comparison | SumOfLines, texts: Texts) -> list[str]:
    """Which parts of a question do not surely mean a line: which was taken, or that none was.

    Args:
        answer: the lines, of which nothing is told where it is not clear which are meant.
        texts: the person's language.
    """
    if answer.obstacle is not Obstacle.UNSURE:
        return tell_unsure(answer.unsure, answer.page.matches, texts)
    return [
        texts.get("comparison-open", words=one_line(side.words, QUERY_SHOWN))
        for side in answer.unsure
        if side.others
    ]


def describe_sides(
    page: Page, others: Sequence[Match], texts: Texts, *, in_place: bool = False
) -> list[list[list[Span]]]:
    """The lines for the parts of a question, and below them those that may have been meant instead.

    Args:
        page: the lines.
        others: what else may have been meant.
        texts: the person's language.
        in_place: whether each line says its place: where lines of several places stand side by side.
    """
    among = [] if in_place else [*page.matches, *others]  # two places word one line each in its own way
    further = enumerate(others, start=page.total + 1)
    return [
        *(
            describe_match(number, match, texts, in_place=in_place, among=among)
            for number, match in numbered(page)
        ),
        [[plain(texts.get("comparison-others"))]] if others else [],
        *(describe_match(number, match, texts, among=among) for number, match in further),
    ]


def side_buttons(
    page: Page, others: Sequence[Match], texts: Texts, *, in_place: bool = False
) -> tuple[tuple[Button, ...], ...]:
    """A button for each line of `describe_sides`."""
    among = [] if in_place else [*page.matches, *others]
    further = enumerate(others, start=page.total + 1)
    return (
        *(
            (match_button(number, match, texts, in_place=in_place, among=among),)
            for number, match in numbered(page)
        ),
        *((match_button(number, match, texts, among=among),) for number, match in further),
    )


def tell_unfound(unfound: Sequence[str], texts: Texts, *, alone: bool) -> list[list[Span]]:
    """The parts of a question that no line was found for, each by its words.

    Args:
        unfound: the words of each.
        texts: the person's language.
        alone: whether a single line was found, so that nothing stands beside it.
    """
    key = "comparison-unfound" if alone else "comparison-unfound-too"
    return [[plain(texts.get(key, words=one_line(words, QUERY_SHOWN)))] for words in unfound]


def tell_unsure(unsure: Sequence[UnsureSide], matches: Sequence[Match], texts: Texts) -> list[str]:
    """Which line was taken for each part of a question that does not surely mean it.

    Args:
        unsure: these parts.
        matches: the lines that were taken.
        texts: the person's language.
    """
    names = {
        match.path: line_in_list(match.line, texts, NAME_SHOWN, listed_lines(matches)) for match in matches
    }
    return [
        texts.get(
            "comparison-unsure" if side.others else "comparison-supposed",
            words=one_line(side.words, QUERY_SHOWN),
            name=names[side.taken],
        )
        for side in unsure
        if side.taken in names
    ]


def _tell_difference(answer: Comparison, texts: Texts) -> list[str]:
    """Which line is more and by how much; of a line inside another, its share; or why neither is told."""
    matches = answer.page.matches
    inner, sides = find_inner(matches), part_sides(matches, answer.sides)
    inside = [said for part, whole in inner for said in _tell_part(part, whole, texts)]
    is_open = answer.obstacle is Obstacle.UNSURE and any(side.others for side in answer.unsure)
    if answer.heard.question.frame.inside and inside and not is_open:
        contrary = any(whole in sides[0].matches for _, whole in inner)  # образование входит в садики?
        return [*([texts.get("comparison-contrary")] if contrary else []), *inside]
    if answer.obstacle is not None:
        return [tell_obstacle(answer.obstacle, matches, texts)]
    if len(sides) < 2:
        return []
    less, *_, more = sorted(sides, key=lambda side: side.amount)
    if answer.heard.question.frame.inside:
        return [_tell_outside(sides, matches, texts)]
    if answer.difference is None or len(sides) > 2:
        names = {"name": _name_side(more, matches, texts), "least": _name_side(less, matches, texts)}
        return [texts.get("comparison-largest", **names), *inside]
    told = inside or [_tell_more(less, more, _name_side(more, matches, texts), texts)]
    ways = less.matches[0].line.section is not more.matches[0].line.section
    return [*told, *([texts.get("comparison-ways")] if ways else [])]


def _tell_outside(sides: Sequence[ComputedSide], matches: Sequence[Match], texts: Texts) -> str:
    """That the first of two lines does not stand inside the other, which is asked for."""
    part, whole = (_name_side(side, matches, texts) for side in sides[:2])
    return texts.get("comparison-outside", part=part, whole=whole)


def _name_side(side: ComputedSide, matches: Sequence[Match], texts: Texts) -> str:
    """What a side is called: a line by its place, where there are several; several lines by their words."""
    match = side.matches[0]
    if side.words:
        return texts.get("remainder-part", name=one_line(side.words, QUERY_SHOWN))
    if len({each.place for each in matches}) > 1:
        return texts.place(match.place)
    return line_name(match.line, texts, NAME_SHOWN)


def tell_obstacle(obstacle: Obstacle, matches: Sequence[Match], texts: Texts) -> str:
    """Why no difference or sum of lines is told."""
    years = [str(year) for year in sorted({match.edition.year for match in matches})]
    if obstacle is Obstacle.YEARS:
        return texts.get("comparison-other-year", first=years[0], second=years[-1])
    return texts.get(f"obstacle-{obstacle}", name=line_name(matches[0].line, texts, NAME_SHOWN))


def _tell_part(part: Match, whole: Match, texts: Texts) -> list[str]:
    """Which share of a line another one is that stands inside it, and how much the rest of it is."""
    if whole.line.amount <= 0:
        return []
    doubt = Doubt.gravest((part.line.doubt, whole.line.doubt))
    share = marked(percent(Fraction(part.line.amount, whole.line.amount), texts), doubt)
    rest = marked(exact(whole.line.amount - part.line.amount, whole.line.unit, texts), doubt)
    inner, outer = (line_name(match.line, texts, NAME_SHOWN) for match in (part, whole))
    return [texts.get("comparison-part", part=inner, whole=outer, share=share, rest=rest)]


def _tell_more(less: ComputedSide, more: ComputedSide, name: str, texts: Texts) -> str:
    """How much more the larger of two is, in money and in times."""
    small, large, unit = less.amount, more.amount, more.matches[0].line.unit
    if small == large:
        return texts.get("comparison-equal")
    delta = marked(exact(large - small, unit, texts), Doubt.gravest((less.doubt, more.doubt)))
    if small == 0:
        return texts.get("comparison-more-than-nothing", name=name, delta=delta)
    ratio = Fraction(large, small)
    key = "nearly" if ratio < _NEARLY else "more"
    return texts.get(f"comparison-{key}", name=name, delta=delta, ratio=_ratio(ratio, texts))


def _ratio(ratio: Fraction, texts: Texts) -> str:
    """How much larger: «в 46 раз», and below twice as a share, «на 53,3 %»."""
    if ratio < _TWICE:
        return texts.get("comparison-percent", share=percent(ratio - 1, texts))
    if round(ratio * 10) % 10 == 0 or ratio >= _MANY:
        whole = round(ratio)
        return texts.get("comparison-times-whole", count=whole, times=times(Fraction(whole), texts))
    return texts.get("comparison-times", times=times(ratio, texts))
