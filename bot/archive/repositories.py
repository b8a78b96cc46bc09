"""Folders → the clones in them, in every form that git leaves one in."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from bot.archive.errors import ArchiveError, ArchiveErrorKind
from parser.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Repository:
    """A clone: what it is called and where its objects are.

    Example:
        `Repository("local-aktobe", Path("archive/local-aktobe/.git"))`
    """

    name: str
    folder: Path

    @property
    def is_shallow(self) -> bool:
        """Whether the clone has only the last part of the history."""
        return (self.folder / "shallow").is_file()


def find_repositories(path: Path) -> list[Repository]:
    """The clones that a path leads to: itself, or those in a folder.

    Args:
        path: a working tree, its `.git`, a bare clone, or a folder of such.

    Raises:
        ArchiveError: there is none.
    """
    found = _repository(path)
    if found is not None:
        return [found]
    inner = sorted(path.iterdir()) if path.is_dir() else []
    clones = [clone for each in inner if each.is_dir() and (clone := _repository(each)) is not None]
    if not clones:
        raise ArchiveError(ArchiveErrorKind.NO_CLONE, path=str(path))
    return clones


def _repository(path: Path) -> Repository | None:
    name = path.resolve().name.removesuffix(".git")
    beside = path / ".git"
    with suppress(OSError, ValueError):
        if beside.is_file():  # a working tree of its own says where its repository is
            link = beside.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
            return _repository_at(name, path / link)
    found = _repository_at(name, beside)
    if found is not None:
        return found
    return _repository_at(name or path.resolve().parent.name, path)


def _repository_at(name: str, folder: Path) -> Repository | None:
    common = folder
    with suppress(OSError, ValueError):
        common = folder / (folder / "commondir").read_text(encoding="utf-8").strip()
    is_one = (folder / "HEAD").is_file() and (common / "objects").is_dir()
    return Repository(name, folder.resolve()) if is_one else None
