"""Draws small PDF files: texts at positions, rules, pages turned; enough for what a reader must tell apart.

Letters are Helvetica's, whatever they stand for: a table beside the font says which letter each is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

WIDTH = 0.556  # of every letter, in its size: that of Helvetica's digits
# Codes of capitals stand for capitals, those of small letters for small ones: as high as they should be. None is that of
# a narrow letter, such as i or its relatives with accents: it would stand in its place with gaps around it.
_ASCII = "".join(letter for letter in map(chr, range(32, 127)) if letter not in "iIjl")
_CAPITALS = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_CAPITAL_CODES = [code for code in range(0xC0, 0xE0) if code not in range(0xCC, 0xD0)] + [
    0x8A,
    0x8C,
    0x8E,
    0x9F,
]
_SMALL_CODES = [code for code in range(0xE0, 0x100) if code not in range(0xEC, 0xF0)] + [
    0x9A,
    0x9C,
    0x9E,
    0xB5,
]
_CYRILLIC = dict(zip(_CAPITALS, _CAPITAL_CODES, strict=True)) | dict(
    zip(_CAPITALS.lower(), _SMALL_CODES, strict=True)
)
_OTHERS = dict(zip("ӘҒҚҢӨҰҮҺІЁ№«I", map(ord, "ABCDEFGHKLNOP"), strict=True)) | dict(
    zip("әғқңөұүһіё»ijl", map(ord, "abcdeghknopqsu"), strict=True)
)
_FONTS = (
    {**{letter: ord(letter) for letter in _ASCII}, **_CYRILLIC},
    {**_OTHERS, "–": 0x96, "—": 0x97, "−": 0x96},
)


@dataclass
class Page:
    """A page under construction; positions are in points, y grows downwards from its top."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10, how: str = "") -> float:
        """Draws a text whose base line is at y, by further operators such as `3 Tr`; gives where it ends."""
        for font, run in groupby(
            text, lambda letter: next(n for n, codes in enumerate(_FONTS) if letter in codes)
        ):
            codes = [_FONTS[font][letter] for letter in run]
            hexes = "".join(f"{code:02x}" for code in codes)
            placed = f"BT /F{font} {size} Tf {x:.2f} {self.height - y:.2f} Td <{hexes}> Tj ET"
            self.drawn.append(f"q {how} {placed} Q" if how else placed)
            x += WIDTH * size * len(codes)
        return x

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draws a rule."""
        self.drawn.append(f"0.5 w {x0:.2f} {self.height - y0:.2f} m {x1:.2f} {self.height - y1:.2f} l S")

    def box(self, x0: float, y0: float, x1: float, y1: float, color: str = "1 1 1 rg") -> None:
        """Fills a box."""
        corner = f"{x0:.2f} {self.height - y1:.2f}"
        self.drawn.append(f"q {color} {corner} {x1 - x0:.2f} {y1 - y0:.2f} re f Q")


def pdf_of(pages: list[Page]) -> bytes:
    """The pages as a file."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(objects)

    catalog, tree = add(""), add("")
    widths = " ".join([str(round(1000 * WIDTH))] * 224)
    fonts = []
    for codes in _FONTS:
        table = add(_stream(_letters_table(codes)))
        fonts.append(
            add(
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
                f"/FirstChar 32 /LastChar 255 /Widths [{widths}] /ToUnicode {table} 0 R >>"
            )
        )
    named = " ".join(f"/F{number} {font} 0 R" for number, font in enumerate(fonts))
    kids = []
    for page in pages:
        content = add(_stream("\n".join(page.drawn)))
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate} "
                f"/Resources << /Font << {named} >> >> /Contents {content} 0 R >>"
            )
        )
    objects[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R >>".encode()
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[tree - 1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _letters_table(codes: dict[str, int]) -> str:
    lines = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for letter, code in codes.items() if code < 256)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{lines}\nendbfchar\nendcmap end end"
    )


def _stream(text: str) -> bytes:
    data = text.encode("latin-1")
    return b"<< /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
