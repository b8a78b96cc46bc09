"""The bot's texts in a person's language, from `locales/*.ftl` (Project Fluent)."""

from __future__ import annotations

import functools
import logging
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from parser.records import Language

DEFAULT_LANGUAGE = Language.KK
LOCALES = Path(__file__).resolve().parents[2] / "locales"

_log = logging.getLogger(__name__)


class Texts:
    """Texts of one language.

    Attributes:
        language: the language.
    """

    def __init__(self, language: Language, source: str) -> None:
        self.language = language
        # Isolation marks are invisible characters: they end up in what people
        # copy and search for, and both languages are written left to right.
        self._bundle = FluentBundle([language.value], use_isolating=False)
        self._bundle.add_resource(FluentResource(source))

    def get(self, key: str, **args: str | int) -> str:
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
            _log.error("text %s in %s: %r", key, self.language.value, error)
        return str(text)


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
