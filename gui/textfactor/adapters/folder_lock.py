"""Keeps two of our processes, say the window and a command, from changing the files of one folder at once."""

import os
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

_TRIES, _PAUSE = 100, 0.05
"""A change takes some milliseconds; whoever holds the folder for five seconds is stopped, and is not waited for."""


@contextmanager
def alone_in(folder: Path) -> Generator[None]:
    """Wait for others that are changing files here, and keep them waiting until the block ends.

    It is a courtesy among our own: where the system has no such lock (Windows, some network drives), where the folder
    is not there yet, or where somebody does not let go, the block runs all the same. No file is left behind.
    """
    handle = _opened(folder)
    try:
        if handle is not None:
            _take(handle)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _opened(folder: Path) -> int | None:
    with suppress(OSError):
        return os.open(folder, os.O_RDONLY)
    return None


def _take(handle: int) -> None:
    """Lock the folder; closing the handle lets go, and so does the end of the process."""
    if sys.platform == "win32":
        return
    import fcntl

    waiting = threading.Event()
    for _try in range(_TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting.wait(_PAUSE)
        except OSError:
            return
        else:
            return
