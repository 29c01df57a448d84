"""Credentials from environment variables or standard input; `TEXTFACTOR_VONAGE_API_KEY` goes before `VONAGE_API_KEY`.

Older and neighbouring tools' names are known too: `NEXMO_API_KEY`, `AUTH0_ACCESS_TOKEN` and the like.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textfactor.domain.inputs import (
    Fault,
    Field,
    InputIssue,
    clean_api_key,
    clean_client_id,
    clean_client_secret,
    clean_domain,
    clean_proxy,
    clean_secret,
    clean_sender,
    clean_token,
)
from textfactor.domain.secret import Secret

API_KEY = "VONAGE_API_KEY"
API_SECRET = "VONAGE_API_SECRET"
SENDER = "VONAGE_FROM_NUMBER"
DOMAIN = "AUTH0_DOMAIN"
CLIENT_ID = "AUTH0_CLIENT_ID"
CLIENT_SECRET = "AUTH0_CLIENT_SECRET"
TOKEN = "AUTH0_TOKEN"
PROXY = "TEXTFACTOR_PROXY"
CA_FILE = "TEXTFACTOR_CA_FILE"
OWN_PREFIX = "TEXTFACTOR_"
JOIN = "TEXTFACTOR_PRACTICE"
"""Names the file of a practice world that runs, which every command then joins."""

_ALIASES: dict[str, tuple[str, ...]] = {
    SENDER: ("VONAGE_VIRTUAL_NUMBER", "VONAGE_NUMBER", "NEXMO_FROM_NUMBER", "SMS_SENDER_ID"),
    TOKEN: ("AUTH0_ACCESS_TOKEN", "AUTH0_API_TOKEN"),
}
_PAIRS = (
    (API_KEY, API_SECRET),
    ("NEXMO_API_KEY", "NEXMO_API_SECRET"),
    ("NEXMO_KEY", "NEXMO_SECRET"),
)
"""A key and the secret that belongs to it: those of two accounts must not be mixed."""

_FIELDS: dict[str, tuple[Field, Callable[[str], str | Fault]]] = {
    API_KEY: (Field.API_KEY, clean_api_key),
    API_SECRET: (Field.API_SECRET, clean_secret),
    SENDER: (Field.SENDER, clean_sender),
    DOMAIN: (Field.DOMAIN, clean_domain),
    CLIENT_ID: (Field.CLIENT_ID, clean_client_id),
    CLIENT_SECRET: (Field.CLIENT_SECRET, clean_client_secret),
    TOKEN: (Field.TOKEN, clean_token),
    PROXY: (Field.PROXY, clean_proxy),
}


class BadVariableError(Exception):
    """A variable holds what cannot be meant; `name` is the variable."""

    def __init__(self, name: str, issue: InputIssue) -> None:
        super().__init__(name)
        self.name = name
        self.issue = issue


@dataclass(frozen=True, slots=True)
class Variables:
    """What the environment says, cleaned. Empty or None where it says nothing."""

    api_key: str
    api_secret: Secret | None
    sender: str
    domain: str
    client_id: str
    client_secret: Secret | None
    token: Secret | None
    proxy: str
    ca_file: str


def given_secret(environ: Mapping[str, str]) -> Secret | None:
    """Read the Vonage secret alone; raises `BadVariableError` for one that cannot be right."""
    value = _clean(environ, API_SECRET, (API_SECRET,))
    return Secret(value) if value else None


class BadLineError(Exception):
    """A line of standard input is no `NAME=VALUE` of ours; `number` counts from 1. Its text may be a secret."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


def read_variables(environ: Mapping[str, str]) -> Variables:
    """Read and clean the variables; raises `BadVariableError` for one that cannot be right."""
    key, key_secret = next((pair for pair in _PAIRS if any(_name(environ, name) for name in pair)), _PAIRS[0])

    def plain(name: str, spelling: str = "") -> str:
        return _clean(environ, name, (spelling or name, *_ALIASES.get(name, ())))

    def secret(name: str, spelling: str = "") -> Secret | None:
        return Secret(value) if (value := plain(name, spelling)) else None

    return Variables(
        plain(API_KEY, key),
        secret(API_SECRET, key_secret),
        plain(SENDER),
        plain(DOMAIN),
        plain(CLIENT_ID),
        secret(CLIENT_SECRET),
        secret(TOKEN),
        plain(PROXY),
        environ.get(CA_FILE, ""),
    )


_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")


def read_lines(text: str) -> dict[str, str]:
    """Understand lines of `NAME=VALUE`, as in a .env file; raises `BadLineError` for one that is not of ours.

    Empty lines and those with # in front are left out, one pair of quotes around a value is taken off. What is found
    goes before the environment.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        name = match[1].removeprefix(OWN_PREFIX) if match else ""
        known = next((one for one in _FIELDS if one.removeprefix(OWN_PREFIX) == name), None)
        if match is None or known is None:
            raise BadLineError(number)
        found[_own(known)] = _unquoted(match[2].strip())
    return found


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value


def _own(name: str) -> str:
    """Spell a variable our own way."""
    return name if name.startswith(OWN_PREFIX) else OWN_PREFIX + name


def _name(environ: Mapping[str, str], name: str) -> str:
    """Say under which spelling a variable is set, our own first; empty counts as absent."""
    return next((one for one in (_own(name), name) if environ.get(one, "").strip()), "")


def _clean(environ: Mapping[str, str], name: str, spellings: tuple[str, ...]) -> str:
    """Take the first spelling that is set."""
    found = next((one for spelling in spellings if (one := _name(environ, spelling))), "")
    if not found:
        return ""
    field, clean = _FIELDS[name]
    value = clean(environ[found].strip())
    if isinstance(value, Fault):
        raise BadVariableError(found, InputIssue(field, value))
    return value
