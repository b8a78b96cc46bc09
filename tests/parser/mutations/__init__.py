"""Mutations of real documents: what each does to the file, and what it may do to what is seen."""
