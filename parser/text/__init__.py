"""Words, numbers, dates and names as they are written, the same for documents and questions."""
