"""Plain text in which every line is a paragraph, as Word saves it, beside text with wrapped lines."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from parser.kinds import FindingKind
from parser.parse import parse_raw
from parser.readers.files import RawFile
from parser.records import DecisionKind, ParsedDecision

WORD = Path("tests/parser/documents/word-paragraphs.ru.txt")


def parse(text: str) -> ParsedDecision:
    data = text.encode()
    return parse_raw(RawFile("decision.txt", data, hashlib.sha256(data).hexdigest()))


def said(parsed: ParsedDecision) -> object:
    """What a decision says, without where it stands in the file."""
    return (
        parsed.decision,
        [(f.clause, f.name, f.amount, f.path) for f in parsed.clause_figures],
        [(e.place, e.year, e.set_by, [(line.path, line.name, line.amount) for line in e.lines]) for e in parsed.editions],
        [(d.kind, d.path, d.expected, d.printed) for d in parsed.discrepancies],
    )  # fmt: skip


def test_every_line_is_a_paragraph_where_lines_are_longer_than_any_print() -> None:
    parsed = parse(WORD.read_text(encoding="utf-8-sig"))
    decision = parsed.decision
    assert (decision.kind, decision.number, decision.place) == (
        DecisionKind.REDACTION,
        "276",
        "Хромтау ауданы",
    )
    assert decision.title == "Об утверждении бюджета сельского округа «Дөң» на 2019-2021 годы"
    assert [ref.number for ref in decision.amended_by] == ["306", "318", "352"]
    (edition,) = parsed.editions
    assert (edition.place, edition.year, edition.appendix, len(edition.lines)) == (
        "сельский округ Дөң, Хромтау ауданы", 2019, "1", 41,
    )  # fmt: skip
    assert parsed.headline["financing"] == 0
    assert ("6", "финансирование дефицита (использование профицита) бюджета", 0) in [
        (f.clause.rpartition(".")[2], f.name, f.amount) for f in parsed.clause_figures
    ]


def test_blank_lines_between_the_paragraphs_change_nothing() -> None:
    text = WORD.read_text(encoding="utf-8-sig")
    spaced = "\n".join(f"{line}\n" if "\t" not in line else line for line in text.splitlines())
    assert said(parse(spaced)) == said(parse(text))


def test_wrapped_lines_are_one_paragraph() -> None:
    text = WORD.read_text(encoding="utf-8-sig")
    wrapped = []
    for line in text.splitlines():
        if "\t" in line:
            wrapped.append(line)
            continue
        row = ""
        for word in line.split():
            if len(row) + len(word) > 78:
                wrapped.append(row)
                row = ""
            row = f"{row} {word}".strip()
        wrapped += [row, ""]
    assert said(parse("\n".join(wrapped))) == said(parse(text))


_TABLE = (
    "Категория\tКласс\tНаименование\tСумма, {thousand}\n"
    "\t\t{revenue}\t2 000\n1\t\t{taxes}\t2 000\n\t01\t{income}\t2 000\n"
    "Функциональная группа\tАдминистратор\tПрограмма\tНаименование\tСумма, {thousand}\n"
    "\t\t\t{expenditure}\t2 000\n04\t\t\tОбразование\t2 000\n\t464\t\tОтдел образования\t2 000\n"
    "\t\t003\tОбщеобразовательное обучение\t2 000\n"
).format(
    thousand="тысяч тенге",
    revenue="1. ДОХОДЫ",
    taxes="Налоговые поступления",
    income="Подоходный налог",
    expenditure="2. ЗАТРАТЫ",
)
_RU_TEXT = (
    "О внесении изменений в решение Коктемского городского маслихата от 14 декабря 2012 года № 1-1 "
    "«О городском бюджете на 2013-2015 годы»\n"
    "Решение Коктемского городского маслихата от 8 апреля 2013 года № 2-3. Зарегистрировано 17 апреля 2013 года № 77.\n"
    "В соответствии с Бюджетным кодексом Республики Казахстан Коктемский городской маслихат РЕШИЛ:\n"
    "1. Утвердить бюджет.\n"
    "Приложение 2 к решению Коктемского городского маслихата от 8 апреля 2013 года № 2-3\n"
    "Бюджет города Коктем на 2014 год\n\n"
)
_KK_TEXT = (
    "Көктем қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 1-1 "
    "«2013-2015 жылдарға арналған қалалық бюджет туралы» шешіміне өзгерістер енгізу туралы.\n"
    "Көктем қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 2-3 шешімі. 2013 жылғы 17 сәуірде № 77 тіркелген.\n"
    "Қазақстан Республикасының Бюджет кодексіне сәйкес Көктем қалалық мәслихаты ШЕШТІ:\n"
    "1. Бюджет бекітілсін.\n"
    "Көктем қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 2-3 шешіміне 2-қосымша\n"
    "Көктем қаласының 2014 жылға арналған бюджеті\n\n"
)


@pytest.mark.parametrize("text", [_RU_TEXT, _KK_TEXT])
def test_a_stamp_on_a_line_of_its_own_begins_the_appendix(text: str) -> None:
    parsed = parse(text + _TABLE)
    assert [(edition.year, edition.appendix) for edition in parsed.editions] == [(2014, "2")]
    assert FindingKind.YEAR_FROM_APPENDIX not in {finding.kind for finding in parsed.warnings}
