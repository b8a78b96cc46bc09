"""A message that claims something → its figures, each with the words nearest to it that say what it is of.

`На школы дали 5 млрд, а на дороги — 2 млрд` claims two things. What the words name is not looked up here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from parser.question.amount_seen import without_amount_seen
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.checking import ClaimWord, says_pattern
from parser.question.claimed_base import find_base
from parser.question.claimed_direction import claim_joint, find_balance
from parser.question.claimed_figures import find_claimed_figures, tell_kind
from parser.question.claimed_subject import Read, ask_claimed, ask_sum, name_whole, read_personal
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.intents import Direction
from parser.question.named_years import spell_years
from parser.question.question import Claim, Question, Statement
from parser.text.letters import SMALLS

_NEAR = 12  # pieces before and behind one that may tell what its figure is of
_MOST_STATEMENTS = 5  # that one message is checked for
_MOST_UNREAD = 5
_LONGEST = 4096  # characters: as long as a message may be


@dataclass(frozen=True, slots=True)
class _SaidPart:
    """A part of a sentence that has one figure at most: its text without it, the likeliest reading first."""

    sentence: int
    texts: tuple[str, ...]
    figure: ClaimedFigure | None = None
    is_shared: bool = False  # each of the lines that it names is claimed to have so much
    around: tuple[str, str] = ("", "")  # what stands before its figure, and behind it


def read_claim(text: str, read: Read) -> Claim:
    """What a message claims.

    Args:
        text: the message.
        read: reads what a text asks.

    Returns:
        Its figures with what they are said of; none where it has no figure that can be checked.
    """
    said = _ADDRESS.sub(" ", text.strip()[:_LONGEST])
    pieces = [
        piece for at, sentence in enumerate(_SENTENCE_END.split(said)) for piece in _split(sentence, at, read)
    ]
    told = [(piece, piece.figure) for piece in pieces if piece.figure is not None]
    stated = (
        statement
        for piece, figure in told[:_MOST_STATEMENTS]
        for statement in _part_moved(piece, figure, read)
        or _part_shared(_state(piece, figure, pieces, read), piece)
    )
    statements = tuple(islice(stated, _MOST_STATEMENTS))
    left = [figure.said for _, figure in told[_MOST_STATEMENTS:]]
    unread = tuple(dict.fromkeys([*_find_unread(said), *left]))
    around = tuple(read(piece.texts[0]) for piece in pieces)
    return Claim(statements, unread[:_MOST_UNREAD], around)


def _split(sentence: str, number: int, read: Read) -> Iterator[_SaidPart]:
    """A sentence in pieces of one figure each."""
    figures = find_claimed_figures(sentence)
    if not figures:
        if sentence.strip():
            yield _SaidPart(number, (sentence,))
        return
    behind = _stands_behind(sentence, figures, read)
    start = 0
    for figure, following in zip(figures, [*figures[1:], None], strict=True):
        end = _find_end(sentence, figure, following, behind=behind) if following else len(sentence)
        piece = sentence[start:end]
        named = tell_kind(figure, piece, start)
        texts = _list_readings(piece, figure.start - start, figure.end - start)
        is_shared = _each().search(sentence, start, figure.start) is not None
        around = (piece[: figure.start - start], piece[figure.end - start :])
        yield _SaidPart(number, texts, named, is_shared, around)
        start = end


def _stands_behind(sentence: str, figures: Sequence[ClaimedFigure], read: Read) -> bool:
    """Whether each figure of a sentence stands before what it is of: `5 млрд на школы и 2 млрд на дороги`."""
    after = sentence[figures[-1].end :]
    return _behind().match(after) is not None and _names(read(after))


def _find_end(sentence: str, figure: ClaimedFigure, following: ClaimedFigure, *, behind: bool) -> int:
    """Where the piece of a figure ends and that of the following one begins."""
    between = list(claim_joint().finditer(sentence, figure.end, following.start))
    if between:
        return between[-1 if behind else 0].start()
    return following.start if behind else figure.end


def _list_readings(piece: str, start: int, end: int) -> tuple[str, ...]:
    """What may say what a figure is of: all of the piece, the clause it stands in, the noun behind `на`."""
    before, after = _each().sub(" ", piece[:start]), piece[end:]
    clause = [*claim_joint().split(before)[-1:], *claim_joint().split(after)[:1]]
    whole = _without_figure(before, after)
    readings = [whole, _without_figure(*clause)]
    readings += [found["noun"] for text in (readings[1], whole) for found in _nouns().finditer(text)]
    return tuple(dict.fromkeys(reading.strip(" ,;:—–-") for reading in readings))


def _without_figure(before: str, after: str) -> str:
    """A text without its figure, and without what says how exactly that is meant: `около`, `астам`."""
    return without_amount_seen(_around().sub(" ", f"{before} {after}"))


def _state(piece: _SaidPart, figure: ClaimedFigure, pieces: Sequence[_SaidPart], read: Read) -> Statement:
    """A figure with the readings of what it is of, which another piece tells where its own does not."""
    own = _read_all(piece, read)
    at = next(index for index, each in enumerate(pieces) if each is piece)
    beyond = next((question.frame.beyond_plan for question in own), None)
    personal = read_personal(figure, *piece.around, read)
    if personal is not None:
        personal = personal if personal.asks_edition else with_edition(personal, own[0])
        named = (personal,) if _names(personal) else ()
        return Statement(figure, named, personal.frame.beyond_plan)
    base = find_base(figure, *piece.around, read)
    if base is not None:
        subject = ask_claimed(base.subject, figure)
        than = None if base.than is None else ask_claimed(base.than, figure)
        return Statement(figure, (subject,), beyond, than=than, since=base.since)
    if not any(map(_names, own)):
        first = max(at - _NEAR, 0)
        near = [(index - at, other) for index, other in enumerate(pieces[first : at + _NEAR + 1], first)]
        others = sorted(
            (pair for pair in near if pair[0]), key=lambda pair: _distance(piece, pair[1], pair[0])
        )
        readings = (_read_all(other, read) for _, other in others)
        near_one = next((each for each in readings if any(map(_names, each))), own)
        own = [with_edition(each, own[0]) for each in near_one] if own[0].asks_edition else near_one
    figure = replace(figure, balance=find_balance(own[0].text))
    subjects = [ask_claimed(question, figure) for question in own if _names(question)]
    if figure.kind is not FigureKind.SHARE:
        # Several that are named together may be claimed to have so much together.
        subjects = [ask_sum(question, figure) for question in own[:1] if len(question.parts) > 1] + subjects
    if not subjects and figure.kind is not FigureKind.SHARE:  # бюджет вырос
        subjects = [ask_claimed(whole, figure) for whole in name_whole(own[0], read)]
    is_doubtful = _CLAUSE_END.search(piece.texts[0]) is not None
    whole = tuple(ask_claimed(named, figure) for named in name_whole(own[0], read))
    return Statement(figure, tuple(dict.fromkeys(subjects)), beyond, is_doubtful, whole=whole)


def _part_shared(statement: Statement, piece: _SaidPart) -> list[Statement]:
    """A statement of each line, where each has so much: `школы и садики получили по 5 млрд`."""
    summed = next((subject for subject in statement.subjects if subject.parts), None)
    if summed is None or not piece.is_shared:
        return [statement]
    return [replace(statement, subjects=(part,)) for part in summed.parts]


def _part_moved(piece: _SaidPart, figure: ClaimedFigure, read: Read) -> list[Statement]:
    """A cut of one line and a rise of another, where so much is said to have gone from one to the other."""
    if figure.kind not in {FigureKind.AMOUNT, FigureKind.CHANGE}:
        return []
    asked = read(piece.texts[0])
    if not asked.frame.moved:
        return []
    ways = zip(asked.parts, (Direction.CUTS, Direction.RISES), strict=True)
    return [
        Statement(
            replace(figure, kind=FigureKind.CHANGE, direction=direction, is_bounded=False),
            (with_edition(ask_claimed(part, figure), asked),),
            moved=True,
        )
        for part, direction in ways
    ]


def _distance(piece: _SaidPart, other: _SaidPart, steps: int) -> tuple[int, bool, int]:
    """How near another piece is: those of the same sentence first, then those before."""
    return (abs(other.sentence - piece.sentence), steps > 0, abs(steps))


def _read_all(piece: _SaidPart, read: Read) -> list[Question]:
    """The readings of a piece; one of a part of it is of the edition that the whole of it names."""
    texts = [_cut_actors(text, read) for text in piece.texts]
    whole = read(texts[0])
    parts = (read(text) for text in texts[1:] if text)
    return [whole, *(part if part.asks_edition else with_edition(part, whole) for part in parts)]


def _cut_actors(text: str, read: Read) -> str:
    """A text without those who decide on money, where it names something else: `депутаты урезали школы`."""
    rest = _actors().sub(" ", text)
    return rest if rest != text and _names(read(rest)) else text


def _names(question: Question) -> bool:
    return question.names_line and question.talk is None


def _find_unread(text: str) -> Iterator[str]:
    """The numbers of a text that are no figures of a budget, years, dates or decisions: `5 школ`."""
    spelled = spell_years(text)
    figures = find_claimed_figures(spelled)
    for match in _numbers().finditer(spelled):
        inside = any(match.start() < figure.end and figure.start < match.end("number") for figure in figures)
        if not inside and not _OF_TIME.fullmatch(match["number"]):
            yield " ".join(match[0].split())


_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S+", re.IGNORECASE)
_SENTENCE_END = re.compile(rf"(?<=[.!?…])\s+(?=[^{SMALLS}])|\n+")
_CLAUSE_END = re.compile(r"[,;]\s")
_BOUNDING = (
    Asks.MORE_THAN,
    Asks.LESS_THAN,
    Asks.AT_LEAST,
    Asks.AT_MOST,
    Asks.ABOUT,
    Asks.MORE_THAN_FOLLOWS,
    Asks.LESS_THAN_FOLLOWS,
    Asks.AT_LEAST_FOLLOWS,
    Asks.AT_MOST_FOLLOWS,
    Asks.ABOUT_FOLLOWS,
)
_OF_TIME = re.compile(r"(?:19|20)\d\d|\d{1,2}\.\d{1,2}(?:\.\d{2,4})?")  # a year, a date


@cache
def _numbers() -> re.Pattern[str]:
    """A number with the word behind it that says what it counts."""
    joins = says_pattern(ClaimWord.JOINS)
    return re.compile(
        rf"(?<![\w№/.,-])(?<!№\s)(?P<number>\d+(?:[ .,]\d+)*)(?![\w/-]|[.,]\d)(?:[ ]+(?!{joins}\b)[^\W\d]+)?",
        re.IGNORECASE,
    )


@cache
def _actors() -> re.Pattern[str]:
    own = says_pattern(ClaimWord.ACTORS_OWN)
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.ACTOR)}(?!\w)(?!\s+{own})", re.IGNORECASE)


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
def _around() -> re.Pattern[str]:
    """The words that bound an amount or say how exactly it is meant: of a claim they name no line."""
    asking = load_asking_words()
    words = "|".join([*map(asking.pattern, _BOUNDING), says_pattern(ClaimWord.EXACTLY)])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
