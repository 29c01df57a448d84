"""One code's way out of both vendors' traces."""

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.support.knowledge import known

from textfactor.domain.archive import RawLog
from textfactor.domain.diagnosis import Confidence
from textfactor.domain.login import ReceivedSms
from textfactor.domain.sending import PartResult, SendOutcome
from textfactor.domain.sent_tests import Fate, SentTest
from textfactor.domain.timeline import (
    Delivery,
    Execution,
    JoinedBy,
    Journey,
    Light,
    Source,
    Stage,
    Step,
    Traces,
    VonageAnswer,
)
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.timeline import join
from textfactor.services.diagnosis.timeline.given import of_fate, of_phone, traces_of
from textfactor.services.diagnosis.timeline.references import made_at
from textfactor.services.diagnosis.timeline.rows import facts_of

NUMBER = "+49 1512 3456789"
REFUSED = "vonage status=9 part=1/1 ref=c0ffee : Quota Exceeded - rejected"
G, R, U = Light.GREEN, Light.RED, Light.UNKNOWN


def row(second: int, kind: str, words: str = "", user: str = "auth0|ana", **details: Any) -> RawLog:
    """A row `second` seconds after ten o'clock."""
    date = f"2026-11-24T10:{second // 60:02}:{second % 60:02}.000Z"
    if kind.startswith("gd_"):
        details = {"authenticator": {"type": "sms", "phone_number": NUMBER}} | details
    if words:
        details["failure_details"] = {"message": words}
    fields = {"type": kind, "date": date, "user_id": user, "description": kind, "details": details}
    return RawLog(f"900{second:05}", date, kind, f"ana {user}", "", "", kind, words, json.dumps(fields))


def lights(journey: Journey) -> list[Light]:
    return [step.light for step in journey.steps]


def the(traces: Traces) -> Journey:
    (journey,) = join(traces, known())
    return journey


def of(*rows: RawLog, **more: Any) -> Journey:
    return the(Traces(rows, **more))


# ---------------------------------------------------------------- rows alone


def test_a_code_that_was_accepted_had_arrived() -> None:
    journey = of(row(0, "gd_start_auth"), row(1, "gd_send_sms"), row(9, "gd_auth_succeed"))
    assert lights(journey) == [G, G, G, G, G]
    assert (journey.light, journey.cause) == (G, "")
    assert journey.step(Stage.DELIVERY).link is not None
    assert [step.link and step.link.by for step in journey.steps] == [
        JoinedBy.ROW, JoinedBy.USER_AND_TIME, JoinedBy.CONSEQUENCE, JoinedBy.CONSEQUENCE, JoinedBy.USER_AND_TIME,
    ]  # fmt: skip
    assert (journey.user, journey.to, journey.id) == ("auth0|ana", "4915123456789", "90000000")


def test_silence_is_never_red() -> None:
    assert lights(of(row(0, "gd_start_auth"))) == [G, U, U, U, U]
    assert of(row(0, "gd_start_auth")).light is U
    assert lights(of(row(0, "gd_start_auth"), row(1, "gd_send_sms"))) == [G, G, U, U, U]


def test_a_refusal_is_vonages_not_the_actions() -> None:
    journey = of(row(0, "gd_start_auth"), row(1, "gd_send_sms_failure", REFUSED))
    assert lights(journey) == [G, G, R, U, U]
    assert (journey.cause, journey.reference) == ("vonage.status.9", "c0ffee")
    vonage = journey.step(Stage.VONAGE)
    assert vonage.link is not None
    assert (vonage.link.by, vonage.link.sure) == (JoinedBy.ROW, Confidence.CERTAIN)
    assert vonage.evidence[0].text == REFUSED


def test_an_unknown_outcome_stays_unknown() -> None:
    said = "vonage no answer in time (may have been sent) ref=c0ffee"
    journey = of(row(0, "gd_start_auth"), row(1, "gd_send_sms_failure", said))
    assert lights(journey) == [G, G, U, U, U]
    assert journey.step(Stage.VONAGE).cause == "network.no_answer"


@pytest.mark.parametrize(
    ("kind", "words", "cause"),
    [
        ("gd_send_sms_failure", "sender recipient has no country code", "sender.number_unusable"),
        ("gd_send_sms_failure", "sender secret VONAGE_API_KEY is missing", "auth0.secret_missing"),
    ],
)
def test_what_the_sender_holds_back_never_reaches_vonage(kind: str, words: str, cause: str) -> None:
    journey = of(row(0, "gd_start_auth"), row(1, kind, words))
    assert lights(journey) == [G, R, U, U, U]
    assert journey.cause == cause


def test_a_limit_stops_the_code_before_the_action() -> None:
    assert lights(of(row(0, "limit_phone"))) == [G, R, U, U, U]
    assert lights(of(row(0, "gd_otp_rate_limit_exceed"))) == [G, R, U, U, U]
    late = of(row(0, "gd_start_auth"), row(1, "gd_send_sms"), row(9, "gd_otp_rate_limit_exceed"))
    assert lights(late) == [G, G, U, U, R]


def test_a_wrong_code_is_red_until_the_right_one_comes() -> None:
    rows = (row(0, "gd_start_auth"), row(1, "gd_send_sms"), row(9, "gd_auth_failed"))
    assert lights(of(*rows)) == [G, G, U, U, R]
    assert lights(of(*rows, row(20, "gd_auth_succeed"))) == [G, G, G, G, G]


def test_a_try_that_worked_makes_the_ones_before_good() -> None:
    rows = (row(0, "gd_start_auth"), row(1, "gd_send_sms_failure", REFUSED), row(20, "gd_send_sms"))
    assert lights(of(*rows)) == [G, G, U, U, U]
    refused = rows[:2]
    assert lights(of(*refused, row(30, "gd_auth_succeed"))) == [G, G, G, G, G]


def test_nothing_was_asked_for() -> None:
    assert lights(of(row(0, "gd_start_enroll_failed"))) == [R, U, U, U, U]


def test_an_enrolment_that_is_completed_belongs_to_its_code_and_the_next_start_is_another() -> None:
    first = (row(0, "gd_start_enroll"), row(1, "gd_send_sms"), row(9, "gd_auth_succeed"))
    rows = (*first, row(9, "gd_enrollment_complete"), row(12, "gd_start_auth"), row(13, "gd_send_sms"))
    newest, oldest = join(Traces(rows[::-1]))
    assert [lights(newest), lights(oldest)] == [[G, G, U, U, U], [G, G, G, G, G]]
    assert newest.began > oldest.began


def test_users_are_kept_apart_and_long_pauses_part() -> None:
    rows = [row(0, "gd_start_auth"), row(1, "gd_start_auth", user="auth0|bea"), row(2, "gd_send_sms")]
    rows += [row(3, "gd_send_sms_failure", REFUSED, user="auth0|bea"), row(1000, "gd_auth_failed")]
    found = {(one.user, one.began[14:19]): lights(one) for one in join(Traces(tuple(rows)))}
    assert found[("auth0|ana", "00:00")] == [G, G, U, U, U]
    assert found[("auth0|bea", "00:01")] == [G, G, R, U, U]
    assert found[("auth0|ana", "16:40")] == [G, U, U, U, R]


def test_rows_about_something_else_are_no_way() -> None:
    others = (
        row(0, "gd_start_auth", authenticator={"type": "push"}),
        row(1, "actions_execution_failed", trigger_id="post-login"),
        row(2, "fn", email_type="verify_email"),
        row(3, "wn", notification_channel="email"),
        row(4, "s"),
        replace(row(5, "gd_send_sms"), date="yesterday"),
        row(6, "gd_auth_succeed", authenticator={}),
    )
    assert join(Traces(others)) == ()


def test_rows_that_are_hardly_rows_do_not_break_it() -> None:
    for raw in ("", "[]", "{", '{"details": 7}', '{"details": {"actions": [1]}}', "[" * 5000):
        journey = the(Traces((replace(row(0, "gd_send_sms"), raw=raw, user=""),)))
        assert journey.user == ""
        assert lights(journey) == [G, G, U, U, U]
    facts = facts_of(row(0, "gd_send_sms", user=""))
    assert facts is not None
    assert facts.user == "ana "


def test_a_correlation_id_joins_rows_for_certain() -> None:
    def with_id(one: RawLog) -> RawLog:
        fields = json.loads(one.raw) | {"references": {"correlation_id": "corr1"}}
        return replace(one, raw=json.dumps(fields))

    journey = of(with_id(row(0, "gd_start_auth")), with_id(row(1, "gd_send_sms")))
    link = journey.step(Stage.ACTION).link
    assert link is not None
    assert (link.by, link.sure, journey.reference) == (JoinedBy.REFERENCE, Confidence.CERTAIN, "corr1")


# ---------------------------------------------------------------- runs of the Action


def test_a_run_that_failed_says_so_where_no_row_does() -> None:
    start = row(0, "gd_start_auth", actions={"executions": ["exe1", 5, "exe2"]})
    error = {"error_id": "TypeError", "error_text": "x is not a function"}
    run = Execution("exe1", "custom-phone-provider", "final", "Sender", **error)
    journey = of(start, executions=(run,))
    assert lights(journey) == [G, R, U, U, U]
    assert journey.executions == ("exe1", "exe2")
    action = journey.step(Stage.ACTION)
    assert action.link is not None
    assert action.link.by is JoinedBy.EXECUTION
    assert action.evidence[0].text == "x is not a function"
    assert action.cause


def test_a_run_beside_a_row_adds_what_it_says() -> None:
    rows = (row(0, "gd_start_auth"), row(1, "actions_execution_failed", "boom", execution_id="exe1"))
    run = Execution("exe1", "custom-phone-provider", "final", "Sender", error_id="TypeError")
    action = of(*rows, executions=(run,)).step(Stage.ACTION)
    assert [seen.text for seen in action.evidence] == ["boom", "TypeError"]
    fine = of(*rows, executions=(replace(run, error_id=""),)).step(Stage.ACTION)
    assert (fine.light, len(fine.evidence)) == (R, 1)


# ---------------------------------------------------------------- answers, receipts, reports

SENT = (row(0, "gd_start_auth"), row(1, "gd_send_sms"))
TAKEN = VonageAnswer("2026-11-24T10:00:01Z", "", "4915123456789", (PartResult("0", message_id="0A1"),))


def by(step: Step) -> tuple[JoinedBy, Confidence] | None:
    return (step.link.by, step.link.sure) if step.link else None


def test_an_answer_is_joined_by_number_and_time_and_its_receipt_by_id() -> None:
    receipt = Delivery(Source.RECEIPT, "delivered", "0A1", at="2026-11-24T10:00:04Z")
    journey = of(*SENT, answers=(TAKEN,), deliveries=(receipt,))
    assert lights(journey) == [G, G, G, G, U]
    assert by(journey.step(Stage.VONAGE)) == (JoinedBy.NUMBER_AND_TIME, Confidence.LIKELY)
    assert by(journey.step(Stage.DELIVERY)) == (JoinedBy.MESSAGE_ID, Confidence.CERTAIN)
    assert journey.message_ids == ("0A1",)


def test_an_answer_that_refuses_a_part_is_red() -> None:
    parts = (PartResult("0", message_id="0A1"), PartResult("4", "Bad Credentials"))
    journey = of(*SENT, answers=(replace(TAKEN, parts=parts),))
    assert lights(journey) == [G, G, R, U, U]
    assert journey.cause == "vonage.status.4"
    assert journey.step(Stage.VONAGE).evidence[0].text == "4 Bad Credentials"
    assert of(*SENT, answers=(replace(TAKEN, parts=()),)).step(Stage.VONAGE).light is U


def test_a_reference_beats_number_and_time() -> None:
    failure = (row(0, "gd_start_auth"), row(1, "gd_send_sms_failure", REFUSED))
    other = (row(2, "gd_start_auth", user="auth0|bea"), row(3, "gd_send_sms", user="auth0|bea"))
    lost = Delivery(Source.RECEIPT, "failed", "0B1", "c0ffee", "4915123456789", "1", "2026-11-24T10:00:05Z")
    newest, oldest = join(Traces((*failure, *other), deliveries=(lost,)), known())
    assert newest.step(Stage.DELIVERY).light is U
    assert by(oldest.step(Stage.DELIVERY)) == (JoinedBy.REFERENCE, Confidence.CERTAIN)
    assert oldest.step(Stage.DELIVERY).cause == "vonage.receipt.1"
    assert oldest.step(Stage.VONAGE).light is G


def test_two_codes_to_one_number_make_a_join_only_possible() -> None:
    other = (row(4, "gd_start_auth", user="auth0|bea"), row(5, "gd_send_sms", user="auth0|bea"))
    receipt = Delivery(Source.RECEIPT, "delivered", to="4915123456789", at="2026-11-24T10:00:06Z")
    newest, oldest = join(Traces((*SENT, *other), deliveries=(receipt,)))
    assert by(newest.step(Stage.DELIVERY)) == (JoinedBy.NUMBER_AND_TIME, Confidence.POSSIBLE)
    assert oldest.step(Stage.DELIVERY).light is U


def test_without_a_time_a_number_joins_only_where_it_is_the_only_one() -> None:
    receipt = Delivery(Source.RECEIPT, "delivered", to="4915123456789")
    assert by(of(*SENT, deliveries=(receipt,)).step(Stage.DELIVERY)) == (
        JoinedBy.NUMBER_AND_TIME,
        Confidence.POSSIBLE,
    )
    other = (row(4, "gd_start_auth", user="auth0|bea"), row(5, "gd_send_sms", user="auth0|bea"))
    assert {
        one.step(Stage.DELIVERY).light for one in join(Traces((*SENT, *other), deliveries=(receipt,)))
    } == {U}


def test_what_fits_nowhere_is_left_out() -> None:
    late = Delivery(Source.RECEIPT, "delivered", to="4915123456789", at="2026-11-24T11:00:00Z")
    foreign = Delivery(Source.RECEIPT, "delivered", to="447700900123", at="2026-11-24T10:00:02Z")
    nameless = Delivery(Source.RECEIPT, "delivered")
    journey = of(*SENT, deliveries=(late, foreign, nameless), answers=(replace(TAKEN, to=""),))
    assert lights(journey) == [G, G, U, U, U]


def test_a_reference_of_our_own_making_holds_user_and_time() -> None:
    # As resources/sender makes it for auth0|ana at 1795514401 (2026-11-24T10:00:01Z).
    reference = f"tf-{_base36(1795514401)}-{_base36(_fnv('auth0|ana'))}"
    assert made_at(reference, "auth0|ana") == 1795514401
    assert made_at(reference, "auth0|bea") is None
    assert made_at("tf-zz", "auth0|ana") is None
    assert made_at(reference, "") is None
    receipt = Delivery(Source.RECEIPT, "expired", "0C1", reference, code="3")
    journey = of(*SENT, deliveries=(receipt,))
    assert by(journey.step(Stage.DELIVERY)) == (JoinedBy.REFERENCE_MADE, Confidence.CERTAIN)
    assert lights(journey) == [G, G, G, R, U]


def _fnv(text: str) -> int:
    value = 0x811C9DC5
    for char in text:
        value = (value ^ ord(char)) * 0x01000193 % 2**32
    return value


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (_base36(number // 36) if number >= 36 else "") + digits[number % 36]


@pytest.mark.parametrize(("status", "light"), [("buffered", U), ("accepted", U), ("", U), ("Delivered", G)])
def test_a_state_on_the_way_is_not_known(status: str, light: Light) -> None:
    report = Delivery(Source.REPORT, status, to="4915123456789", at="2026-11-24 10:00:09")
    assert of(*SENT, deliveries=(report,)).step(Stage.DELIVERY).light is light


def test_the_worst_part_counts_unless_the_code_was_accepted() -> None:
    parts = (
        Delivery(Source.RECEIPT, "delivered", to="4915123456789", at="2026-11-24T10:00:04Z"),
        Delivery(Source.RECEIPT, "failed", to="4915123456789", code="6", at="2026-11-24T10:00:05Z"),
    )
    assert of(*SENT, deliveries=parts).step(Stage.DELIVERY).light is R
    accepted = of(*SENT, row(9, "gd_auth_succeed"), deliveries=parts).step(Stage.DELIVERY)
    assert (accepted.light, accepted.evidence[0].text) == (G, "delivered")


# ---------------------------------------------------------------- test messages, and what comes from elsewhere


def test_a_test_message_is_a_way_of_its_own() -> None:
    test = SentTest(
        "textfactor-1", "2026-11-24T09:00:00Z", "acme", "+49 ••• 789", "DE", "Acme", "GSM-7",
        SendOutcome.ACCEPTED, (PartResult("0", message_id="0D1"),),
    )  # fmt: skip
    journey = the(Traces(sent_tests=(test,)))
    assert [step.stage for step in journey.steps] == [Stage.VONAGE, Stage.DELIVERY]
    assert lights(journey) == [G, U]
    assert journey.step(Stage.LOGIN).light is U
    reported = the(Traces(sent_tests=(test,), deliveries=(of_fate(Fate("0D1", "failed", "5")),)))
    assert (lights(reported), reported.cause) == ([G, R], "vonage.receipt.5")
    named = Delivery(Source.RECEIPT, "delivered", reference="textfactor-1")
    assert lights(the(Traces(sent_tests=(test,), deliveries=(named,)))) == [G, G]
    assert lights(the(Traces(sent_tests=(replace(test, arrived=True),)))) == [G, G]
    missed = the(Traces(sent_tests=(replace(test, arrived=False),)))
    assert (lights(missed), missed.cause) == ([G, R], "")
    assert Journey("x", "", "", "", "", (), ()).light is U


def test_the_practice_phone_tells_without_the_text() -> None:
    message = ReceivedSms("Acme", "4915123456789", "123456 is your code", 1, "GSM-7", "2026-11-24T10:00:02Z")
    found = of_phone(message)
    assert "123456" not in repr(replace(found, to=""))
    assert of(*SENT, deliveries=(found,)).step(Stage.DELIVERY).light is G


def test_pasted_answers_and_receipts_become_traces() -> None:
    answer = {"message-count": "2", "messages": [
        {"status": "0", "message-id": "0A0000000123ABCD1", "to": "4915123456789", "client-ref": "c0ffee"},
        {"status": "9", "error-text": "Quota Exceeded - rejected"},
    ]}  # fmt: skip
    receipt = (
        "msisdn=4915123456789&to=Acme&messageId=0A0000000123ABCD1&status=failed&err-code=1&client-ref=c0ffee"
    )
    found = traces_of(read_input(json.dumps(answer)))
    assert found.answers == (
        VonageAnswer(
            "", "c0ffee", "4915123456789",
            (PartResult("0", message_id="0A0000000123ABCD1"), PartResult("9", "Quota Exceeded - rejected")),
        ),
    )  # fmt: skip
    delivered = traces_of(read_input(receipt)).deliveries
    assert delivered == (
        Delivery(Source.RECEIPT, "failed", "0A0000000123ABCD1", "c0ffee", "4915123456789", "1"),
    )
    assert traces_of(read_input(row(0, "gd_send_sms_failure", REFUSED).raw)) == Traces()
    assert traces_of(read_input("nothing of the kind")) == Traces()


def test_without_knowledge_no_cause_is_named() -> None:
    (journey,) = join(Traces((row(0, "gd_start_auth"), row(1, "gd_send_sms_failure", REFUSED))))
    assert (journey.light, journey.cause) == (R, "")
