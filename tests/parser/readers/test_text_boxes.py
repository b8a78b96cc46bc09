r"""Text boxes of Word files and of RTF: what is written in them is read behind the paragraph they are tied to."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from parser.document import Paragraph
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from tests.parser.contents import contents_of
from tests.parser.readers.test_visible import LOOK, RUN, STYLES, word_file
from tests.parser.rich_text import as_rtf, rtf_of
from tests.parser.typography import BASE, EXPECTED, TYPOGRAPHY, lines

CONTENTS = contents_of(BASE)
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
TODAY = (
    '<w:drawing {spaces}><wp:inline><wp:docPr id="1" name="x"{hidden}/><wps:wsp><wps:txbx><w:txbxContent>{text}'
    "</w:txbxContent></wps:txbx></wps:wsp></wp:inline></w:drawing>"
)
OLD = '<w:pict {spaces}><v:shape style="width:9pt{hidden}"><v:textbox><w:txbxContent>{text}</w:txbxContent></v:textbox></v:shape></w:pict>'
BOTH = "<mc:AlternateContent {spaces}><mc:Choice Requires='wps'>{today}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
INNER = f"<w:p>{RUN.format('ішінде')}</w:p>"
CUT_MARK = "<w:body>"


def today(text: str, hidden: str = "") -> str:
    return TODAY.format(spaces=SPACES, text=text, hidden=hidden)


def old(text: str, hidden: str = "") -> str:
    return OLD.format(spaces=SPACES, text=text, hidden=hidden)


def both(text: str) -> str:
    return BOTH.format(spaces=SPACES, today=today(text), old=old(text))


def run(content: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr>{content}</w:r>"


def word_of(body: str) -> bytes:
    """The base as a Word file with another body."""
    with zipfile.ZipFile(TYPOGRAPHY / "w_base.docx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    main = parts["word/document.xml"]
    head, tail = main[: main.index(CUT_MARK) + len(CUT_MARK)], main[main.index("</w:body>") :]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in (
            parts | {"word/document.xml": head + body + tail, "word/styles.xml": STYLES}
        ).items():
            archive.writestr(name, text)
    return packed.getvalue()


def base_body() -> str:
    with zipfile.ZipFile(TYPOGRAPHY / "w_base.docx") as archive:
        main = archive.read("word/document.xml").decode()
    return main[main.index(CUT_MARK) + len(CUT_MARK) : main.index("</w:body>")]


def texts(data: bytes) -> list[str]:
    blocks = read_document(as_raw("x", data)).blocks
    return [block.text if isinstance(block, Paragraph) else block.printed for block in blocks]


NESTED = f"<w:p>{RUN.format('сыртқы')}{run(today(INNER))}</w:p>"
ROW = f"<w:tbl><w:tr><w:tc><w:p>{RUN.format('1')}</w:p></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("paragraph", "seen"),
    [
        (RUN.format("бұрын ") + run(today(INNER)) + RUN.format("кейін"), ["бұрын кейін", "ішінде"]),
        (run(old(INNER)), ["ішінде"]),
        (run(both(INNER)), ["ішінде"]),  # written twice, for old programs too
        (run(today(NESTED)), ["сыртқы", "ішінде"]),
        (run(today(ROW)), ["1"]),
        (f"<w:ins>{run(today(INNER))}</w:ins>", ["ішінде"]),
        (f"<w:del>{run(today(INNER))}</w:del>", []),
        (run(today(INNER), "<w:vanish/>"), []),
        (run(today(INNER, ' hidden="1"')), []),
        (run(old(INNER, "; visibility: hidden")), []),
        (run(today(f"<w:p>{LOOK.format('<w:strike/>', 'өткен')}{RUN.format('ішінде')}</w:p>")), ["ішінде"]),
    ],
)
def test_a_text_box_of_word_is_read_behind_its_paragraph(paragraph: str, seen: list[str]) -> None:
    assert texts(word_of(f"<w:p>{paragraph}</w:p><w:p>{RUN.format('соңы')}</w:p>")) == [*seen, "соңы"]


def test_tables_in_word_s_text_boxes_are_the_document_s() -> None:
    body, count = re.subn(
        r"<w:tbl>.*?</w:tbl>",
        lambda table: f"<w:p>{run(both(table.group()))}</w:p>",
        base_body(),
        flags=re.DOTALL,
    )
    assert count
    assert lines("x.docx", word_of(body)) == EXPECTED


def test_a_text_box_in_a_word_cell_is_its_text() -> None:
    amount = RUN.format("1 240")
    cell = run(both(f"<w:p>{amount}</w:p>"))
    assert lines("x.docx", word_file(f"<w:p>{cell}</w:p>")) == EXPECTED


HIDDEN = r"{{\sp{{\sn fHidden}}{{\sv {}}}}}"


def shape(text: str, properties: str = "") -> str:
    """A text box as Word writes it into RTF: as newer programs read it, and again for older ones."""
    again = rf"{{\*\do\dobxpage{{\dptxbx{{\dptxbxtext {text}\par}}}}}}"
    return rf"{{\shp{{\*\shpinst\shpleft0{properties}{{\shptxt {text}\par}}}}{{\shprslt {again}}}}}"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (rf"before {shape('in')}after\par", ["before after", "in"]),
        (rf"\pard{shape('in')}\par", ["in"]),
        (rf"before {shape('in')}", ["before", "in"]),  # the text ends there
        (rf"{shape('one')}{shape('two' + shape('three'))}\par", ["one", "two", "three"]),
        (r"{\*\do\dobxpage{\dptxbx{\dptxbxtext in\par}}}after\par", ["after", "in"]),  # an older program's
        (rf"{{\shpgrp{{\*\shpinst{shape('in')}}}}}after\par", ["after", "in"]),
        (shape("in", HIDDEN.format(1)) + r"after\par", ["after"]),
        (shape("in", HIDDEN.format(0)) + r"after\par", ["after", "in"]),
        (rf"{{\v {shape('in')}}}after\par", ["after"]),
        (rf"{{\header {shape('in')}\par}}after\par", ["after"]),
        (rf"{{\super {shape('in')}}}after\par", ["after", "in"]),
        (shape(r"\trowd\cellx900\intbl 1\cell\row\pard") + r"\par", ["1"]),
        (rf"\trowd\cellx900\cellx1800\intbl a{shape('in')}\cell b\cell\row\pard end\par", ["a", "in", "b", "end"]),
    ],
)  # fmt: skip
def test_a_text_box_of_rtf_is_read_behind_its_paragraph(body: str, seen: list[str]) -> None:
    assert [part for text in texts(rtf_of(body)) for part in re.split(r" \| ", text)] == seen


def test_tables_in_rtf_s_text_boxes_are_the_document_s() -> None:
    plain = as_rtf(CONTENTS).decode("latin-1")
    begin, end = plain.index(r"\trowd"), plain.rindex(r"\row") + len(r"\row")
    boxed = f"{plain[:begin]}{shape(plain[begin:end] + chr(92) + 'pard')}{plain[end:]}"
    assert lines("x", boxed.encode("latin-1")) == EXPECTED
