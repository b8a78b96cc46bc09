"""What becomes of an edit of a message: Telegram refuses those that change nothing, or come too late."""

from __future__ import annotations

from collections.abc import Awaitable

from aiogram.exceptions import TelegramBadRequest

_NOT_EDITABLE = (
    "can't be edited",
    "message to edit not found",
    "there is no text in the message to edit",  # a picture: what a button under it opens comes below
)
_NOT_MODIFIED = "message is not modified"


def cannot_edit(error: TelegramBadRequest) -> bool:
    """Whether a message can no longer be edited, or not so: what was to stand there is sent anew."""
    return any(reason in error.message for reason in _NOT_EDITABLE)


async def succeeds(edit: Awaitable[object]) -> bool:
    """Edits a message.

    Args:
        edit: the request.

    Returns:
        Whether the message shows now what it was to show; False where it can no longer be edited.

    Raises:
        TelegramAPIError: if Telegram refuses for another reason.
    """
    try:
        await edit
    except TelegramBadRequest as error:
        if cannot_edit(error):
            return False
        if _NOT_MODIFIED not in error.message:
            raise
    return True
