"""What the sender makes of each thing that Vonage and the network can do; in both engines."""

import json
import re
import socket
import threading

import pytest
from tests.contract.sender.conftest import KEY, SECRET, TEXT, Send, Sent, Start, Trigger
from tests.contract.sender.stand_in import (
    StandIn,
    accepts,
    answers,
    drops,
    hangs,
    hangs_in_the_answer,
    part,
    says,
)

from textfactor.domain.running import RunOutcome

QUICK = {"countries": [], "retries": True, "timeout_ms": 700}
PASSING = (1, 5, 10)


# ---------------------------------------------------------------- what Vonage says


# Node takes a tenth of a second a run, so it gets one of each kind; QuickJS gets them all.
@pytest.mark.parametrize(
    ("start", "status"),
    [("quickjs", status) for status in range(1, 35)]
    + [("node", status) for status in (1, 4, 5, 9, 10, 15, 29)],
    indirect=["start"],
)
def test_hands_on_each_status(send: Send, vonage: StandIn, status: int):
    vonage.script = answers(part(str(status)))
    result = send()
    reference = vonage.only_request().form["client-ref"]
    assert result.reason == f"vonage status={status} part=1/1 ref={reference} : Words of {status}"
    outcome = RunOutcome.RETRY if status in PASSING else RunOutcome.DROPPED
    assert result.failed(outcome, f"VONAGE_STATUS_{status}")


def test_never_asks_for_a_retry_when_retries_are_off(send: Send, vonage: StandIn):
    vonage.script = answers(part("1"))
    result = send(options={"countries": [], "retries": False})
    assert result.failed(RunOutcome.DROPPED, "VONAGE_STATUS_1")
    vonage.only_request()


def test_takes_a_long_text_as_one_message(send: Send, vonage: StandIn):
    vonage.script = accepts(20)
    result = send(as_text="0123456789" * 300)
    reference = vonage.only_request().form["client-ref"]
    assert result.console == (f"vonage accepted parts=20 id=0A00000000ABCD1 ref={reference}",)
    assert result.fine


@pytest.mark.parametrize(
    ("statuses", "outcome", "reason"),
    [
        (["0", "9"], RunOutcome.DROPPED, "vonage status=9 part=2/2 id=0A00000000ABCD1 : Words of 9"),
        (["0", "1"], RunOutcome.DROPPED, "vonage status=1 part=2/2 id=0A00000000ABCD1 : Words of 1"),
        (["1", "0"], RunOutcome.DROPPED, "vonage status=1 part=1/2 id=0A00000000ABCD2 : Words of 1"),
        (["1", "1"], RunOutcome.RETRY, "vonage status=1 part=1/2 : Words of 1"),
        (["9", "1"], RunOutcome.DROPPED, "vonage status=9 part=1/2 : Words of 9"),
        ([0, 1], RunOutcome.DROPPED, "vonage status=1 part=2/2 id=0A00000000ABCD1 : Words of 1"),
        ([0, 0], RunOutcome.OK, ""),  # numbers where strings are usual
        ([5], RunOutcome.RETRY, "vonage status=5 part=1/1 : Words of 5"),
    ],
)
def test_never_repeats_a_message_of_which_a_part_went_out(
    send: Send, vonage: StandIn, statuses: list[object], outcome: RunOutcome, reason: str
):
    vonage.script = answers(*(part(status, number + 1) for number, status in enumerate(statuses)))
    result = send()
    reference = vonage.only_request().form["client-ref"]
    assert result.reason == reason.replace(" :", f" ref={reference} :")
    status = reason.partition("status=")[2].partition(" ")[0]
    assert result.fine if outcome is RunOutcome.OK else result.failed(outcome, f"VONAGE_STATUS_{status}")


@pytest.mark.parametrize(
    ("status", "outcome", "doubt"),
    [
        (302, RunOutcome.DROPPED, False),
        (307, RunOutcome.DROPPED, False),
        (401, RunOutcome.DROPPED, False),
        (403, RunOutcome.DROPPED, False),
        (429, RunOutcome.RETRY, False),
        (500, RunOutcome.DROPPED, True),
        (502, RunOutcome.DROPPED, True),
        (503, RunOutcome.DROPPED, True),
    ],
)
def test_judges_the_http_status(send: Send, vonage: StandIn, status: int, outcome: RunOutcome, doubt: bool):
    vonage.script = says(status, "<html>no</html>", Location="/sms/json")
    result = send()
    assert result.failed(outcome, f"VONAGE_HTTP_{status}")
    reason, _, reference = result.reason.partition(" ref=")
    assert reason == f"vonage http={status}" + (" (may have been sent)" if doubt else "")
    assert reference == (vonage.only_request().form["client-ref"] if doubt else "")


@pytest.mark.parametrize(
    "body",
    [
        "<html>Welcome to the hotel's network</html>",
        '{"message-count":"1","messages":[{"status":"0"',
        "",
        "null",
        "[]",
        "{}",
        '{"messages":[]}',
        '{"messages":{"status":"0"}}',
        '{"messages":[{"message-id":"1"}]}',
        '{"messages":[{"status":"0"},null]}',
    ],
)
def test_drops_what_it_cannot_read(send: Send, vonage: StandIn, body: str):
    vonage.script = says(200, body)
    result = send()
    assert result.failed(RunOutcome.DROPPED, "VONAGE_UNREADABLE")
    reference = vonage.only_request().form["client-ref"]
    assert result.reason == f"vonage answer unreadable (may have been sent) ref={reference}"


def test_lets_nothing_private_through_in_the_vendors_words(send: Send, vonage: StandIn):
    words = f"{KEY} with {SECRET}\nmay not send “{TEXT}” to 18085555555, try 14155550100 " + "x" * 500
    vonage.script = answers(
        {"status": "15", "error-text": words}, {"status": "0", "message-id": "a b\n<i>?1"}
    )
    reason = send().reason
    reference = vonage.only_request().form["client-ref"]
    start = f"vonage status=15 part=1/2 id=abi1 ref={reference} : *** with *** may not send"
    assert reason.startswith(start)
    assert "\n" not in reason
    assert not re.search(r"[0-9]{5}", reason.removeprefix(start))
    assert len(reason) < 300


# ---------------------------------------------------------------- what the network does


@pytest.mark.parametrize("script", [hangs, hangs_in_the_answer])
def test_gives_up_in_time_and_says_that_the_message_may_have_gone(send: Send, vonage: StandIn, script):
    vonage.script = script
    result = send(options=QUICK, limit=5)
    assert result.failed(RunOutcome.DROPPED, "VONAGE_NO_ANSWER")
    reference = vonage.only_request().form["client-ref"]
    assert result.reason == f"vonage no answer in time (may have been sent) ref={reference}"


@pytest.mark.parametrize("script", [drops, says(200, '{"messages":[', length=500)])
def test_does_not_repeat_after_a_lost_connection(send: Send, vonage: StandIn, script):
    def cut_after(handler):
        script(handler)
        handler.cut()

    vonage.script = cut_after
    result = send()
    assert result.failed(RunOutcome.DROPPED, "VONAGE_CONNECTION_LOST")
    reference = vonage.only_request().form["client-ref"]
    assert re.fullmatch(
        rf"vonage connection lost [A-Z_]+ \(may have been sent\) ref={re.escape(reference)}", result.reason
    )


def test_drops_when_the_connection_ends_before_the_request(send: Send, vonage: StandIn):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)
        hung_up = []

        def hang_up():
            client, _ = listener.accept()
            hung_up.append(client.recv(1))
            client.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        result = send(port=listener.getsockname()[1])
        thread.join()
        listener.settimeout(0)
        with pytest.raises(BlockingIOError):  # nobody came a second time
            listener.accept()
    assert hung_up == [b"\x16"]  # the first byte of a TLS greeting
    assert result.failed(RunOutcome.DROPPED, "VONAGE_CONNECTION_LOST")
    assert re.match(r"vonage connection lost [A-Z_]+ \(may have been sent\)", result.reason)


def test_asks_for_a_retry_when_vonage_cannot_be_reached(send: Send, vonage: StandIn):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed = listener.getsockname()[1]
    result = send(port=closed)
    assert result.reason == "vonage unreachable ECONNREFUSED"
    assert result.failed(RunOutcome.RETRY, "VONAGE_UNREACHABLE")
    assert vonage.connections == 0


@pytest.mark.parametrize(
    ("code", "outcome", "reason"),
    [
        ("ENOTFOUND", RunOutcome.RETRY, "vonage unreachable ENOTFOUND"),
        ("EAI_AGAIN", RunOutcome.RETRY, "vonage unreachable EAI_AGAIN"),
        ("EHOSTUNREACH", RunOutcome.RETRY, "vonage unreachable EHOSTUNREACH"),
        ("ENETUNREACH", RunOutcome.RETRY, "vonage unreachable ENETUNREACH"),
        ("UND_ERR_CONNECT_TIMEOUT", RunOutcome.RETRY, "vonage unreachable UND_ERR_CONNECT_TIMEOUT"),
        ("CERT_HAS_EXPIRED", RunOutcome.DROPPED, "vonage unreachable CERT_HAS_EXPIRED"),
        ("ETIMEDOUT", RunOutcome.DROPPED, "vonage connection lost ETIMEDOUT (may have been sent)"),
        ("EPIPE", RunOutcome.DROPPED, "vonage connection lost EPIPE (may have been sent)"),
        (None, RunOutcome.DROPPED, "vonage connection lost TypeError (may have been sent)"),
    ],
)
def test_judges_failures_that_a_loopback_cannot_have(
    start: Start, trigger: Trigger, code: str | None, outcome: RunOutcome, reason: str
):
    cause = json.dumps({"code": code} if code else {})
    failing = (
        f"globalThis.fetch = async () => {{ throw new TypeError('fetch failed', {{ cause: {cause} }}); }};\n"
    )
    result = start().run(failing + trigger.code, trigger.handler, trigger.event(), {})
    assert result.reason.partition(" ref=")[0] == reason
    kind = "CONNECTION_LOST" if "lost" in reason else "UNREACHABLE"
    assert Sent(result, trigger.path).failed(outcome, f"VONAGE_{kind}")


def test_stops_at_a_certificate_that_does_not_hold(
    start: Start, vonage: StandIn, trigger: Trigger, make_authority
):
    result = start(ca_file=make_authority()).run(
        trigger.code, trigger.handler, trigger.event(), {"rest.nexmo.com": vonage.port}
    )
    assert Sent(result, trigger.path).failed(RunOutcome.DROPPED, "VONAGE_UNREACHABLE")
    assert re.fullmatch(r"vonage unreachable [A-Z_]*(CERT|SIGNATURE)[A-Z_]*", result.reason)
    assert vonage.requests == []
