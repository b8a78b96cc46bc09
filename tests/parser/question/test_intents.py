"""What a message asks for besides an amount: the words that ask, and what they leave to name a line."""

from __future__ import annotations

import pytest

from parser.question.intents import Intent, ListedLevel
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.remarks import Remark
from parser.question.superlatives import cut_count


def names(question: Question) -> list[str]:
    return [token.folded for token in question.tokens if not token.filler]


@pytest.mark.parametrize(
    ("text", "intent", "named"),
    [
        ("на что больше всего тратят", Intent.LARGEST, []),
        ("ең көп ақша неге бөлінді", Intent.LARGEST, []),
        ("самые большие расходы", Intent.LARGEST, ["расходы"]),
        ("ең ірі шығындар", Intent.LARGEST, ["шығындар"]),
        ("самая дорогая программа", Intent.LARGEST, []),
        ("самый большой налог", Intent.LARGEST, ["налог"]),
        ("самый дорогой проект", Intent.LARGEST, ["проект"]),
        ("список программ культуры", Intent.LIST, ["культуры"]),
        ("какие программы в культуре", Intent.LIST, ["культуре"]),
        ("из чего состоит образование", Intent.LIST, ["образование"]),
        ("мәдениеттің тізімі", Intent.LIST, ["мәдениеттің"]),
        ("что изменилось", Intent.CHANGE, []),
        ("не өзгерді", Intent.CHANGE, []),
        ("что больше всего увеличили", Intent.CHANGE, []),
        ("сравни образование и спорт", Intent.COMPARE, ["образование", "спорт"]),
        ("білімнің үлесі", Intent.SHARE, ["білімнің"]),
        # official names in which a word only looks like asking
        ("увеличение уставного капитала", Intent.CHANGE, ["уставного", "капитала"]),
        ("налог на добавленную стоимость", Intent.AMOUNT, ["налог", "добавленную", "стоимость"]),
        ("қосылған құн салығы", Intent.AMOUNT, ["қосылған", "құн", "салығы"]),
        ("дороги", Intent.AMOUNT, ["дороги"]),
        ("көп балалы отбасы", Intent.AMOUNT, ["балалы", "отбасы"]),
    ],
)
def test_the_intent_and_what_is_named(text: str, intent: Intent, named: list[str]) -> None:
    question = read_question(text)
    assert question.intent is intent
    assert names(question) == named
    assert question.names_nothing is (not named)


@pytest.mark.parametrize(
    ("text", "level", "smallest"),
    [
        ("самые крупные программы", ListedLevel.PROGRAM, False),
        ("қай бөлім ең көп ақша алады", ListedLevel.ADMINISTRATOR, False),
        ("крупнейшие отрасли", ListedLevel.GROUP, False),
        ("меньше всего тратят", None, True),
        ("ең аз бөлінген бағдарлама", ListedLevel.PROGRAM, True),
        ("самые маленькие расходы", None, True),
        ("крупнейшие программы отдела образования", ListedLevel.PROGRAM, False),
        ("самые большие расходы отдела образования", None, False),  # the office is a line, no level
        ("білім бөлімінің ең ірі шығыны", None, False),
    ],
)
def test_what_a_list_is_asked_to_be_of(text: str, level: ListedLevel | None, *, smallest: bool) -> None:
    question = read_question(text)
    assert question.intent is Intent.LARGEST
    assert (question.frame.level, question.frame.smallest) == (level, smallest)


@pytest.mark.parametrize(
    ("text", "rest", "count", "top"),
    [
        ("топ 5 расходов", "расходов", 5, True),
        ("топ-10 программ", "программ", 10, True),
        ("топ расходов", "расходов", None, True),
        ("5 самых крупных", "самых крупных", 5, False),
        ("ең ірі 3 шығын", "ең ірі шығын", 3, False),
        ("топ 5 2014", "2014", 5, True),
        ("пять самых крупных", "самых крупных", 5, False),
        ("ең ірі үш шығын", "ең ірі шығын", 3, False),
        ("самые большие 5 расходов", "самые большие расходов", 5, False),
        ("первые десять расходов", "расходов", 10, True),
        ("ең ірі 5 миллион", "ең ірі 5 миллион", None, False),
        ("04 топ", "04 топ", None, False),  # a functional group
        ("топ 10 464", "топ 10 464", None, False),
        ("топ 04", "топ 04", None, False),
        ("464 009", "464 009", None, False),
    ],
)
def test_how_many_are_asked_for(text: str, rest: str, count: int | None, *, top: bool) -> None:
    cut, found, asked = cut_count(text)
    assert (" ".join(cut.split()), found, asked) == (rest, count, top)
    assert read_question(text).frame.count == count


@pytest.mark.parametrize(
    ("text", "years", "year"),
    [
        ("образование 2013 и 2014", (2013, 2014), 2013),
        ("білім беру 2013 және 2014 жыл", (2013, 2014), 2014),
        ("расходы 2013-2015 годы", (2013, 2014, 2015), None),
        ("школы 2014", (2014,), 2014),
        ("школы", (), None),
    ],
)
def test_all_years_are_read(text: str, years: tuple[int, ...], year: int | None) -> None:
    question = read_question(text)
    assert (question.years, question.year) == (years, year)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("депутат ретінде сұраймын, жолдар", ["жолдар"]),
        ("журналистпін, кітапхана", ["кітапхана"]),
        ("как депутат хочу знать про дороги", ["дороги"]),
        ("депутаты", ["депутаты"]),
        ("депутаттар", ["депутаттар"]),
        ("анамын балабақша", ["балабақша"]),  # I am a mother
        ("сабын балабақша", ["сабын", "балабақша"]),  # soap: too short to say who speaks
    ],
)
def test_who_asks_names_no_line(text: str, named: list[str]) -> None:
    assert names(read_question(text)) == named


@pytest.mark.parametrize(
    ("text", "month"), [("что изменилось 8 апреля", 4), ("8 сәуірде не өзгерді", 4), ("10 қазандық", None)]
)
def test_a_day_without_its_year_is_a_month(text: str, month: int | None) -> None:
    assert read_question(text).month == month


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("рахмет, көп көмектестің", Remark.THANKS),
        ("спасибо, всё понял", Remark.THANKS),
        ("спасибо за помощь", Remark.THANKS),
        ("кто ты такой вообще", Remark.ITSELF),
        ("привет, что ты умеешь?", Remark.ABOUT),
        ("хай, ок", Remark.GREETING),
        ("тупой бот", Remark.SWEARING),
        ("говори на русском", Remark.LANGUAGE),
        ("қазақша айтшы", Remark.LANGUAGE),
        ("казахский язык", None),
        ("?", Remark.WORDLESS),
        ("...", Remark.WORDLESS),
        ("🦀", Remark.WORDLESS),
        ("ааааа", Remark.WORDLESS),
        ("ООО ыыы", Remark.WORDLESS),
        ("ааа привет", Remark.GREETING),
        ("1111", None),  # may be a code or an amount
        ("👍🏽", Remark.AGREEMENT),
        ("", None),
        ("спасибо, а садик?", None),
        ("что за 439 489 тысяч тенге", None),
        ("2014", None),
        ("где деньги на дороги, блин", None),
    ],
)
def test_small_talk(text: str, talk: Remark | None) -> None:
    assert read_question(text).talk is talk


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("не самые большие расходы", ("не",)),
        ("ең үлкен емес шығындар", ("емес",)),
        ("приоритетные расходы", ("приоритетные",)),
        ("самые большие расходы", ()),
        ("ең көп ақша неге кетеді", ()),
    ],
)
def test_an_order_that_is_denied_or_not_by_amount_is_unread(text: str, unread: tuple[str, ...]) -> None:
    frame = read_question(text).frame
    assert (frame.intent, frame.unread) == (Intent.LARGEST, unread)
