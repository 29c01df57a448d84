"""The keyring for real: gnome-keyring on a session bus of its own, without a screen."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
UNLOCKED = 'eval "$(printf %s testpw | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"; "$@"'
CLOSED = 'eval "$(gnome-keyring-daemon --start --components=secrets 2>/dev/null)"; "$@"'
NO_SERVICES = """<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""
ALL_PASS = {
    "keyring.mode": "pass",
    "keyring.bus": "pass",
    "keyring.backend": "pass",
    "keyring.entry": "pass",
    "keyring.long_entry": "pass",
    "keyring.forget": "pass",
}


def run(scenario: str, tmp_path: Path, daemon: str, *bus: str) -> dict[str, Any]:
    """Run a scenario on a bus of its own, in a home of its own."""
    for tool in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed; `.ci/prepare test` installs it where apt is at hand")
    folders = {
        name: tmp_path / name for name in ("XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "HOME")
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    for name in ("PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
        kept.pop(name, None)
    env = kept | {name: str(folder) for name, folder in folders.items()}
    env["PYTHONPATH"] = os.pathsep.join((str(ROOT / "gui"), str(ROOT)))
    state = tmp_path / "state"
    command = (sys.executable, "-m", "tests.e2e.keyring_scenarios", scenario, str(state))
    done = subprocess.run(
        ["dbus-run-session", *bus, "--", "bash", "-c", daemon, "_", *command],
        capture_output=True, text=True, timeout=25, check=False, cwd=tmp_path, env=env,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_secrets_are_kept_read_back_chunked_and_forgotten(tmp_path):
    seen = run("keep", tmp_path, UNLOCKED)
    assert seen["backend"] == "keyring.backends.SecretService.Keyring"
    assert seen["bus"] is True
    assert seen["read"] == [True, True]
    assert seen["listed"] == ["profile1/vonage_secret", "profile2/auth0_secret"]
    assert seen["first_part"] == 1000
    assert seen["part_left"] is None
    assert seen["gone"] == [None, None, []]
    assert seen["theirs"] == "theirs"


def test_the_program_keeps_checks_and_removes_them(tmp_path):
    seen = run("program", tmp_path, UNLOCKED)
    assert seen["lasting"]
    assert seen["there"]
    assert seen["checked"] == ALL_PASS
    assert seen["entries"] == 1  # what the check kept is gone again
    assert seen["left"] == [":profile2"]
    assert seen["nothing"] == []
    assert not seen["in_a_file"]


def test_a_locked_collection_is_told_and_memory_helps(tmp_path):
    seen = run("locked", tmp_path, UNLOCKED)
    assert set(seen["kinds"]) <= {"keyring_locked", "keyring_cancelled"}
    assert seen["state"] in ("locked", "cancelled")
    assert seen["checked"]["keyring.backend"] == "pass"
    assert seen["checked"]["keyring.entry"] == "fail"
    assert seen["checked"]["keyring.forget"] == "skipped"
    assert seen["session"]


def test_a_daemon_that_ends_in_the_middle_is_a_problem_and_no_fault(tmp_path):
    seen = run("ended", tmp_path, UNLOCKED)
    known = {"keyring_locked", "keyring_cancelled", "keyring_missing", "keyring_failed"}
    # Another one that the bus starts knows nothing of its collection in its first moment.
    assert seen["first"] in known | {""}
    # Where the bus starts no other one, memory takes the next secret.
    assert seen["second"] in known | {""}


def test_a_service_without_a_collection_and_nobody_to_ask(tmp_path):
    seen = run("nobody", tmp_path, CLOSED)
    assert set(seen["kinds"]) <= {"keyring_locked", "keyring_cancelled"}
    assert seen["lasting"]
    assert seen["checked"]["keyring.entry"] == "fail"


def test_a_bus_without_a_service(tmp_path):
    config = tmp_path / "bus.conf"
    config.write_text(NO_SERVICES)
    seen = run("nobody", tmp_path, '"$@"', f"--config-file={config}")
    assert seen["kinds"] == ["keyring_missing", "keyring_missing"]
    assert not seen["lasting"]
    assert seen["bus"] is True
    assert seen["checked"]["keyring.backend"] == "fail"
    assert seen["checked"]["keyring.entry"] == "skipped"
