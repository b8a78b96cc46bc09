"""What is listed of a line or computed of several, as JSON."""

from __future__ import annotations

from typing import Self

from pydantic import AliasPath, Field

from bot.json.form import Form
from bot.json.lines import ChangeForm, MatchForm, StepForm
from handlers.views.explained import term_meaning, term_name
from handlers.views.texts import load_texts
from parser.kinds import Doubt
from parser.question.intents import ListedLevel
from parser.records import Language
from storage.answering.answer import Explanation
from storage.answering.listings import BoundedList, Listing, ListOrder, RankedLine
from storage.answering.remainder import Hindrance
from storage.answering.several_figures import NoRemainder, Remainder, RemainderThen
from storage.answering.together import Obstacle


class RankForm(Form):
    """At which place a line stands among its like."""

    path: str
    """The line; of an office the largest of its lines."""
    number: int
    """Its place: 1 for the line that has most; lines of one amount share it."""
    out_of: int
    """How many lines of its level there are on its side, or are found by the words of `kind`; of offices each
    once."""
    amount: int
    """What it has; of an office in all functional groups."""

    @classmethod
    def join(cls, ranked: RankedLine, out_of: int) -> Self:
        """The form of a line with its place among so many."""
        return cls(
            path=ranked.match.path, number=ranked.number, out_of=out_of, amount=ranked.match.line.amount
        )


class ListingForm(Form):
    """What a list is of."""

    whole: MatchForm
    """The line that the matches lie below."""
    order: ListOrder
    amount: int
    """What the matches are a share of: the amount of the line, of an office in all its functional groups,
    without what is taken out of it; computed where it is not the line's own."""
    without: tuple[MatchForm, ...]
    """What is taken out."""
    average: int | None
    """What one line of their level has on the average, computed, where that was asked."""
    others: tuple[MatchForm, ...]
    """Lines that may be meant instead of the whole, where it is not sure."""
    kind: str | None
    """The words that all of the matches are found by, where no line holds them; the whole is then the total
    of their side."""
    ranks: tuple[RankForm, ...]
    """The places of lines among these, where that was asked; the matches begin with the page of the first."""

    @classmethod
    def join(cls, listing: Listing, language: Language) -> Self:
        """The form of a listing, whose whole line has its card."""
        return cls(
            whole=MatchForm.join(listing.whole, language),
            order=listing.order,
            amount=listing.total,
            without=tuple(MatchForm.join(match, language) for match in listing.without),
            average=listing.average,
            others=tuple(MatchForm.join(match, language) for match in listing.others),
            kind=listing.kind or None,
            ranks=tuple(RankForm.join(ranked, listing.out_of) for ranked in listing.ranked),
        )


class BoundsForm(Form):
    """The amounts that a list lies between, in tenge; null where there is no end."""

    low: int | None
    high: int | None
    low_included: bool
    high_included: bool


class BoundedForm(Form):
    """What a list within bounds is of."""

    whole: MatchForm
    """The line that the matches lie below."""
    level: ListedLevel | None
    """That all of them are of; null for the lowest lines."""
    bounds: BoundsForm
    by: MatchForm | None
    """The line whose amount is the bound, or of which the bound is a share; null for other bounds."""
    out_of: int
    """How many lines of the level the whole has."""
    amount: int
    """The sum of all lines within the bounds, computed; each tenge once."""
    doubt: Doubt | None
    """The gravest of the amounts in the sum."""
    without: tuple[MatchForm, ...]
    """What is taken out of the whole."""
    others: tuple[MatchForm, ...]
    """Lines that may be meant instead of the whole, where it is not sure."""

    @classmethod
    def join(cls, bounded: BoundedList, language: Language) -> Self:
        """The form of a list, whose whole line has its card."""
        return cls(
            whole=MatchForm.join(bounded.whole, language),
            level=bounded.level,
            bounds=BoundsForm.fill(bounded.bounds),
            by=MatchForm.join(bounded.by, language) if bounded.by else None,
            out_of=bounded.out_of,
            amount=bounded.amount,
            doubt=bounded.doubt,
            without=tuple(MatchForm.join(match, language) for match in bounded.without),
            others=tuple(MatchForm.join(match, language) for match in bounded.others),
        )


class AcrossForm(Form):
    """The lines of one administrator in several functional groups."""

    amount: int
    """The sum of all its lines, computed: it is printed nowhere."""
    doubt: Doubt | None
    """The gravest of the amounts in the sum."""
    change: ChangeForm | None = Field(validation_alias=AliasPath("ledger", "since_previous"))
    """Of the sum, from the loaded edition of the year that was adopted just before."""
    change_since_original: ChangeForm | None = Field(validation_alias=AliasPath("ledger", "since_original"))
    ledger: tuple[StepForm, ...] = Field(validation_alias=AliasPath("ledger", "steps"))
    """What each decision left of the sum."""


class SideForm(Form):
    """Several lines that a part of a question means together."""

    words: str
    """The words that name them."""
    year: int
    """The year of the budget …"""
    decision: str
    """… and the number of the decision whose edition they are of."""
    paths: tuple[str, ...]
    """The paths of the lines."""
    amount: int
    """How much they are together, computed."""
    doubt: Doubt | None
    """The gravest of the amounts in it."""


class ComparisonForm(Form):
    """What is told of lines beside one another."""

    difference: int | None
    """By how much one of two sides is more than the other, computed."""
    obstacle: Obstacle | None
    """Why that is not told: all that is named is one line, the years, the editions or the ranks of the
    budgets are not the same, a line is a difference or below zero, or it is open which lines are meant."""


class SumForm(Form):
    """How much lines are together."""

    amount: int | None
    """Their sum, computed; what stands inside another of them is counted once. Null where they do not add up,
    or a part of the question has no line."""
    obstacle: Obstacle | None
    """Why they do not: as of a comparison, or they are of several places, or of money that comes in and
    money that goes out."""
    doubt: Doubt | None
    """The gravest of the amounts in the sum."""


class ExclusionThenForm(Form):
    """What was left of a line in one of several years or editions."""

    whole: MatchForm
    """The line there."""
    amount: int
    """What was left, computed."""
    doubt: Doubt | None
    """The gravest of the amounts that it is computed of."""

    @classmethod
    def join(cls, then: RemainderThen, language: Language) -> Self:
        """The form of a rest whose line has its card."""
        return cls(whole=MatchForm.join(then.whole, language), amount=then.amount, doubt=then.doubt)


class ExclusionForm(Form):
    """A line less some of the lines inside it."""

    whole: MatchForm | None
    """The line; null where it is not clear which one is meant."""
    parts: tuple[MatchForm, ...]
    """The lines that are taken out of it."""
    others: tuple[MatchForm, ...]
    """Lines that may have been meant instead of a part."""
    amount: int | None
    """What is left, computed; null where nothing could be taken out."""
    doubt: Doubt | None
    """The gravest of the amounts that it is computed of."""
    hindrance: Hindrance | None
    """Why nothing could: which line it is taken out of is not clear, which line is taken out is not, it does
    not stand inside the line, or the line is a difference."""
    words: str | None
    """The words of the question that this is about."""
    over: tuple[ExclusionThenForm, ...]
    """What is left in each of the years or editions that were asked for, or between which it is asked how it
    changed; none where one alone was."""

    @classmethod
    def join(cls, answer: Remainder | NoRemainder, language: Language) -> Self:
        """The form of an answer whose lines have their cards."""
        if isinstance(answer, Remainder):
            parts, others = (
                tuple(MatchForm.join(match, language) for match in lines)
                for lines in (answer.parts, answer.others)
            )
            whole = MatchForm.join(answer.whole, language)
            return cls(
                whole=whole,
                parts=parts,
                others=others,
                amount=answer.amount,
                doubt=answer.doubt,
                hindrance=None,
                words=None,
                over=tuple(ExclusionThenForm.join(then, language) for then in answer.over),
            )
        return cls(
            whole=MatchForm.join(answer.whole, language) if answer.whole else None,
            parts=(),
            others=(),
            amount=None,
            doubt=None,
            hindrance=answer.hindrance,
            words=answer.words,
            over=(),
        )


class ArticleForm(Form):
    """A place in the Budget Code of 2025; 0 for a part that is not named."""

    article: int
    paragraph: int
    subparagraph: int


class ExplanationForm(Form):
    """What a word of budgets means."""

    term: str
    name: str
    text: str
    source: tuple[ArticleForm, ...]
    """Where the law says it; empty for a word of the program's own."""

    @classmethod
    def join(cls, explanation: Explanation, language: Language) -> Self:
        """The form of an explanation, in a language."""
        term, texts = explanation.term, load_texts(language)
        return cls(
            term=term.key,
            name=term_name(term, texts),
            text=term_meaning(term, texts),
            source=tuple(map(ArticleForm.fill, term.source)),
        )
