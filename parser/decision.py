"""What a decision's running text says of the decision itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from parser.dates import find_dates, first_date
from parser.errors import ParseError
from parser.records import Decision, DecisionKind, DecisionRef, Paragraph

_QUOTES = "«»“”„\"'"
_NUMBER = r"[№N]\s*(?P<number>\d[\w/.-]*\w|\d+)"
# "Тараз қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 12-3 шешімі"
_KAZAKH_MENTION = re.compile(
    rf"(?P<date>\d{{4}}\s*жыл\w*\s+\d{{1,2}}\s*[^\W\d]+)\s*(?:күнгі\s+)?{_NUMBER}\s+(?P<noun>шешім\w*)",
    re.IGNORECASE,
)
# "Решение Таразского городского маслихата Жамбылской области от 14 декабря 2012 года № 10-3"
_RUSSIAN_MENTION = re.compile(
    rf"(?P<noun>решени\w*)\s+(?P<body>[^.;]{{0,160}}?маслихата\b[^.;]{{0,80}}?)\s*от\s+"
    rf"(?P<date>\d{{1,2}}\s*[^\W\d]+\s+\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})\s*(?:года|г\.)?\s*{_NUMBER}",
    re.IGNORECASE,
)
_KAZAKH_BODY = re.compile(r"(?P<name>[^\s,.;:]+)\s+(?P<kind>\w+қ|\w+к)\s+мәслихат\w*", re.IGNORECASE)
_RUSSIAN_BODY = re.compile(r"(?P<name>\w+(?:-\w+)?)ского\s+(?P<kind>\w+)ого\s+маслихата", re.IGNORECASE)
_YEARS = re.compile(r"(?P<first>20\d\d)\s*[-–—]\s*(?P<last>20\d\d)\s*(?:жыл|год)")
_REGISTERED = re.compile(r"тіркел|зарегистрирован", re.IGNORECASE)
_AMENDS = re.compile(
    r"өзгеріс\w*\s+(?:мен\s+толықтыру\w*\s+|және\s+толықтыру\w*\s+)?енгіз|толықтыру\w*\s+енгіз"
    r"|внес\w+\s+(?:следующие\s+)?(?:изменени|дополнени)|о\s+внесении\s+изменени",
    re.IGNORECASE,
)
_IN_FORCE = re.compile(r"қолданысқа\s+енгізіл|вводится\s+в\s+действие", re.IGNORECASE)
_FOOTNOTE = re.compile(r"^(?:ескерту|сноска)\b", re.IGNORECASE)
_FOOTNOTE_REF = re.compile(
    rf"(?P<date>\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{4}}\.\d{{1,2}}\.\d{{1,2}})\s*{_NUMBER}"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A decision named in a text, with its place there."""

    number: str
    date: dt.date
    noun: str
    start: int
    end: int
    paragraph: int


def read_decision(paragraphs: Sequence[Paragraph], file: str) -> Decision:
    """Reads title, council, number, dates, registration and what is amended.

    Args:
        paragraphs: the text before the first table's heading, in reading order.
        file: the file's name, for messages.

    Raises:
        ParseError: `no-decision` where no number and date of a decision can be found.
    """
    mentions = [m for index, p in enumerate(paragraphs) for m in find_mentions(p.text, index)]
    own = _own_mention(paragraphs, mentions)
    if own is None:
        raise ParseError("no-decision", file, found=paragraphs[0].text if paragraphs else None)
    requisite = paragraphs[own.paragraph].text
    text = " ".join(p.text for p in paragraphs)
    title = _title(paragraphs, own)
    amended_by = tuple(ref for p in paragraphs if _FOOTNOTE.match(p.text) for ref in _footnote_refs(p.text))
    amends = _amends(mentions, own) if _AMENDS.search(title or text) else None
    kind = (
        DecisionKind.AMENDMENT if amends else DecisionKind.REDACTION if amended_by else DecisionKind.ORIGINAL
    )
    body, place = _council(requisite, text)
    registration = _registration(requisite, own)
    years = _YEARS.search(title or "") or _YEARS.search(text)
    return Decision(
        kind=kind,
        body=body,
        place=place,
        number=own.number,
        date=own.date,
        registration_number=registration[0],
        registration_date=registration[1],
        title=title,
        amends=_with_registration(amends, paragraphs) if amends else None,
        amended_by=amended_by,
        budget_years=(int(years["first"]), int(years["last"])) if years else None,
        in_force_from=_in_force(paragraphs),
    )


def find_mentions(text: str, paragraph: int = 0) -> list[Mention]:
    """The decisions a text names with date and number, in the order of the text."""
    found = []
    for pattern in (_KAZAKH_MENTION, _RUSSIAN_MENTION):
        for match in pattern.finditer(text):
            date = first_date(match["date"])
            if date is not None:
                found.append(
                    Mention(
                        match["number"], date, match["noun"].lower(), match.start(), match.end(), paragraph
                    )
                )
    return sorted(found, key=lambda mention: mention.start)


def _own_mention(paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> Mention | None:
    """The decision the document is: the one its registration line or its stamp names in the nominative."""
    nominative = [m for m in mentions if m.noun in ("шешімі", "решение")]
    registered = [m for m in nominative if _REGISTERED.search(paragraphs[m.paragraph].text)]
    return next(iter(registered or nominative), None)


def _title(paragraphs: Sequence[Paragraph], own: Mention) -> str | None:
    """The title stands before the registration line."""
    before = [p.text for p in paragraphs[: own.paragraph] if not _FOOTNOTE.match(p.text)]
    return " ".join(before) or None


def _amends(mentions: Sequence[Mention], own: Mention) -> DecisionRef | None:
    """The decision that title and first clause say is changed: named in an oblique case, and older."""
    for mention in mentions:
        if mention.number != own.number and mention.date < own.date:
            return DecisionRef(mention.number, mention.date)
    return None


def _with_registration(amends: DecisionRef, paragraphs: Sequence[Paragraph]) -> DecisionRef:
    """Adds the registration number that the first clause gives in brackets."""
    for paragraph in paragraphs:
        if amends.number in paragraph.text and (start := paragraph.text.find("(")) >= 0:
            match = re.search(
                r"№\s*(\d+)\s*болып\s+тіркел|(?:за|под)\s*№\s*(\d+)|номер\w*\s*(\d+)", paragraph.text[start:]
            )
            if match:
                return DecisionRef(amends.number, amends.date, next(filter(None, match.groups())))
    return amends


def _registration(requisite: str, own: Mention) -> tuple[str | None, dt.date | None]:
    """Number and date of registration: what follows the decision's own number in its line."""
    rest = requisite[own.end :]
    if not _REGISTERED.search(rest):
        return None, None
    number = re.search(r"№\s*(\d+)", rest)
    return (number[1] if number else None), first_date(rest)


def _council(requisite: str, text: str) -> tuple[str | None, str | None]:
    """The council in the nominative and the place it sits for."""
    for source in (requisite, text):
        if match := _KAZAKH_BODY.search(source):
            name = match["name"].strip(_QUOTES)
            return f"{name} {match['kind']} мәслихаты", name
        if match := _RUSSIAN_BODY.search(source):
            ending = "ный" if match["kind"].endswith("н") and not match["kind"].endswith("стн") else "ой"
            kind = match["kind"].removesuffix("н") + ending if ending == "ный" else match["kind"] + ending
            return f"{match['name']}ский {kind} маслихат", match["name"]
    return None, None


def _in_force(paragraphs: Sequence[Paragraph]) -> dt.date | None:
    """The date from which the decision applies: in its last clause, before or after the phrase."""
    for paragraph in reversed(paragraphs):
        match = _IN_FORCE.search(paragraph.text)
        if match and not _FOOTNOTE.match(paragraph.text):
            dates = find_dates(paragraph.text)
            if dates:
                nearest = min(dates, key=lambda d: min(abs(d[2] - match.start()), abs(d[1] - match.end())))
                return nearest[0]
    return None


def _footnote_refs(text: str) -> list[DecisionRef]:
    matches = _FOOTNOTE_REF.finditer(text)
    return [DecisionRef(match["number"], first_date(match["date"])) for match in matches]
