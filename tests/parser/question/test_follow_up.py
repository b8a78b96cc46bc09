"""Messages that go on from the one before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.question.bounds import Bounds
from parser.question.follow_up import read_first, read_follow_up
from parser.question.going_on import asks_for_more
from parser.question.intents import Frame, Intent, Relation, Unsaid
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.shown_before import KnownWords, ShownBefore

Said = tuple[object, ...]


def _said(question: Question) -> Said:
    words = [token.sound for token in question.tokens if not token.filler and not token.sound.isdigit()]
    edition = question.years, question.decision, question.date, question.month, question.original
    return words, question.codes, question.amounts, edition, question.talk, question.intent


@pytest.mark.parametrize(
    ("text", "previous", "year", "meant"),
    [
        ("ал 2014 жылы?", "мектептер", 2013, "мектептер 2014 жылы"),
        ("а в прошлом году?", "школы", 2014, "школы 2013 год"),
        ("былтыр ше?", "садик", 2014, "садик 2013 год"),
        ("а в следующем году", "464 009", 2013, "464 009 2014 год"),
        ("№ 12-3?", "464 009", 2013, "464 009 № 12-3"),
        ("№ 12-3?", "719 855 мың", 2013, "719 855 мың № 12-3"),
        ("2015", "садик 2014", 2014, "садик 2015"),
        ("и спорт?", "образование № 12-3", 2013, "спорт № 12-3"),
        ("ал мәдениет?", "білім беру 2014 жылы", 2014, "мәдениет 2014 жылы"),
        ("ал спорт?", "білім беру 8 сәуір 2013", 2013, "спорт 8 сәуір 2013"),
        ("а дороги 2015", "школы", 2013, "дороги 2015"),
        ("школы", "дороги 2014", 2014, "школы"),
        ("школы в прошлом году", "дороги 2014", 2014, "школы 2013 год"),
        ("464", "школы 2014", 2014, "464"),
        ("рахмет", "садик", 2013, "рахмет"),
        ("спасибо огромное", "садик", 2013, "спасибо огромное"),
        ("тағы", "садик", 2013, "тағы"),
        ("сравни с 2014", "садик", 2013, "садик 2013 сравни с 2014"),
        ("2014 жылмен салыстыр", "садик 2015", 2015, "садик 2015 2014 жылмен салыстыр"),
        ("а доля?", "садик 2014", 2014, "садик 2014 доля"),
        ("ал үлесі?", "как изменился садик", 2013, "садик үлесі"),  # the new intent, not both
        ("ал қалай өзгерді?", "садик", 2013, "садик қалай өзгерді"),
        ("а в 2014?", "доля садиков", 2013, "доля садиков 2014"),
        ("что изменилось?", "садик", 2013, "садик что изменилось?"),
        ("на сколько выросло?", "садик 2014", 2014, "садик 2014 на сколько выросло?"),
        ("қанша өсті", "садик", 2013, "садик қанша өсті"),
        ("неден тұрады", "білім беру", 2013, "білім беру неден тұрады"),
        ("толығырақ", "білім беру № 12-3", 2013, "білім беру толығырақ № 12-3"),
        ("подробнее", "садик", 2013, "садик подробнее"),
        ("сколько это в процентах", "садик", 2013, "садик процент"),
        ("почему?", "садик", 2013, "садик изменилось"),
        ("неліктен?", "садик", 2013, "садик өзгерді"),
        ("самые большие?", "садик", 2013, "садик самые большие"),
        ("на сколько выросло в апреле?", "садик", 2013, "садик выросло в апреле"),
        ("а спорт?", "как изменилось образование", 2013, "спорт изменилось"),
        ("ал мәдениет?", "білім берудің үлесі 2014", 2014, "мәдениет үлесі 2014"),
        ("а сколько?", "доля садиков", 2013, "садиков"),
        ("қанша?", "балабақшаның үлесі", 2013, "балабақшаның"),
        ("покажи программы", "культура", 2013, "культура список"),
        ("история?", "культура 2014", 2014, "культура 2014 изменилось"),
        ("бұрын ше?", "мәдениет", 2013, "мәдениет өзгерді"),
        ("бастапқы бюджетте", "мәдениет", 2013, "мәдениет бастапқы бюджетте"),
        ("какая доля в бюджете", "садик", 2013, "садик какая доля"),
        ("по отделам", "расходы", 2013, "расходы список"),
        ("сколько денег у города", "садик", 2013, "сколько денег у города"),
        # of the whole budget, whatever line was asked of before
        ("на сколько вырос бюджет?", "садик", 2013, "на сколько вырос бюджет?"),
        ("что урезали в апреле", "садик", 2013, "что урезали в апреле"),
        ("сәуірде нені қысқартты", "садик", 2013, "сәуірде нені қысқартты"),
        ("новые строки", "садик", 2013, "новые строки"),
        ("на что тратят больше всего", "садик", 2013, "на что тратят больше всего"),
        ("қай салаға ең көп", "садик", 2013, "қай салаға ең көп"),
        ("между какими отделами перекинули деньги", "школы", 2013, "между какими отделами перекинули деньги"),
        ("а между какими отделами перекинули", "школы", 2013, "между какими отделами перекинули"),
        ("какие отделы урезали", "какие налоги упали", 2013, "какие отделы урезали"),
        ("что изменилось по отделам", "сравни школы и садики", 2013, "что изменилось по отделам"),
        ("қай бөлімдер арасында ақша ауысты", "мектептер", 2013, "қай бөлімдер арасында ақша ауысты"),
        ("мекемелер бойынша не өзгерді", "мектеп пен садик", 2013, "мекемелер бойынша не өзгерді"),
        # Of several years of the question before none is left over.
        ("ал 2014-те?", "білім беру 2013 және 2014", 2013, "білім беру 2014"),
        ("а в 2015?", "образование 2013-2014", 2013, "образование 2015"),
        ("ал 2014 және 2015?", "білім беру", 2013, "білім беру 2014 және 2015"),
        ("а в 2014?", "образование 12-3", 2013, "образование 2014"),
        ("спорт ше?", "білім беру қанша өсті", 2013, "спорт қанша өсті"),
        ("а апрель?", "образование", 2013, "образование в апреле"),
        ("ал оның ішінде?", "білім беру", 2013, "білім беру неден тұрады"),
        ("на что идёт?", "садик", 2013, "садик подробнее"),
        ("неге жұмсалады", "мәдениет", 2013, "мәдениет тізімі"),
        ("это много?", "садик", 2013, "садик доля"),
        ("қайсысы көп", "салықтар", 2013, "салықтар ең көп"),
        ("с апреля что поменялось", "садик", 2013, "садик что поменялось с апреля"),
        ("тамызда не болды", "садик", 2013, "садик тамызда өзгерді"),
    ],
)
def test_what_a_message_means_after_another(text: str, previous: str, year: int, meant: str) -> None:
    assert _said(read_follow_up(text, ShownBefore(read_question(previous), year))) == _said(
        read_question(meant)
    )


@pytest.mark.parametrize(
    ("text", "previous", "shown"),
    [
        ("ал 2014-те?", "білім беру 2013 және 2014", "білім беру 2014"),
        ("ал 2014 жылы?", "мектептерге қанша?", "мектептерге 2014 жылы"),
        ("а в прошлом году?", "сколько на школы", "школы 2012 год"),
        ("и спорт?", "образование № 12-3", "спорт № 12-3"),
        ("ал мәдениет?", "білім беру", "мәдениет"),
        ("а доля?", "садик 2014", "садик 2014"),  # of what it is asked, and not the words of both
        ("сравни с 2014", "садик", "садик 2013 2014"),
        ("сравни 2013 и 2014", "садик", "садик 2013 2014"),
        ("сравни 2014 и 2013", "садик 2013", "садик 2014 2013"),
    ],
)
def test_what_is_shown_as_understood_comes_from_both(text: str, previous: str, shown: str) -> None:
    assert read_follow_up(text, ShownBefore(read_question(previous), 2013)).text == shown


@pytest.mark.parametrize(
    ("text", "previous", "meant"),
    [
        ("а в Астане?", "образование", "образование Астане"),
        ("Астанада ше?", "білім беру 2014", "білім беру Астанада 2014"),
        ("а в Астане 2015?", "образование в Семее 2014", "образование Астане 2015"),
        ("а доля в Астане?", "образование в Семее", "доля образование Астане"),
        ("дороги в Астане", "образование", "дороги в Астане"),
    ],
)
def test_what_was_asked_is_asked_of_another_place(text: str, previous: str, meant: str) -> None:
    def find_places(question: Question) -> set[str]:
        return {each.sound for each in question.tokens if each.sound.startswith(("astan", "seme"))}

    joined = read_follow_up(text, ShownBefore(read_question(previous), 2014), KnownWords(find_places))
    assert _said(joined) == _said(read_question(meant))


@pytest.mark.parametrize(
    ("text", "previous", "parts"),
    [
        ("сравни со школами", "дороги 2014", ["дороги", "школами"]),
        ("спортпен салыстыр", "білім беру", ["білім беру", "спортпен"]),
        ("сравни с культурой", "образование и спорт", ["образование", "спорт", "культурой"]),
    ],
)
def test_a_line_is_compared_with_the_one_before(text: str, previous: str, parts: list[str]) -> None:
    question = read_follow_up(text, ShownBefore(read_question(previous), 2014))
    assert question.intent is Intent.COMPARE
    assert [[t.folded for t in part.tokens if not t.filler] for part in question.parts] == [
        part.split() for part in parts
    ]
    assert {part.year for part in question.parts} == {question.year}


@pytest.mark.parametrize(
    "previous", ["образование и спорт", "образование 2013, спорт", "білім беру мен спорт"]
)
def test_a_comparison_goes_on_in_another_year(previous: str) -> None:
    question = read_follow_up("а в 2014 году?", ShownBefore(read_question(previous), 2013))
    assert len(question.parts) == 2
    assert question.years == (2014,)
    assert not any(token.sound == "2013" for part in question.parts for token in part.tokens)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [("четвёртое", Unsaid.CONTEXT), ("төртіншісі", Unsaid.CONTEXT), ("второе", None), ("4", None)],
)
def test_a_line_that_was_not_offered_is_not_searched(text: str, lacks: Unsaid | None) -> None:
    offered = {1: "expenditure/04", 2: "expenditure/07"}
    assert read_follow_up(text, ShownBefore(read_question("садик"), 2013, offered=offered)).lacks is lacks


@pytest.mark.parametrize(
    ("bounded", "text", "bounds"),
    [
        ("расходы больше 1 млрд", "а меньше?", Bounds(high=10**9)),
        ("1 млрд теңгеден асатын шығындар", "аз ше?", Bounds(high=10**9)),
        ("программы дешевле 10 млн", "а больше?", Bounds(low=10**7)),
        ("расходы больше 1 млрд", "а не больше?", Bounds(high=10**9, high_included=True)),
        ("1 миллиардтан көп шығындар", "аз жоқ па", Bounds(high=10**9)),
        ("расходы больше 1 млрд", "а без денег меньше?", Bounds(high=10**9)),
        ("1 млрд теңгеден асатын шығындар", "аз емес пе?", Bounds(low=10**9, low_included=True)),
    ],
)
def test_a_bounded_list_is_bounded_on_its_other_side(bounded: str, text: str, bounds: Bounds) -> None:
    """It is no line to compare with the one before it."""
    before = read_question("школы")
    after = replace(read_follow_up(bounded, ShownBefore(before, 2013)), earlier=before)
    question = read_follow_up(text, ShownBefore(after, 2013))
    assert question.parts == ()
    assert question.frame.bounds == bounds


def test_one_message_goes_on_from_another_that_went_on() -> None:
    question = read_question("доля садиков")
    for text in ("а в 2014?", "ал 2015 жылы?", "а в прошлом году?"):
        question = read_follow_up(text, ShownBefore(question, max(question.years, default=2013)))
    assert (question.years, question.intent) == ((2014,), Intent.SHARE)
    assert question.text == "доля садиков 2014 год"


@pytest.mark.parametrize(
    ("text", "named", "edition"),
    [
        ("школы 2014", "школы", "2014"),
        ("образование № 12-3", "образование", "№ 12-3"),
        ("білім беру 2013 жылғы 8 сәуір", "білім беру", "2013 жылғы 8 сәуір"),
        ("білім беру 2013 және 2014", "білім беру", "2013 2014"),
        ("сколько на школы в 2014 году?", "школы", "2014 году"),
        ("школы", "школы", ""),
    ],
)
def test_a_question_parts_into_line_and_edition(text: str, named: str, edition: str) -> None:
    question = read_question(text)
    assert (question.named, question.named_edition) == (named, edition)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("сравни образование и спорт", ["образование", "спорт"]),
        ("білім беру мен мәдениет, спорт", ["білім беру", "мәдениет", "спорт"]),
        ("образование", []),
        ("скажите, сколько на школы", []),
    ],
)
def test_a_question_that_names_several_lines_has_parts(text: str, parts: list[str]) -> None:
    assert [part.named for part in read_question(text).parts] == parts


def test_something_else_is_taken_out_of_the_same_line() -> None:
    question = read_follow_up("а без садиков?", ShownBefore(read_question("образование без школ"), 2013))
    (cut,) = question.exclusions
    assert [token.folded for token in cut.whole.tokens] == ["образование"]
    assert [token.folded for token in cut.parts[0].tokens] == ["садиков"]


@pytest.mark.parametrize(
    ("previous", "decision", "step"),
    [("решение 12-3", "12-3", 1), ("что изменилось", None, 1), ("предыдущее решение", None, 2)],
)
def test_the_decision_before_is_the_one_before_that_which_was_told(
    previous: str, decision: str | None, step: int
) -> None:
    question = read_follow_up("а предыдущее?", ShownBefore(read_question(previous), 2013))
    assert (question.decision, question.in_order.step) == (decision, step)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("второе", "b"),
        ("2", "b"),
        ("№ 2", "b"),
        ("давай второй вариант", "b"),
        ("екіншісі", "b"),
        ("последнее", "b"),
        ("3", None),
        ("второе решение", None),
        ("2014", None),
        ("школы", None),
    ],
)
def test_a_line_is_chosen_by_its_number(text: str, path: str | None) -> None:
    previous = read_question("дороги выросли")
    question = read_follow_up(text, ShownBefore(previous, 2013, offered={1: "a", 2: "b"}))
    assert question.path == path
    if path:
        assert question.frame == previous.frame
        assert not read_follow_up("а школы?", ShownBefore(question, 2013)).path


@pytest.mark.parametrize("text", ["ещё", "дальше", "а ещё?", "тағы", "ары қарай"])
def test_more_of_a_list_is_asked_for(text: str) -> None:
    assert asks_for_more(read_question(text))
    assert not asks_for_more(read_question(f"{text} школы"))


@pytest.mark.parametrize(
    "text",
    ["а в 2014 году?", "ал былтыр?", "в прошлом году", "почему?", "а доля?", "второе", "екіншісі", "ещё"],
)
def test_what_only_goes_on_lacks_a_message_before(text: str) -> None:
    assert read_first(text).lacks is Unsaid.CONTEXT


@pytest.mark.parametrize(
    "text",
    [
        "а школы?",
        "на сколько выросло?",
        "а ты кто?",
        "июльское",
        "464",
        "и сколько в бюджете?",
        "былтыр мектепке",
        "последнее уточнение",
    ],
)
def test_what_stands_alone_lacks_nothing(text: str) -> None:
    assert read_first(text).lacks is None


def test_the_words_of_a_message_itself_are_kept() -> None:
    question = read_follow_up("на сколько выросло?", ShownBefore(read_question("білім беру"), 2013))
    assert [token.folded for token in question.said] == ["на", "сколько", "выросло"]
    assert read_follow_up("школы", ShownBefore(read_question("білім беру"), 2013)).said == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("почему урезали спорт", True),
        ("спорт неге азайды", True),
        ("неге ақша қосылды", False),
        ("спорт урезали", False),
    ],
)
def test_a_reason_is_asked_for(text: str, *, reason: bool) -> None:
    question = read_question(text)
    assert question.frame.reason is reason
    assert question.frame != Frame()


@pytest.mark.parametrize(
    ("before", "text", "relation", "parts"),
    [
        (["школы"], "это больше чем на садики?", Relation.COMPARED, ["школы", "садики"]),
        (["школы", "а садики"], "вместе сколько", Relation.SUMMED, ["школы", "садики"]),
        (["білім беру", "ал спорт"], "екеуін қосшы", Relation.SUMMED, ["білім беру", "спорт"]),
        (["школы", "а садики"], "и что больше", Relation.COMPARED, ["школы", "садики"]),
    ],
)
def test_two_lines_that_were_named_one_after_the_other_are_set_together(
    before: list[str], text: str, relation: Relation, parts: list[str]
) -> None:
    question = read_first(before[0])
    for message in [*before[1:], text]:
        question = read_follow_up(message, ShownBefore(question, 2013))
    assert question.relation is relation
    assert [" ".join(t.folded for t in part.tokens if not t.filler) for part in question.parts] == parts


OFFERED = {1: "expenditure/12/458/023", 2: "expenditure/12/458/045", 3: "expenditure/12/458/022"}
REPAIR, ELSEWHERE = "expenditure/12/458/045", "expenditure/07/464/026"
KNOWN_LINES = KnownWords(
    find_lines=lambda question: frozenset(
        {"remont": {REPAIR, ELSEWHERE}, "jondeu": {REPAIR}, "dorogi": set(OFFERED.values())}.get(
            question.words[-1], ()
        )
    )
)


@pytest.mark.parametrize("text", ["нет, не ремонт", "не ремонт", "нет не ремонт", "жоқ, жөндеу емес"])
def test_a_line_that_is_denied_is_none_of_those_offered(text: str) -> None:
    before = ShownBefore(read_question("дороги 2014 год"), 2014, offered=OFFERED, is_asserted=False)
    question = read_follow_up(text, before, KNOWN_LINES)
    assert question.refused == {REPAIR}  # and not what was offered nowhere
    assert (question.words, question.year) == (("dorogi",), 2014)


@pytest.mark.parametrize(
    ("text", "is_asserted"), [("не ремонт", True), ("не дороги", False), ("не садики", False)]
)
def test_no_line_is_refused_that_was_not_offered_nor_are_all(text: str, is_asserted: bool) -> None:
    before = ShownBefore(read_question("дороги"), 2013, offered=OFFERED, is_asserted=is_asserted)
    assert read_follow_up(text, before, KNOWN_LINES).refused == frozenset()


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("группа 12", None),
        ("группа 12 сколько", None),
        ("12-топ", Unsaid.CONTEXT),
        ("вариант 12", Unsaid.CONTEXT),
    ],
)
def test_a_code_that_is_called_one_chooses_nothing(text: str, lacks: Unsaid | None) -> None:
    question = read_first(text)
    assert question.lacks is lacks
    assert (("12",) in question.codes) or lacks
