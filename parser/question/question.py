"""What a message asks, as values: its line in words, codes and amounts, its edition, and its frame."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from dataclasses import replace

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.fillers import is_filler
from parser.question.intents import OF_ONE, Frame, Intent, Relation, Unheld, Unsaid
from parser.question.named_decision import NO_ORDER, DecisionInOrder
from parser.question.named_span import Adopted
from parser.question.numbers import ScaledAmount
from parser.question.remarks import Remark
from parser.records import Language


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a message: as written (folded), as it sounds, and whether it only asks.

    `unread` says of a word that only asks that nothing has read what it asks (see `unread.py`).
    """

    folded: str
    sound: str
    filler: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What a message asks. `tokens` are its words without what was read as year, date or decision."""

    text: str
    frame: Frame  # what is asked of the line
    tokens: tuple[Token, ...]
    codes: tuple[tuple[str, ...], ...] = ()  # every run of code digits, as typed groups
    amounts: tuple[int, ...] = ()  # numbers as printed: in the table's unit or in tenge
    scaled: ScaledAmount | None = None
    exact_said: str = ""  # the one of `amounts` that is said with its scale, so in tenge: `двести тысяч`
    year: int | None = None
    year_is_said: bool = False  # "2014 год", not only the digits
    years: tuple[int, ...] = ()  # all that are named, ranges whole
    year_shift: int = 0  # the year before the one that would be answered from, or after: -1, 1
    this_year: bool = False  # the year that runs: `в этом году`
    decision: str | None = None
    decisions: tuple[str, ...] = ()  # all that are named
    decision_is_marked: bool = False  # "№ 12-3", not only the digits
    date: dt.date | None = None
    month: int | None = None  # an edition named by its month
    months: tuple[int, ...] = ()  # all that are named
    season: tuple[int, ...] = ()  # the months of a part of a year: весной
    seasons: tuple[tuple[int, ...], ...] = ()  # of all that are named
    adopted: tuple[
        Adopted, ...
    ] = ()  # of all that are named by when they were: `с декабря 2012 по апрель 2013`
    original: bool = False  # the budget as first adopted
    talk: Remark | None = None  # what it says where it asks nothing
    aside: Remark | None = None  # and what it says to the bot, should its words name no line
    named: str = ""  # the part of the text that names a line: `мектептер` of `мектептер 2014 жылы`
    named_edition: str = ""  # and the part that says of which edition: `2014 жылы`
    latest: bool = False  # the budget as it is now, beside another edition
    in_order: DecisionInOrder = NO_ORDER  # a decision named by its order: последнее
    parts: tuple[Question, ...] = ()  # where several lines are named: each by itself
    relation: Relation = Relation.NAMED  # what is asked of these together
    fuller: tuple[Question, ...] = ()  # of a part, with what it may share with another: `машины`, the налог
    joins: int = 0  # of a fuller reading, how many parts it is the name of together: `культура и спорт`
    side: int = 0  # of a part: the number of the side of a comparison that it is with others
    exclusions: tuple[Exclusion, ...] = ()  # what it takes out of its line, in all ways it may be meant
    path: str | None = None  # a line that was chosen of those offered before
    refused: frozenset[str] = frozenset()  # those of them that are not meant: `нет, не ремонт`
    corrects: bool = False  # its line is meant instead of the one before: `нет, библиотеки`
    before: Question | None = None  # the line before, where it goes on to another one: `а садики?`
    said: tuple[Token, ...] = ()  # the words of the message itself, where it goes on from another one
    lacks: Unsaid | None = None  # what it lacks to be answered
    earlier: Question | None = None  # asked before it: `вместе` after `школы`, `а садики`
    is_shortened: bool = False  # a sentence of a long message, of which no more was read
    is_denied: bool = False  # `не школы`: it only says what is not meant
    claim: Claim | None = None  # what is to be checked; then nothing else is asked
    language: Language | None = None  # that the answer is asked for in: `а по-казахски?`

    @property
    def intent(self) -> Intent:
        """What is asked of the line."""
        return self.frame.intent

    @property
    def names_decision(self) -> bool:
        """Whether it says of which decision it is: by number, date, month or season, or its order."""
        said = self.decision is not None or self.date is not None or self.month is not None
        return said or bool(self.season or self.adopted) or self.in_order.names_one

    @property
    def asks_several_editions(self) -> bool:
        """Whether it names several years or decisions, or asks for all years: `в 2014 и 2015`."""
        named = (self.years, self.decisions, self.months, self.seasons, self.adopted)
        ends = bool(self.in_order.beside) or (self.original and self.latest)
        return self.frame.every_year or ends or any(len(each) > 1 for each in named)

    @property
    def asks_edition(self) -> bool:
        """Whether it says of which year, date or decision it is."""
        by_year = self.years or self.year or self.year_shift or self.this_year
        return bool(by_year or self.original or self.names_decision or self.in_order.since)

    @property
    def asks(self) -> bool:
        """Whether it asks something: of a line, a number or an edition, or of the budget as a whole."""
        numbered = bool(self.amounts or self.scaled)
        asks_something = not self.frame.asks_nothing_more or self.asks_edition
        return self.talk is None and (self.names_line or numbered or asks_something)

    def near(self, year: int) -> Question:
        """The question with the year that it names by another one: `в прошлом году`.

        Where it compares or asks of a change, that other year is asked for as well.

        Args:
            year: the one that would be answered from.
        """
        if not self.year_shift or self.years:
            return self
        meant = self.of_year(year + self.year_shift)
        beside = self.intent in {Intent.CHANGE, Intent.COMPARE}
        return replace(meant, years=(year, *meant.years)) if beside else meant

    def of_year(self, year: int) -> Question:
        """The question of another year than the one that it would be answered from.

        Args:
            year: which one.
        """
        edition = f"{year} {self.named_edition}".strip()
        return replace(self, year=year, year_is_said=True, years=(year,), named_edition=edition)

    @property
    def names_line(self) -> bool:
        """Whether a code, or a word that is no year and does not only ask, is in it."""
        years = {str(year) for year in self.years}
        return bool(self.codes or self.path) or any(
            not token.filler and token.sound not in years for token in self.tokens
        )

    @property
    def means_line(self) -> bool:
        """Whether it names a line, and is no greeting or any other talk."""
        return self.names_line and self.talk is None

    @property
    def words(self) -> tuple[str, ...]:
        """The words that can name a line, as they sound; when all only ask, all of them."""
        content = tuple(token.sound for token in self.tokens if not token.filler)
        return content or tuple(token.sound for token in self.tokens)

    def as_named(self, numbers: Set[int]) -> Question:
        """The question whose words with these numbers name a line, though they seem to ask of a change.

        Where no other word asks of a change, none is asked: `увеличение уставного капитала`.
        """
        asking = load_asking_words()
        if self.frame.picks_rows and any(asking.says(token.sound, Asks.WHICH_ONES) for token in self.tokens):
            return self  # қандай жаңа жол енді
        others = (token for number, token in enumerate(self.tokens) if number not in numbers)
        if self.intent is not Intent.CHANGE or any(asking.asks_change(token.sound) for token in others):
            tokens = tuple(
                replace(token, filler=token.filler and number not in numbers)
                for number, token in enumerate(self.tokens)
            )
            return replace(self, tokens=tokens)
        tokens = tuple(
            replace(token, filler=number not in numbers and is_filler(token.folded, token.sound))
            for number, token in enumerate(self.tokens)
        )
        frame = replace(self.frame, intent=Intent.AMOUNT, direction=None)
        return replace(self, tokens=tokens, frame=frame)

    def as_only_named(self, numbers: Set[int]) -> Question:
        """The question that is nothing but a name of a line, the words with these numbers: `чемпионат`."""
        tokens = tuple(
            replace(token, filler=number not in numbers) for number, token in enumerate(self.tokens)
        )
        frame = Frame(beyond_plan=self.frame.beyond_plan, explains=self.frame.explains)
        return replace(self, tokens=tokens, frame=frame)

    @property
    def names_only_numbers(self) -> bool:
        """Whether its numbers stand alone: every other word only asks."""
        return all(token.filler or token.sound.isdigit() for token in self.tokens)

    @property
    def names_nothing(self) -> bool:
        """Whether all of its words only ask, and no code or amount is in it."""
        return self.names_only_numbers and not (self.codes or self.amounts or self.scaled or self.path)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What is taken out of a line: of `образование без школ` the line `образование` and the part `школ`.

    Attributes:
        whole: the line that it is taken out of; it names nothing where that is all: `всё кроме школ`.
        parts: what is taken out, each by itself.
        sign: the words that take it out, as they sound, with the one that they belong to. A name may print
            them: `без попечения`.
        of_all: whether it is said that everything is meant.
        is_doubtful: whether nothing may be taken out at all: `бөлесіз` is a verb.
    """

    whole: Question
    parts: tuple[Question, ...]
    sign: tuple[str, ...]
    of_all: bool = False
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class YearSpan:
    """The years that a claimed figure is over.

    Attributes:
        years: those that are named; none where only their number is.
        count: how many; None where the years are named, or all that there are are meant.
        each: whether each of them has so much: `каждый год по 8,4 млрд`.
    """

    years: tuple[int, ...]
    count: int | None = None
    each: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure that somebody claims, with what it is said of.

    Attributes:
        figure: the figure.
        subjects: what names its line and edition, in all ways it may be read, the likeliest first; none where
            no words do.
        beyond_plan: what it is said of besides, which no decision tells: `освоили 2 млрд`.
        sum_is_doubtful: whether several lines may be named in several clauses, and not as what has so much
            together: `аким и депутаты говорят, что на школы дали 5 млрд`.
        than: the line that it is counted from: `в 3 раза больше, чем на дороги`.
        than_joined: whether several nouns name that line, which then has to be one: `культуру и спорт`.
        of_line: the line that a share is of: `школы — 67 % расходов на образование`.
        since: what asks for the edition that it is counted from: `на 5 % больше, чем в первоначальном`.
        whole: the budget as what it is of, where that is named; meant where nothing else is but a place.
        may_be_inside: whether a share may as well be of the line that is named, and nothing says what has it:
            `67 % расходов на культуру`.
        is_against: whether it is counted from what stands beside `больше`, perhaps a place: `больше Тараза`.
        span: the years that it is over, where these are several: `за три года 27 млрд`.
        moved: whether so much is said to have gone from one line to another, which no decision tells.
        verbs: the verbs beside it that nothing reads, as they are written: `забашляли`.
    """

    figure: ClaimedFigure
    subjects: tuple[Question, ...]
    beyond_plan: Unheld | None = None
    sum_is_doubtful: bool = False
    than: Question | None = None
    than_joined: bool = False
    of_line: Question | None = None
    since: Question | None = None
    moved: bool = False
    whole: tuple[Question, ...] = ()
    span: YearSpan | None = None
    may_be_inside: bool = False
    is_against: bool = False
    verbs: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[Question, ...]:
        """All questions that it is made of: for its line, and for what that is set beside."""
        beside = (self.than, self.of_line, self.since)
        return (*self.subjects, *self.whole, *(each for each in beside if each is not None))

    @property
    def is_personal(self) -> bool:
        """Whether it is what somebody gets, how many these are or how much is done: no line has that."""
        further = {
            FigureKind.AMOUNT: {Unheld.COUNT, Unheld.SINGLE},
            FigureKind.SHARE: {Unheld.EXECUTION},
        }.get(self.figure.kind)
        return further is not None and self.beyond_plan in OF_ONE | further


@dataclass(frozen=True, slots=True)
class Claim:
    """What a message claims: `на школы дали 5 млрд`.

    Attributes:
        statements: its figures, each with what it is said of.
        unread: its numbers that are no figures of a budget: `5 школ`.
        around: its pieces, in which a place or a year may be named that all of its figures are of.
        asked_in: the language in which the check is asked for.
    """

    statements: tuple[Statement, ...]
    unread: tuple[str, ...] = ()
    around: tuple[Question, ...] = ()
    asked_in: Language | None = None
