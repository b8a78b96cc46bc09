"""What `load` prints: progress, errors at once, then a table of the files and what is to be said of each."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from bot.loading import FileReport
from bot.operator.errors import explain
from bot.operator.file_remarks import dispute_line, remark_line
from bot.operator.texts import OperatorTexts
from parser.errors import ParseError
from parser.readers.file_names import printable_name

_COUNTS = ("load-editions", "load-lines", "load-discrepancies", "load-milliseconds")


class LoadReport:
    """Progress while files are loaded, then a table of what became of them."""

    def __init__(self, total: int, console: Console, errors: Console, texts: OperatorTexts) -> None:
        """Begins a report.

        Args:
            total: how many files there are.
            console: takes the table.
            errors: takes the progress, and what is wrong with a file.
            texts: in the operator's language.
        """
        self._console = console
        self._errors = errors
        self._texts = texts
        self._total = total
        self._reports: list[FileReport] = []
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=errors,
            transient=True,
            disable=not errors.is_terminal,
        )
        self._task = self._progress.add_task(texts.get("load-progress"), total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._progress.stop()

    @property
    def failed(self) -> bool:
        """Whether any file could not be loaded."""
        return any(report.error is not None for report in self._reports)

    def add(self, report: FileReport) -> None:
        """Takes a file's report; an error is printed at once."""
        self._reports.append(report)
        self._progress.update(self._task, advance=1, description=printable_name(report.path.name))
        if report.error is not None:
            said = explain(report.error, self._texts)
            line = (
                said
                if isinstance(report.error, ParseError)
                else f"{printable_name(report.path.name)}: {said}"
            )
            self._errors.print(Text(line, style="red"), soft_wrap=True)

    def print_table(self) -> None:
        """Prints a row a file, and below it what is to be said of the files."""
        if not self._reports:
            self._console.print(Text(self._texts.get("load-nothing")))
            return
        table = Table(box=None, pad_edge=False)
        table.add_column(self._texts.get("load-file"), overflow="fold")
        table.add_column(self._texts.get("load-decision"))
        for key in _COUNTS:
            table.add_column(self._texts.get(key), justify="right")
        table.add_column(self._texts.get("load-result"))
        for report in self._reports:
            table.add_row(Text(printable_name(report.path.name)), *self._cells(report))
        self._console.print(table)
        for report in self._reports:
            self._print_remarks(report)

    def print_begun(self) -> None:
        """Prints what became of the files until the load was stopped, and how many are left."""
        if self._reports:
            self.print_table()
            left = max(self._total - len(self._reports), 0)
            self._console.print(Text(self._texts.get("load-left", count=left)))

    def _cells(self, report: FileReport) -> list[str]:
        stored, milliseconds = report.report, f"{report.seconds * 1000:.0f}"
        if stored is None:
            return ["", "", "", "", milliseconds, self._texts.get("load-status", status="failed")]
        date = stored.decision.date
        return [
            f"№ {stored.decision.number} {self._texts.date(date) if date else ''}",
            str(stored.editions),
            str(stored.lines),
            str(stored.discrepancies),
            milliseconds,
            self._texts.get("load-status", status=stored.status),
        ]

    def _print_remarks(self, report: FileReport) -> None:
        disputes = report.report.disputes if report.report else ()
        if not report.remarks and not disputes:
            return
        self._console.print(Text(f"\n{printable_name(report.path.name)}"))
        for dispute in disputes:
            self._console.print(Text(f"  {dispute_line(dispute, self._texts)}"), soft_wrap=True)
        for remark in report.remarks:
            self._console.print(Text(f"  {remark_line(remark, self._texts)}"), soft_wrap=True)
        if report.more_remarks:
            more = self._texts.get(
                "load-more", count=report.more_remarks, path=printable_name(str(report.path))
            )
            self._console.print(Text(f"  {more}"), soft_wrap=True)
