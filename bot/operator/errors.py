"""Why something could not be done, in words."""

from __future__ import annotations

from bot.operator.texts import OperatorTexts
from parser.errors import ParseError


def explain_parse_error(error: ParseError, texts: OperatorTexts) -> str:
    """One line: the file, the place in it, what is wrong and what stands there."""
    wrong = texts.get(f"parse-error-{error.code}")
    where = ", ".join(part for part in (error.file, error.place) if part)
    return f"{where}: {wrong}" + (f": {error.found}" if error.found else "")
