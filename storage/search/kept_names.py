"""Names of many places, kept in the user's cache folder for the next process.

In columns they are used as they are only for the very state of the database that they were made of: whoever
stores something gives the state a number that no other state has, here or elsewhere
(`storage/kept/state.py`). For any other state they save most of the work, as they are kept with how they are
printed: of blocks of names that are the same (`storage/kept/name_blocks.py`) nothing is read, and no text
that was printed before is folded again (`gathering.py`). And they are used only by the very program that made
them, as all that is kept (`storage/prepared.py`): by the files that say what is made of a text.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Collection, Mapping
from itertools import accumulate, count, pairwise
from operator import neg
from typing import Final

from parser.dataclass import dataclass
from parser.records import Language
from storage.kept.name_blocks import BLOCK_NAMES
from storage.kept.state import is_drawn
from storage.migrations import HEAD
from storage.prepared import digest_sources, find_cache, keep_bytes, read_kept_bytes
from storage.search.gathering import GatheredNames, HeardNames
from storage.search.name_columns import NameColumns, pack_columns, unpack_columns
from storage.search.printed_names import PrintedNames

_COLUMNS, _PRINTED = "names.columns", "names.printed"
_LENGTH = 8  # bytes of a state's number and of a length
_ID: Final = "q"  # the items of ids
_NUMBER: Final = "i"  # and of other numbers
_END = "\0"  # of a text
_LANGUAGES = tuple(Language)
LEAST_KEPT = 10_000  # names that are read and folded anew about as fast as they are found to be kept
# What is kept of names is made by these files.
NAME_SOURCES = (
    "parser/dataclass.py", "parser/kinds.py", "parser/records.py", "parser/text/folding.py",
    "parser/text/letters.py", "parser/text/marks.py", "storage/kept/name_blocks.py", "storage/prepared.py",
    "storage/search/gathering.py", "storage/search/kept_names.py", "storage/search/name_columns.py",
    "storage/search/printed_names.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptNames:
    """The names of some state, packed: those of another one are unpacked only where they save work.

    Attributes:
        number: of the state.
        made_of: what they were made by.
        packed: its names.
        printed: how they are printed, packed; None where that is kept apart.
    """

    number: int
    made_of: str
    packed: memoryview
    printed: memoryview | None = None

    @property
    def origin(self) -> str:
        """What the packed names go with."""
        return f"{self.made_of} {self.number}"

    def unpack(self) -> NameColumns:
        """The names in their columns: all of their texts are made anew, of a country 100,000."""
        return unpack_columns(self.packed)


@dataclass(frozen=True, slots=True)
class KeptPrinted:
    """The names of some state as they are printed.

    Attributes:
        blocks: the numbers of its blocks of names.
        printed: all names of all paths, in order.
        heard: the distinct ones.
    """

    blocks: Mapping[int, int]
    printed: PrintedNames
    heard: HeardNames


def may_be_many(blocks: Collection[int]) -> bool:
    """Whether there may be so many names that they are kept.

    Args:
        blocks: those of names.
    """
    return len(blocks) * BLOCK_NAMES >= LEAST_KEPT


def read_kept_names() -> KeptNames | None:
    """The names that are kept, of whatever state; None where there are none."""
    made_of = find_origin()
    kept = _read(_COLUMNS, made_of)
    return KeptNames(int.from_bytes(kept[:_LENGTH]), made_of, kept[_LENGTH:]) if kept is not None else None


def read_kept_printed(names: KeptNames) -> KeptPrinted | None:
    """How kept names are printed; None where that is not kept."""
    kept = find_printed(names)
    if kept is None:
        return None
    start = _LENGTH + int.from_bytes(kept[:_LENGTH])
    blocks, paths, sizes = json.loads(bytes(kept[_LENGTH:start]))
    parts = [kept[start + begin : start + end] for begin, end in pairwise(accumulate(sizes, initial=0))]
    ids, editions, path_numbers, name_numbers, languages, written = parts
    texts = str(written, "utf-8").split(_END)
    spoken = list(map(_LANGUAGES.__getitem__, languages))
    printed_at = list(map(paths.__getitem__, path_numbers.cast(_NUMBER)))
    fewer = list(map(neg, editions.cast(_NUMBER)))
    printed = PrintedNames(fewer, texts, spoken, printed_at, ids.cast(_ID).tolist())
    spelt = dict(zip(zip(spoken, texts, strict=True), name_numbers.cast(_NUMBER), strict=True))
    return KeptPrinted(dict(blocks), printed, HeardNames(names.unpack(), spelt))


def find_printed(names: KeptNames) -> memoryview | None:
    """How kept names are printed, packed."""
    return names.printed if names.printed is not None else _read(_PRINTED, names.origin)


def read_blocks(printed: memoryview) -> dict[int, int]:
    """The numbers of the blocks of names that are packed."""
    return dict(json.loads(bytes(printed[_LENGTH : _LENGTH + int.from_bytes(printed[:_LENGTH])]))[0])


def keep_names(
    number: int, blocks: Mapping[int, int], printed: PrintedNames, gathered: GatheredNames
) -> None:
    """Keeps a state's names, where there are so many that the next start gains by it.

    Args:
        number: of the state.
        blocks: the numbers of its blocks of names.
        printed: all names of all of its paths, in order.
        gathered: the distinct ones of these.
    """
    if not is_drawn(number) or len(gathered.columns.folded) < LEAST_KEPT:
        return
    fewer, texts, languages, paths, ids = printed
    written = _END.join(texts)
    if written.count(_END) != len(texts) - 1:
        return  # SQLite holds texts with such a letter within, which is none
    path_numbers = dict(zip(dict.fromkeys(paths), count()))
    language_numbers = {language: at for at, language in enumerate(_LANGUAGES)}
    parts = (
        array(_ID, ids).tobytes(),
        array(_NUMBER, map(neg, fewer)).tobytes(),
        array(_NUMBER, map(path_numbers.__getitem__, paths)).tobytes(),
        array(_NUMBER, gathered.numbers).tobytes(),
        bytes(map(language_numbers.__getitem__, languages)),
        written.encode(),
    )
    head = json.dumps([list(blocks.items()), list(path_numbers), list(map(len, parts))]).encode()
    packed = b"".join((len(head).to_bytes(_LENGTH), head, *parts))
    columns = memoryview(pack_columns(gathered.columns))
    keep_packed(KeptNames(number, find_origin(), columns, memoryview(packed)))


def keep_packed(names: KeptNames) -> None:
    """Keeps names that are packed already, with how they are printed."""
    folder = find_cache()
    if names.printed is not None:
        keep_bytes(_PRINTED, names.origin, folder, names.printed)
    keep_bytes(_COLUMNS, names.made_of, folder, b"".join((names.number.to_bytes(_LENGTH), names.packed)))


def _read(name: str, made_of: str) -> memoryview | None:
    folder = find_cache()
    if folder is None or not (folder / name).is_file():
        return None
    return read_kept_bytes(name, made_of, folder)


def find_origin() -> str:
    """What this program would make names by."""
    return f"{digest_sources(patterns=NAME_SOURCES)} {sys.byteorder} {HEAD}"
