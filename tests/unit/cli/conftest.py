"""A command line over a world in memory."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.profiles import InMemoryKeeper, InMemoryProfiles
from tests.fakes.world import InMemoryWorkspace, SimpleNumbers
from tests.support.knowledge import known
from tests.support.rules import rules

from textfactor.adapters.folders import Folders
from textfactor.cli.app import run
from textfactor.cli.faces import Faces, PracticeOptions, TourOptions, WindowOptions
from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.profile import CredentialOffer, Profile
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import trigger_of
from textfactor.services.container import Services
from textfactor.services.context import CallContext

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Drafts:
    draft: tuple[str, Answers] | None = None

    def load(self) -> tuple[str, Answers] | None:
        return self.draft

    def save(self, page: str, answers: Answers) -> None:
        self.draft = (page, answers)

    def clear(self) -> None:
        self.draft = None


class PracticeOffers:
    """The practice account's key lies open."""

    def offers(self) -> tuple[CredentialOffer, ...]:
        return (CredentialOffer("practice", "abcd1234", "447700900001"),)

    def secret(self, offer: CredentialOffer) -> Secret:
        return Secret("s3cretS3cret")


@dataclass
class Ended:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer: stdout has to be one JSON value and nothing else."""
        return json.loads(self.out)


@dataclass
class Console:
    """Runs command lines and remembers what they started."""

    capsys: pytest.CaptureFixture[str]
    workspace: InMemoryWorkspace
    drafts: Drafts = field(default_factory=Drafts)
    profiles: InMemoryProfiles = field(default_factory=InMemoryProfiles)
    secrets: InMemoryKeeper = field(default_factory=InMemoryKeeper)
    opened: list[Profile] = field(default_factory=list)
    started: list[object] = field(default_factory=list)
    practice_path: TenantPath = TenantPath.UNIFIED
    code: int = 0
    on_open: Callable[[], None] = lambda: None
    on_practice: Callable[[PracticeOptions], None] = lambda _options: None

    def __call__(self, *argv: str) -> Ended:
        faces = Faces(
            self._services, self._practice, self._window, self._tour, self._self_check, self._faults
        )
        code = run(argv, faces)
        captured = self.capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    def _services(self, path: TenantPath = TenantPath.UNIFIED, /) -> Services:
        self.practice_path = path

        def open_practice(_ctx: CallContext) -> InMemoryWorkspace:
            self.on_open()
            return self.workspace

        def open_profile(profile: Profile, _ctx: CallContext) -> InMemoryWorkspace:
            self.opened.append(profile)
            return self.workspace

        def sender_code(path: TenantPath) -> str:
            return (ROOT / "resources" / "sender" / f"{trigger_of(path)}.js").read_text(encoding="utf-8")

        return Services(
            open_practice,
            open_profile,
            self.drafts,
            SimpleNumbers(),
            sender_code,
            known,
            sending_rules=rules,
            folders=Folders(),
            profiles=self.profiles,
            secrets=self.secrets,
        )

    def _practice(self, options: PracticeOptions) -> int:
        self.on_practice(options)
        return self._start(options)

    def _window(self, options: WindowOptions) -> int:
        return self._start(options)

    def _tour(self, options: TourOptions) -> int:
        return self._start(options)

    def _faults(self) -> tuple[tuple[str, str], ...]:
        return (("slow", "Each answer takes one second more."), ("trial", "A trial account."))

    def _self_check(self) -> int:
        return self._start("self-check")

    def _start(self, options: object) -> int:
        self.started.append(options)
        return self.code


@pytest.fixture
def console(capsys: pytest.CaptureFixture[str]) -> Console:
    return Console(capsys, InMemoryWorkspace(offers=PracticeOffers()))  # pyright: ignore[reportArgumentType]


class Typed(io.TextIOWrapper):
    """A terminal on which this was typed."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a terminal in place of stdin, with a line typed on it."""
    return lambda line: monkeypatch.setattr("sys.stdin", Typed(io.BytesIO(line.encode())))
