"""What is said on the factor page about a tenant as it was found."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.answers import PolicyWish, TenantPath
from textfactor.domain.plan import FactorState, PolicyState
from textfactor.domain.tenant import Observed
from textfactor.services.setup.ours import foreign_sender
from textfactor.services.setup.standing import rivals
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.wizard.pages.fact_list import Fact
from textfactor.words.changes import describe
from textfactor.words.facts import found_facts

_RIGHT = "update:mfa_policies"


def facts(observed: Observed) -> tuple[Fact, ...]:
    """List how factor, provider and policy stand today."""
    return (
        Fact(
            QCoreApplication.translate("Factor", "SMS factor"),
            tr_text(describe(FactorState(observed.factor_on))),
        ),
        Fact(QCoreApplication.translate("Factor", "Phone provider"), _provider(observed)),
        Fact(QCoreApplication.translate("Factor", "Second factor"), policy_now(observed)),
    )


def _provider(observed: Observed) -> str:
    found = next(one for one in found_facts(observed) if one.name in ("provider", "selected_provider"))
    return ", ".join(tr_text(part) for part in found.how)


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
    name = _other_provider(observed)
    if name:
        title = QCoreApplication.translate("Factor", "{name} sends your codes today")
        body = QCoreApplication.translate(
            "Factor",
            "When the plan is applied, Vonage takes over. Keep {name}'s credentials: Auth0 never shows them.",
        )
        return fill(title, name=name), fill(body, name=name)
    if observed.path is TenantPath.LEGACY:
        return _bound_note(observed)
    action = foreign_sender(observed)
    if action is not None:
        title = QCoreApplication.translate("Factor", "The Action “{name}” is in this place")
        body = QCoreApplication.translate(
            "Factor",
            "Auth0 allows one Action here, so its code is replaced. Undo brings the code back, but not the values of "
            "its secrets.",
        )
        return fill(title, name=action.name), body
    return None


def _other_provider(observed: Observed) -> str:
    """Name the provider that sends today and is not an Action; empty when there is none."""
    if observed.path is TenantPath.LEGACY:
        return "Twilio" if observed.selected_provider == "twilio" else ""
    provider = observed.provider
    if provider is None or provider.disabled or provider.name == "custom":
        return ""
    return provider.name.title()


def _bound_note(observed: Observed) -> tuple[str, str] | None:
    """Name another's Action on the legacy trigger, which may run several."""
    others = rivals(observed)
    if not others:
        return None
    title = QCoreApplication.translate("Factor", "The Action “{name}” sends here too")
    body = QCoreApplication.translate(
        "Factor",
        "On the legacy path every Action on the trigger runs. While it stays there, people get two messages.",
    )
    return fill(title, name=others[0]), body


def asks_nobody(observed: Observed, wish: PolicyWish) -> bool:
    """Say whether neither policy nor Action will ask anyone for a code."""
    if observed.asking_actions:
        return False
    if wish is PolicyWish.LEAVE:
        return policy_known(observed) and not observed.policies
    return wish is PolicyWish.NEVER
