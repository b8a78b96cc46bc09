"""What tells of a change only together: who won and who lost, from whom and to whom, what was decided.

Each of these words is one of other talk too: `кто выиграл` asks for a contractor and `решили построить` of a
plan, but `кто выиграл, а кто проиграл` and `что решил маслихат` ask what a decision changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parser.question.asking_words import HeardWords, says_in
from parser.question.asks import CHANGES, Asks
from parser.question.small_words import SmallWord, is_small
from parser.records import Language

_DONE = re.compile(
    r"..(?:[aeiu]li|[dt]i|[aei]?p)$"
)  # how a verb of the past ends as it sounds: отдали, берді, алып


def find_moved_together(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The numbers of the words that ask of a change, though none of them does alone.

    Args:
        spoken: the words as they sound.
        asking: what they ask.
    """
    ways = (find_contraries, _find_givers, _find_decided, find_never_before, find_given_more)
    return set[int]().union(*(find(spoken, asking) for find in ways))


def find_contraries(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """Winners and losers: `кто в плюсе, кто в минусе`, `кім ұтты, кім ұтылды`.

    Args:
        spoken: the words as they sound.
        asking: what they ask.
    """
    if not asking.may_say(Asks.WINS, Asks.LOSES):
        return set()
    wins, loses = _find(spoken, asking, Asks.WINS), _find(spoken, asking, Asks.LOSES)
    rises, falls = wins | _find(spoken, asking, Asks.RISE), loses | _find(spoken, asking, Asks.CUT)
    return rises | falls if wins | loses and rises and falls else set()


def find_never_before(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """What was not there before: `чего раньше не было`, `каких строк не было в апреле`.

    Args:
        spoken: the words as they sound.
        asking: what they ask.
    """
    if not asking.may_say(Asks.NOT_WAS):
        return _find_absent_then_added(spoken, asking)
    never = _find(spoken, asking, Asks.NOT_WAS)
    before = _find(spoken, asking, Asks.WAS) - never
    what = _find(spoken, asking, Asks.WHAT) - never
    line = asking.any_says(Asks.LINE, Asks.PROGRAM, Asks.GROUP, Asks.GENERIC, Asks.ADMINISTRATOR)
    now = _find(spoken, asking, Asks.NOW) | _find(spoken, asking, Asks.EXIST)
    asked = line or (what and (before or now))
    return never | before | now | what if never and asked else _find_absent_then_added(spoken, asking)


def _find_absent_then_added(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """That something was not there and came later: `бастапқы жоспарда жоқ, кейін қосылған түсімдер`."""
    added = (Asks.ADD, Asks.ENTER, Asks.APPEAR)
    if not asking.may_say(*added):
        return set()
    absent = [
        number
        for number, word in enumerate(spoken)
        if is_small(SmallWord.DENIES_BEHIND, word)
        and number
        and not asking.says(spoken[number - 1], *CHANGES)
    ]
    came = {
        number for asks in added for number in _find(spoken, asking, asks) if absent and number > absent[0]
    }
    return {absent[0], *came} if came else set()


def find_given_more(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """That something was given besides: `ещё выделили`, `дали дополнительно`, `қосымша ақша бөлінді`.

    Args:
        spoken: the words as they sound.
        asking: what they ask.
    """
    if not asking.may_say(Asks.ADDITIONAL):
        return set()
    more, given = _find(spoken, asking, Asks.ADDITIONAL), set[int]()
    for asks in (Asks.GIVES, Asks.ADD, Asks.ENTER):
        given |= _find(spoken, asking, asks)
    beside = (Asks.CASH, Asks.WHOSE, Asks.HOW_MUCH)
    money = {number for number, word in enumerate(spoken) if asking.says(word, *beside)}
    for number in sorted(more):
        for verb in sorted(given):
            between = set(range(min(number, verb) + 1, max(number, verb)))
            if between <= money and verb not in more:
                return {number, verb, *between}
    return set()


def _find_givers(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """From whom and to whom money went, whatever verbs say so: `у кого отняли, кому отдали`."""
    if not (asking.may_say(Asks.FROM_WHOM) and asking.may_say(Asks.TO_WHOM)):
        return set()
    givers, takers = _find(spoken, asking, Asks.FROM_WHOM), _find(spoken, asking, Asks.TO_WHOM)
    done = {number for number, word in enumerate(spoken) if _DONE.search(word)}
    return givers | takers | done if givers and takers and done else set()


def _find_decided(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """What was decided: `что порешали депутаты`, `мәслихат не шешті`."""
    if not asking.may_say(Asks.DECIDES):
        return set()
    decided = _find(spoken, asking, Asks.DECIDES)
    russian = any(not says_in(Language.KK, spoken[number]) for number in decided)
    if russian and any(number and is_small(SmallWord.DENIES, spoken[number - 1]) for number in decided):
        return set()  # за что не голосовали депутаты
    # `не` is what in Kazakh
    what = {
        n for n in _find(spoken, asking, Asks.WHAT) if not (russian and is_small(SmallWord.DENIES, spoken[n]))
    }
    return decided | what if decided and what else set()


def _find(spoken: Sequence[str], asking: HeardWords, asks: Asks) -> set[int]:
    return {number for numbers in _list(spoken, asking, asks) for number in numbers}


def _list(spoken: Sequence[str], asking: HeardWords, asks: Asks) -> Iterator[tuple[int, ...]]:
    """The numbers of the words that ask this, of two together those of both."""
    for number, word in enumerate(spoken):
        if asking.says(word, asks):
            yield (number,)
        elif number and asking.says_together(spoken[number - 1], word, asks):
            yield (number - 1, number)
