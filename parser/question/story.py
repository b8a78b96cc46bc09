"""What is told before a question: `живём на съёмной квартире, муж болеет, вот и думаю сколько на пособия`.

Only the last clause that asks for an amount is the question; what stands before it tells of the one who
asks, and its words name no line. What leads to the question is in `locales/introductions.tsv` (`asks`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.fillers import THINGS
from parser.question.introductions import list_told_places, read_introduction_rows
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import DATIVE, OF_US
from parser.records import Language
from parser.text.folding import sound, sounds
from parser.text.language import detect_language
from parser.text.units import scale_stems
from parser.text.word_lists import any_of

_MONEY = (Asks.CASH,)
# A clause with any of these goes on asking.
_ASKED_BEHIND = (Asks.HOW_MUCH, Asks.CASH, Asks.GIVES, *CHANGES)
_END = re.compile(r"[,.!?;…\n]+\s*")
# What ends a Kazakh sentence that tells something, as it sounds: барады, істейді, жатыр, еді, жоқ, қорқамыз.
_TELLS = re.compile(
    "..(?:[aei]di|[dt]i|[gk][ae]n|[aei]mi[nz]|mi[nz])$|jatir$|otir$|tur$|jur$|edi$|jok$|eken$"
)
# Behind what is told as known to all, and no sheep: көп қой, білесіз ғой.
_AS_KNOWN = re.compile(r"\w (?:goi|(?<=[kpstw] )(?<!pen )koi)$")
_OF_PAST = re.compile("[dt]i[mk]$")
_DENIED = re.compile("..[mbp][ae]di[mk]$")  # таппадық
_FOR_SO_LONG = re.compile("..[gk][ae]nim(?:[ae]|i[nz]?g[ae])$")  # тұрғаныма 12 жыл
_TOLD_WORDS = 2  # the fewest of something that is told behind a question, and of
_TOLD_WORDS_OF_SELF = 3  # a Russian clause, whose verb has no place of its own
_WORD = re.compile(r"\w{5,}\s+")


class _Opening(Enum):
    """By what it is seen that something told is over and the question begins, with its fewest words."""

    SIGN = 5  # a sign, a verb of `I` or `we`, or the word that asks
    LIVED = 2  # what tells how somebody lives
    LED = 3  # words that lead to the question


def cut_story(text: str, asks_alone: Callable[[str, str], bool], asks_nothing: Callable[[str], bool]) -> str:
    """A message from where its question begins, with the places that were named before it.

    >>> told = "крыша течёт второй год, директор молчит"
    >>> cut_story(f"{told}, сколько на школы", lambda told, asked: True, lambda told: True)
    'сколько на школы'

    Args:
        text: the message.
        asks_alone: whether of what is told and what is asked the second is a question without the first.
        asks_nothing: whether of what is told nothing is asked.
    """
    text = _cut_stated(_cut_reason(text, asks_alone), asks_alone, asks_nothing)
    behind = _find_told_behind(text)
    if behind is not None and asks_alone(text[behind:], text[:behind]):
        only_told = _tells_own_figure(text[behind:]) or asks_nothing(text[behind:])
        text = text[:behind].rstrip(" ,.;") if only_told else text
    for start, end, opening in sorted(_list_ends(text), key=lambda found: found[:2], reverse=True):
        told, asked = text[:start], text[end:]
        if len(sounds(told)) < opening.value or _says(told, Asks.HOW_MUCH) or "?" in told:
            continue
        if text[start : start + 1] == "," and _goes_on(told):
            continue
        # `хочу узнать, какие деньги`
        asks = (Asks.HOW_MUCH, *(_MONEY if opening is _Opening.LED else ()))
        if _says(asked, *asks) and not _takes_out(asked) and asks_alone(told, asked):
            return " ".join([asked, *list_told_places(told)])
    return text


def _cut_reason(text: str, asks_alone: Callable[[str, str], bool]) -> str:
    """A message without why it is asked, which stands behind it: `сколько на свет, потому что темно`."""
    match = _because().search(text)
    if match is None:
        return text
    asked, told = text[: match.start()].rstrip(" ,.;"), text[match.end() :]
    asks = _says(asked, Asks.HOW_MUCH) and not _says(told, Asks.HOW_MUCH) and "?" not in asked
    return asked if asks and asks_alone(told, asked) else text


def _cut_stated(
    text: str, asks_alone: Callable[[str, str], bool], asks_nothing: Callable[[str], bool]
) -> str:
    """A message without the line whose amount it states itself: `на школы 8 млрд, а на дороги?`.

    What it goes on to has no amount of its own, nor is it denied: `школы 8 млрд, а дороги 2`. An amount that
    bounds a list is not told of a line (`дороже 500 млн, а в жкх`), and what is taken out is so of that line.
    """
    match = _beside_amount().search(text) if any(map(str.isdigit, text)) else None
    if match is None or any(map(str.isdigit, match["asked"])):
        return text
    denied = is_small(SmallWord.TURNS_BOUND, "".join(sounds(match["asked"])[:1]))
    told = text[: match.start("asked")]
    only_named = not denied and asks_nothing(told) and asks_nothing(match["asked"])
    return match["asked"] if only_named and asks_alone(told, match["asked"]) else text


def _find_told_behind(text: str) -> int | None:
    """Where something is told behind a question: `кітапханаға қанша, апам сонда істейді`."""
    ends = (match for match in _END.finditer(text) if _says(text[: match.start()], Asks.HOW_MUCH))
    told = ((match.end(), text[match.end() :]) for match in ends)
    return next((end for end, rest in told if _only_tells(rest) or _tells_own_figure(rest)), None)


def _tells_own_figure(told: str) -> bool:
    """Whether a text tells a figure of its writer, and asks nothing: `айлығым 80 мың ғой`."""
    if not any(map(str.isdigit, told)) or "?" in told or _says(told, Asks.HOW_MUCH):
        return False
    return _own().search(told) is not None or any(map(_FOR_SO_LONG.search, sounds(told)))


def _only_tells(told: str) -> bool:
    """Whether the rest of a message tells something, of its writer or with a verb at its end.

    Not where it says more of what is meant: of which place, of what else or what alone, or a number.
    """
    spoken = sounds(told)
    if len(spoken) < _TOLD_WORDS or "?" in told or _says(told, *_ASKED_BEHIND) or _leading().search(told):
        return False
    named = any(word[:1].isupper() for word in told.split()[1:]) or any(map(str.isdigit, told))
    if named or _means_more().search(told):
        return False
    of_self = len(spoken) >= _TOLD_WORDS_OF_SELF and _of_self().match(told) is not None
    return of_self or _TELLS.search(spoken[-1]) is not None or _AS_KNOWN.search(" ".join(spoken)) is not None


def _list_ends(text: str) -> Iterator[tuple[int, int, _Opening]]:
    """Where something told may end and the question begin, and by what that is seen."""
    if len(text.split()) <= _Opening.LED.value:
        return
    for match in _END.finditer(text):
        told = text[: match.start()]
        lives = _lives().search(told) is not None or _tells_own_figure(told)
        yield match.start(), match.end(), _Opening.LIVED if lives else _Opening.SIGN
    for match in _WORD.finditer(text):
        if _is_deed_of_us(sound(match.group().strip().casefold())):
            yield match.end(), match.end(), _Opening.SIGN
    yield from ((match.end(), match.end(), _Opening.LIVED) for match in _lives().finditer(text))
    if _of_self().search(text):
        yield from ((match.start(), match.start(), _Opening.SIGN) for match in _how_much().finditer(text))
    yield from ((match.start(), match.end(), _Opening.LED) for match in _leading().finditer(text))


def _takes_out(text: str) -> bool:
    """Whether the end of a message begins with what takes out of what is told: `…, а кроме школ сколько`."""
    joins, *rest = [*sounds(text), ""]
    asking = load_asking_words()
    return any(
        asking.says(word, Asks.WITHOUT)
        for word in (joins, *(rest[:1] if asking.says(joins, Asks.MEANT) else ()))
    )


def _goes_on(told: str) -> bool:
    """Whether the last clause of something told is none yet, without the verb that it needs in Kazakh.

    In `мүгедектерге гигиеналық құрал, көмекші беруге қанша` it is the first of what is asked for.
    """
    clause = _END.split(told)[-1]
    spoken = sounds(clause)
    if not spoken or detect_language(clause) is not Language.KK or _TELLS.search(spoken[-1]):
        return False
    return any(map(DATIVE.search, spoken)) and not _is_deed_of_us(spoken[-1])


def _is_deed_of_us(spoken: str) -> bool:
    """Whether a word is a verb of I or we: `отырмыз`, `қалдық`; `жетім`, `бөлімін` only end so."""
    if OF_US.search(spoken) is None:
        return False
    if not _OF_PAST.search(spoken):
        return not (spoken.endswith("in") and load_asking_words().says(spoken[:-2], *THINGS))
    return _DENIED.search(spoken) is not None or spoken[:-1] in _load_deeds()


@cache
def _load_deeds() -> frozenset[str]:
    """What we did, as it sounds, without the last sound: қалды of `қалдық` and `қалдым`."""
    return frozenset(
        sound(row["words"].casefold())[:-1] for row in read_introduction_rows() if row["at"] == "did"
    )


def _says(text: str, *asks: Asks) -> bool:
    return any(load_asking_words().says(word, *asks) for word in sounds(text))


@cache
def _leading() -> re.Pattern[str]:
    return _any_row("asks")


@cache
def _because() -> re.Pattern[str]:
    """What leads to why something is asked: `потому что`, `өйткені`."""
    return re.compile(rf"{_any_row('because').pattern}(?=[\s,]+\w)", re.IGNORECASE)


@cache
def _beside_amount() -> re.Pattern[str]:
    """An amount that is told of a line, and behind it a word that goes on to another one."""
    onward = _any_row("after-amount").pattern
    return re.compile(
        rf"\w\s+(?:\d[\d\s.,]*)(?:{scale_stems()})\w*\.?(?:\s+\w+)?,?\s+{onward}\s+(?P<asked>\w.*)$",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _means_more() -> re.Pattern[str]:
    """What says of which line or place the question is: `я про дороги`, `мне ещё садики`."""
    return re.compile(rf"{_any_row('means').pattern}(?!\w)", re.IGNORECASE)


@cache
def _lives() -> re.Pattern[str]:
    """What tells how somebody lives: `без воды сидим`, `жолсыз қалдық`."""
    return _any_row("lives")


@cache
def _of_self() -> re.Pattern[str]:
    """What tells that somebody speaks of himself: `у нас`, `менің`."""
    return _any_row("self")


@cache
def _own() -> re.Pattern[str]:
    """What somebody has a figure of for himself: `айлығым`, `моя пенсия`."""
    return _any_row("own")


@cache
def _how_much() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.HOW_MUCH)}", re.IGNORECASE)


def _any_row(at: str) -> re.Pattern[str]:
    rows = (row["words"] for row in read_introduction_rows() if row["at"] == at)
    return re.compile(rf"(?<!\w){any_of(rows)}", re.IGNORECASE)
