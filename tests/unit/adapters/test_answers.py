"""Answers that are JSON, and those that are not."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import requests

from textfactor.adapters.answers import read_json, retry_after
from textfactor.domain.problems import ProblemError, ProblemKind, Service

NOW = datetime(2026, 11, 24, 4, 0, 0, tzinfo=UTC)


def reply(body: bytes = b"{}", status: int = 200, **headers: str) -> requests.Response:
    response = requests.Response()
    response.status_code = status
    response._content = body
    response.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
    return response


def test_json_is_read():
    assert read_json(reply(b'{"a": [1, null, "x"]}'), Service.AUTH0) == {"a": [1, None, "x"]}
    assert read_json(reply(b"", 204), Service.AUTH0) is None
    assert read_json(reply(b'{"error": 1}', 403), Service.AUTH0) == {"error": 1}


@pytest.mark.parametrize("body", [b"<html>", b'{"a":', b"\xff\xfe\x00", b"[" * 100_000])
def test_anything_else_is_not_the_service(body):
    with pytest.raises(ProblemError) as caught:
        read_json(reply(body, content_type="text/html; charset=utf-8"), Service.VONAGE)
    problem = caught.value.problem
    assert (problem.kind, problem.where, problem.status) == (ProblemKind.NOT_THE_SERVICE, Service.VONAGE, 200)
    assert problem.detail.startswith("text/html: ")


def test_first_words_are_short_and_clean():
    with pytest.raises(ProblemError) as caught:
        read_json(reply(b"<h1>Hi +491701234567</h1>" + b"x" * 5000), Service.AUTH0)
    assert len(caught.value.problem.detail) < 120
    assert "491701234567" not in caught.value.problem.detail


def test_a_fault_is_a_fault_whatever_its_body():
    with pytest.raises(ProblemError) as caught:
        read_json(reply(b"<html>", 502), Service.AUTH0)
    assert caught.value.problem.kind is ProblemKind.SERVICE_FAULT
    assert caught.value.problem.status == 502


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": format_datetime(NOW + timedelta(seconds=4)), "date": format_datetime(NOW)}, 4.0),
        ({"x_ratelimit_reset": str(int(NOW.timestamp()) + 9), "date": format_datetime(NOW)}, 9.0),
        ({"x_ratelimit_reset": str(int(NOW.timestamp()) - 9), "date": format_datetime(NOW)}, 0.0),
        ({"x_ratelimit_reset": "soon"}, None),
        ({"x_ratelimit_reset": "9" * 40}, None),
        ({"retry_after": "9" * 400}, None),
        ({"retry_after": "1 Jan 9 99994008090:00"}, None),
        ({"retry_after": "nonsense", "x_ratelimit_reset": "nonsense"}, None),
    ],
)
def test_the_wait_is_told(headers, seconds):
    assert retry_after(reply(status=429, **headers)) == seconds


def test_a_rate_limit_carries_the_wait():
    with pytest.raises(ProblemError) as caught:
        read_json(reply(b"slow down", 429, retry_after="3"), Service.AUTH0)
    assert caught.value.problem.kind is ProblemKind.RATE_LIMITED
    assert caught.value.problem.retry_after == 3.0
