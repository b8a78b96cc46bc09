"""Documents as RTF, with letters of code page 1251 as Russian programs write them, or of Unicode only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.parser.contents import Content, TableOf, Text, placed, runs_of

HEAD = rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\froman\fcharset204 Times New Roman;}{\f1\fnil\fcharset2 Symbol;}}"
_LOOKS = {"": "", "struck": r"\strike ", "hidden": r"\v ", "raised": r"\super "}
WIDTH = 900  # of a column, in twentieths of a point


def rtf_of(body: str) -> bytes:
    """An RTF file of that body, whose letters are ASCII."""
    return HEAD + body.encode("ascii") + b"}"


def letters(text: str, *, cyrillic: bool) -> str:
    """A text as the letters of RTF."""
    return "".join(_letter(letter, cyrillic=cyrillic) for letter in text)


def _letter(letter: str, *, cyrillic: bool) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if letter == "\n":
        return r"\line "
    if letter.isascii():
        return letter
    coded = letter.encode("cp1251", "ignore") if cyrillic else b""
    if coded:
        return f"\\'{coded[0]:02x}"
    unit = ord(letter)
    return f"\\u{unit - 65536 if unit > 32767 else unit}?"


def _runs(text: Text, *, cyrillic: bool) -> str:
    return "".join(f"{{{_LOOKS[look]}{letters(part, cyrillic=cyrillic)}}}" for part, look in runs_of(text))


def as_rtf(contents: Sequence[Content], *, cyrillic: bool = True) -> bytes:
    """A document of paragraphs and tables; what a hidden row says is hidden text."""
    body = ""
    for content in contents:
        if isinstance(content, str):
            body += rf"\pard\plain {_runs(content, cyrillic=cyrillic)}\par" + "\r\n"
        else:
            body += "".join(_rows(content, cyrillic=cyrillic)) + "\\pard\\par\r\n"
    return rtf_of(body)


def _rows(table: TableOf, *, cyrillic: bool) -> Iterator[str]:
    hanging: dict[int, tuple[int, int]] = {}  # column → span, rows
    for number, row in enumerate(placed(table)):
        cells = {column: (text, span, height, False) for text, column, span, height in row}
        for column, (span, _) in hanging.items():
            cells.setdefault(column, ("", span, 1, True))
        hanging = {c: (span, left - 1) for c, (span, left) in hanging.items() if left > 1}
        edges, texts = "", ""
        for column in sorted(cells):
            text, span, height, covered = cells[column]
            if height > 1:
                hanging[column] = (span, height - 1)
            merge = r"\clvmrg" if covered else r"\clvmgf" if height > 1 else ""
            edges += rf"{merge}\clbrdrt\brdrs\cellx{(column + span) * WIDTH}"
            if number in table.hidden:
                text = tuple((part, "hidden") for part, _ in runs_of(text))
            texts += rf"\pard\plain\intbl {_runs(text, cyrillic=cyrillic)}\cell "
        yield rf"\trowd\trleft0{edges}" + "\r\n" + rf"{texts}\row" + "\r\n"
