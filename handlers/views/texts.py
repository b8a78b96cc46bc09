"""The bot's texts in a person's language, from `locales/` (Project Fluent)."""

from __future__ import annotations

import copy
import functools
import logging
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast as fluent

from handlers.views.clean import one_line
from parser.decision.place_names import names_of_place
from parser.records import Language
from parser.text.clean_names import nest_quotes

DEFAULT_LANGUAGE = Language.KK
LOCALES = Path(__file__).resolve().parents[2] / "locales"

# An entry of a locale file begins at the beginning of a line; what goes on with it is indented.
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
_REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")

_LEAST_GROUPED = 1000  # a whole number below it is its digits in every language
_LONGEST_VALUE = 2500  # letters; of a longer one Fluent says that it is too long

_Piece = tuple[str, bool]  # what stands there, and whether it is the name of a value

_log = logging.getLogger(__name__)


class _Entries:
    """The entries of a locale. They are read when the first is asked for, and each is parsed when it is.

    A start need not wait for either, nor for a language that nobody speaks.
    """

    def __init__(
        self, locale: str, read: Callable[[], str], functions: Mapping[str, Callable[..., Any]]
    ) -> None:
        self._locale = locale
        self._read = read
        self._functions = dict(functions)
        self.plain: dict[str, str] = {}  # texts without values, as they were said
        self.pieces: dict[str, tuple[_Piece, ...] | None] = {}  # of texts that only name values

    @functools.cached_property
    def bundle(self) -> FluentBundle:
        """Those that were parsed."""
        # Isolation marks are invisible characters: they end up in what people
        # copy and search for, and all our languages are written left to right.
        return FluentBundle([self._locale], functions=self._functions, use_isolating=False)

    @functools.cached_property
    def _unparsed(self) -> dict[str, str]:
        return split_entries(self._read())

    def parse(self, key: str) -> None:
        """Parses a text, and those that it refers to."""
        waiting = [key]
        while waiting:
            source = self._unparsed.pop(waiting.pop(), None)
            if source is not None:
                self.bundle.add_resource(FluentResource(source))
                waiting.extend(_REFERENCE.findall(source))


class FluentTexts:
    """Texts of one locale.

    Attributes:
        locale: its code.
    """

    def __init__(
        self,
        locale: str,
        read: Callable[[], str],
        functions: Mapping[str, Callable[..., Any]] | None = None,
    ) -> None:
        """Says what the texts are, without reading them.

        Args:
            locale: the code of their language.
            read: gives them as a locale file has them; called once, when the first is said.
            functions: what texts may call, by name.
        """
        self.locale = locale
        self._entries = _Entries(locale, read, functions or {})

    def get(self, key: str, /, **args: str | int) -> str:
        """A text with its values filled in.

        Args:
            key: the message's name in the locale file.
            args: values by the names of the placeholders.

        Returns:
            The text. A value that is missing shows as its placeholder and is logged:
            a person gets a flawed sentence rather than none.

        Raises:
            LookupError: if the locale has no such text.
        """
        entries = self._entries
        if not args and (said := entries.plain.get(key)) is not None:
            return said
        if (filled := _fill(entries.pieces.get(key), args)) is not None:
            return nest_quotes(filled)
        entries.parse(key)
        pattern = entries.bundle.get_message(key).value
        if pattern is None:
            raise LookupError(key)
        if key not in entries.pieces:
            entries.pieces[key] = _part(pattern)
        text, errors = entries.bundle.format_pattern(pattern, args)
        for error in errors:
            _log.error("text %s in %s: %r", key, self.locale, error)
        if not args and not errors:
            entries.plain[key] = str(text)
        return nest_quotes(str(text))


def _part(pattern: fluent.BaseNode) -> tuple[_Piece, ...] | None:
    """The pieces of a text that is put together of its own words and of values; None of any other."""
    pieces: list[_Piece] = []
    for element in pattern.elements if isinstance(pattern, fluent.Pattern) else [pattern]:
        match element:
            case fluent.TextElement(value=said):
                pieces.append((said, False))
            case fluent.Placeable(expression=fluent.VariableReference(id=named)):
                pieces.append((named.name, True))
            case _:
                return None
    return tuple(pieces)


def _fill(pieces: tuple[_Piece, ...] | None, args: Mapping[str, str | int]) -> str | None:
    """A text of pieces, as Fluent makes it; None where it makes more of the values than putting them in."""
    if pieces is None:
        return None
    said: list[str] = []
    for piece, is_value in pieces:
        value = args.get(piece) if is_value else piece
        if type(value) is int and 0 <= value < _LEAST_GROUPED:
            value = str(value)
        if type(value) is not str or len(value) > _LONGEST_VALUE:
            return None
        said.append(value)
    return "".join(said)


def split_entries(source: str) -> dict[str, str]:
    """A locale file's entries by their names; of two with one name the first, as Fluent has it."""
    begun = list(_ENTRY.finditer(source))
    ends = [*(entry.start() for entry in begun[1:]), len(source)]
    entries: dict[str, str] = {}
    for entry, end in zip(begun, ends, strict=True):
        entries.setdefault(entry[1], source[entry.start() : end])
    return entries


PlaceNames = Mapping[str, Mapping[Language, str]]
"""What places are called in each language, by the names that their budgets are kept by."""


class Texts(FluentTexts):
    """The bot's texts in one language.

    Attributes:
        language: the language.
        places: what the loaded places are called.
    """

    def __init__(self, language: Language, read: Callable[[], str]) -> None:
        super().__init__(language.value, read)
        self.language = language
        self.places: PlaceNames = {}
        self._placed: Texts | None = None  # the last that knew places

    def with_places(self, places: PlaceNames) -> Texts:
        """The same texts, which know what the loaded places are called.

        Args:
            places: their names, by the names of their budgets.
        """
        texts = self._placed
        if texts is None or texts.places is not places:
            texts = self._placed = copy.copy(self)
            texts.places = places
        return texts

    def place(self, name: str, limit: int = 60) -> str:
        """A place's name in this language; one that has none in it is marked as of the other.

        Args:
            name: as its budget is called.
            limit: the longest it may be.
        """
        names = self.places.get(name) or names_of_place(name)
        if self.language in names or not names:
            return one_line(names.get(self.language, name), limit)
        return self.get("name-elsewhere", name=one_line(name, limit))


@functools.cache
def load_texts(language: Language) -> Texts:
    """The texts of a language, read from disk when the first is said.

    Args:
        language: the language.

    Returns:
        Its texts.
    """
    folders = (LOCALES, LOCALES / "glossary", LOCALES / "admin")
    files = [folder / f"{language.value}.ftl" for folder in folders]
    return Texts(language, lambda: "\n".join(file.read_text(encoding="utf-8") for file in files))


def read_language_code(code: str | None) -> Language | None:
    """The language that a code names, if councils publish in it.

    Args:
        code: as Telegram or a terminal gives it ("ru", "kk-KZ", "ru_RU.UTF-8").
    """
    bare = (code or "").replace("_", "-").partition("-")[0].casefold()
    return next((language for language in Language if language.value == bare), None)


def pick_language(code: str | None) -> Language:
    """The language of a code, else the default.

    Args:
        code: as Telegram or a terminal gives it.
    """
    return read_language_code(code) or DEFAULT_LANGUAGE
