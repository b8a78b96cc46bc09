"""Printed amounts → exact integers in tenge.

A text is an amount where everything in it belongs to one number: its digits, however they are parted,
its sign, the words of its unit, a footnote's mark beside it. Any other text is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import cache

from parser.dataclass import dataclass
from parser.text.letters import DASHES, INVISIBLE, SPACES
from parser.text.marks import without_raised
from parser.text.units import currency_words, scale_words, tenge_in

_MINUSES = f"{DASHES}\u2043\uff0d\uf02d"  # the last is the Symbol font's
_APOSTROPHES = "'\u2018\u2019`\u00b4\u02bc\u2032"
# A minus may stand apart from its number; digits are grouped by threes or not at all.
AMOUNT = re.compile(rf"[{DASHES}]?[{SPACES}]?(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+|\d+)(?:,\d+)?")
_LONGEST = 80  # characters of an amount with all that may stand beside it
_SEPARATORS = re.compile(rf"[{SPACES}\t\n{INVISIBLE}]")
_SIGNED = re.compile(
    rf"""
    (?P<before> \([{_MINUSES}]\)  # (-) 735
      | [{_MINUSES}]{{1,2}}  # -281; - -281, where the first hyphen only separates
      | минус )?  # минус 735
    (?P<number> [\d.,{_APOSTROPHES}]+ )
    (?P<after> [{_MINUSES}] )?  # 281-
    | \( (?P<bracket> [{_MINUSES}] )? (?P<bracketed> [\d.,{_APOSTROPHES}]+ ) \)  # (735); (-735)
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
# Thousands parted by a sign, and decimals behind another one; `1,240` may be either.
_PARTED = re.compile(
    rf"""
    (?P<whole> \d{{1,3}} (?P<sign> [.,{_APOSTROPHES}] ) \d{{3}} (?: (?P=sign)\d{{3}} ){{0,4}} )  # 1.193.135
    (?: (?!(?P=sign)) [.,] (?P<part> \d{{1,6}} ) )?  # 1.193.135,5
    """,
    re.ASCII | re.VERBOSE,
)
_PLAIN = re.compile(r"(?P<whole>\d{1,15})(?:[.,](?P<part>\d{1,6}))?", re.ASCII)
# What most amounts look like: digits, whole or in groups, and a decimal or two, as no thousands can be.
_COMMON = re.compile(
    r"(?P<minus>-)?(?P<whole>\d{1,15}|\d{1,3}(?: \d{3}){1,4})(?:,(?P<part>\d{1,2}))?", re.ASCII
)
_DIGIT = re.compile("[0-9]")
_GROUPS = re.compile(rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})*|\d+")
_SEVERAL_GROUPED = re.compile(
    rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})*(?:[{SPACES}]+\d{{1,3}}(?:[{SPACES}]\d{{3}})*)+(?:[.,]\d+)?"
)
_SEVERAL_PLAIN = re.compile(rf"\d+(?:[{SPACES}]+(?!0)\d+)+(?:[.,]\d+)?")
_SEVERAL_ROWS = 3  # on lines of one cell
_NO_DIGITS = re.compile(r"^\D+|\D+$")
_CROSS = re.compile("[xх]", re.IGNORECASE)
_NIL = re.compile(rf"[{_MINUSES}]{{1,3}}|{_CROSS.pattern}", re.IGNORECASE)
# A footnote's mark.
_MARK = re.compile(
    rf"""
    (?<= [\w.)] ) [{SPACES}]* [*]{{1,4}} \)?$  # 1 240*; 1 240 **)
    | (?<= [\d)] ) (?: [{SPACES}]+ \d{{1,2}}\)  # 1 240 1)
      | [{SPACES}]* [(\[]\d{{1,2}}[)\]] )$  # 1 240 (1); 1 240[1]
    | ^ [*]{{1,4}} [{SPACES}]* (?= [\d({_MINUSES}] )  # * 1 240
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """A number as it is printed: `-1 240,5 млн. тенге`.

    Attributes:
        negative: whether it has a minus, or brackets in its place.
        whole, part: the digits before and behind the comma: `1240`, `5`.
        either: the sign of `1,240` or `1.240`, which may part thousands or decimals; empty for other numbers.
        scale: tenge in one printed unit, where the words behind the number say it: 1,000,000.
        in_currency: whether these words name the currency.
    """

    negative: bool
    whole: str
    part: str = "0"
    either: str = ""
    scale: int | None = None
    in_currency: bool = False

    @property
    def number(self) -> Decimal:
        """The number that is printed, whatever one unit of it is."""
        return Decimal(f"{'-' if self.negative else ''}{self.whole}.{self.part}")

    def tenge(self, unit: int, thousands: Collection[str] = ()) -> int:
        """The amount in tenge.

        Args:
            unit: tenge in one printed unit, where the amount's own words do not say it.
            thousands: the signs that part thousands where they might part decimals.

        Raises:
            ValueError: it is not a whole number of tenge.
        """
        is_whole = self.either != "" and self.either in thousands
        units = 1 if is_whole else 10 ** len(self.part)  # in what is printed last of one printed unit
        tenge, rest = divmod(int(self.whole + self.part) * (self.scale or unit), units)
        if rest:
            raise ValueError(f"not a whole number of tenge: {self.whole}.{self.part}")
        return -tenge if self.negative else tenge


def read_amount(text: str) -> PrintedAmount | None:
    """What a text prints as an amount; None for any other text.

    >>> read_amount("(-) 1 240,5 тг*")
    PrintedAmount(negative=True, whole='1240', part='5', either='', scale=None, in_currency=True)
    """
    if common := _COMMON.fullmatch(text):
        minus, whole, part = common.groups()
        return PrintedAmount(negative=minus is not None, whole=whole.replace(" ", ""), part=part or "0")
    if len(text) > _LONGEST or _is_word(text[:1]) or not _DIGIT.search(text):
        return None
    bare, scale, in_currency = _bare(without_raised(text).strip())
    match = _SIGNED.fullmatch(_SEPARATORS.sub("", bare))
    if match is None or (match["before"] and match["after"]):
        return None
    number = match["number"] or match["bracketed"]
    negative = bool(match["before"] or match["after"] or match["bracketed"])
    form = _PARTED.fullmatch(number) or _PLAIN.fullmatch(number)
    if form is None:
        return None
    whole, part, either = form["whole"], form["part"] or "0", ""
    if (sign := form.groupdict().get("sign")) is not None:
        if whole.count(sign) == 1 and form["part"] is None and sign in ".,":
            whole, part = whole.split(sign)
            either = "" if whole.startswith("0") else sign
        whole = whole.replace(sign, "")
    return PrintedAmount(negative, whole, part, either, scale, in_currency)


def _is_word(letter: str) -> bool:
    """Whether what begins with a letter is no amount, as most names: only `минус 735` begins with one."""
    return letter.isalpha() and letter != "м"


def _bare(text: str) -> tuple[str, int | None, bool]:
    """A number without marks and unit, how many tenge the unit scales to, and whether it is a currency."""
    scale, in_currency = None, False
    for _ in range(3):  # `1 240* тг`, `1 240 тг*`
        before = text
        text = _MARK.sub("", text)
        match = _unit_behind().search(text)
        if match and match.group().strip():
            text = text[: match.start()]
            scale = tenge_in(match["scale"]) if match["scale"] else scale
            in_currency = in_currency or bool(match["currency"])
        if text == before:
            break
    return text, scale, in_currency


@cache
def _unit_behind() -> re.Pattern[str]:
    """What may stand behind a number and says what it counts: `тыс. тенге`, `мың`, `тг`."""
    return re.compile(
        rf"""
        (?<= [\d)] ) \s* \(? (?= [^\d\s()] )
        (?P<scale> {scale_words()} \.? \s* )?  # 1 240 мың; 1 240 (тыс. тенге)
        (?P<currency> {currency_words()} \.? )?  # 1 240 тг.
        \)?$
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def parse_amount(text: str, unit: int, thousands: Collection[str] = ()) -> int:
    """The amount in tenge that a printed number stands for.

    Spaces may stand anywhere (`2 7149 111`): the digits are the amount. Brackets around a number
    are the accountant's minus.

    Args:
        text: digits as printed, `22 275 886`, `-281 421`, `(-) 735` or `583 152 644,8`.
        unit: tenge in one printed unit.
        thousands: the signs that part thousands where they might part decimals: `,` in `1,240`.

    Raises:
        ValueError: the text is no number, or not a whole number of tenge.
    """
    printed = read_amount(text)
    if printed is None:
        raise ValueError(f"not an amount: {text!r}")
    return printed.tenge(unit, thousands)


def is_amount(text: str) -> bool:
    """Whether a text is a printed amount and nothing else."""
    return read_amount(text) is not None


def has_unit(text: str) -> bool:
    """Whether a text is an amount with the words of its unit: `1 240 тг`, `12 тысяч`."""
    printed = read_amount(text)
    return printed is not None and (printed.in_currency or printed.scale is not None)


def is_nil(text: str) -> bool:
    """Whether a cell says that there is nothing: a dash or a cross."""
    return _NIL.fullmatch(text.strip()) is not None


def is_cross(text: str) -> bool:
    """Whether a cell is crossed out: it says that no amount belongs there, and not that it is zero."""
    return _CROSS.fullmatch(text.strip()) is not None


def ends_in_number(text: str) -> bool:
    """Whether a text ends with a number, as a name does whose amount stands in its cell.

    >>> ends_in_number("4. Сальдо 1 240,5"), ends_in_number("4. Сальдо")
    (True, False)
    """
    return text[-1:].isdigit()


def has_misplaced_spaces(text: str) -> bool:
    """Whether the digits of an amount are parted, but not by threes: `188 9410`.

    >>> has_misplaced_spaces("188 9410"), has_misplaced_spaces("1 889 410,5"), has_misplaced_spaces("240 тг")
    (True, False, False)
    """
    if _COMMON.fullmatch(text):
        return False
    bare, _, _ = _bare(without_raised(text).strip())
    whole = _NO_DIGITS.sub("", re.split("[,.]", bare)[0])
    return bool(re.search(f"[{SPACES}]", whole)) and _GROUPS.fullmatch(whole) is None


def amounts_of_rows(lines: Sequence[str]) -> Sequence[str]:
    """The amounts of several rows that stand in one cell, each on a line of its own; none of one amount.

    Two lines may be an amount that is broken, and so may any that are groups of three digits.

    >>> amounts_of_rows(["2 300", "-", "300"]), amounts_of_rows(["2", "300", "150"])
    (['2 300', '-', '300'], ())
    >>> amounts_of_rows(["0", "0"])
    ['0', '0']
    """
    if len(lines) > 1 and all(map(is_amount, lines)) and lines[0].strip(" 0") == "":
        return lines  # no number of several digits begins with a zero
    if len(lines) < _SEVERAL_ROWS or not all(is_amount(line) or is_nil(line) for line in lines):
        return ()
    is_one = not any(map(is_nil, lines)) and not has_misplaced_spaces(" ".join(lines))
    return () if is_one else lines


def may_be_two(text: str, *, grouped: bool) -> bool:
    """Whether the digits of an amount may be those of two: `1 100 1 240`, or an amount on each of two lines.

    Args:
        text: an amount as printed, its lines parted by line breaks.
        grouped: whether amounts beside it have their thousands parted by spaces; `188 9410` is then no two.
    """
    if _COMMON.fullmatch(text):
        return False
    if sum(map(is_amount, text.split("\n"))) > 1:
        return True
    bare, _, _ = _bare(without_raised(text).strip())
    several = _SEVERAL_GROUPED if grouped else _SEVERAL_PLAIN
    whole = _NO_DIGITS.sub("", bare)
    return several.fullmatch(whole) is not None and has_misplaced_spaces(text)
