"""What a decision's running text says of the decision itself."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from parser.dataclass import dataclass
from parser.decision.amended_decision import find_amended, join_title
from parser.decision.clause_figures import adopts_budget
from parser.decision.councils import Council, find_council
from parser.decision.footnotes import (
    Footnote,
    changing_decisions,
    find_repealing,
    is_footnote,
    read_footnotes,
)
from parser.decision.head import DecisionHead, DecisionIdentity
from parser.decision.named_places import find_place, find_region
from parser.decision.no_plan import refuse_no_plan
from parser.decision.registration import find_registration
from parser.decision.stated_facts import StatedFacts
from parser.decision.titles import find_title, parted_titles
from parser.document import Paragraph
from parser.errors import ParseError
from parser.findings import Findings
from parser.kinds import FindingKind, ParseErrorKind
from parser.records import Decision, DecisionKind, DecisionRef, Finding, Language
from parser.text.dates import find_dates, find_impossible_dates
from parser.text.passage import Passage
from parser.text.wordings import Says, saying, wording

_YEARS = re.compile(
    r"""
    (?P<first> 20\d\d ) \s* [-–—] \s* (?P<last> 20\d\d ) \s* [-–—]? \s*
    (?: жыл | год | г\.? \s* г )  # 2013-2015 жылдарға; 2013–2015 годы; 2013-2015 г.г.
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = re.compile(
    r"""
    (?P<kk> 20\d\d ) \s* [-–]? \s* жыл\w* \s+
      (?: арналған | \S+\s+бюджет )  # 2008 жылға арналған; 2008 жылғы қала бюджеті
    | на \s+ (?P<ru> 20\d\d ) \s* год  # на 2008 год
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FIRST = 5  # clauses in which a budget is adopted
_FAR = 90  # letters between a date and the words that something comes into force on it, at most
_FROM = re.compile(
    r"""
    \bсо? \s* $  # вводится в действие с | 1 января 2013 года
    """,
    re.VERBOSE,
)


@cache
def _in_force_words() -> re.Pattern[str]:
    kazakh, russian = (wording(Says.IN_FORCE, language) for language in (Language.KK, Language.RU))
    return re.compile(rf"(?P<kk>{kazakh})|(?P<ru>{russian})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DecisionReading:
    """A decision, and what reading its text left for the rest of the parser.

    Attributes:
        clauses: the passages after `РЕШИЛ:`.
        footnotes: which decision set an appendix, or changed the act.
        findings: what stayed uncertain.
        region: in which a place named without its region is looked for.
        made_by: the decision that made this version of the text, where that is stated.
        title: as printed.
        printed_as: number and date as the text has them; facts beside the text may state others.
    """

    decision: Decision
    clauses: tuple[Passage, ...]
    footnotes: tuple[Footnote, ...]
    findings: tuple[Finding, ...]
    region: str | None
    made_by: DecisionRef | None = None
    title: Passage | None = None
    printed_as: DecisionRef | None = None


def read_decision(
    paragraphs: Sequence[Paragraph],
    headings: Sequence[Paragraph],
    file: str,
    facts: StatedFacts | None = None,
) -> DecisionReading:
    """Reads title, council, number, dates, registration, what is amended and by what it was amended.

    Args:
        paragraphs: the text before the first appendix, in reading order.
        headings: the appendices' stamps, titles and footnotes, each appendix joined to one paragraph or not.
        file: the file's name, for messages.
        facts: what is stated of the decision beside its text.

    Raises:
        ParseError: `no-decision` where no number and date of a decision can be found, `draft` or `execution`
            where the text is no decision on a budget.
    """
    passages = list(parted_titles(Passage.of(p) for p in paragraphs if p.text.strip()))
    head = DecisionHead(passages, [Passage.of(p) for p in headings])
    refuse_no_plan(head, file)
    findings = Findings()
    printed = own = head.find_own()
    if facts is not None:
        own = facts.identity(head, own, findings)
    if own is None:
        raise ParseError(ParseErrorKind.NO_DECISION, file, found=paragraphs[0].text if paragraphs else None)
    _tell_impossible_dates(head, findings)
    title = find_title(head.passages, head.verb, own.passage)
    joined = join_title(head, title)
    amends, is_amendment = find_amended(head, own, title, findings)
    footnotes = read_footnotes([*head.passages, *head.headings])
    amended_by = changing_decisions(footnotes, own.number, own.date, findings)
    kind = (
        DecisionKind.AMENDMENT if is_amendment
        else DecisionKind.REDACTION if amended_by
        else DecisionKind.ORIGINAL
    )  # fmt: skip
    if kind is DecisionKind.ORIGINAL and (facts is None or facts.name is None) and not _adopts(head, joined):
        findings.add(FindingKind.KIND_ASSUMED, None)
    region = _region_of(head, own) or (facts.region if facts else None)
    council = _council_of(head, own, region)
    registration = find_registration(head.passages, head.verb, own.passage, own.end)
    decision = Decision(
        kind=kind,
        body=council.body if council else None,
        place=council.place if council else _place_of(head, region),
        number=own.number,
        date=own.date,
        registration_number=registration[0],
        registration_date=registration[1],
        title=None if joined is None else joined.printed,
        amends=amends,
        amended_by=amended_by,
        budget_years=_budget_years(head, title, changes_another=is_amendment and amends is not None),
        in_force_from=_in_force(head),
    )
    made_by = None
    if facts is not None:
        ended_by = find_repealing([*head.passages, *head.headings])
        decision = facts.complete(decision, ended_by, findings)
        made_by = facts.find_maker(decision, ended_by)
    named = None if printed is None else DecisionRef(printed.number, printed.date)
    return DecisionReading(
        decision, tuple(head.clauses), tuple(footnotes), tuple(findings), region, made_by, joined, named
    )


def _tell_impossible_dates(head: DecisionHead, findings: Findings) -> None:
    """Says which dates above the clauses, in the first of them and on stamps no calendar has."""
    told: set[str] = set()
    for passage in (*head.passages[: head.verb + 1], *head.clauses[:_FIRST], *head.headings):
        for printed in find_impossible_dates(passage.even):
            if printed not in told:
                told.add(printed)
                findings.add(FindingKind.DATE_IMPOSSIBLE, passage.at, printed=printed)


def _adopts(head: DecisionHead, title: Passage | None) -> bool:
    """Whether a decision's title is one on a budget, or one of its first clauses adopts one."""
    is_titled = title is not None and saying(Says.ON_BUDGET).search(title.even) is not None
    return is_titled or any(adopts_budget(clause.even) for clause in head.clauses[:_FIRST])


def _region_of(head: DecisionHead, own: DecisionIdentity) -> str | None:
    """The region that the line with the number and date, the preamble or a stamp names."""
    near = [head.passages[own.passage]] if own.passage is not None else []
    return next(
        filter(None, (find_region(p.even) for p in (*near, *head.headings, *head.passages[: head.verb + 1]))),
        None,
    )


def _council_of(head: DecisionHead, own: DecisionIdentity, region: str | None) -> Council | None:
    """The council in the nominative and its place."""
    texts = []
    if own.passage is not None:
        texts.append(head.passages[own.passage].even)
    if head.verb < len(head.passages):
        before = head.passages[head.verb].even[: head.verb_start]
        texts += [re.split(r"[,»”\"]\s", before)[-1], before[-120:]]
    texts += [p.even for p in head.headings if not is_footnote(p.even)]
    texts += [p.even for p in head.clauses[:2]]
    texts += [p.even for p in head.passages if not is_footnote(p.even)]
    return next(filter(None, (find_council(text, region) for text in texts)), None)


def _place_of(head: DecisionHead, region: str | None) -> str | None:
    """The place of the first appendix's title, for a text that says `районный маслихат` and no more."""
    return next(filter(None, (find_place(p.even, region) for p in (*head.headings, *head.passages))), None)


def _budget_years(
    head: DecisionHead, title: Sequence[int], *, changes_another: bool
) -> tuple[int, int] | None:
    """The years of the budget: three as a rule, one before 2009.

    A single year of which neither title nor clauses speak is that of a table. Of a text that changes another
    decision it says nothing: the budget is that decision's.
    """
    joined = " ".join(head.passages[index].even for index in title)
    clauses = " ".join(p.even for p in head.clauses[:3])
    everything = " ".join(p.even for p in (*head.passages, *head.headings))
    for text, tells_one in ((joined, True), (clauses, True), (everything, not changes_another)):
        if match := _YEARS.search(text):
            first, last = int(match["first"]), int(match["last"])
            if first <= last <= first + 5:
                return first, last
        if tells_one and (match := _YEAR.search(text)):
            year = int(match["kk"] or match["ru"])
            return year, year
    return None


def _in_force(head: DecisionHead) -> dt.date | None:
    """The date from which the decision applies: in its last clause, or in the portal's footnote on it."""
    for passage in reversed(head.passages):
        text = passage.even
        if is_footnote(text) and not saying(Says.THIS_DECISION).search(text):
            continue
        dated = find_dates(text)
        for match in _in_force_words().finditer(text):
            first = bisect_left(dated, match.start() - _FAR, key=lambda found: found[2])
            last = bisect_right(dated, match.end() + _FAR, key=lambda found: found[1])
            dates = [found for found in dated[first:last] if _governed(text, match, found)]
            if dates:
                return min(dates, key=lambda d: min(abs(d[2] - match.start()), abs(d[1] - match.end())))[0]
    return None


def _governed(text: str, said: re.Match[str], found: tuple[dt.date, int, int]) -> bool:
    """Whether a date is the one of coming into force: `с 1 января 2013 года`, `2013 жылдың 1 қаңтарынан`.

    Args:
        text: the paragraph.
        said: where it says that something comes into force.
        found: a date of the paragraph with its start and end.
    """
    _, start, end = found
    published = saying(Says.PUBLISHED)
    if said["kk"]:
        between = text[end : said.start()]
        apart = re.search(r"[.;№]", between) or published.search(between)
        return start < said.start() and len(between) < 60 and not apart
    between = text[said.end() : start] if start > said.end() else text[end : said.start()]
    if re.search(r"[;№]|\.\s", between) or published.search(between) or len(between) > _FAR:
        return False
    return _FROM.search(text[max(start - _FAR, 0) : start]) is not None
