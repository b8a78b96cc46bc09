"""What an appendix says of itself: number, title, year, place, and who set it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from parser.dataclass import dataclass
from parser.decision.footnotes import Footnote
from parser.decision.named_places import find_place, find_unlisted_town
from parser.decision.place_kinds import Stands, kind_words, kinds_named
from parser.decision.place_titles import title_as_written
from parser.decision.references import NamedDecision, find_named_decisions
from parser.decision.rural_places import find_small_place, is_of_small_place, is_summary
from parser.decision.several_places import names_several_places
from parser.decision.unknown_places import is_of_another, is_of_unknown_place
from parser.readers.labels import names_part_of_year
from parser.records import AppendixChange, AsideReason, Decision, DecisionKind, DecisionRef
from parser.tables.appendices import Appendix
from parser.tables.appendix_words import BUDGET_TITLE, STAMP, STAMP_NUMBERS, YEAR, aside_reason
from parser.text.dates import may_name_month, parse_month
from parser.text.folding import sound, words
from parser.text.letters import SMALLS
from parser.text.passage import Passage, even, number_key
from parser.text.places import PlaceKind
from parser.text.word_lists import any_of

_NAMED_BUDGET = re.compile(
    r"""
    ^\W*+ (?: [\w-]+\s+ ){0,2} бюджет\s  # Районный бюджет на 2021 год …
    | \bбюджеті?\W*$  # … аудан бюджеті
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
# A stamp that says no more than the appendix's number.
_NUMBER_ALONE = (
    re.compile(
        r"""
        \W* приложение \s* №? \s* -? \s* ( \d+ (?: -\d+ )? ) \s*  # Приложение № 1
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        r"""
        \W* ( \d+ (?: -\d+ )? ) \s* -? \s* қосымша\w* \s*  # 1-қосымша
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
)
# What still belongs to a stamp after its decision's number: `года`, a title in quotes.
_TAIL = re.compile(
    rf"""
    (?: сы  # 1-қосымша|сы
      | \s* (?: года? | г\. ) )?  # № 10-3 от 14 декабря 2012 | года
    \s* (?: [«\"“] (?= \s* об?\s | [^»\"”]{{0,200}} (?: бюджет | туралы ) )  # no «Ақбұлақ» | ауылының бюджеті
        [^»\"”]{{5,200}} [»\"”]  # «О городском бюджете на 2013-2015 годы»
        (?-i: (?! \s+ [{SMALLS}] ) ) )?
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class AppendixTitle:
    """What an appendix says of itself.

    `number` is the number among the appendices of the budget's original decision, where it is told;
    `aside` is why it is no budget, None when its title does not say so.
    """

    number: str | None
    text: str
    year: int | None
    aside: AsideReason | None
    is_budget: bool  # the title calls it a budget


def read_title(appendix: Appendix, decision: Decision, changes: Sequence[AppendixChange]) -> AppendixTitle:
    """Reads an appendix's number, title and year.

    Args:
        appendix: with its heading.
        decision: whose appendix it is.
        changes: for an amendment, which appendices of the amended decision it replaces.
    """
    stamp = Passage.of(appendix.stamp)
    text = stamp.even
    stamps, end = _stamps(stamp)
    numbers = [(number, named.number if named else None) for number, named in stamps]
    number = _original_number(numbers, decision, changes)
    title = stamp.printed[end:].strip(" .,:;-–»")
    named = even(title) if title else text
    years = list(YEAR.finditer(named)) or list(YEAR.finditer(text[end:]))
    year = int(next(filter(None, years[-1].groups()))) if years else None
    is_budget = bool(BUDGET_TITLE.search(named))
    aside = aside_reason(named)
    if aside in {AsideReason.TRANSFERS, AsideReason.LAND, AsideReason.OTHER} and _NAMED_BUDGET.search(named):
        aside = None  # «Районный бюджет на 2021 год с учетом целевых трансфертов»
    return AppendixTitle(number, title, year, aside, is_budget and aside is None)


def is_of_part(title: str) -> bool:
    """Whether a title says that its amounts are of a part of a year.

    Places are called as months are, Май, Мамыр, Қазан: a month is one where a year stands beside it.

    >>> is_of_part("Бюджет города на январь 2013 года"), is_of_part("Бюджет Майского района на 2013 год")
    (True, False)

    Args:
        title: as printed.
    """
    if names_part_of_year(title):
        return True
    spoken = ["", "", *words(title), ""] if may_name_month(title) else []
    for at in range(2, len(spoken) - 1):
        before, following = spoken[at - 2 : at], spoken[at + 1]
        if parse_month(spoken[at]) is None or before[1].isdigit():
            continue
        if _YEAR_ALONE.fullmatch(following):
            return True
        if _YEAR_ALONE.fullmatch(before[0]) and not kinds_named(sound(following)):
            return True  # 2013 жылғы қаңтарға, and not 2013 жылға Май ауданының
    return False


@dataclass(frozen=True, slots=True)
class OtherDecision:
    """A decision that an appendix's stamp names, with which the text has nothing to do.

    `stands_here` says that what stands above the stamp names it as well: it is the text of that decision.
    Else the stamp may be one of an earlier decision that was copied.
    """

    named: NamedDecision
    stands_here: bool


def find_other_decision(
    appendix: Appendix, known: Callable[[], Iterable[DecisionRef]]
) -> OtherDecision | None:
    """The decision that an appendix is stamped with, where the text has nothing to do with that decision.

    Two decisions in one file have such appendices. A stamp that shares its number or its day with a known
    decision is a misprint of that one: it is given with `stands_here` false.

    Args:
        appendix: with its heading.
        known: gives the decision of the text, what it amends and what amended it. It is called only where the
            stamp names a decision.

    Returns:
        None where the stamp names no decision, or a known one.
    """
    stamp = Passage.of(appendix.stamp)
    stamped = [each for _, each in _stamps(stamp)[0] if each is not None]
    if not stamped:
        return None
    refs = list(known())
    if any(_names_one_of(refs, each) for each in stamped):
        return None
    keys, dates = {number_key(ref.number) for ref in refs}, {ref.date for ref in refs}
    if misprinted := next((each for each in stamped if each.key in keys or each.date in dates), None):
        return OtherDecision(misprinted, stands_here=False)
    others = [each for each in find_named_decisions([stamp]) if each.key == stamped[-1].key]
    return OtherDecision(stamped[-1], len(others) > len(stamped))


def _names_one_of(refs: Iterable[DecisionRef], named: NamedDecision) -> bool:
    """Whether a named decision is one of these; by its number alone where either has no date."""
    return any(
        number_key(ref.number) == named.key and (None in {ref.date, named.date} or ref.date == named.date)
        for ref in refs
    )


def _stamps(stamp: Passage) -> tuple[list[tuple[str | None, NamedDecision | None]], int]:
    """Every stamp as its appendix number and its decision, and where the last one ends."""
    found: list[tuple[str | None, NamedDecision | None]] = []
    mentions = find_named_decisions([stamp])
    end = 0
    for match in STAMP.finditer(stamp.even):
        number = next(filter(None, (match[group] for group in STAMP_NUMBERS)), None)
        if match["behind"]:  # the number of a Kazakh decision
            mention = next((m for m in mentions if m.end - 12 <= match.start() + 8 <= m.end + 2), None)
            end = max(end, match.end() + _tail(stamp.even, match.end()))
        else:
            mention = next((m for m in mentions if m.end > match.start()), None)
            end = max(end, match.end(), mention.end if mention else 0)
            end += _tail(stamp.even, end)
        found.append((re.sub(r"\s", "", number) if number else None, mention))
    alone = next(filter(None, (pattern.match(stamp.even) for pattern in _NUMBER_ALONE)), None)
    if not found and alone:
        return [(alone[1], None)], alone.end()
    return found, end


def _tail(text: str, end: int) -> int:
    match = _TAIL.match(text, end)
    return match.end() - end if match else 0


def _original_number(
    stamps: Sequence[tuple[str | None, str | None]], decision: Decision, changes: Sequence[AppendixChange]
) -> str | None:
    """The number among the original's appendices: an amendment's appendix restates one of them."""
    if decision.kind is not DecisionKind.AMENDMENT or decision.amends is None:
        return next((number for number, _ in reversed(stamps) if number), None)
    amended, own = number_key(decision.amends.number), number_key(decision.number)
    for number, stamped in reversed(stamps):
        if number and stamped is not None and number_key(stamped) == amended:
            return number
    if any(stamped is not None and number_key(stamped) == amended for _, stamped in stamps):
        return changes[0].old if len(changes) == 1 else None
    ours = next((number for number, stamped in stamps if stamped is None or number_key(stamped) == own), None)
    mapped = [change.old for change in changes if change.new == ours]
    if len(mapped) == 1:
        return mapped[0]
    if ours is None and len(changes) == 1:
        return changes[0].old
    return next((number for number, _ in reversed(stamps) if number), None)


def find_setter(
    number: str | None,
    own: Sequence[Footnote],
    all_footnotes: Sequence[Footnote],
    decision: Decision,
    *,
    restated_by: Sequence[DecisionRef] = (),
) -> DecisionRef:
    """The decision that left an appendix as it stands: the last one its footnotes name, else this one.

    Args:
        number: the appendix's number.
        own: the footnotes under its title.
        all_footnotes: those of the whole text.
        decision: the decision that the text prints.
        restated_by: the decisions that restated the whole act, its tables too.
    """
    if decision.kind is DecisionKind.AMENDMENT:
        return decision.ref
    about = [note for note in own if not note.appendices or number is None or number in note.appendices]
    about += [
        note for note in all_footnotes if number is not None and number in note.appendices and note not in own
    ]
    refs = [note.latest for note in about if note.on_appendix or note in own]
    dated = [ref for ref in (*restated_by, *refs) if ref.date is not None]
    return max(dated, key=lambda ref: ref.date or decision.date, default=decision.ref)


@cache
def _word_of_large_place() -> re.Pattern[str]:
    """A word of a region, a town or a rayon: `Районный бюджет`, `аудандық бюджет`."""
    words = (
        word.word for word in kind_words()
        if word.stands is Stands.ANYWHERE and isinstance(word.kind, PlaceKind)
    )  # fmt: skip
    return re.compile(rf"\b{any_of(words)}", re.IGNORECASE)


def is_of_several(title: str) -> bool:
    """Whether an appendix's title makes its table that of several places, each of which has its own."""
    return names_several_places(title_as_written(even(title)))


def place_of(title: str, decision: Decision, region: str | None) -> str | None:
    """Whose budget an appendix is: the place its title names, else that of the decision's title or council.

    Args:
        title: of the appendix.
        decision: whose appendix it is.
        region: the region, to name places.

    Returns:
        None where no council is known, and where the title speaks of a rural district, a village or a
        settlement that nothing names, says no more than `Бюджет на 2024 год` in a decision on villages, or
        names a place of an unknown kind (`хутора Дон`): it is never the budget of the rayon.
    """
    text = title_as_written(even(title))
    if small := find_small_place(text, decision.place):
        return small
    is_small = is_of_small_place(text)
    if not is_small and (place := find_place(text, region) or find_unlisted_town(text)):
        return place
    decided = title_as_written(even(decision.title or ""))
    titled = find_small_place(decided, decision.place)
    several = names_several_places(decided)
    if titled and not several and not is_summary(titled):
        return titled
    of_villages = (several or titled is not None) and _word_of_large_place().search(text) is None
    another = decision.place is not None and is_of_another(text, decision.place)
    return None if is_small or of_villages or another or is_of_unknown_place(text) else decision.place
