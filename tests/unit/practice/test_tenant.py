"""Tokens, scopes, rate limits, settings, the log, and what is not there."""

import base64
import json

import pytest
from tests.unit.practice.kit import Client

from textfactor.practice import PracticeWorld
from textfactor.practice.auth0.log_query import QueryError, parse_query
from textfactor.practice.auth0.logs import LogBook
from textfactor.practice.auth0.ratelimit import PLANS, Bucket, Rate, plan_by_name


def token(client, how="json", **change):
    auth0 = client.info["auth0"]
    body = {
        "grant_type": "client_credentials",
        "client_id": auth0["client_id"],
        "client_secret": auth0["client_secret"],
        "audience": f"https://{auth0['domain']}/api/v2/",
    } | change
    return client.http.post(f"{auth0['url']}/oauth/token", timeout=10, **{how: body})


@pytest.mark.parametrize("how", ["json", "data"])
def test_a_token_for_client_and_secret(client, how):
    answer = token(client, how).json()
    assert (answer["expires_in"], answer["token_type"]) == (86400, "Bearer")
    assert "update:guardian_factors" in answer["scope"].split()
    headers = {"authorization": f"Bearer {answer['access_token']}"}
    assert client.api("GET", "/guardian/factors", headers=headers).status_code == 200
    middle = answer["access_token"].split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    assert claims["scope"] == answer["scope"]
    assert claims["exp"] - claims["iat"] == 86400
    assert "seccft" in client.log_types()


def test_a_token_by_basic_header_and_by_the_address_called(client):
    auth0 = client.info["auth0"]
    form = {"grant_type": "client_credentials", "audience": f"{auth0['url']}/api/v2/"}
    basic = (auth0["client_id"], auth0["client_secret"])
    assert (
        client.http.post(f"{auth0['url']}/oauth/token", data=form, auth=basic, timeout=10).status_code == 200
    )


@pytest.mark.parametrize(
    ("change", "status", "error"),
    [
        ({"client_secret": "wrong"}, 401, "access_denied"),
        ({"client_id": "wrong"}, 401, "access_denied"),
        ({"audience": "https://wrong/api/v2/"}, 403, "access_denied"),
        ({"audience": ""}, 403, "access_denied"),
        ({"grant_type": "password"}, 403, "unauthorized_client"),
        ({"grant_type": None}, 400, "invalid_request"),
    ],
)
def test_no_token(client, change, status, error):
    answer = token(client, **change)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert "feccft" in client.log_types()


def test_a_token_request_that_cannot_be_read(client):
    url = client.info["auth0"]["url"] + "/oauth/token"
    headers = {"content-type": "application/json"}
    for body in ("{", "[]"):
        assert (
            client.http.post(url, data=body, headers=headers, timeout=10).json()["error"] == "invalid_request"
        )
    assert client.http.get(url, timeout=10).status_code == 404


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (None, "Missing authentication"),
        ("Token abc", "Bad HTTP authentication header format"),
        ("Bearer abc", "Invalid token"),
    ],
)
def test_a_bad_token(client, header, words):
    headers = {"authorization": header} if header else {}
    answer = client.http.get(client.info["auth0"]["url"] + "/api/v2/logs", headers=headers, timeout=10)
    assert (answer.status_code, answer.json()["message"]) == (401, words)


def test_a_token_lives_a_day(client, clock):
    clock.forward(86_399)
    assert client.api("GET", "/guardian/factors").status_code == 200
    clock.forward(1)
    assert client.api("GET", "/guardian/factors").status_code == 401


def test_what_is_not_there(client):
    url = client.info["auth0"]["url"]
    assert client.http.get(f"{url}/", timeout=10).json() == {
        "statusCode": 404,
        "error": "Not Found",
        "message": "Not Found",
    }
    assert client.api("GET", "/nope").json() == {
        "statusCode": 404,
        "error": "Not Found",
        "message": "Not Found",
    }
    assert client.api("GET", "/actions/actions/").status_code == 404
    assert client.api("DELETE", "/tenants/settings").status_code == 405
    assert client.api("GET", "/actions/executions/x").json()["message"] == "That execution does not exist."


def test_small_lists(client):
    assert client.api("GET", "/hooks").json() == []
    assert client.api("GET", "/actions/modules?page=0&per_page=100").json() == {
        "modules": [],
        "total": 0,
        "page": 0,
        "per_page": 100,
    }


def test_settings(client):
    path = "/tenants/settings"
    row = client.api("GET", path).json()
    assert (row["phone_consolidated_experience"], row["friendly_name"]) == (True, "Acme")
    assert client.api("GET", f"{path}?fields=friendly_name").json() == {"friendly_name": "Acme"}
    assert (
        "friendly_name" not in client.api("GET", f"{path}?fields=friendly_name&include_fields=false").json()
    )

    changed = client.api("PATCH", path, {"friendly_name": "Änne", "flags": {"enable_sso": False}}).json()
    assert changed["friendly_name"] == "Änne"
    assert "sandbox_versions_available" not in changed
    flags = client.api("GET", path).json()["flags"]
    assert flags["enable_sso"] is False
    assert len(changed["flags"]) == len(flags) + 2
    assert client.api("PATCH", path, {"phone_consolidated_experience": True}).status_code == 200
    assert client.api("PATCH", path, {"session_lifetime": "long"}).status_code == 400
    assert (
        client.api("PATCH", path, {"session_lifetime": 1.5, "country_codes": {"mode": "allow"}}).status_code
        == 200
    )


def test_every_answer_says_what_is_left(client):
    headers = client.api("GET", "/guardian/factors").headers
    assert (headers["x-ratelimit-limit"], headers["x-ratelimit-remaining"]) == ("50", "49")
    assert int(headers["x-ratelimit-reset"]) >= 1_795_000_000
    refused = client.api("GET", "/nope")
    assert refused.headers["x-ratelimit-remaining"] == "48"


def test_a_free_tenant_answers_429(sender, clock):
    with PracticeWorld(sender, clock=clock, plan="free") as world:
        client = Client(world)
        codes = [client.api("GET", "/guardian/factors").status_code for _ in range(3)]
        limited = client.api("GET", "/guardian/factors")
        clock.forward(0.5)
        after = client.api("GET", "/logs?q=type:api_limit")
        client.close()
    assert codes == [200, 200, 429]
    assert limited.json()["errorCode"] == "too_many_requests"
    assert (limited.headers["x-ratelimit-remaining"], "x-ratelimit-reset" in limited.headers) == ("0", True)
    assert len(after.json()) == 2


def test_reading_logs_has_a_smaller_bucket(clock):
    from textfactor.practice.auth0.ratelimit import RateLimiter

    limiter = RateLimiter(plan_by_name("professional"), clock)
    for _ in range(10):
        assert limiter.take("/api/v2/logs").passed
    assert not limiter.take("/api/v2/logs").passed
    clock.forward(0.41)
    assert limiter.take("/api/v2/guardian/factors").passed
    clock.forward(0.41)
    assert limiter.take("/api/v2/logs").passed


def test_a_bucket_never_overflows_nor_runs_backwards(clock):
    bucket = Bucket(Rate(2, 1.0), clock)
    clock.forward(100)
    assert [bucket.take().passed for _ in range(3)] == [True, True, False]
    clock.forward(-50)
    assert not bucket.take().passed


def test_plans_by_name():
    assert set(PLANS) == {"free", "essentials", "professional", "enterprise", "enterprise_dev"}
    with pytest.raises(
        ValueError, match="no plan named 'gold', only free, essentials, professional, enterprise"
    ):
        plan_by_name("gold")


@pytest.fixture
def logged(client):
    """Five calls, each of which leaves a row."""
    for name in ("Acme", "Acme 2", "Acme 3"):
        client.api("PATCH", "/tenants/settings", {"friendly_name": name})
    token(client)
    token(client, client_secret="wrong")
    return client


def test_a_row_has_all_keys(logged):
    row = logged.api("GET", "/logs").json()[0]
    assert len(row) == 22
    assert row["_id"] == row["log_id"]
    assert (len(row["log_id"]), row["log_id"][:3]) == (56, "900")
    assert row["isMobile"] is False
    assert row["connection"] is None
    assert logged.api("GET", f"/logs/{row['log_id']}").json() == row
    assert logged.api("GET", "/logs/900").status_code == 404


def test_writes_are_audited_without_secrets(client, clock):
    client.deployed_action(clock)
    row = client.api("GET", "/logs?q=type:sapi&sort=date:1").json()[0]
    assert row["details"]["request"]["path"] == "/api/v2/actions/actions"
    assert row["details"]["response"] == {"statusCode": 201}
    assert client.basic[1] not in str(row)


def test_search_mode(logged):
    def types(query):
        return [row["type"] for row in logged.api("GET", f"/logs?{query}").json()]

    assert types("") == ["feccft", "seccft", "sapi", "sapi", "sapi"]
    assert types("sort=date:1&per_page=2") == ["sapi", "sapi"]
    assert types("sort=date:1&per_page=2&page=2") == ["feccft"]
    assert types("q=type:f*") == ["feccft"]
    assert types("search=type:seccft") == ["seccft"]
    totals = logged.api("GET", "/logs?include_totals=true&per_page=2").json()
    assert {k: v for k, v in totals.items() if k != "logs"} == {
        "start": 0,
        "limit": 2,
        "length": 2,
        "total": 2,
    }
    assert list(logged.api("GET", "/logs?fields=type").json()[0]) == ["type"]
    assert "type" not in logged.api("GET", "/logs?fields=type&include_fields=false").json()[0]


@pytest.mark.parametrize(
    "query", ["per_page=101", "page=20", "q=type:", "q=(type:a", "sort=date", "sort=colour:1"]
)
def test_bad_searches(logged, query):
    assert logged.api("GET", f"/logs?{query}").json()["errorCode"] == "invalid_query_string"


def test_checkpoint_mode_ends_with_an_empty_array(logged):
    seen, answer = [], logged.api("GET", "/logs?take=2")
    while answer.json():
        seen += [row["type"] for row in answer.json()]
        answer = logged.api("GET", answer.links["next"]["url"].partition("/api/v2")[2])
    assert seen == ["sapi", "sapi", "sapi", "seccft", "feccft"]
    assert "link" not in answer.headers


ROWS: list[dict[str, object]] = [
    {
        "type": "gd_send_sms",
        "log_id": "1",
        "date": "2026-11-24T10:00:00.000Z",
        "user_name": "anna b",
        "ip": None,
    },
    {
        "type": "fn",
        "log_id": "2",
        "date": "2026-11-25T10:00:00.000Z",
        "description": "a hook [x]?",
        "details": {"a": 1},
    },
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type:fn", "2"),
        ("type:FN", ""),
        ("type:gd_*", "1"),
        ("type:*send*", "1"),
        ("type:fn OR type:gd_send_sms", "12"),
        ("type:fn AND log_id:1", ""),
        ("NOT type:fn", "1"),
        ("(type:fn OR type:wn) AND NOT log_id:1", "2"),
        ('user_name:"anna b"', "1"),
        ("user_name:anna", ""),
        ("ip:*", ""),
        ("user_name:*", "1"),
        ("details.a:1", ""),
        ("nonsense:1", ""),
        ("log_id:[1 TO *]", "12"),
        ("log_id:{1 TO *]", "2"),
        ("log_id:[* TO 2}", "1"),
        ("date:[2026-11-25 TO *]", "2"),
        ("date:[2026-11-24 TO 2026-11-24]", "1"),
        ("description:*hook*", "2"),
        ("description:*[x]?", "2"),
        ("ip:[0 TO 9]", ""),
        ("  type:fn  ", "2"),
    ],
)
def test_queries(query, found):
    wanted = parse_query(query)
    assert "".join(str(row["log_id"]) for row in ROWS if wanted(row)) == found


@pytest.mark.parametrize(
    "query",
    [
        "",
        "fn",
        "type:",
        "type:fn type:wn",
        "AND",
        "type:fn AND",
        "NOT",
        "(type:fn",
        "type:fn)",
        "type:*fn",
        "()",
        "type:?(x",
    ],
)
def test_bad_queries(query):
    with pytest.raises(QueryError):
        parse_query(query)


def test_the_log_forgets_the_oldest(clock):
    book = LogBook(clock, "host", 3600.0)
    for _ in range(5001):
        book.write("x", "y")
    assert len(book.rows) == 5000
    ids = [str(row["log_id"]) for row in book.rows]
    assert ids == sorted(ids)
