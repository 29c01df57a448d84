"""Both senders in both engines against the practice Vonage: every status and every fault, to the letter."""

import re
import threading
from collections.abc import Callable, Iterator

import pytest
from tests.contract.sender.conftest import Sent, Start, Trigger, with_options
from tests.unit.practice.kit import Client, PythonSender

from textfactor.domain.answers import TenantPath
from textfactor.domain.running import RunOutcome
from textfactor.practice import PracticeWorld
from textfactor.practice.fault_catalogue import CATALOGUE, VONAGE
from textfactor.practice.service import SILENT_SECONDS
from textfactor.practice.vonage.steering import RECEIPT_ERRORS

HOST = "rest.nexmo.com"
TEXT = "739152 is your code for ACME."
LONG = TEXT + " It is good for five minutes." * 10
REF = "0f3c5a7e-1d2b-4c6d-8e9f-a0b1c2d3e4f5"
DOUBT = f" (may have been sent) ref={REF}"

STATUSES = {
    1: "Throughput Rate Exceeded - please wait [ 978 ] and retry", 3: "Invalid value for param: to",
    4: "Bad Credentials", 5: "Internal Error", 6: "Unroutable message - rejected", 7: "Number barred",
    8: "Partner account barred", 9: "Quota Exceeded - rejected", 10: "Too Many Existing Binds",
    11: "Account Not HTTP Enabled", 12: "Message too long", 13: "Communication Failed",
    14: "Invalid Signature", 15: "Illegal Sender Address - rejected", 16: "Invalid TTL",
    17: "Number Unreachable", 18: "Too Many Destinations", 19: "Facility Not Allowed",
    20: "Invalid Message Class", 22: "Invalid Network Code", 23: "Invalid Callback Url",
    29: "Non White-listed Destination - rejected", 32: "Signature And API Secret Disallowed",
    33: "Number De-activated", 34: "Invalid Or Missing Msisdn Param", 101: "Invalid Account Campaign",
    102: "Invalid Short Code", 103: "Invalid Msisdn",
}  # fmt: skip
PASSING = (1, 5, 10)

REFUSED_BY_FAULT = {
    "wrong_secret": 4, "signature_required": 14, "http_not_enabled": 11, "account_suspended": 8, "no_credit": 9,
    "throttled": 1, "trial": 29, "trial_account": 29, "sender_refused": 15, "unroutable": 6, "number_barred": 7,
    "burst_limit": 22, "vonage_fault": 5,
}  # fmt: skip
HTTP_BY_FAULT = {
    "auth_401": 401, "ip_refused": 403, "http_429": 429, "server_error": 500, "bad_gateway": 502,
    "unavailable": 503, "proxy_login": 407, "captive_portal": 511,
}  # fmt: skip
ACCEPTED_IN_SPITE_OF = (
    "slow", "trial_rejected_later", "no_numbers", "pricing_throttled", "reports_refused", "never_delivered",
    "carrier_filtered", "phone_off", "number_gone", "arrives_late", "sender_replaced", "characters_lost",
)  # fmt: skip
IN_DOUBT = {
    "no_answer": "no answer in time", "html_answer": "answer unreadable", "empty_answer": "answer unreadable",
    "truncated_json": r"answer unreadable|connection lost \w+", "drop_after_read": r"connection lost \w+",
}  # fmt: skip
NEVER_READ = {
    "drop_before_read": r"vonage connection lost \w+ \(may have been sent\) ref=" + REF,
    "tls_untrusted": r"vonage unreachable \w*(?:CERT|SIGNATURE)\w*",
    "tls_expired": r"vonage unreachable \w*CERT\w*",
    "tls_wrong_name": r"vonage unreachable \w*CERT\w*",
    "connection_refused": r"vonage unreachable ECONNREFUSED",
}  # fmt: skip
ELSEWHERE = ("second_part_failed", "name_not_found")
"""The one has a test of its own below; the other cannot be had on a loopback (see test_sender_outcomes)."""

Try = Callable[..., tuple[Sent, list[dict[str, dict[str, str]]]]]


class Waits:
    """The practice world's waits: none is waited for but the silence of `no_answer`, which lasts until `go`."""

    def __init__(self) -> None:
        self.silences = 0
        self.go = threading.Event()

    def __call__(self, seconds: float) -> None:
        if seconds == SILENT_SECONDS:
            self.silences += 1
            self.go.wait(20)


@pytest.fixture(scope="module")
def waits() -> Waits:
    return Waits()


@pytest.fixture(scope="module")
def client(waits: Waits) -> Iterator[Client]:
    with PracticeWorld(PythonSender(), pause=waits) as world:
        made = Client(world)
        yield made
        made.close()


@pytest.fixture
def attempt(client: Client, waits: Waits, start: Start, trigger: Trigger) -> Try:
    """Run a sender once; return how it ended and the messages that Vonage was asked to send."""
    client.control("POST", "/reset")
    waits.silences = 0
    waits.go.clear()
    key, secret = client.basic

    def run(number: str = "447700900123", fault: str = "", text: str = TEXT):
        if fault:
            client.fault(fault, service=VONAGE)
        vonage, code = client.world.info()["vonage"], trigger.code
        if fault == "no_answer":
            options = {"countries": [], "retries": True, "timeout_ms": 700}
            code = with_options(code, options)
        secrets = {"VONAGE_API_KEY": key, "VONAGE_API_SECRET": secret, "VONAGE_FROM_NUMBER": "ACME"}
        event = trigger.event(
            recipient=f"+{number}", as_text=text, secrets=secrets, transaction={"correlation_id": REF}
        )
        hosts = {HOST: int(vonage["url"].rpartition(":")[2])}
        result = start(ca_file=client.info["ca_file"]).run(code, trigger.handler, event, hosts)
        for private in (key, secret, "739152", number, "five minutes", "5f7c8ec7c33c"):
            assert private not in repr(result)
        if fault == "no_answer":  # such a request is written down when the silence is over
            waits.go.set()
            client.control("DELETE", "/faults")
            return Sent(result, trigger.path), [{}] * waits.silences
        posts = client.seen("/sms/json")
        return Sent(result, trigger.path), posts

    return run


def refused(sent: Sent, status: int) -> None:
    """Vonage took nothing and said why."""
    assert sent.reason == f"vonage status={status} part=1/1 ref={REF} : {STATUSES[status]}"
    outcome = RunOutcome.RETRY if status in PASSING else RunOutcome.DROPPED
    assert sent.failed(outcome, f"VONAGE_STATUS_{status}")
    assert sent.console == ()


def accepted(sent: Sent, parts: int = 1) -> None:
    """Vonage took all of it."""
    assert sent.fine
    assert re.fullmatch(rf"vonage accepted parts={parts} id=\w+ ref={REF}", sent.console[0])


def test_the_tables_name_every_fault_of_vonage():
    named = (*REFUSED_BY_FAULT, *HTTP_BY_FAULT, *ACCEPTED_IN_SPITE_OF, *IN_DOUBT, *NEVER_READ, *ELSEWHERE)
    assert sorted(named) == sorted(fault.name for fault in CATALOGUE if VONAGE in fault.services)


@pytest.mark.parametrize("status", STATUSES)
def test_each_status(attempt: Try, client: Client, status: int):
    sent, posts = attempt(f"44770090{status:04d}")
    refused(sent, status)
    assert len(posts) == 1
    assert client.inbox() == []


def test_status_0_is_told_with_an_id_and_a_reference_that_vonage_has_too(attempt: Try, client: Client):
    sent, posts = attempt()
    accepted(sent)
    [message] = client.inbox()
    assert f"id={message['id']} " in sent.console[0]
    assert (message["client_ref"], message["text"], message["to"]) == (REF, TEXT, "447700900123")
    assert len(posts) == 1


@pytest.mark.parametrize("fault", REFUSED_BY_FAULT)
def test_each_fault_that_refuses(attempt: Try, client: Client, fault: str):
    sent, posts = attempt("447700900124", fault=fault)
    refused(sent, REFUSED_BY_FAULT[fault])
    assert len(posts) == 1
    assert client.inbox() == []


@pytest.mark.parametrize(
    ("fault", "status"),
    [*HTTP_BY_FAULT.items(), ("", 401), ("", 429), ("", 500)],
    ids=lambda value: str(value or "number"),
)
def test_each_fault_that_answers_in_http(attempt: Try, client: Client, fault: str, status: int):
    sent, posts = attempt("447700900124" if fault else f"4477009{status:05d}", fault=fault)
    assert len(posts) == 1
    if fault == "proxy_login" and sent.result.engine.startswith(
        "Node"
    ):  # its fetch takes a 407 for a lost line
        assert sent.reason == f"vonage connection lost TypeError{DOUBT}"
        assert sent.failed(RunOutcome.DROPPED, "VONAGE_CONNECTION_LOST")
        return
    assert sent.reason == f"vonage http={status}" + (DOUBT if status >= 500 else "")
    outcome = RunOutcome.RETRY if status == 429 else RunOutcome.DROPPED
    assert sent.failed(outcome, f"VONAGE_HTTP_{status}")
    assert client.inbox() == []


@pytest.mark.parametrize("fault", ACCEPTED_IN_SPITE_OF)
def test_each_fault_that_a_sender_cannot_see(attempt: Try, fault: str):
    sent, posts = attempt(fault=fault)
    accepted(sent)
    assert len(posts) == 1


@pytest.mark.parametrize("end", ["0000", min(RECEIPT_ERRORS), max(RECEIPT_ERRORS)])
def test_each_error_that_only_a_receipt_tells(attempt: Try, trigger: Trigger, end: str):
    sent, posts = attempt(f"44770090{end}")
    accepted(sent)
    assert len(posts) == 1


@pytest.mark.parametrize("fault", [*IN_DOUBT, "number"])
def test_each_fault_that_leaves_it_open_whether_a_message_went_out(attempt: Try, client: Client, fault: str):
    by_number = fault == "number"  # the number's ending hangs up after the message was taken
    sent, posts = attempt("447700900408") if by_number else attempt(fault=fault)
    expected = r"connection lost \w+" if by_number else IN_DOUBT[fault]
    assert re.fullmatch(rf"vonage (?:{expected}){re.escape(DOUBT)}", sent.reason)
    code = next(
        code
        for words, code in (
            ("no answer", "NO_ANSWER"),
            ("unreadable", "UNREADABLE"),
            ("lost", "CONNECTION_LOST"),
        )
        if words in sent.reason
    )
    assert sent.failed(RunOutcome.DROPPED, f"VONAGE_{code}")
    assert len(posts) == 1
    went_out = fault in ("truncated_json", "drop_after_read", "number")
    assert len(client.inbox()) == went_out


@pytest.mark.parametrize("fault", NEVER_READ)
def test_each_fault_in_which_no_request_is_read(attempt: Try, client: Client, fault: str):
    sent, posts = attempt(fault=fault)
    assert re.fullmatch(NEVER_READ[fault], sent.reason)
    outcome = RunOutcome.RETRY if fault == "connection_refused" else RunOutcome.DROPPED
    kind = "CONNECTION_LOST" if fault == "drop_before_read" else "UNREACHABLE"
    assert sent.failed(outcome, f"VONAGE_{kind}")
    assert posts == []
    assert client.inbox() == []


@pytest.mark.parametrize("by_number", [True, False])
def test_a_second_part_that_is_refused(attempt: Try, client: Client, by_number: bool):
    sent, posts = (
        attempt("447700900002", text=LONG) if by_number else attempt(fault="second_part_failed", text=LONG)
    )
    [message] = client.inbox()
    reason = f"vonage status=9 part=2/3 id={message['id']} ref={REF} : Quota Exceeded - rejected"
    assert sent.reason == reason
    assert sent.failed(RunOutcome.DROPPED, "VONAGE_STATUS_9")
    assert len(posts) == 1


def test_the_two_senders_differ_in_their_head_alone(root):
    mark = "// ---- From here to the end, the senders of both triggers are the same to the letter. ----"
    files = sorted((root / "resources" / "sender").glob("*.js"))
    parts = [file.read_text(encoding="utf-8").partition(mark) for file in files]
    assert [file.stem for file in files] == ["custom-phone-provider", "send-phone-message"]
    assert len(TenantPath) == len(files)
    (first, found, one), (second, _, other) = parts
    assert found == mark
    assert one == other
    assert max(len(first), len(second)) < len(one) / 3
