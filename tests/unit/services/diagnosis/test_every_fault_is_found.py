"""Every fault of the practice world is diagnosed as what it is, from what a person can lay hands on alone.

The tenant runs the very sender that the wizard puts there, in a real engine; the client is the practice tests' own.
Two faults are seen on the phone only (`sender_replaced`, `characters_lost`): there the person's words are the input.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from tests.support.fault_diagnoses import DIAGNOSES
from tests.unit.practice.kit import Client, FakeClock
from tests.unit.services.diagnosis import collected

from textfactor.bootstrap import practice_run_action
from textfactor.domain.diagnosis import Report, Severity
from textfactor.practice import PracticeWorld
from textfactor.practice.fault_catalogue import CATALOGUE
from textfactor.services.diagnosis.knowledge import Knowledge
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose

_BESIDE = {"action_ignores_answer": "no_credit", "retries_run": "throttled"}
"""What has to hold too, as the fault alone changes nothing that anybody sees."""

_ON_THE_PHONE = {
    "sender_replaced": "It comes from another sender, 38080, instead of our name Acme.",
    "characters_lost": "The text arrives with question marks: Tw?j kod ??? to 123456",
}
_UNLISTED = "447700900124"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def client(clock: FakeClock) -> Iterator[Client]:
    with PracticeWorld(practice_run_action(), clock=clock) as world:
        made = Client(world)
        yield made
        made.close()


def _login(client: Client) -> dict:
    login = client.login()
    assert login["state"] in ("code_sent", "send_failed", "not_asked", "blocked")
    return login


def _ordinary(client: Client, clock: FakeClock) -> Iterator[str]:
    _login(client)
    yield from collected.sent(client)
    yield from collected.rows(client)


def _delivery(client: Client, clock: FakeClock) -> Iterator[str]:
    yield from _ordinary(client, clock)
    yield from collected.reports(client, clock)


def _tenant(client: Client, clock: FakeClock) -> Iterator[str]:
    _login(client)
    yield from collected.rows(client)
    yield from collected.settings(client)


def _access(client: Client, clock: FakeClock) -> Iterator[str]:
    yield from _ordinary(client, clock)
    yield from collected.refusals(client)


def _trial(client: Client, clock: FakeClock) -> Iterator[str]:
    yield from collected.sent(client, to=_UNLISTED)


def _abroad(client: Client, clock: FakeClock) -> Iterator[str]:
    yield from collected.sent(client, to="12025550156", sender=client.info["vonage"]["from"])


def _entered(client: Client, clock: FakeClock) -> Iterator[str]:
    login = _login(client)
    code = client.inbox()[0]["text"].split()[0]
    client.enter(login["id"], code)
    yield from collected.rows(client)


def _built(client: Client, clock: FakeClock) -> Iterator[str]:
    yield from collected.new_build(client, clock)


def _gate(client: Client, clock: FakeClock) -> Iterator[str]:
    yield from collected.selected_provider(client)


def _told(fault: str) -> Callable[[Client, FakeClock], Iterator[str]]:
    return lambda _client, _clock: iter([_ON_THE_PHONE[fault]])


_WAYS: dict[str, Callable[[Client, FakeClock], Iterator[str]]] = {
    "trial_account": _trial,
    "no_numbers": _abroad,
    "code_expires": _entered,
    "two_codes": _entered,
    "build_fails": _built,
    "build_stuck": _built,
    "unified_gate": _gate,
    **{fault: _told(fault) for fault in _ON_THE_PHONE},
}
_BY_GROUP = {
    "network": _ordinary, "access": _access, "account": _delivery, "sending": _delivery, "delivery": _delivery,
    "tenant": _tenant, "action": _tenant, "message": _tenant, "login": _ordinary,
}  # fmt: skip
_LONG = "{{ code }} " + "x" * 300


def _report(client: Client, clock: FakeClock, knowledge: Knowledge, fault: str) -> Report:
    group = next(row.group for row in CATALOGUE if row.name == fault)
    collected.set_up(client, clock, text=_LONG if fault == "second_part_failed" else "")
    client.fault(fault, **({"service": "vonage"} if group == "network" else {}))
    if fault in _BESIDE:
        client.fault(_BESIDE[fault])
    texts = list(_WAYS.get(fault, _BY_GROUP[group])(client, clock))
    if fault == "action_ignores_answer":
        texts += collected.sent(client)
    return diagnose(read_input("\n".join(texts)), knowledge)


@pytest.mark.parametrize("fault", [row.name for row in CATALOGUE])
def test_the_best_diagnosis_is_what_it_is(client, clock, knowledge, fault):
    report = _report(client, clock, knowledge, fault)
    found = [one.cause for one in report.diagnoses]
    expected = DIAGNOSES[fault]
    if not expected:
        assert not any(one.severity is Severity.BROKEN for one in report.diagnoses), found
        return
    assert found, report.notes
    assert found[0] in expected, (found, report.notes)
    best = report.diagnoses[0]
    for evidence in best.evidence:
        assert report.reading.source[evidence.start : evidence.end]
    if fault == "action_ignores_answer":
        assert "auth0.action_ignores_answer" in found


@pytest.mark.parametrize("way", [_delivery, _tenant, _access, _entered], ids=lambda way: way.__name__)
def test_nothing_is_found_where_nothing_is_wrong(client, clock, knowledge, way):
    collected.set_up(client, clock)
    report = diagnose(read_input("\n".join(way(client, clock))), knowledge)
    wrong = [one for one in report.diagnoses if one.severity in (Severity.BROKEN, Severity.PARTLY)]
    assert wrong == []
    assert "nothing_wrong" in report.notes


@pytest.fixture
def legacy(clock: FakeClock) -> Iterator[Callable[[str], Client]]:
    with ExitStack() as stack:

        def make(state: str) -> Client:
            world = stack.enter_context(
                PracticeWorld(practice_run_action(), clock=clock, path="legacy", state=state)
            )
            made = Client(world)
            stack.callback(made.close)
            return made

        yield make


def test_a_tenant_whose_hook_has_ended(legacy, knowledge):
    client = legacy("dead_hook")
    assert _login(client)["state"] == "send_failed"
    found = diagnose(read_input("\n".join(collected.rows(client))), knowledge).diagnoses
    assert found[0].cause == "hooks.ended"
    hooks = client.api("GET", "/hooks", params={"triggerId": "send-phone-message"}).text
    assert diagnose(read_input(hooks), knowledge).diagnoses[0].cause == "hooks.ended"


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        ("no_credit", "vonage.status.9"),
        ("server_error", "service.fault"),
        ("tls_expired", "network.tls_expired"),
    ],
)
def test_the_sender_of_the_legacy_path(legacy, clock, knowledge, fault, cause):
    client = legacy("legacy_action")
    collected.use_legacy_sender(client, clock)
    client.fault(fault, service="vonage")
    assert _login(client)["state"] == "send_failed"
    report = diagnose(read_input("\n".join(collected.rows(client))), knowledge)
    assert report.diagnoses[0].cause == cause, report.diagnoses
