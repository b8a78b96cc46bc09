"""Footnotes of a redaction: which decisions changed it, and which one set each appendix.

«Сноска. Приложение 1 в редакции решения … от 12.07.2013 № 15-3», «Ескерту. 1-қосымша жаңа редакцияда -
… 13.11.2013 № 20-3 … шешімімен», «Сноска. Пункт 1 с изменениями, внесенными решением … от 08.04.2013
№ 12-3; 24.05.2013 № 13-3». Another portal prints them without a title: «Пункт 1 изложен в редакции решения …
от 12.07.13 г. № 15-3 (см. стар. ред.)», «… 2010.30.03. № 23/1 шешімімен 1-тармақ өзгертілді (бұр.ред.қара)».
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from parser.dataclass import dataclass
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import DecisionRef, Language
from parser.text.dates import find_dates
from parser.text.passage import NUMBER, Passage, number_key
from parser.text.wordings import Says, saying, wording

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
LIST = r"""(?x:
    №? \s* -? \s* (?<!\d) \d++ (?> (?: -\d++ )? )  # 1; № 1; 1-1
    (?> (?: \s* -? \s* (?: , | ; | и | және | мен ) \s*  # 1, 2 и 3; 1 және 2
        №? \s* \d++ (?> (?: -\d++ )? ) (?! \s*жыл ) ){0,200} )  # never the year in `2-қосымша, 2014 жылға`
)"""
_APPENDICES = re.compile(
    rf"""
    приложени\w* \s+ (?P<ru> {LIST} )  # Приложения 1 и 2 в редакции …
    | (?P<kk> {LIST} ) \s* -? \s* қосымша  # 1, 2-қосымшалар жаңа редакцияда …
    | (?P<whole> приложение | қосымша )  # Приложение в редакции …
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CLAUSE = re.compile(
    r"""
    \bпункт  # Пункт 1 и приложение 1 в редакции …
    | тармақ  # 1-тармақ пен 1-қосымша жаңа редакцияда …
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ASIDE = re.compile(r"\([^()]*\)")  # (порядок введения в действие см. пункт 2)
_BY_DECISION = re.compile(
    r"""
    шешім\w*мен\b  # № 12-3 шешімімен 1-қосымша жаңа редакцияда
    """,
    re.VERBOSE,
)
_NAMES_ACT = re.compile(
    r"""
    решени | маслихат  # в редакции решения маслихата
    | мәслихат | шешім  # мәслихатының … шешімімен
    """,
    re.IGNORECASE | re.VERBOSE,
)


# Where a footnote offers what stood there before.
_OLDER = re.compile(
    r"""
    \( \s* (?: см\.? \s* стар\w*\.? \s* ред  # … (см. стар. ред.)
      | бұр\w*\.? \s* ред\w*\.? \s* қара )  # … (бұр.ред.қара)
    """,
    re.IGNORECASE | re.VERBOSE,
)


@cache
def _changed_part() -> str:
    """The pattern of a footnote without its head: a part of the act, and that a decision changed it."""
    part, by = wording(Says.PART_OF_ACT, Language.RU), wording(Says.CHANGED_BY, Language.RU)
    kazakh_part, kazakh_by = wording(Says.PART_OF_ACT, Language.KK), wording(Says.CHANGED_BY, Language.KK)
    return rf"""(?x:
        (?: в\s+ )? {part} (?: \s+ (?: №? \s* \d+(?:-\d+)? | и | , ) ){{0,9}} [\s–—-]+
        (?: (?> (?: {by} [\s,]+ ){{1,6}} ) решени  # Приложение 1 с изменениями, внесенными решением …
          # В пункт 1 внесены изменения в соответствии с решением …
          | {by} \s+ {wording(Says.CHANGES)} [^.:;]{{0,60}} \s+ решени )
        | {LIST} \s* -? \s* {kazakh_part} [^:;!]{{0,250}} {kazakh_by}  # 1-қосымша жаңа редакцияда – …
          (?! [^.:;!]{{0,80}} {wording(Says.REDRAFTS, Language.KK)} )  # 1-қосымша … жаңа редакцияда жазылсын
    )"""


@cache
def _footnote() -> re.Pattern[str]:
    """What a footnote begins with."""
    remark = f"(?: {wording(Says.REMARK)} | {wording(Says.PORTAL_REMARK)} )"
    return re.compile(
        rf"""
        \W* {wording(Says.FOOTNOTE)}  # Сноска. Пункт 1 …; Ескерту. 1-қосымша …
        | \W* {wording(Says.REMARK)} \W+ {wording(Says.REDACTION)}  # Примечание. В редакции решения …
        | \W* {wording(Says.REDACTION)} [^.:;]{{0,60}} \b решени  # (в редакции решения маслихата …)
        | \W* (?> (?: {remark} [^.:!]{{0,30}} [.:!] \W* )? )  # Примечание РЦПИ. Приложение 1 …
          {_changed_part()}
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _restated() -> re.Pattern[str]:
    """A note of the whole act, which stands as another decision left it, its tables too.

    Without a word for the act it must be a new text: `в редакции решения` under a title may be any change.
    """
    head = f"(?: {wording(Says.FOOTNOTE)} | {wording(Says.REMARK)} )"
    anew = wording(Says.STANDS_ANEW)
    made = f"(?: {wording(Says.CHANGED_BY)} [\\s,]+ )??"  # изложено
    return re.compile(
        rf"""
        \W* {head} \W*
        (?: {wording(Says.WHOLE_ACT)} [\s–—-]+ {made} (?: {wording(Says.STANDS_AS)} | {anew} )
            # Сноска. Решение в редакции решения …; Ескерту. Шешім жаңа редакцияда - …
          | {anew} )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _glue() -> re.Pattern[str]:
    """What may stand between a decision's date and its number: `года`, `күнгі`, a dash."""
    return re.compile(rf"(?: [\s.,:–—-] | {wording(Says.DATE_GLUE)} )*", re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote that names decisions which changed something.

    `appendices` holds the numbers it names; empty with `on_appendix` for «Приложение в редакции …»
    without a number, which is the appendix it stands in. `restates_act` says that the whole act is as the
    decision left it, `names_part` that the note names any part of it at all.
    """

    refs: tuple[DecisionRef, ...]
    appendices: tuple[str, ...]
    on_appendix: bool
    passage: Passage
    restates_act: bool = False
    names_part: bool = True

    @property
    def latest(self) -> DecisionRef:
        """The decision adopted last: what the footnote is about is printed as that decision left it."""
        return max(enumerate(self.refs), key=lambda pair: (pair[1].date or dt.date.min, pair[0]))[1]


def is_footnote(text: str) -> bool:
    """Whether a text (evened) is a footnote of a legal portal."""
    return _footnote().match(text) is not None or ("(" in text and _OLDER.search(text) is not None)


def read_footnotes(passages: Iterable[Passage]) -> list[Footnote]:
    """The footnotes that name changing decisions, in the order of the text."""
    found = []
    for passage in passages:
        text = passage.even
        if (
            not is_footnote(text)
            or saying(Says.REPEALED).search(text)
            or not saying(Says.CHANGED).search(text)
        ):
            continue
        refs = tuple(_refs(passage))
        if refs:
            on_appendix, appendices = _subject(text[: _first_ref(text)])
            if not on_appendix and (said := _BY_DECISION.search(text)):
                on_appendix, appendices = _subject(text[said.end() :])
            found.append(
                Footnote(
                    refs, appendices, on_appendix, passage,
                    restates_act=_restated().match(text) is not None,
                    names_part=saying(Says.PART_OF_ACT).search(_ASIDE.sub("", text)) is not None,
                )
            )  # fmt: skip
    return found


def find_unread_mentions(
    passages: Iterable[Passage], own: DecisionRef
) -> Iterator[tuple[Passage, DecisionRef]]:
    """Later decisions that lines above a table name without saying in known words what they did to it.

    Args:
        passages: those lines, which the decision's stamp is one of.
        own: the decision that the table is an appendix to.

    Yields:
        Each line with the last of the decisions that it names.
    """
    for passage in passages:
        if saying(Says.REPEALED).search(passage.even) or read_footnotes([passage]):
            continue
        later = [ref for ref in _refs(passage) if ref.date and own.date and ref.date > own.date]
        if later:
            yield passage, max(later, key=lambda ref: ref.date or dt.date.min)


def find_repealing(passages: Iterable[Passage]) -> list[DecisionRef]:
    """The decisions that footnotes say ended the whole act: they changed no figure of it.

    Args:
        passages: of the text, footnotes among them.
    """
    return [
        ref
        for passage in passages
        if is_footnote(passage.even) and saying(Says.REPEALED).search(passage.even)
        and not saying(Says.PART_OF_ACT).search(passage.even[: _first_ref(passage.even)])
        for ref in _refs(passage)
    ]  # fmt: skip


def changing_decisions(
    footnotes: Sequence[Footnote], own_number: str, own_date: dt.date, findings: Findings
) -> tuple[DecisionRef, ...]:
    """All decisions that footnotes name, each once, in the order of adoption.

    Args:
        footnotes: of the document.
        own_number: of the document's decision.
        own_date: of the document's decision.
        findings: takes what is odd about the decisions named.
    """
    refs: dict[str, DecisionRef] = {}
    for note in footnotes:
        dates = [ref.date for ref in note.refs if ref.date]
        if any(later < earlier for earlier, later in pairwise(dates)):
            findings.add(FindingKind.FOOTNOTE_OUT_OF_ORDER, note.passage.at)
        for ref in note.refs:
            key = number_key(ref.number)
            known = refs.get(key)
            if key == number_key(own_number) and ref.date == own_date:
                continue
            if ref.date and ref.date <= own_date:
                findings.add(FindingKind.AMENDMENT_NOT_LATER, note.passage.at, number=ref.number)
            if known is None or (known.date is None and ref.date):
                refs[key] = ref
            elif ref.date and known.date != ref.date:
                if known.date and _is_another(known, ref):
                    refs[f"{key} {ref.date}"] = ref
                findings.add(
                    FindingKind.DECISION_DATED_TWICE, note.passage.at,
                    number=ref.number, first_date=known.date, second_date=ref.date,
                )  # fmt: skip
    return tuple(sorted(refs.values(), key=lambda ref: ref.date or dt.date.max))


def _is_another(known: DecisionRef, ref: DecisionRef) -> bool:
    """Whether two acts of one number are two: their dates are months apart.

    Plain numbers (`№ 10`) begin anew with each convocation of a council.
    """
    return bool(known.date and ref.date and abs((known.date - ref.date).days) > 60)


def _refs(passage: Passage) -> Iterable[DecisionRef]:
    """Number and date in either order, the date always beside the number."""
    text = passage.even
    dates = find_dates(text)
    used = 0
    for number in _NUMBER.finditer(text):
        before = [found for found in dates if used <= found[1] and found[2] <= number.start()]
        after = [found for found in dates if found[1] >= number.end()]
        printed = passage.printed[number.start("number") : number.end("number")]
        if before and _beside(text[before[-1][2] : number.start()]):
            yield DecisionRef(printed, before[-1][0])
        elif after and _beside(text[number.end() : after[0][1]]):
            yield DecisionRef(printed, after[0][0])
            used = after[0][2]


def _beside(gap: str) -> bool:
    """Whether nothing stands between a date and a number but what joins them: `года`, `күнгі`, a dash."""
    return len(gap) < 40 and _glue().fullmatch(gap) is not None


def _first_ref(text: str) -> int:
    """Where the first decision is named: what is changed stands before it.

    Of `Приложение 1 в редакции решения от …` it is where `решения` begins.
    """
    match = _NAMES_ACT.search(text)
    dates = find_dates(text)
    starts = [match.start()] if match else []
    return min([*starts, *(found[1] for found in dates)], default=len(text))


def _subject(subject: str) -> tuple[bool, tuple[str, ...]]:
    match = _APPENDICES.search(subject)
    if match is None or (
        _CLAUSE.search(subject) and (match["whole"] or _CLAUSE.search(subject[: match.start()]))
    ):
        return False, ()
    numbers = match["ru"] or match["kk"]
    return True, tuple(re.findall(r"\d+(?:-\d+)?", numbers)) if numbers else ()
