"""Understands text: documents and questions. Imports nothing of ours, no database, no network."""
