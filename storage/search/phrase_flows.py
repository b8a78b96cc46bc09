"""Phrases of where money comes from or goes to, which count only where a question says that it does."""

from __future__ import annotations

from collections.abc import Sequence, Set

from parser.question.given_up import tells_of_giving_up
from parser.question.incoming import tells_of_receipts
from parser.question.question import Token
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import ABLATIVE, DATIVE_OF_BODY
from storage.search.phrase_match import PhraseMatch


def keep_flows(
    tokens: Sequence[Token], found: Sequence[PhraseMatch], content: Set[int]
) -> Sequence[PhraseMatch]:
    """The phrases without those of where money comes from or goes to, where it does not; else these first.

    `жерден қанша түсті` asks for taxes and sales, `жерге қанша` for the office of land; `отдаём области` for
    what is given up, `область` for none of it.

    Args:
        tokens: the question's words.
        found: the phrases in it.
        content: where the words stand that do not only ask.
    """
    if not any(match.entry.received or match.entry.given for match in found):
        return found
    told = _without_contrary(tokens, found, [match for match in found if _is_told(tokens, match)])
    flows = [match for match in told if match.entry.received or match.entry.given]
    return [match for match in told if match in flows or not _yields(match, flows, content)]


def _without_contrary(
    tokens: Sequence[Token], found: Sequence[PhraseMatch], told: Sequence[PhraseMatch]
) -> Sequence[PhraseMatch]:
    """The phrases without those that lead the other way than money is said to go.

    `сколько денег ушло в область` is a form of `деньги области`, which come from there; `компенсация из
    области` one of `компенсация области`, which goes there.

    Args:
        tokens: the question's words.
        found: all phrases, those of flows that are not told among them.
        told: those that are.
    """
    going = [match.positions for match in told if match.entry.given and _is_aim(tokens, match)]
    coming = [match.positions for match in found if match.entry.given and _is_source(tokens, match)]
    if not going and not coming:
        return told
    others = [match for match in found if match.entry.received and match.positions in going]
    others += [match for match in found if match.entry.given and match.positions in coming]
    contrary = frozenset[tuple[str, ...]]().union(*(match.entry.all_terms for match in others))
    return [
        match
        for match in told
        if (match.entry.given and match.positions in going)
        or contrary.isdisjoint(match.entry.all_terms)
        or not any(match.positions & each for each in (*going, *coming))
    ]


def _is_aim(tokens: Sequence[Token], match: PhraseMatch) -> bool:
    """Whether money goes to the budget that a phrase names: `в область`, `облысқа`; not `республика даёт`."""
    first = min(match.positions)
    before = tokens[first - 1].sound if first else ""
    typed = tuple(tokens[position].folded for position in sorted(match.positions))
    given = DATIVE_OF_BODY.search(tokens[max(match.positions)].sound) is not None  # области
    return typed != match.entry.folded or given or is_small(SmallWord.LIVES_IN, before)


def _is_source(tokens: Sequence[Token], match: PhraseMatch) -> bool:
    """Whether money is said to come from the budget that a phrase names: `из области`, `облыстан`."""
    first, last = min(match.positions), max(match.positions)
    before = tokens[first - 1].sound if first else ""
    return is_small(SmallWord.SOURCE, before) or ABLATIVE.search(tokens[last].sound) is not None


def _is_told(tokens: Sequence[Token], match: PhraseMatch) -> bool:
    """Whether a phrase is none of where money comes from or goes to, or it is said that it does."""
    if match.entry.given:
        return tells_of_giving_up(tokens, match.positions)
    return not match.entry.received or tells_of_receipts(tokens)


def _yields(match: PhraseMatch, flows: Sequence[PhraseMatch], content: Set[int]) -> bool:
    """Whether a phrase says no more than one of where money comes from or goes to: `из области` offers."""
    return any(
        match.positions & content <= other.positions
        and (match.entry.weak or not match.positions > other.positions)
        for other in flows
    )
