"""A decision's head: its own number and date, its title, its registration, and where its clauses begin."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from parser.decision.footnotes import is_footnote, read_footnotes
from parser.decision.references import NamedDecision, Noun, find_named_decisions
from parser.records import Language
from parser.text.dates import find_dates, first_date
from parser.text.passage import NUMBER, Passage, number_key
from parser.text.word_lists import any_of
from parser.text.wordings import Says, phrases, saying, wording

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_RUSSIAN_TITLE = re.compile(
    r"""
    ^\W* (?: О | Об ) \s+ \w  # О городском бюджете на 2013-2015 годы
    """,
    re.IGNORECASE | re.VERBOSE,
)
_KAZAKH_TITLE = re.compile(
    r"""
    туралы \W* $  # 2013-2015 жылдарға арналған қалалық бюджет туралы
    """,
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED_TITLE = re.compile(
    r"""
    туралы [»”\"]  # «… қалалық бюджет туралы» шешіміне
    """,
    re.VERBOSE,
)
_TITLE_GOES_ON = re.compile(
    r"""
    \W*? (?: [а-яё]  # годы»
      | \d | № | N\b  # 2013-2015 годы; № 10-3
      | [«\"“] )  # «О городском бюджете»
    """,
    re.VERBOSE,
)
_CLAUSE = re.compile(r"\W*\d+\s*\.\s")
_SHORT = 160
_APPROVED_BY = re.compile(
    r"""
    утвержд\w+ \s+ $  # утвержден | решением …
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REGISTRATION_NUMBER = re.compile(
    r"""
    (?: номер\w* | нөмірі ) \s* ( [\d-]*\d )  # под номером 9-5-115; нөмірі 1860
    """,
    re.VERBOSE,
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


@cache
def _grounds() -> re.Pattern[str]:
    """By what law a council decides: `В соответствии со статьей …`, `… кодексіне сәйкес`."""
    russian, kazakh = (wording(Says.GROUNDS, language) for language in (Language.RU, Language.KK))
    return re.compile(rf"^\W*{russian}|{kazakh}", re.IGNORECASE)


@cache
def _portal_remark() -> re.Pattern[str]:
    """What a portal prints beside a title: `Утративший силу`, `Примечание РЦПИ.`."""
    return re.compile(rf"^\W*(?:{wording(Says.PORTAL)}|{wording(Says.PORTAL_REMARK)}.*)\W*$", re.IGNORECASE)


@cache
def _kazakh_title_part() -> re.Pattern[str]:
    return re.compile(
        rf"""
        ^\W* 20\d\d .* арналған  # 2013-2015 жылдарға арналған
        | бюджет\w* \s+ (?: туралы | бекіту )  # … қалалық бюджет туралы
        | шешіміне \s+ {wording(Says.CHANGES, Language.KK)}  # … шешіміне өзгерістер
        """,
        re.IGNORECASE | re.VERBOSE,
    )


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
        verb = self._find_verb()
        self.verb = verb[0] if verb else len(passages)
        self.verb_start = verb[1] if verb else 0
        self.clauses = self._cut_clauses(verb)
        self.clause_mentions = find_named_decisions(self.clauses[:6])

    def _find_verb(self) -> tuple[int, int, int] | None:
        plain, small = _verbs()
        for index, passage in enumerate(self.passages):
            if is_footnote(passage.even):
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
        registered = [m for m in nominative if saying(Says.REGISTERED).search(self.passages[m.passage].even)]
        head = [m for m in nominative if m.passage <= self.verb]
        stamps = self._stamps()
        for mention in (*registered, *head, *nominative):
            date = mention.date or next((s.date for s in stamps if s.key == mention.key and s.date), None)
            if date is not None:
                return DecisionIdentity(mention.number, date, mention.passage, mention.end)
        if apart := self._requisites_apart():
            return apart
        return self._stamped(stamps)

    def _stamped(self, stamps: Sequence[NamedDecision]) -> DecisionIdentity | None:
        """The decision that only the stamps of its appendices name.

        An appendix that was replaced bears the stamp of the decision that replaced it: it is never the one
        that a footnote names as changing this text. Of several others an amendment is the newest, as it
        restates what older ones had, and any other decision the oldest.
        """
        changing = {
            (number_key(ref.number), ref.date)
            for note in read_footnotes([*self.passages, *self.headings])
            for ref in note.refs
        }
        dated = [(s.date, s.number) for s in stamps if s.date and (s.key, s.date) not in changing]
        if not dated:
            return None
        changes = any(
            saying(Says.CHANGES).search(passage.even) and self._begins_title(index)
            for index, passage in enumerate(self.passages[: self.verb])
        )
        date, number = (max if changes else min)(dated)
        return DecisionIdentity(number, date, None)

    def _is_nominative(self, mention: NamedDecision) -> bool:
        passage = self.passages[mention.passage]
        if is_footnote(passage.even):
            return False
        if mention.noun is not Noun.ITSELF:
            return False
        before = passage.bare[: mention.start].rstrip()
        return mention.language is Language.KK or not before or before[-1] in '.;:»"”'

    def _stamps(self) -> list[NamedDecision]:
        """The decisions that appendices say they belong to."""
        return [
            mention
            for mention in find_named_decisions(self.headings)
            if not is_footnote(self.headings[mention.passage].even) and self._is_stamp(mention)
        ]

    def _is_stamp(self, mention: NamedDecision) -> bool:
        """Whether an appendix says that it is one of this decision, or that this decision approved it."""
        if mention.noun is Noun.BY:
            return bool(_APPROVED_BY.search(self.headings[mention.passage].even[: mention.start]))
        stamped = {Language.KK: (Noun.ITSELF, Noun.INTO, Noun.OF), Language.RU: (Noun.OF,)}
        return mention.noun in stamped[mention.language]

    def _requisites_apart(self) -> DecisionIdentity | None:
        """`№ 12-3` and `8 апреля 2013 года` on short lines of their own, above the clauses or at the end."""
        short = [
            (index, passage) for index, passage in enumerate(self.passages)
            if len(passage.even) <= _SHORT and index <= self.verb
            and not is_footnote(passage.even) and not _RUSSIAN_TITLE.match(passage.even)
            and not _KAZAKH_TITLE.search(passage.even) and not saying(Says.REGISTERED).search(passage.even)
            and not _grounds().search(passage.even)
        ]  # fmt: skip
        numbers = [(i, m) for i, p in short if (m := _NUMBER.search(p.bare))]
        dates = [(i, found) for i, p in short for found in find_dates(p.bare)]
        pairs = [
            (abs(i - j), i, match, found) for i, match in numbers for j, found in dates
        ]  # fmt: skip
        if not pairs:
            return None
        distance, index, match, found = min(pairs, key=lambda pair: (pair[0], pair[1]))
        if distance > 3:
            return None
        printed = self.passages[index].printed[match.start("number") : match.end("number")]
        return DecisionIdentity(printed, found[0], index, match.end())

    def find_title(self, own: DecisionIdentity) -> list[int]:
        """The passages of the title: before the requisites or after them."""
        candidates = [
            index for index in range(min(self.verb + 1, len(self.passages)))
            if index != own.passage and self._may_be_title(index)
        ]  # fmt: skip
        before = [index for index in candidates if own.passage is None or index < own.passage]
        for group in (before, [index for index in candidates if index not in before]):
            starts = [index for index in group if self._begins_title(index)]
            if starts:
                return self._title_block(group, starts[0])
        return []

    def _may_be_title(self, index: int) -> bool:
        text = self.passages[index].even
        if (
            is_footnote(text)
            or _portal_remark().match(text)
            or saying(Says.REGISTERED).search(self.passages[index].bare)
        ):
            return False
        if index == self.verb:
            return False
        if _CLAUSE.match(text):
            return False
        return re.match(rf"\W*{wording(Says.GROUNDS, Language.RU)}", text, re.IGNORECASE) is None

    def _begins_title(self, index: int) -> bool:
        text = self.passages[index].even
        return bool(
            _RUSSIAN_TITLE.match(text)
            or _KAZAKH_TITLE.search(text)
            or _kazakh_title_part().search(text)
            or (_QUOTED_TITLE.search(text) and not _grounds().search(text))
        )  # fmt: skip

    def _title_block(self, group: Sequence[int], start: int) -> list[int]:
        """From the first passage of a title to its last, as wrapped titles run over several."""
        block = [start]
        kazakh = not _RUSSIAN_TITLE.match(self.passages[start].even)
        for index in group:
            if index <= start:
                continue
            text = self.passages[index].even
            if index != block[-1] + 1 or _grounds().search(text):
                break
            if kazakh and not any(_KAZAKH_TITLE.search(self.passages[i].even) for i in group if i >= index):
                break
            if not kazakh and not _TITLE_GOES_ON.match(text):
                break
            block.append(index)
        return block

    def find_registration(self, own: DecisionIdentity) -> tuple[str | None, dt.date | None]:
        """Number and date of registration: after the decision's own number, or on a line of its own."""
        if own.passage is None:
            return None, None
        rests = [self.passages[own.passage].even[own.end :]]
        rests += [
            p.even for p in self.passages[max(0, own.passage - 4) : min(own.passage + 6, self.verb + 1)]
            if (said := saying(Says.REGISTERED).search(p.even)) and not is_footnote(p.even)
            and p is not self.passages[own.passage] and len(p.even) < 300
            and "(" not in p.even[: said.start()]
        ]  # fmt: skip
        return next(
            (_registration(rest) for rest in rests if saying(Says.REGISTERED).search(rest)), (None, None)
        )


def _registration(rest: str) -> tuple[str | None, dt.date | None]:
    """Number and date of registration: of `№ 1919 тіркелді` or `зарегистрировано … за № 1919`."""
    said = saying(Says.REGISTERED).search(rest)
    start = said.start() if said else 0
    in_russian = re.compile(wording(Says.REGISTERED, Language.RU), re.IGNORECASE)
    russian = said is not None and in_russian.match(said.group()) is not None
    stop = saying(Says.REPEALED, Says.PUBLISHED).search(rest)
    words = rest[: stop.start()] if stop else rest
    numbers = [n["number"] for n in _NUMBER.finditer(words) if (n.start() > start) == russian]
    if not numbers:
        numbers = _REGISTRATION_NUMBER.findall(words)
    number = (numbers[0] if russian else numbers[-1]) if numbers else None
    return number, first_date(words)
