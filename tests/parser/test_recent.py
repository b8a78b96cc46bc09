"""What is remembered of texts that are read one after another: as much as there is room for, and the same is read."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import Mock

import pytest

from parser.parse import RecentTables, parse_raw
from parser.readers.act_files import read_act_file
from parser.readers.columns import read_grid
from parser.readers.files import RawFile
from parser.recent import Recent
from parser.records import Language
from parser.tables.table import read_table
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import FILES, JULY, ORIGINAL, SAMPLE, VERSIONS


def _raw(version: str, language: Language) -> RawFile:
    return read_act_file(SAMPLE / version / FILES[language])


def test_what_has_not_come_for_long_is_forgotten() -> None:
    recent = Recent[int, str](100, lambda _, text: len(text))
    for key in range(40):
        recent.keep(key, "x" * 10)
        assert recent.get(0) == "x" * 10  # which comes again and again
        assert recent.get(key) is not None
    held = [key for key in range(40) if recent.get(key)]
    assert 5 <= len(held) <= 10
    assert {0, 39} <= set(held)


def test_what_has_no_room_is_not_kept() -> None:
    recent = Recent[int, str](100, lambda _, text: len(text))
    recent.keep(1, "x" * 40)
    recent.keep(2, "x" * 51)
    assert (recent.get(1), recent.get(2)) == ("x" * 40, None)


def test_tables_of_another_version_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(_raw(version, Language.RU), sample.parsed(version, Language.RU)) for version in VERSIONS]
    printed, read = Mock(wraps=read_grid), Mock(wraps=read_table)
    monkeypatch.setattr("parser.readers.html.read_grid", printed)
    monkeypatch.setattr("parser.tables.read_tables.read_table", read)
    recent = RecentTables()
    assert [parse_raw(raw, recent) for raw, _ in texts] == [parsed for _, parsed in texts]
    # Of the two redactions the tables of the first year are other ones, those of the others are the original's.
    assert (printed.call_count, read.call_count) == (10, 5)


def test_a_table_is_another_one_by_a_figure_and_by_its_number() -> None:
    recent = RecentTables()
    raw = _raw(ORIGINAL, Language.RU)
    first = parse_raw(raw, recent)
    text = raw.data.decode()
    changed = replace(raw, data=text.replace("<td>22 540</td>", "<td>22 541</td>").encode())
    assert parse_raw(changed, recent) == parse_raw(changed) != first
    before = text.index("\n\n1. ")
    moved = replace(
        raw, data=f"{text[:before]}<table><tr><td>а</td><td>б</td></tr></table>\n\n{text[before:]}".encode()
    )
    assert parse_raw(moved, recent) == parse_raw(moved)
    assert sample.parsed(JULY, Language.RU) == parse_raw(_raw(JULY, Language.RU), recent)
