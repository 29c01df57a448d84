"""Both triggers with the real engine: the code of an Action runs, its event is the documented one, errors arrive."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from tests.unit.practice.kit import NUMBER, Client, FakeClock

from textfactor.bootstrap import practice_run_action
from textfactor.practice import PracticeWorld

SENDS = """
exports.onExecuteCustomPhoneProvider = async (event, api) => {
  const { recipient, as_text } = event.notification;
  const { VONAGE_API_KEY, VONAGE_API_SECRET, VONAGE_FROM } = event.secrets;
  const body = new URLSearchParams({
    api_key: VONAGE_API_KEY, api_secret: VONAGE_API_SECRET, from: VONAGE_FROM,
    to: recipient.replace(/\\D/g, ''), text: as_text,
  });
  const answer = await fetch('https://rest.nexmo.com/sms/json', { method: 'POST', body });
  const { messages } = await answer.json();
  if (messages[0].status !== '0') api.notification.drop(messages[0]['error-text']);
};
"""


@pytest.fixture
def start(clock: FakeClock) -> Iterator[Callable[..., Client]]:
    """Start a world whose Actions really run."""
    with ExitStack() as stack:

        def make(**settings: str) -> Client:
            world = PracticeWorld(practice_run_action(), clock=clock, **settings)  # pyright: ignore[reportArgumentType]
            client = Client(stack.enter_context(world))
            stack.callback(client.close)
            return client

        yield make


def test_the_old_action_of_a_legacy_tenant(start):
    client = start(state="legacy_action")
    login = client.login()
    assert login["state"] == "code_sent", login
    text = client.inbox()[0]["text"]
    assert client.inbox()[0]["to"] == NUMBER
    assert client.enter(login["id"], text.split()[0])["state"] == "accepted"


def test_what_the_old_action_throws_is_in_the_log_with_its_code(start):
    client = start(state="legacy_action")
    client.fault("no_credit")
    assert client.login()["state"] == "send_failed"
    error = client.log("gd_send_sms_failure")["details"]["failure_details"]
    assert error["errorCode"] == 9
    crash = client.log("actions_execution_failed")["details"]
    assert (crash["error_class"], crash["action_error"]["code"]) == ("action_error", "9")
    run = client.api("GET", f"/actions/executions/{crash['execution_id']}").json()
    assert run["results"][0]["started_at"] < run["results"][0]["ended_at"]


def test_an_action_of_the_unified_path(start, clock):
    client = start()
    client.set_up(clock)
    action = client.api("GET", "/actions/actions").json()["actions"][0]["id"]
    client.api("PATCH", f"/actions/actions/{action}", {"code": SENDS})
    clock.forward(1)
    client.api("POST", f"/actions/actions/{action}/deploy")
    login = client.login()
    assert client.enter(login["id"], client.inbox()[0]["text"].split()[0])["state"] == "accepted"
    client.fault("no_credit")
    assert client.login(user="otto")["detail"].startswith("dropped: ")


@pytest.mark.parametrize(
    ("path", "trigger"), [("unified", "custom-phone-provider"), ("legacy", "send-phone-message")]
)
def test_somebody_elses_action_runs_without_vonage(start, path, trigger):
    client = start(path=path, state="foreign_action")
    assert client.login()["state"] == "code_sent"
    assert client.seen("/sms/json") == []
    run = client.log("gd_send_sms")["details"]["actions"]["executions"][0]
    assert client.api("GET", f"/actions/executions/{run}").json()["trigger_id"] == trigger


def test_a_draft_is_tested_with_an_event_of_ones_own(start, clock):
    client = start(state="legacy_action")
    action = client.api("GET", "/actions/actions").json()["actions"][0]["id"]
    note = {
        "recipient": f"+{NUMBER}",
        "text": "hello",
        "code": "1",
        "message_type": "sms",
        "action": "enrollment",
    }
    event = {"payload": {"event": {"message_options": note}}}
    answer = client.api("POST", f"/actions/actions/{action}/test", event).json()["payload"]
    assert "error" not in answer
    assert answer["stats"]["action_duration_ms"] >= 0
    assert client.inbox()[0]["text"] == "hello"


def test_the_wrong_handler_is_seen(start, clock):
    client = start()
    client.set_up(clock)
    action = client.api("GET", "/actions/actions").json()["actions"][0]["id"]
    client.api(
        "PATCH", f"/actions/actions/{action}", {"code": SENDS.replace("CustomPhoneProvider", "PostLogin")}
    )
    clock.forward(1)
    client.api("POST", f"/actions/actions/{action}/deploy")
    assert client.login()["state"] == "send_failed"
    assert client.log("actions_execution_failed")["details"]["error_class"] == "action_error"
