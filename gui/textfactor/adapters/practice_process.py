"""The practice world in a process of its own, which dies with ours; or one that already runs."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from textfactor.adapters.practice_info import PracticeInfo, failed, read_info
from textfactor.adapters.redaction import redact
from textfactor.services.context import CallContext, Doing

JOIN = "TEXTFACTOR_PRACTICE"
"""Environment variable that names a file with the line of a practice world to join."""
START_SECONDS = 20.0
"""How long a practice world may take to say where it is."""
JOIN_SECONDS = 5.0
"""How long a file to join may stay empty: `textfactor practice --json > FILE &` makes it before the world runs."""
_END_SECONDS = 3.0
_LOOK_SECONDS = 0.05
_LONGEST_LINE = 64 * 1024


class PracticeProcess:
    """A running practice world, ours or a joined one; `close` ends only ours.

    The child gets a pipe as its standard input and ends when the pipe does: it cannot outlive us,
    however we die.
    """

    def __init__(self, info: PracticeInfo, child: "_Child | None") -> None:
        self.info = info
        self._child = child

    @property
    def joined(self) -> bool:
        """Whether somebody else started it and will end it."""
        return self._child is None

    def close(self) -> None:
        """End it if it is ours. May be called twice."""
        if self._child is not None:
            self._child.close()


def open_practice_process(
    ctx: CallContext, options: Sequence[str] = (), command: Sequence[str] | None = None
) -> PracticeProcess:
    """Join the world that `TEXTFACTOR_PRACTICE` names, else start one.

    `options` are those of `textfactor practice`; `command` replaces the program in tests. Raises
    PRACTICE_FAILED with the last line it wrote to stderr, and `CancelledError` when a stop is asked for;
    then nothing keeps running.
    """
    joined = os.environ.get(JOIN, "")
    if joined:
        return PracticeProcess(_read_file(Path(joined), ctx), None)
    ctx.doing(Doing.STARTING_PRACTICE)
    child = _Child([*(command or program()), *options])
    try:
        return PracticeProcess(child.wait_until_ready(ctx), child)
    except BaseException:
        child.close()
        raise


def program() -> list[str]:
    """Say how to run our own `practice` command: a frozen build is its own interpreter."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "textfactor"]
    return [*start, "practice", "--json", "--parent-pipe"]


def _environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Let the child find this very package, installed or not, and start a world of its own."""
    child = {name: value for name, value in environment.items() if name != JOIN}
    if not getattr(sys, "frozen", False):
        root = str(Path(__file__).resolve().parents[2])
        child["PYTHONPATH"] = os.pathsep.join(part for part in (root, child.get("PYTHONPATH", "")) if part)
    return child


def _read_file(path: Path, ctx: CallContext) -> PracticeInfo:
    """Read the line of a running world from its file. An empty one is of a world that is just starting: wait for it."""
    until = time.monotonic() + JOIN_SECONDS
    try:
        while not (line := path.read_bytes()).strip() and time.monotonic() < until:
            ctx.doing(Doing.STARTING_PRACTICE)
            ctx.cancel.sleep(_LOOK_SECONDS)
        info = read_info(line)
        ended = not Path(info.ca_file).is_file()
    except OSError as error:  # the certificate's too: the world may be another person's
        raise failed(f"{JOIN}: {error.strerror}") from None
    if ended:
        # A world takes its certificate along when it ends.
        raise failed(f"{JOIN}: this practice world has ended")
    return info


class _Child:
    """The process and the two threads that empty its pipes, so that it never blocks on a full one."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_environment(os.environ),
                # Ctrl-C at a terminal goes to a whole group; the world must outlast the step that is under way.
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise failed(error.strerror or type(error).__name__) from None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._last_words = b""
        self._readers = (
            self._reading(self._process.stdout, self._first_line),
            self._reading(self._process.stderr, self._keep_last),
        )

    def wait_until_ready(self, ctx: CallContext) -> PracticeInfo:
        """Wait for its line."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            ctx.cancel.check()
            try:
                line = self._lines.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue
            if line:
                return read_info(line)
            raise self._died()
        raise failed(f"not ready after {START_SECONDS:.0f} s")

    def close(self) -> None:
        """End the input, which ends the child; then less and less kindly. May be called twice."""
        if self._process.stdin is not None and not self._process.stdin.closed:
            self._process.stdin.close()
        for harder in (self._process.terminate, self._process.kill):
            try:
                self._process.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                harder()
        self._process.wait()
        for reader, pipe in zip(self._readers, (self._process.stdout, self._process.stderr), strict=True):
            reader.join(_END_SECONDS)
            # A grandchild may hold the pipe open; closing it under its reader would block.
            if pipe is not None and not reader.is_alive():
                pipe.close()

    def _died(self) -> Exception:
        """Say with its own last words why there is no line."""
        self.close()
        words = redact(self._last_words.decode("utf-8", "replace"))
        return failed(words or f"it ended with {self._process.returncode}")

    def _first_line(self, pipe: IO[bytes]) -> None:
        """Pass the first line on (empty when there is none), then read on for nothing."""
        self._lines.put(pipe.readline(_LONGEST_LINE))
        while pipe.read(_LONGEST_LINE):
            pass

    def _keep_last(self, pipe: IO[bytes]) -> None:
        """Remember the last line that says something."""
        for line in iter(lambda: pipe.readline(_LONGEST_LINE), b""):
            self._last_words = line.strip() or self._last_words

    @staticmethod
    def _reading(pipe: IO[bytes] | None, read: Callable[[IO[bytes]], None]) -> threading.Thread:
        """Start a thread that reads a pipe to its end."""
        thread = threading.Thread(target=read, args=(pipe,), name="practice-pipe", daemon=True)
        thread.start()
        return thread
