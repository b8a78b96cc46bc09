"""Whether a word that no list has may be a noun, by its ending (`locales/no_noun.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from parser.text.word_lists import read_list

_SHORTEST = 3  # letters of a noun
NO_NOUN_COLUMNS = ("ending", "of", "example")


class _NoNoun(StrEnum):
    """What has an ending that no noun has: the column `of` of `locales/no_noun.tsv`."""

    ADJECTIVE = "adjective"
    VERB = "verb"


def ends_as_adjective(written: str) -> bool:
    """Whether a word ends as an adjective does.

    Args:
        written: the word, folded.
    """
    return written.endswith(_load_endings()[_NoNoun.ADJECTIVE])


def is_noun(written: str) -> bool:
    """Whether a word that no list has may be a noun.

    Args:
        written: the word, folded.
    """
    is_verb = written.endswith(_load_endings()[_NoNoun.VERB])
    return len(written) >= _SHORTEST and not written[0].isdigit() and not is_verb


@cache
def _load_endings() -> Mapping[_NoNoun, tuple[str, ...]]:
    rows = [(row.target("of", _NoNoun), row["ending"]) for row in read_list("no_noun.tsv", NO_NOUN_COLUMNS)]
    return {kind: tuple(ending for told, ending in rows if told is kind) for kind in _NoNoun}
