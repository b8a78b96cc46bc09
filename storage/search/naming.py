"""Whether words of a message may name a line of any loaded budget, or only ask: `а когда начнут?`."""

from __future__ import annotations

from dataclasses import replace

from parser.question.nouns import is_noun
from parser.question.question import Question
from storage.search.index import Index
from storage.search.rank import rank


def find_named(index: Index, question: Question) -> frozenset[str]:
    """The paths that the words of a question name, by a name that says enough of it.

    Args:
        index: with the words of names and of phrases.
        question: what a message asks, with the words that name nothing marked.
    """
    bands = index.weights.certainty
    tokens = tuple(token for token in question.tokens if not token.filler)
    found = rank(index, tokens) if tokens else ()
    return frozenset(
        line.path for line in found if line.score >= bands.offered and line.covered >= bands.covered
    )


def names_line(index: Index, question: Question) -> bool:
    """Whether the words of a message that seem to name a line may name one.

    They do if

    - there is a code among them;
    - an everyday phrase or a printed name has them (where no plan holds what is asked, the nouns alone
      count);
    - there is a noun among them that nothing has: what no budget has may be asked for, too. Not so where no
      plan holds what is asked, `а когда начнут?`: that is asked of the line shown before.

    Args:
        index: with the words of names and of phrases.
        question: what a message asks, with the words that name nothing marked.
    """
    if question.codes:
        return True
    naming = {number for number, token in enumerate(question.tokens) if not token.filler}
    nouns = {number for number in naming if is_noun(question.tokens[number].folded)}
    unheld = question.frame.beyond_plan is not None
    # `қашан басталады` asks when it begins: its verb is none of `бастау`, to start a business.
    telling = nouns if unheld else naming
    if any(telling & match.positions for match in index.phrases.find(question.tokens, slips=False)):
        return True
    tokens = (replace(token, filler=number not in telling) for number, token in enumerate(question.tokens))
    bands, best = index.weights.certainty, rank(index, tuple(tokens), 1) if telling else ()
    if best and best[0].score >= bands.offered and best[0].covered >= bands.covered:
        return True
    return bool(nouns) and not unheld
