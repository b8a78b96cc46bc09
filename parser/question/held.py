"""What is asked with words for what no plan holds, and what the decisions answer all the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parser.dataclass import replace
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Frame, Intent, ListedLevel, Unheld
from parser.question.question import Token

_OF_ROWS = (Asks.APPEAR, Asks.VANISH, Asks.LINE, Asks.PROGRAM, Asks.ROW)


def ask_held(frame: Frame, asked: Unheld | None, tokens: Sequence[Token]) -> Frame:
    """What is asked, with what no plan holds, unless the decisions answer it.

    `какое учреждение больше всего тратит` asks for no contractor, `кто съедает больше всех` for an office,
    and `где самые большие урезания` for what changed.

    Args:
        frame: what the words ask.
        asked: what some of them ask beyond the plan.
        tokens: the words, marked where they name no line.
    """
    is_alone = all(token.filler for token in tokens)
    largest = frame.intent is Intent.LARGEST
    if asked is Unheld.OFFICE:
        frame, asked = _ask_of_office(frame)
    of_offices = frame.level is ListedLevel.ADMINISTRATOR and asked is Unheld.CONTRACTOR
    if of_offices and (largest or frame.intent is Intent.CHANGE):  # қай мекемеден қай мекемеге ауысты
        return frame
    if largest and is_alone and asked is Unheld.PERSON:
        return replace(frame, level=frame.level or ListedLevel.ADMINISTRATOR)
    whose = is_alone and asked is Unheld.PERSON and frame.which  # кімге аз, кімге көп тиді
    ranked = frame.ranked and asked in {Unheld.TIME, Unheld.EXECUTION}  # нешінші орында, бестікке кіреді ме
    counted = frame.counts and asked is Unheld.COUNT  # неше жол өзгерді
    if whose or ranked or counted:
        return frame
    if is_alone and asked is Unheld.PLACE and (largest or frame.intent is Intent.CHANGE):
        return frame
    why = asked is Unheld.REASON and frame.reason  # почему исчез туризм: how it changed, too
    if frame.intent is Intent.CHANGE and (why or _is_told_by_changes(frame, asked, tokens)):
        return frame
    if asked is Unheld.REASON and largest and not is_alone:  # неге жолға ақша аз: of roads, whichever
        frame = replace(frame, intent=Intent.AMOUNT, smallest=False)
    return replace(frame, beyond_plan=asked)


def _ask_of_office(frame: Frame) -> tuple[Frame, Unheld | None]:
    """What is asked where it is whose programme something is; of the largest it is which office has it."""
    if frame.intent not in {Intent.AMOUNT, Intent.LIST}:
        return frame, None
    return replace(frame, intent=Intent.LIST, level=ListedLevel.ADMINISTRATOR), Unheld.OFFICE


def _is_told_by_changes(frame: Frame, asked: Unheld | None, tokens: Sequence[Token]) -> bool:
    """Whether what decisions changed tells it: `сколько строк добавили`, `когда появилась строка`."""
    return (asked is Unheld.COUNT and frame.picks_rows) or (asked is Unheld.TIME and _tells_of_row(tokens))


def _tells_of_row(tokens: Sequence[Token]) -> bool:
    """Whether a line is said to have come or gone: `когда появилась`; «қашан қосылады» is of heating too."""
    spoken = [token.sound for token in tokens]
    heard = load_asking_words().hear(spoken)
    return any(heard.says_after(*pair, asks) for pair in pairwise(["", *spoken]) for asks in _OF_ROWS)
