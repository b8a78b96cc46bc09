"""What came of the trials, as the table of docs/reliability.md."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

COLUMNS = ("fault", "how often", "questions", "lost", "doubled", "told")


class Row(StrEnum):
    """The faults, by what the table calls them."""

    REFUSED = "Telegram gone for five seconds: connections refused"
    CLOSED = "connection closed before an answer, three times each"
    CLOSED_TAKEN = "the same once, though Telegram had taken the message"
    ERROR = "500 in JSON, three times each"
    PAGE = "502 with a page, three times each"
    TIMEOUT = "504 with a page; the message had not arrived"
    TIMEOUT_TAKEN = "504 with a page; the message had arrived"
    MANY = "429 of one second, three times each"
    MANY_LONG = "429 of 30 seconds in 16 chats, while 40 others ask"
    MALFORMED = "200 with malformed JSON"
    NO_TEXT = "200 with bytes that are no text"
    OK_PAGE = "200 with a page"
    HALF = "200 that ends in its middle"
    NO_HTTP = "an answer that is no HTTP"
    REDIRECT = "a redirect elsewhere, three times each"
    SLOW = "answers of Telegram that take five seconds"
    SILENT = "no answer at all; the message had arrived"
    MOVED = "groups that got another number"
    TOPIC = "closed topics"
    APOLOGY = "504, and a 502, a closed connection and malformed JSON in answer to the apology"
    PRESS = "buttons: 502 and malformed JSON in answer to the press, 502 to the edit"
    INLINE = "inline queries: 502 and malformed JSON"
    FETCH = "getUpdates: a page, half an answer, malformed JSON, a closed connection, 409"
    TWICE = "the same update twice"
    TWICE_RESTART = "the same update again after a restart"
    TWICE_PROCESSES = "the same update to two processes of one SQLite file (webhook)"
    STOP = "SIGTERM with 150 waiting"
    STOP_SILENT = "SIGTERM with 150 answers on their way that Telegram took and does not confirm"
    KILL = "SIGKILL with 150 received"
    KILL_SENDING = "SIGKILL with 150 answers on their way that Telegram had taken"
    KILL_ONE = "SIGKILL of one of two processes of one SQLite file (webhook), 150 waiting"
    HALF_OPEN = "200 half-open sockets at the webhook"
    START = "a 502 page at the start"
    LOCKED = "another program writes for ten seconds"
    LOCKED_KILL = "SIGKILL with 150 received while another program writes"
    FULL = "disk full"
    CORRUPT = "pages of the database overwritten while the bot runs"
    CORRUPT_START = "a database that is none at the start"
    LOAD_KILLED = "SIGKILL in `load` (lines of decisions)"
    LOAD_FULL = "disk full in `load` (lines of decisions)"


# Where the answer may come twice: whether it had arrived nobody could write down, or tell. Nowhere is anybody lost.
MAY_DOUBLE = {Row.CLOSED_TAKEN, Row.KILL, Row.KILL_SENDING, Row.KILL_ONE, Row.LOCKED_KILL}
# Where people hear that it failed, or may have.
TELLING = {
    Row.TIMEOUT, Row.TIMEOUT_TAKEN, Row.NO_HTTP, Row.SILENT, Row.TOPIC, Row.APOLOGY, Row.STOP_SILENT, Row.CORRUPT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What people got.

    Attributes:
        questions: how many asked.
        lost: who heard nothing.
        doubled: who got the answer more than once.
        told: who was told that it failed, or may have.
    """

    questions: int
    lost: int = 0
    doubled: int = 0
    told: int = 0


class Tally:
    """Adds outcomes up."""

    def __init__(self) -> None:
        self._sums: dict[Row, Counter[str]] = {}

    def add(self, row: Row, outcome: Outcome, times: int = 1) -> None:
        """Adds what came of a trial.

        Args:
            row: the fault.
            outcome: what people got.
            times: how often the fault happened.
        """
        sums = self._sums.setdefault(row, Counter())
        sums.update({"how often": times})
        sums.update({name: getattr(outcome, name) for name in COLUMNS[2:]})

    def __bool__(self) -> bool:
        return bool(self._sums)

    def render(self) -> str:
        """The table in Markdown; rows that were not tried have no figures."""
        lines = [f"| {' | '.join(COLUMNS)} |", "|---" + "|---:" * (len(COLUMNS) - 1) + "|"]
        for row in Row:
            sums = self._sums.get(row)
            figures = [f"{sums[name]:,}" if sums else "-" for name in COLUMNS[1:]]
            lines.append(f"| {' | '.join([row.value, *figures])} |")
        return "\n".join(lines)
