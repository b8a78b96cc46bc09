"""What the running text of a decision says: its head, its clauses, its footnotes."""
