"""What a load of the archive did, counted while it goes on."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from enum import StrEnum

from parser.dataclass import dataclass
from storage.loading.archive import Refusal, StoredVersion

_EXAMPLES = 3


class LoadStep(StrEnum):
    """What a load is about."""

    HISTORY = "history"  # commits are looked at
    CHOICE = "choice"  # acts are looked at
    READING = "reading"  # texts of budgets are read and stored


@dataclass(frozen=True, slots=True)
class LoadProgress:
    """How far a load has come with a clone; the total is not known of commits."""

    archive: str
    step: LoadStep
    done: int
    total: int | None = None


@dataclass(slots=True)
class RefusedTexts:
    """Texts that were refused for one reason: how many, and the first of them by name."""

    count: int = 0
    examples: list[tuple[str, Refusal]] = field(default_factory=list)


@dataclass(slots=True)
class LoadCounts:
    """What one load found and did.

    Attributes:
        archives: the clones, and whether each has its whole history.
        acts: that were looked at, of those asked for; `others` of them are no budgets, `unchanged` were
            read before and hold the same.
        earlier: budgets of years before those asked for, which are left out; `latest_earlier` is the first
            year of the latest of them.
        budgets: acts that were read; `repealed` of them stand in the history alone.
        versions: of these acts; `texts` of them were read now, in either language.
        stored: texts by what became of them: new, replaced, unchanged, refused.
        lines: rows of tables that were read.
        refused: by reason.
        findings: by kind; `discrepancies` likewise.
        read_seconds: of the clock, for texts that were read and stored.
    """

    archives: dict[str, bool] = field(default_factory=dict)
    acts: int = 0
    earlier: int = 0
    latest_earlier: int | None = None
    others: int = 0
    unchanged: int = 0
    budgets: int = 0
    repealed: int = 0
    versions: int = 0
    texts: int = 0
    stored: Counter[str] = field(default_factory=Counter)
    lines: int = 0
    refused: dict[str, RefusedTexts] = field(default_factory=dict)
    findings: Counter[str] = field(default_factory=Counter)
    discrepancies: Counter[str] = field(default_factory=Counter)
    read_seconds: float = 0.0

    def leave_out(self, year: int) -> None:
        """Counts a budget that begins in a year before those asked for."""
        self.earlier += 1
        self.latest_earlier = max(year, self.latest_earlier or year)

    def add(self, name: str, stored: StoredVersion) -> None:
        """Counts a text.

        Args:
            name: what it is called.
            stored: what became of it.
        """
        self.texts += 1
        if stored.refusal is not None:
            self.stored["refused"] += 1
            refused = self.refused.setdefault(stored.refusal.reason, RefusedTexts())
            refused.count += 1
            if len(refused.examples) < _EXAMPLES:
                refused.examples.append((name, stored.refusal))
            return
        if stored.report is not None:
            self.stored[stored.report.status] += 1
            self.lines += stored.report.lines
            self.findings.update(str(each.kind) for each in stored.report.findings)
        if stored.reading.parsed is not None:
            settled = stored.report.settled if stored.report is not None else ()
            told = (each for each in stored.reading.parsed.warnings if each not in settled)
            self.findings.update(str(each.kind) for each in told)
            self.discrepancies.update(str(each.kind) for each in stored.reading.parsed.discrepancies)
