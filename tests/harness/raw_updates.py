"""Updates as no server of Telegram sends them: fields missing, of other kinds, huge, hostile, in any language."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

_BOT = {"id": 42, "is_bot": True, "first_name": "Qazyna", "username": "qazyna_test_bot"}
_PERSON = {"id": 7, "is_bot": False, "first_name": "А", "language_code": "ru"}
_PRIVATE = {"id": 7, "type": "private", "first_name": "А"}
_GROUP = {"id": -1001, "type": "supergroup", "title": "Г", "is_forum": True}
_MESSAGE = {"message_id": 5, "date": 1_800_000_000, "chat": _PRIVATE, "from": _PERSON}
_OF_BOT = {**_MESSAGE, "message_id": 4, "from": _BOT, "text": "Бюджет"}
_FILE = {
    "file_id": "f",
    "file_unique_id": "f",
    "file_size": 9,
    "file_name": "a.txt",
    "mime_type": "text/plain",
}
_MEMBER = {"user": _BOT, "status": "member"}
_KICKED = {"user": _BOT, "status": "kicked", "until_date": 0}
_PHOTO = {"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}

KINDS: dict[str, dict[str, Any]] = {
    "message": {**_MESSAGE, "text": "школы 2013"},
    "edited_message": {**_MESSAGE, "edit_date": 1_800_000_001, "text": "ремонт дорог"},
    "channel_post": {**_MESSAGE, "chat": {"id": -1002, "type": "channel", "title": "К"}, "text": "білім беру"},
    "callback_query": {
        "id": "1", "from": _PERSON, "chat_instance": "1", "message": _OF_BOT, "data": "l5:ru:1",
    },
    "inline_query": {"id": "1", "from": _PERSON, "query": "жол жөндеу", "offset": ""},
    "chosen_inline_result": {"result_id": "1", "from": _PERSON, "query": "школы", "inline_message_id": "m"},
    "my_chat_member": {
        "chat": _GROUP, "from": _PERSON, "date": 1_800_000_000, "old_chat_member": _KICKED, "new_chat_member": _MEMBER,
    },
}  # fmt: skip
MESSAGES: list[dict[str, Any]] = [
    {"text": "/start " + "A" * 64},
    {"text": "/start@qazyna_test_bot help", "chat": _GROUP, "message_thread_id": 3},
    {"text": "@qazyna_test_bot сколько на школы", "chat": _GROUP, "entities": [{"type": "mention", "offset": 0, "length": 16}]},
    {"text": "а 2014?", "reply_to_message": _OF_BOT},
    {"document": _FILE, "caption": "решение"},
    {"photo": [_PHOTO], "caption": "скан"},
    {"text": "/changes 12-3"},
    {"text": "/home тараз"},
    {"text": "проверь: на школы 5 млрд, на дороги 3 млрд"},
    {"new_chat_members": [_BOT], "chat": _GROUP},
    {"migrate_to_chat_id": -1003, "chat": _GROUP},
    {"contact": {"phone_number": "1", "first_name": "x"}},
    {"text": "школы", "via_bot": _BOT, "chat": _GROUP},
    {"text": "школы", "sender_chat": _GROUP, "chat": _GROUP},
]  # fmt: skip
DATA = (
    "", "l5:", "l5:ru:" + "9" * 58, "p:-1", "\x00", "a" * 64, "w1:;;;;", "d:12-3:2013-02-31", "лалала", "k:kk", "g:" + "9" * 20,
)  # fmt: skip
TEXTS = (
    "", " ", "\u202e\u2066школы", "а\u0301" * 400, "9" * 4096, "1," * 2048, "школы " * 600, "/" * 4096, "@" * 300, "«" * 999,
    "<b>&amp;</b>", "*_`[x](y)", "=1+1", "\x1b[2J", "ﷺ" * 500, "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 90, "学校の予算は",
    "مدارس", "ΑΒΓ", "бюджет " + "Тараз " * 300, "минус " * 400, "2013-2015 " * 200, "№ 12-3 " * 300, "сравни " * 300, "a" * 20_000,
    "\ud83d", "\u2028" * 50, "не школы, а не дороги, но и не " * 60, "больше 1 и меньше 2 и " * 100, "топ " + "9" * 300,
)  # fmt: skip
HOSTILE: tuple[Any, ...] = (
    None, True, 0, -1, 2**31, 2**63, 10**40, 0.5, "", "x", [], {}, [[]], {"id": 0}, "kk", "ru", "zz", *TEXTS, *DATA,
)  # fmt: skip


def raw_updates(chance: random.Random) -> Iterator[bytes]:
    """Endless updates as bytes of JSON; most of them can be read as updates, and some cannot."""
    number = 0
    while True:
        number += 1
        kind = chance.choice(list(KINDS))
        body = copy.deepcopy(KINDS[kind])
        if kind in {"message", "edited_message"}:
            body |= copy.deepcopy(chance.choice(MESSAGES))
        if "text" in body and chance.random() < 0.5:
            body["text"] = chance.choice(TEXTS)
        if "data" in body and chance.random() < 0.7:
            body["data"] = chance.choice(DATA)
        if "query" in body and chance.random() < 0.5:
            body["query"] = chance.choice(TEXTS)
        for _ in range(chance.choice((0, 0, 1, 1, 2, 4))):
            _spoil(body, chance)
        yield json.dumps({"update_id": number, kind: body}).encode()


def _spoil(body: dict[str, Any], chance: random.Random) -> None:
    """Changes one field, wherever it stands: it goes, becomes something else, or comes twice."""
    holder: Any = body
    while holder:
        key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        inner = holder[key]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.7:
            holder = inner
            continue
        if isinstance(holder, dict) and chance.random() < 0.3:
            del holder[key]
        else:
            holder[key] = copy.deepcopy(chance.choice(HOSTILE))
        return
