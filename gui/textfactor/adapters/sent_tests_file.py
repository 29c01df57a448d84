"""The history of test messages: one JSON object a line, the newest word on a message last."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from textfactor.adapters.journal_file import file_failed, line_end
from textfactor.domain.sent_tests import SentTest

_MOST = 500
"""Tests that are kept; the file is written anew with half of them when it has grown to twice as many lines."""


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"


class MemorySentTests:
    """Implements `SentTests` for the practice world, whose messages mean nothing tomorrow."""

    def __init__(self) -> None:
        self._sent: dict[str, SentTest] = {}

    def now(self) -> str:
        """The time in UTC, to the second."""
        return _now()

    def add(self, sent: SentTest) -> None:
        """Write down a test, or a new word on one that is there."""
        self._sent[sent.id] = sent

    def all(self) -> tuple[SentTest, ...]:
        """Read all tests, newest first."""
        return tuple(reversed(tuple(self._sent.values())))

    def clear(self) -> None:
        """Drop them all."""
        self._sent.clear()


class SentTestsFile:
    """Implements `SentTests`. A line that a kill cut off, or that nobody understands, is passed over."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> str:
        """The time in UTC, to the second."""
        return _now()

    def add(self, sent: SentTest) -> None:
        """Write down a test, or a new word on one that is there; raises FILE_FAILED."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            with self._path.open("a+b") as file:
                file.write(line_end(file.fileno()) + msgspec.json.encode(sent) + b"\n")
        except OSError as error:
            raise file_failed(self._path, error) from None
        if len(self._lines()) > 2 * _MOST:
            self._shorten()

    def all(self) -> tuple[SentTest, ...]:
        """Read all tests, newest first."""
        found: dict[str, SentTest] = {}
        for line in self._lines():
            try:
                sent = msgspec.json.decode(line, type=SentTest)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue
            found[sent.id] = sent
        return tuple(reversed(found.values()))

    def clear(self) -> None:
        """Drop them all; raises FILE_FAILED."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise file_failed(self._path, error) from None

    def _lines(self) -> list[bytes]:
        try:
            return self._path.read_bytes().splitlines()
        except OSError:
            return []

    def _shorten(self) -> None:
        """Keep the newest; raises FILE_FAILED."""
        kept = self.all()[:_MOST]
        beside = self._path.with_suffix(".new")
        try:
            beside.write_bytes(b"".join(msgspec.json.encode(sent) + b"\n" for sent in reversed(kept)))
            beside.chmod(0o600)
            beside.replace(self._path)
        except OSError as error:
            raise file_failed(self._path, error) from None
