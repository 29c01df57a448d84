"""Which faults have a test that shows what they do; the last test in test_every_fault.py wants all of them here."""

from collections.abc import Callable

import pytest
import requests
from tests.unit.practice.kit import NUMBER, Client

GOOD = {"from": "Acme", "to": NUMBER, "text": "hello"}
VONAGE_CALL = ("POST", "/sms/json")
PROVEN: set[str] = set()


def proves(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Mark a test as the proof of these faults."""
    PROVEN.update(names)
    return lambda test: test


def cases(table: dict[str, object]) -> pytest.MarkDecorator:
    """Run a test for each of these faults, with what is expected of it; it is the proof of them."""
    PROVEN.update(table)
    return pytest.mark.parametrize(("fault", "expected"), list(table.items()), ids=list(table))


def off(client: Client) -> None:
    assert client.control("DELETE", "/faults").status_code == 204


def send(client: Client) -> requests.Response:
    return client.vonage(*VONAGE_CALL, data=GOOD)
