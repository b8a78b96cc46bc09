"""Clones of every kind, and clones from elsewhere: found, read by plumbing alone, and never obeyed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import bot.archive.git
from bot.archive.errors import ArchiveError, ArchiveErrorKind
from bot.archive.git import Objects, find_newest, list_changes
from bot.archive.history import ActHistory, read_history
from bot.archive.repositories import Repository, find_repositories
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from tests.bot.archive.clones import Commit, damage, git, write_clone

ACT = "08-local/153-a/15301300-b/2019/0104-o-biudzhete-5"
IDENTITY = ("-c", "user.name=a", "-c", "user.email=a@example.invalid")


def act(*texts: str) -> list[Commit]:
    return [Commit({f"{ACT}/rus.md": text}) for text in texts]


def read(path: Path) -> list[ActHistory]:
    [repository] = find_repositories(path)
    return read_history(repository)


def texts_of(path: Path) -> list[str]:
    """The texts of the only act of a clone, in their order."""
    [repository] = find_repositories(path)
    [found] = read_history(repository)
    with Objects(repository) as objects:
        return [(objects.read(each.text) or b"").decode() for each in found.snapshots]


def failure(path: Path) -> ArchiveErrorKind:
    with pytest.raises(ArchiveError) as caught:
        read(path)
    return ArchiveErrorKind(caught.value.kind)


def test_every_kind_of_clone_is_found(tmp_path: Path) -> None:
    bare = write_clone(tmp_path / "all" / "local-abai.git", act("# 1"))
    tree = tmp_path / "all" / "local-aktobe"
    git(tmp_path, "clone", "-q", str(bare), str(tree))
    beside = tmp_path / "all" / "local-beside"
    git(tree, "worktree", "add", "-q", "--detach", str(beside))
    (tmp_path / "all" / "notes").mkdir()
    assert [each.name for each in find_repositories(tmp_path / "all")] == [
        "local-abai",
        "local-aktobe",
        "local-beside",
    ]
    for path in (bare, tree, tree / ".git", beside):
        assert texts_of(path) == ["# 1"]
    assert find_repositories(tree / ".git")[0].name == "local-aktobe"


def test_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert failure(tmp_path) is ArchiveErrorKind.NO_CLONE
    assert failure(tmp_path / "nothing") is ArchiveErrorKind.NO_CLONE
    assert failure(write_clone(tmp_path / "empty.git", [])) is ArchiveErrorKind.NO_COMMITS
    broken = write_clone(tmp_path / "broken.git", act("# 1", "# 2"))
    tree = git(broken, "rev-parse", "main^{tree}").strip()
    (broken / "objects" / tree[:2] / tree[2:]).unlink()
    assert failure(broken) is ArchiveErrorKind.GIT_FAILED
    head = git(broken, "rev-parse", "main").strip()
    (broken / "objects" / head[:2] / head[2:]).unlink()
    assert failure(broken) is ArchiveErrorKind.GIT_FAILED  # it has commits, though none can be read
    whole = write_clone(tmp_path / "whole.git", act("# 1"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert failure(whole) is ArchiveErrorKind.NO_GIT


def test_the_newest_of_what_was_fetched_and_what_is_checked_out_is_read(tmp_path: Path) -> None:
    origin = write_clone(tmp_path / "origin.git", act("# 1"))
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(origin), str(clone))
    (clone / ACT / "rus.md").write_text("# own", encoding="utf-8")
    git(clone, *IDENTITY, "commit", "-qam", "on top")
    assert texts_of(clone) == ["# 1", "# own"]
    # Built anew, with other commits: they do not go on from each other.
    write_clone(origin, act("# 1", "# 2"), author="build")
    git(clone, "fetch", "-q")
    assert texts_of(clone) == ["# 1", "# 2"]


def test_an_act_is_followed_over_folders_and_past_its_end(tmp_path: Path) -> None:
    moved = ACT.replace("o-biudzhete", "ob-biudzhete")
    found = read(
        write_clone(
            tmp_path / "a.git",
            [
                *act("# 1"),
                Commit({f"{ACT}/rus.md": None, f"{moved}/rus.md": "# 1", f"{moved}/kaz.md": "# к"}),
                Commit({"README.md": "nothing of an act", f"{moved}/other.md": "# 3"}),
                Commit({f"{moved}/rus.md": None, f"{moved}/kaz.md": None, "08-local/x-77/rus.md": "# 7"}),
            ],
        )
    )
    assert [(each.code, len(each.snapshots), each.is_repealed) for each in found] == [
        (5, 2, True),
        (77, 1, False),
    ]


def test_links_and_large_objects_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "init", "-q", "-b", "main", str(clone))
    (clone / ACT).mkdir(parents=True)
    (clone / ACT / "rus.md").symlink_to("/etc/hostname")
    (clone / ACT / "kaz.md").write_text("# " + "к" * 100, encoding="utf-8")
    git(clone, "add", "-A")
    git(clone, *IDENTITY, "commit", "-qm", "a")
    [found] = read(clone)
    [snapshot] = found.snapshots
    assert snapshot.language == "kk"
    monkeypatch.setattr(bot.archive.git, "MAX_BYTES", 180)
    with Objects(find_repositories(clone)[0]) as objects:
        with pytest.raises(ParseError) as caught:
            objects.read(snapshot.text)
        assert caught.value.kind is ParseErrorKind.TOO_LARGE
        assert objects.read("0" * 40) is None
        assert (objects.read(snapshot.commit) or b"").startswith(b"tree ")  # and the next one is read


def test_what_follows_a_damaged_object_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = write_clone(tmp_path / "a.git", act("# " + " ".join(str(n * n) for n in range(500)), "# 2"))
    [found] = read(clone)
    first, second = (snapshot.text for snapshot in found.snapshots)
    damage(clone, first)
    with Objects(find_repositories(clone)[0]) as objects:
        with pytest.raises(ParseError) as caught:
            objects.read(first)
        assert caught.value.kind is ParseErrorKind.BROKEN
        assert objects.read(second) == b"# 2"
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(ArchiveError):  # and where git itself is gone, no object is blamed
            objects.read(first)


def test_nothing_of_a_clone_is_run(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(write_clone(tmp_path / "a.git", act("# 1"))), str(clone))
    mark, program = tmp_path / "was-run", tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    program.chmod(0o755)
    settings = {
        "core.fsmonitor": program, "core.pager": program, "core.editor": program, "core.sshCommand": program,
        "diff.external": program, "diff.x.textconv": program, "filter.x.smudge": program, "gpg.program": program,
        "log.showSignature": "true", "alias.rev-list": f"!{program}", "core.hooksPath": tmp_path,
        "remote.origin.promisor": "true", "remote.origin.partialclonefilter": "blob:none",
        "remote.origin.url": f"ext::{program}", "protocol.ext.allow": "always", "extensions.partialClone": "origin",
        "core.repositoryformatversion": "1",
    }  # fmt: skip
    for name, value in settings.items():
        git(clone, "config", name, str(value))
    (clone / ".gitattributes").write_text("* filter=x diff=x\n", encoding="utf-8")
    assert texts_of(clone) == ["# 1"]
    with Objects(find_repositories(clone)[0]) as objects:  # a partial clone's object is not fetched
        assert objects.read("1" * 40) is None
    assert not mark.exists()


def test_replaced_and_grafted_commits_are_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = write_clone(tmp_path / "a.git", act("# 1", "# 2", "# 3"))
    last, middle, first = git(clone, "rev-list", "main").split()
    git(clone, "replace", middle, first)
    (clone / "info").mkdir(exist_ok=True)
    (clone / "info" / "grafts").write_text(f"{last}\n", encoding="utf-8")
    other = write_clone(tmp_path / "b.git", act("# other"))
    monkeypatch.setenv("GIT_DIR", str(other))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "nonsense")
    assert [commit for commit, _ in list_changes(*_opened(clone))] == [first, middle, last]


def _opened(clone: Path) -> tuple[Repository, str]:
    [repository] = find_repositories(clone)
    return repository, find_newest(repository)


def test_a_clone_without_its_beginning_is_known(tmp_path: Path) -> None:
    origin = write_clone(tmp_path / "a.git", act("# 1", "# 2"))
    git(tmp_path, "clone", "-q", "--bare", "--depth=1", f"file://{origin}", str(tmp_path / "cut.git"))
    assert [find_repositories(path)[0].is_shallow for path in (origin, tmp_path / "cut.git")] == [False, True]
    shutil.rmtree(origin)
    assert texts_of(tmp_path / "cut.git") == ["# 2"]
