"""Keeps what was parsed and finds it again."""
