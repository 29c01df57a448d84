"""Faults of Vonage, each on the wire or through a login: refused at once, or accepted and then lost."""

from tests.unit.practice.kit import NUMBER
from tests.unit.practice.proofs import GOOD, VONAGE_CALL, cases, off, proves


@cases({
    "wrong_secret": "4", "signature_required": "14", "http_not_enabled": "11", "account_suspended": "8",
    "no_credit": "9", "throttled": "1", "trial": "29", "sender_refused": "15", "unroutable": "6",
    "number_barred": "7", "burst_limit": "22", "vonage_fault": "5",
})  # fmt: skip
def test_vonage_refuses_with_http_200_and_the_login_fails(ready, fault, expected):
    ready.fault(fault)
    answer = ready.vonage(*VONAGE_CALL, data=GOOD)
    assert (answer.status_code, answer.json()["messages"][0]["status"]) == (200, expected)
    login = ready.login()
    assert login["state"] == "send_failed"
    assert f"vonage status={expected} " in login["detail"]
    assert ready.inbox() == []
    off(ready)
    assert ready.login("ben")["state"] == "code_sent"


@cases({"auth_401": 401, "ip_refused": 403, "http_429": 429})
def test_vonage_refuses_with_an_http_status(client, fault, expected):
    client.fault(fault)
    for method, path in (VONAGE_CALL, ("GET", "/account/get-balance"), ("GET", "/v2/applications")):
        assert client.vonage(method, path, data=GOOD).status_code == expected


@proves("trial_account")
def test_a_trial_account(client):
    client.fault("trial_account")
    assert client.vonage("GET", "/account/get-balance").json()["value"] == 2.0
    assert client.sms(to="447700900124")["messages"][0]["status"] == "29"
    client.sms()
    assert client.inbox()[0]["text"] == "hello [FREE SMS DEMO, TEST MESSAGE]"


@proves("trial_rejected_later")
def test_a_trial_account_that_rejects_afterwards_at_no_cost(client, clock):
    client.fault("trial_rejected_later")
    assert client.sms()["messages"][0] | {"message-id": ""} == {
        "to": NUMBER, "message-id": "", "status": "0", "remaining-balance": "10.00000000",
        "message-price": "0.03330000", "network": "23410",
    }  # fmt: skip
    receipt = _receipt(client, clock, 2)
    assert (receipt["status"], receipt["err-code"], receipt["price"]) == ("rejected", "1474", "0.00000000")
    assert client.inbox() == []


@proves("no_numbers")
def test_an_account_without_numbers(client):
    client.fault("no_numbers")
    assert client.vonage("GET", "/account/numbers").json() == {}
    own = client.info["vonage"]["from"]
    assert client.sms(to="12025550156", sender=own)["messages"][0]["status"] == "15"


@cases({"pricing_throttled": ("/account/get-pricing/outbound/sms?country=GB", 429),
        "reports_refused": ("/v2/reports/records?product=SMS&account_id=x", 403)})  # fmt: skip
def test_a_question_about_the_account_is_refused(client, fault, expected):
    client.fault(fault)
    assert client.vonage("GET", expected[0]).status_code == expected[1]
    assert client.sms()["messages"][0]["status"] == "0"


@proves("second_part_failed")
def test_the_second_part_fails(ready):
    ready.fault("second_part_failed")
    ready.api("POST", "/branding/phone/templates", {
        "type": "otp_enroll", "content": {"body": {"text": "{{ code }} " + "x" * 300}},
    })  # fmt: skip
    login = ready.login()
    assert login["state"] == "send_failed"
    assert "status=9" in login["detail"]
    assert len(ready.inbox()[0]["text"]) < 300


def _receipt(client, clock, seconds: float) -> dict:
    clock.forward(seconds)
    return client.control("GET", "/receipts").json()["receipts"][-1]


@cases({"carrier_filtered": ("failed", "6"), "number_gone": ("failed", "3"), "phone_off": ("expired", "2")})
def test_accepted_and_then_lost_with_a_receipt(ready, clock, fault, expected):
    ready.fault(fault)
    assert ready.login()["state"] == "code_sent"
    receipt = _receipt(ready, clock, 260_000)
    assert (receipt["status"], receipt["err-code"]) == expected
    assert ready.inbox() == []


@proves("never_delivered")
def test_accepted_and_never_heard_of_again(ready, clock):
    ready.fault("never_delivered")
    assert ready.login()["state"] == "code_sent"
    clock.forward(10)
    assert ready.inbox() == []
    assert ready.control("GET", "/receipts").json() == {"receipts": []}
    sent = ready.vonage(*VONAGE_CALL, data=GOOD).json()["messages"][0]["message-id"]
    query = {"account_id": ready.basic[0], "product": "SMS", "direction": "outbound", "id": sent}
    report = ready.vonage("GET", "/v2/reports/records", params=query).json()
    assert report["records"][0]["status"] == "accepted"


@proves("arrives_late")
def test_a_message_is_late(ready, clock):
    ready.fault("arrives_late")
    assert ready.login()["state"] == "code_sent"
    clock.forward(39)
    assert ready.inbox() == []
    clock.forward(1)
    assert len(ready.inbox()) == 1


@proves("sender_replaced")
def test_another_sender_shows(ready):
    ready.fault("sender_replaced")
    ready.login()
    assert ready.inbox()[0]["from"] == "38080"


@proves("characters_lost")
def test_characters_are_lost(client):
    client.fault("characters_lost")
    client.sms(type="unicode", text="żółw 😀")
    assert client.inbox()[0]["text"] == "???w ?"
