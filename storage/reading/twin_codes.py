"""A line that the two texts of a table print under two codes is one: neither added nor removed by that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parser.budget_code import parents
from parser.records import Language
from storage.reading.records import LineInfo


def under_one_code(
    lines: Mapping[str, LineInfo], languages: int, compared: Mapping[str, LineInfo]
) -> Mapping[str, LineInfo]:
    """The lines of an edition, each under one code.

    The Kazakh text of a table prints `06/1`, the Russian one `06/2`, with one amount under one group. That
    the texts differ is a discrepancy of the document and stays one; compared with another edition, which
    has `06/2`, it is no new line. Of two such codes the one that the other edition has is taken, else the
    one of the text that amounts are read from.

    Args:
        lines: of the edition, in all languages together, in print order.
        languages: in how many of them the edition is loaded.
        compared: the lines of the edition that it is compared with.
    """
    if languages < len(Language):
        return lines
    alone: dict[tuple[str, int, int], dict[Language, list[LineInfo]]] = {}
    for line in lines.values():
        if len(line.names) == 1:
            place = (next(iter(parents(line.path)), line.path), line.level, line.amount)
            alone.setdefault(place, {}).setdefault(line.language, []).append(line)
    joined = {}
    gone = set()
    for by_language in alone.values():
        first_text, other_text = (by_language.get(language, []) for language in Language)
        for first, other in zip(first_text, other_text, strict=False):
            known = other.path in compared and first.path not in compared
            path = other.path if known else first.path
            joined[first.path] = replace(first, path=path, names={**other.names, **first.names})
            gone.add(other.path)
    if not joined:
        return lines
    kept = (joined.get(path, line) for path, line in lines.items() if path not in gone)
    return {line.path: line for line in kept}
