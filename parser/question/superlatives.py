"""Words that ask for the largest or the smallest, and for how many: `самые крупные`, `топ 5`, `ең көп`."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache
from itertools import pairwise

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import HeardWords, load_asking_words
from parser.question.asks import Asks
from parser.question.degrees import read_comparative, read_possessed, read_softened, read_superlative
from parser.question.numerals import count_words, read_count
from parser.question.ordering import any_of_asks, read_size
from parser.question.small_words import SmallWord, is_small
from parser.text.folding import sound, words
from parser.text.units import scale_stems

_GREAT = (Asks.MORE, Asks.LARGE)
_LITTLE = (Asks.LESS, Asks.SMALL)
_NAMED_COUNTS = {Asks.THREE: 3, Asks.FIVE: 5, Asks.TEN: 10}
# What a verb ends in that says what becomes of money, as it sounds: спускает, вкладывают, финансируется,
# досталось; тиеді, бөленген.
_VERB = re.compile(
    "(?:[aiu]et|..it|[aiu]iut|[aiu]li|[eiu]t?cia|[aio]l[aio]s|[aei]di|(?:[aeiouln]g|[kpstw]k)[ae]n(?:i|in|d[ae]r(?:i|in|inin|din)?)?|[aei]tin(?:i|d[ae]r|d[ae]ri)?)$"
)
_SHORTEST_VERB = 4
_OF_WHAT = re.compile("[aei]tin(?:i|d[ae]r|d[ae]ri)$")  # көп кететіні: that of a line which takes much
_INSIDE = (
    Asks.MONEY,
    Asks.HEAD,
)  # of `главные доходы` and `главный налог` the second word stays: inside of what
_LEVELS = (Asks.LINE, Asks.PROGRAM, Asks.GROUP, Asks.SUBGROUP, Asks.ADMINISTRATOR)
_LISTED = (Asks.LINE, Asks.PROGRAM, Asks.GROUP, Asks.ADMINISTRATOR, Asks.GENERIC, *_INSIDE)


def cut_count(text: str, *, bounded: bool = False) -> tuple[str, int | None, bool]:
    """A message without the number of lines it asks for (`топ 5`, `пять самых крупных`, `алғашқы бес`).

    Args:
        text: the message, without the bounds that it names.
        bounded: whether it names any: `10 программ дороже 100 млн`.

    Returns:
        The rest, the number if it says one, and whether `топ` or `первые` asks for the largest.
    """
    top = _top().search(text)
    if top and (top["count"] or top["first"] or top.start() == 0):
        rest = f"{text[: top.start()]} {text[top.end() :]}"
        said = top["count"] or top["first"]
        return rest, read_count(said) if said else None, True
    named = _named_counts().search(text)
    if named:  # бестікке кіретін шығындар
        rest = f"{text[: named.start()]} {text[named.end() :]}"
        return rest, _NAMED_COUNTS[Asks[str(named.lastgroup)]], True
    counted = _counted().search(text)
    if counted is None and asks_for_extreme(text):
        counted = _counted_lines().search(text)
    if counted is None and bounded:
        counted = counted_lines().search(text)
    if counted:
        kept = counted["kept"] or ""
        rest = f"{text[: counted.start()]} {kept} {text[counted.end() :]}"
        return rest, read_count(counted["count"] or counted["after"]), False
    return text, None, False


@asked_pattern(*_NAMED_COUNTS)
def _named_counts() -> re.Pattern[str]:
    """`тройка`, `ондыққа`, with what may stand before: `алғашқы ондыққа` is of no original budget.

    So is `в`: of `входит в тройку ЖКХ` no list inside ЖКХ is asked for.
    """
    asking = load_asking_words()
    first, into = asking.pattern(Asks.FIRST), asking.pattern(Asks.INTO)
    return re.compile(
        rf"(?<!\w)(?:{into}\s+)?(?:{first}\s+)?{any_of_asks(*_NAMED_COUNTS).pattern}", re.IGNORECASE
    )


@cache
def _top() -> re.Pattern[str]:
    return re.compile(
        rf"""
        \b (?:топ|top)
          (?: \s* -? \s* (?P<count> {count_words()} ) \b (?! \s*\d{{3}}\b )  # топ 5; топ-10; топ пять
          | \b (?! \s*\d ) )  # топ; `топ 04` is a functional group in Kazakh
        | (?<!\w) {load_asking_words().pattern(Asks.FIRST)} \s+ (?P<first> {count_words()} ) \b  # первые пять
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.COUNT_PRECEDES, Asks.LARGEST, Asks.SMALLEST, Asks.COUNT_FOLLOWS, Asks.VERY)
def _counted() -> re.Pattern[str]:
    asking = load_asking_words()
    large = "|".join(asking.pattern(asks) for asks in (Asks.LARGEST, Asks.SMALLEST, Asks.COUNT_FOLLOWS))
    return re.compile(
        rf"""
        \b (?P<count> {count_words()} ) \s+ (?= {asking.pattern(Asks.COUNT_PRECEDES)} )  # 5 самых; үш ең ірі
        | \b (?P<kept> {large}
              | {asking.pattern(Asks.VERY)} \s+ \w+ (?: \s+ {asking.pattern(Asks.LARGE)} )?  # ең аз шығынды
                (?: \s+ \w+ )? )  # ең көп бөлінген
          \s+ (?P<after> {count_words()} ) \b (?! \s* (?:{scale_stems()}) )  # ең ірі 3 шығын
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(*_LEVELS, Asks.MONEY, Asks.HEAD)
def _counted_lines() -> re.Pattern[str]:
    """`какие три управления тратят больше всех`: their number stands before what a list is of."""
    asking = load_asking_words()
    levels = "|".join(asking.pattern(asks) for asks in (*_LEVELS, Asks.MONEY, Asks.HEAD))
    return re.compile(rf"\b(?P<count>{count_words()})(?P<kept>)(?P<after>)\s+(?=(?:{levels}))", re.IGNORECASE)


@asked_pattern(Asks.LINE, Asks.PROGRAM, Asks.MONEY, Asks.HEAD)
def counted_lines() -> re.Pattern[str]:
    """`10 программ`, but for groups and offices, whose code a number before them is: `7 группа`."""
    asking = load_asking_words()
    listed = "|".join(asking.pattern(asks) for asks in (Asks.LINE, Asks.PROGRAM, Asks.MONEY, Asks.HEAD))
    return re.compile(rf"\b(?P<count>{count_words()})(?P<kept>)(?P<after>)\s+(?=(?:{listed}))", re.IGNORECASE)


def asks_for_extreme(text: str) -> bool:
    """Whether a text has a word of what is largest or smallest among others."""
    asking = load_asking_words()
    asks = (Asks.VERY, Asks.LARGEST, Asks.SMALLEST, Asks.OF_ALL, Asks.RANK)
    spoken = [sound(word) for word in words(text)]
    heard, pairs = asking.hear(spoken), pairwise(["", *spoken])
    return any(asking.says(word, *asks) or read_superlative(word) is not None for word in spoken) or any(
        heard.says_together(*pair, each) for pair in pairs for each in asks
    )


def find_superlatives(spoken: Sequence[str], fillers: Set[int], asking: HeardWords) -> tuple[set[int], bool]:
    """The words that ask for the largest or smallest together, and whether it is the smallest.

    Args:
        spoken: the words of a message as they sound.
        fillers: the numbers of those that name nothing.
        asking: what the words ask.

    Returns:
        The numbers of words such as `самые крупные`, `ең көп`, `больше всего`; of `қай салаға көп` the last.
    """
    marks: set[int] = set()
    smallest = False
    paired = asking.any_says(Asks.VERY, Asks.OF_ALL, Asks.LARGE, Asks.SMALL)
    for number, (word, following) in enumerate(pairwise([*spoken, ""]) if paired else ()):
        found = _read_pair(word, following, asking)
        if found is not None:
            inside = asking.says(following, *_INSIDE) and not asking.says(word, Asks.VERY)
            marks |= {number} if inside else {number, number + 1}
            smallest = smallest or found
            behind = "".join(spoken[number + 2 : number + 3])
            echoes = asking.says(following, Asks.SMALL, Asks.LARGE) and _echoes(following, behind)
            if (asking.says(behind, Asks.LARGE) or echoes) and not inside:
                marks.add(number + 2)  # ең аз шығынды бөлім, ең аз-маз
            if number and asking.says(spoken[number - 1], Asks.VERY):
                marks.add(number - 1)  # самая-самая маленькая
    for number, word in enumerate(spoken[:-2] if asking.any_says(Asks.VERY) else ()):  # ең шығыны көп
        if asking.says(word, Asks.VERY) and asking.says(spoken[number + 1], Asks.MONEY_AFTER, Asks.GENERIC):
            degree = read_size(spoken[number + 2], asking)
            marks |= {number, number + 1, number + 2} if degree is not None else set()
            smallest = smallest or bool(degree)
    last = read_size(spoken[-1], asking) if spoken and not marks else None
    if last is not None and _asks_which_line(asking):  # қай бөлімнің қалтасы қалың
        marks.add(len(spoken) - 1)
        smallest = last
    for number, word in enumerate(spoken):  # мельчайшая
        degree = read_superlative(word)
        beside = (*spoken[max(number - 1, 0) : number], *spoken[number + 1 : number + 2])
        if degree is None and any(asking.says(each, *_LEVELS, Asks.GENERIC, Asks.MONEY) for each in beside):
            degree = read_softened(word)  # у кого кусок пожирнее
        if degree is not None:
            marks.add(number)
            smallest = smallest or degree
    if not marks and asking.any_says(Asks.MUCH, Asks.LITTLE):
        marks = {number for number in range(len(spoken)) if _is_much(spoken, number, fillers, asking)}
        smallest = any(asking.says(spoken[number], Asks.LITTLE) for number in marks)
    return marks, smallest


def _read_pair(word: str, following: str, asking: HeardWords) -> bool | None:
    """Whether two words ask for the smallest, or the largest (False); None where they ask for neither."""
    if asking.says(word, Asks.VERY):
        if asking.says(following, Asks.SMALL):
            return True
        return False if asking.says(following, Asks.LARGE, Asks.LARGEST) else read_possessed(following)
    for compared, all_others in ((word, following), (following, word)):  # больше всего; бәрінен көп
        degree = _read_compared(compared, asking) if asking.says(all_others, Asks.OF_ALL) else None
        if degree is not None:
            return degree
    if asking.says(word, Asks.LARGE) and asking.says(following, *_LISTED, Asks.RANK):
        return False  # главные статьи, главный едок
    if asking.says(word, Asks.SMALL) and asking.says(following, *_LEVELS, Asks.MONEY):
        return True  # мелкие статьи
    return None


def _asks_which_line(asking: HeardWords) -> bool:
    """Whether it is asked which of the lines of a kind something is said of: `қай бөлім бай`."""
    which = asking.any_says(Asks.WHICH_ONES, Asks.WHICH)
    return which and asking.any_says(*_LEVELS)


def _read_compared(word: str, asking: HeardWords) -> bool | None:
    """Whether a word that compares says less, or more (False): `меньше`, `дороже`, `прожорливее`."""
    if asking.says(word, *_GREAT, *_LITTLE):
        return asking.says(word, *_LITTLE)
    return read_comparative(word)


def find_unread_degree(spoken: Sequence[str], fillers: Set[int], asking: HeardWords) -> frozenset[int]:
    """The adjectives after `самая` or `ең` that no list has, before a word for any line.

    Of `самая неподъёмная статья` and `ең елеусіз қалған сала` it is not known which line is asked for.
    """
    generic = (*_LEVELS, Asks.MONEY, Asks.GENERIC)
    found = set[int]()
    if not asking.any_says(Asks.VERY):
        return frozenset()
    for number, (word, following) in enumerate(pairwise(spoken), start=1):
        behind = "".join(spoken[number + 1 : number + 2])
        if is_spent(behind):  # ең елеусіз қалған сала
            behind = "".join(spoken[number + 2 : number + 3])
        before = spoken[: number - 1]
        asked = asking.says(behind, *generic) or (  # какой налог самый урожайный
            not behind and any(asking.says(each, *generic, Asks.HEAD) for each in before)
        )
        if number in fillers or not asking.says(word, Asks.VERY) or not asked:
            continue
        if not asking.says(following, *generic, Asks.VERY, Asks.FIRST, Asks.NEW):
            found.add(number)
    return frozenset(found)


def find_unsaid_order(spoken: Sequence[str], asking: HeardWords) -> frozenset[int]:
    """The words by which lines are ordered otherwise than by their amounts, or that deny the order.

    `приоритетные расходы` need not be the largest, and `не самые большие` are not.

    Args:
        spoken: the words as they sound.
        asking: what the words ask.
    """
    aims = {number for number, word in enumerate(spoken) if asking.says(word, Asks.PRIORITY)}
    before = {
        number
        for number, (word, following) in enumerate(pairwise(spoken))
        if is_small(SmallWord.TURNS_BOUND, word)
        and _is_extreme(following, asking)
        and not is_spent(following)
    }
    behind = {
        number + 2
        for number, word in enumerate(spoken[:-2])
        if asking.says(word, Asks.VERY) and is_small(SmallWord.DENIES_BEHIND, spoken[number + 2])
    }
    large, small = (
        {
            n + 1
            for n, (very, size) in enumerate(pairwise(spoken))
            if asking.says(very, Asks.VERY) and _read_pair(very, size, asking) is smallest
        }
        for smallest in (False, True)
    )
    both = large if large and small else set()  # самый большой отдел и самый маленький
    return frozenset(aims | before | behind | both)


def _is_extreme(word: str, asking: HeardWords) -> bool:
    """Whether a word begins a superlative, or is one."""
    return asking.says(word, Asks.VERY, Asks.LARGEST, Asks.SMALLEST) or read_superlative(word) is not None


def _echoes(word: str, following: str) -> bool:
    """Whether a word only doubles the one before: `аз-маз`, `кіші-міші`."""
    return following in {f"m{word}", f"m{word[1:]}"}


def _is_much(spoken: Sequence[str], number: int, fillers: Set[int], asking: HeardWords) -> bool:
    """Whether `көп` or `много` asks for what has most: `қай салаға көп бөлінген`, `көп ақша қайда кетті`.

    Of `көп балалы отбасы` it does not.
    """
    if not asking.says(spoken[number], Asks.MUCH, Asks.LITTLE):
        return False
    asked_where = any(asking.says_after(first, word, Asks.WHERE) for first, word in pairwise(["", *spoken]))
    asked_where = asked_where or any(map(_OF_WHAT.search, spoken[number + 1 : number + 2]))
    return asked_where and all(
        after in fillers
        or asking.says(spoken[after], Asks.WHOLE, Asks.GENERIC, Asks.SPENDS)
        or asking.says_after(spoken[after - 1], spoken[after], Asks.WHERE)
        or is_spent(spoken[after])
        for after in range(number + 1, len(spoken))
    )


def asks_for_most(spoken: Sequence[str]) -> bool:
    """Whether a word may ask for what is most or least, by itself or beside others."""
    asking = load_asking_words()
    return any(asking.says(word, Asks.MUCH, Asks.LITTLE, *_GREAT, *_LITTLE) for word in spoken)


def is_spent(spoken: str) -> bool:
    """Whether a word has the form of a verb, and so tells what becomes of money.

    `на что больше всего спускают`, `кімге көп тиеді`, `ең көп бөленген сала`. Of nouns that end so
    (`мәдениет`, `субсидии`) the lists of asking words say that they ask nothing.
    """
    verb = len(spoken) >= _SHORTEST_VERB and _VERB.search(spoken) is not None
    return verb and not load_asking_words().says(spoken, Asks.NOTHING)
