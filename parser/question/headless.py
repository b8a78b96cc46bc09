"""A message that leaves out the word that the name before it has: `көліктікі ше`, `а на землю?` of taxes."""

from __future__ import annotations

import re

from parser.budget_code import section_of
from parser.question.reading import read_question
from parser.question.shared_head import ends_in_head, list_fuller
from parser.question.shown_before import KnownWords, ShownBefore
from parser.records import Section

# Whose it is, of a name said before: жер|дікі, of a tax.
_THEIRS = re.compile("(?P<stem>[^\\W\\d]{2,}?)[ндт][іыи]к[іыи]$")


def complete_name(said: str, shown: ShownBefore, known: KnownWords, *, joined: bool) -> str | None:
    """What a message names, with the word that it leaves out; None where it lacks none.

    A tax is told by what it is on, which without that word is something that money is spent on.

    >>> before = ShownBefore(read_question("мүлік салығы"), 2013)
    >>> complete_name("жердікі", before, KnownWords(), joined=True)
    'жер салығы'

    Args:
        said: the message, without what joins it to the one before.
        shown: what the answer before it showed.
        known: what the loaded budgets know of words.
        joined: whether a word joins it to the message before.
    """
    before, bare = shown.question.named, said.strip(" ?!.")
    theirs = _THEIRS.fullmatch(bare)
    if theirs and ends_in_head(before):
        return f"{theirs['stem']} {before.split()[-1]}"
    if not joined or shown.section is not Section.REVENUE or not before:
        return None
    own = read_question(bare)
    if not (own.names_line and own.frame.asks_nothing_more) or own.asks_edition:
        return None
    if own.exclusions or own.is_denied:  # `а без корпоративного?` takes it out
        return None
    for full in list_fuller((before, bare))[1]:
        paths = known.find_lines(read_question(full))
        if paths and all(section_of(path) is Section.REVENUE for path in paths):
            return full
    return None
