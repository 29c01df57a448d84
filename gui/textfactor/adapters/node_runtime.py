"""Runs the sender in a Node process: the engine that Auth0 itself uses."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.running import RunOutcome, RunResult

AUTH0_LIMIT = 20.0
"""Seconds that Auth0 gives one run of an Action (Auth0 docs, Actions limitations)."""

_HEAP = "--max-old-space-size=256"  # megabytes; code that runs wild must not take the machine's memory
_VERSION_PATIENCE = 10.0  # seconds


class NodeRuntime:
    """`SenderRuntime` with the Node executable `node`.

    `scripts` is resources/runtime, `ca_file` an authority (PEM) that it trusts beside Node's own list, and
    `limit` the wall time of one run in seconds.
    """

    def __init__(self, node: str, scripts: Path, ca_file: str, *, limit: float = AUTH0_LIMIT) -> None:
        self._node = node
        self._scripts = scripts
        self._ca_file = ca_file
        self._limit = limit
        self._name: str | None = None

    def describe(self) -> str:
        """Name the engine (`Node 22.20.0`), empty when the executable does not run. It is asked once."""
        if self._name is None:
            self._name = _ask_version(self._node, self._environment({}))
        return self._name

    def run(
        self, code: str, handler: str, event: Mapping[str, object], hosts: Mapping[str, int]
    ) -> RunResult:
        """Run `exports[handler](event, api)` with its requests to `hosts` sent to these loopback ports.

        The job, secrets included, goes to the process by stdin and nowhere else.

        Raises:
            ProblemError: NO_RUNTIME when the executable is missing or does not start.
        """
        engine = self.describe()
        job = {"code": code, "handler": handler, "event": event, "limit_ms": round(self._limit * 1000)}
        started = time.monotonic()
        output, status = self._execute(json.dumps(job), self._environment(hosts))
        seconds = time.monotonic() - started
        if output is None:
            return RunResult(RunOutcome.TIMED_OUT, engine, seconds=seconds)
        return _read_result(output, status, engine, seconds)

    def _environment(self, hosts: Mapping[str, int]) -> dict[str, str]:
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOST_MAP": json.dumps(dict(hosts)),
            "NODE_EXTRA_CA_CERTS": self._ca_file,
        }
        if "SYSTEMROOT" in os.environ:  # Windows opens no socket without it
            environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        return environment

    def _execute(self, job: str, environment: dict[str, str]) -> tuple[str | None, int]:
        """Return what Node wrote and its exit status; None instead of the text when its time was up."""
        redirect, harness = self._scripts / "redirect.js", self._scripts / "harness.js"
        try:
            process = subprocess.Popen(  # noqa: S603 - our own scripts, run by the Node that was chosen
                [self._node, _HEAP, "--require", str(redirect), str(harness)],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # may hold lines of the code
                encoding="utf-8",
                errors="replace",
                start_new_session=True,
            )
        except OSError as error:
            raise _no_runtime(self._node) from error
        with process:
            try:
                output, _ = process.communicate(job, timeout=self._limit)
            except subprocess.TimeoutExpired:
                return None, -1
            finally:
                _end(process)
        return output, process.returncode


def _end(process: subprocess.Popen[str]) -> None:
    """Kill the process and whatever it started."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # all gone already; macOS says the latter of a zombie
        return


def _ask_version(node: str, environment: dict[str, str]) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 - the Node that was chosen
            [node, "--version"],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_VERSION_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    match = re.fullmatch(r"v(\d+\.\d+\.\d+)\S*", answer.stdout.strip())
    return f"Node {match[1]}" if match and answer.returncode == 0 else ""


def _no_runtime(node: str) -> ProblemError:
    return ProblemError(Problem(ProblemKind.NO_RUNTIME, Service.LOCAL, detail=Path(node).name))


def _read_result(output: str, status: int, engine: str, seconds: float) -> RunResult:
    try:
        found = json.loads(output)
    except ValueError:
        ended = f"Node ended with status {status} and gave no result"
        return RunResult(RunOutcome.THREW, engine, reason=ended, error_code="NO_RESULT", seconds=seconds)
    return result_from(cast("dict[str, object]", found), engine, seconds)


def result_from(found: Mapping[str, object], engine: str, seconds: float) -> RunResult:
    """Build the result from what resources/runtime/session.js says of a run."""
    error = cast("dict[str, str]", found.get("error") or {})
    return RunResult(
        outcome=RunOutcome(str(found["outcome"])),
        engine=engine,
        reason=error.get("message") or str(found.get("reason") or ""),
        error_code=error.get("code") or error.get("name", ""),
        error_stack=error.get("stack", ""),
        console=tuple(cast("list[str]", found.get("console") or [])),
        seconds=seconds,
    )
