"""The texts of a decision find its budget, however they spell the place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, Language, ParsedDecision
from storage.reading.cards import list_budgets, list_editions
from tests.storage.builders import (
    APRIL,
    KK,
    MAY,
    ORIGINAL,
    PROGRAM,
    RU,
    changed,
    discrepancy,
    document,
    edition,
    figure_change,
)
from tests.storage.conftest import Load
from tests.storage.dump import column, count


@pytest.mark.parametrize("order", [(KK, RU), (RU, KK)])
async def test_twin_texts_that_spell_the_place_otherwise_are_one_budget(
    load: Load, session: AsyncSession, order: tuple[Language, Language]
) -> None:
    places = {KK: "Қарағанды", RU: "Карагандин"}

    def text(language: Language) -> ParsedDecision:
        tables = [replace(edition(ORIGINAL, language), place=places[language])]
        return document(editions=tables, language=language, place=places[language])

    await load(*(text(language) for language in order))
    amendment = document(APRIL, [replace(edition(APRIL, RU), place=places[RU])], RU, place=places[RU])
    await load(amendment)
    [budget] = await list_budgets(session)
    assert budget.place == "Қарағанды"
    assert [stored.languages for stored in await list_editions(session, budget)] == [(KK, RU), (RU,)]


@pytest.mark.parametrize(
    ("kazakh", "russian", "budgets"),
    [
        ("Талас", "Тараз", 2),
        ("Қаратау", "Карасай", 2),
        ("Тараз", "Талгар", 2),
        ("Қордай", "Кордайский", 1),
        ("Жамбыл ауданы", "Жамбылский район", 1),
        ("Хромтау ауданы", "Хромтау", 2),  # a district and its town
        ("Дөң ауылдық округі, Х ауданы", "сельский округ Дөң, Х ауданы", 1),
        ("Жалғызтөбе ауылдық округі", "Жалгызтюбинский сельский округ", 1),
        ("Ақсу ауылдық округі", "Аксуский сельский округ", 1),
        ("Көктал ауылдық округі", "Аксуский сельский округ", 2),
    ],
)
async def test_names_that_are_only_a_little_alike_are_two_places(
    load: Load, session: AsyncSession, kazakh: str, russian: str, budgets: int
) -> None:
    """Councils number alike: № 10-3 of one day may be an act of each."""

    def text(place: str, language: Language) -> ParsedDecision:
        tables = [replace(edition(language=language), place=place)]
        return document(editions=tables, language=language, place=place, registration_number=None)

    await load(text(kazakh, KK), text(russian, RU))
    assert len(await list_budgets(session)) == budgets


async def test_a_registration_number_tells_a_place_that_is_named_quite_otherwise(
    load: Load, session: AsyncSession
) -> None:
    kazakh = document(editions=[replace(edition(), place="Өскемен")], place="Өскемен")
    russian = document(
        editions=[replace(edition(language=RU), place="Усть-Каменогорск")],
        language=RU,
        place="Усть-Каменогорск",
    )
    await load(kazakh, russian)
    assert [budget.place for budget in await list_budgets(session)] == ["Өскемен"]


@pytest.mark.parametrize(
    ("names", "appendices", "budgets"),
    [
        (("Нұр-Сұлтан", "Астана"), ("1", "1"), 1),
        (("Зырян ауданы", "Алтай ауданы"), ("1", "1"), 1),
        (("Аксайский сельский округ, Зырян ауданы", "Аксайский сельский округ, Алтай ауданы"), ("1", "1"), 1),
        # A village that has another name in a later version is told by its appendix.
        (
            ("сельский округ Новороссийский, Хромтау ауданы", "сельский округ Тамды, Хромтау ауданы"),
            ("1", "1"),
            1,
        ),
        (
            ("сельский округ Новороссийский, Хромтау ауданы", "сельский округ Тамды, Хромтау ауданы"),
            ("1", "4"),
            2,
        ),
        (
            ("сельский округ Новороссийский, Хромтау ауданы", "сельский округ Тамды, Алға ауданы"),
            ("1", "1"),
            2,
        ),
        (("Тараз", "Шымкент"), ("1", "1"), 2),
    ],
)
async def test_a_place_that_was_renamed_has_one_budget(
    load: Load, session: AsyncSession, names: tuple[str, str], appendices: tuple[str, str], budgets: int
) -> None:
    """A later version of an act names its place as it is called by then."""
    before, after = (
        replace(edition(set_by, RU), place=name, appendix=appendix)
        for set_by, name, appendix in zip((ORIGINAL, APRIL), names, appendices, strict=True)
    )
    await load(
        document(editions=[before], language=RU, place=names[0].split(", ")[-1]),
        document(
            editions=[after], language=RU, place=names[0].split(", ")[-1], kind=DecisionKind.REDACTION,
            amended_by=(APRIL,),
        ),
    )  # fmt: skip
    found = await list_budgets(session)
    assert len(found) == budgets
    if budgets == 1:
        assert [each.decision.number for each in await list_editions(session, found[0])] == ["10-3", "12-3"]


@pytest.mark.parametrize(("appendix", "budgets"), [("1", 1), ("4", 2)])
async def test_a_renamed_village_is_told_by_the_appendices_of_the_act_alone(
    load: Load, session: AsyncSession, appendix: str, budgets: int
) -> None:
    """An amendment counts its appendices anew: its number says nothing of those of the act."""
    names = "сельский округ Новороссийский, Хромтау ауданы", "сельский округ Тамды, Хромтау ауданы"
    adopted, amended, after = (
        replace(edition(set_by, RU), place=name, appendix=number)
        for set_by, name, number in (
            (ORIGINAL, names[0], "1"), (APRIL, names[0], "4"), (MAY, names[1], appendix),
        )
    )  # fmt: skip
    await load(
        document(editions=[adopted], language=RU, place="Хромтау ауданы"),
        document(APRIL, [amended], RU, place="Хромтау ауданы"),
        document(
            editions=[after], language=RU, place="Хромтау ауданы", kind=DecisionKind.REDACTION,
            amended_by=(APRIL, MAY),
        ),
    )  # fmt: skip
    assert len(await list_budgets(session)) == budgets


async def test_other_places_with_the_same_number_and_date_stay_apart(
    load: Load, session: AsyncSession
) -> None:
    await load(
        document(registration_number="1"),
        document(
            editions=[replace(edition(language=RU), place="Шымкент")],
            language=RU,
            place="Шымкент",
            registration_number="2",
        ),
    )
    assert len(await list_budgets(session)) == 2


async def test_each_rural_district_of_a_decision_has_its_budget(
    load: Load, session: AsyncSession, database: Path
) -> None:
    districts = ["Бесағаш ауылдық округі", "Айша бибі ауылдық округі"]
    tables = [edition(), *(replace(edition(), place=place) for place in districts)]
    parsed = document(editions=tables, figure_changes=[figure_change()], amended_by=(APRIL,))
    assert [report.status for report in await load(parsed, parsed)] == ["new", "unchanged"]
    assert sorted(budget.place for budget in await list_budgets(session)) == sorted(["Тараз", *districts])
    for budget in await list_budgets(session):
        assert [stored.decision.number for stored in await list_editions(session, budget)] == ["10-3"]
    assert count(database, "decision", "edition", "source", "figure_change") == [6, 3, 1, 1]


async def test_districts_of_one_rayon_are_told_by_their_own_names(
    load: Load, session: AsyncSession, database: Path
) -> None:
    bestamak = {
        KK: "Бестамақ ауылдық округі, Алға ауданы",
        RU: "Бестамакский сельский округ, Алгинский район",
    }
    karakudyk = {
        KK: "Қарақұдық ауылдық округі, Алға ауданы",
        RU: "Каракудыкский сельский округ, Алгинский район",
    }
    amounts = [(bestamak, 1), (karakudyk, 2)]
    for language, order in ((KK, amounts), (RU, amounts[::-1])):
        tables = [
            replace(changed(ORIGINAL, {PROGRAM: amount}, language), place=place[language])
            for place, amount in order
        ]
        await load(document(editions=tables, language=language, place=tables[0].place))
        # Two texts of one table that differ are reported: each met its own in the other language.
        assert count(database, "discrepancy") == [0]
        assert len(await list_budgets(session)) == 2


async def test_a_decision_of_villages_is_none_of_their_rayon(
    load: Load, session: AsyncSession, database: Path
) -> None:
    rayon = "Алға ауданы"
    village = replace(edition(ORIGINAL), place=f"Бестамақ ауылдық округі, {rayon}")
    await load(document(editions=[village], place=rayon))
    assert column(database, "budget", "place") == [village.place]
    assert column(database, "decision_text", "place") == [village.place]
    own = replace(edition(APRIL), place=rayon)
    await load(document(APRIL, [own], place=rayon, amends=None, kind=DecisionKind.ORIGINAL))
    budgets = {budget.place: budget for budget in await list_budgets(session)}
    assert [e.decision.number for e in await list_editions(session, budgets[rayon])] == ["12-3"]


@pytest.mark.parametrize("order", [(KK, RU), (RU, KK)])
async def test_the_number_of_an_appendix_tells_a_village_that_is_named_quite_otherwise(
    load: Load, session: AsyncSession, database: Path, order: tuple[Language, Language]
) -> None:
    places = {
        KK: ["Қызыл ту ауылдық округі", "Ленин ауылдық округі"],
        RU: ["Краснознаменский сельский округ", "село имени Ильича"],
    }
    for language in order:
        tables = [
            replace(edition(ORIGINAL, language), place=f"{place}, Алға ауданы", appendix=f"1-{number}")
            for number, place in enumerate(places[language], start=1)
        ]
        wrong = replace(discrepancy(), place=tables[1].place)
        await load(document(editions=tables, language=language, place="Алға ауданы", discrepancies=[wrong]))
    budgets = await list_budgets(session)
    assert {budget.place for budget in budgets} == {f"{place}, Алға ауданы" for place in places[KK]}
    assert [stored.languages for stored in await list_editions(session, budgets[0])] == [(KK, RU)]
    # Each text keeps its own name, and what is wrong stands with the table it is wrong in.
    stated = [f"{place}, Алға ауданы" for language in (KK, RU) for place in places[language]]
    assert sorted(column(database, "decision_text", "place")) == sorted(stated)
    assert None not in column(database, "discrepancy", "edition_id")
