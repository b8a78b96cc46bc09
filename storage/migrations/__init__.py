"""Alembic's folder: how it runs and, in `versions/`, one reviewed step per schema change."""

HEAD = "0022"  # the newest migration's revision
