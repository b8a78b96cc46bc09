"""Charts are drawn in a process of its own: here it is started and asked, and here stands what it does."""
