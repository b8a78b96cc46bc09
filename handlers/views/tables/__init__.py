"""What a person looks at, as a table to take away: columns, rows, and where each figure is printed."""
