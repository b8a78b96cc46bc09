"""The weights of search: each is read somewhere, and the measure can move each by itself."""

from __future__ import annotations

import ast
import dataclasses
import re
from pathlib import Path

import pytest

from bench.weights import WeightMove, list_moves, move
from parser.question.reading import read_question
from parser.records import Language
from storage.search.index import Index, NameEntry
from storage.search.rank import rank
from storage.search.weights import WEIGHTS
from tests.harness.rows import of_each

STORAGE = Path(__file__).parents[2] / "storage"
RULE_TESTS = (Path(__file__).parent, Path(__file__).parents[1] / "storage/answering")
# The only numbers over two elsewhere in `storage/search`, each with what makes it no weight. A comment
# beside each says why it is what it is.
NO_WEIGHTS = {
    ("forms.py", "SHORTEST_STEM"): "grammar",
    ("forms.py", "_SHORTEST_VERB"): "grammar",
    ("forms.py", "_SHORTEST_ADJECTIVE"): "grammar",
    ("forms.py", "_SHORTEST_CUT"): "grammar",
    ("forms.py", "_SHORTEST_SOFTENED"): "grammar",
    ("forms.py", "_SURE_ENDING"): "grammar",
    ("letters.py", "_RUNS"): "what the likeness of letters is made of",
    ("said_officially.py", "_COLUMNS"): "the form of a file",
    ("matching.py", "_PERCENT"): "the scale of rapidfuzz",
    ("parts.py", "_LONGEST"): "grammar",
    ("told_apart.py", "_BEGINNING"): "grammar",
    ("head_word.py", "_LONGEST"): "words of a name, by a bound of what the rule is for: more are a sentence",
    ("parts.py", "_MOST_THINGS"): "grammar",
    ("phrase_finder.py", "_QUESTIONS_KEPT"): "memory",
    ("phrase_finder.py", "_WORDS_KEPT"): "memory",
    ("place_book.py", "_LETTERS"): "grammar",
    ("printed_pairs.py", "_SHORTEST"): "grammar",
    ("printed_pairs.py", "_STEM"): "grammar",
    ("word_index.py", "_LETTERS_KEPT"): "memory",
    ("gathering.py", "_SECTION_NUMBER"): "how budgets number their sections",
    ("name_columns.py", "_LENGTH"): "the form of a file",
    ("index.py", "_MOST_MATCHED"): "memory",
    ("kept_names.py", "_LENGTH"): "the form of a file",
    ("kept_names.py", "LEAST_KEPT"): "where a file is quicker",
    ("shipped_names.py", "MANY_CHANGED"): "where a load keeps what the next start makes by itself",
    ("printed_names.py", "_AT_ONCE"): "the length of a statement",
}
NAMES = [
    (group.name, field.name)
    for group in dataclasses.fields(WEIGHTS)
    for field in dataclasses.fields(getattr(WEIGHTS, group.name))
]


@pytest.fixture(scope="module")
def read_names() -> set[str]:
    """All attributes that the code of storage reads."""
    trees = [
        ast.parse(file.read_text(encoding="utf-8"))
        for folder in ("search", "answering")
        for file in (STORAGE / folder).glob("*.py")
        if file.name != "weights.py"
    ]
    return {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


@of_each("group, name", NAMES)
def test_every_weight_is_read(read_names: set[str], group: str, name: str) -> None:
    assert {group, name} <= read_names


def test_every_weight_is_moved_down_and_up_by_itself() -> None:
    moves = list(list_moves())
    assert [(moved.group, moved.name) for moved in moves] == [name for name in NAMES for _ in range(2)]
    for down, up in zip(moves[::2], moves[1::2], strict=True):
        assert down.moved < down.value < up.moved
        assert type(down.moved) is type(down.value)
        changed = dataclasses.replace(getattr(WEIGHTS, up.group), **{up.name: up.moved})
        assert up.weights == dataclasses.replace(WEIGHTS, **{up.group: changed})


@pytest.mark.parametrize(("value", "down", "up"), [(10, 8, 12), (2, 1, 3), (0.5, 0.4, 0.6)])
def test_a_fifth_is_one_at_least(value: float, down: float, up: float) -> None:
    assert (move(value, -1), move(value, 1)) == pytest.approx((down, up))


def test_only_weights_that_are_named_are_moved() -> None:
    assert {(moved.group, moved.name) for moved in list_moves(["words.slip"])} == {
        ("words", "slip"),
        ("words", "slip_ratio"),
    }


def test_a_rule_names_the_test_that_holds_it() -> None:
    source = (STORAGE / "search/weights.py").read_text(encoding="utf-8")
    named = re.findall(r"\[rule: (\w+\.py), ([^]]+)\]", source)
    assert len(named) == source.count("[rule: ") > 3
    for file, words in named:
        (path,) = (folder / file for folder in RULE_TESTS if (folder / file).is_file())
        tests = path.read_text(encoding="utf-8")
        assert re.search(rf"def test_\w*{words.replace(' ', '_')}", tests), words


def test_a_number_outside_the_weights_is_explained() -> None:
    found = {
        (file.name, _name_number(statement))
        for file in (STORAGE / "search").glob("*.py")
        if file.name != "weights.py"
        for statement in ast.parse(file.read_text(encoding="utf-8")).body
        if any(_is_large(node) for node in ast.walk(statement))
    }
    assert found == set(NO_WEIGHTS)


def _is_large(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value > 2


def _name_number(statement: ast.stmt) -> str:
    """The constant that a statement of a module sets; its first line where it sets none."""
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return ast.unparse(statement).partition("\n")[0]


def test_a_search_weighs_by_the_weights_it_is_given() -> None:
    entries = [NameEntry("expenditure/04", Language.RU, "Образование")]
    (usual,) = rank(Index(entries), read_question("образвание").tokens)
    moved = WeightMove("words", "slip", WEIGHTS.words.slip, 0.8).weights
    (other,) = rank(Index(entries, weights=moved), read_question("образвание").tokens)
    assert other.score < usual.score
