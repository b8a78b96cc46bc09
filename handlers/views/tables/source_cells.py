"""The cells that every table has: a line's names and codes, where its amount is printed, what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.views.clean import one_line
from handlers.views.faults import fault_lines
from handlers.views.lines import cited
from handlers.views.message import Span
from handlers.views.tables.records import ColumnName, TableRow
from handlers.views.texts import Texts, load_texts
from parser.budget_code import codes_of, depth
from parser.kinds import Doubt
from parser.records import Language, Section
from parser.text.clean_names import clean_name
from storage.reading.records import DecisionInfo, EditionInfo, Fault, Names

_NAME, _CODE = 2000, 40
_TOTALS = frozenset(section.value for section in Section)
_NAMES = {Language.KK: ColumnName.NAME_KK, Language.RU: ColumnName.NAME_RU}


def named_cells(edition: EditionInfo, path: str, names: Names, texts: Texts) -> TableRow:
    """The cells that say which line a row is of: place, year, codes, level, both names, path.

    The name in a language is empty where no document has one. Totals have the names of the law in both.
    """
    called = {language: one_line(clean_name(name), _NAME) for language, name in names.items()}
    if path in _TOTALS:  # what both languages call it is known, wherever it is printed
        called = {
            language: called.get(language) or load_texts(language).get(f"section-{path}")
            for language in Language
        }
    return {
        ColumnName.PLACE: texts.place(edition.budget.place),
        ColumnName.YEAR: edition.year,
        ColumnName.CODE: code_cell(path),
        ColumnName.LEVEL: depth(path),
        **{_NAMES[language]: name for language, name in called.items()},
        ColumnName.PATH: path,
    }


def code_cell(path: str | None) -> str | None:
    """A line's codes as messages show them, which no spreadsheet takes for a number or a date."""
    return " · ".join(one_line(code, _CODE) for code in codes_of(path)) or None if path else None


def source_cells(
    edition: EditionInfo, row: int | None, language: Language | None, url: str | None, texts: Texts
) -> TableRow:
    """The cells that say where an amount is printed.

    Args:
        edition: with the decision and the appendix.
        row: in its table; None for what is computed.
        language: of the text in which the row is counted; None for what is computed.
        url: of that text; without one, the decision's official page.
        texts: the person's language.
    """
    return {
        **decision_cells(edition.decision),
        ColumnName.APPENDIX: one_line(edition.appendix, _CODE) if edition.appendix else None,
        ColumnName.ROW: row,
        ColumnName.TEXT: load_texts(language).get("language-name") if language else None,
        ColumnName.LINK: url or edition.decision.url_in(texts.language),
    }


def decision_cells(decision: DecisionInfo) -> TableRow:
    """A decision's number, spelled so that no spreadsheet takes it for a date, and its date."""
    return {ColumnName.DECISION: number_cell(decision), ColumnName.DATE: decision.date}


def number_cell(decision: DecisionInfo) -> str:
    """A decision's number: `№ 12-3`, where `12-3` would become the twelfth of March."""
    return f"№ {one_line(decision.number, _CODE)}"


def remark(*said: str | None) -> str | None:
    """Remarks as one cell; None where there are none."""
    return " ".join(filter(None, said)) or None


def doubt_remark(doubt: Doubt | None, texts: Texts) -> str | None:
    """Why an amount may not be what a person sees on the page."""
    return texts.get(f"doubt-{doubt}") if doubt else None


def remark_rows(edition: EditionInfo, said: Iterable[str], texts: Texts) -> list[TableRow]:
    """Rows without figures, each with something that must be known of the table."""
    place: TableRow = {ColumnName.PLACE: texts.place(edition.budget.place), ColumnName.YEAR: edition.year}
    return [{**place, ColumnName.REMARK: sentence} for sentence in said if sentence]


def fault_remarks(faults: Sequence[Fault], texts: Texts) -> list[str]:
    """What is wrong with a table as a whole, a sentence each."""
    return [spoken(line) for line in fault_lines(faults, texts)]


def spoken(line: Iterable[Span]) -> str:
    """A line of a message as plain words."""
    return "".join(span.text for span in line).removeprefix("• ")


def about_edition(edition: EditionInfo, texts: Texts) -> tuple[str, ...]:
    """What a table is of, in two lines: `Тараз · 2013 · № 21-3 …`, and that its amounts are tenge."""
    decision = texts.get("source-decision", **cited(edition.decision, texts))
    return (f"{texts.place(edition.budget.place)} · {edition.year} · {decision}", texts.get("table-tenge"))
