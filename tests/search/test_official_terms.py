"""Which names an official term is asserted for: none of another thing, deed or rank."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.records import Language
from parser.text.folding import fold, sounds
from storage.search.index import Index, NameEntry
from storage.search.lexicon_files import load_lexicon
from storage.search.rank import rank

LEXICON = load_lexicon()


def tell_lacks(term: str, *names: str, language: Language = Language.RU) -> bool | None:
    """Whether the first of some names says less than a term; None where it does not hold it."""
    entries = [NameEntry(f"expenditure/{number:02}", language, name) for number, name in enumerate(names)]
    index = Index(entries, LEXICON)
    hits = {index.words.names[hit.name].folded: hit.lacks for hit in index.terms.find(tuple(sounds(term)))}
    return hits.get(fold(names[0]))


@pytest.mark.parametrize(
    ("term", "name", "other"),
    [
        (
            "Услуги по обеспечению деятельности акима области",
            "Услуги по обеспечению деятельности акима города районного значения, села",
            "Трансферты из области",
        ),
        (
            "Аппарат акима области",
            "Аппарат акима района (города областного значения)",
            "Трансферты",
        ),
        (
            "Приобретение жилья коммунального жилищного фонда",
            "Проектирование и строительство жилья коммунального жилищного фонда",
            "Приобретение лекарств",
        ),
        ("Трансферты", "Поступления трансфертов", "Доходы"),
        ("Басқа да салықтар", "Басқа да салықтық емес түсімдер", "Салықтық түсімдер"),
    ],
)
def test_a_name_of_another_thing_deed_or_rank_lacks_something(term: str, name: str, other: str) -> None:
    assert tell_lacks(term, name, other) is True


@pytest.mark.parametrize(
    ("term", "name", "other"),
    [
        ("Социальный налог", "Социальный налог", "Доходы"),
        (
            "Строительство объектов образования",
            "Строительство и реконструкция объектов образования",
            "Доходы",
        ),
        ("Бюджетные кредиты", "Бюджетные кредиты", "Доходы"),
        ("Отдел финансов", "Отдел финансов района (города областного значения)", "Доходы"),
        ("Аппарат акима области", "Аппарат акима области", "Доходы"),
    ],
)
def test_a_name_that_says_all_of_a_term_lacks_nothing(term: str, name: str, other: str) -> None:
    assert tell_lacks(term, name, other) is False


@pytest.mark.parametrize(
    ("typed", "language", "name"),
    [
        (
            "мүгедектерге арба",
            Language.KK,
            (
                "Оңалтудың жеке бағдарламасына сәйкес мұқтаж мүгедектерді міндетті гигиеналық құралдармен қамтамасыз"
                " ету, қозғалуға қиындығы бар бірінші топтағы мүгедектерге жеке көмекшінің және есту бойынша"
                " мүгедектерге қолмен көрсететін тіл маманының қызметтерін ұсыну"
            ),
        ),
        (
            "жылу желілері",
            Language.KK,
            "Ауданның (облыстық маңызы бар қаланың) коммуналдық меншігіндегі жылу жүйелерін қолдануды ұйымдастыру",
        ),
        ("су құбырын дамыту", Language.KK, "Сумен жабдықтау және су бұру жүйелерін дамыту"),
        ("техпаспорт на дом", Language.RU, "Подготовка технических паспортов на объекты кондоминиума"),
        ("бомжи", Language.KK, "Белгілі бір тұрғылықты жері жоқ адамдарды әлеуметтік бейімдеу"),
    ],
)
def test_a_line_is_reached_in_the_wording_of_its_year(typed: str, language: Language, name: str) -> None:
    rights = (
        "Қазақстан Республикасында мүгедектердің құқықтарын қамтамасыз етуге және өмір сүру сапасын жақсарту"
    )
    index = Index(
        [
            NameEntry("expenditure/06/451/050", Language.KK, rights),
            NameEntry("expenditure/07/458/028", Language.RU, "Развитие коммунального хозяйства"),
            NameEntry("expenditure/13/458/001", language, name),
        ],
        LEXICON,
    )
    (best, *_) = rank(index, read_question(typed).tokens)
    assert best.path == "expenditure/13/458/001"
