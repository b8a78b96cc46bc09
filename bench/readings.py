"""How exactly each form is read: pages printed anew in every form, each read and compared with its page.

`make readings` prints the real pages of the project; `make readings PAGES="…"` any others. The writers of the
tests are always there; LibreOffice and Chromium print where they are installed. `docs/reading.md` has the
figures.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import track
from rich.table import Table

from parser.errors import ParseError
from parser.parse import parse_file
from parser.readers.doc import find_office
from parser.records import ParsedDecision
from tests.parser.contents import contents_of
from tests.parser.office import PRINTERS

_ROOT = Path(__file__).parents[1]
_PAGES = (
    "tests/search/cities/aitekebi.html",
    "tests/parser/documents/one-table.kk.html",
    "tests/parser/documents/one-table.ru.html",
    "tests/parser/documents/page-ends/page.kk.html",
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_SECONDS = 300  # for a program to print all pages in one form
_RULED = "table,td,th{border:1px solid black;border-collapse:collapse} "
_BARE = "table,td,th,tr{border:0!important} "
_LOOKS = (
    "",
    "body,td,th{font-family:Arial;font-size:12px} table{width:100%}",
    "body,td,th{font-family:'DejaVu Sans';font-size:11px} td{vertical-align:top} table{width:100%}",
    "@page{size:A4 landscape} body,td,th{font-size:13px} table{width:100%} td:last-child{text-align:right}",
    "body,td,th{font-size:19px} td:last-child{text-align:right}",
    "body,td,th{font-family:Arial;font-size:12px} table{width:60%} td{vertical-align:top}",
    "body,td,th{font-family:Arial;font-size:9px} td{padding:4px} td:last-child{white-space:nowrap}",
    "body,td,th{font-size:14px} td{vertical-align:bottom} table{width:70%} td:last-child{text-align:right}",
    "table{width:100%} td,th{padding:0;line-height:1} body,td,th{font-size:12px}",
    "body,td,th{font-family:Arial;font-size:13px;text-align:center} td{padding:3px}",
)
Line = tuple[str, str, int]  # path, name, tenge


@dataclass(slots=True)
class Tally:
    """What was read of one form."""

    files: int = 0
    equal: int = 0  # files without a difference
    refused: int = 0
    lines: int = 0
    lines_equal: int = 0
    told: int = 0  # lines that differ, with a finding or a discrepancy that names them
    untold: list[str] = field(default_factory=list)

    def add(self, name: str, page: ParsedDecision, reading: ParsedDecision | ParseError) -> None:
        """Counts one file; `name` is for the list of what differs without a word."""
        self.files += 1
        wanted = Counter(_lines_of(page))
        self.lines += wanted.total()
        if isinstance(reading, ParseError):
            self.refused += 1
            return
        read = Counter(_lines_of(reading))
        missing, invented = wanted - read, read - wanted
        self.equal += not missing and not invented
        self.lines_equal += (wanted & read).total()
        named = _named(reading) - _named(page)
        for path, said, amount in [*missing, *invented]:
            if named[path] or (named[""] and (path, said, amount) in missing):
                self.told += 1
            else:
                self.untold.append(f"{name}: {path} {said[:40]} {amount}")


def _lines_of(parsed: ParsedDecision) -> Iterator[Line]:
    """The lines of all its budgets. Where words end is not asked: a print breaks them anywhere."""
    for edition in parsed.editions:
        for line in edition.lines:
            path = f"{edition.place} {edition.year} {line.path}"
            yield path, re.sub(r"\s+|-", "", line.name).casefold(), line.amount


def _named(parsed: ParsedDecision) -> Counter[str]:
    """The lines that findings, doubts and discrepancies name; under "" how many there are of them at all."""
    doubtful = Counter(str(finding.at) for finding in parsed.warnings)
    found: Counter[str] = Counter()
    for edition in parsed.editions:
        for line in edition.lines:
            if doubtful[str(line.at)] or line.doubt:
                found[f"{edition.place} {edition.year} {line.path}"] += 1
    for discrepancy in parsed.discrepancies:
        found[f"{discrepancy.place} {discrepancy.year} {discrepancy.path}"] += 1
    found[""] = doubtful.total() + len(parsed.discrepancies)
    return found


@dataclass(frozen=True, slots=True)
class Printed:
    """A page printed in a form, and by what."""

    page: Path
    form: str
    by: str
    file: Path


def _print_own(pages: Sequence[Path], folder: Path) -> Iterator[Printed]:
    for page in pages:
        contents = contents_of(page.read_text(encoding="utf-8", errors="replace"))
        for name, write in PRINTERS.items():
            file = folder / f"{page.stem}.{name.replace(' ', '-')}.{name.split()[0]}"
            file.write_bytes(write(contents))
            yield Printed(page, name, "the tests' writer", file)


def _print_by_office(pages: Sequence[Path], made: Sequence[Printed], folder: Path) -> Iterator[Printed]:
    office = find_office()
    if office is None:
        return
    as_made = [Printed(page, "html", "", page) for page in pages]
    for source, forms in (
        ("odt", ("docx", "doc", "rtf", "odt")),
        ("xlsx", ("xlsx", "xls", "ods")),
        ("html", ("pdf",)),
    ):
        sources = [printed for printed in (*made, *as_made) if printed.form == source]
        for form in forms:
            out = folder / f"office-{form}"
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            files = map(str, (printed.file for printed in sources))
            to = "pdf:writer_web_pdf_Export" if form == "pdf" else form
            _run([office, profile, "--headless", "--convert-to", to, "--outdir", str(out), *files])
            for printed in sources:
                file = out / f"{printed.file.stem}.{form}"
                if file.is_file():
                    yield Printed(printed.page, form, "LibreOffice", file)


def _print_by_browser(pages: Sequence[Path], folder: Path) -> Iterator[Printed]:
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return
    kinds = (("pdf, ruled", _RULED), ("pdf, without rules", _BARE))
    looks = [(form, rules, number) for form, rules in kinds for number in range(len(_LOOKS))]
    for form, rules, number in track(looks, "printing", transient=True):
        for page in pages:
            name = f"{page.stem}.{form.replace(', ', '-').replace(' ', '-')}.{number}"
            text = page.read_text(encoding="utf-8", errors="replace")
            head = f"<meta charset=utf-8><style>{rules}{_LOOKS[number]}</style>"
            styled, file = folder / f"{name}.html", folder / f"{name}.pdf"
            styled.write_text(
                text.replace("</head>", f"{head}</head>", 1) if "</head>" in text else head + text
            )
            profile = f"--user-data-dir={folder / 'browser'}"
            quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
            _run([browser, *quiet, profile, f"--print-to-pdf={file}", styled.as_uri()])
            if file.is_file():
                yield Printed(page, form, "Chromium, ten styles", file)


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own pages


def measure(printed: Iterable[Printed]) -> dict[tuple[str, str], Tally]:
    """Reads what was printed, and compares it with its page.

    Returns:
        What was read, by form and by what printed it.
    """
    pages: dict[Path, ParsedDecision] = {}
    tallies: dict[tuple[str, str], Tally] = {}
    for each in printed:
        if each.page not in pages:
            pages[each.page] = parse_file(each.page)
        tally = tallies.setdefault((each.form, each.by), Tally())
        tally.add(each.file.name, pages[each.page], _read(each.file))
    return tallies


def _read(file: Path) -> ParsedDecision | ParseError:
    try:
        return parse_file(file)
    except ParseError as error:
        return error


def print_tallies(tallies: dict[tuple[str, str], Tally]) -> None:
    """Prints the table, and below it every line that differs without a word."""
    table = Table(box=None, pad_edge=False)
    for title in (
        "form",
        "printed by",
        "files",
        "equal",
        "refused",
        "lines",
        "equal",
        "differ, told",
        "untold",
    ):
        table.add_column(title, justify="left" if title in ("form", "printed by") else "right")
    for (form, by), tally in tallies.items():
        figures = (tally.files, tally.equal, tally.refused, tally.lines, tally.lines_equal, tally.told)
        table.add_row(form, by, *map(str, figures), str(len(tally.untold)))
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(table)
    for tally in tallies.values():
        for line in tally.untold:
            console.print(line, markup=False)


def main() -> None:
    """Prints the pages named on the command line, or the project's, and says how they are read."""
    pages = [Path(page).resolve() for page in sys.argv[1:]] or [_ROOT / page for page in _PAGES]
    with TemporaryDirectory(prefix="qazyna-") as name:
        folder = Path(name)
        own = list(_print_own(pages, folder))
        office = list(_print_by_office(pages, own, folder))
        print_tallies(measure([*own, *office, *_print_by_browser(pages, folder)]))


if __name__ == "__main__":
    main()
