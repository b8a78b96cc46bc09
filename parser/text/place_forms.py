"""The forms of a place's name, as they sound: `Семей` is `Семея`, `Семее` in Russian, `Семейде` in Kazakh.

Russian changes the last letters of a name and makes adjectives of it; these forms are few and are all made.
Kazakh adds a chain of endings to the whole name, which whoever looks for the name takes off.
"""

from __future__ import annotations

from parser.dataclass import dataclass
from parser.text.declension import ADJECTIVES_END, cases
from parser.text.folding import fold, sound, words

_SHORTEST = 3  # letters of a name that Russian declines


@dataclass(frozen=True, slots=True)
class NameForms:
    """A name in all its forms, as they sound.

    Attributes:
        lead: its words before the last one, which do not change: `усть` of `Усть-Каменогорск`.
        whole: the last word, to which Kazakh adds its endings.
        cases: the last word in the forms that Russian gives it, `whole` too.
        is_adjective: whether it is one: `Таразский`.
    """

    lead: tuple[str, ...]
    whole: str
    cases: frozenset[str]
    is_adjective: bool


def decline(name: str) -> frozenset[str]:
    """A Russian word, folded, in all its cases, as they sound.

    >>> sorted(decline("семей"))
    ['seme', 'semei', 'semeia', 'semeiu', 'semem']
    """
    changed = cases(name) if len(name) >= _SHORTEST else (name,)
    return frozenset(map(sound, changed))


def forms_of(name: str) -> tuple[NameForms, ...]:
    """The forms of a name: as its words stand, and of two words with a hyphen also as one.

    Args:
        name: in either language, without the word of its kind.

    Returns:
        None where the name holds no letter.
    """
    said = words(fold(name))
    if not said:
        return ()
    declined = not name.isupper()  # оқу is no case of ОҚО, nor ска one of СКО
    ways = [said, ["".join(said)]] if "-" in name else [said]
    return tuple(
        NameForms(
            tuple(map(sound, way[:-1])),
            sound(way[-1]),
            decline(way[-1]) if declined else frozenset({sound(way[-1])}),
            way[-1].endswith(ADJECTIVES_END),
        )
        for way in ways
    )
