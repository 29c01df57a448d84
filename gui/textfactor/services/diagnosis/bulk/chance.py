"""Tells what happened by itself from what happens by chance: where many messages fail, some failures stand together."""

from __future__ import annotations

from itertools import accumulate
from math import exp, log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    Span = tuple[int, int]

_ODDS: Final = 0.01
"""So many of such runs may be expected in the whole export by chance alone."""
_AROUND: Final = 200
"""So many messages before and after a run tell how many fail there anyway."""
_NEIGHBOURS: Final = 50
"""More runs do not fit into that."""


def expected_by_chance(failed: int, of: int, share: float, places: int) -> float:
    """Estimate from above how often `failed` of `of` messages or more fail by chance, at any of `places` places.

    `share` is the part that fails anyway. Chernoff's bound; for a run without a success it is `share ** failed`.
    """
    part = failed / of if of else 0.0
    if part <= share or share >= 1:
        return float(places)
    if share <= 0:
        return 0.0
    exponent = part * log(part / share) + ((1 - part) * log((1 - part) / (1 - share)) if part < 1 else 0.0)
    return places * exp(-of * exponent)


def is_unlikely(failed: int, of: int, share: float, places: int) -> bool:
    """Say whether so many failures are beyond what chance brings about."""
    return expected_by_chance(failed, of, share, places) < _ODDS


def beyond_chance(failed: Sequence[bool], spans: list[Span]) -> list[Span]:
    """Keep the spans of `failed` (first place, and the one behind the last) that the failures around do not explain.

    What fails anyway is counted outside the spans; those that are dropped count as outside from then on.
    """
    sums = list(accumulate(failed, initial=0)) if spans else []
    kept = spans
    while kept:
        anyway = _share(sums, (0, len(failed)), kept)
        left = [
            span
            for place, span in enumerate(kept)
            if is_unlikely(
                sums[span[1]] - sums[span[0]],
                span[1] - span[0],
                max(anyway, _share_around(sums, kept, place)),
                len(failed),
            )
        ]
        if len(left) == len(kept):
            break
        kept = left
    return kept


def _share_around(sums: list[int], spans: list[Span], place: int) -> float:
    begin, end = spans[place]
    near = spans[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]
    return _share(sums, (max(0, begin - _AROUND), min(len(sums) - 1, end + _AROUND)), near)


def _share(sums: list[int], where: Span, without: Sequence[Span]) -> float:
    """Return the part that fails between two places, without some spans; 0 where nothing is left."""
    first, last = where
    of, bad = last - first, sums[last] - sums[first]
    for begin, end in without:
        begin, end = max(begin, first), min(end, last)
        if begin < end:
            of, bad = of - (end - begin), bad - (sums[end] - sums[begin])
    return bad / of if of > 0 else 0.0
