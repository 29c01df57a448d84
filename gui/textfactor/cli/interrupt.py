"""Ctrl-C asks a running call to stop at the next safe place; a second one ends it where it is."""

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

from textfactor.services.context import CancelledError, CancelToken


@contextmanager
def asking() -> Generator[None]:
    """Let the first Ctrl-C at a question stop at once: nothing is under way. Raises `CancelledError` for it."""
    try:
        if threading.current_thread() is threading.main_thread():
            former = signal.signal(signal.SIGINT, signal.default_int_handler)
            try:
                yield
            finally:
                signal.signal(signal.SIGINT, former)
        else:
            yield
    except KeyboardInterrupt:
        raise CancelledError from None


@contextmanager
def interruptible(token: CancelToken) -> Generator[None]:
    """Turn the first Ctrl-C into a stop between two writes. Outside the main thread nothing is changed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        if token.asked:
            raise KeyboardInterrupt
        token.cancel()

    former = signal.signal(signal.SIGINT, on_signal)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
