"""The port to a log export; an adapter implements it for files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Generator

    from textfactor.services.context import CancelToken
    from textfactor.services.diagnosis.bulk.columns import Stretch


class ExportSource(Protocol):
    """A log export that lies somewhere, of any size."""

    @property
    def name(self) -> str:
        """What the file is called, without its folder."""
        ...

    @property
    def size(self) -> int:
        """Bytes of the file."""
        ...

    def stretches(self, cancel: CancelToken) -> Generator[Stretch]:
        """Scan it, in several processes where that pays; the stretches come as they are done, in any order.

        Whoever does not take them to the end closes it, which ends the processes.
        """
        ...

    def read(self, offset: int, length: int) -> bytes:
        """Read a row again that a stretch told of."""
        ...

    def close(self) -> None:
        """Let the file go."""
        ...
