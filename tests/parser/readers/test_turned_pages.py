"""Pages that lie on their side are read as upright ones, whichever way they lie and however few of them."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from parser.document import Document, Row
from parser.readers.detect import read_document
from parser.readers.files import as_raw, read_raw
from parser.readers.page_turn import Turn, most_common_turn, quarters_of
from parser.tables.table import read_table
from tests.harness.sweeping import crossed
from tests.parser.turning import turned

DOCUMENTS = Path("tests/parser/documents")
FORMS = ("ruled.ru", "unruled.kk", "middle.ru", "bottom.kk")


def sample(name: str) -> bytes:
    return (DOCUMENTS / f"{name}.pdf").read_bytes()


def printed(document: Document) -> tuple[tuple[str, str, int], ...]:
    rows = [block for block in document.blocks if isinstance(block, Row)]
    return tuple((line.path, line.name, line.amount) for line in read_table(rows, 1000, "x").lines)


@cache
def expected(name: str) -> tuple[tuple[str, str, int], ...]:
    return printed(read_document(read_raw(DOCUMENTS / f"{name}.pdf")))


def check_turned(name: str, quarters: int, noted: int, chosen: Callable[[int], bool]) -> None:
    data = turned(sample(name), quarters, noted, chosen)
    assert printed(read_document(as_raw("x.pdf", data))) == expected(name)


@pytest.mark.parametrize(("name", "quarters"), crossed(FORMS, range(4)))
def test_whole_documents(name: str, quarters: int) -> None:
    check_turned(name, quarters, quarters, lambda _: True)


@pytest.mark.parametrize(("quarters", "noted"), [(0, 2), (1, 0), (1, 2), (2, 0), (3, 0), (3, 2)])
def test_how_a_page_is_to_be_shown_tells_nothing(quarters: int, noted: int) -> None:
    """Whatever the form: each is tried in turn."""
    check_turned(FORMS[(quarters + noted // 2) % len(FORMS)], quarters, noted, lambda _: True)


CHOSEN: list[Callable[[int], bool]] = [
    lambda page: page > 0,
    lambda page: page % 2 == 0,
    lambda page: page == 1,
]


@pytest.mark.parametrize(("name", "which"), crossed(FORMS, range(len(CHOSEN))))
def test_some_pages(name: str, which: int) -> None:
    """Each form with each choice of pages; that they lie to the left or to the right goes round."""
    quarters = (1, 3)[(FORMS.index(name) + which) % 2]
    check_turned(name, quarters, quarters, CHOSEN[which])


@pytest.mark.parametrize("name", ["ruled.ru.mixed", "middle.ru.90.upright"])
def test_samples(name: str) -> None:
    read = printed(read_document(read_raw(DOCUMENTS / "rotated" / f"{name}.pdf")))
    assert len(read) == 50
    assert read == expected(".".join(name.split(".")[:2]))


def test_places_of_a_turned_page() -> None:
    upper_left = (10, 180, 20, 190)  # of a page of 100 by 200 whose corner is not the origin
    stored = (5, 0, 105, 200)
    assert [Turn(quarters, *stored).box(*upper_left) for quarters in range(4)] == [
        (5, 10, 15, 20), (180, 5, 190, 15), (85, 180, 95, 190), (10, 85, 20, 95),
    ]  # fmt: skip
    assert [Turn(quarters, *stored).height for quarters in range(4)] == [200, 100, 200, 100]


def test_letters_that_slant_do_not_turn_a_page() -> None:
    assert [quarters_of(math.radians(angle)) for angle in (0, 91, 178, -90, 359, 45, 300)] == [
        0, 1, 2, 3, 0, None, None,
    ]  # fmt: skip
    assert most_common_turn([None, None, None, 1, 1, 0]) == 1
    assert most_common_turn([None]) == 0
