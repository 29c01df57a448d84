"""Pieces of one login from both sides, pasted together, are joined into one way; one side alone is not."""

import json
from typing import Any

import pytest
from tests.support.knowledge import known

from textfactor.domain.diagnosis import Confidence
from textfactor.domain.timeline import JoinedBy, Journey, Light, Stage
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.timeline.pasted import joined_logins

NUMBER = "+4915123456789"
G, R, U = Light.GREEN, Light.RED, Light.UNKNOWN
RECEIPT = {
    "msisdn": NUMBER[1:], "to": "Acme", "messageId": "0A0000000123ABCD1", "status": "rejected", "err-code": "6",
    "client-ref": "c0ffee", "message-timestamp": "2026-11-24 10:00:05",
}  # fmt: skip
QUERY = "&".join(f"{key}={value}" for key, value in RECEIPT.items() if key != "message-timestamp")
ANSWER = {
    "message-count": "1",
    "messages": [{"to": NUMBER[1:], "message-id": "0A0000000123ABCD1", "status": "0"}],
}


def row(second: int, kind: str, words: str = "", **more: Any) -> dict[str, Any]:
    details: dict[str, Any] = {"authenticator": {"type": "sms", "phone_number": NUMBER}, **more}
    if words:
        details["failure_details"] = {"message": words}
    date = f"2026-11-24T10:00:{second:02}.000Z"
    return {
        "type": kind, "date": date, "user_id": "auth0|ana", "log_id": f"9{second}", "description": kind,
        "details": details,
    }  # fmt: skip


START, SENT = row(0, "gd_start_auth"), row(1, "gd_send_sms", references={"correlation_id": "x"})
SENT["references"] = {"correlation_id": "c0ffee"}


def joined(*pieces: object) -> tuple[Journey, ...]:
    text = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in pieces)
    return joined_logins(read_input(text), known())


def lights(journey: Journey) -> list[Light]:
    return [step.light for step in journey.steps]


@pytest.mark.parametrize("receipt", [RECEIPT, QUERY], ids=["json", "query"])
def test_a_row_and_the_receipt_of_its_message(receipt: object) -> None:
    (journey,) = joined([START, SENT], receipt)
    assert lights(journey) == [G, G, G, R, U]
    delivery = journey.step(Stage.DELIVERY)
    assert delivery.cause == journey.cause == "vonage.receipt.6"
    assert delivery.link is not None
    assert (delivery.link.by, delivery.link.sure) == (JoinedBy.REFERENCE, Confidence.CERTAIN)


def test_without_a_reference_number_and_time_join_and_say_so() -> None:
    plain = row(1, "gd_send_sms")
    receipt = {key: value for key, value in RECEIPT.items() if key != "client-ref"}
    (journey,) = joined([START, plain], receipt)
    link = journey.step(Stage.DELIVERY).link
    assert link is not None
    assert (link.by, link.sure) == (JoinedBy.NUMBER_AND_TIME, Confidence.LIKELY)


def test_an_answer_joins_what_a_receipt_then_finds_by_its_message() -> None:
    receipt = {key: value for key, value in RECEIPT.items() if key not in ("client-ref", "msisdn")} | {
        "scts": "1"
    }
    (journey,) = joined([START, SENT], ANSWER, receipt)
    vonage = journey.step(Stage.VONAGE)
    assert (vonage.light, vonage.link is not None) == (G, True)
    assert journey.message_ids == ("0A0000000123ABCD1",)
    assert journey.step(Stage.DELIVERY).light is R


def test_the_record_of_the_run_says_why_nothing_was_sent() -> None:
    failed = row(1, "gd_send_sms_failure", "Action failed", actions={"executions": ["run1"]})
    error = {"id": "invalid_argument", "msg": "event.secrets.VONAGE_FROM is undefined", "url": None}
    run = {
        "id": "run1", "trigger_id": "custom-phone-provider", "status": "final",
        "results": [{"action_name": "Other", "error": None}, {"action_name": "SMS", "error": error}],
    }  # fmt: skip
    (journey,) = joined([START, failed], run)
    seen = [piece.text for piece in journey.step(Stage.ACTION).evidence]
    assert error["msg"] in seen


def test_rows_of_a_stream_and_rows_kept_as_text_are_joined_too() -> None:
    stream = {"log_id": "1", "data": SENT}
    (journey,) = joined({"event": json.dumps(START)}, stream, RECEIPT)
    assert lights(journey) == [G, G, G, R, U]


@pytest.mark.parametrize(
    "pieces",
    [
        ([START, SENT],),
        (SENT,),
        (RECEIPT, ANSWER),
        ([START, SENT], RECEIPT | {"client-ref": "other", "msisdn": "4479460000"}),
        ("no code arrives",),
        ([row(0, "s"), row(1, "slo")], RECEIPT),
    ],
    ids=["rows alone", "one row", "one side", "another message", "words", "rows about something else"],
)
def test_what_is_not_both_sides_of_one_login_is_not_joined(pieces: tuple[object, ...]) -> None:
    assert joined(*pieces) == ()
