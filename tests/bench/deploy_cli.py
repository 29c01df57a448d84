"""The same change on the same practice tenant by our engine and by auth0-deploy-cli: requests to Auth0, and seconds.

Ours reads, plans, compares before each write and applies; the other tool imports the folder that we export for the
very same state, placeholders filled in. Two changes on both paths: a fresh tenant is set up, and one text of a
finished tenant is changed. `engine` is the work inside this process with everything imported, `command` the whole
`textfactor setup --yes`, to be compared with the whole `a0deploy import`. It runs only where the peers are installed.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import requests

from textfactor import bootstrap
from textfactor.adapters.practice_process import JOIN
from textfactor.cli.worlds import Opened, practice_world
from textfactor.domain.answers import Answers
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import SENDER_SECRETS
from textfactor.services.container import Services, TenantKey
from textfactor.services.context import CallContext
from textfactor.services.setup.detect import detect
from textfactor.services.setup.executor import apply
from textfactor.services.setup.export.exporting import Export, make_export
from textfactor.services.setup.export.kinds import ExportKind
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.sender_source import sender_source
from textfactor.services.setup.wishes import wishes

_PEERS = Path(__file__).parents[1] / "peers" / "node_modules"
_TOOL = _PEERS / "auth0-deploy-cli" / "lib" / "index.js"
_ROUNDS = 3
_PATIENCE = 240
_OTHER_TEXT = "{{ code }} is the code for {{ friendly_name }}. Tell it to nobody."


@dataclass(frozen=True)
class World:
    """A practice world in a process of its own, and the file that our commands join it by."""

    info: dict[str, Any]
    folder: Path

    def control(self, method: str, path: str) -> Any:
        headers = {"authorization": f"Bearer {self.info['control_token']}"}
        with requests.Session() as http:
            http.trust_env = False
            answer = http.request(
                method,
                self.info["control_url"] + path,
                headers=headers,
                verify=self.info["ca_file"],
                timeout=30,
            )
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def asked(self) -> int:
        """Count what Auth0 was asked since the last reset."""
        return sum(row["service"] == "auth0" for row in self.control("GET", "/requests")["requests"])


@contextmanager
def _world(path: str, folder: Path) -> Generator[World]:
    command = [
        sys.executable,
        "-m",
        "textfactor",
        "practice",
        "--json",
        "--parent-pipe",
        "--plan",
        "enterprise",
    ]
    with subprocess.Popen(
        [*command, "--path", path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ
    ) as process:
        line = process.stdout.readline() if process.stdout else b""
        (folder / "world.json").write_bytes(line)
        os.environ[JOIN] = str(folder / "world.json")
        try:
            yield World(json.loads(line), folder)
        finally:
            del os.environ[JOIN]
            process.communicate(timeout=30)


@contextmanager
def _opened(folder: Path) -> Generator[tuple[Services, Opened]]:
    """A workspace that knows nothing yet: no token, no connection."""
    services = bootstrap.services(bootstrap.Paths(folder / "state"))
    with practice_world(services, CallContext()) as opened:
        yield services, opened


def _changed(answers: Answers, *, other: bool) -> Answers:
    return replace(answers, verify_text=_OTHER_TEXT) if other else answers


def _engine(folder: Path, *, other: bool) -> float:
    """Read, plan and apply in this process; return the seconds."""
    with _opened(folder) as (services, opened):
        answers, key = _changed(opened.answers, other=other), opened.tenant or TenantKey("")
        values = (Secret(opened.vonage.api_key), opened.vonage.secret, Secret(answers.sender))
        begin = time.perf_counter()
        tenant, ctx = opened.workspace.tenant(key), CallContext()
        observed = detect(tenant, key.domain, ctx, thorough=False)
        code = sender_source(services.sender_code(observed.path), answers)
        plan = make_plan(observed, wishes(answers, code))
        receipt = apply(
            plan, tenant, opened.workspace.journal, dict(zip(SENDER_SECRETS, values, strict=True)), ctx
        )
        seconds = time.perf_counter() - begin
    if not receipt.complete or not plan:
        raise RuntimeError(f"our apply ended with {receipt.stopped_by}")
    return seconds


def _look(folder: Path) -> float:
    """Only read the tenant, as before each plan; return the seconds."""
    with _opened(folder) as (_services, opened):
        key = opened.tenant or TenantKey("")
        begin = time.perf_counter()
        detect(opened.workspace.tenant(key), key.domain, CallContext(), thorough=False)
        return time.perf_counter() - begin


def _export(world: World, *, other: bool) -> Path:
    """Write the folder for the other tool, pointed at the practice tenant's port."""
    target = world.folder / "export"
    shutil.rmtree(target, ignore_errors=True)
    with _opened(world.folder) as (services, opened):
        answers, key = _changed(opened.answers, other=other), opened.tenant or TenantKey("")
        wanted = Export(ExportKind.DEPLOY_CLI, str(target), answers)
        make_export(services, opened.workspace.tenant(key), wanted, CallContext())
    return target


def _run(command: list[str], env: dict[str, str]) -> float:
    begin = time.perf_counter()
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    seconds = time.perf_counter() - begin
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return seconds


def _command(world: World) -> float:
    """Run our whole command, which knows the first change only."""
    state = str(world.folder / "command")
    env = {**os.environ, "XDG_STATE_HOME": state, "HOME": state}
    return _run([sys.executable, "-m", "textfactor", "setup", "--practice", "--yes"], env)


def _a0deploy(world: World, folder: Path) -> float:
    info, host = world.info, world.info["auth0"]["url"].removeprefix("https://")
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(world.folder),
        "NODE_EXTRA_CA_CERTS": info["ca_file"],
        "AUTH0_DOMAIN": host,
        "AUTH0_CLIENT_ID": info["auth0"]["client_id"],
        "AUTH0_CLIENT_SECRET": info["auth0"]["client_secret"],
        "AUTH0_AUDIENCE": f"https://{host}/api/v2/",
        "VONAGE_API_KEY": info["vonage"]["api_key"],
        "VONAGE_API_SECRET": info["vonage"]["api_secret"],
        "VONAGE_FROM_NUMBER": info["vonage"]["from"],
    }
    config = folder / "config.json"
    config.write_text(json.dumps({**json.loads(config.read_text()), "AUTH0_DOMAIN": host}))
    node = shutil.which("node") or "node"
    options = ["import", "--config_file", str(config), "--input_file", str(folder)]
    return _run([node, str(_TOOL), *options], env)


def _prepared(world: World, *, other: bool) -> None:
    """Start anew; for the second change, with everything set up."""
    world.control("POST", "/reset")
    if other:
        _engine(world.folder, other=False)


def _best(world: World, work: Callable[[], float], *, other: bool, rounds: int = _ROUNDS) -> dict[str, float]:
    """Do it several times from the same start; keep the shortest time and the fewest requests."""
    seen: list[tuple[float, int]] = []
    for _ in range(rounds):
        _prepared(world, other=other)
        before = world.asked()
        seconds = work()
        seen.append((seconds, world.asked() - before))
    return {"seconds": round(min(one for one, _ in seen), 3), "requests": min(count for _, count in seen)}


def _compared(world: World, *, other: bool) -> dict[str, object]:
    engine = _best(world, lambda: _engine(world.folder, other=other), other=other)
    looking = _best(world, lambda: _look(world.folder), other=other)
    _prepared(world, other=other)
    folder = _export(world, other=other)
    tool = _best(world, lambda: _a0deploy(world, folder), other=other, rounds=1)
    applying = engine["requests"] - looking["requests"]
    result: dict[str, object] = {"engine": engine, "looking": looking, "a0deploy": tool}
    if not other:
        result["command"] = _best(world, lambda: _command(world), other=other)
    return result | {
        # The tool's import has no look that a person reads and confirms; so the apply is compared alone, too. On a
        # fresh legacy tenant it makes more: the tool overwrites factor, provider, types and texts without reading
        # them (5 reads of ours), and tries to deploy and bind until it works where we ask how far the build is.
        "apply_requests": applying,
        "apply_requests_ratio": round(applying / tool["requests"], 2),
        "requests_ratio": round(engine["requests"] / tool["requests"], 2),
        "times_faster": round(tool["seconds"] / engine["seconds"], 1),
    }


def measure() -> dict[str, object]:
    """Compare on both paths; without the peers or Node there is nothing to compare with."""
    if not _TOOL.is_file() or shutil.which("node") is None:
        return {"skipped": "the peers are not installed: make peers"}
    result: dict[str, object] = {}
    for path in ("unified", "legacy"):
        with tempfile.TemporaryDirectory() as folder, _world(path, Path(folder)) as world:
            result[path] = {
                "fresh_tenant": _compared(world, other=False),
                "one_text": _compared(world, other=True),
            }
    return result
