"""Rows of an appendix → the lines of an edition, with their levels, paths and checks."""
