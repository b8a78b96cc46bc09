"""OpenDocument files: their parts, their styles, and the text of a paragraph as a person sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.archive import Archive
from parser.readers.limits import MAX_MARKUP
from parser.readers.markup import parse_xml
from parser.text.marks import text_of_runs

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENT = "content.xml"
_STYLES = "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_NAMESPACES = {
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
_PREFIXES = {address: prefix for prefix, address in _NAMESPACES.items()}
# Notes at the page's end and beside the text, how a word is read, what revisions took away.
_SKIPPED = frozenset(
    {"text:note", "office:annotation", "text:ruby-text", "text:tracked-changes", "text:hidden-text"}
)
_BREAKS = {"text:tab": "\t", "text:line-break": "\n", "text:s": " "}
_PARAGRAPHS = ("text:p", "text:h")
_SPANS = ("text:span", "text:a")
_DEEP = 40  # styles based on one another


def element_name(element: _Element) -> str:
    """An element's name as the standard writes it (`text:p`); empty for one of another vocabulary."""
    address, _, name = str(element.tag).removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(address)
    return f"{prefix}:{name}" if prefix else ""


def attribute_of(element: _Element, name: str) -> str | None:
    """An attribute by its name as the standard writes it: `table:style-name`."""
    prefix, _, local = name.partition(":")
    return element.get(f"{{{_NAMESPACES[prefix]}}}{local}")


def count_of(element: _Element, name: str) -> int:
    """How often or over how much an element stands; 1 where it does not say."""
    value = attribute_of(element, name) or ""
    return max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 10 else 1


def open_content(archive: Archive) -> tuple[_Element, Styles]:
    """The element of a document's content, and its styles.

    Raises:
        ParseError: `password`, `broken`, `limit`, `declares-entities`.
    """
    if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST, MAX_MARKUP):
        raise ParseError(ParseErrorKind.PASSWORD, archive.raw.name)
    roots = [_part(archive, name) for name in (_STYLES, CONTENT) if name in archive.names]
    for body in roots[-1]:
        if element_name(body) == "office:body" and len(body):
            return body[0], Styles(roots)
    raise ParseError(ParseErrorKind.BROKEN, f"{archive.raw.name}/{CONTENT}")


def _part(archive: Archive, name: str) -> _Element:
    return parse_xml(archive.read(name, MAX_MARKUP), f"{archive.raw.name}/{name}")


@dataclass(frozen=True, slots=True)
class Look:
    """How text is shown; None where a style says nothing of it."""

    struck: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None

    def over(self, other: Look) -> Look:
        """This look where it says something, the other one elsewhere."""
        return Look(
            other.struck if self.struck is None else self.struck,
            other.hidden if self.hidden is None else self.hidden,
            other.raised if self.raised is None else self.raised,
        )


class Styles:
    """A document's styles by family and name."""

    def __init__(self, roots: list[_Element]) -> None:
        self._looks: dict[tuple[str, str], tuple[Look, str | None]] = {}
        self._displayed: dict[str, bool] = {}
        for root in roots:
            for element in root.iter(
                f"{{{_NAMESPACES['style']}}}style", f"{{{_NAMESPACES['style']}}}default-style"
            ):
                family, name = (
                    attribute_of(element, "style:family") or "",
                    attribute_of(element, "style:name") or "",
                )
                self._looks[family, name] = _look(element), attribute_of(element, "style:parent-style-name")
                for properties in element:
                    if attribute_of(properties, "table:display") is not None:
                        self._displayed[name] = attribute_of(properties, "table:display") != "false"

    def look(self, family: str, name: str | None) -> Look:
        """What a style and those that it is based on say; the family's default where they say nothing."""
        found = Look()
        for _ in range(_DEEP):
            look, parent = self._looks.get((family, name or ""), (Look(), None))
            found = found.over(look)
            if not name:
                break
            name = parent or ""
        return found

    def shows_table(self, name: str | None) -> bool:
        """Whether a sheet of that style is shown."""
        return self._displayed.get(name or "", True)


def _look(style: _Element) -> Look:
    look = Look()
    for properties in style:
        if element_name(properties) != "style:text-properties":
            continue
        through = [
            value
            for name in ("style:text-line-through-style", "style:text-line-through-type")
            if (value := attribute_of(properties, name)) is not None
        ]
        display, position = (
            attribute_of(properties, "text:display"),
            attribute_of(properties, "style:text-position"),
        )
        look = Look(
            all(value != "none" for value in through) if through else None,
            display == "none" if display is not None else None,
            position.split()[:1] not in (["0%"], []) if position is not None else None,
        )
    return look


def is_hidden(element: _Element) -> bool:
    """Whether a section, a paragraph or a row takes no room on the page."""
    return (
        attribute_of(element, "text:display") == "none"
        or (
            attribute_of(element, "text:display") == "condition"
            and attribute_of(element, "text:is-hidden") == "true"
        )
        or attribute_of(element, "table:visibility") in ("collapse", "filter")
    )


def visible_text(paragraph: _Element, styles: Styles, cell: Look | None = None) -> str:
    """The text of a paragraph that is seen; raised numbers become raised digits.

    Args:
        paragraph: the element.
        styles: of the document.
        cell: the look of the sheet's cell that it stands in.
    """
    if _is_hidden_paragraph(paragraph):
        return ""
    look = _paragraph_look(paragraph, styles, cell)
    runs = [(text, bool(look.raised)) for text, look in _runs(paragraph, styles, look)]
    return text_of_runs(runs)


def frames_tied_to(paragraph: _Element, styles: Styles) -> Iterator[_Element]:
    """The frames and shapes that are tied to a place in a paragraph, with texts and tables of their own."""
    if not _is_hidden_paragraph(paragraph):
        yield from _boxes(paragraph, styles, _paragraph_look(paragraph, styles, None))


def _boxes(element: _Element, styles: Styles, look: Look) -> Iterator[_Element]:
    for child in element:
        name = element_name(child)
        if is_box(name):
            if not look.hidden:
                yield child
        elif name.startswith("text:") and name not in _SKIPPED:
            yield from _boxes(child, styles, _look_within(child, styles, look))


def is_box(name: str) -> bool:
    """Whether an element of that name is a frame or a shape, or a text box in one."""
    return name.startswith("draw:")


def _is_hidden_paragraph(paragraph: _Element) -> bool:
    return any(
        attribute_of(child, "text:is-hidden") == "true"
        for child in paragraph
        if element_name(child) == "text:hidden-paragraph"
    )


def _paragraph_look(paragraph: _Element, styles: Styles, cell: Look | None) -> Look:
    named = attribute_of(paragraph, "text:style-name")
    look = styles.look("paragraph", named) if named or cell is None else cell
    return look.over(cell or Look())


def _look_within(element: _Element, styles: Styles, look: Look) -> Look:
    """The look of a part of a paragraph: its own style over the look of what is around it."""
    if element_name(element) not in _SPANS:
        return look
    return styles.look("text", attribute_of(element, "text:style-name")).over(look)


def _runs(element: _Element, styles: Styles, look: Look) -> Iterator[tuple[str, Look]]:
    """The texts that are seen, each with its look. The tree is no deeper than 256 elements."""
    seen = not (look.struck or look.hidden)
    if seen and element.text:
        yield element.text, look
    for child in element:
        name = element_name(child)
        if name in _BREAKS and seen:
            yield _BREAKS[name] * min(count_of(child, "text:c"), _DEEP), replace(look, raised=False)
        elif name.startswith("text:") and name not in _SKIPPED:
            yield from _runs(child, styles, _look_within(child, styles, look))
        if seen and child.tail:
            yield child.tail, look


def visible_lines(element: _Element, styles: Styles) -> Iterator[str]:
    """The texts of an element's paragraphs, of lists, small tables and text boxes; none of hidden parts."""
    for child in element:
        name = element_name(child)
        if name in _PARAGRAPHS:
            yield from visible_text(child, styles).split("\n")
            for box in frames_tied_to(child, styles):
                yield from visible_lines(box, styles)
        elif name.startswith(("text:", "table:", "draw:")) and name not in _SKIPPED and not is_hidden(child):
            yield from visible_lines(child, styles)
