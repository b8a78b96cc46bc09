"""The sample decisions, loaded once for all tests that only read them."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sqlmodel.ext.asyncio.session import AsyncSession
from xdist.scheduler import LoadFileScheduling

from bot.loading import list_files, load_files
from storage.engine import create_engine, create_sessions
from storage.schema import migrate
from storage.search.index import Index, build_index
from tests.harness.at_once import ask_at_once
from tests.harness.budget import fill, fill_now
from tests.harness.databases import SERVER, database_url, keep_database
from tests.harness.engines import list_passed_over
from tests.harness.quick_disk import wait_for_no_disk
from tests.harness.quick_schema import copy_schemas
from tests.harness.quick_statements import share_statements
from tests.harness.sweeping import list_further, list_said_twice
from tests.harness.workers import LOOKING_AT_SOURCES, FilesTogether, tell_less

share_statements()
wait_for_no_disk()
copy_schemas()

# A busy machine makes an example slow, not wrong. Every run of the tests tries the same cases, so that what fails is what
# was changed; `make thorough` and `make fuzz` draw new ones each time.
settings.register_profile(
    "qazyna",
    max_examples=25
    * int(os.environ.get("EXAMPLES", "1")),  # of a property that says nothing else; see `examples`
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="EXAMPLES" not in os.environ,
)
settings.load_profile("qazyna")

# Nearly all that lives through a run is there once its tests are collected. The collector of garbage went through it
# again and again, which was a sixth of the time that all tests took.
gc.set_threshold(50_000, 50, 50)

LONG = {
    "test_frames",
    "test_cities",
    "test_asking_words",
    "test_measure",
    "test_statements",
    "test_scanned_sums",
    "test_lasting_addresses",
    "test_any_document",
    *(Path(file).stem for file in LOOKING_AT_SOURCES),  # one worker's, all of them
}

SAMPLES = Path(__file__).parents[1] / "data" / "taraz"
CITIES = Path(__file__).parent / "search" / "cities"


def pytest_configure(config: pytest.Config) -> None:
    """Keeps what the program makes ready out of the user's cache; all workers and processes of a run share it.

    They share what Python compiles, too. Images for containers often forbid it to keep that, and then each worker and each
    of a hundred processes compiled anew all that it imports.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    if not hasattr(config, "workerinput"):
        folder = tempfile.TemporaryDirectory(prefix="qazyna-cache-")
        os.environ["XDG_CACHE_HOME"] = folder.name
        config.add_cleanup(folder.cleanup)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Lets a worker tell no more than is asked for."""
    tell_less(session.config)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Gives to one worker the files that look at the same."""
    return FilesTogether(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.hookimpl(tryfirst=True)  # before pytest leaves out what the command line does not ask for
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves to sweeps all that `make unit` need not ask, puts first the files that take longest, and asks cases at once.

    These are the second language of a test, and its cases beyond two, which who names files finds all the same. Who came by
    one of the long files last would leave the other worker idle. Who names a test finds each case as its own.
    """
    for item in list_said_twice(items):
        item.add_marker(pytest.mark.sweep)
    named = config.option.keyword or any("::" in each for each in config.args)
    if not (named or _names_files(config)):
        for item in list_further(item for item in items if not _is_of_the_server(item)):
            item.add_marker(pytest.mark.sweep)
    items.sort(key=lambda item: item.path.stem not in LONG)
    if not named:
        items[:] = ask_at_once(items)
    passed_over = [*list_passed_over(items, on_server=bool(SERVER))]
    config.hook.pytest_deselected(items=passed_over)
    left_out = {*map(id, passed_over)}
    items[:] = [item for item in items if id(item) not in left_out]


def _is_of_the_server(item: pytest.Item) -> bool:
    """Whether a test asks how PostgreSQL stores and reads: no other run does."""
    return bool(SERVER) and item.nodeid.startswith("tests/storage/")


def _names_files(config: pytest.Config) -> bool:
    """Whether somebody works on some files, and wants to see more of what they ask."""
    return all(each.endswith(".py") for each in config.args) and "not sweep" in config.option.markexpr


def pytest_collection_finish() -> None:
    """Leaves what is there out of every later collection of garbage."""
    gc.freeze()


def examples(few: int) -> int:
    """How many invented cases a property is tried on: a few in every run, many times as many in `make thorough`."""
    return few * int(os.environ.get("EXAMPLES", "1"))


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without data, to be copied: migrating takes longer than most tests."""
    file = tmp_path_factory.mktemp("migrated") / "qazyna.db"
    asyncio.run(fill(file, ()))
    return file


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented budget in a database that nobody opens; made here, for each folder that takes `filled` in has its own."""
    file = tmp_path_factory.mktemp("filled") / "qazyna.db"
    fill_now(file)
    keep_database(file)
    return file


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with everything of data/taraz; tests must not write to it."""
    file = tmp_path_factory.mktemp("samples") / "qazyna.db"

    async def load() -> None:
        engine = create_engine(database_url(file))
        await migrate(engine)
        async for report in load_files(create_sessions(engine), list_files([SAMPLES])):
            assert report.error is None, report
        await engine.dispose()

    asyncio.run(load())
    return file


@pytest.fixture(scope="session")
def five_budgets(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with four more budgets than the samples; tests must not write to it."""
    file = Path(shutil.copy(samples, tmp_path_factory.mktemp("five") / "qazyna.db"))

    async def load() -> None:
        engine = create_engine(database_url(file))
        async for report in load_files(
            create_sessions(engine), sorted([*CITIES.glob("*.csv"), *CITIES.glob("*.html")])
        ):
            assert report.error is None, report
        await engine.dispose()

    asyncio.run(load())
    keep_database(file)
    return file


@pytest.fixture
async def taraz(samples: Path) -> AsyncIterator[AsyncSession]:
    """A session on the samples."""
    engine = create_engine(database_url(samples))
    async with create_sessions(engine)() as session:
        yield session
    await engine.dispose()


@pytest.fixture(scope="session")
def index(samples: Path) -> Index:
    """The search index of the samples."""

    async def build() -> Index:
        engine = create_engine(database_url(samples))
        async with create_sessions(engine)() as session:
            built = await build_index(session)
        await engine.dispose()
        return built

    return asyncio.run(build())
