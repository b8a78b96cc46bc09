"""Words that only seem alike: `кәріз` (sewers) sounds as `қарыз` (loans), `жұмыссыз` has no `жұмыс`.

Two rules. Where the lexicon knows the typed word (`кәріз`), names with the other word (`қарыз`) are not
meant. And a word with `-сыз` says that something is not there: `жұмыссыз`, the unemployed, means no name with
`жұмыс`, work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.question import Token
from parser.question.word_forms import ABLATIVE
from parser.text.folding import sound
from parser.text.harmony import are_of_other_rows, begin_with_other_vowels
from parser.text.letters import KAZAKH
from storage.search.index import Index
from storage.search.phrase_match import PhraseMatch

# As it sounds: what somebody or something is without, жұмыссыз, тәртіпсіздік, also with further endings.
_WITHOUT = re.compile(r"(?P<whole>(?P<stem>..+)[sc]iz)(?:[a-z].*)?$")

_OF_KAZAKH = frozenset(KAZAKH)
_BEGINNING = 4  # sounds by which a word of a name is found again


def drop_contrary_phrases(tokens: Sequence[Token], found: Sequence[PhraseMatch]) -> Sequence[PhraseMatch]:
    """The phrases in a question, without those of what is said not to be there: `тәртіпсіз` is no order.

    What takes is not what it is taken from: `облыстан қанша алады` is no `облыс алады`.

    Args:
        tokens: the question's words.
        found: the phrases in it.
    """
    without = {n: match for n, token in enumerate(tokens) if (match := _WITHOUT.match(token.sound))}
    return [
        match
        for match in found
        if not any(
            n in without and _is_contrary(map(sound, match.entry.folded), without[n]) for n in match.positions
        )
        and not _turns_round(tokens, match)
    ]


def _turns_round(tokens: Sequence[Token], match: PhraseMatch) -> bool:
    """Whether a phrase says who takes, and the question from whom it is taken."""
    asking, spoken = load_asking_words(), [sound(word) for word in match.entry.folded]
    if not any(asking.says(word, Asks.TAKES, Asks.TAKES_UP) for word in spoken):
        return False
    return any(ABLATIVE.search(tokens[n].sound) for n in match.positions) and not any(
        map(ABLATIVE.search, spoken)
    )


def _is_contrary(words: Iterable[str], without: re.Match[str]) -> bool:
    """Whether some words, as they sound, have what is said not to be there."""
    spoken = list(words)
    begun = any(word.startswith(without["stem"]) for word in spoken)
    return begun and not any(word.startswith(without["whole"]) for word in spoken)


def drop_privatives(
    matches: Mapping[int, Mapping[str, float]], words: Mapping[int, str]
) -> Mapping[int, Mapping[str, float]]:
    """The words of names that typed ones may be, without those of what something is said to be without.

    Args:
        matches: for each word of a question, the words of names that it may be.
        words: the same words, as they sound.
    """
    kept = dict(matches)
    for n, typed in words.items():
        without = _WITHOUT.match(typed)
        if without is not None:
            kept[n] = {word: like for word, like in kept[n].items() if not _is_contrary([word], without)}
    return kept


def drop_written_otherwise(
    index: Index, tokens: Sequence[Token], names: Mapping[int, Mapping[int, float]]
) -> Mapping[int, Mapping[int, float]]:
    """The names that words match, without those that hold a word which only sounds as the typed one.

    `кәріз` (sewers) matches no name with `қарыз` (loans). Typed without Kazakh letters, `кариз` may be both.

    Args:
        index: the names and the lexicon.
        tokens: the question's words.
        names: for each word, by its position, the names that it matches, with how well (0 to 1).

    Returns:
        The same form, with fewer names.
    """
    kept = {n: _keep_begun_alike(index, tokens[n].folded, found) for n, found in names.items()}
    for n in names:
        written = index.phrases.list_written(tokens[n])
        others = tuple(word for word in written if not tokens[n].folded.startswith(word))
        if not others or len(others) == len(written):
            continue  # `кариз`, typed without the letters of Kazakh, may be both
        itself = tuple(word for word in written if word not in others)
        kept[n] = {
            name: like
            for name, like in kept[n].items()
            if not _has_begun(index.words.names[name].folded, others)
            or _has_begun(index.words.names[name].folded, itself)
        }
    return kept


def _keep_begun_alike(index: Index, typed: str, found: Mapping[int, float]) -> Mapping[int, float]:
    """The names that a word matches, without those whose word begins with other vowels: `дәрі`, «дарынды»."""
    if found and not _OF_KAZAKH.isdisjoint(typed[:_BEGINNING]):
        start = sound(typed)[:_BEGINNING]
        return {
            name: like for name, like in found.items() if not _begins_otherwise(index, name, typed, start)
        }
    return found


def _begins_otherwise(index: Index, number: int, typed: str, start: str) -> bool:
    """Whether a name has only such words of the same beginning as have other vowels in it."""
    name = index.words.names[number]
    if not any(word.startswith(start) for word in name.words) or _OF_KAZAKH.isdisjoint(name.folded):
        return False  # or a print that leaves out the letters of Kazakh
    alike = [word for word in name.folded.split() if sound(word).startswith(start)]
    return bool(alike) and all(begin_with_other_vowels(typed, word, _BEGINNING) for word in alike)


def is_written_otherwise(folded: str, name: str) -> bool:
    """Whether a typed word only sounds as the words of a name do, and is none of them: `қырыс`, «Кірістер».

    Args:
        folded: the typed word.
        name: a name that is found by it, folded.
    """
    start = sound(folded)[:_BEGINNING]
    alike = [word for word in name.split() if sound(word).startswith(start)]
    return bool(alike) and all(are_of_other_rows(folded, word) for word in alike)


def _has_begun(name: str, beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in name.split())
