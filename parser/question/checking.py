"""Asking to check what was said: `проверь: на школы дали 2 млрд`, `… рас па?` (`locales/checking.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache

from parser.dataclass import dataclass
from parser.question.asked_patterns import listed_pattern
from parser.records import Language
from parser.text.letters import WITHOUT_KAZAKH
from parser.text.word_lists import ListRow, any_in_either_case, read_list

_SIGNS = ":,.!?—–-"
_TAIL = 100  # letters that words of asking may take
CHECKING_COLUMNS = ("says", "language", "words", "example")


class ClaimWord(StrEnum):
    """What words say of a claim or of its figure: the column `says` of the list."""

    CHECK = "check"  # that it is to be checked
    AROUND = "around"  # nothing, beside such a word
    PERCENT = "percent"  # behind a number: it is a share, or a growth
    TIMES = "times"  # behind a number: so many times as much
    TWOFOLD = "twofold"  # so in one word
    THREEFOLD = "threefold"
    FOURFOLD = "fourfold"
    FIVEFOLD = "fivefold"
    TENFOLD = "tenfold"
    AND_HALF = "and-half"  # between a number and that word
    BY = "by"  # before an amount beside a word of change: so much more or less
    SINCE = "since"  # before an edition that a change is counted from
    SINCE_FOLLOWS = "since-follows"  # the same behind it
    INTO = "into"  # before how many times as much it is
    TO = "to"  # before one: not the change, but what it was or is
    UNTIL = "until"  # the same behind one
    RANGE_FROM = "range-from"  # before the first figure of a range: от 8 до 9
    RANGE_FROM_FOLLOWS = "range-from-follows"  # an ending of the first one: 8-ден 9-ға дейін
    RANGE_TO = "range-to"  # between the two
    RANGE_AND = "range-and"  # between the two, where a word for `between` stands beside them
    BETWEEN = "between"  # that word
    EXACTLY = "exactly"  # how exactly the amount is meant, or how large it seems: целых
    PART = "part"  # that what follows is a part of what was said before: в том числе
    INSTEAD = "instead"  # before what a line was: вместо 79
    INSTEAD_FOLLOWS = "instead-follows"  # the same behind it
    VAGUE = "vague"  # an amount that is none: миллиарды
    JOINS = "joins"  # stands between what is said of one figure and of the next
    EACH = "each"  # right before a figure: each of several has so much
    FOR = "for"  # before what money is for
    BEHIND = "behind"  # begins what a figure is of that stands before it: `2 млрд на школы`
    FOREIGN = "foreign"  # behind an amount: it is in no tenge
    THAN = "than"  # before what it is set against: в 4 раза больше, чем на садики
    THAN_FOLLOWS = "than-follows"  # the same behind that
    BASE = "base"  # what a share is of that is the whole: 35 % бюджета
    CERTAIN = "certain"  # beside a share: it only says how sure somebody is, на 100 % уверен
    CERTAIN_FOLLOWS = "certain-follows"  # the same behind a hundred per cent: 100 % правда
    PLUS = "plus"  # before an amount: so much more, плюс 37 млн
    MINUS = "minus"  # before an amount: so much less
    DIFFERENCE = "difference"  # that a figure is by how much two lines differ: разница
    EATEN = "eaten"  # somebody has spent it: съели, which sounds like a village
    MAKES = "makes"  # something was made or bought, at what a figure says: построили на 2 млрд
    OVER = "over"  # before how many years a figure is over: за три года
    OVER_YEARS = "over-years"  # a noun for years behind that number
    OVER_ALL = "over-all"  # stands beside it: последние
    OVER_YEARS_FOLLOWS = "over-years-follows"  # the same behind the number: үш жылда
    EACH_YEAR = "each-year"  # that each of several years has so much: каждый год
    OUT_OF = "out-of"  # before a hundred tenge of which a share is told: из каждых 100 тенге
    EVERY = "every"  # the same, where an ending says it: әр 100 теңгенің
    DEFICIT = "below"  # that a balance is below zero
    SURPLUS = "above"  # that it is above zero
    ACTOR = "actor"  # who decides on money and is said to have given it: no line is meant
    ACTORS = "actors"  # the same of several: депутаты
    BY_ACTOR = "by-actor"  # by whom it was given, or where it was decided: на сессии маслихата
    OWN = "own"  # that somebody decides on money of their own: свои расходы
    BY_ITSELF = "by-itself"  # what a line does by itself: вырос, подорожал
    CUTS_FROM = "cuts-from"  # the same behind what it is taken from: мектептен алды
    BUDGET = "budget"  # what a decision changes that names nothing else: № 12-3 добавил 611 млн
    TOLD = "told"  # that somebody says or wants it, which names no line: хотят, обещают
    VOTED = "voted"  # how somebody voted, which sets nothing against another: были против
    ZERO = "zero"  # an amount of nothing: ни копейки
    NOTHING = "nothing"  # the same beside a verb of giving: ничего не дали
    CUTS = "cuts"  # that so much is taken, by a verb that is said of taxes as well: алынады
    ACTORS_OWN = "actors-own"  # behind that word: then a line of theirs is meant, мәслихат аппараты
    ONE_GETS = "one-gets"  # what one person is paid, where the amount is small: пособие
    HOW_MUCH = "how-much"  # asks for an amount in its place
    NOT = "not"  # before a figure, or what is said of it: it is not so
    NOT_FOLLOWS = "not-follows"  # the same behind it
    NOT_DENYING = "not-denying"  # behind such a word: nothing is denied, не только
    WRONG = "wrong"  # that what is said is not so: неправда, что
    ASKS = "asks"  # beside what is claimed: whether it is so, занимает ли
    HOLDS = "holds"  # that a share is what something has: занимают половину
    POINTS_BACK = "points-back"  # that a share is of what was said before: это 67 % образования
    OWNED_ENDING = "owned-ending"  # an ending of money that is something's: білім беру бюджетінің
    OF_ENDING = "of-ending"  # an ending of a noun that a share is of: образования
    ENDS = "ends"  # what money is for, behind `на`: из, `на школы из бюджета`


@dataclass(frozen=True, slots=True)
class Checking:
    """What is to be checked, perhaps nothing where another message says it, and the language that asks so.

    Attributes:
        claim: what is said.
        language: of the words that ask.
        is_marked: whether a colon stands between the two.
    """

    claim: str
    language: Language
    is_marked: bool = False


def cut_checking(text: str) -> Checking | None:
    """What a message asks to check; None where it asks for no check.

    >>> cut_checking("на озеленение дали 2 млрд, правда?")
    Checking(claim='на озеленение дали 2 млрд', language=<Language.RU: 'ru'>, is_marked=False)
    """
    if not says_whole(ClaimWord.CHECK).may_be_in(text):
        return None
    rest, languages, is_marked = text.strip(), list[Language](), False
    while found := _at_start().match(rest):
        rest = rest[found.end() :]
        is_marked = is_marked or ":" in found[0]
        languages += [language for language in Language if found[language.value]]
    while found := _find_at_end(rest):
        kept = _strip_end(rest, found.start(), lambda sign: sign.isspace() or sign in _SIGNS)
        is_marked = is_marked or ":" in rest[kept:]
        rest = rest[:kept]
        languages += [language for language in Language if found[language.value]]
    return Checking(rest.strip(), languages[0], is_marked) if languages else None


def _find_at_end(text: str) -> re.Match[str] | None:
    """The words of asking that a text ends with, signs behind them left aside.

    Looked for in the last letters alone: from each place of a long text to its end takes its square.
    """
    end = _strip_end(text, len(text), lambda sign: not sign.isalnum())
    return _at_end().search(text, max(end - _TAIL, 0), end)


def _strip_end(text: str, end: int, drops: Callable[[str], bool]) -> int:
    """Where a text ends without the characters at its end that are dropped."""
    while end > 0 and drops(text[end - 1]):
        end -= 1
    return end


def read_checking_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("checking.tsv", CHECKING_COLUMNS)


@cache
def says_pattern(says: ClaimWord) -> str:
    """A regular expression's source for the words that say this, also without the letters of Kazakh."""
    return _typed(list_saying(says))


def list_saying(says: ClaimWord) -> list[str]:
    """The words that say this, as the list writes them."""
    return [row["words"] for row in read_checking_rows() if row.target("says", ClaimWord) is says]


@listed_pattern(list_saying)
def says_whole(says: ClaimWord) -> re.Pattern[str]:
    """The words that say this, none of them inside another word."""
    return re.compile(rf"(?<!\w){says_pattern(says)}(?!\w)", re.IGNORECASE)


def _typed(phrases: Iterable[str]) -> str:
    listed = list(phrases)
    return any_in_either_case(
        [*listed, *(phrase.translate(plain) for plain in WITHOUT_KAZAKH for phrase in listed)]
    )


@cache
def _asks() -> str:
    """The source for one word of asking, each language's by its name, or for one that stands around."""
    rows = [row for row in read_checking_rows() if row.target("says", ClaimWord) is ClaimWord.CHECK]
    by_language = (
        rf"(?P<{language}>{_typed(row['words'] for row in rows if row['language'] == language)})"
        for language in Language
    )
    return rf"(?: {' | '.join(by_language)} | {says_pattern(ClaimWord.AROUND)} )"


@cache
def _at_start() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*+ {_asks()} (?!\w) [\s:,.!?—–-]*", re.IGNORECASE | re.VERBOSE)


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w) {_asks()} $", re.IGNORECASE | re.VERBOSE)
