"""A question → the lines it is about, in the edition it asks for."""
