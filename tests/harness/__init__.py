"""What tests share. They meet Telegram's types as the bot does: each is made when it is first used."""

from bot.telegram_types import import_aiogram

import_aiogram()
