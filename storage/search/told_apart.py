"""Words that only seem alike: `кәріз` (sewers) sounds as `қарыз` (loans), `жұмыссыз` has no `жұмыс`.

Where a typed word is one that the lexicon knows, a name that has the other one is not meant by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from parser.question.question import Token
from parser.question.taking_out import PRIVATIVE_LENGTH
from parser.text.folding import sound
from storage.search.index import Index
from storage.search.phrase_finder import PhraseMatch

_WITHOUT = re.compile("..[sc]iz(?P<plural>[dl][ae]r)?$")  # as it sounds: who has none of it


def drop_privatives(
    matches: Mapping[int, Mapping[str, float]], found: Iterable[PhraseMatch]
) -> Mapping[int, Mapping[str, float]]:
    """The words of names that typed ones may be, without those of what somebody is known to be without.

    Args:
        matches: for each word of a question, the words of names that it may be.
        found: the phrases in the question.
    """
    kept = dict(matches)
    for match in found:
        written = match.entry.folded[0]
        without = _WITHOUT.search(sound(written)) if len(match.entry.folded) == 1 else None
        if without is None:
            continue
        written = written[: -len(without["plural"])] if without["plural"] else written
        stem, whole = sound(written[:-PRIVATIVE_LENGTH]), sound(written)
        for n in match.positions & kept.keys():
            kept[n] = {
                word: like
                for word, like in kept[n].items()
                if word.startswith(whole) or not word.startswith(stem)
            }
    return kept


def drop_written_otherwise(
    index: Index, tokens: Sequence[Token], names: Mapping[int, Mapping[int, float]]
) -> Mapping[int, Mapping[int, float]]:
    """The names that words match, without those that have another word which only sounds alike.

    Args:
        index: the names and the lexicon.
        tokens: the question's words.
        names: for each word, the names that it matches, with how well.
    """
    kept = dict(names)
    for n in names:
        written = index.phrases.list_written(tokens[n])
        others = tuple(word for word in written if not tokens[n].folded.startswith(word))
        if not others or len(others) == len(written):
            continue  # `кариз`, typed without the letters of Kazakh, may be both
        itself = tuple(word for word in written if word not in others)
        kept[n] = {
            name: like
            for name, like in names[n].items()
            if not _has_begun(index.words.names[name].folded, others)
            or _has_begun(index.words.names[name].folded, itself)
        }
    return kept


def _has_begun(name: str, beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in name.split())
