"""The remarks beside diagnoses in words: what an input was, and what to get next."""

from typing import Final

from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_NOTES: Final[dict[str, Marked]] = {
    "nothing_given": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "There is nothing to read in this. Paste a log row, an answer or an error."
    ),
    "nothing_wrong": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "Nothing is wrong here, as far as this shows."
    ),
    "not_sms": QT_TRANSLATE_NOOP("words.diagnosis_notes", "This is not about text messages."),
    "not_enough": QT_TRANSLATE_NOOP("words.diagnosis_notes", "This is not enough to tell the cause."),
    "get_log_row": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "Get the log row of the failed login: Auth0 Dashboard, Monitoring, Logs, the row, its Raw tab.",
    ),
    "ask_me": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "No row at hand? Guide me, in Troubleshoot, leads by some questions from what people see to the causes.",
    ),
    "get_execution": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "Get the record of the Action's run: its id stands in details.actions.executions of the row, "
        "GET /api/v2/actions/executions/ID reads it.",
    ),
    "get_receipt": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "Handed over is not delivered. If no message came, get its delivery receipt, or its line in Vonage's SMS logs.",
    ),
    "get_answer": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "Get the whole answer: its status and its body say more than this does."
    ),
    "get_more_rows": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "The row of a refused code (gd_auth_failed) does not say alone why. "
        "Get the rows of the same user from the minutes before.",
    ),
    "get_more_rows_of": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "Row {row} does not say why the code was refused. Get the rows of the same user from the minutes before.",
    ),
    "cut_off": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "The text is cut off; what is missing could not be considered."
    ),
    "repeated": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "The same row stands there more than once; it was counted once."
    ),
    "smart_quotes": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "A word processor bent the quotes; they were read as straight ones."
    ),
    "unescaped": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "The text had backslashes before its quotes; they were taken out."
    ),
    "decoded": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "The text was encoded for its way (base64, or percent signs); it was decoded.",
    ),
    "from_html": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "The text had the marks of a web page in it; they were taken out."
    ),
    "not_utf8": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "Some bytes are no UTF-8 text; they are shown as replacement characters."
    ),
    "windows_text": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "The text is no UTF-8; it was read as Windows-1252, as spreadsheets write it.",
    ),
    "too_long": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "Only the beginning was read: there is more than fits here."
    ),
    "bomb_refused": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "The packed file grows beyond measure when it is opened, so it was not opened.",
    ),
    "archive_broken": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "The packed file cannot be opened: it is damaged, locked or of an unknown kind.",
    ),
    "archive_nested": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "The packed file holds a zip file. Unpack it once, then give what was inside.",
    ),
    "archive_empty": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "The packed file holds no text that could be read."
    ),
    "no_message_sent": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "Second factors were started, but the export has no row of a message that was sent or refused: "
        "nothing was handed to a provider, or another factor was used.",
    ),
    "rows_skipped": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes", "Some rows look as if they were about messages but could not be read."
    ),
    "unknown_errors": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "Some rows have errors whose cause is not known here; they are counted by their text.",
    ),
    "unpack_limits": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "Packed files are opened up to 32 GB of text, or 200 times their size; beyond that they are refused.",
    ),
    "not_an_export": QT_TRANSLATE_NOOP(
        "words.diagnosis_notes",
        "This was not recognised as a log export; rows of log types were searched for anywhere.",
    ),
}


def explain_note(note: str) -> Text:
    """Return a remark in words; an id that has none is shown as it is. `name:6` is about row 6, counted from 1."""
    name, colon, row = note.partition(":")
    marked = _NOTES.get(name)
    if marked is None or not colon:
        return Text("words.diagnosis_notes", note) if marked is None else text(marked)
    return text(marked, row=row)


def known_notes() -> frozenset[str]:
    """Return the ids that have words."""
    return frozenset(_NOTES)
