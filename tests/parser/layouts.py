"""Prints invented budgets as HTML, Word and plain-text tables, in the layouts that councils use."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO

from hypothesis import strategies as st

from parser.budget_code import depth, level_of, parents, path_below
from parser.records import Language, Level
from tests.parser.budgets import Budget, PrintedRow

LABELS = {
    Language.KK: {
        "receipts": ("Санаты", "Сыныбы", "Iшкi сыныбы"),
        "spending": ("Функционалдық топ", "Бюджеттік бағдарламалардың әкiмшiсi", "Бағдарлама"),
        "subgroup": "Кіші функция",
        "name": "Атауы",
        "amount": "Сомасы, мың теңге",
    },
    Language.RU: {
        "receipts": ("Категория", "Класс", "Подкласс"),
        "spending": ("Функциональная группа", "Администратор бюджетных программ", "Программа"),
        "subgroup": "Функциональная подгруппа",
        "name": "Наименование",
        "amount": "Сумма (тысяч тенге)",
    },
}


@dataclass(frozen=True)
class Layout:
    """How the tables of one document look."""

    header: str  # "stairs", "flat", "nameless" (no label over the names) or "none"
    numbering: str  # "none", "all" (a number for every column) or "three"
    spans: tuple[int, ...]  # how many grid columns each code column takes
    amount: str  # "spaces", "nbsp", "thin", "plain", "comma" or "misplaced"
    minus: str  # how a negative amount begins
    subgroups: bool
    one_table: bool  # all sections in one table, headers in its middle
    title: bool  # a title and a footnote in the table's first row
    empty_rows: bool
    repeats: bool  # the header comes again within a section
    serial: bool  # a first column that counts the rows


layouts = st.builds(
    Layout,
    header=st.sampled_from(["stairs", "flat", "nameless"]),
    numbering=st.sampled_from(["none", "all", "three"]),
    spans=st.tuples(*[st.integers(1, 3)] * 4),
    amount=st.sampled_from(["spaces", "nbsp", "thin", "plain", "comma", "misplaced"]),
    minus=st.sampled_from(["-", "–", "- ", "(-) ", "- -"]),
    subgroups=st.booleans(),
    one_table=st.booleans(),
    title=st.booleans(),
    empty_rows=st.booleans(),
    repeats=st.booleans(),
    serial=st.just(False),
)

Cell = tuple[str, int, int]  # text, colspan, rowspan


def with_subgroups(budget: Budget) -> Budget:
    """The budget with a functional subgroup above every administrator."""
    return Budget(
        budget.language,
        budget.year,
        tuple(
            (side, tuple(_subgrouped(rows)) if side == "spending" else rows) for side, rows in budget.tables
        ),
    )


def _subgrouped(rows: tuple[PrintedRow, ...]) -> list[PrintedRow]:
    printed: list[PrintedRow] = []
    count = 0
    for row in rows:
        level = level_of(row.path)
        if level is Level.GROUP:
            count = 0
        if level is Level.ADMINISTRATOR:
            count += 1
            path = path_below(parents(row.path)[0], str(count))
            printed.append(PrintedRow(path, str(count), row.name, row.amount))
        printed.append(row)
    return printed


def amount_text(amount: int, layout: Layout) -> str:
    digits = f"{abs(amount):,}"
    if layout.amount == "misplaced" and amount % 3 == 0:  # a slip is not made in every amount
        digits = digits.replace(",", "")
        text = f"{digits[:-4]} {digits[-4:]}" if len(digits) > 4 else digits
    elif layout.amount == "comma":
        text = digits.replace(",", " ") + ",0"
    else:
        text = digits.replace(
            ",",
            {"spaces": " ", "misplaced": " ", "nbsp": "\u00a0", "thin": "\u2009", "plain": ""}[layout.amount],
        )
    return layout.minus + text if amount < 0 else text


def depth_of(row: PrintedRow, side: str, *, subgroups: bool) -> int:
    """Which code column a row's code stands in."""
    level = level_of(row.path)
    if not subgroups or side == "receipts" or level is Level.GROUP:
        return depth(row.path) - 1
    return 1 if level is Level.SUBGROUP else depth(row.path)


def capitalized(budget: Budget) -> Budget:
    """The budget with names as councils print them: the first letter is a capital."""
    tables = tuple(
        (side, tuple(replace(row, name=row.name[:1].upper() + row.name[1:]) for row in rows))
        for side, rows in budget.tables
    )
    return replace(budget, tables=tables)


def tables_of(budget: Budget, layout: Layout) -> list[list[list[Cell]]]:
    """The budget as tables of rows of cells."""
    tables: list[list[list[Cell]]] = []
    for index, (side, rows) in enumerate(budget.tables):
        if index == 0 or not layout.one_table:
            tables.append(_titled(budget) if layout.title and index == 0 else [])
        table = tables[-1]
        columns = 4 if layout.subgroups and (side == "spending" or layout.one_table) else 3
        spans = layout.spans[:columns]
        header = _header(budget.language, side, layout, spans)
        table += header
        for number, row in enumerate(rows):
            if layout.repeats and number in (3, 9):
                table += header
            cells: list[Cell] = [("", span, 1) for span in spans]
            if row.code:
                depth = depth_of(row, side, subgroups=layout.subgroups)
                cells[depth] = (row.code, spans[depth], 1)
            table.append([*cells, (row.name, 1, 1), (amount_text(row.amount, layout), 1, 1)])
            if layout.empty_rows and number % 7 == 0:
                table.append([("", 1, 1)] * (columns + 2))
    return tables


def _titled(budget: Budget) -> list[list[Cell]]:
    title = {
        Language.KK: f"Көктем қаласының {budget.year} жылға арналған бюджеті",
        Language.RU: f"Бюджет города Коктем на {budget.year} год",
    }[budget.language]
    note = {Language.KK: "Ескерту. Жаңа редакцияда", Language.RU: "Сноска. В новой редакции"}[budget.language]
    return [[(f"{title}\n{note}", 30, 1)]]


def _header(language: Language, side: str, layout: Layout, spans: tuple[int, ...]) -> list[list[Cell]]:
    words = LABELS[language]
    labels = list(words[side])
    if layout.subgroups and side == "spending":
        labels.insert(1, str(words["subgroup"]))
    labels += [""] * (len(spans) - len(labels))
    name, amount = str(words["name"]), str(words["amount"])
    rows: list[list[Cell]] = []
    if layout.header == "stairs":
        height = len(labels) + 1
        for depth, label in enumerate(labels):
            width = sum(spans[depth:]) + 1
            row: list[Cell] = [*[("", span, 1) for span in spans[:depth]], (label, width, 1)]
            rows.append([*row, (amount, 1, height)] if depth == 0 else row)
        rows.append([*[("", span, 1) for span in spans], (name, 1, 1)])
    else:
        top: list[Cell] = [(label, span, 1) for label, span in zip(labels, spans, strict=True)]
        rows.append([*top, (name if layout.header == "flat" else "", 1, 1), (amount, 1, 1)])
    if layout.numbering == "all":
        numbers = [(str(i + 1), span, 1) for i, span in enumerate(spans)]
        rows.append([*numbers, (str(len(spans) + 1), 1, 1), (str(len(spans) + 2), 1, 1)])
    elif layout.numbering == "three":
        rows.append([("1", sum(spans), 1), ("2", 1, 1), ("3", 1, 1)])
    return rows


def as_html(tables: list[list[list[Cell]]], paragraphs: tuple[str, ...] = ()) -> bytes:
    text = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
    for table in tables:
        text += "<table>"
        for row in table:
            text += "<tr>"
            for content, span, height in row:
                inside = "<br>".join(map(escape, content.split("\n")))
                text += f'<td colspan="{span}" rowspan="{height}">{inside}</td>'
            text += "</tr>\n"
        text += "</table>"
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{text}</body></html>'.encode()


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_docx(tables: list[list[list[Cell]]], paragraphs: tuple[str, ...] = ()) -> bytes:
    body = "".join(map(_word_paragraph, paragraphs))
    for table in tables:
        body += "<w:tbl>"
        hanging: dict[int, int] = {}
        for row in table:
            body += "<w:tr>"
            column = 0
            todo = list(row)
            while todo or hanging.get(column):
                if hanging.get(column):  # Word prints the cells that a merge covers
                    body += "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
                    hanging[column] -= 1
                    column += 1
                    continue
                content, span, height = todo.pop(0)
                merge = '<w:vMerge w:val="restart"/>' if height > 1 else ""
                body += f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>'
                body += "".join(map(_word_paragraph, content.split("\n"))) + "</w:tc>"
                if height > 1:
                    hanging[column] = height - 1
                column += span
            body += "</w:tr>"
        body += "</w:tbl><w:p/>"
    return docx_of(f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')


def docx_of(xml: str) -> bytes:
    """A Word file with that main part."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml)
    return packed.getvalue()


def _word_paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def as_tabbed(tables: list[list[list[Cell]]], paragraphs: tuple[str, ...] = ()) -> bytes:
    """Cells between tabs, one for every grid column."""
    lines = list(paragraphs)
    for table in tables:
        for row in table:
            cells: list[str] = []
            for content, span, _ in row:
                cells += [content.replace("\n", " "), *[""] * (span - 1)]
            lines.append("\t".join(cells))
        lines.append("")
    return "\n".join(lines).encode()


def as_aligned(tables: list[list[list[Cell]]], paragraphs: tuple[str, ...] = ()) -> bytes:
    """Columns held by spaces: codes at the left, names wrapped at sixty letters, amounts at the right."""
    lines = list(paragraphs)
    for table in tables:
        for row in table:
            *codes, name, amount = [content for content, _, _ in row]
            if any(len(code) > 3 for code in codes):  # the header: its labels stand one under another
                lines += [f"{' ' * 5 * depth}{label}" for depth, label in enumerate(codes) if label]
                lines.append(f"{' ' * 5 * len(codes)}{name:60}{amount:>16}")
                continue
            left = "".join(code.ljust(5) for code in codes)
            first, *rest = _wrapped(name, 60) or [""]
            lines.append(f"{left}{first:62}{amount.replace(chr(160), ' '):>14}")
            lines += [" " * len(left) + line for line in rest]
        lines.append("")
    return "\n".join(lines).encode()


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
