"""What somebody claims beside the figures of the budget, as JSON."""

from __future__ import annotations

from fractions import Fraction
from typing import Self

from bot.json.form import DecisionForm, Form, MissingForm
from parser.kinds import Doubt
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.intents import Direction, Unheld
from parser.records import Language
from storage.answering.answer import CheckedLine, CheckedStatement, ClaimCheck
from storage.answering.compared_figure import Agreement, ComparedFigure
from storage.answering.thousandfold import Thousandfold
from storage.answering.unchecked import UncheckedKind

_AMOUNTS = frozenset({FigureKind.AMOUNT, FigureKind.CHANGE})


class ComparedFigureForm(Form):
    """A figure of the budget beside the claimed one."""

    actual: int | float
    """Tenge; of a share or a growth a fraction of one; of times how many times as much it became, which is
    below one of a fall. A deficit's change is that of its size."""
    difference: int | float
    """By how much it is more than the claimed one, whatever their signs; computed."""
    agreement: Agreement | None
    """How it is the claimed one: exactly, rounded to the last digit that was said, cut off behind it, or
    within the two ends of a range; null where it is another."""
    decision: DecisionForm
    """That set the amount, or changed it."""
    since: DecisionForm | None
    """The decision that a change is counted from …"""
    since_year: int | None
    """… and its year, where that is another one."""
    over_gap: bool
    """Whether decisions between the two are not loaded."""
    whole: str | None
    """The path of the line that a share is of."""
    doubt: Doubt | None
    year: int | None
    """The budget year that has it, where that is another one than the line's."""
    contrary: bool
    """Whether a balance is said to be a surplus that is a deficit, or the other way round."""
    came: bool
    """Whether a change is of a line that was not there before …"""
    gone: bool
    """… or that is there no more."""

    @classmethod
    def join(cls, compared: ComparedFigure, kind: FigureKind, language: Language) -> Self:
        """The form of a figure beside a claimed one of a kind."""
        in_tenge = kind in _AMOUNTS
        actual, difference = compared.actual, compared.difference
        return cls(
            actual=int(actual) if in_tenge else round(float(actual), 6),
            difference=int(difference) if in_tenge else round(float(difference), 6),
            agreement=compared.agreement,
            decision=DecisionForm.fill(compared.decision, language),
            since=DecisionForm.fill(compared.since, language) if compared.since else None,
            since_year=compared.since_year,
            over_gap=compared.over_gap,
            whole=compared.whole.path if compared.whole else None,
            doubt=compared.doubt,
            year=compared.year,
            contrary=compared.contrary,
            came=compared.came,
            gone=compared.gone,
        )


class ThousandfoldForm(Form):
    """A figure of the line that is a thousand times the claimed one, or a thousandth of it."""

    compared: ComparedFigureForm
    is_more: bool
    """Whether it is the thousandfold of the claimed one, else a thousandth of it."""
    in_table_unit: bool
    """Whether the claimed one was said in tenge, and the table counts in thousands of these."""

    @classmethod
    def join(cls, found: Thousandfold, kind: FigureKind, language: Language) -> Self:
        """The form of such a figure beside a claimed one of a kind."""
        compared = ComparedFigureForm.join(found.compared, kind, language)
        return cls(compared=compared, is_more=found.is_more, in_table_unit=found.in_table_unit)


class CheckedLineForm(Form):
    """A line that a figure may be said of; the matches have it whole."""

    path: str
    place: str
    year: int
    scale: int
    """In how many tenge an amount was counted that does not say it, else 1."""
    compared: tuple[ComparedFigureForm, ...]
    """The line's amounts in all editions, or the shares or changes that the figure may be."""
    summed_with: tuple[str, ...]
    """The paths of the lines that it is summed with, where the figure may be said of several together; then
    what is compared are the sums of all of them, which are computed."""
    beside: str | None
    """The path of the line that it is set beside, where the figure says how much more the one has."""
    thousandfold: ThousandfoldForm | None
    years: tuple[int, ...]
    """The years that the figure is over, where these are several; then what is compared is the sum of all of
    them, or the change from the first to the last, which are computed."""

    @classmethod
    def join(cls, line: CheckedLine, kind: FigureKind, language: Language) -> Self:
        """The form of a line beside a claimed figure of a kind."""
        return cls(
            path=line.match.path,
            place=line.match.place,
            year=line.match.edition.year,
            scale=line.scale,
            compared=tuple(ComparedFigureForm.join(compared, kind, language) for compared in line.compared),
            summed_with=tuple(match.path for match in line.others),
            beside=line.beside.path if line.beside else None,
            years=tuple(match.edition.year for match in line.years),
            thousandfold=(
                ThousandfoldForm.join(line.thousandfold, kind, language) if line.thousandfold else None
            ),
        )


class UncheckedForm(Form):
    """Why a claimed figure stands beside no line."""

    kind: UncheckedKind
    value: str
    """The other place, the words for which no line is found, or how many years; empty where there is
    nothing to name."""


class StatementForm(Form):
    """A claimed figure, and the lines that it may be said of."""

    said: str
    kind: FigureKind
    """Of what it is: the line's amount, how much that changed, a share, a growth as a share, or how many
    times as much it became."""
    value: int | float
    """Tenge; of a share or a growth a fraction of one; as it was typed where nothing says in what it is."""
    upper: int | float | None
    """Up to what it is, where it is a range; the value is then where that begins."""
    direction: Direction | None
    """Whether it is a rise or a cut, where that is said."""
    words: str | None
    """What was looked for; null where nothing says what the figure is of."""
    sure: bool
    """Whether the first line is surely meant."""
    missing: MissingForm | None
    """The place or the edition that it is said of, where that is not loaded."""
    unchecked: UncheckedForm | None
    """Why there are no lines, where nothing is missing."""
    share_of: str | None
    """What names the line that a share is of, where that is said."""
    since: str | None
    """What names the edition that it is counted from, where that is said."""
    moved: bool
    """Whether so much is said to have gone from one line to another, which no decision tells."""
    beyond_plan: Unheld | None
    """What it is said of besides, which no decision tells."""
    only_part: bool
    """Whether what it is said of is only paid out of the lines: then it is compared with none of them."""
    unread_verbs: tuple[str, ...]
    """The verbs beside it that nothing reads: what they say of the money is not known."""
    lines: tuple[CheckedLineForm, ...]

    @classmethod
    def join(cls, checked: CheckedStatement, language: Language) -> Self:
        """The form of a checked figure."""
        figure = checked.statement.figure
        return cls(
            said=figure.said,
            kind=figure.kind,
            value=_value(figure, figure.value),
            upper=None if figure.upper is None else _value(figure, figure.upper),
            direction=figure.direction,
            words=checked.asked.text if checked.asked else None,
            sure=checked.sure,
            missing=MissingForm.fill(checked.missing) if checked.missing else None,
            unchecked=UncheckedForm.fill(checked.unchecked) if checked.unchecked else None,
            share_of=checked.statement.of_line.text if checked.statement.of_line is not None else None,
            since=checked.statement.since.text if checked.statement.since is not None else None,
            moved=checked.statement.moved,
            beyond_plan=checked.statement.beyond_plan,
            only_part=checked.only_part,
            unread_verbs=checked.unread,
            lines=tuple(CheckedLineForm.join(line, figure.kind, language) for line in checked.lines),
        )


class CheckForm(Form):
    """What somebody claims beside the figures of the budget."""

    statements: tuple[StatementForm, ...]
    unread: tuple[str, ...]
    """The numbers of the claim that were compared with nothing."""

    @classmethod
    def join(cls, check: ClaimCheck, language: Language) -> Self:
        """The form of a checked claim."""
        statements = tuple(StatementForm.join(checked, language) for checked in check.statements)
        return cls(statements=statements, unread=check.unread)


def _value(figure: ClaimedFigure, value: Fraction) -> int | float:
    in_tenge = figure.kind in _AMOUNTS and not figure.is_open
    return int(value) if in_tenge else round(float(value), 6)
