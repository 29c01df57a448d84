"""A changed answer drops what rests on it, and nothing else."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.domain.answers import Answers, Environment, PolicyWish, TenantLogin, TenantPath, World, settle

FULL = Answers(
    world=World.OWN,
    opened=True,
    api_key="abcd1234",
    sender="Acme",
    vonage_checked=True,
    test_number="+49 151 2345678",
    test_accepted=True,
    test_arrived=True,
    domain="acme.eu.auth0.com",
    client_id="client",
    tenant_path=TenantPath.UNIFIED,
    sender_ran=True,
    plan_size=9,
    applied=True,
    login_accepted=True,
)
AFTER_PLAN = {"plan_size", "applied", "login_accepted"}
TEST = {"test_accepted", "test_arrived"}
EVERYTHING = AFTER_PLAN | TEST | {"opened", "vonage_checked", "tenant_path", "sender_ran"}
VONAGE = AFTER_PLAN | TEST | {"vonage_checked", "sender_ran"}
DROPS = {
    "world": (World.PRACTICE, EVERYTHING),
    "proxy": ("http://proxy:1", EVERYTHING),
    "ca_file": ("/ca.pem", EVERYTHING),
    "api_key": ("other123", VONAGE),
    "sender": ("Other", VONAGE),
    "test_number": ("+43", TEST),
    "test_text": ("Hi", TEST),
    "domain": ("other.auth0.com", AFTER_PLAN | {"tenant_path"}),
    "client_id": ("other", AFTER_PLAN | {"tenant_path"}),
    "login": (TenantLogin.TOKEN, AFTER_PLAN | {"tenant_path"}),
    "enroll_text": ("{{ code }}", AFTER_PLAN),
    "verify_text": ("{{ code }}", AFTER_PLAN),
    "factor_on": (False, AFTER_PLAN),
    "policy": (PolicyWish.ALWAYS, AFTER_PLAN),
    "countries": ("+49", AFTER_PLAN | {"sender_ran"}),
    "retries": (False, AFTER_PLAN | {"sender_ran"}),
    "profile_name": ("Other", set()),
    "profile_id": ("p2", set()),
    "environment": (Environment.PRODUCTION, set()),
}


@pytest.mark.parametrize("name", DROPS)
def test_each_answer_drops_exactly_what_rests_on_it(name):
    value, dropped = DROPS[name]
    settled = settle(FULL, replace(FULL, **{name: value}))
    blank = Answers()
    for field in fields(Answers):
        found = getattr(settled, field.name)
        if field.name == name:
            assert found == value
        elif field.name in dropped:
            assert found == getattr(blank, field.name), field.name
        else:
            assert found == getattr(FULL, field.name), field.name


@given(st.sets(st.sampled_from(sorted(DROPS))))
def test_back_then_next_is_the_same(names):
    changed = settle(FULL, replace(FULL, **{name: DROPS[name][0] for name in names}))
    assert settle(changed, changed) == changed
    assert settle(FULL, FULL) == FULL


@given(st.sets(st.sampled_from(sorted(DROPS)), min_size=1))
def test_several_changes_drop_what_each_would(names):
    together = settle(FULL, replace(FULL, **{name: DROPS[name][0] for name in names}))
    kept = set.union(*(set(DROPS[name][1]) for name in names))
    blank = Answers()
    dropped = {f.name for f in fields(Answers) if f.name not in names} & kept
    assert all(getattr(together, name) == getattr(blank, name) for name in dropped)
