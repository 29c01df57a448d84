"""`textfactor logs` as others call it: real processes, a real practice world, a watch that a signal ends."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.test_cli_practice import NUMBER, World, environment

COMMAND = [sys.executable, "-m", "textfactor"]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A tenant whose old Action sends and whose policy asks, with the limits of the largest plan."""
    command = [*COMMAND, "practice", "--json", "--plan", "enterprise", "--path", "legacy"]
    process = subprocess.Popen(
        [*command, "--state", "legacy_action"], stdout=subprocess.PIPE, text=True, env=environment()
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    file = tmp_path / "world.json"
    file.write_text(line, encoding="utf-8")
    yield World(json.loads(line), file, process)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=10)


@pytest.mark.slow
@pytest.mark.timeout(90)
def test_the_log_of_a_joined_world_is_kept_searched_and_deleted(world: World) -> None:
    world.control("POST", "/logins", {"user": "anna", "phone": NUMBER})
    first = world("logs", "pull", "--practice", "--json")
    assert (first.code, first.json["drained"], first.json["stopped_by"]) == (0, True, None)
    assert first.json["added"] == first.json["rows"] > 0
    world.control("POST", "/logins", {"user": "bert", "phone": NUMBER})
    again = world("logs", "pull", "--practice", "--json")
    assert 0 < again.json["added"] < again.json["rows"]
    found = world("logs", "search", "bert", "gd_send", "--practice", "--json")
    assert (found.code, {row["user"] for row in found.json}) == (0, {"bert auth0|bert"})
    domain = first.json["domain"]
    assert world("logs", "status", "--domain", domain, "--json").json["rows"] == 0, "practice is kept apart"
    gone = world("logs", "delete", "--practice", "--yes", "--json")
    assert (gone.code, gone.json["deleted"]) == (0, again.json["rows"])
    assert world("logs", "search", "bert", "--practice").code == 6
    assert world.hides_its_secrets(first, again, gone)


@pytest.mark.slow
@pytest.mark.timeout(90)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_tells_hop_by_hop_until_a_signal(world: World, number: signal.Signals) -> None:
    watch = subprocess.Popen(
        [*COMMAND, "logs", "watch", "--practice", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(TEXTFACTOR_PRACTICE=str(world.file)),
    )
    assert watch.stdout is not None
    assert json.loads(watch.stdout.readline()) == {"event": "watching"}
    login = world.control("POST", "/logins", {"user": "anna", "phone": NUMBER})
    code = world.control("GET", "/inbox")["messages"][-1]["text"].split()[0]
    world.control("POST", f"/logins/{login['id']}/code", {"code": code})
    journey = {"light": ""}
    while journey["light"] != "green":
        told = json.loads(watch.stdout.readline())
        journey = told["journey"] if told["event"] == "journey" else journey
    watch.send_signal(number)
    _rest, err = watch.communicate(timeout=20)
    assert watch.returncode == 130
    assert "Traceback" not in err
    kept = world("logs", "search", "anna", "gd_auth_succeed", "--practice", "--json")
    assert len(kept.json) == 1
