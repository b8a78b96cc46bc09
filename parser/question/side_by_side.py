"""The lines of a message that names several, and what is asked of them together: which is more, or their sum.

A message is cut by its form, wherever the words that ask stand in it: by what stands between two lines
(`дороги или школы`, `жол әлде мектеп`), by what follows each (`білім бе, спорт па`), by a comparison (`школы
больше садиков`, `мектеп балабақшадан қанша көп`), by what a line is set beside (`сравни школы с садиками`,
`білімді спортпен салыстыр`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate

from parser.dataclass import dataclass
from parser.question.added_sides import cut_added_sides, without_adding
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.question.cut_by_form import (
    any_word,
    between_lines,
    cut_ablative,
    cut_added,
    cut_added_to,
    cut_against,
    cut_comparative,
    cut_particles,
    cut_together,
    cut_with,
    has_particles,
    more_or_less,
    name_several,
    parts_by_dashes,
    without_comparison,
    without_turns,
)
from parser.question.fillers import is_filler
from parser.question.intents import Frame, Intent, Relation
from parser.question.relation import find_relation, lacks_side, stands_between_changes, without_sum_of_one
from parser.question.shared_head import joins_deeds, joins_qualities, spread_head
from parser.text.folding import sound, words

_PAIR = 2  # lines that are compared, at least


@dataclass(frozen=True, slots=True)
class Sides:
    """The pieces of a message that name its lines, and what is asked of these together.

    Attributes:
        pieces: perhaps only one.
        relation: what is asked of them.
        compares: whether a word asks which is more, and not only `или` between them.
        lacks_side: whether one line is named to be compared with another that is not: `больше чем школы?`.
        added: the runs of pieces that are one side together, each from its first to behind its last: `школы
            больше садиков и дорог вместе`.
    """

    pieces: tuple[str, ...]
    relation: Relation = Relation.NAMED
    compares: bool = False
    lacks_side: bool = False
    added: tuple[tuple[int, int], ...] = ()


def part_lines(text: str, frame: Frame) -> Sides:
    """A message in the pieces that name its lines.

    >>> part_lines("на сколько школы больше садиков", Frame()).pieces
    ('на сколько школы', 'садиков')

    Args:
        text: the message.
        frame: what its words ask.

    Returns:
        The pieces and their relation; of a name that only holds «и» nothing is asked together.
    """
    text = _without_contrary(_without_amount(without_turns(text)))
    relation = find_relation(text, frame)
    if relation is Relation.COMPARED:
        if sides := cut_added_sides(text):
            return _join_sides(sides)
        text = without_adding(text)
    if relation is not Relation.NAMED:
        text = _percentage().sub(" ", any_word(Asks.AMONG, Asks.TIMES, Asks.IN_WHOLE).sub(" ", text))
    pieces = _cut_first(text, (cut_particles, cut_against) if relation is Relation.COMPARED else ())
    if pieces is None and has_particles(text):
        pieces = name_several(cut_particles(text))
        relation = Relation.COMPARED if pieces else relation
    if pieces is None:
        pieces = name_several(_split_lines(text))
        if pieces and relation is Relation.NAMED and (joins_qualities(pieces) or joins_deeds(pieces)):
            pieces = None
        if pieces and relation is Relation.NAMED and parts_by_dashes(text) and frame.asks_nothing_more:
            relation = Relation.COMPARED  # `школы - дороги` may be what is left: no sum is told
    if relation is not Relation.NAMED:
        by_or = bool(pieces) and any_word(Asks.OR).search(text) is not None
        beside = (_cut_beside(piece, relation, by_or=by_or, alone=not pieces) for piece in pieces or (text,))
        pieces = tuple(part for parts in beside for part in parts)
        pieces = _without_question(pieces)
        pieces = tuple(cleaned for piece in pieces if (cleaned := without_comparison(piece)))
        sizes = [piece for piece in pieces if _only_sizes(piece)] if relation is Relation.COMPARED else []
        pieces = tuple(piece for piece in pieces if piece not in sizes)
        if sizes:  # кім бай, спорт па мәдениет пе
            return Sides(pieces or (text,), relation, compares=True, lacks_side=len(pieces) < _PAIR)
    if frame.intent is Intent.CHANGE and pieces is not None:  # дороги плюс или минус
        pieces = name_several([piece for piece in pieces if not _only_contrasts(piece)])
    relation = without_sum_of_one(relation, pieces or (), text)
    if relation is not Relation.COMPARED:
        return Sides(pieces or (text,), relation)
    pieces = spread_head(pieces or ())
    compares = frame.intent is Intent.COMPARE or more_or_less().search(text) is not None
    alone = len(pieces or ()) < _PAIR and lacks_side(text)
    return Sides(pieces or (text,), relation, compares, lacks_side=alone)


def _join_sides(sides: Sequence[Sequence[str]]) -> Sides:
    """The lines of a comparison whose sides may be several lines together."""
    ends = list(accumulate(map(len, sides)))
    runs = tuple((end - len(side), end) for end, side in zip(ends, sides, strict=True) if len(side) > 1)
    return Sides(tuple(line for side in sides for line in side), Relation.COMPARED, compares=True, added=runs)


def _without_question(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """The pieces without the one that only asks which of them: `что выгоднее городу: земля или налог`."""
    asking = load_asking_words()
    first = words(pieces[0])[:1] if pieces else []
    asks = any(asking.says(sound(word), Asks.WHICH_OF) or asking.writes(word, Asks.WHAT) for word in first)
    return pieces[1:] if asks and len(pieces) > _PAIR else pieces


def _split_lines(text: str) -> list[str]:
    """A message cut at what stands between two lines, but not between changes: `увеличили или урезали`."""
    rivals = any_word(Asks.OR)
    start, pieces = 0, list[str]()
    for match in between_lines().finditer(text):
        if rivals.match(text, match.start()) and stands_between_changes(text, match):
            continue
        pieces.append(text[start : match.start()])
        start = match.end()
    return [*pieces, text[start:]]


def _without_amount(text: str) -> str:
    """A message without a clause that only says that the amount of what it names is asked."""
    pieces = _split_lines(text)
    kept = [piece for piece in pieces if not _only_amount(piece)]
    return kept[0] if len(kept) == 1 < len(pieces) else text


def _without_contrary(text: str) -> str:
    """A comparison without the other way it may be: `көмектен көп пе аз ба` asks whether it is more."""
    return _contrary().sub(lambda match: match["more"] or match["less"], text)


@asked_pattern(Asks.PARTICLE)
def _contrary() -> re.Pattern[str]:
    """`көп пе, әлде аз ба`, `аз ба көп пе`."""
    asking = load_asking_words()
    particle = rf"\s+{asking.pattern(Asks.PARTICLE)}"
    more, less = asking.pattern(Asks.MORE), asking.pattern(Asks.LESS)
    between = rf"(?!\w)\s*,?\s*(?:{asking.pattern(Asks.OR)}\s+)?"
    ways = (
        rf"(?P<{name}>{one}{particle}){between}{other}{particle}(?!\w)"
        for name, one, other in (("more", more, less), ("less", less, more))
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})", re.IGNORECASE)


def _only_amount(piece: str) -> bool:
    """Whether a piece only asks for the amount of the line beside it: `плановая сумма поступлений`."""
    asking = load_asking_words()
    spoken = [(word, sound(word)) for word in words(piece)]
    money = (Asks.HOW_MUCH, Asks.MONEY, Asks.MONEY_BEFORE, Asks.MONEY_AFTER, Asks.INCOME, Asks.OUTLAY)
    return any(asking.says(word, Asks.HOW_MUCH) for _, word in spoken) and all(
        len(word) == 1 or is_filler(folded, word) or word.isdigit() or asking.says(word, *money)
        for folded, word in spoken
    )


def _only_sizes(piece: str) -> bool:
    """Whether a piece of a comparison asks by an adjective which line is more: `кім бай`, `қайсысы семіз`."""
    asking = load_asking_words()
    spoken = [sound(word) for word in words(piece)]
    sizes = [word for word in spoken if asking.says(word, Asks.LARGE, Asks.SMALL)]
    others = [word for word in words(piece) if sound(word) not in sizes]
    asks = (Asks.WHICH_OF, Asks.WHICH, Asks.WHAT, Asks.WHOSE, Asks.VERY)
    asked = [word for word in others if asking.says(sound(word), *asks)]
    # An adjective alone may be a noun: школы больше садиков и дорог.
    return bool(sizes and asked) and all(is_filler(word, sound(word)) or word in asked for word in others)


def _only_contrasts(piece: str) -> bool:
    """Whether a piece of a message says only which way something went: `минус`, `в минусе`."""
    asking = load_asking_words()
    ways = (Asks.WINS, Asks.LOSES, Asks.MORE, Asks.LESS)
    return all(
        is_filler(word, sound(word)) or asking.says(sound(word), *ways) or asking.asks_change(sound(word))
        for word in words(piece)
    )


def _cut_first(text: str, ways: Sequence[Callable[[str], Sequence[str]]]) -> tuple[str, ...] | None:
    """The pieces that the first way gives which gives several; None where none does."""
    return next((pieces for cut in ways if (pieces := name_several(cut(text)))), None)


def _cut_beside(text: str, relation: Relation, *, by_or: bool, alone: bool) -> tuple[str, ...]:
    """A piece in two, where one line is set beside another in it by the form of its words.

    Where `или` has cut them, `с` sets nothing beside: `налог с имущества или с земли`; where something else
    has, a Kazakh case tells nothing: `қамқоршыларға төлемді`.
    """
    if relation is Relation.SUMMED:
        text = any_word(Asks.SUM, Asks.TOTAL).sub(" ", text)
    ways: tuple[Callable[[str], Sequence[str]], ...] = (cut_together,)
    if not by_or:
        ways = (cut_with, *ways)
    if relation is Relation.SUMMED:
        ways = (*ways, cut_added_to, cut_added) if alone else (*ways, cut_added_to)
    if relation is Relation.COMPARED:
        ways = (cut_ablative, cut_comparative, *ways)
    return _cut_first(text, ways) or (text,)


@cache
def _percentage() -> re.Pattern[str]:
    """By how much one side is said to be more, which names no line: доходы `на 5 %` меньше расходов."""
    by, percent = says_pattern(ClaimWord.BY), says_pattern(ClaimWord.PERCENT)
    return re.compile(rf"(?:(?<!\w){by}\s+)?\b\d+(?:[.,]\d+)?\s*{percent}", re.IGNORECASE)
