"""A parsed file → rows, all of it or nothing."""
