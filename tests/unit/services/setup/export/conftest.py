"""Tenants on both paths, and their finished state."""

import pytest
from tests.fakes.setup import ASKED, CODE, DOMAIN, patient
from tests.fakes.tenant import InMemoryTenant

from textfactor.domain.answers import Answers, TenantPath
from textfactor.services.setup.detect import detect
from textfactor.services.setup.export.finished import Finished, finished
from textfactor.services.setup.wishes import wishes


def state_of(tenant: InMemoryTenant, answers: Answers = ASKED) -> Finished:
    return finished(detect(tenant, DOMAIN, patient()), wishes(answers, CODE))


@pytest.fixture(params=list(TenantPath), ids=str)
def tenant(request: pytest.FixtureRequest) -> InMemoryTenant:
    """A fresh tenant on each path."""
    return InMemoryTenant(legacy=request.param is TenantPath.LEGACY)
