"""What one question takes over from another: the edition that it asks for, or what is asked of its line.

Questions are joined as values, not as texts; `text` and `named_edition` go along, for what is shown.
"""

from __future__ import annotations

from parser.budget_code import Side
from parser.dataclass import replace
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Direction, Frame, Intent, Relation, Unheld, Unsaid
from parser.question.named_decision import NO_ORDER
from parser.question.question import Question
from parser.question.small_words import SmallWord, is_small
from parser.question.taken_out import read_whole
from parser.question.word_forms import DATIVE_ENDING, LOCATIVE, NEUTER

_SEVERAL = 2  # editions
_OF_ROWS = {Direction.RISES: Direction.ADDED, Direction.CUTS: Direction.REMOVED}


def with_edition(named: Question, asked: Question) -> Question:
    """What one question names, in the edition that another asks for."""
    return replace(
        named,
        text=f"{named.named} {asked.named_edition}".strip() or named.text,
        named_edition=asked.named_edition,
        year=asked.year,
        year_is_said=asked.year_is_said,
        years=asked.years,
        year_shift=asked.year_shift,
        this_year=asked.this_year,
        decision=asked.decision,
        decisions=asked.decisions,
        decision_is_marked=asked.decision_is_marked,
        date=asked.date,
        month=asked.month,
        months=asked.months,
        latest=asked.latest,
        in_order=asked.in_order,
        season=asked.season,
        seasons=asked.seasons,
        adopted=asked.adopted,
        original=asked.original,
    )


def with_year(asked: Question, previous: Question) -> Question:
    """An edition that is named by its order alone, among those of the year that was asked for before."""
    if len(previous.years) != 1:
        return asked
    return replace(asked, year=previous.year, year_is_said=previous.year_is_said, years=previous.years)


def with_edition_of_all(named: Question, asked: Question) -> Question:
    """A question of several lines, each in the edition that another one asks for where it asks for none."""
    if named.asks_edition:
        return named
    parts = tuple(with_edition(part, asked) for part in named.parts)
    return replace(with_edition(named, asked), parts=parts)


def without_rows(question: Question) -> Question:
    """A message after changes whose only name is a word for rows: `жаңа жолдар ше` asks of no roads there.

    Args:
        question: the message.
    """
    asking = load_asking_words()
    named = [token for token in question.tokens if not token.filler]
    if not (named and question.frame.picks_rows and all(asking.says(each.sound, Asks.ROW) for each in named)):
        return question
    return replace(question, tokens=tuple(replace(token, filler=True) for token in question.tokens))


def picks_changes(question: Question) -> bool:
    """Whether a message that names no line asks for changes in one direction: `а что убрали`."""
    return question.intent is Intent.CHANGE and question.frame.direction is not None


def of_same_changes(question: Question, shown: Question) -> Question:
    """Some of the changes that were shown: `а новые строки?` after what changed in April is of April.

    Args:
        question: the message, which names no line.
        shown: what was asked before, answered with changes of the whole budget.
    """
    asking = load_asking_words()
    of_budget = any(asking.says(token.sound, Asks.WHOLE) for token in question.tokens)
    way = _OF_ROWS.get(question.frame.direction) if question.frame.direction else None
    of_rows = any(asking.says(token.sound, Asks.ADD, Asks.ENTER, Asks.REMOVE) for token in question.tokens)
    if way and of_rows and shown.frame.picks_rows:  # какие строки убрали, а добавили?
        question = replace(question, frame=replace(shown.frame, direction=way))
    return question if of_budget or question.asks_edition else with_edition(question, shown)


def among_changes(question: Question, shown: Question) -> Question:
    """What a decision changed, which has the largest first; changes within bounds are not picked.

    Args:
        question: the message, which asks for some lines by their amounts.
        shown: what was asked before, answered with changes.
    """
    if question.frame.bounds is None:
        return shown
    return replace(question, lacks=Unsaid.BOUNDED_CHANGES, talk=None)


def as_picked(question: Question, previous: Question) -> Question:
    """A message that picks lines by their amounts, as of those before.

    Behind the dearest office `а самый дешёвый` is of offices.

    Args:
        question: the message; any other one stays as it is.
        previous: the whole question before it.
    """
    frame = question.frame
    if not (frame.intent is Intent.LARGEST or frame.bounds is not None):
        return question
    same = frame.level is None and previous.intent is Intent.LARGEST and previous.names_nothing
    level = previous.frame.level if same else frame.level
    return replace(question, frame=replace(frame, side=_side_before(frame, previous), level=level))


def of_side_before(question: Question, previous: Question) -> Question:
    """A message that asks of all spending or all revenue still, of which no line was named: `и как менялось`.

    Args:
        question: the message.
        previous: the whole question before it.
    """
    frame = question.frame
    return (
        question
        if frame.side
        else replace(question, frame=replace(frame, side=_side_before(frame, previous)))
    )


def _side_before(frame: Frame, previous: Question) -> Side | None:
    """The side of the budget that was asked of; None behind a line, which has its own."""
    of_none = previous.names_nothing and not (previous.path or previous.parts or previous.exclusions)
    return (frame.side or previous.frame.side) if of_none else None


def carried_frame(previous: Question) -> Frame:
    """What was asked of the line that is chosen now; a list was answered by the offer itself."""
    asked = replace(previous.frame, beyond_plan=None)
    return asked if previous.intent in {Intent.CHANGE, Intent.SHARE} else Frame()


def as_comparison(question: Question) -> Question:
    """A message that names no line, and compares it with one edition: `на сколько больше чем в 2013`.

    Args:
        question: the message; any other one stays as it is.
    """
    frame = question.frame
    plain = frame.intent in {Intent.LARGEST, Intent.AMOUNT} and not (
        frame.level or frame.count or frame.which
    )
    against = question.relation is Relation.COMPARED and question.asks_edition and not question.parts
    if not (against and plain) or not question.names_nothing or question.asks_several_editions:
        return question
    return replace(question, frame=Frame(Intent.COMPARE), relation=Relation.NAMED)


def beside_year(year: int, asked: Question) -> Question:
    """The edition a question asks for, to be compared with a year: `сравни с 2014`."""
    if year in asked.years:
        return replace(asked, year=year)  # of the years that are compared it is one already
    named = f"{year} {asked.named_edition}".strip()
    return replace(asked, year=year, years=(year, *asked.years), named_edition=named)


def with_frame(question: Question, asked: Question) -> Question:
    """A question with what another one asks, where that asks something."""
    return question if asked.frame.asks_nothing_more else replace(question, frame=asked.frame)


def with_unheld(question: Question, unheld: Unheld) -> Question:
    """A question of something that no decision says."""
    return replace(question, frame=replace(question.frame, beyond_plan=unheld))


def in_year_beside(question: Question, previous: Question, year: int) -> Question:
    """A message that names what came before or after by its order alone, behind a year: `а в прошлом?`.

    Behind `школы 2014` and `сколько в этом году` it is the year before, not the decision before; `прошлое` is
    a decision all the same, for a year is no neuter.

    Args:
        question: the message.
        previous: the whole question before it.
        year: the budget year that it was answered from.
    """
    by_year = bool(previous.years or previous.year_shift or previous.this_year)
    if (
        not question.in_order.step
        or question.names_line
        or question.years
        or not by_year
        or previous.names_decision
    ):
        return question
    if any(NEUTER.search(token.sound) for token in question.tokens):
        return question
    return replace(question, in_order=NO_ORDER).of_year(year - question.in_order.step)


def of_newest(question: Question) -> Question:
    """A question of several editions of a year, asked of the newest; any other as it is."""
    order = question.in_order
    said = max(len(question.decisions), len(question.months), bool(order.standing) + len(order.beside))
    if said < _SEVERAL:
        return question
    bare = replace(without_edition(question), relation=Relation.NAMED, in_order=NO_ORDER, original=False)
    year = str(question.year) if question.year and question.year_is_said else ""
    newest = replace(bare, decision=None, decisions=(), month=None, months=(), named_edition=year)
    return replace(newest, text=f"{bare.named} {year}".strip())


def now_asked(question: Question, previous: Question) -> Question | None:
    """The line before as it is now, where only that is asked for: `а сейчас` behind `школы в апреле`.

    Args:
        question: the message.
        previous: the whole question before it.

    Returns:
        None where it names a line or asks for something else, or no edition was asked for before.
    """
    asking = load_asking_words()
    says_now = any(asking.says(token.sound, Asks.NOW, Asks.LATEST) for token in question.tokens)
    plain = question.names_nothing and question.frame.asks_nothing_more and not question.asks_edition
    if not (says_now and plain and previous.names_line and previous.asks_edition):
        return None
    none = Question("", Frame(), ())
    newest = with_edition(without_edition(previous), none)
    newest = replace(newest, parts=tuple(with_edition(part, none) for part in newest.parts))
    return replace(newest, frame=Frame() if previous.intent is Intent.COMPARE else previous.frame)


def without_edition(question: Question) -> Question:
    """What a question names, whatever edition it asks for. A year without `жыл` or `год` is a word too."""
    years = {str(year) for year in question.years}
    numbers = [tuple(number.split("-")) for number in question.decisions]
    numbers.append(tuple(group for number in numbers for group in number))
    codes = tuple(run for run in question.codes if run not in numbers)
    return replace(
        question,
        tokens=tuple(token for token in question.tokens if token.sound not in years),
        codes=codes,
        amounts=() if question.codes and not codes else question.amounts,
        parts=tuple(map(without_edition, question.parts)),
        exclusions=tuple(
            replace(
                cut,
                whole=without_edition(cut.whole),
                parts=tuple(map(without_edition, cut.parts)),
            )
            for cut in question.exclusions
        ),
    )


def is_of_branch(question: Question) -> bool:
    """Whether a message after changes only says of what they are asked: `по образованию`, `білім беруде`.

    Args:
        question: the message.
    """
    plain = question.frame.asks_nothing_more and question.names_line and not question.asks_edition
    asking = load_asking_words()
    if not plain or question.talk or any(asking.says(word.sound, Asks.HOW_MUCH) for word in question.tokens):
        return False
    what = (Asks.WHAT, Asks.THE_ONE, Asks.INTO)
    tokens = question.tokens
    while len(tokens) > 1 and asking.says(tokens[0].sound, *what) and tokens[1].filler:
        tokens = tokens[1:]  # что в нём по дорогам
    first, last = tokens[0], tokens[-1]
    before = is_small(SmallWord.BEFORE_NAME, first.sound) or is_small(SmallWord.INSIDE, first.sound)
    return before or asking.says(last.sound, Asks.EACH_OF) or LOCATIVE.search(last.sound) is not None


def is_still_asked(question: Question, previous: Question) -> bool:
    """Whether what was asked before is asked of the line that a message names, too.

    After the largest of all `а в культуре` asks for the largest in it, and `а на культуру` how much that
    is; so does a line behind two that were compared: `что больше, школы или садики?`, `а туризм?`.

    Args:
        question: the message.
        previous: the whole question before it.
    """
    if previous.intent is not Intent.LARGEST:
        return True
    if previous.parts:
        return False
    said = [token.sound for token in question.tokens]
    is_for = (
        any(is_small(SmallWord.PURPOSE, word) for word in said) or DATIVE_ENDING.search(said[-1]) is not None
    )
    return not is_for


def taken_out_of(previous: Question, question: Question) -> Question | None:
    """What a question takes out of the line that was named before: `а без школ?`.

    Args:
        previous: the whole question before it.
        question: the message.

    Returns:
        None where it takes nothing out of a line before.
    """
    cuts = question.exclusions
    if all(not cut.whole.names_nothing for cut in cuts) or any(cut.of_all for cut in cuts):
        return None
    before = previous.exclusions[0].whole if previous.exclusions else previous
    whole = read_whole(replace(without_edition(before), exclusions=()))
    # `убери школы и садики`: the last of several words may be what something is taken out of.
    exclusions = tuple(replace(cut, whole=whole) if cut.whole.names_nothing else cut for cut in cuts)
    question = replace(question, exclusions=exclusions, named=f"{before.named} {question.named}".strip())
    listed = previous.intent is Intent.LARGEST or previous.frame.bounds is not None
    listed = listed and question.frame.asks_nothing_more
    frame = replace(previous.frame, at_rank=None)
    question = replace(question, frame=frame) if listed else question  # топ 5, а без образования?
    return question if question.asks_edition else with_edition(question, previous)
