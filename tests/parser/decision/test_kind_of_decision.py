"""What a decision does to a budget is told by its words; where they do not tell, that is a finding."""

from __future__ import annotations

import pytest

from parser.errors import ParseError
from parser.kinds import FindingKind, ParseErrorKind
from parser.parse import parse_document
from parser.records import DecisionKind, Language, ParsedDecision
from tests.parser.decision.test_no_plan import AMENDS, BUDGET, CLAUSE, OWN, STAMP, TITLE, VERB
from tests.parser.texts import budget_rows, document

KK, RU = Language.KK, Language.RU
SAYS_NOTHING = {
    RU: "1. Решение вводится в действие с 1 января 2013 года.",
    KK: "1. Осы шешім 2013 жылдың 1 қаңтарынан қолданысқа енгізіледі.",
}
OF_AMENDED = {
    RU: STAMP[RU].replace("8 апреля 2013 года № 12-3", "14 декабря 2012 года № 10-3"),
    KK: STAMP[KK].replace("2013 жылғы 8 сәуірдегі № 12-3", "2012 жылғы 14 желтоқсандағы № 10-3"),
}
OF_RU = "Таразского городского маслихата от 14 декабря 2012 года № 10-3"
OF_KK = "Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3"
AMENDMENTS = [
    (RU, f"Копия. {AMENDS[RU]}"),
    (RU, f"РЕШЕНИЕ {AMENDS[RU]}"),
    (RU, f"Городской маслихат. {AMENDS[RU]}"),
    (RU, "Об уточнении городского бюджета на 2013-2015 годы"),
    (RU, "О корректировке бюджета города Тараз на 2013-2015 годы"),
    (RU, "Об изменении городского бюджета на 2013-2015 годы"),
    (RU, f"Об изложении в новой редакции решения {OF_RU} «О городском бюджете на 2013-2015 годы»"),
    (RU, f"О продлении действия решения {OF_RU} «О городском бюджете на 2013-2015 годы» на 2014 год"),
    (RU, "О пересмотре городского бюджета на 2013-2015 годы"),
    (
        KK,
        f"{OF_KK} «2013-2015 жылдарға арналған қалалық бюджет туралы» шешімін жаңа редакцияда баяндау туралы",
    ),
    (
        KK,
        f"{OF_KK} «2013-2015 жылдарға арналған қалалық бюджет туралы» шешімінің қолданылу мерзімін ұзарту туралы",
    ),
    (KK, f"Көшірме. {AMENDS[KK]}"),
    (KK, "2013-2015 жылдарға арналған қалалық бюджетті нақтылау туралы"),
    (KK, "2013-2015 жылдарға арналған қалалық бюджетті түзету туралы"),
]


def read(
    language: Language, *above: str, clause: str | None = None, stamp: str | None = None
) -> ParsedDecision:
    text = "\n".join((*above, VERB[language], clause or CLAUSE[language]))
    heading = f"{stamp or STAMP[language]}\n{BUDGET[language]}"
    return parse_document(document(language, text, heading, budget_rows(language)))


def assumed(parsed: ParsedDecision) -> bool:
    return FindingKind.KIND_ASSUMED in {finding.kind for finding in parsed.warnings}


@pytest.mark.parametrize(("language", "title"), AMENDMENTS)
def test_a_change_under_any_title_is_an_amendment(language: Language, title: str) -> None:
    parsed = read(language, title, OWN[language])
    assert parsed.decision.kind is DecisionKind.AMENDMENT
    assert parsed.decision.number == "12-3"
    amended = parsed.decision.amends
    assert (amended is not None and amended.number) == ("10-3" in title and "10-3")


@pytest.mark.parametrize("language", Language)
def test_what_adopts_a_budget_is_known_by_title_or_clause(language: Language) -> None:
    for parsed in (
        read(language, TITLE[language], OWN[language], clause=SAYS_NOTHING[language]),
        read(language, OWN[language]),
    ):
        assert parsed.decision.kind is DecisionKind.ORIGINAL
        assert not assumed(parsed)


@pytest.mark.parametrize("language", Language)
def test_a_kind_that_nothing_tells_is_a_finding(language: Language) -> None:
    assert assumed(read(language, OWN[language], clause=SAYS_NOTHING[language]))


@pytest.mark.parametrize("language", Language)
def test_an_amendment_without_its_number_is_not_what_it_changes(language: Language) -> None:
    """Though its table bears the stamp of the amended decision, as it restates an appendix of that."""
    with pytest.raises(ParseError) as refused:
        read(language, AMENDS[language], stamp=OF_AMENDED[language])
    assert refused.value.kind is ParseErrorKind.NO_DECISION


@pytest.mark.parametrize("language", Language)
def test_a_decision_that_only_stamps_name_is_read(language: Language) -> None:
    assert read(language, TITLE[language], stamp=OF_AMENDED[language]).decision.number == "10-3"
    assert read(language, AMENDS[language]).decision.number == "12-3"
