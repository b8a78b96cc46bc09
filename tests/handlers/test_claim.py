"""A claim is set beside the budget: in the same message, by a reply, a forward; it is compared and not judged."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import Sent, TestUser, text_of

CHECK = {Language.KK: "тексер", Language.RU: "проверь"}
LIGHTING = {Language.KK: "Көшелерді жарықтандыру", Language.RU: "Освещение улиц"}
# (said, how the sum is told: of the newest decision 700 000 thousand, of April's 719 855)
CLAIMS = {
    Language.KK: "көшелерді жарықтандыруға {} бөлінді",
    Language.RU: "на освещение улиц дали {}",
}


def shown(sent: Sent) -> str:
    return text_of(sent).replace("\u00a0", " ")


def claim(language: Language, amount: str) -> str:
    return CLAIMS[language].format(amount)


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
        assert person.labels == []

    async def test_a_place_that_is_not_loaded(
        self, person: TestUser, texts: Texts, language: Language
    ) -> None:
        said = {
            Language.KK: "тексер: Алматыда көшелерді жарықтандыруға 2 млрд бөлінді",
            Language.RU: "проверь: в Алматы на освещение улиц дали 2 млрд",
        }
        text = shown(await person.send(said[language]))
        assert text.startswith(texts.get("claim-missing-place", said="2 млрд", value="Алматы"))

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
