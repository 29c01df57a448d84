"""The small texts of the panel: numbers, spans of time, names of links, and an answer as plain text."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from textfactor.domain.harmless import harmless
from textfactor.domain.sent_tests import masked
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.troubleshoot.times import span
from textfactor.words.diagnosis import confidence_word
from textfactor.words.diagnosis_notes import explain_note
from textfactor.words.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textfactor.domain.bulk import Share
    from textfactor.ui.panels.troubleshoot.answer import Told
    from textfactor.words.text import Text

_HOSTS: Final = {
    "auth0.com": QT_TRANSLATE_NOOP("Sayings", "Auth0 docs"),
    "manage.auth0.com": QT_TRANSLATE_NOOP("Sayings", "Auth0 dashboard"),
    "status.auth0.com": QT_TRANSLATE_NOOP("Sayings", "Auth0 status"),
    "developer.vonage.com": QT_TRANSLATE_NOOP("Sayings", "Vonage docs"),
    "dashboard.nexmo.com": QT_TRANSLATE_NOOP("Sayings", "Vonage dashboard"),
    "api.support.vonage.com": QT_TRANSLATE_NOOP("Sayings", "Vonage support"),
    "vonageapi.statuspage.io": QT_TRANSLATE_NOOP("Sayings", "Vonage status"),
}
_NUMBER: Final = re.compile(r"\+\d[\d ()-]{6,18}\d|(?<![\w.-])\d{10,15}(?![\w.-])")
_LONG_NAME: Final = 18
_THIN: Final = "\N{NARROW NO-BREAK SPACE}"
_SIZES: Final = ("B", "KB", "MB", "GB")


def say(text: Text) -> str:
    """Translate; what fills the blanks may come from outside and is made harmless."""
    return harmless(tr_text(text))


def number(value: int) -> str:
    """Write a number with its thousands apart, as it is read aloud."""
    return f"{value:,}".replace(",", _THIN)


def size(count: int) -> str:
    """Write a size in bytes."""
    value, unit = float(count), 0
    while value >= 1000 and unit < len(_SIZES) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.{0 if unit == 0 or value >= 100 else 1}f}{_THIN}{_SIZES[unit]}"


def link_name(address: str) -> str:
    """Name a page by who keeps it, and by the last part of its address."""
    parts = urlsplit(address)
    marked = _HOSTS.get(parts.hostname or "")
    host = QCoreApplication.translate(*marked) if marked is not None else parts.hostname or ""
    last = (parts.fragment or parts.path).rstrip("/").rpartition("/")[2].replace("-", " ")
    if not last or last.isdigit() or last == "en":
        return host
    page = last if len(last) <= _LONG_NAME else f"{last[:_LONG_NAME]}…"
    return fill(QCoreApplication.translate("Sayings", "{keeper}: {page}"), keeper=host, page=page)


def shares(found: Iterable[Share], most: int = 4) -> str:
    """List the most frequent values with their counts."""
    return ", ".join(f"{harmless(one.value)} ({number(one.count)})" for one in list(found)[:most])


def as_text(found: Iterable[Told], notes: Iterable[str]) -> str:
    """Write a whole answer as plain text, for a ticket or a chat."""
    lines = [say(explain_note(note)) for note in notes]
    for place, told in enumerate(found, start=1):
        lines += ["", *_lines(place, told)]
    return "\n".join(lines).strip() + "\n"


def _lines(place: int, told: Told) -> list[str]:
    one, words = told.diagnosis, told.explanation
    lines = [f"{place}. {say(words.title)} ({tr_text(confidence_word(one.confidence))}; {one.cause})"]
    lines.append(say(words.meaning))
    if told.root is not None:
        follows = QCoreApplication.translate("Sayings", "This follows from: {cause}")
        lines.append(fill(follows, cause=say(told.root)))
    for piece in one.evidence:
        where = f"{piece.where} = " if piece.where else ""
        lines.append(f"> {harmless(' '.join(f'{where}{piece.text}'.split()))}")
    if one.count > 1:
        rows = QCoreApplication.translate("Sayings", "{n} rows")
        lines.append(f"{fill(rows, n=number(one.count))} {span(one.first, one.last)}".rstrip())
    return [*lines, *(f"- {say(step)}" for step in words.fix), *words.links]


def masked_number(number: str) -> str:
    """Hide the middle of a telephone number; empty for what has no digits."""
    digits = "".join(char for char in number if char in "0123456789")
    return masked(digits) if digits else ""


def masked_text(text: str) -> str:
    """Hide the middle of each telephone number in somebody's words: errors name those that they are about."""
    return _NUMBER.sub(lambda found: masked_number(found[0]), text)


def masked_people(found: Iterable[Share], most: int = 4) -> str:
    """List users with their counts, without telling who they are: `a•••3fa@shop.example (12)`."""
    return ", ".join(f"{tagged_person(one.value)} ({number(one.count)})" for one in list(found)[:most])


def masked_person(user: str) -> str:
    """Hide who a user is: the first letter and the domain of an address, the ends of an id."""
    name, at, domain = harmless(user).partition("@")
    if at:
        return f"{name[:1]}•••@{domain}"
    return f"{name[:6]}•••{name[-3:]}" if len(name) > 12 else f"{name[:1]}•••" if name else ""


def tagged_person(user: str) -> str:
    """Hide who a user is as `masked_person` does, with a tag that tells users apart who would look alike."""
    name, at, domain = masked_person(user).partition("@")
    return f"{name}{_tag(user)}{at}{domain}" if name.endswith("•••") else f"{name}{at}{domain}"


def _tag(user: str) -> str:
    """Make a tag: thousands of people share each one, so that it does not tell who it is."""
    return blake2b(user.strip().lower().encode("utf-8", "replace"), digest_size=2).hexdigest()[:3]
