"""Tells in which encoding a text came, from its first bytes. Loads nothing."""

from typing import Final

_LOOKED_AT: Final = 64
_FEWEST: Final = 8
_MARKS: Final = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def wide_encoding(head: bytes) -> str:
    """Name the encoding of a text in which a character takes two or four bytes; empty for anything else.

    Some programs leave its mark out. What they write begins with ASCII all the same (a bracket, a column's name), so
    that every other byte is zero.
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    begin = head[: min(len(head) // 2 * 2, _LOOKED_AT)]
    if len(begin) >= _FEWEST:
        for odd, name in ((1, "utf-16-le"), (0, "utf-16-be")):
            if not any(begin[odd::2]) and all(begin[1 - odd :: 2]):
                return name
    return ""
