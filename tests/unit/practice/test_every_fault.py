"""The switchboard of faults: all are named, explained, proven by a test, and leave nothing behind."""

import contextlib

import pytest
import requests
from tests.support.fault_diagnoses import DIAGNOSES
from tests.unit.practice import (
    test_faults_logins,
    test_faults_network,
    test_faults_tenant,
    test_faults_vonage,
)
from tests.unit.practice.kit import Client, PythonSender
from tests.unit.practice.proofs import GOOD, PROVEN, VONAGE_CALL, off

from textfactor.practice import PracticeWorld
from textfactor.practice.fault_catalogue import CATALOGUE

PROOFS = (test_faults_logins, test_faults_network, test_faults_tenant, test_faults_vonage)
"""Importing these fills the list of what is proven."""


def test_faults_are_many_named_explained_and_all_proven():
    names = [fault.name for fault in CATALOGUE]
    assert len(names) == len(set(names)) >= 40
    assert set(names) == PROVEN
    for fault in CATALOGUE:
        assert fault.meaning.endswith(".")
        assert fault.services <= {"vonage", "auth0"}
        assert len(fault.meaning) <= 100


def test_each_fault_has_its_diagnosis():
    assert set(DIAGNOSES) == {fault.name for fault in CATALOGUE}


def test_several_hold_at_once_and_one_of_them_can_end(client):
    client.fault("no_credit")
    client.fault("slow")
    assert client.control("DELETE", "/faults/no_credit").status_code == 204
    assert [row["name"] for row in client.control("GET", "/faults").json()["active"]] == ["slow"]
    assert client.control("DELETE", "/faults/nonsense").status_code == 404


@pytest.mark.parametrize("fault", [row for row in CATALOGUE if row.group in ("tenant", "action", "message")],
                         ids=lambda fault: fault.name)  # fmt: skip
def test_a_legacy_tenant_survives_each_fault_and_is_whole_again(sender, fault):
    with PracticeWorld(sender, pause=lambda seconds: None, path="legacy", state="legacy_action") as world:
        client = Client(world)
        client.fault(fault.name)
        assert client.login()["state"] in ("code_sent", "send_failed", "not_asked")
        off(client)
        assert client.login("ben")["state"] == "code_sent"
        client.close()


@pytest.mark.parametrize("fault", CATALOGUE, ids=lambda fault: fault.name)
def test_each_fault_can_be_switched_on_and_off_and_nothing_falls_over(
    client, clock, fault, sender: PythonSender
):
    """With each fault on, a call to each service and a login end somehow; without it, they work."""
    client.set_up(clock)
    client.fault(fault.name)
    for call in (
        lambda: client.vonage(*VONAGE_CALL, data=GOOD),
        lambda: client.api("GET", "/guardian/factors"),
    ):
        with contextlib.suppress(requests.ConnectionError):
            assert call().status_code in (200, 401, 403, 407, 429, 500, 502, 503, 511)
    assert client.login()["state"] in ("code_sent", "send_failed", "not_asked", "blocked")
    off(client)
    assert client.vonage("GET", "/account/get-balance").status_code == 200
    assert client.login("ben")["state"] == "code_sent"
