"""Amounts as people say them: `1,5 млрд`, `полмиллиарда`, `бес жүз миллион`, `ста тысяч тенге`.

They bound a list (`bounds.py`) or are what a question is about (`numbers.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern, listed_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.numerals import (
    glued_numerals,
    load_numerals,
    number_words,
    plain_numeral,
    read_number_words,
)
from parser.question.word_forms import GENITIVE
from parser.text.folding import sound
from parser.text.letters import DASHES, SPACES
from parser.text.units import currency_words, list_scales, scale_stems, scale_word, tenge_in
from parser.text.word_lists import any_in_either_case, any_of, pattern_of, read_list

FRACTION_COLUMNS = ("words", "language", "numerator", "denominator", "bound", "example")
SCALE_COLUMNS = ("word", "tenge", "example")
_LARGEST = 10**18  # tenge; no table holds more
_LONG = 6  # digits of a number that is an amount though nothing scales it: 500000
_LEAST_ALONE = 10**6  # what a word without a number may scale: больше миллиарда, but no тысяча
_BEFORE = (Asks.ABOUT, Asks.EXACTLY)  # what says how exactly an amount is meant
_HUNDRED, _THOUSAND = 100, 1000
_DECIMALS_SAID = 12  # more are those of a share: треть
_DECIMALS_OF_SHARE = 2
_IN_UNITS = re.compile("ah$")  # of a unit in which amounts are told: в миллиардах
_PRINTED = 1000  # tenge that tables are printed to
_SHORT_TEXT = 300  # letters: such texts are read again, one after another


@dataclass(frozen=True, slots=True)
class SaidAmount:
    """An amount that stands somewhere in a text.

    Attributes:
        start: where it begins.
        end: where it ends, with the words that scale it and its currency.
        number: what is counted.
        scale: in how many tenge; None where no word and no length tells it.
        in_words: whether a word scales it.
        alone: whether that word stands without a number: `миллиард`.
    """

    start: int
    end: int
    number: Decimal
    scale: int | None
    in_words: bool = False
    alone: bool = False

    def tenge(self, scale: int | None = None) -> int | None:
        """The amount, counted in what it says itself or else in `scale`."""
        counted = self.scale or scale
        tenge = self.number * counted if counted else None
        return int(tenge) if tenge is not None and tenge <= _LARGEST else None

    @property
    def precision(self) -> int:
        """To how many tenge it is meant: `12,3 млрд` to a hundred million."""
        exponent = self.number.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        decimals = decimals if decimals <= _DECIMALS_SAID else _DECIMALS_OF_SHARE
        return max((self.scale or 1) // int(10**decimals), 1)


def find_said_amounts(text: str) -> Iterator[SaidAmount]:
    """The amounts of a text in their order, and the numbers that may be some.

    >>> [amount.tenge() for amount in find_said_amounts("полмиллиарда и 1,5 млрд")]
    [500000000, 1500000000]
    """
    parts = list(_find_parts(text))
    whole = _find_whole_again(text) if len(text) <= _SHORT_TEXT else tuple(_find_whole(text))
    if not parts:
        yield from whole
        return
    # три с половиной миллиона: no half of one
    parts = [part for part in parts if not any(each.start < part.start < each.end for each in whole)]
    apart = (
        each for each in whole if not any(part.start < each.end and each.start < part.end for part in parts)
    )
    yield from sorted([*parts, *apart], key=lambda amount: amount.start)


@lru_cache(maxsize=8)  # of a message each step that reads amounts looks for them anew
def _find_whole_again(text: str) -> tuple[SaidAmount, ...]:
    return tuple(_find_whole(text))


def _find_whole(text: str) -> Iterator[SaidAmount]:
    """The amounts of a text by their numbers, those of shares among them."""
    for match in _amounts().finditer(text):
        if _IN_UNITS.search(sound(match["alone"] or "")) and not (match["numerals"] or match["glued"]):
            continue  # школы в миллиардах
        digits, scale = match["digits"], match["scale"] or match["alone"]
        said = bool(match["numerals"] or match["glued"])
        if digits:
            number = Decimal(re.sub(f"[{SPACES}]", "", digits).replace(",", "."))
        else:
            number = read_number_words((match["numerals"] or "").split(), match["glued"])
        if tail := match["tail"]:  # миллион двести
            number += read_number_words(tail.split()) / _THOUSAND
        # 372 878,2 is as tables print it, in thousands: an amount in tenge has no decimals
        in_table = match["currency"] is None and number >= 10 ** (_LONG - 1) and number != int(number)
        plain = match["currency"] is not None or number >= 10 ** (_LONG - 1)
        tenge = _scaled_by(scale) if scale else _PRINTED if in_table else 1 if plain else None
        if digits or said or (tenge or 0) >= _LEAST_ALONE:
            alone = not digits and not said
            yield SaidAmount(match.start(), match.end(), number, tenge, scale is not None, alone)


def _find_parts(text: str) -> Iterator[SaidAmount]:
    """The shares of a million or a billion in words: `треть миллиарда`, `миллионның жартысы`."""
    for match in _parts().finditer(text):
        owner = (match["of_before"] or "").split()
        if owner and not GENITIVE.search(sound(owner[-1].casefold())):
            continue  # миллиард, жартысы
        said = plain_numeral(match["part"] or match["part_behind"])
        share = next(share for word, share in _load_shares().items() if re.fullmatch(pattern_of(word), said))
        number = Decimal(share.numerator) / share.denominator
        scale = _scaled_by(match["of"] or owner[0])
        yield SaidAmount(match.start(), match.end(), number, scale, in_words=True)


@cache
def _load_shares() -> Mapping[str, Fraction]:
    """The words for a share of something, the longest first; not those of every so many."""
    rows = [row for row in read_list("fractions.tsv", FRACTION_COLUMNS) if row["bound"] == "exact"]
    shares = {
        plain_numeral(row["words"]): Fraction(row.integer("numerator"), row.integer("denominator"))
        for row in rows
    }
    return {word: shares[word] for word in sorted(shares, key=lambda word: -len(word))}


@cache
def _parts() -> re.Pattern[str]:
    """A share before what it is of, as Russian says it, or behind its genitive, as Kazakh does."""
    share, scale = any_in_either_case(_load_shares()), rf"(?:{amount_scales()})"
    currency = rf"(?:\s*(?:{currency_words()})[^\W\d]*\.?)?"
    return re.compile(
        rf"""
        (?<! \w ) (?: (?P<part> {share} ) (?!\w) \s+ (?P<of> {scale} ) [^\W\d]* {currency}
          | (?P<of_before> {scale} [^\W\d]* {currency} ) \s+ (?P<part_behind> {share} ) (?!\w) )
          # треть миллиарда; миллионның жартысы
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def cut_approximation(text: str) -> str:
    """A text without the words that say how exactly an amount is meant: `около 250 млн`, `ровно 1 млрд`.

    What is meant exactly is written in thousands, to which tables are printed: it is rounded to nothing.
    """
    while (exactly := _exactly().search(text)) is not None:
        said = next((each for each in find_said_amounts(text) if each.start == exactly.end()), None)
        tenge = said.tenge() if said is not None else None
        if said is None or tenge is None or tenge % _PRINTED:
            break
        text = f"{text[: exactly.start()]}{tenge // _PRINTED} {scale_word(_PRINTED)} {text[said.end :]}"
    return _about().sub(" ", _about_follows().sub(r"\1", text))


@cache
def _slang_rows() -> tuple[tuple[str, int], ...]:
    """How people call a million or a billion, by what the words begin with: `лям`, `ярд`."""
    rows = read_list("said_scales.tsv", SCALE_COLUMNS)
    return tuple((row["word"].removesuffix("*"), row.integer("tenge")) for row in rows)


def read_slang_words() -> tuple[str, ...]:
    """How people call a million or a billion, as the list writes it: `лям*`."""
    return tuple(row["word"] for row in read_list("said_scales.tsv", SCALE_COLUMNS))


def amount_scales() -> str:
    """A regular expression's source for what the words that scale an amount begin with, or are."""
    # A word without `*` ends where it ends: `мын` is a thousand, `мынау` is none.
    ends = ("" if word.endswith("*") else r"(?![^\W\d])" for word in read_slang_words())
    slang = (re.escape(stem) + end for (stem, _), end in zip(_slang_rows(), ends, strict=True))
    return "|".join([scale_stems(), *slang])


def _scaled_by(word: str) -> int | None:
    slang = (tenge for stem, tenge in _slang_rows() if word.casefold().startswith(stem))
    return tenge_in(word) or next(slang, None)


def _list_scaling() -> tuple[str, ...]:
    """All words that scale an amount, one of which stands in an amount without a digit."""
    return (*list_scales(), *read_slang_words())


@listed_pattern(_list_scaling, or_digit=True)
def _amounts() -> re.Pattern[str]:
    """An amount in digits or words, with what scales it and its currency, in any of their forms."""
    numeral, glued, scale = number_words(), glued_numerals(), rf"(?:{amount_scales()})[^\W\d]*"
    about = load_asking_words().pattern(Asks.ABOUT_FOLLOWS)  # 250 с лишним миллионов
    hundreds = any_of(word for word, value in load_numerals().items() if _HUNDRED <= value < _THOUSAND)
    return re.compile(
        rf"""
        (?<! [\w.,/] ) (?<! \D- ) (?<! ^- )  # 100-200 млн, but no minus
        (?: (?P<digits> \d{{1,3}} (?:[{SPACES}]\d{{3}})+ (?: [.,]\d{{1,3}} )? (?!\d)
              | \d+ (?: [.,]\d+ )? (?! [.,/]?\d ) )
            (?: (?: [{DASHES}] [^\W\d]{{1,3}} )? (?: \s+ {about} )?  # 2-х миллиардов
              \s* (?P<scale> {scale} ) )?
          | (?: (?P<numerals> {numeral} (?: \s+ {numeral} )* ) \s+ (?: {about} \s+ )? )?
            (?: (?P<glued> {glued} ) [{DASHES}\s]? )? (?P<alone> {scale} ) )  # пол-лимона
        (?: \s+ (?P<tail> {hundreds} (?: \s+ {numeral} )* ) (?! \s+ (?: {numeral} | {scale} ) | \w ) )?
        \.? (?: [{DASHES}] [^\W\d]{{1,4}} \b )?  # 500 млн-нан
        (?: \s* (?P<currency> {currency_words()} ) \.? )?
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(*_BEFORE)
def _about() -> re.Pattern[str]:
    """`около` of `около 250 млн`."""
    before = "|".join(map(load_asking_words().pattern, _BEFORE))
    return re.compile(rf"(?<!\w)(?:{before})\s+(?=\d|{_amounts_in_words()})", re.IGNORECASE)


@asked_pattern(Asks.EXACTLY)
def _exactly() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.EXACTLY)}\s+", re.IGNORECASE)


@asked_pattern(Asks.ABOUT_FOLLOWS)
def _about_follows() -> re.Pattern[str]:
    """`250 млн-ға жуық`, with the amount as its group."""
    about = load_asking_words().pattern(Asks.ABOUT_FOLLOWS)
    return re.compile(rf"({_amounts_in_words()})\s+{about}", re.IGNORECASE)


def _amounts_in_words() -> str:
    """A regular expression's source for what an amount begins or ends with that is no digit."""
    return rf"(?:{number_words()}|(?:{glued_numerals()})?(?:{amount_scales()})[\w-]*)"


def names_currency(text: str) -> bool:
    """Whether a text says that it is of money: `2 млрд тенге`."""
    return _currency().search(text) is not None


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(currency_words(), re.IGNORECASE)


def read_said_number(said: str) -> tuple[Fraction, Fraction]:
    """A number in digits or words, and what its last digit counts.

    >>> read_said_number("8,3")
    (Fraction(83, 10), Fraction(1, 10))

    Args:
        said: the number alone, without a unit.

    Raises:
        ValueError: it is no number.
    """
    if not said[0].isdigit():
        return Fraction(read_number_words(said.split())), Fraction(1)
    plain = re.sub(f"[{SPACES}]", "", said).replace(",", ".")
    decimals = len(plain.partition(".")[2])
    return Fraction(plain), Fraction(1, 10**decimals)
