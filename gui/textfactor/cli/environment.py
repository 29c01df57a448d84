"""Credentials from environment variables; `TEXTFACTOR_VONAGE_API_KEY` goes before `VONAGE_API_KEY`."""

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


def read_variables(environ: Mapping[str, str]) -> Variables:
    """Read and clean the variables; raises `BadVariableError` for one that cannot be right."""

    def plain(name: str) -> str:
        return _clean(environ, name)

    def secret(name: str) -> Secret | None:
        return Secret(value) if (value := _clean(environ, name)) else None

    return Variables(
        plain(API_KEY),
        secret(API_SECRET),
        plain(SENDER),
        plain(DOMAIN),
        plain(CLIENT_ID),
        secret(CLIENT_SECRET),
        secret(TOKEN),
        plain(PROXY),
        environ.get(CA_FILE, ""),
    )


def _clean(environ: Mapping[str, str], name: str) -> str:
    """Take our own variable, else the vendor's; empty counts as absent."""
    own = name if name.startswith(OWN_PREFIX) else OWN_PREFIX + name
    found = own if environ.get(own, "").strip() else name
    typed = environ.get(found, "").strip()
    if not typed:
        return ""
    field, clean = _FIELDS[name]
    value = clean(typed)
    if isinstance(value, Fault):
        raise BadVariableError(found, InputIssue(field, value))
    return value
