"""Mutations of a Word file that nobody can see in it, and of any file that is a zip archive."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

Chance = random.Random
WordMutation = Callable[[str, Chance], str]
DOCUMENT = "word/document.xml"
_RUN = re.compile(
    r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space=\"preserve\">([^<&]+)</w:t></w:r>"
)
_CELL = re.compile(r"<w:tc>.*?</w:tc>")
_ROW = re.compile(r"<w:tr>.*?</w:tr>")
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =7 000 </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIGURES = ("7", "12 345", "99 999 999", "-1")  # that must not be read


def _run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _each(
    pattern: re.Pattern[str], document: str, chance: Chance, change: Callable[[re.Match[str]], str]
) -> str:
    return pattern.sub(lambda found: change(found) if chance.random() < 0.3 else found[0], document)


def _around(pattern: re.Pattern[str], document: str, chance: Chance, ways: Sequence[tuple[str, str]]) -> str:
    before, after = chance.choice(ways)
    return _each(pattern, document, chance, lambda found: f"{before}{found[0]}{after}")


def runs_split(document: str, chance: Chance) -> str:
    between = chance.choice(
        ["", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="7" w:name="z7"/><w:bookmarkEnd w:id="7"/>',
         "<w:r/>", "<!-- 7 -->", '<w:r><w:rPr><w:lang w:val="kk-KZ"/></w:rPr><w:softHyphen/></w:r>', "<?x 7?>"]
    )  # fmt: skip

    def split(found: re.Match[str]) -> str:
        text = found[1]
        at = chance.randrange(len(text) + 1)
        return _run(text[:at]) + between + _run(text[at:], '<w:lang w:val="ru-RU"/>')

    return _each(_RUN, document, chance, split)


def wrapped_runs(document: str, chance: Chance) -> str:
    return _around(
        _RUN, document, chance,
        [
            ('<w:smartTag w:uri="u" w:element="m"><w:smartTagPr><w:attr w:name="P" w:val="7 км"/></w:smartTagPr>', "</w:smartTag>"),
            ('<w:sdt><w:sdtPr><w:alias w:val="7"/></w:sdtPr><w:sdtContent>', "</w:sdtContent></w:sdt>"),
            ('<w:ins w:id="1" w:author="a">', "</w:ins>"), ('<w:moveTo w:id="1">', "</w:moveTo>"),
            ('<w:hyperlink w:anchor="z7">', "</w:hyperlink>"), ('<w:customXml w:element="x">', "</w:customXml>"),
            ('<w:fldSimple w:instr=" =SUM(7) ">', "</w:fldSimple>"), ('<w:dir w:val="ltr">', "</w:dir>"),
            (_FIELD, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ],
    )  # fmt: skip


def hidden_runs(document: str, chance: Chance) -> str:
    looks = (
        "<w:vanish/>",
        "<w:strike/>",
        "<w:dstrike/>",
        '<w:strike w:val="1"/>',
        '<w:vanish w:val="true"/>',
    )
    ways = [("", _run(chance.choice(_FIGURES), look)) for look in looks]
    ways += [
        ("", f"<w:{tag} w:id='3'><w:r><w:{text}>{chance.choice(_FIGURES)}</w:{text}></w:r></w:{tag}>")
        for tag, text in (("del", "delText"), ("moveFrom", "t"), ("del", "t"))
    ]
    before, after = chance.choice(ways)
    return _around(_RUN, document, chance, [(before, after), (after, before)])


def references(document: str, chance: Chance) -> str:
    return _around(
        _RUN, document, chance,
        [
            ("", '<w:r><w:footnoteReference w:id="2"/></w:r>'), ('<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'),
            ("", '<w:r><w:commentReference w:id="0"/></w:r>'), ("<w:r><w:lastRenderedPageBreak/></w:r>", ""),
            ('<w:permStart w:id="1" w:edGrp="everyone"/>', '<w:permEnd w:id="1"/>'), ("", "<w:r><w:rPr/></w:r>"),
        ],
    )  # fmt: skip


def former_looks(document: str, chance: Chance) -> str:
    """What a run looked like before a revision is no look of it."""
    former = '<w:rPrChange w:id="1" w:author="a"><w:rPr><w:strike/><w:vanish/><w:vertAlign w:val="superscript"/></w:rPr></w:rPrChange>'
    return _each(_RUN, document, chance, lambda found: _run(found[1], former))


def looks_taken_back(document: str, chance: Chance) -> str:
    look = chance.choice(
        [
            '<w:strike w:val="0"/>',
            '<w:vanish w:val="false"/>',
            '<w:strike w:val="off"/><w:b/>',
            '<w:vertAlign w:val="baseline"/>',
            '<w:color w:val="000000"/><w:sz w:val="18"/>',
        ]
    )
    return _each(_RUN, document, chance, lambda found: _run(found[1], look))


def alternatives(document: str, chance: Chance) -> str:
    """What stands in a file twice, for programs that are new and for others, is shown once."""
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return _each(
        _RUN, document, chance,
        lambda found: f'<mc:AlternateContent {space}><mc:Choice Requires="w14">{found[0]}</mc:Choice><mc:Fallback>{found[0]}</mc:Fallback></mc:AlternateContent>',
    )  # fmt: skip


def wrapped_cells(document: str, chance: Chance) -> str:
    return _around(
        _CELL, document, chance,
        [("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ('<w:customXml w:element="x">', "</w:customXml>"), ('<w:bookmarkStart w:id="9" w:name="c"/>', "")],
    )  # fmt: skip


def wrapped_rows(document: str, chance: Chance) -> str:
    return _around(
        _ROW, document, chance,
        [("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ('<w:customXml w:element="x">', "</w:customXml>"), ("", '<w:bookmarkEnd w:id="9"/>')],
    )  # fmt: skip


def deleted_rows(document: str, chance: Chance) -> str:
    cells = "".join(
        f"<w:tc><w:p>{_run(text)}</w:p></w:tc>" for text in ("", "", "003", "Старая строка", "7 000")
    )
    return _around(
        _ROW,
        document,
        chance,
        [
            ("", f'<w:tr><w:trPr><w:del w:id="4"/></w:trPr>{cells}</w:tr>'),
            ("", f"<w:tr><w:trPr><w:hidden/></w:trPr>{cells}</w:tr>"),
        ],
    )


def row_properties(document: str, chance: Chance) -> str:
    properties = chance.choice(
        [
            "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
            '<w:trPr><w:ins w:id="5"/></w:trPr>',
            '<w:tblPrEx><w:jc w:val="left"/></w:tblPrEx>',
            '<w:trPr><w:trHeight w:val="7000"/></w:trPr>',
        ]
    )
    return _each(_ROW, document, chance, lambda found: found[0].replace("<w:tr>", f"<w:tr>{properties}", 1))


def empty_paragraphs(document: str, chance: Chance) -> str:
    return _each(
        _CELL,
        document,
        chance,
        lambda found: found[0].replace(
            "</w:tc>", chance.choice(["<w:p/>", "<w:p><w:pPr/></w:p>", f"<w:p>{_run(' ')}</w:p>"]) + "</w:tc>"
        ),
    )


def other_prefix(document: str, chance: Chance) -> str:
    return re.sub(r"(</?|\s)w:", r"\1ns0:", document).replace("xmlns:w=", "xmlns:ns0=")


def strict_names(document: str, chance: Chance) -> str:
    return document.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )


def entities(document: str, chance: Chance) -> str:
    return _each(
        _RUN,
        document,
        chance,
        lambda found: found[0].replace(found[1], "".join(f"&#{ord(letter)};" for letter in found[1])),
    )


WORD_FILES: Mapping[str, WordMutation] = {
    change.__name__: change
    for change in (
        runs_split, wrapped_runs, hidden_runs, references, former_looks, looks_taken_back, alternatives, wrapped_cells,
        wrapped_rows, deleted_rows, row_properties, empty_paragraphs, other_prefix, strict_names, entities,
    )
}  # fmt: skip


def with_document(data: bytes, change: Callable[[str], str], encoding: str = "utf-8") -> bytes:
    """A Word file with its main part changed."""
    parts = _parts(data)
    document = change(parts[DOCUMENT].decode())
    parts[DOCUMENT] = f'<?xml version="1.0" encoding="{encoding}"?>{document}'.encode(encoding)
    return _packed(parts)


def repacked(data: bytes, chance: Chance) -> bytes:
    """A zip archive packed anew: its parts in another order, compressed or not, with parts that mean nothing."""
    parts = _parts(data)
    names = list(parts)
    chance.shuffle(names)
    if "mimetype" in parts:
        names = ["mimetype", *(name for name in names if name != "mimetype")]
    shuffled = {name: parts[name] for name in names} | {
        "docProps/thumbnail.jpeg": b"\xff\xd8",
        "customXml/item7.xml": b"<a>7</a>",
    }
    return _packed(shuffled, chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()
