"""Which Actions after the login ask for a second factor."""

import pytest

from textfactor.domain.tenant import BindingFacts
from textfactor.services.setup.asking import asking_among, asks_for_mfa


@pytest.mark.parametrize(
    "code",
    [
        "api.multifactor.enable('any', { allowRememberBrowser: false });",
        "api.multifactor\n  .enable('guardian');",
        "api?.multifactor?.enable(kind);",
        "const { multifactor } = api; multifactor.enable('any');",
        "const mfa = api.multifactor; mfa.enable('any');",
        "api.authentication.challengeWith({ type: 'phone' });",
        "api.authentication.challengeWithAny([{ type: 'phone' }]);",
        "api.authentication.enrollWith({ type: 'phone' });",
        "api.authentication.enrollWithAny([{ type: 'otp' }]);",
        "const url = 'https://acme.example'; api.multifactor.enable('any');",
        "const note = `see https://acme.example ${api.multifactor.enable('any')}`;",
        'const url = "it\'s"; /* none */ api.multifactor.enable("any");',
    ],
)
def test_code_that_asks(code):
    assert asks_for_mfa(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "exports.onExecutePostLogin = async (event, api) => {};",
        "// api.multifactor.enable('any')",
        "/* api.authentication.challengeWith({ type: 'phone' }) */",
        "console.log('api.multifactor.enable(any)', \"enrollWith(\");",
        "if (event.user.multifactor.length) api.access.deny('enrolled');",
        "api.multifactor.enable('none');",
        "const challengeWithout = 1;",
    ],
)
def test_code_that_does_not(code):
    assert not asks_for_mfa(code)


def test_only_what_runs_counts():
    rows = (
        BindingFacts("1", "a", "First", "api.multifactor.enable('any')"),
        BindingFacts("2", "b", "Never deployed", None),
        BindingFacts("3", "c", "Plain", "// nothing"),
        BindingFacts("4", "d", "Last", "api.authentication.enrollWith({ type: 'phone' })"),
    )
    assert asking_among(rows) == ("First", "Last")
