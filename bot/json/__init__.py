"""The JSON of the command line: forms that are filled from the records, and their JSON Schema."""
