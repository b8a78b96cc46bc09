"""The words and endings that take something out of a line, and where they stand in a message.

Words before it (`без школ`), behind it (`мектептерді қоспағанда`), around it (`тек мектептер емес`), endings
(`мектепсіз`), and what only looks so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words, says_in
from parser.question.asks import Asks
from parser.question.said_amounts import find_said_amounts
from parser.question.word_forms import ABLATIVE_ENDING
from parser.records import Language
from parser.text.folding import sound, words
from parser.text.letters import KAZAKH

# What a number counts, or stands behind, so that it is one: `ең үлкен бес салық`.
_COUNTED = (
    Asks.LARGE,
    Asks.LARGEST,
    Asks.SMALL,
    Asks.SMALLEST,
    Asks.VERY,
    Asks.YEAR,
    Asks.PROGRAM,
    Asks.LINE,
)
_WORD = re.compile(r"[^\W\d]+")
_ENDED_WORD = re.compile(r"[^\W\d]+(?:-[^\W\d]{3}\b)?")  # ТКШ-сыз is one word
_ACCUSATIVE = re.compile("[dtn]i$")  # мектептерді
_PRIVATIVE = re.compile("..[sc]iz$")  # мектепсіз; трансфертсіз, whose тс sounds as one
PRIVATIVE_LENGTH = 3  # letters of such an ending
_PRIVATIVE_LETTERS = ("с", "s")  # that the ending begins with, as it is written
_OF_VERBS = re.compile("[aei]siz$")  # балабақшасыз, but бөлесіз and сұрайсыз as well
_NOT_DOING = re.compile("..[mbp][ae](?:g[ae]nd[ae]|s[ae][kg]?|i)$")  # қоспағанда, есептемей, санамаса
_DOING = re.compile("ip$")  # алып
_AWAY = re.compile("^tasta(?:ganda|sa[kg]?|p)$")  # тастағанда, тастасақ


def blank_lookalikes(text: str) -> str:
    """A text with spaces for the words that look as if they took something out, and do not.

    Args:
        text: the message; its other words stay where they are.
    """
    text = _not_without().sub(_blank, text)
    cleared = _cleared().search(text)
    if cleared is None or find_source(text) is not None:  # `убери мусор из жкх`
        return text
    return _cleared().sub(_blank_verb, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _blank_verb(match: re.Match[str]) -> str:
    """What is cleared away, without the word that says so: `убрать мусор`, `свалку убрать`."""
    verb, after = match["verb"], match["after"]
    blank = " " * len(verb or after)
    return blank + match.group()[len(blank) :] if verb else match.group()[: -len(blank)] + blank


def find_before_part(text: str) -> re.Match[str] | None:
    """The words that take out what stands behind them: `без`, `кроме`, `вычти`.

    Args:
        text: the message, or what is left of it.

    Returns:
        The first of them, as the group `words`; None where there is none.
    """
    return _without().search(text)


def part_by_signs(text: str) -> str:
    """A text with a comma for each word that takes out: `школ и минус садики` names two things.

    Args:
        text: what is taken out.
    """
    return _without().sub(", ", f" {text} ")


def find_paid_first(text: str) -> re.Match[str] | None:
    """What is paid before the rest is asked for, as the group `part`: `после школ`, `мектептен кейін`.

    Args:
        text: the message.

    Returns:
        None where nothing is, or a number stands there: `после 12-3` is of a decision.
    """
    before, behind = _after_part().search(text), _part_after().search(text)
    if behind is not None and not ABLATIVE_ENDING.search(sound(words(behind["part"])[-1])):
        behind = None
    found = (match for match in (before, behind) if match is not None)
    return next((match for match in found if not any(map(str.isdigit, match["part"]))), None)


def find_source(text: str) -> re.Match[str] | None:
    """The word between what is taken out and what it is taken out of: `вычти школы из образования`.

    Args:
        text: what stands behind the words that take out.
    """
    return _out_of().search(text)


def find_target(text: str) -> re.Match[str] | None:
    """The word between what is not to be counted and in what: `школы в образование не клади`.

    Args:
        text: what stands before the words that take out.
    """
    return _into().search(text)


def find_around_part(text: str) -> re.Match[str] | None:
    """The words that stand on both sides of what is taken out, as the group `part`: `тек мектептер емес`.

    Args:
        text: the message.
    """
    return _only_not().search(text)


def find_behind_part(text: str) -> tuple[int, int] | None:
    """Where words stand that take out what stands before them: `қоспағанда`, `-тан басқа`, `ескермегенде`.

    Args:
        text: the message.

    Returns:
        Where they begin and end; None where there are none.
    """
    match = _without_follows().search(text)
    return match.span() if match else next(_find_others(text), None) or _find_converb(text)


def find_mistyped(text: str) -> re.Match[str] | None:
    """`неналоговые бес штрафов`: a Kazakh number that stands for a Russian word which sounds alike.

    Not where Kazakh is written, nor before or behind what is counted: `топ бес расходов`, `бес жылда`.

    Args:
        text: the message.

    Returns:
        Where it stands, as the group `words`; None where there is none.
    """
    match = _mistyped().search(text)
    if match is None or not set(text.casefold()).isdisjoint(KAZAKH):
        return None
    asking = load_asking_words()
    before, after = words(text[: match.start()])[-1:], words(text[match.end() :])[:1]
    counted = any(asking.says(sound(word), *_COUNTED) for word in (*before, *after))
    amount = next(find_said_amounts(text[match.start() :]), None)  # бес жүз миллион
    counted = counted or (amount is not None and amount.start == 0)
    kazakh = any(says_in(Language.KK, sound(word)) for word in (*before, *after))
    return match if before and after and not (counted or kazakh) else None


def list_privatives(text: str) -> list[re.Match[str]]:
    """The words that say by their ending what is not there: `мектепсіз`.

    Args:
        text: the message.
    """
    after_very = {match.end() for match in _very().finditer(text)}  # ең елеусіз сала takes nothing out
    return [
        word
        for word in _ENDED_WORD.finditer(text)
        if word.start() not in after_very and _is_privative(word.group())
    ]


def is_like_verb(word: str) -> bool:
    """Whether such a word may be a verb as well: `балабақшасыз`, but `бөлесіз`.

    Args:
        word: as it is written.
    """
    return _OF_VERBS.search(sound(word)) is not None


def is_ablative(word: str) -> bool:
    """Whether a Kazakh word ends as what something is taken out of: `ақшадан`.

    Args:
        word: as it is written.
    """
    return ABLATIVE_ENDING.search(sound(word)) is not None


def is_accusative(word: str) -> bool:
    """Whether a Kazakh word ends as what is taken out: `мектептерді`.

    Args:
        word: as it is written.
    """
    return _ACCUSATIVE.search(sound(word)) is not None


def _is_privative(word: str) -> bool:
    """Whether a word says by its ending what is not there; `акциз` only sounds so, `өзгеріссіз` asks."""
    spoken = sound(word)
    ends = word[-PRIVATIVE_LENGTH:][:1].casefold() in _PRIVATIVE_LETTERS and _PRIVATIVE.search(spoken)
    return bool(ends) and not load_asking_words().says(spoken, Asks.SAME)


@asked_pattern(Asks.NOT_WITHOUT)
def _not_without() -> re.Pattern[str]:
    """Words that look as if they took something out, and do not."""
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.NOT_WITHOUT)}", re.IGNORECASE)


@asked_pattern(Asks.DIRT)
def _cleared() -> re.Pattern[str]:
    """What lies about and is cleared away, with the verb: no line is taken out of another."""
    asking = load_asking_words()
    clears, dirt = asking.pattern(Asks.CLEARS), asking.pattern(Asks.DIRT)
    only_if = r"(?x: (?<!если\ ) )"  # если убрать мусор, сколько останется
    ahead = rf"(?P<verb>{clears})(?=\s+{dirt})"
    behind = rf"{dirt}\s+(?P<after>{clears})"
    return re.compile(rf"{only_if}(?<!\w)(?:{ahead}|{behind})(?!\w)", re.IGNORECASE)


@asked_pattern(Asks.WITHOUT)
def _without() -> re.Pattern[str]:
    asking = load_asking_words()
    emphasis = rf"(?:{asking.pattern(Asks.EMPHASIS)}[\s,]+)*"  # кроме, скажем, школ
    return re.compile(rf"(?<!\w)(?P<words>{asking.pattern(Asks.WITHOUT)})[\s,]+{emphasis}", re.IGNORECASE)


@asked_pattern(Asks.WITHOUT_MISTYPED)
def _mistyped() -> re.Pattern[str]:
    said = load_asking_words().pattern(Asks.WITHOUT_MISTYPED)
    return re.compile(rf"(?<!\w)(?P<words>{said})\s+", re.IGNORECASE)


@asked_pattern(Asks.AND_AFTER)
def _after_part() -> re.Pattern[str]:
    after = load_asking_words().pattern(Asks.AND_AFTER)
    return re.compile(rf"(?<!\w){after}\s+(?P<part>[^,.?!]+)", re.IGNORECASE)


@asked_pattern(Asks.AND_AFTER_FOLLOWS)
def _part_after() -> re.Pattern[str]:
    behind = load_asking_words().pattern(Asks.AND_AFTER_FOLLOWS)
    return re.compile(rf"(?P<part>[^,.?!]*\w)\s+{behind}(?!\w)", re.IGNORECASE)


@asked_pattern(Asks.OUT_OF)
def _out_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.OUT_OF)}\s+", re.IGNORECASE)


@asked_pattern(Asks.INTO)
def _into() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s+{load_asking_words().pattern(Asks.INTO)}\s+(?=\w)", re.IGNORECASE)


@asked_pattern(Asks.WITHOUT_FOLLOWS)
def _without_follows() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s+{load_asking_words().pattern(Asks.WITHOUT_FOLLOWS)}", re.IGNORECASE)


def _find_others(text: str) -> Iterator[tuple[int, int]]:
    """Where `басқа` stands after a word that ends as `мектептерден` does."""
    for match in _others().finditer(text):
        if ABLATIVE_ENDING.search(sound(text[: match.start()].rsplit(maxsplit=1)[-1])):
            yield match.span()


def _find_converb(text: str) -> tuple[int, int] | None:
    """Where a verb of not counting or of taking away follows its object: `мектептерді ескермегенде`."""
    said = list(_WORD.finditer(text))
    spoken = [*map(sound, (word.group() for word in said)), ""]
    for number in range(1, len(said)):
        if not _ACCUSATIVE.search(spoken[number - 1]):
            continue
        if _NOT_DOING.search(spoken[number]):
            return said[number].span()
        if _DOING.search(spoken[number]) and _AWAY.search(spoken[number + 1]):
            return said[number].start(), said[number + 1].end()
    return None


@asked_pattern(Asks.VERY)
def _very() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.VERY)}\s+", re.IGNORECASE)


@asked_pattern(Asks.NOT_FOLLOWS)
def _only_not() -> re.Pattern[str]:
    asking = load_asking_words()
    only, negated = asking.pattern(Asks.ONLY), asking.pattern(Asks.NOT_FOLLOWS)
    return re.compile(rf"(?<!\w){only}\s+(?P<part>.+?)\s+{negated}", re.IGNORECASE)


@asked_pattern(Asks.OTHER_THAN)
def _others() -> re.Pattern[str]:
    asking = load_asking_words()
    also = asking.pattern(Asks.ALSO)  # `басқа да` is other lines too
    return re.compile(rf"(?<=\w)\s+{asking.pattern(Asks.OTHER_THAN)}(?!\s+{also})", re.IGNORECASE)
