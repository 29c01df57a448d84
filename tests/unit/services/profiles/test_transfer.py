"""Exported profiles: complete but for secrets, and nothing is believed when they come back."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.profiles import InMemoryProfiles

from textfactor.domain.answers import Environment, PolicyWish, TenantLogin, TenantPath
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.profile import Endpoints, KeptProfile, Profile, ProfileFacts
from textfactor.services.profiles.transfer import LARGEST, export_profile, import_profile

ACME = KeptProfile(
    Profile(
        "id-canary-77", "Acme", Environment.PRODUCTION, practice=False,
        endpoints=Endpoints(ca_file="/etc/ca.pem", proxy="http://proxy.acme.com:8080"),
    ),
    ProfileFacts(
        api_key="abcd1234", sender="Acme", vonage_checked=True, test_text="Hi", domain="acme.eu.auth0.com",
        client_id="AbCdEfGhIjKlMnOpQrStUvWxYz012345", login=TenantLogin.TOKEN, tenant_path=TenantPath.LEGACY,
        enroll_text="{{ code }} a", verify_text="{{ code }} b", countries="+49, +43", retries=False,
        factor_on=False, policy=PolicyWish.ALWAYS,
    ),
)  # fmt: skip


def test_what_is_exported_comes_back_under_a_new_id():
    text = export_profile(ACME)
    assert "id-canary-77" not in text
    assert text.isascii() or "Acme" in text
    store = InMemoryProfiles()
    kept = import_profile(store, text.encode())
    assert store.book.profiles == (kept,)
    assert kept.profile.id not in ("", "id-canary-77")
    assert (kept.profile.name, kept.profile.environment) == ("Acme", Environment.PRODUCTION)
    assert kept.profile.endpoints == ACME.profile.endpoints
    assert not kept.facts.vonage_checked  # its secret is not here
    assert kept.facts == ProfileFacts(
        **{
            name: getattr(ACME.facts, name)
            for name in ProfileFacts.__dataclass_fields__
            if name != "vonage_checked"
        }
    )
    assert import_profile(store, text.encode()).profile.name == "Acme 2"


def test_a_profile_of_a_name_alone_has_defaults():
    content = {"format": "textfactor-profile", "version": 1, "name": "Acme"}
    kept = import_profile(InMemoryProfiles(), b"\xef\xbb\xbf" + json.dumps(content).encode())
    assert kept.facts == ProfileFacts()
    assert kept.profile.environment is Environment.DEVELOPMENT


def changed(**changes: Any) -> bytes:
    content = json.loads(export_profile(ACME))
    for path, value in changes.items():
        part, _, name = path.rpartition("__")
        (content[part] if part else content)[name] = value
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("data", "field"),
    [
        (b"", "json"),
        (b"\xff\xfe", "json"),
        (b"[1]", "json"),
        (b"[" * 100_000, "json"),
        (b"x" * (LARGEST + 1), "size"),
        (b"{}", "format"),
        (changed(format="other"), "format"),
        (changed(version=2), "version"),
        (changed(name=""), "name"),
        (changed(name=7), "name"),
        (changed(name="x" * 61), "name"),
        (changed(name="a\nb\nc"), "name"),
        (changed(environment="moon"), "environment"),
        (changed(environment=["staging"]), "environment"),
        (changed(proxy="http://me:secret@proxy.acme.com:80"), "proxy"),
        (changed(ca_file={}), "ca_file"),
        (changed(vonage=[]), "vonage"),
        (changed(vonage__api_key="nothing like a key"), "vonage.api_key"),
        (changed(vonage__sender="far too long a sender"), "vonage.sender"),
        (changed(vonage__test_text="x" * 5000), "vonage.test_text"),
        (changed(auth0__domain="example.com/x"), "auth0.domain"),
        (changed(auth0__path="sideways"), "auth0.path"),
        (changed(setup__countries="+49, all of them"), "setup.countries"),
        (changed(setup__retries="yes"), "setup.retries"),
    ],
)
def test_what_cannot_be_right_is_named_and_nothing_is_kept(data, field):
    store = InMemoryProfiles()
    with pytest.raises(ProblemError) as caught:
        import_profile(store, data)
    problem = caught.value.problem
    assert (problem.kind, problem.detail) == (ProblemKind.NOT_A_PROFILE, field)
    assert store.book.profiles == ()


@given(st.binary(max_size=300))
def test_any_bytes_are_a_profile_or_a_problem(data):
    with pytest.raises(ProblemError):
        import_profile(InMemoryProfiles(), data)


def test_a_full_disk_is_told():
    store = InMemoryProfiles()
    store.full = True
    with pytest.raises(ProblemError) as caught:
        import_profile(store, export_profile(ACME).encode())
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED
