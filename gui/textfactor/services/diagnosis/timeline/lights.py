"""Lights the stations of one code's way. Nothing is red for want of a trace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textfactor.domain.diagnosis import Confidence, Evidence
from textfactor.domain.timeline import JoinedBy, Light, Link, Source, Stage, Step
from textfactor.services.diagnosis.timeline.causes import (
    answer_text,
    cause_of,
    delivery_text,
    execution_text,
)
from textfactor.services.diagnosis.timeline.rows import RowFacts, RowSays

if TYPE_CHECKING:
    from textfactor.domain.timeline import Delivery, Execution, VonageAnswer
    from textfactor.services.diagnosis.knowledge import Knowledge
    from textfactor.services.diagnosis.timeline.ways import Way

_CERTAIN: Final = Confidence.CERTAIN
_ROW: Final = Link(JoinedBy.ROW, _CERTAIN)
_FOLLOWS: Final = Link(JoinedBy.CONSEQUENCE, _CERTAIN)
_BY_USER: Final = Link(JoinedBy.USER_AND_TIME, Confidence.LIKELY)
_ARRIVED: Final = frozenset({"delivered", "received", "read"})
_LOST: Final = frozenset({"failed", "rejected", "expired", "undeliverable", "undelivered", "deleted"})
"""The states of receipts and reports (facts/vonage 2, 4); all others are on the way or not told."""
_IN_DOUBT: Final = "(may have been sent)"


@dataclass(frozen=True, slots=True)
class Joined:
    """What was found to belong to a way, each with its link."""

    executions: tuple[tuple[Execution, Link], ...] = ()
    answer: tuple[VonageAnswer, Link] | None = None
    deliveries: tuple[tuple[Delivery, Link], ...] = ()


def steps_of(way: Way, joined: Joined, knowledge: Knowledge | None) -> tuple[Step, ...]:
    """Light all five stations of a login."""
    accepted = way.newest(RowSays.ACCEPTED) is not None
    delivery = delivery_step(joined, knowledge, through=accepted)
    arrived = delivery.light is Light.GREEN
    vonage = _vonage(way, joined, knowledge, through=arrived)
    action = _action(way, joined, knowledge, through=vonage.light is Light.GREEN)
    return _login(way), action, vonage, delivery, _code(way, knowledge)


def _seen(row: RowFacts) -> tuple[Evidence, ...]:
    return (Evidence(row.row.type, row.words),)


def _link(way: Way, row: RowFacts) -> Link:
    """Say why a row belongs to the way: it is its first, it shares a reference, or user and time fit."""
    if row is way.rows[0]:
        return _ROW
    first = way.rows[0].reference
    return Link(JoinedBy.REFERENCE, _CERTAIN) if first and first == row.reference else _BY_USER


def _login(way: Way) -> Step:
    """Was a code asked for; whatever came later proves it."""
    row = way.newest(RowSays.ASKED, RowSays.NOT_ASKED)
    if row is None:
        return Step(Stage.LOGIN, Light.GREEN, way.rows[0].row.date, _FOLLOWS)
    light = Light.GREEN if row.says is RowSays.ASKED or len(way.rows) > 1 else Light.RED
    return Step(Stage.LOGIN, light, row.row.date, _link(way, row), _seen(row))


def _action(way: Way, joined: Joined, knowledge: Knowledge | None, *, through: bool) -> Step:
    """Did the Action do its part; of several tries the newest counts."""
    row, failed = _send_row(way), _failed_run(joined)
    if through:
        at, link, seen = (row.row.date, _link(way, row), _seen(row)) if row else ("", _FOLLOWS, ())
        return Step(Stage.ACTION, Light.GREEN, at, link, seen)
    if row is None:
        if failed is None:
            return Step(Stage.ACTION)
        run, link = failed
        seen = (Evidence(run.id, run.error_text or run.error_id),)
        return Step(Stage.ACTION, Light.RED, run.ended, link, seen, cause_of(execution_text(run), knowledge))
    by_vonage = row.says is RowSays.NOT_SENT and "vonage " in row.words
    link, seen = _link(way, row), (Evidence(row.row.type, row.row.type),) if by_vonage else _seen(row)
    if failed is not None:
        seen = (*seen, Evidence(failed[0].id, failed[0].error_text or failed[0].error_id))
    if row.says is RowSays.SENT or by_vonage:
        return Step(Stage.ACTION, Light.GREEN, row.row.date, link, seen)
    return Step(Stage.ACTION, Light.RED, row.row.date, link, seen, cause_of(row.row.raw, knowledge))


def _send_row(way: Way) -> RowFacts | None:
    """Find the row that tells of the sending; a limit hit before anything was sent is one, too."""
    row = way.newest(RowSays.SENT, RowSays.NOT_SENT)
    if row is not None:
        return row
    limited = way.newest(RowSays.REFUSED)
    return limited if limited is not None and limited.row.type == "gd_otp_rate_limit_exceed" else None


def _failed_run(joined: Joined) -> tuple[Execution, Link] | None:
    return next((one for one in joined.executions if one[0].error_id or one[0].error_text), None)


def _vonage(way: Way, joined: Joined, knowledge: Knowledge | None, *, through: bool) -> Step:
    """Did Vonage take the message: by its answer, by our sender's reason, or since the message arrived."""
    row = way.newest(RowSays.SENT, RowSays.NOT_SENT)
    said = row is not None and row.says is RowSays.NOT_SENT and "vonage " in row.words
    if joined.answer is not None and (through or not said):
        return answer_step(*joined.answer, knowledge)
    if through or joined.deliveries:
        return Step(Stage.VONAGE, Light.GREEN, link=_FOLLOWS)
    if row is None or not said:
        return Step(Stage.VONAGE)
    light = Light.UNKNOWN if _IN_DOUBT in row.words else Light.RED
    return Step(Stage.VONAGE, light, row.row.date, _ROW, _seen(row), cause_of(row.row.raw, knowledge))


def answer_step(answer: VonageAnswer, link: Link, knowledge: Knowledge | None) -> Step:
    """Light Vonage by its answer: every part's own status counts."""
    refused = [part for part in answer.parts if part.status != "0"]
    shown = refused or list(answer.parts)
    seen = tuple(Evidence("status", f"{one.status} {one.error_text}".strip()) for one in shown)
    light = Light.RED if refused else Light.GREEN if answer.parts else Light.UNKNOWN
    cause = cause_of(answer_text(answer.parts), knowledge) if refused else ""
    return Step(Stage.VONAGE, light, answer.at, link, seen, cause)


def delivery_step(joined: Joined, knowledge: Knowledge | None, *, through: bool) -> Step:
    """Did it reach the phone: a red part counts most, then one that arrived; `through`: the code was accepted."""
    for light, states in ((Light.RED, _LOST), (Light.GREEN, _ARRIVED), (Light.UNKNOWN, frozenset[str]())):
        for delivery, link in joined.deliveries:
            if (through and light is not Light.GREEN) or (states and delivery.status.lower() not in states):
                continue
            told = " ".join(filter(None, (delivery.status, delivery.code)))
            seen = (Evidence(delivery.source.value, told),)
            by_vonage = light is Light.RED and delivery.source is not Source.PERSON
            cause = cause_of(delivery_text(delivery), knowledge) if by_vonage else ""
            return Step(Stage.DELIVERY, light, delivery.at, link, seen, cause)
    return Step(Stage.DELIVERY, Light.GREEN, link=_FOLLOWS) if through else Step(Stage.DELIVERY)


def _code(way: Way, knowledge: Knowledge | None) -> Step:
    """Was the code taken; of several tries the newest counts."""
    row = way.newest(RowSays.ACCEPTED, RowSays.REFUSED)
    if row is None or row is _limit_before_sending(way):
        return Step(Stage.CODE)
    green = row.says is RowSays.ACCEPTED
    cause = "" if green else cause_of(row.row.raw, knowledge)
    light = Light.GREEN if green else Light.RED
    return Step(Stage.CODE, light, row.row.date, _link(way, row), _seen(row), cause)


def _limit_before_sending(way: Way) -> RowFacts | None:
    """Tell the limit row that means "too many messages" from the one that means "too many wrong codes"."""
    if way.newest(RowSays.SENT, RowSays.NOT_SENT) is not None:
        return None
    return _send_row(way)
