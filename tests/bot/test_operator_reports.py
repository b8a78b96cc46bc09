"""What the commands print, in the language of the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from typer.testing import CliRunner

from bot.cli import app
from bot.dataset.fields import RESOURCES
from bot.operator.texts import OperatorLanguage
from parser.records import Section
from tests.bot.command_line import DECISION
from tests.harness.databases import database_url
from tests.harness.sweeping import mostly_swept
from tests.test_locales import OPERATOR, messages, nodes

# What no language translates: sections in paths, files of the dataset.
SHARED = {*Section, *(resource.name for resource in RESOURCES)}


def latin(language: OperatorLanguage) -> Iterator[str]:
    """The words in Latin letters that the texts of a language say by themselves."""
    for message in messages(OPERATOR, language).values():
        for node in nodes(message):
            if isinstance(node, ftl.TextElement):
                yield from re.findall(r"[a-z_]{4,}", node.value.lower())


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A folder with a decision whose sum is wrong, and with a file that is no text."""
    folder = tmp_path / "in"
    folder.mkdir()
    text = DECISION.read_text(encoding="utf-8").replace("10 456", "10 457")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0")
    return folder


@pytest.mark.sweep
@pytest.mark.parametrize("spoken", mostly_swept([OperatorLanguage.KK, OperatorLanguage.RU], 2))
def test_no_command_falls_back_into_english(
    samples: Path, tmp_path: Path, damaged: Path, spoken: OperatorLanguage
) -> None:
    code = f"{spoken}_KZ.UTF-8"
    loaded = {"DATABASE_URL": database_url(samples), "LANG": code}
    empty = {"DATABASE_URL": database_url(tmp_path / "new.db"), "LANG": code}
    words = {*latin(OperatorLanguage.EN)} - {*latin(spoken)} - SHARED
    for environment, *arguments in (
        (empty, "check"),
        (empty, "load", str(damaged)),
        (empty, "load", str(tmp_path / "x")),
        (empty, "check"),
        (empty, "changes"),
        (loaded, "load", str(DECISION)),
        (loaded, "parse", str(DECISION)),
        (loaded, "changes", "15-3"),
        (loaded, "changes", "77-7"),
        (loaded, "check"),
        (loaded, "stats"),
        (loaded, "coverage"),
        (loaded, "ask"),
        (loaded, "migrate"),
        (loaded, "export", str(tmp_path / "dataset")),
        (loaded, "export", str(damaged / "a.txt")),
        ({**loaded, "ADMIN_IDS": "@x"}, "stats"),
    ):
        result = CliRunner().invoke(app, arguments, env=environment)
        said = re.sub(r"\(local-[a-z-]+\)", "", result.output.replace(str(tmp_path), ""))  # repositories
        assert result.output, arguments
        assert not words & set(re.findall(r"[a-z_]{4,}", said.lower())), (arguments, said)


def test_a_report_reads_well_in_russian(samples: Path, tmp_path: Path, damaged: Path) -> None:
    environment = {"DATABASE_URL": database_url(tmp_path / "new.db"), "LANG": "ru_RU.UTF-8"}
    loaded = CliRunner().invoke(app, ["load", str(damaged)], env=environment).output
    assert "b.txt: это не текст и не документ известного формата" in loaded
    assert "a.txt\n  расхождение expenditure/08/455: напечатано 24 527, строки под ней дают 24 528" in loaded
    environment["DATABASE_URL"] = database_url(samples)
    changes = CliRunner().invoke(app, ["changes", "15-3"], env=environment).output
    assert "№ 15-3 от 12.07.2013, Тараз, 2013 год" in changes
    assert "между ними не загружено: № 13-3 от 24.05.2013" in changes
    assert "сходится: " in changes
