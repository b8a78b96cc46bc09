"""Questions against the sample decisions, as people ask them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.question.question import Token
from parser.question.reading import read_question
from storage.answering.answer import Choice, Nothing, PartOfLine, SureLine
from storage.answering.answer_traits import is_confident, list_matches
from storage.answering.missing import Missing, MissingKind
from storage.answering.request import Request
from storage.answering.service import answer
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.reading.cards import load_card
from storage.reading.places import Home
from storage.schema import migrate
from storage.search import rank as rank_module
from storage.search.index import Index, build_index
from storage.search.rank import rank
from storage.search.weights import WEIGHTS
from tests.harness.databases import database_url
from tests.storage import builders
from tests.storage.answering.conftest import Ask

NEWEST = 12_523_223_000  # group 04 in № 21-3


@pytest.mark.parametrize(
    ("question", "path", "amount"),
    [
        ("білім беру", "expenditure/04", NEWEST),
        ("образование", "expenditure/04", NEWEST),
        ("БIЛIМ БЕРУ", "expenditure/04", NEWEST),  # Latin I
        ("билим беру", "expenditure/04", NEWEST),
        ("bilim beru", "expenditure/04", NEWEST),
        ("464 009", "expenditure/04/464/009", 1_889_410_000),
        ("464009", "expenditure/04/464/009", 1_889_410_000),
        ("464-009", "expenditure/04/464/009", 1_889_410_000),
        ("464/009", "expenditure/04/464/009", 1_889_410_000),
        ("04.464.009", "expenditure/04/464/009", 1_889_410_000),
        ("4.464.009", "expenditure/04/464/009", 1_889_410_000),
        ("458/023", "expenditure/12/458/023", 120_382_000),
        ("1.01.2", "revenue/1/01/2", 1_901_989_000),
        ("112", "expenditure/01/112", 21_694_000),
        ("12 523 223", "expenditure/04", NEWEST),
        ("12523223", "expenditure/04", NEWEST),
        ("12 523 223 000", "expenditure/04", NEWEST),
        ("доходы", "revenue", 23_504_613_000),
        ("мектептерге", "expenditure/04/464/003", 8_392_311_000),
        ("проценты по кредитам города", "expenditure/14", 478_000),
        ("шығындар", "expenditure", 23_786_034_000),
        ("дефицит", "deficit", -281_421_000),
        ("школы", "expenditure/04/464/003", 8_392_311_000),
        ("сколько денег дали на библиотеки?", "expenditure/08/455/006", 73_312_000),
        ("кітапханаларға қанша ақша бөлінді?", "expenditure/08/455/006", 73_312_000),
    ],
)
async def test_a_question_finds_its_line(ask: Ask, question: str, path: str, amount: int) -> None:
    found = await ask(question)
    assert is_confident(found)
    assert [(match.path, match.line.amount) for match in list_matches(found)] == [(path, amount)]
    assert list_matches(found)[0].address.edition.decision is None


@pytest.mark.parametrize(
    ("question", "year", "amount"),
    [
        ("білім беру 2014", 2014, 13_775_878_000),
        ("образование в 2015 году", 2015, 15_273_963_000),
        ("образование 12-3", 2013, 12_282_348_000),
        ("образование № 10-3", 2013, 12_286_348_000),
        ("білім беру 2013 жылғы 8 сәуір", 2013, 12_282_348_000),
        ("образование на 01.05.2013", 2013, 12_282_348_000),
    ],
)
async def test_another_edition_only_when_asked_for(ask: Ask, question: str, year: int, amount: int) -> None:
    found = await ask(question)
    assert found.heard.missing is None
    assert [(match.path, match.edition.year, match.line.amount) for match in list_matches(found)] == [
        ("expenditure/04", year, amount)
    ]


@pytest.mark.parametrize(
    "question", ["что изменилось между 12-3 и 20-3", "12-3 пен 20-3 арасында не өзгерді"]
)
async def test_beside_what_changed_between_two_editions_stand_the_lines_of_the_later_one(
    ask: Ask, question: str
) -> None:
    found = await ask(question)
    assert {match.edition.decision.number for match in list_matches(found)} == {"20-3"}


@pytest.mark.parametrize(
    "question", ["самые большие расходы на культуру 50/50", "1 млрд теңгеден қымбат бағдарламалар 50-50"]
)
async def test_a_number_that_is_no_decisions_leaves_a_list_unsure(ask: Ask, question: str) -> None:
    found = await ask(question)
    assert list_matches(found)
    assert not is_confident(found)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("школы в 2019 году", Missing(MissingKind.YEAR, "2019")),
        ("школы 2019", Missing(MissingKind.YEAR, "2019")),
        ("07/458/002 в 2014 году", Missing(MissingKind.LINE, "2014")),
        ("образование № 13-3", Missing(MissingKind.DECISION, "13-3")),
        ("образование № 99-9", Missing(MissingKind.DECISION, "99-9")),
        ("образование на 01.05.2012", Missing(MissingKind.DATE, "2012-05-01")),
    ],
)
async def test_an_edition_that_is_not_loaded_is_said(ask: Ask, question: str, missing: Missing) -> None:
    found = await ask(question)
    assert found.heard.missing == missing
    assert list_matches(found)


async def test_a_year_in_a_name_is_no_year_asked_for(ask: Ask) -> None:
    found = await ask("Жұмыспен қамту 2020 жол картасы")
    assert found.heard.missing is None
    assert list_matches(found)[0].path == "expenditure/07/464/026"


@pytest.mark.parametrize(("question", "amount"), [("719 855", 719_855_000), ("12 282 348", 12_282_348_000)])
async def test_an_amount_of_an_older_edition_is_found_there(ask: Ask, question: str, amount: int) -> None:
    found = await ask(question)
    assert [match.line.amount for match in list_matches(found)] == [amount]
    assert list_matches(found)[0].address.edition.decision is not None


@pytest.mark.parametrize(
    "question", ["001", "күрделі шығыстар", "капитальные расходы", "балабақша", "садики", "жол"]
)
async def test_what_is_ambiguous_is_offered_not_asserted(ask: Ask, question: str) -> None:
    found = await ask(question)
    assert not is_confident(found)
    assert 2 <= len(list_matches(found)) <= 5
    assert len({match.path for match in list_matches(found)}) == len(list_matches(found))
    assert all(match.parent for match in list_matches(found))


@pytest.mark.parametrize("question", ["социальный", "зонтик салығы"])
async def test_a_class_and_its_only_subclass_of_one_name_and_amount_are_offered_once(
    ask: Ask, question: str
) -> None:
    paths = [match.path for match in list_matches(await ask(question))]
    assert "revenue/1/03" in paths
    assert "revenue/1/03/1" not in paths


@pytest.mark.parametrize(
    "question", ["", " ", "ыалолр", "qwertyuiop", "👋", "погода", "999 999 999", "<b>'; DROP"]
)
async def test_nothing_is_found_where_nothing_fits(ask: Ask, question: str) -> None:
    found = await ask(question)
    assert not is_confident(found)
    assert list_matches(found) == ()


async def test_pages_of_candidates_do_not_overlap(ask: Ask) -> None:
    first = await ask("капитальные расходы", limit=3)
    second = await ask("капитальные расходы", limit=3, offset=3)
    assert isinstance(first, Choice)
    assert isinstance(second, Choice)
    assert first.page.total == second.page.total > 3
    assert not {m.path for m in first.page.matches} & {m.path for m in second.page.matches}


@pytest.mark.parametrize("question", ["13 454 001", "13/453/003"])
async def test_a_line_that_the_newest_edition_dropped_is_found_in_the_last_that_has_it(
    ask: Ask, taraz: AsyncSession, question: str
) -> None:
    found = await ask(question)
    assert is_confident(found)
    card = await load_card(taraz, list_matches(found)[0].address)
    assert card is not None
    assert card.edition.decision.number == "18-3"
    assert not card.newest


async def test_a_long_message_takes_no_longer_than_a_short_one(ask: Ask) -> None:
    found = await ask("образование " * 5000)
    assert len(found.heard.question.text) <= 300
    assert list_matches(found)[0].path == "expenditure/04"


@pytest.mark.parametrize(
    ("question", "place"),
    [("школы Шымкента", "Шымкент"), ("Астана мектептері", "Астана"), ("қарағандыдағы жолдар", "Қарағанды")],
)
async def test_another_city_is_said_not_to_be_loaded(ask: Ask, question: str, place: str) -> None:
    found = await ask(question)
    assert found.heard.missing == Missing(MissingKind.PLACE, place)
    assert not is_confident(found)


@pytest.mark.parametrize(("question", "count"), [("скорая помощь", 0), ("медицинская помощь", 3)])
async def test_the_nearest_lines_are_few(ask: Ask, question: str, count: int) -> None:
    """Where nothing is found, at most three lines are named, and none that is far from what was asked."""
    found = await ask(question)
    assert isinstance(found, Nothing)
    assert len(found.nearest) == count
    assert all(match.score >= WEIGHTS.certainty.nearest for match in found.nearest)
    assert not list_matches(found)


@pytest.mark.parametrize("question", ["мектеп есік жөндеу", "алға мектеп", "шу деңгейі"])
async def test_a_short_name_of_a_city_is_a_word_as_well(ask: Ask, question: str) -> None:
    """Есік is a door, алға forwards, шу noise."""
    assert (await ask(question)).heard.missing is None


@pytest.mark.parametrize(
    "question", ["метро", "ghjcdtotybt", "білім беру мен спорт", "самые большие расходы", "курс валют"]
)
async def test_names_are_ranked_once_whatever_places_are_tried(
    five_budgets: Path, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    asked: list[tuple[str, ...]] = []

    def counted(index: Index, tokens: Sequence[Token], *arguments: object, **limits: object) -> object:
        asked.append(tuple(token.sound for token in tokens))
        return rank(index, tokens, *arguments, **limits)  # type: ignore[arg-type]

    monkeypatch.setattr(rank_module, "rank", counted)
    engine = create_engine(database_url(five_budgets))
    async with create_sessions(engine)() as session:
        await answer(session, await build_index(session), Request(read_question(question)))
    await engine.dispose()
    assert asked
    assert len(set(asked)) == len(asked)


async def test_of_several_places_the_one_at_hand_answers(tmp_path: Path) -> None:
    """Another place is looked into only when the one at hand has nothing, and none is named."""
    engine = create_engine(database_url(tmp_path / "two.db"))
    await migrate(engine)
    sessions = create_sessions(engine)
    less = builders.edition(builders.APRIL, leaves=builders.without("expenditure/01/112/001"))
    await ingest(sessions, builders.document(place="Жазық"))
    await ingest(sessions, builders.document(builders.APRIL, [less], place="Көктем"))
    async with sessions() as session:
        built = await build_index(session)

        async def places(text: str, home: str | None = None) -> set[str]:
            request = Request(read_question(text), Home(home) if home else None)
            return {match.place for match in list_matches(await answer(session, built, request))}

        assert await places("464 009") == {"Көктем"}  # amended last
        assert await places("464 009", home="Жазық") == {"Жазық"}
        assert await places("Жазық 464 009") == {"Жазық"}
        assert await places("112 001") == {"Жазық"}  # only there
        assert await places("Көктем 112 001") == set()
    await engine.dispose()


async def test_what_only_another_budget_has_asserts_nothing_near_it(tmp_path: Path) -> None:
    """A line that holds the words besides its own is sure only where no place has the very line."""
    engine = create_engine(database_url(tmp_path / "lacking.db"))
    await migrate(engine)
    sessions = create_sessions(engine)
    near = builders.edition(
        leaves=builders.without("expenditure/01/112/001"),
        names={builders.PROGRAM: "Зымыран ұшыру мен сақтау"},
    )
    has = builders.edition(builders.APRIL, names={"expenditure/01/112/001": "Зымыран ұшыру"})
    await ingest(sessions, builders.document(editions=[near], place="Жазық"))
    async with sessions() as session:
        asked = Request(read_question("Жазық зымыран ұшыру"))
        assert isinstance(await answer(session, await build_index(session), asked), SureLine)
        await session.rollback()
        await ingest(sessions, builders.document(builders.APRIL, [has], place="Көктем"))
        found = await answer(session, await build_index(session), asked)
        assert [(match.place, match.path) for match in list_matches(found)][:1] == [
            ("Жазық", builders.PROGRAM)
        ]
        assert not isinstance(found, SureLine)
    await engine.dispose()


@pytest.mark.parametrize("typed", ["жұмыспен қамту бағдарламасы", "жумыспен камту багдарламасы"])
async def test_an_official_name_that_longer_names_hold_too_is_sure(ask: Ask, typed: str) -> None:
    """The samples print the program as «Еңбекпен қамту бағдарламасы» and «Программа занятости»."""
    found = await ask(typed)
    assert isinstance(found, SureLine)
    assert found.match.path == "expenditure/06/451/002"


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("бензин для музыкальной школы", "expenditure/04/464/006"),
        ("кровати в детский сад", "expenditure/04"),
        ("балабақшаға перде", "expenditure/04"),
        ("іссапар әкімнің", "expenditure/01"),
    ],
)
async def test_a_thing_of_no_line_is_within_the_line_of_its_office(
    ask: Ask, question: str, path: str
) -> None:
    """No list has the phrase: the thing stands in no name, and the word for its office leads to a line."""
    found = await ask(question)
    assert isinstance(found, PartOfLine), found
    assert found.page.matches[0].path.startswith(path)


@pytest.mark.parametrize("question", ["капитальный ремонт автомобильных дорог", "охрана окружающей среды"])
async def test_a_thing_that_a_name_says_is_its_line(ask: Ask, question: str) -> None:
    assert not isinstance(await ask(question), PartOfLine)
