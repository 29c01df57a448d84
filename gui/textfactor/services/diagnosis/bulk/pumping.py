"""Finds bursts of messages to many different numbers of one prefix that is rare otherwise: pumping, toll fraud."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textfactor.services.diagnosis.bulk.countries import prefix_of

if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIX: Final = 5
"""Digits of a number that are looked at: the country and a network or region of it."""
_WINDOW: Final = 10 * 60_000
_GAP: Final = 10 * 60_000
_NUMBERS: Final = 25
"""Different numbers within the window from which on it is looked at."""
_DIFFERENT: Final = 0.8
"""Part of a burst's messages that must go to numbers of their own."""
_FASTER: Final = 8.0
"""How many times the prefix's usual pace it must have."""
_LONGER: Final = 4
"""How many times the burst's length the export must cover, so that there is a usual pace."""
_SEVERAL: Final = 2

Sent = tuple[int, int]
"""Time in milliseconds and number."""


@dataclass(frozen=True, slots=True)
class Burst:
    """One burst; times in milliseconds."""

    prefix: str
    begin: int
    end: int
    messages: int
    numbers: int


def find_bursts(sent: Iterable[Sent]) -> list[Burst]:
    """Find the bursts among messages in order of their times."""
    groups: dict[str, list[Sent]] = {}
    begin = end = None
    for at, number in sent:
        begin = at if begin is None else begin
        end = at
        groups.setdefault(prefix_of(number, PREFIX), []).append((at, number))
    if begin is None or end is None or len(groups) < _SEVERAL:
        return []
    span = end - begin
    return [
        burst
        for prefix, group in groups.items()
        if len(group) >= _NUMBERS
        for burst in _bursts(prefix, group, span)
    ]


def _bursts(prefix: str, group: list[Sent], span: int) -> list[Burst]:
    found: list[Burst] = []
    for piece in _dense(group):
        numbers = len({number for _, number in piece})
        length = piece[-1][0] - piece[0][0]
        outside = len(group) - len(piece)
        usual = outside / max(1, span - length)
        enough = numbers >= _NUMBERS and numbers >= _DIFFERENT * len(piece) and span >= _LONGER * length
        if enough and len(piece) / max(length, 60_000) >= _FASTER * usual:
            found.append(Burst(prefix, piece[0][0], piece[-1][0], len(piece), numbers))
    return found


def _dense(group: list[Sent]) -> list[list[Sent]]:
    """Cut out where enough different numbers stand within one window."""
    window: deque[Sent] = deque()
    counts: dict[int, int] = {}
    found: list[list[Sent]] = []
    open_piece = False
    for sent in group:
        window.append(sent)
        counts[sent[1]] = counts.get(sent[1], 0) + 1
        while window[0][0] < sent[0] - _WINDOW:
            left = window.popleft()[1]
            counts[left] -= 1
            if not counts[left]:
                del counts[left]
        if len(counts) < _NUMBERS:
            open_piece = False
        elif open_piece:
            found[-1].append(sent)
        else:
            found.append(list(window))
            open_piece = True
    return found
