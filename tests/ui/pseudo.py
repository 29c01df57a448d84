"""A language that nobody speaks: a third longer, with accents and brackets, to see what it breaks."""

import contextlib
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot
from tests.making import translations
from tests.ui.fitting import CLOSING, OPENING, clipped

from textfactor.domain.answers import DEFAULT_TEST

DATA = ("Acme", DEFAULT_TEST, "+ code", "+ friendly_name")
"""A sender's name, the test message as it is sent, and the names of what Auth0 fills in: not for translators."""
_ACCENTS = str.maketrans("aeiouAEIOUcnsyz", "áéíóúÁÉÍÓÚçñšýž")
_KEPT = re.compile(r"(\{\w+\}|\{\{.*?\}\}|%n)")


@cache
def sources() -> frozenset[tuple[str, str]]:
    """Every sentence that the extractor finds in the program, with its context."""
    with TemporaryDirectory() as folder:
        ts = Path(folder) / "textfactor_de.ts"
        translations.extract(ts)
        return frozenset(
            (context, str(message.findtext("source"))) for context, message in translations.messages(ts)
        )


def pseudo(text: str) -> str:
    """Lengthen the words by 40 %, but leave the blanks alone."""
    pieces = _KEPT.split(text)
    return (
        OPENING + "".join(piece if _KEPT.fullmatch(piece) else _longer(piece) for piece in pieces) + CLOSING
    )


def _longer(piece: str) -> str:
    return re.sub(r"\w+", lambda word: word[0].translate(_ACCENTS) + "ö" * round(len(word[0]) * 0.4), piece)


class Pseudo(QTranslator):
    """Knows what was extracted, and nothing else: a sentence without brackets was missed."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context, sourceText, disambiguation=None, n=-1):  # noqa: N803 - Qt names it
        del disambiguation, n
        return pseudo(sourceText) if (context, sourceText) in sources() else None


def settled(qtbot: QtBot, widget: QWidget) -> None:
    """Wait until the layout has come to rest: what is still cut off after a second stays so."""
    with contextlib.suppress(NotInTime):
        qtbot.waitUntil(lambda: not clipped(widget), timeout=10_000)
