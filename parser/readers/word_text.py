"""The text of a Word paragraph as a person sees it.

Deleted, struck and hidden runs are left out, raised numbers become raised digits, and letters of
the Symbol font become what they look like. What a run's look is stands in the run itself or in
the styles that it and its paragraph name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from parser.dataclass import dataclass
from parser.text.marks import text_of_runs

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# What revision marks took away, drawings beside the text, a field's formula, properties.
_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "txbxContent", "pPr", "rPr", "drawing", "pict"}
)
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNSEEN = ("strike", "dstrike", "vanish", "webHidden")
_TOGGLES = ("strike", "vanish")  # a style that sets what the style before it has set as well takes it back
_WHITE = frozenset({"auto", "ffffff", "clear", "none", "white"})  # a shade of these is none
_DEEP = 40  # styles based on one another


def word_tag(element: _Element) -> str:
    """An element's name without its namespace; empty for what is no Word element."""
    tag = str(element.tag)
    return tag[tag.index("}") + 1 :] if tag.startswith((_W, _STRICT)) else ""


def is_alternative(element: _Element) -> bool:
    """Whether an element only says for which programs its content is."""
    return str(element.tag).startswith(_COMPATIBILITY)


def shown_children(element: _Element) -> list[_Element]:
    """An element's children; of what stands there once more for old programs, only the first."""
    children = list(element)
    return children[:1] if str(element.tag) == f"{_COMPATIBILITY}AlternateContent" else children


def value_of(element: _Element, name: str = "val") -> str | None:
    """A property's value."""
    return element.get(f"{_W}{name}") or element.get(f"{_STRICT}{name}")


@dataclass(frozen=True, slots=True)
class _RunStyle:
    """What a style says of the runs under it, and which style it is based on."""

    look: Mapping[str, bool | str]
    base: str | None


@dataclass(frozen=True, slots=True)
class WordStyles:
    """A document's styles, by their ids."""

    _styles: Mapping[str, _RunStyle] = field(default_factory=dict)
    _default: str | None = None  # the style of paragraphs that name none

    @classmethod
    def of(cls, root: _Element) -> WordStyles:
        """The styles of a `styles.xml`."""
        styles: dict[str, _RunStyle] = {}
        default: str | None = None
        for element in root:
            name = value_of(element, "styleId")
            if word_tag(element) == "style" and name:
                base = element.find("{*}basedOn")
                styles[name] = _RunStyle(
                    _look(element.find("{*}rPr")), value_of(base) if base is not None else None
                )
                if value_of(element, "type") == "paragraph" and value_of(element, "default") in ("1", "true"):
                    default = name
        return cls(styles, default)

    def look(self, name: str | None) -> dict[str, bool | str]:
        """What a style and those that it is based on say, the nearest first."""
        found: dict[str, bool | str] = {}
        for _ in range(_DEEP):
            style = self._styles.get(name or "")
            if style is None:
                break
            found = {**style.look, **found}
            name = style.base
        return found

    def paragraph_look(self, paragraph: _Element) -> dict[str, bool | str]:
        """What the style that a paragraph names says of its runs."""
        named = paragraph.find("{*}pPr/{*}pStyle")
        return self.look(value_of(named) if named is not None else self._default)


def _look(properties: _Element | None) -> dict[str, bool | str]:
    """The properties of a run by which its text is seen or not."""
    found: dict[str, bool | str] = {}
    for element in properties if properties is not None else ():
        name = word_tag(element)
        if name in _UNSEEN:
            found[name] = value_of(element) not in ("0", "false", "off", "none")
        elif name == "vertAlign":
            found[name] = value_of(element) or ""
        elif name == "position":  # raised or lowered by half points
            found[name] = value_of(element) not in (None, "0")
        elif name == "color":
            found[name] = (value_of(element) or "").lower()
        elif name in ("shd", "highlight"):
            found["shaded"] = found.get("shaded", False) or _is_shade(element)
        elif name == "rFonts":
            found["font"] = value_of(element, "ascii") or value_of(element, "hAnsi") or ""
    return found


def paragraph_text(element: _Element, styles: WordStyles) -> str:
    """A paragraph's text, or that of all paragraphs in a small table, with their breaks.

    Args:
        element: a paragraph or a table.
        styles: of the document.
    """
    return text_of_runs(list(_pieces(element, styles)))


def _pieces(element: _Element, styles: WordStyles) -> Iterator[tuple[str, bool]]:
    """The texts that are seen, each with whether it is raised."""
    todo: list[tuple[_Element | str, dict[str, bool | str]]] = [(element, {})]
    while todo:
        node, style = todo.pop()
        if isinstance(node, str):
            yield node, False
            continue
        name = word_tag(node)
        if name in _SKIPPED or (name == "tr" and is_gone(node)):
            continue
        if name == "r":
            yield from _run(node, style, styles)
            continue
        if name == "p":
            style = styles.paragraph_look(node)
            if node is not element:
                todo.append(("\n", style))
        todo.extend((child, style) for child in reversed(shown_children(node)))


def is_gone(row: _Element) -> bool:
    """Whether a table's row is hidden, or deleted by revision marks."""
    properties = row.find("{*}trPr")
    return any(
        word_tag(element) == "del"
        or (word_tag(element) == "hidden" and value_of(element) not in ("0", "false", "off"))
        for element in (properties if properties is not None else ())
    )


def _run(
    run: _Element, paragraph: Mapping[str, bool | str], styles: WordStyles
) -> Iterator[tuple[str, bool]]:
    """The texts of a run."""
    look = _run_look(run, paragraph, styles)
    if not _is_seen(look) or _is_white_on_white(run, look):
        return
    is_raised = look.get("vertAlign") in ("superscript", "subscript") or bool(look.get("position"))
    todo = list(reversed(run))
    while todo:
        node = todo.pop()
        name = word_tag(node)
        if name in _SKIPPED:
            continue
        if name == "t":
            text = node.text or ""
            yield (symbols_shown(text) if look.get("font") == "Symbol" else text), is_raised
        elif name == "sym":
            yield _symbol(node), is_raised
        elif name in _BREAKS:
            yield _BREAKS[name], False
        todo.extend(reversed(shown_children(node)))


def _run_look(
    run: _Element, paragraph: Mapping[str, bool | str], styles: WordStyles
) -> Mapping[str, bool | str]:
    """How a run looks: by its paragraph's style, by its own, and by what it says itself."""
    own = run.find("{*}rPr")
    named = own.find("{*}rStyle") if own is not None else None
    character = styles.look(value_of(named)) if named is not None else {}
    look: dict[str, bool | str] = {**paragraph, **character}
    for name in _TOGGLES:
        look[name] = bool(paragraph.get(name)) != bool(character.get(name))
    return look | _look(own)


def _is_seen(look: Mapping[str, bool | str]) -> bool:
    return not any(look.get(name) for name in _UNSEEN)


def _is_shade(element: _Element) -> bool:
    """Whether a shade or a highlight darkens the paper."""
    named = value_of(element, "fill") if word_tag(element) == "shd" else value_of(element)
    pattern = value_of(element) if word_tag(element) == "shd" else None
    return any((said or "auto").lower() not in _WHITE for said in (named, pattern))


def _is_white_on_white(run: _Element, look: Mapping[str, bool | str]) -> bool:
    """Whether a run is white and nothing around it is shaded; a table's style may shade it."""
    if look.get("color") != "ffffff" or look.get("shaded"):
        return False
    for above in run.iterancestors():
        properties = above.find(f"{{*}}{word_tag(above)}Pr")
        for element in properties if properties is not None else ():
            if word_tag(element) in ("tblStyle", "pStyle") or (
                word_tag(element) == "shd" and _is_shade(element)
            ):
                return False
        if word_tag(above) == "document" and above.find("{*}background") is not None:
            return False
    return True


def word_boxes(element: _Element, styles: WordStyles) -> Iterator[_Element]:
    """The text boxes that are tied to a place in a paragraph, or in those of a small table.

    Each is an element with paragraphs and tables of its own. Of a box that is written twice, for
    programs of today and for old ones, the first is given.

    Args:
        element: a paragraph or a table.
        styles: of the document.
    """
    todo: list[tuple[_Element, Mapping[str, bool | str]]] = [(element, {})]
    while todo:
        node, style = todo.pop()
        name = word_tag(node)
        if name in ("del", "moveFrom", "pPr", "rPr") or (name == "tr" and is_gone(node)):
            continue
        if name == "p":
            style = styles.paragraph_look(node)
        elif name == "r":
            if _is_seen(_run_look(node, style, styles)):
                yield from _boxes(node)
            continue
        todo.extend((child, style) for child in reversed(shown_children(node)))


def _boxes(parent: _Element) -> Iterator[_Element]:
    """The boxes of the shapes in an element. The tree is no deeper than 256 elements."""
    for child in parent:
        name = _local_name(child)
        if name == "txbxContent":
            yield child
        elif name == "AlternateContent":
            yield from next(filter(None, (list(_boxes(version)) for version in child)), [])
        elif not _is_hidden_shape(child):
            yield from _boxes(child)


def _is_hidden_shape(element: _Element) -> bool:
    """Whether a drawing is hidden: by its properties, or by the style that older programs write."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return "visibility:hidden" in style or any(
        _local_name(child) in ("docPr", "cNvPr") and child.get("hidden") in ("1", "true") for child in element
    )


def _local_name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _symbol(element: _Element) -> str:
    """A letter by its number in a font: the Symbol font's as it looks, any other's as one not known."""
    code = value_of(element, "char") or ""
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    return symbols_shown(letter) if (value_of(element, "font") or "") == "Symbol" else "\ufffd"


def symbols_shown(text: str) -> str:
    """Letters of the Symbol font as they look: its digits and signs are ASCII's but for the minus."""
    return "".join(map(_symbol_shown, text))


def _symbol_shown(letter: str) -> str:
    code = ord(letter) & 0xFF if 0xF000 <= ord(letter) <= 0xF0FF else None
    if code == 0x2D or letter == "-":
        return "\u2212"
    if code is None:
        return letter
    return chr(code) if 0x20 <= code < 0x40 else "\u2022" if code == 0xB7 else "\ufffd"
