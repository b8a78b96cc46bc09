"""Whether a question names a thing that is paid out of a line: `охрана школ`, `мектепке доп`.

A budget's names say what money is for, seldom what is bought: of `доски для школ` they have the school, not
the boards. Things that are listed (`thing` in `locales/search_words.tsv`) are always such a part. Any other
word is one by its place: a noun that no name has, beside somebody or something that keeps things (`owner`).
"""

from __future__ import annotations

from enum import StrEnum

from parser.question.nouns import ends_as_adjective, is_noun
from storage.search.evidence import Evidence
from storage.search.index import Index
from storage.search.search_words import WordRole, has_role

_LONGEST = 6  # words of a question that names a thing of somebody's; more of them are a story
_MOST_THINGS = 3


class PartSign(StrEnum):
    """What tells that a question names a part of a line."""

    LISTED = "listed"  # its word or phrase is known to be one
    BY_PLACE = "by-place"  # an unknown noun beside an owner: it may be one


def find_part(index: Index, evidence: Evidence, number: int, *, through: bool) -> PartSign | None:
    """Whether a question names something paid out of a line by this name, which has no line of its own.

    Args:
        index: the names.
        evidence: what the question's words say of the names.
        number: the name's.
        through: whether a phrase of the lexicon leads to the name.
    """
    certain, words = index.weights.words.certain, evidence.words
    unsaid = [n for n, names in evidence.hits.items() if names.get(number, 0.0) < certain]
    if through and not evidence.things.isdisjoint(unsaid):
        return PartSign.LISTED
    if not unsaid or len(words) > _LONGEST:
        return None
    owners = {n for n in evidence.owners if number in evidence.hits[n]}
    if not owners:
        return None
    written = dict(zip(words, evidence.folded.split(), strict=True))
    things = [n for n in unsaid if n not in owners and not _tells_which(words[n], written[n])]
    if not 1 <= len(things) <= _MOST_THINGS or not all(is_noun(written[n]) for n in things):
        return None
    # What is like a word of the name may be that word, mistyped or cut; what another line names asks for it.
    nameless = all(number not in evidence.hits[n] and evidence.best[n] < certain for n in things)
    return PartSign.BY_PLACE if nameless else None


def is_anothers(evidence: Evidence, number: int) -> bool:
    """Whether a question names a thing of an owner that a name does not say: fuel of `бензин полиции`."""
    if not evidence.things or not evidence.owners:
        return False
    return not any(number in evidence.hits[n] for n in evidence.owners)


def _tells_which(spoken: str, written: str) -> bool:
    """Whether a word only says which thing, or what is done with it: `новые окна`, `доп сатып алу`."""
    return has_role(spoken, WordRole.QUALITY) or ends_as_adjective(written)
