"""What Telegram sends, read: as an update, or as nothing that can be handled."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import BaseModel, ValidationError

_MOST = 2**63 - 1
_log = logging.getLogger(__name__)


def write_update(sent: Mapping[str, Any] | Update) -> str:
    """An update as JSON, to be kept."""
    if isinstance(sent, Update):
        return sent.model_dump_json(exclude_none=True, exclude_unset=True)
    return json.dumps(sent, separators=(",", ":"))


def read_update(sent: Mapping[str, Any] | Update, bot: Bot) -> Update | None:
    """An update as it was sent.

    Args:
        sent: the update, or its JSON.
        bot: whose it is.

    Returns:
        None for what cannot be read, is of a kind that aiogram does not know, or has numbers larger than
        Telegram's and any database's.
    """
    try:
        update = Update.model_validate(sent, context={"bot": bot})
        update.event_type  # noqa: B018 - raises where there is none
    except (ValidationError, UpdateTypeLookupError):
        update = None
    if update is None or _has_numbers_beyond(update):
        number = sent.get("update_id") if isinstance(sent, Mapping) else None
        _log.warning("an update cannot be read: %s", number if isinstance(number, int) else "no number")
        return None
    return update


def _has_numbers_beyond(update: Update) -> bool:
    """Whether an update has an integer of more than 64 bits, however it was written and deep it stands."""
    left: list[object] = [update]
    while left:
        value = left.pop()
        if isinstance(value, BaseModel):
            left.extend(getattr(value, name) for name in value.model_fields_set)
        elif isinstance(value, Mapping):
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
        elif isinstance(value, int) and not -_MOST <= value <= _MOST:
            return True
    return False
