"""Figures in running text as they are printed: sign, number, unit."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from parser.text.letters import DASHES
from parser.text.units import currency_words, scale_words, tenge_in
from parser.text.wordings import Says, saying, wording

_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")  # 1.193.135,5
_DIGITS = rf"""
    {_POINTED.pattern}  # 1.193.135,5
    | \d[\d ]*\d (?: [,.]\s?\d{{1,3}} (?!\d) )?  # 21 882 988; 583 152 644,8
    | \d (?: [,.]\d{{1,3}} (?!\d) )?  # 0; 9,5
    """
_YEAR_OF_NAME = re.compile(r"(?:19|20)\d\d\s*[»\"”]")  # "Дорожная карта бизнеса - 2020"
_NUMBERED_BEFORE = re.compile(r"[№/]\s*$|\d[-–]$")  # № 12; 12/3; 12-3
_MINUS = re.compile(
    rf"""
    минус  # минус 735
    | \( \s* [{DASHES}]  # (-735); (-) 735
    """,
    re.IGNORECASE | re.VERBOSE,
)


@cache
def figure_pattern() -> re.Pattern[str]:
    """A number with what stands around it: `доходы – 21 882 988 тысяч тенге;`.

    Its groups:

    - `gap`: what parts it from the words before it (` – `), with its sign;
    - `digits`, `zero`: the number; the word for zero in its place;
    - `closed`: a bracket behind it, of a subclause's number or of a minus in brackets: `1)`, `(-735)`;
    - `scale`, `currency`: `тысяч`, `тенге`;
    - `end`: the sign that ends an item of a list: `;`.
    """
    return re.compile(
        rf"""
        (?P<gap> (?: [{DASHES}\s:,=_…]  # – 21 882 988; : 21 882 988; = 10
          | \(\s*[{DASHES}]\s*\)  # (-) 735
          | \(\s*(?=[{DASHES}])  # (-735)
          | минус | (?<!\.)\.{{2,}}+ ){{0,30}} )  # минус 735; доходы ..... 735
        (?P<digits> {_DIGITS} | (?P<zero> {wording(Says.ZERO)} ) ) \s* (?P<closed> \) )? \s*
        (?: (?P<scale> {scale_words()}\.? ) \s* (?: {scale_words()}\.? )? \s* )?  # тысяч; млн. мың
        (?P<currency> {currency_words()} )?
        (?P<end> \s* (?: [;:.,»\"”\n] | $ ) )?
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _counted_after() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:-\s*)?(?:{wording(Says.COUNTED)}|%)", re.IGNORECASE)


def is_figure(match: re.Match[str], text: str) -> bool:
    """Whether a number is an amount: it has a unit, or stands between a sign and the item's end.

    Args:
        match: of `figure_pattern`.
        text: in which it was found.
    """
    if match["closed"] and "(" not in (match["gap"] or ""):
        return False  # the number of a subclause
    start = match.start("digits")
    if _NUMBERED_BEFORE.search(text[max(0, start - 8) : start]):
        return False
    if _counted_after().match(text, match.end("digits")):
        return False
    if match["currency"] or match["scale"] or match["zero"]:
        return True
    if _YEAR_OF_NAME.match(text, start):
        return False
    return bool(match["end"] is not None and re.search(f"[{DASHES}:]", match["gap"] or ""))


def scale_of(match: re.Match[str]) -> int | None:
    """Tenge in one unit of a figure, None where it prints no unit."""
    if match["scale"]:
        return tenge_in(match["scale"])
    return 1 if match["currency"] else None


def read_number(digits: str) -> tuple[Decimal, bool]:
    """A printed number's value, and whether its spaces stand where they should not; zero may be a word.

    Raises:
        ValueError: it is no number.
    """
    text = digits.strip()
    if saying(Says.ZERO).fullmatch(text):
        return Decimal(0), False
    if _POINTED.fullmatch(text):
        text = text.replace(".", "")
    whole, mark, part = text.replace(".", ",").partition(",")
    groups = whole.split()
    odd = len(groups) > 1 and (len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:]))
    plain = "".join(groups) + ("." + part.strip() if mark else "")
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain, re.ASCII):
        raise ValueError(f"not a number: {digits!r}")
    return Decimal(plain), odd


def readings_of(gap: str, digits: str) -> tuple[tuple[Decimal, ...], bool]:
    """The values a number may have after the signs before it, the likeliest first.

    A dash of its own separates, a second one is a minus; one dash that clings to its number
    may be either.
    """
    value, odd = read_number(digits)
    if _MINUS.search(gap):
        return (-value,), odd
    dashes = len(re.findall(f"[{DASHES}]", gap))
    if dashes >= 2:
        return (-value,), odd
    if dashes == 1:
        clings = re.search(rf"[{DASHES}]$", gap) is not None and (
            not gap[:-1] or gap[:-1][-1].isspace() or gap[:-1][-1] in ":,"
        )
        minus_first = clings and (gap.strip()[:1] not in DASHES or gap[-1] in "-−")
        return ((-value, value) if minus_first else (value, -value)), odd
    return (value,), odd
