"""Imports flow one way, bot → handlers → storage → parser, and what must start fast imports no aiogram."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.harness.sources import list_nodes, read_tree

PROJECT = Path(__file__).resolve().parents[1]
ROOMS = ("parser", "storage", "handlers", "bot")  # each may import itself and those before it
OURS = {*ROOMS, "tests", "bench"}
FILES = [(room, file) for room in ROOMS for file in sorted((PROJECT / room).rglob("*.py"))]


def import_nodes(file: Path, *, to_run: bool = False) -> Iterator[ast.Import | ast.ImportFrom]:
    """Where a file imports something, wherever in it; not what it needs for its types alone where it runs."""
    nodes = list_nodes(read_tree(file))
    guarded = [
        node for node in nodes if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    of_types = {id(node) for each in guarded for node in ast.walk(each)} if to_run else set()
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom) and id(node) not in of_types:
            yield node


def imports(file: Path, *, to_run: bool = False) -> Iterator[str]:
    """All modules a file imports."""
    for node in import_nodes(file, to_run=to_run):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide their direction"
            yield node.module or ""


def test_there_are_files_to_look_at() -> None:
    assert {room for room, _ in FILES} == set(ROOMS)


def test_arrows_point_one_way() -> None:
    assert len(FILES) > 200
    for room, file in FILES:
        forbidden = OURS - set(ROOMS[: ROOMS.index(room) + 1])
        assert [name for name in imports(file) if name.partition(".")[0] in forbidden] == [], file


@cache
def imported_files(file: Path, *, to_run: bool = False) -> frozenset[Path]:
    """The files of ours that a file imports, also those it needs for its types alone unless it runs."""
    found: set[Path] = set()
    for node in import_nodes(file, to_run=to_run):
        if isinstance(node, ast.ImportFrom):
            module = (node.module or "").split(".")
            for name in node.names:
                candidates = [[*module, name.name], module, [*module, "__init__"]]
                files = [PROJECT.joinpath(*parts).with_suffix(".py") for parts in candidates]
                found.update(list(filter(Path.is_file, files))[:1])
        elif isinstance(node, ast.Import):
            files = [PROJECT.joinpath(*alias.name.split(".")).with_suffix(".py") for alias in node.names]
            found.update(filter(Path.is_file, files))
    return frozenset(found - {file})


def test_no_file_needs_itself() -> None:
    """Without circles, files can be read one after another, and each has one place."""
    left = {file: imported_files(file) for _, file in FILES}
    while free := {file for file, needed in left.items() if not needed & left.keys()}:
        left = {file: needed for file, needed in left.items() if file not in free}
    assert not left, sorted(str(file.relative_to(PROJECT)) for file in left)


@pytest.mark.parametrize(
    ("folder", "below"),
    [("reading", ("loading", "answering", "search")), ("search", ("loading", "answering"))],
)
def test_what_is_read_knows_nothing_of_who_asks_or_loads(folder: str, below: tuple[str, ...]) -> None:
    files = sorted((PROJECT / "storage" / folder).glob("*.py"))
    assert files
    for file in files:
        for name in imports(file):
            assert not name.startswith(tuple(f"storage.{other}" for other in below)), f"{file.name}: {name}"


@pytest.mark.parametrize(
    "file", sorted((PROJECT / "handlers" / "views").rglob("*.py")), ids=lambda file: file.name
)
def test_views_are_pure(file: Path) -> None:
    for name in imports(file):
        assert name.partition(".")[0] not in {"aiogram", "sqlalchemy", "sqlmodel", "aiosqlite", "aiohttp"}, (
            name
        )
        assert not name.startswith("handlers.") or name.startswith("handlers.views."), name


def reached(file: Path, *, to_run: bool = False) -> set[Path]:
    """A file with all files of ours that it imports, and those they import."""
    found: set[Path] = set()
    left = {file}
    while left:
        found |= left
        left = {imported for each in left for imported in imported_files(each, to_run=to_run)} - found
    return found


def test_matplotlib_is_known_to_the_process_that_draws_alone() -> None:
    """It takes half a second and 60 megabytes; the bot itself stays small."""
    charts = PROJECT / "bot" / "charts"
    using = {
        file
        for _, file in FILES
        if {"matplotlib", "numpy"} & {each.partition(".")[0] for each in imports(file)}
    }
    assert using == {charts / "canvas.py"}
    assert using <= reached(charts / "worker.py")
    entrances = [PROJECT / "bot" / name for name in ("cli.py", "app.py", "chat/chat.py", "serving/run.py")]
    for file in entrances:
        assert charts / "studio.py" in reached(file), file
        assert not reached(file) & {charts / "canvas.py", charts / "worker.py"}, file


def test_the_parser_knows_no_database_and_no_network() -> None:
    for room, file in FILES:
        if room == "parser":
            tops = {name.partition(".")[0] for name in imports(file)}
            assert not tops & {
                "sqlalchemy",
                "sqlmodel",
                "aiosqlite",
                "aiohttp",
                "aiogram",
                "urllib",
                "socket",
            }


def test_answering_needs_no_aiogram() -> None:
    """The command line answers without it: it takes seconds to import."""
    handlers = PROJECT / "handlers"
    needed = reached(handlers / "answering.py") | reached(handlers / "views" / "pages.py")
    assert handlers / "views" / "card.py" in needed
    assert [file for file in needed if "aiogram" in {name.partition(".")[0] for name in imports(file)}] == []


def test_answering_on_the_command_line_needs_no_sqlalchemy() -> None:
    """Whatever is asked is read by statements as texts: importing SQLAlchemy is a third of a start."""
    needed = reached(PROJECT / "bot" / "asking.py", to_run=True) | {PROJECT / "storage" / "direct.py"}
    assert {PROJECT / "storage" / "reading" / name for name in ("cards.py", "changes.py")} <= needed
    assert PROJECT / "handlers" / "wider_views.py" in needed
    libraries = {"aiosqlite", "sqlalchemy", "sqlmodel"}
    using = {
        file for file in needed if libraries & {name.partition(".")[0] for name in imports(file, to_run=True)}
    }
    assert using == set()
