"""Profiles as text that can be handed on: everything but secrets, ids and phone numbers."""

import uuid
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar, cast

from textfactor.domain.answers import Environment, PolicyWish, TenantLogin, TenantPath
from textfactor.domain.inputs import (
    Fault,
    clean_api_key,
    clean_client_id,
    clean_countries,
    clean_domain,
    clean_profile_name,
    clean_proxy,
    clean_sender,
)
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints, KeptProfile, Profile, ProfileFacts
from textfactor.services.storing import ProfileStore

E = TypeVar("E", bound=StrEnum)
D = TypeVar("D")

FORMAT = "textfactor-profile"
VERSION = 1
LARGEST = 256 * 1024
"""Bytes; an exported profile has a few thousand."""
_LONGEST_TEXT = 4000


def export_profile(kept: KeptProfile) -> str:
    """Write a profile as JSON. Its id stays here: it names keyring entries."""
    import msgspec

    profile, facts = kept.profile, kept.facts
    content = {
        "format": FORMAT,
        "version": VERSION,
        "name": profile.name,
        "environment": profile.environment.value,
        "proxy": profile.endpoints.proxy,
        "ca_file": profile.endpoints.ca_file,
        "vonage": {"api_key": facts.api_key, "sender": facts.sender, "test_text": facts.test_text},
        "auth0": {
            "domain": facts.domain,
            "client_id": facts.client_id,
            "login": facts.login.value,
            "path": facts.tenant_path.value if facts.tenant_path else None,
        },
        "setup": {
            "enroll_text": facts.enroll_text,
            "verify_text": facts.verify_text,
            "countries": facts.countries,
            "retries": facts.retries,
            "factor_on": facts.factor_on,
            "policy": facts.policy.value,
        },
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def import_profile(store: ProfileStore, data: bytes) -> KeptProfile:
    """Keep an exported profile under a new id and, where its name is taken, with a number behind it.

    Raises NOT_A_PROFILE, whose detail names the field that cannot be right, or FILE_FAILED.
    """
    kept = read_profile(data, store.load().free_name)
    store.save(kept)
    return kept


def read_profile(data: bytes, free_name: Callable[[str], str]) -> KeptProfile:
    """Understand an exported profile. Everything is checked as if a person had typed it; raises NOT_A_PROFILE."""
    content = _Fields(_content(data), "")
    vonage, auth0, setup = content.part("vonage"), content.part("auth0"), content.part("setup")
    environment = content.choice("environment", Environment, Environment.DEVELOPMENT)
    endpoints = Endpoints(ca_file=content.text("ca_file"), proxy=content.clean("proxy", clean_proxy))
    name = free_name(content.clean("name", clean_profile_name, needed=True))
    facts = ProfileFacts(
        api_key=vonage.clean("api_key", clean_api_key),
        sender=vonage.clean("sender", clean_sender),
        test_text=vonage.text("test_text") or ProfileFacts().test_text,
        domain=auth0.clean("domain", clean_domain),
        client_id=auth0.clean("client_id", clean_client_id),
        login=auth0.choice("login", TenantLogin, TenantLogin.APPLICATION),
        tenant_path=auth0.choice("path", TenantPath, None),
        enroll_text=setup.text("enroll_text") or ProfileFacts().enroll_text,
        verify_text=setup.text("verify_text") or ProfileFacts().verify_text,
        countries=setup.countries("countries"),
        retries=setup.flag("retries"),
        factor_on=setup.flag("factor_on"),
        policy=setup.choice("policy", PolicyWish, PolicyWish.LEAVE),
    )
    return KeptProfile(Profile(uuid.uuid4().hex, name, environment, False, endpoints), facts)


def _content(data: bytes) -> Mapping[str, Any]:
    """Decode the file and look whether it is one of ours."""
    import msgspec

    if len(data) > LARGEST:
        raise _refused("size")
    try:
        content = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise _refused("json") from None
    if content.get("format") != FORMAT:
        raise _refused("format")
    if content.get("version") != VERSION:
        raise _refused("version")
    return content


class _Fields:
    """The fields of one object of the file, each checked when it is taken. What is absent has its default."""

    def __init__(self, values: Mapping[str, Any], prefix: str) -> None:
        self._values = values
        self._prefix = prefix

    def part(self, name: str) -> "_Fields":
        """Take an object inside."""
        values = self._values.get(name, {})
        if not isinstance(values, dict):
            raise _refused(self._prefix + name)
        return _Fields(cast("dict[str, Any]", values), f"{name}.")

    def text(self, name: str) -> str:
        """Take a text of a sensible length."""
        value = self._values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
            raise _refused(self._prefix + name)
        return value

    def clean(self, name: str, clean: Callable[[str], str | Fault], *, needed: bool = False) -> str:
        """Take a text that must be right where it is not empty."""
        typed = self.text(name)
        if not typed and not needed:
            return ""
        value = clean(typed)
        if isinstance(value, Fault):
            raise _refused(self._prefix + name)
        return value

    def countries(self, name: str) -> str:
        """Take a list of countries as it was typed."""
        typed = self.text(name)
        if isinstance(clean_countries(typed), Fault):
            raise _refused(self._prefix + name)
        return typed

    def choice(self, name: str, kind: type[E], absent: D) -> E | D:
        """Take one of a few words."""
        value = self._values.get(name)
        if value is None:
            return absent
        found = next((one for one in kind if one.value == value), None)
        if found is None:
            raise _refused(self._prefix + name)
        return found

    def flag(self, name: str) -> bool:
        """Take a yes or no; yes where it is absent."""
        value = self._values.get(name, True)
        if not isinstance(value, bool):
            raise _refused(self._prefix + name)
        return value


def _refused(field: str) -> ProblemError:
    return ProblemError(Problem(ProblemKind.NOT_A_PROFILE, Service.LOCAL, field))
