"""Asks the rules what a single trace means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from textfactor.domain.diagnosis import Severity
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules.diagnosing import diagnose

if TYPE_CHECKING:
    from textfactor.domain.sending import PartResult
    from textfactor.domain.timeline import Delivery, Execution
    from textfactor.services.diagnosis.knowledge import Knowledge


def cause_of(text: str, knowledge: Knowledge | None) -> str:
    """Return the likeliest cause that stands in a trace, empty where there is none or nobody knows it."""
    if knowledge is None or not text:
        return ""
    found = diagnose(read_input(text), knowledge).diagnoses
    return next((one.cause for one in found if one.severity is not Severity.FINE), "")


def execution_text(execution: Execution) -> str:
    """Write a run as Auth0's record has it (facts/auth0 4.4)."""
    error = {"id": execution.error_id, "msg": execution.error_text, "url": execution.error_link}
    result = {"action_name": execution.action, "error": error}
    times = {"started_at": execution.started, "ended_at": execution.ended}
    record = {"id": execution.id, "trigger_id": execution.trigger, "status": execution.status}
    return json.dumps({**record, "results": [{**result, **times}]})


def answer_text(parts: tuple[PartResult, ...]) -> str:
    """Write an answer as Vonage does (facts/vonage 3)."""
    rows = [{"status": one.status, "error-text": one.error_text, "to": ""} for one in parts]
    return json.dumps({"message-count": str(len(rows)), "messages": rows})


def delivery_text(delivery: Delivery) -> str:
    """Write what became of a message as a receipt (facts/vonage 3)."""
    fields = {"messageId": delivery.message_id, "status": delivery.status, "err-code": delivery.code}
    return json.dumps({**fields, "msisdn": ""})
