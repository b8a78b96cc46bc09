"""Markdown with HTML tables, as the open archive of decisions keeps them → paragraphs and table rows.

A text has headings (`# Об утверждении …`), notes and captions as quotes (`> *Сноска. …*`, `> *Приложение
№ 1*`), numbered points, and tables in HTML. It becomes a page, and what reads pages reads it: a heading,
a quote or a point is a paragraph of its own, a table is a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape, unescape

from parser.document import ActFacts, Document, NamedAct
from parser.readers.act_facts import FACTS_APART, FactsError, parse_facts, unread_letters
from parser.readers.files import RawFile, decode
from parser.readers.html import read_page_text
from parser.readers.pipe_tables import with_tables
from parser.readers.printed_tables import PrintedTables
from parser.text.language import detect_language
from parser.text.wordings import begins_note

# Of a page, never of such a text.
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<facts>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FACT = re.compile(r"^(?:act_code|version_id|source|title|requisite|language)\s*:", re.MULTILINE)
_ANCHOR = re.compile(r"<a\s+(?:id|name)\s*=\s*[\"'][^\"'<>]{0,100}[\"']\s*>\s*</a>", re.IGNORECASE)
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_RULE = re.compile(r"[ ]{0,3}(?:[-*_][ \t]*){3,}$")
_UP = re.compile(r"\s*↑\s*\[")  # a part's way back to the whole text
_TABLE = re.compile(r"<(?P<end>/?)table\b", re.IGNORECASE)
_TABLE_TAG = re.compile(r"<(?P<end>/?)(?P<name>table|tr|td|th|caption)\b", re.IGNORECASE)
_POINT = re.compile(r"\s*\d{1,3}(?:-\d{1,2})?\\?[.)]\s")  # 1. Утвердить; 1\. Утвердить; 1) доходы
_LINK = re.compile(r"!?\[(?P<text>[^\[\]\n]{0,400})\]\((?:[^()\n]|\([^()\n]*\)){0,800}\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_INLINE = re.compile(
    r"&lt;(/?(?:sup|sub|s|del|br))\s*/?&gt;", re.IGNORECASE
)  # tags that say how a text is seen
_STAR = "\ue001"  # an escaped star, until emphasis is taken away
_CELL_EMPHASIS = re.compile(r"(?<=>)\s*(\*{1,3})(?=[^\s*])([^*\n<>]{1,20000}?)(?<=[^\s*])\1\s*(?=<)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,20000}?)(?<=[^\s*])\1(?![\w*])")


def is_markdown(raw: RawFile) -> bool:
    """Whether a text is such a Markdown: it begins with a heading or with the facts of an act.

    Raises:
        ParseError: as `decode` does.
    """
    if raw.facts is not None:
        return True
    head = decode(raw)[:65536].replace("\r\n", "\n")
    front = _FRONT_MATTER.match(head)
    if front is not None and _FACT.search(front["facts"]):
        return True
    first = next((line for line in _ANCHOR.sub("", head).split("\n") if line.strip()), "")
    return _HEADING.match(first) is not None and _PAGE.search(head) is None


def read_markdown(raw: RawFile, printed: PrintedTables | None = None) -> Document:
    """Reads a text with its facts: those beside it, and those in its front matter.

    Args:
        raw: the text.
        printed: tables that were read before.

    Raises:
        ParseError: as `read_page_text` does.
    """
    text = decode(raw).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    language = detect_language(body)
    document = read_page_text("\n".join(_as_page(with_tables(body.split("\n")))), raw, language, printed)
    written = [] if raw.facts is None else raw.facts.split(FACTS_APART)
    written += [front["facts"]] if front else []
    facts: ActFacts | None = None
    unread = None
    for each in written:
        try:
            stated = parse_facts(each, language)
        except FactsError as error:
            unread = unread or str(error).splitlines()[0]
        else:
            unread = unread or unread_letters(each)
            facts = stated if facts is None else joined_facts(facts, stated)
    source = replace(document.source, format="md", language=language)
    return replace(document, source=source, facts=facts, facts_unread=unread)


def joined_facts(first: ActFacts, second: ActFacts) -> ActFacts:
    """What two tables state of one version: where both state a fact, as the first has it."""
    act, other = first.act, second.act
    known = {cause.code or cause.requisite for cause in first.causes}
    return ActFacts(
        NamedAct(
            act.code or other.code,
            act.requisite or other.requisite,
            {**other.titles, **act.titles},
            act.url or other.url,
        ),
        {**second.version_dates, **first.version_dates},
        {**second.urls, **first.urls},
        first.causes + tuple(each for each in second.causes if (each.code or each.requisite) not in known),
        first.adopters or second.adopters,
        first.adopted_on or second.adopted_on,
        first.repealed_by or second.repealed_by,
        tuple(dict.fromkeys((*first.unread, *second.unread))),
    )


def _as_page(lines: Iterable[str]) -> Iterator[str]:
    """The text as a page: what stands together is a paragraph, a table stays as it is."""
    held: list[str] = []
    kind = ""
    tables = _OpenTables()
    for line in (_ANCHOR.sub("", printed) if "<" in printed else printed for printed in lines):
        if tables.hold(line):
            yield from _paragraph(held)
            held, kind = [], ""
            tables.read(line)
            yield _cell_line(line)
            continue
        own = _kind(line)
        shown = _unmarked(_content(line, own))
        if held and not (
            (own == kind == "quote" and not begins_note(shown))
            or (own == "more" and kind in {"point", "more"})
        ):
            yield from _paragraph(held)
            held = []
        kind = own
        if own:
            held.append(shown)
    yield from _paragraph(held)


class _OpenTables:
    """The tables that are open at a line of a text; of each, whether a cell of it is."""

    def __init__(self) -> None:
        self._cells: list[bool] = []

    def hold(self, line: str) -> bool:
        """Whether a line belongs to a table: one begins with it, or it is markup or a cell's text.

        What stands outside the cells of a table that was not closed is text.
        """
        if self._cells:
            return self._cells[-1] or not line.strip() or line.lstrip().startswith("<")
        return _TABLE.match(line.lstrip()) is not None

    def read(self, line: str) -> None:
        """Notes what a line opens and closes."""
        if line.startswith("<td") and line.endswith("</td>") and line.count("<") == 2:
            self._cells[-1:] = [False] if self._cells else []  # a whole cell, as most lines are
            return
        for tag in _TABLE_TAG.finditer(line) if "<" in line else ():
            end, name = tag["end"], tag["name"].lower()
            if name == "table" and not end:
                self._cells.append(False)
            elif name == "table":
                self._cells = self._cells[:-1]
            elif self._cells:
                self._cells[-1] = name != "tr" and not end


def _cell_line(line: str) -> str:
    """A line of a table without emphasis and escapes."""
    shown = _CELL_EMPHASIS.sub(lambda mark: mark[2], line) if "*" in line else line
    return _ESCAPED.sub(r"\1", shown) if "\\" in shown else shown


def _kind(line: str) -> str:
    """What a line is: of a heading, of a quote, the first of a point, another of a paragraph, or nothing."""
    if not line.strip() or _RULE.match(line) or _UP.match(line):
        return ""
    if _HEADING.match(line):
        return "heading"
    if found := _QUOTE.match(line):
        return "quote" if line[found.end() :].strip() else ""
    return "point" if _POINT.match(line) else "more"


def _content(line: str, kind: str) -> str:
    if kind == "heading" and (heading := _HEADING.match(line)):
        return heading["text"]
    return line[found.end() :] if kind == "quote" and (found := _QUOTE.match(line)) else line


def _paragraph(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a paragraph as one of a page."""
    text = " ".join(filter(None, lines))
    if text:
        shown = _INLINE.sub(r"<\1>", escape(unescape(text), quote=False))
        yield f"<p>{shown}</p>"


def _unmarked(line: str) -> str:
    r"""A line as it is shown: `*Приложение № 1*` is `Приложение № 1`, `1\.` is `1.`.

    Emphasis runs within a line.
    """
    shown = _LINK.sub(lambda link: link["text"], line.replace(r"\*", _STAR))
    shown = _EMPHASIS.sub(lambda mark: mark[2], shown)
    return _ESCAPED.sub(r"\1", shown).replace(_STAR, "*").rstrip("\\").strip()
