"""The history of a clone → every act with all texts that it ever had, also of acts that are gone since."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from bot.archive.git import FileChange, find_newest, list_changes
from bot.archive.repositories import Repository
from bot.archive.tree import TEXTS, ActFile, language_of, read_path
from parser.dataclass import dataclass
from parser.readers.act_files import FACTS_FILE
from parser.records import Language


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A text of an act in one language, as a commit left it. Objects are named by their ids.

    Attributes:
        language: of the text.
        text: the file of the text.
        parts: further files of a text that is cut, by their paths from the act's folder.
        facts: the facts beside the text.
        commit: the first commit that left it so.
    """

    language: Language
    text: str
    parts: tuple[tuple[str, str], ...]
    facts: str | None
    commit: str

    @property
    def content(self) -> tuple[str, str, tuple[tuple[str, str], ...], str | None]:
        """What it holds, whatever commit left it so."""
        return self.language, self.text, self.parts, self.facts


@dataclass(slots=True)
class ActHistory:
    """An act with all its texts, in the order of the commits.

    Attributes:
        code: by which the act is known in every build.
        council: the folder of the council, where it last stood; `region` that of its region.
        snapshots: its texts in both languages, each once.
        is_repealed: whether the act is in the history alone, and not in the newest tree.
    """

    code: int
    council: str = ""
    region: str = ""
    snapshots: list[Snapshot] = field(default_factory=list)
    is_repealed: bool = False

    @property
    def digest(self) -> str:
        """Tells two histories of the act apart by what they hold, whatever their paths and commits."""
        told = repr(([each.content for each in self.snapshots], self.is_repealed))
        return hashlib.sha256(told.encode()).hexdigest()


def read_history(repository: Repository, watch: Callable[[int], None] = lambda _: None) -> list[ActHistory]:
    """Reads which acts a clone has ever had.

    Args:
        repository: the clone.
        watch: is told how many commits have been looked at.

    Returns:
        The acts that have a text, by their codes in ascending order.

    Raises:
        ArchiveError: see `find_newest` and `list_changes`.
    """
    walk = _Walk()
    for number, (commit, changes) in enumerate(list_changes(repository, find_newest(repository)), start=1):
        walk.follow(commit, changes)
        if number % 100 == 0:
            watch(number)
    return sorted(walk.acts(), key=lambda act: act.code)


class _Walk:
    """The acts of the tree as it grows, commit by commit."""

    def __init__(self) -> None:
        self._acts: dict[int, ActHistory] = {}
        self._seen: dict[int, set[object]] = {}  # what the snapshots of an act hold
        self._files: dict[int, dict[str, dict[str, str]]] = {}  # code → folder → file → object

    def follow(self, commit: str, changes: Iterable[FileChange]) -> None:
        """Notes what a commit left of the acts that it touched."""
        touched: dict[int, ActFile] = {}
        for change in changes:
            file = read_path(change.path)
            if file is None:
                continue
            folders = self._files.setdefault(file.code, {})
            files = folders.setdefault(file.folder, {})
            if change.blob is None:
                files.pop(file.inner, None)
                touched.setdefault(file.code, file)
            else:
                files[file.inner] = change.blob
                touched[file.code] = file  # where it stands now, should its folder have got another name
        for code, file in touched.items():
            self._note(commit, code, file)

    def _note(self, commit: str, code: int, file: ActFile) -> None:
        folders = self._files[code]
        for folder in [each for each, files in folders.items() if not files]:
            del folders[folder]
        act = self._acts.setdefault(code, ActHistory(code, file.council, file.region))
        act.is_repealed = not any(name in TEXTS for files in folders.values() for name in files)
        files = folders.get(file.folder)
        if not files:
            return
        act.council, act.region = file.council, file.region
        seen = self._seen.setdefault(code, set())
        for name, language in TEXTS.items():
            if name in files:
                snapshot = Snapshot(
                    language, files[name], _parts(files, language), files.get(FACTS_FILE), commit
                )
                if snapshot.content not in seen:
                    seen.add(snapshot.content)
                    act.snapshots.append(snapshot)

    def acts(self) -> list[ActHistory]:
        """The acts that have had a text."""
        return [act for act in self._acts.values() if act.snapshots]


def _parts(files: Mapping[str, str], language: Language) -> tuple[tuple[str, str], ...]:
    parts = ((path, blob) for path, blob in files.items() if "/" in path and language_of(path) is language)
    return tuple(sorted(parts))
