"""Which changes a message asks for: what rose or fell, new and removed lines, or what stayed as it was.

`какие строки убрали` asks for lines that are there no more, `что убрали из образования` for money that was
taken away: what is added or removed must be said to be a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from parser.question.asking_words import HeardWords, load_asking_words, says_in
from parser.question.asks import CHANGES, Asks
from parser.question.intents import Direction
from parser.question.question import Question
from parser.question.small_words import SmallWord, is_small
from parser.question.telling import ANY_LINE
from parser.question.verb_forms import is_denied
from parser.question.winners import find_given_more, find_never_before
from parser.question.word_forms import ABLATIVE_ENDING
from parser.records import Language

_DIRECTIONS = (
    (Asks.RISE, Direction.RISES),
    (Asks.ADD, Direction.RISES),
    (Asks.CUT, Direction.CUTS),
    (Asks.REMOVE, Direction.CUTS),
    (Asks.APPEAR, Direction.RISES),
    (Asks.VANISH, Direction.CUTS),
    (Asks.ZERO, Direction.CUTS),
)
# From what or to what money goes, as it sounds: қай саладан, қай салаға, какой статье; but программ.
_MOVED = re.compile("...(?:[dtn][ae]n|[gkn][ae]|(?<!progr)i?am)$|^(?:programm?|strok|stat)e$")
_OF_LINES = (
    (Asks.ADD, Direction.ADDED),
    (Asks.ENTER, Direction.ADDED),
    (Asks.REMOVE, Direction.REMOVED),
)
_OF_WHAT = ((Asks.APPEAR, Direction.ADDED), (Asks.VANISH, Direction.REMOVED), (Asks.ZERO, Direction.REMOVED))
_OF_ROWS = frozenset({Direction.ADDED, Direction.REMOVED})


def find_direction(spoken: Sequence[str], any_line: Sequence[Asks], asking: HeardWords) -> Direction | None:
    """Which changes are asked for; None for all. What is added or removed must be said to be a line.

    Of what is there and what is no more it is enough to ask `what`: `что появилось`, `что исчезло`; and a
    noun for either says it by itself: `новшества бюджета`.

    Args:
        spoken: the words of a message as they sound.
        any_line: what the words for any line ask in it.
        asking: what its words ask.
    """
    if find_never_before(spoken, asking) or is_said(Asks.NEWS, spoken, asking):
        return Direction.ADDED
    if _asks_of_new(spoken, any_line, asking):
        return Direction.ADDED
    # с каких строк сняли деньги; but қаржыландырылмайтын
    no_money = (Asks.VANISH, Asks.MONEY_AFTER, Asks.MONEY_BEFORE)  # финансирование которых прекращено
    money = asking.any_says(Asks.CASH) and any(
        asking.says(word, Asks.CASH) and not asking.says(word, *no_money) for word in spoken
    )
    line = (
        asking.any_says(*any_line)
        and not money
        and any(
            asking.says(word, *any_line)
            and not _is_moved(spoken, number)
            and not asking.says_after("".join(spoken[number - 1 : number]), word, Asks.SINCE_WHEN)
            for number, word in enumerate(spoken)  # в каком месяце добавили
        )
    )
    for asks, direction in _OF_LINES:
        if line and is_said(asks, spoken, asking):
            return direction
    of_office = _asks_which_office(spoken, asking) and is_said(Asks.REMOVE, spoken, asking)
    if not money and (of_office or find_removed_wholly(spoken, asking)):
        return Direction.REMOVED  # что убрали из бюджета полностью
    line = line or asking.any_says(Asks.WHAT, Asks.WHICH_ONES)
    # отменённые расходы
    line = line or any(
        asking.says(word, Asks.VANISH) and asking.says(following, Asks.MONEY)
        for word, following in (pairwise(spoken) if asking.any_says(Asks.VANISH) else ())
    )
    of_what = {direction for asks, direction in _OF_WHAT if line and is_said(asks, spoken, asking)}
    if of_what and not (money and _is_taken(spoken, any_line, asking)):
        return of_what.pop() if len(of_what) == 1 else None
    found = {direction for asks, direction in _DIRECTIONS if is_said(asks, spoken, asking)}
    found |= {Direction.RISES} if find_given_more(spoken, asking) else set()
    return found.pop() if len(found) == 1 else None


def find_removed_wholly(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The words that say of anything that it is gone altogether: `убрали что-то совсем`.

    Args:
        spoken: the words of a message as they sound.
        asking: what they ask.
    """
    if not asking.any_says(Asks.WHOLLY):
        return set()
    removed = any(is_said(asks, spoken, asking) for asks in (Asks.REMOVE, Asks.VANISH))
    what = asking.any_says(Asks.WHAT, Asks.EXIST, Asks.ROW, *ANY_LINE)
    pairs = enumerate(pairwise(["", *spoken]))
    anything = {n for n, pair in pairs if asking.says_after(*pair, Asks.ANYTHING)}
    if not removed or not (what or anything):
        return set()
    anything |= {n - 1 for n in anything if asking.says_together(spoken[n - 1], spoken[n], Asks.ANYTHING)}
    return anything | {n for n, word in enumerate(spoken) if asking.says(word, Asks.WHOLLY)}


def _is_taken(spoken: Sequence[str], any_line: Sequence[Asks], asking: HeardWords) -> bool:
    """Whether money is said to be taken from what is asked for: `қай салалардан ақша алып тастады`."""
    lines = (*any_line, Asks.ADMINISTRATOR, Asks.WHAT, Asks.WHERE)
    return any(ABLATIVE_ENDING.search(word) and asking.says(word, *lines) for word in spoken)


def _asks_of_new(spoken: Sequence[str], any_line: Sequence[Asks], asking: HeardWords) -> bool:
    """Whether lines are said to be new: `новые строки`, `что нового появилось`, `жаңадан қосылған`."""
    if not asking.any_says(Asks.NEW):
        return False
    rows = asking.any_says(Asks.ROW)
    if rows and asking.any_says(Asks.BUILDS):
        return False  # жаңа жол салу
    enters = asking.any_says(Asks.ADD, Asks.ENTER, Asks.APPEAR)
    for (word, following), before in zip(pairwise([*spoken, ""]), ["", *spoken], strict=False):
        beside = any(asking.says(each, *any_line, Asks.MONEY) for each in (before, following))
        if asking.says(word, Asks.NEW) and (beside or enters or rows):
            return True
    return asking.any_says(Asks.WHAT) and asking.any_says(
        Asks.INCOME, Asks.OUTLAY
    )  # новенького в расходах чё есть


def _asks_which_office(spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether an office is asked for, and not for what was done to one: `какой отдел упразднили`."""
    return asking.any_says(Asks.WHICH_ONES) and any(
        asking.says(word, Asks.WHICH_ONES)
        and asking.says(following, Asks.ADMINISTRATOR)
        and not _is_moved(spoken, number)
        for number, (word, following) in enumerate(pairwise(spoken), start=1)
    )


def picks_rows(spoken: Sequence[str], direction: Direction | None, asking: HeardWords) -> bool:
    """Whether it is asked which lines inside the one that is named are new, or are no more there.

    `новые программы в сельском хозяйстве`, `убрали ли что-нибудь из спорта`. Of one line it is asked when it
    came, or by which decision: `когда появилась строка`.

    Args:
        spoken: the words of a message as they sound.
        direction: which changes are asked for.
        asking: what the words ask.
    """
    new = asking.any_says(Asks.NEW)
    if new and asking.any_says(Asks.WHAT):
        return True  # что нового в доходах
    if is_said(Asks.ANYTHING, spoken, asking):
        return True
    return direction in _OF_ROWS and not is_said(Asks.SINCE_WHEN, spoken, asking)


def stays_the_same(spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether it is asked what did not change: `не выросло`, `без изменений`, `өзгерген жоқ`, `как было`.

    Args:
        spoken: the words of a message as they sound.
        asking: what the words ask.
    """
    if is_said(Asks.SAME, spoken, asking):
        return True
    if not asking.any_says(*CHANGES):
        return False
    for before, word, after in zip(["", *spoken], spoken, [*spoken[1:], ""], strict=False):
        if not asking.says(word, *CHANGES):
            continue
        russian = says_in(Language.RU, word) and not says_in(Language.KK, word)  # `не` is what in Kazakh
        if russian and is_small(SmallWord.DENIES, before):
            return True
        if not russian and (is_denied(word) or is_small(SmallWord.DENIES_BEHIND, after)):
            return True
    return False


def list_words_for_any_line(
    spoken: Sequence[str], asking: HeardWords, *, bounded: bool = False
) -> tuple[Asks, ...]:
    """What the words for any line ask; `жол` is one in `бюджеттегі жаңа жолдар`, else it is a road.

    Args:
        spoken: the words of a message as they sound.
        asking: what the words ask.
        bounded: whether those within bounds are asked for: `500 мыңнан аз жолдар`.
    """
    told = (Asks.WHOLE, Asks.ADD, Asks.REMOVE, Asks.ENTER, Asks.APPEAR, Asks.VANISH, Asks.ZERO, Asks.SAME)
    of_budget = any(is_said(asks, spoken, asking) for asks in told)
    there = (Asks.EXIST, Asks.NOW, Asks.AGAINST_FOLLOWS)  # қандай жаңа жолдар бар
    each_said = all(asking.any_says(*each) for each in ((Asks.WHICH,), there))
    of_new = each_said and asking.any_says(Asks.NEW)
    if of_budget or of_new or _asks_most(spoken, asking) or _asks_unchanged(spoken, asking):
        return (*ANY_LINE, Asks.ROW)
    ends = bounded and bool(spoken) and asking.says(spoken[-1], Asks.ROW)
    return (*ANY_LINE, Asks.ROW) if ends else ANY_LINE


def _asks_unchanged(spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether rows are asked for that did not change: `бір тиынға да өзгермеген жолдар`."""
    return asking.any_says(Asks.ROW) and any(
        asking.says(word, *CHANGES) and is_denied(word) and asking.says(row, Asks.ROW)
        for word, row in pairwise(spoken)
    )


def _asks_most(spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether it is asked which rows changed most: `ең көп қысқарған жолдар`; roads stand before the verb."""
    if not asking.any_says(Asks.VERY):
        return False
    moved = asking.any_says(Asks.CUT, Asks.RISE)
    before = (Asks.CUT, Asks.RISE, Asks.WHICH_ONES)
    beside = any(
        asking.says(first, *before) and asking.says(row, Asks.ROW) for first, row in pairwise(spoken)
    )
    return moved and beside


def asks_which(
    spoken: Sequence[str], unnamed: Set[int], any_line: Sequence[Asks], asking: HeardWords
) -> bool:
    """Whether it is asked which lines have changed: `какие налоги упали`, `кому добавили в культуре`.

    Args:
        spoken: the words of a message as they sound.
        unnamed: the numbers of those that name no line.
        any_line: what the words for any line ask in it.
        asking: what the words ask.
    """
    for number, (word, following) in enumerate(pairwise(spoken), start=1):
        if (
            asking.says(word, Asks.WHICH_ONES)
            and (number not in unnamed or asking.says(following, *any_line, Asks.ADMINISTRATOR, Asks.MONEY))
            and not asking.says_after(word, following, Asks.SINCE_WHEN)
        ):  # қай айда
            return True
    return asking.any_says(Asks.WHOSE) or is_said(Asks.WHICH_OF, spoken, asking)


def _is_moved(spoken: Sequence[str], number: int) -> bool:
    """Whether money is taken from what a word is for, or added to it: `с каких строк`, `қай салаға`."""
    taken = any(is_small(SmallWord.TAKEN_FROM, before) for before in spoken[:number][-2:])
    return taken or _MOVED.search(spoken[number]) is not None


def asks_what_else(spoken: Sequence[str]) -> bool:
    """Whether a message begins by asking what else: `басқа не өзгерді` names no `басқалар`.

    Args:
        spoken: its words as they sound.
    """
    asking, (first, second) = load_asking_words(), [*spoken, "", ""][:2]
    return asking.says(first, Asks.OTHER_THAN) and asking.says(second, Asks.WHAT)


def asks_when(question: Question) -> bool:
    """Whether a question asks when something changed: `когда добавили денег на садики`."""
    spoken = [token.sound for token in question.said or question.tokens]
    return is_said(Asks.SINCE_WHEN, spoken, load_asking_words().hear(spoken))


def is_said(asks: Asks, spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether a word, or two together, ask this."""
    said = asking.may_say(asks)
    return said and any(asking.says_after(before, word, asks) for before, word in pairwise(["", *spoken]))
