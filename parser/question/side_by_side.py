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
    cut_comparative,
    cut_last,
    cut_together,
    cut_with,
    more_or_less,
    names,
    parts_by_dashes,
    without_comparison,
    without_turns,
)
from parser.question.fillers import drop_endings, is_filler
from parser.question.intents import Frame, Intent, Relation
from parser.question.shared_head import joins_qualities, spread_head
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import ABLATIVE, DATIVE, LOCATIVE, TOGETHER, WORD
from parser.text.folding import sound, sounds, words

_FEWEST_PARTICLES = 2
_PAIR = 2  # lines that are compared, at least
_SUMMING = ((Asks.SUM, Asks.TOTAL), (Asks.AMOUNT_OF,))
RELATING = (Asks.MORE, Asks.LESS, Asks.EXCEEDS, Asks.SUM, Asks.TOTAL, Asks.AMONG, Asks.TIMES)
"""What asks of several lines together, and names none."""


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
    text = _without_amount(without_turns(text))
    relation = _find_relation(text, frame)
    if relation is Relation.COMPARED:
        if sides := cut_added_sides(text):
            return _join_sides(sides)
        text = without_adding(text)
    if relation is not Relation.NAMED:
        text = _percentage().sub(" ", any_word(Asks.AMONG, Asks.TIMES, Asks.IN_WHOLE).sub(" ", text))
    pieces = _cut_first(text, (_cut_particles, _cut_against) if relation is Relation.COMPARED else ())
    if pieces is None and _has_particles(text):
        pieces = _several(_cut_particles(text))
        relation = Relation.COMPARED if pieces else relation
    if pieces is None:
        pieces = _several(_split_lines(text))
        if pieces and relation is Relation.NAMED and joins_qualities(pieces):
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
        pieces = _several([piece for piece in pieces if not _only_contrasts(piece)])
    relation = _without_sum_of_one(relation, pieces or (), text)
    if relation is not Relation.COMPARED:
        return Sides(pieces or (text,), relation)
    pieces = spread_head(pieces or ())
    compares = frame.intent is Intent.COMPARE or more_or_less().search(text) is not None
    lacks_side = len(pieces or ()) < 2 and _lacks_side(text)
    return Sides(pieces or (text,), relation, compares, lacks_side)


def _without_sum_of_one(relation: Relation, pieces: Sequence[str], text: str) -> Relation:
    """What is asked of lines together; of one, `сумма по статье благоустройство` asks how much it is."""
    if relation is not Relation.SUMMED or len(pieces) >= _PAIR:
        return relation
    said, amounts = ({match.start() for match in any_word(*asks).finditer(text)} for asks in _SUMMING)
    named = names(any_word(Asks.AMOUNT_OF).sub(" ", text))
    return Relation.NAMED if said == amounts and named else relation


def _join_sides(sides: Sequence[Sequence[str]]) -> Sides:
    """The lines of a comparison whose sides may be several lines together."""
    ends = list(accumulate(map(len, sides)))
    runs = tuple((end - len(side), end) for end, side in zip(ends, sides, strict=True) if len(side) > 1)
    return Sides(tuple(line for side in sides for line in side), Relation.COMPARED, compares=True, added=runs)


def _lacks_side(text: str) -> bool:
    """Whether a line is only named as what another is compared with: `больше чем школы?`."""
    if any(names(text[match.end() :]) for match in any_word(Asks.AGAINST).finditer(text)):
        return True
    more = more_or_less().search(text)
    if more is None:
        return False
    following = next(iter(words(text[more.end() :])), "")
    before = WORD.findall(text[: more.start()])
    return (bool(following) and not is_filler(following, sound(following))) or any(
        ABLATIVE.search(sound(word.casefold())) and names(word) for word in before
    )


def _find_relation(text: str, frame: Frame) -> Relation:
    """What is asked of the lines together, whichever they are."""
    rivals = any(not _stands_between_changes(text, each) for each in any_word(Asks.OR).finditer(text))
    if frame.intent is Intent.COMPARE or rivals or _find_against_follows(text):
        return Relation.COMPARED
    if frame.bounds is None and _asks_which_is_most(text):
        return Relation.COMPARED
    bounded = frame.bounds is not None or frame.own_share
    if bounded or _superlative().search(text) or _asks_change(text, frame):
        return Relation.NAMED
    if more_or_less().search(text):
        return Relation.COMPARED
    return Relation.SUMMED if any_word(Asks.SUM, Asks.TOTAL).search(text) or "+" in text else Relation.NAMED


def may_relate(text: str) -> bool:
    """Whether a word may ask something of several lines together, whatever else a message says.

    >>> [may_relate(text) for text in ("дороги или школы", "школы в 2014 году")]
    [True, False]

    Args:
        text: the message.
    """
    asking = load_asking_words()
    signs = (
        any_word(Asks.OR),
        any_word(Asks.AGAINST_FOLLOWS),
        _superlative(),
        more_or_less(),
        any_word(Asks.SUM, Asks.TOTAL),
    )
    if "+" in text or _has_particles(text) or any(sign.search(text) for sign in signs):
        return True
    return asking.hear(sounds(drop_endings(text))).may_say(Asks.COMPARE)


def _asks_which_is_most(text: str) -> bool:
    """Whether it is asked which of several is the most: `озеленение, свет, уборка: что дороже всего`."""
    most = _superlative().search(text)
    if most is None:
        return False
    asking, said = load_asking_words(), text[: most.start()]
    before = words(said)[-2:]
    spoken = [sound(word) for word in before]
    on_what = len(spoken) > 1 and asking.hear(spoken).says_together(spoken[0], spoken[1], Asks.SPENDS)
    where = on_what or any(asking.says(word, Asks.WHERE) for word in spoken[-1:])
    if where and _stands_inside(said):
        return False  # в культуре и спорте на что меньше всего
    which = any(asking.says(word, Asks.WHICH_OF) for word in spoken[-1:])
    which = which or any(asking.writes(word, Asks.WHAT) for word in before[-1:])
    listed = text[most.end() :].strip()
    behind = names(listed) and not listed.startswith(":")  # что самое дорогое в образовании и культуре
    return (which or where) and not behind and _several(between_lines().split(text)) is not None


def _stands_inside(text: str) -> bool:
    """Whether lines are named as what others stand in: `в культуре и спорте`, `мәдениетте`."""
    spoken = [sound(word) for word in words(text)]
    return any(is_small(SmallWord.INSIDE, word) or LOCATIVE.search(word) for word in spoken)


def _without_question(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """The pieces without the one that only asks which of them: `что выгоднее городу: земля или налог`."""
    asking = load_asking_words()
    first = words(pieces[0])[:1] if pieces else []
    asks = any(asking.says(sound(word), Asks.WHICH_OF) or asking.writes(word, Asks.WHAT) for word in first)
    return pieces[1:] if asks and len(pieces) > _PAIR else pieces


def _stands_between_changes(text: str, rivals: re.Match[str]) -> bool:
    """Whether `или` stands between two words of change, not between two lines: `убавили или прибавили`.

    Also where they are no verbs: `в плюсе или в минусе`, `больше стало или меньше`.
    """
    asking, ways = load_asking_words(), (Asks.WINS, Asks.LOSES, Asks.MORE, Asks.LESS, Asks.BECAME)
    before, after = words(text[: rivals.start()])[-1:], words(text[rivals.end() :])
    if len(after) > 1 and len(after[0]) == 1:  # `или в минусе`
        del after[0]
    sides = (before, after[:1])
    return all(side and (asking.asks_change(s := sound(side[0])) or asking.says(s, *ways)) for side in sides)


def _split_lines(text: str) -> list[str]:
    """A message cut at what stands between two lines, but not between changes: `увеличили или урезали`."""
    rivals = any_word(Asks.OR)
    start, pieces = 0, list[str]()
    for match in between_lines().finditer(text):
        if rivals.match(text, match.start()) and _stands_between_changes(text, match):
            continue
        pieces.append(text[start : match.start()])
        start = match.end()
    return [*pieces, text[start:]]


def _without_amount(text: str) -> str:
    """A message without a clause that only says that the amount of what it names is asked."""
    pieces = _split_lines(text)
    kept = [piece for piece in pieces if not _only_amount(piece)]
    return kept[0] if len(kept) == 1 < len(pieces) else text


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


def _asks_change(text: str, frame: Frame) -> bool:
    """Whether a change is asked of, by another word than one that adds up: `мектеп пен спортты қосқанда`."""
    asking = load_asking_words()
    others = words(any_word(Asks.SUM, Asks.TOTAL).sub(" ", text))
    spoken = [sound(word) for word in others]
    # `плюс или минус` adds nothing up.
    change = any(asking.asks_change(word) or asking.says(word, Asks.LOSES) for word in spoken)
    return frame.intent is Intent.CHANGE and change


def _cut_first(text: str, ways: Sequence[Callable[[str], Sequence[str]]]) -> tuple[str, ...] | None:
    """The pieces that the first way gives which gives several; None where none does."""
    return next((pieces for cut in ways if (pieces := _several(cut(text)))), None)


def _several(pieces: Sequence[str]) -> tuple[str, ...] | None:
    """The pieces that name something, where these are several."""
    named = tuple(piece for piece in pieces if names(piece))
    return named if len(named) > 1 else None


def _cut_particles(text: str) -> list[str]:
    """`білім бе, спорт па`: a particle follows each line."""
    if not _has_particles(text):
        return [text]
    return [piece for part in _particles().split(text) for piece in between_lines().split(part)]


def _has_particles(text: str) -> bool:
    """Whether so many particles stand in a message that each may follow a line."""
    return len(_particles().split(text)) > _FEWEST_PARTICLES


def _cut_against(text: str) -> list[str]:
    """`на школы больше, чем на садики`; `школы по сравнению с садиками`; `балабақшаға қарағанда мектепке`."""
    rivals = any_word(Asks.OR).search(text)
    for against in any_word(Asks.AGAINST).finditer(text):
        if rivals and _from().fullmatch(against[0].strip()):
            continue  # налоги или трансферт от области
        sides = [text[: against.start()], text[against.end() :]]
        if all(map(names, sides)):
            return [piece for side in sides for piece in between_lines().split(side)]
    follows = _find_against_follows(text)
    if follows is None:
        return [text]
    before, after = text[: follows.start()], text[follows.end() :]
    return [before, after] if names(after) else cut_last(before)


def _find_against_follows(text: str) -> re.Match[str] | None:
    """`қарағанда` after what it sets against: `балабақшаға қарағанда`, but no decision: `өткен шешіммен`."""
    follows = any_word(Asks.AGAINST_FOLLOWS).search(text)
    before = WORD.findall(text[: follows.start()]) if follows else []
    spoken = sound(before[-1].casefold()) if before else ""
    asking, ordinal = load_asking_words(), "".join(before[-2:-1]).casefold()
    if asking.says(spoken, Asks.DECISION) and asking.writes(ordinal, Asks.PREVIOUS):
        return None
    return follows if DATIVE.search(spoken) or TOGETHER.search(spoken) else None


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


@asked_pattern(Asks.PARTICLE)
def _particles() -> re.Pattern[str]:
    return re.compile(rf"\s+{load_asking_words().pattern(Asks.PARTICLE)}", re.IGNORECASE)


@asked_pattern(Asks.VERY, Asks.OF_ALL)
def _superlative() -> re.Pattern[str]:
    """`больше всего`, `ең көп`: one thing is more than all others."""
    asking = load_asking_words()
    very, everything = asking.pattern(Asks.VERY), asking.pattern(Asks.OF_ALL)
    compares = f"(?:{asking.pattern(Asks.MORE)}|{asking.pattern(Asks.LESS)})"
    return re.compile(
        rf"(?<!\w)(?:{very}\s|{everything}\s+{compares}|{compares}\s+{everything})", re.IGNORECASE
    )


@cache
def _from() -> re.Pattern[str]:
    return re.compile(says_pattern(ClaimWord.RANGE_FROM), re.IGNORECASE)


@cache
def _percentage() -> re.Pattern[str]:
    """By how much one side is said to be more, which names no line: доходы `на 5 %` меньше расходов."""
    by, percent = says_pattern(ClaimWord.BY), says_pattern(ClaimWord.PERCENT)
    return re.compile(rf"(?:(?<!\w){by}\s+)?\b\d+(?:[.,]\d+)?\s*{percent}", re.IGNORECASE)
