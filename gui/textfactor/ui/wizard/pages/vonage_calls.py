"""What the Vonage page has done beside the window: looking around, fetching a secret, the check itself."""

from dataclasses import dataclass

from textfactor.domain.answers import Answers
from textfactor.domain.profile import CredentialOffer
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.services.container import VonageKey, Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.keys import vonage_key
from textfactor.services.sending.credentials import AccountFacts, check_vonage


@dataclass(frozen=True, slots=True)
class Offers:
    """Credentials found for a workspace."""

    workspace: Workspace
    found: tuple[CredentialOffer, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether the store of a workspace has the account's secret."""

    workspace: Workspace
    there: bool


def finding_offers(workspace: Workspace) -> Call[Offers]:
    """Make a call that looks for credentials on this machine."""

    def look(ctx: CallContext) -> Offers:
        ctx.cancel.check()
        return Offers(workspace, workspace.offers.offers())

    return look


def asking_the_store(workspace: Workspace) -> Call[Kept]:
    """Make a call that asks for the kept secret; a keyring may take its time."""

    def ask(ctx: CallContext) -> Kept:
        ctx.cancel.check()
        return Kept(workspace, bool(workspace.secrets.get(SecretRef(workspace.profile.id, VONAGE_SECRET))))

    return ask


def fetching(workspace: Workspace, offer: CredentialOffer) -> Call[Secret]:
    """Make a call that fetches the secret of an offer."""

    def fetch(ctx: CallContext) -> Secret:
        ctx.cancel.check()
        return workspace.offers.secret(offer)

    return fetch


def checking(workspace: Workspace, answers: Answers, fresh: Secret | None) -> Call[AccountFacts]:
    """Make a call that checks the account with the fresh secret, else with the kept one."""

    def check(ctx: CallContext) -> AccountFacts:
        key = VonageKey(answers.api_key, fresh) if fresh else vonage_key(workspace, answers)
        return check_vonage(workspace, key, ctx)

    return check
