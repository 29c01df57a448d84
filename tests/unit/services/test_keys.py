"""Keys from answers and store."""

import pytest
from tests.fakes.world import InMemoryWorkspace

from textfactor.domain.answers import Answers, TenantLogin
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import AUTH0_SECRET, AUTH0_TOKEN, VONAGE_SECRET, Secret, SecretRef
from textfactor.services.container import TenantKey, VonageKey
from textfactor.services.keys import keep_tenant, keep_vonage, tenant_key, vonage_key

ANSWERS = Answers(api_key="abcd1234", domain="acme.example", client_id="client")
TOKEN = Answers(domain="acme.example", client_id="left over", login=TenantLogin.TOKEN)


def test_what_is_kept_comes_back():
    workspace = InMemoryWorkspace()
    keep_vonage(workspace, VonageKey("abcd1234", Secret("v")))
    keep_tenant(workspace, TenantKey("acme.example", "client", Secret("a")))
    keep_tenant(workspace, TenantKey("acme.example", token=Secret("t")))
    assert vonage_key(workspace, ANSWERS) == VonageKey("abcd1234", Secret("v"))
    assert tenant_key(workspace, ANSWERS) == TenantKey("acme.example", "client", Secret("a"))
    assert tenant_key(workspace, TOKEN) == TenantKey("acme.example", token=Secret("t"))
    names = (VONAGE_SECRET, AUTH0_SECRET, AUTH0_TOKEN)
    assert set(workspace.secrets.kept) == {SecretRef("p1", name) for name in names}


@pytest.mark.parametrize(
    ("read", "answers", "name"),
    [
        (vonage_key, ANSWERS, VONAGE_SECRET),
        (tenant_key, ANSWERS, AUTH0_SECRET),
        (tenant_key, TOKEN, AUTH0_TOKEN),
    ],
)
def test_a_secret_that_is_not_kept_is_named(read, answers, name):
    with pytest.raises(ProblemError) as caught:
        read(InMemoryWorkspace(), answers)
    assert caught.value.problem.kind is ProblemKind.SECRET_MISSING
    assert caught.value.problem.detail == name
