"""A message that is still being typed: `мек`, `ремонт дор` → the lines that it may come to ask for.

What is asked for inline is answered at every letter; here is what is offered while the last word means
nothing yet. A line that a started word leads to is offered, never asserted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parser.decision.place_kinds import list_kind_words
from parser.question.question import Question
from parser.question.reading import read_question
from parser.records import Language
from parser.text.folding import sound
from storage.answering.answer import Answer, Choice
from storage.answering.asked_budgets import choose_budgets
from storage.answering.asked_place import read_place
from storage.answering.choosing_edition import choose_edition
from storage.answering.inquiry import FoundLine
from storage.answering.outcome import Candidates
from storage.answering.request import Heard, Request, hear_language
from storage.answering.writing import AnswerWriter
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.outlines import Outlines
from storage.reading.printed_amounts import Wanted
from storage.reading.shelf import load_shelf
from storage.search.index import Index
from storage.search.place_index import index_of_places
from storage.search.started_words import StartedPath, complete_words

_OFFERED = 12  # lines: more would be read by nobody who goes on typing
_PLACES = 3
_SHORTEST_PLACE = 2  # letters
_LAST_WORD = re.compile(r"[^\W\d]+$")
_SHORT = 4  # letters: so short a word may be the beginning of another, whatever it means by itself


@of_one_state
async def complete_question(reader: StoredReader, index: Index, request: Request) -> Answer | None:
    """The lines that a message may come to ask for, of the place that it names, else of the one at hand.

    Args:
        reader: of one state of the database; callers give a session.
        index: built from the same database.
        request: the message as far as it is typed.

    Returns:
        Lines to choose from; None where its last word begins no word that leads to a line of that place.
    """
    question = request.question
    chosen = choose_budgets(index, question, request.home, request.budget)
    if not chosen.budgets and len(question.tokens) == 1:  # `шко` is a region, and begins «школы»
        chosen = choose_budgets(index, replace(question, tokens=()), request.home, request.budget)
    started = [token for token in question.tokens if token.sound not in chosen.place.words]
    if not chosen.budgets:
        return None
    index = await index_of_places(reader, index, [chosen.budgets[0].place])
    completed = complete_words(index, started)
    if not completed:
        return None
    shelf = await load_shelf(reader, chosen.budgets[:1])
    catalogue = shelf.find(chosen.budgets[0])
    asked = choose_edition(index, catalogue, question, chosen.place, chosen.year) if catalogue else None
    if asked is None:
        return None
    outlines = Outlines()
    wanted = Wanted({asked.edition.key: asked.edition}, {each.path for each in completed})
    await outlines.read(reader, wanted)
    known = outlines.lines(asked.edition)
    there = [each for each in completed if each.path in known]
    lines = [
        FoundLine(path=each.path, score=each.likelihood, asked=asked, line=known[each.path]) for each in there
    ]
    lines.sort(key=lambda line: (-round(line.score, 1), -abs(line.line.amount)))
    heard = _hear(index, request, chosen.place.words, there)
    heard = replace(heard, assumed=asked.budget if chosen.is_assumed else None)
    found = await AnswerWriter(reader, index, shelf, request).write(
        heard, Candidates(asked, lines[:_OFFERED])
    )
    return found if isinstance(found, Choice) else None


def complete_places(index: Index, text: str, language: Language) -> list[str]:
    """A message whose last word begins the name of a place, with that name: `школы Тар`, `школы Тараз`.

    Args:
        index: with the places that are loaded.
        text: the message as far as it is typed.
        language: to name the places in.

    Returns:
        One for each place that the word may begin; none for a word of one letter.
    """
    begun = _LAST_WORD.search(text)
    spoken = sound(begun[0].casefold()) if begun else ""
    if begun is None or min(len(begun[0]), len(spoken)) < _SHORTEST_PLACE:
        return []
    places = index.place_book.find_begun(spoken)
    names = (place.names.get(language, place.name) for place in places[:_PLACES])
    return [f"{text[: begun.start()]}{name}" for name in names]


def complete_kinds(index: Index, text: str) -> list[str]:
    """A message whose last word begins the word of a place's kind, behind its name: `школы Байзакский рай`.

    Args:
        index: with the places that are loaded.
        text: the message as far as it is typed.

    Returns:
        One for each kind that the word may begin; none where no place is named before it.
    """
    begun = _LAST_WORD.search(text)
    before = text[: begun.start()] if begun else ""
    if begun is None or not before.strip() or len(begun[0]) < _SHORTEST_PLACE:
        return []
    spoken = sound(begun[0].casefold())
    words = (word for word in list_kind_words() if sound(word).startswith(spoken) and sound(word) != spoken)
    return [whole for word in words if _names_place(index, whole := f"{before}{word}")][:_PLACES]


def _names_place(index: Index, text: str) -> bool:
    """Whether the last word of a message is one of those that name its place."""
    question = read_question(text)
    place, last = read_place(index, question), question.tokens[-1:]
    return bool(place.places or place.missing) and bool(last) and last[0].sound in place.words


def seems_unfinished(index: Index, question: Question) -> bool:
    """Whether the last word of a message means nothing by itself, or only asks and stands alone."""
    if not question.tokens or question.claim or question.codes:
        return False
    last, alone = question.tokens[-1], len(question.tokens) == 1
    if last.filler or question.talk:
        return alone and len(last.folded) <= _SHORT
    if index.match_word(last.sound, slips=False):
        return False
    spoken = index.lexicon.words.match(last.sound, slips=False)
    if not alone:
        return not spoken
    entries = (entry for word in spoken for entry in index.lexicon.find_entries((word,)))
    return not any(map(index.terms.leads, entries))


def _hear(index: Index, request: Request, place: frozenset[str], there: Sequence[StartedPath]) -> Heard:
    """What was heard; its language is that of all words that it may become, where that is one."""
    heard = hear_language(index, request.question, place)
    languages = {each.language for each in there}
    if heard.language_is_plain or len(languages) != 1:
        return heard
    return replace(heard, language=languages.pop(), language_is_plain=True)
