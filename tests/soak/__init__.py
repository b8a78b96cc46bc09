"""Long trials of the bot as a process, through everything that fails; `make soak` runs them and prints what came of it."""
