"""A figure that is said not to be so: `не превышают на 281 млн`, `281 млн-ға көп емес`, `46 млн-ға өспеді`.

It agrees with nothing: what the budget has is told beside it, and neither confirms nor denies what was said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parser.question.checking import ClaimWord, says_pattern, says_whole
from parser.question.claimed_direction import claim_joint
from parser.question.figure_kinds import ClaimedFigure
from parser.question.word_forms import NEGATED, WORD
from parser.text.folding import sound


def deny(told: ClaimedFigure, figure: ClaimedFigure, before: str, after: str) -> ClaimedFigure:
    """A figure as denied, with the words that deny it, where its clause does; else as it is.

    >>> from parser.question.claimed_figures import find_claimed_figures
    >>> [figure] = find_claimed_figures("школы не подорожали на 46 млн")
    >>> deny(figure, figure, "школы не подорожали на ", "").said
    'не подорожали на 46 млн'

    Args:
        told: the figure as what it is beside the words around it.
        figure: as it was said by itself, with its ending.
        before: what stands before it.
        after: and what stands behind it.
    """
    if figure.value == 0:  # не дали ни копейки
        return told
    ahead, behind = _find_ahead(before), _find_behind(after)
    if (
        told.is_bounded or told.bound
    ):  # `не больше 9 млрд` and `9 млрд-тан көп емес` only bound it, and say so already
        ahead = "" if ahead and told.said.startswith(ahead) else ahead
        behind = "" if behind and told.said.endswith(behind) else behind
    if not (ahead or behind):
        return told
    said = figure.said if behind else told.said
    return replace(told, said=f"{ahead} {said} {behind}".strip(), is_bounded=True, is_denied=True)


def end_of_denial(sentence: str, end: int) -> int:
    """Where the words end that deny a figure right behind it: `5 млрд емес 8,4 млрд`.

    Args:
        sentence: that it is said in.
        end: where the figure ends.
    """
    match = _right_behind().match(sentence, end)
    return match.end() if match else end


def without_even(before: str) -> str:
    """What stands before a figure without the word that joins it to what denies it: `не занимают и` 40 %.

    Args:
        before: what stands before the figure.
    """
    return _even().sub(" ", before)


def _find_ahead(before: str) -> str:
    """What stands before a figure from the word on that denies it; empty where none does."""
    clause = claim_joint().split(without_even(before))[-1]
    match = _not().search(clause)
    if match:
        return " ".join(clause[match.start() :].split())
    wrong = says_whole(ClaimWord.WRONG).search(before)
    return f"{' '.join(wrong[0].split())} …" if wrong else ""


def _find_behind(after: str) -> str:
    """What stands behind a figure up to the word that denies it; empty where none does."""
    clause = claim_joint().split(after)[0]
    even = _even_behind().match(after)
    told = even[0] + claim_joint().split(after[even.end() :])[0] if even else clause
    found = ((clause, _not_behind().search(clause)), (told, _negated_verb(told)))
    ends = [(match.end(), said) for said, match in found if match]
    if ends:
        end, said = min(ends)
        return " ".join(said[:end].split())
    wrong = says_whole(ClaimWord.WRONG).search(after)
    return f"… {' '.join(wrong[0].split())}" if wrong else ""


def without_negated_verbs(text: str) -> str:
    """A text without the Kazakh verbs that deny, which name no line: `мектепке бөлінбеді`."""
    return WORD.sub(lambda word: " " if NEGATED.search(sound(word[0].casefold())) else word[0], text)


def without_denials(text: str) -> str:
    """A text about an amount of nothing without what denies more: `бір теңге де бөлінген жоқ`.

    Args:
        text: what stands around the figure.
    """
    return _denies().sub(" ", without_negated_verbs(text))


def _negated_verb(clause: str) -> re.Match[str] | None:
    """A Kazakh verb that denies by its ending: `өспеді`."""
    words = (word for word in WORD.finditer(clause) if NEGATED.search(sound(word.group().casefold())))
    return next(words, None)


@cache
def _not() -> re.Pattern[str]:
    only = says_pattern(ClaimWord.NOT_DENYING)
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.NOT)}(?!\w)(?!\s+{only})", re.IGNORECASE)


@cache
def _denies() -> re.Pattern[str]:
    words = f"(?:{says_pattern(ClaimWord.NOT)}|{says_pattern(ClaimWord.NOT_FOLLOWS)})"
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


@cache
def _even() -> re.Pattern[str]:
    """What joins a figure to the word that denies it: `не занимают и 40 %`."""
    return re.compile(rf"\s{says_pattern(ClaimWord.JOINS)}\s+\Z", re.IGNORECASE)


@cache
def _even_behind() -> re.Pattern[str]:
    """The same of a Kazakh figure: `40 пайызын да алмайды`."""
    return re.compile(rf"\s+{says_pattern(ClaimWord.JOINS)}\s", re.IGNORECASE)


@cache
def _not_behind() -> re.Pattern[str]:
    """What denies behind a figure: `емес`, and in Russian what does so before it."""
    return re.compile(rf"{_not().pattern}(?:\s+\w+)?|{_denies_behind()}", re.IGNORECASE)


@cache
def _right_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{_denies_behind()}", re.IGNORECASE)


def _denies_behind() -> str:
    return rf"(?<!\w){says_pattern(ClaimWord.NOT_FOLLOWS)}(?!\w)"
