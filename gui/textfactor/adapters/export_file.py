"""An export on disk: read in parts by several processes where that pays, and row by row later on."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from array import array
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import msgspec

from textfactor.adapters.export_text import Opened, refused
from textfactor.adapters.export_worker import LENGTH, Job, read_answer, run
from textfactor.services.diagnosis.bulk.columns import COLUMNS, Stretch
from textfactor.services.diagnosis.bulk.scanning import parts, scan_stream
from textfactor.services.diagnosis.bulk.sniff import GZIP, HEAD, ZIP, sniff
from textfactor.services.diagnosis.encodings import wide_encoding

if TYPE_CHECKING:
    from textfactor.services.context import CancelToken

_PART: Final = 12 * 1024 * 1024
_ALONE: Final = 48 * 1024 * 1024
"""A file below this is read before other processes would have started."""
_MOST_PROCESSES: Final = 4
_LOOK: Final = 0.1


class ExportFile:
    """Implements `ExportSource` for a path. Raises FILE_FAILED when it cannot be opened.

    `processes` are as many as there are processors, but few, unless told; files below `alone` bytes get none.
    """

    def __init__(self, path: Path, processes: int = 0, alone: int = _ALONE) -> None:
        self._path = path
        self._alone = alone
        self._processes = processes or min(_MOST_PROCESSES, _processors())
        try:
            self._file = path.open("rb")
            self.size = os.fstat(self._file.fileno()).st_size
            self._head = self._file.read(HEAD)
            self._file.seek(0)
        except OSError as error:
            raise refused(error.strerror or type(error).__name__) from None
        self._kept: IO[bytes] | None = None
        self._kept_size = 0

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self._path.name

    def close(self) -> None:
        """Close the file and drop what was kept of it."""
        self._file.close()
        if self._kept is not None:
            self._kept.close()

    def read(self, offset: int, length: int) -> bytes:
        """Read a row again."""
        file = self._file if self._kept is None else self._kept
        try:
            file.seek(offset)
            return file.read(length)
        except (OSError, ValueError) as error:
            raise refused(getattr(error, "strerror", None) or "closed") from None

    def stretches(self, cancel: CancelToken) -> Generator[Stretch]:
        """Scan the file. The stretches come as they are done, not in order. Closing it ends the processes."""
        found = sniff(self._head)
        packed = self._head.startswith((GZIP, ZIP)) or bool(wide_encoding(self._head))
        try:
            if packed or found.format != "lines":
                yield from self._stream(cancel)
                return
            length = _PART if self.size >= _ALONE else _PART // 4
            jobs = [
                Job(str(self._path), begin, end, found.everything) for begin, end in parts(self.size, length)
            ]
            if self.size < self._alone or self._processes < 2:
                for job in jobs:
                    cancel.check()
                    yield run(job)
            else:
                yield from _Team(self._processes).work(jobs, cancel)
        except OSError as error:
            raise refused(error.strerror or type(error).__name__) from None

    def _stream(self, cancel: CancelToken) -> Iterator[Stretch]:
        """Read what cannot be read in parts, and keep its rows about SMS in a file without a name."""
        opened = Opened(self._file)
        number = 0
        self._kept = tempfile.TemporaryFile(prefix="textfactor-")  # noqa: SIM115 - it lives as long as this object
        for text in opened.texts():
            for stretch in scan_stream(text, opened.place, number):
                cancel.check()
                number = stretch.start + 1
                stretch.format = "+".join((*dict.fromkeys(opened.wraps), stretch.format))
                if opened.cut:
                    stretch.notes = [*stretch.notes, "cut_off"]
                yield self._keep(stretch)

    def _keep(self, stretch: Stretch) -> Stretch:
        if stretch.kept and self._kept is not None:
            offsets = array(COLUMNS[0])
            offsets.frombytes(stretch.columns[0])
            base = self._kept_size
            stretch.columns[0] = array(COLUMNS[0], (base + offset for offset in offsets)).tobytes()
            self._kept.seek(base)
            self._kept.write(stretch.kept)
            self._kept_size += len(stretch.kept)
            stretch.kept = b""
        return stretch


def _processors() -> int:
    counted = getattr(os, "sched_getaffinity", None)
    return len(counted(0)) if counted is not None else os.cpu_count() or 1


class _Team:
    """Some processes that share the parts of a file."""

    def __init__(self, count: int) -> None:
        self._count = count

    def work(self, jobs: list[Job], cancel: CancelToken) -> Iterator[Stretch]:
        """Hand each process the next part when it is done with one. Whatever happens, none is left running."""
        queue = deque(jobs)
        members: list[_Member] = []
        with ThreadPoolExecutor(self._count, thread_name_prefix="export") as threads:
            try:
                members.extend(_Member() for _ in range(self._count))
                waiting: dict[Future[Stretch], _Member] = {}
                for member in members:
                    if queue:
                        waiting[threads.submit(member.do, queue.popleft())] = member
                while waiting:
                    cancel.check()
                    done, _ = wait(waiting, _LOOK, FIRST_COMPLETED)
                    for future in done:
                        member = waiting.pop(future)
                        if queue:
                            waiting[threads.submit(member.do, queue.popleft())] = member
                        yield future.result()
            finally:
                for member in members:
                    member.end()


class _Member:
    """One process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            program(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def do(self, job: Job) -> Stretch:
        """Have one job done; raises FILE_FAILED when the file or the process is gone."""
        jobs, answers = self._process.stdin, self._process.stdout
        assert jobs is not None  # noqa: S101 - pipes were asked for
        assert answers is not None  # noqa: S101
        try:
            jobs.write(msgspec.json.encode(job) + b"\n")
            jobs.flush()
            length = int.from_bytes(answers.read(LENGTH), "big")
            answer = answers.read(length)
        except (OSError, ValueError):
            answer, length = b"", 0
        if not length or len(answer) < length:
            raise refused("a part of it could not be read")
        return read_answer(answer)

    def end(self) -> None:
        """End it at once; it holds nothing that could be lost."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            # What it did not take can no longer be flushed to it; the pipe is closed all the same.
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


def program() -> list[str]:
    """Say how to run a worker: a frozen build is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "export-worker"]
    return [sys.executable, "-m", "textfactor.adapters.export_worker"]


def _environment() -> dict[str, str]:
    """Let the worker find this very package; people are counted by hashes, which all workers must share."""
    child = dict(os.environ)
    child["PYTHONHASHSEED"] = "0"
    if not getattr(sys, "frozen", False):
        root = str(Path(__file__).resolve().parents[2])
        child["PYTHONPATH"] = os.pathsep.join(part for part in (root, child.get("PYTHONPATH", "")) if part)
    return child
