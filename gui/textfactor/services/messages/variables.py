"""The variables of each path, and what the one calls what the other has (facts/auth0 2.2)."""

from collections.abc import Mapping
from typing import cast

from textfactor.domain.answers import TenantPath

_PERSON: dict[str, object] = {
    "name": "Ada Example", "nickname": "ada", "given_name": "Ada", "family_name": "Example", "picture": "",
    "login_count": 3, "user_metadata": {}, "app_metadata": {}, "email_verified": True,
    "email": "ada@example.com", "phone_number": "+18085550100", "phone_verified": True, "multifactor": [],
    "source_ip": "192.0.2.1", "country": "United States", "city": "Honolulu",
}  # fmt: skip
_CLIENT: dict[str, object] = {"name": "Example Web", "clientID": "exampleclient", "metadata": {}}
_DOMAIN: dict[str, object] = {"domain": "login.example.com", "domain_metadata": {}}
SAMPLE: Mapping[str, object] = {
    "code": "123456", "friendly_name": "Example", "tenant": "example", "locale": "en", "pause": "",
    "support_email": "help@example.com", "support_url": "https://example.com/help", "region": "us",
    "logo_url": "https://example.com/logo.png", "home_url": "https://example.com", "connection": "sms",
    "user": _PERSON, "client": _CLIENT, "application": _CLIENT,
    "organization": {"id": "org_1", "name": "example", "display_name": "Example", "metadata": {}},
    "custom_domain": _DOMAIN,
}  # fmt: skip
"""Every variable that the unified path knows, with harmless values."""
LEGACY_SAMPLE: Mapping[str, object] = {
    "code": "123456", "tenant": {"friendly_name": "Example"}, "message_type": "sms", "locale": "en",
    "requestInfo": {"lang": "en"}, "custom_domain": _DOMAIN, "pause": "",
}  # fmt: skip
"""Every variable that the legacy path knows."""

_SAMPLES = {TenantPath.UNIFIED: SAMPLE, TenantPath.LEGACY: LEGACY_SAMPLE}
_TO_UNIFIED = {
    "tenant.friendly_name": "friendly_name",
    "tenant.friendlyName": "friendly_name",
    "requestInfo.lang": "locale",
    "message_type": "",
}
_TO_LEGACY = {"friendly_name": "tenant.friendly_name"}
DOUBTFUL = {"tenant.friendlyName": "tenant.friendly_name"}
"""On the legacy path: the table of Auth0's page writes the first, its examples and defaults the second."""


def sample_of(path: TenantPath) -> Mapping[str, object]:
    """Return every variable of a path with a harmless value."""
    return _SAMPLES[path]


def names(path: TenantPath) -> tuple[str, ...]:
    """List the names that can be inserted, `user.name` and the like included; the code comes first."""
    found: list[str] = []
    for name, value in sample_of(path).items():
        if isinstance(value, Mapping):
            found += [f"{name}.{field}" for field in cast("Mapping[str, object]", value)]
        else:
            found.append(name)
    return tuple(found)


def knows(path: TenantPath, name: str) -> bool:
    """Say whether a path has a variable; below `metadata` anything may stand, `*` is what is looked up."""
    known: Mapping[str, object] = sample_of(path)
    first, *rest = name.removesuffix(".size").split(".")
    for part in rest:
        value = known.get(first)
        if part == "*" and isinstance(value, Mapping):
            return True
        if not value or not isinstance(value, Mapping):
            return value == {} or value == []
        known, first = cast("Mapping[str, object]", value), part
    return first in known


def other_name(path: TenantPath, name: str) -> str | None:
    """Translate another path's variable to this one's: empty where it has none, None where it is no such thing."""
    if path is TenantPath.UNIFIED:
        return _TO_UNIFIED.get(name)
    if name in _TO_LEGACY:
        return _TO_LEGACY[name]
    return "" if knows(TenantPath.UNIFIED, name) else None


def renames(path: TenantPath) -> Mapping[str, str]:
    """Map the other path's names to this one's, where it has the same thing under another name."""
    names = _TO_UNIFIED if path is TenantPath.UNIFIED else {**_TO_LEGACY, **DOUBTFUL}
    return {theirs: ours for theirs, ours in names.items() if ours}
