"""Whether a word that no list has is a noun or a verb, by its ending (`locales/no_noun.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from parser.records import Language
from parser.text.word_lists import read_list

_SHORTEST = 3  # letters of a noun
NO_NOUN_COLUMNS = ("ending", "of", "example")


class _Ends(StrEnum):
    """What has an ending: the column `of` of `locales/no_noun.tsv`."""

    ADJECTIVE = "adjective"
    VERB = "verb"
    FINITE = "finite"  # a Russian verb that says what was or will be done
    FINITE_KK = "finite-kk"  # a Kazakh one: of a Russian text the same ending may be a noun's, `склады`
    LAST = "last"  # a Kazakh one at the end of what is said: elsewhere it may be a noun, `мектепті`
    NOUN = "noun"  # no ending but a whole word, which only ends as a verb does: автомобили


_NO_NOUN = (_Ends.VERB, _Ends.FINITE, _Ends.FINITE_KK)


def ends_as_adjective(written: str) -> bool:
    """Whether a word ends as an adjective does.

    Args:
        written: the word, folded.
    """
    return written.endswith(_load_endings()[_Ends.ADJECTIVE])


def is_noun(written: str) -> bool:
    """Whether a word that no list has may be a noun.

    Args:
        written: the word, folded.
    """
    return len(written) >= _SHORTEST and not written[0].isdigit() and not _ends(written, *_NO_NOUN)


def is_finite_verb(written: str, language: Language, *, is_last: bool) -> bool:
    """Whether a word that no list has is a verb which says what was or will be done.

    >>> is_finite_verb("отвалят", Language.RU, is_last=False)
    True
    >>> is_finite_verb("автомобили", Language.RU, is_last=False)
    False

    Args:
        written: the word, folded.
        language: of the text that it stands in.
        is_last: whether it ends what is said.
    """
    if language is Language.RU:
        return _ends(written, _Ends.FINITE)
    return _ends(written, _Ends.FINITE_KK, *((_Ends.LAST,) if is_last else ()))


def _ends(written: str, *kinds: _Ends) -> bool:
    endings = _load_endings()
    return written not in endings[_Ends.NOUN] and any(written.endswith(endings[kind]) for kind in kinds)


@cache
def _load_endings() -> Mapping[_Ends, tuple[str, ...]]:
    rows = [(row.target("of", _Ends), row["ending"]) for row in read_list("no_noun.tsv", NO_NOUN_COLUMNS)]
    return {kind: tuple(ending for told, ending in rows if told is kind) for kind in _Ends}
