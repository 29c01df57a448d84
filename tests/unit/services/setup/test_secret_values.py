"""The secret that a plan puts into the tenant is tried first, whichever face carries the plan out."""

from dataclasses import replace

import pytest
from tests.fakes.setup import ASKED, CODE, fresh, patient, plan_for, run, with_foreign_sender
from tests.fakes.world import InMemoryWorkspace

from textfactor.domain.plan import Purpose
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.tenant import SENDER_SECRETS
from textfactor.services.setup.secret_values import sender_values
from textfactor.services.setup.undo import inverse

ANSWERS = replace(ASKED, api_key="abcd1234", sender="Acme")


def workspace_with(secret: str = "s3cretS3cret") -> InMemoryWorkspace:
    made = InMemoryWorkspace()
    if secret:
        made.secrets.put(SecretRef(made.profile.id, VONAGE_SECRET), Secret(secret))
    return made


def test_the_values_are_those_that_are_kept():
    values = sender_values(workspace_with(), ANSWERS, plan_for(fresh()), patient())
    assert [values[name].reveal() for name in SENDER_SECRETS] == ["abcd1234", "s3cretS3cret", "Acme"]


def test_a_secret_that_vonage_refuses_is_kept_out_also_when_a_removal_is_taken_back():
    tenant = fresh()
    run(plan_for(tenant), tenant)
    back = inverse(run(plan_for(tenant, purpose=Purpose.REMOVE), tenant), (CODE,))
    for plan in (plan_for(fresh()), back):
        with pytest.raises(ProblemError) as caught:
            sender_values(workspace_with("replaced-since"), ANSWERS, plan, patient())
        assert caught.value.problem.kind is ProblemKind.BAD_CREDENTIALS


def test_where_none_is_written_none_is_needed():
    tenant = with_foreign_sender()
    action = tenant.actions("custom-phone-provider")[0]
    tenant.deploy_action(action.id)
    tenant.action(action.id)
    by_version = inverse(run(plan_for(tenant), tenant))
    for plan in (plan_for(fresh(), purpose=Purpose.TEMPLATES), by_version):
        assert sender_values(workspace_with(""), ANSWERS, plan, patient()) == {}
    with pytest.raises(ProblemError) as caught:
        sender_values(workspace_with(""), ANSWERS, plan_for(fresh()), patient())
    assert caught.value.problem.kind is ProblemKind.SECRET_MISSING
