"""What the words of a message ask of a line, by the lists of words that ask (`locales/asking.*.tsv`).

The frame is read before anything is searched: the words that ask name no line, and once something is asked
neither do the words for any line or for the whole budget (`статья`, `сала`, `бюджет`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import pairwise

from parser.budget_code import Side
from parser.dataclass import replace
from parser.question.asked_rank import find_belonging
from parser.question.asking_words import HeardWords, load_asking_words, says_in
from parser.question.asks import Asks
from parser.question.at_large import find_side_at_large
from parser.question.degrees import read_comparative
from parser.question.directions import (
    asks_what_else,
    asks_which,
    find_direction,
    find_removed_wholly,
    is_said,
    list_words_for_any_line,
    picks_rows,
    stays_the_same,
)
from parser.question.intents import Direction, Frame, Intent, ListedLevel
from parser.question.listed_level import (
    ASKS_LEVEL,
    ask_for_lines,
    ask_of_level_alone,
    find_level,
    level_counted,
    list_named,
)
from parser.question.listed_rows import find_counted
from parser.question.ordering import Order
from parser.question.ranked import find_ranked, list_ranked_by
from parser.question.superlatives import is_spent
from parser.question.telling import TELLING, asks_spent_on_what, list_bringing, list_coming_in, tell_intents
from parser.question.unnaming import (
    list_actors,
    list_all_cash,
    list_all_receipts,
    list_any_money,
    list_auxiliaries,
    list_givers,
    list_money,
    list_money_for,
    list_same_level,
    list_spots,
    list_taxes_spent,
    list_territory,
)
from parser.question.winners import find_moved_together
from parser.records import Language

_CONVERB = re.compile("..ip$")  # of a Kazakh verb before another: қылып тұрған
_MOST = (Asks.LARGEST, Asks.SMALLEST, Asks.RANK, Asks.VERY, Asks.OF_ALL)
_WHICH = (Asks.WHAT, Asks.WHERE, Asks.WHICH_OF, Asks.WHICH, Asks.WHICH_ONES, Asks.WHOSE)
_PLURAL = re.compile("..[ldt][ae]r")  # of a Kazakh noun, as it sounds: салықтар


def read_frame(spoken: Sequence[str], fillers: Set[int], order: Order) -> tuple[Frame, frozenset[int]]:
    """What is asked of the line that a message names.

    Args:
        spoken: the words as they sound.
        fillers: the numbers of those that only ask and tell no intent.
        order: what the message asked for already (see `cut_count`, `cut_order`).

    Returns:
        The frame, and the numbers of the words that ask or that name any line or all: they name no line.
        `не өзгерді білім беруде` asks of a change, and `не` and `өзгерді` are no words of its line.
    """
    asking = load_asking_words().hear(spoken)
    told, marks, smallest, unread = tell_intents(spoken, fillers, asking, order)
    marks |= _list_reasons(spoken, asking) | list_bringing(spoken, asking)
    any_line = list_words_for_any_line(spoken, asking, bounded=order.bounded)
    moved = _compare_with_before(spoken, asking) | find_moved_together(spoken, asking)
    if moved:
        told.add(Intent.CHANGE)
        marks |= moved
    intent = next((intent for intent, _ in TELLING if intent in told), None)
    level, position = find_level(spoken, marks, fillers, asking)
    intent = ask_of_level_alone(intent, position, spoken, list_named(spoken, marks, fillers, asking))
    counted = find_counted(spoken, asking, of_changes=intent is Intent.CHANGE) if not order.average else None
    if counted is not None and intent in {None, Intent.CHANGE, Intent.LIST}:
        marks.add(counted)
        position = counted if position is None else position
        level = level if intent is Intent.CHANGE else level_counted(spoken[counted], asking)
    intent = ask_for_lines(intent, position, spoken, asking, counts=counted is not None)
    exists = intent is None and _asks_what_exists(spoken, asking)
    if intent is None and (level is ListedLevel.SUBGROUP or exists):
        intent = Intent.LIST
    direction = find_direction(spoken, any_line, asking)
    intent = Intent.CHANGE if direction is Direction.ADDED else intent  # новые строки
    marks |= _list_coming_and_going(direction, spoken, asking)
    if intent is None:
        return _read_amount(spoken, fillers, marks, asking)
    if position is not None:
        marks.add(position)
        if position and asking.says_together(spoken[position - 1], spoken[position], Asks.SUBGROUP):
            marks.add(position - 1)  # кіші топтар
    marks |= set(_list_general(spoken, marks | fillers, any_line, asking))
    marks |= set(list_same_level(spoken, ASKS_LEVEL.get(level), marks | fillers, asking))
    if intent is Intent.CHANGE:
        marks |= {*list_auxiliaries(spoken, marks, asking), *list_spots(spoken, asking)}
        marks |= set(list_actors(spoken, marks | fillers, asking))
        marks |= set(list_any_money(spoken, marks | fillers, asking))
        marks |= {0} if asks_what_else(spoken) else set()
    marks |= set(list_money(spoken, marks | fillers, asking))
    frame = Frame(intent, side=_find_side(spoken, marks | fillers, asking), counts=counted is not None)
    if intent is Intent.CHANGE:
        unnamed, most = marks | fillers, Intent.LARGEST in told and _asks_most(spoken, moved, asking)
        frame = _read_change(
            replace(frame, level=level, direction=direction), spoken, unnamed, any_line, most=most
        )
        return frame, frozenset(marks)
    if intent is Intent.LARGEST:
        frame, marks = _read_largest(spoken, fillers, marks, asking, order)
        frame = replace(frame, unread=tuple(spoken[number] for number in sorted(unread)))
    if intent in {Intent.LARGEST, Intent.LIST}:
        return replace(frame, level=level, smallest=smallest, which=exists), frozenset(marks)
    return frame, frozenset(marks)


def _list_coming_and_going(
    direction: Direction | None, spoken: Sequence[str], asking: HeardWords
) -> set[int]:
    """The words that say of lines that they are new or gone."""
    if direction is Direction.ADDED:
        return {number for number, word in enumerate(spoken) if asking.says(word, Asks.NEW)}
    return find_removed_wholly(spoken, asking) if direction is Direction.REMOVED else set()


def _read_amount(
    spoken: Sequence[str], fillers: Set[int], marks: set[int], asking: HeardWords
) -> tuple[Frame, frozenset[int]]:
    """What is asked where no word asks of anything but how much."""
    marks = marks | set(list_money_for(spoken, marks | fillers, asking))
    marks |= set(list_all_cash(spoken, marks | fillers, asking))
    marks |= set(list_givers(spoken, marks | fillers, asking))
    if asks_spent_on_what(spoken, marks | fillers, asking):
        return Frame(Intent.LIST, side=_find_side(spoken, marks | fillers, asking)), frozenset(marks)
    taxes = set(list_taxes_spent(spoken, marks | fillers, asking))
    marks |= taxes
    frame = Frame(side=_find_side(spoken, fillers | taxes | list_coming_in(spoken, asking), asking))
    return replace(frame, at_large=find_side_at_large(spoken, marks | fillers, asking, frame)), frozenset(
        marks
    )


def _read_change(
    frame: Frame, spoken: Sequence[str], unnamed: Set[int], any_line: Sequence[Asks], *, most: bool
) -> Frame:
    """What is asked where a change is: which lines have changed, among which, and why.

    Args:
        frame: with the level of the lines and the direction that the words say.
        spoken: the words as they sound.
        unnamed: the numbers of those that name no line.
        any_line: what words for any line ask there.
        most: whether the largest change is asked for.
    """
    asking, direction = load_asking_words().hear(spoken), frame.direction
    # `в каком месяце образование урезали сильнее всего` asks when, and of the line that is named.
    which = most and not set(range(len(spoken))) <= unnamed and not is_said(Asks.SINCE_WHEN, spoken, asking)
    which = which or asks_which(spoken, unnamed, any_line, asking) or picks_rows(spoken, direction, asking)
    level = frame.level if which or _asks_among(spoken, asking) else None
    denied = stays_the_same(spoken, asking)
    # өзгеріссіз қалған шығындар
    what = asking.any_says(Asks.WHAT, Asks.WHICH_OF, Asks.WHICH, Asks.MONEY, *any_line)
    same = denied and direction is None and (which or what)
    reason = _asks_reason(spoken, asking)
    return replace(frame, level=level, which=which or same, reason=reason, denied=denied, same=same)


def _read_largest(
    spoken: Sequence[str], fillers: Set[int], marks: set[int], asking: HeardWords, order: Order
) -> tuple[Frame, set[int]]:
    """What is asked where the largest is: what becomes of money names no line then."""
    marks = marks | {n for n, word in enumerate(spoken) if is_spent(word) or asking.says(word, Asks.SPENDS)}
    marks |= {n + 1 for n in marks if _CONVERB.search("".join(spoken[n + 1 : n + 2]))}  # ең ауыр қылып тұрған
    marks |= {*list_territory(spoken, asking), *list_spots(spoken, asking)}
    marks |= set(list_all_receipts(spoken, marks | fillers, asking))
    marks |= set(list_taxes_spent(spoken, marks | fillers, asking, most=True))
    ranked = bool(find_ranked(spoken, fillers, asking, order))
    belonging, outside = find_belonging(spoken, asking, order)
    marks |= set() if ranked else belonging
    by_rank = ranked or order.at_rank is not None
    marks |= set(list_ranked_by(spoken, marks | fillers, asking)) if by_rank else set()
    named = [number for number in range(len(spoken)) if number not in marks | fillers]
    marks |= set(named) if all(asking.says(spoken[number], Asks.CASH) for number in named) else set()
    frame = Frame(Intent.LARGEST, side=_find_side(spoken, marks | fillers, asking), ranked=ranked)
    frame = frame if ranked else replace(frame, at_rank=order.at_rank, outside=outside)
    return replace(frame, at_large=find_side_at_large(spoken, marks | fillers, asking, frame)), marks


def _compare_with_before(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The words that ask of something beside what it was: `стало больше`, `что стало`, `было и теперь`."""
    if not asking.any_says(Asks.BECAME, Asks.WAS):
        return set()
    became, than_before, was, now = (
        {number for number, word in enumerate(spoken) if asking.says(word, *asks)}
        for asks in ((Asks.BECAME,), (Asks.MORE, Asks.LESS), (Asks.WAS,), (Asks.NOW,))
    )
    beside = {near for number in became for near in (number - 1, number + 1) if 0 <= near < len(spoken)}
    than_before |= {
        number for number in beside if read_comparative(spoken[number]) is not None
    }  # жирнее стали
    what = {number for number, word in enumerate(spoken) if asking.says(word, Asks.WHAT)}
    if than_before and (became or was):
        return became | was | (than_before if was else than_before & beside)
    if became and any(number < min(became) for number in what):
        return became | {min(what)}
    # `болды` is either: қандай еді, қандай болды
    return was | now if was and now and len(was | now) > 1 else set()


def _asks_most(spoken: Sequence[str], moved: Set[int], asking: HeardWords) -> bool:
    """Whether it is asked what changed most, not that one thing got more: `больше стали тратить на школы`.

    Args:
        spoken: the words as they sound.
        moved: the numbers of those that set it beside what it was: `больше`, `стали`.
        asking: what the words ask.
    """
    most = (asking.says(word, *_MOST) for number, word in enumerate(spoken) if number not in moved)
    return any(most) or not moved or asking.any_says(*_WHICH)


def _asks_what_exists(spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether it is asked what there is of a kind: `какие налоги`, `қандай салықтар бар`."""
    if not spoken or not asking.says(spoken[0], Asks.WHICH):
        return False
    exist = asking.any_says(Asks.EXIST)
    # `какие` is of several by itself; `қандай` asks how much as well: қандай сома.
    several = _PLURAL.search(" ".join(spoken[1:3])) is not None or says_in(Language.RU, spoken[0])
    return exist or (several and len(spoken) > 1)


def _find_side(spoken: Sequence[str], unnamed: Set[int], asking: HeardWords) -> Side | None:
    """Whether all spending or all revenue is asked of, where no line is named: `куда уходят деньги`."""
    if not unnamed >= {n for n, word in enumerate(spoken) if not word.isdigit()}:
        return None  # a year names no line: `куда уходят деньги в 2014`
    before = ["", *spoken]
    spends, receives = (
        any(asking.says_after(first, word, asks) for first, word in zip(before, spoken, strict=False))
        for asks in (Asks.SPENDS, Asks.RECEIVES)
    )
    return None if spends == receives else Side.SPENDING if spends else Side.RECEIPTS


def _list_general(
    spoken: Sequence[str], unnamed: Collection[int], any_line: Sequence[Asks], asking: HeardWords
) -> Iterator[int]:
    """The words for any line, and for the whole budget."""
    for number, (before, word) in enumerate(pairwise(["", *spoken])):
        general = asking.says(word, *any_line, Asks.WHOLE) or asking.says_after(before, word, Asks.GENERIC)
        if number not in unnamed and general:
            yield number
        if asking.says(word, Asks.WHOLE, Asks.CASH) and asking.says(before, Asks.WHOLE_FOLLOWS):
            yield number - 1  # траты сельского округа, доля городских денег


def _asks_among(spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether it is asked how money moved among offices: `между отделами`, `мекемелер бойынша`."""
    signs = (Asks.AMONG, Asks.EACH_OF)
    return asking.any_says(*signs) and any(
        (asking.says(before, *signs) and asking.says(word, Asks.ADMINISTRATOR))
        or (asking.says(before, Asks.ADMINISTRATOR) and asking.says(word, *signs))
        for before, word in pairwise(spoken)
    )


def _asks_reason(spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether it is asked why something changed; `неге қосылды` asks what it was added for.

    `неге алып тастады` asks why it is gone: nothing else is had for what is taken out.
    """
    pairs = pairwise(["", *spoken])
    gone = any(asking.says_together(*pair, Asks.VANISH) for pair in pairs)
    given = asking.any_says(Asks.ADD, Asks.REMOVE) and not gone
    asked = [word for word in spoken if asking.says(word, Asks.REASON)]
    if _list_reasons(spoken, asking):
        return True
    return bool(asked) and not (given and all(asking.says(word, Asks.WHERE) for word in asked))


def _list_reasons(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The words that ask why, two together: `не үшін азайды`."""
    pairs = enumerate(pairwise(spoken))
    firsts = {number for number, two in pairs if asking.says_together(*two, Asks.REASON)}
    return firsts | {number + 1 for number in firsts}
