"""Expressions that are made when a text has a word of theirs: nothing is missed for that, and few are made."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from re import _parser as parsing  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

from parser.question import checking, explaining, fractions, said_amounts
from parser.question.asked_patterns import (
    AskedPattern,
    _find_again,
    _hear_again,
    asked_pattern,
    make_patterns_ready,
)
from parser.question.asking_words import AskingWords, load_asking_words
from parser.question.asks import Asks
from parser.question.bound_by import _follows, _than
from parser.question.counted_from import _begins_with
from parser.question.cut_by_form import any_word
from parser.question.named_seasons import _part
from parser.question.named_years import year_beside
from parser.question.reading import read_question
from parser.records import Language
from parser.text.letters import RARE_CASES, WITHOUT_KAZAKH

_PROJECT = Path(__file__).parents[3]
_NOTHING = "(?!)"  # an expression that finds nothing
_GIVES_ONE = asked_pattern()(re.compile).__qualname__
_BY_ASKED = (
    _than(Asks.MORE_THAN),
    _follows(Asks.LESS_THAN_FOLLOWS),
    _begins_with(Asks.SINCE),
    any_word(Asks.AMONG, Asks.TIMES, Asks.IN_WHOLE),
    year_beside(Asks.LAST_YEAR),
    _part(Asks.QUARTER),
)
# Expressions that need words of another list, the module and the name by which these come into their source.
_LISTED = [
    (fractions._fractions(), fractions, "any_in_either_case"),
    (said_amounts._amounts(), said_amounts, "amount_scales"),
    *((explaining._asks_meaning(language), explaining, "any_in_either_case") for language in Language),
    *((checking.says_whole(says), checking, "says_pattern") for says in checking.ClaimWord),
]


def find_patterns() -> list[AskedPattern]:
    """All that the reading of questions has, by the functions that give them."""
    found: list[AskedPattern] = []
    for file in sorted((_PROJECT / "parser" / "question").glob("*.py")):
        functions = vars(importlib.import_module(f"parser.question.{file.stem}")).values()
        found += [each() for each in functions if getattr(each, "__qualname__", None) == _GIVES_ONE]
    needing = [pattern for pattern in found if pattern.needs or pattern.digit]
    by_asked = set(found).difference(needing)
    assert len(by_asked) == len(_BY_ASKED)  # those that are given one for each thing asked
    return [*needing, *_BY_ASKED]


def test_nobody_waits_for_one_where_all_are_made_at_the_start() -> None:
    patterns = set(find_patterns()).difference(_BY_ASKED)
    make_patterns_ready()
    assert [pattern for pattern in patterns if "expression" not in vars(pattern)] == []


def test_each_finds_nothing_without_the_words_that_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each such word its source is taken out: what is left can fit nothing."""
    patterns = find_patterns()
    assert len(patterns) > 70
    write = AskingWords.pattern
    for pattern in patterns:
        needs = pattern.needs
        if not needs:
            continue
        without = lambda words, asks, needs=needs: _NOTHING if asks in needs else write(words, asks)  # noqa: E731
        monkeypatch.setattr(AskingWords, "pattern", without)
        left = pattern.make()
        assert left.flags & re.IGNORECASE
        parsed = parsing.parse(left.pattern, left.flags & re.VERBOSE)
        assert fits_nothing(parsed, set(), digits=not pattern.or_digit), (needs, left.pattern)


@pytest.mark.parametrize(("pattern", "module", "writes"), _LISTED)
def test_each_finds_nothing_without_the_listed_words_that_it_needs(
    monkeypatch: pytest.MonkeyPatch, pattern: AskedPattern, module: ModuleType, writes: str
) -> None:
    monkeypatch.setattr(module, writes, lambda _="": _NOTHING)
    left = pattern.make()
    assert left.flags & re.IGNORECASE
    parsed = parsing.parse(left.pattern, left.flags & re.VERBOSE)
    assert fits_nothing(parsed, set(), digits=not pattern.or_digit), left.pattern


@pytest.mark.parametrize(("pattern", "module", "writes"), _LISTED)
def test_no_way_to_write_a_listed_word_is_missed(
    pattern: AskedPattern, module: ModuleType, writes: str
) -> None:
    assert pattern.listed is not None
    found = [text for text in _write([*pattern.listed()]) if pattern.expression.search(text)]
    assert found
    assert [text for text in found if not pattern.may_be_in(text)] == []
    assert not pattern.may_be_in("zzz")


def test_those_that_need_a_digit_find_nothing_without_one() -> None:
    patterns = [pattern for pattern in find_patterns() if pattern.digit]
    assert len(patterns) > 5
    for pattern in patterns:
        made = pattern.expression
        assert fits_nothing(parsing.parse(made.pattern, made.flags & re.VERBOSE), set(), digits=False)
        assert not pattern.may_be_in("до пен и және решение документ под номером дейін")
        assert pattern.may_be_in("до решения 501 и документа под номером 12-3 дейін")


def fits_nothing(part: Any, unmet: set[int], *, digits: bool = True) -> bool:
    """Whether a part of a parsed expression can fit nothing, so that what it stands in can neither.

    Args:
        part: steps one after another.
        unmet: the groups that can fit nothing; those of this part are added.
        digits: whether a text may have digits.
    """
    return any([_fails(str(code), value, unmet, digits) for code, value in part])  # noqa: C419 - all groups are looked at


def _is_of_digits(code: str, value: Any) -> bool:
    match code, value:
        case "LITERAL", number:
            return chr(number).isdecimal()
        case "RANGE", (first, last):
            return chr(first).isdecimal() and chr(last).isdecimal()
        case "IN", items:
            return all(_is_of_digits(str(each), what) for each, what in items)
    return (code, str(value)) == ("CATEGORY", "CATEGORY_DIGIT")


def _fails(code: str, value: Any, unmet: set[int], digits: bool) -> bool:
    fails = not digits and _is_of_digits(code, value)
    match code, value:
        case "FAILURE", _:
            fails = True
        case "ASSERT_NOT", (_, part):
            fails = not list(part)  # what always fits may not
        case "ASSERT", (_, part):
            fails = fits_nothing(part, unmet, digits=digits)
        case "ATOMIC_GROUP", part:
            fails = fits_nothing(part, unmet, digits=digits)
        case "BRANCH", (_, branches):
            fails = all([fits_nothing(each, unmet, digits=digits) for each in branches])  # noqa: C419 - as above
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT", (least, _, part):
            fails = fits_nothing(part, unmet, digits=digits) and least > 0
        case "SUBPATTERN", (group, _, _, part):
            fails = fits_nothing(part, unmet, digits=digits)
            unmet |= {group} if fails else set()
        case "GROUPREF", group:
            fails = group in unmet
        case "GROUPREF_EXISTS", (group, met, otherwise):
            met_fails = group in unmet or fits_nothing(met, unmet, digits=digits)
            fails = met_fails and bool(otherwise) and fits_nothing(otherwise, unmet, digits=digits)
    return fails


@pytest.mark.parametrize(
    ("source", "nothing"),
    [
        *(("a(?!)", True), ("a|(?!)", False), ("(?:b(?!)|(?!)c)d", True), ("(?:(?!))?a", False)),
        *(("(?=(?!))", True), ("(?<!(?!))", False), ("((?!))?(?(1)a|(?!))", True), ("((?!))?(?(1)a|b)", False)),
        *(("(a)?(?(1)a|(?!))", False), ("(?!a)b", False), ("(?:(?!))+", True), ("(?:a|(?!)){2}", False)),
    ],
)  # fmt: skip
def test_what_fits_nothing_is_told(source: str, nothing: bool) -> None:
    assert fits_nothing(parsing.parse(source), set()) is nothing


@pytest.mark.parametrize("asks", Asks)
def test_no_way_to_write_a_word_is_missed(asks: Asks) -> None:
    """Capitals, `е` for `ё`, letters of Russian for those of Kazakh, and letters that look like others."""
    written = load_asking_words().pattern(asks)
    pattern = AskedPattern(lambda: re.compile(written, re.IGNORECASE), asks)
    found = [
        text for text in _write(load_asking_words().list_phrases(asks)) if pattern.expression.search(text)
    ]
    assert found
    assert [text for text in found if not pattern.may_be_in(text)] == []


def _write(phrases: Collection[str]) -> Iterator[str]:
    for phrase in phrases:
        said = re.sub(r"\s…\d*\s", " и тогда ", phrase).translate({ord("*"): "ого", ord("~"): "ил"})
        for plain in (said, *map(said.translate, WITHOUT_KAZAKH)):
            yield from (plain, plain.upper(), plain.replace("ё", "е"), f"бұл {plain.title()} екен")
            for rare in RARE_CASES:
                yield plain.replace(rare.upper()[0].lower()[0], rare)


def test_a_message_makes_few_of_them() -> None:
    """In a process that has read nothing before."""
    program = (
        "import gc, json; from parser.question.reading import read_question; read_question('сколько на школы');"
        "from parser.question.asked_patterns import AskedPattern;"
        "found = [each for each in gc.get_objects() if type(each) is AskedPattern];"
        "print(json.dumps([len(found), sum('expression' in vars(each) for each in found)]))"
    )
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", program], cwd=_PROJECT, capture_output=True, text=True, check=True
    )
    every, made = json.loads(done.stdout)
    assert made * 6 < every, (made, every)


def test_a_word_is_looked_through_once_for_all_of_them() -> None:
    _hear_again.cache_clear()
    _find_again.cache_clear()
    read_question.__wrapped__("сколько денег мы тратим на школы и на дороги в этом году")
    heard, found = _hear_again.cache_info(), _find_again.cache_info()
    assert found.hits > 4 * found.misses  # expressions, each time the message is read
    assert heard.misses <= 14, heard  # its words, and few that a step has spelled otherwise
