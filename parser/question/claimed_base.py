"""What a claimed figure is counted from: another line, `в 3 раза больше, чем на дороги`, or another edition.

`на 5 % больше, чем в первоначальном`, `12-3 шешіміне қарағанда 237 млн көп`: the edition that it is counted
from is not the one that the figure is of.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.checking import ClaimWord, says_pattern, says_whole
from parser.question.claimed_direction import claim_joint
from parser.question.claimed_subject import Read
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.intents import Relation
from parser.question.question import Question
from parser.question.word_forms import ABLATIVE
from parser.text.folding import sound, sounds, words

_COUNTED = frozenset({FigureKind.CHANGE, FigureKind.GROWTH, FigureKind.TIMES})
_SIDES = 2  # a line, and the one that it is counted from
_CLAUSE_END = re.compile(r"[,;]\s")
_MOST_WORDS = 4  # that name an edition before `қарағанда`


@dataclass(frozen=True, slots=True)
class ClaimedBase:
    """What a figure is of, and what it is counted from.

    Attributes:
        subject: what it is of.
        than: the line that it is set beside; None where it is counted from an edition.
        since: what asks for that edition.
        is_joined: whether several nouns name the other line, which then has to be one: `культуру и спорт`.
    """

    subject: Question
    than: Question | None = None
    since: Question | None = None
    is_joined: bool = False


def find_base(figure: ClaimedFigure, before: str, after: str, read: Read) -> ClaimedBase | None:
    """What a figure is counted from, where that is said.

    Args:
        figure: what is claimed.
        before: what stands before the figure.
        after: and what stands behind it.
        read: reads what a text asks.
    """
    if figure.kind not in _COUNTED:
        return None
    text = f"{before} {after}"
    if (span := _cut_moments(text, read)) is not None:
        own, first, last = map(read, span)
        subject = with_edition(own, _without_codes(last))
        return ClaimedBase(subject, since=_without_codes(first)) if subject.names_line else None
    cut = _cut_behind(text, read) or _cut_before(text, read) or _cut_ablative(before, after, read)
    cut = cut or _cut_since(text, read)
    if cut is not None:
        own, base = read(cut[0]), _without_codes(read(cut[1]))
        edition_alone = base.asks_edition and not (base.names_line and own.names_line)
        if edition_alone:
            subject = own if own.names_line else with_edition(base, own)
            return ClaimedBase(subject, since=base) if subject.names_line else None
    whole = read(text)
    if whole.relation is not Relation.COMPARED or len(whole.parts) != _SIDES:
        return _find_joined(text, whole, read)
    parts = whole.parts
    if all(part.names_nothing for part in parts):  # доходы меньше, чем расходы
        parts = tuple(with_edition(read(noun), whole) for noun in name_both_totals(text))
    at = _find_base_part(parts, text)
    if len(parts) != _SIDES:
        return None
    return ClaimedBase(parts[1 - at], than=parts[at], is_joined=len(read(parts[at].text).parts) > 1)


def _find_joined(text: str, whole: Question, read: Read) -> ClaimedBase | None:
    """A base that is named with `и`: `больше, чем на культуру и спорт`."""
    match = says_whole(ClaimWord.THAN).search(text)
    if match is None:
        return None
    base, _, rest = _CLAUSE_END.sub("\n", text[match.end() :]).partition("\n")
    sides = [with_edition(read(side), whole) for side in (f"{text[: match.start()]} {rest}", base)]
    named = all(side.means_line for side in sides)
    return ClaimedBase(sides[0], than=sides[1], is_joined=len(read(base).parts) > 1) if named else None


def _find_base_part(parts: tuple[Question, ...], text: str) -> int:
    """Which of two lines the other is set against: `жолдарға` before `қарағанда`, else the second."""
    kazakh = says_whole(ClaimWord.THAN_FOLLOWS).search(text)
    before = text[: kazakh.start()].rstrip().casefold() if kazakh else ""
    for number, part in reversed(list(enumerate(parts))):
        last = part.tokens[-1]
        if kazakh and before.endswith(last.folded):
            return number
        compares = kazakh or says_whole(ClaimWord.THAN).search(text)
        if not compares and ABLATIVE.search(last.sound) and number == 0:
            return number
    return len(parts) - 1


def name_both_totals(text: str) -> list[str]:
    """The nouns of the two totals in a text, in the order in which they are named: `доходы`, `расходами`."""
    asking = load_asking_words()
    return [word for word in words(text) if asking.says(sound(word), Asks.INCOME, Asks.OUTLAY)]


def without_base(text: str, read: Read) -> str:
    """A text without what something is only said to be more than: `это больше, чем в 2012 году`.

    Args:
        text: what stands before a figure, or behind it.
        read: reads what a text asks.
    """
    cut = _cut_behind(text, read) or _cut_before(text, read)
    return cut[0] if cut else text


def _cut_behind(text: str, read: Read) -> tuple[str, str] | None:
    """A text in what it is of and what that is set against: behind `чем`, to the end of the clause.

    Where nothing else says what it is of, only the words that name an edition are the base: `по сравнению с
    апрелем школы выросли`.
    """
    match = says_whole(ClaimWord.THAN).search(text)
    if match is None:
        return None
    joint = claim_joint().search(text, match.end())
    end = joint.start() if joint else len(text)
    own, base = f"{text[: match.start()]} {text[end:]}", text[match.end() : end]
    if not read(own).names_line and read(base).names_line:
        ends = [word.end() for word in re.finditer(r"\S+", base)][:_MOST_WORDS]
        named = (each for each in reversed(ends) if _names_edition_alone(base[:each], read))
        if (cut := next(named, None)) is not None:
            return f"{text[: match.start()]} {base[cut:]} {text[end:]}", base[:cut]
    return own, base


def _cut_before(text: str, read: Read) -> tuple[str, str] | None:
    """The same with the words before `қарағанда` that name an edition, as many as do."""
    match = says_whole(ClaimWord.THAN_FOLLOWS).search(text)
    return _cut_edition(text[: match.start()], text[match.end() :], read) if match else None


def _cut_ablative(before: str, after: str, read: Read) -> tuple[str, str] | None:
    """The same before the figure: `бастапқы бюджеттегіден 2 % көп`."""
    last = next(iter(reversed(list(sounds(before)))), "")
    return _cut_edition(before, after, read) if ABLATIVE.search(last) else None


def _cut_since(text: str, read: Read) -> tuple[str, str] | None:
    """The same with a decision or a month that a change is said to be since: `после 12-3`, `сәуірден бері`.

    What ends at another one, `с 12-3 до 20-3`, is not read so; between two years a figure is over these.
    """
    behind = says_whole(ClaimWord.SINCE_FOLLOWS).search(text)
    cut = _cut_edition(text[: behind.start()], text[behind.end() :], read) if behind else None
    if cut is not None and _names_moment(cut[1], read):
        return cut
    for match in _since().finditer(text):
        rest = text[match.end() :]
        ends = [word.end() for word in re.finditer(r"\S+", rest)][:_MOST_WORDS]
        end = next((each for each in reversed(ends) if _names_moment(rest[:each], read)), None)
        if end is not None and not _ends_at().match(rest, end):
            return f"{text[: match.start()]} {rest[end:]}", rest[:end]
    return None


def _cut_moments(text: str, read: Read) -> tuple[str, str, str] | None:
    """A text in what it is of, and the two decisions or months that a change is between.

    `с апреля по ноябрь дороги выросли`, `сәуірден қарашаға дейін`, `12-3-тен 20-3-ке дейін`.
    """
    ahead = [*_since().finditer(text), *_between().finditer(text)]
    for since, until in ((first, last) for first in ahead for last in _until().finditer(text, first.end())):
        rest = text[until.end() :]
        ends = [word.end() for word in re.finditer(r"\S+", rest)][:_MOST_WORDS]
        end = next((each for each in reversed(ends) if _names_moment(rest[:each], read)), None)
        begin = text[since.end() : until.start()]
        if end is not None and _names_moment(begin, read):
            return f"{text[: since.start()]} {rest[end:]}", begin, rest[:end]
    for until in _until_behind().finditer(text):
        words = list(re.finditer(r"\S+", text[: until.start()]))[-2 * _MOST_WORDS :]
        for at, last in enumerate(words[1:], 1):
            if not _names_moment(text[last.start() : until.start()], read):
                continue
            starts = (word.start() for word in words[:at])
            first = next((each for each in starts if _begins_at(text[each : last.start()], read)), None)
            if first is not None:
                own = f"{text[:first]} {text[until.end() :]}"
                return own, text[first : last.start()], text[last.start() : until.start()]
    return None


def _begins_at(text: str, read: Read) -> bool:
    """Whether a text names a decision or a month that something is since: `сәуірден`, `сәуір мен`."""
    words = text.split()
    joined = len(words) > 1 and _and().fullmatch(words[-1]) is not None
    since = ABLATIVE.search(list(sounds(words[-1]))[-1]) is not None
    return (joined or since) and _names_moment(" ".join(words[:-1] if joined else words), read)


def _names_moment(text: str, read: Read) -> bool:
    """Whether a text names nothing but a decision or a month."""
    named = read(text)
    is_moment = named.decision is not None or len(named.months) == 1
    return is_moment and named.asks_edition and not any(not token.filler for token in named.tokens)


def _without_codes(base: Question) -> Question:
    """What asks for an edition, where its number may be a code elsewhere: `после 12-3`."""
    is_number = base.decision is not None and all(token.filler for token in base.tokens)
    return replace(base, codes=(), amounts=()) if is_number else base


def _cut_edition(before: str, after: str, read: Read) -> tuple[str, str] | None:
    starts = [word.start() for word in re.finditer(r"\S+", before)][-_MOST_WORDS:]
    for start in starts:
        if _names_edition_alone(before[start:], read):
            return f"{before[:start]} {after}", before[start:]
    return None


def _names_edition_alone(text: str, read: Read) -> bool:
    named = read(text)
    return named.asks_edition and not named.names_line


@cache
def _since() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.SINCE)}\s+", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.BETWEEN)}\s+", re.IGNORECASE)


@cache
def _until() -> re.Pattern[str]:
    joints = f"{load_asking_words().pattern(Asks.YEARS_UNTIL)}|{says_pattern(ClaimWord.RANGE_AND)}"
    return re.compile(rf"\s+(?:{joints})\s+", re.IGNORECASE)


@cache
def _until_behind() -> re.Pattern[str]:
    ends = f"{says_pattern(ClaimWord.UNTIL)}|{says_pattern(ClaimWord.BETWEEN)}"
    return re.compile(rf"(?<!\w)(?:{ends})(?!\w)", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(says_pattern(ClaimWord.RANGE_AND), re.IGNORECASE)


@cache
def _ends_at() -> re.Pattern[str]:
    return re.compile(rf"\s+{says_pattern(ClaimWord.TO)}(?!\w)", re.IGNORECASE)
