"""A program that moves to another administrator or group is followed, where it is the only one alike."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import Doubt
from parser.records import DecisionRef, Edition, Language
from storage.reading.cards import list_budgets, list_editions
from storage.reading.moves import Following, ProgramRow, build_trail, find_moves
from storage.reading.records import Figure, Move, Names
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    LEAVES,
    MAY,
    NOVEMBER,
    ORIGINAL,
    OTHER,
    PROGRAM,
    RU,
    both,
    document,
    edition,
    name_of,
)
from tests.storage.cards import card
from tests.storage.conftest import Load
from tests.storage.reading.stored import catalogue, decision, known, text

MOVED = "expenditure/06/451/009"
MOVED_AGAIN = "expenditure/07/463/009"
ADULTS = "expenditure/04/464/010"
NAMES: Mapping[str, Names] = {path: {KK: "Жалпы білім беру"} for path in (PROGRAM, MOVED, MOVED_AGAIN)}


class TestFindMoves:
    def test_the_only_pair_of_one_code_and_name_is_one_program(self) -> None:
        assert find_moves([PROGRAM], [MOVED], NAMES) == {PROGRAM: MOVED}
        assert find_moves([PROGRAM, ADULTS], [MOVED], {**NAMES, ADULTS: {KK: "Жалпы білім беру"}}) == {
            PROGRAM: MOVED
        }

    def test_of_several_alike_nothing_is_told(self) -> None:
        assert find_moves([PROGRAM], [MOVED, MOVED_AGAIN], NAMES) == {}
        assert find_moves([PROGRAM, MOVED_AGAIN], [MOVED], NAMES) == {}

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ({KK: "Мектеп"}, {KK: "Балабақша"}),
            ({KK: "Мектеп", RU: "Школа"}, {KK: "Мектеп", RU: "Детский сад"}),
            ({KK: "Мектеп", RU: "Школа"}, {KK: "Балабақша", RU: "Школа"}),
            ({KK: "Мектеп"}, {RU: "Школа"}),
            ({}, {}),
        ],
    )
    def test_a_name_must_agree_in_every_language_that_both_have(self, old: Names, new: Names) -> None:
        assert find_moves([PROGRAM], [MOVED], {PROGRAM: old, MOVED: new}) == {}

    def test_letters_that_sound_alike_are_one_name(self) -> None:
        names = {PROGRAM: {KK: "Жалпы білім беру", RU: "Школа"}, MOVED: {KK: "ЖАЛПЫ  БІЛІМ БЕРУ"}}
        assert find_moves([PROGRAM], [MOVED], names) == {PROGRAM: MOVED}

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (PROGRAM, "expenditure/06/451/010"),
            (PROGRAM, "financing_payments/16/452/009"),
            ("expenditure/04/464", "expenditure/06/464"),
            ("expenditure/04/464/009/011", "expenditure/06/451/009/011"),
            ("revenue/1/01/2", "revenue/1/03/2"),
        ],
    )
    def test_another_code_or_section_is_no_move_and_only_programs_move(self, old: str, new: str) -> None:
        assert find_moves([old], [new], {path: {KK: "Бір атау"} for path in (old, new)}) == {}


class TestTrail:
    """Editions of one year: those of December, April, May, July and November."""

    REFS = (ORIGINAL, APRIL, MAY, JULY, NOVEMBER)

    def follow(self, index: int, *paths: str | None) -> Following:
        """Follows the program from one edition, given its path in each; None where it is not there."""
        known_decisions = [known(ref, {2013: [text(row)]}) for row, ref in enumerate(self.REFS[: len(paths)])]
        budget = catalogue(*known_decisions)
        rows = [
            ProgramRow(row, path, 500_000, "Жалпы білім беру")
            for row, path in enumerate(paths)
            if path is not None
        ]
        path = paths[index]
        assert path is not None
        return build_trail(budget, 2013, rows).follow(path, budget.editions[index])

    def paths(self, following: Following) -> dict[str, str]:
        return {decision.number: path for decision, path in following.paths.items()}

    def test_it_goes_back_and_forth_through_every_move(self) -> None:
        following = self.follow(2, PROGRAM, PROGRAM, MOVED, MOVED, MOVED_AGAIN)
        assert self.paths(following) == {"10-3": PROGRAM, "12-3": PROGRAM, "20-3": MOVED_AGAIN}
        assert following.continued_from == Move(PROGRAM, decision(MAY))
        assert following.continued_as == Move(MOVED_AGAIN, decision(NOVEMBER))

    def test_of_several_moves_the_nearest_is_told(self) -> None:
        following = self.follow(0, PROGRAM, MOVED, MOVED, MOVED_AGAIN, MOVED_AGAIN)
        assert following.continued_as == Move(MOVED, decision(APRIL))
        assert following.continued_from is None
        following = self.follow(4, PROGRAM, MOVED, MOVED, MOVED_AGAIN, MOVED_AGAIN)
        assert following.continued_from == Move(MOVED, decision(JULY))
        assert following.continued_as is None
        assert self.paths(following) == {"10-3": PROGRAM, "12-3": MOVED, "13-3": MOVED}

    def test_a_program_that_stayed_has_no_other_paths(self) -> None:
        assert self.follow(1, PROGRAM, PROGRAM, PROGRAM) == Following({}, None, None)

    def test_a_program_that_came_late_is_followed_from_then_on(self) -> None:
        following = self.follow(2, None, None, PROGRAM, MOVED)
        assert (following.continued_from, self.paths(following)) == (None, {"15-3": MOVED})

    def test_what_is_gone_is_not_found_again(self) -> None:
        """After a pause nothing says that it is the same program."""
        assert self.follow(0, PROGRAM, None, MOVED) == Following({}, None, None)
        assert self.follow(2, PROGRAM, None, MOVED) == Following({}, None, None)

    def test_a_program_that_came_back_to_its_path(self) -> None:
        following = self.follow(0, PROGRAM, MOVED, PROGRAM)
        assert self.paths(following) == {"12-3": MOVED}
        assert following.continued_as == Move(MOVED, decision(APRIL))

    def test_amounts_are_the_sums_of_blocks_in_the_first_text_that_has_the_path(self) -> None:
        budget = catalogue(known(ORIGINAL, {2013: [text(1, KK), text(2, RU)]}))
        [table] = budget.editions
        trail = build_trail(
            budget,
            2013,
            [
                ProgramRow(1, PROGRAM, 300, "Жалпы білім беру"),
                ProgramRow(1, PROGRAM, 200, "Басқа атау", Doubt.UNSURE),
                ProgramRow(2, PROGRAM, 499, "Общее образование"),
                ProgramRow(2, MOVED, 70, "Общее образование"),
                ProgramRow(3, PROGRAM, 9, "Другой город"),
            ],
        )
        assert trail.figure(table, PROGRAM) == Figure(500, Doubt.UNSURE)
        assert trail.figure(table, MOVED) == Figure(70)
        assert trail.figure(table, MOVED_AGAIN) is None
        assert trail.names == {
            PROGRAM: {KK: "Жалпы білім беру", RU: "Общее образование"},
            MOVED: {RU: "Общее образование"},
        }

    def test_the_newest_name_counts_and_plan_years_only_name(self) -> None:
        budget = catalogue(
            known(ORIGINAL, {2013: [text(1)], 2014: [text(2)]}), known(APRIL, {2013: [text(3)]})
        )
        trail = build_trail(
            budget,
            2013,
            [
                ProgramRow(1, PROGRAM, 100, "Ескі атау"),
                ProgramRow(2, PROGRAM, 200, "Жоспар атауы"),
                ProgramRow(2, MOVED, 200, "Жоспар атауы"),
                ProgramRow(3, PROGRAM, 300, "Жаңа атау"),
            ],
        )
        assert [edition.year for edition in trail.editions] == [2013, 2013]
        assert trail.figures == ({PROGRAM: Figure(100)}, {PROGRAM: Figure(300)})
        assert trail.names == {PROGRAM: {KK: "Жаңа атау"}, MOVED: {KK: "Жоспар атауы"}}


def moved(
    ref: DecisionRef, amount: int, language: Language, *, to: str = MOVED, name: str | None = None
) -> Edition:
    """A table in which the program stands under another administrator."""
    leaves = {
        to if path == PROGRAM else path: amount if path == PROGRAM else old for path, old in LEAVES.items()
    }
    names = {to: name_of(PROGRAM, language) if name is None else name}
    return edition(ref, language, leaves=leaves, names=names)


class TestCards:
    @both
    async def test_the_ledger_goes_on_under_the_new_path(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(
            document(language=language, amended_by=(MAY,)),
            document(APRIL, [moved(APRIL, 600, language)], language),
            document(JULY, [moved(JULY, 650, language)], language),
        )
        shown = await card(session, MOVED)
        assert [(step.amount, step.delta, step.path) for step in shown.ledger] == [
            (500_000, None, PROGRAM),
            (600_000, 100_000, None),
            (None, None, None),
            (650_000, 50_000, None),
        ]
        assert shown.continued_from is not None
        assert (shown.continued_from.path, shown.continued_from.decision.number) == (PROGRAM, "12-3")
        assert shown.continued_as is None
        assert shown.since_original is not None
        assert (shown.since_original.old, shown.since_original.delta) == (500_000, 150_000)

    @both
    async def test_the_old_card_says_where_it_went_on(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(
            document(language=language),
            document(APRIL, [moved(APRIL, 600, language)], language),
            document(JULY, [moved(JULY, 650, language, to="expenditure/07/463/009")], language),
        )
        [budget] = await list_budgets(session)
        [original, *_] = await list_editions(session, budget)
        shown = await card(session, decision=original.decision.address)
        assert shown.continued_as is not None
        assert (shown.continued_as.path, shown.continued_as.decision.number) == (MOVED, "12-3")
        assert [step.path for step in shown.ledger] == [None, MOVED, "expenditure/07/463/009"]

    @both
    async def test_texts_in_different_languages_agree_by_what_the_budget_names(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        other = OTHER[language]
        await load(
            document(language=language),
            document(APRIL, [moved(APRIL, 600, other)], other),
            document(JULY, [moved(JULY, 600, language)], language),
        )
        shown = await card(session, MOVED)
        assert shown.continued_from is not None
