"""What somebody claims beside the figures of the budget: arithmetic alone, never «true» or «false»."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from handlers.views.actions import OpenLedger, OpenLine, OpenOffice, OpenOfficeLedger
from handlers.views.amounts import scale_name, unit_name
from handlers.views.claimed_figure import goes_otherwise, tell_beside, tell_bound, tell_figure
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines
from handlers.views.fitting import fit_lists
from handlers.views.lines import BUTTON_LIMIT, line_in_list, line_name
from handlers.views.matches import describe_match, listed_lines, missing_value, source_lines
from handlers.views.message import Button, MessageView, Span, bold, folded, italic, paragraphs, plain
from handlers.views.texts import Texts
from parser.question.claimed_direction import Balance
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from storage.answering.answer import CheckedLine, CheckedStatement, ClaimCheck
from storage.answering.compared_figure import Agreement, ComparedFigure
from storage.answering.missing import MissingKind
from storage.answering.page import Match

_ENTRIES_ALONE, _ENTRIES_AMONG = 14, 4  # of one line: where it is the only one, and where there are several
_ENTRIES_OPEN = 6  # more are folded
_ROWS = 6
_NAME_SHOWN, _WORDS_SHOWN = 120, 60
_LEAST_TOLD = Fraction(1, 2000)  # of a share: less is told as no point
_GROUPS = {
    FigureKind.AMOUNT: "amount",
    FigureKind.SHARE: "share",
    FigureKind.CHANGE: "change",
    FigureKind.GROWTH: "change",
    FigureKind.TIMES: "change",
}
_MISSING = frozenset(
    {
        *(MissingKind.PLACE, MissingKind.YEAR, MissingKind.LINE, MissingKind.EDITION_LINE),
        MissingKind.WHICH_PLACE,
    }
)  # that have a sentence of their own
Lines = list[list[Span]]


def claim_view(answer: ClaimCheck, texts: Texts) -> MessageView:
    """A claim's figures, each beside those of the line that it is said of, and by how much they differ.

    Args:
        answer: the claim and what it was compared with.
        texts: the person's language.

    Returns:
        The message; a button opens each line. What has no line, and what was not compared, is said.
    """
    doubts = [line.match.line.doubt for each in answer.statements for line in each.lines]
    doubts += [
        compared.doubt for each in answer.statements for line in each.lines for compared in line.compared
    ]
    unread = [[plain(texts.get("claim-unread", numbers=", ".join(answer.unread)))]] if answer.unread else []

    def write(count: int) -> tuple[Span, ...]:
        return paragraphs(
            *(block for each in answer.statements for block in _statement(each, texts, count)),
            unread,
            source_lines(answer.matches, texts) + doubt_lines(doubts, texts),
            [[italic(texts.get("claim-scope"))]],
        )

    most = _ENTRIES_ALONE if len(answer.statements) == 1 else _ENTRIES_AMONG
    return MessageView(fit_lists(write, most), _rows(answer, texts))


def claim_summary(answer: ClaimCheck, texts: Texts) -> str:
    """The first thing that is told of a claim, in one line."""
    first = answer.statements[0]
    spans = next(iter(_statement(first, texts, _ENTRIES_AMONG)), [])
    return " ".join(span.text for line in spans for span in line)


def _rows(answer: ClaimCheck, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """A button for each line, one for all that an administrator has; of the only one its history, too."""
    lines = [line for each in answer.statements for line in each.lines]
    opened: dict[OpenLine | OpenOffice, Match] = {}
    for line in lines:
        if line.groups:
            opened.setdefault(OpenOffice(line.match.address), line.match)
        else:
            opened.update({OpenLine(match.address): match for match in line.matches})
    rows = [
        (Button(line_name(match.line, texts, BUTTON_LIMIT), action),)
        for action, match in list(opened.items())[:_ROWS]
    ]
    if len(rows) != 1:
        return tuple(rows)
    (only,) = opened.values()
    ledger = OpenOfficeLedger(only.address) if lines[0].groups else OpenLedger(only.address)
    has_history = lines[0].groups or (only.card is not None and len(only.card.ledger) > 1)
    return ((*rows[0], Button(texts.get("button-ledger"), ledger)),) if has_history else tuple(rows)


def _statement(checked: CheckedStatement, texts: Texts, count: int) -> list[Lines]:
    """What is told of one figure, in blocks; of each list in it so many lines at most, the others counted."""
    said = [[plain(texts.get("claim-said", said=checked.statement.figure.said))]]
    remarks = _remarks(checked, texts)
    if not checked.lines:
        return [[[plain(_say_unfound(checked, texts))], *remarks]]
    if checked.only_part:
        return _say_part(checked, texts)
    if checked.sure:
        matches = [line.match for line in checked.lines]
        inside = (
            describe_match(number, line.match, texts, among=matches) + _headline(checked, line, texts)
            for number, line in enumerate(checked.lines[1:], start=1)
        )
        return [_sure_line(checked, checked.lines[0], texts, count) + remarks, *inside]
    if checked.lines[0].others:
        heading = [[plain(texts.get("claim-unsure-together"))]]
        return [heading, _sure_line(checked, checked.lines[0], texts, count) + remarks]
    heading = [[plain(texts.get("claim-unsure", count=len(checked.lines)))]]
    matches = [line.match for line in checked.lines]
    offered = [
        describe_match(number, line.match, texts, among=matches)
        + _headline(checked, line, texts)
        + _thousandfold(checked, line, texts)
        for number, line in enumerate(checked.lines[:count], start=1)
    ]
    left_out = len(checked.lines) - len(offered)
    more = [[italic(texts.get("claim-left-out", count=left_out))]] if left_out else []
    return [said + remarks + heading, *offered, more]


def _say_part(checked: CheckedStatement, texts: Texts) -> list[Lines]:
    """That no line has such a figure, and the lines that what it is said of may be paid out of."""
    statement, matches = checked.statement, [line.match for line in checked.lines]
    said = [[plain(texts.get("claim-said", said=statement.figure.said))]]
    beyond = statement.beyond_plan
    reason = texts.get(f"not-held-{beyond}" if beyond else "claim-part")
    offered = texts.get("claim-part-lines", count=len(matches))
    described = (
        describe_match(number, match, texts, among=matches) for number, match in enumerate(matches, 1)
    )
    return [[*said, [bold(reason)], [plain(offered)]], *described]


def _remarks(checked: CheckedStatement, texts: Texts) -> Lines:
    remarks = []
    if checked.assumed and checked.lines:
        remarks.append(texts.get("place-assumed", place=texts.place(checked.assumed.place)))
    if checked.statement.beyond_plan:
        remarks.append(texts.get(f"not-held-{checked.statement.beyond_plan}"))
    return [[italic(remark)] for remark in remarks]


def _say_unfound(checked: CheckedStatement, texts: Texts) -> str:
    """Why a figure stands beside none: what it is of is not loaded, not found or not said."""
    said, missing = checked.statement.figure.said, checked.missing
    if missing is not None:
        kind = MissingKind.PLACE if missing.kind is MissingKind.PLACE_BESIDE else missing.kind
        key = f"claim-missing-{kind}" if kind in _MISSING else "claim-missing-edition"
        return texts.get(key, said=said, value=missing_value(missing, texts))
    if checked.statement.figure.incomparable:
        return texts.get(f"claim-{checked.statement.figure.incomparable}", said=said)
    if checked.asked is None:
        return texts.get("claim-no-subject", said=said)
    words = checked.asked.named or checked.asked.text
    return texts.get("claim-unfound", said=said, words=one_line(words, _WORDS_SHOWN))


def _sure_line(checked: CheckedStatement, line: CheckedLine, texts: Texts, count: int) -> Lines:
    match = line.match
    edition = match.edition
    name = bold(_name_lines(line, texts))
    where = [plain(f"{texts.place(edition.budget.place)} · {edition.year}")]
    groups = [[plain(texts.get("across-count", count=line.groups))]] if line.groups else []
    said = plain(texts.get("claim-said", said=_said(checked, line, texts)))
    compared = _headline(checked, line, texts) + _thousandfold(checked, line, texts)
    compared += _entries(checked, line, texts, count)
    return [[name], where, *groups, [said], *compared]


def _name_lines(line: CheckedLine, texts: Texts) -> str:
    """The line that a figure is said of, or the lines together, which is said to be computed."""
    names = [
        line_in_list(match.line, texts, _NAME_SHOWN, listed_lines(line.matches)) for match in line.matches
    ]
    if line.groups or not line.others:
        return names[0]
    quoted = ", ".join(texts.get("remainder-part", name=name) for name in names)
    return texts.get("claim-together", names=quoted)


def _said(checked: CheckedStatement, line: CheckedLine, texts: Texts) -> str:
    """The figure as it was said, with the unit that it was read in where it says none."""
    said = checked.statement.figure.said
    if checked.statement.figure.is_open:
        return texts.get("claim-open-unit", number=said, unit=scale_name(line.scale, texts))
    return texts.get("amount", number=said, unit=unit_name(line.scale, texts)) if line.scale > 1 else said


def _headline(checked: CheckedStatement, line: CheckedLine, texts: Texts) -> Lines:
    """Where the figure stands as it was said, else what comes nearest and by how much it differs."""
    figure = checked.statement.figure
    group = _GROUPS[figure.kind]
    if not line.compared:
        return [[plain(texts.get(f"claim-no-{group}"))]]
    named = [each for each in line.compared if each.decision.address == line.named_decision]
    compared = (named or line.compared)[-1] if figure.is_bounded else _choose(figure, named or line.compared)
    entry = tell_figure(figure, compared, line, texts)
    if compared.agreement:
        return [[bold(texts.get(f"claim-{compared.agreement}-{group}", at=entry.at, actual=entry.actual))]]
    if compared.contrary:
        balance = Balance.SURPLUS if figure.balance is Balance.DEFICIT else Balance.DEFICIT
        return [[bold(texts.get(f"claim-is-{balance}", at=entry.at, actual=entry.actual))]]
    values = {"at": entry.at, "actual": entry.actual, "difference": entry.difference}
    year = str(line.match.edition.year)
    if figure.bound:
        return [[bold(tell_bound(figure, compared, entry, texts))]]
    if figure.in_words:  # how exactly it is meant is not said
        return [[bold(texts.get("claim-words-share", **values))]]
    key = f"claim-{'named' if (named or figure.is_bounded) and group == 'amount' else 'none'}-{group}"
    return [[bold(texts.get(key, **values, year=year))]]


def _thousandfold(checked: CheckedStatement, line: CheckedLine, texts: Texts) -> Lines:
    """What the figure would be if it were a thousand times as much or as little, where the line has that."""
    found = line.thousandfold
    if found is None:
        return []
    entry = tell_figure(checked.statement.figure, found.compared, line, texts)
    key = (
        "claim-in-table-unit"
        if found.in_table_unit
        else f"claim-thousand-{'more' if found.is_more else 'less'}"
    )
    unit = unit_name(line.match.line.unit, texts)
    return [[bold(texts.get(key, unit=unit, at=entry.at, actual=entry.actual))]]


def _choose(figure: ClaimedFigure, compared: Sequence[ComparedFigure]) -> ComparedFigure:
    """The figure that is told first: of those that agree the exact one or the last, else the nearest.

    A change since the original, which is the first of them, is told before one of a decision.
    """
    agreeing = [each for each in compared if each.agreement]
    exact_ones = [each for each in agreeing if each.agreement in {Agreement.EXACT, Agreement.WITHIN}]
    if agreeing:
        best = exact_ones or agreeing
        is_since_original = figure.kind is not FigureKind.AMOUNT and best[0] is compared[0]
        return best[0] if is_since_original else best[-1]

    def distance(each: ComparedFigure) -> tuple[bool, bool, Fraction]:
        apart = abs(each.difference)  # as much the other way tells more than a neighbour
        return apart > figure.precision, goes_otherwise(figure, each), apart

    return min(reversed(compared), key=distance)


def _entries(checked: CheckedStatement, line: CheckedLine, texts: Texts, count: int) -> Lines:
    """All figures of a line beside the claimed one, a line for each; of very many the telling ones."""
    if len(line.compared) < 2:
        return []
    kind = checked.statement.figure.kind
    shown = _choose_entries(line.compared, count)
    heading = texts.get(f"claim-all-{_GROUPS[kind]}", unit=unit_name(line.match.line.unit, texts))
    said = [tell_beside(checked.statement.figure, compared, line, texts) for compared in shown]
    left_out = len(line.compared) - len(shown)
    if left_out:
        said.append([italic(texts.get("claim-left-out", count=left_out))])
    return [[plain(heading)], *(folded(said) if len(said) > _ENTRIES_OPEN else said)]


def _choose_entries(compared: Sequence[ComparedFigure], most: int) -> list[ComparedFigure]:
    """Those that agree, the first and the last, in their order."""
    if len(compared) <= most:
        return list(compared)
    ranked = sorted(
        range(len(compared)),
        key=lambda at: (at not in {0, len(compared) - 1}, compared[at].agreement is None, -at),
    )
    return [compared[at] for at in sorted(ranked[:most])]
