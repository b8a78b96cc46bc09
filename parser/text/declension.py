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
NOMINATIVE = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")
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
