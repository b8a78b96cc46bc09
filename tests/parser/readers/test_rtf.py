r"""RTF: letters of every kind, what control words hide, and tables whose rows say only where their cells end."""

from __future__ import annotations

import pytest

from parser.document import Paragraph
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from tests.parser.contents import contents_of
from tests.parser.rich_text import HEAD, as_rtf, rtf_of
from tests.parser.typography import BASE, EXPECTED, lines

CONTENTS = contents_of(BASE)


def texts(body: str) -> list[str]:
    blocks = read_document(as_raw("x.doc", rtf_of(body))).blocks
    return [block.text if isinstance(block, Paragraph) else block.printed for block in blocks]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (r"\'c1\'fe\'e4\'e6\'e5\'f2\par", "Бюджет"),
        (r"\u1178?\u1179?\par", "Ққ"),
        (r"\uc2\u1178\'ca\'3f\u1179??\par", "Ққ"),
        (r"\uc0\u1178\u1179\par", "Ққ"),
        (r"{\uc2 \u1178??}\u1179?!\par", "Ққ!"),
        (r"\u1178\bullet\u1179?\par", "Ққ"),  # a word stands for the letter as well
        (r"\u1178{?}\par", "Қ?"),  # but not over the end of a group
        (r"\u-3913?281\par", "\uf0b7281"),
        (r"{\f1 \'2d}281\par", "\u2212281"),
        (r"{\f1 \u-4051?}281\par", "\u2212281"),
        (r"\u55357?\u56836?.\par", "\U0001f604."),
        (r"1\~240\_5 \emdash\par", "1 240-5 —"),
        (r"a\-b\{\}\\c\par", "ab{}\\c"),
        ("1\r\n2\n40\\par", "1240"),
        ("бюджет\\\r\n", "бюджет"),
        (r"{\strike 1 100 }{\striked1 9}{\v 8}{\webhidden 7}{\deleted 6}{\mvf 5}1 240\par", "1 240"),
        (r"\strike 1 100\strike0  1 240\par", "1 240"),
        (r"\v\strike\plain 1 240\par", "1 240"),
        (r"1 240{\super 1}\par", "1 240¹"),
        (r"1 240\up6 1)\up0 \par", "1 240¹⁾"),
        (r"1 240\sub 2\nosupersub  .\par", "1 240₂ .".replace("₂", "²")),
        (r"{\super 1 240}\par", "1 240"),
        (r"{\*\unknown 9{8}}{\*\bkmkstart _Toc}1 240\par", "1 240"),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 1 240}}\par", "1 240"),
        (r"{\footnote 9}{\header 8\par}{\info{\title 7}}{\stylesheet{\s1 6;}}1 240\par", "1 240"),
        (r"{\upr{9}{\*\ud{1 240}}}\par", "1 240"),
        (r"{\info{\upr{\title 9}{\*\ud{\title 8}}}}1 240\par", "1 240"),
        (r"{\upr{\info{\*\ud 9}}{\*\ud 1 240}}\par", "1 240"),
        (r"{\pict\bin5 }}}}}}1 240\par", "1 240"),
        (r"{\listtext 1.\tab}Бекітілсін\par".replace("Бекітілсін", r"\u1041?"), "1. Б"),
        (r"{\fonttbl{\f2\fcharset0 Arial;}}\f2 \'e0\'b9\par", "а№"),  # a font of no alphabet: the file's
        (r"{\fonttbl{\f2\fcharset161 Arial;}}\f2 \'e1\par", "α"),
    ],
)  # fmt: skip
def test_a_paragraph_is_what_is_seen(body: str, seen: str) -> None:
    if not body.isascii():
        body = body.replace("бюджет", r"\'e1\'fe\'e4\'e6\'e5\'f2")
    assert texts(body) == [seen]


def test_unicode_is_read_where_the_code_page_is_another() -> None:
    page = b"{\\rtf1\\ansi\\ansicpg1252 \\u1041?\\'e9\\par}"
    (block,) = read_document(as_raw("x", page)).blocks
    assert isinstance(block, Paragraph)
    assert block.text == "Бé"


CELLS = r"\pard\intbl {0}\cell {1}\cell {2}\cell \row "
ROW = r"\trowd\cellx1000\cellx5000\cellx7000" + CELLS
HEADER = ROW.format(
    r"\u1057?\u1072?\u1085?\u1072?\u1090?\u1099?",
    r"\u1040?\u1090?\u1072?\u1091?\u1099?",
    r"\u1057?\u1086?\u1084?\u1072?",
)


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        (ROW.format("4", "Text", "1 240"), "4 | Text | 1 240"),
        (CELLS.format("4", "Text", "1 240"), "4 | Text | 1 240"),  # a row as the one before
        (CELLS.format("4", "Text", "1 240").replace(r"\row", r"\trowd\cellx1000\cellx5000\cellx7000\row"), "4 | Text | 1 240"),
        (r"\trowd\trleft980\cellx5010\cellx7000\intbl Text\cell 1 240\cell\row ", "Text | 1 240"),
        (r"\trowd\clmgf\cellx1000\clmrg\cellx5000\cellx7000" + CELLS.format("Text", "", "1 240"), "Text | 1 240"),
        (ROW.format("4", r"Text\par more", "1 240"), "4 | Text more | 1 240"),
        (ROW.format("4", r"{\intbl\itap2 Text\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}}", "1 240"), "4 | Text | 1 240"),
        (ROW.format("4", r"Text{\nonesttables\par}", "1 240"), "4 | Text | 1 240"),
    ],
)  # fmt: skip
def test_a_row(row: str, printed: str) -> None:
    body = HEADER + ROW.format("1", "Text", "5") + row + ROW.format("5", "Text", "7") + r"\pard \par"
    assert texts(body)[2] == printed


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (r"\pard\intbl Resheniye\par", ["Resheniye"]),
        (r"\pard\intbl Resheniye", ["Resheniye"]),
        (r"\pard\intbl a\cell b\cell\row\pard\intbl end\par end of text\par", ["a", "b", "end", "end of text"]),
        (r"\pard\intbl a\cell b\row\pard\intbl c\cell d\cell\row", ["a", "b", "c", "d"]),
        (r"\pard\intbl a\cell b\par b\row\pard\intbl c\cell d\cell\row", ["a", "b", "b", "c", "d"]),
        (r"\pard\intbl a\cell b\cell \par\row\pard\intbl c\cell d", ["a", "b", "c", "d"]),
    ],
)  # fmt: skip
def test_what_has_no_end_of_its_own_is_read(body: str, seen: list[str]) -> None:
    assert texts(body) == seen


def test_a_row_ends_its_last_cell() -> None:
    """Else the amounts of two rows would be one."""
    open_row = ROW.format("4", "Text", "1 240").replace(r"1 240\cell", "1 240")
    body = HEADER + ROW.format("1", "Text", "5") + open_row + ROW.format("5", "Text", "7") + r"\pard \par"
    assert texts(body)[1:] == ["1 | Text | 5", "4 | Text | 1 240", "5 | Text | 7"]


def test_columns_are_told_by_where_cells_end() -> None:
    rows = [
        r"\trowd\cellx1000\cellx2000\cellx5000\cellx7000",
        r"\trowd\trleft3\cellx1990\cellx5010\cellx7005",
    ]
    cells = [r"\intbl 1\cell\cell A\cell 5\cell\row", r"\intbl 1\cell B\cell 5\cell\row"]
    document = read_document(
        as_raw("x", rtf_of(HEADER + rows[0] + cells[0] + rows[1] + cells[1] + r"\pard\par"))
    )
    assert [block.printed for block in document.blocks if not isinstance(block, Paragraph)][1:] == [
        "1 | A | 5",
        "1 | B | 5",
    ]


def test_a_file_that_was_cut_off_is_refused() -> None:
    whole = as_rtf(CONTENTS)
    assert lines("x", whole + b"\0\r\n") == EXPECTED
    for cut in (whole[: len(whole) // 2], HEAD):
        with pytest.raises(ParseError) as refused:
            read_document(as_raw("x", cut))
        assert refused.value.kind is ParseErrorKind.BROKEN
