"""Work beside the request that asked for it: in a thread of its own, waited for, but not for ever."""

import threading
import time
from collections.abc import Callable
from typing import Final

PATIENCE: Final = 5.0
"""A request waits so many seconds for its work; a message that takes longer is sent after the answer."""

_STOP_SECONDS: Final = 2.0


class Aside:
    """Runs work in daemon threads and knows which are still busy."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Wait `patience` seconds for each piece of work."""
        self._patience = patience
        self._lock = threading.Lock()
        self._busy: set[threading.Thread] = set()

    def run(self, work: Callable[[], object]) -> None:
        """Run `work` and wait for it as long as patience lasts."""
        self.later(work).join(self._patience)

    def later(self, work: Callable[[], object]) -> threading.Thread:
        """Run `work` and do not wait for it; return its thread."""
        thread = threading.Thread(target=self._do, args=(work,), name="practice-aside", daemon=True)
        with self._lock:
            self._busy.add(thread)
        thread.start()
        return thread

    def finish(self) -> None:
        """Wait a little for what is still busy."""
        with self._lock:
            busy = list(self._busy)
        deadline = time.monotonic() + _STOP_SECONDS
        for thread in busy:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        finally:
            with self._lock:
                self._busy.discard(threading.current_thread())
