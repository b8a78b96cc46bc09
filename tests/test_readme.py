"""What README and docs promise is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.cli import app
from handlers.answering import answer_question
from handlers.desk import Desk
from handlers.views.message import plain_text
from handlers.views.texts import load_texts
from parser.records import Language
from parser.text.language import detect_language
from storage.search.index import Index

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CLI = (ROOT / "docs/cli.md").read_text(encoding="utf-8")


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    promised = set(re.findall(r"`?make ([a-z]+)", README))
    assert {"chat", "run", "test", "bench"} <= promised <= targets


def test_the_makefile_tells_each_target() -> None:
    head, _, rest = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nexport PYTHON\n")
    [targets] = re.findall(r"^\.PHONY: (.+)$", rest, re.MULTILINE)
    assert {*re.findall(r"make ([a-z]+)", head)} == {*targets.split()}


def test_commands_are_those_documented() -> None:
    commands = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]  # a group's
    documented = set(re.findall(r"^\| `([a-z]+)[` ]", CLI, re.MULTILINE))
    assert documented == commands


PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


def test_files_named_exist() -> None:
    assert len(PAGES) > 20
    for text in (page.read_text(encoding="utf-8") for page in PAGES):
        for named in re.findall(r"`((?:parser|data|docs|storage|handlers|bot|locales)/[\w/.-]+)`", text):
            assert (ROOT / named).exists() or "XX" in named, named  # XX: a language to be added


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_linked_is_there(page: Path) -> None:
    """Another file, seen from the page, and the heading in it."""
    for linked in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text(encoding="utf-8")):
        file, _, heading = linked.partition("#")
        target = page.parent / file if file else page
        assert target.exists(), linked
        assert not heading or heading in list_anchors(target), linked


def list_anchors(page: Path) -> set[str]:
    """What links call the headings of a page: letters, digits and dashes of each, in small letters."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


ANSWERS = re.findall(r"^`([^`]+)`[^\n]*\n\n((?:>.*\n)+)", README, re.MULTILINE)


def test_there_are_three_answers_in_both_languages() -> None:
    assert [detect_language(shown) for _, shown in ANSWERS] == [Language.KK, Language.RU, Language.RU]


@pytest.mark.parametrize(("question", "shown"), ANSWERS)
async def test_the_answers_are_real(taraz: AsyncSession, index: Index, question: str, shown: str) -> None:
    language = detect_language(shown) or Language.RU
    view = await answer_question(Desk(taraz, index, load_texts(language)), question)
    real = plain_text(view).replace("\u00a0", " ").splitlines()
    for line in shown.splitlines():
        text = line.removeprefix(">").strip().replace("**", "")
        assert not text or any(found.startswith(text) for found in real), text
