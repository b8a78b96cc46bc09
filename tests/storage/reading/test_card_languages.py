from __future__ import annotations

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language
from storage.reading.cards import list_budgets, list_editions, load_card
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    ORIGINAL,
    OTHER,
    PROGRAM,
    RU,
    both,
    changed,
    document,
    edition,
    name_of,
    without,
)
from tests.storage.cards import card, line_of
from tests.storage.conftest import Load


class TestNames:
    @both
    async def test_both_texts_of_an_edition_give_their_names(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(document(language=language), document(language=OTHER[language]))
        shown = await card(session)
        for line in (shown.line, *(parent.line for parent in shown.parents)):
            assert line.names == {KK: name_of(line.path, KK), RU: name_of(line.path, RU)}

    @both
    async def test_the_budgets_newest_name_serves_an_edition_without_one(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        other = OTHER[language]
        await load(
            document(editions=[edition(ORIGINAL, other, names={PROGRAM: "first"})], language=other),
            document(APRIL, [edition(APRIL, other, names={PROGRAM: "second"})], other),
            document(JULY, [edition(JULY, language, names={PROGRAM: "own"})], language),
        )
        assert (await card(session)).line.names == {language: "own", other: "second"}

    @both
    async def test_an_editions_own_name_comes_before_a_newer_one(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(
            document(editions=[edition(ORIGINAL, language, names={PROGRAM: "own"})], language=language),
            document(APRIL, [edition(APRIL, language, names={PROGRAM: "newer"})], language),
        )
        [budget] = await list_budgets(session)
        [original, _] = await list_editions(session, budget)
        shown = await card(session, decision=original.decision.address)
        assert shown.line.names == {language: "own"}

    @both
    async def test_of_one_decisions_names_the_same_years_counts(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        other = OTHER[language]
        plans = [
            edition(ORIGINAL, other, year=year, names={PROGRAM: str(year)}) for year in (2013, 2014, 2015)
        ]
        await load(document(editions=plans, language=other))
        await load(document(APRIL, [edition(APRIL, language, year=2014)], language))
        assert (await card(session, year=2014)).line.names[other] == "2014"

    @both
    async def test_another_budgets_name_serves_where_there_is_none(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        other = OTHER[language]
        await load(
            document(language=other, place="Шымкент", registration_number="1855"), document(language=language)
        )
        budgets = {budget.place: budget for budget in await list_budgets(session)}
        shown = await load_card(session, line_of(budgets["Тараз"]))
        assert shown is not None
        assert shown.line.names == {language: name_of(PROGRAM, language), other: name_of(PROGRAM, other)}

    @pytest.mark.parametrize("turn", [1, -1])
    async def test_of_other_budgets_names_the_one_most_editions_print_counts(
        self, load: Load, session: AsyncSession, turn: int
    ) -> None:
        places = {"Шымкент": "rare", "Талдықорған": "usual", "Арыс": "usual"}
        others = [
            document(
                editions=[edition(ORIGINAL, RU, names={PROGRAM: name})],
                language=RU,
                place=place,
                registration_number=place,
            )
            for place, name in places.items()
        ]
        await load(document(), *others[::turn])
        budgets = {budget.place: budget for budget in await list_budgets(session)}
        shown = await load_card(session, line_of(budgets["Тараз"]))
        assert shown is not None
        assert shown.line.names[RU] == "usual"

    @both
    async def test_a_language_without_any_name_is_absent(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(document(language=language))
        assert set((await card(session)).line.names) == {language}


class TestTwinTexts:
    @pytest.mark.parametrize("order", [(KK, RU), (RU, KK)])
    async def test_amounts_are_the_kazakh_texts_in_any_order(
        self, load: Load, session: AsyncSession, order: tuple[Language, Language]
    ) -> None:
        amounts = {KK: 501, RU: 502}
        await load(
            *(
                document(editions=[changed(ORIGINAL, {PROGRAM: amounts[other]}, other)], language=other)
                for other in order
            )
        )
        shown = await card(session)
        assert (shown.line.amount, shown.line.language, shown.edition.languages) == (501_000, KK, (KK, RU))

    @both
    async def test_a_line_of_one_text_only_is_not_lost(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        other = OTHER[language]
        await load(
            document(language=language),
            document(editions=[edition(ORIGINAL, other, leaves=without(PROGRAM))], language=other),
        )
        shown = await card(session)
        assert (shown.line.amount, shown.line.language) == (500_000, language)
        assert PROGRAM in {c.path for c in (await card(session, "expenditure/04/464")).children.lines}

    async def test_the_ledger_does_not_add_the_texts_up(self, load: Load, session: AsyncSession) -> None:
        await load(document(), document(language=RU), document(APRIL, [changed(APRIL, {PROGRAM: 700})]))
        shown = await card(session)
        assert [step.amount for step in shown.ledger] == [500_000, 700_000]
