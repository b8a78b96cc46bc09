"""The steps in which a message is taken apart, in the order in which `reading.py` takes them.

Each cuts out what it understands and hands on what is left, so that no later step reads it as something
else: `2013-2015` is no range of amounts, and the 8 of `8 апреля` no code. From the decisions on two texts are
left: a number may still be a code after it has ceased to be a word.
"""

from __future__ import annotations

import datetime as dt

from parser.dataclass import dataclass, replace
from parser.question.about_bounds import cut_around, cut_zero
from parser.question.asked_rank import cut_rank
from parser.question.bounds import Bounds, cut_bounds
from parser.question.counted_from import is_against_previous, is_counted_from, without_counting
from parser.question.named_decision import NO_ORDER, DecisionInOrder, cut_ahead, cut_decision
from parser.question.named_edition import (
    DECISION,
    beside_noun,
    between_decisions,
    names_original,
    next_whole_number,
    number_before,
    whole_number,
)
from parser.question.named_months import cut, cut_months
from parser.question.named_years import (
    YEAR,
    YEARS,
    between_years,
    cut_relative,
    every_year,
    find_years,
    which_year,
    yearly_average,
)
from parser.question.numbers import (
    ScaledAmount,
    cut_code_words,
    cut_scaled,
    cut_with_decimals,
    find_amounts,
    find_codes,
    say_scaled,
)
from parser.question.ordering import Order, cut_order
from parser.question.place_words import find_named_day
from parser.question.relative_bounds import asks_own_share, cut_relative_bounds
from parser.question.said_amounts import cut_approximation
from parser.question.superlatives import asks_for_most, cut_count
from parser.text.dates import find_dates
from parser.text.folding import sounds

_A_FIGURE = 1_000


_NAMED_DAY = "\ue001"  # stands for a day that names a village


@dataclass(frozen=True, slots=True)
class NamedDates:
    """The date of a decision and the years that a message names, all of them.

    Attributes:
        rest: the text without the date; single years still stand in it.
        date: the first that is named.
        years: each once, ranges whole.
    """

    rest: str
    date: dt.date | None
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AskedList:
    """What a list is asked to be, and which year by the one that would be answered from.

    Attributes:
        rest: the text without this.
        bounds: the amounts between which its lines are to lie.
        year_shift: -1 for the year before, 1 for the one after.
        count: how long it is asked to be.
        order: how it is asked to be ordered. What is bounded or counted is a list of the largest too.
        own_share: whether no list is asked for: it is asked of the share of the line that is named.
    """

    rest: str
    bounds: Bounds | None
    year_shift: int
    count: int | None
    order: Order
    own_share: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a message.

    Attributes:
        words: the text whose words may name a line.
        numbers: the text whose digits may be codes or amounts.
    """

    words: str
    numbers: str


@dataclass(frozen=True, slots=True)
class NamedEdition:
    """The decisions, the one year and the months that a message names an edition by.

    Attributes:
        rest: what is left without them.
        decisions: their numbers, each once.
        decision_is_marked: whether the first is said to be a decision: `№ 12-3`, `12-3те`, `решение 12-3`.
        year: the year that is asked for before any other.
        year_is_said: whether a word says that it is one: `2014 год`.
        in_order: a decision by its order: `последнее решение`.
        months: each once.
        original: whether the budget as first adopted is named.
    """

    rest: Rest
    decisions: tuple[str, ...]
    decision_is_marked: bool
    year: int | None
    year_is_said: bool
    in_order: DecisionInOrder
    months: tuple[int, ...]
    original: bool

    @property
    def is_named(self) -> bool:
        """Whether one is named, by more than its year."""
        return bool(self.decisions or self.months or self.original or self.in_order.names_one)


@dataclass(frozen=True, slots=True)
class Figures:
    """The codes and amounts of a message: what one number may be, in all readings.

    Attributes:
        words: the text whose words may name a line.
        codes: every run of code digits, as typed groups.
        amounts: whole numbers as a table prints them, or the one amount that is exact with its scale.
        scaled: an amount in round figures.
        with_scale: whether an amount is said with its scale; then nothing is a code.
        exact_said: the one amount that is exact with its scale, as it was typed: `двести тысяч`.
    """

    words: str
    codes: tuple[tuple[str, ...], ...]
    amounts: tuple[int, ...]
    scaled: ScaledAmount | None
    with_scale: bool
    exact_said: str = ""

    @property
    def has_figure(self) -> bool:
        """Whether a number is large enough for a figure of a table: `8392311 қайдан шыққан`."""
        return self.with_scale or max(map(abs, self.amounts), default=0) >= _A_FIGURE


def cut_dates(text: str) -> NamedDates:
    """The first step, on a text with its years spelled: a date before the years, for it holds one.

    The years are found before anything else is cut, as only a range that is whole tells those between.
    """
    dates = find_dates(text)
    if dates:
        text = cut(text, dates[0][1], dates[0][2])
    rest = between_years().sub(r"\1 ", text)
    return NamedDates(rest, dates[0][0] if dates else None, find_years(text))


def cut_list(text: str, *, of_years: bool = False) -> AskedList:
    """The second step, after the years are found: `2013-2015` would be a range of amounts.

    Bounds come first and whole: `больше` without its amount would ask which is more, and the amount without
    `больше` would be looked for. The years that words alone name (`за все годы`, `прошлый`) go before the
    length and the order, whose words may stand around them. All of it before the codes: the 10 of `топ 10`
    is none.

    Args:
        text: what the step before has left.
        of_years: whether several years are asked for.
    """
    averages = yearly_average().search(text) is not None
    text = yearly_average().sub(" ", text)
    rest, bounds = cut_around(YEARS.sub(" ", text))
    if bounds is None:
        rest, bounds = cut_zero(rest)
    if bounds is None:
        rest, bounds = cut_bounds(cut_approximation(rest))
    own_share = bounds is None and asks_own_share(rest)
    if bounds is None:
        rest, bounds = cut_relative_bounds(rest)
    rest, year_shift = cut_relative(rest)  # `екі жылдан кейін` is no `екі жыл`
    rest = every_year().sub(" ", rest)
    if which_year().search(rest) and asks_for_most(sounds(rest)):
        rest = which_year().sub(" ", rest)  # `қай жылы мектепке көп`: of no time, and of nothing warm
    rest, at_rank = cut_rank(rest)
    rest, count, top = cut_count(rest, bounded=bounds is not None)
    rest, order = cut_order(rest, of_years=of_years)
    if averages:
        order = replace(order, of_years=True)
    if own_share and not (count or top or order.largest or order.smallest or order.average):
        return AskedList(rest, None, year_shift, None, order, own_share=True)
    largest = order.largest or top or bounds is not None or at_rank is not None
    order = replace(order, largest=largest, bounded=bounds is not None, at_rank=at_rank)
    return AskedList(rest, bounds, year_shift, count, order)


def cut_edition(text: str, years: tuple[int, ...]) -> NamedEdition:
    """The third step, after the list's count: numbers of decisions, then years, their order, and months.

    Args:
        text: what the steps before have left.
        years: all that the message names.
    """
    text, ahead = cut_ahead(text)
    first_adopted = names_original(text)
    counted = is_counted_from(text)
    rest, decisions, is_marked = _cut_decisions(text)
    rest, year, year_is_said = _cut_year(rest, several=len(years) > 1)
    rest, in_order, months = _cut_ordered(rest)
    if ahead and decisions:
        in_order = replace(in_order, step=in_order.step + ahead)
    elif in_order.step == 1 and is_against_previous(text):
        in_order = replace(in_order, step=0)
    if counted:
        in_order = replace(in_order, after=True)
        rest = Rest(without_counting(rest.words), rest.numbers)
    return NamedEdition(rest, decisions, is_marked, year, year_is_said, in_order, months, first_adopted)


def _cut_decisions(text: str) -> tuple[Rest, tuple[str, ...], bool]:
    """Numbers of decisions, before the codes, which they look like.

    From here on words and numbers part: `12-3` may still be a code, unless it is said to be a decision.
    """
    text = between_decisions().sub(r"\1 ", text)
    found = list(DECISION.finditer(text))
    if not found:
        return _cut_whole_number(text)
    words = DECISION.sub(" ", text)
    first = found[0]
    is_marked = bool(first["long"] or first["mark"] or first["ending"] or beside_noun(text, first))
    numbers = words if is_marked else text
    return (
        Rest(words, numbers),
        tuple(dict.fromkeys(match["long"] or match["number"] for match in found)),
        is_marked,
    )


def _cut_whole_number(text: str) -> tuple[Rest, tuple[str, ...], bool]:
    """The number of a decision that has no dash in it, which only its noun tells: `решение 501`."""
    found = whole_number().search(text)
    _, exact, scaled = cut_scaled(text)
    if found is None or exact or scaled:
        return Rest(text, text), (), False
    group = next(name for name in ("behind", "first", "signed", "before") if found[name])
    start, end = found.span(group)
    ahead = number_before().search(text[: found.start(group)]) if group == "before" else None
    behind = next_whole_number().match(text, end) if group != "before" else None
    numbers = [found[group], *(each["number"] for each in (ahead, behind) if each)]
    rest = cut(text, ahead.start() if ahead else start, behind.end() if behind else end)
    return Rest(rest, rest), tuple(dict.fromkeys(numbers)), True


def _cut_year(rest: Rest, *, several: bool) -> tuple[Rest, int | None, bool]:
    """The year asked for, before codes and amounts, for its digits would be either.

    After the decisions, where words and numbers have parted: digits without `жыл` may stand in a name
    (`Жұмыспен қамту 2020`) and stay a word. Of several years (`2013 және 2014 жыл`) one word says both.
    """
    found = list(YEAR.finditer(rest.numbers))
    year = next((match for match in found if match["word"]), next(iter(found), None))
    if year is None:
        return rest, None, False
    numbers = YEAR.sub(" ", rest.numbers) if several else cut(rest.numbers, year.start(), year.end())
    words = YEAR.sub(lambda match: " " if match["word"] else match.group(), rest.words)
    return Rest(words, numbers), int(year["year"]), bool(year["word"])


def _cut_ordered(rest: Rest) -> tuple[Rest, DecisionInOrder, tuple[int, ...]]:
    """What names an edition by its order or month; a day that a village is named for does neither."""
    day = find_named_day(rest.words)
    if day is None:
        return _cut_order_and_months(rest)
    start, end = day
    name = rest.words[start:end]
    hidden = f"{rest.words[:start]} {_NAMED_DAY} {rest.words[end:]}"
    cut_rest, in_order, months = _cut_order_and_months(Rest(hidden, hidden))
    words, numbers = (cut_rest.words.replace(_NAMED_DAY, each) for each in (name, " "))
    return Rest(words, numbers), in_order, months


def _cut_order_and_months(rest: Rest) -> tuple[Rest, DecisionInOrder, tuple[int, ...]]:
    """Decisions by their order, then months, before codes: `8 апреля` and `2-е решение` hold none.

    The order first: the month of `с апреля` is the one since when changes are asked of.
    """
    words, in_order = cut_decision(rest.words)
    words, months = cut_months(words)
    if rest.numbers == rest.words:  # as in most messages: read once
        return Rest(words, words), in_order, months
    numbers = rest.numbers if in_order is NO_ORDER else cut_decision(rest.numbers)[0]
    return Rest(words, cut_months(numbers)[0]), in_order, months


def cut_figures(rest: Rest) -> Figures:
    """The fourth step, when no digits of an edition or a list are left: an amount with its scale, else codes.

    The scale comes first: in `655 млн` no code is meant, and none in `11 885 386,9`. The classification's own
    words go with the codes.
    """
    _, exact, scaled = cut_scaled(rest.numbers)
    if exact or scaled:
        words, _, _ = cut_scaled(rest.words)
        said = say_scaled(rest.numbers) if exact else ""
        return Figures(words, (), (exact,) if exact else (), scaled, with_scale=True, exact_said=said)
    _, printed, said = cut_with_decimals(rest.numbers)
    if printed is not None:
        words, _, _ = cut_with_decimals(rest.words)
        return Figures(words, (), (printed,), None, with_scale=True, exact_said=said)
    codes = find_codes(rest.numbers)
    words = cut_code_words(rest.words) if codes else rest.words
    return Figures(words, codes, find_amounts(rest.numbers), None, with_scale=False)
