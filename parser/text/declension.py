"""How Russian adjectives decline, as far as the names of places and of their councils need it.

A council is named `Таразского городского маслихата` where its place is Таразский, a village `Аккольского
сельского округа`. The endings are grammar: no list can have more of them. They are sources of regular
expressions, to be put behind a stem.
"""

from __future__ import annotations

import re

# Of a place's adjective: Таразский, Елецкого, Байзакском.
OF_PLACE = r"[сц]к(?:ий|ого|ому|им|ом)"
OF_PLACE_FEMININE = "ской"  # Жамбылской области
# Of any other adjective beside a masculine noun: городской, районный, областным маслихатом.
MASCULINE = "(?:ый|ой|ого|ому|ым|им|ом)"
GENITIVE = "(?:ого|его)"  # Аккольского, Верхнего
# Of adjectives as a dictionary or a table of names has them, of any gender and number.
_MASCULINE_NOMINATIVES = ("ый", "ий", "ой")
NOMINATIVE = (*_MASCULINE_NOMINATIVES, "ая", "яя", "ое", "ее", "ые", "ие")
_OF_GENDER = (("о", "ое"), ("я", "ая"))  # the end of a noun, and of an adjective beside it
MASCULINE_NOMINATIVE = f"(?:{'|'.join(_MASCULINE_NOMINATIVES)})"  # Аккольский, Красный, Степной
ADJECTIVES_END = ("ский", "цкий", "ская")  # of a place's adjective in the nominative: Таразский, Жамбылская
OF_PLACE_ANY = f"{OF_PLACE}|[сц]к(?:ая|ой|ую)"  # of any gender
# Of adjectives that tell what works are for: насосная, газовую станцию, очистных.
OF_WORKS = ("ная", "ной", "ную", "ные", "ных", "вая", "вой", "вую")
_FEMININE = re.compile("(?:ая|ой|ую)$", re.IGNORECASE)
_ENDING = re.compile("(?:ий|ого|ому|им|ом)$", re.IGNORECASE)
_GENITIVE = re.compile("(?P<stem>.+?)(?:(?P<soft>ск|цк)ого|ого|его)")


def nominative(adjective: str) -> str:
    """A place's adjective in the nominative.

    >>> nominative("Таразского"), nominative("Елецким")
    ('Таразский', 'Елецкий')
    """
    return f"{_ENDING.sub('', adjective)}ий"


def genitive(adjective: str) -> str:
    """A place's adjective in the genitive: `Тайыншинского` of `Тайыншинский`."""
    return f"{adjective.removesuffix('ий')}ого"


def feminine(adjective: str) -> str:
    """A place's adjective beside a feminine noun: `Жамбылская` of `Жамбылский`."""
    return re.sub("ий$", "ая", adjective)


def name_in(adjective: str) -> str:
    """The name that a place's adjective is made of: `Тараз` of `Таразский`."""
    return re.sub("ский$", "", adjective)


def nominative_of_genitive(adjective: str) -> str | None:
    """An adjective in the nominative; None for a word that is no adjective in the genitive.

    >>> nominative_of_genitive("Аккольского"), nominative_of_genitive("Красного")
    ('Аккольский', 'Красный')
    """
    match = _GENITIVE.fullmatch(adjective)
    if match is None:
        return None
    return match["stem"] + (f"{match['soft']}ий" if match["soft"] else "ый")


def agree_with_noun(adjective: str, noun: str) -> str:
    """An adjective in the nominative of a noun's gender, which the noun's end tells.

    >>> [agree_with_noun("Донский", noun) for noun in ("село", "станция", "поселок")]
    ['Донское', 'Донская', 'Донский']

    Args:
        adjective: masculine in the nominative, or feminine in the genitive.
        noun: that it stands before.
    """
    own = next((ending for end, ending in _OF_GENDER if noun.endswith(end)), None)
    return adjective[:-2] + own if own and adjective.endswith(_MASCULINE_NOMINATIVES) else adjective


def masculine(adjective: str) -> str:
    """A place's adjective of any gender and case in the masculine nominative: `Таразский` of `Таразской`."""
    return nominative(_FEMININE.sub("ий", adjective))


# What Russian puts for the end of a name, by what the name ends in. The longest end that fits is taken.
_OF_ADJECTIVE = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
_DECLENSIONS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("ский", 2, _OF_ADJECTIVE),  # Таразский
    ("цкий", 2, _OF_ADJECTIVE),
    ("ская", 2, _OF_ADJECTIVE),  # Жамбылская
    ("ый", 2, ("ый", "ого", "ому", "ым", "ом")),  # Рудный
    ("ое", 2, ("ое", "ого", "ому", "ым", "им", "ом")),  # Глубокое
    ("а", 1, ("а", "ы", "и", "е", "у", "ой")),  # Астана
    ("я", 1, ("я", "и", "е", "ю", "ей")),
    ("о", 1, ("о", "а", "у", "ом", "е")),  # Булаево
    ("й", 1, ("й", "я", "ю", "ем", "е")),  # Семей
    ("ь", 1, ("ь", "я", "ю", "ем", "е", "и", "ью")),  # Арысь
)
_OF_CONSONANT = ("а", "у", "ом", "ем", "е")  # Тараз
_UNCHANGED = frozenset("ыиуеэюіәөұү")  # Алматы, Атырау, Шу


def cases(name: str) -> tuple[str, ...]:
    """A name in all cases, and of an adjective in all genders: `Астана, Астаны, Астане, Астану, Астаной`.

    Args:
        name: folded, in the nominative.
    """
    for end, cut, endings in _DECLENSIONS:
        if name.endswith(end):
            return (name, *(name[:-cut] + ending for ending in endings))
    return (name,) if name[-1] in _UNCHANGED else (name, *(name + ending for ending in _OF_CONSONANT))
