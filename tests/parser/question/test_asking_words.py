"""The lists of words that ask: the example of every row is read as the row says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import pytest

from parser.budget_code import Side
from parser.question.about_one import about_one
from parser.question.asking_words import load_asking_words, read_asking_rows
from parser.question.asks import Asks
from parser.question.bounds import BoundUnit
from parser.question.choice import read_choice
from parser.question.follow_up import read_follow_up
from parser.question.going_on import asks_for_more
from parser.question.incoming import pays_out, tells_of_receipts
from parser.question.intents import Direction, Frame, Intent, ListedLevel, Relation, Unsaid
from parser.question.named_decision import Standing
from parser.question.of_budget import is_of_all
from parser.question.reading import read_question
from parser.question.shown_before import ShownBefore
from parser.question.standing_in import read_standing
from parser.text.word_lists import ListRow, any_of
from tests.harness.sweeping import some_of
from tests.parser.question.asking_checks import (
    JULY,
    MAY,
    Check,
    after_sport,
    asks_a_place,
    bounds,
    changes,
    changes_of_all,
    compares_totals,
    compares_two,
    counts_five,
    drops_out,
    gives_to_oblast,
    goes_on,
    intent_is,
    is_a_thing,
    is_of_another_word,
    listed,
    names_an_amount,
    names_decision,
    names_it_exactly,
    names_no_line,
    names_no_whole,
    names_nothing,
    names_two,
    names_two_alone,
    of_season,
    points_at_the_largest,
    says_who_asks,
    sets_beside_it,
    takes_out,
    takes_out_line_before,
    takes_out_transfers,
    tells_year,
)

ROWS = read_asking_rows()
_OFFERED = ShownBefore(
    read_question("бюджет"), 2013, is_asserted=False, offered={1: "revenue", 2: "expenditure"}
)
CHECKS: dict[Asks, Check] = {
    Asks.CHANGE: intent_is(Intent.CHANGE),
    Asks.RISE: changes(Direction.RISES),
    Asks.CUT: changes(Direction.CUTS),
    Asks.ADD: changes(Direction.RISES, Direction.ADDED),
    Asks.REMOVE: changes(Direction.CUTS, Direction.REMOVED),
    Asks.ENTER: changes(None, Direction.ADDED),
    Asks.APPEAR: changes(Direction.ADDED),
    Asks.VANISH: changes(Direction.REMOVED),
    Asks.NOT_WAS: changes(Direction.ADDED),
    Asks.NEWS: changes(Direction.ADDED),
    Asks.ZERO: changes(Direction.REMOVED),
    Asks.WHOLLY: changes(Direction.REMOVED),
    Asks.SAME: lambda _, question: question.frame.same and question.names_nothing,
    Asks.SINCE_WHEN: lambda _, question: question.intent is Intent.CHANGE and not question.frame.which,
    Asks.ANYTHING: lambda _, question: question.intent is Intent.CHANGE and question.frame.which,
    Asks.AFTER: lambda _, question: question.in_order.after and question.names_nothing,
    Asks.AFTER_FOLLOWS: lambda _, question: question.in_order.after and question.names_nothing,
    Asks.WINS: changes_of_all,
    Asks.LOSES: changes_of_all,
    Asks.FROM_WHOM: changes_of_all,
    Asks.TO_WHOM: changes_of_all,
    Asks.DECIDES: changes_of_all,
    Asks.DOES: changes_of_all,
    Asks.BECAME: intent_is(Intent.CHANGE),
    Asks.NEW: changes(Direction.ADDED),
    Asks.RANK: intent_is(Intent.LARGEST),
    Asks.WHICH_PLACE: asks_a_place,
    Asks.AT_PLACE: asks_a_place,
    Asks.BELONGS: asks_a_place,
    Asks.MUCH: lambda _, question: question.intent is Intent.LARGEST and not question.frame.smallest,
    Asks.LITTLE: lambda _, question: question.intent is Intent.LARGEST and question.frame.smallest,
    Asks.WHERE: intent_is(Intent.LARGEST),
    Asks.WHY: lambda _, question: after_sport(question).intent is Intent.CHANGE,
    Asks.REASON: lambda _, question: question.frame.reason,
    Asks.INSIDE: lambda _, question: after_sport(question).intent is Intent.LIST,
    Asks.FURTHER: lambda _, question: asks_for_more(question),
    Asks.REVERSE: lambda _, question: (
        read_follow_up(question.text, ShownBefore(read_question("топ 5"), 2013)).frame.smallest
    ),
    Asks.SAME_WAY: lambda _, question: (
        read_follow_up(question.text, ShownBefore(read_question("доходы по годам"), 2013)).frame.every_year
    ),
    Asks.CHOICE: lambda _, question: read_choice(question) == 2,
    Asks.HAPPENED: lambda _, question: after_sport(question, " в апреле").names_line,
    Asks.GOES_ON_BEHIND: goes_on,
    Asks.ABOVE: lambda _, question: after_sport(question).frame.above,
    Asks.GENERIC: names_nothing,
    Asks.WHOLE: names_nothing,
    Asks.TERRITORY: names_nothing,
    Asks.SPOT: names_nothing,
    Asks.WHOLE_FOLLOWS: names_nothing,
    Asks.ACTOR: lambda _, question: question.intent is Intent.CHANGE and question.names_nothing,
    Asks.WHAT: lambda _, question: after_sport(question, " в апреле").names_nothing,
    Asks.ROW: names_nothing,
    Asks.BUILDS: lambda _, question: not question.frame.picks_rows,
    Asks.CASH: changes(Direction.RISES, Direction.CUTS),
    Asks.MONEY: lambda _, question: question.frame.which and len(question.words) == 1,
    Asks.WAS: intent_is(Intent.CHANGE),
    Asks.NOW: intent_is(Intent.CHANGE),
    Asks.AUXILIARY: changes_of_all,
    Asks.WHICH_ONES: lambda _, question: question.frame.which,
    Asks.WHOSE: lambda _, question: question.frame.which,
    Asks.WHICH_OF: lambda _, question: question.frame.which,
    Asks.EACH_OF: lambda _, question: question.frame.level is ListedLevel.ADMINISTRATOR,
    Asks.HOW_MUCH: lambda _, question: question.decision == "12-3" and question.intent is Intent.AMOUNT,
    Asks.DECISION: names_decision,
    Asks.PAPER: lambda _, question: question.decision == "12-3" and question.names_nothing,
    Asks.NUMBER_SIGN: lambda _, question: question.decision == "12-3" and question.names_nothing,
    Asks.AMENDMENT: names_decision,
    Asks.VERSION: lambda _, question: len(question.in_order.beside) == 1 and len(question.words) == 1,
    Asks.PREVIOUS: lambda _, question: question.in_order.step == 1,
    Asks.NEXT: lambda _, question: question.in_order.step == -1,
    Asks.SINCE_START: lambda _, question: question.in_order.since == 1 and question.names_nothing,
    Asks.SINCE: lambda _, question: question.in_order.since in {3, 4, 7},
    Asks.SINCE_FOLLOWS: lambda _, question: question.in_order.since == 4,
    Asks.SPRING: of_season(3, 4, 5),
    Asks.SUMMER: of_season(6, 7, 8),
    Asks.AUTUMN: of_season(9, 10, 11),
    Asks.WINTER: of_season(12, 1, 2),
    Asks.QUARTER: of_season(1, 2, 3),
    Asks.HALF_YEAR: of_season(*range(1, 7)),
    Asks.YEAR_END: lambda _, question: question.in_order.standing == Standing(-1),
    Asks.NOT_ALONE: lambda _, question: question.month is None,
    Asks.BARE_MONTH: lambda _, question: question.month is not None and question.names_line,
    Asks.MONEY_BEFORE: is_of_another_word,
    Asks.MONEY_AFTER: is_of_another_word,
    Asks.INCOME: compares_totals,
    Asks.OUTLAY: compares_totals,
    Asks.SPENDS: lambda _, question: question.frame.side is Side.SPENDING,
    Asks.PIECE: intent_is(Intent.LARGEST),
    Asks.BRINGS: intent_is(Intent.AMOUNT),
    Asks.RECEIVES: lambda _, question: question.frame.side is Side.RECEIPTS,
    Asks.GETS: compares_totals,
    Asks.TAKES: lambda _, question: tells_of_receipts(question.tokens),
    Asks.PAYS: lambda _, question: tells_of_receipts(question.tokens),
    Asks.GIVES_UP: gives_to_oblast,
    Asks.TAKES_UP: gives_to_oblast,
    Asks.TAKES_NOW: intent_is(Intent.AMOUNT),
    Asks.BUYS: lambda _, question: pays_out(question.tokens),
    Asks.SHARE: intent_is(Intent.SHARE),
    Asks.COMPARE: intent_is(Intent.COMPARE),
    Asks.LIST: intent_is(Intent.LIST),
    Asks.WHICH: intent_is(Intent.LIST),
    Asks.LARGEST: lambda _, question: question.intent is Intent.LARGEST and not question.frame.smallest,
    Asks.LARGE: lambda _, question: question.intent is Intent.LARGEST and not question.frame.smallest,
    Asks.MORE: lambda _, question: question.intent is Intent.LARGEST and not question.frame.smallest,
    Asks.MAINLY: lambda _, question: question.intent is Intent.LARGEST and not question.frame.smallest,
    Asks.SMALLEST: lambda _, question: question.intent is Intent.LARGEST and question.frame.smallest,
    Asks.SMALL: lambda _, question: question.intent is Intent.LARGEST and question.frame.smallest,
    Asks.LESS: lambda _, question: question.intent is Intent.LARGEST and question.frame.smallest,
    Asks.VERY: intent_is(Intent.LARGEST),
    Asks.OF_ALL: intent_is(Intent.LARGEST),
    Asks.EVERY: intent_is(Intent.LIST),
    Asks.COUNTED: lambda _, question: question.frame.counts and question.names_nothing,
    Asks.GROUP: listed(ListedLevel.GROUP),
    Asks.SUBGROUP: listed(ListedLevel.SUBGROUP),
    Asks.EXIST: intent_is(Intent.LIST),
    Asks.ADMINISTRATOR: listed(ListedLevel.ADMINISTRATOR),
    Asks.PROGRAM: listed(ListedLevel.PROGRAM),
    Asks.LINE: listed(None),
    Asks.OF_RECEIPTS: intent_is(Intent.SHARE),
    Asks.OF_SPENDING: intent_is(Intent.SHARE),
    Asks.COUNT_PRECEDES: counts_five,
    Asks.COUNT_FOLLOWS: counts_five,
    Asks.FIRST: counts_five,
    Asks.THREE: lambda _, question: question.frame.count == 3 and question.intent is Intent.LARGEST,
    Asks.FIVE: counts_five,
    Asks.TEN: lambda _, question: question.frame.count == 10 and question.intent is Intent.LARGEST,
    Asks.PLACE: lambda _, question: question.frame.at_rank is not None and question.intent is Intent.LARGEST,
    Asks.PLACES: lambda _, question: question.frame.at_rank is None and question.names_line,
    Asks.DESCENDING: lambda _, question: question.intent is Intent.LARGEST and not question.frame.smallest,
    Asks.ORDER_FROM: lambda _, question: question.intent is Intent.LARGEST and question.frame.smallest,
    Asks.ORDER_TO: lambda _, question: question.intent is Intent.LARGEST and question.frame.smallest,
    Asks.PAYMENT: lambda _, question: question.intent is Intent.LARGEST and question.names_line,
    Asks.ASCENDING: lambda _, question: question.intent is Intent.LARGEST and question.frame.smallest,
    Asks.AVERAGE: lambda _, question: question.frame.average and question.frame.level is not None,
    Asks.UNAMENDED: lambda _, question: question.original and question.names_nothing,
    Asks.YEARLY_AVERAGE: lambda _, question: question.frame.every_year and question.frame.average_year,
    Asks.ABOUT: names_an_amount,
    Asks.ABOUT_FOLLOWS: names_an_amount,
    Asks.OF_ZERO: bounds(None, 0, included=True),
    Asks.EXACTLY: names_it_exactly,
    Asks.HOW_MANY: lambda _, question: question.scaled is None and question.names_line,
    Asks.MORE_THAN: bounds(10**9, None, included=False),
    Asks.MORE_THAN_FOLLOWS: bounds(10**9, None, included=False),
    Asks.LESS_THAN: bounds(None, 10**9, included=False),
    Asks.LESS_THAN_FOLLOWS: bounds(None, 10**9, included=False),
    Asks.AT_LEAST: bounds(10**9, None, included=True),
    Asks.AT_LEAST_FOLLOWS: bounds(10**9, None, included=True),
    Asks.AT_MOST: bounds(None, 10**9, included=True),
    Asks.AT_MOST_FOLLOWS: bounds(None, 10**9, included=True),
    Asks.PASSES: bounds(10**9, None, included=False),
    Asks.THAN: bounds(10**9, None, included=False),
    Asks.EMPHASIS: bounds(10**9, None, included=False),
    Asks.COST: bounds(10**9, None, included=False),
    Asks.PERCENT: bounds(1000, None, included=False, unit=BoundUnit.BUDGET),
    **{
        asks: bounds(share, None, included=False, unit=BoundUnit.BUDGET)
        for asks, share in (
            (Asks.HALF, 5000),
            (Asks.ONE_THIRD, 3333),
            (Asks.ONE_QUARTER, 2500),
            (Asks.ONE_FIFTH, 2000),
            (Asks.ONE_TENTH, 1000),
            (Asks.TWO_THIRDS, 6666),
            (Asks.THREE_QUARTERS, 7500),
        )
    },
    Asks.BUDGET_SHARE: bounds(1000, None, included=False, unit=BoundUnit.BUDGET),
    Asks.AVERAGE_AMOUNT: bounds(10_000, None, included=False, unit=BoundUnit.AVERAGE),
    Asks.AVERAGE_FOLLOWS: bounds(10_000, None, included=False, unit=BoundUnit.AVERAGE),
    Asks.REACHES_NOT: bounds(None, 10**9, included=True),
    Asks.RANGE: bounds(10**8, 2 * 10**8, included=True),
    Asks.RANGE_FOLLOWS: bounds(10**8, 2 * 10**8, included=True),
    Asks.UNTIL: bounds(10**8, 2 * 10**8, included=True),
    Asks.WITHOUT: takes_out,
    Asks.OWN_REVENUE: lambda _, question: takes_out_transfers(question),
    Asks.TRANSFERS: lambda _, question: takes_out_transfers(question),
    Asks.WITHOUT_MISTYPED: takes_out,
    Asks.WITHOUT_FOLLOWS: takes_out,
    Asks.OTHER_THAN: takes_out,
    Asks.NOT_WITHOUT: lambda _, question: not question.exclusions,
    Asks.THAT_WHICH: lambda _, question: question.lacks is Unsaid.BOUNDED_CHANGES,
    Asks.CLEARS: lambda _, question: not question.exclusions,
    Asks.DIRT: lambda _, question: not question.exclusions,
    Asks.ONLY: takes_out,
    Asks.NOT_FOLLOWS: takes_out,
    Asks.LEFT: names_no_whole,
    Asks.ALSO: lambda _, question: not question.exclusions,
    Asks.HEAD: lambda _, question: any(part.fuller for part in question.parts),
    Asks.OR: lambda _, question: compares_two(question),
    Asks.WITH: lambda _, question: compares_two(question),
    Asks.PARTICLE: lambda _, question: compares_two(question),
    Asks.LATEST: lambda _, question: question.original and question.latest,
    Asks.EVERYTHING: lambda _, question: [cut.of_all for cut in question.exclusions] == [True],
    Asks.EVERY_YEAR: lambda _, question: question.frame.every_year and len(question.words) <= 2,
    Asks.ORIGINAL: lambda row, question: question.original and names_no_line(row, question),
    Asks.HELD_OVER: lambda _, question: not question.asks_edition and question.means_line,
    Asks.IN_ORIGINAL: lambda _, question: question.original and question.intent is Intent.CHANGE,
    Asks.EDITION: names_no_line,
    Asks.YEAR: lambda _, question: question.years == (2013, 2014, 2015) and len(question.words) == 1,
    Asks.YEAR_OF_TWO: lambda _, question: question.years == (2014,) and question.year_is_said,
    Asks.YEARS_SINCE: lambda _, question: question.years == (2013, 2014, 2015),
    Asks.YEARS_UNTIL: lambda _, question: question.years == (2013, 2014, 2015),
    Asks.YEARS_UNTIL_FOLLOWS: lambda _, question: question.years == (2013, 2014, 2015),
    Asks.WHICH_YEAR: lambda _, question: question.frame.every_year and question.frame.beyond_plan is None,
    Asks.THIS_YEAR: lambda _, question: question.this_year and question.words in {("wkoli",), ("mektepke",)},
    Asks.LAST_YEAR: tells_year(2012),
    Asks.NEXT_YEAR: tells_year(2014),
    Asks.YEAR_BEFORE_LAST: tells_year(2011),
    Asks.IN_TWO_YEARS: tells_year(2015),
    Asks.IN_THREE_YEARS: tells_year(2016),
    Asks.YEAR_ENDING: lambda _, question: question.years == (2015,),
    Asks.YEAR_GLUED: lambda _, question: question.years == (2015,),
    Asks.BEFORE_YEAR: lambda _, question: question.years == (2015,) and question.words == ("wkoli",),
    Asks.CODE: drops_out,
    Asks.GOES_ON: goes_on,
    Asks.AMONG: lambda _, question: compares_two(question),
    Asks.IN_WHOLE: lambda _, question: compares_two(question),
    Asks.ONESELF: lambda _, question: question.intent is Intent.CHANGE and question.names_line,
    Asks.OCCASION: lambda _, question: about_one(question.text, question, _OFFERED) is None,
    Asks.TIMES: lambda _, question: compares_two(question),
    Asks.AGAINST: lambda _, question: compares_two(question),
    Asks.AGAINST_FOLLOWS: lambda _, question: compares_two(question),
    Asks.EXCEEDS: lambda _, question: compares_two(question),
    Asks.NOT_MORE: lambda _, question: question.relation is Relation.NAMED and len(question.parts) == 2,
    Asks.SUM: lambda _, question: question.relation is Relation.SUMMED and names_two(question),
    Asks.TOTAL: lambda _, question: question.relation is Relation.SUMMED and names_two(question),
    Asks.AMOUNT_OF: lambda _, question: question.relation is Relation.NAMED and question.names_line,
    Asks.REST: lambda _, question: [len(cut.parts) for cut in question.exclusions] == [1],
    Asks.STANDS_IN: lambda _, question: [len(part.words) for part in read_standing(question).parts] == [1, 1],
    Asks.WHERE_FROM: lambda _, question: question.frame == Frame(Intent.LIST, side=Side.RECEIPTS),
    Asks.WHITHER: lambda _, question: question.names_nothing and question.frame.side is Side.SPENDING,
    Asks.TAXES: lambda _, question: question.names_nothing and question.frame.side is Side.SPENDING,
    Asks.TAXPAYERS: lambda _, question: question.names_nothing and question.frame.side is Side.SPENDING,
    Asks.MINE: lambda _, question: question.names_line and question.frame.side is None,
    Asks.IN_TURN: lambda _, question: names_two_alone(question),
    Asks.THEN: lambda _, question: names_two_alone(question),
    Asks.BETWEEN: lambda _, question: len(question.parts) == 2,
    Asks.AND: lambda _, question: any(each.joins == 2 for part in question.parts for each in part.fuller),
    Asks.SPEAKER: says_who_asks,
    Asks.SPEAKER_FOLLOWS: says_who_asks,
    Asks.SPEAKER_PRECEDES: says_who_asks,
    Asks.ASKS: says_who_asks,
    Asks.NOTHING: is_a_thing,
    Asks.THE_ONE: lambda _, question: points_at_the_largest(question),
    Asks.OF_IT: lambda _, question: after_sport(question).words == ("sport",),
    Asks.EXISTED: lambda _, question: question.intent is Intent.CHANGE and not question.original,
    Asks.WITHOUT_IT: lambda _, question: takes_out_line_before(question),
    Asks.IT: sets_beside_it,
    Asks.BY_DECISION: lambda _, question: after_sport(question).words == ("sport",),
    Asks.ADDITIONAL: changes(Direction.RISES),
    Asks.GIVES: changes(Direction.RISES),
    Asks.UP_TO: lambda _, question: question.in_order.until == JULY and question.words == ("sport",),
    Asks.UP_TO_FOLLOWS: lambda _, question: question.in_order.until == JULY and question.words == ("sport",),
    Asks.AND_AFTER: lambda _, question: question.intent is Intent.CHANGE and bool(question.months),
    Asks.AND_AFTER_FOLLOWS: lambda _, question: question.intent is Intent.CHANGE and bool(question.months),
    Asks.AHEAD: lambda _, question: question.in_order.step == 1 and question.words == ("sport",),
    Asks.AHEAD_FOLLOWS: lambda _, question: question.in_order.step == 1 and question.words == ("sport",),
    Asks.AS_OF: lambda _, question: question.in_order.until == JULY and question.words == ("sport",),
    Asks.AS_OF_FOLLOWS: lambda _, question: question.in_order.until == JULY and question.words == ("sport",),
    Asks.UP_TO_END: lambda _, question: question.in_order.until == MAY and question.words == ("sport",),
    Asks.UP_TO_END_FOLLOWS: lambda _, question: question.in_order.until == MAY,
    Asks.NOT_MEANT: lambda _, question: question.words == ("sadiki",),
    Asks.NEITHER: lambda _, question: question.is_denied and question.words == ("wkoli",),
    Asks.MEANT: lambda _, question: question.words == ("sadiki",),
    Asks.OUT_OF: takes_out,
    Asks.INTO: takes_out,
    Asks.WHERE_MOST: lambda _, question: is_of_all(question, None, joined=False),
    Asks.PRIORITY: lambda _, question: len(question.frame.unread) == 1,
}


def test_every_value_has_its_check_and_its_words() -> None:
    assert set(CHECKS) == set(Asks)
    assert {row.target("asks", Asks) for row in ROWS} == set(Asks)


def is_read_as_it_says(row: ListRow) -> bool:
    """Whether a row's word is in its example, and the example is read as the row says."""
    said = re.search(any_of([row["word"]]), row["example"], re.IGNORECASE) is not None
    return said and CHECKS[row.target("asks", Asks)](row, read_question(row["example"]))


@pytest.mark.parametrize("rows", some_of(ROWS, 14))
def test_every_example_is_read_as_its_row_says(rows: Sequence[ListRow]) -> None:
    assert len(ROWS) > 1000
    assert [row for row in rows if not is_read_as_it_says(row)] == []


def test_no_word_says_what_a_shorter_one_says() -> None:
    stems: dict[str, list[str]] = defaultdict(list)
    for row in ROWS:
        if row["word"].endswith("*") and " " not in row["word"]:
            stems[row["asks"]].append(row["word"])
    for row in ROWS:
        word = row["word"].removesuffix("*")
        covering = [
            s for s in stems[row["asks"]] if s != row["word"] and word.startswith(s.removesuffix("*"))
        ]
        assert not covering, f"{row['word']} is among {covering}"


def test_what_is_compared_as_written_is_not_told_by_its_sound() -> None:
    # мать sounds as материал begins
    assert read_question("как материал закуплен").words == ("material", "zakuplen")
    assert load_asking_words().writes("мать", Asks.SPEAKER)
    assert not load_asking_words().writes("материал", Asks.SPEAKER)
