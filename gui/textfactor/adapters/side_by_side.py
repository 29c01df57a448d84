"""Makes calls side by side, each in a thread of its own that ends with them."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def side_by_side(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Implements `Together`: the caller waits for all of them, also where one fails."""
    with ThreadPoolExecutor(max(len(calls), 1), thread_name_prefix="together") as pool:
        futures = [pool.submit(call) for call in calls]
        return [future.result() for future in futures]
