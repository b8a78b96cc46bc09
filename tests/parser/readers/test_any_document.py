"""A document is read as a person sees it, or refused by place, or what is doubtful in it is named by place.

`make fuzz` draws thousands of each form; here a few are drawn of each.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from parser.errors import ParseError
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import Language, ParsedDecision
from tests.conftest import examples
from tests.harness.sweeping import crossed
from tests.parser.contents import Printer, TableOf, runs_of
from tests.parser.dressed import Decision, Wardrobe, decisions
from tests.parser.office import PRINTERS
from tests.parser.pages_of_contents import as_page, as_word
from tests.parser.pdf_tables import Print, as_pdf
from tests.parser.turning import turned

FORMS: dict[str, Printer] = {"html": as_page, "docx": as_word, **PRINTERS}
drawn = settings(max_examples=examples(4), phases=[Phase.explicit, Phase.reuse, Phase.generate])


def check(decision: Decision, form: str, data: bytes) -> None:
    """Reads a document and compares it with what is seen on it.

    Raises:
        AssertionError: a line differs or is missing and nothing names its place.
    """
    parsed = parse(form, data)
    if isinstance(parsed, ParseError):
        assert not decision.plain, parsed
        assert parsed.at is not None, parsed
        return
    (edition,) = parsed.editions
    # Letters of the drawn pages stand in gaps that no print has: where words end is not asked there.
    gap = "" if form == "pdf" else " "
    seen = {path: (name.replace(" ", gap), amount) for path, name, amount in decision.lines}
    read = {line.path: (line.name.replace(" ", gap), line.amount) for line in edition.lines}
    doubtful = {str(finding.at) for finding in parsed.warnings} | {d.path for d in parsed.discrepancies}
    for line in edition.lines:
        right = seen.get(line.path) == read[line.path]
        assert right or {str(line.at), line.path} & doubtful, (line, seen.get(line.path))
    missing = seen.keys() - read.keys()
    assert len(missing) <= len(doubtful), missing


def parse(form: str, data: bytes) -> ParsedDecision | ParseError:
    try:
        return parse_raw(as_raw(f"decision.{form.split(maxsplit=1)[0]}", data))
    except ParseError as error:
        return error


@pytest.mark.parametrize(("form", "language"), crossed(FORMS, Language))
@drawn
@given(data=st.data())
def test_forms_with_cells(form: str, language: Language, data: st.DataObject) -> None:
    wardrobe = Wardrobe(hidden_runs=form in {"html", "docx"})  # Excel hides cells, not a part of one
    decision: Decision = data.draw(decisions(language, wardrobe))
    check(decision, form, FORMS[form](decision.contents))


prints = st.builds(
    Print,
    size=st.sampled_from([7.0, 9.0]),
    height=st.sampled_from([300, 500, 842]),
    cut=st.booleans(),
    closed=st.booleans(),
    align=st.sampled_from(["top", "middle", "bottom"]),
    repeat=st.booleans(),
    noise=st.sampled_from([0.0, 0.0, 0.1, 0.5]),
    seed=st.integers(0, 2**32),
)


def _texts(decision: Decision) -> tuple[list[list[list[str]]], list[str]]:
    tables = [
        [["".join(text for text, _ in runs_of(cell[0])) for cell in row] for row in content.rows]
        for content in decision.contents
        if isinstance(content, TableOf)
    ]
    return tables, [content for content in decision.contents if isinstance(content, str)]


@pytest.mark.parametrize(("quarters", "language"), crossed(range(4), Language))
@drawn
@given(data=st.data(), how=prints)
def test_ruled_pages(quarters: int, language: Language, data: st.DataObject, how: Print) -> None:
    decision: Decision = data.draw(decisions(language, Wardrobe(runs=False, hidden_rows=False)))
    tables, paragraphs = _texts(decision)
    columns = max(len(row) for table in tables for row in table)
    how = _with_columns(how, columns)
    check(decision, "pdf", turned(as_pdf(tables, paragraphs, how), quarters, quarters, lambda _: True))


def _with_columns(how: Print, count: int) -> Print:
    return replace(how, widths=(*[88.0] * (count - 2), 200.0, 110.0))


def tabbed(decision: Decision) -> bytes:
    """Plain text with a tab between two cells, every paragraph on a line of its own."""
    tables, paragraphs = _texts(decision)
    rows = ["\t".join(row) for table in tables for row in [*table, [""]]]
    return "\n".join([*paragraphs, *rows]).encode()


@pytest.mark.parametrize("language", Language)
@drawn
@given(data=st.data())
def test_plain_text(language: Language, data: st.DataObject) -> None:
    decision: Decision = data.draw(decisions(language, Wardrobe(runs=False, hidden_rows=False)))
    check(decision, "txt", tabbed(decision))
