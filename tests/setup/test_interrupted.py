"""A set-up that is stopped, killed or started twice leaves what was there before, and holds nobody up."""

from __future__ import annotations

import os
import signal
import subprocess

import pytest

from tests.harness.moments import GUARD_SECONDS
from tests.setup.tree import NO_NETWORK, Tree, until


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupted_one_leaves_nothing(tree: Tree, name: str) -> None:
    tree.where("pip-waits")
    process = tree.start_pip()
    os.killpg(process.pid, signal.Signals[name])
    _, said = process.communicate(timeout=GUARD_SECONDS)
    assert process.returncode == 128 + signal.Signals[name]
    assert "begins again" in said
    assert list(tree.root.iterdir()) == []


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_an_interrupted_one_leaves_what_was_there(tree: Tree, name: str) -> None:
    tree.make_venv()
    tree.where("pip-changes", "pip-waits")
    os.killpg(tree.start_pip().pid, signal.Signals[name])
    tree.started[-1].communicate(timeout=GUARD_SECONDS)
    assert tree.names(tree.venv) == ["bin", "kept"]
    assert tree.names(tree.root) == [".venv"]


def test_what_was_there_comes_back_after_one_that_was_killed(tree: Tree) -> None:
    tree.make_venv()
    tree.where("pip-changes", "pip-waits")
    os.killpg(tree.start_pip().pid, signal.SIGKILL)
    tree.started[-1].communicate(timeout=GUARD_SECONDS)
    assert "half-new" in tree.names(tree.venv)
    for switch in ("pip-changes", "pip-waits"):
        (tree.fake / switch).unlink()
    tree.where("pip-fails", says=NO_NETWORK)
    assert tree.set_up()[0] == 1
    assert tree.names(tree.venv) == ["bin", "kept"]


def test_one_that_was_killed_with_nothing_before_it_is_made_anew(tree: Tree) -> None:
    tree.make_venv()
    (tree.venv / "unfinished").touch()
    assert tree.set_up()[0] == 0
    assert tree.names(tree.venv) == ["bin", "runtime.stamp"]


def test_two_do_not_work_at_once(tree: Tree) -> None:
    tree.where("pip-waits")
    first = tree.start_pip()
    status, said = tree.set_up()
    assert status == 1
    assert f"at work here (process {first.pid})" in said
    assert first.poll() is None
    assert tree.venv.exists()


@pytest.mark.sweep
def test_of_many_at_once_one_works(tree: Tree) -> None:
    tree.where("pip-waits")
    (tree.root / ".setup.lock").symlink_to("1 long ago")  # of one that was killed
    many = [tree.start() for _ in range(6)]
    until(lambda: sum(process.poll() is None for process in many) == 1)
    until((tree.fake / "started").exists)
    assert sum("-m pip install" in call for call in tree.calls()) == 1
    [left] = [process for process in many if process.poll() is None]
    assert str((tree.root / ".setup.lock").readlink()).startswith(f"{left.pid} ")


@pytest.mark.parametrize("number", ["ended", "taken by another since"])
def test_the_lock_of_one_that_was_killed_holds_nobody_up(tree: Tree, number: str) -> None:
    ended = subprocess.Popen(["/bin/sh", "-c", ""])
    ended.wait()
    holder = ended.pid if number == "ended" else os.getpid()
    (tree.root / ".setup.lock").symlink_to(f"{holder} Thu Jan 1 00:00:00 1970")
    assert tree.set_up()[0] == 0
    assert tree.names(tree.root) == [".venv"]
