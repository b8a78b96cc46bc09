"""A word that several lines of a question share and that is said once: `налог на землю или на машины`.

What surely belongs to the next line too is written beside it; what only may belong there is a fuller reading
of it, for whoever knows the names to choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.fillers import is_filler
from parser.question.nouns import ends_as_adjective
from parser.question.small_words import SmallWord, is_small
from parser.question.superlatives import is_spent
from parser.question.word_forms import DATIVE_OF_DEED
from parser.text.folding import sound, words

_INFINITIVE = re.compile("..[aieou]t(?:cia)?$")  # строить, as it sounds
_WRITTEN_INFINITIVE = re.compile(r"т ь (?: с я )? $  # строить, which sounds like строит", re.VERBOSE)
_KAZAKH_VERB = re.compile("..u$")  # салу, жөндеу
# An adjective behind the noun that it tells of: поддержка малого, развитие школьных.
_GENITIVE = re.compile("..(?:[oe]go|[oe]i|ih)$")  # as they sound
_PAIR = 2
# What stands before a line and names nothing of it.
_AROUND = (Asks.MONEY, Asks.MONEY_BEFORE, Asks.MORE, Asks.LESS, Asks.SPENDS, Asks.COMPARE, Asks.GENERIC)


def share_head(pieces: Sequence[str]) -> tuple[str, ...]:
    """The pieces of a message, each with what stands before the word that it begins with in the first.

    >>> share_head(["налог на землю", "на машины"])
    ('налог на землю', 'налог на машины')

    Args:
        pieces: each names a line.
    """
    shared = list(pieces)
    said = pieces[0].split() if pieces else []
    for number, piece in enumerate(pieces[1:], start=1):
        first = _fold(next(iter(piece.split()), ""))
        at = next((at for at in range(len(said) - 1, 0, -1) if _fold(said[at]) == first), None)
        head = _cut_around(said[:at]) if at and is_filler(first, sound(first)) else []
        if head:
            shared[number] = f"{' '.join(head)} {piece}"
    return tuple(shared)


def spread_head(pieces: Sequence[str]) -> tuple[str, ...]:
    """The pieces of a comparison without the first, where that only says of what kind the others are.

    >>> spread_head(["какой налог", "земельный", "на машины"])
    ('земельный налог', 'налог на машины')

    Args:
        pieces: each names a line, the first perhaps none of its own.
    """
    first, *others = pieces or ("",)
    heads = [word for word in _cut_around(first.split()) if _names(word)]
    asked = any(load_asking_words().says(sound(word), Asks.WHICH, Asks.WHICH_ONES) for word in words(first))
    if len(others) < _PAIR or len(heads) != 1 or not _is_head(heads[0]) or not asked:
        return tuple(pieces)
    return tuple(
        each if any(map(_is_head, each.split())) else _beside_head(each, heads[0]) for each in others
    )


def _beside_head(piece: str, head: str) -> str:
    """A piece with the word that it leaves out: before it, or behind an adjective."""
    quality = ends_as_adjective(_fold(piece.rsplit(maxsplit=1)[-1]))
    return f"{piece} {head}" if quality else f"{head} {piece}"


def joins_qualities(pieces: Sequence[str]) -> bool:
    """Whether two pieces are one name, of which «и» joins only what one noun is like.

    >>> joins_qualities(["поддержка малого", "среднего бизнеса"])
    True
    >>> joins_qualities(["земельный", "транспортный налог"])
    False

    Args:
        pieces: each names something.
    """
    if len(pieces) != _PAIR:
        return False
    first, second = (piece.split() for piece in pieces)
    if not _GENITIVE.search(sound(_fold(first[-1]))) or len(first) < _PAIR or any(map(_is_head, second)):
        return False
    return _GENITIVE.search(sound(_fold(second[0]))) is not None and len(second) > 1


def joins_deeds(pieces: Sequence[str]) -> bool:
    """Whether pieces are one name, of which some only say what else is done to it.

    >>> joins_deeds(["ескерткіштерді сақтауға", "күтуге"]), joins_deeds(["жол салуға", "су тартуға"])
    (True, False)

    Args:
        pieces: each names something.
    """
    if not all(DATIVE_OF_DEED.search(sound(_fold(named[-1]))) for piece in pieces if (named := _name(piece))):
        return False
    rest = [_name(piece) for piece in pieces[1:]]
    return any(len(named) == 1 and is_small(SmallWord.ANY_DEED, sound(_fold(named[0]))) for named in rest)


def _name(piece: str) -> list[str]:
    """The words of a piece that do not only ask."""
    return [word for word in piece.split() if not is_filler(_fold(word), sound(_fold(word)))]


def list_fuller(pieces: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """For each piece that is a word alone, what it says with the words around the one of its neighbour.

    >>> list_fuller(["жер", "көлік салығы"])
    (('жер салығы',), ())

    Args:
        pieces: each names a line.
    """
    # `строить` sounds like a verb of what becomes of money, and is all that there is.
    named = [_cut_to_name(piece.split()) for piece in pieces]
    return tuple(tuple(dict.fromkeys(_read_fuller(number, named))) for number in range(len(pieces)))


def ends_in_head(name: str) -> bool:
    """Whether a name of several words ends in one that many names have: `мүлік салығы`.

    Args:
        name: as it is said.
    """
    said = name.split()
    return len(said) > 1 and _is_head(said[-1])


def _read_fuller(number: int, named: Sequence[Sequence[str]]) -> Iterator[str]:
    own = named[number]
    if len(own) != 1 or _is_head(own[0]):
        return
    yield from _read_what_is_done(number, named)
    for at, other in enumerate(named):
        heads = [place for place, word in enumerate(other) if _is_head(word)]
        if at == number or len(other) < 2 or len(heads) != 1:
            continue
        if heads == [0] and at < number:  # отдел образования | культуры; налог на землю | транспорт
            yield " ".join([*other[:-1], *own])
        elif heads == [len(other) - 1]:  # жер | көлік салығы; земельный налог | транспортный
            yield " ".join([*own, other[-1]])


def _read_what_is_done(number: int, named: Sequence[Sequence[str]]) -> Iterator[str]:
    """A verb alone, with what another verb says it is done to: `строить или ремонтировать дороги`."""
    verb = named[number][0]
    for at, other in enumerate(named):
        if at == number or len(other) < 2:
            continue
        if all(_INFINITIVE.search(sound(_fold(word))) for word in (verb, other[0])):
            yield " ".join([verb, *other[1:]])
        elif all(_KAZAKH_VERB.search(sound(_fold(word))) for word in (verb, other[-1])):
            yield " ".join([*other[:-1], verb])


def _cut_to_name(said: list[str]) -> list[str]:
    """The words that name a line; all of them where none does, or a number is left alone: `расходы 2014`."""
    cut = _cut_around(said)
    return said if all(map(str.isdigit, cut)) else cut


def _cut_around(said: Sequence[str]) -> list[str]:
    """Words without those before the first that names something."""
    first = next((at for at, word in enumerate(said) if _names(word)), len(said))
    return list(said[first:])


def _names(word: str) -> bool:
    asking = load_asking_words()
    spoken = [(folded, sound(folded)) for folded in words(word)]
    return any(
        not is_filler(folded, heard)
        and not asking.says(heard, *_AROUND)
        and (not is_spent(heard) or _WRITTEN_INFINITIVE.search(folded))
        for folded, heard in spoken
    )


def _is_head(word: str) -> bool:
    """Whether a word is one that many names have beside the one that tells them apart: `налог`, `бөлімі`."""
    asking = load_asking_words()
    return any(asking.says(sound(folded), Asks.HEAD, Asks.ADMINISTRATOR) for folded in words(word))


def _fold(word: str) -> str:
    return "".join(words(word))
