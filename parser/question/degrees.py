"""Adjectives in their degrees, by their endings: `богатейший`, `наикрупнейший`, `затратнее`, `қымбатырақ`.

The lists of words that ask give an adjective once, as it stands after `самый` and `ең`; here its other
degrees are led back to it. All words are given as they sound (`parser.text.folding.sound`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.question.asking_words import load_asking_words, plain_word
from parser.question.asks import Asks
from parser.records import Language
from parser.text.folding import sound, sounds

_SUPERLATIVE = re.compile(
    "(?:nai)?(?P<stem>[^aeiou].{1,}?)[ea]iw(?:i|ii|ie|aia|e|ee|oe|ego|ei|emu|em|im|imi|ih|uiu|iu)"
)
_COMPARATIVES = (
    re.compile("(?:po)?(?P<stem>.{2,}[^aeiou])ei?"),  # затратнее, whose нее sounds as ne; прожорливей
    re.compile("(?P<stem>.{2,}?)i?r[ae]k(?:i|t[ae]r|t[ae]ri)?"),  # ауқымдырақ
)
# Of a Kazakh adjective, what it is of: шамалысы, қымбаты, ұсағы; of several: ірілері.
_POSSESSED = re.compile("(?P<stem>.{2,}?)(?:[dtl][ae]ri|s?i)")
_VOICED = {"g": "k", "b": "p"}  # ұсақ, ұсағы; көп, көбі
_ADJECTIVE = re.compile(".{3,}(?:i|ii|oi|aia|oe|ie|ogo|omu|om|im|imi|ih|uiu)")
_SOFTENING = "po"
# What may be such a degree, by its letters: `дороге` sounds as if it were one.
_COMPARED = re.compile(
    r"""
    [^\W\d]{3,} (?: е (?: е | й ) | р (?: е | а ) к | р а қ ) (?!\w)  # жирнее, прожорливей, семізірек
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MOST = re.compile("[ea]iw[aeiou]{1,3}$")  # огромнейшее
_LISTED = (Asks.VERY, Asks.MORE, Asks.LESS, Asks.MORE_THAN, Asks.LESS_THAN, Asks.AT_LEAST, Asks.AT_MOST)
# What the end of a stem sounds like in such a degree: дорог, дорожайший; мелк, мельчайший.
_SOFTENED = {"j": "g", "4": "k", "w": "h"}


def read_superlative(spoken: str) -> bool | None:
    """Whether a word by itself says what is smallest, or largest (False); None for any other word.

    >>> [read_superlative(spoken) for spoken in ("bogateiwi", "mel4aiwaia", "vajneiwi")]
    [False, True, None]
    """
    match = _SUPERLATIVE.fullmatch(spoken)
    return _read_stem(match["stem"]) if match else None


def read_comparative(spoken: str) -> bool | None:
    """The same of a word that compares: `затратнее`, `қымбатырақ`, before or after `всех` or `бәрінен`."""
    russian, kazakh = (pattern.fullmatch(spoken) for pattern in _COMPARATIVES)
    stems = [match["stem"] for match in (russian, kazakh) if match]
    stems += [f"{kazakh['stem']}i"] if kazakh else []  # байырақ is of `бай`, whose last letter only sounds so
    return next((small for stem in stems if (small := _read_stem(stem)) is not None), None)


def read_softened(spoken: str) -> bool | None:
    """The same of a word that compares with nothing said: `пожирнее`, `покрупнее`."""
    return read_comparative(spoken) if spoken.startswith(_SOFTENING) else None


def spell_comparatives(text: str) -> str:
    """A text whose adjectives that compare are each the plain word for more or less: `кто жирнее`.

    >>> spell_comparatives("кто жирнее, спорт или культура")
    'кто больше, спорт или культура'

    Those that the lists give by themselves stay, for an amount may stand behind them: `крупнее 1 млрд`. So
    does what compares with nothing, with all, and with what was: `что покрупнее`, `кто жирнее всех`, `стали
    жирнее`.

    Args:
        text: the message.
    """
    if not _COMPARED.search(text):
        return text
    if load_asking_words().hear(sounds(text)).any_says(Asks.OF_ALL, Asks.BECAME, Asks.WAS):
        return text
    return _COMPARED.sub(_plain_degree, text)


def _plain_degree(found: re.Match[str]) -> str:
    spoken, asking = sound(found.group().casefold()), load_asking_words()
    listed = asking.says(spoken, *_LISTED) or asking.asks_change(spoken)
    listed = listed or _MOST.search(spoken) is not None
    small = None if listed or spoken.startswith(_SOFTENING) else read_comparative(spoken)
    if small is None:
        return found.group()
    language = Language.RU if _COMPARATIVES[0].fullmatch(spoken) else Language.KK
    return plain_word(language, Asks.LESS if small else Asks.MORE)


def read_possessed(spoken: str) -> bool | None:
    """The same of a Kazakh adjective that says what it is of, after `ең`: `шамалысы`, `ұсағы`, `ірілері`."""
    match = _POSSESSED.fullmatch(spoken)
    if match is None:
        return None
    stem = match["stem"]
    read = _read_stem(stem)
    return _read_stem(stem[:-1] + _VOICED[stem[-1]]) if read is None and stem[-1] in _VOICED else read


def is_attribute(spoken: str) -> bool:
    """Whether a Russian word stands as an adjective of a noun does, and is no degree: `крупный`."""
    return _ADJECTIVE.fullmatch(spoken) is not None and _SUPERLATIVE.fullmatch(spoken) is None


def _read_stem(stem: str) -> bool | None:
    asking = load_asking_words()
    for form in _list_hard(stem):
        if asking.says(form, Asks.SMALL):
            return True
        if asking.says(form, Asks.LARGE, Asks.LARGEST):
            return False
    return None


def _list_hard(stem: str) -> Iterator[str]:
    """A stem, and what it may be in the degree that the lists give: `mel4` is of `melk`."""
    yield stem
    if stem[-1] in _SOFTENED:
        yield stem[:-1] + _SOFTENED[stem[-1]]


def says_size(text: str) -> bool:
    """Whether a word says that one thing is larger than another: `школы или садики, кто дороже`.

    Args:
        text: the message.
    """
    asking, sizes = load_asking_words(), (Asks.MORE, Asks.LARGE, Asks.COMPARE, Asks.EXCEEDS, Asks.VERY)
    spoken = sounds(text)
    return any(asking.says(word, *sizes) or read_comparative(word) is not None for word in spoken)
