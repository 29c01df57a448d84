"""Finds the way that an answer, a receipt or a report belongs to, and says by what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textfactor.domain.diagnosis import Confidence
from textfactor.domain.timeline import JoinedBy, Link, Source
from textfactor.services.diagnosis.readers.clues import instant
from textfactor.services.diagnosis.timeline.rows import seconds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textfactor.domain.timeline import Delivery, VonageAnswer
    from textfactor.services.diagnosis.timeline.ways import Way

_ANSWER_WITHIN: Final = 60.0
_DELIVERY_WITHIN: Final = 900.0
_EARLY: Final = 5.0
"""Seconds by which two vendors' clocks may differ."""
_CERTAIN: Final = Confidence.CERTAIN


class Mark(NamedTuple):
    """By what a trace can be found."""

    references: tuple[str, ...] = ()
    message_ids: tuple[str, ...] = ()
    to: str = ""
    at: float | None = None
    within: float = _ANSWER_WITHIN


def mark_of_answer(answer: VonageAnswer) -> Mark:
    """Say by what an answer can be found."""
    ids = tuple(part.message_id for part in answer.parts if part.message_id)
    references = (answer.reference,) if answer.reference else ()
    return Mark(references, ids, answer.to, seconds(instant(answer.at)))


def mark_of_delivery(delivery: Delivery) -> Mark:
    """Say by what a receipt or a report can be found; the practice phone tells nothing but number and time."""
    within = _ANSWER_WITHIN if delivery.source is Source.PHONE else _DELIVERY_WITHIN
    references = (delivery.reference,) if delivery.reference else ()
    ids = (delivery.message_id,) if delivery.message_id else ()
    return Mark(references, ids, delivery.to, seconds(instant(delivery.at)), within)


class Known(NamedTuple):
    """A way with the ids that are known of it, those that an answer brought included."""

    way: Way
    references: set[str]
    message_ids: set[str]


def find(mark: Mark, ways: Iterable[Known]) -> tuple[Known, Link] | None:
    """Find the one way that a trace belongs to; by reference and id before number and time."""
    ways = list(ways)
    for known in ways:
        if known.references.intersection(mark.references):
            return known, Link(JoinedBy.REFERENCE, _CERTAIN)
    for known in ways:
        if known.message_ids.intersection(mark.message_ids):
            return known, Link(JoinedBy.MESSAGE_ID, _CERTAIN)
    for known in ways:
        if any(known.way.has_made(one) for one in mark.references):
            return known, Link(JoinedBy.REFERENCE_MADE, _CERTAIN)
    return _by_number(mark, ways)


def _by_number(mark: Mark, ways: list[Known]) -> tuple[Known, Link] | None:
    """Take the last way to this number that began before; likely, and only possible where others were near."""
    same = [known for known in ways if mark.to and known.way.to == mark.to]
    if mark.at is None:
        return (same[0], Link(JoinedBy.NUMBER_AND_TIME, Confidence.POSSIBLE)) if len(same) == 1 else None
    near = [known for known in same if -_EARLY <= mark.at - known.way.sent_at <= mark.within]
    if not near:
        return None
    sure = Confidence.LIKELY if len(near) == 1 else Confidence.POSSIBLE
    best = min(near, key=lambda known: abs((mark.at or 0) - known.way.sent_at))
    return best, Link(JoinedBy.NUMBER_AND_TIME, sure)
