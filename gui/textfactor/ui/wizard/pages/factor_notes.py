"""What is said on the factor page about a tenant as it was found."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.answers import PolicyWish
from textfactor.domain.plan import FactorState, PolicyState
from textfactor.domain.tenant import SENDER_NAME, Observed
from textfactor.services.setup.resources.phone import provider_of
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.wizard.pages.fact_list import Fact
from textfactor.words.changes import describe

_RIGHT = "update:mfa_policies"


def facts(observed: Observed) -> tuple[Fact, ...]:
    """List how factor, provider and policy stand today."""
    provider = provider_of(observed.provider)
    none = QCoreApplication.translate("Factor", "none")
    return (
        Fact(
            QCoreApplication.translate("Factor", "SMS factor"),
            tr_text(describe(FactorState(observed.factor_on))),
        ),
        Fact(
            QCoreApplication.translate("Factor", "Phone provider"),
            tr_text(describe(provider)) if provider else none,
        ),
        Fact(QCoreApplication.translate("Factor", "Second factor"), policy_now(observed)),
    )


def policy_now(observed: Observed) -> str:
    """Say when a second factor is asked for today."""
    if not policy_known(observed):
        return QCoreApplication.translate("Factor", "could not be read")
    return tr_text(describe(PolicyState(observed.policies)))


def policy_known(observed: Observed) -> bool:
    """Say whether the policy could be read; what could not be read is not changed either."""
    return "policies" not in dict(observed.unknown)


def policy_barred(observed: Observed) -> str:
    """Say why the policy cannot be changed; empty when it can, or when nobody knows."""
    if not policy_known(observed):
        return QCoreApplication.translate(
            "Factor", "The policy could not be read, so it cannot be changed here."
        )
    if observed.scopes is not None and _RIGHT not in observed.scopes:
        barred = QCoreApplication.translate(
            "Factor", "Auth0 has to grant the right {scope} first: see the tenant page."
        )
        return fill(barred, scope=_RIGHT)
    return ""


def provider_note(observed: Observed) -> tuple[str, str] | None:
    """Say who sends today, when somebody does: title and sentence."""
    provider, action = observed.provider, observed.action
    if provider is not None and not provider.disabled and provider.name != "custom":
        title = QCoreApplication.translate("Factor", "{name} sends your codes today")
        body = QCoreApplication.translate(
            "Factor",
            "When the plan is applied, Vonage takes over. Keep {name}'s credentials: Auth0 never shows them.",
        )
        name = provider.name.title()
        return fill(title, name=name), fill(body, name=name)
    if action is not None and action.name != SENDER_NAME:
        title = QCoreApplication.translate("Factor", "The Action “{name}” is in this place")
        body = QCoreApplication.translate(
            "Factor",
            "Auth0 allows one Action here, so its code is replaced. Undo brings the code back, but not the values of "
            "its secrets.",
        )
        return fill(title, name=action.name), body
    return None


def asks_nobody(observed: Observed, wish: PolicyWish) -> bool:
    """Say whether no policy will ask anyone for a code."""
    if wish is PolicyWish.LEAVE:
        return policy_known(observed) and not observed.policies
    return wish is PolicyWish.NEVER
