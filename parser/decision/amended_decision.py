"""Which decision an amendment changes: what its title and its first clause say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from parser.decision.footnotes import is_footnote
from parser.decision.head import DecisionHead, DecisionIdentity
from parser.decision.references import NamedDecision, Noun, find_named_decisions
from parser.decision.titles import grounds
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import DecisionRef, Language
from parser.text.letters import DASHES
from parser.text.passage import NUMBER, Passage, number_key
from parser.text.wordings import Says, wording

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_REGISTRATION = rf"[{DASHES}\d]+"  # 1860, 9-5-115, 6–10–127
_REGISTERED_KK = re.compile(
    rf"""
    (?: № | \bN | нөмірі ) \s* ( {_REGISTRATION} ) \s* (?: болып\s+ )? тіркел  # № 1860 тіркелген
    | тізілімінде \s+ (?: № | N | нөмірі ) \s* ( {_REGISTRATION} )  # тізілімінде № 1860
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REGISTERED_RU = re.compile(
    rf"""
    зарегистр [^()]{{0,200}}?  # зарегистрировано в Реестре …
    (?: № | \bN\b | номер\w* ) \s* ( {_REGISTRATION} )  # … за № 1860; … под номером 9-5-115
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BROUGHT_INTO = re.compile(
    r"""
    (?i: внес\w+ [^.;]{0,120} ) \b в \s* $  # О внесении в бюджет изменений, принятых в | решение …
    """,
    re.VERBOSE,
)
_NEAR_END = 200  # letters before a decision's name in which it is said what is brought into it
_FIRST_CLAUSE = re.compile(
    r"""
    \W* 1 \s* \. \s* Внести\b  # 1. Внести в решение …
    """,
    re.VERBOSE,
)


@cache
def _amends() -> re.Pattern[str]:
    """The words by which a decision says that it changes another: `О внесении изменений`."""
    kazakh, russian = (wording(Says.CHANGES, language) for language in (Language.KK, Language.RU))
    brings_in, revises = wording(Says.BRINGS_IN, Language.RU), wording(Says.REVISES)
    return re.compile(
        rf"""
        # … шешіміне өзгерістер мен толықтырулар енгізу туралы
        {kazakh} \s+ (?: (?: мен | және ) \s+ )? (?: {kazakh} \s+ )? {wording(Says.BRINGS_IN, Language.KK)}
        # О внесении следующих изменений …
        | {brings_in} \s+ (?: {wording(Says.FOLLOWING, Language.RU)} \s+ )? {russian}
        | {revises}  # Об уточнении городского бюджета на 2013-2015 годы
        | внести\b .{{0,900}}? {russian}  # Внести в решение маслихата от … № 10-3 «О …» следующие изменения
        """,
        re.IGNORECASE | re.DOTALL | re.VERBOSE,
    )


@cache
def _changed_before() -> re.Pattern[str]:
    """The words just before a Russian mention of what is changed: `внести изменения и дополнения в`."""
    words = "|".join((wording(Says.FOLLOWING, Language.RU), wording(Says.CHANGES, Language.RU)))
    return re.compile(
        rf"""
        {wording(Says.BRINGS_IN, Language.RU)} \s+
        (?: (?: {words} | и | или | \( | \) ) \s* )* \s* в \s* $  # внести изменения (и дополнения) в
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _changed_after() -> re.Pattern[str]:
    """The words just after a Kazakh mention of what is changed: `(…) мынадай өзгерістер`."""
    return re.compile(
        rf"""
        \s* (?: \([^()]*\)? )? [\s,»”\"]*  # (Тізілімде № 1860 тіркелген),
        (?: {wording(Says.FOLLOWING, Language.KK)} )? \s*
        {wording(Says.CHANGES, Language.KK)}  # мынадай өзгерістер
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _revised_before() -> re.Pattern[str]:
    """The words just before a Russian mention of what becomes another: `изложении в новой редакции`."""
    return re.compile(rf"{wording(Says.REVISES, Language.RU)}\s*$", re.IGNORECASE)


@cache
def _revised_after() -> re.Pattern[str]:
    """The words just after a Kazakh mention of it: `шешімін | жаңа редакцияда баяндау`."""
    return re.compile(rf"[\s,»”\"]*{wording(Says.REVISES, Language.KK)}", re.IGNORECASE)


def find_amended(
    head: DecisionHead, own: DecisionIdentity, title: Sequence[int], findings: Findings
) -> tuple[DecisionRef | None, bool]:
    """The decision that a text changes, as its title and its first clause name it.

    Where the two differ, the first clause's is taken, and the difference is a finding; a clause without a
    date gives way to the title.

    Args:
        head: of the text.
        own: the decision itself, which is not meant.
        title: which passages are the title.
        findings: takes the difference.

    Returns:
        The changed decision, and whether the text changes one: None and True for a text that says so and does
        not name it, None and False for one that changes none.
    """
    titles = [m for m in head.mentions if m.passage in title and _is_changed(m, head.passages)]
    joined = join_title(head, title)
    if not titles and joined is not None:
        titles = [m for m in find_named_decisions([joined]) if _is_changed(m, [joined])]
    clauses = [m for m in head.clause_mentions if _is_changed(m, head.clauses)]
    said = _above(head, own) if joined is None else [joined]
    if not titles and joined is None:
        titles = [m for m in find_named_decisions(said) if _is_changed(m, said)]
    in_titles = any(_amends().search(passage.bare) for passage in said)
    in_clauses = clauses and _amends().search(head.clauses[clauses[0].passage].bare)
    untitled = not title and head.clauses and _FIRST_CLAUSE.match(head.clauses[0].even)
    if not (in_titles or in_clauses or untitled):
        return None, False
    # In Kazakh the outermost of nested decisions stands last, in Russian first.
    in_title = _outermost(titles, own)
    in_clause = _outermost(clauses, own)
    chosen = in_clause or in_title
    if chosen is None:
        return None, True
    if in_title and in_clause and (in_title.key, in_title.date) != (in_clause.key, in_clause.date):
        dated = in_title.date is not None and in_clause.date is not None
        if in_title.key != in_clause.key and in_clause.date is None:
            chosen = in_title
        elif dated or in_title.key != in_clause.key:
            findings.add(
                FindingKind.AMENDED_DECISIONS_DIFFER,
                head.clauses[in_clause.passage].at,
                title_number=in_title.number,
                title_date=in_title.date,
                clause_number=in_clause.number,
                clause_date=in_clause.date,
            )
    date = chosen.date or (in_title.date if in_title and in_title.key == chosen.key else None)
    ref = DecisionRef(chosen.number, date)
    return _with_registration(head, ref), True


def _above(head: DecisionHead, own: DecisionIdentity) -> list[Passage]:
    """What stands above the clauses where nothing is known as a title: `Копия. О внесении изменений …`."""
    above = min(head.verb, len(head.passages) - len(head.clauses))
    return [
        passage
        for index, passage in enumerate(head.passages[:above])
        if index != own.passage and not is_footnote(passage.even) and not grounds().search(passage.even)
    ]


def join_title(head: DecisionHead, title: Sequence[int]) -> Passage | None:
    """The passages of a decision's title as one, at the place of the first; None where there is no title.

    Args:
        head: of the decision.
        title: the numbers of the passages of the title, in order.
    """
    if not title:
        return None
    joined = " ".join(head.passages[index].printed for index in title)
    return Passage(joined, head.passages[title[0]].at)


def _is_changed(mention: NamedDecision, passages: Sequence[Passage]) -> bool:
    """Whether the words around a named decision say that it is changed.

    It is in `в решение … внести изменения`, and is not in `на основании решения …`.
    """
    text = passages[mention.passage].bare
    if mention.language is Language.KK:
        revised = mention.noun is Noun.OF and _revised_after().match(text, mention.end)
        return bool(revised or (mention.noun is Noun.INTO and _changed_after().match(text, mention.end)))
    before = text[max(mention.start - _NEAR_END, 0) : mention.start]
    if _changed_before().search(before) or _revised_before().search(before):
        return True
    # "О внесении изменений и дополнений в решение" with words of its own between.
    return mention.noun is Noun.ITSELF and bool(_BROUGHT_INTO.search(before))


def _outermost(mentions: Sequence[NamedDecision], own: DecisionIdentity) -> NamedDecision | None:
    other = [m for m in mentions if m.key != number_key(own.number) or (m.date and m.date != own.date)]
    older = [m for m in other if m.date is None or m.date <= own.date]
    if not older:
        return None
    return older[-1] if older[0].language is Language.KK else older[0]


def _with_registration(head: DecisionHead, amends: DecisionRef) -> DecisionRef:
    """Adds the registration number that the first clause gives, in brackets or after a comma."""
    for passage in (*head.clauses[:4], *head.passages):
        end = _end_of(amends.number, passage)
        if end is None or is_footnote(passage.even):
            continue
        rest = passage.even[end:]
        if match := _REGISTERED_KK.search(rest) or _REGISTERED_RU.search(rest):
            number = re.sub(f"[{DASHES}]", "-", next(filter(None, match.groups()))).strip("-")
            return replace(amends, registration_number=number)
    return amends


def _end_of(number: str, passage: Passage) -> int | None:
    """Where a passage first prints a decision's number, behind it; None where it does not."""
    key = number_key(number)
    found = (match for match in _NUMBER.finditer(passage.printed) if number_key(match["number"]) == key)
    return next((match.end() for match in found), None)
