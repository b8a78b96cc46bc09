"""Figures that are printed nowhere: a line less another one, all lines within bounds; said as computed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import ClassVar

import pytest
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.harness.person import Sent, TestUser, text_of
from tests.harness.world import open_world

WITHOUT = {
    Language.KK: ["мектеп салусыз білім беру", "білім беру мектеп салуды қоспағанда"],
    Language.RU: ["образование без строительства школ", "образование, не считая строительства школ"],
}
OUTSIDE = {Language.KK: "көшелерді жарықтандырусыз білім беру", Language.RU: "образование без освещения улиц"}
UNKNOWN = {Language.KK: "ғарышсыз білім беру", Language.RU: "образование без космоса"}


def shown(sent: Sent) -> str:
    return text_of(sent).replace("\u00a0", " ")


class TestRemainder:
    """A line less some of the lines inside it."""

    @pytest.mark.parametrize("number", [0, 1])
    async def test_it_is_computed_and_said_so(
        self, person: TestUser, texts: Texts, language: Language, number: int
    ) -> None:
        text = shown(await person.send(WITHOUT[language][number]))
        title, left, computed = text.splitlines()[:3]
        assert left.startswith("7 623 223 ")
        assert computed == texts.get("remainder-computed", sum="8 023 223 − 400 000")
        assert "строки «Строительство школ»" in title or "«Мектептер салу» жолын" in title
        assert texts.get("card-source") in text

    async def test_how_it_changed_is_computed(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        await person.send(WITHOUT[language][0])
        asked = {Language.KK: "қалай өзгерді", Language.RU: "динамика"}[language]
        text = shown(await person.send(asked))
        assert texts.get("remainder-over-editions") in text
        unit = texts.get("unit-thousand")
        then, now = (line for line in text.splitlines() if "№ 1" in line and line.count(unit))
        assert f"7 100 000 {unit}" in then
        assert f"7 623 223 {unit} (+523 223 {unit}, +7,4 %)" in now

    async def test_each_line_can_be_opened(self, person: TestUser, language: Language) -> None:
        await person.send(WITHOUT[language][0])
        names = {
            Language.KK: ["Білім беру", "Мектептер салу"],
            Language.RU: ["Образование", "Строительство школ"],
        }
        for label, name in zip(person.labels, names[language], strict=False):
            assert name in label
        opened = shown(await person.press(names[language][1]))
        assert opened.startswith(names[language][1])

    async def test_what_is_not_inside_is_said_and_not_computed(
        self, person: TestUser, language: Language
    ) -> None:
        text = shown(await person.send(OUTSIDE[language]))
        name = {Language.KK: "Білім беру", Language.RU: "Образование"}[language]
        assert re.search(rf"«{name}» құрамына кірмейді|не входит в строку «{name}»", text)
        assert "−" not in text
        assert "1. " + name in text

    async def test_what_is_not_there_is_said(self, person: TestUser, language: Language) -> None:
        text = shown(await person.send(UNKNOWN[language]))
        assert re.search("Шегеретін ештеңе жоқ: «Білім беру» ішінде|Вычитать нечего: внутри", text)
        assert "8 023 223" not in text  # of the whole: that is not what was asked

    async def test_it_is_one_inline_result_with_its_lines(self, person: TestUser, language: Language) -> None:
        answer = await person.ask_inline(WITHOUT[language][0])
        first, *lines = answer.results
        assert isinstance(first, InlineQueryResultArticle)
        assert isinstance(first.input_message_content, InputTextMessageContent)
        assert "−" in first.input_message_content.message_text
        assert first.reply_markup is not None
        [[opened]] = first.reply_markup.inline_keyboard
        assert opened.text == load_texts(language).get("button-open-bot")
        assert len(lines) == 2


class TestBounds:
    """All lines of one level whose amounts lie within bounds."""

    ASKED: ClassVar = {
        Language.KK: "1 млрд теңгеден асатын бағдарламалар",
        Language.RU: "программы дороже 1 млрд",
    }
    NONE: ClassVar = {
        Language.KK: "900 млрд теңгеден асатын бағдарламалар",
        Language.RU: "программы дороже 900 млрд",
    }

    async def test_they_are_counted_and_summed(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        text = shown(await person.send(self.ASKED[language]))
        assert texts.get("bounds-above", low=f"1 {texts.get('unit-billion')}") in text.splitlines()[0]
        total = amounts(text.splitlines()[1])[0]
        listed = [amounts(line)[0] for line in text.splitlines() if " · " in line]
        assert sum(listed) == total
        assert all(amount > 1_000_000 for amount in listed)
        assert listed == sorted(listed, reverse=True)

    @pytest.mark.parametrize(
        ("asked", "bound"),
        [
            (
                {
                    Language.KK: "жалпы шығыстың 10 пайызынан асатын бағдарламалар",
                    Language.RU: "программы больше 10 % бюджета",
                },
                "10 %",
            ),
            (
                {Language.KK: "орташадан жоғары бағдарламалар", Language.RU: "программы выше среднего"},
                "среднего|орташа сома",
            ),
        ],
    )
    async def test_a_share_and_the_average_are_told_with_what_they_are(
        self, person: TestUser, language: Language, asked: dict[Language, str], bound: str
    ) -> None:
        text = shown(await person.send(asked[language]))
        title = text.splitlines()[0]
        assert re.search(bound, title)
        end = int(re.sub(r"\D", "", title.split("(" if language is Language.RU else "яғни")[1]))
        listed = [amounts(line)[0] for line in text.splitlines() if " · " in line]
        assert listed
        assert all(amount * 1000 > end for amount in listed)

    async def test_subgroups_that_are_not_printed_are_said_to_be_so(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        asked = {Language.KK: "ең үлкен кіші топтар", Language.RU: "самые большие подгруппы"}
        assert texts.get("list-no-subgroups") in shown(await person.send(asked[language]))

    async def test_none_is_said_too(self, person: TestUser, language: Language) -> None:
        text = shown(await person.send(self.NONE[language]))
        assert re.search("Мұндай жол жоқ|Таких нет", text)

    async def test_their_pages_are_of_the_same_list(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        asked = {
            Language.KK: "0,1 млн теңгеден асатын бағдарламалар",
            Language.RU: "программы дороже 0,1 млн",
        }
        first = shown(await person.send(asked[language]))
        second = shown(await person.press(texts.get("button-next")))
        assert first.splitlines()[:2] == second.splitlines()[:2]
        assert "\n11. " in second
        assert "\n1. " not in second

    async def test_the_sum_is_the_first_inline_result(self, person: TestUser, language: Language) -> None:
        answer = await person.ask_inline(self.ASKED[language])
        first = answer.results[0]
        assert isinstance(first, InlineQueryResultArticle)
        assert re.search("программы|бағдарламалар", first.title)


BILLIONS = {Language.KK: "5,2 млрд теңге", Language.RU: "5,2 млрд тенге"}


class TestAcrossGroups:
    """A department that stands in several groups is one answer with its sum."""

    async def test_its_lines_are_summed(self, samples: Path, tmp_path: Path, language: Language) -> None:
        asked = {Language.KK: "құрылыс бөлімі", Language.RU: "отдел строительства"}
        async with open_world(Path(shutil.copy(samples, tmp_path / "qazyna.db")), limits={}) as world:
            person = world.person(language.value)
            text = shown(await person.send(asked[language]))
            total, listed = across(text)
            assert len(listed) == 5
            assert sum(listed) == total
            assert person.labels[:5] == [str(number) for number in range(1, 6)]
            opened = shown(await person.press("1"))
            assert f"{listed[0]:,}".replace(",", " ") in opened

    async def test_its_head_is_that_of_a_card_and_what_it_is_is_explained(
        self, samples: Path, tmp_path: Path, language: Language, texts: Texts
    ) -> None:
        asked = {Language.KK: "құрылыс бөлімі", Language.RU: "отдел строительства"}[language]
        meaning = {Language.KK: f"{asked} деген кім", Language.RU: f"что такое {asked}"}[language]
        async with open_world(Path(shutil.copy(samples, tmp_path / "qazyna.db")), limits={}) as world:
            person = world.person(language.value)
            _, amount, where, *_ = shown(await person.send(asked)).split("\n")
            said = shown(await person.send(meaning))
        assert amount.endswith(f"({texts.get('card-readable-rounded', amount=BILLIONS[language])})")
        budget, codes = texts.get("card-budget", place="Тараз", year="2013"), texts.get("card-codes")
        assert where.startswith(f"{budget} · {codes} 467 · ")
        assert "5" in where.removeprefix(f"{budget} · {codes} 467 · ")  # in so many groups
        assert texts.get("term-administrator-what") in said
        assert f"• 467 — {texts.get('term-administrator')}: " in said
        assert texts.get("term-group") not in said  # it stands in several

    async def test_its_sum_goes_through_the_decisions(
        self, samples: Path, tmp_path: Path, texts: Texts
    ) -> None:
        """As the documents print its lines: 4,887,198 thousand at first, 4,945,542 in April, 5,239,697 now."""
        asked = {
            Language.KK: "құрылыс бөлімі қалай өзгерді",
            Language.RU: "на сколько вырос отдел строительства",
        }
        async with open_world(Path(shutil.copy(samples, tmp_path / "qazyna.db")), limits={}) as world:
            person = world.person(texts.language.value)
            ledger = shown(await person.send(asked[texts.language]))
            assert amounts(ledger) == [4887198, 4945542, 4945320, 5079211, 5239697, 5239697, 352499]
            assert ledger.count(texts.get("ledger-unloaded")) == 2
            april = shown(await person.press("№ 12-3"))
            total, listed = across(april)
            assert (total, sum(listed), len(listed)) == (4945542, 4945542, 3)
            assert "+58 344" in april
            newest = shown(await person.press(texts.get("button-newest")))
            assert across(newest)[0] == 5239697
            assert "+352 499" in newest
            assert texts.get("button-newest") not in person.labels
            again = shown(await person.press(texts.get("button-ledger")))
            assert again == ledger
            assert across(shown(await person.press(texts.get("button-card"))))[0] == 5239697


def across(text: str) -> tuple[int, list[int]]:
    """The sum at the top of an office's page, and the amounts of its lines, in thousands."""
    numbered = re.split(r"\n(?=\d+\. )", text)
    return amounts(numbered[0])[0], [amounts(part)[0] for part in numbered[1:]]


def amounts(text: str) -> list[int]:
    """The amounts of a text that are in thousands of tenge."""
    found = re.findall(r"(\d{1,3}(?: \d{3})*) (?:мың|тыс)", text)
    return [int(amount.replace(" ", "")) for amount in found]


class TestSeveralTogether:
    """Several lines: which is more, how much they are together, each in several years."""

    MORE: ClassVar = {
        Language.RU: [
            "на сколько образование больше, чем освещение улиц",
            "что дороже: образование, освещение улиц",
        ],
        Language.KK: [
            "білім беру көшелерді жарықтандырудан қанша көп",
            "білім беру мен көшелерді жарықтандырудың қайсысы қымбат",
        ],
    }
    SUM: ClassVar = {
        Language.RU: "образование и освещение улиц вместе",
        Language.KK: "білім беру мен көшелерді жарықтандыруға барлығы қанша",
    }
    UNKNOWN: ClassVar = {
        Language.RU: "образование, освещение улиц или единороги",
        Language.KK: "білім беру ме, көшелерді жарықтандыру ма, әлде ғарыш па",
    }

    @pytest.mark.parametrize("number", [0, 1])
    async def test_the_difference_is_told_first(
        self, person: TestUser, language: Language, number: int
    ) -> None:
        title, *rest = shown(await person.send(self.MORE[language][number])).splitlines()
        assert self.MORE[language][number] in title
        told = next(line for line in rest if "бәлкім" not in line)  # which line a part only supposedly means
        assert {Language.RU: "Образование: больше на 7 323 223", Language.KK: "Білім беру: 7 323 223"}[
            language
        ] in told

    async def test_the_sum_is_computed_and_said_so(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        text = shown(await person.send(self.SUM[language]))
        assert text.splitlines()[1].startswith("8 723 223 ")
        assert texts.get("sum-computed", sum="8 023 223 + 700 000") in text

    async def test_a_part_within_another_counts_once(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        asked = {
            Language.RU: "образование и строительство школ вместе",
            Language.KK: "білім беру мен мектеп салу барлығы қанша",
        }
        text = shown(await person.send(asked[language]))
        assert text.splitlines()[1].startswith("8 023 223 ")
        names = {
            Language.RU: ("Строительство школ", "Образование"),
            Language.KK: ("Мектептер салу", "Білім беру"),
        }
        part, whole = names[language]
        assert texts.get("sum-inner", part=part, whole=whole) in text

    async def test_what_means_no_line_is_named_and_the_rest_compared(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        text = shown(await person.send(self.UNKNOWN[language]))
        words = {Language.RU: "единороги", Language.KK: "ғарыш"}[language]
        assert texts.get("comparison-unfound-too", words=words) in text
        assert "8 023 223" in text

    async def test_several_lines_stand_in_each_year(self, person: TestUser, language: Language) -> None:
        asked = {
            Language.RU: "образование и освещение улиц по годам",
            Language.KK: "білім беру мен көшелерді жарықтандыру жылдар бойынша",
        }
        text = shown(await person.send(asked[language]))
        first, second = text.index("\n\n1. "), text.index("\n\n2. ")
        for year in ("2013", "2014"):
            assert year in text[first:second]
            assert year in text[second:]
        assert len(person.labels) == 3  # each line, and the table
