"""Our export in the hands of auth0-deploy-cli: no difference after our apply, and on a fresh tenant the same tenant.

Each import spends 10 to 30 seconds on the tool's own schema check (facts: wire).
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.practice.kit import Client

from textfactor.practice import PracticeWorld

pytestmark = [pytest.mark.peers, pytest.mark.timeout(240)]

PATHS = pytest.mark.parametrize("path", ["unified", "legacy"])
Textfactor = Callable[..., str]
Import = Callable[..., str]


@pytest.fixture
def textfactor(tmp_path: Path, own_home: Path, root: Path) -> Textfactor:
    """Run our command line in a practice world; return its answer. It must end well."""

    def run(world: PracticeWorld, *argv: str) -> str:
        joined = tmp_path / "world.json"
        joined.write_text(json.dumps(world.info()))
        env = {
            **os.environ,
            "PYTHONPATH": str(root / "gui"),
            "HOME": str(own_home),
            "TEXTFACTOR_PRACTICE": str(joined),
        }
        done = subprocess.run(
            [sys.executable, "-m", "textfactor", *argv, "--practice"],
            env=env, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.fixture
def a0deploy(run_node: Callable[..., str]) -> Import:
    """Import a folder with its own config.json, the placeholders filled in from the environment."""

    def run(world: PracticeWorld, folder: Path, *argv: str) -> str:
        info = world.info()
        host = info["auth0"]["url"].removeprefix("https://")
        config = json.loads((folder / "config.json").read_text())
        (folder / "config.json").write_text(json.dumps({**config, "AUTH0_DOMAIN": host}))
        env = {
            "NODE_EXTRA_CA_CERTS": info["ca_file"],
            "AUTH0_DOMAIN": host,
            "AUTH0_CLIENT_ID": info["auth0"]["client_id"],
            "AUTH0_CLIENT_SECRET": info["auth0"]["client_secret"],
            "AUTH0_AUDIENCE": f"https://{host}/api/v2/",
            "VONAGE_API_KEY": info["vonage"]["api_key"],
            "VONAGE_API_SECRET": info["vonage"]["api_secret"],
            "VONAGE_FROM_NUMBER": info["vonage"]["from"],
            "NO_COLOR": "1",
        }
        config_file = str(folder / "config.json")
        return run_node(
            "auth0-deploy-cli/lib/index.js", "import", "--config_file", config_file, "--input_file", str(folder),
            *argv, env=env,
        )  # fmt: skip

    return run


@PATHS
def test_a_dry_run_after_our_apply_shows_no_difference(make_world, textfactor, a0deploy, tmp_path, path):
    world = make_world(path=path)
    textfactor(world, "setup", "--yes")
    textfactor(world, "export", "deploy-cli", str(tmp_path / "out"))
    said = a0deploy(world, tmp_path / "out", "--dry-run")
    assert "No changes detected" in said, said


@PATHS
def test_a_dry_run_does_see_a_change(make_world, textfactor, a0deploy, tmp_path, path):
    world = make_world(path=path)
    textfactor(world, "setup", "--yes")
    textfactor(world, "export", "deploy-cli", str(tmp_path / "out"))
    code = tmp_path / "out" / "actions" / "textfactor-sender" / "code.js"
    code.write_text(code.read_text() + "// changed\n")
    assert "No changes detected" not in a0deploy(world, tmp_path / "out", "--dry-run")


@PATHS
def test_an_import_into_a_fresh_tenant_sets_it_up(make_world, textfactor, a0deploy, tmp_path, path):
    world = make_world(path=path)
    textfactor(world, "export", "deploy-cli", str(tmp_path / "out"))
    a0deploy(world, tmp_path / "out")
    planned = json.loads(textfactor(world, "setup", "--plan-only", "--json"))
    assert (planned["path"], planned["plan"]) == (path, [])
    client = Client(world)
    client.api("PUT", "/guardian/policies", ["all-applications"])
    assert client.login()["state"] == "code_sent"  # the secrets arrived as well
    assert len(client.inbox()) == 1
    client.close()
