"""The values that a plan puts into the tenant: fetched from the secret store, and tried before anything is written."""

from textfactor.domain.answers import Answers
from textfactor.domain.plan import Plan
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import SENDER_SECRETS
from textfactor.services.container import Workspace
from textfactor.services.context import CallContext, Doing
from textfactor.services.keys import vonage_key
from textfactor.services.setup.executor import writes_values


def sender_values(workspace: Workspace, answers: Answers, plan: Plan, ctx: CallContext) -> dict[str, Secret]:
    """Fetch the values of the sender's secrets; none where the plan writes none, as where a version comes back.

    A secret that Vonage refuses is kept out of the tenant, also by taking back and by going on: it may have been
    replaced since it was kept. Reading the balance is free. Raises SECRET_MISSING, or how Vonage refused.
    """
    if not writes_values(plan):
        return {}
    key = vonage_key(workspace, answers)
    ctx.doing(Doing.READING_BALANCE)
    workspace.sms(key).balance()
    values = (Secret(key.api_key), key.secret, Secret(answers.sender))
    return dict(zip(SENDER_SECRETS, values, strict=True))
