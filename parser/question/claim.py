"""A message that claims something → its figures, each with the words nearest to it that say what it is of.

`На школы дали 5 млрд, а на дороги — 2 млрд` claims two things. What the words name is not looked up here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.checking import ClaimWord, says_pattern
from parser.question.claimed_actors import cut_actors
from parser.question.claimed_aside import cut_certainty, say_again
from parser.question.claimed_base import find_base
from parser.question.claimed_difference import find_difference
from parser.question.claimed_direction import find_balance, stands_against
from parser.question.claimed_figures import find_claimed_figures
from parser.question.claimed_hundredths import spell_hundredths
from parser.question.claimed_pieces import SaidPart, share_verbs, split_sentence
from parser.question.claimed_share import ClaimedShare, find_share, may_be_inside, names_beside_base
from parser.question.claimed_subject import (
    Read,
    ask_claimed,
    ask_sum,
    name_changed,
    name_whole,
    read_personal,
)
from parser.question.claimed_years import cut_span, find_span, over_years
from parser.question.denied_times import drop_denied_times
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.intents import Direction, Unheld
from parser.question.named_years import spell_years
from parser.question.question import Claim, Question, Statement, YearSpan
from parser.text.dates import parse_month
from parser.text.letters import SMALLS

_NEAR = 12  # pieces before and behind one that may tell what its figure is of
_MOST_STATEMENTS = 10  # that one message is checked for
_MOST_FIGURES = 40  # that are read, for those behind the checked ones may tell what these are of
_MOST_UNREAD = 5
_LONGEST = 4096  # characters: as long as a message may be


def read_claim(text: str, read: Read) -> Claim:
    """What a message claims.

    Args:
        text: the message.
        read: reads what a text asks.

    Returns:
        Its figures with what they are said of; none where it has no figure that can be checked.
    """
    said, certainty = cut_certainty(drop_denied_times(_ADDRESS.sub(" ", text.strip()[:_LONGEST])))
    spelled = [spell_hundredths(sentence) for sentence in _SENTENCE_END.split(said)]
    pieces = share_verbs(_list_pieces([sentence for sentence, _ in spelled], read))
    told = [(piece, piece.figure) for piece in pieces if piece.figure is not None]
    statements: list[Statement] = []
    left: list[str] = []
    spans: dict[int, YearSpan | None] = {}  # by sentence: `за три года на школы 27, на садики 6 млрд`
    for piece, figure in told:
        if len(statements) >= _MOST_STATEMENTS:
            left.append(figure.said)
            continue
        span = _find_years(piece, figure, read) or spans.get(piece.sentence)
        statements += (
            replace(_as_said(stated, figure.start, spelled[piece.sentence][1]), verbs=piece.verbs)
            for stated in _list_statements(piece, pieces, read, statements, span)
        )
        spans[piece.sentence] = None if span is None or len(span.years) == 1 else span
    unread = tuple(dict.fromkeys([*certainty, *_find_unread("\n".join(each for each, _ in spelled)), *left]))
    around = tuple(read(piece.texts[0]) for piece in pieces)
    return Claim(tuple(statements[:_MOST_STATEMENTS]), unread[:_MOST_UNREAD], around)


def _list_pieces(sentences: Sequence[str], read: Read) -> list[SaidPart]:
    """A message's pieces, up to its fortieth figure: to read a long message of nothing else takes seconds."""
    pieces: list[SaidPart] = []
    left = _MOST_FIGURES
    for number, sentence in enumerate(sentences):
        pieces += split_sentence(sentence, number, read, left)
        left = _MOST_FIGURES - sum(piece.figure is not None for piece in pieces)
        if left <= 0:
            break
    return pieces


def _as_said(statement: Statement, start: int, hundredths: Mapping[tuple[int, str], str]) -> Statement:
    """A statement with its figure as it was said, from its place in the sentence: `из 100 тенге 53`."""
    figure = statement.figure
    said = hundredths.get((start, figure.said))
    return statement if said is None else replace(statement, figure=replace(figure, said=said))


def _list_statements(
    piece: SaidPart,
    pieces: Sequence[SaidPart],
    read: Read,
    before: Sequence[Statement],
    span: YearSpan | None,
) -> list[Statement]:
    """What a piece claims: one thing, but of figures that each of several lines or years has."""
    figure = piece.figure
    if figure is None:
        return []
    different = find_difference(figure, piece.texts[0], before, read)
    if different is not None:
        return [different]
    moved = _part_moved(piece, figure, read)
    if moved:
        return moved
    changed = name_changed(figure, " ".join(piece.around), read)
    if changed is not None:
        return [Statement(figure, (changed,))]
    stated = _state(piece, figure, pieces, read, before[-1] if before else None)
    return [
        each for part in _part_shared(stated, piece) for each in over_years(part, span, each=piece.is_shared)
    ]


def _find_years(piece: SaidPart, figure: ClaimedFigure, read: Read) -> YearSpan | None:
    said = piece.texts[0]
    return find_span(figure, said, read(cut_span(said)), piece.at, piece.row)


def _state(
    piece: SaidPart,
    figure: ClaimedFigure,
    pieces: Sequence[SaidPart],
    read: Read,
    last: Statement | None,
) -> Statement:
    """A figure with the readings of what it is of, which another piece tells where its own does not."""
    own = _read_all(piece, read)
    beyond = next((question.frame.beyond_plan for question in own), None)
    again = say_again(figure, piece.around[0], last)
    if again is not None:
        return again
    personal = read_personal(figure, *piece.around, read)
    if personal is not None:
        personal = personal if personal.asks_edition else with_edition(personal, own[0])
        counts = personal.frame.beyond_plan is Unheld.COUNT  # of people, and no line is of these
        named = (personal,) if personal.means_line and not counts else ()
        return Statement(figure, named, personal.frame.beyond_plan)
    base = find_base(figure, *piece.around, read)
    if base is not None:
        subject = ask_claimed(base.subject, figure)
        than = None if base.than is None else ask_claimed(base.than, figure)
        return Statement(figure, (subject,), beyond, than=than, than_joined=base.is_joined, since=base.since)
    share = find_share(figure, *piece.around, read)
    if share is not None:
        return _state_share(share, figure, own[0], last)
    said = own[0]
    is_of_last = piece.is_part and last is not None and figure.kind is FigureKind.SHARE
    if is_of_last and last is not None and last.subjects and not figure.of_whole and said.means_line:
        return _state_share(ClaimedShare(said, last.subjects[0]), figure, said, last)
    own = _read_near(piece, figure, pieces, own, read)
    figure = figure if figure.is_denied else replace(figure, balance=find_balance(own[0].text))
    whole = tuple(ask_claimed(named, figure) for named in name_whole(own[0], read))
    is_doubtful = _CLAUSE_END.search(piece.texts[0]) is not None
    subjects = _list_subjects(piece, figure, own, said)
    if not subjects and figure.kind is not FigureKind.SHARE and piece.row == 1:  # бюджет вырос
        subjects = list(whole)
    inside = may_be_inside(figure, *piece.around, read)
    return Statement(
        figure,
        tuple(dict.fromkeys(subjects)),
        beyond,
        is_doubtful,
        whole=whole,
        may_be_inside=inside,
        is_against=stands_against(*piece.around),
    )


def _state_share(
    share: ClaimedShare, figure: ClaimedFigure, own: Question, last: Statement | None
) -> Statement:
    """A share of a line, of what its clause names or the statement before it: `…, это 67 % образования`.

    Where neither does, nothing tells what has it.
    """
    figure = replace(figure, of_whole=False)
    beyond = own.frame.beyond_plan
    named = [share.part] if share.part is not None else list(last.subjects) if last is not None else []
    if not named:
        return Statement(figure, (), beyond)
    edition = own if share.part is not None or own.asks_edition else named[0]
    parts = tuple(with_edition(ask_claimed(part, figure), edition) for part in named)
    return Statement(figure, parts, beyond, of_line=with_edition(ask_claimed(share.whole, figure), edition))


def _read_near(
    piece: SaidPart, figure: ClaimedFigure, pieces: Sequence[SaidPart], own: list[Question], read: Read
) -> list[Question]:
    """The readings of a piece; where these name no line, those of the nearest one that does."""
    names = names_beside_base if figure.kind is FigureKind.SHARE else _means_line
    if any(map(names, own)):
        return own
    at = next(index for index, each in enumerate(pieces) if each is piece)
    first = max(at - _NEAR, 0)
    near = [(index - at, other) for index, other in enumerate(pieces[first : at + _NEAR + 1], first)]
    others = sorted((pair for pair in near if pair[0]), key=lambda pair: _distance(piece, pair[1], pair[0]))
    readings = (_read_all(other, read) for _, other in others)
    near_one = next((each for each in readings if any(map(names, each))), own)
    has_edition = own[0].asks_edition or _says_now(own[0])
    return [with_edition(each, own[0]) for each in near_one] if has_edition else near_one


def _list_subjects(
    piece: SaidPart, figure: ClaimedFigure, own: Sequence[Question], said: Question
) -> list[Question]:
    """What may name the line of a figure, the likeliest first.

    Of figures in a row each is of its own line: `школам и садикам 8,4 и 1,9 млрд`. Where another number of
    lines is named, it is not said which is of which.
    """
    parts = own[0].parts
    if piece.row > 1 and len(parts) > 1:
        own_part = [with_edition(parts[piece.at], own[0])] if len(parts) == piece.row else []
        return [ask_claimed(part, figure) for part in own_part]
    subjects = [ask_claimed(question, figure, said) for question in own if question.means_line]
    if figure.kind is not FigureKind.SHARE:
        # Several that are named together may be claimed to have so much together.
        subjects = [ask_sum(question, figure) for question in own[:1] if len(parts) > 1] + subjects
    return subjects


def _means_line(question: Question) -> bool:
    return question.means_line


def _says_now(question: Question) -> bool:
    """Whether a piece is of the newest edition, whichever is named before: `изначально 8,3, сейчас 8,4`."""
    asking = load_asking_words()
    return question.latest or any(
        asking.says(token.sound, Asks.NOW, Asks.BECAME) for token in question.tokens
    )


def _part_shared(statement: Statement, piece: SaidPart) -> list[Statement]:
    """A statement of each line, where each has so much: `школы и садики получили по 5 млрд`."""
    summed = next((subject for subject in statement.subjects if subject.parts), None)
    if summed is None or not piece.is_shared:
        return [statement]
    return [replace(statement, subjects=(part,)) for part in summed.parts]


def _part_moved(piece: SaidPart, figure: ClaimedFigure, read: Read) -> list[Statement]:
    """A cut of one line and a rise of another, where so much is said to have gone from one to the other."""
    if figure.kind not in {FigureKind.AMOUNT, FigureKind.CHANGE}:
        return []
    asked = read(piece.texts[0])
    if not asked.frame.moved:
        return []
    ways = zip(asked.parts, (Direction.CUTS, Direction.RISES), strict=True)
    return [
        Statement(
            replace(figure, kind=FigureKind.CHANGE, direction=direction, is_bounded=figure.is_denied),
            (with_edition(ask_claimed(part, figure), asked),),
            moved=True,
        )
        for part, direction in ways
    ]


def _distance(piece: SaidPart, other: SaidPart, steps: int) -> tuple[int, bool, int]:
    """How near another piece is: those of the same sentence first, then those before."""
    return (abs(other.sentence - piece.sentence), steps > 0, abs(steps))


def _read_all(piece: SaidPart, read: Read) -> list[Question]:
    """The readings of a piece; one of a part of it is of the edition that the whole of it names.

    Who is said to have a share of the budget, or to spend it, has that: `акимат съедает 10 % бюджета`.
    """
    is_share = piece.figure is not None and piece.figure.kind is FigureKind.SHARE
    names = names_beside_base if is_share or piece.is_spent else _means_line
    texts = [cut_actors(cut_span(text), read, names) for text in piece.texts]
    whole = read(texts[0])
    parts = (read(text) for text in texts[1:] if text)
    return [whole, *(part if part.asks_edition else with_edition(part, whole) for part in parts)]


def _find_unread(text: str) -> Iterator[str]:
    """The numbers of a text that are no figures of a budget, years, dates or decisions: `5 школ`."""
    spelled = spell_years(cut_span(text))
    figures = find_claimed_figures(spelled)
    for match in _numbers().finditer(spelled):
        inside = any(match.start() < figure.end and figure.start < match.end("number") for figure in figures)
        is_day = parse_month(match[0].rpartition(" ")[2]) is not None  # 1 января
        if not (inside or is_day or _OF_TIME.fullmatch(match["number"])):
            yield " ".join(match[0].split())


_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S+", re.IGNORECASE)
_SENTENCE_END = re.compile(rf"(?<=[.!?…])\s++(?!\W{{0,3}}+[{SMALLS}])|\n+")  # but `21 тыс. — доходы`
_CLAUSE_END = re.compile(r"[,;]\s")
_OF_TIME = re.compile(r"(?:19|20)\d\d|\d{1,2}\.\d{1,2}(?:\.\d{2,4})?")  # a year, a date


@cache
def _numbers() -> re.Pattern[str]:
    """A number with the word behind it that says what it counts."""
    joins = says_pattern(ClaimWord.JOINS)
    return re.compile(
        rf"(?<![\w№/.,-])(?<!№\s)(?P<number>\d+(?:[ .,]\d+)*)(?![\w/-]|[.,]\d)(?:[ ]+(?!{joins}\b)[^\W\d]+)?",
        re.IGNORECASE,
    )
