"""The options of `textfactor setup`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.options import Json, Practice, PracticePath, Profile, SecretsStdin
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Purpose

if TYPE_CHECKING:
    from textfactor.cli.faces import Faces

For = Annotated[Purpose, typer.Option("--purpose", help="What shall be done; without it, set up.")]
Replaces = Annotated[
    list[str] | None,
    typer.Option("--replace", metavar="ACTION", help="Unbind this Action of somebody else. Repeatable."),
]
PlanOnly = Annotated[bool, typer.Option("--plan-only", help="Show the plan, change nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="Apply the plan without asking.")]
Resume = Annotated[bool, typer.Option("--resume", help="Finish a run that was stopped.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take back what the last run made.")]
RunSender = Annotated[
    bool, typer.Option("--run-sender", help="Run the sender here first, against the practice Vonage.")
]


def add_setup(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command()
    def setup(
        practice: Practice = False,
        path: PracticePath = TenantPath.UNIFIED,
        profile: Profile = "",
        purpose: For = Purpose.SET_UP,
        replace: Replaces = None,
        plan_only: PlanOnly = False,
        yes: Yes = False,
        resume: Resume = False,
        undo: Undo = False,
        run_sender: RunSender = False,
        secrets_stdin: SecretsStdin = False,
        as_json: Json = False,
    ) -> None:
        """Make Vonage the SMS sender of a tenant: read, plan, show, ask, apply."""
        from textfactor.cli.setup import Wanted, set_up

        target, output = Target(practice, profile, secrets_stdin), Output(as_json)
        if not target.clear:
            output.refuse("usage", "Name one world: --practice, or --profile NAME.")
            raise typer.Exit(Exit.USAGE)
        wanted = Wanted(plan_only, yes, resume, undo, run_sender, purpose, tuple(replace or ()))
        raise typer.Exit(set_up(faces.make_services(path), wanted, target, output))
