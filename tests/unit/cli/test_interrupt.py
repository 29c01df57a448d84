"""Ctrl-C turned into a stop between two writes."""

import signal
import threading

import pytest

from textfactor.cli.interrupt import interruptible
from textfactor.services.context import CancelToken


def test_the_first_asks_and_the_second_ends() -> None:
    token = CancelToken()
    with interruptible(token):
        signal.raise_signal(signal.SIGINT)
        assert token.asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_another_thread_leaves_the_signal_alone() -> None:
    handlers: list[object] = []

    def work() -> None:
        with interruptible(CancelToken()):
            handlers.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert handlers == [signal.default_int_handler]
