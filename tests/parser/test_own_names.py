"""Where a table prints each name in both languages, a row has the name of the decision's language, and it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parser.kinds import FindingKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import Language, ParsedDecision
from tests.parser.typography import BASE, EXPECTED

IN_KAZAKH = {
    "1. ДОХОДЫ": "1. КІРІСТЕР",
    "Налоговые поступления": "Салықтық түсімдер",
    "Подоходный налог": "Табыс салығы",
    "Индивидуальный подоходный налог": "Жеке табыс салығы",
    "Поступления трансфертов": "Трансферттер түсімдері",
    "Трансферты из вышестоящих органов государственного управления": "Мемлекеттік басқарудың жоғары тұрған органдарынан түсетін трансферттер",
    "Трансферты из областного бюджета": "Облыстық бюджеттен түсетін трансферттер",
    "2. ЗАТРАТЫ": "2. ШЫҒЫНДАР",
    "Образование": "Білім беру",
    "Отдел образования": "Білім бөлімі",
    "Общеобразовательное обучение": "Жалпы білім беру",
    "Дошкольное воспитание": "Мектепке дейінгі тәрбие",
    "Жилищно-коммунальное хозяйство": "Тұрғын үй-коммуналдық шаруашылық",
    "Отдел жилищно-коммунального хозяйства": "Тұрғын үй-коммуналдық шаруашылық бөлімі",
    "Освещение улиц в населенных пунктах": "Елді мекендердегі көшелерді жарықтандыру",
    "Благоустройство и озеленение": "Абаттандыру және көгалдандыру",
    "3. Чистое бюджетное кредитование": "3. Таза бюджеттік кредиттеу",
    "4. Сальдо по операциям с финансовыми активами": "4. Қаржы активтерімен операциялар бойынша сальдо",
    "Приобретение финансовых активов": "Қаржы активтерін сатып алу",
    "5. Дефицит (профицит) бюджета": "5. Бюджет тапшылығы (профициті)",
    "6. Финансирование дефицита (использование профицита) бюджета": "6. Бюджет тапшылығын қаржыландыру (профицитін пайдалану)",
}
FORMS: dict[str, Callable[[str, str], str]] = {
    "columns": lambda kazakh, russian: f"<td>{kazakh}</td><td>{russian}</td>",
    "columns, Russian first": lambda kazakh, russian: f"<td>{russian}</td><td>{kazakh}</td>",
    "paragraphs": lambda kazakh, russian: f"<td><p>{russian}</p><p>{kazakh}</p></td>",
    "lines": lambda kazakh, russian: f"<td>{kazakh}<br>{russian}</td>",
    "slash": lambda kazakh, russian: f"<td>{kazakh} / {russian}</td>",
}
IN_KAZAKH_TEXT = (
    ("О внесении изменений в решение Коктемского городского маслихата от 14 декабря 2012 года № 1-1 «О городском бюджете на 2013-2015 годы»",
     "«2013-2015 жылдарға арналған қалалық бюджет туралы» Көктем қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 1-1 шешіміне өзгерістер енгізу туралы"),
    ("Решение Коктемского городского маслихата от 8 апреля 2013 года № 2-3. Зарегистрировано Департаментом юстиции 17 апреля 2013 года № 77",
     "Көктем қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 2-3 шешімі. Әділет департаментінде 2013 жылғы 17 сәуірде № 77 болып тіркелді"),
    ("1. Утвердить бюджет.", "1. Бюджет бекітілсін."),
    ("Приложение 1 к решению Коктемского городского маслихата от 8 апреля 2013 года № 2-3",
     "Көктем қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 2-3 шешіміне 1-қосымша"),
    ("Бюджет города Коктем на 2013 год", "Көктем қаласының 2013 жылға арналған бюджеті"),
)  # fmt: skip


def printed(form: Callable[[str, str], str], language: Language) -> str:
    """The page with each name in both languages, its text in one of them."""
    labels = form("Атауы", "Наименование")
    page = BASE.replace("<td>Наименование</td>", labels)
    for russian, kazakh in IN_KAZAKH.items():
        assert f"<td>{russian}</td>" in page
        page = page.replace(f"<td>{russian}</td>", form(kazakh, russian), 1)
    for russian, kazakh in IN_KAZAKH_TEXT if language is Language.KK else ():
        assert russian in page
        page = page.replace(russian, kazakh, 1)
    return page


def read(page: str) -> ParsedDecision:
    return parse_raw(as_raw("x.html", page.encode()))


def rows(parsed: ParsedDecision) -> list[tuple[str, str, int]]:
    return [(line.path, line.name, line.amount) for line in parsed.editions[0].lines]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", FORMS)
def test_a_row_has_the_name_of_the_texts_language(form: str, language: Language) -> None:
    parsed = read(printed(FORMS[form], language))
    names = IN_KAZAKH if language is Language.KK else dict(zip(IN_KAZAKH, IN_KAZAKH, strict=True))
    assert rows(parsed) == [(path, names[name], amount) for path, name, amount in EXPECTED]
    assert parsed.source.language is language
    assert {edition.language for edition in parsed.editions} == {language}
    told = [found.values for found in parsed.warnings if found.kind is FindingKind.NAMES_IN_BOTH_LANGUAGES]
    assert told == [{"language": language.value}] * 2  # two tables


def test_a_name_in_the_other_language_alone_is_kept_and_told() -> None:
    page = printed(FORMS["columns"], Language.RU)
    lacking = page.replace("<td>Білім беру</td><td>Образование</td>", "<td>Білім беру</td><td></td>")
    assert lacking != page
    parsed = read(lacking)
    assert [row for row in rows(parsed) if row not in EXPECTED] == [
        ("expenditure/04", "Білім беру", 1_500_000)
    ]
    told = [found.values for found in parsed.warnings if found.kind is FindingKind.NAME_IN_OTHER_LANGUAGE]
    assert told == [{"name": "Білім беру"}]


def test_two_columns_of_one_language_are_one_name_as_before() -> None:
    page = BASE.replace("<td>Образование</td>", "<td>Образование</td><td>школы</td>")
    assert [name for _, name, _ in rows(read(page)) if "школы" in name] == ["Образование школы"]


def test_a_slash_in_some_names_parts_none() -> None:
    page = BASE.replace("Дошкольное воспитание", "Мектепке дейінгі тәрбие / Дошкольное воспитание")
    assert any("/" in name for _, name, _ in rows(read(page)))
