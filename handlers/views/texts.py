"""The bot's texts in a person's language, from `locales/*.ftl` (Project Fluent)."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from parser.records import Language

DEFAULT_LANGUAGE = Language.KK
LOCALES = Path(__file__).resolve().parents[2] / "locales"

_log = logging.getLogger(__name__)


class FluentTexts:
    """Texts of one locale.

    Attributes:
        locale: its code.
    """

    def __init__(
        self, locale: str, source: str, functions: Mapping[str, Callable[..., Any]] | None = None
    ) -> None:
        self.locale = locale
        # Isolation marks are invisible characters: they end up in what people
        # copy and search for, and all our languages are written left to right.
        self._bundle = FluentBundle([locale], functions=dict(functions or {}), use_isolating=False)
        self._bundle.add_resource(FluentResource(source))

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
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise LookupError(key)
        text, errors = self._bundle.format_pattern(pattern, args)
        for error in errors:
            _log.error("text %s in %s: %r", key, self.locale, error)
        return str(text)


class Texts(FluentTexts):
    """The bot's texts in one language.

    Attributes:
        language: the language.
    """

    def __init__(self, language: Language, source: str) -> None:
        super().__init__(language.value, source)
        self.language = language


@functools.cache
def load_texts(language: Language) -> Texts:
    """The texts of a language, read from disk the first time.

    Args:
        language: the language.

    Returns:
        Its texts.
    """
    return Texts(language, (LOCALES / f"{language.value}.ftl").read_text(encoding="utf-8"))


def pick_language(code: str | None) -> Language:
    """The language to speak with a person whose language is not stored yet.

    Args:
        code: a language code such as Telegram or a terminal gives ("ru", "kk-KZ", "ru_RU.UTF-8").

    Returns:
        That language if councils publish in it, else the default.
    """
    bare = (code or "").replace("_", "-").partition("-")[0].casefold()
    return next((language for language in Language if language.value == bare), DEFAULT_LANGUAGE)
