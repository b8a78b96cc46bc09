"""The Telegram bot as a process: long polling or a webhook, started and stopped in order."""
