"""What the command line says of bad input: in the language of the terminal.

Kazakh and Russian come from the bot's own locales; any other terminal reads English.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from handlers.views.texts import load_texts
from parser.errors import ParseError
from parser.records import Language

_ENGLISH = {
    "not-found": "there is no such file",
    "not-a-file": "this is not a file",
    "unreadable": "the file cannot be read",
    "too-large": "the file is too large for a decision",
    "empty": "the file is empty",
    "binary": "this is not a text file",
    "encoding": "the text is neither UTF-8 nor UTF-16 nor Windows-1251 here",
    "format": "documents of this form are not read; save it as DOCX, HTML, PDF or plain text",
    "no-text": "these are pictures of pages, without a text layer",
    "password": "it is protected by a password",
    "broken": "the file is damaged",
    "limit": "it holds more than any decision does and was not read to its end",
    "no-budget": "there is no budget table in it",
    "no-decision": "no decision with its number and date is named in it",
    "no-place": "it does not say which council decided",
    "no-year": "it does not say which year the table is for",
    "unreadable-row": "this row of the table cannot be read",
    "unreadable-amount": "this amount cannot be read",
    "csv-head": "the head of the CSV form lacks this or has it wrong",
    "csv-columns": "these are not the columns of the CSV form",
    "csv-row": "this row does not fit the CSV form",
    "csv-quoting": "the quoting of the CSV is broken",
}
ERROR_CODES = frozenset(_ENGLISH)


def terminal_code(environ: Mapping[str, str]) -> str:
    """The language of a terminal, as a code.

    Args:
        environ: the environment.

    Returns:
        What its locale names, such as "ru"; empty when it names none.
    """
    named = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return re.split(r"[_.@]", next((value for value in named if value), ""))[0]


def terminal_language(environ: Mapping[str, str] = os.environ) -> Language | None:
    """The terminal's language where the bot speaks it."""
    code = terminal_code(environ)
    return next((language for language in Language if language.value == code), None)


def explain_parse_error(error: ParseError, language: Language | None) -> str:
    """One line: the file, the place in it, what is wrong and what stands there."""
    wrong = load_texts(language).get(f"parse-error-{error.code}") if language else _ENGLISH[error.code]
    where = ", ".join(part for part in (error.file, error.place) if part)
    return f"{where}: {wrong}" + (f": {error.found}" if error.found else "")
