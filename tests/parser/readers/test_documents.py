"""One invented budget in each language, printed in every form, gives the same lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from parser.document import Paragraph, Row
from parser.readers.detect import read_document
from parser.readers.files import read_raw
from parser.records import Language
from parser.tables.table import find_lack, read_table
from tests.harness.sweeping import crossed

DOCUMENTS = Path("tests/parser/documents")
FORMS = ["one-table.html", "one-table.docx", "tabs.txt", "spaces.txt", "ruled.pdf", "unruled.pdf",
    "middle.pdf", "bottom.pdf",  # codes and amounts beside the middle or the last line of wrapped names
]  # fmt: skip


@pytest.mark.parametrize(("form", "language"), crossed(FORMS, Language))
def test_forms(form: str, language: Language) -> None:
    name, suffix = form.split(".")
    document = read_document(read_raw(DOCUMENTS / f"{name}.{language}.{suffix}"))
    assert (document.source.format, document.source.language) == (suffix, language)
    rows = [block for block in document.blocks if isinstance(block, Row)]
    assert find_lack(rows) is None
    table = read_table(rows, 1000, form)
    expected = (DOCUMENTS / f"expected.{language}.tsv").read_text(encoding="utf-8").splitlines()
    assert [f"{line.path}\t{line.name}\t{line.amount // 1000}" for line in table.lines] == expected
    text = " ".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    assert ("№ 2-3" in text, "1-1" in text) == (True, True)
    assert not any(block.text.isdigit() for block in document.blocks if isinstance(block, Paragraph))
