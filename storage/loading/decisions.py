"""The decisions of one budget, as the loaded texts state and name them.

A decision is known because its own text is loaded, or because another text names it:
what it amends, what amended it, which decision set a table. What is stored of it
follows from these texts alone, never from the order in which they were loaded, and
goes with the last text that states it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from parser.dataclass import dataclass
from parser.kinds import FindingKind
from parser.records import DecisionKind, DecisionRef, Language
from storage import models
from storage.models import table
from storage.reading.catalogue_query import text_order

_DECISIONS = table(models.Decision)
_TEXTS = table(models.DecisionText)
_REFERENCES = table(models.TextReference)
_EDITIONS = table(models.Edition)
_SOURCES = table(models.Source)
_FINDINGS = table(models.Finding)

# Made once: making a statement takes longer than running it.
_OF_BUDGET = select(_DECISIONS).where(_DECISIONS.c.budget_id == bindparam("budget"))
_TEXTS_OF_BUDGET = (
    select(_TEXTS, _DECISIONS.c.number, _DECISIONS.c.date, _SOURCES.c.file, _SOURCES.c.sha256)
    .join(_DECISIONS, _DECISIONS.c.id == _TEXTS.c.decision_id)
    .join(_SOURCES, _SOURCES.c.id == _TEXTS.c.source_id)
    .where(_DECISIONS.c.budget_id == bindparam("budget"))
)
_MENTIONS = (
    select(_REFERENCES, _TEXTS.c.source_id)
    .join(_TEXTS, _TEXTS.c.id == _REFERENCES.c.text_id)
    .join(_DECISIONS, _DECISIONS.c.id == _TEXTS.c.decision_id)
    .where(_DECISIONS.c.budget_id == bindparam("budget"))
)
_SETTERS = select(_EDITIONS.c.decision_id, _EDITIONS.c.set_by_registration).where(
    _EDITIONS.c.decision_id.in_(bindparam("decisions", expanding=True))
)
_ADDED = insert(_DECISIONS).returning(*_DECISIONS.c)

DERIVED_FINDINGS = frozenset({FindingKind.DECISION_UNDATED})  # kinds that no parser finds

_LANGUAGES = tuple(Language)
_STATED = ("registration_number", "registration_date", "in_force_from")


class _Key(NamedTuple):
    number: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Settled:
    """What is known of a budget once its texts are read together."""

    decisions: int
    place: str | None  # as its Kazakh texts name it, where there are any


@dataclass(frozen=True, slots=True)
class _Naming:
    """How a stored text names a decision: `key` is its number and date."""

    key: _Key
    amends: bool
    registration_number: str | None
    url: str | None


class KnownDecisions:
    """The decisions of one budget while a file is being stored."""

    def __init__(self, connection: Connection, budget_id: int, rows: list[dict[str, Any]]) -> None:
        self._connection = connection
        self._budget_id = budget_id
        self._rows = {_Key(row["number"], row["date"]): row for row in rows}

    @classmethod
    def load(cls, connection: Connection, budget_id: int) -> KnownDecisions:
        """Reads what is known of a budget's decisions."""
        found = connection.execute(_OF_BUDGET, {"budget": budget_id})
        return cls(connection, budget_id, [dict(row) for row in found.mappings()])

    def find(self, ref: DecisionRef) -> int | None:
        """The id of a decision; without a date it is found where only one decision has its number."""
        key = self._find(ref)
        return None if key is None else int(self._rows[key]["id"])

    def add(self, ref: DecisionRef) -> int | None:
        """Finds a decision or adds it; `settle` says what is known of it.

        Returns:
            None for an unknown decision without a date: it could stand nowhere in the ledger.
        """
        known = self.find(ref)
        if known is not None or ref.date is None:
            return known
        values = {
            "budget_id": self._budget_id,
            "kind": DecisionKind.AMENDMENT,
            "number": ref.number,
            "date": ref.date,
        }
        added = self._connection.execute(_ADDED, values)
        self._rows[_Key(ref.number, ref.date)] = dict(added.mappings().one())
        return self.find(ref)

    def settle(self) -> Settled:
        """Writes what the texts state of every decision, and forgets those that none names."""
        texts = self._load_texts()
        undated, mentions = self._load_mentions()
        setters, registered = self._load_setters()
        named = {mention.key for mention in mentions} | {_Key(*key) for key in texts} | setters
        gone = [self._rows.pop(key)["id"] for key in list(self._rows) if key not in named]
        if gone:
            self._connection.execute(delete(_DECISIONS).where(_DECISIONS.c.id.in_(gone)))
        # `решение № 10-3 (зарегистрировано за № 1868)`, without a date, is no reason to keep decision
        # 10-3 where nothing else names it. Where it is kept, the mention may tell its registration number.
        for row in undated:
            key = self._find(DecisionRef(row.number, None))
            if key is not None:
                number = row.registration_number
                mentions.append(_Naming(key, amends=False, registration_number=number, url=row.url))
        original = _find_original(texts, mentions)
        for key, stored in self._rows.items():
            stated = _merge(texts.get(key, []))
            named_here = [mention for mention in mentions if mention.key == key]
            stated["url"] = min(filter(None, (mention.url for mention in named_here)), default=None)
            if stated["registration_number"] is None:
                numbers = [mention.registration_number for mention in named_here]
                stated["registration_number"] = min(
                    filter(None, [*numbers, registered.get(key)]), default=None
                )
            stated["kind"] = DecisionKind.ORIGINAL if key in original else DecisionKind.AMENDMENT
            news = {name: value for name, value in stated.items() if stored[name] != value}
            if news:
                change = update(_DECISIONS).where(_DECISIONS.c.id == stored["id"]).values(news)
                self._connection.execute(change)
                stored.update(news)
        if undated:
            self._note_undated(undated)
        places = [
            (_LANGUAGES.index(text.language), text.place)
            for own_texts in texts.values()
            for text in own_texts
            if text.place is not None
        ]
        return Settled(len(self._rows), min(places)[1] if places else None)

    def _find(self, ref: DecisionRef) -> _Key | None:
        found = [key for key in self._rows if key.number == ref.number and ref.date in {None, key.date}]
        return found[0] if len(found) == 1 else None

    def _load_texts(self) -> dict[_Key, list[Row[Any]]]:
        """The texts of each decision, the most telling first."""
        rows = sorted(
            self._connection.execute(_TEXTS_OF_BUDGET, {"budget": self._budget_id}),
            key=lambda row: text_order(row.language, row.kind, row.file, row.sha256),
        )
        texts: dict[_Key, list[Row[Any]]] = {}
        for row in rows:
            texts.setdefault(_Key(row.number, row.date), []).append(row)
        return texts

    def _load_mentions(self) -> tuple[list[Row[Any]], list[_Naming]]:
        """The decisions that texts name: first those named without a date, then those with one."""
        undated: list[Row[Any]] = []
        mentions: list[_Naming] = []
        for row in self._connection.execute(_MENTIONS, {"budget": self._budget_id}):
            if row.date is None:
                undated.append(row)
            else:
                key = _Key(row.number, row.date)
                mentions.append(_Naming(key, row.amends, row.registration_number, row.url))
        return undated, mentions

    def _load_setters(self) -> tuple[set[_Key], dict[_Key, str]]:
        """The decisions that set stored tables, and the registration numbers their headings give."""
        keys = {row["id"]: key for key, row in self._rows.items()}
        setters: set[_Key] = set()
        registered: dict[_Key, str] = {}
        for row in self._connection.execute(_SETTERS, {"decisions": list(keys)}):
            key = keys[row.decision_id]
            setters.add(key)
            if row.set_by_registration is not None:
                registered[key] = min(row.set_by_registration, registered.get(key, row.set_by_registration))
        return setters, registered

    def _note_undated(self, undated: list[Row[Any]]) -> None:
        """Writes a finding for every decision that stands nowhere because its date is not stated."""
        kind = FindingKind.DECISION_UNDATED
        sources = {row.source_id for row in undated}
        self._connection.execute(
            delete(_FINDINGS).where(_FINDINGS.c.source_id.in_(sources), _FINDINGS.c.kind == kind)
        )
        left_out = {
            (row.source_id, row.number)
            for row in undated
            if self._find(DecisionRef(row.number, None)) is None
        }
        for source_id, number in sorted(left_out):
            values = {"source_id": source_id, "kind": kind, "values": {"number": number}}
            self._connection.execute(insert(_FINDINGS).values(values))


def _merge(texts: list[Row[Any]]) -> dict[str, Any]:
    """What the texts of a decision state, each fact from the first that has it."""
    return {
        name: next((value for text in texts if (value := getattr(text, name)) is not None), None)
        for name in _STATED
    }


def _find_original(texts: dict[_Key, list[Row[Any]]], mentions: list[_Naming]) -> set[_Key]:
    """The decisions that adopted the budget: those whose texts say so, else the oldest that is amended."""
    own = {key for key, found in texts.items() if found[0].kind is not DecisionKind.AMENDMENT}
    amended = {mention.key for mention in mentions if mention.amends and mention.key not in texts}
    return own or set(sorted(amended, key=lambda key: (key.date, key.number))[:1])
