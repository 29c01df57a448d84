"""What a command was given: as an argument, in a file, or on standard input."""

import os
import sys
from pathlib import Path


def given_text(given: str) -> str:
    """Take the argument, or for `-` what stdin holds without the line's end that `echo` adds.

    Bytes that are no UTF-8 become the replacement character: they are no text, and nothing could send them.
    """
    raw = os.fsencode(given) if given != "-" else sys.stdin.buffer.read()
    text = raw.decode("utf-8", errors="replace")
    return text if given != "-" else text.removesuffix("\n").removesuffix("\r")


def given_bytes(file: str, most: int) -> bytes:
    """Read a file, or for `-` what stdin holds, but no more than this many bytes; raises OSError."""
    if file == "-":
        return sys.stdin.buffer.read(most)
    with Path(file).open("rb") as opened:
        return opened.read(most)
