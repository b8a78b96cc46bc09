"""Which intent the words of a question tell, by the lists of words that ask (`locales/asking.*.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from parser.question.asked_rank import find_rank_words
from parser.question.asking_words import HeardWords, says_in
from parser.question.asks import CHANGES, Asks
from parser.question.degrees import is_attribute
from parser.question.intents import Intent
from parser.question.ordering import Order
from parser.question.ranked import find_ranked
from parser.question.small_words import SmallWord, is_small
from parser.question.superlatives import find_superlatives, find_unread_degree, find_unsaid_order, is_spent
from parser.question.unnaming import list_before_lines
from parser.records import Language

_NOW = re.compile("r(?:edi|etin|ip)$")  # of a verb, as it sounds: түсіреді; but түсірді
_OBJECT = re.compile("..(?:in|[dtn]i)$")  # қайсысын, салықты

TELLING = (
    (Intent.CHANGE, CHANGES),
    (Intent.SHARE, (Asks.SHARE,)),
    (Intent.LARGEST, (Asks.LARGEST, Asks.SMALLEST, Asks.RANK)),
    (Intent.COMPARE, (Asks.COMPARE,)),
    (Intent.LIST, (Asks.LIST,)),
)
"""The intents with what tells each; of several the first decides."""

ANY_LINE = (Asks.PROGRAM, Asks.GROUP, Asks.SUBGROUP, Asks.LINE, Asks.GENERIC)
"""What the words for any line ask."""


def tell_intents(
    spoken: Sequence[str], fillers: Set[int], asking: HeardWords, order: Order
) -> tuple[set[Intent], set[int], bool, frozenset[int]]:
    """What the words of a message ask of a line, each by itself or beside others.

    Args:
        spoken: the words as they sound.
        fillers: the numbers of those that only ask and tell no intent.
        asking: what the words ask.
        order: what the message asked for already.

    Returns:
        The intents; the numbers of the words that tell them; whether the smallest is meant; and the numbers
        of those among them that say which is meant, and that no list has.
    """
    marks, smallest = find_superlatives(spoken, fillers, asking)
    marks |= list_before_lines(spoken, asking) | find_rank_words(spoken, asking, order)
    coming_in, taken_now = list_coming_in(spoken, asking), _list_taken_now(spoken, asking)
    told = {Intent.LARGEST} if marks or order.largest else set()
    if all(any(asking.says(spoken[number], each) for number in marks) for each in (Asks.MUCH, Asks.LITTLE)):
        told = {Intent.CHANGE}  # кімге аз, кімге көп тиді
    told |= {Intent.LIST} if order.average else set()
    smallest = smallest or order.smallest
    most = frozenset(marks | list_bringing(spoken, asking) | _list_taking(spoken, asking))
    marks |= coming_in
    of_largest = set(most)
    named = {n: word for n, word in enumerate(spoken) if n not in fillers}
    for number, (before, word) in enumerate(pairwise(["", *spoken])):
        following = "".join(spoken[number + 1 : number + 2])
        if number in coming_in | taken_now or asking.says_together(word, following, Asks.NOTHING):
            continue  # қосылған құн салығы
        intent, together = _read_telling(before, word, asking)
        if intent is Intent.CHANGE and number in most:
            continue  # самый обделённый отдел
        spends = asking.says(word, Asks.SPENDS)
        if intent is Intent.CHANGE and (most or order.largest) and not together and spends:
            continue  # кому меньше всех перепало; кто забирает больше 1 млрд
        if intent is Intent.LARGEST and not together and number not in most and _names(number, named, asking):
            continue  # крупный бизнес
        beside = any(asking.says(each, Asks.LARGEST, Asks.SMALLEST) for each in (before, following))
        if intent is Intent.SHARE and (most or beside):
            marks.add(number)  # ең сүбелі үлес, наибольшая доля; үлесі ең жоғары сала
        elif intent is not None:
            told.add(intent)
            marks |= {number - 1, number} if together else {number}
            of_largest |= {number - 1, number} if together and intent is Intent.LARGEST else set()
            of_largest |= {number} if intent is Intent.LARGEST else set()
            denied = is_small(SmallWord.DENIES, before) and is_spent(word)  # на что не скупятся
            smallest = smallest or (asking.says(word, Asks.SMALLEST) and not denied)
            smallest = smallest or asking.says_together(before, word, Asks.SMALLEST)
    done = find_done_to_budget(spoken, asking)
    told |= {Intent.CHANGE} if done else set()
    marks |= done
    marks |= {n - 1 for n in of_largest if n and _is_large(spoken[n - 1], asking)}  # главная дойная корова
    if asking.any_says(Asks.SPENDS, Asks.RECEIVES, Asks.WHERE):
        mainly = _list_mainly(spoken, asking)
        told |= {Intent.LARGEST} if mainly else set()
        marks |= mainly
    ranked = find_ranked(spoken, fillers, asking, order)
    if ranked:
        return told | {Intent.LARGEST}, marks | ranked, False, frozenset()
    unread = _find_unread(spoken, fillers, told, asking)
    if unread and not told:  # самая неподъёмная статья
        marks |= {number - 1 for number in unread}
    return told | ({Intent.LARGEST} if unread else set()), marks | unread, smallest, unread


def _find_unread(
    spoken: Sequence[str], fillers: Set[int], told: Set[Intent], asking: HeardWords
) -> frozenset[int]:
    """The words that say which of all lines is meant, and that nothing reads."""
    if Intent.LARGEST in told:
        return find_unsaid_order(spoken, asking)
    return frozenset() if told else find_unread_degree(spoken, fillers, asking)


def _list_taking(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The verbs of cutting that say who has much: `кто откусил самый большой кусок`."""
    if not asking.any_says(Asks.PIECE):
        return set()
    return {number for number, word in enumerate(spoken) if asking.says(word, Asks.CUT, Asks.REMOVE)}


def list_bringing(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The numbers of the verbs that say what a tax brings in, and ask of no change: `салық қанша түсірді`.

    Args:
        spoken: the words as they sound.
        asking: what the words ask.
    """
    bringing = {number for number, word in enumerate(spoken) if asking.says(word, Asks.BRINGS)}
    if not bringing or asking.any_says(Asks.HEAD, Asks.OF_RECEIPTS, Asks.INCOME):
        return bringing
    # қай салықты түсіреді asks what is lowered
    objects = any(_OBJECT.search(word) for n, word in enumerate(spoken) if n not in bringing)
    which = not objects and asking.any_says(Asks.WHICH_OF, Asks.WHICH_ONES)
    return {n for n in bringing if which and _NOW.search(spoken[n])}  # қайсысы көбірек түсіреді


def _list_taken_now(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The verbs of taking that tell no change where it is only asked how much: `сколько изымают денег`."""
    if not (asking.any_says(Asks.HOW_MUCH) and asking.may_say(Asks.TAKES_NOW)):
        return set()
    pairs = enumerate(pairwise(["", *spoken]))
    taken = {number for number, pair in pairs if asking.says_after(*pair, Asks.TAKES_NOW)}
    pairs = enumerate(pairwise(spoken))
    taken |= {number for number, pair in pairs if asking.says_together(*pair, Asks.TAKES_NOW)}
    rest = [word for number, word in enumerate(spoken) if number not in taken]
    return taken if all(asking.says(word, Asks.HOW_MUCH, Asks.CASH) for word in rest) else set()


def asks_spent_on_what(spoken: Sequence[str], unnamed: Set[int], asking: HeardWords) -> bool:
    """Whether it is asked on what an office spends its money: `білім бөлімі ақшаны неге жұмсайды`.

    Args:
        spoken: the words as they sound.
        unnamed: the numbers of those that name no line.
        asking: what the words ask.
    """
    named = [word for number, word in enumerate(spoken) if number not in unnamed]
    offices = [word for word in named if asking.says(word, Asks.ADMINISTRATOR)]
    others = [word for word in named if not asking.says(word, Asks.ADMINISTRATOR, Asks.CASH, Asks.MONEY)]
    if asking.any_says(Asks.HOW_MUCH) or not (offices and others):
        return False
    return any(
        asking.says(word, Asks.SPENDS)
        and (_is_where(before, asking) or asking.says_together(first, before, Asks.SPENDS))
        for first, before, word in zip(["", "", *spoken], ["", *spoken], spoken, strict=False)
    )


def _is_where(word: str, asking: HeardWords) -> bool:
    """Whether a word asks for what money goes: `неге`, `қайда`, `куда`."""
    said = (Asks.WHERE, Asks.SPENDS)
    return asking.says(word, Asks.TO_WHOM) and any(asking.says(word, each) for each in said)


def list_coming_in(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The verbs that only behind another word tell that money comes in: `қазынаға қанша кіреді`.

    Args:
        spoken: the words as they sound.
        asking: what the words ask.
    """
    pairs = enumerate(pairwise(spoken), start=1)
    found = {number: asking.list_asked_together(*pair) for number, pair in pairs}
    # дойная корова бюджета asks for the largest
    return {number for number, asks in found.items() if Asks.RECEIVES in asks and not _find_intent(asks)}


def find_done_to_budget(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The words of doing by which it is asked what was changed: `не істеді бюджетке`, `сделали с бюджетом`.

    With money (`ақшаға не істеді`) or a thing they ask what was done, which is no change of a line.

    Args:
        spoken: the words as they sound.
        asking: what the words ask.
    """
    if not (asking.may_say(Asks.DOES) and asking.any_says(Asks.WHOLE)):
        return set()
    pairs = enumerate(pairwise(spoken))
    found = {number for number, pair in pairs if asking.says_together(*pair, Asks.DOES)}
    return found | {number + 1 for number in found}


def _is_large(word: str, asking: HeardWords) -> bool:
    """Whether a word is an adjective of size: `главная`, `үлкен`, but no noun of the same beginning."""
    russian = says_in(Language.RU, word) and not says_in(Language.KK, word)
    return asking.says(word, Asks.LARGE) and (is_attribute(word) or not russian)


def _list_mainly(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The words that say where money goes in the main: `в основном`, `негізінен`."""
    if not asking.may_say(Asks.MAINLY):
        return set()
    alone = {number for number, word in enumerate(spoken) if asking.says(word, Asks.MAINLY)}
    pairs = enumerate(pairwise(spoken), start=1)
    together = {number for number, pair in pairs if asking.says_together(*pair, Asks.MAINLY)}
    return alone | together | {number - 1 for number in together}


def _names(number: int, named: Mapping[int, str], asking: HeardWords) -> bool:
    """Whether an adjective tells which thing its noun is, and asks nothing: `крупный бизнес`, `большой мост`.

    Before a noun for lines or money it asks for the largest: `крупные расходы`.
    """
    noun = named.get(number + 1)
    if noun is None or not is_attribute(named.get(number, "")):
        return False
    of_lines = (*ANY_LINE, Asks.ADMINISTRATOR, Asks.MONEY, Asks.CASH, Asks.HEAD, Asks.WHOLE, Asks.RANK)
    of_change = (*CHANGES, Asks.SHARE, Asks.LARGE, Asks.SMALL)  # крупные изменения
    asks = asking.says(noun, *of_lines, *of_change) or is_spent(noun)
    return not (asks or asking.says(noun, Asks.SPENDS, Asks.RECEIVES, Asks.MONEY_BEFORE, Asks.WHAT))


def _read_telling(before: str, word: str, asking: HeardWords) -> tuple[Intent | None, bool]:
    """The intent that a word tells, alone or together with the one before it: `львиная доля`."""
    together = asking.list_asked_together(before, word)
    intent = _find_intent(together) if together else None
    return (intent, True) if intent else (_find_intent(asking.list_asked(word)), False)


def _find_intent(asked: Set[Asks]) -> Intent | None:
    """The first intent that any of these tells."""
    return next((intent for intent, asks in TELLING if not asked.isdisjoint(asks)), None)
