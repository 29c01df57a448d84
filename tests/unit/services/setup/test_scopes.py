"""As few rights as a purpose needs, and never fewer."""

from dataclasses import replace

import pytest
from tests.fakes.setup import ASKED, CODE, DOMAIN, STATES, patient, run
from tests.fakes.tenant import InMemoryTenant

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Purpose
from textfactor.domain.problems import ProblemError
from textfactor.services.setup.detect import detect
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.scopes import (
    ScopeUse,
    lacking,
    needed_scopes,
    scopes_for,
    scopes_of,
)
from textfactor.services.setup.undo import inverse
from textfactor.services.setup.wishes import wishes

LEGACY_CODE = "exports.onExecuteSendPhoneMessage = async () => {};"


def test_scopes_to_grant():
    unified = needed_scopes(TenantPath.UNIFIED, change_policy=True)
    legacy = needed_scopes(TenantPath.LEGACY, change_policy=False)
    assert "create:phone_providers" in unified
    assert unified[-1] == "update:mfa_policies"
    assert not any("phone" in scope for scope in legacy)
    assert "update:mfa_policies" not in legacy


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("path", TenantPath)
def test_each_is_named_once_and_optional_ones_apart(path, purpose):
    scopes = scopes_for(path, purpose, change_policy=True)
    names = (*scopes.needed, *(name for name, _ in scopes.optional))
    assert len(set(names)) == len(names)
    assert set(scopes_for(path, purpose).needed) <= set(scopes.needed)
    assert ("update:mfa_policies" in names) == (purpose in (Purpose.SET_UP, Purpose.MOVE))
    assert (("update:hooks", ScopeUse.SWITCH_HOOK) in scopes.optional) == (purpose is Purpose.MOVE)
    assert not [name for name in names if name.endswith(":client_grants")]


def test_turning_off_takes_one_right_to_write():
    scopes = scopes_for(TenantPath.UNIFIED, Purpose.TURN_OFF)
    assert [one for one in scopes.needed if not one.startswith("read:")] == ["update:guardian_factors"]


def test_missing_and_beyond():
    scopes = scopes_for(TenantPath.LEGACY, Purpose.TURN_OFF)
    granted = frozenset(scopes.needed) - {"read:actions"} | {"create:users", "read:users", "delete:users"}
    assert scopes.missing(granted) == ("read:actions",)
    assert scopes.beyond(granted) == ("create:users", "delete:users")
    assert (scopes.missing(None), scopes.beyond(None)) == ((), ())


STARTS = {
    **STATES,
    "legacy": lambda: InMemoryTenant(legacy=True),
}


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("state", STARTS)
def test_no_plan_and_no_undo_needs_more(state, purpose):
    tenant = STARTS[state]()
    code = f"// put here by Textfactor\n{CODE if tenant.on_unified_path else LEGACY_CODE}"
    wanted = wishes(ASKED, code)
    if purpose not in (Purpose.SET_UP, Purpose.MOVE, Purpose.TURN_ON):
        done = run(make_plan(detect(tenant, DOMAIN, patient()), wanted), tenant)
        assert done.complete, done.stopped_by
    if purpose is Purpose.TEMPLATES:
        wanted = wishes(replace(ASKED, verify_text="{{ code }}"), code)
    observed = detect(tenant, DOMAIN, patient())
    plan = make_plan(observed, wanted, purpose)
    scopes = frozenset(scopes_for(observed.path, purpose, change_policy=True).needed)
    assert lacking(plan, scopes) == ()
    try:
        receipt = run(plan, tenant)
        assert lacking(inverse(receipt), scopes) == ()
    except ProblemError as error:
        pytest.fail(str(error))


def test_a_plan_names_each_scope_once():
    plan = make_plan(detect(InMemoryTenant(), DOMAIN, patient()), wishes(ASKED, CODE))
    named = scopes_of(plan.changes)
    assert len(set(named)) == len(named)
    assert lacking(plan, None) == ()
    assert lacking(plan, frozenset()) == named
