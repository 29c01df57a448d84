"""Readers: whatever a person has, pasted or opened, becomes clues with their places."""

from textfactor.services.diagnosis.readers.reading import read_input

__all__ = ["read_input"]
