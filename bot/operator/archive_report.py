"""What `load --archive` prints: how far it has come, then what it found and what is stored since."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from bot.archive.report import LoadCounts, LoadProgress
from bot.operator.texts import OperatorTexts
from storage.loading.archive import Refusal
from storage.reading.archive_totals import ArchiveTotals


class ArchiveProgress:
    """A bar with counts and the time left, where a person looks on."""

    def __init__(self, console: Console, texts: OperatorTexts) -> None:
        """Shows nothing yet.

        Args:
            console: takes the bar.
            texts: in the operator's language.
        """
        self._texts = texts
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._tasks: dict[tuple[str, str], TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._progress.stop()

    def show(self, progress: LoadProgress) -> None:
        """Shows how far a load has come."""
        key = (progress.archive, progress.step)
        if key not in self._tasks:
            for task in self._tasks.values():
                self._progress.update(task, visible=False)
            said = self._texts.get(f"archive-{progress.step}", archive=progress.archive)
            self._tasks[key] = self._progress.add_task(said, total=progress.total)
        self._progress.update(self._tasks[key], completed=progress.done, total=progress.total)


def print_archive_report(
    counts: LoadCounts,
    totals: ArchiveTotals,
    console: Console,
    texts: OperatorTexts,
    *,
    since: int | None = None,
) -> None:
    """Prints what a load did, why texts were refused, and what is stored.

    Args:
        counts: of the load.
        totals: of the database.
        console: takes the report.
        texts: in the operator's language.
        since: the year that was asked for.
    """
    for line in _lines(counts, totals, texts, since):
        console.print(Text(line), soft_wrap=True)


def _lines(counts: LoadCounts, totals: ArchiveTotals, texts: OperatorTexts, since: int | None) -> list[str]:
    lines = [
        texts.get("archive-cut", archive=name) for name, is_whole in counts.archives.items() if not is_whole
    ]
    lines.append(
        texts.get("archive-acts", acts=counts.acts, others=counts.others, unchanged=counts.unchanged)
    )
    if counts.earlier and counts.latest_earlier is not None and since is not None:
        told = {"since": since, "earlier": counts.earlier, "latest": counts.latest_earlier}
        lines.append(texts.get("archive-earlier", **told))
    lines.append(
        texts.get(
            "archive-read",
            budgets=counts.budgets,
            versions=counts.versions,
            texts=counts.texts,
            refused=counts.stored["refused"],
        )
    )
    for found in sorted(counts.refused.values(), key=lambda found: -found.count):
        first, *others = (refusal_text(name, refusal, texts) for name, refusal in found.examples)
        lines.append(f"  {found.count} × {first}")
        lines += [f"      {other}" for other in others]
    lines += _kinds("archive-findings", counts.findings, texts)
    lines += _kinds("archive-discrepancies", counts.discrepancies, texts)
    lines.append(
        texts.get(
            "archive-stored",
            acts=totals.acts,
            repealed=totals.repealed,
            versions=totals.versions,
            texts=totals.texts,
            refused=sum(totals.refused.values()),
        )
    )
    lines.append(
        texts.get("archive-editions", budgets=totals.budgets, editions=totals.editions, lines=totals.lines)
    )
    return lines


def _kinds(key: str, found: Mapping[str, int], texts: OperatorTexts) -> list[str]:
    """Counts by kind on a line, the most first; none where there is none."""
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    told = ", ".join(f"{texts.get(f'kind-{kind}')} — {count}" for kind, count in ordered)
    return [texts.get(key, kinds=told)] if told else []


def refusal_text(name: str, refusal: Refusal, texts: OperatorTexts) -> str:
    """A refused text by its name and place, and why it is refused.

    Args:
        name: what the text is called.
        refusal: why.
        texts: in the operator's language.
    """
    where = [name, *([texts.written_place(refusal.at)] if refusal.at else [])]
    found = f": {refusal.found}" if refusal.found else ""
    return f"{', '.join(where)}: {texts.say(refusal.reason, refusal.values)}{found}"
