"""The set-up of .venv: whole or not at all, and where it fails it names the cause."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.setup.tree import NO_NETWORK, PROJECT, SETUP, Tree

OTHER_HASH = """\
Collecting aiofiles==25.1.0
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions…
    aiofiles==25.1.0 from https://files.example/aiofiles-25.1.0-py3-none-any.whl (from -r requirements.txt (line 1)):
        Expected sha256 aaaa
             Got        bbbb
"""
UNBUILDABLE = """\
  × Building wheel for lxml (pyproject.toml) did not run successfully.
ERROR: Failed building wheel for lxml
"""


def test_installs_the_lock_as_it_stands_and_proves_it(tree: Tree) -> None:
    status, said = tree.set_up()
    assert (status, tree.stamp.exists(), tree.log.exists()) == (0, True, False), said
    install, check = tree.calls()[-2:]
    assert install.startswith("-m pip install ")
    assert install.endswith("--no-deps --require-hashes -r requirements.txt")
    assert check.startswith("-m pip check ")
    assert sorted(path.name for path in tree.venv.iterdir()) == ["bin", "runtime.stamp"]


@pytest.mark.parametrize(
    ("log", "cause"),
    [
        (NO_NETWORK, "cannot be reached: [Errno -2] Name or service not known."),
        (
            OTHER_HASH,
            "is not the one that requirements.txt pins, so nothing of it was installed:\n    aiofiles==25.1.0",
        ),
        (UNBUILDABLE, "no ready-made wheel for Python 3.11.99"),
        ("ERROR: No matching distribution found for x==1\n", "index that pip is set to has no such package:"),
        ("ERROR: Could not install: [Errno 28] No space left on device\n", "no room left on the disk"),
        ("ERROR: something else\n    said below it\n", "ERROR: something else\n    said below it\n"),
    ],
)
def test_names_the_cause_and_takes_the_half_made_away(tree: Tree, log: str, cause: str) -> None:
    tree.where("pip-fails", says=log)
    status, said = tree.set_up()
    assert status == 1
    assert cause in said
    assert not tree.venv.exists()
    assert tree.log.read_text(encoding="utf-8") == log
    assert "setup.log" in said


def test_raw_bytes_in_the_log_hide_nothing(tree: Tree) -> None:
    tree.where("pip-fails", says=b"Progress \x00\xff\xfe\x1b[0m\n" + OTHER_HASH.encode() + b"\x00\n")
    _, said = tree.set_up(LC_ALL="C.UTF-8")
    assert "Expected sha256 aaaa\n" in said
    assert "Got        bbbb\n" in said
    assert "binary file" not in said.lower()
    assert "\x1b" not in said


def test_what_pip_got_over_is_not_the_cause(tree: Tree) -> None:
    tree.where("pip-fails", says=NO_NETWORK.splitlines()[0] + "\nCollecting lxml\n" * 20 + UNBUILDABLE)
    _, said = tree.set_up()
    assert "cannot be reached" not in said
    assert "ERROR: Failed building wheel for lxml" in said


def test_a_venv_in_use_outlives_a_failure_that_changed_nothing(tree: Tree) -> None:
    tree.make_venv()
    tree.where("pip-fails", says=NO_NETWORK)
    assert tree.set_up()[0] == 1
    assert sorted(path.name for path in tree.venv.iterdir()) == ["bin", "kept"]


def test_a_venv_that_pip_began_to_change_is_as_it_was(tree: Tree) -> None:
    tree.make_venv()
    tree.where("pip-changes", "pip-fails", says="Installing collected packages: a, b\nERROR: something\n")
    assert tree.set_up()[0] == 1
    assert tree.names(tree.venv) == ["bin", "kept"]
    assert tree.names(tree.root) == [".venv", "setup.log"]


def test_a_venv_that_cannot_be_made_anew_is_as_it_was(tree: Tree) -> None:
    """A Python of before without pip, such as uv makes: it is put aside, and comes back."""
    tree.make_venv()
    (tree.venv / "bin" / "python").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    tree.where("no-venv")
    assert tree.set_up()[0] == 1
    assert tree.names(tree.venv) == ["bin", "kept"]
    (tree.fake / "no-venv").unlink()
    assert tree.set_up()[0] == 0
    assert tree.names(tree.venv) == ["bin", "runtime.stamp"]
    assert tree.names(tree.root) == [".venv"]


def test_packages_of_an_older_lock_are_no_hindrance(tree: Tree) -> None:
    tree.make_venv()
    tree.where("check-fails")
    assert tree.set_up()[0] == 0
    assert not (tree.venv / "kept").exists()
    assert tree.stamp.exists()


def test_pins_that_do_not_fit_together_are_said(tree: Tree) -> None:
    tree.where("check-fails")
    status, said = tree.set_up()
    assert status == 1
    assert "do not fit together:\na 1 requires b, which is not installed." in said
    assert not tree.venv.exists()


def test_what_the_makers_need_has_all_that_the_bot_needs(tree: Tree) -> None:
    """The runtime's stamp is written with theirs: `make chat` after `make test` has nothing to do."""
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not here")
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        (tree.root / name).write_bytes((PROJECT / name).read_bytes())
    (tree.root / ".ci").mkdir()
    shutil.copy(SETUP, tree.root / ".ci" / "setup")
    environment = {"PATH": os.environ["PATH"], "PYTHON": str(tree.python)}

    def run(*arguments: str) -> int:
        return subprocess.run(  # noqa: S603 - our own Makefile
            [make, *arguments], cwd=tree.root, env=environment, capture_output=True, check=False
        ).returncode

    assert run(".venv/dev.stamp") == 0
    assert run("--question", ".venv/runtime.stamp") == 0
    pins = [
        {
            re.sub(r"\[.*?\]", "", line.split()[0])
            for line in (PROJECT / name).read_text(encoding="utf-8").splitlines()
            if "==" in line
        }
        for name in ("requirements.txt", "requirements-dev.txt")
    ]
    assert pins[0] < pins[1]


def test_an_old_python_is_named(tree: Tree) -> None:
    tree.where("old")
    status, said = tree.set_up()
    assert status == 1
    assert "needs Python 3.11 or newer; found: Python 3.11.99." in said
    assert list(tree.root.iterdir()) == []


def test_a_python_without_venv_says_what_to_install(tree: Tree) -> None:
    tree.where("no-venv")
    status, said = tree.set_up()
    assert status == 1
    assert "Python 3.11.99 cannot make a virtual environment" in said
    assert "apt install python3.11-venv" in said
    assert [path.name for path in tree.root.iterdir()] == ["setup.log"]


def test_the_next_python_is_tried_where_one_has_no_venv(tree: Tree, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Tree(tmp_path / "other")
    other.python.rename(other.fake / "python3.12")
    tree.where("no-venv")
    path = f"{tree.fake}:{other.fake}:{os.environ['PATH']}"
    assert tree.set_up(PYTHON="", PATH=path)[0] == 0
    assert "-m venv .venv" in other.calls()
