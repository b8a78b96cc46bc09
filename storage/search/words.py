"""The words of everyday phrases, found by any of their forms and by their mistyped ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypedDict

from rapidfuzz import process
from rapidfuzz.distance import OSA

from storage.search.forms import (
    OPEN,
    bases_of,
    is_adjective,
    is_ending,
    is_sure_ending,
    is_verb,
    is_verb_ending,
    noun_of,
    stem_of,
)
from storage.search.search_words import WordRole, has_role
from storage.search.weights import PhraseWeights


class VocabularyForm(TypedDict):
    """A vocabulary made ready, in what JSON has.

    Attributes:
        stems: each word, as it sounds, with its stem.
        bases: what forms of the words begin with.
        adjectives: those of adjectives.
        verbs: the words that are Kazakh verbs.
        money: the words that mean money.
    """

    stems: dict[str, str]
    bases: list[str]
    adjectives: list[str]
    verbs: list[str]
    money: list[str]


def prepare_words(words: Iterable[tuple[str, str]]) -> VocabularyForm:
    """Makes a vocabulary ready.

    Args:
        words: each as written (folded) and as it sounds; what is written last gives a sound its stem.
    """
    stems: dict[str, str] = {}
    adjectives: dict[str, None] = {}
    verbs: dict[str, None] = {}
    known: dict[tuple[str, str], str] = {}
    for folded, word in words:
        if (folded, word) not in known:
            known[folded, word] = stem_of(folded, word)
            if is_verb(folded):
                verbs[word] = None
            if is_adjective(folded):
                adjectives.update(dict.fromkeys(bases_of(word, known[folded, word])))
        stems[word] = known[folded, word]
    bases = dict.fromkeys(base for word, stem in stems.items() for base in bases_of(word, stem))
    return VocabularyForm(
        stems=stems,
        bases=sorted(bases),
        adjectives=sorted(adjectives),
        verbs=sorted(verbs),
        money=[word for word in stems if has_role(word, WordRole.MONEY)],
    )


def join_words(first: VocabularyForm, second: VocabularyForm) -> VocabularyForm:
    """One vocabulary with the words of two."""
    return VocabularyForm(
        stems={**second["stems"], **first["stems"]},
        bases=sorted({*first["bases"], *second["bases"]}),
        adjectives=sorted({*first["adjectives"], *second["adjectives"]}),
        verbs=sorted({*first["verbs"], *second["verbs"]}),
        money=list(dict.fromkeys(first["money"] + second["money"])),
    )


class Vocabulary:
    """Words by their sound; made once, never changed.

    Attributes:
        stems: each word with its stem.
    """

    def __init__(self, form: VocabularyForm, weights: PhraseWeights) -> None:
        """Takes the words made ready."""
        self._weights = weights
        self.stems = form["stems"]
        self._known = frozenset(form["bases"])
        self._adjectives = frozenset(form["adjectives"])
        self._verbs = frozenset(form["verbs"])
        self._money = form["money"]
        self._by_start: dict[str, list[str]] = defaultdict(list)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in self.stems:
            self._by_start[word[: weights.shared_start]].append(word)
            self._by_letter[word[0]].append(word)

    def has_word(self, spoken: str) -> bool:
        """Whether a word is known, in any of its forms."""
        if spoken in self.stems:
            return True
        known = self._known
        ends = range(len(spoken) - 1, self._weights.shared_start, -1)
        return any(
            is_sure_ending(spoken[end:], adjective=spoken[:end] in self._adjectives)
            for end in [end for end in ends if spoken[:end] in known]
        )

    def match(self, word: str, *, slips: bool) -> Mapping[str, float]:
        """The words that a typed one may be, each with how like it is, 0 to 1.

        Args:
            word: as it sounds.
            slips: whether it may be mistyped. A known word is no slip of another: облыстан, not облысқа.
        """
        start = self._weights.shared_start
        near = self._money if has_role(word, WordRole.MONEY) else self._by_start.get(word[:start], ())
        found = {entry: self._compare_stems(entry, word) for entry in near}
        if slips and len(word) > start and not self.has_word(word):
            nearest = process.extract(
                word,
                self._by_letter.get(word[0], ()),
                scorer=OSA.normalized_similarity,
                score_cutoff=self._weights.slips_alike,
                limit=self._weights.slips_tried,
            )
            for entry, _, _ in nearest:
                found[entry] = found.get(entry, 0.0) or self._compare_slip(entry, word)
        return {
            entry: likeness
            for entry, likeness in found.items()
            if likeness and not (entry in self._verbs and _is_of_several(word, entry, found))
        }

    def _compare_stems(self, entry: str, word: str) -> float:
        """How like a word is to an inflected form of an entry: its whole stem, and an ending's letters more.

        A stem loses at most a final vowel or an adjective's ending (школа, школы; детский, детского).
        """
        if entry == word:
            return 1.0
        bases = bases_of(entry, self.stems[entry])
        # No ending that begins with a vowel follows a word's own: Токаев is no form of тоққа.
        whole = entry.endswith(OPEN)
        for base in bases:
            rest = word[len(base) :]
            if (
                word.startswith(base)
                and is_ending(rest)
                and not (whole and base == entry and rest[:1] in OPEN)
            ):
                return self._weights.form
        if entry in self._verbs and word.startswith(entry[:-1]) and is_verb_ending(word[len(entry) - 1 :]):
            return self._weights.form
        # `облыстан ақша` is also said `облыстан қаржы`
        money = has_role(entry, WordRole.MONEY) and has_role(word, WordRole.MONEY)
        return self._weights.synonym if money else 0.0

    def _compare_slip(self, entry: str, word: str) -> float:
        """How like a mistyped form of an entry is: a letter wrong, missing, doubled or swapped.

        In a long word two may be, and then it may be another word too: `автосалон` is no `автоналог`. In a
        short one a wrong letter makes another word: there only a swapped or a lost one is a slip. What
        follows the stem must still be an ending.
        """
        weights, stem = self._weights, self.stems[entry]
        if len(stem) < weights.slip_stem or len(entry) < weights.slip_word or entry[0] != word[0]:
            return 0.0
        allowed = weights.long_stem_slips if len(stem) >= weights.long_stem else 1
        slips = [
            OSA.distance(base, word[:length], score_cutoff=allowed)
            for base in (entry, stem)
            for length in range(len(base) - allowed, len(base) + allowed + 1)
            if is_ending(word[length:]) and self._may_be_slip(base, word[:length])
        ]
        fewest = min(slips, default=allowed + 1)
        if fewest > allowed:
            return 0.0
        return weights.slip if fewest <= 1 and len(word) > weights.short_word else weights.far_slip

    def _may_be_slip(self, base: str, typed: str) -> bool:
        """Whether a wrong letter would be a slip at all: in a word this short it makes another."""
        return (
            len(base) >= self._weights.wrong_letter
            or sorted(typed) == sorted(base)
            or (len(base) >= self._weights.slip_word and len(typed) != len(base))
        )


def _is_of_several(word: str, verb: str, found: Mapping[str, float]) -> bool:
    """Whether a word is the plural of a noun and no form of the verb made of it: субсидиялар, субсидиялау."""
    if not word.startswith(f"{verb[:-1]}r"):
        return False
    noun = noun_of(verb)
    return noun is not None and bool(found.get(noun))
