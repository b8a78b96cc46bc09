"""Real documents, mutated: what nobody sees changes nothing; what is seen is read so, refused by place, or told.

`make fuzz` draws thousands of mutations; here a few are drawn of each.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.harness.sweeping import crossed, mostly_swept
from tests.parser.contents import contents_of
from tests.parser.mutations.amounts import AMOUNTS
from tests.parser.mutations.encodings import ENCODINGS
from tests.parser.mutations.judge import fault_of, fault_of_unseen
from tests.parser.mutations.pages import PAGES
from tests.parser.mutations.printed import Printed, printed_as
from tests.parser.mutations.readings import Reading, reading_of
from tests.parser.mutations.rows import ROWS
from tests.parser.mutations.word_files import WORD_FILES, repacked, with_document
from tests.parser.office import PRINTERS
from tests.parser.pages_of_contents import as_page, as_word

FOLDER = Path("tests/parser/documents")
DOCUMENTS = (
    "typography/base",
    "typography/no-zeros.other",
    "page-ends/page.kk",
    "cases/saved-page-with-info-table",
)
SEEN = {**AMOUNTS, **ROWS}
THOUSAND = 1000
drawn = settings(max_examples=examples(4), phases=[Phase.explicit, Phase.reuse, Phase.generate])
chances = st.builds(random.Random, st.integers(0, 2**32))


@dataclass(frozen=True)
class Sample:
    """A document as it is, and as a page that prints nothing but its paragraphs and tables."""

    page: str
    reading: Reading
    printed: Printed
    reading_of_print: Reading


@cache
def sample(name: str) -> Sample:
    page = (FOLDER / f"{name}.html").read_text(encoding="utf-8-sig")
    contents = contents_of(page)
    readings = [read(data) for data in (page.encode(), as_page(contents))]
    return Sample(page, readings[0], printed_as(contents, readings[1], THOUSAND), readings[1])


def read(data: bytes) -> Reading:
    reading = reading_of("decision.html", data)
    assert isinstance(reading, Reading), reading
    return reading


@pytest.mark.parametrize("name", mostly_swept(PAGES, 3))
@drawn
@given(document=st.sampled_from(DOCUMENTS), chance=chances, other=st.sampled_from(list(PAGES)))
def test_what_nobody_sees(name: str, document: str, chance: random.Random, other: str) -> None:
    page = PAGES[name](sample(document).page, chance)
    if chance.random() < 0.5:
        page = PAGES[other](page, chance)
    assert not fault_of_unseen(reading_of("decision.html", page.encode()), sample(document).reading)


@pytest.mark.parametrize(("document", "encoding"), crossed(DOCUMENTS, ENCODINGS))
def test_encodings(document: str, encoding: str) -> None:
    data = ENCODINGS[encoding](sample(document).page)
    assert not fault_of_unseen(reading_of("decision.html", data), sample(document).reading)


@cache
def in_form(name: str, form: str) -> tuple[bytes, Reading]:
    """A document in another form, and how it is read there."""
    printer = as_word if form == "docx" else PRINTERS[form]
    data = printer(sample(name).printed.contents)
    reading = reading_of(f"decision.{form}", data)
    assert isinstance(reading, Reading), reading
    return data, reading


@pytest.mark.parametrize("name", mostly_swept(WORD_FILES, 3))
@drawn
@given(document=st.sampled_from(DOCUMENTS[:3]), chance=chances, encoding=st.sampled_from(["utf-8", "utf-16"]))
def test_what_nobody_sees_in_word(name: str, document: str, chance: random.Random, encoding: str) -> None:
    data, before = in_form(document, "docx")
    mutated = with_document(data, lambda part: WORD_FILES[name](part, chance), encoding)
    assert not fault_of_unseen(reading_of("decision.docx", mutated), before)


@pytest.mark.parametrize("form", ["docx", "xlsx", "odt", "ods"])
@drawn
@given(document=st.sampled_from(DOCUMENTS[:2]), chance=chances)
def test_archives_packed_otherwise(form: str, document: str, chance: random.Random) -> None:
    data, before = in_form(document, form)
    assert not fault_of_unseen(reading_of(f"decision.{form}", repacked(data, chance)), before)


@pytest.mark.parametrize("name", mostly_swept(SEEN, 3))
@drawn
@given(document=st.sampled_from(DOCUMENTS), chance=chances)
def test_what_is_seen(name: str, document: str, chance: random.Random) -> None:
    before = sample(document)
    mutation = SEEN[name](before.printed, chance)
    if mutation is not None:
        reading = reading_of("decision.html", as_page(mutation.contents))
        assert not fault_of(mutation, reading, before.reading_of_print)
