"""A message → what is asked."""
