"""`load --archive --json`: what a load of the archive found and did, and what is stored of it since."""

from __future__ import annotations

from dataclasses import asdict
from typing import Self

from bot.archive.report import LoadCounts
from bot.json.form import Form
from bot.operator.archive_report import refusal_text
from bot.operator.texts import OperatorTexts
from storage.reading.archive_totals import ArchiveTotals


class RefusedForm(Form):
    """Texts that were refused for one reason."""

    reason: str
    count: int
    examples: tuple[str, ...]
    """The first of them, each with its name, its place and the reason in words."""


class ArchiveRunForm(Form):
    """What one load found and did."""

    acts: int
    """That were looked at, of those asked for."""
    earlier: int
    """Budgets of years before those asked for, which are left out."""
    others: int
    """Acts that are no budgets."""
    unchanged: int
    """Budgets that were read before and hold the same."""
    budgets: int
    """Acts that were read now."""
    versions: int
    texts: int
    """Of them that were read now, in either language."""
    stored: dict[str, int]
    """Texts by what became of them: new, replaced, unchanged, refused."""
    lines: int
    refused: tuple[RefusedForm, ...]
    findings: dict[str, int]
    discrepancies: dict[str, int]


class ArchiveTotalsForm(Form):
    """What is stored of these clones, whatever load brought it."""

    acts: int
    repealed: int
    others: int
    versions: int
    texts: int
    refused: dict[str, int]
    budgets: int
    editions: int
    lines: int
    findings: dict[str, int]
    discrepancies: dict[str, int]


class ArchiveForm(Form):
    """What `load --archive --json` prints."""

    archives: dict[str, bool]
    """The clones by name, and whether each has its whole history."""
    run: ArchiveRunForm
    stored: ArchiveTotalsForm

    @classmethod
    def join(cls, counts: LoadCounts, totals: ArchiveTotals, texts: OperatorTexts) -> Self:
        """What a load did and what is stored in one.

        Args:
            counts: of the load.
            totals: of the database.
            texts: in which refusals are told.
        """
        refused = [
            RefusedForm(
                reason=reason,
                count=found.count,
                examples=tuple(refusal_text(name, refusal, texts) for name, refusal in found.examples),
            )
            for reason, found in sorted(counts.refused.items(), key=lambda item: (-item[1].count, item[0]))
        ]
        run = {name: getattr(counts, name) for name in ArchiveRunForm.model_fields if name != "refused"}
        return cls(
            archives=counts.archives,
            run=ArchiveRunForm(**run, refused=tuple(refused)),
            stored=ArchiveTotalsForm(**asdict(totals)),
        )
