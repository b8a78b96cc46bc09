"""Short, reversible spellings of lines and questions for buttons and deep links.

Button data holds 64 bytes, a deep link's payload 64 characters of `A-Za-z0-9_-`;
both are public, so what comes back may be anything.
"""

from __future__ import annotations

import base64
import binascii
import re

from handlers.views.clean import one_line
from parser.budget_code import path_below, steps
from parser.dataclass import dataclass
from parser.records import Language, Section
from storage.reading.address import LineAddress
from storage.reading.short_address import BUDGET_KEY_LENGTH, DECISION_KEY_LENGTH, ShortAddress, shorten

BUDGET_KEY = rf"[a-z2-7]{{{BUDGET_KEY_LENGTH}}}"
DECISION_KEY = rf"[a-z2-7]{{{DECISION_KEY_LENGTH}}}"
NEWEST = "0"  # in place of a decision
MAX_YEAR = 9999
MAX_PAYLOAD = 64
HELP_PAYLOAD = "help"  # what the button of an empty inline answer starts with

_LETTERS = {
    Section.REVENUE: "r",
    Section.EXPENDITURE: "e",
    Section.NET_LENDING: "n",
    Section.FINANCIAL_ASSETS: "a",
    Section.DEFICIT: "d",
    Section.FINANCING: "f",
    Section.FINANCING_RECEIPTS: "i",
    Section.FINANCING_PAYMENTS: "o",
}
_NAMED = {section.value: letter for section, letter in _LETTERS.items()}
_SECTIONS = {letter: name for name, letter in _NAMED.items()}
_PART = re.compile(r"[A-Za-z0-9_]+", re.ASCII)
_LINE_FORM = re.compile(r"l\d+_", re.ASCII)
_LINE = re.compile(rf"l2_({BUDGET_KEY})_(\d{{4}})_({NEWEST}|{DECISION_KEY})_(.+)", re.ASCII)
_QUESTION, _CYRILLIC_QUESTION, _BUTTON = "q_", "k_", "b_"
_CYRILLIC = "kz1048"  # a byte for each letter of both languages: a link holds twice as many
# What stands in a button and not in a link. No path has two hyphens in a row, or one before a colon.
_LINKED = {":": "_", ".": "--", "_": "-_"}
_UNLINKED = {linked: mark for mark, linked in _LINKED.items()}
_LINKED_MARK = re.compile(r"--|-_|_")
_BUTTON_DATA = re.compile(r"[A-Za-z0-9_.:-]+", re.ASCII)
_SHARED = re.compile(r"#(l\d+_[A-Za-z0-9_-]{1,61})", re.ASCII)
_SPOKEN = {f"{language}-": language for language in Language}  # in front of any of the forms
_START = re.compile(r"/start(?:@\w+)?\s+(\S+)", re.IGNORECASE | re.ASCII)
_NAME_SHARED = 60  # characters: the person sees it in the input field


@dataclass(frozen=True, slots=True)
class UnreadableAddress:
    """A line's address that names none: of an earlier form, cut short, or forged."""


@dataclass(frozen=True, slots=True)
class LinkedQuestion:
    """A question carried by a deep link."""

    text: str


@dataclass(frozen=True, slots=True)
class LinkedButton:
    """The data of a button, carried by a deep link."""

    data: str


def encode_path(path: str) -> str | None:
    """A line's path in a few characters: `expenditure/04/464/009` is `e-04-464-009`.

    Args:
        path: the path.

    Returns:
        Its short form, None for a path that has none.
    """
    section, *parts = steps(path)
    if section not in _NAMED or not all(_PART.fullmatch(part) for part in parts):
        return None
    return "-".join([_NAMED[section], *parts])


def decode_path(token: str) -> str | None:
    """The path behind its short form.

    Args:
        token: what `encode_path` gave, or anything else.

    Returns:
        The path, None if the token is none.
    """
    letter, *parts = token.split("-")
    if letter not in _SECTIONS or not all(_PART.fullmatch(part) for part in parts):
        return None
    return path_below(_SECTIONS[letter], *parts)


def line_payload(line: LineAddress) -> str | None:
    """A line as a deep link's payload.

    Args:
        line: the line.

    Returns:
        The payload, None where it would be too long.
    """
    token, short = encode_path(line.path), shorten(line)
    payload = f"l2_{short.budget}_{short.year:04}_{short.decision or NEWEST}_{token}"
    return payload if token and len(payload) <= MAX_PAYLOAD else None


def share_query(line: LineAddress, name: str) -> str | None:
    """What "share" puts into the input field: words for the person, and the address for the bot.

    `Білім беру · Тараз 2014 · № 10-3 · #l2_…`: the words may be changed, the address is what counts.

    Args:
        line: the line, with the decision that set its edition.
        name: the line's.

    Returns:
        The query, None where the address would be too long.
    """
    payload, edition = line_payload(line), line.edition
    if payload is None:
        return None
    words = [one_line(name, _NAME_SHARED), f"{one_line(edition.budget.place, 40)} {edition.year}"]
    if edition.decision is not None:
        words.append(f"№ {one_line(edition.decision.number, 20)}")
    return " · ".join([*words, f"#{payload}"])


def spoken_payload(payload: str, language: Language) -> str:
    """A payload that says in which language it was shown: for whoever speaks neither as far as is known.

    Args:
        payload: of a deep link.
        language: of the message that the link stands under.

    Returns:
        The payload; as it was where there is no room in it.
    """
    said = f"{language}-{payload}"
    return said if len(said) <= MAX_PAYLOAD else payload


def part_language(payload: str) -> tuple[Language | None, str]:
    """A payload in two: the language that it says, and the rest.

    >>> part_language("ru-help")
    (<Language.RU: 'ru'>, 'help')

    Args:
        payload: what followed `/start`, from anyone; links of earlier versions say no language.
    """
    for mark, language in _SPOKEN.items():
        if payload.startswith(mark):
            return language, payload.removeprefix(mark)
    return None, payload


def read_linked_language(text: str) -> Language | None:
    """The language of the message whose deep link was followed; None where the link says none.

    Args:
        text: the message: `/start ru-help`.
    """
    found = _START.fullmatch(text.strip())
    return part_language(found[1])[0] if found else None


def find_shared(text: str) -> str | None:
    """The address in a shared query, of whatever form.

    Args:
        text: what stands in an input field or a message.

    Returns:
        Its payload, for `read_payload`; None where there is none.
    """
    found = _SHARED.findall(text)
    return found[-1] if found else None


def question_payload(text: str) -> str | None:
    """A question as a deep link's payload.

    Args:
        text: the question.

    Returns:
        The payload, None for an empty question or one that is too long.
    """
    said = text.strip()
    coded = _encode(said.encode("utf-8", "ignore"))
    if coded and len(coded) + len(_QUESTION) <= MAX_PAYLOAD:
        return f"{_QUESTION}{coded}"
    try:
        coded = _encode(said.encode(_CYRILLIC))
    except UnicodeEncodeError:
        return None
    return f"{_CYRILLIC_QUESTION}{coded}" if coded and len(coded) <= MAX_PAYLOAD - 2 else None


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def data_payload(data: str) -> str | None:
    """The data of a button as a deep link's payload.

    Args:
        data: at most 64 characters; what it opens must not need the message under it.

    Returns:
        The payload, None for data that is too long for one.
    """
    if not _BUTTON_DATA.fullmatch(data):
        return None
    payload = _BUTTON + "".join(_LINKED.get(mark, mark) for mark in data)
    return payload if len(payload) <= MAX_PAYLOAD else None


def read_payload(
    payload: str,
) -> ShortAddress | LinkedQuestion | LinkedButton | UnreadableAddress | None:
    """What a deep link asks for.

    Args:
        payload: what followed `/start`, from anyone.

    Returns:
        A line, a question, a button, or None when it is none of them; a line that cannot be told is
        unreadable.
    """
    for form, encoding in ((_QUESTION, "utf-8"), (_CYRILLIC_QUESTION, _CYRILLIC)):
        if payload.startswith(form):
            return _read_question(payload.removeprefix(form), encoding)
    if payload.startswith(_BUTTON):
        data = payload.removeprefix(_BUTTON)
        return LinkedButton(_LINKED_MARK.sub(lambda found: _UNLINKED[found[0]], data))
    found = _LINE.fullmatch(payload)
    path = decode_path(found[4]) if found else None
    if found is None or path is None:
        return UnreadableAddress() if _LINE_FORM.match(payload) else None
    decision = None if found[3] == NEWEST else found[3]
    return ShortAddress(found[1], int(found[2]), decision, path)


def _read_question(coded: str, encoding: str) -> LinkedQuestion | None:
    try:
        # Without validation the decoder skips foreign characters and answers nonsense.
        raw = base64.b64decode(coded + "=" * (-len(coded) % 4), altchars=b"-_", validate=True)
        text = raw.decode(encoding).strip()
    except (binascii.Error, ValueError):
        return None
    return LinkedQuestion(text) if text else None


def chat_link(username: str, payload: str) -> str:
    """The address that opens the private chat with the bot, with a payload.

    Args:
        username: the bot's name in Telegram, without `@`.
        payload: what the chat is started with.
    """
    return f"https://t.me/{username}?start={payload}"
