"""The verbs of a claim that no list has: what they say of the money is not known, and is told so."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.checking import ClaimWord, says_pattern, says_whole
from parser.question.claimed_direction import claim_joint
from parser.question.claimed_subject import Read
from parser.question.nouns import is_finite_verb
from parser.records import Language
from parser.text.folding import sound, words
from parser.text.language import detect_language


def find_unread_verbs(before: str, after: str, read: Read) -> tuple[str, ...]:
    """The words around a figure that are verbs by their form, and that nothing reads: `забашляли`.

    A verb may name a line all the same, `озеленили`: who knows the names of the budget decides that.

    Args:
        before: what stands before the figure.
        after: and what stands behind it.
        read: reads what a text asks.

    Returns:
        The words, folded, in their order.
    """
    clauses = claim_joint().split(before)[-1], claim_joint().split(after)[0]
    language = detect_language(f"{before} {after}") or Language.RU
    asking = load_asking_words()
    found: list[str] = []
    for clause, ends in zip(clauses, (False, True), strict=True):
        said = list(words(_known().sub(" ", clause)))
        found += [
            word
            for number, word in enumerate(said, 1)
            if is_finite_verb(word, language, is_last=ends and number == len(said))
            and not asking.asks_anything(sound(word))
        ]
    if not found:
        return ()
    naming = {token.folded for token in read(" ".join(clauses)).tokens if not token.filler}
    return tuple(dict.fromkeys(word for word in found if word in naming))


def makes_something(text: str) -> bool:
    """Whether a text says that something was made or bought, at which a figure is its price: `построили на`.

    Args:
        text: what stands around the figure.
    """
    return says_whole(ClaimWord.MAKES).search(text) is not None


@cache
def _known() -> re.Pattern[str]:
    """The verbs that the words of checking have."""
    listed = "|".join(
        map(says_pattern, (ClaimWord.EATEN, ClaimWord.HOLDS, ClaimWord.CERTAIN, ClaimWord.TOLD))
    )
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
