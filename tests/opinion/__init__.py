"""The bot against somebody else's Bot API server, telegram-test-api of npm; `make opinion` fetches it and tries."""
