"""`textfactor profiles` and `textfactor forget`."""

import io
import json

import pytest
from tests.unit.cli.conftest import Console

from textfactor.domain.answers import Environment, TenantPath
from textfactor.domain.problems import ProblemKind
from textfactor.domain.profile import Endpoints, KeptProfile, Profile, ProfileFacts
from textfactor.domain.secret import AUTH0_SECRET, VONAGE_SECRET, Secret, SecretRef

CANARY = "canary7Secret"
ROW = {
    "name": "Acme", "environment": "staging", "api_key": "abcd1234", "sender": "Acme", "domain": "acme.eu.auth0.com",
    "client_id": "", "login": "application", "path": "unified", "proxy": "http://proxy.acme.com:80", "ca_file": "",
}  # fmt: skip


@pytest.fixture
def filled(console: Console) -> Console:
    facts = ProfileFacts(
        api_key="abcd1234", sender="Acme", domain="acme.eu.auth0.com", tenant_path=TenantPath.UNIFIED
    )
    endpoints = Endpoints(proxy="http://proxy.acme.com:80")
    for profile_id, name in (("a", "Acme"), ("b", "Beta")):
        profile = Profile(profile_id, name, Environment.STAGING, practice=False, endpoints=endpoints)
        console.profiles.save(KeptProfile(profile, facts))
    for ref in (
        SecretRef("a", VONAGE_SECRET),
        SecretRef("b", AUTH0_SECRET),
        SecretRef("gone", VONAGE_SECRET),
    ):
        console.secrets.put(ref, Secret(CANARY))
    return console


def names(console: Console) -> list[str]:
    return [kept.profile.name for kept in console.profiles.book.profiles]


def test_they_are_listed_without_a_look_into_the_keyring(filled):
    filled.secrets.problem = ProblemKind.KEYRING_LOCKED
    ended = filled("profiles", "list", "--json")
    assert (ended.code, ended.json) == (0, [ROW, ROW | {"name": "Beta"}])
    assert filled("profiles", "list").out.splitlines() == [
        "Acme  (staging, acme.eu.auth0.com)",
        "Beta  (staging, acme.eu.auth0.com)",
    ]


def test_none_yet(console):
    ended = console("profiles", "list", "--json")
    assert (ended.code, ended.json) == (0, [])
    assert "No profiles yet" in ended.err


def test_a_file_that_was_set_aside_is_said(filled):
    filled.profiles.book = type(filled.profiles.book)(set_aside="profiles.unreadable-1.json")
    assert "profiles.unreadable-1.json" in filled("profiles", "list", "--json").err


def test_one_is_shown_with_what_is_at_hand_and_no_secret(filled):
    ended = filled("profiles", "show", "acme", "--json")
    assert ended.code == 0
    secrets = {"vonage_secret": True, "auth0_secret": False, "auth0_token": False}
    assert ended.json == ROW | {"secrets": secrets}
    shown = filled("profiles", "show", "Acme").out
    assert "vonage_secret  kept" in shown
    assert "auth0_token    not kept" in shown
    assert "ca_file        –" in shown
    filled.secrets.problem = ProblemKind.KEYRING_LOCKED
    ended = filled("profiles", "show", "Acme", "--json")
    assert ended.json["secrets"] == dict.fromkeys(secrets)
    assert "keyring is locked" in ended.err
    assert CANARY not in ended.out + ended.err + shown


@pytest.mark.parametrize(
    "line",
    [
        ("profiles", "show", "other"), ("profiles", "rename", "other", "x"), ("profiles", "tag", "other", "staging"),
        ("profiles", "remove", "other"), ("forget", "--profile", "other"),
    ],
)  # fmt: skip
def test_an_unknown_profile_is_usage(filled, line):
    ended = filled(*line, "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (2, "no_profile")
    assert "profiles list" in ended.err


def test_renaming_and_tagging(filled):
    assert filled("profiles", "rename", "acme", "Gamma", "--json").json == ROW | {"name": "Gamma"}
    assert names(filled) == ["Beta", "Gamma"]
    ended = filled("profiles", "rename", "Gamma", "BETA", "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (2, "bad_name")
    ended = filled("profiles", "tag", "Gamma", "production", "--json")
    assert (ended.code, ended.json["environment"]) == (0, "production")
    assert filled("profiles", "tag", "Gamma", "moon").code == 2


def test_removing_takes_the_secrets_along_or_nothing(filled):
    filled.secrets.problem = ProblemKind.KEYRING_LOCKED
    ended = filled("profiles", "remove", "Acme", "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (4, "keyring_locked")
    assert names(filled) == ["Acme", "Beta"]
    filled.secrets.problem = None
    assert filled("profiles", "remove", "Acme", "--json").code == 0
    assert names(filled) == ["Beta"]
    assert SecretRef("a", VONAGE_SECRET) not in filled.secrets.kept
    assert len(filled.secrets.kept) == 2


def test_export_and_import(filled, tmp_path, monkeypatch):
    written = filled("profiles", "export", "Acme").out
    assert json.loads(written)["vonage"]["api_key"] == "abcd1234"
    assert CANARY not in written
    file = tmp_path / "acme.json"
    assert filled("profiles", "export", "Acme", "--out", str(file)).code == 0
    assert json.loads(file.read_text()) == json.loads(written)
    ended = filled("profiles", "export", "Acme", "--out", str(file))
    assert ended.code == 1  # a file that is there is not replaced
    assert "File exists" in ended.err

    ended = filled("profiles", "import", str(file), "--json")
    assert (ended.code, ended.json["name"]) == (0, "Acme 2")
    assert "brings a proxy along" in ended.err
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(written.encode())))
    assert filled("profiles", "import", "-", "--json").json["name"] == "Acme 3"


def test_what_is_no_profile_is_not_imported(filled, tmp_path):
    ended = filled("profiles", "import", str(tmp_path / "none.json"), "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (1, "file_failed")
    (tmp_path / "x.json").write_text("{}")
    ended = filled("profiles", "import", str(tmp_path / "x.json"), "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (2, "not_a_profile")
    assert names(filled) == ["Acme", "Beta"]


def test_secrets_of_one_profile_or_of_all_are_forgotten(filled):
    ended = filled("forget", "--profile", "acme", "--json")
    assert (ended.code, ended.json) == (0, {"removed": [{"profile": "Acme", "secret": "vonage_secret"}]})
    ended = filled("forget", "--all")
    assert ended.out.splitlines() == [
        "no profile any more: Vonage API secret",
        "Beta: Auth0 client secret",
    ]
    assert filled.secrets.kept == {}
    assert names(filled) == ["Acme", "Beta"]
    ended = filled("forget", "--all", "--json")
    assert (ended.code, ended.json) == (0, {"removed": []})
    assert "nothing to remove" in ended.err


@pytest.mark.parametrize("line", [(), ("--all", "--profile", "Acme")])
def test_what_to_forget_is_named(filled, line):
    ended = filled("forget", *line, "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (2, "usage")
    assert len(filled.secrets.kept) == 3


def test_a_closed_keyring_forgets_nothing(filled):
    filled.secrets.problem = ProblemKind.KEYRING_CANCELLED
    ended = filled("forget", "--all", "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (4, "keyring_cancelled")


def test_a_command_finds_a_kept_profile(filled, monkeypatch):
    filled.workspace.secrets.put(SecretRef("a", VONAGE_SECRET), Secret("s3cretS3cret"))
    ended = filled("send", "--to", "+49 151 23456789", "--profile", "ACME", "--json")
    assert (ended.code, ended.json["outcome"]) == (0, "accepted")
    (opened,) = filled.opened
    assert (opened.id, opened.name, opened.environment) == ("a", "Acme", Environment.STAGING)
    assert opened.endpoints.proxy == "http://proxy.acme.com:80"
    assert filled.workspace.account.sent[0].sender == "Acme"
