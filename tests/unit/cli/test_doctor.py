"""`textfactor doctor` and `textfactor bundle` over a world in memory."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Console
from tests.unit.services.doctor.hospital import healthy

from textfactor.adapters.whole_file import save_whole
from textfactor.domain.problems import ProblemKind
from textfactor.domain.profile import Endpoints, Environment, KeptProfile, Profile


def own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("VONAGE_API_KEY", "abcd1234"),
        ("VONAGE_API_SECRET", "s3cretS3cret"),
        ("VONAGE_FROM_NUMBER", "447700900001"),
        ("AUTH0_DOMAIN", "acme.example"),
        ("AUTH0_CLIENT_ID", "c" * 32),
        ("AUTH0_CLIENT_SECRET", "a" * 64),
    ):
        monkeypatch.setenv(name, value)


def test_an_untouched_practice_tenant_has_failures(console: Console):
    ended = console("doctor", "--practice", "--json")
    assert ended.code == 1
    assert set(ended.json) == {"verdict", "findings"}
    assert ended.json["verdict"] == "fail"
    rows = {row["id"]: row for row in ended.json["findings"]}
    assert set(rows["auth0.factor"]) == {"id", "title", "status", "detail", "fix", "seconds"}
    assert rows["auth0.factor"]["status"] == "fail"
    assert rows["auth0.factor"]["fix"] == "Turn it on in Setup."
    assert rows["auth0.action.bound"]["status"] == "skipped"
    assert console.workspace.closed == 1
    assert console.workspace.the_tenant.writes == []


def test_a_finished_tenant_is_fine(console: Console):
    made = healthy(practice=True)
    made.offers = console.workspace.offers
    console.workspace = made
    made.account.credit = 10.0
    ended = console("doctor", "--practice")
    assert ended.code == 0, ended.out
    assert "Nothing wrong was found, but not all could be told." in ended.out
    assert "FAIL" not in ended.out


def test_a_person_reads_what_fails_and_what_to_do(console: Console):
    out = console("doctor", "--practice").out
    assert "FAIL  SMS factor: It is off" in out
    assert "[auth0.factor, wrong]" in out
    assert "      - Turn it on in Setup." in out
    assert out.endswith("Something is wrong.\n")


def test_what_is_skipped_for_one_reason_shares_a_line(console: Console):
    lines = console("doctor", "--practice", "--offline").out.splitlines()
    assert sum("offline was asked for" in line for line in lines) == 2  # the clock comes last
    assert "Credit, Rented numbers, " in lines[1]
    assert lines[-1] == "Nothing is wrong on this computer; Vonage and Auth0 were not looked at."


def test_a_credit_has_its_currency(console: Console):
    console.workspace.account.credit = 10.0
    assert "Credit: €\N{NO-BREAK SPACE}10.00 is left." in console("doctor", "--practice").out


def test_offline_of_a_profile(console: Console, monkeypatch: pytest.MonkeyPatch):
    own(monkeypatch)
    ended = console("doctor", "--offline", "--profile", "acme", "--json")
    assert ended.code == 0
    assert console.workspace.the_tenant.calls == []
    skipped = [row for row in ended.json["findings"] if "offline was asked for" in row["detail"]]
    assert len(skipped) > 20


def test_without_a_world(console: Console):
    ended = console("doctor", "--json")
    assert ended.code == 0
    assert ended.json["verdict"] == "pass"
    console.secrets.problem = ProblemKind.KEYRING_LOCKED
    assert console("doctor").code == 1


@pytest.mark.parametrize("command", [("doctor",), ("bundle", "x.zip")])
def test_two_worlds_are_one_too_many(console: Console, command: tuple[str, ...]):
    assert console(*command, "--practice", "--profile", "acme").code == 2
    assert console(*command, "--secrets-stdin").code == 2


def test_missing_credentials_are_named(console: Console):
    ended = console("doctor", "--profile", "nobody", "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (2, "credentials_missing")


def test_no_secret_is_told(console: Console, monkeypatch: pytest.MonkeyPatch):
    own(monkeypatch)
    for argv in (("--json",), ()):
        ended = console("doctor", "--profile", "acme", *argv)
        assert "s3cretS3cret" not in ended.out + ended.err
        assert "a" * 64 not in ended.out + ended.err


def test_a_stop_before_anything_is_opened(console: Console, monkeypatch: pytest.MonkeyPatch):
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("textfactor.cli.doctor.examine", stopped)
    assert console("doctor").code == 130
    assert console("doctor", "--practice").code == 130


@pytest.fixture
def saving(console: Console, monkeypatch: pytest.MonkeyPatch) -> Console:
    make = console._services

    def with_files(*args):
        return replace(
            make(*args), save_file=lambda path, content, force: save_whole(path, content, replace=force)
        )

    monkeypatch.setattr(console, "_services", with_files)
    return console


def test_a_bundle_is_written_and_shown(saving: Console, tmp_path: Path):
    place = tmp_path / "b.zip"
    ended = saving("bundle", str(place), "--practice", "--list")
    assert ended.code == 0, ended.err
    with zipfile.ZipFile(place) as packed:
        assert packed.read("bundle.txt").decode().rstrip("\n") == ended.out.rstrip("\n")
        assert json.loads(packed.read("bundle.json"))["world"]["practice"] is True
    assert "Nothing was uploaded" in ended.err
    assert "acme.example" not in ended.out


def test_of_a_bundle_a_summary_is_told(saving: Console, tmp_path: Path):
    place = tmp_path / "b.zip"
    ended = saving("bundle", str(place), "--practice")
    assert ended.code == 0, ended.err
    lines = ended.out.splitlines()
    assert lines[0].startswith(f"Support bundle of {place.stat().st_size} bytes")
    assert len(lines) < 15
    assert "  Findings: 36" in lines
    assert any(line.startswith("Replaced by tokens") and "domain (1)" in line for line in lines)
    assert str(place) in ended.err


def test_without_a_world_the_profiles_are_named(console: Console):
    assert "--profile" not in console("doctor").err
    console.profiles.save(KeptProfile(Profile("a1", "work", Environment.PRODUCTION, False, Endpoints())))
    ended = console("doctor")
    assert "--profile NAME does (work)" in ended.err


def test_a_file_that_is_there_is_replaced_only_by_force(saving: Console, tmp_path: Path):
    place = tmp_path / "b.zip"
    place.write_bytes(b"mine")
    refused = saving("bundle", str(place), "--practice", "--json")
    assert (refused.code, refused.json["error"]["kind"]) == (2, "file_exists")
    assert place.read_bytes() == b"mine"
    done = saving("bundle", str(place), "--practice", "--force", "--json")
    assert (done.code, done.json["file"]) == (0, str(place))
    assert done.json["content"]["format"] == 1


def test_a_folder_that_is_not_there(saving: Console, tmp_path: Path):
    ended = saving("bundle", str(tmp_path / "none" / "b.zip"), "--json")
    assert (ended.code, ended.json["file"]) == (1, None)
