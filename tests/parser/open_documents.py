"""Documents as OpenDocument texts and spreadsheets."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO

from tests.parser.contents import Content, TableOf, Text, placed, runs_of

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *((name, name) for name in ("office", "style", "table", "text")),
        ("draw", "drawing"),
    )
)
STYLES = """
<style:style style:name="struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="alsohidden" style:family="text" style:parent-style-name="hidden"/>
<style:style style:name="struckcell" style:family="table-cell"><style:text-properties style:text-line-through-type="double"/></style:style>
<style:style style:name="hiddensheet" style:family="table"><style:table-properties table:display="false"/></style:style>
"""
MANIFEST = """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.{0}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
_NUMBER = re.compile(r"-?\d{1,3}(?:[ \u00a0]\d{3})*|-?\d+")


def odf_of(body: str, styles: str = STYLES, files: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument file with that in its body, and with other files beside its content."""
    packed = BytesIO()
    kind = "spreadsheet" if body.startswith("<office:spreadsheet") else "text"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body>{body}</office:body></office:document-content>",
        )
        for name, text in ({"META-INF/manifest.xml": MANIFEST.format(kind)} | dict(files or {})).items():
            archive.writestr(name, text)
    return packed.getvalue()


def paragraphs(text: Text) -> str:
    """A text as paragraphs, a new one at each line break."""
    spans = "".join(
        f'<text:span text:style-name="{look}">{escape(part)}</text:span>' if look else escape(part)
        for part, look in runs_of(text)
    )
    return "".join(f"<text:p>{line}</text:p>" for line in spans.replace("> ", "><text:s/>").split("\n"))


def as_odt(contents: Sequence[Content]) -> bytes:
    """A text of paragraphs and tables; a hidden row's texts are hidden, for a text hides no row."""
    body = ""
    for content in contents:
        if isinstance(content, str):
            body += paragraphs(content)
            continue
        rows = [
            [
                (_hidden(text) if number in content.hidden else text, span, height)
                for text, span, height in row
            ]
            for number, row in enumerate(content.rows)
        ]
        columns = f'<table:table-column table:number-columns-repeated="{_width(content)}"/>'
        body += f"<table:table>{columns}{_rows(TableOf(rows))}</table:table>"
    return odf_of(f"<office:text>{body}</office:text>")


def _hidden(text: Text) -> Text:
    return tuple((part, "hidden") for part, _ in runs_of(text))


def _width(table: TableOf) -> int:
    return max((column + span for row in placed(table) for _, column, span, _ in row), default=0)


def _rows(table: TableOf, *, numbers: bool = False) -> str:
    """The rows of a table with the cells that others cover."""
    rows, width = placed(table), _width(table)
    body = ""
    for number, row in enumerate(rows):
        shown = ' table:visibility="collapse"' if number in table.hidden else ""
        cells = ["<table:covered-table-cell/>"] * width
        for text, column, span, height in row:
            cells[column] = (
                f'<table:table-cell table:number-columns-spanned="{span}" table:number-rows-spanned="{height}"'
                f"{_value(text) if numbers else ''}>{paragraphs(text)}</table:table-cell>"
            )
        body += f"<table:table-row{shown}>{''.join(cells)}</table:table-row>"
    return body


def _value(text: Text) -> str:
    """What a cell of a spreadsheet holds beside what it shows."""
    if not isinstance(text, str) or _NUMBER.fullmatch(text) is None:
        return ' office:value-type="string"' if text else ""
    digits = "".join(text.split())
    return f' office:value-type="float" office:value="{digits}"'


def as_ods(contents: Sequence[Content]) -> bytes:
    """A spreadsheet of one sheet, with a million empty rows behind the last."""
    body = "<table:table-column table:number-columns-repeated='1024'/>"
    for content in contents:
        if isinstance(content, str):
            body += _rows(TableOf([[(content, 8, 1)]]))
        else:
            body += f"<table:table-row-group>{_rows(content, numbers=True)}</table:table-row-group>"
    body += (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/>'
        "</table:table-row>"
    )
    return odf_of(f"<office:spreadsheet><table:table>{body}</table:table></office:spreadsheet>")
