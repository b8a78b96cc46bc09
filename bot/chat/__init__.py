"""The same bot without Telegram, in the terminal."""
