"""Several lines together: their sum, which is computed, or all of them in several years or decisions."""

from __future__ import annotations

from itertools import groupby

from handlers.views.amounts import NBSP, exact, figure, is_rounded, readable
from handlers.views.card import share_of_sum
from handlers.views.clean import one_line
from handlers.views.comparison import (
    describe_sides,
    side_buttons,
    side_by_side,
    tell_computed,
    tell_obstacle,
    tell_open,
    tell_unfound,
)
from handlers.views.deltas import tell_growth
from handlers.views.doubts import line_amount, marked
from handlers.views.lines import line_in_list, line_name
from handlers.views.matches import (
    NAME_SHOWN,
    QUERY_SHOWN,
    answer_notices,
    describe_match,
    listed_lines,
    match_button,
    source_lines,
)
from handlers.views.message import MessageView, Span, bold, italic, paragraphs, plain
from handlers.views.over_years import tell_change, tell_edition, tell_lacking
from handlers.views.take_away import answer_table_row
from handlers.views.texts import Texts
from parser.kinds import Doubt
from parser.question.intents import Direction, Intent, Relation
from storage.answering.missing import Missing, MissingKind
from storage.answering.page import Match
from storage.answering.several_figures import LinesByEdition, SumOfLines, changed_most
from storage.answering.together import find_inner

_WAYS = frozenset({Direction.RISES, Direction.CUTS})


def sum_view(answer: SumOfLines, texts: Texts) -> MessageView:
    """How much lines are together, said to be computed, with the lines; or why they do not add up.

    Args:
        answer: the lines and their sum.
        texts: the person's language.

    Returns:
        The message; a button opens each line.
    """
    query = one_line(answer.heard.question.text, QUERY_SHOWN)
    page = side_by_side(answer)
    several = len({match.place for match in page.matches}) > 1
    head = [[plain(texts.get("comparison-title", query=query))]]
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts, sums_alone=True)],
        [
            *head,
            *([italic(said)] for said in tell_open(answer, texts)),
            *_tell_sum(answer, texts),
            *([plain(said)] for said in tell_computed(answer.sides, texts)),
            *tell_unfound(answer.unfound, texts, alone=False),
            *([[plain(texts.get("sum-unfound"))]] if answer.unfound else []),
        ],
        *describe_sides(page, answer.others, texts, in_place=several),
        source_lines([*page.matches, *answer.others], texts),
    )
    buttons = side_buttons(page, answer.others, texts, in_place=several)
    return MessageView(spans, (*buttons, *answer_table_row(answer.page.matches, texts)))


def _tell_sum(answer: SumOfLines, texts: Texts) -> list[list[Span]]:
    """The sum and how it is computed: 8 392 311 + 1 889 434; or why there is none."""
    matches = side_by_side(answer).matches
    if answer.obstacle is not None:
        return [[bold(tell_obstacle(answer.obstacle, matches, texts))]]
    if answer.amount is None:
        return []
    unit = matches[0].line.unit
    amount = [bold(marked(exact(answer.amount, unit, texts), answer.doubt))]
    if is_rounded(answer.amount):
        amount.append(
            plain(f" ({texts.get('card-readable-rounded', amount=readable(answer.amount, texts))})")
        )
    inner = find_inner(matches)
    counted = [match for match in matches if all(match is not part for part, _ in inner)]
    terms = [marked(figure(match.line.amount, unit, texts), match.line.doubt) for match in counted]
    share = answer.heard.question.intent is Intent.SHARE
    shares = [list(each) for each in share_of_sum(answer.amount, matches, texts)] if share else []
    computed = [[plain(texts.get("sum-computed", sum=f"{NBSP}+ ".join(terms)))]] if len(terms) > 1 else []
    return [amount, *shares, *computed, *([plain(_tell_inner(part, whole, texts))] for part, whole in inner)]


def _tell_inner(part: Match, whole: Match, texts: Texts) -> str:
    """That a line stands inside another of them and is not counted twice."""
    inner, outer = (line_name(match.line, texts, NAME_SHOWN) for match in (part, whole))
    return texts.get("sum-inner", part=inner, whole=outer)


def lines_by_edition_view(answer: LinesByEdition, texts: Texts) -> MessageView:
    """Several lines in several years or editions, line by line, and what changed from each to the next.

    Args:
        answer: the lines, and what was asked for and is not there.
        texts: the person's language.

    Returns:
        The message; a button opens each line of the last year or edition, and what else may have been meant.
    """
    matches = answer.page.matches
    newest = _newest(matches)
    query = one_line(answer.heard.question.text, QUERY_SHOWN)
    others = list(enumerate(answer.others, start=len(newest) + 1))
    shown = [*newest, *answer.others]
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts)],
        [
            [plain(texts.get("comparison-title", query=query))],
            *_tell_most_changed(answer, texts),
            *tell_unfound(answer.unfound, texts, alone=len(newest) < 2),
        ],
        _list_joined(answer, texts) or _list_sums(answer, texts),
        *(_describe_line(number, match, answer, texts) for number, match in enumerate(newest, start=1)),
        [[italic(tell_lacking(each, texts))] for each in answer.lacking],
        [[plain(texts.get("comparison-others"))]] if others else [],
        *(describe_match(number, match, texts, among=shown) for number, match in others),
        source_lines([*matches, *answer.others], texts),
    )
    numbers = enumerate(shown, start=1)
    buttons = [(match_button(number, match, texts, among=shown),) for number, match in numbers]
    return MessageView(spans, (*buttons, *answer_table_row(matches, texts)))


def _tell_most_changed(answer: LinesByEdition, texts: Texts) -> list[list[Span]]:
    """Which of the lines rose or fell most or least, where that is asked; that none did so."""
    frame = answer.heard.question.frame
    compared = frame.direction in _WAYS and answer.heard.question.relation is Relation.COMPARED
    found = changed_most(answer) if compared else None
    if not compared or (found is None and answer.unfound):
        return []
    key = f"by-edition-{frame.direction}"
    if found is None:
        return [[bold(texts.get(f"{key}-none"))]]
    first, last = found
    name, change = line_name(last.line, texts, NAME_SHOWN), tell_change(first.line.amount, last, texts)
    doubt = Doubt.gravest((first.line.doubt, last.line.doubt))
    which = "least" if frame.smallest else "most"
    return [[bold(texts.get(f"{key}-{which}", name=name, change=marked(change, doubt)))]]


def _newest(matches: tuple[Match, ...]) -> list[Match]:
    """Each line once, as the last edition that has it prints it, in the order in which they were named."""
    newest: dict[str, Match] = {}
    for match in matches:
        newest[match.path] = match
    return list(newest.values())


def _describe_line(number: int, line: Match, answer: LinesByEdition, texts: Texts) -> list[list[Span]]:
    """The name of a line, and its amount in each year or edition, with what changed since the one before."""
    among = listed_lines(_newest(answer.page.matches))
    name = line_in_list(line.line, texts, NAME_SHOWN, among)
    rows: list[list[Span]] = [[bold(texts.get("candidate-number", number=number, name=name))]]
    before: Match | None = None
    for printed in _by_edition(answer):
        match = next((each for each in printed if each.path == line.path), None)
        if match is None:
            rows.append([italic(tell_lacking(_lacking_line(printed[0], answer), texts))])
            before = None  # what it is more or less than is not there
            continue
        row = [
            plain(tell_edition(match, texts, "of", of_years=answer.of_years) + " "),
            bold(line_amount(match.line, texts)),
        ]
        if before is not None:
            doubt = Doubt.gravest((before.line.doubt, match.line.doubt))
            row.append(plain(f" ({marked(tell_change(before.line.amount, match, texts), doubt)})"))
        rows.append(row)
        before = match
    return rows


def _by_edition(answer: LinesByEdition) -> list[list[Match]]:
    """The lines of each edition that has any, in the order of time."""
    return [
        list(printed) for _, printed in groupby(answer.page.matches, key=lambda match: match.address.edition)
    ]


def _lacking_line(beside: Match, answer: LinesByEdition) -> Missing:
    """That the edition of a line does not have another one."""
    if answer.of_years:
        return Missing(MissingKind.LINE, str(beside.edition.year))
    return Missing(MissingKind.EDITION_LINE, beside.edition.decision.number)


def _list_joined(answer: LinesByEdition, texts: Texts) -> list[list[Span]]:
    """How much lines of one thing are together in each year or edition, and how that changed."""
    if not answer.words:
        return []
    name = texts.get("remainder-part", name=one_line(answer.words, QUERY_SHOWN))
    rows = [[bold(f"{name}. "), plain(texts.get("by-edition-sums"))], *_sum_rows(answer, texts)]
    if answer.of_years and answer.heard.question.relation is Relation.SUMMED:
        doubt = Doubt.gravest(match.line.doubt for match in answer.page.matches)
        said = exact(sum(answer.sums), answer.page.matches[0].line.unit, texts)
        rows.append([plain(texts.get("years-sum") + " "), bold(marked(said, doubt))])
    return rows


def _list_sums(answer: LinesByEdition, texts: Texts) -> list[list[Span]]:
    """How much the lines are together in each year or edition, or why not, where that is asked for."""
    if answer.words or answer.heard.question.relation is not Relation.SUMMED:
        return []
    if answer.obstacle is not None:
        return [[plain(tell_obstacle(answer.obstacle, answer.page.matches, texts))]]
    if not answer.sums:
        return [[plain(texts.get("sum-unfound"))]]
    return [[plain(texts.get("by-edition-sums"))], *_sum_rows(answer, texts)]


def _sum_rows(answer: LinesByEdition, texts: Texts) -> list[list[Span]]:
    """How much lines are together in each year or edition, with what changed since the one before."""
    rows: list[list[Span]] = []
    before: tuple[int, Doubt | None] | None = None
    for amount, printed in zip(answer.sums, _by_edition(answer), strict=True):
        doubt = Doubt.gravest(match.line.doubt for match in printed)
        unit = printed[0].line.unit
        edition = tell_edition(printed[0], texts, "of", of_years=answer.of_years)
        row = [plain(f"{edition} "), bold(marked(exact(amount, unit, texts), doubt))]
        if before is not None:
            change = texts.get("ledger-unchanged")
            if amount != before[0]:
                change = tell_growth(printed[0].path, (before[0], amount), unit, texts)
            row.append(plain(f" ({marked(change, Doubt.gravest((before[1], doubt)))})"))
        rows.append(row)
        before = (amount, doubt)
    return rows
