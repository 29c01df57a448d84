"""`textfactor setup` killed from outside, as a person or a shutdown does it; then resumed, and taken back."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.killing.export import export

PACKAGE_ROOT = Path(__file__).resolve().parents[2] / "gui"
TEXTS = "guardian/factors/phone/templates"


def started(*argv: str, **variables: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "textfactor", *argv],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(PACKAGE_ROOT)} | variables,
    )


@contextmanager
def world(path: str, folder: Path) -> Generator[tuple[Any, str]]:
    process = started("practice", "--json", "--plan", "enterprise", "--path", path)
    assert process.stdout is not None
    line = process.stdout.readline()
    file = folder / "world.json"
    file.write_text(line, encoding="utf-8")
    try:
        yield json.loads(line), str(file)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=10)


def setup(file: str, *argv: str) -> Any:
    process = started("setup", "--practice", "--yes", "--json", *argv, TEXTFACTOR_PRACTICE=file)
    out, err = process.communicate(timeout=50)
    assert process.returncode == 0, err
    return json.loads(out)


@pytest.mark.exhaustive
@pytest.mark.timeout(120)
@pytest.mark.parametrize("moment", ["Writing the Action", "Auth0 is building", "Switching the SMS factor"])
@pytest.mark.parametrize("path", ["unified", "legacy"])
def test_a_killed_command_is_finished_and_taken_back(tmp_path: Path, path: str, moment: str) -> None:
    with world(path, tmp_path) as (info, file):
        first = export(info, without=(TEXTS,))
        killed = started("setup", "--practice", "--yes", TEXTFACTOR_PRACTICE=file)
        assert killed.stderr is not None
        for line in killed.stderr:
            if line.startswith(moment):
                killed.kill()
                break
        killed.communicate(timeout=10)
        assert killed.returncode == -signal.SIGKILL
        resumed = setup(file, "--resume")
        assert (resumed["state"], resumed["path"]) == ("applied", path)
        again = setup(file)
        assert (again["state"], again["plan"]) == ("nothing to do", [])
        assert setup(file, "--undo")["state"] == "undone"
        assert export(info, without=(TEXTS,)) == first
        assert setup(file, "--undo")["state"] == "nothing to do"
