"""Of tables that print each name in both languages, the names in the language of the decision's text."""

from __future__ import annotations

from dataclasses import replace

from parser.document import Document, Paragraph, Row
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import Language
from parser.text.language import detect_language


def with_own_names(document: Document) -> Document:
    """A document whose rows have one name each: of two languages that of the text around the tables.

    Where the row has no name in it, its other one is kept; both are told.

    Args:
        document: as a reader made it of a file.
    """
    if not any(isinstance(block, Row) and block.spoken for block in document.blocks):
        return document
    text = " ".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    language = detect_language(text) or document.source.language
    if language is None:
        return document
    findings = Findings(document.findings)
    blocks: list[Paragraph | Row] = []
    tables: set[int] = set()
    for block in document.blocks:
        if not isinstance(block, Row) or block.spoken is None:
            blocks.append(block)
            continue
        if block.table not in tables:
            findings.add(FindingKind.NAMES_IN_BOTH_LANGUAGES, block.at, language=language.value)
            tables.add(block.table)
        kazakh, russian = block.spoken
        own, other = (kazakh, russian) if language is Language.KK else (russian, kazakh)
        if not own:
            findings.add(FindingKind.NAME_IN_OTHER_LANGUAGE, block.at, name=other)
        code, _, amount = block.cells
        blocks.append(replace(block, cells=(code, own or other, amount), spoken=None))
    source = replace(document.source, language=language)
    return replace(document, blocks=tuple(blocks), findings=tuple(findings), source=source)
