"""Which budget a text is about: a place and a set of years.

Councils print the place in the language of the text (Қарағанды, Карагандинский), so the
second text of a decision is recognised by the decision, not by the place alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, insert, or_, select, update

from parser.decision.place_kinds import SmallKind, kind_of_place, name_today, without_kind
from parser.records import DecisionRef, Language, ParsedDecision
from parser.text.declension import name_in
from parser.text.folding import skeleton
from storage import models
from storage.loading.errors import IngestError, IngestErrorKind, UnknownDecisionError
from storage.models import table

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_EDITIONS = table(models.Edition)
_TEXTS = table(models.DecisionText)

# Made once: making a statement takes longer than running it.
_NAMED = select(_BUDGETS).where(
    _BUDGETS.c.place == bindparam("place"),
    _BUDGETS.c.first_year == bindparam("first_year"),
    _BUDGETS.c.last_year == bindparam("last_year"),
)
_ADDED = insert(_BUDGETS).returning(*_BUDGETS.c)

_ALIKE = 75  # of 100: Қарағанды and Карагандин are, Жамбыл and Шымкент are not
_AKIN = 60  # enough for villages whose table is the same appendix of one decision: Жалгызтюбин, Жалғызтөбе


def find_or_add_budget(
    connection: Connection,
    parsed: ParsedDecision,
    place: str | None,
    language: Language,
    taken: Collection[int] = (),
) -> Row[Any]:
    """Finds or adds the budget of a decision: its place and the years it states.

    A text that states no years belongs to the budget in which it, or the decision
    it amends, is already known.

    Args:
        connection: in the transaction that everything belongs to.
        parsed: the file.
        place: of the budget, None where the text does not state it.
        language: of the text.
        taken: budgets that the file's other places have, which cannot be this place's.

    Returns:
        A row of the budget table.

    Raises:
        UnknownDecisionError: no budget can be told until another file is loaded.
        IngestError: several could be meant.
    """
    years = parsed.decision.budget_years
    if place is None or years is None:
        return _find_known(connection, parsed, place)
    named = {"place": place, "first_year": years[0], "last_year": years[1]}
    found = connection.execute(_NAMED, named).one_or_none()
    if found is None:
        found = _find_twin(connection, parsed, place, language, taken)
    if found is None:
        found = connection.execute(_ADDED, named).one()
    return found


def settle_place(connection: Connection, budget: Row[Any], place: str | None) -> None:
    """Names a budget as its texts do, whatever was loaded first, unless another budget has that name."""
    if place is None or place == budget.place:
        return
    taken = select(_BUDGETS.c.id).where(
        _BUDGETS.c.place == place, *_covers((budget.first_year, budget.last_year))
    )
    if (connection.execute(taken)).first() is None:
        connection.execute(update(_BUDGETS).where(_BUDGETS.c.id == budget.id).values(place=place))


def remove_budget(connection: Connection, budget_id: int) -> None:
    """Removes a budget of which no decision is known any more."""
    connection.execute(delete(_BUDGETS).where(_BUDGETS.c.id == budget_id))


def _covers(years: tuple[int, int]) -> tuple[ColumnElement[bool], ...]:
    return (_BUDGETS.c.first_year == years[0], _BUDGETS.c.last_year == years[1])


def _refs(parsed: ParsedDecision) -> list[DecisionRef]:
    return [ref for ref in (parsed.decision.ref, parsed.decision.amends) if ref is not None]


def _find_twin(
    connection: Connection, parsed: ParsedDecision, place: str, language: Language, taken: Collection[int]
) -> Row[Any] | None:
    """The budget of the same years in which this decision stands under its other name.

    The place has a text with this very name, or its table is the appendix of the same number, or
    it sounds alike; a registration number, given once in an oblast, tells the only budget of a
    decision that is not yet read in the language.
    """
    spoken = _list_stating(connection, parsed, taken)
    for found in spoken.values():
        if any(row.stated == place for row in found) or _is_renamed(place, found):
            return found[0]
    twins = [
        found
        for found in spoken.values()
        if all(row.language is not language for row in found) and _may_be_one(place, found[0].place)
    ]
    numbered = _find_numbered(connection, parsed, place, twins)
    if numbered is not None:
        return spoken[numbered][0]
    alike = [found[0] for found in twins if _likeness(place, found) >= _ALIKE]
    if alike:
        return max(alike, key=lambda row: (_likeness(place, spoken[row.id]), -row.id))
    only = _find_registered(parsed, place, spoken)
    if only is None or only in (found[0] for found in twins):
        return only
    return only if _is_one_village(connection, parsed, place, only) else None


def _list_stating(
    connection: Connection, parsed: ParsedDecision, taken: Collection[int]
) -> Mapping[int, list[Row[Any]]]:
    """The budgets of the same years that have this decision, or the one it amends, each with its texts."""
    refs = [ref for ref in _refs(parsed) if ref.date is not None]
    named = or_(*((_DECISIONS.c.number == ref.number) & (_DECISIONS.c.date == ref.date) for ref in refs))
    query = (
        select(
            _BUDGETS,
            _DECISIONS.c.number,
            _DECISIONS.c.registration_number,
            _TEXTS.c.language,
            _TEXTS.c.place.label("stated"),
        )
        .join(_DECISIONS, _DECISIONS.c.budget_id == _BUDGETS.c.id)
        .outerjoin(_TEXTS, _TEXTS.c.decision_id == _DECISIONS.c.id)
        .where(named, _BUDGETS.c.id.not_in(taken), *_covers(parsed.decision.budget_years or (0, 0)))
    )
    stating: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query):
        stating.setdefault(row.id, []).append(row)
    return stating


def _find_registered(
    parsed: ParsedDecision, place: str, stating: Mapping[int, list[Row[Any]]]
) -> Row[Any] | None:
    """The only budget of a decision of one place, where it has the same number and registration there."""
    own = parsed.decision.ref
    one_place = len({edition.place for edition in parsed.editions} | {place}) == 1
    if not own.registration_number or not one_place or len(stating) != 1:
        return None
    [found] = stating.values()
    same = any(
        (row.number, row.registration_number) == (own.number, own.registration_number) for row in found
    )
    return found[0] if same else None


def _is_renamed(place: str, rows: Iterable[Row[Any]]) -> bool:
    """Whether a place has today the name that one of these has: the capital's texts named it in two ways."""
    names = {row.place for row in rows} | {row.stated for row in rows if row.stated}
    return name_today(place) in {name_today(name) for name in names}


def _is_one_village(connection: Connection, parsed: ParsedDecision, place: str, found: Row[Any]) -> bool:
    """Whether a village that a later version names otherwise is the one of a budget.

    Both lie in one rayon, whose council has one act of a number and a day, and the tables of each year are
    the same appendix of it: another village's would be another one.
    """
    kinds = {kind_of_place(place), kind_of_place(found.place)}
    rayons = {name_today(_rayon(place).strip()), name_today(_rayon(found.place).strip())}
    if not all(isinstance(kind, SmallKind) for kind in kinds) or len(rayons) > 1 or rayons == {""}:
        return False
    act = parsed.decision.ref
    query = (
        select(_EDITIONS.c.year, _EDITIONS.c.appendix)
        .join(_TEXTS, _TEXTS.c.source_id == _EDITIONS.c.source_id)  # never of an amendment, which counts anew
        .join(_DECISIONS, _DECISIONS.c.id == _TEXTS.c.decision_id)
        .where(_EDITIONS.c.budget_id == found.id, _DECISIONS.c.budget_id == found.id)
        .where(_DECISIONS.c.number == act.number, _DECISIONS.c.date == act.date)
    )
    known: dict[int, set[str | None]] = {}
    for year, appendix in connection.execute(query):
        known.setdefault(year, set()).add(appendix)
    own = [(edition.year, edition.appendix) for edition in parsed.editions if edition.year in known]
    return bool(own) and all(number and number in known[year] for year, number in own)


def _find_numbered(
    connection: Connection, parsed: ParsedDecision, place: str, twins: Collection[list[Row[Any]]]
) -> int | None:
    """The twin whose table is the same appendix of the same decision, among the places of one council.

    A file of one place alone does not say that its council has several: a village's is one of them, and its
    twin has a name that is akin to its own.
    """
    own = {
        (edition.set_by.number, edition.set_by.date, edition.appendix, edition.year)
        for edition in parsed.editions
        if edition.place == place and edition.appendix
    }
    if not own:
        return None
    if len({edition.place for edition in parsed.editions}) < 2:
        if not isinstance(kind_of_place(place), SmallKind):
            return None
        twins = [rows for rows in twins if _likeness(place, rows) >= _AKIN]
    query = (
        select(_EDITIONS.c.budget_id, _EDITIONS.c.appendix, _EDITIONS.c.year, _BUDGETS.c.place)
        .add_columns(_DECISIONS.c.number, _DECISIONS.c.date)
        .join(_DECISIONS, _DECISIONS.c.id == _EDITIONS.c.decision_id)
        .join(_BUDGETS, _BUDGETS.c.id == _EDITIONS.c.budget_id)
        .where(_EDITIONS.c.budget_id.in_([rows[0].id for rows in twins]))
    )
    found = {
        row.budget_id
        for row in connection.execute(query)
        if (row.number, row.date, row.appendix, row.year) in own and _rayon(row.place) == _rayon(place)
    }
    return found.pop() if len(found) == 1 else None


def _rayon(place: str) -> str:
    """What follows a rural district's own name: `Алға ауданы`."""
    return place.partition(",")[2]


def _may_be_one(place: str, other_name: str) -> bool:
    """Whether two names may be those of one place: a town and the district of its name are two."""
    kinds = {kind_of_place(place), kind_of_place(other_name)}
    return len(kinds) == 1 or all(isinstance(kind, SmallKind) for kind in kinds)


def _likeness(place: str, rows: Iterable[Row[Any]]) -> float:
    names = {row.place for row in rows} | {row.stated for row in rows if row.stated}
    return max(fuzz.ratio(_own_name(place), _own_name(name)) for name in names)


def _own_name(place: str) -> str:
    name = place.split(",", maxsplit=1)[0]  # a rural district's rayon follows its name
    own = without_kind(name)
    if isinstance(kind_of_place(name), SmallKind):
        own = name_in(own)  # Аксуский is Ақсу
    return skeleton(own) or skeleton(name)


def _find_known(connection: Connection, parsed: ParsedDecision, place: str | None) -> Row[Any]:
    decision = parsed.decision
    refs = _refs(parsed)
    query = select(_BUDGETS, _DECISIONS.c.number, _DECISIONS.c.date).join(
        _DECISIONS, _DECISIONS.c.budget_id == _BUDGETS.c.id
    )
    query = query.where(_DECISIONS.c.number.in_([ref.number for ref in refs]))
    if place is not None:
        stated = (
            select(_DECISIONS.c.budget_id)
            .join(_TEXTS, _TEXTS.c.decision_id == _DECISIONS.c.id)
            .where(_TEXTS.c.place == place)
        )
        query = query.where(or_(_BUDGETS.c.place == place, _BUDGETS.c.id.in_(stated)))
    if decision.budget_years is not None:
        query = query.where(*_covers(decision.budget_years))
    known = (connection.execute(query)).all()
    for ref in refs:
        budgets = {row.id: row for row in known if row.number == ref.number and ref.date in {None, row.date}}
        if len(budgets) == 1:
            return budgets.popitem()[1]
        if budgets:
            raise IngestError(IngestErrorKind.BUDGET_AMBIGUOUS, ref)
    kind = IngestErrorKind.PLACE_UNKNOWN if decision.budget_years else IngestErrorKind.YEARS_UNKNOWN
    amended = decision.amends
    raise UnknownDecisionError(
        kind,
        decision.ref,
        amended_number=amended.number if amended else None,
        amended_date=amended.date.isoformat() if amended and amended.date else None,
    )
