"""Joins the traces of logins, Actions, Vonage's answers, receipts and reports into one way for each code. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textfactor.domain.diagnosis import Confidence
from textfactor.domain.timeline import (
    Delivery,
    Execution,
    JoinedBy,
    Journey,
    Link,
    Source,
    Traces,
    VonageAnswer,
)
from textfactor.services.diagnosis.timeline.lights import Joined, answer_step, delivery_step, steps_of
from textfactor.services.diagnosis.timeline.matching import Known, find, mark_of_answer, mark_of_delivery
from textfactor.services.diagnosis.timeline.rows import seconds
from textfactor.services.diagnosis.timeline.ways import Way, ways_of

if TYPE_CHECKING:
    from textfactor.domain.sent_tests import SentTest
    from textfactor.services.diagnosis.knowledge import Knowledge

_BY_ID = Link(JoinedBy.MESSAGE_ID, Confidence.CERTAIN)
_BY_RUN = Link(JoinedBy.EXECUTION, Confidence.CERTAIN)
_SAID = Link(JoinedBy.REFERENCE, Confidence.CERTAIN)


def join(traces: Traces, knowledge: Knowledge | None = None) -> tuple[Journey, ...]:
    """Put the traces together, newest code first; without `knowledge` no station has a cause.

    An answer or a delivery that fits no way is left out: alone it is no way.
    """
    known = [Known(way, set(way.references), set(way.message_ids)) for way in ways_of(traces.rows)]
    answers: dict[int, tuple[VonageAnswer, Link]] = {}
    for answer in traces.answers:
        found = find(mark_of_answer(answer), known)
        if found is not None:
            answers[id(found[0].way)] = (answer, found[1])
            found[0].message_ids.update(part.message_id for part in answer.parts if part.message_id)
            found[0].references.update({answer.reference} - {""})
    deliveries: dict[int, list[tuple[Delivery, Link]]] = {}
    for delivery in traces.deliveries:
        found = find(mark_of_delivery(delivery), known)
        if found is not None:
            deliveries.setdefault(id(found[0].way), []).append((delivery, found[1]))
    runs = {run.id: run for run in traces.executions}
    journeys = [
        _journey(
            one,
            Joined(_runs(one.way, runs), answers.get(id(one.way)), tuple(deliveries.get(id(one.way), ()))),
            knowledge,
        )
        for one in known
    ]
    journeys += [_test(test, traces.deliveries, knowledge) for test in traces.sent_tests]
    return tuple(sorted(journeys, key=lambda one: seconds(one.began) or 0.0, reverse=True))


def _runs(way: Way, runs: dict[str, Execution]) -> tuple[tuple[Execution, Link], ...]:
    return tuple((runs[one], _BY_RUN) for one in way.executions if one in runs)


def _journey(known: Known, joined: Joined, knowledge: Knowledge | None) -> Journey:
    way = known.way
    references = way.references or tuple(sorted(known.references))
    return Journey(
        id=way.rows[0].row.id,
        began=way.rows[0].row.date,
        user=way.user,
        to=way.to,
        reference=references[0] if references else "",
        message_ids=tuple(sorted(known.message_ids)),
        executions=way.executions,
        steps=steps_of(way, joined, knowledge),
    )


def _test(test: SentTest, deliveries: tuple[Delivery, ...], knowledge: Knowledge | None) -> Journey:
    """Make the way of a test message: what Vonage answered, what it reports, what the person said."""
    ids = tuple(part.message_id for part in test.parts if part.message_id)
    found = [(one, _BY_ID) for one in deliveries if one.message_id and one.message_id in ids]
    found += [(one, _SAID) for one in deliveries if one.reference == test.id and (one, _BY_ID) not in found]
    if test.arrived is not None:
        said = "delivered" if test.arrived else "undelivered"
        found.insert(0, (Delivery(Source.PERSON, said, reference=test.id, at=""), _SAID))
    answer = VonageAnswer(test.at, test.id, "", test.parts)
    steps = (
        answer_step(answer, _SAID, knowledge),
        delivery_step(Joined(deliveries=tuple(found)), knowledge, through=False),
    )
    return Journey(test.id, test.at, "", "", test.id, ids, (), steps)
