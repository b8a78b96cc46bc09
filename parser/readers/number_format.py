"""Numbers of spreadsheets as their cells show them: `8` in the format `000` is `008` on the page.

Signs are those of this country's prints whatever language the program speaks: a space between thousands,
a comma before decimals. What a format rounds is rounded, what it hides is not there. A format that shows
no plain number (a fraction, a power of ten, conditions) shows the number itself.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from parser.dataclass import dataclass

GENERAL = "General"
# The formats that a file names by number alone and that are no dates.
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)",
    41: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 42: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-',
    **dict.fromkeys((43, 44), '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'), 49: "@",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "dd.mm.yyyy"),
}  # fmt: skip
_PRECISION = Context(prec=15, rounding=ROUND_HALF_UP)  # digits that a spreadsheet's number has
_LONGEST = 300  # digits of a number written out
_TOKEN = re.compile(
    r"""
    "(?P<quoted> [^"]* )"? | \\(?P<escaped> . ) | _(?P<space> . ) | \*(?P<fill> . )  # " тг"; \-; _); *-
    | \[ (?: (?P<currency> \$ [^\]-]* ) (?: -[^\]]* )? | (?P<bracket> [^\]]* ) ) \]  # [$₸-43F]; [Red]; [>9]
    | (?P<general> general | основной )  # General; Основной
    | (?P<digit> [0#?] ) | (?P<point> \. ) | (?P<comma> , )  # #,##0.00
    | (?P<text> @ ) | (?P<percent> % )  # @; 0%
    | (?P<power> e[+-] ) | (?P<date> [ymdhs]+ | am/pm ) | (?P<literal> . )  # 0.00E+00; dd.mm.yyyy; (
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"[<>=]")
_SHORT = {"digit": "0", "point": ".", "comma": ","}  # of the kinds that divide or round
_LONGEST_CODE = 255  # letters of a format that a spreadsheet's program takes
_MINUS = re.compile(r"(?<!\w)[-\u2212\u2013]")  # not the hyphen of a word
_EPOCH, _EPOCH_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)  # noqa: DTZ001 - a page shows no zone
_DAYS = 2_958_466  # up to the year 9999


@dataclass(frozen=True, slots=True)
class _FormatSection:
    """One of the parts of a format that semicolons divide."""

    tokens: tuple[tuple[str, str], ...]  # kind and text

    def has(self, *kinds: str) -> bool:
        return any(kind in kinds for kind, _ in self.tokens)


def _sections(code: str) -> tuple[_FormatSection, ...]:
    """The parts of a format; a longer one than any program takes is none."""
    return _parsed_format(code if len(code) <= _LONGEST_CODE else GENERAL)


@lru_cache(maxsize=1024)
def _parsed_format(code: str) -> tuple[_FormatSection, ...]:
    sections: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = str(match.lastgroup)
        text = match[kind]
        if kind == "literal" and text == ";":
            sections.append([])
        elif kind in ("quoted", "escaped", "currency"):
            sections[-1].append(("literal", text.removeprefix("$") if kind == "currency" else text))
        elif kind != "fill":
            sections[-1].append((kind, text))
    return tuple(_FormatSection(tuple(section)) for section in sections)


def is_date_format(code: str) -> bool:
    """Whether a format shows days, months, years or times.

    >>> is_date_format("d-mmm"), is_date_format('#,##0" д."')
    (True, False)
    """
    first = _sections(code)[0]
    elapsed = any(
        kind == "bracket" and text.lower() in ("h", "hh", "m", "mm", "s", "ss") for kind, text in first.tokens
    )
    return (first.has("date") or elapsed) and not first.has("general")


def shown_text(text: str, code: str) -> str:
    """A text as a cell of that format shows it.

    >>> shown_text("да", ";;;"), shown_text("да", "0;-0;0;@!")
    ('', 'да!')
    """
    sections = _sections(code)
    if len(sections) < 4 and not (len(sections) == 1 and sections[0].has("text")):
        return text
    return "".join(
        text if kind == "text" else " " if kind == "space" else piece
        for kind, piece in sections[min(3, len(sections) - 1)].tokens
        if kind in ("text", "literal", "space")
    )


def shown_number(number: Decimal, code: str, *, from_1904: bool = False) -> str:
    """A number as a cell of that format shows it.

    >>> shown_number(Decimal("1240.0"), "#,##0"), shown_number(Decimal(8), "000")
    ('1 240', '008')
    >>> shown_number(Decimal("-1240.5"), "#,##0.0_);(#,##0.0)"), shown_number(Decimal("45371"), "d-mmm")
    ('(1 240,5)', '20.03.2024')

    Args:
        number: as the file has it.
        code: the format.
        from_1904: whether days are counted from the year 1904.
    """
    if is_date_format(code):
        return _date(number, from_1904=from_1904)
    number = _PRECISION.plus(number)
    sections = _sections(code)
    if any(_is_condition(section) for section in sections):
        return _plain(number)
    # A fourth section is of texts; a single one may show a number as a text.
    section, says_minus = sections[0], False
    if number < 0 and len(sections) > 1:
        section, says_minus = sections[1], _says_minus(sections[1])
    elif _rounded_to_nothing(number, section) and len(sections) > 2:
        section = sections[2]
    if section.has("power") or any(kind == "literal" and text == "/" for kind, text in section.tokens):
        return _plain(number)
    if section.has("general", "text"):
        shown = _plain(abs(number))
        text = "".join(
            shown if kind in ("general", "text") else piece
            for kind, piece in section.tokens
            if kind in ("general", "text", "literal")
        )
    else:
        text = _filled(abs(number), section)
    text = text.strip()
    if number < 0 and text and not says_minus and not _rounded_to_nothing(number, section):
        # Where a format shows what is below zero by its colour alone, the colour is the minus.
        return f"-{text}"
    return text


def _says_minus(section: _FormatSection) -> bool:
    """Whether a section for numbers below zero has a sign of its own for them.

    That is a minus before the digits or right behind them, or brackets around them: no sign that is part of
    the words beside them, as in `#,##0" (тыс.тг)"`.
    """
    tokens = section.tokens
    indexes = [i for i, (kind, _) in enumerate(tokens) if kind in ("digit", "general", "text")]
    first, last = (indexes[0], indexes[-1] + 1) if indexes else (len(tokens), len(tokens))
    before, behind = (
        "".join(text for kind, text in part if kind == "literal") for part in (tokens[:first], tokens[last:])
    )
    bracketed = before.rfind("(") > before.rfind(")") and behind.partition(")")[0].find(
        "("
    ) < 0 <= behind.find(")")
    return bracketed or bool(_MINUS.search(before) or _MINUS.fullmatch(behind.strip()))


def _is_condition(section: _FormatSection) -> bool:
    return any(kind == "bracket" and _CONDITION.match(text) for kind, text in section.tokens)


def _plain(number: Decimal) -> str:
    """A number with all its digits."""
    if abs(number.adjusted()) > _LONGEST:
        return str(number)
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace(".", ",")


def _scaled(number: Decimal, section: _FormatSection) -> tuple[Decimal, int]:
    """The number in the units that a section shows it in, rounded as it shows it, and how many decimals."""
    tokens = [kind for kind, _ in section.tokens]
    number *= Decimal(100) ** tokens.count("percent")
    before, _, after = "".join(_SHORT.get(kind, " ") for kind in tokens).partition(".")
    for part in (before, after):  # commas right behind the last digit divide by a thousand each
        behind = part[part.rfind("0") + 1 :] if "0" in part else ""
        number /= Decimal(1000) ** (len(behind) - len(behind.lstrip(",")))
    decimals = after.count("0")
    try:
        return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=_LONGEST)), decimals
    except InvalidOperation:
        return number, decimals


def _rounded_to_nothing(number: Decimal, section: _FormatSection) -> bool:
    if section.has("general", "text"):
        return number == 0
    return not _scaled(number, section)[0]


def _filled(number: Decimal, section: _FormatSection) -> str:
    """A section with a number's digits where it has signs for them: 1234.5 in `#,##0.00` → `1 234,50`."""
    number, decimals = _scaled(number, section)
    if number.adjusted() > _LONGEST:
        return str(number)
    whole, _, part = f"{number:f}".partition(".")
    tokens = section.tokens
    point = next((i for i, (kind, _) in enumerate(tokens) if kind == "point"), len(tokens))
    before = _whole(whole if whole.strip("0") else "", tokens[:point])
    after = _decimals(part.ljust(decimals, "0"), tokens[point + 1 :])
    if point == len(tokens):
        return before
    digits = any(letter.isdigit() for letter in after)
    return f"{before},{after}" if digits else before + after


def _whole(digits: str, tokens: Sequence[tuple[str, str]]) -> str:
    """What stands before the decimals, filled from the right; the first sign takes all that are left."""
    indexes = [i for i, (kind, _) in enumerate(tokens) if kind == "digit"]
    grouped = any(
        kind == "comma" and indexes and indexes[0] < i < indexes[-1] for i, (kind, _) in enumerate(tokens)
    )
    shown: list[str] = []
    count = 0  # digits written so far, from the right

    def put(digit: str) -> None:
        nonlocal count
        if grouped and count and count % 3 == 0:
            shown.append(" ")
        shown.append(digit)
        count += 1

    left = list(digits)
    for index in range(len(tokens) - 1, -1, -1):
        kind, text = tokens[index]
        if kind == "digit":
            if left:
                put(left.pop())
            elif text == "0":
                put("0")
            while index == indexes[0] and left:
                put(left.pop())
        elif kind in ("literal", "percent"):
            shown.append(text[::-1])
        elif kind == "space":
            shown.append(" ")
    return "".join(shown)[::-1]


def _decimals(digits: str, tokens: Sequence[tuple[str, str]]) -> str:
    """What stands behind the point; digits that are not asked for are left out where they are zero."""
    left = list(digits)
    kept = len(digits.rstrip("0"))
    shown: list[str] = []
    count = 0  # digits taken so far
    for kind, text in tokens:
        if kind == "digit":
            digit = left.pop(0)
            count += 1
            if text == "0" or count <= kept:
                shown.append(digit)
        elif kind in ("literal", "percent"):
            shown.append(text)
        elif kind == "space":
            shown.append(" ")
    return "".join(shown)


def _date(number: Decimal, *, from_1904: bool) -> str:
    """A day as it is written here, with the time where there is one."""
    if not 0 <= number < _DAYS:
        return _plain(number)
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + dt.timedelta(seconds=round(float(number) * 86_400))
    return f"{moment:%d.%m.%Y}" if moment.time() == dt.time() else f"{moment:%d.%m.%Y %H:%M}"
