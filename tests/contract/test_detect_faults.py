"""Reading a practice tenant while something is broken: a finding or a problem with a next step, never a write."""

import pytest
from tests.unit.adapters.practice import practising

from textfactor.adapters.auth0 import Auth0Tenant
from textfactor.adapters.pacing import Pace
from textfactor.adapters.practice_control import PracticeControl
from textfactor.adapters.practice_info import PracticeInfo
from textfactor.domain.problems import Problem, ProblemError
from textfactor.domain.tenant import Observed
from textfactor.services.context import CallContext
from textfactor.services.setup.detect import detect
from textfactor.words.facts import found_facts
from textfactor.words.problems import explain

PATIENCE = {"slow", "no_answer"}
"""These only make it wait."""


def attempt(info: PracticeInfo) -> Observed | Problem:
    """Read with a client of its own, so that no token is kept from before."""
    tenant = Auth0Tenant(info.tenant_key(), info.endpoints(), Pace(pause=lambda _s: None), lambda _s: None)
    try:
        return detect(tenant, info.auth0.domain, CallContext())
    except ProblemError as error:
        return error.problem
    finally:
        tenant.close()


def written(control: PracticeControl) -> list[str]:
    asked = (f"{one.method} {one.path}" for one in control.requests())
    return [one for one in asked if not one.startswith("GET ") and "/oauth/token" not in one]


@pytest.mark.parametrize("state", ["fresh", "legacy_action+dead_hook", "twilio+edited_templates"])
def test_every_fault_ends_in_a_finding_or_a_problem(state):
    seen: dict[str, Observed | Problem] = {}
    with practising(state=state) as (info, control):
        for fault in control.faults().known:
            if "auth0" in fault.sides and fault.name not in PATIENCE:
                control.reset()
                control.switch_on(fault.name, service="auth0")
                seen[fault.name] = attempt(info)
                control.clear_faults()
                assert written(control) == []
    assert all(explain(one).next for one in seen.values() if isinstance(one, Problem))
    found = {name: one for name, one in seen.items() if isinstance(one, Observed)}
    assert all(len(found_facts(one)) >= 14 for one in found.values())
    assert {"server_error", "html_answer", "auth0_429", "token_expired"} <= set(seen) - set(found)
    missing = found["missing_scope"]
    assert missing.missing_scopes == ("update:guardian_factors",)


@pytest.mark.parametrize("state", ["fresh", "legacy"])
@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/api/v2/attack-protection", "phone_protection"),
        ("/api/v2/hooks", "hooks"),
        ("/api/v2/guardian/policies", "policies"),
    ],
)
def test_a_right_that_is_not_there_leaves_one_part_unknown(state, path, field):
    with practising(state=state) as (info, control):
        control.switch_on("missing_scope", service="auth0", path=path)
        found = attempt(info)
    assert isinstance(found, Observed)
    assert [name for name, _ in found.unknown] == [field]
    assert dict(found.unknown)[field].startswith("missing_scope: read:")
