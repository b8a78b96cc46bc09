"""Why something could not be done, in words."""

from __future__ import annotations

from bot.operator.texts import OperatorTexts
from parser.errors import ParseError


def explain_parse_error(error: ParseError, texts: OperatorTexts) -> str:
    """One line: the file, the place in it, what is wrong and what stands there."""
    wrong = texts.say(f"parse-error-{error.kind}", error.values)
    where = error.file if error.at is None else f"{error.file}, {texts.place(error.at)}"
    return f"{where}: {wrong}" + (f": {error.found}" if error.found else "")
