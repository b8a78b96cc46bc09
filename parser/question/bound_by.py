"""A list that a line bounds: `на что тратят больше, чем на культуру`, `мектептен қымбат бағдарламалар`."""

from __future__ import annotations

import re
from functools import cache

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.fillers import is_filler
from parser.question.small_words import SmallWord, is_small
from parser.question.superlatives import is_spent
from parser.question.word_forms import ABLATIVE_ENDING, LOCATIVE
from parser.text.folding import sound, words

# What asks of lines at large, and names none.
_AT_LARGE = (
    *(Asks.PROGRAM, Asks.ADMINISTRATOR, Asks.GROUP, Asks.SUBGROUP, Asks.LINE, Asks.GENERIC, Asks.WHOLE),
    Asks.MONEY,
    *(Asks.SPENDS, Asks.RECEIVES, Asks.WHAT, Asks.WHICH, Asks.WHERE, Asks.OF_ALL),
)
_ASKS_WHICH = (
    *(Asks.PROGRAM, Asks.ADMINISTRATOR, Asks.GROUP, Asks.SUBGROUP, Asks.LINE),
    *(Asks.WHAT, Asks.WHICH, Asks.WHERE),
)


@dataclass(frozen=True, slots=True)
class BoundBy:
    """A message in two: the words that ask for a list, and those of the line that bounds it.

    Attributes:
        rest: the words that ask.
        line: the line whose amount is the bound.
        from_below: whether the lines of the list have more.
    """

    rest: str
    line: str
    from_below: bool


def find_bound(text: str) -> BoundBy | None:
    """The line that bounds a list which a message asks for; None where none does.

    >>> find_bound("на что тратят больше, чем на культуру")
    BoundBy(rest='на что тратят', line='культуру', from_below=True)
    """
    for asks, follows, from_below in (
        (Asks.MORE_THAN, Asks.MORE_THAN_FOLLOWS, True),
        (Asks.LESS_THAN, Asks.LESS_THAN_FOLLOWS, False),
    ):
        match = _than(asks).search(text)
        if match:
            line, tail = _part_end(text[match.end() :])
            said = match["than"] is not None
            return _bound(f"{text[: match.start()]} {tail}", line, said=said, from_below=from_below)
        for match in _follows(follows).finditer(text):
            asked, line = _part_beginning(text[: match.start()])
            if match["against"] or ABLATIVE_ENDING.search(sound((words(line) or [""])[-1])):
                return _bound(f"{asked} {text[match.end() :]}", line, said=True, from_below=from_below)
    return None


def _bound(rest: str, line: str, *, said: bool, from_below: bool) -> BoundBy | None:
    """The two parts, where the one asks which and names no line, and the other names one.

    Without a word like `чем` the line stands right there: `дороже школ`, and not `больше в культуре`.
    """
    asking, spoken = load_asking_words(), [sound(word) for word in words(rest)]
    before = zip(["", *spoken], spoken, strict=False)
    money = bool(spoken) and all(
        asking.says(word, Asks.MONEY) for word in spoken
    )  # расходы дешевле освещения
    which = (
        money
        or any(asking.says(word, *_ASKS_WHICH) for word in spoken)
        or any(asking.hear([first, word]).says_after(first, word, Asks.WHERE) for first, word in before)
    )
    named = words(line)
    if not which or not named or not all(map(_is_at_large, words(rest))) or all(map(_is_at_large, named)):
        return None
    office = load_asking_words().says(sound(named[0]), Asks.ADMINISTRATOR)  # богаче отдела культуры
    if not said and ((_is_at_large(named[0]) and not office) or _several().search(line)):
        return None
    return BoundBy(" ".join(rest.split()), line.strip(" ,.?!"), from_below)


def names_one(text: str) -> bool:
    """Whether a text names a line, neither as what lines are inside of nor beside a word that asks which.

    >>> [names_one(said) for said in ("образование", "программы образования", "в образовании", "білімде")]
    [True, False, False, False]
    """
    asking, folded = load_asking_words(), words(text)
    spoken = [sound(word) for word in folded]
    if not folded or all(map(_is_at_large, folded)) or LOCATIVE.search(spoken[-1]):
        return False
    before = zip(["", *spoken], spoken, strict=False)
    where = any(asking.hear([first, word]).says_after(first, word, Asks.WHERE) for first, word in before)
    return not where and not any(
        asking.says(word, *_ASKS_WHICH, Asks.OUT_OF) or is_small(SmallWord.INSIDE, word) for word in spoken
    )


def asks_for_none(text: str) -> bool:
    """Whether words neither name a line nor ask which: `бюджеттің`, of `бюджеттің жартысы облыстан ба`.

    >>> [asks_for_none(said) for said in ("бюджеттің", "мектептер", "қай салалар бюджеттің")]
    [True, False, False]
    """
    return not asks_for_lines(text) and all(map(_is_at_large, words(text)))


def asks_for_lines(text: str) -> bool:
    """Whether some word asks which line or which lines: `қай салалар`, `на что`."""
    return any(load_asking_words().says(sound(word), *_ASKS_WHICH) for word in words(text))


def _part_end(text: str) -> tuple[str, str]:
    """A text in two before the words at its end that name no line: `школы тратят на что`."""
    said = text.split()
    last = max((number for number, word in enumerate(said) if not _asks_only(word)), default=-1)
    return " ".join(said[: last + 1]), " ".join(said[last + 1 :])


def _part_beginning(text: str) -> tuple[str, str]:
    """A text in two behind the words at its beginning that name no line: `қай бөлімдер білім бөлімінен`."""
    said = text.split()
    first = next((number for number, word in enumerate(said) if not _asks_only(word)), len(said))
    return " ".join(said[:first]), " ".join(said[first:])


def _asks_only(said: str) -> bool:
    return all(map(_is_at_large, words(said)))


def _is_at_large(folded: str) -> bool:
    """Whether a word asks, counts, or says of any line or any money, and so names none."""
    spoken = sound(folded)
    empty = spoken.isdigit() or is_filler(folded, spoken) or is_spent(spoken)
    return empty or load_asking_words().says(spoken, *_AT_LARGE)


@asked_pattern()
def _than(asks: Asks) -> re.Pattern[str]:
    asking = load_asking_words()
    emphasis = rf"(?:{asking.pattern(Asks.EMPHASIS)}[\s,]+)*"  # ещё дороже; больше даже, чем на дороги
    than = rf"(?P<than>{asking.pattern(Asks.THAN)}\s+)?"
    return re.compile(
        rf"(?<!\w){emphasis}{asking.pattern(asks)}[\s,]+{emphasis}{than}{emphasis}", re.IGNORECASE
    )


@asked_pattern()
def _follows(asks: Asks) -> re.Pattern[str]:
    asking = load_asking_words()
    emphasis = rf"(?:{asking.pattern(Asks.EMPHASIS)}\s+)*"  # мәдениеттен де көп
    against = rf"(?P<against>{asking.pattern(Asks.AGAINST_FOLLOWS)}\s+)?"  # мәдениетке қарағанда көп
    return re.compile(rf"(?<=\w)\s+{against}{emphasis}{asking.pattern(asks)}", re.IGNORECASE)


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"[,:]|(?<!\w){load_asking_words().pattern(Asks.OR)}", re.IGNORECASE)
