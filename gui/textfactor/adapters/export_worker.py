"""A process that scans parts of an export: one job a line on its standard input, a length and a stretch for each.

It ends when its input does, so it cannot outlive the program, and it writes nothing else.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

import msgspec

from textfactor.services.diagnosis.bulk.columns import Stretch
from textfactor.services.diagnosis.bulk.scanning import scan_part

if TYPE_CHECKING:
    from typing import BinaryIO

LENGTH: Final = 8
"""Bytes in front of each answer that tell its length; 0 says that the file could not be read."""


class Job(msgspec.Struct):
    """A part of a file to scan."""

    path: str
    begin: int
    end: int
    everything: bool


def run(job: Job) -> Stretch:
    """Do one job; raises OSError."""
    with open(job.path, "rb", buffering=0) as file:
        file.seek(max(0, job.begin - 1))
        return scan_part(file.read, job.begin, job.end, everything=job.everything)


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Answer job after job until there are no more."""
    decoder = msgspec.json.Decoder(Job)
    for line in jobs:
        try:
            answer = msgspec.msgpack.encode(run(decoder.decode(line)))
        except OSError:
            answer = b""
        answers.write(len(answer).to_bytes(LENGTH, "big"))
        answers.write(answer)
        answers.flush()


def read_answer(answer: bytes) -> Stretch:
    """Read what a worker answered."""
    return msgspec.msgpack.decode(answer, type=Stretch)


if __name__ == "__main__":
    gc.disable()  # nothing here makes cycles, and a stretch of rows is a lot to walk through
    serve(sys.stdin.buffer, sys.stdout.buffer)
