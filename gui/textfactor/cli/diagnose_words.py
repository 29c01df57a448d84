"""What the knowledge base says of the window, as a command says it."""

from typing import Final

from textfactor.words.diagnosis_notes import explain_note
from textfactor.words.text import Text

_STEPS: Final = {
    'In Setup, choose "Plan to turn on"': "Run textfactor setup --profile NAME --purpose turn_on; it shows the plan "
    "before it writes.",
    "The messages page": "Run textfactor template FILE: it names what is wrong with a text and rewrites it.",
    "Rewrite the text with GSM-7 characters": 'Rewrite the text with GSM-7 characters: textfactor sms "TEXT" does it.',
    "Paste the receipt or the report here": "Give the receipt or the report to textfactor diagnose.",
    "Run the code here with": "Run textfactor setup --profile NAME --run-sender.",
}
"""By how a step that speaks of the window begins: the step of the command line."""
_NOTES: Final = {
    "ask_me": "No row at hand? textfactor window, Troubleshoot, Guide me: some questions lead from what people see to "
    "the causes.",
}


def step_line(step: Text) -> str:
    """Say what to do, naming commands in place of buttons."""
    begins = (told for begin, told in _STEPS.items() if step.source.startswith(begin))
    return next(begins, step.english())


def note_line(note: str) -> str:
    """Say a remark, naming commands in place of buttons."""
    return _NOTES.get(note) or explain_note(note).english()
