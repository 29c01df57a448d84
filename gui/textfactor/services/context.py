"""What a running call may do besides its work: report progress, and notice that it shall stop."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Doing(StrEnum):
    """What a call is busy with; `words.progress` has the sentence for each."""

    STARTING_PRACTICE = "starting_practice"
    OPENING_PROFILE = "opening_profile"
    READING_BALANCE = "reading_balance"
    READING_NUMBERS = "reading_numbers"
    READING_PRICE = "reading_price"
    READING_REPORTS = "reading_reports"
    KEEPING_SECRET = "keeping_secret"
    CHECKING_KEYRING = "checking_keyring"
    SENDING = "sending"
    GETTING_TOKEN = "getting_token"
    FINDING_PATH = "finding_path"
    READING_TENANT = "reading_tenant"
    RUNNING_SENDER = "running_sender"
    PLANNING = "planning"
    COMPARING = "comparing"
    WRITING = "writing"
    BUILDING = "building"
    STARTING_LOGIN = "starting_login"
    WATCHING_LOG = "watching_log"
    READING_LOG = "reading_log"
    CHECKING_CODE = "checking_code"
    READING_EXPORT = "reading_export"
    WRITING_FILES = "writing_files"
    EXAMINING = "examining"


@dataclass(frozen=True, slots=True)
class Progress:
    """Step `done` of `total` is under way (`total` 0: not known). `subject` names the thing, such as a change's id."""

    doing: Doing
    done: int = 0
    total: int = 0
    subject: str = ""


class CancelledError(Exception):
    """The person asked to stop; raised only between writes, never inside one."""


class CancelToken:
    """Set once, from any thread; the call looks at it where stopping is safe."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the call to stop at the next safe place."""
        self._event.set()

    @property
    def asked(self) -> bool:
        """Whether a stop was asked for."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `CancelledError` when a stop was asked for."""
        if self._event.is_set():
            raise CancelledError

    def sleep(self, seconds: float) -> None:
        """Wait, but end at once with `CancelledError` when a stop is asked for."""
        if self._event.wait(seconds):
            raise CancelledError


def _silent(_progress: Progress) -> None:
    """Take a report and do nothing with it."""


@dataclass(frozen=True, slots=True)
class CallContext:
    """Handed to each call: `report` takes progress (from the worker thread), `cancel` is the stop sign."""

    report: Callable[[Progress], None] = _silent
    cancel: CancelToken = field(default_factory=CancelToken)

    def doing(self, doing: Doing, done: int = 0, total: int = 0, subject: str = "") -> None:
        """Check for a stop, then report what comes next."""
        self.cancel.check()
        self.report(Progress(doing, done, total, subject))


Call = Callable[[CallContext], T]
"""A piece of work that runs in a worker thread: a plain function of its context."""
