"""What buttons carry: ids and short forms, never text, within Telegram's 64 bytes.

A prefix ends in its version. Changed fields need a new one: old buttons stay in
chats for years, and `handlers.fallback` answers those nobody understands.
"""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import AfterValidator, Field

from handlers.views.links import MAX_ID, MAX_YEAR, decode_path, encode_path
from handlers.views.message import (
    Action,
    ChooseLanguage,
    LineRef,
    OpenChanges,
    OpenLedger,
    OpenLine,
    ShowCandidates,
)
from parser.records import Language


def _known(token: str) -> str:
    if decode_path(token) is None:
        raise ValueError("no path")
    return token


# Button data can be forged: what the database's integers cannot hold is no id.
Id = Annotated[int, Field(ge=0, le=MAX_ID)]
Offset = Annotated[int, Field(ge=0, le=9999)]
Token = Annotated[str, AfterValidator(_known)]


class _LineFields(CallbackData, prefix="_"):
    budget: Id
    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]
    decision: Id  # 0 for the newest
    path: Token
    asked: bool

    @property
    def line(self) -> LineRef:
        """The line that the button is about."""
        path = decode_path(self.path) or ""
        return LineRef(self.budget, self.year, path, self.decision or None)


class LineButton(_LineFields, prefix="l1"):
    """Opens a line's card."""

    offset: Offset


class LedgerButton(_LineFields, prefix="h1"):
    """Opens a line's history."""


class ChangesButton(_LineFields, prefix="c1"):
    """Opens what a decision changed."""

    of: Id


class CandidatesButton(CallbackData, prefix="q1"):
    """Opens a page of the question's candidates."""

    offset: Offset


class LanguageButton(CallbackData, prefix="s1"):
    """Chooses a language."""

    language: Language


def pack(action: Action) -> str | None:
    """An action as button data.

    Args:
        action: what the button does.

    Returns:
        At most 64 bytes; None for an action that is not done by a callback, and
        for a line whose path cannot be spelled that short.
    """
    data = _button(action)
    try:
        return data.pack() if data is not None else None
    except ValueError:  # longer than 64 bytes
        return None


def _button(action: Action) -> CallbackData | None:
    match action:
        case ShowCandidates(offset):
            return CandidatesButton(offset=offset)
        case ChooseLanguage(language):
            return LanguageButton(language=language)
        case OpenLine(line) | OpenLedger(line) | OpenChanges(line=line):
            return _line_button(action, line)
    return None


def _line_button(action: OpenLine | OpenLedger | OpenChanges, line: LineRef) -> CallbackData | None:
    token = encode_path(line.path)
    if token is None:
        return None
    budget, year, decision, asked = line.budget_id, line.year, line.decision_id or 0, action.asked
    match action:
        case OpenLine(offset=offset):
            return LineButton(
                budget=budget, year=year, decision=decision, path=token, asked=asked, offset=offset
            )
        case OpenLedger():
            return LedgerButton(budget=budget, year=year, decision=decision, path=token, asked=asked)
        case OpenChanges(of):
            return ChangesButton(budget=budget, year=year, decision=decision, path=token, asked=asked, of=of)
