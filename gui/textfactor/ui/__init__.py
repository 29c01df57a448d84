"""The window: PySide6, and nothing else in the program imports it."""
