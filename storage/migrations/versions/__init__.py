"""The schema changes in order; a published one is never edited."""
