"""How much a question and a name say of one another, by which a line is asserted or only offered."""

from __future__ import annotations

from collections.abc import Set

from storage.search.evidence import Evidence
from storage.search.index import Index
from storage.search.leads import may_be_another_word
from storage.search.search_words import WordRole, has_role
from storage.search.word_index import IndexedName


def only_mentions(index: Index, evidence: Evidence, number: int, covered: float) -> bool:
    """Whether a question says too little of a name to mean it: `банк` of «Национальный банк …».

    Args:
        index: the names.
        evidence: what each word of the question matches.
        number: of the name in the index.
        covered: how much of the question the name covers, 0 to 1.
    """
    weights = index.weights.rank
    said = say_name(index, evidence, number)
    # A word or two of a long name mean it only where nothing else is asked.
    alone = len(evidence.words) == 1 or covered < weights.whole_question
    # `республиканский бюджет` is no line that has both words somewhere.
    certain, hits = index.weights.words.certain, evidence.hits
    mentioned = {n for n, names in hits.items() if names.get(number, 0.0) >= certain}
    absent = (mentioned or evidence.words.keys()) <= evidence.absent | evidence.lacking
    barely = said < weights.bare_mention
    return barely or (said < weights.mention and alone) or (said < weights.whole_name and absent)


def leaves_unread(index: Index, evidence: Evidence, number: int) -> bool:
    """Whether a word of the question asks something else than the name says: `дешевле`, `никогда`, `емес`.

    A word that the name itself has is said by it: «Салықтық емес түсімдер» has its `емес`.

    Args:
        index: the names.
        evidence: with the words that name no line and ask.
        number: of the name in the index.
    """
    printed, certain = index.words.names[number].words, index.weights.words.certain
    return any(
        word not in printed and evidence.hits.get(n, {}).get(number, 0.0) < certain
        for n, word in evidence.unread.items()
    )


def is_only_alike(index: Index, evidence: Evidence) -> bool:
    """Whether a question is one short word that no name has and that only is like one: `останки`, «остатки».

    It offers and asserts nothing.
    """
    words = list(evidence.words.values())
    return may_be_another_word(index, words) and not index.match_word(words[0], slips=False)


def say_name(index: Index, evidence: Evidence, number: int) -> float:
    """How much of a name the question says, or how well a phrase leads to it: 0 to 1.

    Words count by how rare they are, so that `на` says hardly anything of a name.
    """
    if number in evidence.reached.likeness:
        return evidence.reached.likeness[number]
    name, rarity = index.words.names[number], index.words.rarity
    return sum([rarity[word] for word in name.words if word in evidence.matched]) / name.weight


def say_own(index: Index, evidence: Evidence, name: IndexedName) -> float:
    """How much of the question a name has in its own words, without phrases: 0 to 1.

    One word for an office stands for another: the отдел of a rayon is the управление of an oblast.
    """
    certain, own = index.weights.words.certain, set(name.words)
    is_office = any(has_role(word, WordRole.OFFICE) for word in own)
    said = (
        evidence.weights[position]
        for position, matches in evidence.matches.items()
        if any(likeness >= certain for word, likeness in matches.items() if word in own)
        or (is_office and has_role(evidence.words[position], WordRole.OFFICE))
    )
    return sum(said) / evidence.total


def cover_surely(index: Index, evidence: Evidence, number: int) -> float:
    """How much of the question a name surely says, by itself or through a phrase: 0 to 1."""
    certain = index.weights.words.certain
    return share_covered(
        index, evidence, {n for n, names in evidence.hits.items() if names.get(number, 0.0) >= certain}
    )


def share_covered(index: Index, evidence: Evidence, said: Set[int]) -> float:
    """How much of the question some of its words are: 0 to 1, by how rare each is.

    Of the other words, one that is only like a word of some name (`экспорт`, «спорт») weighs as much as a
    word that no name has at all.

    Args:
        index: tells how rare words are.
        evidence: what each word of the question matches.
        said: the positions of those words.
    """
    form, rarest, total = index.weights.evidence.form, index.words.rarest, evidence.total
    for position in evidence.hits.keys() - said:
        if evidence.hits[position] and evidence.best[position] < form:
            total += max(rarest - evidence.weights[position], 0.0)
    return sum(evidence.weights[position] for position in said) / total
