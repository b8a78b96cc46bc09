"""A message that leaves out the word that the name before it has: `көліктікі ше`, `а на землю?` of taxes."""

from __future__ import annotations

from parser.budget_code import parents
from parser.question.reading import read_question
from parser.question.shared_head import ends_in_head, list_fuller
from parser.question.shown_before import KnownWords, ShownBefore
from parser.question.word_forms import THEIRS
from parser.records import Section
from parser.text.folding import sound

_THEIR_ENDING = 4  # letters of жер|дікі


def complete_name(said: str, shown: ShownBefore, known: KnownWords, *, joined: bool) -> str | None:
    """What a message names, with the word that it leaves out; None where it lacks none.

    A tax is told by what it is on, which without that word is something that money is spent on. Only what
    stands beside the line before is meant so: `мүлік салығы`, `ал су ше` asks of water.

    >>> lines = {"мүлік салығы": "revenue/1/04/1", "жер салығы": "revenue/1/04/3"}
    >>> known = KnownWords(find_lines=lambda question: {lines[question.text]})
    >>> complete_name("жердікі", ShownBefore(read_question("мүлік салығы"), 2013), known, joined=True)
    'жер салығы'

    Args:
        said: the message, without what joins it to the one before.
        shown: what the answer before it showed.
        known: what the loaded budgets know of words.
        joined: whether a word joins it to the message before.
    """
    before, bare = shown.question.named, said.strip(" ?!.")
    if bare.isalpha() and THEIRS.fullmatch(sound(bare.casefold())) and ends_in_head(before):
        full = f"{bare[:-_THEIR_ENDING]} {before.split()[-1]}"
        return full if any(_list_beside(full, shown, known)) else None
    if not joined or shown.section is not Section.REVENUE or not before:
        return None
    own = read_question(bare)
    if not (own.names_line and own.frame.asks_nothing_more) or own.asks_edition:
        return None
    fuller = ((full, _list_beside(full, shown, known)) for full in list_fuller((before, bare))[1])
    return next((full for full, beside in fuller if beside and all(beside)), None)


def _list_beside(full: str, shown: ShownBefore, known: KnownWords) -> list[bool]:
    """Of each line that a name may mean, whether it stands beside the line before: land by property."""
    lines = known.find_lines(shown.question)
    beside = {next(iter(parents(path)), None) for path in lines} - {None}
    return [
        path not in lines and next(iter(parents(path)), None) in beside
        for path in known.find_lines(read_question(full))
    ]
