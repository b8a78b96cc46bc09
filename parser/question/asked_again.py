"""What a message asks of what was asked before, and of no line: `назад`, `повтори`, `одан кейін ше`."""

from __future__ import annotations

from dataclasses import replace

from parser.question.carried_over import with_edition
from parser.question.in_list import line_at
from parser.question.intents import Intent, Unsaid
from parser.question.of_shown import ALONE, AskedOfShown, OfShown
from parser.question.question import Question
from parser.question.shown_before import ShownBefore

_SECOND = 2
_LISTS = frozenset({Intent.LARGEST, Intent.LIST})


def ask_again(asked: AskedOfShown, own: Question, shown: ShownBefore) -> Question | None:
    """What was asked before, what was shown again, or the next line of a list that was shown.

    Args:
        asked: what the message asks.
        own: the message.
        shown: what the answer before it showed.

    Returns:
        None where it asks something of a line; what lacks its context where nothing stands before.
    """
    if asked.asks not in ALONE:
        return None
    lack = Unsaid.OTHER if asked.asks is OfShown.OTHER else Unsaid.CONTEXT
    return _find(asked, own, shown) or replace(own, lacks=lack, talk=None)


def _find(asked: AskedOfShown, own: Question, shown: ShownBefore) -> Question | None:
    if asked.asks is OfShown.AGAIN:
        return shown.question
    before = shown.question.earlier
    if asked.asks in {OfShown.BACK, OfShown.OTHER}:
        return before if asked.asks is OfShown.BACK else None
    if asked.asks is OfShown.BEHIND:
        path = shown.offered.get(_SECOND) if shown.question.intent is Intent.LARGEST else None
        line = path and line_at(path, own.text)
        return with_edition(line, shown.question) if line else None
    while before is not None and before.intent not in _LISTS:
        before = before.earlier
    return before
