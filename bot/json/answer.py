"""`ask --json`: all that the chat would say to a question, each line with its card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, assert_never

from bot.json.changes import ChangesForm
from bot.json.claim import CheckForm
from bot.json.computed import (
    AcrossForm,
    BoundedForm,
    ComparisonForm,
    ExclusionForm,
    ExplanationForm,
    ListingForm,
    SideForm,
    SumForm,
)
from bot.json.decisions import DecisionListForm
from bot.json.form import Form, MissingForm
from bot.json.lines import MatchForm
from parser.question.intents import Intent, Unheld
from parser.question.remarks import Remark
from parser.records import Language
from storage.answering.answer import (
    Answer,
    Choice,
    ClaimCheck,
    DecisionChanges,
    Decisions,
    Explanation,
    NotHeld,
    Nothing,
    NothingLoaded,
    PartOfLine,
    PlaceChoice,
    SeveralFigures,
    SureLine,
    Talk,
)
from storage.answering.answer_traits import (
    count_lines,
    find_intent,
    is_confident,
    list_matches,
    list_other_budgets,
)
from storage.answering.listings import BoundedList, Listing
from storage.answering.missing import Missing, MissingKind
from storage.answering.several_figures import (
    AcrossGroups,
    Comparison,
    LinesByEdition,
    NoRemainder,
    Remainder,
    SumOfLines,
    YearComparison,
)

AnswerKind = Literal[
    "line",
    "choice",
    "listing",
    "bounds",
    "across",
    "exclusion",
    "no_exclusion",
    "comparison",
    "sum",
    "by_edition",
    "years",
    "editions",
    "changes",
    "decisions",
    "not_held",
    "part_of",
    "explanation",
    "check",
    "places",
    "not_loaded",
    "nothing",
    "nothing_loaded",
    "talk",
]


class AskForm(Form):
    """What `ask --json` prints for one question."""

    query: str
    language: Language
    intent: Intent
    kind: AnswerKind
    """One line is meant; lines to choose from; lines inside a line; those of them that lie within bounds; a
    line less some of the lines inside it; why nothing could be taken out of it; lines beside one another;
    lines and how much they are together; several lines in several years or as several decisions left them;
    one line in several years; or as several decisions left it; what a decision changed; the decisions on a
    budget; lines of which something is asked that no decision says; lines out of which what is named is
    paid; what a word means, with the lines that it explains; what is claimed beside the lines that it is
    said of; places of which one is meant; the place is not loaded; nothing was found; nothing is loaded;
    small talk."""
    not_held: Unheld | None
    """What is asked that no decision says."""
    talk: Remark | None
    """What a message says that asks nothing."""
    confident: bool
    """False with matches means: candidates, not an answer."""
    missing: MissingForm | None
    lacking: tuple[MissingForm, ...]
    """Of lines in several years or editions: those asked for that are not loaded, or lack the line."""
    unfound: tuple[str, ...]
    """Of a comparison or a sum: the parts of the question that no line was found for; of changes: its words
    that no line has."""
    others: tuple[MatchForm, ...]
    """Of a comparison, also of years, and of a sum: lines that may have been meant instead of those shown."""
    searched: str | None
    """What was searched instead of what was typed."""
    assumed: str | None
    """The place that was taken, where several are loaded and the question names none."""
    other_places: tuple[str, ...]
    """Places that have the line as well, or of which one may be meant."""
    inside: str | None
    """The path that the matches lie below, where a list was asked for; of changes, the path they are of."""
    listing: ListingForm | None
    bounded: BoundedForm | None
    across: AcrossForm | None
    exclusion: ExclusionForm | None
    explanation: ExplanationForm | None
    check: CheckForm | None
    """What is claimed, beside the figures of the budget."""
    comparison: ComparisonForm | None
    sum: SumForm | None
    sums: tuple[int, ...]
    """Of a line or lines in several years or editions, where it is asked how much these are together: of one
    line the sum of the years, of several that of each year or edition; computed. Of several there are none
    where a year or edition lacks one of them, or they do not add up. Of lines that one word means together,
    always those of what lines each has."""
    sides: tuple[SideForm, ...]
    """Of lines beside one another or together, each part of the question that means several of them."""
    total: int
    """How many lines there are, of which the matches are the first."""
    matches: tuple[MatchForm, ...]
    changes: ChangesForm | None
    """What the decision changed, where that was asked of no line."""
    together: bool
    """Whether `changes` are those of all decisions since an earlier one together."""
    newest_has_none: bool
    """Whether they are together because the newest decision changed nothing of what is asked."""
    decisions: DecisionListForm | None
    """The decisions on the budget, where these were asked for."""
    words: tuple[str, ...]
    """Where nothing was found: the words that were searched …"""
    nearest: tuple[MatchForm, ...]
    """… and the lines that come nearest, too far to be meant."""


def fill_ask_form(answer: Answer, language: Language) -> AskForm:
    """The form of an answer.

    Args:
        answer: one whose lines have their cards.
        language: of names.
    """
    heard, matches = answer.heard, list_matches(answer)
    nothing = answer if isinstance(answer, Nothing) else None
    changed = answer if isinstance(answer, DecisionChanges) else None
    return AskForm(
        query=heard.question.text,
        language=heard.language,
        intent=find_intent(answer),
        kind=name_kind(answer),
        not_held=answer.unheld if isinstance(answer, NotHeld) else None,
        talk=answer.remark if isinstance(answer, Talk) else None,
        confident=is_confident(answer),
        missing=MissingForm.fill(heard.lacks) if heard.lacks else None,
        lacking=tuple(map(MissingForm.fill, _list_lacking(answer))),
        unfound=_list_unfound(answer),
        others=tuple(MatchForm.join(match, language) for match in answer.others)
        if isinstance(answer, Comparison | SumOfLines | LinesByEdition | YearComparison)
        else (),
        searched=heard.searched,
        assumed=heard.assumed.place if heard.assumed else None,
        other_places=tuple(budget.place for budget in list_other_budgets(answer)),
        inside=_find_inside(answer),
        listing=ListingForm.join(answer, language) if isinstance(answer, Listing) else None,
        bounded=BoundedForm.join(answer, language) if isinstance(answer, BoundedList) else None,
        across=AcrossForm.fill(answer) if isinstance(answer, AcrossGroups) else None,
        exclusion=ExclusionForm.join(answer, language)
        if isinstance(answer, Remainder | NoRemainder)
        else None,
        explanation=ExplanationForm.join(answer, language) if isinstance(answer, Explanation) else None,
        check=CheckForm.join(answer, language) if isinstance(answer, ClaimCheck) else None,
        comparison=ComparisonForm.fill(answer) if isinstance(answer, Comparison) else None,
        sum=SumForm.fill(answer) if isinstance(answer, SumOfLines) else None,
        sums=_list_sums(answer),
        sides=tuple(map(SideForm.fill, answer.sides)) if isinstance(answer, Comparison | SumOfLines) else (),
        total=count_lines(answer),
        matches=tuple(MatchForm.join(match, language) for match in matches),
        changes=ChangesForm.fill(changed.changes, language) if changed else None,
        together=changed is not None and changed.together,
        newest_has_none=changed is not None and changed.newest_has_none,
        decisions=DecisionListForm.fill(answer.listed) if isinstance(answer, Decisions) else None,
        words=nothing.words if nothing else (),
        nearest=tuple(MatchForm.join(match, language) for match in nothing.nearest) if nothing else (),
    )


def _list_lacking(answer: Answer) -> Sequence[Missing]:
    """The years or editions without the line, where several are told; else the year of the place's budget."""
    if isinstance(answer, YearComparison | LinesByEdition | Remainder):
        return answer.lacking
    lacking = answer.heard.lacking
    return (Missing(MissingKind.LINE, str(lacking.year)),) if lacking else ()


def _list_unfound(answer: Answer) -> tuple[str, ...]:
    if isinstance(answer, DecisionChanges | Listing | BoundedList):
        return answer.unread
    return answer.unfound if isinstance(answer, Comparison | SumOfLines | LinesByEdition) else ()


def _list_sums(answer: Answer) -> tuple[int, ...]:
    if isinstance(answer, LinesByEdition):
        return answer.sums
    return (answer.amount,) if isinstance(answer, YearComparison) and answer.amount is not None else ()


def _find_inside(answer: Answer) -> str | None:
    if isinstance(answer, DecisionChanges):
        return answer.inside.path if answer.inside else None
    return answer.whole.path if isinstance(answer, Listing) else None


def name_kind(answer: Answer) -> AnswerKind:  # noqa: PLR0911 - one for each kind
    """What an answer's kind is called in JSON."""
    match answer:
        case SureLine():
            return "line"
        case Choice():
            return "choice"
        case YearComparison(of_years=False):
            return "editions"
        case (
            Listing()
            | BoundedList()
            | AcrossGroups()
            | Remainder()
            | NoRemainder()
            | Comparison()
            | SumOfLines()
            | LinesByEdition()
            | YearComparison()
            | NotHeld()
            | PartOfLine()
            | Explanation()
            | ClaimCheck()
        ):
            return _NAMED[type(answer)]
        case DecisionChanges():
            return "changes"
        case Decisions():
            return "decisions"
        case Nothing():
            return "nothing"
        case PlaceChoice():
            return "not_loaded" if answer.heard.missing else "places"
        case NothingLoaded():
            return "nothing_loaded"
        case Talk():
            return "talk"
        case _:
            assert_never(answer)


_NAMED: Mapping[type[SeveralFigures | NotHeld | PartOfLine | Explanation | ClaimCheck], AnswerKind] = {
    Listing: "listing",
    Comparison: "comparison",
    SumOfLines: "sum",
    LinesByEdition: "by_edition",
    YearComparison: "years",
    BoundedList: "bounds",
    AcrossGroups: "across",
    Remainder: "exclusion",
    NoRemainder: "no_exclusion",
    NotHeld: "not_held",
    PartOfLine: "part_of",
    Explanation: "explanation",
    ClaimCheck: "check",
}
