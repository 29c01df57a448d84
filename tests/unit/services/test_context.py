"""Stopping and reporting."""

import threading

import pytest

from textfactor.services.context import CallContext, CancelledError, CancelToken, Doing, Progress


def test_a_token_stops_looks_and_waits():
    token = CancelToken()
    token.check()
    token.sleep(0)
    assert not token.asked
    token.cancel()
    assert token.asked
    for stop in (token.check, lambda: token.sleep(60)):
        with pytest.raises(CancelledError):
            stop()


def test_a_wait_ends_when_another_thread_asks():
    token = CancelToken()
    other = threading.Thread(target=token.cancel)
    other.start()
    with pytest.raises(CancelledError):
        token.sleep(60)
    other.join()


def test_reports():
    seen = []
    CallContext(seen.append).doing(Doing.WRITING, 1, 2, "factor")
    assert seen == [Progress(Doing.WRITING, 1, 2, "factor")]
    CallContext().doing(Doing.WRITING)
