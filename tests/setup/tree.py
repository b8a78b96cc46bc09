"""A project with the set-up of .venv, and a python of sh that stands in for the real one."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.harness.moments import GUARD_SECONDS

PROJECT = Path(__file__).resolve().parents[2]
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
        [ ! -e $here/pip-waits ] || {{ touch $here/started; exec sleep 3000; }}
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
        _, said = process.communicate(timeout=GUARD_SECONDS)
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
