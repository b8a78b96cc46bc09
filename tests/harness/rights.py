"""Somebody to whom something is forbidden, also where the tests are root's, as in most containers."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """Within, this process may do what files allow to their owner, and nothing because it is root."""
    if os.geteuid():
        yield
        return
    os.setresuid(_NOBODY, _NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@contextmanager
def lend(file: Path) -> Iterator[Path]:
    """A copy of a file that is its own who has no rights, in a folder of theirs; pytest's own are closed to them."""
    folder = Path(tempfile.mkdtemp(prefix="qazyna-lent-"))
    try:
        copy = Path(shutil.copy(file, folder / file.name))
        if not os.geteuid():
            os.chown(copy, _NOBODY, -1)
            os.chown(folder, _NOBODY, -1)
        yield copy
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)
