"""The composition root: the only module that knows every adapter.

Putting the program together loads hardly more than this module: the adapters, and with them the network and the
vendors' packages, come with the first call that needs them. That one runs in a worker, so the window paints first.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import suppress
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from textfactor import APP_ID, assets
from textfactor.adapters.numbers import Numbers
from textfactor.services.container import Services

if TYPE_CHECKING:  # loaded by the functions that use them
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textfactor.adapters.draft_file import DraftFile
    from textfactor.adapters.log_archive import LogArchive
    from textfactor.adapters.practice_process import PracticeProcess
    from textfactor.adapters.profile_file import ProfileFile
    from textfactor.adapters.secret_keeper import ChosenSecrets
    from textfactor.adapters.sent_tests_file import SentTestsFile
    from textfactor.adapters.workspaces import OwnWorkspace, PracticeWorkspace
    from textfactor.domain.answers import TenantPath
    from textfactor.domain.profile import Profile
    from textfactor.domain.sending_rules import SendingRules
    from textfactor.practice import ActionJob, ActionRun, RunAction
    from textfactor.services.context import CallContext
    from textfactor.services.diagnosis.bulk.source import ExportSource
    from textfactor.services.diagnosis.knowledge import Knowledge
    from textfactor.services.ports import SenderRuntime
    from textfactor.services.storing import DraftStore, FolderStore, ProfileStore

T = TypeVar("T")
_PRACTICE_OPTIONS = ("--plan", "enterprise")
"""The plan with the widest rate limits: whoever practises shall not wait."""
_DAY = 86_400.0
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


class _Late:
    """Stands for a part whose module is loaded when it is first asked for something, in whichever thread."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._part: object | None = None

    def __getattr__(self, name: str) -> object:
        with self._lock:
            if self._part is None:
                self._part = self._make()
        return getattr(self._part, name)


def services(paths: Paths, practice_path: TenantPath | None = None) -> Services:
    """Put the program together. Nothing is started, and no file is written, before a call asks for it.

    `practice_path` is that of a practice world which these services start; unified if none is given.
    """
    profiles = cast("ProfileStore", _Late(lambda: _profiles(paths)))
    secrets = cast("ChosenSecrets", _Late(lambda: _secrets(profiles)))

    def open_profile(profile: Profile, ctx: CallContext) -> OwnWorkspace:
        from textfactor.adapters.journal_file import JournalFile
        from textfactor.adapters.workspaces import OwnFiles, OwnWorkspace
        from textfactor.services.context import Doing

        ctx.doing(Doing.OPENING_PROFILE)
        journal = JournalFile(paths.state / "journal.jsonl")
        secrets.look()
        files = OwnFiles(journal, _sent_tests(paths.state), _archive(paths.state))
        return OwnWorkspace(profile, secrets, files, _sender_practice, _runtime)

    return Services(
        open_practice=lambda ctx: open_practice(paths, ctx, practice_path),
        open_profile=open_profile,
        drafts=cast("DraftStore", _Late(lambda: _drafts(paths))),
        profiles=profiles,
        secrets=secrets,
        numbers=Numbers(),
        folders=cast("FolderStore", _Late(_folders)),
        sender_code=_sender_code,
        sending_rules=_sending_rules,
        knowledge=_knowledge,
        open_export=_open_export,
        archive=lambda: _archive(paths.state),
        sent_tests=lambda: _sent_tests(paths.state),
        together=_together,
        save_file=_save_file,
    )


def _open_export(path: Path) -> ExportSource:
    from textfactor.adapters.export_file import ExportFile

    return ExportFile(path)


def _archive(state: Path) -> LogArchive:
    from textfactor.adapters.log_archive import LogArchive

    return LogArchive(state / "logs.sqlite")


def _sent_tests(state: Path) -> SentTestsFile:
    from textfactor.adapters.sent_tests_file import SentTestsFile

    return SentTestsFile(state / "tests.jsonl")


def _together(calls: Sequence[Callable[[], T]]) -> list[T]:
    from textfactor.adapters.side_by_side import side_by_side

    return side_by_side(calls)


def _save_file(path: Path, content: bytes, replace: bool) -> None:
    from textfactor.adapters.whole_file import save_whole

    save_whole(path, content, replace=replace)


def _folders() -> object:
    from textfactor.adapters.folders import Folders

    return Folders()


def _sender_code(path: TenantPath) -> str:
    """Read the sender for this path; the files are called like Auth0's triggers."""
    from textfactor.domain.tenant import trigger_of

    return assets.read_text(f"sender/{trigger_of(path)}.js")


@lru_cache(maxsize=1)
def _sending_rules() -> SendingRules:
    """Read the country rules, once."""
    from textfactor.services.sending.rules import load_rules

    return load_rules(assets.path("sending/countries.json").read_bytes())


@lru_cache(maxsize=1)
def _knowledge() -> Knowledge:
    """Read what the diagnosis knows; a few milliseconds, and only once."""
    from textfactor.services.diagnosis.knowledge import load_knowledge

    folder = assets.path("knowledge")
    return load_knowledge({file.name: file.read_bytes() for file in folder.glob("*.json")})


def _practice_options(path: TenantPath | None = None) -> tuple[str, ...]:
    """Say how the practice world is started."""
    latency = os.environ.get(LATENCY, "")
    options = (*_PRACTICE_OPTIONS, "--path", path.value) if path else _PRACTICE_OPTIONS
    return (*options, "--latency", latency) if latency else options


def open_practice(paths: Paths, ctx: CallContext, path: TenantPath | None = None) -> PracticeWorkspace:
    """Start a practice world, or join the one that TEXTFACTOR_PRACTICE names; raises PRACTICE_FAILED."""
    from hashlib import sha256

    from textfactor.adapters.practice_process import open_practice_process
    from textfactor.adapters.workspaces import PracticeWorkspace

    process = open_practice_process(ctx, _practice_options(path))
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
    for path in folder.glob("practice-*"):
        with suppress(OSError):  # its own program may remove it first
            if time.time() - path.stat().st_mtime > _DAY:
                path.unlink()


def _sender_practice() -> PracticeProcess:
    """Start the practice world for runs of the sender alone."""
    from textfactor.adapters.practice_process import open_practice_process
    from textfactor.services.context import CallContext

    return open_practice_process(CallContext(), _practice_options())


def _drafts(paths: Paths) -> DraftFile:
    from textfactor.adapters.draft_file import DraftFile

    return DraftFile(paths.state / "draft.json")


def _profiles(paths: Paths) -> ProfileFile:
    from textfactor.adapters.profile_file import ProfileFile

    return ProfileFile(paths.state / "profiles.json")


def _secrets(profiles: ProfileStore) -> ChosenSecrets:
    """Make the store of all secrets: the keyring under the program's reverse-DNS name, or memory."""
    from textfactor.adapters.keyring_store import KeyringStore
    from textfactor.adapters.memory_store import MemoryStore
    from textfactor.adapters.secret_keeper import ChosenSecrets

    return ChosenSecrets(MemoryStore(), KeyringStore(APP_ID), profiles)


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
