"""Columns of many names, kept in the user's cache folder for the next process.

They are used only for the very state of the database that they were made of: whoever stores something gives
the state a number that no other state has, here or elsewhere (`storage/kept/state.py`). And only by the very
program that made them, as all that is kept (`storage/prepared.py`).
"""

from __future__ import annotations

import sys

from storage.kept.state import is_drawn
from storage.prepared import digest_sources, find_cache, keep_bytes, read_kept_bytes
from storage.schema import HEAD
from storage.search.name_columns import NameColumns, pack_columns, unpack_columns

_FILE = "names.columns"
LEAST_KEPT = 10_000  # names that are read and folded anew about as fast as they are found to be kept


def read_kept_names(number: int) -> NameColumns | None:
    """The columns of a state's names; None where they are not kept.

    Args:
        number: of the state.
    """
    folder = find_cache()
    if folder is None or not is_drawn(number) or not (folder / _FILE).is_file():
        return None
    packed = read_kept_bytes(_FILE, _made_of(number), folder)
    return None if packed is None else unpack_columns(packed)


def keep_names(number: int, columns: NameColumns) -> None:
    """Keeps the columns of a state's names, where there are so many that the next start gains by it."""
    if is_drawn(number) and len(columns.folded) >= LEAST_KEPT:
        keep_bytes(_FILE, _made_of(number), find_cache(), pack_columns(columns))


def _made_of(number: int) -> str:
    return f"{digest_sources()} {sys.byteorder} {HEAD} {number}"
