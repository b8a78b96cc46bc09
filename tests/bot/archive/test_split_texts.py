"""Texts of a clone that are too long for one file: all their parts are read, and a part that changes is seen."""

from __future__ import annotations

from pathlib import Path

from parser.records import Language
from tests.bot.archive.clones import ACT, Commit, load, message, village, write_clone
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import JULY, ORIGINAL
from tests.storage.dump import facts

HASHES = {"archive_act", "archive_text"}  # tables of what was read


def split(version: str, **changed: str) -> Commit:
    """A version in parts, some of them other ones."""
    files = {"meta.yaml": sample.meta(version)}
    for language in Language:
        files |= sample.in_parts(version, language)
    files |= {name.replace("__", "/") + ".md": text for name, text in changed.items()}
    return Commit({f"{ACT}/{name}": text for name, text in files.items()}, message(version), version)


def said(database: Path) -> dict[str, list[list[object]]]:
    """All that a database says; a text goes by its name, not by the hash of its files."""
    found = facts(database)
    names = {sha256: file for sha256, file, *_ in found["source"]}
    return {
        table: sorted(([names.get(value, value) for value in row] for row in rows), key=repr)
        for table, rows in found.items()
        if table not in HASHES
    }


def test_texts_in_parts_are_the_whole_texts(database: Path, tmp_path: Path) -> None:
    clone = write_clone(tmp_path / "local-parts.git", [split(ORIGINAL), split(JULY)])
    assert load(database, clone).counts.stored == {"new": 4}
    in_parts = said(database)
    # The next build has room for them in one file: every text is another one, and says the same.
    write_clone(clone, village([ORIGINAL, JULY]))
    assert len(load(database, clone).names) == 4
    assert said(database) == in_parts
    assert load(database, clone).names == []
    # Only a part changes: its text is read again, and no other.
    part = sample.in_parts(JULY, Language.RU)["rus/sec001.md"]
    write_clone(clone, [split(ORIGINAL), split(JULY)])
    load(database, clone)
    assert said(database) == in_parts
    write_clone(
        clone, [split(ORIGINAL), split(JULY, rus__sec001=part.replace("<td>6 133</td>", "<td>6 134</td>"))]
    )
    again = load(database, clone)
    assert [name.partition(".")[2] for name in again.names] == ["2019-07-31.rus.md"]
