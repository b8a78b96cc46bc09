"""A Bot API server over real HTTP that fails on purpose, and the bot as a process against it."""
