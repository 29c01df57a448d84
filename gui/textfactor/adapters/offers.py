"""Credentials that lie about on this machine, read-only: the Vonage CLI's files and environment variables."""

import configparser
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import CredentialOffer
from textfactor.domain.secret import Secret
from textfactor.services.container import TenantKey

_LARGEST = 64 * 1024
"""Bytes; a longer file is not the CLI's."""

_PAIRS = (
    ("TEXTFACTOR_VONAGE_API_KEY", "TEXTFACTOR_VONAGE_API_SECRET"),
    ("VONAGE_API_KEY", "VONAGE_API_SECRET"),
    ("NEXMO_API_KEY", "NEXMO_API_SECRET"),
    ("NEXMO_KEY", "NEXMO_SECRET"),
)
_SENDERS = (
    "TEXTFACTOR_VONAGE_FROM_NUMBER",
    "VONAGE_FROM_NUMBER",
    "VONAGE_VIRTUAL_NUMBER",
    "VONAGE_NUMBER",
    "NEXMO_FROM_NUMBER",
    "SMS_SENDER_ID",
)
_OWN = "TEXTFACTOR_"
"""Our own spelling of a variable goes before the vendors'."""
_TOKENS = ("AUTH0_ACCESS_TOKEN", "AUTH0_API_TOKEN", "AUTH0_TOKEN")


@dataclass(frozen=True, slots=True)
class _Found:
    """An offer with its secret."""

    offer: CredentialOffer
    secret: Secret


class FoundOffers:
    """Implements `OfferSource`: environment first, then the files of the Vonage CLI, today's before older ones.

    Version 3 has `.vonagerc` in the working folder and `~/.vonage/config.json`, version 1 a `vonage.config.json`,
    and the old Nexmo CLI `~/.nexmorc`. All of them are plain text. Nothing is kept: the secret is read again when an
    offer is taken.
    """

    def __init__(self, folder: Path, home: Path, environment: Mapping[str, str] = os.environ) -> None:
        self._folder = folder
        self._home = home
        self._environment = environment

    def offers(self) -> tuple[CredentialOffer, ...]:
        """List what was found, best first; what cannot be read is left out."""
        return tuple(found.offer for found in self._find())

    def secret(self, offer: CredentialOffer) -> Secret:
        """Fetch the secret of an offer; raises SECRET_MISSING when it is gone."""
        for found in self._find():
            if found.offer == offer:
                return found.secret
        raise ProblemError(Problem(ProblemKind.SECRET_MISSING, Service.LOCAL, offer.source))

    def _find(self) -> list[_Found]:
        """Look everywhere; the same credentials in two places are one offer."""
        found = [*self._from_environment(), *self._from_files()]
        seen: set[tuple[str, Secret]] = set()
        return [
            one
            for one in found
            if (mark := (one.offer.api_key, one.secret)) not in seen and not seen.add(mark)
        ]

    def _from_environment(self) -> list[_Found]:
        values = {name: value.strip() for name, value in self._environment.items()}
        sender = next((values[name] for name in _SENDERS if values.get(name)), "")
        return [
            _Found(CredentialOffer(key, values[key], sender), Secret(values[secret]))
            for key, secret in _PAIRS
            if values.get(key) and values.get(secret)
        ]

    def _from_files(self) -> list[_Found]:
        config = Path(self._environment.get("XDG_CONFIG_HOME") or self._home / ".config")
        places = (
            (self._folder / ".vonagerc", ".vonagerc"),
            (self._home / ".vonage" / "config.json", "~/.vonage/config.json"),
            (self._folder / "vonage.config.json", "vonage.config.json"),
            (config / "vonage" / "vonage.config.json", "~/.config/vonage/vonage.config.json"),
            (config / "@vonage" / "cli" / "vonage.config.json", "~/.config/@vonage/cli/vonage.config.json"),
            (self._home / ".nexmorc", "~/.nexmorc"),
        )
        found: list[_Found] = []
        for path, source in places:
            row = _read(path)
            key, secret = (
                _field(row, "api-key", "apiKey", "api_key"),
                _field(row, "api-secret", "apiSecret", "api_secret"),
            )
            if key and secret:
                found.append(_Found(CredentialOffer(source, key, "", in_file=True), Secret(secret)))
        return found


def _read(path: Path) -> Mapping[str, Any]:
    """Read a small JSON object, or lines of `name = value` in sections; empty for anything else."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        data = path.read_bytes()
        if data.lstrip().startswith(b"{"):
            return msgspec.json.decode(data, type=dict[str, Any])
        lines = configparser.RawConfigParser(strict=False)
        lines.read_string(data.decode())
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, configparser.Error):
        return {}
    return {name: value for section in lines.sections() for name, value in lines.items(section)}


def _field(row: Mapping[str, Any], *names: str) -> str:
    """Take the first of the spellings that holds a text."""
    values = (row.get(name) for name in names)
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), "")


def tenant_from(environment: Mapping[str, str]) -> TenantKey | None:
    """Take the tenant that the environment names in the spelling of Auth0's tools; None when incomplete."""
    values = {name: value.strip() for name, value in environment.items() if value.strip()}
    values |= {name.removeprefix(_OWN): values[name] for name in tuple(values) if name.startswith(_OWN)}
    domain = values.get("AUTH0_DOMAIN", "")
    client, secret = values.get("AUTH0_CLIENT_ID", ""), values.get("AUTH0_CLIENT_SECRET", "")
    token = next((values[name] for name in _TOKENS if values.get(name)), "")
    if not domain:
        return None
    if client and secret:
        return TenantKey(domain, client, Secret(secret))
    return TenantKey(domain, token=Secret(token)) if token else None
