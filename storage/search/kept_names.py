"""Columns of many names, kept in the user's cache folder for the next process.

They are used as they are only for the very state of the database that they were made of: whoever stores
something gives the state a number that no other state has, here or elsewhere (`storage/kept/state.py`). For
any other state they save the folding of those names that it has too (`storage/search/gathering.py`). And they
are used only by the very program that made them, as all that is kept (`storage/prepared.py`).
"""

from __future__ import annotations

import json
import sys
from array import array
from itertools import chain

from parser.dataclass import dataclass
from parser.records import Language
from storage.kept.state import is_drawn
from storage.prepared import digest_sources, find_cache, keep_bytes, read_kept_bytes
from storage.schema import HEAD
from storage.search.gathering import GatheredNames
from storage.search.name_columns import NameColumns, pack_columns, unpack_columns

_COLUMNS, _TEXTS = "names.columns", "names.texts"
_NUMBER = "I"  # the items of the texts' numbers
_LENGTH = 8  # bytes of a state's number and of a length
LEAST_KEPT = 10_000  # names that are read and folded anew about as fast as they are found to be kept


@dataclass(frozen=True, slots=True)
class KeptNames:
    """The names of some state, packed: those of another one are unpacked only where they save work.

    Attributes:
        number: of the state.
        packed: its names.
    """

    number: int
    packed: memoryview

    def unpack(self) -> NameColumns:
        """The names in their columns: all of their texts are made anew, of a country 100,000."""
        return unpack_columns(self.packed)


def read_kept_names() -> KeptNames | None:
    """The names that are kept, of whatever state; None where there are none."""
    kept = _read(_COLUMNS, _made_of())
    return KeptNames(int.from_bytes(kept[:_LENGTH]), kept[_LENGTH:]) if kept is not None else None


def read_kept_texts(names: KeptNames) -> GatheredNames | None:
    """Kept names with how they are printed; None where that is not kept."""
    kept = _read(_TEXTS, f"{_made_of()} {names.number}")
    if kept is None:
        return None
    start = _LENGTH + int.from_bytes(kept[:_LENGTH])
    numbers = iter(array(_NUMBER, kept[start:].tobytes()))
    texts = json.loads(str(kept[_LENGTH:start], "utf-8"))
    languages = zip(Language, texts, strict=True)
    spelt = {language: {text: next(numbers) for text in each} for language, each in languages}
    return GatheredNames(names.unpack(), spelt)


def keep_names(number: int, names: GatheredNames) -> None:
    """Keeps a state's names, where there are so many that the next start gains by it.

    Args:
        number: of the state.
        names: all of its.
    """
    if not is_drawn(number) or len(names.columns.folded) < LEAST_KEPT:
        return
    spelt = [names.spelt[language] for language in Language]
    texts = json.dumps(list(map(list, spelt)), ensure_ascii=False, separators=(",", ":")).encode()
    numbers = array(_NUMBER, chain.from_iterable(each.values() for each in spelt))
    parts = (len(texts).to_bytes(_LENGTH), texts, numbers.tobytes())
    keep_bytes(_TEXTS, f"{_made_of()} {number}", find_cache(), b"".join(parts))
    columns = number.to_bytes(_LENGTH), pack_columns(names.columns)
    keep_bytes(_COLUMNS, _made_of(), find_cache(), b"".join(columns))


def _read(name: str, made_of: str) -> memoryview | None:
    folder = find_cache()
    if folder is None or not (folder / name).is_file():
        return None
    return read_kept_bytes(name, made_of, folder)


def _made_of() -> str:
    return f"{digest_sources()} {sys.byteorder} {HEAD}"
