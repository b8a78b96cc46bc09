"""What the words of a message ask of a line, by the lists of words that ask (`locales/asking.*.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from parser.question.asking_words import Asks, load_asking_words
from parser.question.intents import Intent, ListedLevel


@dataclass(frozen=True, slots=True)
class Asking:
    """What the asking words of a message say, and which of its words they are."""

    intent: Intent | None
    marks: frozenset[int]
    level: ListedLevel | None = None
    smallest: bool = False


# Of several intents the first decides.
_TELLING = (
    (Intent.CHANGE, (Asks.CHANGE,)),
    (Intent.SHARE, (Asks.SHARE,)),
    (Intent.LARGEST, (Asks.LARGEST, Asks.SMALLEST)),
    (Intent.COMPARE, (Asks.COMPARE,)),
    (Intent.LIST, (Asks.LIST,)),
)
_LISTED: tuple[tuple[Asks, ListedLevel | None], ...] = (
    (Asks.PROGRAM, ListedLevel.PROGRAM),
    (Asks.ADMINISTRATOR, ListedLevel.ADMINISTRATOR),
    (Asks.GROUP, ListedLevel.GROUP),
    (Asks.LINE, None),
)
_TOP = re.compile(
    r"""
    \b топ (?: \s* -? \s* (?P<count> [1-9]\d? ) )? \b  # топ; топ 5; топ-10
    (?! \s*\d )  # `топ 04` is a functional group in Kazakh
    """,
    re.IGNORECASE | re.VERBOSE,
)


def read_asking(spoken: Sequence[str], fillers: Set[int], *, top: bool = False) -> Asking:
    """Which intent a message's words tell.

    Args:
        spoken: the words as they sound.
        fillers: the numbers of those that only ask and tell no intent.
        top: whether the message asked for the largest already (see `cut_count`).

    Returns:
        The intent, None where no word tells one, and the words that ask: they name no line.
    """
    asking = load_asking_words()
    marks, smallest = _superlatives(spoken)
    told = {Intent.LARGEST} if marks or top else set()
    for number, word in enumerate(spoken):
        intent = next((intent for intent, asks in _TELLING if asking.says(word, *asks)), None)
        if intent is not None:
            told.add(intent)
            marks.add(number)
            smallest = smallest or asking.says(word, Asks.SMALLEST)
    intent = next((intent for intent, _ in _TELLING if intent in told), None)
    level, position = _level(spoken, marks, fillers)
    if intent is None and position and asking.says(spoken[position - 1], Asks.WHICH):
        intent = Intent.LIST  # какие программы в культуре
    if intent not in {Intent.LARGEST, Intent.LIST}:
        return Asking(intent, frozenset(marks))
    return Asking(intent, frozenset(marks if position is None else {*marks, position}), level, smallest)


def cut_count(text: str) -> tuple[str, int | None, bool]:
    """A message without the number of lines it asks for (`топ 5`, `5 самых крупных`).

    Returns:
        The rest, the number if it says one, and whether `топ` asks for the largest.
    """
    top = _TOP.search(text)
    if top and (top["count"] or top.start() == 0):
        rest = f"{text[: top.start()]} {text[top.end() :]}"
        return rest, int(top["count"]) if top["count"] else None, True
    counted = _counted().search(text)
    if counted:
        kept = counted["kept"] or ""
        rest = f"{text[: counted.start()]} {kept} {text[counted.end() :]}"
        return rest, int(counted["count"] or counted["after"]), False
    return text, None, False


@cache
def _counted() -> re.Pattern[str]:
    asking = load_asking_words()
    return re.compile(
        rf"""
        \b (?P<count> [1-9]\d? ) \s+ (?= {asking.pattern(Asks.COUNT_PRECEDES)} )  # 5 самых; 3 ең ірі
        | \b (?P<kept> {asking.pattern(Asks.COUNT_FOLLOWS)} ) \s+ (?P<after> [1-9]\d? ) \b  # ең ірі 3 шығын
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _superlatives(spoken: Sequence[str]) -> tuple[set[int], bool]:
    """Words such as `самые крупные`, `ең көп`, `больше всего`, and whether they ask for the smallest."""
    asking = load_asking_words()
    marks: set[int] = set()
    smallest = False
    for number, (word, following) in enumerate(pairwise([*spoken, ""])):
        few = False
        if asking.says(word, Asks.VERY):
            few = asking.says(following, Asks.SMALL)
            found = few or asking.says(following, Asks.LARGE, Asks.LARGEST)
        elif asking.says(following, Asks.OF_ALL):
            few = asking.says(word, Asks.LESS)
            found = few or asking.says(word, Asks.MORE)
        else:
            continue
        if found:
            marks |= {number, number + 1}
            smallest = smallest or few
    return marks, smallest


def _level(
    spoken: Sequence[str], marks: Set[int], fillers: Set[int]
) -> tuple[ListedLevel | None, int | None]:
    """The level that a list is asked of, and the word that says so.

    An office beside a word that names it (`отдел образования`, `білім бөлімі`) is no level but a line.
    """
    asking = load_asking_words()
    named = set(range(len(spoken))) - set(marks) - set(fillers)
    for number, word in enumerate(spoken):
        for asks, level in _LISTED:
            if not asking.says(word, asks):
                continue
            beside = {number - 1, number + 1} & named
            if level is not ListedLevel.ADMINISTRATOR or not beside:
                return level, number
    return None, None
