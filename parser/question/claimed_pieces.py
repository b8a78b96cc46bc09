"""A claimed sentence in pieces of one figure each, with all that may say what the figure is of.

`На школы дали 5 млрд, а на дороги — 2 млрд` is two. Figures that stand in a row share one piece: `школам и
садикам 8,4 и 1,9 млрд`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from parser.dataclass import dataclass
from parser.question.amount_seen import without_amount_seen
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern, says_whole
from parser.question.claimed_actors import cut_deciding
from parser.question.claimed_aside import without_sign
from parser.question.claimed_base import without_base
from parser.question.claimed_denial import end_of_denial, without_denials, without_negated_verbs
from parser.question.claimed_direction import claim_joint
from parser.question.claimed_figures import find_claimed_figures
from parser.question.claimed_kind import cut_bound, find_shared_verb, is_by, names_part, tell_kind
from parser.question.claimed_numbers import in_row
from parser.question.claimed_subject import Read
from parser.question.claimed_verbs import find_unread_verbs
from parser.question.figure_kinds import AS_CHANGE, ClaimedFigure, FigureKind
from parser.text.folding import sounds
from parser.text.units import currency_words

_OF_LINE = frozenset({FigureKind.AMOUNT, FigureKind.SHARE})  # what is counted from nothing else


@dataclass(frozen=True, slots=True)
class SaidPart:
    """A part of a sentence that has one figure at most.

    Attributes:
        sentence: the number of its sentence.
        texts: without its figure, the likeliest reading first.
        figure: the figure, where it has one.
        is_shared: whether each of the lines that it names is claimed to have so much.
        around: what stands before its figure, and behind it.
        at: which of the figures it is that stand in a row.
        row: how many these are.
        is_spent: whether somebody is said to have spent it.
        is_by: whether it is said by how much: `на 7 %`.
        is_part: whether it is of what was said before: `из них больше половины`.
        verbs: the verbs around its figure that nothing reads.
    """

    sentence: int
    texts: tuple[str, ...]
    figure: ClaimedFigure | None = None
    is_shared: bool = False
    around: tuple[str, str] = ("", "")
    at: int = 0
    row: int = 1
    is_spent: bool = False
    is_by: bool = False
    is_part: bool = False
    verbs: tuple[str, ...] = ()


def split_sentence(sentence: str, number: int, read: Read, most: int) -> Iterator[SaidPart]:
    """A sentence in pieces of one figure each.

    Args:
        sentence: the sentence.
        number: which of the message it is.
        read: reads what a text asks.
        most: how many figures are read; the sentence is cut before the next one.
    """
    figures = find_claimed_figures(sentence)
    if len(figures) > most:
        sentence, figures = sentence[: figures[most].start], figures[:most]
    if not figures:
        if sentence.strip():
            yield SaidPart(number, (sentence,))
        return
    behind = _stands_behind(sentence, figures, read)
    rows = in_row(sentence, figures)
    start = 0
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        first, last = row[0], row[-1]
        end = _find_end(sentence, last, following[0], behind=behind) if following else len(sentence)
        piece = sentence[start:end]
        verb = find_shared_verb(sentence, last, following[0]) if following else None
        told_in = piece if verb is None else f"{sentence[start : last.end]} {verb}"
        is_shared = _each().search(sentence, start, first.start) is not None
        around = (piece[: first.start - start], piece[last.end - start :])
        verbs = find_unread_verbs(*around, read)
        is_spent = _is_spent(piece)
        for at, figure in enumerate(row):
            spread = replace(figure, start=first.start, end=last.end)
            named = tell_kind(spread, told_in, start, is_verb_unread=bool(verbs))
            around = cut_deciding(*around)
            texts = _list_readings(*_without_denial(around, named), named, read)
            bound = cut_bound(figure, *around)
            told = (_nameless().sub(" ", bound.before), _nameless().sub(" ", bound.after))
            told = _without_denial(told, named)
            yield SaidPart(
                number,
                texts,
                replace(named, start=figure.start, end=figure.end),
                is_shared,
                told,
                at,
                len(row),
                is_spent=is_spent,
                is_by=is_by(figure, *around),
                is_part=names_part(around[0]),
                verbs=verbs,
            )
        start = end


def share_verbs(pieces: Sequence[SaidPart]) -> list[SaidPart]:
    """Pieces, those that say by how much as changes where the one beside them says that something changed.

    `школы выросли на 46 млн, садики на 60 млн`; `мектептер 46 млн-ға, балабақшалар 60 млн-ға өсті`

    Args:
        pieces: of a message, in their order.
    """
    told = list(pieces)
    ways = [(at, at - 1) for at in range(1, len(told))], [(at, at + 1) for at in range(len(told) - 1)][::-1]
    for at, beside in (*ways[0], *ways[1]):
        told[at] = _share_verb(told[at], told[beside])
    return told


def _share_verb(piece: SaidPart, beside: SaidPart) -> SaidPart:
    figure, changed = piece.figure, beside.figure
    if figure is None or changed is None or piece.sentence != beside.sentence or not piece.is_by:
        return piece
    kind = AS_CHANGE.get(figure.kind)
    if kind is None or figure.of_whole or figure.is_end or changed.kind not in AS_CHANGE.values():
        return piece
    return replace(piece, figure=replace(figure, kind=kind, direction=changed.direction))


def _without_denial(around: tuple[str, str], figure: ClaimedFigure) -> tuple[str, str]:
    """What stands around a figure, without a verb that denies it."""
    before, after = around
    if figure.value == 0:
        return without_denials(before), without_denials(after)
    return (without_negated_verbs(before), without_negated_verbs(after)) if figure.is_denied else around


def _stands_behind(sentence: str, figures: Sequence[ClaimedFigure], read: Read) -> bool:
    """Whether each figure of a sentence stands before what it is of: `5 млрд на школы и 2 млрд на дороги`."""
    after = sentence[figures[-1].end :]
    return _behind().match(after) is not None and read(after).means_line


def _find_end(sentence: str, figure: ClaimedFigure, following: ClaimedFigure, *, behind: bool) -> int:
    """Where the piece of a figure ends and that of the following one begins."""
    between = list(claim_joint().finditer(sentence, figure.end, following.start))
    if between:
        return between[-1 if behind else 0].start()
    if behind:
        return following.start
    base = _base_behind().match(sentence, figure.end) if figure.kind is FigureKind.SHARE else None
    return min(base.end(), following.start) if base else end_of_denial(sentence, figure.end)


def _list_readings(before: str, after: str, figure: ClaimedFigure, read: Read) -> tuple[str, ...]:
    """What may say what a figure is of: all of the piece, the clause it stands in, the noun behind `на`.

    What an amount is only said to be more than, `это больше, чем в 2012 году`, says nothing of that.
    """
    before = _each().sub(" ", without_sign(before))
    clause = [*claim_joint().split(before)[-1:], *claim_joint().split(after)[:1]]
    if figure.kind in _OF_LINE:
        after = without_base(after, read)
    whole = _without_figure(before, after)
    readings = [whole, _without_figure(*clause)]
    readings += [found["noun"] for text in (readings[1], whole) for found in _nouns().finditer(text)]
    return tuple(dict.fromkeys(reading.strip(" ,;:—–-") for reading in readings))


def _without_figure(before: str, after: str) -> str:
    """A text without its figure, and without what says how exactly that is meant: `около`, `астам`.

    What bounds an amount behind it does so right there: in `мектепке дейінгі тәрбие` it is of a name.
    """
    after = _bound_behind().sub(r"\g<between> ", after, count=1)
    return without_amount_seen(_around().sub(" ", f"{before} {after}"))


_NAMELESS = (
    ClaimWord.EATEN,
    ClaimWord.CUTS,
    ClaimWord.TOLD,
    ClaimWord.EXACTLY,
    ClaimWord.PART,
    ClaimWord.INSTEAD,
    ClaimWord.INSTEAD_FOLLOWS,
)
_BOUNDING = (
    Asks.MORE_THAN,
    Asks.LESS_THAN,
    Asks.AT_LEAST,
    Asks.AT_MOST,
    Asks.ABOUT,
)
_BOUNDING_BEHIND = (
    Asks.MORE_THAN_FOLLOWS,
    Asks.LESS_THAN_FOLLOWS,
    Asks.AT_LEAST_FOLLOWS,
    Asks.AT_MOST_FOLLOWS,
    Asks.ABOUT_FOLLOWS,
)


def _is_spent(piece: str) -> bool:
    """Whether somebody is said to have spent money, also by a word that sounds like a line's: `съели`."""
    asking = load_asking_words()
    spends = any(asking.says(word, Asks.SPENDS) for word in sounds(piece))
    return spends or says_whole(ClaimWord.EATEN).search(piece) is not None


@cache
def _nameless() -> re.Pattern[str]:
    """The words that say how exactly a figure is meant, what it is a part of, and what it stands for."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(says_pattern, _NAMELESS))})(?!\w)", re.IGNORECASE)


@cache
def _base_behind() -> re.Pattern[str]:
    """What a share is of, right behind it: `52,6 % бюджета` belongs to that figure, not to the next."""
    source, base = says_pattern(ClaimWord.RANGE_FROM), says_pattern(ClaimWord.BASE)
    return re.compile(rf"\s*(?:{source}\s+)?(?:[^\W\d]+\s+)?{base}(?!\w)", re.IGNORECASE)


@cache
def _each() -> re.Pattern[str]:
    """What says right before a figure that each of several has so much."""
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.EACH)}\s+\Z", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s*{says_pattern(ClaimWord.BEHIND)}\s", re.IGNORECASE)


@cache
def _nouns() -> re.Pattern[str]:
    """What money is for, behind `на` and before what is no more of it: `на школы города из бюджета`."""
    word, before = rf"(?! {says_pattern(ClaimWord.ENDS)} ) [^\W\d]+", says_pattern(ClaimWord.FOR)
    return re.compile(
        rf"(?<!\w) {before} \s+ (?P<noun> {word} (?: \s+ {word} ){{0,3}} )", re.IGNORECASE | re.VERBOSE
    )


@cache
def _bound_behind() -> re.Pattern[str]:
    """A word that bounds the amount before it, with no word between but its money: `теңгеге дейін`."""
    words = "|".join(map(load_asking_words().pattern, _BOUNDING_BEHIND))
    money = rf"(?<!\w){currency_words()}\w*"
    return re.compile(
        rf"\A(?P<between>[-–\s]*(?:\w{{1,4}}(?!\w))?\s*(?:{money})?\s*)(?:{words})(?!\w)", re.IGNORECASE
    )


@cache
def _around() -> re.Pattern[str]:
    """The words that bound an amount or say how exactly it is meant: of a claim they name no line."""
    asking = load_asking_words()
    words = "|".join([*map(asking.pattern, _BOUNDING), *map(says_pattern, _NAMELESS)])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
