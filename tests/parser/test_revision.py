"""The parser's revision rises when something is read otherwise, and only then."""

from __future__ import annotations

from parser.revision import PARSER_REVISION
from tests.fingerprint import Reading, Recorded, load_recorded, read_fixtures

REMEDY = (
    "run `make fingerprint`: it raises the revision where a reading changed, and writes parser/readings.tsv"
)
READ = {"a.txt": Reading("bytes", "understood"), "b.pdf": Reading("more bytes", "more")}
RECORDED = Recorded(4, {file: (reading.content, reading.fingerprint(4)) for file, reading in READ.items()})
OTHERWISE = {**READ, "b.pdf": Reading("more bytes", "understood otherwise")}


def test_the_revision_is_that_of_the_readings() -> None:
    recorded, readings = load_recorded(), read_fixtures()
    assert recorded.revision == PARSER_REVISION, REMEDY
    assert recorded.differing(readings) == [], f"these files are read otherwise: {REMEDY}"
    assert recorded == recorded.renewed(readings, PARSER_REVISION), (
        f"fixtures came, went or changed: {REMEDY}"
    )
    assert len(readings) > 30


def test_a_reading_that_changes_raises_the_revision_once() -> None:
    assert RECORDED.differing(OTHERWISE) == ["b.pdf"]
    raised = RECORDED.renewed(OTHERWISE, 4)
    assert raised.revision == 5
    assert raised.renewed(OTHERWISE, 5) == raised
    # A number that was raised by hand for this change is high enough.
    assert RECORDED.renewed(OTHERWISE, 5).revision == 5


def test_a_file_that_came_went_or_was_edited_is_no_other_reading() -> None:
    for readings in (
        {**READ, "c.csv": Reading("new", "new")},
        {"a.txt": READ["a.txt"]},
        {**READ, "a.txt": Reading("edited bytes", "edited")},
    ):
        assert RECORDED.renewed(readings, 4).revision == 4


def test_a_change_that_no_fixture_shows_is_said_by_hand() -> None:
    assert RECORDED.renewed(READ, 4) == RECORDED
    assert RECORDED.renewed(READ, 4, raised=True).revision == 5


def test_a_number_changed_without_its_fingerprints_is_noticed() -> None:
    assert RECORDED.renewed(READ, 5) != RECORDED
    assert RECORDED.renewed(READ, 5).differing(READ) == []
    assert Recorded(5, RECORDED.files).differing(READ) == list(READ)
