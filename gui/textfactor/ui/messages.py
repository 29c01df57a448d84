"""Brings the sentences of `textfactor.words` into the window's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Iterable

    from textfactor.words.text import Text


_BLANK = re.compile(r"\{(\w+)\}")


def tr_text(text: Text) -> str:
    """Translate a sentence, then fill its blanks; what fills them is never translated."""
    return text.fill(QCoreApplication.translate(text.context, text.source))


def tr_lines(texts: Iterable[Text]) -> str:
    """Translate several sentences, one a line."""
    return "\n".join(tr_text(text) for text in texts)


def fill(translated: str, **blanks: object) -> str:
    """Put values into the `{name}` blanks of a translated text: `fill(self.tr("{n} of {m}"), n=1, m=2)`.

    Unlike `str.format` it leaves braces alone that stand in the values or in a template's `{{ code }}`.
    """
    return _BLANK.sub(lambda blank: str(blanks.get(blank[1], blank[0])), translated)
