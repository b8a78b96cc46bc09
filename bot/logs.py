"""Logging to standard error, as lines for people or as JSON for machines."""

from __future__ import annotations

import json
import logging
import sys
from typing import Literal, TextIO

from handlers.tokens import hide_tokens

_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message and, where there is one, exception."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON."""
        entry = {
            "time": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return hide_tokens(json.dumps(entry, ensure_ascii=False))


class TextFormatter(logging.Formatter):
    """Lines for people."""

    def __init__(self) -> None:
        super().__init__(_TEXT)

    def format(self, record: logging.LogRecord) -> str:
        """The record as text, with the exception below it where there is one."""
        return hide_tokens(super().format(record))


def set_up_logging(level: str, form: Literal["text", "json"], stream: TextIO | None = None) -> None:
    """Log everything to one stream, instead of wherever it went before.

    Args:
        level: the least important messages to log.
        form: lines for people or for machines.
        stream: where to, standard error when None.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
