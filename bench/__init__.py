"""Measurements: one command prints a table, ours beside the peers in the same run."""
