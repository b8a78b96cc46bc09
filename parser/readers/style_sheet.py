"""What a saved page's own style sheets say of whether and how its parts are seen.

Of CSS only that is read: rules of simple selectors (tags, classes, ids, one inside another), and
the few properties by which a browser shows a text, hides it, strikes it out or raises it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIZES = frozenset({"bottom", "height", "left", "max-height", "max-width", "right", "top", "width"})
_PROPERTIES = _SIZES | {
    "background", "background-color", "background-image",
    "clip", "clip-path", "color", "display", "font", "font-size", "mso-hide", "mso-text-raise", "opacity",
    "overflow", "position", "text-decoration", "text-decoration-line", "text-indent", "vertical-align",
    "visibility",
}  # fmt: skip
_MAX_SHEETS = 1_000_000  # letters of all style sheets of a page
_MAX_RULES = 2_000  # that say something of what is seen
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SIZE = re.compile(
    r"(?<![\w.])(?:\d+\.?\d*|\.\d+)(?:px|pt|pc|mm|cm|in|r?em|ex|ch|vw|vh|%)|(?<![\w.])0(?=/|\s)"
)
_PIECE = re.compile(r"[^{};]+|[{};]")
_COMPOUND = re.compile(r"(?P<tag>[a-z][a-z0-9]*|\*)?(?P<rest>(?:[.#][\w-]+)*)", re.IGNORECASE)
_OTHER_MEDIA = re.compile(r"@media\b(?!.*\b(?:screen|all)\b).*\b(?:print|speech|tty)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Compound:
    """One step of a selector: `td.hidden`."""

    tag: str
    classes: frozenset[str]
    id: str

    def matches(self, element: _Element) -> bool:
        return (
            self.tag in ("", "*", element.tag)
            and (not self.id or element.get("id") == self.id)
            and self.classes <= set((element.get("class") or "").split())
        )

    @property
    def weight(self) -> tuple[int, int, int]:
        return bool(self.id), len(self.classes), bool(self.tag.strip("*"))


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector, from the outermost step to the element itself, and what it sets."""

    steps: tuple[tuple[bool, _Compound], ...]  # whether the step is a child of the one before
    values: Mapping[str, tuple[str, bool]]  # and whether `!important`
    order: tuple[int, int, int, int]  # the selector's weight, then its place

    def matches(self, element: _Element) -> bool:
        return self.steps[-1][1].matches(element) and _has_ancestors(element, self.steps)


@dataclass(slots=True)
class StyleSheet:
    """The rules of a page, by the name that the element itself must have."""

    _rules: dict[str, list[_Rule]] = field(default_factory=dict)
    _count: int = 0

    @classmethod
    def of(cls, sheets: Iterable[str]) -> StyleSheet:
        """The rules of style sheets' texts; what is more than a page needs is passed over."""
        sheet, left = cls(), _MAX_SHEETS
        for text in sheets:
            for selectors, body in _blocks(text[:left]):
                sheet._add(selectors, _declared(body))
            left = max(left - len(text), 0)
        return sheet

    @property
    def has_rules(self) -> bool:
        """Whether they say anything of what is seen."""
        return bool(self._rules)

    def _add(self, selectors: str, values: Mapping[str, tuple[str, bool]]) -> None:
        for selector in selectors.split(",") if values.keys() - _SIZES else ():  # sizes alone hide nothing
            steps = _steps(selector)
            if steps is None or self._count >= _MAX_RULES:
                continue
            self._count += 1
            a, b, c = (sum(part) for part in zip(*(step.weight for _, step in steps), strict=True))
            own = steps[-1][1]
            key = f"#{own.id}" if own.id else f".{min(own.classes)}" if own.classes else own.tag or "*"
            self._rules.setdefault(key, []).append(_Rule(steps, values, (a, b, c, self._count)))

    def values(self, element: _Element) -> dict[str, str]:
        """What is set for an element, its own `style` included: the strongest value of each property."""
        keys = [str(element.tag), "*", *(f".{name}" for name in (element.get("class") or "").split())]
        if element.get("id"):
            keys.append(f"#{element.get('id')}")
        rules = [rule for key in keys for rule in self._rules.get(key, ()) if rule.matches(element)]
        found: dict[str, tuple[str, bool]] = {}
        own = _declared(element.get("style") or "")
        for values in (*(rule.values for rule in sorted(rules, key=lambda rule: rule.order)), own):
            for name, (value, important) in values.items():
                if important or not found.get(name, ("", False))[1]:
                    found[name] = (value, important)
        return {name: value for name, (value, _) in found.items()}


def _has_ancestors(element: _Element, steps: tuple[tuple[bool, _Compound], ...]) -> bool:
    """Whether the steps before an element's own match what it stands in."""
    is_child, outer = steps[-1][0], steps[:-1]
    if not outer:
        return True
    above = element.getparent()
    while above is not None:
        if outer[-1][1].matches(above) and _has_ancestors(above, outer):
            return True
        if is_child:
            return False
        above = above.getparent()
    return False


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The rules of a sheet as selectors and declarations, those for other media than a screen left out."""
    preludes: list[str] = []
    held = ""
    for piece in _PIECE.findall(_COMMENT.sub(" ", text)):
        if piece == "{":
            preludes.append(held.rsplit(";", maxsplit=1)[-1].strip())
            held = ""
        elif piece == "}":
            prelude = preludes.pop() if preludes else ""
            if prelude and not prelude.startswith("@") and not any(map(_OTHER_MEDIA.match, preludes)):
                yield prelude, held
            held = ""
        else:
            held += piece


def _declared(body: str) -> dict[str, tuple[str, bool]]:
    """The values that matter of `display: none; …`, each with whether it is `!important`."""
    found: dict[str, tuple[str, bool]] = {}
    for declaration in body.split(";") if body else ():
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if not colon or name not in _PROPERTIES:
            continue
        value, bang, _ = value.lower().partition("!")
        if name == "font":  # of what it sets, the size alone hides: `0/0 a`
            size = _SIZE.search(value)
            name, value = ("font-size", size.group()) if size else (name, value)
        found[name] = (value.strip(), bool(bang))
    return found


def _steps(selector: str) -> tuple[tuple[bool, _Compound], ...] | None:
    """A selector's steps; None for one that asks for more than tags, classes and ids."""
    steps: list[tuple[bool, _Compound]] = []
    is_child = False
    for part in selector.replace(">", " > ").split():
        if part == ">":
            is_child = True
            continue
        match = _COMPOUND.fullmatch(part)
        if match is None:
            return None
        names = re.findall(r"[.#][\w-]+", match["rest"])
        ids = [name[1:] for name in names if name[0] == "#"]
        classes = frozenset(name[1:] for name in names if name[0] == ".")
        steps.append((is_child, _Compound((match["tag"] or "").lower(), classes, ids[0] if ids else "")))
        is_child = False
    return tuple(steps) or None
