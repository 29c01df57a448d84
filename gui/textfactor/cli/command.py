"""The frame of a command: opens a world, heeds Ctrl-C, turns problems into words and exit codes."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from textfactor.cli.environment import JOIN, OWN_PREFIX, BadLineError, BadVariableError, read_lines
from textfactor.cli.exits import Exit, exit_for
from textfactor.cli.given import given_text
from textfactor.cli.interrupt import interruptible
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.cli.worlds import MissingError, Opened, keeps, practice_world, profile_world
from textfactor.domain.problems import Problem, ProblemError
from textfactor.services.container import Services
from textfactor.services.context import CallContext, CancelledError
from textfactor.words.inputs import explain_fault
from textfactor.words.problems import explain

_WAYS_TO_GIVE = (
    "Set them as environment variables (TEXTFACTOR_ may stand before the name), write them as NAME=VALUE lines to "
    "standard input with --secrets-stdin, or set the profile up in the window first."
)
_BAD_LINE = (
    "Line {n} of standard input is not NAME=VALUE with a known name, such as VONAGE_API_SECRET=… "
    "or AUTH0_CLIENT_SECRET=…"
)
_OWN_WORLD = (
    f"This practice world ends with the command. To keep one: textfactor practice --json > world.json, and {JOIN}="
    "world.json for the commands."
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a command runs in.

    `failed` writes the command's JSON answer for the problem that ended it early (None: the person stopped it).
    `cut_off` does so when a second Ctrl-C ended it anywhere, and says in what state things are.
    """

    services: Services
    output: Output
    target: Target
    failed: Callable[[Problem | None], None]
    cut_off: Callable[[], str]

    def run(
        self, work: Callable[[Opened, CallContext], Exit], *, with_tenant: bool, with_vonage: bool = True
    ) -> Exit:
        """Open the world, do the work, close it; give the exit code of whatever happened."""
        keys = (with_tenant, with_vonage)
        ctx = CallContext(self.output.progress)
        try:
            with interruptible(ctx.cancel), self._world(ctx, *keys) as opened:
                code = work(opened, ctx)
                return Exit.INTERRUPTED if ctx.cancel.asked else code
        except ProblemError as error:
            self.output.tell(explain(error.problem))
            self.failed(error.problem)
            return Exit.INTERRUPTED if ctx.cancel.asked else exit_for(error.problem)
        except (MissingError, BadVariableError, BadLineError) as error:
            self._refuse(error)
            return Exit.USAGE
        except CancelledError:
            self.output.note("Stopped before anything was sent or changed.")
            self.failed(None)
            return Exit.INTERRUPTED
        except KeyboardInterrupt:
            self.output.note(self.cut_off())
            return Exit.INTERRUPTED

    def _world(
        self, ctx: CallContext, with_tenant: bool, with_vonage: bool
    ) -> AbstractContextManager[Opened]:
        if self.target.practice:
            if not self.output.as_json and not os.environ.get(JOIN):
                self.output.note(_OWN_WORLD)
            return practice_world(self.services, ctx, self._environ())
        environ = self._environ()
        return profile_world(
            self.services, self.target.profile, environ, ctx, with_tenant=with_tenant, with_vonage=with_vonage
        )

    def _environ(self) -> dict[str, str]:
        """Put what standard input gives, where it was asked for, over the environment."""
        given = read_lines(given_text("-")) if self.target.secrets_from_stdin else {}
        return {**os.environ, **given}

    def _refuse(self, error: MissingError | BadVariableError | BadLineError) -> None:
        """Say what is missing or wrong in the environment or on standard input; never the value."""
        if isinstance(error, BadLineError):
            self.output.refuse("bad_line", _BAD_LINE.format(n=error.number))
            return
        if isinstance(error, BadVariableError):
            # A line of standard input may leave our prefix out, which it has been given since.
            typed = error.name if error.name in os.environ else error.name.removeprefix(OWN_PREFIX)
            self.output.refuse("bad_variable", f"{typed}: {explain_fault(error.issue).english()}")
            return
        profile, names = self.target.profile, ", ".join(error.names)
        known = keeps(self.services, profile)
        self.output.refuse(
            "credentials_missing",
            f"The profile “{profile}” lacks {names}."
            if known
            else f"No profile “{profile}” is kept here, and the environment lacks {names}.",
            steps=(_WAYS_TO_GIVE,),
        )
