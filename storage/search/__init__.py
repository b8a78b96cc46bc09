"""Finding lines by what people call them: an index in memory, rebuilt when the data changes."""
