"""The parser's revision rises when something is read otherwise, and only then."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parser.revision import PARSER_REVISION
from tests.fingerprint import Reading, Recorded, list_fixtures, load_recorded, read_fixtures
from tests.harness.sweeping import some_of

REMEDY = (
    "run `make fingerprint`: it raises the revision where a reading changed, and writes parser/readings.tsv"
)
FILES = list_fixtures()
READ = {"a.txt": Reading("bytes", "understood"), "b.pdf": Reading("more bytes", "more")}
RECORDED = Recorded(4, {file: (reading.content, reading.fingerprint(4)) for file, reading in READ.items()})
OTHERWISE = {**READ, "b.pdf": Reading("more bytes", "understood otherwise")}


@pytest.mark.parametrize("files", some_of(FILES, 5))
def test_the_revision_is_that_of_the_readings(files: Sequence[str]) -> None:
    recorded, readings = load_recorded(), read_fixtures(files)
    assert recorded.revision == PARSER_REVISION, REMEDY
    assert recorded.differing(readings) == [], f"these files are read otherwise: {REMEDY}"
    asked = Recorded(recorded.revision, {file: recorded.files.get(file, ("", "")) for file in files})
    assert asked == asked.renewed(readings, PARSER_REVISION), f"fixtures changed: {REMEDY}"


def test_what_is_recorded_is_what_is_there() -> None:
    assert [*load_recorded().files] == FILES, f"fixtures came or went: {REMEDY}"
    assert len(FILES) > 30


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
