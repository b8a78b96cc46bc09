"""The lexicon made ready is the one of the lists; any file but that of these lists and this program is as none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from parser.records import Language
from storage.prepared import digest_sources, find_cache, keep_prepared, read_prepared
from storage.search import lexicon_files
from storage.search.lexicon_files import read_entries
from storage.search.phrases import Entry, Lexicon, prepare_phrases
from storage.search.weights import WEIGHTS

LOCALES = Path(__file__).parents[2] / "locales"
FORM = {"слово": [1, None, 0.1]}
NAME, SOURCES = "words.json", "a" * 64


def fields(entry: Entry) -> tuple[object, ...]:
    return tuple(getattr(entry, name) for name in Entry.__slots__)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file as it is kept."""
    keep_prepared(NAME, SOURCES, tmp_path / "cache", FORM)
    return tmp_path / "cache" / NAME


@pytest.mark.sweep
def test_what_is_kept_is_what_the_lists_make(tmp_path: Path) -> None:
    entries = read_entries(LOCALES)
    form = prepare_phrases(entries)
    keep_prepared(NAME, SOURCES, tmp_path, form)
    kept = read_prepared(NAME, SOURCES, tmp_path)
    assert kept == form
    assert [list(each) for each in (kept["found"], kept["words"]["stems"], kept["telling"])] == [
        list(each) for each in (form["found"], form["words"]["stems"], form["telling"])
    ]
    assert list(map(fields, Lexicon(kept).entries())) == list(map(fields, entries))


def phrase(word: str) -> Entry:
    return Entry((word,), Language.KK, (("termin",),), (), weak=False, exact=False)


def test_a_start_uses_what_an_earlier_one_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> list[tuple[str, ...]]:
        lexicon = lexicon_files._read_folder.__wrapped__(LOCALES, WEIGHTS.phrases)
        return [entry.folded for entry in lexicon.entries()]

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(lexicon_files, "read_entries", lambda _: [phrase("тізім")])
    keep_prepared("lexicon.json", digest_sources(), find_cache(), prepare_phrases([phrase("сақталған")]))
    assert load() == [("сақталған",)]
    keep_prepared("lexicon.json", SOURCES, find_cache(), prepare_phrases([phrase("ескі")]))  # of other lists
    assert load() == [("тізім",)]
    monkeypatch.setattr(lexicon_files, "read_entries", lambda _: [])
    assert load() == [("тізім",)]
    assert [file.name for file in (tmp_path / "qazyna").iterdir()] == [
        "lexicon.json"
    ]  # in the old one's place


def test_other_lists_and_weights_are_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(lexicon_files, "read_entries", lambda _: [phrase("тізім")])
    read = lexicon_files._read_folder.__wrapped__
    for lexicon in (read(tmp_path, WEIGHTS.phrases), read(LOCALES, replace(WEIGHTS.phrases, form=0.5))):
        assert [entry.folded for entry in lexicon.entries()] == [("тізім",)]
    assert list(tmp_path.iterdir()) == []


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-3] ^= 1
    file.write_bytes(content)


def link(file: Path) -> None:
    moved = file.rename(file.with_name("other"))
    file.symlink_to(moved)


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize(
    "spoil",
    [
        flip,
        link,
        pipe,
        Path.unlink,
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
        lambda file: file.write_bytes(file.read_bytes() + b" "),
        lambda file: file.write_bytes(file.read_bytes().replace(b"a", b"b", 1)),
        lambda file: file.write_text('{"слово": []}', encoding="utf-8"),
        lambda file: file.chmod(0o620),  # others may write to it
        lambda file: (file.unlink(), file.mkdir()),
    ],
)
def test_a_spoiled_file_is_as_none(kept: Path, spoil: Callable[[Path], object]) -> None:
    assert read_prepared(NAME, SOURCES, kept.parent) == FORM
    spoil(kept)
    assert read_prepared(NAME, SOURCES, kept.parent) is None


def test_what_is_made_of_other_lists_or_kept_nowhere_is_as_none(kept: Path) -> None:
    assert read_prepared(NAME, "b" * 64, kept.parent) is None
    assert read_prepared(NAME, SOURCES, None) is None
    for folder in (kept, None):  # no folder to write to
        keep_prepared(NAME, SOURCES, folder, FORM)
    assert read_prepared(NAME, SOURCES, kept.parent) == FORM


def test_lists_and_program_are_told_by_their_content(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for room in ("locales", "parser/text", "storage/search"):
        (project / room).mkdir(parents=True)
    word_list, program = project / "locales/absent.txt", project / "storage/search/words.py"
    word_list.write_text("трон\n", encoding="utf-8")
    program.write_text("LEAST = 3\n", encoding="utf-8")
    first = digest_sources(project)
    assert digest_sources(Path(shutil.copytree(project, tmp_path / "copied"))) == first
    os.utime(word_list, (0, 0))
    assert digest_sources(project) == first
    word_list.write_text("тронн\n", encoding="utf-8")
    second = digest_sources(project)
    program.write_text("LEAST = 4\n", encoding="utf-8")
    assert len({first, second, digest_sources(project)}) == 3


def test_the_cache_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert find_cache() == tmp_path / "qazyna"
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for unset in ("", "relative"):  # as the standard has it
        monkeypatch.setenv("XDG_CACHE_HOME", unset)
        assert find_cache() == tmp_path / "home" / ".cache" / "qazyna"
