"""What the tenant shall look like, taken from the answers."""

from dataclasses import dataclass

from textfactor.domain.answers import Answers, PolicyWish
from textfactor.domain.plan import BindingState, Change, Plan, Purpose, Resource, SenderState
from textfactor.domain.tenant import SENDER_SECRETS


@dataclass(frozen=True, slots=True)
class Wishes:
    """The wanted state: the sender's finished code, names of its secrets, texts, factor, policy, methods."""

    code: str
    secrets: tuple[str, ...]
    enroll_text: str
    verify_text: str
    factor_on: bool
    policy: PolicyWish
    methods: tuple[str, ...] = ("text",)
    replaces: tuple[str, ...] = ()
    """Names of others' Actions that shall send no longer: they are unbound, and stay otherwise."""
    made: tuple[Change, ...] = ()
    """What earlier runs made and nobody has taken back (see `made_by_us`): what a removal goes back to."""
    renew_secrets: bool = False
    """Write the secrets' values though nothing else of the Action changes: values cannot be read and compared."""


def wishes(
    answers: Answers, code: str, replaces: tuple[str, ...] = (), made: tuple[Change, ...] = ()
) -> Wishes:
    """Collect the wishes; `code` is the sender with its options in it (see `sender_source`)."""
    return Wishes(
        code,
        SENDER_SECRETS,
        answers.enroll_text,
        answers.verify_text,
        answers.factor_on,
        answers.policy,
        replaces=replaces,
        made=made,
    )


def written_over(plan: Plan) -> tuple[str, ...]:
    """Name the Action that was there and that a plan writes, be it ours or somebody's: who agreed to it was told so."""
    senders = (change.before for change in plan.changes if change.resource is Resource.SENDER)
    return tuple(before.name for before in senders if isinstance(before, SenderState))


def replaced_by(plan: Plan) -> tuple[str, ...]:
    """Name the others' Actions that a plan takes off a trigger: going on with it takes them off too.

    Ours on the other path's trigger may be among them, which goes from there in any case.
    """
    gone: list[str] = []
    for change in () if plan.purpose is Purpose.REMOVE else plan.changes:
        if isinstance(change.before, BindingState) and isinstance(change.after, BindingState):
            gone += (name for name in change.before.actions if name not in change.after.actions)
    return tuple(dict.fromkeys(gone))
