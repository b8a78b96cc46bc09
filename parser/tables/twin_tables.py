"""One table of a decision in both languages in one file: one text stands behind the other.

Each is an edition of its own language, of one place: which of two prints of its name is the place's makes no
other budget of it. Where their amounts differ, whoever stores them says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from parser.decision.place_kinds import SmallKind, kind_of_place, name_today, without_kind
from parser.records import Edition, Language
from parser.text.folding import skeleton
from parser.text.language import detect_language

_AKIN = 0.6  # of the letters of two names: Жалгызтюбин, Жалғызтөбе

Twins = tuple[int, Edition, Edition]


def find_twin_table(edition: Edition, earlier: Sequence[Edition]) -> Twins | None:
    """The table that a later one prints in the other language.

    Args:
        edition: the later one.
        earlier: the tables before it in the file.

    Returns:
        The index of the earlier one, it with the language of its names, and the later one with its own and
        with the place of the earlier. None where it is no other language's print of any.
    """
    language = _language_of(edition)
    if language is None:
        return None
    for index, other in enumerate(earlier):
        if not _is_one_table(edition, other):
            continue
        its_language = _language_of(other)
        if its_language is None or its_language is language:
            continue
        prints = (each for each in earlier if (each.place, each.year) == (other.place, other.year))
        if language not in map(_language_of, prints):
            twin = replace(edition, place=other.place, language=language)
            return index, replace(other, language=its_language), twin
    return None


def _language_of(edition: Edition) -> Language | None:
    return detect_language(" ".join(line.name for line in edition.lines))


def _is_one_table(edition: Edition, other: Edition) -> bool:
    """Whether two tables are of one year, one setter and one place, or of places that may be one.

    Two names that are no more than akin are one place's where they are on the same appendix.
    """
    if (edition.year, edition.set_by) != (other.year, other.set_by):
        return False
    kinds = {kind_of_place(each.place.partition(",")[0]) for each in (edition, other)}
    if len(kinds) > 1 and not all(isinstance(kind, SmallKind) for kind in kinds):
        return False
    own, its = (skeleton(without_kind(name_today(e.place).partition(",")[0])) for e in (edition, other))
    if own == its:
        return True
    if edition.appendix is None or edition.appendix != other.appendix:
        return False
    return SequenceMatcher(None, own, its, autojunk=False).ratio() >= _AKIN
