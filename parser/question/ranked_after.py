"""What stands behind a line among the largest, and at which place: `на что больше всего после школ`.

Without it the largest would be told inside the line that is named, or of what shares a word with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.fillers import is_filler
from parser.question.intents import Frame, Intent
from parser.question.listed_level import level_in
from parser.question.named_decision import read_ordinal
from parser.question.question import Question
from parser.text.dates import parse_month
from parser.text.folding import sound, words

_ATTRIBUTE = 2  # letters of the ending that makes an attribute of a Kazakh word: кейін|гі
_NO_LINE = (
    *(Asks.LINE, Asks.PROGRAM, Asks.GROUP, Asks.SUBGROUP, Asks.ADMINISTRATOR, Asks.GENERIC),
    *(Asks.MONEY, Asks.OUTLAY, Asks.WHOLE),
)
_ASKS = (
    *(Asks.VERY, Asks.LARGE, Asks.LARGEST, Asks.MORE, Asks.OF_ALL, Asks.WHAT, Asks.WHERE, Asks.WHICH),
    *(Asks.WHICH_ONES, Asks.SPENDS, Asks.MUCH, Asks.DECISION, Asks.AMENDMENT, Asks.CHANGE),
)


def read_ranked_after(question: Question, text: str, read: Callable[[str], Question]) -> Question | None:
    """A question of what is largest after a line that a message names; None for any other.

    >>> from parser.question.reading import read_question
    >>> read_question("на что больше всего тратят после школ").frame.behind
    True

    Args:
        question: as it is read without its parts.
        text: the message, its years and numbers spelled.
        read: reads a piece of it.
    """
    frame = question.frame
    plain = frame.intent is Intent.LARGEST and not (frame.smallest or frame.bounds or frame.ranked)
    named = _find_named(text) if plain and not question.exclusions else ()
    lines = tuple(read(_with_head(each, text)) for each in named)
    if not lines or any(not line.names_line or line.asks_edition for line in lines):
        return None
    ranked = Frame(Intent.LARGEST, ranked=True, behind=True)
    parts = tuple(replace(line, frame=ranked) for line in lines) if len(lines) > 1 else ()
    tokens = tuple(token for line in lines for token in line.tokens)
    codes = tuple(code for line in lines for code in line.codes)
    return replace(question, tokens=tokens, codes=codes, named=", ".join(named), frame=ranked, parts=parts)


def _find_named(text: str) -> tuple[str, ...]:
    """The lines named behind `после`, or before `кейін`, up to the next word that asks."""
    for match in _after().finditer(text):
        return _part(_until_asked(text[match.end() :].split()))
    asking, said = load_asking_words(), text.split()
    for number, word in enumerate(said):  # мектептен кейін; мектептен кейінгі
        forms = (word.casefold(), word.casefold()[:-_ATTRIBUTE])
        if any(asking.says(sound(form), Asks.AND_AFTER_FOLLOWS) for form in forms if form):
            return _part(_until_asked(said[:number][::-1])[::-1])
    return ()


def _part(said: Sequence[str]) -> tuple[str, ...]:
    """Words as the lines that they name: `школ и садиков` are two."""
    asking, named = load_asking_words(), [list[str]()]
    for word in said:
        if asking.says(sound(word), Asks.BETWEEN):
            named.append([])
        else:
            named[-1].append(word)
    return tuple(" ".join(each) for each in named if each)


def _until_asked(said: Sequence[str]) -> list[str]:
    asking, named = load_asking_words(), list[str]()
    for word in said:
        spoken = sound("".join(words(word)))
        asks = is_filler(word, spoken) or asking.says(spoken, *_ASKS) or parse_month(word) is not None
        joins = asking.says(spoken, Asks.BETWEEN)
        if (asks and not joins) or any(char.isdigit() for char in word):
            break
        named.append(word.strip(" ,.?!"))
    return named


def _with_head(named: str, text: str) -> str:
    """A line with the noun that is said once of several: `самый большой налог после социального`."""
    asking = load_asking_words()
    heads = [word for word in words(text) if asking.says(sound(word), Asks.HEAD)]
    said = [sound(word) for word in words(named)]
    own = any(asking.says(word, Asks.HEAD) for word in said)
    return f"{named} {heads[0]}" if heads and not own and len(said) == 1 else named


@asked_pattern(Asks.AND_AFTER)
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.AND_AFTER)}(?!\w)", re.IGNORECASE)


def read_at_place(question: Question) -> Question | None:
    """A question of the line at a place among the largest, by its number and a noun: `третья статья`.

    Behind a list it is a choice of its lines, and it is none of a decision: `второе решение`.

    Args:
        question: a message that goes on from none.

    Returns:
        None where it says anything else, as a number alone does.
    """
    asking = load_asking_words()
    if not question.frame.asks_nothing_more or question.asks_edition or question.scaled or question.codes:
        return None
    ordinals = [token for token in question.tokens if read_ordinal(token.folded) is not None]
    others = [token for token in question.tokens if token not in ordinals and not token.filler]
    nouns = [token for token in question.tokens if asking.says(token.sound, *_NO_LINE[:5])]
    number = read_ordinal(ordinals[0].folded) if len(ordinals) == 1 else None
    if number is None or number < 1 or not nouns or ordinals[0].folded.isdecimal():
        return None
    if not all(asking.says(token.sound, *_NO_LINE) for token in others):
        return None
    level = next(filter(None, (level_in(token.sound, asking) for token in nouns)), None)
    frame = Frame(Intent.LARGEST, level=level, at_rank=number, side=question.frame.side)
    tokens = tuple(
        replace(token, filler=token.filler or asking.says(token.sound, *_NO_LINE[:6]))
        for token in question.tokens
        if token not in ordinals
    )
    return replace(question, frame=frame, tokens=tokens, talk=None, lacks=None)
