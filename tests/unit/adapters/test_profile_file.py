"""The profiles' file is the old one or the new one; what cannot be read is set aside and said."""

import json
import os
import stat
import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.adapters.profile_file import VERSION, ProfileFile
from textfactor.domain.answers import Environment, TenantPath
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.profile import Endpoints, KeptProfile, Profile, ProfileBook, ProfileFacts

ENDPOINTS = Endpoints(ca_file="/etc/ca.pem", proxy="http://proxy.acme.com:8080")
ACME = KeptProfile(
    Profile("id1", "Acme", Environment.STAGING, practice=False, endpoints=ENDPOINTS),
    ProfileFacts(
        api_key="abcd1234", sender="Acme", domain="acme.eu.auth0.com", tenant_path=TenantPath.LEGACY
    ),
)
BETA = KeptProfile(Profile("id2", "beta", Environment.PRODUCTION, practice=False, endpoints=Endpoints()))
ALPHA = KeptProfile(Profile("id3", "Alpha", Environment.DEVELOPMENT, practice=False, endpoints=Endpoints()))


def book(*profiles: KeptProfile, **more) -> ProfileBook:
    return ProfileBook(profiles, **more)


def test_what_is_kept_is_loaded_in_the_order_of_the_names(tmp_path):
    path = tmp_path / "state" / "profiles.json"
    store = ProfileFile(path)
    assert store.load() == book()
    for kept in (BETA, ACME, ALPHA):
        store.save(kept)
    store.choose(session_only=True)
    assert ProfileFile(path).load() == book(ACME, ALPHA, BETA, session_only=True)
    store.save(replace(ACME, profile=replace(ACME.profile, name="Zeta")))
    store.remove("id2")
    store.remove("nobody")
    assert [kept.profile.name for kept in ProfileFile(path).load().profiles] == ["Alpha", "Zeta"]
    assert [file.name for file in path.parent.iterdir()] == ["profiles.json"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@given(st.builds(ProfileFacts), st.text(st.characters(codec="utf-8"), min_size=1, max_size=10))
def test_any_facts_read_back(tmp_path_factory, facts, name):
    path = tmp_path_factory.mktemp("profiles") / "profiles.json"
    kept = KeptProfile(replace(ACME.profile, name=name), facts)
    ProfileFile(path).save(kept)
    assert ProfileFile(path).load().profiles == (kept,)


def test_hosts_of_the_services_are_not_kept(tmp_path):
    path = tmp_path / "profiles.json"
    endpoints = replace(ENDPOINTS, vonage_host="127.0.0.1:1", auth0_host="127.0.0.1:2")
    ProfileFile(path).save(replace(ACME, profile=replace(ACME.profile, endpoints=endpoints)))
    assert ProfileFile(path).load().profiles == (ACME,)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"\xff\x00", b'{"version": 1}', b'{"version": 2, "profiles": []}',
        b'{"version": 1, "profiles": 5}', b'{"version": 1, "profiles": [5]}', b'{"version": 1, "profiles": [{}]}',
        b'{"version": 1, "profiles": [{"id": "a", "name": "b", "environment": "moon"}]}',
        b'{"version": 1, "profiles": [{"id": "a", "name": 3, "environment": "staging"}]}',
        b'{"version": 1, "profiles": [{"id": "", "name": "b", "environment": "staging"}]}',
        b'{"version": 1, "profiles": [{"id": "a", "name": "b", "environment": "staging", "facts": []}]}',
    ],
)  # fmt: skip
def test_a_file_that_nobody_understands_is_set_aside_and_said(tmp_path, content):
    path = tmp_path / "profiles.json"
    path.write_bytes(content)
    store = ProfileFile(path)
    found = store.load()
    assert found.profiles == ()
    assert (tmp_path / found.set_aside).read_bytes() == content
    assert not path.exists()
    store.save(ACME)
    assert store.load() == book(ACME, set_aside=found.set_aside)
    assert ProfileFile(path).load() == book(ACME)  # the next start says nothing any more


def test_what_a_later_version_adds_is_left_out(tmp_path):
    path = tmp_path / "profiles.json"
    ProfileFile(path).save(ACME)
    content = json.loads(path.read_text())
    assert content["version"] == VERSION
    content["more"] = content["profiles"][0]["more"] = content["profiles"][0]["facts"]["more"] = 1
    del content["profiles"][0]["facts"]["retries"]
    path.write_text(json.dumps(content))
    assert ProfileFile(path).load() == book(ACME)


def test_a_failed_save_keeps_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "profiles.json"
    ProfileFile(path).save(ACME)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProblemError) as caught:
        ProfileFile(path).save(BETA)
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED
    assert ProfileFile(path).load() == book(ACME)
    assert [file.name for file in tmp_path.iterdir()] == ["profiles.json"]


def test_what_cannot_be_read_or_moved_is_a_problem(tmp_path, monkeypatch):
    folder = tmp_path / "profiles.json"
    folder.mkdir()
    with pytest.raises(ProblemError) as caught:
        ProfileFile(folder).load()
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED
    path = tmp_path / "other.json"
    path.write_text("{")

    def refuse(*_):
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(type(path), "replace", refuse)
    with pytest.raises(ProblemError):
        ProfileFile(path).load()
    assert path.read_text() == "{"


def test_saves_at_once_lose_nothing(tmp_path):
    store = ProfileFile(tmp_path / "profiles.json")
    made = [replace(ACME, profile=replace(ACME.profile, id=f"id{n}", name=f"Acme {n}")) for n in range(8)]
    threads = [threading.Thread(target=store.save, args=(kept,)) for kept in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.load().profiles) == 8


def test_nothing_is_written_where_nothing_changed(tmp_path):
    path = tmp_path / "profiles.json"
    ProfileFile(path).save(ACME)
    before = path.stat().st_ino
    ProfileFile(path).save(ACME)
    ProfileFile(path).remove("nobody")
    assert path.stat().st_ino == before
