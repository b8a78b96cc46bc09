"""What a person sees of a saved page: hidden and struck text goes, raised numbers become raised digits.

Done on the tree before anything is read from it, so that no reader of paragraphs or tables can
meet what is not on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from parser.dataclass import dataclass
from parser.readers.hidden_rows import HiddenRows
from parser.readers.style_sheet import Styled, StyleSheet
from parser.text.letters import turned_round
from parser.text.marks import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRUCK = frozenset({"s", "strike", "del"})
_RAISED = frozenset({"sup", "sub", "rt"})
_SHOWN_OTHERWISE = _STRUCK | _RAISED | {"rp", "details", "bdo", "dialog"}
_BLOCKS = frozenset({"td", "th", "p", "div", "li", "caption", "body", "h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th", "body", "caption"})
_NOTHING = re.compile(r"[-+]?(?:0+(?:\.0*)?|\.0+)(?:[a-z]+|%)?$")
_LENGTH = re.compile(r"[-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[a-z]+|%)$")
_FAR = re.compile(r"-\d{3,}(?:\.\d*)?(?:px|pt|em|rem|%)|-\d{2,}(?:\.\d*)?(?:cm|em|rem|in)")
_NO_CLIP = re.compile(r"rect\(\s*(?:0|1px)[\s,]")
_NO_SIZE = re.compile(r"(?:.*\s)?scale(?:3d)?\(\s*0+(?:\.0*)?\s*[,)]|0+(?:\.0*)?$")
_NO_LIGHT = re.compile(r"(?:.*\s)?opacity\(\s*0+(?:\.0*)?%?\s*\)")
_NO_PATH = re.compile(r"inset\(\s*(?:50|100)%")
_CLEAR = re.compile(r"transparent$|rgba\(.*,\s*0*(?:\.0*)?%?\s*\)$|rgb\(.*/\s*0*(?:\.0*)?%?\s*\)$")
_WHITE = re.compile(r"white$|#?fff(?:fff)?$|rgba?\(\s*255[,\s]+255[,\s]+255\s*(?:[,/]\s*1\s*)?\)$")
_NO_GROUND = re.compile(rf"(?:none|inherit|initial|{_WHITE.pattern}|{_CLEAR.pattern})")


@dataclass(frozen=True, slots=True)
class _VisibleStyle:
    """How the text of an element is shown."""

    hidden: bool = False  # its place stays empty
    tiny: bool = False
    clear: bool = False
    white: bool = False
    shaded: bool = False  # what is white is seen
    erased: bool = False  # wholly transparent: nothing inside can undo it, nor what is struck out
    struck: bool = False
    backwards: bool = False  # from right to left, digits too
    raised: bool = False

    @property
    def is_seen(self) -> bool:
        return not (self.struck or self.is_hidden)

    @property
    def is_hidden(self) -> bool:
        """Whether nothing is seen of it, not even that it was there."""
        return self.hidden or self.tiny or self.clear or self.erased or (self.white and not self.shaded)


# What a page has in its markup where anything of it is shown otherwise than as it stands: a style, a
# colour, an attribute `hidden`, or a tag of those that are shown otherwise.
_SAYS_HOW = ("style", "hidden", "color", "<s", "<de", "<r", "<bdo", "<dialog")


def may_hide(page: str) -> bool:
    """Whether a page's markup may say how anything of it is seen; of most tables' it says nothing."""
    lowered = page.lower()
    return any(sign in lowered for sign in _SAYS_HOW)


def keep_visible(root: _Element, file: str) -> HiddenRows:
    """Takes from a page's tree what a person does not see on it, in place.

    Args:
        root: the page. Elements that take no room go with all that is in them; text that is
            invisible, or struck out, is emptied.
        file: the page's name.

    Returns:
        The rows of its tables of which nothing is left.

    Raises:
        ParseError: `limit` for more style than any page needs.
    """
    sheet = StyleSheet.of(style.text or "" for style in root.iter("style"))
    letters, rows = _LetterCounts(), HiddenRows()
    gone: list[_Element] = []
    for outermost in [root] if sheet.has_rules else _styled(root):
        for element in _empty_unseen(outermost, sheet, letters, rows, file):
            rows.note_gone(element)
            gone.append(element)
    _take_out(gone)
    rows.settle()
    return rows


def _styled(root: _Element) -> list[_Element]:
    """The outermost elements of a page without style sheets that are shown otherwise than as they are."""
    tags = "".join(f" or self::{tag}" for tag in sorted(_SHOWN_OTHERWISE))
    shown = f"@style or @hidden or @bgcolor or @color{tags}"
    found = root.xpath(f"descendant-or-self::*[{shown}][not(ancestor::*[{shown}])]")
    return cast("list[_Element]", found)


def _empty_unseen(
    outermost: _Element, sheet: StyleSheet, letters: _LetterCounts, rows: HiddenRows, file: str
) -> Iterator[_Element]:
    """Empties what is not seen of an element and of what is in it.

    Yields:
        The elements that take no room, each as it was.
    """
    from lxml import etree

    looks = [_VisibleStyle()]  # of the open elements, what is around them first
    styles: list[Styled | None] = [None]
    for event, element in etree.iterwalk(outermost, events=("start", "end")):
        if event == "start":
            styled = sheet.style(element, styles[-1], file)
            styles.append(styled)
            values = styled.values(element)
            if _takes_no_room(element, values):
                yield element
            looks.append(_look(element, values, looks[-1]))
            element.text = _shown(element.text, looks[-1], element, letters, rows)
        else:
            looks.pop()
            styles.pop()
            above = element.getparent()
            # What follows an element is text of the one around it.
            if above is not None and element is not outermost:
                element.tail = _shown(element.tail, looks[-1], above, letters, rows)


def _takes_no_room(element: _Element, values: dict[str, str]) -> bool:
    if element.tag == "rp" or (element.tag == "dialog" and element.get("open") is None):
        return True
    display = values.get("display", "none" if element.get("hidden") is not None else "")
    return display == "none" or values.get("mso-hide") == "all" or _is_out_of_sight(element, values)


def _is_out_of_sight(element: _Element, values: dict[str, str]) -> bool:
    """Whether an element is moved off the page or cut down to nothing: only machines shall read it."""
    is_nothing = (
        _NO_PATH.match(values.get("clip-path", ""))
        or any(_NO_SIZE.match(values.get(name, "")) for name in ("transform", "scale"))
        or _NO_LIGHT.match(values.get("filter", ""))
        or values.get("content-visibility") == "hidden"
    )
    if is_nothing:
        return True
    if values.get("position") in ("absolute", "fixed"):
        moved = any(_FAR.match(values.get(side, "")) for side in ("left", "top", "right", "bottom"))
        if moved or _NO_CLIP.match(values.get("clip", "")):
            return True
    if element.tag in _CELLS or (element.tag not in _BLOCKS and "block" not in values.get("display", "")):
        return False  # a cell is as large as what is in it, and a part of a line as well
    flat = any(
        _NOTHING.match(values.get(side, "")) for side in ("height", "max-height", "width", "max-width")
    )
    far = _FAR.match(values.get("text-indent", "")) is not None
    return far or (flat and values.get("overflow") in ("hidden", "clip"))


def _look(element: _Element, values: dict[str, str], above: _VisibleStyle) -> _VisibleStyle:
    look = replace(above, hidden=_is_closed(element)) if element.tag in ("details", "summary") else above
    if element.tag == "bdo" or "override" in values.get("unicode-bidi", ""):
        direction = values.get("direction") or element.get("dir") or ""
        look = replace(look, backwards=direction.lower() == "rtl")
    if "visibility" in values:
        look = replace(look, hidden=values["visibility"] in ("hidden", "collapse"))
    if "font-size" in values:
        look = replace(look, tiny=_NOTHING.match(values["font-size"]) is not None)
    if "color" in values:
        clear, white = (pattern.match(values["color"]) is not None for pattern in (_CLEAR, _WHITE))
        look = replace(look, clear=clear, white=white)
    elif element.tag == "font" and element.get("color"):
        look = replace(look, clear=False, white=_WHITE.match(element.get("color", "").lower()) is not None)
    grounds = [value for name, value in values.items() if name.startswith("background")]
    if any(not _NO_GROUND.match(value) for value in (*grounds, (element.get("bgcolor") or "white").lower())):
        look = replace(look, shaded=True)
    if _NOTHING.match(values.get("opacity", "1")):
        look = replace(look, erased=True)  # with all that is in it
    decoration = values.get("text-decoration", "") + " " + values.get("text-decoration-line", "")
    if "line-through" in decoration or (element.tag in _STRUCK and "none" not in decoration):
        look = replace(look, struck=True)
    align = values.get("vertical-align", "super" if element.tag in _RAISED else "")
    if element.tag not in _BLOCKS and align:
        look = replace(look, raised=align in ("super", "sub") or _is_length(align))
    moved = values.get("top", "") if values.get("position") == "relative" else ""
    if element.tag not in _BLOCKS and any(map(_is_length, (moved, values.get("mso-text-raise", "")))):
        look = replace(look, raised=True)  # `Position: raised`, as Word saves it
    return look


def _is_closed(element: _Element) -> bool:
    """Whether an element is what a reader has to open first, within a cell, and not its heading."""
    return (
        element.tag == "details"
        and element.get("open") is None
        and next(element.iterancestors(*_CELLS), None) is not None
    )


def _is_length(value: str) -> bool:
    """Whether a value moves a text up or down: `4pt`, `-30%`, and neither `0` nor `middle`."""
    return _LENGTH.match(value) is not None and _NOTHING.match(value) is None


def _shown(
    text: str | None, look: _VisibleStyle, element: _Element, letters: _LetterCounts, rows: HiddenRows
) -> str | None:
    """An element's own text as it is seen; a line or a cell that is raised as a whole is not raised."""
    if not text or not text.strip():
        return text
    if not look.is_seen:
        if look.is_hidden and not look.struck:
            rows.note_text(element, text)
        return None
    if look.backwards:
        return turned_round(text) if not len(element) else f"\ufffd{text}"  # of its parts nothing is known
    if not look.raised:
        return text
    block = next((e for e in (element, *element.iterancestors()) if e.tag in _BLOCKS), None)
    return raised(text) if block is None or letters.are_more(block, text) else text


class _LetterCounts:
    """How many letters lines and cells hold, each read once and no further than is asked."""

    def __init__(self) -> None:
        self._read: dict[_Element, tuple[int, Iterator[str]]] = {}

    def are_more(self, block: _Element, text: str) -> bool:
        """Whether a line or a cell holds more letters than a text in it."""
        asked = len("".join(text.split()))
        count, pieces = self._read.get(block) or (0, map(str, block.itertext()))
        while count <= asked and (piece := next(pieces, None)) is not None:
            count += len("".join(piece.split()))
        self._read[block] = (count, pieces)
        return count > asked


def _take_out(gone: Sequence[_Element]) -> None:
    """Removes elements, in the order of the page; the text after each stays."""
    tails: dict[_Element, list[str]] = {}
    heads: dict[_Element, list[str]] = {}
    for element in gone:
        above = element.getparent()
        if above is None:
            continue
        if element.tail:
            before = element.getprevious()
            kept = heads.setdefault(above, []) if before is None else tails.setdefault(before, [])
            kept.append(element.tail)
        element.tail = None
        above.remove(element)
    for element, texts in tails.items():
        element.tail = "".join((element.tail or "", *texts))
    for element, texts in heads.items():
        element.text = "".join((element.text or "", *texts))
