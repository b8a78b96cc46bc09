"""OpenDocument texts and spreadsheets: what their own ways of hiding, striking and repeating leave on the page."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO

import pytest

from parser.document import Paragraph, Row
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.parse import parse_raw
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from tests.parser.contents import CellOf, contents_of, with_cell
from tests.parser.open_documents import STYLES, as_ods, as_odt, odf_of
from tests.parser.readers.test_csv_form import FORM, understood
from tests.parser.typography import BASE, EXPECTED, lines

CONTENTS = contents_of(BASE)
CELL = '<table:table-cell table:number-columns-spanned="1" table:number-rows-spanned="1"'


ENCRYPTED = {"META-INF/manifest.xml": "<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>"}


def marked(data: bytes, old: str, new: str) -> bytes:
    """A document's content with something written otherwise."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        content = archive.read("content.xml").decode()
    assert content.count(old) == 1, old
    body = content.replace(old, new)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("content.xml", body)
    return packed.getvalue()


def texts(body: str, styles: str = STYLES) -> list[str]:
    """The paragraphs and printed rows of a text with that body."""
    document = read_document(as_raw("x.odt", odf_of(f"<office:text>{body}</office:text>", styles)))
    return [block.text if isinstance(block, Paragraph) else block.printed for block in document.blocks]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("<text:p>бюджет<text:s text:c='3'/>туралы<text:tab/>шешім<text:line-break/>1</text:p>", ["бюджет туралы шешім 1"]),
        ("<text:h>бас</text:h><text:list><text:list-item><text:p>тармақ</text:p></text:list-item></text:list>", ["бас", "тармақ"]),
        ("<text:section><text:p>ішінде</text:p></text:section>", ["ішінде"]),
        ("<text:section text:display='none'><text:p>жоқ</text:p></text:section>", []),
        ("<text:section text:display='condition' text:is-hidden='true'><text:p>жоқ</text:p></text:section>", []),
        ("<text:p>1 240<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>ескерту</text:p></text:note-body></text:note> теңге</text:p>", ["1 240 теңге"]),
        ("<text:p>сома<office:annotation><text:p>пікір</text:p></office:annotation></text:p>", ["сома"]),
        ("<text:tracked-changes><text:changed-region><text:deletion><text:p>ескі</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>жа<text:change/>ңа</text:p>", ["жаңа"]),
        ("<text:p><text:hidden-paragraph text:is-hidden='true'/>жоқ</text:p><text:p><text:hidden-text>жоқ</text:hidden-text>бар</text:p>", ["бар"]),
        ("<text:p text:style-name='P'>жоқ <text:span text:style-name='shown'>бар</text:span></text:p>", ["бар"]),
        ("<text:p>жаңа<text:span text:style-name='struck'> ескі <text:span text:style-name='none'>тірі</text:span></text:span></text:p>", ["жаңатірі"]),
        ("<text:p><text:span text:style-name='alsohidden'>жоқ</text:span>бар</text:p>", ["бар"]),
        ("<text:p><text:a>сілтеме</text:a> <text:ruby><text:ruby-base>сөз</text:ruby-base><text:ruby-text>оқылуы</text:ruby-text></text:ruby></text:p>", ["сілтеме сөз"]),
    ],
)  # fmt: skip
def test_a_text_is_what_is_seen(body: str, seen: list[str]) -> None:
    styles = """<style:style style:name="P" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
    <style:style style:name="shown" style:family="text"><style:text-properties text:display="true"/></style:style>
    <style:style style:name="none" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>"""
    assert texts(body, STYLES + styles) == seen


def test_styles_of_the_document_s_other_part_count() -> None:
    style = '<style:style style:name="Standard" style:family="paragraph"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    other = f'<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:styles>{style}</office:styles></office:document-styles>'
    data = odf_of(
        '<office:text><text:p text:style-name="Standard">жоқ</text:p><text:p>бар</text:p></office:text>',
        files={"styles.xml": other},
    )
    assert [b.text for b in read_document(as_raw("x", data)).blocks if isinstance(b, Paragraph)] == ["бар"]


def test_a_small_table_in_a_cell_is_its_text() -> None:
    inner = "<table:table><table:table-row><table:table-cell><text:p>Общеобразовательное обучение</text:p></table:table-cell></table:table-row></table:table>"
    data = marked(as_odt(CONTENTS), "<text:p>Общеобразовательное обучение</text:p>", inner)
    assert lines("x", data) == EXPECTED


BOX = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
INNER = "<text:p>ішінде</text:p>"
ROW_OF_BOX = "<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (f"<text:p>бұрын {BOX.format(INNER)}кейін</text:p><text:p>соңы</text:p>", ["бұрын кейін", "ішінде", "соңы"]),
        (BOX.format(INNER) + "<text:p>соңы</text:p>", ["ішінде", "соңы"]),  # tied to the page
        (f"<text:p>{BOX.format(ROW_OF_BOX)}</text:p>", ["1"]),
        (f"<text:p>{BOX.format(f'<text:p>сыртқы{BOX.format(INNER)}</text:p>')}</text:p>", ["сыртқы", "ішінде"]),
        (f"<text:p><draw:g><draw:custom-shape>{INNER}</draw:custom-shape></draw:g></text:p>", ["ішінде"]),
        (f"<text:p><text:span text:style-name='struck'>{BOX.format(INNER)}</text:span></text:p>", ["ішінде"]),
        (f"<text:p>бар<text:span text:style-name='hidden'>{BOX.format(INNER)}</text:span></text:p>", ["бар"]),
        (f"<text:p><text:hidden-paragraph text:is-hidden='true'/>{BOX.format(INNER)}</text:p>", []),
        (f"<text:p>сома<text:note><text:note-body><text:p>{BOX.format(INNER)}</text:p></text:note-body></text:note></text:p>", ["сома"]),
        (f"<text:section text:display='none'><text:p>{BOX.format(INNER)}</text:p></text:section>", []),
    ],
)  # fmt: skip
def test_a_text_box_is_read_where_it_stands(body: str, seen: list[str]) -> None:
    assert texts(body) == seen


def test_tables_in_text_boxes_are_the_document_s() -> None:
    plain = as_odt(CONTENTS)
    with zipfile.ZipFile(BytesIO(plain)) as archive:
        content = archive.read("content.xml").decode()
    tables = re.compile("<table:table>.*?</table:table>", re.DOTALL)
    inside = content[content.index("<office:text>") : content.index("</office:text>")] + "</office:text>"
    boxed, count = tables.subn(lambda table: f"<text:p>{BOX.format(table.group())}</text:p>", inside)
    assert count
    assert lines("x", odf_of(boxed)) == EXPECTED


def test_a_text_box_in_a_cell_is_its_text() -> None:
    name = "<text:p>Общеобразовательное обучение</text:p>"
    for box in (f"<text:p>{BOX.format(name)}</text:p>", BOX.format(name)):
        assert lines("x", marked(as_odt(CONTENTS), name, box)) == EXPECTED


def test_a_table_for_the_layout_holds_the_document() -> None:
    body = "<office:text><table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table></office:text>"
    plain = as_odt(CONTENTS)
    content = zipfile.ZipFile(BytesIO(plain)).read("content.xml").decode()
    inside = content[content.index("<office:text>") + len("<office:text>") : content.index("</office:text>")]
    assert lines("x", odf_of(body.format(inside))) == EXPECTED


def test_what_a_sheet_hides_is_not_read() -> None:
    shown = as_ods(CONTENTS)
    sheet = '<office:spreadsheet><table:table table:style-name="hiddensheet"><table:table-row><table:table-cell><text:p>Приложение 9</text:p></table:table-cell></table:table-row></table:table>'
    assert lines("x", marked(shown, "<office:spreadsheet>", sheet)) == EXPECTED
    column = '<table:table-column table:number-columns-repeated="5"/><table:table-column-group><table:table-column table:visibility="collapse"/></table:table-column-group>'
    cell = '<text:p>1 240</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:table-cell>'
    data = marked(shown, "<table:table-column table:number-columns-repeated='1024'/>", column)
    assert lines("x", marked(data, "<text:p>1 240</text:p></table:table-cell>", cell)) == EXPECTED


@pytest.mark.parametrize(
    "cell",
    [
        '<table:table-cell table:style-name="struckcell" office:value-type="float" office:value="9"><text:p>9</text:p></table:table-cell>',
        '<table:table-cell table:style-name="struckcell" office:value-type="float" office:value="9"/>',
        "<table:covered-table-cell><text:p>9</text:p></table:covered-table-cell>",
        '<table:table-cell table:number-columns-repeated="1000"/>',
        '<table:table-cell><office:annotation><text:p>9</text:p></office:annotation></table:table-cell>',
        '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>',
    ],
)  # fmt: skip
def test_a_cell_that_shows_nothing_is_nothing(cell: str) -> None:
    end = "<text:p>1 240</text:p></table:table-cell>"
    assert lines("x", marked(as_ods(CONTENTS), end, end + cell)) == EXPECTED


AMOUNT = f'{CELL} office:value-type="float" office:value="1240"><text:p>1 240</text:p></table:table-cell>'


@pytest.mark.parametrize(
    "cell",
    [
        '<table:table-cell office:value-type="float" office:value="1240"/>',  # a program that leaves the text to others
        '<table:table-cell office:value-type="float" office:value="1240"><text:p>1,240</text:p></table:table-cell>',
        '<table:table-cell office:value-type="float" office:value="1240"><text:p>1.240</text:p></table:table-cell>',
        '<table:table-cell office:value-type="float" office:value="1240.0"><text:p>1,240.0</text:p></table:table-cell>',
        '<table:table-cell table:formula="of:=[.A1]" office:value-type="float" office:value="1240"><text:p>1240</text:p></table:table-cell>',
        '<table:table-cell office:value-type="string" office:string-value="1 240"/>',
    ],
)  # fmt: skip
def test_an_amount_of_a_sheet(cell: str) -> None:
    assert lines("x", marked(as_ods(CONTENTS), AMOUNT, cell)) == EXPECTED


def test_a_column_s_style_is_that_of_its_cells() -> None:
    columns = '<table:table-column table:number-columns-repeated="5"/><table:table-column table:default-cell-style-name="struckcell"/>'
    data = marked(as_ods(CONTENTS), "<table:table-column table:number-columns-repeated='1024'/>", columns)
    end = "<text:p>1 240</text:p></table:table-cell>"
    assert (
        lines("x", marked(data, end, f"{end}<table:table-cell><text:p>9</text:p></table:table-cell>"))
        == EXPECTED
    )


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ('<table:table-cell table:formula="of:=[.A1]+1"/>', "E18: of:=[.A1]+1"),
        ('<table:table-cell xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>', "E18: #DIV/0!"),
    ],
)  # fmt: skip
def test_a_formula_without_its_value_is_refused_by_its_place(cell: str, found: str) -> None:
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("x", marked(as_ods(CONTENTS), AMOUNT, cell)))
    assert (refused.value.kind, refused.value.found) == (ParseErrorKind.UNCOMPUTED, found)
    assert str(refused.value.at) == "sheet 1, row 18"


def sheet_of(rows: Sequence[Sequence[str]], dates: Sequence[str] = ()) -> bytes:
    body = ""
    for row in rows:
        cells = "".join(
            f'<table:table-cell office:value-type="date" office:date-value="{cell}"><text:p>20.мар</text:p></table:table-cell>'
            if cell in dates
            else f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        body += f"<table:table-row>{cells}</table:table-row>"
    return odf_of(f"<office:spreadsheet><table:table>{body}</table:table></office:spreadsheet>")


PLAIN = FORM.replace('"Мектепке дейінгі тәрбие, оқыту"', "Мектепке дейінгі тәрбие").replace(
    '"1 000,5"', "1 000.5"
)


def test_our_csv_form_in_a_sheet() -> None:
    rows = [line.split(",") for line in PLAIN.splitlines()]
    parsed = parse_raw(as_raw("x", sheet_of(rows, dates=["2020-12-24"])))
    assert parsed.source.format == "ods"
    assert understood(parsed) == understood(parse_raw(as_raw("x", PLAIN.encode())))
    rows = [
        line.split(",") for line in PLAIN.replace("number,5-1", "number,2026-03-20T00:00:00").splitlines()
    ]
    with pytest.raises(ParseError) as refused:
        parse_raw(as_raw("x", sheet_of(rows, dates=["2026-03-20T00:00:00"])))
    assert (refused.value.kind, refused.value.found) == (ParseErrorKind.CSV_NUMBER_IS_DATE, "20.03.2026")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (odf_of("<office:text/>", files=ENCRYPTED), ParseErrorKind.PASSWORD),
        (odf_of("<office:presentation><x/></office:presentation>"), ParseErrorKind.FORMAT),
        (odf_of(""), ParseErrorKind.BROKEN),
    ],
)
def test_what_is_no_text_and_no_sheet(data: bytes, kind: ParseErrorKind) -> None:
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("x", data))
    assert refused.value.kind is kind


def test_rows_are_counted_as_the_program_counts_them() -> None:
    document = read_document(as_raw("x", as_ods(CONTENTS)))
    (row,) = [b for b in document.blocks if isinstance(b, Row) and b.cells[-1] == "1 240"]
    assert str(row.at) == "sheet 1, row 18"


def test_cells_that_are_repeated_stand_as_often() -> None:
    amount: CellOf = ("1 240", 1, 1)
    assert with_cell(CONTENTS, "1 240", amount, amount)
    row = '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>мәтін</text:p></table:table-cell></table:table-row>'
    assert texts(f"<table:table>{row}</table:table>") == ["мәтін"] * 4
    data = odf_of(f"<office:spreadsheet><table:table>{row}</table:table></office:spreadsheet>")
    assert len(read_document(as_raw("x", data)).blocks) == 4
