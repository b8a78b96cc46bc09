"""What somebody claims beside the figures of the budget: arithmetic alone, never «true» or «false»."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.views.actions import OpenLedger, OpenLine, OpenOffice, OpenOfficeLedger
from handlers.views.amounts import scale_name, unit_name
from handlers.views.claim_figures import (
    Lines,
    entry_lines,
    find_earlier_decision,
    headline_lines,
    thousandfold_lines,
)
from handlers.views.claimed_figure import name_years
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines
from handlers.views.fitting import ROWS, fit_lists
from handlers.views.lines import BUTTON_LIMIT, line_in_list, line_name
from handlers.views.matches import (
    describe_match,
    earlier_source,
    listed_lines,
    missing_value,
    source_lines,
)
from handlers.views.message import Button, MessageView, Span, bold, italic, paragraphs, plain
from handlers.views.texts import Texts
from parser.question.figure_kinds import FigureKind
from parser.question.intents import Direction
from storage.answering.answer import CheckedLine, CheckedStatement, ClaimCheck
from storage.answering.missing import MissingKind
from storage.answering.page import Match
from storage.answering.unchecked import UncheckedKind

# Of one line: where it is the only one, where there are several, and where there are many.
_ENTRIES_ALONE, _ENTRIES_AMONG, _ENTRIES_OF_MANY = 14, 4, 2
_MANY = 4  # figures of a message
_NAME_SHOWN, _WORDS_SHOWN = 120, 60
_OF_LINE = frozenset({FigureKind.AMOUNT, FigureKind.SHARE})  # what is counted from nothing else
_MISSING = frozenset(
    {
        *(MissingKind.PLACE, MissingKind.YEAR, MissingKind.LINE, MissingKind.EDITION_LINE),
        *(MissingKind.DECISION_YEAR, MissingKind.WHICH_PLACE),
    }
)  # that have a sentence of their own


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
            source_lines(answer.matches, texts)
            + _earlier_sources(answer, texts)
            + doubt_lines(doubts, texts),
            [[italic(texts.get("claim-scope"))]],
        )

    several = _ENTRIES_OF_MANY if len(answer.statements) >= _MANY else _ENTRIES_AMONG
    most = _ENTRIES_ALONE if len(answer.statements) == 1 else several
    return MessageView(fit_lists(write, most), _rows(answer, texts))


def _earlier_sources(answer: ClaimCheck, texts: Texts) -> Lines:
    """The sources of earlier decisions that alone have a claimed figure, each once."""
    found = {
        (line.match.edition.address, decision.address): earlier_source(line.match.edition, decision, texts)
        for each in answer.statements
        for line in each.lines
        if (decision := find_earlier_decision(each, line)) is not None
    }
    return list(found.values())


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
        for action, match in list(opened.items())[:ROWS]
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
    if not checked.lines and checked.statement.is_personal and not checked.missing:
        return [[*said, [bold(texts.get(f"not-held-{checked.statement.beyond_plan}"))]]]
    if not checked.lines:
        return [[[plain(_say_unfound(checked, texts))], *remarks]]
    if checked.only_part:
        return _say_part(checked, texts)
    if checked.sure:
        matches = [line.match for line in checked.lines]
        inside = (
            describe_match(number, line.match, texts, among=matches) + headline_lines(checked, line, texts)
            for number, line in enumerate(checked.lines[1:], start=1)
        )
        return [_sure_line(checked, checked.lines[0], texts, count) + remarks, *inside]
    if checked.lines[0].others:
        heading = [[plain(texts.get("claim-unsure-together"))]]
        return [heading, _sure_line(checked, checked.lines[0], texts, count) + remarks]
    together = checked.lines[0].beside is not None
    heading_key = "claim-unsure-together" if together else "claim-unsure"
    heading = [[plain(texts.get(heading_key, count=len(checked.lines)))]]
    matches = [line.match for line in checked.lines]
    offered = [
        describe_match(number, line.match, texts, among=matches)
        + _name_beside(line, texts)
        + headline_lines(checked, line, texts)
        + thousandfold_lines(checked, line, texts)
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
    if checked.statement.moved and checked.statement.figure.direction is Direction.RISES:
        remarks.append(texts.get("notice-moved"))
    if checked.unread and checked.lines:
        key = "claim-verb-amount" if checked.statement.figure.kind in _OF_LINE else "claim-verb-change"
        remarks.append(texts.get(key, words=_quote(checked.unread, texts)))
    agrees = any(compared.agreement for line in checked.lines for compared in line.compared)
    if checked.statement.may_be_inside and checked.sure and not agrees:
        name = line_in_list(checked.lines[0].match.line, texts, _NAME_SHOWN)
        remarks.append(texts.get("claim-may-be-inside", name=name))
    if checked.statement.beyond_plan:
        remarks.append(texts.get(f"not-held-{checked.statement.beyond_plan}"))
    return [[italic(remark)] for remark in remarks]


def _say_unfound(checked: CheckedStatement, texts: Texts) -> str:
    """Why a figure stands beside none: what it is of is not loaded, not found or not said."""
    said, missing = checked.statement.figure.said, checked.missing
    if missing is not None:
        kind = MissingKind.PLACE if missing.kind is MissingKind.PLACE_BESIDE else missing.kind
        key = f"claim-missing-{kind}" if kind in _MISSING else "claim-missing-edition"
        return texts.get(key, said=said, value=missing_value(missing, texts), year=str(missing.year))
    reason = checked.unchecked
    if reason is None:
        raise ValueError(f"a claim that stands beside lines is not unfound: {said}")
    words = one_line(reason.value, _WORDS_SHOWN)
    if reason.kind is UncheckedKind.NOT_INSIDE:
        if reason.line is None:
            return texts.get("claim-none-inside", said=said, words=words)
        name = line_in_list(reason.line, texts, _NAME_SHOWN)
        return texts.get("claim-not-inside", said=said, words=words, name=name)
    return texts.get(f"claim-{reason.kind}", said=said, words=words, place=texts.place(reason.value))


def _sure_line(checked: CheckedStatement, line: CheckedLine, texts: Texts, count: int) -> Lines:
    match = line.match
    edition = match.edition
    name = bold(_name_lines(line, texts))
    year = name_years(line) if line.years else str(edition.year)
    where = [plain(f"{texts.place(edition.budget.place)} · {year}")]
    groups = [[plain(texts.get("across-count", count=line.groups))]] if line.groups else []
    said = plain(texts.get("claim-said", said=_said(checked, line, texts)))
    compared = headline_lines(checked, line, texts)
    if line.thousandfold is None:  # else all differences would be from what was perhaps not meant
        compared += entry_lines(checked, line, texts, count)
    return [[name], where, *groups, [said], *compared, *thousandfold_lines(checked, line, texts)]


def _name_lines(line: CheckedLine, texts: Texts) -> str:
    """The line that a figure is said of, or the lines together, which is said to be computed."""
    names = [
        line_in_list(match.line, texts, _NAME_SHOWN, listed_lines(line.matches)) for match in line.matches
    ]
    if line.beside is not None:
        return texts.get("claim-beside-names", name=names[0], other=names[-1])
    if line.groups or not line.others:
        return names[0]
    return texts.get("claim-together", names=_quote(names, texts))


def _quote(words: Iterable[str], texts: Texts) -> str:
    return ", ".join(texts.get("remainder-part", name=one_line(word, _NAME_SHOWN)) for word in words)


def _said(checked: CheckedStatement, line: CheckedLine, texts: Texts) -> str:
    """The figure as it was said, with the unit that it was read in where it says none."""
    said = checked.statement.figure.said
    if checked.statement.figure.is_open:
        return texts.get("claim-open-unit", number=said, unit=scale_name(line.scale, texts))
    return texts.get("amount", number=said, unit=unit_name(line.scale, texts)) if line.scale > 1 else said


def _name_beside(line: CheckedLine, texts: Texts) -> Lines:
    """The line that an offered one is set beside."""
    if line.beside is None:
        return []
    name = line_in_list(line.beside.line, texts, _NAME_SHOWN)
    return [[plain(texts.get("claim-beside-line", name=name))]]
