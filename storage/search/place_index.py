"""The names of some places alone, where those of a whole country are loaded.

A question is about a place. To rank the names of all places for it would cost the more, the more are loaded.
So from some thousand names on (`rank.most_names`) it is looked up in the names that its places print, as if
nothing else were loaded. These are read and indexed when a place is asked about; a few such indexes are kept.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from operator import itemgetter

from parser.records import Language
from storage.kept.reader import StoredReader
from storage.search.gathering import gather_names
from storage.search.index import Index
from storage.search.name_columns import NameEntry
from storage.statements import is_in

_QUERY = """
SELECT line.path, name.language, name.text, count(DISTINCT line.edition_id)
FROM budget JOIN edition ON edition.budget_id = budget.id JOIN line ON line.edition_id = edition.id
  JOIN name ON name.id = line.name_id
WHERE {where}
GROUP BY line.path, name.id, name.language, name.text
ORDER BY line.path, name.id
"""


async def index_of_places(reader: StoredReader, index: Index, places: Iterable[str]) -> Index:
    """The index in which questions about some places are looked up.

    Args:
        reader: of the state that the index was built of.
        index: of all names.
        places: by the names of their budgets.

    Returns:
        Of very many names, the index of these places; else the one that was given.
    """
    if not index.is_large:
        return index
    wanted = tuple(sorted(set(places)))
    found = index.of_places.pop(wanted, None)
    if found is None:
        names = await asyncio.to_thread(gather_names, await _read_names(reader, wanted))
        found = index.narrow(names, len(wanted))
    index.of_places[wanted] = found  # as the one that was used last
    while len(index.of_places) > index.weights.rank.most_places:
        del index.of_places[next(iter(index.of_places))]
    return found


async def _read_names(reader: StoredReader, places: tuple[str, ...]) -> list[NameEntry]:
    """The distinct names that the budgets of places print, the most printed first."""
    where = is_in("budget.place", places)
    found = [
        (-count, text, NameEntry(path, Language(language), text))
        for path, language, text, count in await reader.fetch(_QUERY.format(where=where.sql), where.values)
    ]
    return [entry for _, _, entry in sorted(found, key=itemgetter(0, 1))]
