"""The text of the first test message: in the window's language, for as long as nobody wrote another."""

from textfactor.domain.answers import DEFAULT_TEST
from textfactor.ui.messages import tr_text
from textfactor.words.sent_tests import FIRST_TEXT
from textfactor.words.text import text


def first_text(kept: str = DEFAULT_TEST) -> str:
    """Give the kept text; in the place of the one that every profile begins with, its translation."""
    return tr_text(text(FIRST_TEXT)) if kept == DEFAULT_TEST else kept
