"""A claim is set beside the budget: in the same message, of a place, an office or a decision; it is not judged."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.people import save_home
from tests.handlers.claiming import CHECK, LIGHTING, claim, shown, up_to
from tests.harness.person import TestUser
from tests.harness.world import World, open_world


class TestInOneMessage:
    """`проверь: на освещение улиц дали 700 млн`."""

    @pytest.mark.parametrize(
        ("amount", "key", "at"),
        [
            ("700 млн", "exact", ("15-3", "12.07.2013", "700 000")),
            ("0,72 млрд", "rounded", ("12-3", "08.04.2013", "719 855")),
            ("719 млн", "cut_off", ("12-3", "08.04.2013", "719 855")),
        ],
    )
    async def test_the_sum_is_told_as_it_was_said(
        self, person: TestUser, texts: Texts, amount: str, key: str, at: tuple[str, str, str]
    ) -> None:
        number, date, sum_ = at
        text = shown(await person.send(f"{CHECK[texts.language]}: {claim(texts.language, amount)}"))
        assert text.startswith(LIGHTING[texts.language])
        decision = texts.get("ledger-decision", number=number, date=date)
        unit = texts.get("unit-thousand")
        assert texts.get(f"claim-{key}-amount", at=decision, actual=f"{sum_} {unit}") in text
        assert texts.get("claim-scope") in text

    @pytest.mark.parametrize(
        ("number", "key", "bound"),
        [
            (0, "claim-over-kept", "1/2"),
            (1, "claim-words-share", "28"),
            (2, "claim-over-kept", "1/2"),
            (3, "claim-over-missed", "1/2"),
            (4, "claim-under-missed", "2/3"),
        ],
    )
    async def test_a_share_in_words_is_beside_that_of_the_whole(
        self, person: TestUser, texts: Texts, number: int, key: str, bound: str
    ) -> None:
        claims = {
            Language.KK: (
                "білім беруге бюджеттің жартысынан көбі кетеді",
                "әрбір үшінші теңге білім беруге кетеді",
                "бюджеттің басым бөлігі білім беруге кетеді",
                "білім беруге бюджеттің жартысынан аз кетеді",
                "білім беруге бюджеттің үштен екісінен астамы кетеді",
            ),
            Language.RU: (
                "на образование идёт больше половины бюджета",
                "каждый третий тенге идёт на образование",
                "большая часть бюджета уходит на образование",
                "на образование идёт не больше половины бюджета",
                "на образование идёт не меньше двух третей бюджета",
            ),
        }
        text = shown(await person.send(f"{CHECK[texts.language]}: {claims[texts.language][number]}"))
        difference = texts.get("claim-more", amount=texts.get("claim-points-whole", count=28, number=bound))
        whole = texts.get("section-expenditure")
        told = texts.get(key, at=whole, actual="61,3 %", difference=difference, bound=bound)
        assert told in text

    async def test_that_there_is_no_figure_is_said(self, person: TestUser, texts: Texts) -> None:
        said = {
            Language.KK: "көшелерді жарықтандыруға ақша бөлінді",
            Language.RU: "на освещение улиц дали денег",
        }
        text = shown(await person.send(f"{CHECK[texts.language]}: {said[texts.language]}"))
        assert text.startswith(texts.get("claim-no-figure"))
        assert LIGHTING[texts.language] in text

    async def test_a_share_of_the_budget_is_of_no_group(self, person: TestUser, texts: Texts) -> None:
        said = {
            Language.KK: "жалпы орта білімге бюджеттің 81 %-ы кетеді",
            Language.RU: "на общеобразовательное обучение идёт 81 % бюджета",
        }[texts.language]
        text = shown(await person.send(f"{CHECK[texts.language]}: {said}"))
        assert texts.get("section-expenditure") in text
        assert "81,3 %" not in text  # of the education

    async def test_a_code_with_an_ending_names_its_office(self, person: TestUser, texts: Texts) -> None:
        said = {Language.KK: "467-ге 400 млн бөлінді", Language.RU: "467-му выделили 400 млн"}[texts.language]
        text = shown(await person.send(f"{CHECK[texts.language]}: {said}"))
        assert "467" not in text.partition("\n")[0]
        assert "400 000" in text

    async def test_by_how_much_it_differs(self, person: TestUser, texts: Texts) -> None:
        text = shown(await person.send(f"{CHECK[texts.language]}: {claim(texts.language, '2 млрд')}"))
        unit = texts.get("unit-thousand")
        assert texts.get("claim-less", amount=f"1 280 145 {unit}") in text
        for entry in ("242 000 (−1 758 000)", "719 855 (−1 280 145)", "700 000 (−1 300 000)"):
            assert entry in text

    async def test_its_line_and_history_open(self, person: TestUser, texts: Texts) -> None:
        await person.send(f"{CHECK[texts.language]}: {claim(texts.language, '2 млрд')}")
        assert person.labels == [LIGHTING[texts.language], texts.get("button-ledger")]
        assert shown(await person.press(texts.get("button-ledger"))).startswith(
            f"📜 {texts.get('ledger-title')}"
        )

    async def test_the_next_message_goes_on_from_its_line(self, person: TestUser, language: Language) -> None:
        await person.send(f"{CHECK[language]}: {claim(language, '2 млрд')}")
        text = shown(await person.send({Language.KK: "ал 2014-те?", Language.RU: "а в 2014?"}[language]))
        assert text.startswith(LIGHTING[language])
        assert "2014" in text

    async def test_several_figures_and_what_was_not_compared(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        both = {
            Language.KK: "тексер: көшелерді жарықтандыруға 700 млн, ал көгалдандыруға 2 млрд бөлінді. 5 саябақ ашылды",
            Language.RU: "проверь: на освещение улиц дали 700 млн, а на озеленение 2 млрд. Открыли 5 парков",
        }
        text = shown(await person.send(both[language]))
        green = {Language.KK: "Көгалдандыру", Language.RU: "Озеленение"}[language]
        assert text.index(LIGHTING[language]) < text.index(green)
        assert (
            texts.get("claim-unread", numbers={Language.KK: "5 саябақ", Language.RU: "5 парков"}[language])
            in text
        )
        assert person.labels == [LIGHTING[language], green]

    async def test_no_line_fits(self, person: TestUser, texts: Texts, language: Language) -> None:
        said = {
            Language.KK: "тексер: ғарышқа 2 млрд бөлінді",
            Language.RU: "проверь: на единорогов дали 2 млрд",
        }
        words = {Language.KK: "ғарышқа", Language.RU: "единорогов"}[language]
        text = shown(await person.send(said[language]))
        assert text.startswith(texts.get("claim-unfound", said="2 млрд", words=words))
        assert person.labels == [texts.get("button-feedback")]

    @pytest.mark.parametrize(
        ("amount", "key"),
        [
            ("-5 млрд", "negative"),
            ("−700 млн", "negative"),
            ("5 млн доллар", "foreign"),
            ("700 млн $", "foreign"),
        ],
    )
    async def test_what_is_no_amount_in_tenge_is_not_compared(
        self, person: TestUser, texts: Texts, amount: str, key: str
    ) -> None:
        text = shown(await person.send(f"{CHECK[texts.language]}: {claim(texts.language, amount)}"))
        assert text.startswith(texts.get(f"claim-{key}", said=amount))
        assert LIGHTING[texts.language] not in text

    async def test_a_place_that_is_not_loaded(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        said = {
            Language.KK: "тексер: Алматыда көшелерді жарықтандыруға 2 млрд бөлінді",
            Language.RU: "проверь: в Алматы на освещение улиц дали 2 млрд",
        }
        text = shown(await person.send(said[language]))
        assert text.startswith(texts.get("claim-missing-place", said="2 млрд", value="Алматы"))

    async def test_several_lines_together_are_summed_and_that_is_said(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        said = {
            Language.KK: "тексер: көшелерді жарықтандыру мен көгалдандыруға 790 млн бөлінді",
            Language.RU: "проверь: освещение улиц и озеленение получили 790 млн",
        }
        text = shown(await person.send(said[language]))
        names = up_to("names", texts, "claim-together")
        assert text.startswith(names)
        assert "790 000 (=)" in text
        assert "332 000" in text  # as the budget was adopted
        assert len([label for label in person.labels if label]) == 2

    async def test_how_they_changed_together(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        said = {
            Language.KK: "тексер: көшелерді жарықтандыру мен көгалдандыруға 458 млн қосылды",
            Language.RU: "проверь: на освещение улиц и озеленение добавили 458 млн",
        }
        text = shown(await person.send(said[language]))
        names = up_to("names", texts, "claim-together")
        assert text.startswith(names)
        assert "+458 000 (=)" in text

    async def test_twice_as_much_is_told_in_points(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        said = {
            Language.KK: "тексер: білім беру 2 есе өсті",
            Language.RU: "проверь: образование выросло в 2 раза",
        }
        text = shown(await person.send(said[language]))
        assert texts.get("claim-less", amount=texts.get("claim-points-whole", count=93, number="93")) in text

    async def test_each_of_several_lines_is_compared_by_itself(
        self, person: TestUser, language: Language
    ) -> None:
        said = {
            Language.KK: "тексер: көшелерді жарықтандыру мен көгалдандырудың әрқайсысына 90 млн бөлінді",
            Language.RU: "проверь: освещение улиц и озеленение получили по 90 млн",
        }
        text = shown(await person.send(said[language]))
        assert text.count("90 млн") == 2
        assert "90 000" in text
        assert "700 000" in text
        assert "790 000" not in text

    async def test_a_name_with_and_in_it_and_who_says_so_are_no_sum(self, world: World) -> None:
        person, texts = world.person("ru"), load_texts(Language.RU)
        for said in (
            "проверь: акимат и депутаты говорят, что на освещение улиц дали 700 млн",
            "проверь: освещение улиц и все обещания, на освещение улиц дали 700 млн",
        ):
            text = shown(await person.send(said))
            assert texts.get("claim-together", names="").rstrip() not in text
            assert "700 000 (=)" in text

    async def test_the_year_that_was_chosen_at_home_counts(self, world: World) -> None:
        person = world.person("ru")
        await person.send("/home Тараз")
        async with world.services.sessions() as session:
            await save_home(session, person.user.id, "Тараз", 2014)
        for said in (
            "проверь: на дошкольное воспитание 1,2 млрд",
            "проверь: в Таразе на дошкольное воспитание 1,2 млрд",
        ):
            assert "1 200 000" in shown(await person.send(said))

    async def test_a_bound_is_no_amount_that_stands_somewhere(self, person: TestUser, texts: Texts) -> None:
        amount, said = {
            Language.KK: ("700 миллионнан аз", "700 миллионнан аз"),
            Language.RU: ("не больше 700 млн", "не больше 700 млн"),
        }[texts.language]
        text = shown(await person.send(f"{CHECK[texts.language]}: {claim(texts.language, amount)}"))
        assert texts.get("claim-said", said=said) in text
        assert "(=)" not in text
        assert texts.get("claim-named-amount", at="\0", actual="\0", difference="").split("\0")[0] in text

    async def test_a_budget_that_grew_is_its_revenue_or_its_spending(
        self, person: TestUser, texts: Texts
    ) -> None:
        said = {Language.KK: "тексер: бюджет 5 %-ға өсті", Language.RU: "проверь: бюджет вырос на 5 %"}
        text = shown(await person.send(said[texts.language]))
        assert texts.get("claim-unsure", count=2) in text
        assert person.labels[:2] == [texts.get("section-revenue"), texts.get("section-expenditure")]

    async def test_a_growth_and_a_share(self, person: TestUser, language: Language) -> None:
        grown = {
            Language.KK: "тексер: көшелерді жарықтандыру екі есе өсті",
            Language.RU: "проверь: освещение улиц выросло в 3 раза",
        }
        text = shown(await person.send(grown[language]))
        assert "№ 10-3 → № 12-3" in text
        share = {
            Language.KK: "тексер: білім беруге шығынның 60 пайызы кетеді",
            Language.RU: "проверь: на образование идёт 60 % расходов",
        }
        text = shown(await person.send(share[language]))
        assert "61,3 %" in text


@pytest.fixture
async def five_places(five_budgets: Path, tmp_path: Path) -> AsyncIterator[World]:
    """The bot over five budgets, that of Тараз among them."""
    async with open_world(Path(shutil.copy(five_budgets, tmp_path / "qazyna.db")), limits={}) as world:
        yield world


class TestOfWhatIsNamed:
    """A place, an administrator or a decision that a claim names is the one it is compared with."""

    async def test_a_place_decision_and_administrator(self, five_places: World, texts: Texts) -> None:
        language = texts.language
        person = five_places.person(language.value)
        await person.send("/home Тараз")
        elsewhere = {
            Language.KK: "тексер: Әйтеке би ауданында мектептерге 5 млрд бөлінді",
            Language.RU: "проверь: в Айтекебийском районе на школы дали 5 млрд",
        }
        words = {Language.KK: "Әйтеке би ауданында мектептерге", Language.RU: "Айтекебийском районе на школы"}
        text = shown(await person.send(elsewhere[language]))
        assert text.startswith(texts.get("claim-unfound", said="5 млрд", words=words[language]))
        office = {
            Language.KK: "тексер: құрылыс бөліміне 5,2 млрд бөлінді",
            Language.RU: "проверь: 467 получил 5,2 млрд",
        }
        text = shown(await person.send(office[language]))
        assert texts.get("across-count", count=5) in text
        at = texts.get("ledger-decision", number="21-3", date="11.12.2013")
        thousand = texts.get("unit-thousand")
        assert texts.get("claim-rounded-amount", at=at, actual=f"5 239 697 {thousand}") in text
        assert up_to("numbers", texts, "claim-unread") not in text
        text = shown(await person.press(texts.get("button-ledger")))
        assert texts.get("across-ledger") in text
        named = {
            Language.KK: "тексер: 12-3 шешімімен мектептерге {} бөлінді",
            Language.RU: "проверь: решением 12-3 школам дали {}",
        }
        at = texts.get("ledger-decision", number="12-3", date="08.04.2013")
        actual = f"8 294 766 {thousand}"
        text = shown(await person.send(named[language].format("8,3 млрд")))
        assert texts.get("claim-rounded-amount", at=at, actual=actual) in text
        text = shown(await person.send(named[language].format("8,4 млрд")))  # which № 21-3 has
        less = texts.get("claim-less", amount=f"105 234 {thousand}")
        assert texts.get("claim-named-amount", at=at, actual=actual, difference=less) in text

    async def test_a_group_of_an_administrator_that_has_the_sum_is_told_too(
        self, five_places: World, texts: Texts
    ) -> None:
        said = {
            Language.KK: "тексер: құрылыс бөліміне 179 697 мың теңге бөлінді",
            Language.RU: "проверь: отдел строительства получил 179 697 тыс. тенге",
        }
        person = five_places.person(texts.language.value)
        await person.send("/home Тараз")
        text = shown(await person.send(said[texts.language]))
        thousand = texts.get("unit-thousand")
        at = texts.get("ledger-decision", number="21-3", date="11.12.2013")
        exact = texts.get("claim-exact-amount", at=at, actual=f"179 697 {thousand}")
        assert text.index(texts.get("across-count", count=5)) < text.index(exact)
