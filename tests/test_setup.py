"""The set-up of .venv: whole or not at all, and where it fails it names the cause. A python of sh stands in for the real one."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
SETUP = PROJECT / ".ci" / "setup"

# Says and does what the files beside it tell: `pip-says` is pip's output, `pip-fails`, `check-fails`, `no-venv` and
# `old` make the step fail, `pip-changes` makes pip change what was there, `pip-waits` makes it wait until it is stopped.
# Writes its calls to `calls`.
FAKE_PYTHON = """\
#!/bin/sh
here={here}
echo "$*" >>$here/calls
case "$*" in
    "-c import sys; sys.exit"*) [ ! -e $here/old ] ;;
    "-c "*) echo python3.11-venv ;;
    --version) echo "Python 3.11.99" ;;
    "-m venv .venv")
        [ ! -e $here/no-venv ] || {{ echo "ensurepip is not available"; exit 1; }}
        mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    "-m pip --version") echo "pip 22.3" ;;
    "-m pip install "*)
        [ ! -e $here/pip-says ] || cat $here/pip-says
        [ ! -e $here/pip-changes ] || {{ rm -f .venv/kept; touch .venv/half-new; }}
        [ ! -e $here/pip-waits ] || {{ touch $here/started; exec sleep 60; }}
        [ ! -e $here/pip-fails ] ;;
    "-m pip check "*)
        if [ -e $here/check-fails ]; then rm $here/check-fails; echo "a 1 requires b, which is not installed."; exit 1; fi ;;
esac
"""

NO_NETWORK = """\
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<…>: Failed to establish a new \
connection: [Errno -2] Name or service not known')': /simple/aiofiles/
ERROR: Could not find a version that satisfies the requirement aiofiles==25.1.0 (from versions: none)
ERROR: No matching distribution found for aiofiles==25.1.0
"""
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


@pytest.fixture(autouse=True)
def _signals_are_heeded() -> Iterator[None]:
    """A shell cannot trap what was ignored when it began, as SIGHUP is under nohup and SIGINT in the background."""
    heeded = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
    before = {name: signal.signal(name, signal.default_int_handler) for name in heeded}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


def until(happened: Callable[[], bool], may_happen: Callable[[], bool] = lambda: True) -> None:
    """Waits for what a process does, as long as it may do it."""
    while not happened():
        assert may_happen()
        time.sleep(0.01)


class Tree:
    """A project with the set-up, and the stand-in for python."""

    def __init__(self, root: Path) -> None:
        self.root = root / "project with a space"
        self.root.mkdir()
        self.fake = root / "fake"
        self.fake.mkdir()
        self.python = self.fake / "python3.11"
        self.python.write_text(FAKE_PYTHON.format(here=self.fake), encoding="utf-8")
        self.python.chmod(0o755)
        self.venv = self.root / ".venv"
        self.stamp = self.venv / "runtime.stamp"
        self.log = self.root / "setup.log"
        self.started: list[subprocess.Popen[str]] = []

    def where(self, *switches: str, says: str | bytes = "") -> None:
        for switch in switches:
            (self.fake / switch).touch()
        (self.fake / "pip-says").write_bytes(says.encode() if isinstance(says, str) else says)

    def start(self, **environment: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # noqa: S603 - our own script
            ["/bin/sh", SETUP, "requirements.txt", ".venv/runtime.stamp"],
            cwd=self.root,
            env={"PATH": os.environ["PATH"], "PYTHON": str(self.python)} | environment,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def start_pip(self) -> subprocess.Popen[str]:
        """Starts one and waits until pip is at work in it."""
        process = self.start()
        until((self.fake / "started").exists, lambda: process.poll() is None)
        return process

    def stop(self) -> None:
        """Ends what a test that failed has left running."""
        for process in self.started:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            if process.stderr is not None and not process.stderr.closed:
                process.communicate()

    def set_up(self, **environment: str) -> tuple[int, str]:
        process = self.start(**environment)
        _, said = process.communicate(timeout=60)
        return process.returncode, said

    def calls(self) -> list[str]:
        return (self.fake / "calls").read_text(encoding="utf-8").splitlines()

    @staticmethod
    def names(folder: Path) -> list[str]:
        """What a folder holds, sorted."""
        return sorted(path.name for path in folder.iterdir())

    def make_venv(self) -> None:
        """One that an earlier set-up left whole."""
        (self.venv / "bin").mkdir(parents=True)
        (self.venv / "bin" / "python").write_bytes(self.python.read_bytes())
        (self.venv / "bin" / "python").chmod(0o755)
        (self.venv / "kept").touch()


@pytest.fixture
def tree(tmp_path: Path) -> Iterator[Tree]:
    tree = Tree(tmp_path)
    yield tree
    tree.stop()


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


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupted_one_leaves_nothing(tree: Tree, name: str) -> None:
    tree.where("pip-waits")
    process = tree.start_pip()
    os.killpg(process.pid, signal.Signals[name])
    _, said = process.communicate(timeout=60)
    assert process.returncode == 128 + signal.Signals[name]
    assert "begins again" in said
    assert list(tree.root.iterdir()) == []


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_an_interrupted_one_leaves_what_was_there(tree: Tree, name: str) -> None:
    tree.make_venv()
    tree.where("pip-changes", "pip-waits")
    os.killpg(tree.start_pip().pid, signal.Signals[name])
    tree.started[-1].communicate(timeout=60)
    assert tree.names(tree.venv) == ["bin", "kept"]
    assert tree.names(tree.root) == [".venv"]


def test_what_was_there_comes_back_after_one_that_was_killed(tree: Tree) -> None:
    tree.make_venv()
    tree.where("pip-changes", "pip-waits")
    os.killpg(tree.start_pip().pid, signal.SIGKILL)
    tree.started[-1].communicate(timeout=60)
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
