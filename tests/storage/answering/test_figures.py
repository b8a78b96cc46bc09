"""Questions for several figures: what is inside a line, a line in several years, several lines."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from parser.question.intents import Intent, ListedLevel, Relation
from storage.answering.certainty import decide
from storage.answering.figures import Years
from storage.answering.inquiry import FoundCut, FoundLine, Sought, SoughtCut
from storage.answering.inside import Parts
from storage.answering.missing import Missing, MissingKind
from storage.answering.outcome import Candidates, Outcome
from storage.answering.remainder import Hindrance, NotWithout, Without
from storage.answering.sides import Beside
from storage.reading.outlines import Outlines
from tests.storage.answering.findings import (
    EDUCATION,
    LACKING,
    MAIN,
    OTHER,
    OUTLINES,
    PLAN,
    WEIGHTS,
    decided,
    found,
    framed,
    line,
    outlined,
    paths,
)
from tests.storage.builders import LEAVES, PROGRAM, edition


class TestParts:
    """What a line consists of: programs, unless the question says otherwise."""

    def ask(self, text: str, path: str, **frame: Any) -> Outcome:
        return decided(found(line(path), question=framed(text, **frame)))

    def test_the_lowest_lines_are_listed_largest_first(self) -> None:
        outcome = self.ask("крупнейшие расходы", "expenditure/04")
        assert isinstance(outcome, Parts)
        assert (outcome.asked, outcome.whole) == (MAIN, line("expenditure/04"))
        assert [(part.path, part.line.amount) for part in outcome.lines] == [
            (PROGRAM, 500_000),
            ("expenditure/04/464/003", 400_000),
            ("expenditure/04/464/006", 300_000),
            ("expenditure/04/467/037", 100_000),
        ]

    def test_all_spending_is_listed_by_groups(self) -> None:
        assert paths(self.ask("крупнейшие расходы", "expenditure")) == ["expenditure/04", "expenditure/01"]

    def test_revenue_is_listed_by_its_kinds(self) -> None:
        listed = paths(self.ask("из чего состоят доходы", "revenue", intent=Intent.LIST))
        assert listed == ["revenue/4/02/2", "revenue/1/01/2", "revenue/1/03/1"]

    def test_what_is_no_spending_is_not_listed_by_groups(self) -> None:
        """Group 16, the repayment of loans, has one program."""
        listed = paths(self.ask("из чего состоит финансирование", "financing", intent=Intent.LIST))
        assert listed == ["financing_receipts/7/01/2", "financing_payments/16/452/008"]

    @pytest.mark.parametrize(
        ("level", "listed"),
        [
            (ListedLevel.GROUP, ["expenditure/04", "expenditure/01"]),
            (
                ListedLevel.ADMINISTRATOR,
                ["expenditure/04/464", "expenditure/01/122", "expenditure/01/112", "expenditure/04/467"],
            ),
            (
                ListedLevel.PROGRAM,
                [
                    "expenditure/01/122/001",
                    PROGRAM,
                    "expenditure/04/464/003",
                    "expenditure/04/464/006",
                    "expenditure/01/112/001",
                    "expenditure/04/467/037",
                ],
            ),
        ],
    )
    def test_a_level_that_is_asked_for_is_listed(self, level: ListedLevel, listed: list[str]) -> None:
        assert paths(self.ask("крупнейшие расходы", "expenditure", level=level)) == listed

    def test_the_smallest_come_first_and_nothing_is_no_amount(self) -> None:
        leaves = {**LEAVES, PROGRAM: 0, "expenditure/04/464#2/003": 100}
        outlines = Outlines({1: outlined(edition(leaves=leaves))})
        question = framed("крупнейшие расходы", smallest=True)
        outcome = decide(found(line("expenditure/04"), question=question), outlines, WEIGHTS)
        assert paths(outcome) == [
            "expenditure/04/467/037",
            "expenditure/04/464/003",
            "expenditure/04/464/006",
        ]

    def test_as_many_are_listed_as_are_asked_for(self) -> None:
        assert paths(self.ask("крупнейшие расходы", "expenditure/04", count=2)) == [
            PROGRAM, "expenditure/04/464/003",
        ]  # fmt: skip

    @pytest.mark.parametrize("through", [False, True])
    def test_what_has_nothing_inside_is_a_line_and_asserted_where_it_is_named(self, *, through: bool) -> None:
        named = line(through=through)
        outcome = decided(found(named, question=framed("крупнейшие расходы")))
        assert outcome == Candidates(MAIN, [named], sure=through)

    def test_of_another_intent_nothing_is_listed(self) -> None:
        outcome = self.ask("крупнейшие расходы", "expenditure/04", intent=Intent.SHARE)
        assert outcome == Candidates(MAIN, [line("expenditure/04")], sure=True)

    def test_a_line_must_be_sure_unless_none_is_named(self) -> None:
        """`топ 3` names nothing and lists the budget's own totals; of `топ 3 школ` others are told beside it."""
        rival = line("revenue", 0.95)
        named = framed("крупнейшие школы", intent=Intent.LARGEST)
        unnamed = framed("топ 3", intent=Intent.LARGEST, count=1)
        likeliest = decided(found(line("expenditure"), rival, question=named))
        assert isinstance(likeliest, Parts)
        assert (likeliest.whole.path, likeliest.others) == ("expenditure", (rival,))
        listed = framed("состав школ", intent=Intent.LIST)
        assert isinstance(decided(found(line("expenditure"), rival, question=listed)), Candidates)
        assert paths(decided(found(line("expenditure"), rival, question=unnamed))) == ["expenditure/04"]
        for question in (unnamed, named):  # another year is told, which is said; another decision is not
            lacking = found(line("expenditure"), question=question, asked=LACKING)
            assert paths(decided(lacking))[0] == "expenditure/04"
            unread = replace(MAIN, missing=Missing(MissingKind.DECISION, "99-9"))
            lacking = found(line("expenditure"), question=question, asked=unread)
            assert isinstance(decided(lacking), Candidates)
        assert isinstance(decided(found(question=unnamed)), Candidates)


class TestYears:
    BOTH_YEARS = replace(EDUCATION, years=(2014, 2013))

    def test_a_line_is_shown_in_every_year_that_is_named(self) -> None:
        outcome = decided(found(line(score=0.75), question=self.BOTH_YEARS))
        assert isinstance(outcome, Years)
        assert outcome.asked == MAIN
        assert [(year.asked, year.path, year.line.amount, year.score) for year in outcome.lines] == [
            (MAIN, PROGRAM, 500_000, 0.75),
            (PLAN, PROGRAM, 600_000, 0.75),
        ]

    def test_years_that_lack_it_are_named(self) -> None:
        three = replace(EDUCATION, years=(2013, 2014, 2019))
        asked = replace(LACKING, used_words=frozenset({"2019"}))
        outcome = decided(found(line(OTHER), question=three, asked=asked))  # not in the plan
        assert isinstance(outcome, Years)
        assert [year.asked.edition.year for year in outcome.lines] == [2013]
        assert outcome.lacking == (Missing(MissingKind.YEAR, "2019"), Missing(MissingKind.LINE, "2014"))
        assert outcome.asked.missing is None

    def test_one_year_only_chooses_the_edition(self) -> None:
        assert isinstance(decided(found(line(), question=replace(EDUCATION, years=(2013,)))), Candidates)

    def test_of_lines_that_are_not_sure_the_best_is_shown_and_the_others_offered(self) -> None:
        rivals = line(), line("expenditure/05/471/001")
        outcome = decided(found(*rivals, question=self.BOTH_YEARS))
        assert isinstance(outcome, Years)
        assert [year.path for year in outcome.lines] == [PROGRAM, PROGRAM]
        assert (outcome.sure, list(outcome.others)) == (False, [rivals[1]])

    def test_a_place_that_is_not_loaded_stays_said(self) -> None:
        elsewhere = replace(MAIN, missing=Missing(MissingKind.PLACE, "Орал"))
        outcome = decided(found(line(), question=self.BOTH_YEARS, asked=elsewhere))
        assert isinstance(outcome, Years)
        assert (outcome.sure, outcome.asked.missing) == (False, Missing(MissingKind.PLACE, "Орал"))

    def test_all_years_are_those_that_there_are(self) -> None:
        outcome = decided(found(line(), question=framed("білім беру", every_year=True)))
        assert isinstance(outcome, Years)
        assert [year.asked for year in outcome.lines] == [MAIN, PLAN]


COMPARED = replace(EDUCATION, relation=Relation.COMPARED)


class TestBeside:
    """`образование и спорт`: whole it says little of one line, its parts say two."""

    WHOLE = line(covered=0.5)
    SCHOOLS, SPORT = line(PROGRAM), line("expenditure/08/465/006")

    def test_each_part_has_its_best_line(self) -> None:
        rival = line("expenditure/05", 0.6)
        outcome = decided(found(self.WHOLE, parts=([self.SCHOOLS, rival], [self.SPORT])))
        named = Beside(MAIN, [self.SCHOOLS, self.SPORT], Relation.NAMED, sure=True)
        assert outcome == named
        assert decided(found(parts=([self.SCHOOLS], [self.SPORT]))) == named

    @pytest.mark.parametrize("second", [[line("expenditure/08", covered=0.74)], [SCHOOLS]])
    def test_each_part_must_mean_a_line_and_another_one(self, second: list[FoundLine]) -> None:
        assert isinstance(decided(found(self.WHOLE, parts=([self.SCHOOLS], second))), Candidates)

    @pytest.mark.parametrize("second", [[], [line("expenditure/08", 0.49)]])
    def test_of_two_things_the_one_without_a_line_is_named(self, second: list[FoundLine]) -> None:
        outcome = decided(found(self.WHOLE, parts=([self.SCHOOLS], second)))
        assert isinstance(outcome, Beside)
        assert (paths(outcome), outcome.unfound) == ([PROGRAM], (EDUCATION.named,))
        asserted = decided(found(line(), parts=([self.SCHOOLS], second)))
        assert isinstance(asserted, Candidates)

    def test_what_two_of_three_parts_mean_is_shown_once(self) -> None:
        outcome = decided(found(self.WHOLE, parts=([self.SCHOOLS], [self.SCHOOLS], [self.SPORT])))
        assert paths(outcome) == [PROGRAM, "expenditure/08/465/006"]

    def test_a_part_without_a_line_is_named(self) -> None:
        outcome = decided(found(self.WHOLE, parts=([self.SCHOOLS], [], [self.SPORT])))
        assert isinstance(outcome, Beside)
        assert outcome.unfound == (EDUCATION.named,)
        assert not outcome.sure

    def test_a_part_that_may_mean_several_takes_its_surest_and_offers_the_others(self) -> None:
        rival = line("expenditure/05")
        outcome = decided(found(self.WHOLE, parts=([self.SCHOOLS, rival], [self.SPORT])))
        assert isinstance(outcome, Beside)
        assert (paths(outcome)[0], [other.path for other in outcome.others]) == (PROGRAM, ["expenditure/05"])

    def test_parts_that_may_come_in_or_go_out_are_taken_of_one_kind(self) -> None:
        both = [line("expenditure/15"), line("revenue/4/02/2", 0.99), line("revenue/4", 0.98)]
        outcome = decided(found(self.WHOLE, parts=([line("revenue/1")], both)))
        assert paths(outcome) == ["revenue/1", "revenue/4"]

    def test_an_unsure_part_is_not_what_holds_the_other(self) -> None:
        culture = [line("expenditure/08"), line("expenditure/07"), line("expenditure/08/455")]
        outcome = decided(found(self.WHOLE, parts=(culture, [line("expenditure/08/465")])))
        assert paths(outcome) == ["expenditure/08/455", "expenditure/08/465"]

    def test_an_office_is_meant_before_its_own_program(self) -> None:
        both = [
            line("expenditure/10/473/001"),
            line("expenditure/10/473", 0.98),
            line("expenditure/07", 0.97),
        ]
        outcome = decided(found(self.WHOLE, parts=(both, [self.SPORT])))
        assert paths(outcome)[0] == "expenditure/10/473"

    def test_what_only_shares_a_group_with_a_part_is_offered_and_the_part_named(self) -> None:
        far = line("expenditure/01", 0.65, 0.0, weak=True)
        outcome = decided(found(self.WHOLE, question=COMPARED, parts=([far], [self.SPORT])))
        assert isinstance(outcome, Beside)
        assert (paths(outcome), outcome.unfound) == (["expenditure/08/465/006"], (EDUCATION.named,))
        assert [other.path for other in outcome.others] == ["expenditure/01"]

    def test_a_name_that_says_it_all_is_one_line_whatever_conjunctions_stand_in_it(self) -> None:
        parts = [self.SCHOOLS], [self.SPORT]
        assert isinstance(decided(found(line(covered=0.875), parts=parts)), Candidates)
        assert isinstance(decided(found(line(covered=0.86), parts=parts)), Beside)

    def test_a_name_pieced_together_or_beside_a_code_says_not_all(self) -> None:
        parts = [self.SCHOOLS], [self.SPORT]
        assert isinstance(decided(found(line(pieced=True), parts=parts)), Beside)
        coded = replace(EDUCATION, codes=(("464", "009"),))
        assert isinstance(decided(found(line(), question=coded, parts=parts)), Beside)


class TestRemainder:
    """A line less the lines that one word means."""

    def taken(self, *parts: FoundLine, most: int = 8) -> Outcome:
        weights = replace(WEIGHTS, answer=replace(WEIGHTS.answer, most_taken=most, of_one_kind=0.25))
        asked = Sought(EDUCATION, ())
        cut = FoundCut(MAIN, SoughtCut(asked, (asked,), printed=False), [line("expenditure/04")], (parts,))
        return decide(replace(found(question=EDUCATION), cuts=(cut,)), OUTLINES, weights)

    def test_all_lines_of_one_kind_are_taken_out(self) -> None:
        near = line("expenditure/04/464/006", 0.875, through=True)
        far = line("expenditure/04/467/037", 0.5)
        outcome = self.taken(line(OTHER, through=True), near, far)
        assert isinstance(outcome, Without)
        assert paths(outcome) == ["expenditure/04", OTHER, near.path]
        assert [other.path for other in outcome.others] == [far.path]

    def test_of_lines_that_stand_above_one_another_the_widest_is(self) -> None:
        outcome = self.taken(line(OTHER, through=True), line("expenditure/04/464", 0.99, through=True))
        assert paths(outcome) == ["expenditure/04", "expenditure/04/464"]

    def test_a_line_that_is_sure_is_taken_out_alone(self) -> None:
        outcome = self.taken(line(OTHER, through=True), line("expenditure/04/464", 0.875, through=True))
        assert paths(outcome) == ["expenditure/04", OTHER]

    def test_a_word_of_other_talk_may_be_taken_out_where_a_phrase_leads_there(self) -> None:
        assert isinstance(self.taken(line(OTHER, weak=True, through=True)), Without)
        two = line(OTHER, weak=True), line("expenditure/04/464/006", weak=True)
        assert isinstance(self.taken(*two), NotWithout)
        assert isinstance(self.taken(two[0]), Without)  # the only line that it may be

    def test_too_many_lines_are_not_taken_out(self) -> None:
        two = line(OTHER, through=True), line("expenditure/04/464/006", through=True)
        outcome = self.taken(*two, most=1)
        assert isinstance(outcome, NotWithout)
        assert (outcome.hindrance, list(outcome.lines)) == (Hindrance.PART, list(two))
