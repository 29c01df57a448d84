"""The composition root: the only module that knows every adapter.

Putting the program together loads hardly more than this module: the adapters, and with them the network and the
vendors' packages, come with the first call that needs them. That one runs in a worker, so the window paints first.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol

from textfactor import APP_ID, assets
from textfactor.adapters.memory_store import MemoryStore
from textfactor.adapters.numbers import Numbers
from textfactor.services.container import Services

if TYPE_CHECKING:  # loaded by the functions that use them
    from pathlib import Path

    from textfactor.adapters.draft_file import DraftFile
    from textfactor.adapters.practice_process import PracticeProcess
    from textfactor.adapters.workspaces import OwnWorkspace, PracticeWorkspace
    from textfactor.domain.answers import Answers
    from textfactor.domain.profile import Profile
    from textfactor.practice import ActionJob, ActionRun, RunAction
    from textfactor.services.context import CallContext
    from textfactor.services.ports import SecretStore, SenderRuntime

_PRACTICE_OPTIONS = ("--plan", "enterprise")
"""The plan with the widest rate limits: whoever practises shall not wait."""
_DAY = 86_400.0
_SENDER = "sender/custom-phone-provider.js"
LATENCY = "TEXTFACTOR_PRACTICE_LATENCY"
"""Environment variable with the seconds by which each answer of the practice world is delayed (benchmarks)."""


class Paths:
    """Where the program keeps its files: the draft and the journals, none of which holds a secret."""

    def __init__(self, state: Path | None = None) -> None:
        self._state = state

    @cached_property
    def state(self) -> Path:
        """The folder; where none was given, this person's own, which is looked up when it is first needed."""
        if self._state is not None:
            return self._state
        import platformdirs

        return platformdirs.user_state_path("textfactor", appauthor=False)


def user_paths() -> Paths:
    """Return this person's folders, as the operating system has them."""
    return Paths()


class _Drafts:
    """Implements `DraftStore` by the draft's file, whose module is loaded with the first call."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def _file(self) -> DraftFile:
        from textfactor.adapters.draft_file import DraftFile

        return DraftFile(self._paths.state / "draft.json")

    def load(self) -> tuple[str, Answers] | None:
        """See `DraftFile`."""
        return self._file().load()

    def save(self, page: str, answers: Answers) -> None:
        """See `DraftFile`."""
        self._file().save(page, answers)

    def clear(self) -> None:
        """See `DraftFile`."""
        self._file().clear()


def services(paths: Paths) -> Services:
    """Put the program together. Nothing is started, and no file is written, before a call asks for it."""
    session = MemoryStore()

    def open_profile(profile: Profile, ctx: CallContext) -> OwnWorkspace:
        from textfactor.adapters.journal_file import JournalFile
        from textfactor.adapters.workspaces import OwnWorkspace
        from textfactor.services.context import Doing

        ctx.doing(Doing.OPENING_PROFILE)
        journal = JournalFile(paths.state / "journal.jsonl")
        return OwnWorkspace(profile, _secret_store(session), journal, _sender_practice, _runtime)

    return Services(
        open_practice=lambda ctx: open_practice(paths, ctx),
        open_profile=open_profile,
        drafts=_Drafts(paths),
        numbers=Numbers(),
        sender_code=lambda: assets.read_text(_SENDER),
    )


def _practice_options() -> tuple[str, ...]:
    """Say how the practice world is started."""
    latency = os.environ.get(LATENCY, "")
    return (*_PRACTICE_OPTIONS, "--latency", latency) if latency else _PRACTICE_OPTIONS


def open_practice(paths: Paths, ctx: CallContext) -> PracticeWorkspace:
    """Start a practice world, or join the one that TEXTFACTOR_PRACTICE names; raises PRACTICE_FAILED."""
    from hashlib import sha256

    from textfactor.adapters.practice_process import open_practice_process
    from textfactor.adapters.workspaces import PracticeWorkspace

    process = open_practice_process(ctx, _practice_options())
    try:
        runtime = _runtime(process.info.ca_file)  # may take a while, in which a stop can be asked for
        ctx.cancel.check()
    except BaseException:
        process.close()
        raise
    # Named after the world, so that commands which join the same one share its journal, and no others do.
    mark = sha256(process.info.control_token.encode()).hexdigest()[:12]
    journal = paths.state / f"practice-{mark}.jsonl"
    _sweep(paths.state)
    return PracticeWorkspace(process, journal, runtime)


def _sweep(folder: Path) -> None:
    """Remove the journals of practice worlds that were killed a day ago or more: their tenants are long gone."""
    for path in folder.glob("practice-*.jsonl"):
        with suppress(OSError):  # its own program may remove it first
            if time.time() - path.stat().st_mtime > _DAY:
                path.unlink()


def _sender_practice() -> PracticeProcess:
    """Start the practice world for runs of the sender alone."""
    from textfactor.adapters.practice_process import open_practice_process
    from textfactor.services.context import CallContext

    return open_practice_process(CallContext(), _practice_options())


def _secret_store(session: MemoryStore) -> SecretStore:
    """Take the keyring; where there is none, memory for this session."""
    from textfactor.adapters.keyring_store import KeyringStore
    from textfactor.domain.problems import ProblemError, ProblemKind

    store = KeyringStore(APP_ID)
    try:
        store.describe()
    except ProblemError as error:
        if error.problem.kind is ProblemKind.KEYRING_MISSING:
            return session
    return store


@lru_cache(maxsize=8)
def _runtime(ca_file: str) -> SenderRuntime:
    """Choose an engine once for each CA file; asking Node for its version takes a while."""
    from textfactor.adapters.runtimes import find_runtime

    return find_runtime(assets.path("runtime"), ca_file)


class PracticeWish(Protocol):
    """How a practice world in the foreground behaves; the command line has the meaning of each."""

    @property
    def faults(self) -> tuple[str, ...]:
        """Faults to switch on, by name."""
        ...

    @property
    def plan(self) -> str:
        """The Auth0 plan whose limits hold."""
        ...

    @property
    def path(self) -> str:
        """The phone path of the practice tenant."""
        ...

    @property
    def state(self) -> str:
        """How the practice tenant starts."""
        ...

    @property
    def latency(self) -> float:
        """Seconds that each answer waits."""
        ...

    @property
    def as_json(self) -> bool:
        """Whether it tells where it is as JSON."""
        ...

    @property
    def parent_pipe(self) -> bool:
        """Whether it ends when its standard input does."""
        ...


def practice_run_action() -> RunAction:
    """Adapt the sender's engines to what the practice tenant asks of whoever runs an Action's code."""
    from textfactor.domain.problems import ProblemError
    from textfactor.practice import ActionRun

    def run(job: ActionJob) -> ActionRun:
        try:
            result = _runtime(job.ca_file).run(job.code, job.handler, job.event, job.host_map)
        except ProblemError as error:
            message = f"no engine: {error.problem.detail}"
            raise RuntimeError(message) from error
        return ActionRun(
            result.outcome.value,
            result.engine,
            result.reason,
            result.error_code,
            result.error_stack,
            result.console,
            result.seconds,
        )

    return run


def serve_practice(wish: PracticeWish) -> int:
    """Run a practice world in the foreground until a signal; raises ValueError for an unknown fault or state."""
    from textfactor import practice

    def write(line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    practice.serve(
        practice_run_action(),
        write=write,
        json_line=wish.as_json,
        faults=wish.faults,
        plan=wish.plan,
        path=wish.path,
        state=wish.state,
        latency=wish.latency,
        parent_pipe=wish.parent_pipe,
    )
    return 0
