"""The numbers of a message: codes as they are typed, amounts as they are printed or said in round figures.

A number may be several things at once (`206` a code and an amount): all readings are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.said_amounts import SaidAmount, find_said_amounts
from parser.text.folding import sound
from parser.text.letters import DASHES, SPACES

_MOST_CODE_DIGITS = 14
_MOST_AMOUNT_DIGITS = 18
_DECIMALS = 3  # of a thousand tenge, to the last tenge
_THOUSAND = 1000  # tables are printed to it: an amount said to it is exact
_GROUPED = re.compile(
    rf"""
    (?<! [\w./\\] ) (?: (?<!\d) [{DASHES}] )? \s?
    (?: \d{{1,3}} (?: [{SPACES}.,] \d{{3}} )+  # 12 282 348; 12.282.348; -281 421
      | \d+ )  # 154373
    (?: ,\d+ )? (?! [\w/\\] | [.-]\d )  # no part of 464/009 or 12-3
    """,
    re.VERBOSE,
)
# 11 885 386,9: an amount as a table prints it that has more than whole thousands
_WITH_DECIMALS = re.compile(
    rf"""
    (?<! [\w.,/\\] ) (?: (?<!\d) (?P<sign> [{DASHES}] ) )? \s?
    (?P<whole> \d{{1,3}} (?: [{SPACES}] \d{{3}} )+ | \d{{4,}} ) [.,] (?P<part> \d{{1,3}} )  # 11 885 386,9
    (?! [\w/\\%] | \s*% | [.,-]\d )
    """,
    re.VERBOSE,
)
# 464 009; 464-009; 04.464.009; 458/023
_ENDING = re.compile(rf"[{DASHES}][^\W\d]{{1,4}}$")
_CODE = re.compile(rf"(?<!\w)\d+(?:\s*[{DASHES}{SPACES}./\\]\s*\d+)*(?!\w)")


@dataclass(frozen=True, slots=True)
class ScaledAmount:
    """An amount said in round figures: `12,3 млрд` is 12.3 thousand million, to a tenth."""

    tenge: int
    precision: int  # of the last digit that was said: `655 млн` is meant to a million
    said: str  # as it was typed

    @property
    def range(self) -> tuple[int, int]:
        """The least and the largest amount that it may stand for.

        People round and they cut off: 655.7 million are `656 млн` and `655 млн`.
        """
        return self.tenge - self.precision // 2, self.tenge + self.precision - 1


@asked_pattern(Asks.CODE)
def _code_words() -> re.Pattern[str]:
    """The classification's own words between typed codes: `464 әкімшісінің 006 бағдарламасы`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.CODE)}", re.IGNORECASE)


def cut_code_words(text: str) -> str:
    """A text without the classification's words for codes.

    >>> cut_code_words("администратор 464 программа 006"), cut_code_words("отдел ЖКХ в 12-3 и 21-3")
    ('  464   006', 'отдел ЖКХ в 12-3 и 21-3')
    """
    return _code_words().sub(_cut_code_word, text)


def _cut_code_word(match: re.Match[str]) -> str:
    """Nothing for such a word; an office away from digits is one that is named: `отдел ЖКХ`."""
    office = load_asking_words().says(sound(match.group()), Asks.ADMINISTRATOR)
    beside = f"{match.string[: match.start()].rstrip()[-1:]}{match.string[match.end() :].lstrip()[:1]}"
    return match.group() if office and not any(map(str.isdigit, beside)) else " "


def find_codes(text: str) -> tuple[tuple[str, ...], ...]:
    """Every run of code digits, as typed groups: `464-009` is 464 and 009. A digit alone is none."""
    if len(text.strip()) == 1:
        return ()
    runs = [tuple(re.findall(r"\d+", match.group())) for match in _CODE.finditer(cut_code_words(text))]
    return tuple(run for run in runs if sum(map(len, run)) <= _MOST_CODE_DIGITS)


def find_amounts(text: str) -> tuple[int, ...]:
    """Whole numbers as a table would print them; those with decimals are left to `find_scaled`."""
    found = []
    for match in _GROUPED.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if digits and len(digits) <= _MOST_AMOUNT_DIGITS and not (digits[0] == "0" and len(digits) > 1):
            sign = -1 if match.group()[0] in DASHES else 1
            found.append(sign * int(digits))
    return tuple(dict.fromkeys(found))


def cut_scaled(text: str) -> tuple[str, int | None, ScaledAmount | None]:
    """A text without an amount that is said with its scale, and this amount.

    Scales that follow one another say one amount: `8 млрд 400 млн`. A scale without a number is one of it,
    unless it is asked how many there are: `миллиард на что`, but `сколько миллионов`.

    Returns:
        The rest; the amount in tenge where it is exact (`154 373 мың`), or where it is round (`12,3 млрд`)
        with what it may stand for.
    """
    chain = _find_chain(text)
    if not chain:
        return text, None, None
    start, end = chain[0].start, chain[-1].end
    tenge, precision = add_chain(chain)
    rest = f"{text[:start]} {text[end:]}"
    if precision == _THOUSAND:
        return rest, tenge, None
    return rest, None, ScaledAmount(tenge, precision, without_ending(text[start:end]))


def cut_with_decimals(text: str) -> tuple[str, int | None, str]:
    """A text without an amount that is said as a table of thousands prints one with decimals.

    >>> cut_with_decimals("на что ушло 11 885 386,9")
    ('на что ушло ', 11885386900, '11 885 386,9')

    Returns:
        The rest; the amount in tenge, and as it was typed. Of a text without one, the text alone.
    """
    found = _WITH_DECIMALS.search(text)
    if found is None or len(found["whole"]) > _MOST_AMOUNT_DIGITS:
        return text, None, ""
    whole = int(re.sub(r"\D", "", found["whole"]))
    tenge = whole * _THOUSAND + int(found["part"].ljust(_DECIMALS, "0"))
    rest = f"{text[: found.start()]}{text[found.end() :]}"
    return rest, -tenge if found["sign"] else tenge, " ".join(found.group().split())


def say_scaled(text: str) -> str:
    """The amount of a text that is said with its scale, as it was typed; empty where none is.

    >>> say_scaled("на что ушло двести тысяч"), say_scaled("250 000")
    ('двести тысяч', '')
    """
    chain = _find_chain(text)
    return without_ending(text[chain[0].start : chain[-1].end]) if chain else ""


def _find_chain(text: str) -> Sequence[SaidAmount]:
    """The first amount of a text that a word scales, with those that go on in smaller scales."""
    scaled = (amount for amount in find_said_amounts(text) if amount.in_words)
    asked = (amount for amount in scaled if not (amount.alone and _how_many().search(text)))
    return next(iter(join_chains(text, asked)), ())


def join_chains(text: str, amounts: Iterable[SaidAmount]) -> list[list[SaidAmount]]:
    """The amounts of a text, those that follow one another in ever smaller scales together: `8 млрд 400 млн`.

    Args:
        text: that they stand in.
        amounts: in their order; those that nothing tells the size of are passed over.
    """
    chains: list[list[SaidAmount]] = []
    for amount in amounts:
        if amount.scale is None or amount.tenge() is None:
            continue
        last = chains[-1][-1] if chains else None
        follows = last is not None and amount.in_words and not text[last.end : amount.start].strip()
        if last is not None and follows and amount.scale < (last.scale or 0):
            chains[-1].append(amount)
        else:
            chains.append([amount])
    return chains


def add_chain(chain: Sequence[SaidAmount]) -> tuple[int, int]:
    """What the amounts of a chain are together, in tenge, and to how many tenge that is meant."""
    tenge, last = sum(amount.tenge() or 0 for amount in chain), chain[-1]
    if len(chain) == 1:
        return tenge, last.precision
    digits = str(int(last.number))  # `8 млрд 400 млн` is meant to a hundred million
    return tenge, (last.scale or 1) * 10 ** (len(digits) - len(digits.rstrip("0") or "0"))


def without_ending(said: str) -> str:
    """An amount as it was typed, without the ending that Kazakh joins to it: `12 млн-ға`."""
    return _ENDING.sub("", " ".join(said.split()))


@cache
def _how_many() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.HOW_MANY)}", re.IGNORECASE)
