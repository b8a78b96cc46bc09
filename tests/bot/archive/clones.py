"""Git repositories in the form of the open archive, written at once, and loads of them without processes."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.archive.loading import ArchiveLoading
from bot.archive.report import LoadCounts, LoadProgress
from bot.archive.repositories import find_repositories
from bot.archive.selection import Selection
from bot.archive.worker import parse_text
from bot.documents.reply import ReadDocument
from parser.readers.files import RawFile
from parser.records import Language
from storage.engine import create_engine, create_sessions
from tests.harness.databases import database_url
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import DECEMBER, FILES, JULY, VERSIONS

TOP = "08-local-decisions/153-aktiubinskoi-oblasti/15301300-khromtauskogo-raiona"
ACT = f"{TOP}/2019/0104-ob-utverzhdenii-biudzheta-selskogo-okruga-don-na-2019-2021-gody-128266"
OLD_ACT = f"{TOP}/20190104-ob-utverzhdenii-biudzheta-selskogo-okruga-don-na-2019-2021-gody-128266"
UNCAUSED = "4 акта без указанного основания"
_CAUSES = {JULY: ("352", "133972", "31 июля"), DECEMBER: ("386", "137064", "5 декабря")}
_PARSED: dict[tuple[str, str, str | None], ReadDocument] = {}


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: what it writes by path, what it deletes, what it says, and its day."""

    files: Mapping[str, str | bytes | None]
    message: str = UNCAUSED
    day: str = "2019-01-04"


def message(version: str) -> str:
    """What a commit of the archive says of the decision that caused a version."""
    if version not in _CAUSES:
        return UNCAUSED
    number, code, day = _CAUSES[version]
    return (
        f"№{number} О внесении изменений в решение Хромтауского районного маслихата от…\n\n"
        f"Cause-Act-Code: {code}\n"
        f"Cause-Act-Requisite: Решение Хромтауского районного маслихата Актюбинской области от {day} 2019 года № {number}. "
        f"Зарегистрировано Департаментом юстиции Актюбинской области 5 августа 2019 года № {'6322' if version == JULY else '6540'}\n"
        f"Cause-Act-Link: https://zan.gov.kz/client/#!/doc/{code}/rus\nActs-Changed: 1\n"
    )


def texts(version: str, build: Callable[[str, Language], str] = sample.text) -> dict[str, str]:
    """Both texts of a version, as a build of the archive has them."""
    return {FILES[language]: build(version, language) for language in Language}


def village(
    versions: Iterable[str] = VERSIONS,
    build: Callable[[str, Language], str] = sample.text,
    folder: str = ACT,
    *,
    meta: bool = True,
) -> list[Commit]:
    """The history of the sample's village."""
    commits = []
    for version in versions:
        files: dict[str, str | bytes | None] = {**texts(version, build)}
        if meta:
            files["meta.yaml"] = sample.meta(version)
        commits.append(
            Commit({f"{folder}/{name}": data for name, data in files.items()}, message(version), version)
        )
    return commits


def write_clone(folder: Path, commits: Iterable[Commit], *, author: str = "maslikhat") -> Path:
    """Writes a bare repository; the author makes its commits other ones than those of another author."""
    if folder.exists():
        shutil.rmtree(folder)
    stream = b"".join(_commit(commit, author) for commit in commits)
    folder.parent.mkdir(exist_ok=True)
    git(folder.parent, "init", "-q", "--bare", "-b", "main", str(folder))
    git(folder, "fast-import", "--quiet", stdin=stream)
    return folder


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> str:
    """Runs git in a folder; returns what it prints."""
    run = subprocess.run(  # noqa: S603
        ["git", *arguments],  # noqa: S607
        cwd=folder, check=True, input=stdin, capture_output=True,
    )  # fmt: skip
    return run.stdout.decode()


def damage(clone: Path, blob: str) -> None:
    """Cuts an object of a clone short, as a disk that is full or dies leaves it."""
    file = clone / "objects" / blob[:2] / blob[2:]
    data = file.read_bytes()
    file.unlink()
    file.write_bytes(data[: len(data) // 2])


def _commit(commit: Commit, author: str) -> bytes:
    moment = int(dt.datetime.fromisoformat(f"{commit.day}T00:00:00+00:00").timestamp())
    said = commit.message.encode()
    lines = [
        b"commit refs/heads/main\n",
        f"committer {author} <{author}@example.invalid> {moment} +0000\n".encode(),
        b"data %d\n" % len(said) + said + b"\n",
    ]
    for path, data in commit.files.items():
        if data is None:
            lines.append(f'D "{path}"\n'.encode())
            continue
        content = data.encode() if isinstance(data, str) else data
        lines.append(f'M 100644 inline "{path}"\n'.encode() + b"data %d\n" % len(content) + content + b"\n")
    return b"".join(lines)


@dataclass(slots=True)
class Here:
    """Parses in this process, each text once however often it comes; notes what it was given."""

    names: list[str] = field(default_factory=list)
    jobs: int = 1
    most: int | None = None  # texts, before the load is ended from outside

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[Here]:
        yield self

    async def parse(self, raw: RawFile) -> ReadDocument:
        if self.most is not None and len(self.names) >= self.most:
            raise asyncio.CancelledError
        self.names.append(raw.name)
        key = (raw.name, raw.sha256, raw.facts)
        if key not in _PARSED:
            _PARSED[key] = parse_text(raw)
        return _PARSED[key]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, and the texts that it had parsed."""

    counts: LoadCounts
    names: list[str]


def load(
    database: Path,
    clone: Path,
    *,
    councils: tuple[str, ...] = (),
    since: int | None = None,
    watch: Callable[[LoadProgress], None] = lambda _: None,
) -> Loaded:
    """Loads a clone, or a folder of clones, into a database."""
    return asyncio.run(_load(database, clone, Selection(councils, since), Here(), watch))


def load_until(database: Path, clone: Path, most: int) -> None:
    """Begins a load that is ended from outside after some texts."""
    try:
        asyncio.run(_load(database, clone, Selection(), Here(most=most), lambda _: None))
    except asyncio.CancelledError:
        return
    raise AssertionError("it was not ended")


async def _load(
    database: Path, clone: Path, selection: Selection, pool: Here, watch: Callable[[LoadProgress], None]
) -> Loaded:
    engine = create_engine(database_url(database))
    try:
        loading = ArchiveLoading(create_sessions(engine), selection, pool, watch=watch)
        return Loaded(await loading.run(find_repositories(clone)), pool.names)
    finally:
        await engine.dispose()
