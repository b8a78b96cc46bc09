r"""The text of an RTF file as it is seen, and the signs that divide it into paragraphs, cells and rows.

An RTF file is text with control words (`\strike`, `\cell`) in nested groups; what a word sets lasts to the
end of its group. Letters come as bytes of the font's code page, as `\'e0`, or as `\u1178` with a substitute
behind it for programs that know no Unicode.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.readers.files import RawFile
from parser.readers.limits import MAX_NESTING
from parser.readers.word_text import symbols_shown

_TOKEN = re.compile(
    rb"""
    \\ (?P<word> [A-Za-z]{1,40} ) (?P<number> -?\d{1,10} )? [ ]?  # \par; \u1178; \strike0
    | \\' (?P<byte> [0-9A-Fa-f]{2} )  # \'e0
    | \\ (?P<sign> [^A-Za-z'] )  # \~; \*; \{
    | (?P<open> \{ ) | (?P<close> \} )  # a group
    | (?P<text> [^\\{}\r\n\0]+ )  # 1 240
    """,
    re.VERBOSE | re.DOTALL,
)
_CODE_PAGES = {
    128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_SYMBOL = 2  # the charset of fonts whose letters are signs
# What stands elsewhere than in the text: tables of styles, heads of pages, notes, pictures, fields' formulas.
_ELSEWHERE = frozenset(
    {
        "colortbl", "stylesheet", "info", "header", "headerl", "headerr", "headerf", "footer", "footerl",
        "footerr", "footerf", "footnote", "annotation", "pict", "object", "fldinst", "nonshppict", "shprslt",
        "nonesttables", "listtable", "listoverridetable", "revtbl", "filetbl", "themedata", "xe", "tc",
        "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "private1", "do", "shp", "shpgrp", "txe", "rxe", "atnid",
    }
)  # fmt: skip
_SHAPES = frozenset({"shp", "shpgrp", "do"})  # drawings of newer and of older programs
_HIDDEN_SHAPE = re.compile(rb"\\sn \s fHidden \} \s* \{ \\sv \s 1 \b", re.VERBOSE)
_LETTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "\u2014", "endash": "\u2013", "bullet": "\u2022",
    "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d", "emspace": " ",
    "enspace": " ", "qmspace": " ", "nestcell": "\n", "nestrow": "\n",
}  # fmt: skip
_SIGNS = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
# What words switch on, and off where a zero stands behind them.
_LOOKS = {
    "strike": ("struck",), "striked": ("struck",), "deleted": ("struck",), "v": ("hidden",),
    "webhidden": ("hidden",), "super": ("raised",), "sub": ("raised",), "up": ("raised",), "dn": ("raised",),
    "mvf": ("struck",), "intbl": ("in_table",),
}  # fmt: skip
_LOOKS_OFF = {"plain": ("struck", "hidden", "raised"), "nosupersub": ("raised",), "pard": ("in_table",)}
_OLD_PAGES = {"pc": "cp437", "pca": "cp850", "mac": "mac_roman"}
_ENDS = frozenset({"par", "cell", "row", "sect", "page"})
_TABLE = frozenset({"trowd", "trleft", "cellx", "clmgf", "clmrg", "clvmrg"})


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text that is seen."""

    text: str
    raised: bool


@dataclass(frozen=True, slots=True)
class Control:
    """A sign that ends a paragraph, a cell or a row, or says where the cells of a row end.

    What stands between `box` and `box-end` is in a text box. `in_table` tells of a paragraph whether it
    stands in a cell.
    """

    word: str
    number: int | None
    in_table: bool


@dataclass(frozen=True, slots=True)
class _State:
    """What control words have set in a group."""

    elsewhere: bool = False
    around: bool | None = None  # in `\upr`, before its `\ud`: what `elsewhere` was around it
    shape: int | None = None  # where in the file the drawing begins that is around it, and is seen
    fonts: bool = False  # in the table of fonts
    font: int | None = None
    substitutes: int = 1  # how many letters stand for one of Unicode
    struck: bool = False
    hidden: bool = False
    raised: bool = False
    in_table: bool = False

    @property
    def is_seen(self) -> bool:
        return not (self.elsewhere or self.fonts or self.struck or self.hidden)


class RtfText:
    """Reads a file's tokens one after another."""

    def __init__(self, raw: RawFile) -> None:
        self._raw = raw
        self._state = _State()
        self._outer: list[_State] = []
        self._fonts: dict[int, str | None] = {}  # code pages; None for a font of signs
        self._code_page = "cp1252"
        self._first_font: int | None = None
        self._left_out = 0  # letters that only stand for the one before
        self._ignorable = False  # `\*`: a group to pass over by who does not know its first word
        self._bytes = bytearray()  # letters not yet decoded, all of one state
        self._boxes: list[int] = []  # how deep the groups of the text boxes around are
        self._position = 0
        self._units = ""  # letters of Unicode not yet said: halves of a pair may come one after another

    def read(self) -> Iterator[ShownText | Control]:
        """The pieces and controls of the text.

        Raises:
            ParseError: `limit` for groups nested too deep, `broken` for a file that ends within one.
        """
        data, position = self._raw.data, 0
        while match := _TOKEN.search(data, position):
            position = self._position = match.end()
            kind = match.lastgroup
            if kind == "text":
                self._add(match["text"])
            elif kind == "byte":
                self._add(bytes([int(match["byte"], 16)]))
            elif kind in ("word", "number"):
                word, number = match["word"].decode(), int(match["number"]) if match["number"] else None
                if word == "bin":  # so many bytes of something else
                    position += max(number or 0, 0)
                    continue
                yield from self._word(word, number)
            elif kind == "sign":
                yield from self._sign(match["sign"])
            else:
                yield from self._said()
                if kind == "close" and self._boxes and self._boxes[-1] == len(self._outer):
                    self._boxes.pop()
                    yield Control("box-end", None, in_table=False)
                self._group(opens=kind == "open")
        yield from self._said()
        if self._outer:
            raise ParseError(ParseErrorKind.BROKEN, self._raw.name)

    def _add(self, letters: bytes) -> None:
        """Letters as bytes, without those that stand for a letter of Unicode."""
        left = min(self._left_out, len(letters))
        self._left_out -= left
        self._ignorable = False
        if self._state.is_seen and letters[left:]:
            if self._units:
                self._units += self._decoded(letters[left:])
            else:
                self._bytes += letters[left:]

    def _decoded(self, letters: bytes) -> str:
        font = self._state.font if self._state.font is not None else self._first_font
        page = self._fonts.get(font, self._code_page) if font is not None else self._code_page
        if page is None:
            return symbols_shown(letters.decode("latin-1"))
        return letters.decode(page, "replace")

    def _said(self) -> Iterator[ShownText]:
        """What has been read since the state last changed."""
        text = self._decoded(bytes(self._bytes)) if self._bytes else ""
        text += self._units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self._bytes.clear()
        self._units = ""
        if text:
            yield ShownText(text, self._state.raised)

    def _group(self, *, opens: bool) -> None:
        self._left_out = 0
        if opens:
            if len(self._outer) >= MAX_NESTING:
                raise ParseError.limit(self._raw.name, Counted.NESTING, MAX_NESTING)
            self._outer.append(self._state)
        elif self._outer:
            self._state = self._outer.pop()
        self._ignorable = False

    def _sign(self, sign: bytes) -> Iterator[ShownText | Control]:
        if sign == b"*":
            self._ignorable = True
        elif sign in b"\r\n":
            yield from self._word("par", None)
        elif self._left_out:
            self._left_out -= 1
        elif sign in _SIGNS and self._state.is_seen:
            self._put(_SIGNS[sign])

    def _put(self, letter: str) -> None:
        """A letter of Unicode behind what has been read."""
        self._units = self._units or (self._decoded(bytes(self._bytes)) if self._bytes else "")
        self._bytes.clear()
        self._units += letter

    def _word(self, word: str, number: int | None) -> Iterator[ShownText | Control]:
        ignorable, self._ignorable = self._ignorable, False
        if word == "u" and number is not None:
            if self._state.is_seen:
                self._put(self._letter(number & 0xFFFF))
            self._left_out = self._state.substitutes
            return
        if self._left_out:  # a control word is one letter of a substitute
            self._left_out -= 1
            return
        if word in _LETTERS:
            if self._state.is_seen:
                self._put(_LETTERS[word])
            return
        yield from self._said()
        if (word in _ENDS or word in _TABLE) and not self._state.elsewhere:
            yield Control(word, number, self._state.in_table)
        elif word == "upr":  # a text twice, at last in Unicode
            self._state = replace(self._state, elsewhere=True, around=self._state.elsewhere)
        elif word == "ud":
            shown = self._state.around is False
            self._state = replace(self._state, elsewhere=not shown and self._state.elsewhere, around=None)
        elif word == "fonttbl":
            self._state = replace(self._state, fonts=True)
        elif word in ("shptxt", "dptxbxtext") and self._is_box_seen():
            self._state = replace(self._state, elsewhere=False, shape=None, raised=False, in_table=False)
            self._boxes.append(len(self._outer))
            yield Control("box", None, in_table=False)
        elif word in _ELSEWHERE or ignorable:
            self._state = replace(self._state, elsewhere=True, around=None, shape=self._shape(word))
        else:
            self._set(word, number)

    def _shape(self, word: str) -> int | None:
        """Where the drawing begins that is around a group which begins with this word."""
        if word in _SHAPES and self._state.is_seen:
            return self._position
        # What stands beside a drawing's own text is the same for old programs.
        return self._state.shape if word in _SHAPES or word not in _ELSEWHERE else None

    def _is_box_seen(self) -> bool:
        at = self._state.shape
        return at is not None and not _HIDDEN_SHAPE.search(self._raw.data, at, self._position)

    def _letter(self, code: int) -> str:
        font = self._state.font if self._state.font is not None else self._first_font
        is_sign = font is not None and self._fonts.get(font, "") is None
        return symbols_shown(chr(code)) if is_sign else chr(code)

    def _set(self, word: str, number: int | None) -> None:
        """Keeps what a control word sets for the text behind it."""
        state, on = self._state, number != 0
        if word in _LOOKS:
            self._state = replace(state, **dict.fromkeys(_LOOKS[word], on))
        elif word in _LOOKS_OFF:
            self._state = replace(state, **dict.fromkeys(_LOOKS_OFF[word], False))
            if word == "plain":
                self._state = replace(self._state, font=None)
        elif word == "f":
            self._state = replace(state, font=number)
        elif word == "uc":
            self._state = replace(state, substitutes=max(number or 0, 0))
        else:
            self._set_letters(word, number)

    def _set_letters(self, word: str, number: int | None) -> None:
        """Keeps what a control word says of how letters are written in the file."""
        font = self._state.font
        if word == "deff":
            self._first_font = number
        elif word == "ansicpg":
            self._code_page = _known(f"cp{number}") or self._code_page
        elif word in _OLD_PAGES:
            self._code_page = _OLD_PAGES[word]
        elif self._state.fonts and font is not None:
            self._set_font(font, word, number or 0)

    def _set_font(self, font: int, word: str, number: int) -> None:
        """Keeps a font's code page; a font without one of its own has the file's."""
        if word == "cpg":
            self._fonts[font] = _known(f"cp{number}") or self._code_page
        elif word == "fcharset" and number == _SYMBOL:
            self._fonts[font] = None
        elif word == "fcharset" and number in _CODE_PAGES:
            self._fonts[font] = _CODE_PAGES[number]


def _known(page: str) -> str | None:
    """A code page's name where Python knows it."""
    try:
        return codecs.lookup({"cp65001": "utf-8", "cp10007": "mac_cyrillic"}.get(page, page)).name
    except LookupError:
        return None
