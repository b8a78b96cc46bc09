"""Redactions: which decisions changed a budget and which one set each appendix."""

from __future__ import annotations

import datetime as dt

import pytest

from parser.decision.footnotes import is_footnote
from parser.kinds import FindingKind
from parser.parse import parse_document
from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision
from parser.text.passage import even
from tests.parser.texts import budget_rows, document

KK, RU = Language.KK, Language.RU
HEAD = {
    RU: """О городском бюджете на 2013-2015 годы
        Решение Таразского городского маслихата Жамбылской области от 14 декабря 2012 года № 10-3
        {note}
        городской маслихат РЕШИЛ:
        1. Утвердить городской бюджет на 2013-2015 годы согласно приложениям 1, 2 и 3 соответственно.
        {clause}
        2. Настоящее решение вводится в действие с 1 января 2013 года.""",
    KK: """2013-2015 жылдарға арналған қалалық бюджет туралы
        Жамбыл облысы Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 шешімі
        {note}
        қалалық мәслихат ШЕШІМ ЕТЕДІ:
        1. 2013-2015 жылдарға арналған қалалық бюджет тиісінше 1, 2 және 3-қосымшаларға сәйкес бекітілсін.
        {clause}
        2. Осы шешім 2013 жылдың 1 қаңтарынан қолданысқа енгізіледі.""",
}
STAMP = {
    RU: "Приложение {n} к решению Таразского городского маслихата от 14 декабря 2012 года № 10-3\nБюджет города Тараз на {y} год\n{note}",
    KK: "Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 шешіміне {n}-қосымша\nТараз қаласының {y} жылға арналған бюджеті\n{note}",
}


def read(language: Language, clause: str, *appendices: str, note: str = "") -> ParsedDecision:
    """The decision № 10-3 with a footnote on clause 1 and one on each appendix (empty: none)."""
    blocks = [HEAD[language].format(clause=clause, note=note)]
    made: list[object] = [*blocks]
    for number, footnote in enumerate(appendices, start=1):
        made += [STAMP[language].format(n=number, y=2012 + number, note=footnote), budget_rows(language)]
    return parse_document(document(language, *made))  # type: ignore[arg-type]


def refs(*pairs: tuple[str, str]) -> tuple[DecisionRef, ...]:
    return tuple(DecisionRef(number, dt.date.fromisoformat(date)) for number, date in pairs)


FOOTNOTES = {
    "ru: changes to a clause": (
        RU,
        "Сноска. Пункт 1 с изменениями, внесенными решением Таразского городского маслихата от 08.04.2013 № 12-3; 24.05.2013 № 13-3 (вводится в действие с 01.01.2013).",
        refs(("12-3", "2013-04-08"), ("13-3", "2013-05-24")),
    ),
    "ru: several redactions, a Latin N": (
        RU,
        "Сноска. Пункт 1 - в редакции решения Таразского городского маслихата от 08.04.2013 N 12-3 (вводится в действие с 01.01.2013); в редакции решения от 24.05.2013 N 13-3.",
        refs(("12-3", "2013-04-08"), ("13-3", "2013-05-24")),
    ),
    "ru: number before date, dates in words": (
        RU,
        "Сноска. Пункт 1 в редакции решения Таразского городского маслихата № 12-3 от 8 апреля 2013 года; № 13-3 от 24 мая 2013 года.",
        refs(("12-3", "2013-04-08"), ("13-3", "2013-05-24")),
    ),
    "kk: both orders of a date": (
        KK,
        "Ескерту. 1-тармаққа өзгерту енгізілді - Тараз қалалық мәслихатының 2013.04.08 № 12-3; 24.05.2013 № 13-3 (2013 жылдың 1 қаңтарынан қолданысқа енгізіледі) шешімімен.",
        refs(("12-3", "2013-04-08"), ("13-3", "2013-05-24")),
    ),
    "kk: dates in words": (
        KK,
        "Ескерту. 1-тармақ жаңа редакцияда - Тараз қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 12-3; 2013 жылғы 24 мамырдағы № 13-3 шешімдерімен.",
        refs(("12-3", "2013-04-08"), ("13-3", "2013-05-24")),
    ),
    "ru: a portal without the word, years of two digits": (
        RU,
        "В пункт 1 внесены изменения в соответствии с решением маслихата от 08.04.13 г. № 12-3 (см. стар. ред.); изложен в редакции решения маслихата от 24.05.13 г. № 13-3 (см. стар. ред.)",
        refs(("12-3", "2013-04-08"), ("13-3", "2013-05-24")),
    ),
    "ru: a portal without the word and without a link": (
        RU,
        "Пункт 1 изложен в редакции решения Таразского городского маслихата от 8 апреля 2013 года № 12-3",
        refs(("12-3", "2013-04-08")),
    ),
    "kk: a portal without the word, the day in the middle": (
        KK,
        "Тараз қалалық мәслихатының 2013.08.04. № 12-3 шешімімен (2013 ж. 1 қаңтардан бастап қолданысқа енгізілді) (бұр.ред.қара); 2013.24.05. № 13-3 шешімімен (бұр.ред.қара) 1-тармақ өзгертілді",
        refs(("12-3", "2013-04-08"), ("13-3", "2013-05-24")),
    ),
    "ru: the end of force changes nothing": (RU, "Сноска. Утратило силу решением Таразского городского маслихата от 26.03.2014 № 25-1.", ()),
    "kk: the end of force changes nothing": (KK, "Ескерту. Күші жойылды - Тараз қалалық мәслихатының 26.03.2014 № 25-1 шешімімен.", ()),
    "ru: from when it applies": (RU, "Сноска. Вводится в действие с 01.01.2013 в соответствии с пунктом 2 настоящего решения.", ()),
    "kk: from when it applies": (KK, "Ескерту. 01.01.2013 бастап қолданысқа енгізіледі – осы шешімнің 2-тармағымен.", ()),
}  # fmt: skip


@pytest.mark.parametrize("name", FOOTNOTES)
def test_the_decisions_that_footnotes_name(name: str) -> None:
    language, footnote, expected = FOOTNOTES[name]
    parsed = read(language, footnote, "")
    assert parsed.decision.amended_by == expected
    assert parsed.decision.kind is (DecisionKind.REDACTION if expected else DecisionKind.ORIGINAL)
    assert parsed.decision.in_force_from == dt.date(2013, 1, 1)
    assert parsed.warnings == ()


SETTERS = {
    "ru: one footnote": (RU, ["Сноска. Приложение 1 в редакции решения Таразского городского маслихата от 12.07.2013 № 15-3 (вводится в действие с 01.01.2013).", ""], ["15-3", "10-3"]),
    "kk: one footnote": (KK, ["Ескерту. 1-қосымша жаңа редакцияда - Тараз қалалық мәслихатының 13.11.2013 № 20-3 (2013 жылдың 1 қаңтарынан қолданысқа енгізіледі) шешімімен.", ""], ["20-3", "10-3"]),
    "ru: without a number": (RU, ["", "Сноска. Приложение - в редакции решения Таразского городского маслихата от 12.07.2013 № 15-3."], ["10-3", "15-3"]),
    "ru: the last of several": (RU, ["Сноска. Приложение 1 в редакции решения от 08.04.2013 № 12-3; в редакции решения от 12.07.2013 № 15-3.", ""], ["15-3", "10-3"]),
    "kk: the last by date, wherever it stands": (KK, ["Ескерту. 1-қосымша жаңа редакцияда - 12.07.2013 № 15-3; 2013.04.08 № 12-3 шешімдерімен.", ""], ["15-3", "10-3"]),
    "ru: the last of two footnotes": (RU, ["Сноска. Приложение 1 в редакции решения от 08.04.2013 № 12-3.\nСноска. Приложение 1 в редакции решения от 12.07.2013 № 15-3.", ""], ["15-3", "10-3"]),
    "kk: the last of two footnotes, the older below": (KK, ["Ескерту. 1-қосымша жаңа редакцияда - 13.11.2013 № 20-3 шешімімен.\nЕскерту. 1-қосымша жаңа редакцияда - 12.07.2013 № 15-3 шешімімен.", ""], ["20-3", "10-3"]),
    "ru: a footnote elsewhere is older than the appendix's own": (RU, ["Сноска. Приложение в редакции решения от 12.07.2013 № 15-3.", "Сноска. Приложения 1 и 2 в редакции решения от 08.04.2013 № 12-3."], ["15-3", "12-3"]),
    "ru: one footnote on two appendices": (RU, ["Сноска. Приложения 1 и 2 в редакции решения от 12.07.2013 № 15-3.", ""], ["15-3", "15-3"]),
    "ru: a portal without the word": (RU, ["Приложение 1 изложено в редакции решения маслихата от 12.07.13 г. № 15-3 (см. стар. ред.)", ""], ["15-3", "10-3"]),
    "kk: a portal without the word": (KK, ["Тараз қалалық мәслихатының 2013.13.11. № 20-3 шешімімен 1-қосымша жаңа редакцияда (бұр.ред.қара)", ""], ["20-3", "10-3"]),
    "kk: one footnote on two appendices": (KK, ["Ескерту. 1, 2-қосымшалар жаңа редакцияда - 12.07.2013 № 15-3 шешімімен.", ""], ["15-3", "15-3"]),
}  # fmt: skip


@pytest.mark.parametrize("name", SETTERS)
def test_who_set_each_appendix(name: str) -> None:
    language, footnotes, expected = SETTERS[name]
    parsed = read(language, "", *footnotes)
    assert [(e.appendix, e.year, e.set_by.number) for e in parsed.editions] == [
        (str(number), 2012 + number, setter) for number, setter in enumerate(expected, start=1)
    ]


OTHER_WORDS = {
    RU: [
        "Примечание. Приложение 1 - в редакции решения Таразского городского маслихата от 12.07.2013 № 15-3.",
        "Примечание РЦПИ. Приложение 1 изменено решением маслихата города Тараза от 12.07.2013 № 15-3.",
        "Примечание ИЗПИ! Приложение № 1 в новой редакции решения маслихата от 12.07.2013 № 15-3.",
        "(Приложение 1 в редакции решения Таразского городского маслихата от 12.07.2013 № 15-3)",
        "Приложение 1 – в новой редакции в соответствии с решением маслихата от 12 июля 2013 года № 15-3",
        "Приложение 1 с изменениями, внесенными решением маслихата от 12.07.2013 № 15-3.",
        "(в редакции решения Таразского городского маслихата от 12.07.2013 № 15-3)",
    ],
    KK: [
        "РҚАО-ның ескертпесі! 1-қосымша жаңа редакцияда – мәслихаттың 12.07.2013 № 15-3 шешімімен.",
        "ЗҚАИ-ның ескертпесі! 1-қосымшаға өзгерістер енгізілді – мәслихаттың 12.07.2013 № 15-3 шешімімен.",
        "1-қосымша жаңа редакцияда – Тараз қалалық мәслихатының 12.07.2013 № 15-3 шешімімен.",
        "(1-қосымша Тараз қалалық мәслихатының 2013 жылғы 12 шілдедегі № 15-3 шешімінің редакциясында)",
        "1 қосымша Тараз қалалық мәслихатының 12.07.2013 № 15-3 шешімімен жаңа редакцияда жазылды.",
    ],
}


@pytest.mark.parametrize(
    ("language", "note"), [(each, note) for each in OTHER_WORDS for note in OTHER_WORDS[each]]
)
def test_who_set_an_appendix_is_read_of_a_note_without_its_usual_head(language: Language, note: str) -> None:
    parsed = read(language, "", note, "")
    assert [(e.year, e.set_by.number) for e in parsed.editions] == [(2013, "15-3"), (2014, "10-3")]
    assert parsed.decision.kind is DecisionKind.REDACTION
    assert parsed.warnings == ()


def test_a_stamp_may_say_by_whom_its_appendix_was_changed() -> None:
    stamp, title = STAMP[RU].format(n=1, y=2013, note="").split("\n")[:2]
    changed = f"{stamp} (в редакции решения от 12 июля 2013 года № 15-3)\n{title}"
    parsed = parse_document(document(RU, HEAD[RU].format(clause="", note=""), changed, budget_rows(RU)))
    assert [(e.appendix, e.set_by.number) for e in parsed.editions] == [("1", "15-3")]


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (RU, "Сноска. Приложение 1 скорректировано решением маслихата от 12.07.2013 № 15-3."),
        (RU, "Приложение 1 с учетом решения маслихата от 12.07.2013 № 15-3"),
        (KK, "1-қосымша мәслихаттың 12.07.2013 № 15-3 шешімін ескере отырып берілді"),
    ],
)
def test_a_decision_above_a_table_that_did_nobody_knows_what_is_told(language: Language, note: str) -> None:
    parsed = read(language, "", note)
    assert [e.set_by.number for e in parsed.editions] == ["10-3"]
    assert [(w.kind, w.values) for w in parsed.warnings] == [
        (FindingKind.NOTE_NOT_UNDERSTOOD, {"number": "15-3", "date": "2013-07-12"})
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "Приложение 1 к решению маслихата от 14 декабря 2012 года № 10-3 изложить в новой редакции согласно приложению.",
        "Мәслихаттың 14.12.2012 № 10-3 шешіміне 1-қосымша осы шешімнің қосымшасына сәйкес жаңа редакцияда жазылсын.",
        "1-қосымша осы шешімнің 1-қосымшасына сәйкес жаңа редакцияда жазылсын.",
    ],
)
def test_a_clause_that_has_an_appendix_changed_is_no_note(clause: str) -> None:
    assert not is_footnote(even(clause))


@pytest.mark.parametrize("language", Language)
def test_each_decision_stands_once_in_the_order_of_adoption(language: Language) -> None:
    clause = {
        RU: "Сноска. Пункт 1 с изменениями, внесенными решениями от 12.07.2013 № 15-3; 08.04.2013 № 12-3.",
        KK: "Ескерту. 1-тармаққа өзгерту енгізілді - 12.07.2013 № 15-3; 2013.04.08 № 12-3 шешімдерімен.",
    }[language]
    appendix = {
        RU: "Сноска. Приложение 1 в редакции решения от 12.07.2013 № 15–3.",
        KK: "Ескерту. 1-қосымша жаңа редакцияда - 12.07.2013 № 15-3 шешімімен.",
    }[language]
    parsed = read(language, clause, appendix)
    assert parsed.decision.amended_by == refs(("12-3", "2013-04-08"), ("15-3", "2013-07-12"))
    assert [w.kind for w in parsed.warnings] == [FindingKind.FOOTNOTE_OUT_OF_ORDER]


def test_a_decision_with_two_dates_is_warned_of() -> None:
    parsed = read(
        RU,
        "Сноска. Пункт 1 с изменениями, внесенными решением от 08.04.2013 № 12-3.",
        "Сноска. Приложение 1 в редакции решения от 09.04.2013 № 12-3.",
    )
    assert parsed.decision.amended_by == refs(("12-3", "2013-04-08"))
    assert [(w.kind, w.values) for w in parsed.warnings] == [
        (
            FindingKind.DECISION_DATED_TWICE,
            {"number": "12-3", "first_date": "2013-04-08", "second_date": "2013-04-09"},
        )
    ]


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        (RU, "Сноска. Пункт 1 с изменениями, внесенными решениями от 08.04.2013 № 12; 13.11.2013 № 12."),
        (KK, "Ескерту. 1-тармаққа өзгерту енгізілді - 2013.04.08 № 12; 13.11.2013 № 12 шешімдерімен."),
    ],
)
def test_one_number_months_apart_is_two_decisions(language: Language, clause: str) -> None:
    """A council that counts anew comes to № 12 again; two dates within weeks are a misprint of one."""
    parsed = read(language, clause, "")
    assert parsed.decision.amended_by == refs(("12", "2013-04-08"), ("12", "2013-11-13"))
    assert [found.kind for found in parsed.warnings] == [FindingKind.DECISION_DATED_TWICE]


@pytest.mark.parametrize(
    ("language", "second", "named"),
    [
        (RU, "04.10.2013", (("10", "2013-08-04"), ("10", "2013-10-04"))),  # 61 days later: another act
        (RU, "03.10.2013", (("10", "2013-08-04"),)),  # 60 days: one of the dates is a slip
        (KK, "04.10.2013", (("10", "2013-08-04"), ("10", "2013-10-04"))),
        (KK, "03.10.2013", (("10", "2013-08-04"),)),
    ],
)
def test_sixty_days_tell_a_slip_in_a_date_from_another_act(
    language: Language, second: str, named: tuple[tuple[str, str], ...]
) -> None:
    clause = {
        RU: f"Сноска. Пункт 1 с изменениями, внесенными решениями маслихата от 04.08.2013 № 10; {second} № 10.",
        KK: f"Ескерту. 1-тармаққа өзгерту енгізілді - мәслихаттың 04.08.2013 № 10; {second} № 10 шешімдерімен.",
    }[language]
    parsed = read(language, clause, "")
    assert parsed.decision.amended_by == refs(*named)
    assert [w.kind for w in parsed.warnings] == [FindingKind.DECISION_DATED_TWICE]


WHOLE_ACT = {
    "ru: the decision anew": (
        RU, "Сноска. Решение в новой редакции - решением Таразского городского маслихата от 08.04.2013 № 12-3.", ["12-3", "12-3"], 0,
    ),
    "ru: this decision, as another one has it": (
        RU, "Сноска. Настоящее решение изложено в редакции решения Таразского городского маслихата от 08.04.2013 № 12-3.", ["12-3", "12-3"], 0,
    ),
    "ru: anew, of nothing named": (
        RU, "Сноска. В новой редакции - решением Таразского городского маслихата от 08.04.2013 № 12-3.", ["12-3", "12-3"], 0,
    ),
    "ru: with changes": (
        RU, "Сноска. Решение с изменениями, внесенными решением Таразского городского маслихата от 08.04.2013 № 12-3.", ["10-3", "10-3"], 1,
    ),
    "ru: as another one has it, of nothing named": (
        RU, "(в редакции решения Таразского городского маслихата от 08.04.2013 № 12-3)", ["10-3", "10-3"], 1,
    ),
    "ru: when it applies is said of a clause": (
        RU, "Сноска. Решение с изменениями, внесенными решением Таразского городского маслихата от 08.04.2013 № 12-3 (порядок введения в действие см. пункт 2).", ["10-3", "10-3"], 1,
    ),
    "ru: the title": (
        RU, "Сноска. Заголовок решения - в редакции решения Таразского городского маслихата от 08.04.2013 № 12-3.", ["10-3", "10-3"], 0,
    ),
    "ru: a clause is added": (
        RU, "Сноска. Решение дополнено пунктом 3-1 решением Таразского городского маслихата от 08.04.2013 № 12-3.", ["10-3", "10-3"], 0,
    ),
    "kk: the decision anew": (
        KK, "Ескерту. Шешім жаңа редакцияда - Жамбыл облысы Тараз қалалық мәслихатының 08.04.2013 № 12-3 шешімімен.", ["12-3", "12-3"], 0,
    ),
    "kk: anew, of nothing named": (
        KK, "Ескерту. Жаңа редакцияда - Жамбыл облысы Тараз қалалық мәслихатының 08.04.2013 № 12-3 шешімімен.", ["12-3", "12-3"], 0,
    ),
    "kk: with changes": (
        KK, "Ескерту. Шешімге өзгерістер енгізілді - Жамбыл облысы Тараз қалалық мәслихатының 08.04.2013 № 12-3 шешімімен.", ["10-3", "10-3"], 1,
    ),
    "kk: the title": (
        KK, "Ескерту. Шешімнің тақырыбы жаңа редакцияда - Жамбыл облысы Тараз қалалық мәслихатының 08.04.2013 № 12-3 шешімімен.", ["10-3", "10-3"], 0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE_ACT)
def test_a_note_of_the_whole_act_is_of_every_table_or_told_to_leave_them_open(name: str) -> None:
    language, note, setters, unplaced = WHOLE_ACT[name]
    parsed = read(language, "", "", "", note=note)
    assert parsed.decision.kind is DecisionKind.REDACTION
    assert [edition.set_by.number for edition in parsed.editions] == setters
    told = [found for found in parsed.warnings if found.kind is FindingKind.CHANGE_UNPLACED]
    assert [found.values["number"] for found in told] == ["12-3"] * unplaced


def test_a_later_note_of_an_appendix_holds_against_one_of_the_whole_act() -> None:
    note = WHOLE_ACT["ru: the decision anew"][1]
    own = "Сноска. Приложение 1 - в редакции решения Таразского городского маслихата от {}."
    later = read(RU, "", own.format("24.05.2013 № 13-3"), "", note=note)
    earlier = read(RU, "", own.format("12.02.2013 № 11-1"), "", note=note)
    assert [edition.set_by.number for edition in later.editions] == ["13-3", "12-3"]
    assert [edition.set_by.number for edition in earlier.editions] == ["12-3", "12-3"]


def test_a_note_of_no_named_part_above_a_table_is_of_that_table_alone() -> None:
    note = "Сноска. В новой редакции - решением Таразского городского маслихата от 08.04.2013 № 12-3."
    parsed = read(RU, "", "", note)
    assert [edition.set_by.number for edition in parsed.editions] == ["10-3", "12-3"]
    assert [found for found in parsed.warnings if found.kind is FindingKind.CHANGE_UNPLACED] == []
