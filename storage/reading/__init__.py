"""Rows → frozen records: cards, ledgers, changes, datasets."""
