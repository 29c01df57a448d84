"""Tenants of either path, in memory and over HTTPS, for the suites that hold for both."""

import itertools
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager

import pytest
from tests.fakes.tenant import InMemoryTenant

from textfactor.adapters.auth0 import Auth0Tenant
from textfactor.adapters.pacing import Pace
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.profile import Endpoints
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import ActionDraft, ActionFacts
from textfactor.practice import ActionRun, PracticeWorld
from textfactor.services.container import TenantKey
from textfactor.services.tenant_ports import TenantApi

KINDS = ("memory", "practice")


class QuickClock:
    """Each look at it is a fifth of a second later, so builds end and rate limits refill without a wait."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ticks = itertools.count(1_795_000_000 * 5)

    def __call__(self) -> float:
        with self._lock:
            return next(self._ticks) / 5


@contextmanager
def practice_tenant(
    path: str = "unified", state: str = "fresh", plan: str = "enterprise"
) -> Generator[TenantApi]:
    """Run a practice world and give the adapter for its tenant."""
    clock = QuickClock()
    with PracticeWorld(lambda _job: ActionRun("ok"), plan=plan, path=path, state=state, clock=clock) as world:
        auth0, ca_file = world.info()["auth0"], world.info()["ca_file"]
        host = auth0["url"].removeprefix("https://")
        key = TenantKey(auth0["domain"], auth0["client_id"], Secret(auth0["client_secret"]))
        endpoints = Endpoints(auth0_host=host, ca_file=ca_file)
        tenant = Auth0Tenant(key, endpoints, Pace(pause=lambda _seconds: None), lambda _seconds: None)
        yield tenant
        tenant.close()


@contextmanager
def tenant_of(kind: str, path: str) -> Generator[TenantApi]:
    """Give an untouched tenant of a kind on a path."""
    if kind == "memory":
        yield InMemoryTenant(legacy=path == "legacy", slow_reads=2)
        return
    with practice_tenant(path) as tenant:
        yield tenant


def refused(kind: ProblemKind, call, *args, **kwargs) -> None:
    """Check that a call is refused, and as what."""
    with pytest.raises(ProblemError) as caught:
        call(*args, **kwargs)
    assert caught.value.problem.kind is kind, caught.value.problem


def built(tenant: TenantApi, action_id: str) -> ActionFacts:
    """Look until the draft is built."""
    return _until(tenant, action_id, lambda action: action.status == "built")


def deployed(tenant: TenantApi, action_id: str) -> ActionFacts:
    """Build and deploy the draft, and look until it runs."""
    built(tenant, action_id)
    tenant.deploy_action(action_id)
    return until_deployed(tenant, action_id)


def until_deployed(tenant: TenantApi, action_id: str) -> ActionFacts:
    """Look until what was deployed runs."""
    return _until(tenant, action_id, lambda action: action.all_changes_deployed)


def made(tenant: TenantApi, draft: ActionDraft) -> ActionFacts:
    """Make an Action that runs."""
    return deployed(tenant, tenant.create_action(draft).id)


def _until(tenant: TenantApi, action_id: str, done: Callable[[ActionFacts], bool]) -> ActionFacts:
    for _ in range(200):
        action = tenant.action(action_id)
        if done(action):
            return action
    pytest.fail("the Action did not get there")
