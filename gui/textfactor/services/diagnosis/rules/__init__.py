"""Rules: from the clues of an input to its causes, best first."""

from textfactor.services.diagnosis.rules.diagnosing import diagnose

__all__ = ["diagnose"]
