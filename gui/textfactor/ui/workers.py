"""The threads themselves: some that read side by side, one that writes, one that keeps what is ours."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Literal, get_args

_READERS = 4
_PATIENCE = 0.9
"""Seconds that closing the window waits for calls which are still under way."""


Kind = Literal["read", "write", "keep"]


class Workers:
    """Runs pieces of work, each kind in the order of asking. A piece of work must not raise."""

    def __init__(self) -> None:
        self._futures: set[Future[None]] = set()
        self._pools: dict[Kind, ThreadPoolExecutor] = {
            kind: ThreadPoolExecutor(_READERS if kind == "read" else 1, thread_name_prefix=kind)
            for kind in get_args(Kind)
        }

    def submit(self, kind: Kind, work: Callable[[], None]) -> None:
        """Run this beside the caller."""
        future = self._pools[kind].submit(work)
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)

    def end(self) -> None:
        """Begin nothing more, except for what is to be kept, and wait a moment (under a second) for what runs."""
        for kind, pool in self._pools.items():
            pool.shutdown(wait=False, cancel_futures=kind != "keep")
        wait(set(self._futures), timeout=_PATIENCE)
