"""What people type and paste, made clean or refused with a reason; `textfactor.words` has the sentences.

This is the one door to all cleaning: credentials, numbers and addresses have a module each behind it.
"""

import re
import unicodedata
from collections.abc import Callable

from textfactor.domain.addresses import clean_countries, clean_digits, clean_domain, clean_proxy, clean_sender
from textfactor.domain.credentials import (
    clean_api_key,
    clean_client_id,
    clean_client_secret,
    clean_secret,
    clean_token,
    swapped,
)
from textfactor.domain.faults import Fault, Field, InputIssue
from textfactor.domain.pasted import tidy

__all__ = [
    "Fault",
    "Field",
    "InputIssue",
    "clean_api_key",
    "clean_ca_file",
    "clean_client_id",
    "clean_client_secret",
    "clean_code",
    "clean_countries",
    "clean_digits",
    "clean_domain",
    "clean_profile_name",
    "clean_proxy",
    "clean_secret",
    "clean_sender",
    "clean_tenant_name",
    "clean_text",
    "clean_token",
    "swapped",
]


_LAYOUT = "\n\r\t\f"
"""Control characters that have a place in a text; GSM-7 has three of them."""


def clean_profile_name(text: str) -> str | Fault:
    """Clean a profile's name: 1 to 60 printable characters on one line."""
    value = tidy(text)
    if not value:
        return Fault.EMPTY
    return value if len(value) <= 60 and value.isprintable() else Fault.TOO_LONG


def clean_text(text: str) -> str | Fault:
    """Check the text of a message: 1 to about 3200 characters (what Vonage takes), all of them signs of a text."""
    if not text.strip():
        return Fault.EMPTY
    if len(text) > 3200:
        return Fault.TOO_LONG
    kinds = {unicodedata.category(sign) for sign in text if sign not in _LAYOUT}
    if "Cs" in kinds or "\N{REPLACEMENT CHARACTER}" in text:
        return Fault.NOT_TEXT
    return Fault.CONTROL_CHARACTER if "Cc" in kinds else text


def clean_code(text: str) -> str | Fault:
    """Clean a login code: 4 to 10 digits, typed with or without spaces."""
    value = re.sub(r"[\s-]", "", tidy(text))
    if not value:
        return Fault.EMPTY
    if not re.fullmatch(r"[0-9]+", value):
        return Fault.HAS_LETTERS
    if len(value) < 4:
        return Fault.TOO_SHORT
    return value if len(value) <= 10 else Fault.TOO_LONG


def clean_tenant_name(text: str, domain: str) -> str | Fault:
    """Check the name that is typed before production is written: the tenant's domain or its first label."""
    value = tidy(text).lower().rstrip(".")
    if not value:
        return Fault.EMPTY
    return domain if value in (domain.lower(), domain.lower().partition(".")[0]) else Fault.OTHER_NAME


def clean_ca_file(text: str, exists: Callable[[str], bool]) -> str | Fault:
    """Clean the path of a CA file; `exists` looks at the disk. Empty means the system's own list."""
    value = tidy(text).removeprefix("file://")
    return value if not value or exists(value) else Fault.NO_SUCH_FILE
