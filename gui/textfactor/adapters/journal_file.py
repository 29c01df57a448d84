"""The journal of applies: one line of JSON for each step, on the disk before the step is made.

It is the history of changes too: who, when, what. Lines are only ever added.
"""

import getpass
import os
import threading
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path
from typing import Any

import msgspec

from textfactor.adapters.journal_lines import change_from, change_to, plan_from, plan_to, problem_from
from textfactor.domain.history import RunRecord, joined
from textfactor.domain.plan import Change, Plan, Receipt, Resource
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service


class JournalFile:
    """Implements `Journal`. Holds names and texts, never a secret.

    Of secrets a state has the names alone, of an Action's code the journal has the digest. The file is made readable
    for its owner only. A line that a kill cut short is skipped when reading.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def begin(self, plan: Plan) -> str:
        """Write the plan down and return the run's id; raises FILE_FAILED."""
        run = uuid.uuid4().hex
        self._append(run, "begin", {"who": _user(), "plan": plan_to(plan)})
        return run

    def writing(self, run: str, change: Change) -> None:
        """Note, on disk, that this change is about to be made; raises FILE_FAILED."""
        self._append(run, "writing", {"change": change_to(change)})

    def written(self, run: str, change: Change) -> None:
        """Note that it was made, as it was made; raises FILE_FAILED."""
        self._append(run, "written", {"change": change_to(change)})

    def end(self, run: str, receipt: Receipt) -> None:
        """Close the run; raises FILE_FAILED."""
        fields = {
            "applied": [change_to(change) for change in receipt.applied],
            "stopped_by": msgspec.to_builtins(receipt.stopped_by),
            "cancelled": receipt.cancelled,
            "left": [part.value for part in receipt.left],
        }
        self._append(run, "end", fields)

    def last(self, domain: str) -> Receipt | None:
        """Read the newest run on this tenant, None when there is none.

        A run that was stopped and the one that went on with it are one run: taking it back takes back both.
        Of a run that was killed on the way, a change that was being written counts as made: nobody knows, and
        taking it back is safe either way, as undo compares before it writes.
        """
        receipts = [run.receipt() for run in self._runs(domain).values()]
        return reduce(joined, receipts) if receipts else None

    def history(self, domain: str) -> tuple[RunRecord, ...]:
        """List all runs on this tenant, oldest first; raises FILE_FAILED."""
        return tuple(run.record(name) for name, run in self._runs(domain).items())

    def _runs(self, domain: str) -> "dict[str, _Run]":
        runs: dict[str, _Run] = {}
        for line in self._lines():
            _Run.follow(runs, line)
        return {name: run for name, run in runs.items() if run.plan.domain == domain}

    def _append(self, run: str, event: str, fields: dict[str, Any]) -> None:
        """Write one line and wait until the disk has it."""
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = msgspec.json.encode({"run": run, "at": at, "event": event, **fields})
        try:
            with self._lock:
                fresh = not self._path.exists()
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                handle = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
                try:
                    _write_all(handle, line_end(handle) + line + b"\n")
                    os.fsync(handle)
                finally:
                    os.close(handle)
                if fresh:
                    sync_folder(self._path.parent)
        except OSError as error:
            raise file_failed(self._path, error) from None

    def _lines(self) -> Iterator[dict[str, Any]]:
        """Read the lines that are whole."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            raise file_failed(self._path, error) from None
        for line in data.splitlines():
            try:
                yield msgspec.json.decode(line, type=dict[str, Any])
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue


@dataclass(slots=True)
class _Run:
    """One run as far as the journal tells."""

    plan: Plan
    who: str = ""
    began: str = ""
    closed: str = ""
    made: list[Change] = field(default_factory=list[Change])
    doubtful: Change | None = None
    ended: Receipt | None = None

    @staticmethod
    def follow(runs: "dict[str, _Run]", line: dict[str, Any]) -> None:
        """Take one line in; a line that makes no sense is left out."""
        try:
            if line["event"] == "begin":
                runs[line["run"]] = _Run(plan_from(line["plan"]), str(line.get("who", "")), str(line["at"]))
            else:
                runs[line["run"]]._take(line)
        except (KeyError, TypeError, ValueError, msgspec.ValidationError):
            return

    def _take(self, line: dict[str, Any]) -> None:
        """Take a line of this run in."""
        if line["event"] == "writing":
            change = change_from(line["change"])
            if self.doubtful is not None:
                # A run goes on only after a write that was made: the line that said so is damaged.
                self.made.append(self.doubtful)
            self.doubtful = change
        elif line["event"] == "written":
            self.made.append(change_from(line["change"]))
            self.doubtful = None
        elif line["event"] == "end":
            applied = tuple(change_from(one) for one in line["applied"])
            stopped = problem_from(line.get("stopped_by"))
            self.closed = str(line["at"])
            left = tuple(Resource(part) for part in line.get("left", ()))
            cancelled = line.get("cancelled") is True
            made = (*applied, *self._under_way(applied, stopped))
            self.ended = Receipt(self.plan, made, stopped, cancelled, left)

    def _under_way(self, applied: tuple[Change, ...], stopped: Problem | None) -> tuple[Change, ...]:
        """Name the write that stopped the run by not being answered: it may have landed after the run looked for it.

        Taking it back is safe either way, as undo compares before it writes.
        """
        late = self.doubtful
        if late is None or stopped is None or stopped.kind is not ProblemKind.TIMED_OUT:
            return ()
        return () if late.resource in (change.resource for change in applied) else (late,)

    def receipt(self) -> Receipt:
        """Say what it did; the receipt of a run that was killed names that as what stopped it."""
        if self.ended is not None:
            return self.ended
        made = (*self.made, self.doubtful) if self.doubtful else tuple(self.made)
        killed = Problem(ProblemKind.UNEXPECTED, Service.LOCAL, "the program ended during this run")
        return Receipt(self.plan, made, killed)

    def record(self, name: str) -> RunRecord:
        """Describe it for the history."""
        return RunRecord(name, self.who, self.began, self.closed, self.receipt())


def _user() -> str:
    """Name who is logged in here, empty where the system does not tell."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _write_all(handle: int, data: bytes) -> None:
    """Write to the last byte: a disk that is nearly full takes a part of a line, and says nothing until asked again."""
    while data:
        data = data[os.write(handle, data) :]


def line_end(handle: int) -> bytes:
    """Close a line that a kill cut short, so that the next one stands alone."""
    size = os.lseek(handle, 0, os.SEEK_END)
    if size == 0:
        return b""
    os.lseek(handle, size - 1, os.SEEK_SET)
    return b"" if os.read(handle, 1) == b"\n" else b"\n"


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file's name lasting; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def file_failed(path: Path, error: OSError) -> ProblemError:
    """Make a problem of a file that could not be read or written; only its name is told, not its place."""
    said = f"{path.name}: {error.strerror or type(error).__name__}"
    return ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, said))
