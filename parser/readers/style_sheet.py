"""What a saved page's own style sheets say of whether and how its parts are seen.

Of CSS two things are read: rules of simple selectors (tags, classes, ids, one inside another: `td.x span`),
and the few properties by which a browser hides a text, strikes it out or raises it (`display: none`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, TypeAlias

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import Counted

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIZES = frozenset({"bottom", "height", "left", "max-height", "max-width", "right", "top", "width"})
_PROPERTIES = _SIZES | {
    "background", "background-color", "background-image",
    "clip", "clip-path", "color", "direction", "display", "font", "font-size", "mso-hide", "mso-text-raise",
    "content-visibility", "filter", "opacity", "scale", "transform",
    "overflow", "position", "text-decoration", "text-decoration-line", "text-indent", "vertical-align",
    "unicode-bidi", "visibility",
}  # fmt: skip
_MAX_SHEETS = 1_000_000  # letters of all style sheets of a page
_MAX_RULES = 2_000  # that say something of what is seen
_MAX_TRIED = 200_000  # rules, each on elements that are not alike
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SIZE = re.compile(
    r"(?<![\w.])(?:\d++(?:\.\d*+)?|\.\d++)(?:px|pt|pc|mm|cm|in|r?em|ex|ch|vw|vh|%)|(?<![\w.])0(?=/|\s)"
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

    def matches(self, styled: Styled) -> bool:
        return (
            self.tag in ("", "*", styled.tag)
            and (not self.id or styled.id == self.id)
            and self.classes <= styled.classes
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

    def matches(self, styled: Styled) -> bool:
        return self.steps[-1][1].matches(styled) and (
            len(self.steps) == 1 or _stands_within(styled, self.steps)
        )


_Alike: TypeAlias = tuple[str, str, frozenset[str]]


@dataclass(eq=False, slots=True)
class Styled:
    """Elements that no rule of a style sheet can tell apart, and what it sets for them.

    These are alike: one tag, the same ids and classes (only those that rules name count), and elements around
    them that are alike too. A page of a thousand equal rows has one of these for all of them.

    Attributes:
        tag, id, classes: what they have in common.
        above: what stands around them; None at the top.
        set: for each property its strongest value, and whether that is `!important`.
        within: those that stand in these, once they were met.
    """

    tag: str
    id: str
    classes: frozenset[str]
    above: Styled | None
    set: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    within: dict[_Alike, Styled] = field(default_factory=dict)

    def values(self, element: _Element) -> dict[str, str]:
        """The strongest value of each property set for one of these elements, by its own `style` too."""
        found = dict(self.set)
        _take_in(found, _declared(element.get("style") or ""))
        return {name: value for name, (value, _) in found.items()}


@dataclass(slots=True)
class StyleSheet:
    """The rules of a page, by the name that the element itself must have."""

    _rules: dict[str, list[_Rule]] = field(default_factory=dict)
    _count: int = 0
    _tried: int = 0
    _named: frozenset[str] = frozenset()  # the ids and classes in its rules
    _outermost: dict[_Alike, Styled] = field(default_factory=dict)

    @classmethod
    def of(cls, sheets: Iterable[str]) -> StyleSheet:
        """The rules of style sheets' texts; what is more than a page needs is passed over."""
        sheet, left = cls(), _MAX_SHEETS
        for text in sheets:
            for selectors, body in _blocks(text[:left]):
                sheet._add(selectors, _declared(body))
            left = max(left - len(text), 0)
        steps = [step for rules in sheet._rules.values() for rule in rules for _, step in rule.steps]
        sheet._named = frozenset().union(*(step.classes | {step.id} for step in steps))
        return sheet

    @property
    def has_rules(self) -> bool:
        """Whether they say anything of what is seen."""
        return bool(self._rules)

    def _add(self, selectors: str, values: Mapping[str, tuple[str, bool]]) -> None:
        for selector in selectors.split(",") if values.keys() - _SIZES else ():  # sizes alone hide nothing
            steps = _steps(selector) if self._count < _MAX_RULES else None
            if steps is None:
                continue
            self._count += 1
            a, b, c = (sum(part) for part in zip(*(step.weight for _, step in steps), strict=True))
            own = steps[-1][1]
            key = f"#{own.id}" if own.id else f".{min(own.classes)}" if own.classes else own.tag or "*"
            self._rules.setdefault(key, []).append(_Rule(steps, values, (a, b, c, self._count)))

    def style(self, element: _Element, above: Styled | None, file: str) -> Styled:
        """What is set for an element.

        Args:
            element: of the page.
            above: the same of the element around it.
            file: the page's name.

        Raises:
            ParseError: `limit` where more rules have to be tried than any page needs.
        """
        name = element.get("id") or ""
        classes = self._named.intersection((element.get("class") or "").split())
        alike = str(element.tag), name if name in self._named else "", classes
        known = self._outermost if above is None else above.within
        if alike not in known:
            styled = Styled(*alike, above)
            rules = self._rules_of(styled)
            self._tried += len(rules)
            if self._tried > _MAX_TRIED:
                raise ParseError.limit(file, Counted.STYLE_RULES, _MAX_TRIED)
            found: dict[str, tuple[str, bool]] = {}
            for rule in sorted(filter(lambda rule: rule.matches(styled), rules), key=lambda rule: rule.order):
                _take_in(found, rule.values)
            styled.set = found
            known[alike] = styled
        return known[alike]

    def _rules_of(self, styled: Styled) -> list[_Rule]:
        """The rules that may be meant for an element."""
        keys = [styled.tag, "*", *(f".{name}" for name in styled.classes)]
        if styled.id:
            keys.append(f"#{styled.id}")
        return [rule for key in keys for rule in self._rules.get(key, ())]


def _take_in(found: dict[str, tuple[str, bool]], values: Mapping[str, tuple[str, bool]]) -> None:
    """Lets weaker values give way to stronger ones."""
    for name, (value, important) in values.items():
        if important or not found.get(name, ("", False))[1]:
            found[name] = (value, important)


def _stands_within(styled: Styled, steps: tuple[tuple[bool, _Compound], ...]) -> bool:
    """Whether the steps before an element's own match what it stands in.

    All places where a step may match are kept, so that none is tried twice.
    """
    above: list[Styled] = []  # the innermost first
    while styled.above is not None:
        styled = styled.above
        above.append(styled)
    first, places = 0, {0}  # where the step before may stand: anywhere from the first, or at these places
    for (is_child, _), (_, outer) in zip(steps[:0:-1], steps[-2::-1], strict=True):
        tried = sorted(places) if is_child else range(first, len(above))
        found = {place + 1 for place in tried if place < len(above) and outer.matches(above[place])}
        if not found:
            return False
        first, places = min(found), found
    return True


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The rules of a sheet as selectors and declarations, those for other media than a screen left out."""
    preludes: list[tuple[str, bool]] = []  # those that are open, and whether one is of another medium
    held = ""
    for piece in _PIECE.findall(_COMMENT.sub(" ", text)):
        if piece == "{":
            prelude = held.rsplit(";", maxsplit=1)[-1].strip()
            elsewhere = bool(preludes and preludes[-1][1]) or _OTHER_MEDIA.match(prelude) is not None
            preludes.append((prelude, elsewhere))
            held = ""
        elif piece == "}":
            prelude, elsewhere = preludes.pop() if preludes else ("", False)
            if prelude and not prelude.startswith("@") and not elsewhere:
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
