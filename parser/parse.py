"""A file → what it says: the one entrance to the parser."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from parser.amendments import PrintedChange, read_changes, tie_changes
from parser.amounts import parse_unit
from parser.checks import check_edition, check_text
from parser.decision import read_decision
from parser.errors import ParseError
from parser.readers.csv import is_edition_csv, read_csv
from parser.readers.files import RawFile, read_raw
from parser.readers.txt import read_txt
from parser.records import (
    Decision,
    DecisionKind,
    DecisionRef,
    Discrepancy,
    Document,
    Edition,
    Language,
    Paragraph,
    ParsedDecision,
    ParserWarning,
    Row,
    Section,
)
from parser.tables import read_table

_APPENDIX = re.compile(
    r"№\s*(?P<kk_of>\S+)\s+шешіміне\s+(?:(?P<kk>\d+(?:-\d+)?)\s*-?\s*)?қосымша"
    r"|приложение\s*(?:№\s*)?(?P<ru>\d+(?:-\d+)?)?\s+к\s+решению",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(20\d\d)\s*жыл\w*\s+арналған|на\s+(20\d\d)\s*год", re.IGNORECASE)
_HEADLINE = (
    Section.REVENUE, Section.EXPENDITURE, Section.NET_LENDING,
    Section.FINANCIAL_ASSETS, Section.DEFICIT, Section.FINANCING,
)  # fmt: skip


@dataclass(slots=True)
class _Appendix:
    """A table with the paragraphs that stand above it."""

    heading: list[Paragraph] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def parse_file(path: Path) -> ParsedDecision:
    """Reads one file.

    Raises:
        ParseError: the file cannot be read as a budget decision; nothing partial is returned.
    """
    return parse_raw(read_raw(path))


def parse_raw(raw: RawFile) -> ParsedDecision:
    """Reads one file's bytes; see `parse_file`."""
    if is_edition_csv(raw):
        return _from_declared(read_csv(raw))
    return _from_text(read_txt(raw))


def _from_text(document: Document) -> ParsedDecision:
    source = document.source
    preamble, appendices = _split(document.blocks)
    if source.language is None or not appendices:
        raise ParseError("no-budget", source.file)
    decision = read_decision([*preamble, *appendices[0].heading], source.file)
    changes = read_changes(preamble)
    editions: list[Edition] = []
    warnings: list[ParserWarning] = []
    for appendix in appendices:
        edition, uncertain = _edition(appendix, decision, source.language, source.file)
        editions.append(edition)
        warnings.extend(uncertain)
    return _assemble(document, decision, changes, editions, warnings)


def _split(blocks: Iterable[Paragraph | Row]) -> tuple[list[Paragraph], list[_Appendix]]:
    """The text before the first table's stamp, and every table with what stands above it."""
    preamble: list[Paragraph] = []
    appendices: list[_Appendix] = []
    pending: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            pending.append(block)
            continue
        if pending or not appendices:
            appendices.append(_Appendix(pending))
            pending = []
        appendices[-1].rows.append(block)
    if appendices:
        heading = appendices[0].heading
        start = next((i for i, p in enumerate(heading) if _APPENDIX.search(p.text)), len(heading) - 1)
        preamble, appendices[0].heading = heading[: max(start, 0)], heading[max(start, 0) :]
    return preamble, appendices


def _edition(
    appendix: _Appendix, decision: Decision, language: Language, file: str
) -> tuple[Edition, tuple[ParserWarning, ...]]:
    heading = " ".join(p.text for p in appendix.heading)
    where = str(appendix.rows[0].at)
    year = next((int(next(filter(None, m.groups()))) for m in reversed(list(_YEAR.finditer(heading)))), None)
    if year is None and decision.budget_years:
        year = decision.budget_years[0]
    if year is None:
        raise ParseError("no-year", file, where, heading)
    unit = next(filter(None, (parse_unit(" ".join(row.cells)) for row in appendix.rows if row.header)), None)
    warnings: list[ParserWarning] = []
    if unit is None:
        unit = 1000  # what the form of the budget prescribes; said, because it was not read
        warnings.append(ParserWarning("no unit is printed; thousand tenge is assumed", where))
    table = read_table(appendix.rows, unit, file)
    if not any(line.section is Section.EXPENDITURE for line in table.lines):
        raise ParseError("no-budget", file, where)
    if decision.place is None:
        raise ParseError("no-place", file)
    number = _appendix_number(heading)
    edition = Edition(decision.place, year, number, decision.ref, language, unit, table.lines)
    return edition, (*warnings, *table.warnings)


def _appendix_number(heading: str) -> str | None:
    """The last stamp's number: an amendment's appendix restates one of the original's."""
    numbers = [match["kk"] or match["ru"] for match in _APPENDIX.finditer(heading)]
    return next((number for number in reversed(numbers) if number), None)


def _from_declared(document: Document) -> ParsedDecision:
    source, head = document.source, document.declared
    if source.language is None:
        raise ParseError("csv-head", source.file, "language")
    unit = parse_unit(head["unit"])
    if unit is None:
        raise ParseError("csv-head", source.file, "unit", head["unit"])
    try:
        decision = _declared_decision(head)
        year = int(head["year"])
    except ValueError as error:
        raise ParseError("csv-head", source.file, found=str(error)) from error
    rows = [block for block in document.blocks if isinstance(block, Row)]
    table = read_table(rows, unit, source.file)
    edition = Edition(
        head["place"], year, head.get("appendix") or None, decision.ref, source.language, unit, table.lines
    )
    return _assemble(document, decision, [], [edition], list(table.warnings))


def _declared_decision(head: Mapping[str, str]) -> Decision:
    def date(key: str) -> dt.date | None:
        return dt.date.fromisoformat(head[key]) if head.get(key) else None

    adopted = date("decision_date")
    if adopted is None:
        raise ValueError("decision_date")
    years = [int(year) for year in head["budget_years"].split("-")] if head.get("budget_years") else []
    amends = DecisionRef(head["amends_number"], date("amends_date")) if head.get("amends_number") else None
    kind = head.get("decision_kind") or (DecisionKind.AMENDMENT if amends else DecisionKind.ORIGINAL)
    return Decision(
        kind=DecisionKind(kind),
        body=head.get("body") or None,
        place=head["place"],
        number=head["decision_number"],
        date=adopted,
        registration_number=head.get("registration_number") or None,
        registration_date=date("registration_date"),
        title=head.get("title") or None,
        amends=amends,
        amended_by=tuple(_declared_refs(head.get("amended_by", ""))),
        budget_years=(years[0], years[-1]) if years else None,
        in_force_from=date("in_force_from"),
        url=head.get("url") or None,
    )


def _declared_refs(text: str) -> Iterable[DecisionRef]:
    """`2013-04-08 № 12-3; 2013-05-24 № 13-3`."""
    for part in filter(None, (part.strip() for part in text.split(";"))):
        date, _, number = part.partition("№")
        yield DecisionRef(number.strip(), dt.date.fromisoformat(date.strip()))


def _assemble(
    document: Document,
    decision: Decision,
    changes: Sequence[PrintedChange],
    editions: list[Edition],
    warnings: list[ParserWarning],
) -> ParsedDecision:
    first = editions[0]
    figures = tie_changes(changes, first, first.unit)
    discrepancies: list[Discrepancy] = []
    for edition in editions:
        discrepancies.extend(check_edition(edition))
    discrepancies.extend(check_text(figures, first))
    warnings.extend(
        ParserWarning(f"no line could be told for the figure {change.new}", str(change.at))
        for change in figures
        if change.path is None
    )
    stated = {change.path: change.new for change in figures}
    printed = {line.path: line.amount for line in reversed(first.lines)}
    return ParsedDecision(
        source=document.source,
        decision=decision,
        headline={name: stated.get(name, printed.get(name)) for name in _HEADLINE},
        figure_changes=figures,
        editions=tuple(editions),
        discrepancies=tuple(discrepancies),
        warnings=tuple(warnings),
    )
