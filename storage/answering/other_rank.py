"""A budget of another rank that a question is of: of the oblast, of the country, of a village's district.

`школы области` is asked in a town, whose schools are others; `доходы района` in a village, whose revenue is
no district's. What comes from such a budget or goes to it is in one's own: `трансферты области`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parser.budget_code import is_transfer
from parser.decision.place_kinds import SmallKind, kind_of_place
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.place_words import NextTo, kinds_called, says
from parser.question.question import Question, Token
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import ABLATIVE, DATIVE, LOCATIVE_OF_BODY, OF_US, OF_US_RUSSIAN
from parser.text.places import PlaceKind
from storage.answering.inquiry import Found, FoundLine
from storage.answering.missing import Missing, MissingKind

COUNTRY = "country"
"""What a budget of the whole country is called among the ranks."""

_FLOWS = (Asks.GIVES, Asks.GIVES_UP, Asks.TAKES_UP, Asks.RECEIVES, Asks.GETS, Asks.TAKES)
_ALL_MONEY = (Asks.WHOLE, Asks.INCOME, Asks.OUTLAY, Asks.CASH, Asks.MONEY)


def find_other_rank(found: Found, line: FoundLine) -> Missing | None:
    """The rank of the budget that a question is of, where it is answered from one of another rank.

    Args:
        found: what the question finds in its place.
        line: that it would be answered with.
    """
    kind = kind_of_place(found.asked.budget.place)
    flows = is_transfer(line.path) and not _asks_whither(found.question)
    # «языков народа Казахстана» is the line's own name
    if flows or line.exact or found.asked.missing is not None:
        return None
    tokens = found.asked.rest_of(found.question).tokens
    for at, token in enumerate(tokens):
        rank = _rank_of(token, kind)
        if rank is not None and _is_whose(tokens, at, rank):
            return Missing(MissingKind.RANK, rank)
    return None


def say_other_rank(found: Found, lines: Sequence[FoundLine]) -> Found:
    """What is found, with what is missing where it is of a budget of another rank.

    Args:
        found: what a question finds in its place.
        lines: that it would be answered with, the best first.
    """
    rank = find_other_rank(found, lines[0]) if lines else None
    return found if rank is None else replace(found, asked=replace(found.asked, missing=rank))


def gives_to_itself(found: Found) -> bool:
    """Whether money is said to go from us to the very rank that is asked: `отдаём району` in a district."""
    kind = kind_of_place(found.asked.budget.place)
    tokens = found.question.tokens
    to_own = any(_is_aim(token) and kinds_called([token.sound]) == {kind} for token in tokens)
    return to_own and _we_give(tokens)


def name_flow(question: Question, place: str) -> Question:
    """The question as a village is asked it: `получаем от района` names the district's budget there.

    Elsewhere the word only says whose budget is meant, and names nothing.

    Args:
        question: as it was typed.
        place: whose budget it is put to.
    """
    if not isinstance(kind_of_place(place), SmallKind):
        return question
    asking = load_asking_words().hear([token.sound for token in question.tokens])
    if any(kinds_called([token.sound]) == {PlaceKind.REGION} for token in question.tokens):
        return question  # `район даёт области` is of neither's village
    flows = asking.any_says(*_FLOWS)
    tokens = tuple(
        replace(token, filler=False) if _is_end_of_flow(question.tokens, at, flows=flows) else token
        for at, token in enumerate(question.tokens)
    )
    return question if tokens == question.tokens else replace(question, tokens=tokens)


def _is_end_of_flow(tokens: Sequence[Token], at: int, *, flows: bool) -> bool:
    """Whether a word is the district that money comes from or goes to."""
    word = tokens[at].sound
    if says(word, NextTo.FROM_DISTRICT):
        return True
    before = tokens[at - 1].sound if at else ""
    return kinds_called([word]) == {PlaceKind.DISTRICT} and (flows or _is_from(before))


def _is_from(before: str) -> bool:
    """Whether money comes from what stands behind a word: `из района`; `у района` are its own."""
    return is_small(SmallWord.SOURCE, before) and not is_small(SmallWord.HELD_BY, before)


def _asks_whither(question: Question) -> bool:
    """Whether it is asked where money goes: `куда уходят деньги области` is of no transfers from there."""
    spoken = [token.sound for token in question.tokens]
    asking = load_asking_words().hear(spoken)
    return any(asking.says_after(*pair, Asks.WHITHER) for pair in pairwise(["", *spoken]))


def _we_give(tokens: Sequence[Token]) -> bool:
    """Whether a verb says that we give: `отдаём`, `береміз`."""
    asking = load_asking_words().hear([token.sound for token in tokens])
    return any(
        asking.says(token.sound, Asks.GIVES, Asks.GIVES_UP)
        and (OF_US.search(token.sound) or OF_US_RUSSIAN.search(token.sound))
        for token in tokens
    )


def _is_aim(token: Token) -> bool:
    return is_small(SmallWord.TO_US, token.sound) or DATIVE.search(token.sound) is not None


def _rank_of(token: Token, own: PlaceKind | SmallKind) -> str | None:
    """The rank that a word calls, where it is not that of the budget at hand."""
    if says(token.sound, NextTo.OF_COUNTRY):
        return COUNTRY
    called = kinds_called([token.sound])
    if called == {PlaceKind.REGION} and own is not PlaceKind.REGION:
        return PlaceKind.REGION.value
    return PlaceKind.DISTRICT.value if called == {PlaceKind.DISTRICT} and isinstance(own, SmallKind) else None


def _is_whose(tokens: Sequence[Token], at: int, rank: str) -> bool:
    """Whether the word there says whose the money is, and not where it comes from or in what field it is."""
    word = tokens[at].sound
    before = tokens[at - 1].sound if at else ""
    behind = [token for token in tokens[at + 1 :] if not token.filler]
    if says(word, NextTo.OF_DISTRICT) and not _stands_at_budget(tokens, at):
        return False  # `районная больница`
    # `области образования` is a field, `не области, а города` denied
    field = rank == PlaceKind.REGION.value and not at and behind and behind[0] is tokens[1]
    if is_small(SmallWord.TURNS_BOUND, before) or (field and LOCATIVE_OF_BODY.search(word)):
        return False
    if is_small(SmallWord.LIVES_IN, before):
        return not behind  # `школы в области`, but `в области образования`
    if _is_from(before) or ABLATIVE.search(word):
        return False
    asking = load_asking_words()
    named = [n for n, token in enumerate(tokens) if n != at and not token.filler]
    if rank == PlaceKind.REGION.value and at and not named and not behind:
        # `в этой области`, `по области`: only beside what is named or all money
        return any(asking.says(token.sound, *_ALL_MONEY) for token in tokens[:at])
    return True


def _stands_at_budget(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective says whose a budget is: `районный бюджет`."""
    return any(says(token.sound, NextTo.BUDGET) for token in tokens[at + 1 : at + 2])
