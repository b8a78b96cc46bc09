"""What an appendix's caption says: its number and its decision, in every order of words, and whose budget it is."""

from __future__ import annotations

import datetime as dt

import pytest

from parser.document import Row
from parser.errors import ParseError
from parser.parse import parse_document
from parser.records import DecisionKind, Language, ParsedDecision, PlaceUnit, SourcePlace
from tests.parser.texts import budget_rows, document

KK, RU = Language.KK, Language.RU
TEXT = {
    KK: """Алматы облысының 2023-2025 жылдарға арналған облыстық бюджеті туралы
        Алматы облыстық мәслихаты ШЕШІМ ҚАБЫЛДАДЫ:
        1. Облыстық бюджет 2023 жылға келесі көлемдерде бекітілсін: 1) кірістер 100 мың теңге.""",
    RU: """Об областном бюджете Алматинской области на 2023-2025 годы
        Алматинский областной маслихат РЕШИЛ:
        1. Утвердить областной бюджет на 2023 год в следующих объемах: 1) доходы 100 тысяч тенге.""",
}
TITLE = {
    KK: "Алматы облысының 2023 жылға арналған облыстық бюджеті",
    RU: "Областной бюджет Алматинской области на 2023 год",
}
OWN = {
    KK: "Алматы облыстық мәслихатының 2022 жылғы 13 желтоқсандағы № 31-147 шешімі",
    RU: "Решение Алматинского областного маслихата от 13 декабря 2022 года № 31-147",
}
CAPTIONS = {
    KK: [
        "Алматы облыстық мәслихатының 2022 жылғы 13 желтоқсандағы «Алматы облысының 2023-2025 жылдарға арналған облыстық бюджеті туралы» № 31-147 шешімімен бекітілген 1-қосымша",
        """Алматы облыстық мәслихатының
        2022 жылғы 13 желтоқсандағы
        «Алматы облысының 2023-2025 жылдарға арналған облыстық бюджеті туралы»
        № 31-147 шешімімен бекітілген
        1-қосымша""",
        "Алматы облыстық мәслихатының 2022 жылғы 13 желтоқсандағы «Алматы облысының 2023-2025 жылдарға арналған облыстық бюджеті туралы» № 31-147 шешіміне 1-қосымша",
        "1-қосымша Алматы облыстық мәслихатының 2022 жылғы 13 желтоқсандағы № 31-147 шешіміне",
        "Алматы облыстық мәслихатының 2022 жылғы 13 желтоқсандағы № 31-147 шешімімен БЕКІТІЛГЕН 1-қосымша",
        "2022 жылғы 13 желтоқсандағы № 31-147 Алматы облыстық мәслихатының шешіміне № 1 қосымша",
    ],
    RU: [
        "Приложение 1 к решению Алматинского областного маслихата «Об областном бюджете Алматинской области на 2023-2025 годы» от 13 декабря 2022 года № 31-147",
        "Приложение 1 к решению Алматинского областного маслихата от 13 декабря 2022 года «Об областном бюджете Алматинской области на 2023-2025 годы» № 31-147",
        """Приложение 1
        к решению Алматинского областного маслихата
        от 13 декабря 2022 года
        «Об областном бюджете Алматинской области на 2023-2025 годы»
        № 31-147""",
        "Приложение 1, утвержденное решением Алматинского областного маслихата от 13 декабря 2022 года № 31-147",
        "Утверждено решением Алматинского областного маслихата от 13 декабря 2022 года № 31-147 Приложение 1",
        "К решению Алматинского областного маслихата от 13 декабря 2022 года № 31-147 приложение 1",
        "Приложение 1 к областному бюджету на 2023-2025 годы, утвержденному решением Алматинского областного маслихата от 13 декабря 2022 года № 31-147",
    ],
}  # fmt: skip


def read(language: Language, *blocks: str | list[Row]) -> ParsedDecision:
    return parse_document(document(language, TEXT[language], *blocks))


@pytest.mark.parametrize(
    ("language", "caption"), [(language, caption) for language in Language for caption in CAPTIONS[language]]
)
@pytest.mark.parametrize("with_own", [True, False], ids=["named above", "named in the caption alone"])
def test_a_caption_tells_the_decision_and_the_appendix(
    language: Language, caption: str, with_own: bool
) -> None:
    parsed = read(language, *([OWN[language]] * with_own), caption, TITLE[language], budget_rows(language))
    assert (parsed.decision.number, parsed.decision.date) == ("31-147", dt.date(2022, 12, 13))
    (edition,) = parsed.editions
    assert (edition.appendix, edition.place, edition.year) == ("1", "Алматы облысы", 2023)


REPLACED = {
    KK: (
        "Алматы облыстық мәслихатының 2023 жылғы 5 мамырдағы № 35-160 шешіміне {n}-қосымша",
        "Ескерту. {n}-қосымша жаңа редакцияда - Алматы облыстық мәслихатының 05.05.2023 № 35-160 шешімімен.",
        "Алматы облыстық мәслихатының 2022 жылғы 13 желтоқсандағы № 31-147 шешіміне {n}-қосымша",
    ),
    RU: (
        "Приложение {n} к решению Алматинского областного маслихата от 5 мая 2023 года № 35-160",
        "Сноска. Приложение {n} в редакции решения Алматинского областного маслихата от 05.05.2023 № 35-160.",
        "Приложение {n} к решению Алматинского областного маслихата от 13 декабря 2022 года № 31-147",
    ),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("with_footnote", [True, False])
def test_a_redaction_is_not_called_by_its_last_amendment(language: Language, with_footnote: bool) -> None:
    amended, footnote, own = REPLACED[language]
    second = TITLE[language].replace("2023", "2024")
    parsed = read(
        language, amended.format(n=1), TITLE[language], *([footnote.format(n=1)] * with_footnote),
        budget_rows(language), own.format(n=2), second, budget_rows(language),
    )  # fmt: skip
    assert (parsed.decision.number, parsed.decision.date) == ("31-147", dt.date(2022, 12, 13))
    if with_footnote:
        assert parsed.decision.kind is DecisionKind.REDACTION
        assert [edition.set_by.number for edition in parsed.editions] == ["35-160", "31-147"]


@pytest.mark.parametrize("language", Language)
def test_a_redaction_that_names_its_last_amendment_alone_has_no_number(language: Language) -> None:
    amended, footnote, _ = REPLACED[language]
    with pytest.raises(ParseError) as caught:
        read(language, amended.format(n=1), TITLE[language], footnote.format(n=1), budget_rows(language))
    assert caught.value.kind == "no-decision"


VILLAGES = {
    KK: [
        ("2023 жылға арналған «Дөң» ауылдық округінің бюджеті", "Дөң ауылдық округі, Хромтау ауданы"),
        ("«Дөң» ауылдық округ бюджеті 2023 жылға", "Дөң ауылдық округі, Хромтау ауданы"),
        ("Хромтау ауданы «Дөң» ауылдық округінің 2023 жылға арналған бюджеті", "Дөң ауылдық округі, Хромтау ауданы"),
        ("Хромтау қаласының 2023 жылға арналған бюджеті", "Хромтау"),
        ("«Ақбұлақ» ауылдық округінің 2023 жылға арналған бюджеті", "Ақбұлақ ауылдық округі, Хромтау ауданы"),
        ("«Қандыағаш» қаласының 2023 жылға арналған бюджеті", "Қандыағаш"),
        ("2023 жылға арналған «Шолақ» селолық округінің бюджеті", "Шолақ ауылдық округі, Хромтау ауданы"),
        ("Саумал қаласының 2023 жылға арналған бюджеті", "Саумал"),  # a town that no list has
        ("Хромтау ауданының 2023 жылға арналған бюджеті", "Хромтау ауданы"),
    ],
    RU: [
        ("Бюджет сельского округа «Дөң» на 2023 год", "сельский округ Дөң, Хромтау ауданы"),
        ('Бюджет "Дөң" сельского округа на 2023 год', "сельский округ Дөң, Хромтау ауданы"),
        ("Бюджет «Донского» сельского округа на 2023 год", "Донский сельский округ, Хромтау ауданы"),
        ("Бюджет сельского округа “Дөң” Хромтауского района на 2023 год", "сельский округ Дөң, Хромтау ауданы"),
        ("Бюджет сельского округа имени «Жургенова» на 2023 год", "сельский округ имени Жургенова, Хромтау ауданы"),
        ("Бюджет аульного округа «Кызылсу» на 2023 год", "сельский округ Кызылсу, Хромтау ауданы"),
        ("Бюджет поселка „Донское“ на 2023 год", "поселок Донское, Хромтау ауданы"),
        ("Бюджет поселкового округа «Кок» на 2023 год", "поселок Кок, Хромтау ауданы"),
        ("Бюджет Аккольского поселкового округа на 2023 год", "поселок Аккольский, Хромтау ауданы"),
        ("Бюджет города «Хромтау» на 2023 год", "Хромтау"),
        ("Бюджет города Саумал на 2023 год", "Саумал"),  # a town that no list has
        ("Бюджет города районного значения Хромтау на 2023 год", "Хромтау"),
        ("Бюджет Хромтауского района на 2023 год", "Хромтау ауданы"),
    ],
}  # fmt: skip
DISTRICT = {
    KK: """{title}
        Хромтау аудандық мәслихатының 2022 жылғы 28 желтоқсандағы № 276 шешімі
        Хромтау аудандық мәслихаты ШЕШТІ:
        1. Бюджет келесі көлемдерде бекітілсін: 1) кірістер 100 мың теңге.
        Хромтау аудандық мәслихатының 2022 жылғы 28 желтоқсандағы № 276 шешіміне 1-қосымша""",
    RU: """{title}
        Решение Хромтауского районного маслихата от 28 декабря 2022 года № 276
        Хромтауский районный маслихат РЕШИЛ:
        1. Утвердить бюджет в следующих объемах: 1) доходы 100 тысяч тенге.
        Приложение 1 к решению Хромтауского районного маслихата от 28 декабря 2022 года № 276""",
}


def of_district(language: Language, title: str, appendix: str) -> ParsedDecision:
    text = DISTRICT[language].format(title=title)
    return parse_document(document(language, text, appendix, budget_rows(language)))


@pytest.mark.parametrize(
    ("language", "title", "place"),
    [(language, *case) for language in Language for case in VILLAGES[language]],
)
def test_a_village_a_town_and_their_district_are_three_places(
    language: Language, title: str, place: str
) -> None:
    (edition,) = of_district(language, {KK: "Бюджет туралы", RU: "О бюджете"}[language], title).editions
    assert edition.place == place


@pytest.mark.parametrize(
    ("language", "title", "place"),
    [(language, *case) for language in Language for case in VILLAGES[language]],
)
def test_a_title_in_capitals_names_the_same_place(language: Language, title: str, place: str) -> None:
    head = {KK: "Бюджет туралы", RU: "О бюджете"}[language]
    (edition,) = of_district(language, head, title.upper()).editions
    assert edition.place == place


@pytest.mark.parametrize(
    "title", ["БЮДЖЕТ СЕЛЬСКОГО ОКРУГА НА 2023 ГОД", "Бюджет сельского округа На 2023 год"]
)
def test_no_word_of_a_title_is_a_village(title: str) -> None:
    with pytest.raises(ParseError) as caught:
        of_district(RU, "О бюджете на 2023-2025 годы", title)
    assert caught.value.kind == "unnamed-place"


UNNAMED = {KK: "Ауылдық округінің 2023 жылға арналған бюджеті", RU: "Бюджет сельского округа на 2023 год"}


@pytest.mark.parametrize("language", Language)
def test_a_village_s_budget_without_its_name_has_that_of_the_decision(language: Language) -> None:
    title = {KK: "«Дөң» ауылдық округінің 2023-2025 жылдарға арналған бюджеті туралы", RU: "О бюджете сельского округа «Дөң» на 2023-2025 годы"}[language]  # fmt: skip
    (edition,) = of_district(language, title, UNNAMED[language]).editions
    assert (
        edition.place
        == {KK: "Дөң ауылдық округі, Хромтау ауданы", RU: "сельский округ Дөң, Хромтау ауданы"}[language]
    )


@pytest.mark.parametrize("language", Language)
def test_a_village_s_budget_that_nothing_names_is_never_the_district_s(language: Language) -> None:
    title = {KK: "2023-2025 жылдарға арналған бюджет туралы", RU: "О бюджете на 2023-2025 годы"}[language]
    with pytest.raises(ParseError) as caught:
        of_district(language, title, UNNAMED[language])
    assert (caught.value.kind, caught.value.found) == ("unnamed-place", UNNAMED[language])


@pytest.mark.parametrize("language", Language)
def test_a_budget_without_a_name_in_a_decision_on_villages_is_never_the_district_s(
    language: Language,
) -> None:
    head = {KK: "2023-2025 жылдарға арналған ауылдық округтердің бюджеттері туралы", RU: "О бюджетах сельских округов на 2023-2025 годы"}[language]  # fmt: skip
    title = {KK: "2023 жылға арналған бюджет", RU: "Бюджет на 2023 год"}[language]
    with pytest.raises(ParseError) as caught:
        of_district(language, head, title)
    assert (caught.value.kind, caught.value.found) == ("unnamed-place", title)
    own = {KK: "2023 жылға арналған аудандық бюджет", RU: "Районный бюджет на 2023 год"}[language]
    (edition,) = of_district(language, head, own).editions
    assert edition.place == "Хромтау ауданы"


UNKNOWN_KINDS = {
    KK: (
        "2023 жылға арналған «Шолақ» қыстағының бюджеті",
        "Дөң қыстағының 2023 жылға арналған бюджеті",
        "Дөң елді мекенінің 2023 жылға арналған бюджеті",
        "13 учаскесінің 2023 жылға арналған бюджеті",
    ),
    RU: (
        "Бюджет хутора «Шолақ» на 2023 год",
        "Бюджет населенного пункта «Шолақ» на 2023 год",
        "Бюджет хутора Степной на 2023 год",
        "Бюджет Донского хутора на 2023 год",
        "Бюджет 13 участка на 2023 год",
        "Бюджет участка № 13 на 2023 год",
        "Бюджет Дона на 2023 год",
    ),
}


@pytest.mark.parametrize(
    ("language", "title"), [(language, title) for language in Language for title in UNKNOWN_KINDS[language]]
)
def test_a_place_of_an_unknown_kind_is_never_its_district(language: Language, title: str) -> None:
    with pytest.raises(ParseError) as caught:
        of_district(language, {KK: "Бюджет туралы", RU: "О бюджете"}[language], title)
    assert (caught.value.kind, caught.value.found) == ("unnamed-place", title)


STATIONS = {
    KK: [
        ("Шу стансасының 2023 жылға арналған бюджеті", "Шу стансасы"),
        ("2023 жылға арналған «Шолақ» станциясының бюджеті", "Шолақ стансасы"),
        ("Шу бекетінің 2023 жылға арналған бюджеті", "Шу стансасы"),
        ("40 разъезінің 2023 жылға арналған бюджеті", "№ 40 разъезі"),
        ("40-разъездің 2023 жылға арналған бюджеті", "№ 40 разъезі"),
        ("№ 5 ауылдың 2023 жылға арналған бюджеті", "№ 5 ауылы"),
        ("8 Март ауылының 2023 жылға арналған бюджеті", "8 Март ауылы"),
        ("Қазақстанның 30 жылдығы ауылының 2023 жылға арналған бюджеті", "Қазақстанның 30 жылдығы ауылы"),
        ("Қосымша 1 Дөң ауылдық округінің 2023 жылға арналған бюджеті", "Дөң ауылдық округі"),
        ("Ақ-Бұлақ ауылдық округінің 2023 жылға арналған бюджеті", "Ақ-Бұлақ ауылдық округі"),
    ],
    RU: [
        ("Бюджет станции Шу на 2023 год", "станция Шу"),
        ("Бюджет станции «Шолақ» на 2023 год", "станция Шолақ"),
        ("Бюджет ст. Никельтау-1 на 2023 год", "станция Никельтау-1"),
        ("Бюджет Донской станции на 2023 год", "станция Донская"),
        ("Бюджет 40 разъезда на 2023 год", "разъезд № 40"),
        ("Бюджет 40-го разъезда на 2023 год", "разъезд № 40"),
        ("Бюджет разъезда № 40 на 2023 год", "разъезд № 40"),
        ("Бюджет села 8 Марта на 2023 год", "село 8 Марта"),
        ("Бюджет сельского округа «40 лет Казахстана» на 2023 год", "сельский округ 40 лет Казахстана"),
        ("Бюджет села имени 8 Марта на 2023 год", "село имени 8 Марта"),
        ("Бюджет Донского села на 2023 год", "село Донское"),
        ("Бюджет аула № 5 на 2023 год", "село № 5"),
        ("Приложение 1 Бюджет Донского сельского округа на 2023 год", "Донский сельский округ"),
    ],
}


@pytest.mark.parametrize(
    ("language", "title", "place"),
    [(language, *case) for language in Language for case in STATIONS[language]],
)
def test_a_station_a_siding_and_a_number_are_names_of_places(
    language: Language, title: str, place: str
) -> None:
    (edition,) = of_district(language, {KK: "Бюджет туралы", RU: "О бюджете"}[language], title).editions
    assert edition.place == f"{place}, Хромтау ауданы"


@pytest.mark.parametrize(
    "title",
    [
        "Бюджет Хромтау на 2023 год",
        "Бюджет Уточненный на 2023 год",
        "Бюджет развития района на 2023 год",
        "Бюджет района согласно приложению 1 на 2023 год",
    ],
)
def test_what_only_looks_like_a_name_leaves_a_budget_the_council_s(title: str) -> None:
    (edition,) = of_district(RU, "О бюджете", title).editions
    assert edition.place == "Хромтау ауданы"


@pytest.mark.parametrize("title", ["Бюджет района «Хромтау» на 2023 год", "«Хромтау» ауданының 2023 жылға арналған бюджеті"])  # fmt: skip
def test_a_district_in_quotes_is_no_place_of_an_unknown_kind(title: str) -> None:
    (edition,) = of_district(RU if "год" in title else KK, "О бюджете", title).editions
    assert edition.place


@pytest.mark.parametrize("language", Language)
def test_a_portal_s_table_under_the_text_is_no_row_of_the_budget(language: Language) -> None:
    labels = {KK: ("РҚАО-дағы нөмірі", "Актінің түрі"), RU: ("Номер в РЦПИ", "Вид акта")}[language]
    table = SourcePlace(PlaceUnit.TABLE, 9)
    portal = [
        Row(("", label, value), SourcePlace(PlaceUnit.ROW, n, table), f"{label} | {value}")
        for n, (label, value) in enumerate(zip(labels, ("128266", "2023"), strict=True), start=1)
    ]
    caption = CAPTIONS[language][0]
    alone = read(language, caption, TITLE[language], budget_rows(language))
    parsed = read(language, caption, TITLE[language], budget_rows(language), portal)
    assert parsed.warnings == ()
    assert parsed.editions == alone.editions
    other = [Row(("", "Бағдарлама №", "128266"), SourcePlace(PlaceUnit.ROW, 1, table), "")]
    with pytest.raises(ParseError, match="unreadable-row"):  # any other row without a code is
        read(language, caption, TITLE[language], budget_rows(language), other)
