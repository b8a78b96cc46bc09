"""The bot by long polling."""

from __future__ import annotations

from aiogram import Bot, Dispatcher

CONCURRENT_UPDATES = 64  # more would wait for the database anyway, and hold memory


async def poll(dispatcher: Dispatcher, bot: Bot, *, handle_signals: bool = True) -> None:
    """Fetch and handle updates until stopped by a signal or `stop_polling`.

    Args:
        dispatcher: the dispatcher.
        bot: the bot; its session is closed at the end.
        handle_signals: stop at SIGINT and SIGTERM.
    """
    # Telegram refuses polling while a webhook is set. Waiting updates stay.
    await bot.delete_webhook(drop_pending_updates=False)
    await dispatcher.start_polling(
        bot,
        allowed_updates=dispatcher.resolve_used_update_types(),
        tasks_concurrency_limit=CONCURRENT_UPDATES,
        handle_signals=handle_signals,
    )
