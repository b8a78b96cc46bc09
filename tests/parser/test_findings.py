"""What a reader collects along the way, and the places it names."""

from __future__ import annotations

import datetime as dt

import pytest

from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import PlaceUnit, SourcePlace

TABLE = SourcePlace(PlaceUnit.TABLE, 2)
PLACES = {
    "line 53": SourcePlace(PlaceUnit.LINE, 53),
    "table 2, row 7": SourcePlace(PlaceUnit.ROW, 7, TABLE),
    "page 3, table 2, row 7": SourcePlace(
        PlaceUnit.ROW, 7, SourcePlace(PlaceUnit.TABLE, 2, SourcePlace(PlaceUnit.PAGE, 3))
    ),
}


@pytest.mark.parametrize("text", PLACES)
def test_a_place_is_read_back_as_it_is_written(text: str) -> None:
    assert str(PLACES[text]) == text
    assert SourcePlace.parse(text) == PLACES[text]


@pytest.mark.parametrize("text", ["", "line", "line x", "chapter 2", "line 2, ", "table 2; row 7"])
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"PlaceUnit|invalid literal"):
        SourcePlace.parse(text)


def test_a_finding_is_kept_once_in_the_order_of_the_first_sight() -> None:
    findings = Findings()
    findings.add(FindingKind.UNIT_ASSUMED, TABLE)
    findings.add(FindingKind.AMOUNT_MISSING, TABLE, name="Прочие", path=None)
    findings.add(FindingKind.UNIT_ASSUMED, TABLE)
    findings.add(FindingKind.UNIT_ASSUMED, SourcePlace(PlaceUnit.TABLE, 3))
    assert [(finding.kind, str(finding.at)) for finding in findings] == [
        (FindingKind.UNIT_ASSUMED, "table 2"),
        (FindingKind.AMOUNT_MISSING, "table 2"),
        (FindingKind.UNIT_ASSUMED, "table 3"),
    ]
    assert list(Findings(findings)) == list(findings)


def test_dates_are_kept_in_their_iso_form() -> None:
    findings = Findings()
    day = dt.date(2013, 4, 8)
    findings.add(
        FindingKind.DECISION_DATED_TWICE, None, number="12-3", first_date=day, second_date=day.replace(day=9)
    )
    (finding,) = findings
    assert finding.values == {"number": "12-3", "first_date": "2013-04-08", "second_date": "2013-04-09"}
