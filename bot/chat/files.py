"""The files that the bot sends: a terminal shows no pictures, so that their paths are told."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from aiogram.types import BufferedInputFile, Document, Message, PhotoSize

_SIDE = 1  # of a picture whose size nobody asks for


class SentFiles:
    """Writes files into a folder of its own; the path of a file is its `file_id`."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def take(self, file: object, *, is_photo: bool) -> dict[str, Any] | None:
        """Write a file down, or find one that was sent before.

        Args:
            file: the file, or the id of an earlier one.
            is_photo: whether it is shown as a picture.

        Returns:
            The field of a message that holds it; None where the earlier one is gone.
        """
        path = str(self._write(file)) if isinstance(file, BufferedInputFile) else str(file)
        if not Path(path).exists():
            return None
        if is_photo:
            return {"photo": [PhotoSize(file_id=path, file_unique_id=path, width=_SIDE, height=_SIDE)]}
        return {"document": Document(file_id=path, file_unique_id=path)}

    def _write(self, file: BufferedInputFile) -> Path:
        # It stays when the chat ends: who was told the path may look at it then.
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="qazyna-"))
        path = self._folder / Path(file.filename or "file").name
        path.write_bytes(file.data)
        return path


def file_path(message: Message) -> str | None:
    """Where the file of a message was written; None of a message without one."""
    if message.photo:
        return message.photo[-1].file_id
    return message.document.file_id if message.document else None
