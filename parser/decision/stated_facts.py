"""What an archive states of an act beside its text: it completes what the text says, and is compared with it.

The stored text of an act has no adoption line («Решение … от … № …»); who adopted it, when and under which
number stands in its facts. Where both say a thing and not the same, the facts are taken and it is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from parser.dataclass import dataclass
from parser.decision.councils import Council, find_council
from parser.decision.head import DecisionHead, DecisionIdentity
from parser.decision.named_places import find_region
from parser.decision.references import Noun, find_named_decisions
from parser.decision.registration import find_registration
from parser.document import ActFacts, NamedAct, Paragraph
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import Decision, DecisionKind, DecisionRef, Language, PlaceUnit, SourcePlace
from parser.text.passage import Passage, even, number_key

_FIRST_LINE = SourcePlace(PlaceUnit.LINE, 1)
_LONGEST = 300  # letters of a title that a finding repeats


@dataclass(frozen=True, slots=True)
class ActName:
    """An act as its requisite names it: adopter, date, number and registration."""

    number: str
    date: dt.date
    registration_number: str | None
    registration_date: dt.date | None
    council: Council | None
    region: str | None

    def is_named(self, number: str, date: dt.date | None) -> bool:
        """Whether a number and a date are this act's."""
        return number_key(number) == number_key(self.number) and date == self.date


@dataclass(frozen=True, slots=True)
class StatedFacts:
    """The facts of an act for a text in one language.

    Attributes:
        name: the act, as its requisite names it; None where that is not understood.
        version_date: the day since which this version holds.
        causes: the decisions that made this version and those before it, oldest first. The one that ended
            the act is not among them.
        unread: what was not understood: requisites without a number or a date, and days that are none.
        adopted_on: the day of adoption, where a fact of its own states it.
    """

    name: ActName | None
    title: str | None
    url: str | None
    version_date: dt.date | None
    causes: tuple[DecisionRef, ...]
    language: Language | None
    unread: tuple[str, ...] = ()
    adopted_on: dt.date | None = None

    @classmethod
    def of(cls, facts: ActFacts, language: Language | None) -> StatedFacts:
        """Reads the facts that are sentences, and takes those that are of a language."""
        changing = [act for act in facts.causes if not _is_one(act, facts.repealed_by)]
        causes = [(cause, act.url) for act in changing if (cause := read_requisite(act)) is not None]
        name = read_requisite(facts.act)
        told = [facts.act.requisite] if name is None else []
        told += [act.requisite or act.code or act.url for act in changing if read_requisite(act) is None]
        refs = [
            DecisionRef(cause.number, cause.date, cause.registration_number, url) for cause, url in causes
        ]
        return cls(
            name=name,
            title=facts.act.titles.get(language) if language else None,
            url=facts.urls.get(language) if language else None,
            version_date=facts.version_dates.get(language) if language else None,
            causes=tuple(sorted(refs, key=lambda ref: ref.date or dt.date.max)),
            language=language,
            unread=(*filter(None, told), *facts.unread),
            adopted_on=facts.adopted_on,
        )

    @property
    def region(self) -> str | None:
        """The official Kazakh name of the region that the act is of."""
        return self.name.region if self.name else None

    def identity(
        self, head: DecisionHead, own: DecisionIdentity | None, findings: Findings
    ) -> DecisionIdentity | None:
        """The decision that a text prints: as the facts name it, else as the text does.

        Args:
            head: of the text.
            own: as the text names it.
            findings: takes that the two differ, unless the text names the facts' decision as well.
        """
        name = self.name
        if name is None or (own is not None and name.is_named(own.number, own.date)):
            return own
        mentions = (*head.mentions, *find_named_decisions(head.headings))
        if own is not None and not any(name.is_named(each.number, each.date) for each in mentions):
            told = [
                f"№ {number} {date.isoformat()}"
                for number, date in ((own.number, own.date), (name.number, name.date))
            ]
            _differ(findings, "decision", *told)
        return DecisionIdentity(name.number, name.date, None)

    def complete(self, decision: Decision, ended_by: Sequence[DecisionRef], findings: Findings) -> Decision:
        """A decision with what its text does not say; what both say and not alike is found.

        Args:
            decision: as its text says, under its number and date.
            ended_by: the decisions that the text's notes say ended it.
            findings: takes the differences, and what of the facts cannot be read.
        """
        for said in self.unread:
            findings.add(FindingKind.FACTS_UNREAD, None, reason=said[:_LONGEST])
        if self.adopted_on not in {None, decision.date}:
            findings.add(FindingKind.ADOPTED_DIFFERS, None, stated=self.adopted_on, taken=decision.date)
        changed = self._joined_causes(decision, ended_by, findings)
        is_later = self.version_date is not None and self.version_date > decision.date
        restated = decision.kind is DecisionKind.ORIGINAL and (changed or is_later)
        decision = replace(
            decision,
            kind=DecisionKind.REDACTION if restated else decision.kind,
            amended_by=changed,
            title=decision.title or self.title,
            url=self.url or decision.url,
        )
        _compare(findings, "title", decision.title, self.title)
        return decision if self.name is None else self._named(decision, self.name, findings)

    def find_maker(self, decision: Decision, ended_by: Sequence[DecisionRef]) -> DecisionRef | None:
        """The decision that made this version of the text; None of the original.

        Args:
            decision: that the text prints.
            ended_by: the decisions that the text's notes say ended it.
        """
        until = self.version_date or dt.date.max
        made = [
            cause for cause in self.causes
            if cause.date is not None and decision.date < cause.date <= until
            and not any(_is_same(ref, cause) for ref in ended_by)
        ]  # fmt: skip
        return made[-1] if made else None

    def _named(self, decision: Decision, name: ActName, findings: Findings) -> Decision:
        """The decision with what the requisite says of council and registration."""
        _compare(findings, "registration", decision.registration_number, name.registration_number)
        decision = replace(
            decision,
            registration_number=name.registration_number or decision.registration_number,
            registration_date=name.registration_date or decision.registration_date,
        )
        council = name.council
        if council is None:
            return decision
        if decision.body is not None:
            _compare(findings, "council", decision.place, council.place)
        body = decision.body or (council.body if self.language is Language.RU else None)
        return replace(decision, body=body, place=decision.place if decision.body else council.place)

    def _joined_causes(
        self, decision: Decision, ended_by: Sequence[DecisionRef], findings: Findings
    ) -> tuple[DecisionRef, ...]:
        """The decisions that changed the text: those that its notes name, and those of the facts.

        A cause that the notes of this version should name and do not is found: what it left cannot be
        told from what was there before it.
        """
        noted = list(decision.amended_by)
        for cause in self.causes:
            if any(_is_same(ref, cause) for ref in ended_by):
                continue
            at = next((index for index, ref in enumerate(noted) if _is_same(ref, cause)), None)
            if at is not None:
                registration = noted[at].registration_number or cause.registration_number
                noted[at] = replace(noted[at], registration_number=registration, url=cause.url)
                continue
            noted.append(cause)
            if self.version_date is None or (cause.date is not None and cause.date <= self.version_date):
                findings.add(FindingKind.CAUSE_NOT_IN_TEXT, None, number=cause.number, date=cause.date)
        return tuple(sorted(noted, key=lambda ref: ref.date or dt.date.max))


def read_requisite(act: NamedAct) -> ActName | None:
    """An act by its requisite; None for what is no decision with number and date."""
    if act.requisite is None:
        return None
    passage = Passage.of(Paragraph(act.requisite, _FIRST_LINE))
    mentions = [each for each in find_named_decisions([passage]) if each.noun is Noun.ITSELF]
    if not mentions or mentions[0].date is None:
        return None
    own = mentions[0]
    region = find_region(passage.even)
    registration = find_registration([passage], 0, 0, own.end)
    return ActName(own.number, mentions[0].date, *registration, find_council(passage.even, region), region)


def _is_one(act: NamedAct, other: NamedAct | None) -> bool:
    """Whether two facts name one act: by its code, else in the same words."""
    if other is None:
        return False
    if act.code and other.code:
        return act.code == other.code
    return act.requisite is not None and act.requisite == other.requisite


def _is_same(ref: DecisionRef, other: DecisionRef) -> bool:
    return number_key(ref.number) == number_key(other.number) and ref.date in {None, other.date}


def _compare(findings: Findings, fact: str, in_text: str | None, in_facts: str | None) -> None:
    """Finds that text and facts differ, were it only in letters."""
    if in_text is not None and in_facts is not None and _plain(in_text) != _plain(in_facts):
        _differ(findings, fact, in_text, in_facts)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", even(text)).casefold()


def _differ(findings: Findings, fact: str, in_text: str, in_facts: str) -> None:
    values = {"in_text": in_text[:_LONGEST], "in_facts": in_facts[:_LONGEST]}
    findings.add(FindingKind.FACT_DIFFERS, None, fact=fact, **values)
