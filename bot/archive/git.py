"""Git, asked for objects and for the order of commits, and for nothing else.

A clone may come from anywhere, so nothing in it is obeyed: no hook, pager, filter or signature is run, no
file checked out, nothing fetched. Only plumbing is asked, by the path of the repository itself, with the
user's and the machine's settings left out and the repository's own overruled where they name programs.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import IO, Self

from bot.archive.errors import ArchiveError, ArchiveErrorKind
from bot.archive.repositories import Repository
from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.files import MAX_BYTES

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.bigFileThreshold=32m",  # a larger object is passed on in pieces, never held
    "gc.auto=0",
    "log.showSignature=false",
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # what a partial clone lacks is not fetched
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# The branch that was fetched last, then the one that is checked out.
_FETCHED = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master")
_OWN = ("HEAD", "refs/heads/main", "refs/heads/master")
_CHUNK = 2**20
_NO_OBJECT = "0" * 40  # an id that nothing has


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that a commit added, changed or took away.

    Attributes:
        path: from the top of the tree.
        blob: the id of what it holds since; None where it is gone.
    """

    path: str
    blob: str | None


def find_newest(repository: Repository) -> str:
    """The commit that the newest build of a clone ends with.

    What was fetched last holds, unless the branch that is checked out goes on from it. Tags of older builds
    are left aside: each build holds the whole history, and theirs would be read twice.

    Raises:
        ArchiveError: there is no commit, no git, or git fails.
    """
    fetched, own = (_first_commit(repository, names) for names in (_FETCHED, _OWN))
    newest = fetched or own
    if newest is None:
        raise ArchiveError(ArchiveErrorKind.NO_COMMITS, path=str(repository.folder))
    if fetched and own and fetched != own and _goes_on(repository, fetched, own):
        return own
    return newest


def _first_commit(repository: Repository, names: Sequence[str]) -> str | None:
    """The commit that the first of some names stands for; None where a clone has none of them.

    Raises:
        ArchiveError: a name is there, and its commit cannot be read.
    """
    for name in names:
        if _resolve(repository, name).returncode:
            continue
        commit = _resolve(repository, f"{name}^{{commit}}")
        if commit.returncode:
            raise _failed(repository, commit.stderr or f"{name}: no commit".encode())
        return commit.stdout.decode("ascii").strip()
    return None


def _resolve(repository: Repository, name: str) -> subprocess.CompletedProcess[bytes]:
    return _run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", name)


def _goes_on(repository: Repository, earlier: str, later: str) -> bool:
    return _run(repository, "merge-base", "--is-ancestor", earlier, later).returncode == 0


def list_changes(repository: Repository, newest: str) -> Iterator[tuple[str, list[FileChange]]]:
    """What each commit changed, the oldest first.

    Args:
        repository: the clone.
        newest: the commit that the history ends with.

    Yields:
        A commit's id with the files that it changed; commits that changed none are left out.

    Raises:
        ArchiveError: git fails, or an object is missing.
    """
    order = ("rev-list", "--topo-order", "--reverse", newest, "--")
    changed = ("diff-tree", "--stdin", "--root", "-r", "-z", "--no-renames", "--no-ext-diff")
    with ExitStack() as stack:
        commits = stack.enter_context(_start(repository, order))
        differences = stack.enter_context(_start(repository, changed, stdin=commits.stdout))
        stack.callback(_stop, commits, differences)
        if commits.stdout is None or differences.stdout is None or differences.stderr is None:
            return
        commits.stdout.close()
        yield from _by_commit(_split(differences.stdout))
        said = differences.stderr.read()
        if differences.wait() or commits.wait():
            raise _failed(repository, said)


def _split(stream: IO[bytes]) -> Iterator[str]:
    """What stands between zero bytes in a stream."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        for token in whole:
            yield token.decode("utf-8", "surrogateescape")


def _by_commit(tokens: Iterator[str]) -> Iterator[tuple[str, list[FileChange]]]:
    """`:100644 100644 OLD NEW M`, then the path; a commit's id stands before its changes."""
    commit, changes = "", list[FileChange]()
    for token in tokens:
        if not token.startswith(":"):
            if changes:
                yield commit, changes
            commit, changes = token.strip(), []
            continue
        _, mode, _, blob, _ = token.split(" ")
        path = next(tokens, "")
        is_file = mode.startswith("100")  # no link, no repository within
        changes.append(FileChange(path, blob if is_file else None))
    if changes:
        yield commit, changes


class Objects:
    """The objects of a clone by their ids, read one after another by a process that stays open."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._process = _start(repository, ("cat-file", "--batch"), stdin=subprocess.PIPE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._end()

    def _end(self) -> None:
        _stop(self._process)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def read(self, name: str) -> bytes | None:
        """What an object holds; None where it is missing.

        Args:
            name: its id.

        Raises:
            ParseError: `too-large`, for more than any document may be; `broken`, for what git ends upon.
            ArchiveError: git has ended, and would not begin again.
        """
        try:
            return self._read(name)
        except ArchiveError:
            self._begin_again()
            raise ParseError(ParseErrorKind.BROKEN, name) from None

    def _begin_again(self) -> None:
        """Starts git anew behind an object that ended it, and sees that it answers."""
        self._end()
        self._process = _start(self._repository, ("cat-file", "--batch"), stdin=subprocess.PIPE)
        self._read(_NO_OBJECT)

    def _read(self, name: str) -> bytes | None:
        process = self._process
        if process.stdin is None or process.stdout is None or process.stderr is None:
            return None
        try:
            process.stdin.write(f"{name}\n".encode("ascii"))
            process.stdin.flush()
        except OSError as error:
            raise _failed(self._repository, process.stderr.read()) from error
        head = process.stdout.readline().split()
        if len(head) == 2 and head[1] == b"missing":
            return None
        if len(head) != 3:
            raise _failed(self._repository, process.stderr.read())
        size = int(head[2])
        if size > MAX_BYTES:
            _skip(process.stdout, size + 1)
            raise ParseError(ParseErrorKind.TOO_LARGE, name, bytes=size, most=MAX_BYTES)
        data = process.stdout.read(size + 1)
        if len(data) != size + 1:
            raise _failed(self._repository, process.stderr.read())
        return data[:-1]


def _skip(stream: IO[bytes], size: int) -> None:
    while size > 0 and (part := stream.read(min(size, _CHUNK))):
        size -= len(part)


def _command(repository: Repository, arguments: Sequence[str]) -> list[str]:
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    return ["git", f"--git-dir={repository.folder}", "--no-pager", *settings, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    return kept | _ENVIRONMENT


def _run(repository: Repository, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - git itself
            _command(repository, arguments),
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise ArchiveError(ArchiveErrorKind.NO_GIT) from error


def _start(
    repository: Repository, arguments: Sequence[str], *, stdin: int | IO[bytes] | None = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - git itself
            _command(repository, arguments),
            env=_environment(),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise ArchiveError(ArchiveErrorKind.NO_GIT) from error


def _stop(*processes: subprocess.Popen[bytes]) -> None:
    for process in processes:
        if process.poll() is None:
            process.kill()
        process.wait()


def _failed(repository: Repository, said: bytes) -> ArchiveError:
    lines = said.decode("utf-8", "replace").strip().splitlines() or [""]
    return ArchiveError(ArchiveErrorKind.GIT_FAILED, path=str(repository.folder), said=lines[-1][:300])
