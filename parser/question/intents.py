"""What a person wants to know of a line, told by the words that ask.

Words are compared as they sound (`parser.text.folding.sound`), which serves both languages and their
Latin spellings at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Intent(StrEnum):
    """What a person wants to know of a line."""

    AMOUNT = "amount"
    CHANGE = "change"
    SHARE = "share"
    LARGEST = "largest"
    COMPARE = "compare"
    LIST = "list"
    HELP = "help"


class Level(StrEnum):
    """What a list is asked to be of."""

    GROUP = "group"
    ADMINISTRATOR = "administrator"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Asking:
    """What the asking words of a message say, and which of its words they are."""

    intent: Intent | None
    marks: frozenset[int]
    level: Level | None = None
    smallest: bool = False


# Word beginnings, then whole words where a beginning would be one of official names too
# (қосылған құн салығы, арттыру, составление). Of several intents the first decides.
_TELLING: dict[Intent, tuple[str, str]] = {
    Intent.CHANGE: (
        "ozger izmeni pomenia pribav dobavil uveli4 umenw urezal srezal sokrati snizil virosl popravk kemid",
        "arti artip artkan kosildi vozroslo upalo ulgaidi kiskardi azaidi kobeidi kobeigen",
    ),
    Intent.SHARE: ("ules dolia doliu procent paiz", ""),
    Intent.LARGEST: ("krupn naibol bolw maksimal naimen minimal", ""),
    Intent.COMPARE: ("sravn salistir raznic", ""),
    Intent.LIST: (
        "spisok spiska tizim pere4en",
        "sostav sostave sostoit sostoiat vhodit vhodiat kurami kuraminda kiredi",
    ),
}
_INTENTS = tuple(
    (intent, tuple(stems.split()), set(whole.split())) for intent, (stems, whole) in _TELLING.items()
)
_VERY = re.compile(r"en|sam(?:ii|aia|oe|ie|ih|ogo|oi|omu|im|imi|uiu)")
_GREAT = ("bolw", "krupn", "dorog", "zatratn", "visok", "glavn", "kop", "iri", "ulken", "kimbat", "jogar")
_SMALL = ("malen", "mali", "melk", "menw", "dewev", "nizk", "az", "kiwi", "tomen", "arzan")
_LEAST = ("naimen", "minimal")
_OF_ALL = frozenset({"vsego", "vseh"})  # больше всего, меньше всех
_WHICH = frozenset({"kakie", "kakih", "kandai"})
_I_AM = ("мын", "мін", "пын", "пін", "бын", "бін")  # the ending of «I am» and of «I do»
_SELF_LENGTH = 6
_SPEAKERS = (
    "депутат", "журналист", "житель", "гражданин", "гражданк", "мать", "мама", "отец", "учител", "пенсионер",
    "предпринимател", "бухгалтер", "блогер", "тұрғын", "мұғалім", "зейнеткер", "кәсіпкер",
)  # fmt: skip
_ASKS = ("спраш", "спросил", "интерес", "сұра", "қызығ")
_LEVELS: tuple[tuple[Level | None, tuple[str, ...]], ...] = (
    (Level.PROGRAM, ("program", "bagdarlama")),
    (Level.ADMINISTRATOR, ("otdel", "upravlen", "baskarma", "bolim", "administrator", "akimwi")),
    (Level.GROUP, ("otrasl", "sfer", "napravlen", "grup", "salal")),
    (None, ("stati", "statei", "strok", "punkt")),
)
# топ 5, топ-10; `топ 04` and `04 топ` are functional groups in Kazakh
_TOP = re.compile(r"\bтоп(?:\s*-?\s*(?P<count>[1-9]\d?))?\b(?!\s*\d)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?P<count>[1-9]\d?)\s+(?=(?:сам\w+|крупн\w+|наибольш\w+|ең)\b)"
    r"|(?<=\bең )(?P<adjective>ірі|көп|үлкен|қымбат)\s+(?P<after>[1-9]\d?)\b",
    re.IGNORECASE,
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
    marks, smallest = _superlatives(spoken)
    told = {Intent.LARGEST} if marks or top else set()
    for number, word in enumerate(spoken):
        intent = next((i for i, stems, whole in _INTENTS if word.startswith(stems) or word in whole), None)
        if intent is not None:
            told.add(intent)
            marks.add(number)
            smallest = smallest or word.startswith(_LEAST)
    intent = next((intent for intent, *_ in _INTENTS if intent in told), None)
    level, place = _level(spoken, marks, fillers)
    if intent is None and place is not None and place and spoken[place - 1] in _WHICH:
        intent = Intent.LIST  # какие программы в культуре
    if intent not in {Intent.LARGEST, Intent.LIST}:
        return Asking(intent, frozenset(marks))
    return Asking(intent, frozenset(marks if place is None else {*marks, place}), level, smallest)


def cut_count(text: str) -> tuple[str, int | None, bool]:
    """A message without the number of lines it asks for (`топ 5`, `5 самых крупных`).

    Returns:
        The rest, the number if it says one, and whether `топ` asks for the largest.
    """
    top = _TOP.search(text)
    if top and (top["count"] or top.start() == 0):
        rest = f"{text[: top.start()]} {text[top.end() :]}"
        return rest, int(top["count"]) if top["count"] else None, True
    counted = _COUNTED.search(text)
    if counted:
        kept = counted["adjective"] or ""
        rest = f"{text[: counted.start()]} {kept} {text[counted.end() :]}"
        return rest, int(counted["count"] or counted["after"]), False
    return text, None, False


def find_speaker(folded: Sequence[str]) -> set[int]:
    """Which words of a message only say who asks: `депутат ретінде`, `журналистпін`, `как мать`.

    Args:
        folded: the words as written.
    """
    said = set()
    for number, (word, following) in enumerate(pairwise([*folded, ""])):
        before = folded[number - 1] if number else ""
        is_speaker = word.startswith(_SPEAKERS)
        if (
            (len(word) >= _SELF_LENGTH and word.endswith(_I_AM))
            or following == "ретінде"
            or (is_speaker and (before in {"как", "я"} or following.startswith(_ASKS)))
        ):
            said.add(number)
    return said


def _superlatives(spoken: Sequence[str]) -> tuple[set[int], bool]:
    """Words such as `самые крупные`, `ең көп`, `больше всего`, and whether they ask for the smallest."""
    marks: set[int] = set()
    smallest = False
    for number, (word, following) in enumerate(pairwise([*spoken, ""])):
        very = _VERY.fullmatch(word) is not None and following.startswith((*_GREAT, *_SMALL))
        most = word.startswith(("bolwe", "menwe")) and following in _OF_ALL
        if very or most:
            marks |= {number, number + 1}
            smallest = smallest or (following if very else word).startswith(_SMALL)
    return marks, smallest


def _level(spoken: Sequence[str], marks: Set[int], fillers: Set[int]) -> tuple[Level | None, int | None]:
    """The level that a list is asked of, and the word that says so.

    An office beside a word that names it (`отдел образования`, `білім бөлімі`) is no level but a line.
    """
    named = set(range(len(spoken))) - set(marks) - set(fillers)
    for number, word in enumerate(spoken):
        for level, stems in _LEVELS:
            if not word.startswith(stems):
                continue
            beside = {number - 1, number + 1} & named
            if level is not Level.ADMINISTRATOR or not beside:
                return level, number
    return None, None
