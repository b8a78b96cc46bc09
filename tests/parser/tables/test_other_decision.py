"""A table that belongs to another decision, as its stamp says, is never taken for one of the file's own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parser.decision.references import NamedDecision, find_named_decisions
from parser.kinds import FindingKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import AsideReason, ParsedDecision
from parser.tables import editions
from parser.text.passage import Passage
from tests.parser.typography import BASE, EXPECTED

BODY = BASE[BASE.index("<body>") + len("<body>") : BASE.index("</body>")]
STAMP = "Приложение 1 к решению Коктемского городского маслихата от 8 апреля 2013 года № 2-3"
LATER = BODY.replace("№ 2-3", "№ 3-3").replace("8 апреля", "9 мая").replace("1 240", "1 140")
TITLE = "Бюджет города Коктем на 2013 год"


def read(page: str) -> ParsedDecision:
    return parse_raw(as_raw("x.html", page.encode()))


def two(second: str) -> dict[str, str]:
    """A page with two decisions, and two pages saved one behind the other."""
    page = BASE.replace(BODY, second)
    assert page != BASE
    pages = BASE + page
    return {
        "one page": BASE.replace("</body>", f"{second}</body>"),
        "two pages": pages,
        "two pages that close html alone": pages.replace("</body>", ""),
        "two pages that close body alone": pages.replace("</html>", ""),
        "two pages that close neither": pages.replace("</body>", "").replace("</html>", ""),
    }


@pytest.mark.parametrize("form", two(LATER))
@pytest.mark.parametrize(
    ("title", "year"),
    [(TITLE, 2013), (TITLE.replace("2013", "2014"), 2014), ("Бюджет Байзакского района на 2013 год", 2013)],
)
def test_of_two_decisions_in_one_file_the_second_one_s_table_is_set_aside(
    form: str, title: str, year: int
) -> None:
    parsed = read(two(LATER.replace(TITLE, title))[form])
    assert parsed.decision.number == "2-3"
    [edition] = parsed.editions
    assert [(line.path, line.name, line.amount) for line in edition.lines] == EXPECTED
    assert [(each.reason, each.title, each.year) for each in parsed.set_aside] == [
        (AsideReason.OTHER_DECISION, title, year)
    ]
    told = [found.values for found in parsed.warnings if found.kind is FindingKind.OTHER_DECISION]
    assert told == [{"number": "3-3", "date": "2013-05-09"}]


@pytest.mark.parametrize(
    "stamp",
    [
        STAMP.replace("№ 2-3", "№ 2-4"),  # a misprint: the day is the decision's own
        STAMP.replace("8 апреля 2013 года № 2-3", "14 декабря 2012 года № 1-1"),  # what it amends
        STAMP.replace(" от 8 апреля 2013 года № 2-3", ""),
        "Приложение 1",
    ],
)
def test_a_stamp_of_what_the_text_has_to_do_with_is_its_own(stamp: str) -> None:
    parsed = read(BASE.replace(STAMP, stamp))
    [edition] = parsed.editions
    assert [(line.path, line.name, line.amount) for line in edition.lines] == EXPECTED
    assert not parsed.set_aside


@pytest.mark.parametrize(("named", "times"), [(STAMP[len("Приложение 1") :], 1), ("", 0)])
def test_what_a_text_names_is_sought_once_for_all_tables_whose_stamp_names_a_decision(
    monkeypatch: pytest.MonkeyPatch, named: str, times: int
) -> None:
    sought: list[int] = []

    def seek(passages: Sequence[Passage]) -> list[NamedDecision]:
        sought.append(len(passages))
        return find_named_decisions(passages)

    monkeypatch.setattr(editions, "find_named_decisions", seek)
    appendix = BODY[BODY.index(f"<p>{STAMP}") :]
    further = appendix.replace("Приложение 1", "Приложение 2").replace(TITLE, TITLE.replace("2013", "2014"))
    parsed = read(BASE.replace("</body>", f"{further}</body>").replace(STAMP[len("Приложение 1") :], named))
    assert [edition.year for edition in parsed.editions] == [2013, 2014]
    assert len(sought) == times


def test_a_stamp_alone_of_another_decision_is_told_and_the_table_kept() -> None:
    """It may be copied from an earlier one; no text of that decision stands in the file."""
    parsed = read(BASE.replace(STAMP, STAMP.replace("8 апреля 2013 года № 2-3", "5 марта 2013 года № 1-9")))
    [edition] = parsed.editions
    assert [(line.path, line.name, line.amount) for line in edition.lines] == EXPECTED
    told = [found.values for found in parsed.warnings if found.kind is FindingKind.STAMP_DIFFERS]
    assert told == [{"number": "1-9", "date": "2013-03-05"}]
