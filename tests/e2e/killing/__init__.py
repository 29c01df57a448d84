"""Processes that set a practice tenant up and are killed on the way."""
