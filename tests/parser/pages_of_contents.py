"""Documents as web pages and Word files, with what is struck, hidden and raised as each form marks it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.parser.contents import Content, TableOf, Text, placed, runs_of
from tests.parser.layouts import docx_of

_HTML = {
    "": "{}",
    "struck": "<s>{}</s>",
    "hidden": '<span style="display:none">{}</span>',
    "raised": "<sup>{}</sup>",
}
_WORD = {
    "": "",
    "struck": "<w:strike/>",
    "hidden": "<w:vanish/>",
    "raised": '<w:vertAlign w:val="superscript"/>',
}
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_page(contents: Sequence[Content]) -> bytes:
    """A web page."""
    body = "".join(_html_table(c) if isinstance(c, TableOf) else f"<p>{escape(c)}</p>\n" for c in contents)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def _html_table(table: TableOf) -> str:
    rows = []
    for number, row in enumerate(table.rows):
        cells = "".join(
            f'<td colspan="{span}" rowspan="{height}">'
            + "".join(_HTML[look].format(escape(text)) for text, look in runs_of(content))
            + "</td>"
            for content, span, height in row
        )
        style = ' style="display:none"' if number in table.hidden else ""
        rows.append(f"<tr{style}>{cells}</tr>\n")
    return f"<table>{''.join(rows)}</table>"


def as_word(contents: Sequence[Content]) -> bytes:
    """A Word file; a row is hidden where all of its text is."""
    body = "".join(
        _word_table(c) if isinstance(c, TableOf) else f"<w:p>{_word_runs(c)}</w:p>" for c in contents
    )
    return docx_of(f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>')


def _word_table(table: TableOf) -> str:
    rows = []
    for number, row in enumerate(placed(table)):
        cells = []
        for content, _, span, height in row:
            assert height == 1, "covered cells are not printed here"
            runs = runs_of(content)
            shown = tuple((text, "hidden") for text, _ in runs) if number in table.hidden else runs
            cells.append(
                f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p>{_word_runs(shown)}</w:p></w:tc>'
            )
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(rows)}</w:tbl><w:p/>"


def _word_runs(content: Text) -> str:
    return "".join(
        f'<w:r><w:rPr>{_WORD[look]}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        for text, look in runs_of(content)
    )
