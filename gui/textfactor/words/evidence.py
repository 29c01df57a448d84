"""Where a piece of evidence stands, as a person counts: the first row is row 1. JSON keeps the path."""

import re
from typing import Final

from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_ROW: Final = re.compile(r"\[(\d+)\](?:\.(.*))?", re.DOTALL)


def place_words(where: str) -> Text:
    """Say where something stands: `[5].details.error` is in row 6; any other path is left as it is."""
    found = _ROW.fullmatch(where)
    if found is None:
        return Text("words.evidence", where)
    row = int(found[1]) + 1
    if not found[2]:
        return text(QT_TRANSLATE_NOOP("words.evidence", "row {row}"), row=row)
    return text(QT_TRANSLATE_NOOP("words.evidence", "row {row}: {field}"), row=row, field=found[2])
