"""What is asked of the rest where something is taken out, and which words name no line there."""

from __future__ import annotations

from collections.abc import Sequence

from parser.dataclass import replace
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Frame, Intent, ListedLevel, Relation, Unheld
from parser.question.listed_level import level_in
from parser.question.question import Exclusion, Question, Token
from parser.text.folding import sounds


def level_of_token(token: Token) -> ListedLevel | None:
    """The level that a word asks a list to be of; None for any other word."""
    return level_in(token.sound, load_asking_words())


def ask_rest(question: Question, exclusions: tuple[Exclusion, ...]) -> Question:
    """A message with what it takes out: of lines of a level it asks for the others."""
    wholes = (cut.whole for cut in exclusions if cut.whole.names_nothing)
    levels = (level_of_token(token) for whole in wholes for token in whole.tokens)
    level = next(filter(None, levels), None)
    if level is not None and question.intent is Intent.LARGEST and question.frame.level is None:
        question = replace(question, frame=replace(question.frame, level=level))
    if level is not None and question.intent is Intent.AMOUNT:
        question = replace(question, frame=replace(question.frame, intent=Intent.LIST, level=level))
    if exclusions and question.frame.beyond_plan is Unheld.EXECUTION and _asks_what_is_left(question):
        frame = replace(question.frame, beyond_plan=None)  # сколько осталось без школ: what is not theirs
        question = replace(question, frame=frame)
    return replace(question, exclusions=exclusions)


def _asks_what_is_left(question: Question) -> bool:
    asking = load_asking_words()
    return any(asking.says(token.sound, Asks.LEFT) for token in question.tokens)


def beside_rest(question: Question) -> Question:
    """A comparison of lines with all the rest as what is left without them: `школы или всё остальное`.

    Args:
        question: the message with its parts; any other one stays as it is.
    """
    rest = [part for part in question.parts if _names_rest(part)]
    lines = tuple(part for part in question.parts if part not in rest)
    if question.relation is not Relation.COMPARED or not (rest and lines) or question.exclusions:
        return question
    bare = replace(question, frame=Frame(), parts=(), relation=Relation.NAMED)
    whole = replace(bare, tokens=(), codes=(), amounts=(), scaled=None, named="")
    sign = tuple(token.sound for part in rest for token in part.tokens)
    named = ", ".join(part.named for part in lines)
    tokens = tuple(replace(token, filler=True) for token in question.tokens)
    return replace(
        whole, tokens=tokens, named=named, exclusions=(Exclusion(whole, lines, sign, of_all=True),)
    )


def _names_rest(part: Question) -> bool:
    """Whether a part of a comparison names nothing but what is left: `всё остальное`."""
    asking = load_asking_words()
    named = [token.sound for token in part.tokens if not token.filler]
    rest = (Asks.REST, Asks.EVERYTHING, Asks.MONEY, Asks.WHOLE)
    said = any(asking.says(token.sound, Asks.REST) for token in part.tokens)
    return said and all(asking.says(word, *rest) for word in named)


def read_whole(question: Question) -> Question:
    """What something is taken out of: the words for any line and for the whole budget name none."""
    marked = mark_asking(question.tokens, Asks.LINE, Asks.GENERIC, Asks.WHOLE)
    levels = mark_asking(marked, Asks.PROGRAM, Asks.ADMINISTRATOR, Asks.GROUP, Asks.SUBGROUP)
    # `отделы` alone are all of them; `отдел образования` is a line.
    return replace(question, tokens=levels if all(token.filler for token in levels) else marked)


def mark_asking(tokens: Sequence[Token], *asks: Asks) -> tuple[Token, ...]:
    """Words, those marked that ask one of these: they name no line."""
    asking = load_asking_words()
    return tuple(replace(token, filler=token.filler or asking.says(token.sound, *asks)) for token in tokens)


def leave_out(question: Question, exclusions: Sequence[Exclusion]) -> str | None:
    """A message without what it takes out, where the words for that seem to ask of a change; None elsewhere.

    `трансферттерді алып тастағанда ең үлкен кіріс` asks for the largest.
    """
    asking = load_asking_words()
    signs = {word for cut in exclusions for word in cut.sign}
    if question.intent is not Intent.CHANGE or not any(map(asking.asks_change, signs)):
        return None
    return " ".join(word for word in question.text.split() if signs.isdisjoint(sounds(word)))


def takes_out(exclusion: Exclusion) -> bool:
    """Whether what is taken out may be lines: `без изменений` takes none, nor `без изменений после 12-3`."""
    changes = (part.intent is Intent.CHANGE and part.names_only_numbers for part in exclusion.parts)
    if any(part.scaled and part.names_only_numbers for part in exclusion.parts):
        return False  # білім 12 млрд, ал мектепсіз: the amount is of the line
    return not any(part.names_nothing for part in exclusion.parts) and not any(changes)
