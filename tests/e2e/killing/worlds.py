"""A practice world that a test shares, reset between runs, and the processes that work on it."""

import json
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.contract.tenants import QuickClock
from tests.e2e.killing.export import export
from tests.e2e.killing.steps import Job

from textfactor.practice import ActionRun, PracticeWorld

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Stage:
    """One world in one state, and a folder for journals."""

    world: PracticeWorld
    folder: Path
    runs: int = 0
    lost: tuple[str, ...] = field(default=())
    """Reads that undo cannot bring back in this state, as the plan says beforehand."""

    @property
    def info(self) -> Any:
        return self.world.info()

    def reset(self) -> None:
        self.control("POST", "/reset")

    def control(self, method: str, path: str, body: object = None) -> None:
        request = urllib.request.Request(
            self.info["control_url"] + path,
            json.dumps(body).encode() if body is not None else None,
            {"Authorization": f"Bearer {self.info['control_token']}", "Content-Type": "application/json"},
            method=method,
        )
        trust = ssl.create_default_context(cafile=self.info["ca_file"])
        with urllib.request.urlopen(request, context=trust, timeout=10) as answer:
            answer.read()

    def job(self, **options: Any) -> Job:
        """Make a job with a journal of its own."""
        self.runs += 1
        auth0 = self.info["auth0"]
        return Job(
            auth0["url"].removeprefix("https://"),
            auth0["domain"],
            auth0["client_id"],
            auth0["client_secret"],
            self.info["ca_file"],
            str(self.folder / f"journal-{self.runs}.jsonl"),
            **options,
        )

    def export(self) -> str:
        return export(self.info)

    def kept(self) -> str:
        """Export what undo promises to bring back."""
        return export(self.info, without=self.lost)


@contextmanager
def stage(folder: Path, path: str, state: str, lost: tuple[str, ...] = ()) -> Generator[Stage]:
    """Run a world whose builds and waits take no time."""

    def no_wait(_seconds: float) -> None:
        return

    with PracticeWorld(
        lambda _job: ActionRun("ok"),
        plan="enterprise",
        path=path,
        state=state,
        clock=QuickClock(),
        pause=no_wait,  # pyright: ignore[reportArgumentType]
    ) as world:
        yield Stage(world, folder, lost=lost)


@dataclass
class Forks:
    """The process that forks one for each job."""

    process: "subprocess.Popen[str]"

    def __call__(self, job: Job) -> int:
        """Run a job to its end and say how it ended: minus the signal's number for a kill."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(job.row()) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@contextmanager
def forks() -> Generator[Forks]:
    """Start it, and end it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.killing.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        yield Forks(process)
    finally:
        process.communicate(timeout=10)
