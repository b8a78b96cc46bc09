"""What is kept in memory of what is stored, as of which state, and how it is bounded."""
