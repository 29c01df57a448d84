"""A login with a code by SMS, from the first question to the last log row."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.unit.practice.kit import NUMBER, Client, FakeClock, PythonSender

from textfactor.practice import ActionRun


@pytest.fixture
def ready(client: Client, clock: FakeClock) -> Client:
    client.set_up(clock)
    return client


def test_a_first_login_enrols_and_the_code_from_the_phone_is_accepted(ready, code):
    login = ready.login()

    assert login["state"] == "code_sent"
    message = ready.inbox()[0]
    assert (
        message["text"]
        == f"{code()} is your verification code for Acme. Please enter this code to verify your enrollment."
    )
    assert (message["to"], message["parts"], message["encoding"]) == (NUMBER, 1, "GSM-7")
    assert ready.enter(login["id"], code()) == {"state": "accepted", "detail": ""}
    wanted = ["gd_start_enroll", "gd_send_sms", "gd_auth_succeed", "gd_enrollment_complete"]
    kinds = [kind for kind in ready.log_types() if kind.startswith("gd_")]
    assert [kind for kind in kinds if kind != "gd_tenant_update"] == wanted


def test_a_later_login_verifies_with_the_other_text(ready, code):
    ready.enter(ready.login()["id"], code())

    login = ready.login()

    assert ready.inbox()[1]["text"] == f"{code()} is your verification code for Acme"
    assert ready.enter(login["id"], f" {code()} ")["state"] == "accepted"
    assert ready.log_types().count("gd_start_auth") == 1
    assert ready.log_types().count("gd_enrollment_complete") == 1


def test_another_phone_enrols_again(ready, code):
    ready.enter(ready.login()["id"], code())

    ready.login(phone="+447700900124")

    assert "enrollment" in ready.inbox()[1]["text"]


def test_the_event_is_the_documented_one(ready, sender: PythonSender):
    ready.login(user="auth0|42")

    job = sender.jobs[0]
    event: Any = job.event
    assert job.handler == "onExecuteCustomPhoneProvider"
    assert job.time_limit == 20
    assert set(job.host_map) == {"rest.nexmo.com", "api.nexmo.com"}
    note = event["notification"]
    assert note["recipient"] == f"+{NUMBER}"
    assert (note["message_type"], note["delivery_method"], note["locale"]) == ("otp_enroll", "text", "en")
    assert note["code"] in note["as_text"]
    assert note["code"] in note["as_voice"]
    assert "from" not in note
    assert event["user"]["user_id"] == "auth0|42"
    assert event["tenant"]["friendly_name"] == "Acme"
    assert set(event["secrets"]) == {"VONAGE_API_KEY", "VONAGE_API_SECRET", "VONAGE_FROM"}


def test_nothing_is_asked_without_the_factor_or_without_a_policy(ready):
    ready.api("PUT", "/guardian/policies", [])
    assert (ready.login()["state"], ready.login()["detail"]) == ("not_asked", "no policy asks for it")
    ready.api("PUT", "/guardian/policies", ["confidence-score"])
    ready.api("PUT", "/guardian/factors/sms", {"enabled": False})
    assert (ready.login()["state"], ready.login()["detail"]) == ("not_asked", "the sms factor is off")
    assert ready.inbox() == []


def test_ten_wrong_codes_are_refused_then_even_the_right_one_is_blocked(ready, code):
    login = ready.login()

    assert [ready.enter(login["id"], "nope")["state"] for _ in range(10)] == ["refused"] * 10
    assert ready.enter(login["id"], code())["state"] == "blocked"
    assert ready.log_types().count("gd_auth_failed") == 10
    assert ready.log("gd_otp_rate_limit_exceed")["user_id"] == "auth0|anna"


def test_a_code_can_be_used_once_and_expires_after_five_minutes(ready, clock, code):
    login = ready.login()
    assert ready.enter(login["id"], code())["state"] == "accepted"
    assert ready.enter(login["id"], code()) == {"state": "refused", "detail": "this login is over"}

    late = ready.login()
    clock.forward(300)
    assert ready.enter(late["id"], code()) == {"state": "refused", "detail": "the code has expired"}


def test_the_eleventh_message_is_blocked_and_one_comes_back_each_hour(ready, clock):
    assert [ready.login()["state"] for _ in range(10)] == ["code_sent"] * 10

    blocked = ready.login()

    assert blocked["state"] == "blocked"
    details = ready.log("limit_phone")["details"]
    assert details["reset_time"] > details["trigger_time"]
    assert ready.login(user="otto")["state"] == "code_sent"
    clock.forward(3600)
    assert ready.login()["state"] == "code_sent"


@pytest.mark.parametrize(
    ("ending", "words"),
    [
        ("0009", "dropped: vonage status=9 Quota Exceeded - rejected"),
        ("0001", "retry: vonage status=1 Throughput Rate Exceeded - please wait [ 978 ] and retry"),
    ],
)
def test_a_refusal_at_vonage_shows_in_the_state_and_in_the_log(ready, ending, words):
    login = ready.login(phone=f"+44770090{ending}")

    assert (login["state"], login["detail"]) == ("send_failed", words)
    row = ready.log("gd_send_sms_failure")
    assert row["details"]["failure_details"] == {
        "errorCode": "error_sending_sms",
        "message": words.partition(": ")[2],
    }
    assert "actions_execution_failed" not in ready.log_types()


@pytest.mark.parametrize(("outcome", "kind"), [("threw", "action_error"), ("timed_out", "action_timeout")])
def test_an_action_that_throws_or_hangs_leaves_three_traces(ready, sender, outcome: Any, kind):
    sender.instead = lambda job: ActionRun(
        outcome, reason="boom", error_code="9", error_stack="at 1:2", seconds=2.0
    )

    assert ready.login() | {"id": ""} == {"id": "", "state": "send_failed", "detail": f"{outcome}: boom"}

    crash = ready.log("actions_execution_failed")["details"]
    assert crash["error_class"] == kind
    assert crash["action_error"] == {"name": "Error", "message": "boom", "code": "9", "stack": "at 1:2"}
    failed = ready.log("gd_send_sms_failure")["details"]
    assert failed["failure_details"] == {"errorCode": "9", "message": "boom"}
    assert failed["actions"]["executions"] == [crash["execution_id"]]
    record = ready.api("GET", f"/actions/executions/{crash['execution_id']}").json()
    assert record["results"][0]["error"] == {"id": "9", "msg": "boom", "url": ""}
    assert record["status"] == "final"


@pytest.mark.parametrize("error", [OSError("no such program"), RuntimeError("no engine")])
def test_an_engine_that_cannot_start_is_a_platform_error(ready, sender, error):
    def broken(job):
        raise error

    sender.instead = broken

    assert ready.login()["state"] == "send_failed"
    assert ready.log("actions_execution_failed")["details"]["error_class"] == "platform_error"


def test_words_are_made_up_where_the_code_gave_none(ready, sender):
    sender.instead = lambda job: ActionRun("dropped")

    assert ready.login()["detail"] == "dropped: the notification was dropped"


def test_a_retry_runs_five_times_more_beside_the_login_with_growing_waits(ready, sender, world, pauses):
    sender.instead = lambda job: ActionRun("retry", reason="later")
    assert ready.login()["detail"] == "retry: later"
    assert len(sender.jobs) == 1

    pauses.go.set()
    world._aside.finish()

    assert len(sender.jobs) == 6
    assert pauses == sorted(set(pauses))
    assert ready.log_types().count("gd_send_sms_failure") == 6


def test_a_retry_that_works_in_the_background_ends_the_retries(ready, sender, world, pauses):
    outcomes: Iterator[Any] = iter(["retry", "retry", "ok"])
    sender.instead = lambda job: ActionRun(next(outcomes))
    assert ready.login()["state"] == "send_failed"

    pauses.go.set()
    world._aside.finish()

    assert len(sender.jobs) == 3
    assert ready.log_types().count("gd_send_sms") == 1


def test_a_retry_does_not_outlive_its_tenant(ready, sender, world, pauses):
    sender.instead = lambda job: ActionRun("retry", reason="later")
    ready.login()
    ready.control("POST", "/reset")

    pauses.go.set()
    world._aside.finish()

    assert len(sender.jobs) == 1


def test_a_fault_lets_the_login_wait_for_all_six_runs(ready, sender):
    sender.instead = lambda job: ActionRun("retry", reason="later")
    ready.fault("retries_run")
    ready.login()
    assert len(sender.jobs) == 6


def test_a_retry_that_works_ends_the_retries(ready, sender):
    ready.fault("retries_run")
    outcomes: Iterator[Any] = iter(["retry", "ok"])
    sender.instead = lambda job: ActionRun(next(outcomes))

    assert ready.login()["state"] == "code_sent"
    assert len(sender.jobs) == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"disabled": True}, "Phone provider is disabled"),
        ({"configuration": {"delivery_methods": ["voice"]}}, "Phone provider does not deliver text"),
        (
            {
                "name": "twilio",
                "configuration": {"sid": "AC1", "default_from": "+1", "delivery_methods": ["text"]},
                "credentials": {"auth_token": "x"},
            },
            "There was an error sending the SMS",
        ),
    ],
)
def test_what_the_provider_cannot_do_fails_the_login(client, clock, change, words):
    provider = client.set_up(clock)
    assert client.api("PATCH", f"/branding/phone/providers/{provider}", change).status_code == 200

    assert client.login()["detail"] == words


def test_without_a_provider_or_a_binding_nothing_can_be_sent(client, clock):
    provider = client.set_up(clock)
    client.api("PATCH", "/actions/triggers/custom-phone-provider/bindings", {"bindings": []})
    assert client.login()["detail"] == "No action is bound to custom-phone-provider"
    client.api("DELETE", f"/branding/phone/providers/{provider}")
    assert client.login()["detail"] == "Phone provider has not been configured"
    details = client.api("GET", "/logs", params={"q": "type:gd_send_sms_failure"}).json()[0]["details"]
    assert details["actions"]["executions"] == []


def test_voice_goes_out_when_nothing_else_is_chosen(client, clock, sender):
    provider = client.set_up(clock)
    client.api(
        "PATCH", f"/branding/phone/providers/{provider}", {"configuration": {"delivery_methods": ["voice"]}}
    )
    client.api("PUT", "/guardian/factors/phone/message-types", {"message_types": ["voice"]})

    client.login()

    assert sender.jobs[0].event["notification"]["delivery_method"] == "voice"


def test_an_edited_template_with_its_sender_is_used(ready, sender):
    body = {
        "from": "Acme",
        "body": {"text": "{{code}} {{ user.email | upcase }} {{ tenant.friendly_name }}!"},
    }
    ready.api("POST", "/branding/phone/templates", {"type": "otp_enroll", "content": body})

    ready.login(user="anna@acme.example")

    note = sender.jobs[0].event["notification"]
    assert note["as_text"] == f"{note['code']} ANNA@ACME.EXAMPLE !"
    assert note["from"] == "Acme"


def test_an_enrolment_can_be_read_and_removed(ready, code):
    login = ready.login()
    row_id = ready.log("gd_start_enroll")["details"]["enrollment"]["_id"]
    assert ready.api("GET", f"/guardian/enrollments/{row_id}").json()["status"] == "pending"
    ready.enter(login["id"], code())
    row = ready.api("GET", f"/guardian/enrollments/{row_id}").json()
    assert (row["status"], row["phone_number"], "last_auth" in row) == ("confirmed", f"+{NUMBER}", True)

    assert ready.api("DELETE", f"/guardian/enrollments/{row_id}").status_code == 204

    assert ready.api("GET", f"/guardian/enrollments/{row_id}").json()["errorCode"] == "enrollment_not_found"
    ready.login()
    assert "enrollment" in ready.inbox()[1]["text"]


def test_the_lock_is_free_while_an_action_runs(ready, sender):
    def nosy(job):
        inside = Client.__new__(Client)
        inside.info, inside.http = ready.info, ready.http
        assert inside.api("GET", "/guardian/factors").status_code == 200
        assert inside.control("GET", "/inbox").status_code == 200
        return ActionRun("ok")

    sender.instead = nosy

    assert ready.login()["state"] == "code_sent"


def test_only_the_last_thousand_logins_are_remembered(ready, monkeypatch):
    monkeypatch.setattr("textfactor.practice.logins.desk.KEPT", 1)
    first = ready.login()
    ready.login(user="otto")

    assert ready.control("POST", f"/logins/{first['id']}/code", {"code": "1"}).status_code == 404


def test_of_several_users_the_right_enrolment_is_found(ready):
    ready.login(user="anna")
    ready.login(user="otto", phone="+447700900124")
    rows = ready.api("GET", "/logs", params={"q": "type:gd_start_enroll"}).json()
    ids = [row["details"]["enrollment"]["_id"] for row in rows]
    numbers = [ready.api("GET", f"/guardian/enrollments/{row_id}").json()["phone_number"] for row_id in ids]
    assert numbers == ["+447700900124", f"+{NUMBER}"]


def test_only_the_last_runs_are_remembered(ready, monkeypatch):
    monkeypatch.setattr("textfactor.practice.auth0.executions.KEPT", 1)
    ready.login(user="anna")
    ready.login(user="otto")
    rows = ready.api("GET", "/logs", params={"q": "type:gd_send_sms", "sort": "date:1"}).json()
    ids = [row["details"]["actions"]["executions"][0] for row in rows]
    codes = [ready.api("GET", f"/actions/executions/{run_id}").status_code for run_id in ids]
    assert codes == [404, 200]


def test_code_that_ran_longer_than_an_action_may_counts_as_timed_out(ready, sender):
    sender.instead = lambda job: ActionRun("ok", seconds=25.0)

    assert ready.login()["detail"] == "timed_out: the action ran out of time"
    assert ready.log("actions_execution_failed")["details"]["error_class"] == "action_timeout"


def test_too_many_actions_at_once_are_turned_away(ready, sender, world):
    runtime: Any = world._servers[1]._application._answer._runtime
    while runtime.busy.acquire(blocking=False):
        pass

    assert ready.login()["detail"] == "threw: too many actions at once"
    assert ready.log("actions_execution_failed")["details"]["error_class"] == "rate_limited"
    assert sender.jobs == []
