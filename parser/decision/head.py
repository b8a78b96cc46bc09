"""A decision's head: its own number and date, and where its clauses begin."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from parser.dataclass import dataclass
from parser.decision.footnotes import is_footnote, read_footnotes
from parser.decision.references import NamedDecision, Noun, find_named_decisions
from parser.decision.titles import begins_title, grounds, looks_like_title
from parser.records import Language
from parser.text.dates import first_date
from parser.text.passage import NUMBER, Passage, number_key
from parser.text.word_lists import any_of
from parser.text.wordings import Says, phrases, saying

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_SHORT = 160
_BEFORE = 200  # letters before a decision's name that tell what is said of it
_APART = 3  # passages from a number to its date, at most
_APPROVED_BY = re.compile(
    r"""
    утвержд\w+ \s+ $  # утвержден | решением …
    """,
    re.IGNORECASE | re.VERBOSE,
)


@cache
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words after which clauses begin, in two patterns of which the first is preferred.

    `РЕШИЛ` in capitals or `маслихат … решил`; else in small letters with a colon, `сессия решила:`.
    """
    # Letters of the verb are set apart in print, and its two words may then close up.
    russian, kazakh, capitals = (
        any_of(verbs).replace(r"\s+", r"\s*")
        for verbs in (
            phrases(Says.RESOLVES, Language.RU),
            phrases(Says.RESOLVES, Language.KK),
            map(str.upper, phrases(Says.RESOLVES)),
        )
    )
    plain = re.compile(
        rf"""
        \b {capitals}  # … городской маслихат РЕШИЛ:; … мәслихаты ШЕШІМ ЕТЕДІ:
        | маслихат\w* \s+ (?: \S+\s+ ){{0,4}} {russian}  # маслихат города Тараз решил
        | мәслихат\w* \s+ {kazakh}  # мәслихаты шешім қабылдады
        """,
        re.VERBOSE,
    )
    small = re.compile(
        rf"""
        (?: маслихат | сесси )\w* \s* [:,]? \s* {russian} \s* :  # Сессия решила:
        | мәслихат\w* \s* {kazakh} \s* :  # Мәслихат шешті:
        """,
        re.VERBOSE | re.IGNORECASE,
    )
    return plain, small


@dataclass(frozen=True, slots=True)
class DecisionIdentity:
    """The decision itself: its number and date, and where they stand."""

    number: str
    date: dt.date
    passage: int | None  # None when only a stamp names it
    end: int = 0


class DecisionHead:
    """The passages of a decision with what was found out about their order."""

    def __init__(self, passages: list[Passage], headings: list[Passage]) -> None:
        self.passages = passages
        self.headings = headings
        self.mentions = find_named_decisions(passages)
        self._notes = {index for index, passage in enumerate(passages) if is_footnote(passage.even)}
        verb = self._find_verb()
        self.verb = verb[0] if verb else len(passages)
        self.verb_start = verb[1] if verb else 0
        self.clauses = self._cut_clauses(verb)
        self.clause_mentions = find_named_decisions(self.clauses[:6])

    def _find_verb(self) -> tuple[int, int, int] | None:
        plain, small = _verbs()
        for index, passage in enumerate(self.passages):
            if index in self._notes:
                continue
            if match := plain.search(passage.even) or small.search(passage.even):
                return index, match.start(), match.end()
        return None

    def _cut_clauses(self, verb: tuple[int, int, int] | None) -> list[Passage]:
        """Everything after the verb; without one, from the first numbered clause."""
        if verb is None:
            first = next((i for i, p in enumerate(self.passages) if re.match(r"\W*1\s*\.\s", p.even)), None)
            return self.passages[first:] if first is not None else []
        index, _, end = verb
        rest = self.passages[index].printed[end:].lstrip(" :.")
        head = [Passage(rest, self.passages[index].at)] if rest else []
        return [*head, *self.passages[index + 1 :]]

    def find_own(self) -> DecisionIdentity | None:
        """Number and date of the decision that the text prints; None where they cannot be found.

        They stand beside its name in the nominative (`Решение … от … № 10-3`), on lines of their own, or
        only in the stamp of an appendix.
        """
        nominative = [m for m in self.mentions if self._is_nominative(m)]
        named = dict.fromkeys(m.passage for m in nominative)
        entered = {index for index in named if saying(Says.REGISTERED).search(self.passages[index].even)}
        registered = [m for m in nominative if m.passage in entered]
        head = [m for m in nominative if m.passage <= self.verb]
        stamps = self._stamps()
        stamped = {stamp.key: stamp.date for stamp in reversed(stamps) if stamp.date}
        for mention in (*registered, *head, *nominative):
            date = mention.date or stamped.get(mention.key)
            if date is not None:
                return DecisionIdentity(mention.number, date, mention.passage, mention.end)
        if apart := self._number_and_date_apart():
            return apart
        return self._stamped(stamps)

    def _stamped(self, stamps: Sequence[NamedDecision]) -> DecisionIdentity | None:
        """The decision that only the stamps of its appendices name.

        A replaced appendix has the stamp of the decision that replaced it. So a decision that a footnote
        names as changing this text is not meant, nor the one that an amendment changes. Of several that are
        left, an amendment is the newest (it restates tables of older ones), any other decision the oldest.
        """
        changing = {
            (number_key(ref.number), ref.date)
            for note in read_footnotes([*self.passages, *self.headings])
            for ref in note.refs
        }
        changes = any(
            saying(Says.CHANGES).search(passage.even) and begins_title(passage)
            for passage in self.passages[: self.verb]
        )
        if changes:
            changing |= {(each.key, each.date) for each in self.mentions if each.passage <= self.verb}
        dated = [(s.date, s.number) for s in stamps if s.date and (s.key, s.date) not in changing]
        if not dated:
            return None
        date, number = (max if changes else min)(dated)
        return DecisionIdentity(number, date, None)

    def _is_nominative(self, mention: NamedDecision) -> bool:
        passage = self.passages[mention.passage]
        if mention.noun is not Noun.ITSELF or mention.passage in self._notes:
            return False
        before = passage.bare[max(mention.start - _BEFORE, 0) : mention.start].rstrip()
        return mention.language is Language.KK or not before or before[-1] in '.;:»"”'

    def _stamps(self) -> list[NamedDecision]:
        """The decisions that appendices say they belong to."""
        notes = {index for index, passage in enumerate(self.headings) if is_footnote(passage.even)}
        return [
            mention
            for mention in find_named_decisions(self.headings)
            if mention.passage not in notes and self._is_stamp(mention)
        ]

    def _is_stamp(self, mention: NamedDecision) -> bool:
        """Whether an appendix says that it is one of this decision, or that this decision approved it."""
        if mention.noun is Noun.BY:
            before = self.headings[mention.passage].even[max(mention.start - _BEFORE, 0) : mention.start]
            return bool(_APPROVED_BY.search(before))
        stamped = {Language.KK: (Noun.ITSELF, Noun.INTO, Noun.OF), Language.RU: (Noun.OF,)}
        return mention.noun in stamped[mention.language]

    def _number_and_date_apart(self) -> DecisionIdentity | None:
        """`№ 12-3` and `8 апреля 2013 года` on short lines of their own, above the clauses or at the end."""
        short = [
            (index, passage) for index, passage in enumerate(self.passages)
            if len(passage.even) <= _SHORT and index <= self.verb
            and index not in self._notes and not looks_like_title(passage)
            and not saying(Says.REGISTERED).search(passage.even)
            and not grounds().search(passage.even)
        ]  # fmt: skip
        numbers = [(i, m) for i, p in short if (m := _NUMBER.search(p.bare))]
        dates = {i: date for i, p in short if (date := first_date(p.bare)) is not None}
        for apart in range(_APART + 1):
            for index, match in numbers:
                date = dates.get(index - apart) or dates.get(index + apart)
                if date is not None:
                    printed = self.passages[index].printed[match.start("number") : match.end("number")]
                    return DecisionIdentity(printed, date, index, match.end())
        return None
