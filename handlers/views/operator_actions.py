"""What the buttons of operators do."""

from __future__ import annotations

from enum import StrEnum

from parser.dataclass import dataclass


class UploadStep(StrEnum):
    """What is done with documents that an operator sent; the values stand in buttons."""

    STORE = "s"
    DROP = "x"
    UNDO = "u"


@dataclass(frozen=True, slots=True)
class TakeUploadStep:
    """Store the documents of a report, forget them, or undo that they were stored."""

    token: str
    step: UploadStep


class AdminPage(StrEnum):
    """What operators look at; the values stand in buttons."""

    HOME = "h"
    BUDGETS = "b"
    DISCREPANCIES = "d"
    MISSED = "m"
    TAUGHT = "t"
    ERRORS = "e"


@dataclass(frozen=True, slots=True)
class OpenAdminPage:
    """Show an operator a page, from `offset` on."""

    page: AdminPage
    offset: int = 0


class PhraseStep(StrEnum):
    """What is done with a phrase; the values stand in buttons."""

    TEACH = "t"  # ask for the line that it means
    LEAVE = "l"  # go back to the missed questions from asking which line it means
    FORGET = "f"


@dataclass(frozen=True, slots=True)
class TakePhraseStep:
    """Ask for the line that a phrase means, leave that, or forget it. `key` is a hash of the phrase."""

    key: str
    step: PhraseStep


@dataclass(frozen=True, slots=True)
class TeachLine:
    """Let the phrase that the message names mean the lines of a path."""

    path: str


@dataclass(frozen=True, slots=True)
class SendTaught:
    """Send what was taught as files."""


OperatorsAction = TakeUploadStep | OpenAdminPage | TakePhraseStep | TeachLine | SendTaught
"""What a button of an operator's does."""
