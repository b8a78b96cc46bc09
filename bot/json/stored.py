"""`check`, `stats` and `coverage` with `--json`: what is stored, and where it disagrees with itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Self

from parser.dataclass import dataclass
from storage.missed_questions import Missed
from storage.reading.coverage import Coverage
from storage.reading.discrepancies import StoredDiscrepancy
from storage.reading.overview import Stats

CheckForm = list[StoredDiscrepancy]  # the record is the form
CoverageForm = Coverage  # here too


@dataclass(frozen=True, slots=True)
class StatsForm(Stats):
    """What `stats --json` prints: the counts, and the words that most often found nothing."""

    missed_most: tuple[Missed, ...]

    @classmethod
    def join(cls, stats: Stats, missed: Iterable[Missed]) -> Self:
        """The counts and the missed questions in one."""
        return cls(**asdict(stats), missed_most=tuple(missed))
