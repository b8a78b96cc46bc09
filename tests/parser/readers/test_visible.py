"""What a person does not see on a page is not read, and a raised number is no digit."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from parser.document import Paragraph
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.parse import parse_raw
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from tests.parser.typography import BASE, CELL, EXPECTED, ROW, TYPOGRAPHY, lines


def test_the_base_is_what_it_should_be() -> None:
    assert len(EXPECTED) == 21
    assert ("expenditure/04/464/003", "Общеобразовательное обучение", 1_240_000) in EXPECTED


@pytest.mark.parametrize("name", sorted(p.name for p in TYPOGRAPHY.iterdir() if ".other." not in p.name))
def test_printed_in_another_way_it_is_the_same(name: str) -> None:
    assert lines(name, (TYPOGRAPHY / name).read_bytes(), warned=name == "tenge_suffix.html") == EXPECTED


def test_a_spot_where_a_word_may_break_swallows_no_row() -> None:
    broken = (
        BASE.replace("</td>", "").replace("образователь", "образо<wbr>ватель").replace("1 240", "1 <WBR/>240")
    )
    assert broken.count("<wbr>")
    assert broken.count("<WBR/>")
    assert lines("x.html", broken.encode()) == EXPECTED


@pytest.mark.parametrize(
    "cell",
    [
        '<td>1 240<span style="display:none">999</span></td>',
        '<td>1 240<span style="DISPLAY : NONE !important">999</span></td>',
        "<td>1 240<span hidden>999</span></td>",
        '<td>1 240<span style="visibility:hidden">999</span></td>',
        '<td style="visibility:hidden">9<span style="visibility:visible">1 240</span>9</td>',
        '<td>1 240<span style="opacity:0">9</span><b style="font-size:0pt">9</b><i style="color:transparent">9</i></td>',
        '<td>1 240<span style="position:absolute;left:-9999px">9</span><p style="text-indent: -999em">9</p></td>',
        '<td>1 240<div style="max-height:0; overflow:hidden">9</div></td>',
        '<td>1 240<b style="position:absolute; clip:rect(0, 0, 0, 0)">9</b></td>',
        '<td>1 240<b style="position:absolute; clip-path:inset(50%)">9</b></td>',
        '<td style="text-indent:-3px; height:0; width:0; overflow:hidden">1 240</td>',
        '<td>1 <span style="height:0; overflow:hidden; text-indent:-9999px">240</span></td>',
        '<td style="position:absolute; left:-3px; overflow:hidden; height:20px">1 240</td>',
        '<td style="font-size:0">9<span style="font-size:12pt">1 240</span></td>',
        '<td style="display:none">999</td><td>1 240</td>',
        "<td hidden>999</td><td>1 240</td>",
        "<td><s>1 100</s> 1 240</td>",
        "<td><del>1 100</del> <ins>1 240</ins></td>",
        "<td><strike><b>1 100</b></strike><br>1 240</td>",
        '<td><span style="text-decoration: line-through">1 100</span> 1 240</td>',
        '<td><span style="text-decoration-line: underline line-through"><i style="text-decoration:none">1 100</i></span> 1 240</td>',
        '<td><s style="text-decoration:none">1</s> 240</td>',
        "<td>1 240<sup>1</sup></td>",
        "<td>1 240<sup>1)</sup></td>",
        "<td>1 240 <sup><b>12</b></sup></td>",
        '<td>1 240<span style="vertical-align:super">1</span></td>',
        "<td>1 240<sub>2</sub></td>",
        '<td>1 240<span style="vertical-align:.4em; font-size:70%">2</span></td>',
        '<td>1 240<span style="vertical-align:30%">2</span></td>',
        '<td>1 240<span style="position:relative; top:-5px; font-size:8px">2</span></td>',
        '<td>1 <span style="position:relative; top:0">240</span></td>',
        '<td>1 240<span style="position:relative;top:-4.0pt;mso-text-raise:4.0pt">2</span></td>',
        '<td>1 <span style="vertical-align:0; mso-text-raise:0pt">240</span></td>',
        '<td><span style="mso-text-raise:1pt">1 240</span></td>',
        '<td>1 240<span style="font:0/0 a">9</span></td>',
        '<td>1 240<span style="color:#FFF">9</span></td>',
        '<td>1 240<font color="#FFFFFF">9</font></td>',
        '<td style="background:#fff">1 240<b style="color:rgb(255, 255, 255)">9</b></td>',
        '<td bgcolor="#1F497D"><span style="color:white">1 240</span></td>',
        '<td style="background-color:navy"><font color="white">1 240</font></td>',
        '<td>1 <span style="color:white; background:#333">240</span></td>',
        '<td style="color:#fff">9<span style="color:#000">1 240</span></td>',
        '<td style="font:italic 0px serif">9<span style="font: bold 10pt/12pt serif">1 240</span></td>',
        "<td>1 240 1)</td>",
        "<td>1 240<sup>[1]</sup></td>",
        "<td>1 240¹</td>",
        "<td><details><summary>1 240</summary>1 100</details></td>",
        "<td><details><summary>1 240</summary><p>1 100</p></details></td>",
        "<td><ruby>1 240<rt>9</rt></ruby></td>",
        "<td><ruby>1 240<rp>(</rp><rt>9</rt><rp>)</rp></ruby></td>",
        "<td><dialog>9</dialog>1 240</td>",
        "<td><dialog open>1 240</dialog></td>",
        *(f"<td><{tag}>9</{tag}>1 240</td>" for tag in ("datalist", "progress", "meter", "video", "canvas")),
        '<td><span style="scale:1">1 240</span></td>',
        '<td>1 240<span style="transform:scale(0)">9</span></td>',
        "<td>\u202e042 1\u202c</td>",
        "<td>\u202e042 1</td>",
        '<td><bdo dir="rtl">042 1</bdo></td>',
        '<td style="direction:rtl; unicode-bidi:bidi-override">042 1</td>',
        '<td><bdo dir="ltr">1 240</bdo></td>',
        "<td>1 240 ²⁾</td>",
        "<td><sup>1 240</sup></td>",
        '<td>1 24<sup style="vertical-align:baseline">0</sup></td>',
    ],
)
def test_an_amount_is_what_is_seen(cell: str) -> None:
    assert lines("x.html", BASE.replace(CELL, cell).encode()) == EXPECTED


@pytest.mark.parametrize(
    "row",
    [
        ROW
        + "<tr><td></td><td></td><td><s>004</s></td><td><s>Исключенное</s></td><td><del>7</del></td></tr>",
        ROW.replace("003<", "003<sup>1</sup><"),
        ROW.replace("003<", "003¹<"),
        ROW.replace("обучение<", "обучение<sup>1</sup><"),
        ROW.replace("обучение<", "обучение <sup>1, 2</sup><"),
        ROW.replace("обучение<", "обучение*<"),
        ROW.replace("Обще", '<span style="display:none">Скрытое </span>Обще'),
        ROW.replace("Обще", "<s>Старое</s> Обще"),
        (
            "<tr><td></td><td></td><td>003</td>"
            "<td colspan=2><table><tr><td>Общеобразовательное обучение</td><td>1 240</td></tr></table></td></tr>"
        ),
    ],
)
def test_a_row_is_what_is_seen(row: str) -> None:
    assert lines("x.html", BASE.replace(ROW, row).encode()) == EXPECTED


@pytest.mark.parametrize(
    "row",
    [
        ROW + '<tr style="display:none"><td></td><td></td><td>004</td><td>Скрытое</td><td>7</td></tr>',
        ROW + "<tr hidden><td></td><td></td><td>004</td><td>Скрытое</td><td>7</td></tr>",
        ROW
        + '</tbody><tbody style="display:none"><tr><td></td><td></td><td>004</td><td>Нет</td><td>7</td></tr></tbody><tbody>',
    ],
)
def test_a_row_that_is_not_seen_is_not_read_and_told(row: str) -> None:
    assert lines("x.html", BASE.replace(ROW, row).encode(), warned=True) == EXPECTED


@pytest.mark.parametrize(
    "css",
    [
        ".x {display:none}",
        "td .x, .y { visibility : hidden }",
        "table td > span.x { text-decoration: line-through; }",
        "@media screen { .x { display: none } }",
        "<!-- .x { display: none } -->",
        "/* .x {} */ #z { display: none }",
        ".x { display: none !important } span { display: inline }",
        "span.x { display: none } span { display: inline }",
    ],
)
def test_a_page_s_style_sheet_hides(css: str) -> None:
    page = BASE.replace(CELL, '<td>1 240<span class="a x" id="z">999</span></td>')
    assert lines("x.html", page.replace("<head>", f"<head><style>{css}</style>").encode()) == EXPECTED


@pytest.mark.parametrize(
    "css",
    [
        "@media print { .x { display: none } }",
        ".x:hover { display: none }",
        ".x { display: none } span.x { display: inline }",
        "div > span.x { display: none }",
        ".x .x { display: none }",
        "table { background: #eee } .x { color: white }",
    ],
)
def test_what_a_style_sheet_leaves_is_read(css: str) -> None:
    page = BASE.replace(CELL, '<td>1 <span class="x">240</span></td>')
    assert lines("x.html", page.replace("<head>", f"<head><style>{css}</style>").encode()) == EXPECTED


@pytest.mark.parametrize("reference", ["&#1;", "&#x1F;", "&#11", "&#xFFFE;"])
def test_a_character_that_no_page_may_have_is_none(reference: str) -> None:
    page = BASE.replace(CELL, f"<td>1 {reference}<s>999</s>240</td>")
    assert lines("x.html", page.encode()) == EXPECTED


def test_a_unit_s_power_is_no_footnote() -> None:
    page = BASE.replace("Освещение улиц в населенных пунктах", "Уборка 100 м<sup>2</sup> улиц<sup>2</sup>")
    assert ("expenditure/07/458/015", "Уборка 100 м² улиц", 500_000) in lines("x.html", page.encode())


def test_a_figure_of_the_text_ends_before_its_footnote() -> None:
    page = BASE.replace(
        "Утвердить бюджет.",
        "Утвердить бюджет: доходы - 2 300<sup>1</sup> тысяч тенге; затраты - 2 281² тысяч тенге.",
    ).replace("О внесении изменений в решение", "О решении")
    document = read_document(as_raw("x.html", page.encode()))
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert any("2 300¹ тысяч" in text for text in texts)
    figures = {f.path: f.amount for f in parse_raw(as_raw("x.html", page.encode())).clause_figures}
    assert figures["revenue"] == 2_300_000
    assert figures["expenditure"] == 2_281_000


STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="character" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Older"><w:basedOn w:val="Old"/></w:style>
<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>"""
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
LOOK = '<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'


def word_file(cell: str, old: str = "1 240") -> bytes:
    """The base as a Word file with other paragraphs in one cell."""
    with zipfile.ZipFile(TYPOGRAPHY / "w_base.docx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    main = parts["word/document.xml"]
    pattern = rf"<w:p>(?:(?!<w:p>).)*?<w:t[^>]*>{old}</w:t>(?:(?!<w:p>).)*?</w:p>"
    parts["word/document.xml"], count = re.subn(pattern, lambda _: cell, main)
    assert count == 1
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in (parts | {"word/styles.xml": STYLES}).items():
            archive.writestr(name, text)
    return packed.getvalue()


@pytest.mark.parametrize(
    "runs",
    [
        LOOK.format("<w:strike/>", "1 100") + RUN.format(" 1 240"),
        LOOK.format("<w:dstrike/>", "1 100") + RUN.format(" 1 240"),
        LOOK.format("<w:vanish/>", "9") + RUN.format("1 240"),
        LOOK.format('<w:rStyle w:val="Older"/>', "1 100") + RUN.format(" 1 240"),
        LOOK.format('<w:strike w:val="0"/>', "1 240"),
        LOOK.format('<w:rStyle w:val="Old"/><w:strike w:val="false"/>', "1 240"),
        RUN.format("1 240") + LOOK.format('<w:vertAlign w:val="superscript"/>', "1"),
        RUN.format("1 240") + LOOK.format('<w:rStyle w:val="Note"/>', "1)"),
        LOOK.format('<w:vertAlign w:val="superscript"/>', "1 240"),
        RUN.format("1 240") + LOOK.format('<w:position w:val="6"/>', "1"),
        LOOK.format('<w:position w:val="0"/>', "1 ") + RUN.format("240"),
        LOOK.format('<w:position w:val="-4"/>', "1 240"),
        RUN.format("1 240") + LOOK.format('<w:color w:val="FFFFFF"/>', "9"),
        RUN.format("1 240")
        + LOOK.format('<w:color w:val="ffffff"/><w:shd w:val="clear" w:fill="auto"/>', "9"),
        RUN.format("1 ")
        + LOOK.format('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F497D"/>', "240"),
        RUN.format("1 ") + LOOK.format('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', "240"),
        '<w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>'
        + LOOK.format('<w:color w:val="FFFFFF"/>', "1 240"),
        "<w:del>" + RUN.format("1 100") + "</w:del><w:ins>" + RUN.format("1 240") + "</w:ins>",
    ],
)
def test_a_word_cell_is_what_is_seen(runs: str) -> None:
    assert lines("x.docx", word_file(f"<w:p>{runs}</w:p>")) == EXPECTED


def test_a_hidden_paragraph_of_a_word_cell_is_not_read() -> None:
    hidden = f'<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{RUN.format("999")}</w:p>'
    shown = LOOK.format('<w:vanish w:val="0"/>', "1 240")
    cell = f'{hidden}<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{shown}</w:p>'
    assert lines("x.docx", word_file(cell)) == EXPECTED


@pytest.mark.parametrize(
    "minus",
    [
        '<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>',
        '<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>\uf02d</w:t></w:r>',
        "<w:r><w:noBreakHyphen/></w:r>",
        "<w:r><w:t>\uf02d</w:t></w:r>",
    ],
)
def test_a_minus_of_another_font_is_a_minus(minus: str) -> None:
    assert lines("x.docx", word_file(f"<w:p>{minus}{RUN.format('281')}</w:p>", old="-281")) == EXPECTED


def test_a_small_table_in_a_word_cell_is_the_cell_s_text() -> None:
    name = RUN.format("Общеобразовательное обучение")
    cell = f"<w:tbl><w:tr><w:tc><w:p>{name}</w:p></w:tc></w:tr></w:tbl><w:p/>"
    assert lines("x.docx", word_file(cell, old="Общеобразовательное обучение")) == EXPECTED


def test_a_name_whose_letters_are_set_apart_is_a_word() -> None:
    apart = BASE.replace("<td>Образование<", "<td>О б р а з о в а н и е<")
    assert apart != BASE
    assert lines("x.html", apart.encode()) == EXPECTED


@pytest.mark.parametrize(
    "cell",
    [
        "<td><details open><summary>1 240</summary>1 100</details></td>",
        '<td><bdo dir="rtl">04<b>2 1</b></bdo></td>',
    ],
)
def test_two_numbers_and_parts_that_run_backwards_are_no_amount(cell: str) -> None:
    with pytest.raises(ParseError) as refused:
        parse_raw(as_raw("x.html", BASE.replace(CELL, cell).encode()))
    assert refused.value.kind is ParseErrorKind.UNREADABLE_AMOUNT


def test_a_foot_that_stands_first_is_shown_last_and_a_head_first() -> None:
    rows = re.findall(r"<tr>.*?</tr>", BASE[BASE.rindex("<table>") :])
    head, body, last = rows[:1], rows[1:-1], rows[-1:]
    for parts in (
        f"<tfoot>{''.join(last)}</tfoot><thead>{''.join(head)}</thead><tbody>{''.join(body)}</tbody>",
        f"<tfoot>{''.join(last)}</tfoot>{''.join(head)}{''.join(body)}",
        f"<tbody>{''.join(body)}</tbody><tfoot>{''.join(last)}</tfoot><thead>{''.join(head)}</thead>",
    ):
        page = f"{BASE[: BASE.rindex('<table>')]}<table>{parts}</table></body></html>"
        assert lines("x.html", page.encode()) == EXPECTED
