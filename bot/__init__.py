"""Starts and stops; the only room that knows every other."""
