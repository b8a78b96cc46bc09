"""Words with a role of their own in search, as they sound: `locales/search_words.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from parser.text.folding import sound
from parser.text.listed_words import ListedWords
from parser.text.word_lists import WordSet, read_list, word_set

COLUMNS = ("word", "role", "example")


class WordRole(StrEnum):
    """What a word does in a search: the column `role` of the list."""

    ALL_MONEY = "all-money"  # all spending or revenue; in `расходы на школы` the other word tells more
    TERRITORY = "territory"  # what the budget at hand is of, of any rank: `жкх области`, `расходы аула`
    SETTLEMENT = "settlement"  # the same beside words for all money alone; `вода в села` is a line's
    VILLAGE = "village"  # that money goes to villages: `фонари в селе`
    RANK = "rank"  # tells of which rank a thing is: «аппарат акима района (города областного значения)»
    SIGNIFICANCE = "significance"  # stands in the name of a rank and tells none: «города областного значения»
    OBLAST = "oblast"  # that an institution is the oblast's: `областной маслихат`
    SOURCE = "source"  # what stands before another budget, no place of this one: `деньги из области`
    OFFICE = "office"  # asks for an administrator: `білім бөлімі`
    BUREAU = (
        "bureau"  # one of those that stand for one another: the отдел of a rayon, the управление of an oblast
    )
    INSTITUTION = "institution"  # is what an administrator is called, or who sits in it: `акимат`, `гороно`
    GENERIC = "generic"  # what may be done for anything: `поддержка занятости` is about занятость
    MONEY = "money"  # means the same as the others of this role: `облыстан ақша`, `облыстан қаржы`
    THING = "thing"  # is paid out of a line that an office or a building names: `ремонт крыши больницы`
    OWNER = "owner"  # keeps and uses things that no name says: `доски для школ`
    QUALITY = "quality"  # says which thing, or what is done with it: `жаңа мектеп`, `замена окон`
    NARROWS = "narrows"  # makes a name one of a narrower thing than a term without it: `одаренных детей`
    DEED = "deed"  # what is done with a thing: a line that does not say it is another one of that thing
    JOINS = "joins"  # joins the words of an official name and tells nothing of it: `жөніндегі`, `в рамках`
    BEYOND = "beyond"  # what stands before it in a name is not what the line is for: `мектепке дейінгі`
    CALLED = "called"  # a word that many villages are called by: `село Победа`, `Болашақ ауылы`
    SAYS = "says"  # short, but not to be left out: `школы нет` is no question about `школы`


@cache
def load_search_words() -> Mapping[WordRole, WordSet]:
    """The words of each role, read from disk the first time.

    Raises:
        WordListError: the list is not in its form, or a word has a role that does not exist.
    """
    words: dict[WordRole, list[str]] = {role: [] for role in WordRole}
    for row in read_list("search_words.tsv", COLUMNS):
        word = row["word"]
        words[row.target("role", WordRole)].append(sound(word.removesuffix("*")) + "*" * word.endswith("*"))
    return {role: word_set(spoken) for role, spoken in words.items()}


def has_role(spoken: str, role: WordRole) -> bool:
    """Whether a word, given as it sounds, has this role in a search."""
    return role in _load_roles().tell(spoken)


@cache
def _load_roles() -> ListedWords[WordRole]:
    return ListedWords(load_search_words())
