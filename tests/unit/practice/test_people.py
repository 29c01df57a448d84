"""Users: their phones, methods, logs, and tickets to enrol."""

import pytest
from tests.unit.practice.kit import NUMBER, Client

USER = "auth0|anna"
METHODS = f"/users/{USER}/authentication-methods"
PHONE = {
    "type": "phone",
    "phone_number": f"+{NUMBER}",
    "preferred_authentication_method": "sms",
    "name": "Work",
}


@pytest.fixture
def enrolled(client: Client, clock, code) -> Client:
    client.set_up(clock)
    client.enter(client.login()["id"], code())
    return client


def test_what_a_login_leaves_at_the_user(enrolled):
    (row,) = enrolled.api("GET", METHODS).json()
    assert (row["type"], row["phone_number"], row["confirmed"]) == ("phone", f"+{NUMBER}", True)
    assert row["last_auth_at"] >= row["created_at"]
    assert enrolled.api("GET", f"{METHODS}/{row['id']}").json() == row
    counted = enrolled.api("GET", f"{METHODS}?include_totals=true").json()
    assert counted == {"authenticators": [row], "start": 0, "limit": 50, "total": 1}
    assert enrolled.api("GET", f"/guardian/enrollments/{row['id']}").json()["status"] == "confirmed"


def test_a_phone_that_an_administrator_adds_is_confirmed(client, clock):
    client.set_up(clock)
    made = client.api("POST", METHODS, PHONE)
    assert made.status_code == 201
    assert {"confirmed", "last_auth_at"} & set(made.json()) == set()
    assert client.api("POST", METHODS, PHONE).status_code == 409
    client.login()
    assert "enrollment" not in client.inbox()[0]["text"], "no enrolment is needed"


def test_a_method_is_changed_and_removed(client):
    method = client.api("POST", METHODS, PHONE).json()["id"]
    changed = client.api("PATCH", f"{METHODS}/{method}", {"preferred_authentication_method": "voice"}).json()
    assert (changed["preferred_authentication_method"], changed["name"]) == ("voice", "Work")
    assert client.api("PATCH", f"{METHODS}/{method}", {"phone_number": "+1"}).status_code == 400
    assert client.api("DELETE", f"{METHODS}/{method}").status_code == 204
    assert client.api("GET", f"{METHODS}/{method}").status_code == 404
    client.api("POST", METHODS, PHONE)
    assert client.api("DELETE", METHODS).status_code == 204
    assert client.api("GET", METHODS).json() == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"type": "email", "name": "x"}, 403),
        ({"type": "fax"}, 400),
        ({"type": "phone"}, 400),
        ({"phone_number": "+1"}, 400),
        (PHONE | {"colour": "red"}, 400),
    ],
)
def test_methods_that_cannot_be_added(client, body, status):
    assert client.api("POST", METHODS, body).status_code == status


def test_an_unknown_user(client):
    for path in ("/users/nobody/authentication-methods", "/users/auth0|/authentication-methods"):
        answer = client.api("GET", path)
        assert (answer.status_code, answer.json()["errorCode"]) == (404, "inexistent_user")
    ticket = client.api("POST", "/guardian/enrollments/ticket", {"user_id": "nobody"})
    assert (ticket.status_code, ticket.json()["errorCode"]) == (404, "inexistent_user")
    assert client.api("GET", "/users/nobody/logs").json() == []


def test_the_logs_of_one_user(enrolled):
    enrolled.login(user="otto", phone="+447700900124")
    rows = enrolled.api("GET", f"/users/{USER}/logs").json()
    assert {row["user_id"] for row in rows} == {USER}
    assert rows[0]["type"] == "gd_enrollment_complete"
    assert len(enrolled.api("GET", f"/users/{USER}/logs?per_page=1&sort=date:1").json()) == 1


def test_removing_an_enrolment_is_logged(enrolled):
    (row,) = enrolled.api("GET", METHODS).json()
    enrolled.api("DELETE", f"/guardian/enrollments/{row['id']}")
    assert enrolled.log("gd_unenroll")["user_id"] == USER


def test_one_wrong_code_comes_back_every_six_minutes(client, clock, code):
    client.set_up(clock)
    login = client.login()
    assert [client.enter(login["id"], "nope")["state"] for _ in range(11)] == ["refused"] * 10 + ["blocked"]
    clock.forward(361)
    later = client.login()
    assert client.enter(later["id"], "nope")["state"] == "refused"
    assert client.enter(later["id"], code())["state"] == "blocked"
