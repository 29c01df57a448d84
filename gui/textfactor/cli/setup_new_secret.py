"""Which Vonage secret `textfactor setup --purpose rotate` writes: the given one, else the kept one again, said so."""

from collections.abc import Callable
from dataclasses import replace

from textfactor.cli.exits import Exit
from textfactor.cli.output import Output
from textfactor.cli.setup_wanted import Wanted
from textfactor.cli.worlds import Opened
from textfactor.domain.plan import Purpose
from textfactor.services.container import VonageKey
from textfactor.services.context import CallContext

Work = Callable[[Opened, CallContext], Exit]
_NONE_GIVEN = "No new secret was given, so there is nothing to replace the old one with. Nothing was changed."
_WAYS = (
    "Set VONAGE_API_SECRET to the new secret, or write VONAGE_API_SECRET=… to standard input with --secrets-stdin.",
)
_KEPT_AGAIN = (
    "No new secret was given: the one that is kept for this profile is written again. For a new one set "
    "VONAGE_API_SECRET, or give it with --secrets-stdin."
)


def with_new_secret(work: Work, wanted: Wanted, output: Output) -> Work:
    """Make `work` use the secret that was given, where secrets are to be replaced; the rest stays as it is.

    A practice world keeps none but its own, which is no new one, so there a secret has to be given (exit code 2).
    """
    if wanted.purpose is not Purpose.ROTATE or wanted.way or wanted.plan_only:
        return work

    def rotate(opened: Opened, ctx: CallContext) -> Exit:
        fresh = opened.new_secret()
        if fresh is not None:
            return work(replace(opened, vonage=VonageKey(opened.vonage.api_key, fresh)), ctx)
        if opened.workspace.profile.practice:
            output.refuse("credentials_missing", _NONE_GIVEN, steps=_WAYS)
            return Exit.USAGE
        output.note(_KEPT_AGAIN)
        return work(opened, ctx)

    return rotate
