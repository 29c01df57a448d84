"""Finds what goes on for long among messages that are sent: one cause for hours or days, a part that always fails."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING, Final, NamedTuple

from textfactor.services.diagnosis.bulk.chance import is_unlikely
from textfactor.services.diagnosis.bulk.messages import clusters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from textfactor.services.diagnosis.bulk.messages import Messages

_LEAST: Final = 20
"""Failures beyond which something goes on."""
_PEOPLE: Final = 3
_LONG: Final = 60 * 60_000
_PAUSE: Final = 24 * 60 * 60_000
"""A cause that was not met for so long (milliseconds) has ended; a night alone is no end."""
_MESSAGES: Final = 100
_PART: Final = 0.15
"""From this part of all messages on, steady failures are told."""
_PIECES: Final = 10
_MOSTLY: Final = 8
"""Of ten pieces of the export so many must have at least half of the failures that steadiness lets expect."""


class Lasting(NamedTuple):
    """Something that went on: times in milliseconds, its most frequent cause, failures, messages meanwhile."""

    begin: int
    end: int
    cause: str
    failed: int
    of: int
    rows: list[int]


def find_lasting(messages: Messages, without: Collection[str]) -> list[Lasting]:
    """Find causes that began or ended within the export, were met for at least an hour, and by several people.

    Between their first and last failure they are met more often than messages are; a cause that is spread over the
    whole export is none. `without` are causes that are told otherwise.
    """
    found: list[Lasting] = []
    for cause, rows in sorted(_by_cause(messages).items()):
        if len(rows) < _LEAST or cause in without:
            continue
        for piece in clusters(rows, messages.time, _PAUSE):
            begin, end = messages.time(piece[0]), messages.time(piece[-1])
            of = messages.sends_between(begin, end)
            if (
                len(piece) >= _LEAST
                and end - begin >= _LONG
                and is_unlikely(len(piece), len(rows), of / len(messages.sends), len(rows))
                and messages.people(piece) >= _PEOPLE
            ):
                found.append(Lasting(begin, end, cause, len(piece), of, piece))
    return found


def _by_cause(messages: Messages) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in compress(messages.sends, messages.failed):
        if cause := messages.cause(row):
            found.setdefault(cause, []).append(row)
    return found


def find_steady(messages: Messages, outages: Iterable[tuple[int, int]], told: int) -> Lasting | None:
    """Tell how many messages fail all the time, besides outages and the `told` failures of other incidents."""
    outside = messages.inside(outages).translate(bytes([1, 0]).ljust(256, b"\0"))
    rows, failed = list(compress(messages.sends, outside)), list(compress(messages.failed, outside))
    of, bad = len(rows), sum(failed)
    if of < _MESSAGES or bad < _LEAST or bad - told < _PART * of:
        return None
    edges = [of * piece // _PIECES for piece in range(_PIECES + 1)]
    high = sum(
        2 * sum(failed[edges[piece] : edges[piece + 1]]) * of >= bad * (edges[piece + 1] - edges[piece])
        for piece in range(_PIECES)
    )
    lost = list(compress(rows, failed))
    if high < _MOSTLY or messages.people(lost) < _PEOPLE:
        return None
    causes = Counter([cause for row in lost if (cause := messages.cause(row))]).most_common(1)
    return Lasting(
        messages.time(rows[0]), messages.time(rows[-1]), causes[0][0] if causes else "", bad, of, lost
    )
