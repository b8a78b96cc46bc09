"""In which line another stands, and what its code is: `в каком разделе освещение`, `код школы`.

A line's card says both. Whether it stands inside another one that is named as well (`школы входят в
образование?`), or what share of it is, is told of both side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parser.budget_code import Side
from parser.dataclass import replace
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.intents import Frame, Intent, Relation
from parser.question.nouns import ends_as_adjective
from parser.question.of_shown import OfShown, load_of_shown
from parser.question.question import Question, Token
from parser.question.ranked_in import AT_LARGE, RankedIn, part_ranked
from parser.question.reading import read_question
from parser.question.small_words import SmallWord, is_small
from parser.question.taken_out import mark_asking
from parser.question.word_forms import GENITIVE, LOCATIVE_AS_ADJECTIVE
from parser.text.folding import fold, sound, words

_OF_MONEY = (Asks.HOW_MUCH, Asks.WHOLE, Asks.CASH, Asks.RECEIVES)  # what comes in, and stands in no line
_OF_LINES = (Asks.WHAT, Asks.WHICH, Asks.WHICH_ONES, Asks.WHICH_OF, Asks.WHERE, Asks.WHOSE)
_WHETHER = frozenset({Intent.AMOUNT, Intent.LIST, Intent.COMPARE})
_BEGUN = re.compile(r"(\w+)-(?=\w)")  # the first part of a word: жилищно-коммунальное
_OF_CARD = frozenset({OfShown.ABOVE, OfShown.CODE})
_SIDES = ((Asks.OF_RECEIPTS, Side.RECEIPTS), (Asks.OF_SPENDING, Side.SPENDING))


def read_standing(question: Question) -> Question:
    """A question of where a line stands or of its code, as one of the line; any other as it is.

    >>> read_standing(read_question("в каком разделе освещение")).words == ("osvewenie",)
    True

    Args:
        question: as it was read without this.
    """
    if question.talk or question.lacks or question.codes or question.parts or question.path:
        return question
    found = [match for match in load_of_shown().find(question.tokens) if match.phrase.meaning in _OF_CARD]
    asked = max(found, key=lambda match: len(match.positions), default=None)
    if asked is None:
        return _read_inside(question) or _read_share(question) or _without_base(question)
    line = _read([token for n, token in enumerate(question.tokens) if n not in asked.positions])
    if not (line.names_line and line.frame.asks_nothing_more) or line.parts:
        return question
    return replace(with_edition(line, question), text=question.text, said=question.said)


def _read_inside(question: Question) -> Question | None:
    """A question whether a line stands inside another one, as a comparison of both; None for any other."""
    tokens, asks = question.tokens, _find_stands_in(question)
    if not asks:
        return None
    before: Sequence[Token] = tokens[: min(asks)]
    after: Sequence[Token] = tokens[max(asks) + 1 :]
    if not _names(before):  # входит ли спорт в культуру
        within = (n for n, token in enumerate(after) if is_small(SmallWord.INSIDE, token.sound))
        first = next(within, 0)
        named = _names(after[:first])
        before, after = (after[:first], after[first:]) if named else _cut_behind_whole(after, question.text)
    if not _names(after):  # мектеп білім беруге кіре ме
        first = next((n for n, token in enumerate(before, start=1) if _names([token])), 0)
        before, after = before[:first], before[first:]
    if not (_names(before) and _names(after)):
        return None
    line, whole = _read(before), _read(after)
    side = _side_of(after)
    if as_whole(line).names_line and side is not None:  # налоги входят в расходы
        return replace(question, tokens=tuple(before), frame=Frame(Intent.SHARE, side=side))
    if not (as_whole(line).names_line and as_whole(whole).names_line):  # расходы внутри отдела
        return None
    marked = tuple(replace(token, filler=token.filler or n in asks) for n, token in enumerate(tokens))
    both = with_edition(line, question), with_edition(whole, question)
    return set_inside(replace(question, tokens=marked), *both)


def _side_of(tokens: Sequence[Token]) -> Side | None:
    """The side of the budget that words name, and nothing else: `в расходы`."""
    asking, named = load_asking_words(), [token.sound for token in tokens if not token.filler]
    found = (side for asks, side in _SIDES if named and all(asking.says(word, asks) for word in named))
    return next(found, None)


def _cut_behind_whole(tokens: Sequence[Token], text: str) -> tuple[Sequence[Token], Sequence[Token]]:
    """The line and what it is to stand in, which is named first: `в образование ремонт школ`.

    What stands behind `в` is one noun, with the adjectives before it; of an office its branch as well.
    """
    asking, begun = load_asking_words(), {fold(part) for part in _BEGUN.findall(text)}
    ends = (
        number
        for number, token in enumerate(tokens, start=1)
        if not (token.filler or ends_as_adjective(token.folded) or token.folded in begun)
        and not asking.says(token.sound, Asks.ADMINISTRATOR)
    )
    end = next(ends, len(tokens))
    return tokens[end:], tokens[:end]


def read_within(question: Question) -> Question | None:
    """The line that a message asks another one to stand in which it does not name: `в образование входят`.

    Args:
        question: the message; where it names both, the first is taken for a part of the second.

    Returns:
        None where it asks something else, `что входит в образование`.
    """
    asks, asking = _find_stands_in(question), load_asking_words()
    others = [token for n, token in enumerate(question.tokens) if n not in asks]
    if not asks or any(asking.says(token.sound, *_OF_LINES) for token in others):
        return None
    whole = _read(others)
    plain = whole.frame.asks_nothing_more and not whole.parts and whole.talk is None
    return whole if as_whole(whole).names_line and plain else None  # состав расходов


def _read_share(question: Question) -> Question | None:
    """A question what share of a line another one is, as a comparison of both: `доля школ в образовании`.

    Of all spending, all revenue or the budget a card says the share.
    """
    if question.intent is not Intent.SHARE or question.exclusions or not _is_plain(question.frame):
        return None
    found = part_ranked(question.text) or _part_behind(question.text)
    if found is None:
        return None
    line, whole = as_whole(read_question(found.line)), as_whole(read_question(found.whole))
    if not (line.names_line and whole.names_line) or line.parts or whole.parts:
        return None
    return set_inside(question, with_edition(line, question), with_edition(whole, question))


def _without_base(question: Question) -> Question:
    """What share of one side a line is, without that side's name: `налоги какая доля в доходах`."""
    named = [n for n, token in enumerate(question.tokens) if not token.filler]
    if question.intent is not Intent.SHARE or question.exclusions or len(named) <= 1:
        return question
    asking, last = load_asking_words(), named[-1]
    side = next((side for asks, side in _SIDES if asking.says(question.tokens[last].sound, asks)), None)
    if side is None or last == named[-2] + 1:  # доля неналоговых поступлений
        return question
    tokens = tuple(token for n, token in enumerate(question.tokens) if n != last)
    return replace(question, tokens=tokens, frame=replace(question.frame, side=side))


def _is_plain(frame: Frame) -> bool:
    return frame.beyond_plan is None and not frame.own_share  # моя доля в налоге


def _part_behind(text: str) -> RankedIn | None:
    """The two parts of a Kazakh question of a share: `мектептің білім берудегі үлесі`."""
    said = words(text)
    at = next((n for n, word in enumerate(said) if LOCATIVE_AS_ADJECTIVE.search(sound(word))), None)
    if at is None:
        return None
    owners = (n for n, word in enumerate(said[:at], start=1) if GENITIVE.search(sound(word)))
    first = max(owners, default=0)
    return RankedIn(" ".join((*said[:first], *said[at + 1 :])), " ".join(said[first : at + 1]))


def as_whole(question: Question) -> Question:
    """A line that another is a share of, without the words that ask for the share or name all of a side.

    Args:
        question: the words that name it, read.
    """
    bare = mark_asking(question.tokens, Asks.SHARE, *AT_LARGE)
    return replace(question, tokens=bare, frame=Frame(), relation=Relation.NAMED)


def set_inside(question: Question, line: Question, whole: Question) -> Question:
    """The question whether a line stands inside another one, as a comparison of both.

    Args:
        question: the message.
        line: the one.
        whole: the other.
    """
    intent = Intent.SHARE if question.intent is Intent.SHARE else Intent.COMPARE
    return replace(
        question, frame=Frame(intent, inside=True), parts=(line, whole), relation=Relation.COMPARED
    )


def _find_stands_in(question: Question) -> frozenset[int]:
    """The numbers of the words that ask whether a line stands inside another; none where none does."""
    spoken = [token.sound for token in question.tokens]
    asking, frame = load_asking_words().hear(spoken), question.frame
    asks_else = frame.count or frame.ranked or question.intent not in _WHETHER
    if asks_else or asking.any_says(*_OF_MONEY) or not asking.may_say(Asks.STANDS_IN):
        return frozenset()  # бюджетке қанша кіреді
    pairs = enumerate(pairwise(["", *spoken]))
    found = ((n, pair) for n, pair in pairs if asking.says_after(*pair, Asks.STANDS_IN))
    for number, pair in found:
        if asking.says(pair[0], Asks.WHAT):
            continue  # білім беруге не кіреді lists what does
        together = asking.says_together(*pair, Asks.STANDS_IN)  # құрамына кіре
        return frozenset({number - 1, number} if together else {number})
    return frozenset()


def _names(tokens: Sequence[Token]) -> bool:
    return any(not token.filler for token in tokens)


def _read(tokens: Sequence[Token]) -> Question:
    return read_question(" ".join(token.folded for token in tokens))
