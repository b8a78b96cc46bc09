"""Cells that spreadsheets show as they are: what all our CSV files and workbooks are written with."""
