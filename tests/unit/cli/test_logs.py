"""`textfactor logs` over a world in memory and a real archive file."""

import json
import os
import signal
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.fakes.world import InMemoryWorkspace
from tests.unit.cli.conftest import Console

from textfactor.adapters.log_archive import LogArchive
from textfactor.domain.answers import Environment
from textfactor.domain.archive import RawLog
from textfactor.domain.problems import ProblemKind
from textfactor.domain.profile import Endpoints, KeptProfile, Profile, ProfileFacts
from textfactor.domain.secret import AUTH0_SECRET, Secret, SecretRef
from textfactor.domain.tenant import LogRow
from textfactor.services.container import Services
from textfactor.services.context import CancelToken
from textfactor.words.moments import local_time

DOMAIN = "acme.example"


def row(number: int, kind: str = "gd_send_sms_failure", detail: str = "vonage status=9") -> RawLog:
    details = {"failure_details": {"message": detail}}
    raw = json.dumps({"type": kind, "user_id": "auth0|ana", "details": details})
    date = f"2026-11-24T10:{number // 60:02}:{number % 60:02}.000Z"
    return RawLog(
        f"900{number:04}", date, kind, "ana auth0|ana", "Shop", "", f"Guardian: {detail}", detail, raw
    )


@pytest.fixture(autouse=True)
def closed(console: Console) -> Iterator[None]:
    yield
    console.workspace.archive.close()


@pytest.fixture
def workspace(console: Console) -> InMemoryWorkspace:
    console.workspace.the_tenant.kept_log = [row(number) for number in range(250)]
    return console.workspace


@pytest.fixture
def shared(console: Console, monkeypatch: pytest.MonkeyPatch) -> LogArchive:
    """The archive that the program has without a world."""
    archive = console.workspace.archive
    former = console._services
    monkeypatch.setattr(console, "_services", lambda *path: replace(former(*path), archive=lambda: archive))
    return archive


def keep(console: Console, name: str = "acme", domain: str = "acme.eu.auth0.com") -> None:
    profile = Profile("p1", name, Environment.DEVELOPMENT, practice=False, endpoints=Endpoints())
    console.profiles.save(KeptProfile(profile, ProfileFacts(domain=domain, client_id="client")))


# ---------------------------------------------------------------- pull


def test_a_pull_says_what_is_new_and_the_next_one_goes_on(
    console: Console, workspace: InMemoryWorkspace
) -> None:
    first = console("logs", "pull", "--practice", "--json")
    assert (first.code, first.json["added"], first.json["rows"], first.json["drained"]) == (0, 250, 250, True)
    assert set(first.json) == {
        "domain", "added", "drained", "gap", "stopped_by", "rows", "bytes", "limit", "first", "last", "gaps",
    }  # fmt: skip
    assert (first.json["domain"], first.json["gap"], first.json["stopped_by"]) == (DOMAIN, None, None)
    workspace.the_tenant.kept_log += [row(250)]
    again = console("logs", "pull", "--practice")
    assert (again.code, again.out) == (0, f"1 new rows, 251 kept of {DOMAIN}.\n")
    assert workspace.closed == 2


def test_a_gap_is_said(console: Console, workspace: InMemoryWorkspace) -> None:
    console("logs", "pull", "--practice")
    workspace.the_tenant.kept_log = [row(number) for number in range(300, 310)]
    ended = console("logs", "pull", "--practice", "--json")
    gap = {"since": row(249).date, "until": row(300).date}
    assert (ended.code, ended.json["gap"], ended.json["gaps"]) == (0, gap, [gap])
    assert "are missing" in ended.err
    status = console("logs", "status", "--practice")
    assert (
        f"Rows between {local_time(row(249).date)} and {local_time(row(300).date)} are missing" in status.out
    )


def test_a_pull_that_fails_on_the_way_keeps_what_it_has(
    console: Console, workspace: InMemoryWorkspace
) -> None:
    console("logs", "pull", "--practice")
    workspace.the_tenant.kept_log += [row(number) for number in range(250, 500)]
    calls = iter(range(10))

    def fail_the_second_page(method: str) -> None:
        if method == "log_page" and next(calls) == 1:
            workspace.the_tenant.fail("log_page", ProblemKind.MISSING_SCOPE, "read:logs")

    workspace.the_tenant.meanwhile = fail_the_second_page
    ended = console("logs", "pull", "--practice", "--json")
    assert (ended.code, ended.json["added"], ended.json["drained"]) == (4, 100, False)
    assert ended.json["stopped_by"]["kind"] == "missing_scope"
    workspace.the_tenant.meanwhile = lambda _method: None
    assert console("logs", "pull", "--practice", "--json").json["rows"] == 500


def test_a_stop_keeps_what_it_has_and_ends_with_130(console: Console, workspace: InMemoryWorkspace) -> None:
    def stop(method: str) -> None:
        if method == "log_page":
            os.kill(os.getpid(), signal.SIGINT)

    workspace.the_tenant.meanwhile = stop
    ended = console("logs", "pull", "--practice", "--json")
    assert (ended.code, ended.json["drained"]) == (130, False)
    assert ended.json["rows"] >= 100
    assert "next pull goes on" in ended.err


def test_a_second_stop_anywhere_is_answered_too(console: Console, workspace: InMemoryWorkspace) -> None:
    def end(_method: str) -> None:
        raise KeyboardInterrupt

    workspace.the_tenant.meanwhile = end
    ended = console("logs", "pull", "--practice", "--json")
    assert (ended.code, ended.json["drained"]) == (130, False)


def test_a_long_pull_says_how_far_it_is(console: Console, workspace: InMemoryWorkspace) -> None:
    workspace.the_tenant.kept_log = [row(number) for number in range(2002)]
    ended = console("logs", "pull", "--practice")
    assert "1000 rows …" in ended.err or "1001 rows" in ended.err or "rows …" in ended.err
    assert ended.out.startswith("2002 new rows")


def test_a_limit_holds_from_then_on(console: Console, workspace: InMemoryWorkspace) -> None:
    workspace.the_tenant.kept_log = [
        replace(row(number), raw=json.dumps({"filler": "x" * 3000})) for number in range(2000)
    ]
    ended = console("logs", "pull", "--practice", "--limit", "2", "--json")
    assert ended.json["limit"] == 2_000_000
    assert 0 < ended.json["rows"] < 2000
    assert ended.json["bytes"] < 3_000_000
    assert console("logs", "status", "--practice", "--json").json["limit"] == 2_000_000
    fewer = console("logs", "pull", "--practice", "--limit", "1", "--json").json
    assert 0 < fewer["rows"] < ended.json["rows"]
    assert fewer["bytes"] <= 1_200_000
    assert fewer["last"] == ended.json["last"]


def test_a_profile_needs_the_tenants_secret_alone(console: Console, workspace: InMemoryWorkspace) -> None:
    workspace.practice = False
    keep(console)
    ref = SecretRef("p1", AUTH0_SECRET)
    workspace.secrets.put(ref, Secret("auth0secret"))
    ended = console("logs", "pull", "--profile", "acme", "--json")
    assert (ended.code, ended.json["added"], ended.json["domain"]) == (0, 250, "acme.eu.auth0.com")
    workspace.secrets.forget(ref)
    lacking = console("logs", "pull", "--profile", "acme", "--json")
    assert (lacking.code, lacking.json["error"]["kind"]) == (2, "credentials_missing")
    assert "AUTH0_CLIENT_SECRET" in lacking.err
    assert "VONAGE" not in lacking.json["error"]["title"]


# ---------------------------------------------------------------- search, status, delete


def test_search_needs_no_secret_and_opens_nothing(console: Console, shared: LogArchive) -> None:
    shared.add("acme.eu.auth0.com", [row(1), row(2, "s", "fine"), row(3, detail="vonage status=29")])
    keep(console)
    console.secrets.problem = ProblemKind.KEYRING_LOCKED
    for where in (("--profile", "ACME"), ("--domain", "https://acme.eu.auth0.com/")):
        ended = console("logs", "search", "vonage", "status", *where, "--json")
        assert (ended.code, [one["id"] for one in ended.json]) == (0, ["9000003", "9000001"])
    assert ended.json[0]["row"]["user_id"] == "auth0|ana"
    assert set(ended.json[0]) == {
        "id", "date", "type", "user", "client", "ip", "description", "detail", "row",
    }  # fmt: skip
    assert console.opened == []
    text = console("logs", "search", "vonage", "--domain", "acme.eu.auth0.com", "--most", "1").out
    assert (
        text == f"{local_time(row(3).date)}  gd_send_sms_failure  Guardian: vonage status=29  ana auth0|ana\n"
    )


def test_search_that_finds_nothing_says_why(console: Console, shared: LogArchive) -> None:
    shared.add("acme.eu.auth0.com", [row(1)])
    nothing = console("logs", "search", "nobody", "--domain", "acme.eu.auth0.com", "--json")
    assert (nothing.code, nothing.json) == (6, [])
    assert "None of 1 rows match" in nothing.err
    empty = console("logs", "search", "--domain", "other.eu.auth0.com")
    assert (empty.code, empty.out) == (6, "")
    assert "Nothing is kept of other.eu.auth0.com" in empty.err


def test_status_of_much_and_of_nothing(console: Console, shared: LogArchive) -> None:
    shared.add("acme.eu.auth0.com", [row(1), row(2)])
    ended = console("logs", "status", "--domain", "acme.eu.auth0.com")
    assert ended.out.startswith(f"2 rows of acme.eu.auth0.com\nfrom {local_time(row(1).date)} to ")
    assert "of at most 500 MB" in ended.out
    none = console("logs", "status", "--domain", "other.eu.auth0.com", "--json")
    assert (none.code, none.json["rows"], none.json["domain"]) == (0, 0, "other.eu.auth0.com")


def test_delete_asks_and_says_what_is_gone(console: Console, shared: LogArchive, type_in) -> None:
    shared.add("acme.eu.auth0.com", [row(1), row(2)])
    where = ("logs", "delete", "--domain", "acme.eu.auth0.com")
    type_in("no\n")
    kept = console(*where, "--json")
    assert (kept.code, kept.json["deleted"]) == (5, 0)
    assert "Delete 2 rows" in kept.err
    type_in("yes\n")
    gone = console(*where)
    assert (gone.code, gone.out) == (0, "Deleted 2 rows of acme.eu.auth0.com.\n")
    assert shared.facts("acme.eu.auth0.com").rows == 0


def test_delete_without_a_person_needs_yes(console: Console, shared: LogArchive) -> None:
    shared.add("acme.eu.auth0.com", [row(1)])
    where = ("logs", "delete", "--domain", "acme.eu.auth0.com")
    refused = console(*where, "--json")
    assert (refused.code, refused.json["error"]["kind"]) == (2, "usage")
    done = console(*where, "--yes", "--json")
    assert (done.code, done.json) == (0, {"domain": "acme.eu.auth0.com", "deleted": 1})


def test_a_stop_at_the_question_deletes_nothing(
    console: Console, shared: LogArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            raise KeyboardInterrupt

    shared.add("acme.eu.auth0.com", [row(1)])
    monkeypatch.setattr("sys.stdin", Stopped())
    assert console("logs", "delete", "--domain", "acme.eu.auth0.com").code == 5
    assert shared.facts("acme.eu.auth0.com").rows == 1


def test_places_that_are_none(console: Console, shared: LogArchive) -> None:
    assert console("logs", "status").code == 2
    assert console("logs", "status", "--practice", "--domain", "a.auth0.com").code == 2
    assert console("logs", "pull").code == 2
    assert console("logs", "watch", "--practice", "--profile", "acme").code == 2
    unknown = console("logs", "status", "--profile", "nobody", "--json")
    assert (unknown.code, unknown.json["error"]["kind"]) == (2, "no_profile")
    bad = console("logs", "search", "--domain", "not a domain", "--json")
    assert (bad.code, bad.json["error"]["kind"]) == (2, "bad_domain")


def test_an_archive_that_cannot_be_used(console: Console, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "logs.sqlite").write_text("something else entirely, and long enough to be looked at")
    archive = LogArchive(tmp_path / "logs.sqlite")
    former = console._services
    monkeypatch.setattr(console, "_services", lambda *path: replace(former(*path), archive=lambda: archive))
    ended = console("logs", "status", "--domain", "acme.eu.auth0.com", "--json")
    assert (ended.code, ended.json["stopped_by"]["kind"]) == (1, "file_failed")
    archive.close()


def test_a_program_without_files_says_so(console: Console) -> None:
    ended = console("logs", "status", "--domain", "acme.eu.auth0.com", "--json")
    assert (ended.code, ended.json["stopped_by"]["kind"]) == (1, "file_failed")


def test_a_practice_world_that_does_not_open(console: Console) -> None:
    def fail() -> None:
        raise KeyboardInterrupt

    console.on_open = fail
    assert console("logs", "status", "--practice", "--json").code == 130


# ---------------------------------------------------------------- watch


@pytest.fixture
def watching(console: Console, workspace: InMemoryWorkspace, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A watch that does not wait: rows come at its pauses, and after three of them comes a signal."""
    waits: list[float] = []
    tenant = workspace.the_tenant
    tenant.rows = [LogRow(row(249).id, row(249).date, "s", "", "", "")]

    def sleep(token: CancelToken, seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 1:
            tenant.kept_log += [row(250, "gd_start_auth", "started"), row(251)]
        if len(waits) == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        token.check()

    monkeypatch.setattr(CancelToken, "sleep", sleep)
    return waits


def test_watch_writes_a_line_for_each_row_and_way(console: Console, watching: list[float]) -> None:
    ended = console("logs", "watch", "--practice", "--json")
    assert ended.code == 130
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert [line["event"] for line in lines] == ["watching", "row", "row", "journey"]
    assert [line["row"]["id"] for line in lines[1:3]] == ["9000250", "9000251"]
    journey = lines[3]["journey"]
    assert (journey["light"], journey["cause"], journey["user"]) == ("red", "vonage.status.9", "auth0|ana")
    assert [(hop["hop"], hop["light"]) for hop in journey["hops"]] == [
        ("login", "green"), ("action", "green"), ("vonage", "red"), ("delivery", "unknown"), ("code", "unknown"),
    ]  # fmt: skip
    assert journey["hops"][2]["joined_by"] == "row"
    assert watching == [2.0, 2.0, 2.0]
    assert len(console.workspace.archive.search(DOMAIN, "", 1000)) == 252


def test_watch_for_a_person(console: Console, watching: list[float]) -> None:
    ended = console("logs", "watch", "--practice")
    assert (
        "  FAIL  Vonage: Vonage did not take the message (in the row itself, certain) – vonage" in ended.out
    )
    assert "[vonage.status.9]" in ended.out
    assert "Watching. Try a login now" in ended.err
    assert "Stopped watching" in ended.err


def test_a_watch_that_meets_a_problem_ends(console: Console, workspace: InMemoryWorkspace) -> None:
    workspace.the_tenant.fail("logs", ProblemKind.MISSING_SCOPE, "read:logs")
    ended = console("logs", "watch", "--practice", "--json")
    assert (ended.code, ended.json["event"], ended.json["problem"]["kind"]) == (4, "problem", "missing_scope")
    assert isinstance(console._services(), Services)
