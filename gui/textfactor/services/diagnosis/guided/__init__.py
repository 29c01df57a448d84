"""Questions for who has nothing to paste: from what people see to the causes that are left, and what to get next."""

from textfactor.services.diagnosis.guided.tree import QUESTIONS, START, Ending, Question
from textfactor.services.diagnosis.guided.walking import report_of, step_after

__all__ = ["QUESTIONS", "START", "Ending", "Question", "report_of", "step_after"]
