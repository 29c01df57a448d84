"""An export in memory."""

from collections.abc import Generator

from textfactor.services.context import CancelToken
from textfactor.services.diagnosis.bulk.columns import Stretch
from textfactor.services.diagnosis.bulk.scanning import parts, scan_part, scan_stream
from textfactor.services.diagnosis.bulk.sniff import HEAD, sniff


class MemoryExport:
    """Implements `ExportSource`; lines are scanned in parts of `part` bytes, everything else as a stream."""

    name = "memory"

    def __init__(self, data: bytes, part: int = 1 << 20, chunk: int = 1 << 16) -> None:
        self.data = data
        self.size = len(data)
        self.kept = b""
        self._part = part
        self._chunk = chunk

    def stretches(self, cancel: CancelToken) -> Generator[Stretch]:
        found = sniff(self.data[:HEAD])
        if found.format == "lines":
            for begin, end in reversed(
                parts(self.size, self._part)
            ):  # the order of a team is not that of the file
                cancel.check()
                yield self._part_of(begin, end, found.everything)
            return
        chunks = (self.data[at : at + self._chunk] for at in range(0, self.size, self._chunk))
        for stretch in scan_stream(chunks, lambda: self.size):
            assert not self.kept or not stretch.kept, "the fake keeps one stretch"
            self.kept += stretch.kept
            yield stretch

    def _part_of(self, begin: int, end: int, everything: bool) -> Stretch:
        at = max(0, begin - 1)

        def read(count: int) -> bytes:
            nonlocal at
            chunk = self.data[at : at + min(count, self._chunk)]
            at += len(chunk)
            return chunk

        return scan_part(read, begin, end, everything=everything)

    def read(self, offset: int, length: int) -> bytes:
        return (self.kept or self.data)[offset : offset + length]

    def close(self) -> None:
        pass
