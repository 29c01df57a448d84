"""Are key and secret right, what is left on the account, and which numbers does it own."""

from dataclasses import dataclass

from textfactor.domain.sending import Balance, OwnedNumber
from textfactor.services.container import VonageKey, Workspace
from textfactor.services.context import CallContext, Doing
from textfactor.services.keys import keep_vonage


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """What Vonage says of the account; `lasting`: the kept secret survives the end of the program."""

    balance: Balance
    numbers: tuple[OwnedNumber, ...]
    lasting: bool


def check_vonage(workspace: Workspace, key: VonageKey, ctx: CallContext) -> AccountFacts:
    """Read balance and numbers, free of charge, then keep the secret. Raises BAD_CREDENTIALS."""
    gateway = workspace.sms(key)
    ctx.doing(Doing.READING_BALANCE, 0, 3)
    balance = gateway.balance()
    ctx.doing(Doing.READING_NUMBERS, 1, 3)
    numbers = gateway.owned_numbers()
    ctx.doing(Doing.KEEPING_SECRET, 2, 3)
    keep_vonage(workspace, key)
    return AccountFacts(balance, numbers, workspace.secrets.lasting)
