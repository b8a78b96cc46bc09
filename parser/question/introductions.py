"""Who asks, before what is asked: `меня зовут Айгуль, живу в Таразе, сколько на школы`.

Of such a part of a message only the place is kept, for the question may be about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.small_words import SmallWord, is_small
from parser.text.folding import sound, sounds
from parser.text.word_lists import ListRow, read_list

INTRODUCTION_COLUMNS = ("words", "at", "example")
_PART = re.compile(r"[^,.!;\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_WORDS = 7  # of a part that only introduces
_MOST_WHO = 3  # of who somebody is, beside the pronoun
_KIND = re.compile("^(?:gorod|raion|oblast|sel[oae]|aul|kala|audan|oblis|auil)")  # of a place
_AM = re.compile("mi[nz]$")  # of Семейденмін: it says who, not where
_I_AM = re.compile(r"(?P<who>\s*\w+)(?P<am>\s.*\S)")  # мен көп балалы анамын
_AM_ANYTHING = re.compile("[mbp]i[nz]$")  # анамын, зейнеткермін, мүгедекпін
_SHORTEST_AM = 5  # letters; a shorter word only ends so: мың
_FROM_OR_IN = re.compile("[dtn][ae]n?$")  # Тараздан, Таразда


def cut_introduction(text: str) -> str:
    """A message without the parts before its question in which somebody says who they are.

    >>> cut_introduction("я Аскар из Тараза, сколько на школы")
    'сколько на школы Тараза'

    Args:
        text: the message.
    """
    parts = list(_PART.finditer(text))
    places: list[str] = []
    start = 0
    for part, following in pairwise(parts):
        if not (_introduces(part.group()) and _asks_amount(text[following.start() :])):
            break
        places += list_told_places(part.group())
        start = following.start()
    if not start:
        return _join_who_asks(text, parts)
    rest = text[start:].strip()
    asked, mark = (rest[:-1], rest[-1]) if rest[-1] in "?!." else (rest, "")
    return f"{' '.join([asked, *places])}{mark}"


def _join_who_asks(text: str, parts: list[re.Match[str]]) -> str:
    """A message whose first part says who asks, as one: `мен көп балалы анамын, қандай көмек бар`.

    `мен` joins two names elsewhere, and who one is stands beside nothing that it would be compared with.
    """
    first = parts[0].group() if len(parts) > 1 else ""
    if who := _who_is_said(first):
        return f"{who} {text[parts[1].start() :].strip()}"
    said, spoken = _I_AM.fullmatch(first), sounds(first)
    if said is None or (sound(said["who"].strip()),) not in _load_openings():
        return text
    is_so = _AM_ANYTHING.search(spoken[-1]) is not None and len(spoken) <= _MOST_WORDS
    if not is_so or list(list_told_places(first)):
        return text
    return f"{said['am'].strip()} {text[parts[1].start() :].strip()}"


def _who_is_said(part: str) -> str:
    """Who somebody says to be with no verb, without the pronoun: `медсестра я`, `я из кск`; else nothing."""
    written = part.split()
    spoken = [sound(word.casefold()) for word in written]
    if not 1 < len(spoken) <= _MOST_WHO + 1:
        return ""
    alone, pronouns = _load_pronouns(), {"".join(spoken[:1]), "".join(spoken[-1:])}
    if pronouns.isdisjoint(alone) or any(_means_a_line(word) or _tells_age(word) for word in spoken):
        return ""
    return " ".join(written[1:] if spoken[0] in alone else written[:-1])


def _means_a_line(spoken: str) -> bool:
    """Whether a word says that a line is meant, not who somebody is: я `про` школы, but `из` a place."""
    means = spoken in _load_meaning() or is_small(SmallWord.BEFORE_NAME, spoken)
    return means and not is_small(SmallWord.COMES_FROM, spoken)


def only_introduces(text: str, says_nothing: Callable[[str], bool]) -> bool:
    """Whether a message only tells somebody's name: `привет меня зовут Асель мне 12 лет`.

    >>> only_introduces("меня зовут Асель", lambda spoken: False)
    True

    Args:
        text: the message.
        says_nothing: whether a word, as it sounds, asks nothing of a budget.
    """
    spoken = sounds(text)
    for words in _load_names():
        for at in range(len(spoken) - len(words)):
            if tuple(spoken[at : at + len(words)]) == words:
                rest = [*spoken[:at], *spoken[at + len(words) + 1 :]]  # without the name itself
                return all(word.isdigit() or _tells_age(word) or says_nothing(word) for word in rest)
    return False


def _tells_age(spoken: str) -> bool:
    return (spoken,) in _load_ages()


def read_introduction_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("introductions.tsv", INTRODUCTION_COLUMNS)


def _introduces(part: str) -> bool:
    spoken = tuple(sounds(part))
    asking = load_asking_words()
    # `я плачу налог на машину, сколько всего собирают` names the line that is asked of
    names = any(asking.says(word, Asks.HEAD, Asks.TAXES) for word in spoken)
    if names or not 1 < len(spoken) <= _MOST_WORDS or _asks_amount(part):
        return False
    opens = any(spoken[: len(words)] == words for words in _load_openings())
    return opens or any(spoken[-len(words) :] == words for words in _load_closings())


def _asks_amount(text: str) -> bool:
    return any(load_asking_words().says(word, Asks.HOW_MUCH) for word in sounds(text))


def _who(word: str) -> str:
    """A word without the ending that says who somebody is: of `Семейденмін` the place; `мың` is a number."""
    return word[:-3] if len(word) > _SHORTEST_AM and _AM.search(sound(word)) else word


def list_told_places(part: str) -> Iterator[str]:
    """The words of a part of a message that may name the place where somebody lives.

    Args:
        part: what somebody tells of himself: `живу в Семее`.
    """
    written = [_who(word) for word in _WORD.findall(part)]
    for before, word in pairwise(["", *written]):
        spoken, leading = sound(word), sound(before) if before else ""
        after_from = is_small(SmallWord.COMES_FROM, leading)
        in_place = is_small(SmallWord.LIVES_IN, leading) or _KIND.match(leading) is not None
        named = in_place and word[0].isupper()
        if after_from or named or _KIND.match(spoken) or (word[0].isupper() and _FROM_OR_IN.search(spoken)):
            yield word


@cache
def _load_openings() -> tuple[tuple[str, ...], ...]:
    return (*_list_words("opens"), *_load_names())


@cache
def _load_closings() -> tuple[tuple[str, ...], ...]:
    return _list_words("closes")


@cache
def _load_names() -> tuple[tuple[str, ...], ...]:
    """What stands before a name: `меня зовут`."""
    return _list_words("name")


@cache
def _load_pronouns() -> frozenset[str]:
    """What alone says that somebody is something: `я` учитель."""
    return frozenset(word for words in _list_words("is") for word in words)


@cache
def _load_meaning() -> frozenset[str]:
    return frozenset(words[0] for words in _list_words("means"))


@cache
def _load_ages() -> tuple[tuple[str, ...], ...]:
    """What stands beside somebody's age: `лет`."""
    return _list_words("age")


def _list_words(at: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sounds(row["words"])) for row in read_introduction_rows() if row["at"] == at)
