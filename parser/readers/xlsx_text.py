"""The texts and looks that the sheets of an XLSX file share: strings with their runs, formats, fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from parser.dataclass import dataclass
from parser.readers.number_format import BUILT_IN, GENERAL

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how a string holds what XML cannot: `_x000D_`


@dataclass(frozen=True, slots=True)
class CellLook:
    """How text is shown: a cell's, or that of a run within it."""

    struck: bool = False
    raised: bool = False
    format: str = GENERAL


Run: TypeAlias = tuple[str, CellLook | None]  # a text, with a look of its own or its cell's


def tag_of(element: _Element) -> str:
    """An element's name without its namespace: files of the strict kind have another one."""
    return str(element.tag).rpartition("}")[2]


def children(element: _Element | None, name: str) -> list[_Element]:
    """The children of that name; none of an element that is not there."""
    return [child for child in element if tag_of(child) == name] if element is not None else []


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of that name."""
    return next(iter(children(element, name)), None)


def is_set(value: str | None) -> bool:
    """Whether a property is on; one that is there without a value is."""
    return value not in ("0", "false", "off")


def number_in(text: str | None, default: int = 0) -> int:
    """A count or an index as files write them."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default


def looks_of(styles: _Element | None) -> list[CellLook]:
    """The looks that cells name by their index, from the file's part of styles."""
    codes = dict(BUILT_IN)
    for element in children(child(styles, "numFmts"), "numFmt"):
        codes[number_in(element.get("numFmtId"), -1)] = element.get("formatCode") or GENERAL
    fonts = [_font(element) for element in children(child(styles, "fonts"), "font")]
    looks: list[CellLook] = []
    for element in children(child(styles, "cellXfs"), "xf"):
        index = number_in(element.get("fontId"), -1)
        font = fonts[index] if 0 <= index < len(fonts) else CellLook()
        code = codes.get(number_in(element.get("numFmtId")), GENERAL)
        looks.append(CellLook(font.struck, font.raised, code))
    return looks


def _font(element: _Element | None) -> CellLook:
    """What a font says of how its text is seen."""
    strike, align = child(element, "strike"), child(element, "vertAlign")
    return CellLook(
        struck=strike is not None and is_set(strike.get("val")),
        raised=align is not None and align.get("val") in ("superscript", "subscript"),
    )


def runs_of(string: _Element) -> list[Run]:
    """The runs of a string; how a word is pronounced is none."""
    runs: list[Run] = []
    for element in string:
        name = tag_of(element)
        if name == "t":
            runs.append((_text(element), None))
        elif name == "r":
            font = child(element, "rPr")
            look = _font(font) if font is not None else None
            runs += [(_text(text), look) for text in children(element, "t")]
    return runs


def _text(element: _Element) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), element.text or "")


def targets_of(relations: _Element | None) -> Mapping[str, tuple[str, str]]:
    """The parts that a workbook names: by id, the last word of what each is and its name in the archive."""
    found: dict[str, tuple[str, str]] = {}
    for element in relations if relations is not None else ():
        target = element.get("Target") or ""
        name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        found[element.get("Id") or ""] = ((element.get("Type") or "").rpartition("/")[2], name)
    return found
