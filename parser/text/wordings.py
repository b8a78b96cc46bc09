"""How decisions and their footnotes put things: `locales/wordings.kk.tsv` and `locales/wordings.ru.tsv`.

A wording is a word or a phrase of the law's language (`утрати* силу`, `қолданысқа ен*`). What stands around
it, in which order and how near, is grammar and stays with the code that asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from parser.records import Language
from parser.text.word_lists import ListRow, any_of, read_list

WORDING_COLUMNS = ("wording", "says", "example")


class Says(StrEnum):
    """What a wording says: the column `says` of the lists."""

    # of a whole decision
    RESOLVES = "resolves"  # решил: clauses follow
    GROUNDS = "grounds"  # by what law; never a title
    REGISTERED = "registered"
    PUBLISHED = "published"
    IN_FORCE = "in-force"
    THIS_DECISION = "this-decision"
    PORTAL = "portal"  # what a portal prints beside a title
    PORTAL_REMARK = "portal-remark"  # the same with more words after it
    PORTAL_LABEL = "portal-label"  # of its table about the act: номер в РЦПИ
    DRAFT = "draft"  # проект, жоба: heads what is not adopted
    DRAFT_OF = "draft-of"  # проект решения, шешім жобасы
    EXECUTION = "execution"  # исполнение бюджета: what came in and was spent
    ON_BUDGET = "on-budget"  # о бюджете: what the title of a decision that adopts one says
    # of changes
    CHANGES = "changes"  # what is made: изменения, толықтырулар
    BRINGS_IN = "brings-in"  # внести, енгізу
    REVISES = "revises"  # уточнение бюджета, нақтылау: a change under another name
    FOLLOWING = "following"  # stands before what is made: следующие
    REPLACED = "replaced"  # what a new figure stands in the place of: цифры, сандары
    REPLACES = "replaces"
    IN_LINE = "in-line"  # before or after the quoted name of the line that is changed
    ACCORDING_TO = "according-to"  # before or after the appendix that a restated one is read in
    CHANGED_ROWS = "changed-rows"  # строки изложить: rows of a table, not all of it
    RESTATES = "restates"  # a new text follows
    REDRAFTS = "redrafts"  # said of an appendix in a clause, never on its stamp
    SUBCLAUSE = "subclause"
    # of figures
    ADOPTS = "adopts"  # the figures of a budget follow
    ZERO = "zero"
    INCLUDING = "including"  # в том числе: parts of what stands before follow
    COUNTED = "counted"  # after a number that is no amount
    TITLE_WORD = "title-word"  # of a budget's title, and no name's: на, год, бюджет
    OF_REPUBLIC = "of-republic"  # a title of the budget above all councils'
    JOINS_PLACES = "joins-places"  # и, және: stands between two places of one title
    APPENDIX = "appendix"  # what a stamp calls the appendix that follows it
    # of footnotes
    FOOTNOTE = "footnote"  # heads one
    REMARK = "remark"  # heads one, if what changed follows at once
    REDACTION = "redaction"  # в редакции, after a remark's head
    PART_OF_ACT = "part-of-act"  # пункт, приложение: what a footnote is about
    WHOLE_ACT = "whole-act"  # настоящее решение, осы шешім, in the place of a part
    STANDS_AS = "stands-as"  # в редакции: all of what is named before it
    STANDS_ANEW = "stands-anew"  # в новой редакции: the whole act, where nothing is named before it
    CHANGED_BY = "changed-by"  # stands between a part of an act and the decision that changed it
    CHANGED = "changed"
    REPEALED = "repealed"  # ends a decision's force, changes no figure
    # around dates and numbers
    DATE_GLUE = "date-glue"  # stands between a decision's date and its number


@cache
def wording(says: Says, language: Language | None = None) -> str:
    """A regular expression's source that finds what says this.

    Args:
        says: what is said.
        language: of the wordings; both where none is given.

    Raises:
        WordListError: a list is not in its form.
    """
    return any_of(phrases(says, language))


def phrases(says: Says, language: Language | None = None) -> tuple[str, ...]:
    """The wordings themselves, as they are listed; see `wording`."""
    languages = tuple(Language) if language is None else (language,)
    return tuple(phrase for listed in languages for phrase in _by_meaning(listed).get(says, ()))


@cache
def _by_meaning(language: Language) -> Mapping[Says, Sequence[str]]:
    found: dict[Says, list[str]] = {}
    for row in read_wordings(language):
        found.setdefault(row.target("says", Says), []).append(row["wording"])
    return found


@cache
def saying(*says: Says) -> re.Pattern[str]:
    """The expression that finds what says one of these, in either language."""
    return re.compile("|".join(map(wording, says)), re.IGNORECASE)


def begins_note(text: str) -> bool:
    """Whether a text begins as a footnote or a remark does: `Сноска. …`, `Ескерту. …`, `Примечание. …`."""
    return _note().match(text) is not None


@cache
def _note() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{wording(Says.FOOTNOTE)}|{wording(Says.REMARK)})", re.IGNORECASE)


@cache
def read_wordings(language: Language) -> tuple[ListRow, ...]:
    """The wordings of a language."""
    return read_list(f"wordings.{language}.tsv", WORDING_COLUMNS)
